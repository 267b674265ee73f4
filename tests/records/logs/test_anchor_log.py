from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from letterladder.ground.errors import LogBroken
from letterladder.records.logs.anchor_log import AnchorLog, heads_of, last_line, logs_of
from letterladder.records.logs.chain import read_chain
from letterladder.records.logs.office_log import EXPORTS, OfficeLog
from letterladder.rules.office.exports import AnchorQueued, OfficeEntry, RetentionHeld

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def written(data: Path, *reasons: str) -> Path:
    """A log of the ledger with one line per reason."""
    for reason in reasons:
        OfficeLog(data / "ledger", EXPORTS).append(NOW, "x", RetentionHeld(ref="r", reason=reason))
    return data / "ledger" / EXPORTS


@pytest.mark.parametrize(
    "reasons", [["a"], ["a", "b"], ["a", "b" * 70_000], ["a" * 200_000, "b"], ["é" * 66_000] * 3]
)
def test_a_log_stands_where_its_last_line_does(tmp_path: Path, reasons: list[str]) -> None:
    """However long its lines are; the end alone is read."""
    last = read_chain(written(tmp_path, *reasons), OfficeEntry).entries[-1]
    assert [(head.log, head.seq, head.hash) for head in heads_of(tmp_path)] == [
        ("ledger/exports.log", last.seq, last.hash)
    ]


@pytest.mark.parametrize("torn", [b"{", b'{"seq":3,"hash":"', b'{"seq":3}\n', b"\n", b"\xff\xff\n"])
def test_what_a_stop_left_at_the_end_is_no_line(tmp_path: Path, torn: bytes) -> None:
    """The log is at the line before, as for whoever reads it."""
    log = written(tmp_path, "a", "b" * 100_000)
    whole = last_line(log)
    with log.open("ab") as file:
        file.write(torn)
    assert last_line(log) == whole is not None


@pytest.mark.parametrize("content", [None, b"", b"{", b"no line\n", b"no\nlines\nat\nall\n"])
def test_a_log_without_a_line_stands_nowhere(tmp_path: Path, content: bytes | None) -> None:
    """Missing, empty or broken: `verify` says what is wrong with it."""
    (tmp_path / "ledger").mkdir()
    if content is not None:
        (tmp_path / "ledger" / "mails.log").write_bytes(content)
    assert list(heads_of(tmp_path)) == []


def test_all_logs_are_anchored_but_the_anchors(tmp_path: Path) -> None:
    """The ledger's, whatever they are called, then the cases' by year and number."""
    for log in ("ledger/anchors.log", "ledger/b.log", "cases/2026-0010/case.log", "cases/2026-0002/case.log"):
        (tmp_path / log).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / log).touch()
    assert list(logs_of(tmp_path)) == ["ledger/b.log", "cases/2026-0002/case.log", "cases/2026-0010/case.log"]


def test_a_last_line_that_is_no_entry_is_a_broken_log(tmp_path: Path) -> None:
    """It fits its own hash, so it was meant; nothing is put behind it."""
    log = written(tmp_path, "a")
    log.rename(log.with_name("anchors.log"))
    content = log.with_name("anchors.log").read_bytes()
    assert AnchorLog(tmp_path).last() is not None
    log.with_name("anchors.log").write_bytes(as_line(content.replace(b"RetentionHeld", b"NoSuchEvent")))
    with pytest.raises(LogBroken):
        AnchorLog(tmp_path).last()


def as_line(line: bytes) -> bytes:
    """The line with a hash that fits."""
    body = line[: line.index(b',"hash":"')]
    return body + b',"hash":"' + sha256(body).hexdigest().encode() + b'"}\n'


def test_the_last_line_is_the_one_written_last(tmp_path: Path) -> None:
    """As it came back when it was written."""
    log = AnchorLog(tmp_path)
    assert log.last() is None
    log.append(NOW, "rules", AnchorQueued(day="2026-11-19", message_id="a"))
    (made,) = log.append(NOW, "rules", AnchorQueued(day="2026-11-20", message_id="b"))
    assert log.last() == made == log.entries()[-1]
