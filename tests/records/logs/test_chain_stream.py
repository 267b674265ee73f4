from datetime import UTC, datetime
from pathlib import Path

import pytest

from letterladder.ground.errors import LogBroken, Problem
from letterladder.records.logs.chain import read_chain
from letterladder.records.logs.chain_stream import LogReading
from letterladder.records.logs.office_log import EXPORTS, OfficeLog
from letterladder.rules.office.exports import OfficeEntry, RetentionHeld


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of three lines."""
    at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    for reason in ("a", "b", "c"):
        OfficeLog(tmp_path, EXPORTS).append(at, "x", RetentionHeld(ref="r", reason=reason))
    return tmp_path / EXPORTS


@pytest.mark.parametrize("torn", [b"", b"{", b"{\n", b'{"seq":4'])
def test_it_reads_what_the_whole_reading_reads(log: Path, torn: bytes) -> None:
    """The same entries, and the same words about an unfinished last line."""
    log.write_bytes(log.read_bytes() + torn)
    reading, whole = LogReading(log, OfficeEntry), read_chain(log, OfficeEntry)
    assert tuple(reading) == whole.entries
    assert tuple(reading.problems) == whole.problems
    assert (reading.lines, reading.is_broken) == (3, False)


@pytest.mark.parametrize("place", range(0, 900, 90))
def test_it_breaks_where_the_whole_reading_breaks(log: Path, place: int) -> None:
    """At any changed byte; what comes before is handed on."""
    changed = bytearray(log.read_bytes())
    changed[min(place, len(changed) - 3)] ^= 1
    log.write_bytes(changed)
    reading = LogReading(log, OfficeEntry)
    entries = list(reading)
    assert (entries, reading.problems, reading.is_broken) == as_whole(log, entries)


def as_whole(log: Path, before: list[OfficeEntry]) -> tuple[list[OfficeEntry], list[Problem], bool]:
    """What the whole reading says of the log; of a broken one it hands on nothing, so `before` is taken."""
    try:
        whole = read_chain(log, OfficeEntry)
    except LogBroken as broken:
        return before, list(broken.problems), True
    return list(whole.entries), list(whole.problems), False


def test_a_log_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """A school without exports has none."""
    reading = LogReading(tmp_path / "exports.log", OfficeEntry)
    assert list(reading) == []
    assert reading.problems == []
    assert not reading.is_broken
