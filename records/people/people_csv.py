"""The people register as the school's information system exports it: a CSV file, one row for each adult and pupil."""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from io import StringIO
from pathlib import Path

from ...ground.disk import in_plain_words, put_new, write_file
from ...ground.errors import Problem
from ...ground.plain_file import read_plain
from ...ground.tongues import ENGLISH, language_code
from ...ground.values import replace
from ...rules.people.people import Adult, PeopleRegister, Pupil
from ...rules.people.register_columns import OPTIONAL
from ...rules.people.register_columns import PEOPLE as COLUMNS
from .csv_text import csv_of, decoded
from .staff_csv import FILE as STAFF_FILE
from .staff_csv import read_staff

POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)
MAIL_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
LONGEST_FIELD = 1000

Row = Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class _Making:
    """The register while its rows are read."""

    name: str
    adults: dict[str, Adult] = field(default_factory=dict)
    pupils: dict[str, Pupil] = field(default_factory=dict)
    rows: dict[tuple[str, str], int] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    lines: Sequence[int] = ()

    def fault(self, line: int, what: str, what_to_do: str) -> None:
        line = self.lines[line - 1] if line <= len(self.lines) else line
        self.faults.append(Problem(where=f"{self.name}, line {line}", what=what, what_to_do=what_to_do))


class PeopleFile:
    """The register's file; read again whenever it has changed, so that a new export is seen at once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> PeopleRegister:
        """The register as the file stands now; its faults are in the register, nothing is raised."""
        people, staff = self.path, self.path.with_name(STAFF_FILE)
        return _read_once(people, staff, _stamp(people), _stamp(staff))

    def digest(self, *, staff: bool) -> str:
        """The SHA-256 of the file as it stands; "" where there is none.

        Raises:
            DiskFailed: it cannot be read.
        """
        path = self._of(staff=staff)
        with in_plain_words(path):
            return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""

    def replace(self, content: bytes, today: date, *, staff: bool) -> str:
        """Put another file in its place, as a whole or not at all; returns the name under which the old one is kept.

        Raises:
            DiskFailed: the disk is full or broken; the old file is untouched.
        """
        path, kept = self._of(staff=staff), ""
        with in_plain_words(path):
            if path.is_file():
                dated = f"{path.stem}-{today.isoformat()}{path.suffix}"
                kept = put_new(path.parent, dated, path.read_bytes()).name
        write_file(path, content)
        return kept

    def _of(self, *, staff: bool) -> Path:
        return self.path.with_name(STAFF_FILE) if staff else self.path


Stamp = tuple[int, int, int] | None


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


@lru_cache(maxsize=500)
def _read_once(people: Path, staff: Path, *stamps: Stamp) -> PeopleRegister:
    """Kept from one round of the daemon to the next, for each of its schools; the stamps are the files'."""
    del stamps
    register = read_people(people)
    members, faults = read_staff(staff)
    return replace(register, staff=members, faults=(*register.faults, *faults))


def read_people(path: Path) -> PeopleRegister:
    """Read a register; what is wrong in it becomes a fault with the line number, and the other rows are kept.

    UTF-8 with or without a byte-order mark; Windows-1252 is understood and noted as a fault. Columns may be in
    any order; their names are given in COLUMNS.
    """
    making = _Making(name=path.name)
    try:
        raw = read_plain(path)
    except OSError as error:
        is_missing = isinstance(error, FileNotFoundError)
        reason = "is missing" if is_missing else f"cannot be read: {error.strerror or error}"
        return _unusable(
            path.name, f"The people register {reason}.", "Put the export from the school's system there."
        )
    text, faults = decoded(raw, making.name)
    making.faults.extend(faults)
    return _read_text(text, making)


def people_of(rows: Iterable[tuple[int, Sequence[str]]], name: str) -> tuple[PeopleRegister, bytes]:
    """The register that rows in our columns make, and the file that says so.

    Args:
        rows: each with the line of the file it came from, which faults name.
        name: of that file.
    """
    kept = list(rows)
    content = csv_of(COLUMNS, (cells for _, cells in kept))
    making = _Making(name=name, lines=(1, *(line for line, _ in kept)))
    return _read_text(content.decode(), making), content


def _read_text(text: str, making: _Making) -> PeopleRegister:
    if not text.strip():
        return _unusable(
            making.name, "The people register is empty.", "Export it again from the school's system."
        )
    _read_rows(text, making)
    return PeopleRegister(adults=making.adults, pupils=making.pupils, faults=tuple(making.faults))


def _unusable(name: str, what: str, what_to_do: str) -> PeopleRegister:
    return PeopleRegister(faults=(Problem(where=name, what=what, what_to_do=what_to_do),))


def _read_rows(text: str, making: _Making) -> None:
    """Read the heading and then row by row; a broken quotation ends the reading with a fault."""
    reader = csv.reader(StringIO(text.replace("\x00", ""), newline=""), strict=False)
    try:
        heading = [name.strip().casefold() for name in next(reader, [])]
        missing = [name for name in COLUMNS if name not in {*heading, *OPTIONAL}]
        if missing:
            making.fault(
                1, f"Missing columns: {', '.join(missing)}.", "Add them to the export; they may be empty."
            )
            return
        line = reader.line_num + 1
        for cells in reader:
            _read_row(heading, cells, line, making)
            line = reader.line_num + 1
    except csv.Error as error:
        making.fault(
            reader.line_num,
            f"The file cannot be read beyond this point ({error}).",
            "Look for a stray quotation mark.",
        )


