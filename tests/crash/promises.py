"""What must hold after a kill and a restart, whatever was under way: the promises, one question each."""

from collections import Counter
from collections.abc import Iterator

from crash.scenes import School

from letterladder.records.lock import writer_lock
from letterladder.records.verify import verify
from letterladder.rules.events import Entry, LetterPosted, PostingStarted, ReportReceived
from letterladder.rules.words import Verdict
from letterladder.workflows.keeping import rows_of
from letterladder.workflows.rounds import run_round


def broken_promises(school: School) -> list[str]:
    """Restart the program (two rounds) and say every promise that does not hold; empty where all do."""
    rounds = []
    for _ in range(2):
        with writer_lock(school.folder / "data"):
            rounds.append(run_round(school.office()))
    faults = [str(problem) for tally in rounds for problem in tally.problems if not _expected(str(problem))]
    faults += [str(problem) for problem in verify(school.folder / "data")]
    return [*faults, *_mails(school), *_letters(school)]


def _expected(problem: str) -> bool:
    """A letter that lacks a field is the office's business, not a broken promise."""
    return "Still needed" in problem


def _mails(school: School) -> Iterator[str]:
    """Every mail is on a case or in the in-tray exactly once, and the counts add up."""
    office = school.office()
    rows = rows_of(office)
    if len(rows) != school.mails:
        yield f"{school.mails} mails were delivered, {len(rows)} are known"
    if office.inbox.count() != school.mails:
        yield f"{school.mails} mails were delivered, the mailbox holds {office.inbox.count()}"
    on_cases: Counter[str] = Counter()
    for ref in office.cases.refs():
        for entry in office.cases.read(ref):
            if isinstance(entry.event, ReportReceived):
                on_cases[entry.event.mail] += 1
    for row in rows.values():
        if row.judged is None:
            yield f"mail {row.seen.sha256[:8]} was never judged"
        wanted = 1 if row.verdict is Verdict.OPENED else 0
        if on_cases[row.seen.sha256] != wanted:
            yield f"mail {row.seen.sha256[:8]} ({row.verdict}) is on {on_cases[row.seen.sha256]} cases"
        if not row.put_aside:
            yield f"mail {row.seen.sha256[:8]} was not put aside"


def _letters(school: School) -> Iterator[str]:
    """No version of a letter is posted twice, none without approval, none approved twice."""
    office = school.office()
    for ref in office.cases.refs():
        entries = office.cases.read(ref)
        for kind in (LetterPosted, PostingStarted):
            done = Counter(
                (entry.event.letter, entry.event.version)
                for entry in entries
                if isinstance(entry.event, kind)
            )
            yield from (
                f"{ref}: {kind.__name__} {what} {count} times" for what, count in done.items() if count > 1
            )
        yield from _unapproved(ref, entries)


def _unapproved(ref: str, entries: list[Entry]) -> Iterator[str]:
    approved: set[tuple[str, int, str]] = set()
    for entry in entries:
        event = entry.event
        if type(event).__name__ == "LetterApproved":
            approved.add((event.letter, event.version, event.sha256))  # type: ignore[union-attr]
        if isinstance(event, PostingStarted) and (event.letter, event.version, event.sha256) not in approved:
            yield f"{ref}: {event.letter} version {event.version} began to leave without approval"
