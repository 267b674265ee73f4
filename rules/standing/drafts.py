"""Which letter may be drafted now: the one that is due, or one to look at before a decision."""

from datetime import date

from ..cases.case import Case, LetterState
from ..policies.policy import NO_FURTHER_ACTION, Policy, StepKind
from ..words import LetterStatus
from .options import options_now
from .stops import leaving_letter

CAME_BACK = frozenset({LetterStatus.RETURNED, LetterStatus.VOID})


def drafts_now(case: Case, policy: Policy, today: date) -> tuple[str, ...]:
    """The letters a person may draft or redraft in a case that nothing stops, the one in work first.

    The branches are those of `next_step`, so that no draft is made which the next round would throw away: a step that
    is decided goes alone; an open question may be looked at with any of its options; before the first letter there is
    a choice; and after a letter has gone out another one needs a decision. An action that is decided may be here for
    its sheet.
    """
    leaving = leaving_letter(case)
    if leaving:
        return () if case.trigger else (leaving.letter,)
    if case.due and (case.due.aside or not case.trigger):
        return () if case.due.step == NO_FURTHER_ACTION else (case.due.step,)
    options = tuple(one for one in options_now(case, policy, today) if is_letter(policy, one))
    if case.trigger:
        return options
    if case.reopened:
        return ()
    if case.step:
        return (case.in_hand.letter,) if case.in_hand else ()
    return tuple(dict.fromkeys((*_begun(case), *options)))


def is_letter(policy: Policy, name: str) -> bool:
    """Whether this step is a letter; an action is carried out, and its sheet is no letter to anybody."""
    return name in policy.steps and policy.steps[name].kind is StepKind.LETTER


def draft_meant(case: Case, policy: Policy, today: date) -> str:
    """The letter that is meant where none is named: the one in work; "" where none is due."""
    named = [case.in_hand.letter] if case.in_hand else []
    named += [case.blocked.letter] if case.blocked else []
    named += [case.due.step] if case.due and case.due.step != NO_FURTHER_ACTION else []
    named += [one.letter for one in reversed(case.letters) if one.status in CAME_BACK]
    may = drafts_now(case, policy, today)
    return next((one for one in named if one in may), named[0] if named else "")


def _begun(case: Case) -> list[str]:
    """The first letter as far as it was begun: in hand, blocked, sent back or void."""
    begun = [case.in_hand.letter] if case.in_hand else []
    begun += [case.blocked.letter] if case.blocked else []
    newest = [case.newest(one.letter) for one in case.letters]
    return [*begun, *(one.letter for one in newest if one and one.status in CAME_BACK)]


def edited_next(case: Case) -> LetterState | None:
    """The letter that an edited Word file takes the place of: the one in hand, else the newest sent back or voided."""
    return case.in_hand or next((one for one in reversed(case.letters) if one.note), None)
