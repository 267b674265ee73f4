"""Word to PDF, and the print tray's one PDF."""

import io
import os
import socket
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from letters.sample_fields import SAMPLES
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from letterladder.ground.errors import Refused, WorldFailed
from letterladder.records.papers.pdf import LibreOfficePrinter, combine
from letterladder.records.papers.warm_pdf import WarmPrinter
from letterladder.records.word.word import DocxPrinter

TEMPLATES = Path(__file__).resolve().parents[3] / "letter_templates"
L1, X3 = TEMPLATES / "L1-removal-request.docx", TEMPLATES / "X3-police-referral.docx"


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
        except (FileNotFoundError, ProcessLookupError):
            return False
        time.sleep(0.05)
    return True


def with_linked_picture(address: str) -> bytes:
    """A Word file with one picture that is not in it, but at this address."""
    document, made = Document(), io.BytesIO()
    held = io.BytesIO()
    Image.new("RGB", (10, 10), "red").save(held, "PNG")
    document.add_picture(io.BytesIO(held.getvalue()))
    rel = document.part.relate_to(address, RT.IMAGE, is_external=True)
    for blip in document.element.body.iter(qn("a:blip")):
        del blip.attrib[qn("r:embed")]
        blip.set(qn("r:link"), rel)
    document.save(made)
    return made.getvalue()


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
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text().replace("\u00a0", " ")
    assert "Please remove an online post by Thursday 3 December 2026" in text
    assert "Our reference 2026-0042 · Page 1 of 1" in text


@pytest.mark.libreoffice
def test_a_letter_can_be_read_aloud(libre: LibreOfficePrinter) -> None:
    """Tagged, with a title and a language; the head of a table is marked as such."""
    root = PdfReader(io.BytesIO(libre.convert(DocxPrinter().print_letter(X3, SAMPLES["X3"])))).root_object
    assert str(root["/MarkInfo"]) == "{'/Marked': True}"
    assert str(root["/Lang"]) == "en-GB"
    assert {"/H1", "/H2", "/TH", "/Figure", "/L"} <= set(tags(root["/StructTreeRoot"]))


def tags(element: object) -> Iterator[str]:
    """The kinds of all elements below this one, as they are marked."""
    known = element.get_object() if isinstance(element, PdfObject) else element
    if isinstance(known, ArrayObject):
        yield from (tag for one in known for tag in tags(one))
    elif isinstance(known, DictionaryObject):
        yield str(known.get("/S", ""))
        yield from tags(known.get("/K"))


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


@pytest.mark.libreoffice
@pytest.mark.parametrize("printer", [LibreOfficePrinter, WarmPrinter])
def test_nothing_is_fetched_for_a_letter(
    libre: LibreOfficePrinter, printer: type[LibreOfficePrinter]
) -> None:
    """A picture that is elsewhere stays there: whoever holds that place would learn when the letter was printed."""
    del libre
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(0.2)
        port = elsewhere.getsockname()[1]
        made = printer()
        try:
            made.convert(with_linked_picture(f"http://127.0.0.1:{port}/logo.png"))
        finally:
            if isinstance(made, WarmPrinter):
                made.end()
        with pytest.raises(TimeoutError):
            elsewhere.accept()
