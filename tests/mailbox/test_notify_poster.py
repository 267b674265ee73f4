"""GOV.UK Notify as poster, against a server made after its documentation."""

import socket
import sys
from collections.abc import Iterator
from datetime import date

import pytest
from notify_server import KEY, SECRET, NotifyServer

from letterladder.ground.errors import Refused, WorldFailed
from letterladder.ground.values import replace
from letterladder.mailbox.notify_poster import STAGES, NotifyAccount, NotifyPoster
from letterladder.rules.mails.post_states import Box, PostLetter, Stage
from letterladder.rules.words import Method

ADDRESS = Box(words="Mr Ross Dunn", page=1, left=25, top=50, right=60, bottom=54)
LETTER = PostLetter(
    reference="larkfield-2026-0042-L1-v1-3f1a9c07d2aa",
    method=Method.FIRST_CLASS,
    pdf=b"%PDF-1.7 letter",
    pages=2,
    boxes=(ADDRESS,),
)


@pytest.fixture(name="server")
def _server() -> Iterator[NotifyServer]:
    with NotifyServer() as server:
        yield server


def poster(server: NotifyServer, key: str = KEY) -> NotifyPoster:
    """Ours, at this server."""
    return NotifyPoster(NotifyAccount(key=key, address=server.address, timeout_seconds=5))


def test_a_letter_is_handed_over_whole_under_its_reference(server: NotifyServer) -> None:
    """Exactly the approved bytes, with the class of post."""
    own = poster(server).hand_over(LETTER)
    (taken,) = server.letters
    assert (taken["id"], taken["reference"], taken["postage"]) == (own, LETTER.reference, "first")
    assert server.pdfs[own] == LETTER.pdf
    second = replace(LETTER, method=Method.SECOND_CLASS, reference="other")
    poster(server).hand_over(second)
    assert server.letters[-1]["postage"] == "second"


def test_it_is_found_by_its_reference_and_by_no_other(server: NotifyServer) -> None:
    """With its id and its status."""
    own = poster(server).hand_over(LETTER)
    state = poster(server).find(LETTER.reference)
    assert state is not None
    assert (state.id, state.stage, state.said) == (own, Stage.UNDER_WAY, "pending-virus-check")
    assert poster(server).find("another") is None


@pytest.mark.parametrize(("status", "stage"), STAGES.items())
def test_each_documented_status_means_something(server: NotifyServer, status: str, stage: Stage) -> None:
    """Received alone is dispatched, and what is not dispatched is not called so."""
    poster(server).hand_over(LETTER)
    server.say(status)
    state = poster(server).find(LETTER.reference)
    assert state is not None
    assert (state.stage, state.said) == (stage, status)


def test_every_status_of_the_documentation_is_known() -> None:
    """Of letters and precompiled letters; one that is new later is under way until it is something else."""
    documented = {
        *("accepted", "received", "cancelled", "pending-virus-check", "virus-scan-failed"),
        *("validation-failed", "technical-failure", "permanent-failure"),
    }
    assert documented <= {*STAGES}
    assert [name for name, stage in STAGES.items() if stage is Stage.DISPATCHED] == [
        "received",
        "returned-letter",
    ]


@pytest.mark.parametrize(
    ("completed", "expected"),
    [
        ("2026-11-10T16:31:12.000000Z", date(2026, 11, 10)),
        ("2026-11-10 16:31:12.000000", date(2026, 11, 10)),
        ("2026-07-10T23:30:00.000000Z", date(2026, 7, 11)),
        (None, None),
        ("soon", None),
    ],
)
def test_the_day_of_dispatch_is_the_day_in_england(
    server: NotifyServer, completed: str | None, expected: date | None
) -> None:
    """It is written in UTC, and in summer a late evening is the next day."""
    poster(server).hand_over(LETTER)
    server.say("received", completed=completed)
    state = poster(server).find(LETTER.reference)
    assert state is not None
    assert state.on == expected


def test_a_letter_that_got_there_before_the_line_broke_is_found(server: NotifyServer) -> None:
    """Nobody knows whether it was taken; asking by reference tells."""
    server.fails = ["drop after"]
    with pytest.raises(WorldFailed):
        poster(server).hand_over(LETTER)
    assert poster(server).find(LETTER.reference) is not None


