"""A break of the anchor that two people acknowledged: `verify` ends well and says so; any other stays one."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from records.rewriting import by_nobody, cut_off, rewrite

from letterladder.records.logs.anchor_log import AnchorLog
from letterladder.records.logs.office_log import OfficeLog
from letterladder.records.logs.secret_key import secret_of
from letterladder.records.verify.verify import walk
from letterladder.rules.office.acknowledged import OWN_LOG, since_last_anchor, still_known
from letterladder.rules.office.anchors import anchors_in, new_anchor
from letterladder.rules.office.exports import (
    AnchorMade,
    BreakAcknowledged,
    LogHead,
    OfficeEntry,
    RequestAcknowledged,
)

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
HOLLIS, BINNS = ("Mrs Anita Hollis", "a.hollis@x.example"), ("Mr Leo Binns", "l.binns@x.example")
LOG, EXPORTS, ANCHORS, SENT = (
    "ledger/requests.log",
    "ledger/reads.log",
    "ledger/anchors.log",
    "outbox/sent/000001-a.json",
)


def grow(data: Path, log: str = LOG) -> None:
    """One line more."""
    name = log.removeprefix("ledger/")
    OfficeLog(data / "ledger", name).append(NOW, "x", RequestAcknowledged(number="R", on="2026-11-09"))


def take_anchor(data: Path, day: int) -> str:
    """The anchor of this day of November, as a round takes it; returns its root."""
    book = AnchorLog(data)
    entries = book.entries()
    earlier, known = list(anchors_in(entries)), still_known(entries)
    before = earlier[-1].root if earlier else ""
    own = [LogHead(log=OWN_LOG, seq=one.seq, hash=one.hash) for one in since_last_anchor(entries)[-1:]]
    files = [*book.files(known), *own]
    found = new_anchor(NOW.replace(day=day).date(), before, known, book.heads(), files=files)
    made = AnchorMade(
        day=found.day.isoformat(),
        logs=found.logs,
        heads=list(found.heads),
        before=before,
        root=found.root,
        to=[],
        message_id="",
    )
    book.append(NOW, "rules", made)
    return found.root


def acknowledge(data: Path, who: tuple[str, str] = HOLLIS, *numbers: str) -> None:
    """What `verify` finds now, in this person's name."""
    breaks = walk(data).breaks
    said = BreakAcknowledged(
        lost=list(breaks.lost),
        stands=list(breaks.stands),
        numbers=list(numbers),
        why="restored from the backup of 2 November",
        email=who[1],
        way="signed-in",
    )
    AnchorLog(data).append(NOW, who[0], said)


def both(data: Path, *numbers: str) -> None:
    acknowledge(data, HOLLIS, *numbers)
    acknowledge(data, BINNS, *numbers)


OF_ANCHORS = re.compile(r"[Aa]nchored on|acknowledged on|--anchor|anchors\.log")


