"""The school's staff, in staff.csv beside people.csv.

One name per row, so that a report naming one of them is understood.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from ...ground.errors import Problem
from ...rules.people.people import StaffMember
from .csv_text import decoded

FILE = "staff.csv"
COLUMNS = ("name", "role", "email", "also_known_as")
LONGEST_FIELD = 1000


def read_staff(path: Path) -> tuple[tuple[StaffMember, ...], tuple[Problem, ...]]:
    """The staff and what is wrong in the file; no file is not staff, and no fault.

    Only `name` must be there: "Mr Colin Lowell". `also_known_as` holds more names, separated by semicolons.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        what = f"The list of staff cannot be read ({error.strerror or error})."
        return (), (Problem(where=path.name, what=what, what_to_do="Check the file and its permissions."),)
    text, faults = decoded(raw, path.name)
    staff: list[StaffMember] = []
    said = list(faults)
    for found in _rows(text, path.name):
        (staff if isinstance(found, StaffMember) else said).append(found)  # type: ignore[arg-type]
    return tuple(staff), tuple(said)


def _rows(text: str, name: str) -> Iterator[StaffMember | Problem]:
    reader = csv.DictReader(StringIO(text.replace("\x00", ""), newline=""), restkey="", restval="")
    try:
        reader.fieldnames = [column.strip().casefold() for column in reader.fieldnames or ()]
        if "name" not in reader.fieldnames:
            what = "The list of staff has no column 'name'."
            yield Problem(where=name, what=what, what_to_do=f"Its columns: {', '.join(COLUMNS)}.")
            return
        for row in reader:
            yield from _member(row, f"{name}, line {reader.line_num}")
    except csv.Error as error:
        what = f"The file cannot be read beyond this point ({error})."
        yield Problem(
            where=f"{name}, line {reader.line_num}", what=what, what_to_do="Look for a stray quotation mark."
        )


def _member(row: dict[str, str], where: str) -> Iterator[StaffMember | Problem]:
    cells = {column: " ".join((row.get(column) or "").split()) for column in COLUMNS}
    if not any(cells.values()):
        return
    if any(len(cell) > LONGEST_FIELD for cell in cells.values()):
        what = f"A cell is longer than {LONGEST_FIELD} characters; the row was left out."
        yield Problem(where=where, what=what, what_to_do="Shorten it.")
    elif not cells["name"]:
        yield Problem(where=where, what="The row has no name; it was left out.", what_to_do="Add the name.")
    else:
        also = tuple(part.strip() for part in cells["also_known_as"].split(";") if part.strip())
        yield StaffMember(name=cells["name"], role=cells["role"], email=cells["email"], also=also)
