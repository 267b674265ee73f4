"""Letters and emails: none twice, none without approval, none lost, and what is unsure is asked."""

import json
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy

from crash.school import School

from letterladder.rules.cases.events import (
    AlertRaised,
    ApprovalAsked,
    DecisionAsked,
    DraftVoided,
    Entry,
    LetterApproved,
    LetterDated,
    LetterPosted,
    PostingNotMade,
    PostingQuestioned,
    PostingStarted,
    ReminderSent,
    SignerTold,
)
from letterladder.rules.standing.next_step import next_step
from letterladder.rules.standing.steps import About, Ask
from letterladder.rules.words import Method
from letterladder.workflows.office import Office

ANNOUNCED = AlertRaised | ApprovalAsked | DecisionAsked | ReminderSent | SignerTold
"""Events that mention an email by its Message-ID."""


def broken_letters(office: Office) -> Iterator[str]:
    """Letters that were posted twice or without approval, or whose posting hangs in the air."""
    for ref in office.cases.refs():
        entries = office.cases.read(ref)
        yield from (f"{ref}: {fault}" for fault in (*_twice(entries), *_unapproved(entries)))
        yield from (f"{ref}: {fault}" for fault in _in_the_air(office, ref, entries))


def _day(event: LetterPosted | PostingStarted | LetterApproved | LetterDated) -> str:
    """A letter that waits for the mail server past its day gets the dates of another day; of one day only once."""
    return str(event.date_on_letter) if isinstance(event, LetterDated) else ""


def _twice(entries: list[Entry]) -> Iterator[str]:
    for kind in (LetterPosted, PostingStarted, LetterApproved, LetterDated):
        done = Counter(
            (event.letter, event.version, _day(event))
            for entry in entries
            if isinstance(event := entry.event, kind)
        )
        for (letter, version, _), count in done.items():
            if count > 1:
                yield f"{letter} version {version}: {count} times {kind.__name__}"


def _unapproved(entries: list[Entry]) -> Iterator[str]:
    approved: set[tuple[str, int, str]] = set()
    for entry in entries:
        event = entry.event
        if isinstance(event, LetterApproved):
            approved.add((event.letter, event.version, event.sha256))
        elif isinstance(event, LetterDated):
            if (event.letter, event.version, event.text_sha256) not in approved:
                yield f"{event.letter} version {event.version} got its dates without approval"
            approved.add((event.letter, event.version, event.sha256))
        elif (
            isinstance(event, PostingStarted) and (event.letter, event.version, event.sha256) not in approved
        ):
            yield f"{event.letter} version {event.version} began to leave without approval"


def _in_the_air(office: Office, ref: str, entries: list[Entry]) -> Iterator[str]:
    """A posting without an end is in the tray, or became a question that the case waits for."""
    open_: dict[tuple[str, int], PostingStarted] = {}
    asked: set[tuple[str, int]] = set()
    for entry in entries:
        match entry.event:
            case PostingStarted(letter=letter, version=version) as started:
                open_[letter, version] = started
            case PostingQuestioned(letter=letter, version=version):
                asked.add((letter, version))
            case LetterPosted() | PostingNotMade() | DraftVoided() as ended:
                open_.pop((ended.letter, ended.version), None)
            case _:
                pass
    case = office.case(ref)
    step = next_step(case, office.school.policy, office.clock.today())
    for (letter, version), started in open_.items():
        if started.method is not Method.MAIL:
            stopped = bool(case.hold or case.alerted)
            if stopped == office.tray.holds(ref, letter, version):
                where = "in the tray of a stopped case" if stopped else "leaving, and is not in the tray"
                yield f"{letter} version {version} is {where}"
        elif (letter, version) not in asked:
            yield f"{letter} version {version} began to leave by mail, and nobody is asked whether it did"
        elif case.state == "open" and not (isinstance(step, Ask) and step.about is About.UNSURE):
            yield f"{letter} version {version}: the question whether it went out is not what the case waits for"


def broken_mail_out(school: School, office: Office) -> Iterator[str]:
    """Emails that left twice, that wait twice, or that a log mentions and nobody sent."""
    outbox = school.folder / "data" / "outbox"
    waiting = Counter(json.loads(file.read_bytes())["message_id"] for file in outbox.glob("*.json"))
    sent = Counter(json.loads(file.read_bytes())["message_id"] for file in (outbox / "sent").glob("*.json"))
    left = Counter(_message_ids(school))
    for where, found in (("waits", waiting), ("is noted as sent", sent), ("left", left)):
        yield from (f"email {one} {where} {count} times" for one, count in found.items() if count > 1)
    yield from (f"email {one} is noted as sent, and waits" for one in waiting.keys() & sent.keys())
    if not school.by_smtp:
        yield from (f"email {one} is noted as sent, and never left" for one in sent.keys() - left.keys())
    for ref in office.cases.refs():
        for entry in office.cases.read(ref):
            event = entry.event
            if isinstance(event, ANNOUNCED) and event.message_id not in {*waiting, *sent}:
                yield f"{ref}: {type(event).__name__} mentions an email that was lost"


def _message_ids(school: School) -> list[str]:
    files = sorted((school.folder / "sent").glob("*.eml"))
    return [str(message_from_bytes(file.read_bytes(), policy=policy.default)["Message-ID"]) for file in files]
