"""A log that may grow to hundreds of megabytes: followed from any line, appended to at its end."""

from pathlib import Path

import pytest
from cast import MONDAY

from letterladder.ground.errors import LogBroken, WorldFailed
from letterladder.records.logs.chain import End, Log
from letterladder.records.logs.long_log import BLOCK, LongLog
from letterladder.records.logs.stamps import NO_FILE
from letterladder.rules.mails.mail_log import MailboxReset, MailEntry


def entry(what: str = "renumbered") -> MailEntry:
    return MailEntry(seq=0, at=MONDAY, by="rules", event=MailboxReset(mailbox="a", what=what))


def long(folder: Path, *, read_whole: int = 0) -> LongLog[MailEntry]:
    """A log of which each but an empty one is too long to be read whole."""
    return LongLog(folder / "mails.log", MailEntry, read_whole=read_whole)


def told(log: LongLog[MailEntry]) -> list[str]:
    """What the whole log says, read as every other log is."""
    entries = Log(log.path, MailEntry).read().entries
    return [one.event.what for one in entries if isinstance(one.event, MailboxReset)]


def content(folder: Path, *whats: str) -> bytes:
    """The bytes of a log that says this."""
    log = long(folder, read_whole=10**9)
    log.path.unlink(missing_ok=True)
    log.append([entry(what) for what in whats])
    return log.path.read_bytes()


def test_a_long_log_grows_as_a_short_one_does(tmp_path: Path) -> None:
    """The same bytes, whichever way they were appended."""
    expected = content(tmp_path, "1", "2", "3", "4")
    log = long(tmp_path)
    log.path.unlink()
    for whats in (["1"], ["2", "3"], [], ["4"]):
        log.append([entry(what) for what in whats])
    assert log.path.read_bytes() == expected


@pytest.mark.parametrize("length", [10, BLOCK - 300, BLOCK, 3 * BLOCK])
def test_a_last_line_of_any_length_is_found(tmp_path: Path, length: int) -> None:
    """Also where it is longer than what is read at once."""
    content(tmp_path, "first", "x" * length)
    log = long(tmp_path)
    log.append([entry("last")])
    assert told(log) == ["first", "x" * length, "last"]


def torn_tails(whole: bytes, step: int = 1) -> list[bytes]:
    """Beginnings of the last line, each `step` bytes longer, with a newline behind and without."""
    last = whole[whole[:-1].rfind(b"\n") + 1 :]
    return [last[:cut] + end for cut in range(1, len(last) - 1, step) for end in (b"", b"\n")]


@pytest.mark.parametrize(("step", "before"), [(20, []), (1, ["1"]), (20, ["1", "2"])])
def test_a_torn_line_is_set_aside_wherever_it_ends(tmp_path: Path, step: int, before: list[str]) -> None:
    """What was whole stays, the next entry follows it, and the torn bytes are kept beside."""
    whole = content(tmp_path, *before, "torn")
    kept = whole[: whole[:-1].rfind(b"\n") + 1]
    for tail in torn_tails(whole, step):
        log = long(tmp_path)
        log.path.write_bytes(kept + tail)
        log.append([entry("next")])
        assert told(log) == [*before, "next"], tail
        (aside,) = tmp_path.glob("*.torn-*")
        assert aside.read_bytes() == tail
        aside.unlink()


def test_nothing_is_put_behind_a_last_line_that_was_changed(tmp_path: Path) -> None:
    """Nobody can say what it was."""
    whole = content(tmp_path, "1", "last")
    log = long(tmp_path)
    log.path.write_bytes(whole.replace(b'"last"', b'"lost"'))
    with pytest.raises(LogBroken, match="changed after it was written"):
        log.append([entry("next")])
    assert len(log.path.read_bytes()) == len(whole)


def test_nothing_is_put_behind_a_line_of_a_newer_version(tmp_path: Path) -> None:
    """It is said which version is needed."""
    log = long(tmp_path, read_whole=10**9)
    log.append([entry("1"), MailEntry(seq=0, at=MONDAY, by="x", v=2, event=entry().event)])
    with pytest.raises(LogBroken, match="newer Letterladder"):
        long(tmp_path).append([entry("next")])


def test_what_comes_before_the_last_line_is_checked_where_the_log_is_short(tmp_path: Path) -> None:
    """A long one is read whole by `verify` only."""
    whole = content(tmp_path, "first", "2")
    log = long(tmp_path, read_whole=len(whole))
    log.path.write_bytes(whole.replace(b'"first"', b'"worst"'))
    with pytest.raises(LogBroken):
        log.append([entry("next")])
    long(tmp_path, read_whole=len(whole) - 1).append([entry("next")])


def test_a_log_can_be_followed_from_each_of_its_lines(tmp_path: Path) -> None:
    """The rest is the same, wherever one stopped before."""
    content(tmp_path, "1", "2", "3")
    log = long(tmp_path)
    every = list(log.follow(0, End()))
    assert [one.seq for one, _ in every] == [1, 2, 3]
    for number, (last, place) in enumerate(every, start=1):
        assert list(log.follow(place, End(last.seq, last.hash))) == every[number:]
    assert every[-1][1] == log.path.stat().st_size


def test_a_log_followed_from_any_other_byte_is_broken(tmp_path: Path) -> None:
    """Whoever remembers a wrong place is not told a part of a line."""
    whole = content(tmp_path, "1", "2")
    log = long(tmp_path)
    first, place = next(log.follow(0, End()))
    end = End(first.seq, first.hash)
    for start in {*range(len(whole) - 1)} - {place}:
        with pytest.raises(LogBroken):
            list(log.follow(start, end))


def test_a_log_followed_from_behind_another_end_is_broken(tmp_path: Path) -> None:
    """It was put there in place of the one that was known."""
    content(tmp_path, "1", "2")
    log = long(tmp_path)
    first, place = next(log.follow(0, End()))
    for end in (End(first.seq, "0" * 64), End(first.seq + 1, first.hash), End()):
        with pytest.raises(LogBroken, match="does not follow"):
            list(log.follow(place, end))


def test_a_torn_line_is_not_followed(tmp_path: Path) -> None:
    """It never happened; one that is whole again is."""
    whole = content(tmp_path, "1", "torn")
    kept = whole[: whole[:-1].rfind(b"\n") + 1]
    log = long(tmp_path)
    for tail in torn_tails(whole):
        log.path.write_bytes(kept + tail)
        assert [place for _, place in log.follow(0, End())] == [len(kept)], tail
    log.path.write_bytes(whole)
    assert [place for _, place in log.follow(0, End())] == [len(kept), len(whole)]


def test_a_changed_line_is_said_when_it_is_reached(tmp_path: Path) -> None:
    """What comes before it is told."""
    whole = content(tmp_path, "1", "second", "3")
    log = long(tmp_path)
    log.path.write_bytes(whole.replace(b'"second"', b'"seconD"'))
    following = log.follow(0, End())
    assert next(following)[0].seq == 1
    with pytest.raises(LogBroken, match="line 2"):
        next(following)


def test_a_log_that_is_not_there_has_no_stamp_and_cannot_be_followed(tmp_path: Path) -> None:
    """The first entry makes it."""
    log = long(tmp_path)
    assert log.stamp() == NO_FILE
    with pytest.raises(WorldFailed):
        next(log.follow(0, End()))
    log.append([entry()])
    assert log.stamp()[1] == log.path.stat().st_size
