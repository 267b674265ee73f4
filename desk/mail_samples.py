"""One email of every kind that goes to staff, as this school would get it, about a case that is invented.

Roles, addresses and settings are the school's own. The emails are made by the very functions that make the real ones,
in an office whose logs and queue are in a folder that is thrown away: nothing of the school is changed.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from ..ground.values import replace
from ..records.index.index import FolderIndex
from ..records.logs.case_files import FolderCaseFiles
from ..records.outgoing.outgoing_queue import FolderQueue
from ..rules.cases.case import Answer, Case, LetterState
from ..rules.cases.case_parts import Alarm, Signature
from ..rules.cases.event_values import FlagSeen
from ..rules.letters.letter_dates import POSTED
from ..rules.mails.cover_list import CoverLine, CoverList
from ..rules.mails.digests import Digest
from ..rules.mails.gathered import Gathering
from ..rules.mails.mail_log import MailJudged, MailRow, MailSeen
from ..rules.mails.outgoing import LaidOut, MailKind, OutgoingMail
from ..rules.mails.telling import Telling
from ..rules.office.exports import AnchorMade
from ..rules.office.print_events import LettersEmailed
from ..rules.office.pulse import Pulse, Trouble
from ..rules.office.requests import Request
from ..rules.people.school import DEPUTY, DSL, HEAD, OFFICE
from ..rules.policies.policy import NO_FURTHER_ACTION
from ..rules.standing.reminders import Reminder
from ..rules.standing.steps import About, Ask
from ..rules.texts.report import Report
from ..rules.words import Channel, Flag, LetterStatus, Level, Outcome, RequestAbout, Verdict
from ..workflows.alerting import alert_event, alert_without_case
from ..workflows.anchoring import anchor_mail
from ..workflows.approval_mails import Asking, approval_mail
from ..workflows.calendar_watch import calendar_mail
from ..workflows.deciding import Put, decision_mail
from ..workflows.digesting import digest_mail
from ..workflows.emailing_letters import print_mail
from ..workflows.gathering import gathered_mail
from ..workflows.held_alerts import refusal_due
from ..workflows.liveness import heartbeat_mail, silence_mail
from ..workflows.office import Office
from ..workflows.print_papers import ToPrint
from ..workflows.reminding import reminder_mail
from ..workflows.requesting import reminder_mail as request_mail
from ..workflows.telling import alarm_mail, card_mail
from ..workflows.telling_signers import signature_mail
from ..workflows.troubles import trouble_mail
from .lazy import LazyShop, LazyWord
from .notice_samples import notices

REF = "2026-0042"
CODE = "K7QM-2RTX"
_LETTER = """\
Dear Ms Sample

We are writing about a post of Saturday 7 November 2026 in the group "Parents' chat", which names a member of our staff.

What we ask
Please remove the post, and tell us when you have, by [date: 5 working days after it counts as received].

We would like to hear your side. You may write to us, ring us, or come and see us, and bring somebody with you. \
Tell us if you need a larger print, an interpreter or more time.

