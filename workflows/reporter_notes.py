"""Who reported, as it is noted apart from the log of a case."""

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from ..ground.errors import LogBroken, Problem, Refused
from ..rules.cases.events import ReportReceived
from ..rules.words import ReporterKind

if TYPE_CHECKING:
    from .ports import CaseFiles

REPORTER_FILE = "reporter.json"
Noted = dict[str, dict[str, str]]
_KINDS = frozenset(ReporterKind)


def kinds_noted(cases: "CaseFiles", ref: str) -> tuple[str, ...]:
    """Who reported, in kind and in plain words, each with how often where it was more than once; it names nobody."""
    told = [ReporterKind(one["kind"]) for one in notes_of(cases, ref).values() if one.get("kind") in _KINDS]
    counts = Counter(told)
    return tuple(f"{one.words} ({many} reports)" if many > 1 else one.words for one, many in counts.items())


def notes_of(cases: "CaseFiles", ref: str) -> Noted:
    """Each note, by the SHA-256 of the email; {} where there is none, or none that can be read."""
    try:
        return msgspec.json.decode(cases.file(ref, REPORTER_FILE), type=Noted)
    except (Refused, msgspec.DecodeError):
        return {}


def notes_in_full(cases: "CaseFiles", ref: str) -> Noted:
    """Each note, by the SHA-256 of the email; one for every report of the case.

    Raises:
        LogBroken: a note is lost or damaged, so that nobody knows whose name must not be read.
    """
    try:
        noted = msgspec.json.decode(cases.file(ref, REPORTER_FILE), type=Noted)
    except Refused:
        noted = {}
    except msgspec.DecodeError:
        raise _lost(ref, "cannot be read") from None
    reports = (one.event for one in cases.read(ref) if isinstance(one.event, ReportReceived))
    if any(one.file and one.mail not in noted for one in reports):
        raise _lost(ref, "is gone, or does not name them all")
    return noted


def _lost(ref: str, how: str) -> LogBroken:
    what = f"The note of who reported in case {ref} {how}, so nobody can say whose name must be left out."
    do = (
        f"Restore cases/{ref}/{REPORTER_FILE} from the last backup, run `letterladder verify`, and try again."
    )
    return LogBroken(Problem(where=f"case {ref}", what=what, what_to_do=do))
