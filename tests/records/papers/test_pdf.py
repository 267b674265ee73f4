"""Word to PDF, and the print tray's one PDF."""

import io
import os
import stat
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from letters.sample_fields import SAMPLES
from pypdf import PdfReader, PdfWriter

from letterladder.ground.errors import Refused, WorldFailed
from letterladder.records.papers.pdf import LibreOfficePrinter, combine
from letterladder.records.word.word import DocxPrinter

L1 = Path(__file__).resolve().parents[3] / "letter_templates" / "L1-removal-request.docx"


@pytest.fixture
def libre() -> LibreOfficePrinter:
    printer = LibreOfficePrinter()
    if not printer.available():
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is missing, and CI promises it")
        pytest.skip("LibreOffice Writer is not installed")
    return printer


def program(folder: Path, *lines: str) -> str:
    """A stand-in for soffice: a shell script."""
    if sys.platform == "win32":
        pytest.skip("the stand-in is a shell script")
    file = folder / "soffice"
    file.write_text("\n".join(("#!/bin/sh", *lines)) + "\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


def is_running(pid: int) -> bool:
    """Whether a process of this number works on after a minute; one that was killed and not cleared away does not."""
    patience = time.monotonic() + 60
    while time.monotonic() < patience:
        try:
            if "zombie" in Path(f"/proc/{pid}/status").read_text():
                return False
        except FileNotFoundError:
            return False
        time.sleep(0.05)
    return True


def pages(*sizes: int) -> bytes:
    """A PDF of blank pages with these widths, by which they are known again."""
    writer = PdfWriter()
    for size in sizes:
        writer.add_blank_page(width=size, height=100)
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


@pytest.mark.libreoffice
def test_a_letter_becomes_a_pdf_that_says_the_same(libre: LibreOfficePrinter) -> None:
    """The date that binds is in the PDF as it is in the Word file."""
    pdf = libre.convert(DocxPrinter().print_letter(L1, SAMPLES["L1"]))
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert "Please remove an online post by Thursday 3 December 2026" in text
    assert "Our reference 2026-0042 · Page 1 of 2" in text


@pytest.mark.libreoffice
def test_the_address_shows_in_the_window_of_the_envelope(libre: LibreOfficePrinter) -> None:
    """20 to 110 mm from the left; all of it 46 to 81 mm from the top, which shows however the sheet slides."""
    pdf = libre.convert(DocxPrinter().print_letter(L1, SAMPLES["L1"]))
    found: dict[str, tuple[float, float]] = {}

    def visit(text: str, _cm: Sequence[float], at: Sequence[float], *_font: object) -> None:
        if text.strip():
            found[text.strip()] = (at[4] / 72 * 25.4, (841.9 - at[5]) / 72 * 25.4)

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    lines = [found[line] for line in ("Mr Gavin Stott", "AM4 2XB")]
    assert all(20 <= left <= 25 and 50 <= top <= 81 for left, top in lines), lines


@pytest.mark.libreoffice
def test_the_converter_names_its_version(libre: LibreOfficePrinter) -> None:
    """The check command shows it."""
    assert libre.version.startswith("LibreOffice")


def test_without_a_converter_none_is_available() -> None:
    """A letter without PDF is no fault; it is printed from Word."""
    printer = LibreOfficePrinter("no-such-program-here")
    assert not printer.available()
    assert printer.version == ""


def test_converting_without_a_converter_says_what_to_do() -> None:
    """The Word file is there all the same."""
    with pytest.raises(WorldFailed, match=r"not installed\. The Word file is complete"):
        LibreOfficePrinter("no-such-program-here").convert(b"")


def test_what_the_converter_said_is_kept(tmp_path: Path) -> None:
    """A failure carries its words and its number."""
    failing = program(tmp_path, "echo 'source file could not be loaded' >&2", "exit 7")
    with pytest.raises(WorldFailed, match="ended with 7: source file could not be loaded"):
        LibreOfficePrinter(failing).convert(b"")


def test_a_converter_that_makes_nothing_has_failed(tmp_path: Path) -> None:
    """LibreOffice ends with 0 even when it could not read the file."""
    with pytest.raises(WorldFailed, match="did not produce a PDF: convert"):
        LibreOfficePrinter(program(tmp_path, "echo convert")).convert(b"")


def test_a_converter_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    """The child holds the pipe open; when the call is back, the child is gone and never came to its end."""
    child, late = tmp_path / "child", tmp_path / "late"
    write = f"echo $! > {child}.new; mv {child}.new {child}"
    hanging = program(tmp_path, f"(sleep 60; touch {late}) &", write, "wait")
    with pytest.raises(WorldFailed, match=r"took longer than 3 seconds"):
        LibreOfficePrinter(hanging, timeout=3.0).convert(b"")
    assert not late.exists()
    assert not is_running(int(child.read_text()))


def test_a_version_that_hangs_is_no_version(tmp_path: Path) -> None:
    """Asking never stops the check command."""
    assert LibreOfficePrinter(program(tmp_path, "sleep 30"), timeout=0.3).version == ""


@pytest.mark.parametrize(
    ("expected", "letters"),
    [
        ([100], [pages(100)]),
        ([100, 101, 200], [pages(100, 101), pages(200)]),
        ([100, 100, 200], [pages(100), pages(200)]),
        ([100, 101, 102, 102, 200], [pages(100, 101, 102), pages(200)]),
    ],
)
def test_every_letter_starts_on_a_fresh_sheet(expected: list[int], letters: list[bytes]) -> None:
    """A blank back follows an odd last page, as wide as that page; no letter is on the back of another."""
    joined = PdfReader(io.BytesIO(combine(letters)))
    assert [int(page.mediabox.width) for page in joined.pages] == expected


def test_a_broken_pdf_is_refused_by_its_place() -> None:
    """The office knows which letter to draft again."""
    with pytest.raises(Refused, match="Letter 2 of 2"):
        combine([pages(100), b"%PDF-1.4 broken"])
