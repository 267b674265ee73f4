"""The register a page at a time, newest case first: the index says where to look, the logs what is true."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import msgspec

from ..ground.errors import Problem
from ..records.index.case_rows import number_of, unpack
from ..records.index.index import FolderIndex
from ..rules.cases.case import Case
from ..rules.cases.case_summary import CaseSummary
from ..rules.register.register_case import CaseRecord
from ..rules.register.register_filter import Wanted
from ..rules.texts.names import words_of
from ..rules.words import Profile
from ..workflows.office import Office
from .readings import records_for

A_PAGE = 25
MOST_GLANCED, MOST_READ = 5_000, 150
"""Cases of the index, and logs, that one page looks through at the most."""

_AFTER_ALL = 2**62


@dataclass(slots=True, kw_only=True)
class RegisterPage:
    """The cases of one page; `beyond` is where the next one begins, "" where this is the last."""

    records: list[CaseRecord] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)
    glanced: int = 0
    hidden: int = 0
    beyond: str = ""


def register_page(
    office: Office, wanted: Wanted, profile: Profile, *, before: str, hides: Callable[[Case], object]
) -> RegisterPage:
    """The newest cases that were asked for and are older than `before` ("": the newest of all)."""
    page, read = RegisterPage(), 0

    def is_hidden(case: Case) -> bool:
        found = bool(hides(case))
        page.hidden += found
        return found

    for ref, summary in _newest(office, number_of(before) if before else _AFTER_ALL):
        if len(page.records) == A_PAGE or page.glanced == MOST_GLANCED or read == MOST_READ:
            return page
        page.glanced, page.beyond = page.glanced + 1, ref
        if wanted.refs and ref not in wanted.refs:
            continue
        if summary is None or may_be_wanted(wanted, summary):
            read += 1
            page.records += records_for(office, wanted, profile, ref, unread=page.unread, hides=is_hidden)
    page.beyond = ""
    return page


def _newest(office: Office, below: int) -> Iterator[tuple[str, CaseSummary | None]]:
    """Each case below a number, newest first, with what the index knows of one that is over."""
    index = office.index
    if not isinstance(index, FolderIndex):
        return  # an office without a folder has no register to leaf through
    while rows := index.cases.below(below, 500):
        for ref, is_open, packed in rows:
            yield ref, None if is_open else _unpacked(packed)
        below = number_of(rows[-1][0])


def _unpacked(packed: bytes) -> CaseSummary | None:
    try:
        return unpack(packed) if packed else None
    except msgspec.DecodeError:
        return None


def may_be_wanted(wanted: Wanted, case: CaseSummary) -> bool:
    """Whether a case that is over may have been asked for, as far as its summary tells; its log has the last word."""
    if wanted.state and wanted.state.casefold() != "closed":
        return False
    if wanted.conduct and wanted.conduct not in case.conduct:
        return False
    if wanted.pupil and wanted.pupil not in case.pupils:
        return False
    if wanted.until and case.opened_at and case.opened_at.date() > wanted.until:
        return False
    words = set(words_of(wanted.adult))
    return not words or wanted.adult == case.adult or words <= set(words_of(case.adult_name))
