"""The sheets of a worksheet on which a reviewer marks passages one by one, and reading them back."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from xlsxwriter import Workbook

from ...ground.errors import Problem, Refused
from ...rules.privacy.passages import CopyPage, PageText, Passage
from ..people.sheet_file import BROKEN_EXCEL, defines_words
from .register_xlsx import fitting

MARK_SHEET, READ_SHEET = "Mark each passage", "Read each page"
OUT, STAYS = "out", "stays"
COLUMNS = (
    "Page",
    "Case",
    "Name of the page",
    "Passage",
    "With the words around it",
    "Withheld because",
    "Mark: out or stays",
    "Key (leave as it is)",
    "Page's SHA-256 (leave as it is)",
)
WIDTHS = (6, 12, 26, 30, 70, 30, 12, 18, 18)
AROUND = 60
MOST_BYTES, MOST_ROWS = 20_000_000, 100_000
_MARK, _KEY, _SHA = 6, 7, 8


@dataclass(slots=True, kw_only=True)
class MarkedPage:
    """One page of a filled worksheet: the marks of its passages by key, and how many have none."""

    ref: str
    sha256: str
    goes: dict[str, bool] = field(default_factory=dict)
    unmarked: int = 0


def write_pages(book: Workbook, pages: list[CopyPage]) -> None:
    """Add the sheet of passages, each to be marked, and the sheet with the whole texts."""
    head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 4})
    sheet = book.add_worksheet(MARK_SHEET)
    for place, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    row = 0
    for number, page in enumerate(pages, start=1):
        lines = [_line(text, one) for text in page.texts for one in text.passages] or [_NOTHING]
        for line in lines:
            row += 1
            sheet.write_number(row, 0, number, cell)
            for place, words in enumerate((page.ref, page.name, *line, page.sha256), start=1):
                sheet.write_string(row, place, fitting(words), cell)
    sheet.data_validation(1, _MARK, max(row, 1), _MARK, {"validate": "list", "source": [OUT, STAYS]})
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    _write_texts(book, pages)


_NOTHING = ("", "There is no passage on this page to mark; read it, and write: stays.", "", "", "")


def _line(text: PageText, one: Passage) -> tuple[str, str, str, str, str]:
    start, end = max(0, one.start - AROUND), one.end + AROUND
    around = " ".join(f"{text.text[start : one.start]}[{one.written}]{text.text[one.end : end]}".split())
    why = str(one.why) if one.why else "kept: does it name somebody?"
    return one.written, f"{text.spot.place}: {around}", why, "", one.key


def _write_texts(book: Workbook, pages: list[CopyPage]) -> None:
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "valign": "top"})
    gone = book.add_format({"bold": True, "font_color": "#942514", "bg_color": "#f6d7d2"})
    doubt = book.add_format({"bold": True, "bg_color": "#fff7bf"})
    sheet = book.add_worksheet(READ_SHEET)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 110)
    row = 0
    for number, page in enumerate(pages, start=1):
        sheet.write_string(row, 0, fitting(f"Page {number}: {page.ref}, {page.name}"), bold)
        row += 1
        for words in page.whole:
            sheet.write_string(row, 0, "withheld whole", wrap)
            sheet.write_string(row, 1, fitting(words), wrap)
            row += 1
        for text in page.texts:
            sheet.write_string(row, 0, fitting(text.spot.place), wrap)
            pieces = [
                (gone if why else doubt if why is False else None, words) for why, words in pieces_of(text)
            ]
            if len(pieces) > 1 and sum(len(words) for _, words in pieces) < 30_000:
                flat = [part for style, words in pieces for part in ((style, words) if style else (words,))]
                sheet.write_rich_string(row, 1, *flat, wrap)
            else:
                sheet.write_string(row, 1, fitting(text.text), wrap)
            row += 1


def pieces_of(text: PageText) -> list[tuple[bool | None, str]]:
    """The text in pieces: True for a passage that is withheld, False for one that may name somebody, None between."""
    found: list[tuple[bool | None, str]] = []
    place = 0
    for one in text.passages:
        found.append((None, text.text[place : one.start]))
        found.append((one.goes, text.text[one.start : one.end]))
        place = one.end
    found.append((None, text.text[place:]))
    return [(why, words) for why, words in found if words]


def read_marks(content: bytes) -> Mapping[str, MarkedPage]:
    """The pages of a filled worksheet, by their SHA-256.

    Raises:
        Refused: it is no worksheet, or a mark is neither "out" nor "stays".
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - a heavy library, for a file of this kind alone

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(one.file_size for one in parts.infolist()) > MOST_BYTES:
                raise Refused(_problem("The worksheet is too large."))
            if defines_words(parts):
                raise Refused(_problem("This is no worksheet that Letterladder wrote."))
        sheet = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)[MARK_SHEET]
        rows = list(sheet.iter_rows(min_row=2, max_row=MOST_ROWS, max_col=len(COLUMNS), values_only=True))
    except BROKEN_EXCEL:
        raise Refused(_problem("This is no worksheet that Letterladder wrote.")) from None
    found: dict[str, MarkedPage] = {}
    for number, row in enumerate(rows, start=2):
        cells = [str(one or "").strip() for one in row] + [""] * len(COLUMNS)
        if cells[_SHA]:
            _take(found.setdefault(cells[_SHA], MarkedPage(ref=cells[1], sha256=cells[_SHA])), cells, number)
    return found


def _take(page: MarkedPage, cells: list[str], number: int) -> None:
    mark = cells[_MARK].casefold()
    if mark not in {"", OUT, STAYS}:
        raise Refused(_problem(f"Line {number}: '{mark}' is no mark."))
    page.unmarked += not mark
    if mark and cells[_KEY]:
        page.goes[cells[_KEY]] = mark == OUT


def _problem(what: str) -> Problem:
    do = f"Fill in the worksheet beside the copy, sheet '{MARK_SHEET}': out or stays, in each line."
    return Problem(where="worksheet", what=what, what_to_do=do)
