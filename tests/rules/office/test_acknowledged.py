"""What two people have acknowledged counts for what both named, after it was named, and for nothing else."""

from datetime import UTC, datetime

import pytest

from letterladder.rules.office.acknowledged import (
    Words,
    may_be_one,
    pair_of,
    said_of,
    since_last_anchor,
    still_known,
    what_of,
)
from letterladder.rules.office.exports import (
    AnchorMade,
    AnyOfficeEvent,
    BreakAcknowledged,
    LogHead,
    OfficeEntry,
)

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
HOLLIS, BINNS = ("Mrs Anita Hollis", "a.hollis@x.example"), ("Mr Leo Binns", "l.binns@x.example")
NUMBER = "0f3c91aa27d05b1e"


def head(seq: int, log: str = "ledger/mails.log") -> LogHead:
    return LogHead(log=log, seq=seq, hash=f"{seq:064x}")


def anchored(*heads: LogHead) -> AnchorMade:
    return AnchorMade(
        day="2026-11-02", logs=1, heads=list(heads), before="", root="a" * 64, to=[], message_id=""
    )


def word(
    *lost: LogHead,
    who: tuple[str, str] = HOLLIS,
    stands: tuple[LogHead, ...] = (),
    numbers: tuple[str, ...] = (),
) -> tuple[str, BreakAcknowledged]:
    said = BreakAcknowledged(
        lost=list(lost),
        stands=list(stands),
        numbers=list(numbers),
        why="restored",
        email=who[1],
        way="signed-in",
    )
    return who[0], said


def lines(*events: AnyOfficeEvent | tuple[str, BreakAcknowledged]) -> list[OfficeEntry]:
    """A log of anchors."""
    pairs = [one if isinstance(one, tuple) else ("rules", one) for one in events]
    return [
        OfficeEntry(seq=seq, at=NOW, by=by, event=event) for seq, (by, event) in enumerate(pairs, start=1)
    ]


def counts(entries: list[OfficeEntry], lost: LogHead) -> bool:
    return pair_of(said_of(entries, [lost])[lost]) is not None


def test_two_people_make_it_count() -> None:
    """And what only one of them named does not."""
    entries = lines(anchored(head(5), head(6)), word(head(5), head(6)), word(head(5), who=BINNS))
    assert (counts(entries, head(5)), counts(entries, head(6))) == (True, False)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        HOLLIS,
        ("Mrs Anita Hollis", "anita@elsewhere.example"),
        ("Anita Hollis", "anita@elsewhere.example"),
        ("Ms A. Hollis", "anita@elsewhere.example"),
        ("Mrs Anita Jane HOLLIS", "anita@elsewhere.example"),
        ("Mrs Hollis", "anita@elsewhere.example"),
        ("The Headteacher", "A.Hollis@X.example"),
    ],
)
def test_one_person_twice_is_one(name: str, address: str) -> None:
    """By another spelling of the name, or another address."""
    entries = lines(anchored(head(5)), word(head(5)), word(head(5), who=(name, address)))
    assert not counts(entries, head(5))


@pytest.mark.parametrize(
    "name", ["Mr Leo Binns", "Mr Anita Hollis", "Mrs Anna Hollis", "Mrs Anita Hollins", "B. Hollis"]
)
def test_other_people_are_others(name: str) -> None:
    """Another title of the other sex, given name, family name or initial."""
    assert not may_be_one(HOLLIS, (name, "other@x.example"))


def test_a_third_makes_up_for_a_second_spelling() -> None:
    """The first two of different people are taken, wherever they are."""
    entries = lines(
        anchored(head(5)), word(head(5)), word(head(5), who=("A Hollis", "x")), word(head(5), who=BINNS)
    )
    assert counts(entries, head(5))


def test_a_word_covers_nothing_that_is_named_after_it() -> None:
    """The line was put back, anchored again, and then broken: that is another break."""
    both = word(head(5)), word(head(5), who=BINNS)
    assert not counts(lines(anchored(head(5)), *both, anchored(head(5))), head(5))
    assert not counts(lines(*both, anchored(head(5))), head(5))


