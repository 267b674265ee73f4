"""The worksheet for whoever reviews a copy for the adult; it shows what is withheld and never leaves the school."""

from collections.abc import Iterable
from pathlib import Path

from xlsxwriter import Workbook

from ...rules.privacy.passages import CopyPage
from ...rules.register.register_case import Title, Withholding
from ...rules.words import Why
from .page_sheets import write_pages
from .register_xlsx import MADE, close_book, fitting

CONSIDER = {
    Why.REPORTER: "Would it show who reported? They were promised confidentiality; weigh it up, and ask them "
    "if need be.",
    Why.OTHER_ADULT: "Has this person agreed, or is it reasonable without? Does the adult know it already?",
    Why.ADULT: "The adult's own name: it may stay.",
    Why.PUPIL: "Another family's child: leave out. Their own child: check parental responsibility and court orders.",
    Why.CONTACT: "Another person's address or number: leave out. Their own: it may stay.",
    Why.SOMEBODY: "Whose is it? With a class or a title, initials name somebody to those who know the school; other "
    "words a reviewer chose.",
    Why.SAFEGUARDING: "Serious harm to a child or anybody else? Ask the DSL; leave out until they have said yes.",
    Why.ENQUIRY: "Would it harm an inquiry, or is it legal advice? Ask whoever asked for the hold. Consider "
    "whether even"
    " the mark gives too much away.",
    Why.OTHER_WORDS: "Another person wrote it. Give the facts about the adult in other words, or ask the writer.",
    Why.FREE_TEXT: "Not for governors.",
    Why.UNREAD: "Open it, look for other people's names and faces, redact them, then add it yourself.",
}
"""What reviewers ask themselves for each reason; the school's data protection officer has the last word."""

COLUMNS = ("No", "Case", "Place", "Withheld", "Reason", "To consider")
WIDTHS = (6, 12, 34, 40, 28, 60)
FOR_REVIEWER = "&CFor the reviewer only: shows what is withheld. Do not pass it on."


def write_worksheet(
    path: Path, title: Title, found: Iterable[Withholding], pages: Iterable[CopyPage] = ()
) -> int:
    """Write one line for each place where something is left out, and the pages to mark; returns how many places."""
    book = Workbook(str(path), {"strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"title": f"Worksheet, {title.school}", "created": MADE})
    write_pages(book, list(pages))
    sheet = book.add_worksheet("Withheld")
    head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 4})
    for place, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    row = 0
    for row, one in enumerate(found, start=1):
        sheet.write_number(row, 0, row, cell)
        for place, words in enumerate(_words(one), start=1):
            sheet.write_string(row, place, fitting(words), cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(row, 1), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(FOR_REVIEWER)
    _also_look(book)
    close_book(book, path)
    return row


def _words(one: Withholding) -> tuple[str, ...]:
    return (one.ref, one.place, one.written, str(one.why), CONSIDER[one.why])


def _also_look(book: Workbook) -> None:
    """What no program can do for the reviewer."""
    sheet = book.add_worksheet("Before it leaves")
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True}))
    for place, line in enumerate(_CHECKS):
        sheet.write_string(place, 0, line)


_CHECKS = (
    "The program withholds names in the people register, names of reporters and of whoever wrote an email that is "
    "still in the in-tray, and other people's addresses and numbers, also shortened, bent or misspelt.",
    "A nickname or somebody who is not in the register can only be found by reading: read every page.",
    "Names of the school's role holders stay. Ask whether one of them appears here as a reporter or as somebody hurt.",
    "Check who is asking: is it the adult themselves, and where will the copy go?",
    "Note what was left out and why; the adult is told that something was withheld, unless telling them would do harm.",
)
