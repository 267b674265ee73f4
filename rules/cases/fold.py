"""A case is the fold of its log: each event adds one fact to what the lines before it say."""

from collections.abc import Iterable

from msgspec.structs import replace

from .case import Case
from .events import Entry


def fold(ref: str, entries: Iterable[Entry]) -> Case:
    """The case that these log lines tell of; what each changes stands with its kind of event."""
    case = Case(ref=ref)
    last: Entry | None = None
    since = None
    for last in entries:
        event = last.event
        case = event.fold(case, last)
        if not event.only_told:
            since = last.at
    # Where the log ends is put down once, at the end: with very many cases it is what the fold would spend its time on.
    return replace(case, last_seq=last.seq, last_hash=last.hash, waiting_from=since) if last else case


def after(case: Case, entry: Entry) -> Case:
    """The case after one more line. What we only told somebody does not change since when somebody is waited for."""
    event = entry.event
    since = case.waiting_from if event.only_told else entry.at
    return replace(event.fold(case, entry), last_seq=entry.seq, last_hash=entry.hash, waiting_from=since)
