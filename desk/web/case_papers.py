"""The emails, files and sheets of a case that its page offers: always downloads, under names of our own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...rules.cases.case import Case
from ...rules.cases.events import Entry, EvidenceKept
from ...rules.cases.shown_to import is_about_danger
from ...rules.people.rights import Right
from ...rules.register.case_papers import Paper, PaperKind, papers_of
from ...rules.register.happening import PICTURES, is_never_shown
from .visiting import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One file: the line of the log that holds it, its path in the case, what it is called here, its size if known.

    `is_picture`: it may be looked at as a picture that we draw again.
    """

    seq: int
    path: str
    name: str
    title: str
    size: int = 0
    is_picture: bool = False


def offered(here: Visit, case: Case, entries: Sequence[Entry]) -> list[Offered]:
    """The files that the visitor may have, in the order of the history.

    Who may not see who reported gets no email that is a report, and no file that came with one: a screenshot shows
    whose telephone it was made on. In a case about danger, who may not read such texts gets no email and no evidence.
    """
    return list(_offered(here, case, entries))


def with_reports(here: Visit, case: Case, entries: Sequence[Entry]) -> int:
    """How many emails and files are kept from the visitor because they tell who reported."""
    if Right.REPORTER in here.rights:
        return 0
    papers = papers_of(case.ref, entries)
    reports = _reports(papers)
    return sum(paper.mail in reports for paper in papers if paper.kind is not PaperKind.LETTER)


def _reports(papers: Iterable[Paper]) -> frozenset[str]:
    """The emails that are reports, by their SHA-256."""
    return frozenset(paper.mail for paper in papers if paper.is_report)


def _offered(here: Visit, case: Case, entries: Sequence[Entry]) -> Iterator[Offered]:
    kept = {one.seq: one.event for one in entries if isinstance(one.event, EvidenceKept)}
    numbers = dict.fromkeys(PaperKind, 0)
    papers = papers_of(case.ref, entries)
    reports = _reports(papers)
    for paper in papers:
        if paper.kind is PaperKind.LETTER:
            continue
        numbers[paper.kind] += 1
        if not _may_have(here, case, paper, reports):
            continue
        evidence, number = kept.get(paper.seq), numbers[paper.kind]
        ending = paper.path.rpartition(".")[2].lower()
        ending = ending if ending.isascii() and ending.isalnum() and len(ending) <= 5 else "bin"
        word = {PaperKind.MAIL: "email", PaperKind.EVIDENCE: "file", PaperKind.SHEET: "sheet"}[paper.kind]
        title = f"{word.capitalize()} {number}"
        if paper.is_report:
            title += " (a report)"
        if evidence and Right.REPORTER in here.rights:
            title += f": {evidence.original_name}"
        yield Offered(
            seq=paper.seq,
            path=paper.path,
            name=f"{case.ref} {word} {number}.{ending}",
            title=title,
            size=evidence.size if evidence else 0,
            is_picture=evidence is not None and ending in PICTURES,
        )


def _may_have(here: Visit, case: Case, paper: Paper, reports: frozenset[str]) -> bool:
    if paper.kind is PaperKind.SHEET:
        return True
    if is_never_shown(case):
        return False  # it may show the abuse of a child: nobody looks at it, downloads it or sends it on
    if is_about_danger(case) and Right.CHILD_PROTECTION not in here.rights:
        return False
    return paper.mail not in reports or Right.REPORTER in here.rights
