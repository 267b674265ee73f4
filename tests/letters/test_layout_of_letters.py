"""How letters look on paper, with short, usual and the longest content: LibreOffice sets them, a judge looks at them.

`show` writes the table of all letters: python -m pytest tests/letters/test_layout_of_letters.py -m sweep -s
"""

import io
import os
import zipfile
from functools import cache

import pytest
from docx import Document
from letters.contents import KINDS, LONGEST, SHORT, USUAL, content
from letters.layout_judge import Verdict, judged
from letters.printing import PRINTER, TEMPLATES
from shipped import FILES, SHEETS

from letterladder.records.papers.pdf import LibreOfficePrinter

ONE_SHEET = ("L1", "L2", "C1", "Z1", "B2a", "B7")
"""Letters of which everybody gets the usual one on a single page."""

KEPT = (("L1", USUAL), ("L2", USUAL), ("B7", USUAL), ("B8", LONGEST), ("P1", SHORT))
"""What `make test` looks at; below the tables of B8 LibreOffice leaves a heading alone unless it is told otherwise."""

ALL = tuple((name, kind) for name in sorted(FILES) for kind in KINDS)


@cache
def looked_at(cases: tuple[tuple[str, str], ...]) -> dict[tuple[str, str], Verdict]:
    """The verdict on each of these letters; LibreOffice is started once for them."""
    printer = LibreOfficePrinter()
    if not printer.available():
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is missing, and CI promises it")
        pytest.skip("LibreOffice Writer is not installed")
    fields = [content(name, kind) for name, kind in cases]
    letters = [
        PRINTER.print_letter(TEMPLATES / FILES[name], one)
        for (name, _), one in zip(cases, fields, strict=True)
    ]
    pdfs = printer.convert_each(letters)
    return {
        case: judged(pdf, docx, address_of(case[0], one), names_of(one))
        for case, pdf, docx, one in zip(cases, pdfs, letters, fields, strict=True)
    }


def address_of(name: str, fields: dict[str, object]) -> list[str]:
    """What must show in the window."""
    lines = fields["recipient_lines" if name in SHEETS else "addressee_lines"]
    assert isinstance(lines, list)
    return lines


def names_of(fields: dict[str, object]) -> list[str]:
    """The people whose names the letter prints."""
    children = fields.get("child_names", [])
    assert isinstance(children, list)
    return [str(fields[one]) for one in ("contact_name", "signer_name", "adult_name")] + children


def faults(cases: tuple[tuple[str, str], ...]) -> dict[tuple[str, str], list[str]]:
    """What is wrong with each, where anything is."""
    return {case: verdict.faults for case, verdict in looked_at(cases).items() if verdict.faults}


@pytest.mark.libreoffice
def test_a_letter_looks_right_on_paper() -> None:
    """No heading alone at the foot of a page, no page of four lines, the address in the window, no date torn apart."""
    assert faults(KEPT) == {}


@pytest.mark.libreoffice
@pytest.mark.sweep("test_a_letter_looks_right_on_paper")
def test_every_letter_looks_right_on_paper_whatever_it_holds() -> None:
    """Short, usual and the longest content of all letters."""
    for (name, kind), verdict in looked_at(ALL).items():
        print(f"{name:4} {kind:8} {verdict.pages} pages, {len(verdict.faults)} faults")  # noqa: T201 - the table
    assert faults(ALL) == {}


@pytest.mark.libreoffice
def test_a_common_letter_is_one_page() -> None:
    """With usual content: nobody gets a second page that holds help and a signature alone."""
    assert {name: looked_at(KEPT)[name, USUAL].pages for name, kind in KEPT if kind == USUAL} == {
        "L1": 1,
        "L2": 1,
        "B7": 1,
    }


@pytest.mark.libreoffice
@pytest.mark.sweep("test_a_common_letter_is_one_page")
def test_all_common_letters_are_one_page() -> None:
    """The six that go out most often."""
    assert {name: looked_at(ALL)[name, USUAL].pages for name in ONE_SHEET} == dict.fromkeys(ONE_SHEET, 1)


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_word_file_is_of_today_and_has_one_kind_of_page(name: str) -> None:
    """Word says nothing of compatibility; no first page of its own, on whose account LibreOffice forgets headings."""
    document = Document(str(TEMPLATES / FILES[name]))
    with zipfile.ZipFile(TEMPLATES / FILES[name]) as packed:
        settings = packed.read("word/settings.xml").decode()
    assert (
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    )
    assert not document.sections[0].different_first_page_header_footer
    assert document.core_properties.title


@pytest.mark.parametrize("name", ["X2", "X3"])
def test_the_head_of_a_table_is_marked(name: str) -> None:
    """It is read aloud with each row, and printed again on the next page."""
    with zipfile.ZipFile(
        io.BytesIO(PRINTER.print_letter(TEMPLATES / FILES[name], content(name, USUAL)))
    ) as made:
        assert b"<w:tblHeader/>" in made.read("word/document.xml")
