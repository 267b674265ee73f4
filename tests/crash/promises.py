"""What must hold after a stop and a restart, whatever was under way: the promises, one question each."""

from collections import Counter
from collections.abc import Iterator

from crash.promises_disk import broken_lines
from crash.promises_letters import broken_letters, broken_mail_out
from crash.school import School

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.school_watch import counts_line
from letterladder.desk.wiring import build
from letterladder.ground.errors import LetterladderError
from letterladder.records.logs.office_log import problems_of_logs
from letterladder.records.verify.verify import verify
from letterladder.rules.cases.events import MailAttached, ReportReceived
from letterladder.rules.mails.mail_log import MailRow
from letterladder.rules.mails.told_report import BOX as TOLD
from letterladder.rules.words import Verdict
from letterladder.workflows.known_emails import rows_of
from letterladder.workflows.office import Office

ON_A_CASE = frozenset({Verdict.OPENED, Verdict.ATTACHED})
REPEATED = frozenset({"Corrected"})
"""Events that a stop may add and that nobody misses."""


def broken_promises(school: School) -> Iterator[str]:
    """Every promise that does not hold, in a sentence each; nothing where all do."""
    yield from (str(problem) for problem in verify(school.folder / "data"))
    yield from (str(problem) for problem in problems_of_logs(school.folder / "data" / "ledger"))
    office = school.office()
    yield from asked(broken_lines(school.folder / "data"))
    yield from asked(_mails(school, office))
    yield from asked(_counts(school))
    yield from asked(broken_letters(office))
    yield from asked(broken_mail_out(school, office))


def asked(question: Iterator[str]) -> Iterator[str]:
    """The answers; where nothing can be read any more, that is the answer."""
    try:
        yield from question
    except LetterladderError as error:
        yield f"cannot be read: {error}"


def kinds_of(school: School) -> Counter[str]:
    """How often each kind of event is in the logs of all cases."""
    office = school.office()
    found = Counter(
        type(entry.event).__name__ for ref in office.cases.refs() for entry in office.cases.read(ref)
    )
    return Counter({kind: count for kind, count in found.items() if kind not in REPEATED})


def lost_events(wanted: Counter[str], school: School) -> Iterator[str]:
    """What a run without a stop did, and this one never did, though it was started again."""
    there = kinds_of(school)
    if there["PostingQuestioned"] > wanted["PostingQuestioned"]:
        return  # a person is asked instead
    for kind, count in (wanted - there).items():
        yield f"{kind} is {count} times fewer in the logs than without a stop"


def _mails(school: School, office: Office) -> Iterator[str]:
    """Every email is on a case or in the in-tray exactly once."""
    rows = rows_of(office)
    known = sum(row.seen.mailbox != TOLD for row in rows.values())
    if known != school.mails:
        yield f"{school.mails} mails were delivered, {known} are known"
    if office.inbox.count() != school.mails:
        yield f"{school.mails} mails were delivered, the mailbox holds {office.inbox.count()}"
    for row in rows.values():
        mail = f"email {row.seen.sha256[:8]}"
        if row.judged is None:
            yield f"{mail} was never judged"
        if not row.put_aside and row.seen.mailbox != TOLD:
            yield f"{mail} was not put aside"
        if row.verdict is not Verdict.DUPLICATE:
            yield from (f"{mail} ({row.verdict}) {fault}" for fault in _places(office, row))


def _places(office: Office, row: MailRow) -> Iterator[str]:
    """Where an email lies, against where its verdict says it lies; on a case once, and what it told counts once."""
    ref = row.judged.ref if row.judged else ""
    if ref and ref not in office.cases.refs():
        return  # the case was lawfully deleted
    wanted = {ref} if ref and row.verdict is not Verdict.INTRAY else set()
    if row.verdict in ON_A_CASE and not ref and (row.judged is None or "put aside" not in row.judged.reason):
        yield "is on no case"
    cases = [office.case(one) for one in office.cases.refs()]
    found = {case.ref for case in cases if row.seen.sha256 in case.mails}
    if found != wanted:
        yield f"is on {sorted(found)} and should be on {sorted(wanted)}"
    told = [case.ref for case in cases for fact in case.facts if fact.mail == row.seen.sha256]
    if len(told) > 1:
        yield f"counts {len(told)} times"
    for one in office.cases.refs():
        events = [entry.event for entry in office.cases.read(one)]
        kept = [event for event in events if isinstance(event, ReportReceived | MailAttached)]
        if sum(event.mail == row.seen.sha256 for event in kept) > 1:
            yield f"was put on {one} twice"


def _counts(school: School) -> Iterator[str]:
    """The daily line says that the emails on the server add up."""
    line = counts_line(build(load_settings(school.folder), RehearsalClock(school.day)))
    if not line.endswith("adds up"):
        yield f"the counts: {line}"
