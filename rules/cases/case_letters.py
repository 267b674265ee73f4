"""The fold of one letter's life: drafted, approved, posted, and what may go wrong between."""

from typing import assert_never

from msgspec.structs import replace

from ..words import LetterStatus, Outcome
from .case import STANDING, Blocked, Case, LetterState, Measure, OneTimeCode, Trigger
from .events import (
    ApprovalAsked,
    ClockRecomputed,
    DeliveryFailed,
    DraftBlocked,
    DraftVoided,
    Entry,
    LetterApproved,
    LetterDrafted,
    LetterPosted,
    LetterReturned,
    PostingCorrected,
    PostingNotMade,
    PostingQuestioned,
    PostingStarted,
)
from .signatures import signatures

LetterEvents = (
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
    | PostingCorrected
    | ClockRecomputed
)


def after_letter_event(case: Case, event: LetterEvents, entry: Entry) -> Case:
    """The case after something happened to one of its letters."""
    match event:
        case LetterDrafted():
            return _drafted(case, event, entry)
        case DraftBlocked():
            blocked = Blocked(
                letter=event.letter,
                missing=tuple(event.missing),
                what=event.what,
                trigger=event.trigger,
                seq=entry.seq,
            )
            return replace(case, blocked=blocked)
        case LetterPosted():
            return _posted(case, event, entry)
        case DeliveryFailed():
            return _undelivered(case, event, entry)
        case PostingCorrected():
            return _posting_corrected(case, event)
    letter = case.letter(event.letter, event.version)
    if letter is None:
        return case
    changed = _changed(letter, event, entry)
    if isinstance(event, LetterApproved | LetterReturned):
        said = "approved" if isinstance(event, LetterApproved) else "sent back"
        told = signatures(event, entry, f"{said}: {event.letter} version {event.version}")
        case = replace(case, to_tell=(*case.to_tell, *told))
    sent = case.sent_ids
    if isinstance(event, ApprovalAsked | PostingStarted) and event.message_id:
        sent |= {event.message_id}
    if isinstance(event, ClockRecomputed) and event.reopens:
        case = replace(case, trigger=None, asked=None)
    return replace(_with(case, changed), sent_ids=sent)


OneLetterEvents = (
    ApprovalAsked
    | LetterApproved
    | LetterReturned
    | DraftVoided
    | PostingStarted
    | PostingQuestioned
    | PostingNotMade
    | ClockRecomputed
)


def _changed(letter: LetterState, event: OneLetterEvents, entry: Entry) -> LetterState:
    match event:
        case ApprovalAsked():
            return replace(
                letter,
                asked=event.message_id,
                code_hash=event.code_hash,
                code_expires=event.expires,
                codes=(*letter.codes, _code(event)),
                approver=event.approver,
                message_ids=(*letter.message_ids, event.message_id),
            )
        case LetterApproved():
            return replace(
                letter,
                status=LetterStatus.APPROVED,
                approver=event.approver,
                approved_by=entry.by,
                approved_on=entry.at,
                code_hash="",
                codes=(),
            )
        case LetterReturned():
            given_back = replace(letter, status=LetterStatus.RETURNED, note=event.note, seq=entry.seq)
            return replace(given_back, code_hash="", codes=())
        case DraftVoided():
            return replace(letter, status=LetterStatus.VOID, note=event.why, code_hash="", codes=())
        case PostingStarted():
            ids = (*letter.message_ids, event.message_id) if event.message_id else letter.message_ids
            return replace(letter, status=LetterStatus.POSTING, method=event.method, message_ids=ids)
        case PostingQuestioned():
            return replace(letter, unsure=event.why)
        case PostingNotMade():
            return replace(letter, status=LetterStatus.VOID, note=event.why, unsure="")
        case ClockRecomputed():
            return replace(
                letter, answer_by=event.new, clock_from=entry.seq if event.reopens else letter.clock_from
            )
        case _:
            assert_never(event)


def _code(event: ApprovalAsked) -> OneTimeCode:
    return OneTimeCode(approver=event.approver, hash=event.code_hash, expires=event.expires)


