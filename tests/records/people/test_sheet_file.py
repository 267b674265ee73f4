"""Uploaded tables: read whatever program wrote them, and refused with words where they are none or far too large."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from letterladder.ground.errors import Refused
from letterladder.records.people import sheet_file
from letterladder.records.people.sheet_file import read_sheet

HEAD, ROW = "name,role,email\n", "Mr Tom Lowell,Teacher,t@larkfield.example\n"


def excel(*rows: tuple[object, ...]) -> bytes:
    """An Excel file of these rows."""
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        assert book.active is not None
        book.active.append([*row])
    book.save(out)
    return out.getvalue()


def zipped(name: str, content: bytes) -> bytes:
    """A zip with one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + ROW).encode(),
        b"\xef\xbb\xbf" + (HEAD + ROW).encode(),
        (HEAD + ROW).replace(",", ";").encode(),
        (HEAD + ROW).replace(",", "\t").encode("utf-16"),
        excel(("name", "role", "email"), ("Mr Tom Lowell", "Teacher", "t@larkfield.example")),
    ],
)
def test_whatever_program_wrote_it(content: bytes) -> None:
    """Commas, semicolons, tabs, Excel."""
    sheet = read_sheet(content, "staff")
    assert sheet.headings == ("name", "role", "email")
    assert sheet.rows == ((2, ("Mr Tom Lowell", "Teacher", "t@larkfield.example")),)


def test_headings_below_a_title_are_found() -> None:
    """Some systems write the school's name and a date above them; lines are those of the file."""
    content = f"Larkfield Primary,,\nPrinted 3 Nov 2026,,\n\n{HEAD}{ROW}".encode()
    sheet = read_sheet(content, "staff")
    assert sheet.headings == ("name", "role", "email")
    assert [line for line, _ in sheet.rows] == [5]


def test_numbers_of_a_spreadsheet_are_as_they_look() -> None:
    """An admission number is 1042, not 1042.0; a formula stays one, so that it is refused later."""
    sheet = read_sheet(excel(("Adno", "Surname"), (1042.0, "=1+1")), "people")
    assert sheet.rows[0][1] == ("1042", "=1+1")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 100, "old Excel file"),
        (b"PK\x03\x04 no zip at all", "cannot be read"),
        (zipped("xl/other.xml", b"<a/>"), "cannot be read"),
        (
            zipped("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'),
            "words of its own",
        ),
        (b"\x89PNG\x00\x00\x00", "not a table"),
        (b"name\n" + b"a" * 2_000, "longer than 1,000"),
        (b"name" + b",b" * 300 + b"\n", "301 columns"),
    ],
)
def test_what_is_no_table_is_refused_with_words(content: bytes, words: str) -> None:
    """And says what to do."""
    with pytest.raises(Refused) as refused:
        read_sheet(content, "staff")
    assert words in refused.value.problems[0].what
    assert refused.value.problems[0].what_to_do


def test_bombs_are_refused_before_they_are_read() -> None:
    """A file that unpacks to more than 50 MB, and one that is larger than that itself."""
    for bomb in (zipped("xl/worksheets/sheet1.xml", b"0" * 50_000_001), b"a" * 50_000_001):
        with pytest.raises(Refused, match="50 MB"):
            read_sheet(bomb, "people")


def test_more_rows_than_any_school_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Full ones, or a million empty ones."""
    monkeypatch.setattr(sheet_file, "MOST_ROWS", 10)
    for row in ("a,b,c\n", ",,\n"):
        with pytest.raises(Refused, match="more than 10 rows"):
            read_sheet((HEAD + row * 20).encode(), "staff")
    assert len(read_sheet((HEAD + ROW * 9).encode(), "staff").rows) == 9
