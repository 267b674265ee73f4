"""The fold of one letter's life: drafted, approved, posted, and what may go wrong between."""

from dataclasses import replace
from typing import assert_never

from .case import Blocked, Case, LetterState, Trigger
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
    PostingNotMade,
    PostingQuestioned,
    PostingStarted,
)
from .words import LetterStatus, Outcome

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
    letter = case.letter(event.letter, event.version)
    if letter is None:
        return case
    changed = _changed(letter, event, entry)
    sent = case.sent_ids
    if isinstance(event, ApprovalAsked | PostingStarted) and event.message_id:
        sent |= {event.message_id}
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
                approver=event.approver,
                message_ids=(*letter.message_ids, event.message_id),
            )
        case LetterApproved():
            return replace(
                letter,
                status=LetterStatus.APPROVED,
                approver=event.approver,
                approved_on=entry.at,
                code_hash="",
            )
        case LetterReturned():
            return replace(letter, status=LetterStatus.RETURNED, note=event.note, code_hash="", seq=entry.seq)
        case DraftVoided():
            return replace(letter, status=LetterStatus.VOID, note=event.why, code_hash="")
        case PostingStarted():
            ids = (*letter.message_ids, event.message_id) if event.message_id else letter.message_ids
            return replace(letter, status=LetterStatus.POSTING, method=event.method, message_ids=ids)
        case PostingQuestioned():
            return replace(letter, unsure=event.why)
        case PostingNotMade():
            return replace(letter, status=LetterStatus.VOID, note=event.why, unsure="")
        case ClockRecomputed():
            return replace(letter, answer_by=event.new)
        case _:
            assert_never(event)


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
    )
    return replace(
        _with(case, changed),
        step=event.letter,
        due=None,
        trigger=None,
        asked=None,
        blocked=None,
        history=(*case.history, (event.on, event.letter)),
        sent_ids=case.sent_ids | ({event.message_id} if event.message_id else set()),
    )


def _undelivered(case: Case, event: DeliveryFailed, entry: Entry) -> Case:
    letter = case.letter(event.letter, event.version)
    if letter is None:
        return case
    trigger = Trigger(seq=entry.seq, outcome=Outcome.UNDELIVERED, after=event.letter, summary=event.why)
    return replace(_with(case, replace(letter, undelivered=event.why)), trigger=trigger, asked=None)
