"""The register (correspondence log) of one case: a fold over its log; rebuilt at will, never edited."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from ..cases.events import (
    ActionDone,
    AlertRaised,
    AlertSent,
    AnswerRecorded,
    AnswerTakenBack,
    AnyEvent,
    CaseClosed,
    CaseOpened,
    CaseReopened,
    ClockRecomputed,
    Corrected,
    DeadlineLapsed,
    DecisionMade,
    DeliveryFailed,
    DutyWaived,
    EarlierCasesFound,
    Entry,
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
    ReportReceived,
    SheetWritten,
    Triaged,
)
from ..cases.sentences import local_time, sentence
from ..policies.policy import NO_FURTHER_ACTION
from ..words import STOPS, Channel, Flag, Method, Outcome
from .register_later import tell_earlier_rows
from .register_row import Direction, RegisterRow, RowFile, Sensitivity

__all__ = ["RegisterRow", "register_rows"]

Row = (
    CaseOpened
    | ReportReceived
    | MailAttached
    | MailMoved
    | Triaged
    | AlertRaised
    | AlertSent
    | LetterApproved
    | LetterReturned
    | LetterPosted
    | PostingQuestioned
    | PostingNotMade
    | DeliveryFailed
    | AnswerRecorded
    | DeadlineLapsed
    | DecisionMade
    | ActionDone
    | SheetWritten
    | DutyWaived
    | EarlierCasesFound
    | HoldPlaced
    | HoldReleased
    | ClockRecomputed
    | Corrected
    | PostingCorrected
    | AnswerTakenBack
    | CaseClosed
    | CaseReopened
)
"""What a governor or a panel would want to see. Drafts, questions and reminders within the office are no rows."""

_LEGAL = frozenset({Flag.SAR, Flag.FOI, Flag.SOLICITOR})


@dataclass(slots=True, kw_only=True)
class _Seen:
    """What earlier entries of the case told, for the rows that come after them."""

    clause_of: Callable[[str], str]
    adult: str = ""
    clause: str = ""
    drafts: dict[tuple[str, int], LetterDrafted] = field(default_factory=dict)
    approved: dict[tuple[str, int], Entry] = field(default_factory=dict)
    sent_to: dict[tuple[str, int], str] = field(default_factory=dict)
    last_posted: str = ""


def register_rows(
    ref: str, school_name: str, entries: Iterable[Entry], clause_of: Callable[[str], str]
) -> list[RegisterRow]:
    """The rows of one case, in the order of its log.

    Args:
        ref: the case's reference.
        school_name: as printed in the register.
        entries: the whole log of the case.
        clause_of: where the policy names a kind of conduct; "" where it has no number.

    Returns:
        One row for each entry of a kind in `Row`; a posted letter's row also tells who approved it and how
        it was answered, even where that was said later in the log.
    """
    seen = _Seen(clause_of=clause_of)
    rows: list[RegisterRow] = []
    for entry in entries:
        _remember(seen, entry)
        if isinstance(entry.event, Row):
            rows.append(_row(ref, school_name, entry, seen))
        tell_earlier_rows(rows, entry)
    return rows


def _remember(seen: _Seen, entry: Entry) -> None:
    match entry.event:
        case CaseOpened(adult_name=name):
            seen.adult = name
        case Triaged(conduct=conduct, adult_name=name):
            seen.adult = name or seen.adult
            seen.clause = _clauses(conduct, seen.clause_of)
        case LetterDrafted() as drafted:
            seen.drafts[drafted.letter, drafted.version] = drafted
        case LetterApproved(letter=letter, version=version):
            seen.approved[letter, version] = entry
        case PostingStarted(letter=letter, version=version, to=to):
            seen.sent_to[letter, version] = to
        case LetterPosted(letter=letter):
            seen.last_posted = letter
        case _:
            pass


def _row(ref: str, school_name: str, entry: Entry, seen: _Seen) -> RegisterRow:
    """The row as it stands when its entry was written."""
    event = entry.event
    bare = RegisterRow(
        seq=entry.seq,
        ref=ref,
        school=school_name,
        happened_on=local_time(entry.at).date().isoformat(),
        recorded_at=_minute(entry),
        direction=Direction.INTERNAL,
        summary=sentence(entry),
        kind=type(event).__name__,
        sensitivity=_sensitivity(event),
        hash=entry.hash,
        from_role=entry.by,
    )
    if isinstance(event, ReportReceived | MailAttached | AnswerRecorded | DeliveryFailed):
        return _incoming(bare, event, seen)
    row = _outgoing(bare, event, seen) if isinstance(event, LetterPosted) else _internal(bare, event)
    return replace(row, clause=seen.clause) if row.letter or row.decision else row


def _incoming(
    row: RegisterRow, event: ReportReceived | MailAttached | AnswerRecorded | DeliveryFailed, seen: _Seen
) -> RegisterRow:
    row = replace(row, direction=Direction.IN, channel=Channel.MAIL, to="school")
    match event:
        case ReportReceived(received=received, mail=mail, file=file):
            happened = local_time(received).date().isoformat()
            kept = (RowFile(name=file, sha256=mail),)
            return replace(row, happened_on=happened, from_role="reporter", attachments=kept)
        case MailAttached(received=received, mail=mail, file=file):
            happened = local_time(received).date().isoformat()
            kept = (RowFile(name=file, sha256=mail),)
            return replace(row, happened_on=happened, from_role="sender", attachments=kept)
        case AnswerRecorded(on=on, channel=channel, outcome=outcome, letter=letter):
            return replace(
                row,
                happened_on=on.isoformat(),
                channel=channel,
                from_role="adult",
                letter=letter or seen.last_posted,
                answered_on=on.isoformat(),
                outcome=outcome,
            )
        case DeliveryFailed(letter=letter, version=version, why=why):
            return replace(
                row,
                from_role="carrier",
                letter=letter,
                version=version,
                outcome=Outcome.UNDELIVERED,
                reason=why,
            )


def _outgoing(row: RegisterRow, event: LetterPosted, seen: _Seen) -> RegisterRow:
    place = (event.letter, event.version)
    row = replace(
        _with_draft(row, seen.drafts.get(place), event.sha256), **_approval(seen.approved.get(place))
    )
    return replace(
        row,
        happened_on=event.on.isoformat(),
        direction=Direction.OUT,
        channel=Channel.MAIL if event.method is Method.MAIL else Channel.LETTER,
        to=seen.sent_to.get(place) or seen.adult,
        letter=event.letter,
        version=event.version,
        posted_on=event.on.isoformat(),
        method=event.method,
        proof=event.proof or event.message_id,
        deemed_received=event.received_on.isoformat(),
        answer_by=event.answer_by.isoformat() if event.answer_by else "",
        answer_unit=f"{event.days} {event.unit}" if event.unit else "",
        answer_rule=event.rule,
    )


def _with_draft(row: RegisterRow, drafted: LetterDrafted | None, sha256: str) -> RegisterRow:
    if drafted is None:
        return row
    kept = (RowFile(name=drafted.file, sha256=sha256),)
    return replace(row, template_sha256=drafted.template_sha256, reason=drafted.reason, attachments=kept)


def _approval(approved: Entry | None) -> dict[str, str]:
    if approved is None or not isinstance(approved.event, LetterApproved):
        return {}
    return {"decided_by": approved.event.approver, "decided_at": _minute(approved)}


def _internal(row: RegisterRow, event: AnyEvent) -> RegisterRow:
    match event:
        case LetterApproved(letter=letter, version=version, approver=who):
            given = {"decided_by": who, "decided_at": row.recorded_at, "decision": "approved"}
            return replace(row, letter=letter, version=version, **given)
        case LetterReturned(letter=letter, version=version, note=note):
            return replace(row, letter=letter, version=version, decision="returned", reason=note)
        case PostingQuestioned() | PostingNotMade():
            return replace(row, letter=event.letter, version=event.version, reason=event.why)
        case DeadlineLapsed(letter=letter, version=version, answer_by=day):
            told = {"answer_by": day.isoformat(), "outcome": Outcome.LAPSED}
            return replace(row, letter=letter, version=version, **told)
        case ClockRecomputed(letter=letter, version=version, new=new, why=why):
            return replace(row, letter=letter, version=version, answer_by=new.isoformat(), reason=why)
        case DecisionMade(step=step, reason=why):
            chosen = "no further action" if step == NO_FURTHER_ACTION else step
            by_whom = {"decided_by": row.from_role, "decided_at": row.recorded_at}
            coming = "" if step == NO_FURTHER_ACTION else step
            return replace(row, decision=chosen, reason=why, next_action=coming, **by_whom)
        case ActionDone():
            return _action(row, event)
        case SheetWritten(file=file, sha256=sha256):
            return replace(row, attachments=(RowFile(name=file, sha256=sha256),))
        case DutyWaived(rule=rule, reason=why):
            return replace(row, decision=f"set aside: {rule}", reason=why, decided_by=row.from_role)
        case AlertRaised(message_id=message_id):
            return replace(row, to=", ".join(event.to or event.told), proof=message_id)
        case AlertSent(to=to, message_id=message_id):
            return replace(row, to=", ".join(to), proof=message_id)
        case HoldPlaced(hold_for=whom, note=note):
            return replace(row, decision=f"hold for {whom}", reason=note)
        case CaseOpened(reason=why) | CaseClosed(reason=why) | CaseReopened(reason=why):
            return replace(row, reason=why)
        case _:
            return row


def _action(row: RegisterRow, event: ActionDone) -> RegisterRow:
    again = f"follow up on {event.follow_up.isoformat()}" if event.follow_up else ""
    return replace(
        row,
        happened_on=event.on.isoformat(),
        direction=Direction.OUT,
        decision=event.step,
        proof=event.reference,
        outcome=event.outcome,
        next_action=again,
        owner=event.done_by,
    )


def _clauses(conduct: Sequence[str], clause_of: Callable[[str], str]) -> str:
    return "; ".join(dict.fromkeys(clause for name in conduct if (clause := clause_of(name))))


def _minute(entry: Entry) -> str:
    return local_time(entry.at).isoformat(sep=" ", timespec="minutes")


def _sensitivity(event: AnyEvent) -> Sensitivity:
    flags = {seen.flag for seen in getattr(event, "flags", ())}
    if isinstance(event, AlertRaised | AlertSent) or flags & STOPS:
        return Sensitivity.SAFEGUARDING
    if isinstance(event, HoldPlaced) or flags & _LEGAL:
        return Sensitivity.LEGAL
    return Sensitivity.ORDINARY
