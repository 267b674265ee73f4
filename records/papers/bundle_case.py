"""The pieces of one case for a bundle: its chronology, and each paper as far as this reader may have it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from ...ground.errors import Refused
from ...rules.office.exports import OfficeEntry
from ...rules.office.reading_events import READINGS, PageRead, reading_lines
from ...rules.privacy.passages import Spot
from ...rules.privacy.redaction import Taken, in_words, reasons_of
from ...rules.register.case_papers import CasePapers, Paper, PaperKind, Treatment, treatment
from ...rules.register.register_case import WHOLE_FILE, CaseRecord, Title, Withholding
from ...rules.register.register_profile import View
from ...rules.words import Profile, Why
from .bundle import Piece
from .copies import docx_as_text, docx_is_clean, mail_as_text, pdf_is_clean
from .register_files import to_csv, to_json
from .register_html import to_html
from .register_pdf import to_pdf

MISSING = "missing on disk; the log has it"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """What became of one paper: its bytes (None: withheld), why not all of it, and what was taken out."""

    content: bytes | None
    why: str = ""
    taken: tuple[Taken, ...] = ()
    as_text: bool = False


def register_pieces(title: Title, records: list[CaseRecord]) -> Iterator[Piece]:
    """The register of all cases of the bundle, for reading, for tables and for programs."""
    rows = (row for record in records for row in record.rows)
    yield Piece(path="register.html", what="the register, to read", content=to_html(title, records))
    yield Piece(path="register.csv", what="the register, for spreadsheets", content=to_csv(rows, bom=True))
    yield Piece(path="register.json", what="the register, for programs", content=to_json(title, records))


def case_pieces(title: Title, case: CasePapers, found: list[Withholding]) -> Iterator[Piece]:
    """The pieces of one case; what is left out of them is added to `found` for the reviewer's worksheet."""
    ref = case.record.head.ref
    chronology = to_pdf(title, [case.record])
    yield Piece(path=f"{ref}/chronology.pdf", what="chronology", content=chronology)
    counts = dict.fromkeys(PaperKind, 0)
    for paper in case.papers:
        counts[paper.kind] += 1
        yield _piece(case, paper, counts[paper.kind], found)
    for path in case.also:
        content = case.read(path)
        yield Piece(path=f"{ref}/{path}", what="the record itself", content=content)
        if path == READINGS:
            yield Piece(
                path=f"{ref}/who-opened-it.txt", what="who opened the case", content=_readers(content)
            )


def _readers(content: bytes) -> bytes:
    """Who opened the case at the desk, a line each."""
    entries = [
        msgspec.json.decode(line, type=OfficeEntry) for line in content.splitlines() if line.endswith(b"}")
    ]
    found = [(one.at, one.by, one.event) for one in entries if isinstance(one.event, PageRead)]
    return "".join(f"{line}\n" for line in reading_lines(found)).encode()


def _piece(case: CasePapers, paper: Paper, place: int, found: list[Withholding]) -> Piece:
    ref = case.record.head.ref
    copy = _copy_of(case, paper)
    is_panel = case.view.profile is Profile.PANEL
    path = paper.path if is_panel else paper.unnamed(place)
    if copy.as_text:
        path = f"{path.rpartition('.')[0] or path}.txt"
    for one in copy.taken:
        found.append(Withholding(ref=ref, place=f"{path} ({paper.path})", why=one.why, written=one.written))
    _, why = treatment(case.view.profile, paper, case.view.own_mails)
    if copy.content is None and why:
        where = f"{path} {WHOLE_FILE}"
        found.append(Withholding(ref=ref, place=where, why=why, written=paper.path, whole=True))
    return Piece(
        path=f"{ref}/{path}",
        what=f"{paper.kind.name.casefold()}, entry {paper.seq}",
        content=copy.content,
        withheld=copy.why,
        original=paper.sha256,
    )


def _copy_of(case: CasePapers, paper: Paper) -> _Copy:
    how, why = treatment(case.view.profile, paper, case.view.own_mails)
    if how is Treatment.WITHHELD:
        return _Copy(content=None, why=str(why or how))
    if case.seals(paper):
        return _Copy(content=None, why=str(Why.INDECENT))
    try:
        content = case.read(paper.path)
    except Refused:
        return _Copy(content=None, why=MISSING)
    if how is Treatment.WHOLE:
        return _Copy(content=content, why=_changed(paper, content))
    spot = Spot(ref=case.record.head.ref, page=paper.path, place="text")
    if how is Treatment.TEXT:
        return _as_text(*mail_as_text(content, case.view.redaction, spot))
    return _letter(content, paper, case.view, spot)


def _changed(paper: Paper, content: bytes) -> str:
    fits = not paper.sha256 or hashlib.sha256(content).hexdigest() == paper.sha256
    return "" if fits else "not withheld, but no longer the bytes recorded in the log"


def _letter(content: bytes, paper: Paper, view: View, spot: Spot) -> _Copy:
    if content.startswith(b"%PDF"):
        if pdf_is_clean(content, view.redaction, spot):
            return _Copy(content=content)
        return _Copy(content=None, why="see the text of the Word file")
    text, taken = docx_as_text(content, view.redaction, spot)
    if not taken and docx_is_clean(content, view.redaction):
        return _Copy(content=content, why=_changed(paper, content))
    return _as_text(text, taken)


def _as_text(content: bytes, taken: tuple[Taken, ...]) -> _Copy:
    return _Copy(content=content, why=in_words(reasons_of(taken)), taken=taken, as_text=True)


def bundle_pieces(
    title: Title, records: list[CaseRecord], cases: Iterable[CasePapers], found: list[Withholding]
) -> Iterator[Piece]:
    """Everything that goes into a bundle but its own README, manifest and sums."""
    yield from register_pieces(title, records)
    for case in cases:
        yield from case_pieces(title, case, found)
