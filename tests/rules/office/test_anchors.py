from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from letterladder.rules.office.anchors import (
    gone_back,
    grouped,
    is_of,
    known_heads,
    misfit,
    new_anchor,
    read_typed,
    root_of,
)
from letterladder.rules.office.exports import AnchorMade, AnchorQueued, ExportMade, LogHead, OfficeEntry

FRIDAY = date(2026, 11, 20)
ROOT = "0123456789abcdef" * 4


def head(log: str, seq: int = 1, digest: str = "a") -> LogHead:
    return LogHead(log=log, seq=seq, hash=digest)


def made(*heads: LogHead, before: str = "", root: str = "", day: str = "2026-11-20") -> AnchorMade:
    """An anchor whose root fits, unless another is given."""
    root = root or root_of(day, before, len(heads), heads)
    return AnchorMade(
        day=day, logs=len(heads), heads=list(heads), before=before, root=root, to=[], message_id=""
    )


def test_the_root_is_what_anybody_can_count() -> None:
    """SHA-256 over five lines; the number was counted once with another program."""
    found = root_of("2026-11-20", "b" * 64, 2, [head("z", 3, "c" * 64), head("a", 1, "d" * 64)])
    assert found == "c285685ce2e6782580be6b6b79cfdd906a56f4ae7eb889185416b1451cb40619"


def test_the_order_in_which_logs_are_met_does_not_count() -> None:
    """Folders list their files in any order."""
    heads = [head("a"), head("b"), head("c")]
    assert len({root_of("2026-11-20", "", 3, some) for some in permutations(heads)}) == 1


@pytest.mark.parametrize(
    "other",
    [
        root_of("2026-11-21", "b", 1, [head("a")]),
        root_of("2026-11-20", "c", 1, [head("a")]),
        root_of("2026-11-20", "b", 2, [head("a")]),
        root_of("2026-11-20", "b", 1, []),
        root_of("2026-11-20", "b", 1, [head("A")]),
        root_of("2026-11-20", "b", 1, [head("a", seq=2)]),
        root_of("2026-11-20", "b", 1, [head("a", digest="b")]),
    ],
)
def test_whatever_changes_the_root_changes(other: str) -> None:
    """The day, the root before, the count, and each part of each head."""
    assert other != root_of("2026-11-20", "b", 1, [head("a")])


def test_an_anchor_holds_the_heads_that_moved() -> None:
    """A log that is where it stood costs nothing, but is counted."""
    known = known_heads([made(head("a"), head("b"))])
    found = new_anchor(FRIDAY, ROOT, known, [head("c"), head("b", seq=2), head("a")])
    assert found.heads == (head("b", seq=2), head("c"))
    assert (found.logs, found.before) == (3, ROOT)
    assert found.root == root_of("2026-11-20", ROOT, 3, found.heads)


def test_of_each_log_the_latest_head_is_known() -> None:
    """Later anchors speak last."""
    assert known_heads([made(head("a")), made(head("a", seq=5))]) == {"a": head("a", seq=5)}


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        ("", head("a", seq=5, digest="x")),
        ("", head("a", seq=6, digest="y")),
        ("", head("new")),
        ("another line", head("a", seq=5, digest="y")),
        ("ends at line 4 now.", head("a", seq=4, digest="y")),
    ],
)
def test_a_log_that_went_back_is_said_at_once(expected: str, now: LogHead) -> None:
    """A log only grows; a shorter one, or another line of the same number, is a problem."""
    found = [problem.what for problem in gone_back({"a": head("a", seq=5, digest="x")}, [now])]
    assert bool(found) == bool(expected)
    assert all(expected in what for what in found)


@pytest.mark.parametrize(
    ("expected", "anchor"),
    [
        ("", made(before="b")),
        ("does not follow", made(before="x")),
        ("root", made(before="b", root=ROOT)),
    ],
)
def test_an_anchor_fits_the_one_before_and_its_own_heads(expected: str, anchor: AnchorMade) -> None:
    """Else somebody wrote into the log of anchors."""
    assert expected in misfit(anchor, "b")
    assert bool(expected) == bool(misfit(anchor, "b"))


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        (ROOT, grouped(ROOT)),
        (ROOT[:16], "0123 4567 89AB CDEF"),
        (ROOT[:16], " 0123-4567:89ab\tcdef\n"),
        (ROOT[:17], ROOT[:17]),
        ("", ROOT[:15]),
        ("", ROOT + "0"),
        ("", "0123 4567 89ab cdeg"),
        ("", "٠" * 16),
        ("", ""),
    ],
)
def test_a_number_is_read_as_people_type_it(expected: str, typed: str) -> None:
    """Spaces and capitals do not matter; sixteen digits are the least."""
    assert read_typed(typed) == expected


def test_a_root_is_grouped_for_reading() -> None:
    """Sixteen groups of four, and nothing is lost."""
    assert grouped(ROOT).split(" ") == ["0123", "4567", "89ab", "cdef"] * 4


@pytest.mark.parametrize(
    ("expected", "event"),
    [
        (True, made()),
        (True, AnchorQueued(day="2026-11-20", message_id="")),
        (False, made(day="2026-11-19")),
        (False, ExportMade(profile="", format="", scope="", refs=[], rows=0, sha256="", size=0)),
    ],
)
def test_a_day_has_its_anchor_once_it_is_logged(expected: bool, event: AnchorMade) -> None:
    """Whether its email is queued already or not."""
    assert (
        is_of(OfficeEntry(seq=1, at=datetime(2026, 11, 20, tzinfo=UTC), by="", event=event), FRIDAY)
        is expected
    )
    assert not is_of(None, FRIDAY)
