"""The fold of how a step ended and what people decided."""

from datetime import date
from typing import assert_never

from msgspec.structs import replace

from ..policies.policy import NO_FURTHER_ACTION
from ..words import Outcome
from .case import Answer, AskedFor, Case, Decided, Due, Earlier, Trigger
from .events import (
    ActionDone,
    AnswerRecorded,
    AnswerTakenBack,
    DeadlineLapsed,
    DecisionAsked,
    DecisionMade,
    DutyWaived,
    EarlierCasesFound,
    Entry,
    ReminderSent,
    SheetWritten,
    SignerTold,
)
from .signatures import signatures

OutcomeEvents = (
    AnswerRecorded
    | AnswerTakenBack
    | DeadlineLapsed
    | DecisionAsked
    | DecisionMade
    | ActionDone
    | SheetWritten
    | DutyWaived
    | EarlierCasesFound
    | ReminderSent
    | SignerTold
)


def after_outcome(case: Case, event: OutcomeEvents, entry: Entry) -> Case:
    """The case after an answer, a lapse, a question, a decision, an action or a reminder."""
    match event:
        case AnswerRecorded():
            return _answered(case, event, entry)
        case AnswerTakenBack():
            return _taken_back(case, event)
        case DeadlineLapsed():
            trigger = Trigger(
                seq=entry.seq,
                outcome=Outcome.LAPSED,
                after=event.letter,
                summary=f"no answer by {event.answer_by.isoformat()}",
            )
            return replace(case, trigger=trigger, asked=None)
        case DecisionAsked():
            asked = AskedFor(
                trigger=event.trigger,
                options=tuple(event.options),
                code_hash=event.code_hash,
                approver=event.approver,
                expires=event.expires,
                message_id=event.message_id,
            )
            return replace(case, asked=asked, sent_ids=case.sent_ids | {event.message_id})
        case DecisionMade():
            due = Due(step=event.step, reason=event.reason, seq=entry.seq, by=entry.by, aside=event.aside)
            decided = Decided(step=event.step, by=entry.by, seq=entry.seq)
            case = case if event.aside else replace(case, trigger=None, reopened=0)
            what = (
                "decided: no further action" if event.step == NO_FURTHER_ACTION else f"decided: {event.step}"
            )
            told = (*case.to_tell, *signatures(event, entry, what))
            return replace(case, asked=None, due=due, decisions=(*case.decisions, decided), to_tell=told)
        case _:
            return _beside(case, event)


def _beside(
    case: Case, event: ActionDone | SheetWritten | DutyWaived | EarlierCasesFound | ReminderSent | SignerTold
) -> Case:
    """The case after what people did beside its letters."""
    match event:
        case ActionDone():
            return _acted(case, event)
        case SheetWritten():
            return replace(case, sheets=(*case.sheets, (event.step, event.file)), blocked=None)
        case DutyWaived():
            return replace(case, waived={**case.waived, event.rule: event.reason})
        case EarlierCasesFound():
            found = Earlier(refs=tuple(event.refs), told=tuple(event.told), steps=tuple(event.steps))
            return replace(case, earlier=found)
        case SignerTold():
            left = tuple(one for one in case.to_tell if one.seq != event.seq)
            return replace(case, to_tell=left, sent_ids=case.sent_ids | {event.message_id})
        case ReminderSent():
            mark = (event.about, event.day, event.stage)
            return replace(case, reminded=case.reminded | {mark}, sent_ids=case.sent_ids | {event.message_id})
        case _:
            assert_never(event)


def _answered(case: Case, event: AnswerRecorded, entry: Entry) -> Case:
    answer = Answer(
        outcome=event.outcome,
        channel=event.channel,
        on=event.on,
        summary=event.summary,
        letter=event.letter,
        seq=entry.seq,
    )
    trigger = Trigger(
        seq=entry.seq,
        outcome=event.outcome,
        after=event.letter or case.step,
        summary=event.summary,
    )
    beside = {letter.letter for letter in case.letters if letter.aside}
    return replace(
        case,
        answers=(*case.answers, answer),
        trigger=trigger,
        asked=None,
        due=None,
        follow_ups=tuple(item for item in case.follow_ups if item[0] not in beside),
    )


def _taken_back(case: Case, event: AnswerTakenBack) -> Case:
    """The case as if that answer had not come: what it called for is no longer asked, and dates run again."""
    answers = tuple(one for one in case.answers if one.seq != event.seq)
    beside = () if answers else _followed_up(case)
    due = None if case.due and case.due.seq > event.seq else case.due
    case = replace(
        case, answers=answers, due=due, follow_ups=tuple(dict.fromkeys((*case.follow_ups, *beside)))
    )
    if case.trigger is None or case.trigger.seq != event.seq:
        return case
    return replace(case, trigger=None, asked=None, blocked=None)


def _followed_up(case: Case) -> list[tuple[str, date]]:
    """The dates of letters beside the ladder, which an answer had settled."""
    return [(one.letter, one.answer_by) for one in case.letters if one.aside and one.answer_by]


def _acted(case: Case, event: ActionDone) -> Case:
    follow_ups = tuple(item for item in case.follow_ups if item[0] != event.step)
    if event.follow_up:
        follow_ups = (*follow_ups, (event.step, event.follow_up))
    case = replace(
        case,
        history=(*case.history, (event.on, event.step)),
        follow_ups=follow_ups,
        actions=(*case.actions, event),
        measures=tuple(one for one in case.measures if one.letter not in event.ends),
    )
    if event.aside:
        return case
    return replace(case, step=event.step, due=None, trigger=None, asked=None)