Yours sincerely"""


class _InventedWord(LazyWord):
    """Reads the invented letter out of any file."""

    def text_of(self, docx: bytes) -> str:
        del docx
        return _LETTER


def rehearsal_office(office: Office, folder: Path) -> Office:
    """The office with logs, queue and letters in `folder`, which holds nothing of the school."""
    cases = FolderCaseFiles(folder / "cases")
    for name in ("letters/1-letter.docx", "letters/1-letter.pdf"):
        kept = folder / "cases" / REF / name
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(b"invented")
    domain = office.school.letters_from.rpartition("@")[2]
    return replace(
        office,
        cases=cases,
        queue=FolderQueue(folder / "outbox"),
        index=FolderIndex(folder, cases),
        word=_InventedWord(),
        new_code=lambda: CODE,
        new_id=lambda ref: f"<{ref or 'office'}.preview@{domain}>",
        tag=lambda ref: f"{ref}.k7qm2r" if ref else "",
    )


def samples(office: Office) -> Iterator[tuple[str, OutgoingMail]]:
    """Every kind of email to staff, by a name for its files."""
    yield from _asked(office)
    yield from _alerts(office)
    yield from _cards(office)
    yield from (dates := list(_dates(office)))
    yield from _together(office, [mail for _, mail in dates])
    yield from _watch(office)
    yield "print", _print(office)
    yield from notices(office, REF)


def _case(office: Office) -> Case:
    today = office.clock.today()
    policy = office.school.policy
    steps = [name for name in policy.steps if name in policy.letters.records]
    letter = LetterState(
        letter=steps[0],
        version=1,
        status=LetterStatus.DRAFTED,
        sha256="3f1a9c" * 10 + "07d2",
        file="letters/1-letter.docx",
        pdf="letters/1-letter.pdf",
        slots={
            "letter_date": "[date of this letter]",
            "answer_by": "[date: 5 working days after it counts as received]",
        },
        dating="the first working day after its approval, posted that day; it counts as received two days later",
        reason="the report is clear, and this is the policy's first letter",
        warnings=("The address was confirmed more than a year ago.",),
    )
    return Case(
        ref=REF,
        adult_name="Ms Robin Sample",
        conduct=tuple(policy.conduct)[:1],
        letters=(letter,),
        history=((today - timedelta(days=30), "Talked with the parent"),),
        answers=(
            Answer(
                outcome=Outcome.REFUSED,
                channel=Channel.PHONE,
                on=today - timedelta(days=1),
                summary="says that everything in the post is true",
                letter=steps[0],
            ),
        ),
    )


def _asked(office: Office) -> Iterator[tuple[str, OutgoingMail]]:
    case, policy = _case(office), office.school.policy
    code = CODE if office.school.approving.by_mail else ""
    yield "approval", approval_mail(office, case, case.letters[0], Asking(role=HEAD, code=code))
    again = Asking(role=HEAD, code=code, first_asked=office.clock.today() - timedelta(days=7))
    yield "approval-again", approval_mail(office, case, case.letters[0], again)
    options = (*[name for name in policy.steps if name != case.letters[0].letter][:3], NO_FURTHER_ACTION)
    ask = Ask(
        about=About.DECISION, who=HEAD, why="the answer-by date passed without an answer", options=options
    )
    put = Put(role=HEAD, person="", options=options, code=code, message_id=office.new_id(REF))
    yield "decision", decision_mail(office, case, ask, put)
    signed = Signature(
        seq=7,
        at=office.clock.now(),
        role=HEAD,
        how="mail",
        what=f"approved: {case.letters[0].letter} version 1",
        step=case.letters[0].letter,
    )
    to = office.school.mails_of(HEAD)
    yield "signed", signature_mail(office, case, signed, message_id=office.new_id(REF), to=to)


def _alerts(office: Office) -> Iterator[tuple[str, OutgoingMail]]:
    flags = (FlagSeen(flag=Flag.DANGER, words="invented"),)
    alert_event(office, Case(ref=REF), flags)
    alert_without_case(office, flags, _report(office.clock.now()))
    first, second = office.queue.waiting()
    yield "alert-case", first
    yield "alert-email", second
    held = [replace(first, message_id=f"<{number}@preview>") for number in range(4)]
    many = Gathering(to=first.to, is_alert=True, mails=tuple(held))
    yield "alerts-held", gathered_mail(office, many, Pulse())
    unclear = [replace(one, kind=MailKind.NOTICE, by_mail=True, subject="x] Please look") for one in held]
    notices_of = Gathering(to=first.to, is_alert=False, mails=tuple(unclear))
    yield "notices-gathered", gathered_mail(office, notices_of, Pulse())
    if made := refusal_due(office, held, Pulse()):
        yield "alert-unsent", made
    to = office.school.mails_of(DSL, DEPUTY, HEAD)
    alarmed = Case(ref=REF, alert=flags, alarm=Alarm(at=office.clock.now(), to=to))
    yield "alarm", alarm_mail(office, [], [alarmed], to=to, stage=2)
    yield "alarms", alarm_mail(office, [_row(office, 1, Level.RED)], [alarmed], to=to, stage=2)


def _cards(office: Office) -> Iterator[tuple[str, OutgoingMail]]:
    now, to = office.clock.now(), office.school.mails_of(DSL, DEPUTY)
    one, two = _row(office, 1, Level.AMBER), _row(office, 2, Level.AMBER)
    soon = now + timedelta(hours=2)
    yield "email-to-read", card_mail(office, Telling(level=Level.AMBER, rows=(one,), to=to, read_by=soon))
    both = Telling(level=Level.AMBER, rows=(one, two), to=to, stage=2, read_by=soon)
    yield "emails-to-read-again", card_mail(office, both)
    plain = tuple(_row(office, number, Level.PLAIN) for number in range(1, 4))
    yield "emails-to-sort", card_mail(office, Telling(level=Level.PLAIN, rows=plain, to=to))


def _dates(office: Office) -> Iterator[tuple[str, OutgoingMail]]:
    case, today = _case(office), office.clock.today()
    about = f"{case.letters[0].letter} answer-by"
    for name, days in (("reminder", 2), ("reminder-overdue", -3)):
        reminder = Reminder(about=about, day=today + timedelta(days=days), stage=name, roles=(HEAD,))
        yield name, reminder_mail(office, case, reminder, "an answer of the adult")
    for name, days in (("request", 5), ("request-overdue", -1)):
        request = Request(
            number=f"R{today.year}-0003",
            about=RequestAbout.SUBJECT_ACCESS,
            received=today - timedelta(days=20),
            due=today + timedelta(days=days),
            rule="the same day of the next month",
            ref=REF if days < 0 else "",
        )
        yield name, request_mail(office, request)


def _together(office: Office, mails: Sequence[OutgoingMail]) -> Iterator[tuple[str, OutgoingMail]]:
    told = tuple(replace(mail, message_id=f"<{number}@preview>") for number, mail in enumerate(mails))
    done = (replace(told[0], ref="2026-0031"),)
    yield "digest", digest_mail(office, Digest(to=office.school.people[HEAD].email, mails=told, settled=done))


def _watch(office: Office) -> Iterator[tuple[str, OutgoingMail]]:
    now = office.clock.now()
    yield "heartbeat", heartbeat_mail(office, Pulse(fetched_at=now))
    subject = "Please look in the mailbox: no emails can be fetched"
    yield "no-emails-fetched", silence_mail(office, subject, "fetching", failing=True, since=now)
    subject = "Emails are being fetched again"
    yield "emails-fetched-again", silence_mail(office, subject, "fetching", failing=False, since=now)
    yield "calendar-ends", calendar_mail(office, office.school.calendar.covered_until - timedelta(weeks=8))
    trouble = Trouble(part="telling people of the in-tray", kind="damaged", since=now)
    yield "trouble", trouble_mail(office, [trouble], now.isoformat())
    made = AnchorMade(
        day=office.clock.today().isoformat(),
        logs=57,
        heads=[],
        before="",
        root="5e0c1d2f" * 8,
        to=list(office.school.anchor_to),
        message_id=office.new_id(""),
    )
    yield "anchor", anchor_mail(office, made)


def _print(office: Office) -> OutgoingMail:
    today = office.clock.today()
    letter = _case(office).letters[0].letter
    name = office.school.policy.letters.name_of(letter)
    how = POSTED[office.school.posting.method]
    line = CoverLine(ref=REF, to="Ms Robin Sample", letter=name, pages=2, how=how, dated=today)
    laid = LaidOut(ref=REF, letter=letter, version=1, to=("Ms Robin Sample",), post_on=today)
    letters = [ToPrint(laid=laid, line=line, pdf=b"invented")]
    before = today - timedelta(days=1)
    earlier = [ToPrint(laid=laid, line=replace(line, ref="2026-0041", first=before), pdf=b"")]
    to = list(office.school.mails_of(OFFICE))
    made = LettersEmailed(day=today.isoformat(), to=to, message_id=office.new_id(""), letters=[])
    return print_mail(replace(office, shop=_NoShop()), made, letters, earlier=earlier)


class _NoShop(LazyShop):
    """Draws nothing: what is attached is not looked at."""

    def bundle(self, cover: CoverList, pdfs: Sequence[bytes]) -> bytes:
        del cover, pdfs
        return b"invented"


def _report(now: datetime) -> Report:
    return Report(
        sha256="9d1c4ab0e2f1" * 5 + "9d1c",
        message_id="<preview@example.org>",
        subject="Invented",
        from_name="",
        from_address="somebody@example.org",
        reply_to="",
        to=(),
        received=now,
        text="",
        own_words="",
        size=0,
    )


def _row(office: Office, number: int, level: Level) -> MailRow:
    """An invented email of the in-tray."""
    sha256 = f"{number}d1c4ab0e2f1" * 5 + "9d1c"
    seen = MailSeen(
        mailbox="preview",
        key=str(number),
        sha256=sha256,
        message_id="",
        subject="Invented",
        sender="somebody@example.org",
        received=office.clock.now(),
        size=0,
    )
    judged = MailJudged(
        mailbox="preview",
        key=str(number),
        sha256=sha256,
        verdict=Verdict.INTRAY,
        level=level,
        why_level="It does not say which adult is meant.",
    )
    return MailRow(seen=seen, judged=judged)
