"""The cover list of printed letters as PDF, and the letters behind it, each on a fresh sheet."""

import io
from collections.abc import Sequence

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from reportlab.platypus import Flowable

from ...ground.english import uk_date, uk_date_short
from ...rules.mails.cover_list import CoverLine, CoverList, letters_in_words
from .pdf import combine
from .pdf_sheet import Sheet, heading, make_pdf, table, text

BOX = "☐"
_HEADER = (
    "Reference",
    "To",
    "Letter",
    "Pages",
    "How, and the date in it",
    "Printed",
    "In envelope",
    "Posted",
)
_WIDTHS = (12, 19, 22, 7, 18, 9, 11, 9)


class CoverPrinter:
    """A `PrintShop`."""

    def pages(self, pdf: bytes) -> int:
        """See `PrintShop`."""
        try:
            return len(PdfReader(io.BytesIO(pdf)).pages) if pdf else 0
        except (PyPdfError, ValueError, KeyError, OSError):
            return 0

    def bundle(self, cover: CoverList, pdfs: Sequence[bytes]) -> bytes:
        """See `PrintShop`."""
        return combine([cover_pdf(cover), *pdfs])


def cover_pdf(cover: CoverList) -> bytes:
    """The list alone: what is behind it, what must be printed elsewhere, what the office has already."""
    count = letters_in_words(len(cover.lines))
    part = f", part {cover.part}" if cover.part else ""
    story: list[Flowable] = [
        text(f"{count} to print and post{part}".capitalize(), "title"),
        text(f"{cover.school}, {uk_date(cover.today)}"),
        text(
            "Each letter begins on a fresh sheet, also where both sides are printed. The address is placed for a DL"
            " window envelope: fold in three, with the address outside."
        ),
        *_table(cover.lines, "There are none behind this page."),
    ]
    if cover.apart:
        story += heading("Not behind this page: print these one by one")
        story += [text("There is no PDF of them, or it is too large to be emailed."), *_table(cover.apart)]
    if cover.earlier:
        story += heading("You have these already")
        story += [
            text(
                "They were sent to you before, and nobody has said that they went. Do not print them again if they"
                " did: say that they are posted."
            ),
            *_table(cover.earlier),
        ]
    story += [*heading("When they have gone"), text(cover.say)]
    story += [text("This list names families. Keep it with the letters, and shred it when all are recorded.")]
    title = f"Letters to post, {uk_date_short(cover.today)}{part}"
    return make_pdf(Sheet(title=title, foot=f"{cover.school} · {title}"), story)


def _table(lines: Sequence[CoverLine], empty: str = "") -> list[Flowable]:
    return table(_HEADER, map(_row, lines), _WIDTHS, empty=empty)


def _row(line: CoverLine) -> list[str | Flowable]:
    again = f"\nSent to you first on {uk_date_short(line.first)}" if line.first else ""
    dated = f"\n{uk_date_short(line.dated)}" if line.dated else ""
    pages = str(line.pages) if line.pages else "?"
    boxes = [text(BOX, "box") for _ in range(3)]
    return [line.ref, line.to, line.letter + again, pages, line.how + dated, *boxes]
