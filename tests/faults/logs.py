"""Faults of the append-only logs: a torn end, a changed byte, a line gone, two lines changed about."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from faults.fault import Fault
from faults.place import DRAFTED, MAIL, REMINDER, restored
from faults.school import School

BOTH, NONE = frozenset({MAIL, REMINDER}), frozenset[str]()


@dataclass(frozen=True, slots=True, kw_only=True)
class LogKind:
    """A log: its file below data/, a command that writes into it, what a round still does where it is broken."""

    file: str
    writes: tuple[str, ...]
    besides: frozenset[str]
    broken_round: int = 1


KINDS = (
    LogKind(
        file=f"cases/{DRAFTED}/case.log",
        writes=("return", DRAFTED, "--note", "softer", "--by", "Mrs Hollis"),
        besides=BOTH,
    ),
    LogKind(file="ledger/mails.log", writes=("round",), besides=frozenset({REMINDER})),
    LogKind(
        file="ledger/requests.log",
        writes=("request", "record", "foi", "--who", "a reader"),
        besides=BOTH,
    ),
    LogKind(file="ledger/exports.log", writes=("export",), besides=BOTH, broken_round=0),
    LogKind(
        file="ledger/deletions.log",
        writes=("retention", "hold", DRAFTED, "--reason", "police"),
        besides=BOTH,
    ),
)
Spoil = Callable[[Path], object]


def torn(log: Path) -> None:
    """Half a line more, as after a power cut in the middle of a write."""
    content = log.read_bytes()
    log.write_bytes(content + content.splitlines()[-1][:40])


def torn_with_newline(log: Path) -> None:
    """Half a line and a newline, as some file systems leave it."""
    content = log.read_bytes()
    log.write_bytes(content + content.splitlines()[-1][:40] + b"\n")


def flipped(log: Path) -> None:
    """One bit of a letter in the second line."""
    lines = log.read_bytes().splitlines(keepends=True)
    second = bytearray(lines[1])
    place = second.index(b'"by":"') + len(b'"by":"')
    second[place] ^= 1
    log.write_bytes(b"".join([lines[0], bytes(second), *lines[2:]]))


def line_gone(log: Path) -> None:
    """The second line is cut out."""
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([lines[0], *lines[2:]]))


def swapped(log: Path) -> None:
    """The second and third line change places."""
    one, two, three, *rest = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([one, three, two, *rest]))


TORN: tuple[tuple[str, Spoil], ...] = (
    ("torn last line", torn),
    ("torn last line that ends in a newline", torn_with_newline),
)
BROKEN: tuple[tuple[str, Spoil, str], ...] = (
    ("a flipped byte in the middle", flipped, "The line was changed after it was written."),
    (
        "a line removed",
        line_gone,
        "It does not follow on from the line before; a line is missing or was moved.",
    ),
    (
        "two lines swapped",
        swapped,
        "It does not follow on from the line before; a line is missing or was moved.",
    ),
)


def _torn(kind: LogKind, name: str, spoil: Spoil) -> Fault:
    """It is said, set aside by the next entry, and nothing has to be fixed."""
    return Fault(
        name=f"{Path(kind.file).name}: {name}",
        made=_first_line(spoil),
        make=lambda school: spoil(school.folder / "data" / kind.file),
        typed=(("verify",), kind.writes),
        codes=(1, 0),
        says=(
            f"data/{kind.file}, line ",
            "The last line is unfinished",
            "it will be set aside at the next entry",
        ),
        besides=BOTH if kind.writes == ("round",) else NONE,
        mended="nothing; the office looks at the line set aside and removes it",
        mend=lambda school: _look_at_torn_lines(school, kind.file),
    )


def _look_at_torn_lines(school: School, file: str) -> None:
    for one in (school.folder / "data" / file).parent.glob("*.torn-*"):
        assert one.stat().st_size, "the torn bytes were kept"
        one.unlink()


def _broken(kind: LogKind, name: str, spoil: Spoil, says: str) -> Fault:
    """It is said by the round and by `verify`, nothing is put behind it, and everything else goes on."""
    return Fault(
        name=f"{Path(kind.file).name}: {name}",
        made=_first_line(spoil),
        make=lambda school: spoil(school.folder / "data" / kind.file),
        typed=(("round",), ("verify",), kind.writes),
        codes=(kind.broken_round, 1, 1),
        says=(f"data/{kind.file}, line ", says, "restore the file from the last backup"),
        besides=kind.besides,
        mended=f"{Path(kind.file).name} comes back from the backup",
        mend=lambda school: restored(school, f"data/{kind.file}"),
    )


def _first_line(spoil: Spoil) -> str:
    return (spoil.__doc__ or "").rstrip(".")


FAULTS = (
    *(_torn(kind, *one) for kind, one in product(KINDS, TORN)),
    *(_broken(kind, *one) for kind, one in product(KINDS, BROKEN)),
)