def _read_row(heading: list[str], cells: list[str], line: int, making: _Making) -> None:
    if not any(cell.strip() for cell in cells):
        return
    if len(cells) != len(heading):
        making.fault(
            line,
            f"The row has {len(cells)} cells instead of {len(heading)}; it was left out.",
            "Look for an extra or missing comma, or a missing quotation mark.",
        )
        return
    row = {name: " ".join(cell.split()) for name, cell in zip(heading, cells, strict=True)}
    if complaint := _unfit(row):
        making.fault(
            line,
            f"{complaint}; the row was left out.",
            "Correct it in the school's system and export again.",
        )
        return
    _add(row, line, making)


def _unfit(row: Row) -> str:
    """Why a row cannot be used, or ""."""
    needed = {
        "person_id": "There is no person_id",
        "family_name": "The adult has no family name",
        "pupil_id": "No pupil is given",
        "pupil_given_name": "The pupil has no given name",
        "pupil_family_name": "The pupil has no family name",
    }
    if any(len(cell) > LONGEST_FIELD for cell in row.values()):
        return f"A cell is longer than {LONGEST_FIELD} characters"
    return next((what for column, what in needed.items() if not row[column]), "")


def _add(row: Row, line: int, making: _Making) -> None:
    person, pupil = row["person_id"], row["pupil_id"]
    if (person, pupil) in making.rows:
        making.fault(
            line,
            f"{person} with {pupil} is already on line {making.rows[person, pupil]}.",
            "Remove one of them.",
        )
        return
    made, child = _adult(row), _pupil(row)
    known = making.adults.get(person)
    for what, what_to_do in _clashes(known, made, making.pupils.get(pupil), child):
        making.fault(line, f"{what}; the row was left out.", what_to_do)
        return
    for what, what_to_do in _doubts(row) if known is None else ():
        making.fault(line, what, what_to_do)
    making.rows[person, pupil] = line
    making.pupils.setdefault(pupil, child)
    making.adults[person] = _joined(known, made) if known else made


def _adult(row: Row) -> Adult:
    return Adult(
        person_id=row["person_id"],
        title=row["title"],
        given_name=row["given_name"],
        family_name=row["family_name"],
        relationships={row["pupil_id"]: row["relationship"]},
        address=tuple(
            row[part] for part in ("address_line1", "address_line2", "town", "postcode") if row[part]
        ),
        email=row["email"] if MAIL_ADDRESS.fullmatch(row["email"]) else "",
        phone=row["phone"],
        flags=frozenset(flag.strip().lower() for flag in re.split(r"[;,|]", row["flags"]) if flag.strip()),
        language=_language(row),
    )


def _language(row: Row) -> str:
    """The code of what the adult reads beside English; "" for English alone, and where nobody knows what is meant."""
    code = language_code(row.get("language", ""))
    return "" if code == ENGLISH else code


def _pupil(row: Row) -> Pupil:
    return Pupil(
        pupil_id=row["pupil_id"],
        given_name=row["pupil_given_name"],
        family_name=row["pupil_family_name"],
        school_class=row["class"],
    )


def _joined(known: Adult, again: Adult) -> Adult:
    """One adult on two rows: both pupils; a flag on either row counts."""
    return Adult(
        person_id=known.person_id,
        title=known.title or again.title,
        given_name=known.given_name,
        family_name=known.family_name,
        relationships={**known.relationships, **again.relationships},
        address=known.address,
        email=known.email or again.email,
        phone=known.phone or again.phone,
        flags=known.flags | again.flags,
        language=known.language or again.language,
    )


def _clashes(
    known: Adult | None, made: Adult, pupil: Pupil | None, child: Pupil
) -> Iterator[tuple[str, str]]:
    """Why a row contradicts an earlier one; a letter must never go to the wrong one of two addresses."""
    if known and (known.given_name, known.family_name) != (made.given_name, made.family_name):
        yield (
            f"{made.person_id} is {known.full_name} on an earlier line",
            "Give each adult an id of their own.",
        )
    if known and known.language and made.language and known.language != made.language:
        yield f"{made.person_id} reads another language on an earlier line", "Leave one of the two."
    if known and known.address != made.address:
        yield f"{made.person_id} has another address on an earlier line", "Find out which address is right."
    if pupil and (pupil.given_name, pupil.family_name) != (child.given_name, child.family_name):
        yield (
            f"{child.pupil_id} is {pupil.full_name} on an earlier line",
            "Give each pupil an id of their own.",
        )


def _doubts(row: Row) -> Iterator[tuple[str, str]]:
    """What is odd in a row that is kept all the same."""
    if not row["given_name"]:
        yield (
            "The adult has no given name, so reports can only suggest this adult.",
            "Add it in the school's system.",
        )
    if row["postcode"] and not POSTCODE.fullmatch(row["postcode"]):
        yield f'"{row["postcode"]}" is not a postcode.', "Check the address before a letter is posted."
    if row["email"] and not MAIL_ADDRESS.fullmatch(row["email"]):
        yield (
            f'"{row["email"]}" is not an email address; it was ignored.',
            "Put it right in the school's system.",
        )
    if (told := row.get("language", "")) and not language_code(told):
        yield (
            f'"{told}" is no language that we know; letters go in English only.',
            "Write its name or its code, such as Welsh or cy, or leave the cell empty.",
        )