@pytest.mark.parametrize(
    "other", [head(6), LogHead(log="ledger/mails.log", seq=5, hash="b" * 64), head(5, "other.log")]
)
def test_it_counts_for_exactly_this_line(other: LogHead) -> None:
    """Not for another number, hash or log."""
    entries = lines(anchored(head(5), other), word(head(5)), word(head(5), who=BINNS))
    assert not counts(entries, other)


def test_what_was_lost_is_no_longer_expected() -> None:
    """The next anchor compares with what was anchored before it, or with where the log stood then."""
    first = lines(anchored(head(3)), anchored(head(5)), word(head(5)))
    both = lines(anchored(head(3)), anchored(head(5)), word(head(5)), word(head(5), who=BINNS))
    where = lines(anchored(head(5)), word(head(5), stands=(head(4),)), word(head(5), who=BINNS))
    assert [list(still_known(one).values()) for one in (first, both, where)] == [
        [head(5)],
        [head(3)],
        [head(4)],
    ]


def test_where_a_log_stood_counts_with_the_second_word_alone() -> None:
    """The first changes nothing."""
    stands = head(4), head(3, "ledger/other.log")
    first = word(head(5), stands=stands)
    assert list(Words(lines(first)).stands()) == []
    found = [one for _, one in Words(lines(first, word(head(5), who=BINNS))).stands()]
    assert found == [head(4)]


def test_a_number_counts_when_two_typed_it() -> None:
    """One of them may have typed more of it; another number is another."""
    entries = lines(word(numbers=(NUMBER,)), word(numbers=(NUMBER + "ffff", "0" * 16), who=BINNS))
    words = Words(entries)
    assert pair_of(words.of_number(NUMBER))
    assert not pair_of(words.of_number("0" * 16))
    assert not words.of_number("1" * 16)


def test_it_is_said_in_one_sentence() -> None:
    """What, who, when and why; the shorter of two spellings of a number is not said again."""
    both = word(head(5), numbers=(NUMBER,)), word(head(5), numbers=(NUMBER + "ffff",), who=BINNS)
    (note,) = Words(lines(*both)).notes()
    assert note == (
        "Acknowledged that this no longer fits its anchor: ledger/mails.log (line 5) and the number 0f3c 91aa 27d0"
        " 5b1e ffff. By Mrs Anita Hollis (9 November 2026) and Mr Leo Binns (9 November 2026), “restored”."
    )


def test_one_word_is_said_while_it_waits() -> None:
    """For a second person; once the line fits again nobody waits."""
    words = Words(lines(word(head(5))))
    (note,) = words.notes([head(5)])
    assert "One of two has acknowledged this: Mrs Anita Hollis" in note
    assert list(words.notes([])) == []


def test_many_logs_are_counted() -> None:
    """A sentence names twelve."""
    said = what_of([head(1, f"ledger/{place:02}.log") for place in range(20)])
    assert said.endswith("ledger/11.log (line 1) and 8 more")


def test_words_wait_for_the_next_anchor() -> None:
    """Which names the last of them."""
    entries = lines(word(head(1)), anchored(), word(head(5)), word(head(5), who=BINNS))
    assert [one.seq for one in since_last_anchor(entries)] == [3, 4]


@pytest.mark.parametrize(
    ("one_person", "name", "other"),
    [
        (True, "A. Hollis", "Mrs Anita Hollis"),
        (True, "Mrs Anita Hollis", "Hollis"),
        (True, "Anita B. Hollis", "Anita Hollis"),
        (True, "L. Binns", "Mr Leo Binns"),
        (False, "O. Binns", "Mr Leo Binns"),
        (False, "B. Hollis", "Mrs Anita Hollis"),
        (False, "Mrs Anita Hollis", "B. Hollis"),
        (False, "Beth Hollis", "Anita Hollis"),
        (False, "Mr Hollis", "Mrs Hollis"),
        (False, "Anita Hollis", "Anita Holt"),
    ],
)
def test_names_that_can_be_one_person_s_are(one_person: bool, name: str, other: str) -> None:
    """By family name, title, and given names or their initials; an address that both have decides alone."""
    assert may_be_one((name, "a@x.example"), (other, "b@x.example")) is one_person
    assert may_be_one((name, "a@x.example"), (other, "A@x.example"))