def _with(case: Case, changed: LetterState) -> Case:
    letters = tuple(
        changed if (item.letter, item.version) == (changed.letter, changed.version) else item
        for item in case.letters
    )
    return replace(case, letters=letters)


def _drafted(case: Case, event: LetterDrafted, entry: Entry) -> Case:
    letter = LetterState(
        letter=event.letter,
        version=event.version,
        status=LetterStatus.DRAFTED,
        sha256=event.sha256,
        file=event.file,
        pdf=event.pdf,
        pdf_sha256=event.pdf_sha256,
        seq=entry.seq,
        date_on_letter=event.date_on_letter,
        answer_by=event.answer_by,
        also=event.also,
        planned_method=event.planned_method,
        reason=event.reason,
        warnings=tuple(event.warnings),
        trigger=event.trigger,
    )
    return replace(case, letters=(*case.letters, letter), blocked=None)


def _posted(case: Case, event: LetterPosted, entry: Entry) -> Case:
    letter = case.letter(event.letter, event.version)
    if letter is None:
        return case
    ids = (*letter.message_ids, event.message_id) if event.message_id else letter.message_ids
    changed = replace(
        letter,
        status=LetterStatus.POSTED,
        seq=entry.seq,
        posted_on=event.on,
        received_on=event.received_on,
        answer_by=event.answer_by,
        method=event.method,
        rule=event.rule,
        unit=event.unit,
        days=event.days,
        unsure="",
        message_ids=ids,
        aside=event.aside,
    )
    case = replace(_with(case, changed), measures=_measures(case, changed, event))
    if event.aside:
        return _posted_aside(case, event)
    return replace(
        case,
        step=event.letter,
        due=None,
        trigger=None,
        asked=None,
        blocked=None,
        history=(*case.history, (event.on, event.letter)),
        sent_ids=case.sent_ids | ({event.message_id} if event.message_id else set()),
    )


def _posted_aside(case: Case, event: LetterPosted) -> Case:
    """A letter beside the ladder leaves step, clock and open question as they were; its date is followed up."""
    follow_ups = case.follow_ups
    if event.answer_by:
        follow_ups = (*follow_ups, (event.letter, event.answer_by))
    return replace(
        case,
        due=None,
        asked=None,
        blocked=None,
        follow_ups=follow_ups,
        history=(*case.history, (event.on, event.letter)),
        sent_ids=case.sent_ids | ({event.message_id} if event.message_id else set()),
    )


def _posting_corrected(case: Case, event: PostingCorrected) -> Case:
    """The day on which the letter truly left, and what follows from it; a lapse nobody decided on is looked at anew."""
    letter = case.letter(event.letter, event.version)
    if letter is None:
        return case
    changed = replace(
        letter,
        posted_on=event.on,
        received_on=event.received_on,
        answer_by=event.answer_by,
        rule=event.rule,
    )
    was, now = (event.was, event.letter), (event.on, event.letter)
    lapsed = case.trigger is not None and case.trigger.outcome is Outcome.LAPSED
    case = replace(case, trigger=None, asked=None, blocked=None) if lapsed else case
    return replace(
        _with(case, changed),
        history=tuple(now if item == was else item for item in case.history),
        measures=tuple(
            replace(one, since=event.on) if (one.since, one.letter) == was else one for one in case.measures
        ),
    )


def _measures(case: Case, letter: LetterState, event: LetterPosted) -> tuple[Measure, ...]:
    """The measures in force once this letter went out: it ends some, renews its own, or begins one."""
    if letter.aside:
        return case.measures
    ended = {*event.ends, letter.letter}
    left = tuple(one for one in case.measures if one.letter not in ended)
    dates = {name: day for name, day in letter.also.items() if name in STANDING}
    if not dates:
        return left
    found = Measure(letter=letter.letter, since=event.on, dates=dates)
    return (*left, found)


def _undelivered(case: Case, event: DeliveryFailed, entry: Entry) -> Case:
    letter = case.letter(event.letter, event.version)
    if letter is None:
        return case
    trigger = Trigger(seq=entry.seq, outcome=Outcome.UNDELIVERED, after=event.letter, summary=event.why)
    return replace(_with(case, replace(letter, undelivered=event.why)), trigger=trigger, asked=None)
