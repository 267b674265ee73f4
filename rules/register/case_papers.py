"""The papers of a case for a bundle: letters as sent, emails, evidence; and what a reader may have of each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from ..cases.events import (
    Entry,
    EvidenceKept,
    LetterDated,
    LetterDrafted,
    LetterPosted,
    MailAttached,
    MailMoved,
    ReportReceived,
    SheetWritten,
)
from ..words import Profile, Why
from .register_case import CaseRecord
from .register_profile import View, ending_of


class PaperKind(StrEnum):
    """What a paper is; also the folder it is in."""

    LETTER = "letters"
    MAIL = "mail"
    EVIDENCE = "evidence"
    SHEET = "sheets"


class Treatment(StrEnum):
    """What a reader gets: the bytes as they are, the bytes if nothing must go and else a text, a text, or a notice."""

    WHOLE = "as it is"
    WHOLE_IF_CLEAN = "as it is, or as text with passages withheld"
    TEXT = "as text with passages withheld"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One file of a case. `mail` is the SHA-256 of the email it is or came with; `sha256` is "" where not logged."""

    kind: PaperKind
    path: str
    sha256: str
    seq: int
    mail: str = ""
    is_report: bool = False

    def unnamed(self, place: int) -> str:
        """A path that tells the sort and the place alone."""
        return f"{self.kind}/{self.kind.name.casefold()}-{place}{ending_of(self.path)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePapers:
    """One case to bundle: its record for this reader, its papers, and how to read a file of it.

    `sealed`: an email of it mentions an indecent image, so none of its emails and their files is copied for anybody.
    """

    record: CaseRecord
    papers: tuple[Paper, ...]
    read: Callable[[str], bytes]
    view: View
    also: tuple[str, ...] = ()
    sealed: bool = False

    def seals(self, paper: Paper) -> bool:
        """Whether nobody gets a copy of this paper."""
        return self.sealed and paper.kind in {PaperKind.MAIL, PaperKind.EVIDENCE}


def papers_of(ref: str, entries: Iterable[Entry]) -> tuple[Paper, ...]:
    """The papers in the order of the log; of letters the versions that were posted, with their PDF.

    An email that was moved to another case is not a paper of this one: it may tell of another family.
    """
    found: list[Paper] = []
    gone: set[str] = set()
    drafts: dict[tuple[str, int], LetterDrafted | LetterDated] = {}
    for entry in entries:
        match entry.event:
            case ReportReceived(mail=mail, file=file):
                found.append(_mail(file, mail, entry.seq, is_report=True))
            case MailAttached(mail=mail, file=file):
                found.append(_mail(file, mail, entry.seq, is_report=False))
            case EvidenceKept(mail=mail, file=file, sha256=sha256):
                found.append(
                    Paper(kind=PaperKind.EVIDENCE, path=file, sha256=sha256, seq=entry.seq, mail=mail)
                )
            case LetterDrafted() | LetterDated() as drafted:
                drafts[drafted.letter, drafted.version] = drafted
            case LetterPosted(letter=letter, version=version):
                found += _letter(drafts.get((letter, version)), entry.seq)
            case SheetWritten(file=file, sha256=sha256):
                found.append(Paper(kind=PaperKind.SHEET, path=file, sha256=sha256, seq=entry.seq))
            case MailMoved(mail=mail, from_ref=before):
                if before == ref:
                    gone.add(mail)
            case _:
                pass
    once = {paper.path: paper for paper in reversed(found) if paper.path and paper.mail not in gone}
    return tuple(sorted(once.values(), key=lambda paper: (paper.seq, paper.path)))


def _mail(file: str, mail: str, seq: int, *, is_report: bool) -> Paper:
    return Paper(kind=PaperKind.MAIL, path=file, sha256=mail, seq=seq, mail=mail, is_report=is_report)


def _letter(drafted: LetterDrafted | LetterDated | None, seq: int) -> list[Paper]:
    if drafted is None:
        return []
    word = Paper(kind=PaperKind.LETTER, path=drafted.file, sha256=drafted.sha256, seq=seq)
    pdf = Paper(kind=PaperKind.LETTER, path=drafted.pdf, sha256="", seq=seq)
    return [word, pdf] if drafted.pdf else [word]


def treatment(profile: Profile, paper: Paper, own_mails: frozenset[str]) -> tuple[Treatment, Why | None]:
    """What this reader gets of the paper, and why not all of it.

    Args:
        profile: for whom.
        paper: which paper.
        own_mails: SHA-256 of the emails from the adult's own address.
    """
    if profile is Profile.PANEL:
        return Treatment.WHOLE, None
    if profile is Profile.GOVERNORS:
        return Treatment.WITHHELD, Why.FREE_TEXT
    if paper.kind is PaperKind.LETTER:
        return Treatment.WHOLE_IF_CLEAN, None
    if paper.kind is PaperKind.SHEET:
        return Treatment.WITHHELD, Why.UNREAD
    if paper.mail in own_mails and not paper.is_report:
        return (Treatment.TEXT, None) if paper.kind is PaperKind.MAIL else (Treatment.WITHHELD, Why.UNREAD)
    return Treatment.WITHHELD, Why.REPORTER if paper.is_report else Why.OTHER_WORDS
