"""What must hold after every fault once it is fixed: the promises, asked after two more rounds."""

from collections import Counter
from collections.abc import Iterator

from faults.school import School

from letterladder.records.logs.lock import writer_lock
from letterladder.records.logs.office_log import problems_of_logs
from letterladder.records.verify.verify import verify
from letterladder.rules.cases.events import (
    LetterApproved,
    LetterDated,
    LetterPosted,
    PostingStarted,
    ReminderSent,
    ReportReceived,
)
from letterladder.rules.words import Verdict
from letterladder.workflows.known_emails import rows_of
from letterladder.workflows.rounds import run_round


def broken_promises(school: School) -> list[str]:
    """Run two rounds and say every promise that does not hold; empty where all do."""
    data = school.folder / "data"
    said = []
    for _ in range(2):
        with writer_lock(data):
            said += [str(problem) for problem in run_round(school.office()).problems]
    # A letter that lacks a field is the office's business, not a broken promise.
    said = [one for one in said if "Still needed" not in one]
    said += [str(problem) for problem in (*verify(data), *problems_of_logs(data / "ledger"))]
    return [*said, *_mails(school), *_letters(school), *_twice(school)]


def _mails(school: School) -> Iterator[str]:
    """Every email is known, judged, put aside, and on a case exactly once where it is a report."""
    office = school.office()
    rows = rows_of(office)
    if len(rows) != school.mails or office.inbox.count() != school.mails:
        yield f"{school.mails} emails delivered, {len(rows)} known, {office.inbox.count()} in the mailbox"
    events = [entry.event for ref in office.cases.refs() for entry in office.cases.read(ref)]
    on_cases = Counter(one.mail for one in events if isinstance(one, ReportReceived))
    for row in rows.values():
        wanted = 1 if row.verdict is Verdict.OPENED else 0
        if not row.judged or not row.put_aside or on_cases[row.seen.sha256] != wanted:
            yield f"email {row.seen.subject} ({row.verdict}) is on {on_cases[row.seen.sha256]} cases"


def _letters(school: School) -> Iterator[str]:
    """The letters that left are the two of the beginning, each approved before with the same bytes."""
    office = school.office()
    left, posted = 0, 0
    for ref in office.cases.refs():
        approved: set[tuple[str, int, str]] = set()
        for event in (entry.event for entry in office.cases.read(ref)):
            match event:
                case LetterApproved(letter=letter, version=version, sha256=sha256):
                    approved.add((letter, version, sha256))
                case LetterDated(letter=letter, version=version, text_sha256=text, sha256=sha256):
                    approved |= {(letter, version, sha256)} if (letter, version, text) in approved else set()
                case PostingStarted(letter=letter, version=version, sha256=sha256):
                    left += 1
                    if (letter, version, sha256) not in approved:
                        yield f"{ref}: {letter} began to leave without approval"
                case LetterPosted():
                    posted += 1
                case _:
                    pass
    if (left, posted) != (2, 1):
        yield f"{left} letters began to leave and {posted} were posted, not two and one"


def _twice(school: School) -> Iterator[str]:
    """No reminder of one stage was noted twice, no email with one Message-ID left twice."""
    office = school.office()
    reminders = Counter(
        (ref, entry.event.about, str(entry.event.day), entry.event.stage)
        for ref in office.cases.refs()
        for entry in office.cases.read(ref)
        if isinstance(entry.event, ReminderSent)
    )
    lines = (
        line
        for file in sorted((school.folder / "sent").glob("*.eml"))
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines()
    )
    ids = Counter(line for line in lines if line.casefold().startswith("message-id:"))
    yield from (f"{what} came {count} times" for what, count in reminders.items() if count > 1)
    yield from (f"{what} came {count} times" for what, count in ids.items() if count > 1)