def said(data: Path, typed: str = "") -> list[str]:
    """What verify says of the anchors, a line a problem; the email and the secret here are none of a real school."""
    return [
        str(one) for one in walk(data, typed=typed).problems if OF_ANCHORS.search(f"{one.where} {one.what}")
    ]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A log of six lines, anchored at the second, fourth and sixth; an email that left, and the secret."""
    secret_of(tmp_path)
    (tmp_path / SENT).parent.mkdir(parents=True)
    (tmp_path / SENT).write_bytes(b'{"to":["a@x.example"]}')
    for day in (2, 3, 4):
        grow(tmp_path)
        grow(tmp_path)
        grow(tmp_path, EXPORTS)
        take_anchor(tmp_path, day)
    return tmp_path


def older(data: Path) -> None:
    """The log comes from a copy of 2 November, with one line since."""
    cut_off(data / LOG, lines=4)
    grow(data)
    rewrite(data / LOG, OfficeEntry, lambda one: replace(one, by="later") if one.seq > 2 else one)


def test_two_make_verify_end_well(data: Path) -> None:
    """And it says in one note what, by whom, when and why."""
    older(data)
    assert len(said(data)) == 1
    both(data)
    assert said(data) == []
    (note,) = walk(data).notes
    for words in (
        LOG,
        "lines 4 and 6",
        "Mrs Anita Hollis (9 November 2026)",
        "Mr Leo Binns",
        "backup of 2 November",
    ):
        assert words in note


def test_one_changes_nothing_but_is_shown(data: Path) -> None:
    """As what a second person is needed for."""
    older(data)
    acknowledge(data)
    (found,) = said(data)
    assert "as anchored on 3 November 2026" in found
    assert "One of two has acknowledged this: Mrs Anita Hollis" in found


@pytest.mark.parametrize("name", ["Mrs Anita Hollis", "A. Hollis", "Anita Hollis"])
def test_one_person_twice_is_one(data: Path, name: str) -> None:
    """With another address, or the name spelled another way."""
    older(data)
    acknowledge(data)
    acknowledge(data, (name, "other@x.example"))
    assert len(said(data)) == 1


def cut_again(data: Path) -> None:
    cut_off(data / LOG)


def rewritten(data: Path) -> None:
    rewrite(data / LOG, OfficeEntry, by_nobody)


def since_rewritten(data: Path) -> None:
    rewrite(data / LOG, OfficeEntry, lambda one: by_nobody(one) if one.seq > 2 else one)


def gone(data: Path) -> None:
    (data / LOG).unlink()


def other_log(data: Path) -> None:
    cut_off(data / EXPORTS)


def other_mail(data: Path) -> None:
    (data / SENT).write_bytes(b"{}")


@pytest.mark.parametrize("do", [cut_again, rewritten, since_rewritten, gone, other_log, other_mail])
@pytest.mark.parametrize("is_anchored", [False, True], ids=["at once", "after the next anchor"])
def test_a_second_break_is_a_break(data: Path, do: Callable[[Path], None], *, is_anchored: bool) -> None:
    """Of the same log or another, before any further anchor and after it."""
    older(data)
    both(data)
    if is_anchored:
        take_anchor(data, 9)
    assert said(data) == []
    do(data)
    assert len(said(data)) == 1


@pytest.mark.parametrize("do", [cut_again, other_log])
def test_a_second_break_can_be_acknowledged_too(data: Path, do: Callable[[Path], None]) -> None:
    """By two again; both notes stay."""
    older(data)
    both(data)
    do(data)
    acknowledge(data, BINNS)
    assert len(said(data)) == 1
    acknowledge(data)
    assert said(data) == []
    assert len(walk(data).notes) == 2


def test_what_was_put_back_and_anchored_again_is_watched(data: Path) -> None:
    """A log is taken away, acknowledged as gone, put back, and rewritten a day later."""
    content = (data / LOG).read_bytes()
    gone(data)
    both(data)
    (data / LOG).write_bytes(content)
    take_anchor(data, 9)
    assert said(data) == []
    rewritten(data)
    assert len(said(data)) == 1


def test_what_only_one_named_stays_a_break(data: Path) -> None:
    """The second person came after something else broke."""
    older(data)
    acknowledge(data)
    other_log(data)
    acknowledge(data, BINNS)
    (found,) = said(data)
    assert EXPORTS in found


@pytest.mark.parametrize(
    "do", [gone, other_mail, lambda data: (data / SENT).unlink()], ids=["log", "mail", "no mail"]
)
def test_all_that_an_anchor_names_can_be_acknowledged(data: Path, do: Callable[[Path], object]) -> None:
    """A log that is gone, a changed copy of an email, one that is gone."""
    do(data)
    assert len(said(data)) == 1
    both(data)
    assert said(data) == []
    take_anchor(data, 9)
    assert said(data) == []


def test_an_email_changed_again_is_named(data: Path) -> None:
    """It is watched as it was when it was acknowledged."""
    other_mail(data)
    both(data)
    (data / SENT).write_bytes(b"[]")
    (found,) = said(data)
    assert "not what was acknowledged on 9 November 2026" in found


# -- numbers of emails ------------------------------------------------------------------------------------------

NUMBER = "0f3c91aa27d05b1e"


def test_a_number_of_a_lost_day_says_that_it_was_acknowledged(data: Path) -> None:
    """Once two have; before it says who has."""
    acknowledge(data, HOLLIS, NUMBER)
    (found,) = said(data, NUMBER)
    assert "One of two has acknowledged this" in found
    acknowledge(data, BINNS, NUMBER)
    assert said(data, NUMBER + "00") == []
    answer = walk(data, typed=NUMBER + "00").anchor
    assert "which was acknowledged by Mrs Anita Hollis (9 November 2026) and Mr Leo Binns" in answer
    assert len(said(data, "1" * 16)) == 1


def test_the_number_of_an_anchor_says_what_is_no_longer_as_it_was(data: Path) -> None:
    """It does not say that everything is."""
    roots = [one.root for one in anchors_in(AnchorLog(data).entries())]
    older(data)
    both(data)
    answers = [walk(data, typed=root).anchor for root in roots]
    assert [answer.endswith("everything up to that day is as it was.") for answer in answers] == [
        True,
        False,
        False,
    ]
    assert "all is as it was but what was acknowledged by Mrs Anita Hollis" in answers[2]


# -- the words themselves ---------------------------------------------------------------------------------------


def test_a_changed_byte_of_a_word_shows(data: Path) -> None:
    """By the chain."""
    older(data)
    both(data)
    place = data / ANCHORS
    place.write_bytes(place.read_bytes().replace(b"Mr Leo Binns", b"Mr Leo Finns"))
    assert any("anchors.log" in line for line in said(data))


def other_name(entry: OfficeEntry) -> OfficeEntry:
    return replace(entry, by="Mrs Ada Stone") if entry.by == BINNS[0] else entry


def other_reason(entry: OfficeEntry) -> OfficeEntry:
    is_word = isinstance(entry.event, BreakAcknowledged) and entry.by == HOLLIS[0]
    return replace(entry, event=replace(entry.event, why="a mistake")) if is_word else entry


@pytest.mark.parametrize("change", [other_name, other_reason])
def test_a_word_rewritten_with_valid_hashes_no_longer_fits_the_next_anchor(
    data: Path, change: Callable[[OfficeEntry], OfficeEntry]
) -> None:
    """The first of the two as well, by the chain between them."""
    older(data)
    both(data)
    take_anchor(data, 9)
    assert said(data) == []
    rewrite(data / ANCHORS, OfficeEntry, change)
    (found,) = said(data)
    assert "in which somebody acknowledged a break, is not what was anchored on 9 November 2026" in found


def test_the_number_of_a_later_day_stands_for_the_words_too(data: Path) -> None:
    """A word that was changed after it: the number no longer fits."""
    older(data)
    both(data)
    mailed = take_anchor(data, 9)
    assert "but what was acknowledged" in walk(data, typed=mailed).anchor
    rewrite(data / ANCHORS, OfficeEntry, other_name)
    assert walk(data, typed=mailed).anchor == ""
