"""What the log of a case says that there is: files by their hash, emails on the case, emails to our own people."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...rules.cases.events import (
    AlertRaised,
    AlertRepeated,
    ApprovalAsked,
    DecisionAsked,
    DraftVoided,
    Entry,
    EvidenceKept,
    LetterDated,
    LetterDrafted,
    LetterPosted,
    LetterReturned,
    MailAttached,
    PostingNotMade,
    PostingStarted,
    ReminderSent,
    ReportReceived,
    SheetWritten,
    SignerTold,
)

_ON_THE_CASE = frozenset({ReportReceived, MailAttached})
_TOLD = frozenset({ApprovalAsked, DecisionAsked, SignerTold, AlertRepeated, AlertRaised, ReminderSent})
_OF_POSTING = frozenset({PostingStarted, LetterPosted, PostingNotMade, DraftVoided})
_WITH_FILES = _ON_THE_CASE | {
    *(EvidenceKept, SheetWritten, LetterDrafted, LetterDated, DraftVoided, LetterReturned, LetterPosted),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A file the log mentions; `sha256` is "" where only its presence can be asked."""

    file: str
    sha256: str


def _of(entries: Iterable[Entry], kinds: frozenset[type]) -> list[Entry]:
    """The entries of these kinds, in order; each is a final class, and most entries are of none of them."""
    return [entry for entry in entries if type(entry.event) in kinds]


def mails_on(entries: Iterable[Entry]) -> frozenset[str]:
    """The SHA-256 of the emails that are on the case."""
    return frozenset(
        entry.event.mail
        for entry in _of(entries, _ON_THE_CASE)
        if isinstance(entry.event, ReportReceived | MailAttached) and entry.event.file
    )


def reports_on(entries: Iterable[Entry]) -> frozenset[str]:
    """The emails of which it was noted who reported."""
    return frozenset(
        entry.event.mail
        for entry in _of(entries, _ON_THE_CASE)
        if isinstance(entry.event, ReportReceived) and entry.event.file
    )


def queued_by(entries: Iterable[Entry]) -> frozenset[str]:
    """The emails to our own people; each was in the queue before the log mentioned it."""
    found: set[str] = set()
    for entry in _of(entries, _TOLD):
        match entry.event:
            case (
                ApprovalAsked(message_id=message_id)
                | DecisionAsked(message_id=message_id)
                | SignerTold(message_id=message_id)
                | AlertRepeated(message_id=message_id)
            ):
                found.add(message_id)
            case AlertRaised(message_id=message_id) as raised if raised.to or raised.told:
                found.add(message_id)
            case ReminderSent(message_id=message_id, to=to) if to:
                found.add(message_id)
            case _:
                pass
    return frozenset(found - {""})


def expected_of(entries: Iterable[Entry]) -> list[Expected]:
    """The files that the log mentions, in the order in which it does; the letters come last."""
    files: list[Expected] = []
    made: list[tuple[tuple[str, int], LetterDrafted | LetterDated]] = []
    given_up: set[tuple[str, int]] = set()
    for entry in _of(entries, _WITH_FILES):
        match entry.event:
            case ReportReceived(file=file, mail=sha256) | MailAttached(file=file, mail=sha256):
                files.append(Expected(file=file, sha256=sha256))
            case EvidenceKept(file=file, sha256=sha256) | SheetWritten(file=file, sha256=sha256):
                files.append(Expected(file=file, sha256=sha256))
            case LetterDrafted() | LetterDated() as one:
                made.append(((one.letter, one.version), one))
            case DraftVoided(letter=letter, version=version) | LetterReturned(letter=letter, version=version):
                given_up.add((letter, version))
            case LetterPosted(letter=letter, version=version):
                given_up.discard((letter, version))
            case _:
                pass
    for place, one in made:
        # A version that no longer counts may have been changed by hand; that may be just why it no longer counts.
        files.append(Expected(file=one.file, sha256="" if place in given_up else one.sha256))
        files.append(Expected(file=one.pdf, sha256="" if place in given_up else one.pdf_sha256))
    return files


def leaving_of(entries: Iterable[Entry]) -> frozenset[tuple[str, int]]:
    """The letters, with their version, whose posting has begun and has not ended."""
    leaving: set[tuple[str, int]] = set()
    for entry in _of(entries, _OF_POSTING):
        match entry.event:
            case PostingStarted(letter=letter, version=version):
                leaving.add((letter, version))
            case LetterPosted() | PostingNotMade() | DraftVoided() as ended:
                leaving.discard((ended.letter, ended.version))
            case _:
                pass
    return frozenset(leaving)
