"""One plain sentence for each event, for people who read a case without the program; no reporter is named."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import assert_never

from ...ground.english import listed, uk_date_short
from ...ground.moments import LONDON
from ..policies.policy import NO_FURTHER_ACTION
from ..words import Method
from .events import (
    ActionDone,
    AlertRaised,
    AlertSent,
    AnswerRecorded,
    AnswerTakenBack,
    AnyEvent,
    ApprovalAsked,
    CaseClosed,
    CaseOpened,
    CaseReopened,
    ClockRecomputed,
    Corrected,
    DeadlineLapsed,
    DecisionAsked,
    DecisionMade,
    DeliveryFailed,
    DraftBlocked,
    DraftVoided,
    DutyWaived,
    EarlierCasesFound,
    Entry,
    EvidenceKept,
    FieldsGiven,
    FlagSeen,
    HoldPlaced,
    HoldReleased,
    LetterApproved,
    LetterDrafted,
    LetterPosted,
    LetterReturned,
    MailAttached,
    MailMoved,
    PostingCorrected,
    PostingNotMade,
    PostingQuestioned,
    PostingStarted,
    ReminderSent,
    ReportReceived,
    SheetWritten,
    SignerTold,
    Triaged,
)

LOG_NOTE = "Note on this log"
"""How the sentence of a `Corrected` begins that is about no entry."""

METHOD_WORDS = {
    Method.FIRST_CLASS: "by first-class post",
    Method.SECOND_CLASS: "by second-class post",
    Method.BY_HAND: "by hand",
    Method.MAIL: "by e-mail",
}
"""How a letter left, as it stands in a sentence."""


_Versioned = (
    PostingCorrected
    | LetterDrafted
    | ApprovalAsked
    | LetterApproved
    | LetterReturned
    | DraftVoided
    | PostingStarted
    | LetterPosted
    | PostingQuestioned
    | PostingNotMade
    | DeliveryFailed
    | DeadlineLapsed
    | ClockRecomputed
)
_After = (
    AnswerRecorded
    | DeadlineLapsed
    | DecisionAsked
    | DecisionMade
    | ActionDone
    | ReminderSent
    | SignerTold
    | ClockRecomputed
)
_OfTheCase = (
    CaseOpened
    | MailMoved
    | Triaged
    | FieldsGiven
    | SheetWritten
    | DutyWaived
    | EarlierCasesFound
    | Corrected
    | PostingCorrected
    | AnswerTakenBack
    | HoldPlaced
    | HoldReleased
    | CaseClosed
    | CaseReopened
)


def sentence(entry: Entry) -> str:
    """What the entry says, in one line of plain words, without the time and without who made it."""
    return one_line(_words(entry.event))


def headline(entries: Sequence[Entry]) -> str:
    """The case in one line: the adult and the school as last told, and the last thing that happened."""
    opened = [entry.event for entry in entries if isinstance(entry.event, CaseOpened)]
    if not entries or not opened:
        return "An empty case."
    named = [entry.event.adult_name for entry in entries if isinstance(entry.event, CaseOpened | Triaged)]
    adult = next((name for name in reversed(named) if name), "adult not yet known")
    return one_line(f"{adult}, {opened[-1].school}; {day_words(entries[-1].at)}: {sentence(entries[-1])}")


def local_time(at: datetime) -> datetime:
    """The moment on an English wall clock."""
    return at.astimezone(LONDON)


def day_words(day: date) -> str:
    """The day as written in a letter, "9 November 2026"; a moment is taken in Europe/London."""
    day = local_time(day) if isinstance(day, datetime) else day
    return uk_date_short(day)


def one_line(text: str) -> str:
    """The text on one line, without control or invisible direction characters that could disguise what it says."""
    spaced = " ".join(text.split())
    if spaced.isprintable():
        return spaced
    return "".join(
        sign for sign in spaced if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )


def _words(event: AnyEvent) -> str:
    match event:
        case ReportReceived(fact=fact):
            where = f" about {fact.platform}" if fact.platform else ""
            return f"A report arrived on {day_words(event.received)}{where}{_flags(event.flags)}."
        case EvidenceKept(original_name=name, file=file, size=size):
            return f"Evidence “{name}” was kept as {file} ({size} bytes)."
        case MailAttached(what=what, summary=summary):
            arrived = f"A mail arrived on {day_words(event.received)}"
            return f"{arrived} ({what}){_more(summary)}{_flags(event.flags)}."
        case AlertRaised(to=[]):
            return f"An alert went to {listed(event.told)}; nothing is drafted{_flags(event.flags)}."
        case AlertRaised(to=to):
            return f"An alert to {listed(to)} was raised; nothing is drafted{_flags(event.flags)}."
        case AlertSent(to=to):
            return f"The alert was sent to {listed(to)}."
        case _:
            return _case_words(event) if isinstance(event, _OfTheCase) else _letter_words(event)


def _case_words(event: _OfTheCase) -> str:
    match event:
        case CaseOpened(adult_name=name, school=school, reason=why):
            return f"The case was opened at {school} for {name or 'an adult not yet known'}{_because(why)}."
        case MailMoved(from_ref=before, to_ref=now, why=why):
            return f"A mail ({event.mail[:12]}) was moved from {before} to {now}{_because(why)}."
        case Triaged():
            return _triage_words(event)
        case FieldsGiven(letter=letter, fields=fields):
            return f"Details were given for {letter or 'every letter'}: {listed(sorted(fields))}."
        case SheetWritten(step=step, file=file):
            return f"The sheet for {step} was written as {file}."
        case DutyWaived(rule=rule, reason=why):
            return f"What the policy requires under “{rule}” was set aside{_because(why)}."
        case EarlierCasesFound(told=told):
            return f"Earlier cases of the same adult: {'; '.join(told)}."
        case Corrected(seq=seq, what=what):
            return f"Correction of entry {seq}: {what}" if seq else f"{LOG_NOTE}: {what}"
        case PostingCorrected(seq=seq, on=on, was=was, what=why):
            left = f"{_letter(event, start=False)} left on {day_words(on)}, not on {day_words(was)}"
            received = f"it counts as received on {day_words(event.received_on)}"
            return (
                f"Correction of entry {seq}: {left}; {received}{_answer_by(event.answer_by)}{_because(why)}."
            )
        case AnswerTakenBack(seq=seq, what=why):
            return f"Correction of entry {seq}: that answer does not count{_because(why)}."
        case HoldPlaced(hold_for=whom, note=note):
            return f"A hold was placed for {_plain(whom)}{_more(note)}. Nothing goes out and no clock runs."
        case HoldReleased(note=note):
            return f"The hold was released{_more(note)}."
        case CaseClosed(reason=why):
            return f"The case was closed{_because(why)}."
        case CaseReopened(reason=why):
            return f"The case was taken up again{_because(why)}."
        case _:
            assert_never(event)


_OfALetter = (
    LetterDrafted
    | DraftBlocked
    | ApprovalAsked
    | LetterApproved
    | LetterReturned
    | DraftVoided
    | PostingStarted
    | LetterPosted
    | PostingQuestioned
    | PostingNotMade
    | DeliveryFailed
    | _After
)


def _letter_words(event: _OfALetter) -> str:
    match event:
        case LetterDrafted(file=file):
            dated = f"dated {day_words(event.date_on_letter)}"
            return f"{_letter(event)} was drafted as {file}, {dated}{_answer_by(event.answer_by)}."
        case DraftBlocked(letter=letter, missing=missing, what=what):
            lacking = f" for lack of {listed(missing)}" if missing else ""
            return f"Letter {letter} could not be drafted{lacking}{_more(what)}."
        case ApprovalAsked(approver=approver, expires=expires):
            return f"{_letter(event)} was put to {approver} for approval, until {day_words(expires)}."
        case LetterApproved(approver=approver, how=how):
            return f"{_letter(event)} was approved by {approver} (by {how})."
        case LetterReturned(note=note):
            return f"{_letter(event)} was sent back{_more(note)}."
        case DraftVoided(why=why):
            return f"{_letter(event)} no longer counts{_because(why)}."
        case PostingStarted(method=method, to=to):
            return f"{_letter(event)} is about to leave {METHOD_WORDS[method]} to {to}."
        case LetterPosted():
            return _posted_words(event)
        case PostingQuestioned(why=why):
            return (
                f"Did {_letter(event, start=False)} go out? Nobody knows{_because(why)}; it is not repeated."
            )
        case PostingNotMade(why=why):
            return f"{_letter(event)} did not go out{_because(why)}."
        case DeliveryFailed(why=why):
            return f"{_letter(event)} was not delivered{_because(why)}; its clock stopped."
        case _:
            return _after_words(event)


def _after_words(event: _After) -> str:
    match event:
        case AnswerRecorded(outcome=outcome, channel=channel, summary=summary):
            arrived = f"An answer came on {day_words(event.on)} by {_plain(channel)}"
            return f"{arrived}: {_plain(outcome)}{_more(summary)}."
        case DeadlineLapsed(answer_by=day):
            asked = _letter(event, start=False)
            return f"The time to answer {asked} ended on {day_words(day)} without an answer."
        case DecisionAsked(options=options):
            return f"A decision was asked for; the policy allows {listed(options, 'or')}."
        case DecisionMade(step=step, reason=why):
            what = "no further action" if step == NO_FURTHER_ACTION else step
            return f"It was decided: {what}{_because(why)}."
        case ActionDone(step=step, done_by=who, reference=reference, outcome=outcome):
            under = f", reference {reference}" if reference else ""
            again = f"; to be followed up on {day_words(event.follow_up)}" if event.follow_up else ""
            return f"{who} carried out “{step}” on {day_words(event.on)}{under}{_more(outcome)}{again}."
        case SignerTold(seq=seq, to=to):
            return f"Whoever signed entry {seq} was told of it ({listed(to)})."
        case ReminderSent(about=about, day=day, to=to):
            return f"A reminder of {about} ({day_words(day)}) went to {listed(to)}."
        case ClockRecomputed(old=old, new=new, why=why):
            moved = f"moved from {day_words(old)} to {day_words(new)}"
            return f"The answer date of {_letter(event, start=False)} {moved}{_because(why)}."
        case _:
            assert_never(event)


def _triage_words(event: Triaged) -> str:
    about = f" for {event.adult_name}" if event.adult_name else ""
    what = listed(event.conduct) or "no conduct named"
    on = "the ladder may go on" if event.clear else "not yet clear to go on"
    return f"The case was triaged{about} ({what}); {on}{_more(event.note)}."


def _posted_words(event: LetterPosted) -> str:
    left = f"{_letter(event)} left {METHOD_WORDS[event.method]} on {day_words(event.on)}"
    received = f"and counts as received on {day_words(event.received_on)}"
    return f"{left} {received}{_answer_by(event.answer_by)}."


def _letter(event: _Versioned, *, start: bool = True) -> str:
    return f"{'Letter' if start else 'letter'} {event.letter} version {event.version}"


def _answer_by(day: date | None) -> str:
    return f", answer by {day_words(day)}" if day else ", no answer asked"


def _because(why: str) -> str:
    return f", because: {_bare(why)}" if why else ""


def _more(text: str) -> str:
    return f": {_bare(text)}" if text else ""


def _bare(text: str) -> str:
    return text.strip().rstrip(".")


def _flags(flags: Iterable[FlagSeen]) -> str:
    seen = list(dict.fromkeys(_plain(flag.flag) for flag in flags))
    return f" [{', '.join(seen)}]" if seen else ""


def _plain(word: str) -> str:
    return str(word).replace("-", " ")
