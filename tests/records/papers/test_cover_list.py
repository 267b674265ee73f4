"""The cover list, and the letters behind it: read back out of the PDF."""

import io
from datetime import date

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from letterladder.ground.errors import Refused
from letterladder.records.papers.cover_list import CoverPrinter, cover_pdf
from letterladder.rules.mails.cover_list import CoverLine, CoverList

LINE = CoverLine(
    ref="2026-0042",
    to="Mr Gavin Stott",
    letter="Request to remove online content",
    pages=2,
    how="By first-class post",
    dated=date(2026, 11, 10),
)


def cover(*lines: CoverLine, **more: object) -> CoverList:
    """A list of Monday."""
    fields = {"school": "Larkfield", "today": date(2026, 11, 9), "lines": lines, "say": "Say it here."} | more
    return CoverList(**fields)  # type: ignore[arg-type]


def letter(name: str, pages: int) -> bytes:
    """A letter whose pages say whose they are."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for number in range(pages):
        canvas.drawString(72, 700, f"{name} page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(pdf: bytes) -> list[str]:
    """The words of each page, in one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_the_list_says_what_goes_to_whom_and_has_boxes() -> None:
    """Reference, name, letter, pages, way and date, and a box for each of three things."""
    (page,) = words(cover_pdf(cover(LINE)))
    for said in (
        "1 letter to print and post",
        "2026-0042",
        "Mr Gavin Stott",
        "By first-class post 10 November 2026",
    ):
        assert said in page
    assert page.count("☐") == 3
    assert "Say it here." in page


def test_what_is_not_behind_it_and_what_was_sent_before_is_told_apart() -> None:
    """So that nothing is forgotten and nothing is printed twice."""
    again = CoverLine(ref="2026-0041", to="Ms Falk", letter="Warning", pages=0, how="By hand", dated=None)
    first = CoverLine(
        ref="2026-0040",
        to="Mr Okoro",
        letter="Note",
        pages=1,
        how="By hand",
        dated=None,
        first=date(2026, 11, 5),
    )
    page = " ".join(words(cover_pdf(cover(LINE, apart=(again,), earlier=(first,), part="1 of 2"))))
    assert page.index("2026-0042") < page.index("Not behind this page") < page.index("2026-0041")
    assert page.index("2026-0041") < page.index("You have these already") < page.index("2026-0040")
    assert "part 1 of 2" in page
    assert "Sent to you first on 5 November 2026" in page


@pytest.mark.parametrize("sizes", [(1, 1, 1), (2, 1, 3), (3, 2, 1)])
def test_each_letter_begins_on_a_right_hand_page(sizes: tuple[int, ...]) -> None:
    """Also behind one with an odd number of pages, and behind the list itself."""
    pdf = CoverPrinter().bundle(cover(LINE), [letter(f"L{n}", size) for n, size in enumerate(sizes)])
    pages = words(pdf)
    starts = [pages.index(f"L{n} page 1") for n in range(len(sizes))]
    assert all(start % 2 == 0 for start in starts)
    assert [page for page in pages[1:] if page] == [
        f"L{n} page {number + 1}" for n, size in enumerate(sizes) for number in range(size)
    ]


def test_a_list_of_many_goes_on_over_pages() -> None:
    """Each page has the head of the table, and the letters still begin on the right."""
    lines = [LINE] * 80
    pages = words(CoverPrinter().bundle(cover(*lines), [letter("L", 1)]))
    assert sum(page.count("2026-0042") for page in pages) == 80
    assert pages.index("L page 1") % 2 == 0


def test_equal_lists_give_equal_bytes() -> None:
    """A repeated round makes the same file."""
    assert cover_pdf(cover(LINE)) == cover_pdf(cover(LINE))


@pytest.mark.parametrize("bad", [b"", b"no pdf", b"%PDF-1.4\n%%EOF\n", letter("L", 1)[:200]])
def test_what_is_no_pdf_has_no_pages_and_is_refused(bad: bytes) -> None:
    """It is never left out without a word."""
    assert CoverPrinter().pages(bad) == 0
    with pytest.raises(Refused):
        CoverPrinter().bundle(cover(LINE), [bad])


def test_pages_are_counted() -> None:
    """As the list prints them."""
    assert CoverPrinter().pages(letter("L", 3)) == 3
