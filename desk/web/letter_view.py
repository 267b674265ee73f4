"""One version of a letter as its page shows it: what is on disk, whether it is what the log says, what changed."""

import hashlib
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ...ground.english import uk_date
from ...ground.errors import LetterladderError
from ...rules.cases.case import Case, LetterState
from ...rules.texts.changes import Line, changed_lines
from ...rules.words import LetterStatus
from ...workflows.office import Office
from .letter_pages import LetterPages, Sheet

STATES = {
    LetterStatus.DRAFTED: "Waits for approval",
    LetterStatus.BLOCKED: "Not written yet",
    LetterStatus.APPROVED: "Approved",
    LetterStatus.RETURNED: "Sent back",
    LetterStatus.POSTING: "Waits for the post",
    LetterStatus.POSTED: "Posted",
    LetterStatus.VOID: "Void: it counts no more",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """A letter to look at.

    Attributes:
        sheets: its pages, from the PDF; none where there is no PDF that fits.
        html: its words, from the Word file.
        whole: whether the Word file on disk is, byte for byte, what the log says.
        before: the version before it; 0 for none.
        changed: what changed since.
    """

    letter: LetterState
    sheets: tuple[Sheet, ...]
    html: Markup
    whole: bool
    before: int
    changed: list[Line]


def letter_view(office: Office, pages: LetterPages, case: Case, letter: LetterState) -> LetterView:
    """The letter whole."""
    docx = _file(office, case, letter.file)
    whole = hashlib.sha256(docx).hexdigest() == letter.sha256
    pdf = pdf_of(office, case, letter) if whole else b""
    sheets = pages.sheets(pdf) if pdf else ()
    older = case.letter(letter.letter, letter.version - 1)
    return LetterView(
        letter=letter,
        sheets=sheets,
        html=pages.words(docx),
        whole=whole,
        before=older.version if older else 0,
        changed=_changed(office, case, older, docx) if older else [],
    )


def pdf_of(office: Office, case: Case, letter: LetterState) -> bytes:
    """The PDF of this version; b"" where there is none, or not the one that was made of it."""
    pdf = _file(office, case, letter.pdf)
    fits = not letter.pdf_sha256 or hashlib.sha256(pdf).hexdigest() == letter.pdf_sha256
    return pdf if fits else b""


def docx_of(office: Office, case: Case, letter: LetterState) -> bytes:
    """The Word file of this version; b"" where it cannot be read."""
    return _file(office, case, letter.file)


def _file(office: Office, case: Case, path: str) -> bytes:
    if not path:
        return b""
    try:
        return office.cases.file(case.ref, path)
    except LetterladderError:
        return b""


def _changed(office: Office, case: Case, older: LetterState, docx: bytes) -> list[Line]:
    before = _file(office, case, older.text_file or older.file)
    try:
        return (
            changed_lines(office.word.text_of(before), office.word.text_of(docx)) if before and docx else []
        )
    except LetterladderError:
        return []


def dates_of(letter: LetterState) -> list[tuple[str, str]]:
    """The dates of a letter in words: when it is dated, and by when an answer may come."""
    if letter.undated:
        return [("Dates", "They are filled in when it is approved.")]
    told: list[tuple[str, date | None]] = [
        ("Dated", letter.date_on_letter),
        ("Answer by", letter.answer_by),
        ("Posted on", letter.posted_on),
    ]
    return [(name, uk_date(day)) for name, day in told if day]
