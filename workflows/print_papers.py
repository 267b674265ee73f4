"""Letters that wait for an envelope, as pages for the printer: their cover list, and what fits into one PDF."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..rules.cases.phrases import METHOD_WORDS
from ..rules.mails.cover_list import CoverLine, CoverList
from ..rules.mails.desk_links import to_post
from ..rules.mails.outgoing import LaidOut, Place
from ..rules.mails.print_run import Emailed
from ..rules.standing.stops import leaving_letter
from .office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPrint:
    """One letter for the printer: where it lies, its line of the cover list, its PDF (b"" where there is none)."""

    laid: LaidOut
    line: CoverLine
    pdf: bytes


def to_print(office: Office, laid: LaidOut, emailed: Mapping[Place, Emailed] | None = None) -> ToPrint | None:
    """The letter as it is to be printed; None where its case says that it is not, or no longer, leaving.

    Raises:
        LogBroken: the log of its case does not fit its hash chain.
    """
    case = office.case(laid.ref)
    letter = leaving_letter(case)
    if letter is None or (case.ref, letter.letter, letter.version) != laid.place:
        return None
    pdf = office.cases.file(case.ref, letter.pdf) if letter.pdf else b""
    if letter.pdf_sha256 and hashlib.sha256(pdf).hexdigest() != letter.pdf_sha256:
        pdf = b""
    before = (emailed or {}).get(laid.place)
    words = METHOD_WORDS[letter.method or letter.planned_method]
    line = CoverLine(
        ref=laid.ref,
        to=next(iter(laid.to), ""),
        letter=office.school.policy.letters.name_of(letter.letter),
        pages=office.shop.pages(pdf),
        how=words[:1].upper() + words[1:],
        dated=letter.date_on_letter,
        first=before.first if before else None,
    )
    return ToPrint(laid=laid, line=line, pdf=pdf if line.pages else b"")


def where_to_say(office: Office) -> str:
    """Where to say that letters have gone, as the cover list ends with it."""
    if link := to_post(office.school):
        return f"Tick them in the desk, on the page To post: {link}"
    return (
        "For each letter, with its own reference: letterladder posted REFERENCE --on YYYY-MM-DD. Add --method only if"
        " it was sent in another way than this list says."
    )


def cover_of(
    office: Office,
    letters: Sequence[ToPrint],
    apart: Sequence[ToPrint] = (),
    earlier: Sequence[ToPrint] = (),
    *,
    part: str = "",
) -> CoverList:
    """The cover list of these letters."""
    return CoverList(
        school=office.school.name,
        today=office.clock.today(),
        lines=tuple(one.line for one in letters),
        apart=tuple(one.line for one in apart),
        earlier=tuple(one.line for one in earlier),
        say=where_to_say(office),
        part=part,
    )


def bundle(office: Office, cover: CoverList, letters: Sequence[ToPrint]) -> bytes:
    """The cover list and the letters behind it, as one PDF."""
    return office.shop.bundle(cover, [one.pdf for one in letters])


def parcels(office: Office, letters: Sequence[ToPrint], most: int) -> list[list[ToPrint]]:
    """The letters shared out in their order among PDFs of at most `most` bytes; each alone has no more."""
    if not letters:
        return []
    if len(letters) == 1 or len(bundle(office, cover_of(office, letters), letters)) <= most:
        return [list(letters)]
    half = len(letters) // 2
    return [*parcels(office, letters[:half], most), *parcels(office, letters[half:], most)]
