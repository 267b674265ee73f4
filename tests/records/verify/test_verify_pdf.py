import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import NameObject, NumberObject, RectangleObject
from reportlab.pdfgen.canvas import Canvas

from letterladder.records.papers.pdf import combine
from letterladder.records.verify.verify_pdf import is_made_of


def pdf(*pages: str) -> bytes:
    """A PDF with a word on each page."""
    made = io.BytesIO()
    canvas = Canvas(made)
    for words in pages:
        canvas.drawString(100, 700, words)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


ONE, TWO, THREE = pdf("one"), pdf("two", "more of two"), pdf("three")


@pytest.mark.parametrize("parts", [[ONE], [ONE, TWO], [TWO, ONE, THREE]])
def test_what_was_put_together_is_made_of_its_parts(parts: list[bytes]) -> None:
    """Also with the blank pages that begin each letter on a fresh sheet."""
    assert is_made_of(combine(parts), parts)


@pytest.mark.parametrize(
    "parts",
    [[ONE], [TWO, ONE], [ONE, TWO, THREE], [ONE, pdf("two", "more of tw0")], [ONE, b"no pdf"], []],
)
def test_what_was_put_together_of_others_is_not(parts: list[bytes]) -> None:
    """A letter less, one more, another order, other words."""
    assert not is_made_of(combine([ONE, TWO]), parts)


@pytest.mark.parametrize("whole", [b"", b"%PDF-1.4\n%%EOF\n", b"no pdf"])
def test_what_cannot_be_read_is_made_of_nothing(whole: bytes) -> None:
    """A damaged file is a difference, not a crash."""
    assert not is_made_of(whole, [ONE])


def stamped(writer: PdfWriter) -> None:
    """Words of somebody else lie over the page."""
    note = FreeText(text="Pay the fine today.", rect=(50, 550, 400, 650))
    writer.add_annotation(page_number=0, annotation=note)


def other_font(writer: PdfWriter) -> None:
    """The same letters are drawn with other shapes."""
    fonts = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    next(iter(fonts.values())).get_object()[NameObject("/BaseFont")] = NameObject("/ZapfDingbats")


def cut(writer: PdfWriter) -> None:
    """Only a part of the page is shown."""
    writer.pages[0][NameObject("/CropBox")] = RectangleObject((0, 0, 100, 100))


def turned(writer: PdfWriter) -> None:
    """Upside down."""
    writer.pages[0][NameObject("/Rotate")] = NumberObject(180)


@pytest.mark.parametrize("change", [stamped, other_font, cut, turned])
def test_what_is_laid_over_or_drawn_otherwise_is_a_difference(change: Callable[[PdfWriter], None]) -> None:
    """The page's own words are untouched in each."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(combine([ONE, TWO]))))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    assert not is_made_of(out.getvalue(), [ONE, TWO])


def test_a_file_that_was_only_written_again_is_the_same() -> None:
    """Numbers of its parts may differ, and how they are packed."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(combine([ONE, TWO]))))
    for page in writer.pages:
        page.compress_content_streams()
    out = io.BytesIO()
    writer.write(out)
    assert is_made_of(out.getvalue(), [ONE, TWO])
