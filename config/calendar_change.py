"""Puts days and terms into a school's calendar.toml, and leaves whatever else a person wrote there as it is.

The new text is read as the program reads it before it takes the place of the old one, which is kept beside it with
the day. Where it does not say what was meant, nothing is changed.
"""

import json
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from ..ground.disk import HALF, in_plain_words, put_new, write_file
from ..ground.errors import Problem, Refused
from ..ground.values import replace
from ..rules.days.calendar import Calendar
from ..rules.days.calendar_import import Proposal, Sort
from .calendar_file import read_calendar

_INSET = re.compile(r"(?m)^(?P<head>[ \t]*inset[ \t]*=[ \t]*\[)")
_TABLE = re.compile(r"(?m)^[ \t]*\[")


EMPTY = Calendar(terms=(), bank_holidays={}, covered_until=date.min)
"""A calendar that says nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What calendar.toml is, what it would be with these put into it, and where it is."""

    path: Path
    old: bytes
    new: bytes
    added: tuple[Proposal, ...]


def change_calendar(path: Path, added: Sequence[Proposal], today: date) -> str:
    """Put these into the file; returns the name under which the old one is kept.

    Raises:
        Refused: the file is faulty, or the new text would not say what was meant; nothing is changed.
        DiskFailed: the disk is full or broken; nothing is changed.
    """
    return put_in_place(planned(path, added), today)


def planned(path: Path, added: Sequence[Proposal]) -> Change:
    """The change that these are; nothing is written.

    Raises:
        Refused: the file is faulty, or the new text would not say what was meant.
        DiskFailed: the disk cannot be read.
    """
    before, faults = read_calendar(path)
    if before is None:
        raise Refused(*faults)
    with in_plain_words(path):
        old = path.read_bytes()
    new = _with(old.decode("utf-8-sig"), added)
    _check(path, new, before, added)
    return Change(path=path, old=old, new=new.encode(), added=tuple(added))


def planned_anew(path: Path, added: Sequence[Proposal]) -> Change:
    """The change to a calendar of these alone: no term, INSET day or closure that is there stays.

    Raises:
        Refused: the file cannot be read as TOML, or the new text would not say what was meant.
        DiskFailed: the disk cannot be read.
    """
    with in_plain_words(path):
        old = path.read_bytes()
    try:
        file = tomlkit.parse(old.decode("utf-8-sig"))
    except (UnicodeDecodeError, TOMLKitError):
        raise Refused(*read_calendar(path)[1]) from None
    for name in ("inset", "covered_until", "terms", "closures"):
        if name in file:
            del file[name]
    new = _with(tomlkit.dumps(file), added)
    _check(path, new, EMPTY, added)
    return Change(path=path, old=old, new=new.encode(), added=tuple(added))


def put_in_place(change: Change, today: date) -> str:
    """Write it; returns the name under which the old file is kept.

    Raises:
        DiskFailed: the disk is full or broken; nothing is changed.
    """
    path = change.path
    with in_plain_words(path):
        kept = put_new(path.parent, f"{path.stem}-{today.isoformat()}{path.suffix}", change.old)
    write_file(path, change.new)
    return kept.name


def _with(text: str, added: Sequence[Proposal]) -> str:
    """The text with these in it: INSET days in their list, the others as blocks at the end."""
    line = "\r\n" if "\r\n" in text else "\n"
    inset = [one.first for one in added if one.sort is Sort.INSET]
    text = _with_inset(text, inset, line) if inset else text
    blocks = [block for one in added if (block := _block(one))]
    if not blocks:
        return text
    ended = text if text.endswith("\n") or not text else text + line
    return ended + line + (line + line).join(line.join(block) for block in blocks) + line


def _block(one: Proposal) -> list[str]:
    match one.sort:
        case Sort.CLOSURE:
            return ["[[closures]]", f"day = {one.first.isoformat()}", f"why = {_quoted(one.title)}"]
        case Sort.TERM:
            first, last = one.first.isoformat(), one.last.isoformat()
            return ["[[terms]]", f"name = {_quoted(one.title)}", f"first = {first}", f"last = {last}"]
        case Sort.INSET:
            return []


def _quoted(words: str) -> str:
    """Words as TOML writes them, on one line."""
    plain = "".join(sign if sign.isprintable() else " " for sign in words)
    return json.dumps(" ".join(plain.split()), ensure_ascii=False)


def _with_inset(text: str, days: Iterable[date], line: str) -> str:
    """The days at the beginning of the list of INSET days, or in a new list above the first table."""
    told = ", ".join(day.isoformat() for day in days)
    head = _INSET.search(text)
    if head:
        rest = text[head.end() :]
        comma = "" if rest.lstrip().startswith("]") else ", "
        return f"{text[: head.end()]}{told}{comma}{rest.lstrip(' ') if comma else rest}"
    table = _TABLE.search(text)
    at = table.start() if table else len(text)
    return f"{text[:at]}inset = [{told}]{line}{line}{text[at:]}"


def _check(path: Path, new: str, before: Calendar, added: Sequence[Proposal]) -> None:
    """Read the new text as the program will: it must be what was there, and what was added, and nothing else."""
    with (
        in_plain_words(path),
        tempfile.TemporaryDirectory(dir=path.parent, prefix=".calendar-", suffix=HALF) as name,
    ):
        half = Path(name) / path.name
        half.write_text(new, encoding="utf-8", newline="")
        after, faults = read_calendar(half)
    if after is None:
        raise Refused(*(replace(one, where=one.where.replace(str(half), str(path))) for one in faults))
    if not _is_as_meant(before, after, added):
        what = "The calendar is written in a way to which nothing can be added safely."
        do = f"Put it into {path.name} by hand, in an editor; nothing was changed."
        raise Refused(Problem(where=path.name, what=what, what_to_do=do))


def _is_as_meant(before: Calendar, after: Calendar, added: Sequence[Proposal]) -> bool:
    inset = {one.first for one in added if one.sort is Sort.INSET}
    closed = {one.first: json.loads(_quoted(one.title)) for one in added if one.sort is Sort.CLOSURE}
    terms = {(one.first, one.last) for one in added if one.sort is Sort.TERM}
    return (
        after.inset == before.inset | inset
        and dict(after.closures or {}) == {**(before.closures or {}), **closed}
        and {(one.first, one.last) for one in after.terms}
        == {(one.first, one.last) for one in before.terms} | terms
        and after.covered_until >= before.covered_until
    )
