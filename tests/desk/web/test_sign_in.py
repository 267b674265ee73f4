"""How people sign in: by a link sent by email, which is good once, for a quarter of an hour, in one browser."""

import logging
import sqlite3
from pathlib import Path

import pytest
from desk_door import Hall
from office import DSL, HEAD, edited, school_folder

from letterladder.desk.web.own_paths import own_path
from letterladder.ground.errors import WorldFailed
from letterladder.rules.mails.outgoing import OutgoingMail


@pytest.fixture(name="hall")
def _hall(tmp_path: Path) -> Hall:
    school_folder(tmp_path)
    edited(tmp_path / "school", ('address = ""  ', 'address = "https://desk.larkfield.example"  '))
    return Hall(tmp_path / "school")


def test_a_link_signs_in_by_one_press(hall: Hall) -> None:
    """Asked for, opened, pressed: the page says who is there."""
    guest = hall.browser()
    guest.ask(HEAD.upper())
    assert hall.mails()[-1].startswith(HEAD)
    assert "https://desk.larkfield.example/sign-in/link/" in hall.mails()[-1]
    page = guest.use(hall.link())
    assert page.status == 200
    assert "Mrs Anita Hollis" in page.source


def test_opening_a_link_does_nothing(hall: Hall) -> None:
    """A scanner of emails opens every link, more than once; the person's press still counts."""
    guest = hall.browser()
    guest.ask(HEAD)
    scanner = hall.browser("10.9.9.9")
    for one in (scanner, scanner, guest):
        assert one.open(hall.link()).status == 200
        assert not one.is_in
    assert guest.use(hall.link()).status == 200
    assert guest.is_in


def test_a_link_is_good_once(hall: Hall) -> None:
    """In the same browser too."""
    guest = hall.signed_in(HEAD)
    guest.press("/sign-out")
    assert not guest.is_in
    assert guest.use(hall.link()).status == 410
    assert not guest.is_in


@pytest.mark.parametrize(("expected", "minutes"), [(200, 14.9), (410, 15)])
def test_a_link_is_good_for_a_quarter_of_an_hour(hall: Hall, expected: int, minutes: float) -> None:
    """And not a second longer."""
    guest = hall.browser()
    guest.ask(HEAD)
    hall.clock.pass_by(minutes=minutes)
    assert guest.use(hall.link()).status == expected


def test_a_link_is_good_in_the_browser_that_asked_alone(hall: Hall) -> None:
    """Whoever else gets hold of it cannot use it, and does not use it up."""
    guest, other = hall.browser(), hall.browser()
    guest.ask(HEAD)
    other.ask("nobody@elsewhere.example")
    page = other.use(hall.link())
    assert page.status == 410
    assert "another browser" in page.text
    assert not other.is_in
    assert guest.use(hall.link()).status == 200


def test_a_stranger_gets_the_same_answer_and_no_email(hall: Hall) -> None:
    """Nobody learns from the page who holds a role."""
    guest = hall.browser()
    known, unknown = guest.ask(DSL), guest.ask("stranger@elsewhere.example")
    assert known.text == unknown.text
    assert len(hall.mails()) == 1


@pytest.mark.parametrize("typed", ["", "not an address", "a@b, c@d", "x" * 300 + "@y.example"])
def test_what_is_no_address_is_said_and_kept(hall: Hall, typed: str) -> None:
    """The field keeps what was typed, and the summary leads to it."""
    page = hall.browser().ask(typed)
    assert page.status == 422
    assert page.tree.xpath("//*[@class='govuk-error-summary__body']//a/@href") == ["#email"]
    assert page.tree.get_element_by_id("email").get("value") == typed[:250].strip()
    assert hall.mails() == []


def test_no_secret_is_kept_or_logged(hall: Hall, caplog: pytest.LogCaptureFixture) -> None:
    """The file holds hashes only, and is for this account alone; the log holds neither address nor link."""
    with caplog.at_level(logging.DEBUG):
        guest = hall.signed_in(HEAD)
        token = hall.link().rpartition("/")[2]
    place = hall.folder / "desk" / "sign-in.sqlite"
    assert place.stat().st_mode & 0o077 == 0
    assert place.parent.stat().st_mode & 0o077 == 0
    with sqlite3.connect(place) as book:
        rows = str([book.execute(f"SELECT * FROM {one}").fetchall() for one in ("links", "visits")])  # noqa: S608
    assert token not in rows
    assert token not in caplog.text
    assert HEAD not in caplog.text
    with guest.client.session_transaction() as cookie:
        assert str(cookie["visit"]) not in rows


class _AwayOnce:
    """A mail server that answers the second time."""

    def __init__(self, real: object) -> None:
        self.real, self.tries = real, 0

    def send(self, mail: OutgoingMail) -> None:
        """Fail first."""
        self.tries += 1
        if self.tries == 1:
            raise WorldFailed
        self.real.send(mail)  # type: ignore[attr-defined]


def test_a_link_is_sent_again_where_the_server_was_away(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to ask twice because the server was away for a moment."""
    away = _AwayOnce(next(iter(hall.house.schools)).office().outbox)
    monkeypatch.setattr("letterladder.desk.wiring.outbox_of", lambda *_: away)
    hall.door.post.again = (0.0,)
    hall.browser().ask(HEAD)
    assert len(hall.mails()) == 1
    assert away.tries == 2


@pytest.mark.parametrize(
    ("expected", "asked"),
    [
        ("/larkfield/in-tray", "/larkfield/in-tray"),
        ("/larkfield/cases?state=open&page=2", "/larkfield/cases?state=open&page=2"),
        ("/", "https://evil.example/"),
        ("/", "//evil.example"),
        ("/", "/\\evil.example"),
        ("/", "/larkfield//evil.example"),
        ("/", "/\tevil"),
        ("/", "/%0d%0aSet-Cookie:x" + "a" * 500),
        ("/", "javascript:alert(1)"),
        ("/", "larkfield/in-tray"),
        ("/", "/sign-out"),
        ("/", ""),
        ("/", None),
    ],
)
def test_only_a_path_of_ours_is_gone_to(expected: str, asked: str | None) -> None:
    """Nobody is sent to another site after signing in."""
    assert own_path(asked) == expected


def test_after_signing_in_people_are_where_they_wanted_to_go(hall: Hall) -> None:
    """A page that was asked for first comes after; another site never."""
    guest = hall.browser()
    guest.open(f"/{hall.name}/in-tray")
    guest.ask(DSL)
    assert guest.use(hall.link(), follow=False).answer.location == f"/{hall.name}/in-tray"
    other = hall.browser()
    other.open("/sign-in?next=https://evil.example/")
    other.ask(DSL)
    assert other.use(hall.link(), follow=False).answer.location == "/"