@pytest.mark.parametrize("how", ["drop before", 500, 503, 429])
def test_what_may_get_better_is_no_refusal(server: NotifyServer, how: int | str) -> None:
    """The letter stays ours, and the provider has not got it."""
    server.fails = [how]
    with pytest.raises(WorldFailed):
        poster(server).hand_over(LETTER)
    assert poster(server).find(LETTER.reference) is None


@pytest.mark.parametrize("letter", [replace(LETTER, pdf=b"no pdf"), replace(LETTER, reference="")])
def test_what_it_refuses_is_said_in_its_own_words(server: NotifyServer, letter: PostLetter) -> None:
    """And the office posts it."""
    with pytest.raises(Refused) as refused:
        poster(server).hand_over(letter)
    assert "does not take the letter (400)" in str(refused.value)
    assert server.letters == []


def test_a_wrong_key_is_refused_and_shown_nowhere(server: NotifyServer) -> None:
    """Neither whole nor in part."""
    wrong = KEY[:-4] + "0000"
    with pytest.raises(Refused) as refused:
        poster(server, wrong).hand_over(LETTER)
    assert "403" in str(refused.value)
    (problem,) = poster(server, wrong).check()
    assert "403" in problem.what
    for said in (str(refused.value), str(problem)):
        assert SECRET not in said
        assert wrong[-36:] not in said


@pytest.mark.parametrize(
    "key",
    ["", "abc", KEY[:-1], "x" * 73, SECRET],
    ids=["none", "too short", "cut off", "no key", "the half of it"],
)
def test_a_key_that_is_not_whole_is_said_before_anybody_is_asked(server: NotifyServer, key: str) -> None:
    """A file that was cut off, or holds something else."""
    (problem,) = poster(server, key).check()
    assert "not whole" in problem.what
    with pytest.raises(WorldFailed):
        poster(server, key).hand_over(LETTER)
    assert server.asked == []


def test_nobody_there_is_said() -> None:
    """A port on which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    away = NotifyPoster(NotifyAccount(key=KEY, address=address, timeout_seconds=2))
    assert len(away.check()) == 1


def test_without_the_extra_it_says_what_to_install(
    server: NotifyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library is loaded when it is used."""
    monkeypatch.setitem(sys.modules, "notifications_python_client.notifications", None)
    (problem,) = poster(server).check()
    assert "letterladder[notify]" in problem.what_to_do


def test_a_good_key_has_nothing_in_its_way(server: NotifyServer) -> None:
    """And asking leaves nothing there."""
    assert poster(server).check() == []
    assert server.letters == []


@pytest.mark.parametrize(
    ("letter", "why"),
    [
        (LETTER, ""),
        (replace(LETTER, method=Method.BY_HAND), "it goes by hand"),
        (replace(LETTER, pdf=b""), "there is no PDF of it"),
        (replace(LETTER, pages=10), ""),
        (replace(LETTER, pages=11), "it has 11 pages, and GOV.UK Notify takes 10 at most"),
        (replace(LETTER, boxes=()), "no address is where GOV.UK Notify reads it"),
    ],
)
def test_what_it_cannot_post_is_known_beforehand(server: NotifyServer, letter: PostLetter, why: str) -> None:
    """Nothing is sent to find out."""
    assert poster(server).why_not(letter) == why
    assert server.asked == []


@pytest.mark.parametrize(
    ("box", "fits"),
    [
        (Box(words="Dear", page=1, left=20, top=95, right=60, bottom=99), True),
        (Box(words="Dear", page=1, left=20, top=83, right=60, bottom=87), False),
        (Box(words="Date", page=1, left=125, top=50, right=180, bottom=54), True),
        (Box(words="Date", page=1, left=116, top=50, right=180, bottom=54), False),
        (Box(words="School", page=1, left=20, top=12, right=90, bottom=30), True),
        (Box(words="School", page=1, left=20, top=12, right=90, bottom=33), False),
        (Box(words="More", page=2, left=20, top=50, right=190, bottom=54), True),
        (Box(words="More", page=2, left=12, top=50, right=190, bottom=54), False),
    ],
)
def test_words_outside_its_printable_area_are_named(server: NotifyServer, box: Box, fits: bool) -> None:
    """Its own check would fail the letter after it was handed over."""
    found = poster(server).why_not(replace(LETTER, boxes=(ADDRESS, box)))
    assert (found == "") is fits
    assert fits or box.words in found
