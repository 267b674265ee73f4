"""Nobody is worse off before they could answer: which steps wait for the answer to a letter, and until which day.

Sources: the legal facts (a person is heard before anything is settled); and what our own letters promise: a day by
which an answer is considered, a day of a review.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from ...ground.english import uk_date
from ..policies.hearing_invariants import is_unheard
from ..policies.letters import Letters
from ..policies.policy import Policy, Step
from ..policies.refusal import Refusal
from ..words import LetterStatus, Outcome, Stage
from .case import Answer, Case, LetterState

UNSAID = frozenset({Outcome.LAPSED, Outcome.UNDELIVERED})
"""Ends of a step in which the adult said nothing."""

NO_ANSWER = UNSAID | {Outcome.GOES_ON}
"""What is recorded and is nothing that the adult said to us: that it goes on is seen, and nobody was heard."""

COMMENTS = frozenset({Outcome.REPRESENTATIONS, Outcome.APOLOGY, Outcome.COMPLAINT, Outcome.APPEALS})
"""Answers that are comments on a notice, or ask for a review; of any other a letter says that it was an answer."""


def not_heard(case: Case, policy: Policy, step: Step, today: date) -> Refusal | None:
    """Why this step would come before the adult could answer, with the day from which it may be taken; else None."""
    if step.is_urgent:
        return _again_at_once(case, policy, step)
    if not step.is_adverse:
        return None
    return (
        _unannounced(case, policy, step)
        or _unreached(case, policy, step)
        or _undelivered(case, policy, step)
        or _unasked(case, policy, step)
        or _may_answer(case, policy, step, today)
        or _review(case, policy, step, today)
    )


def posted_letters(case: Case) -> list[LetterState]:
    """The newest posted version of each letter, in the order in which they went out."""
    newest = {one.letter: one for one in case.letters if one.status is LetterStatus.POSTED}
    return sorted(newest.values(), key=lambda one: one.seq)


def is_answer_to(answer: Answer, letter: LetterState, letters: Letters) -> bool:
    """Whether the adult can have meant this letter: recorded after it, not dated before it, and said by them.

    What is an answer to an earlier letter is none to this one. A letter that came back is not an answer; nor is it one
    to a notice that somebody did not come to a meeting.
    """
    if answer.seq <= letter.seq or answer.outcome in NO_ANSWER or (answer.to and answer.to < letter.seq):
        return False
    if answer.outcome is Outcome.ABSENT and letters.is_notice(letter.letter):
        return False
    return letter.posted_on is None or answer.on >= letter.posted_on


def is_answered(case: Case, letter: LetterState, letters: Letters) -> bool:
    """Whether the adult answered this letter, after any more time that was given for it."""
    return any(one.seq > letter.clock_from and is_answer_to(one, letter, letters) for one in case.answers)


def _unannounced(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """A decision comes after a notice of it that is not settled yet."""
    if step.record is None or not step.is_stage(Stage.DECISION):
        return None
    ended = step.record.ends
    if any(one.letter in ended for one in open_notices(case, policy.letters)):
        return None
    notices = " or ".join(name for name in ended if policy.letters.is_notice(name))
    return Refusal(
        rule=f"{step.id} ({step.name}) is possible only after a notice that has not been decided on yet.",
        source=policy.law.hearing,
        satisfied_by=f"{notices} sent first, and its comments awaited.",
    )


def _again_at_once(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """What took effect before anybody was heard ends in a decision, and is not sent again before it."""
    standing = [one for one in open_notices(case, policy.letters) if one.letter == step.id]
    if not standing or standing[-1].undelivered:
        return None
    settling = " or ".join(sorted(policy.letters.ending(step.id)))
    return Refusal(
        rule=f"{step.id} ({step.name}) has gone out and is not decided on yet, so it is not sent again.",
        source=policy.law.hearing,
        satisfied_by=f"a decision on it: {settling}.",
    )


def _unreached(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """A notice that never arrived announced nothing, whatever else went out after it."""
    if step.record is None or not step.is_stage(Stage.DECISION):
        return None
    notices = [one for one in open_notices(case, policy.letters) if one.letter in step.record.ends]
    if any(not one.undelivered or is_answered(case, one, policy.letters) for one in notices):
        return None
    return _came_back(case, policy, step, notices[-1]) if notices else None


def _unasked(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """What takes effect at once, without asking, comes after the adult was asked something."""
    if not is_unheard(step):
        return None
    reached = (
        one for one in posted_letters(case) if not one.undelivered or is_answered(case, one, policy.letters)
    )
    if any(one.answer_by for one in reached) or any(one.outcome not in UNSAID for one in case.answers):
        return None
    return Refusal(
        rule=f"{step.id} ({step.name}) may not be taken yet: the adult was not asked anything.",
        source=policy.law.hearing,
        satisfied_by="a letter that asks for an answer sent first, and its day awaited; or an answer on record.",
    )


def _undelivered(case: Case, policy: Policy, step: Step) -> Refusal | None:
    letter = case.last_posted
    if letter is None or not letter.undelivered or letter.letter == step.id:
        return None
    return None if is_answered(case, letter, policy.letters) else _came_back(case, policy, step, letter)


def _came_back(case: Case, policy: Policy, step: Step, letter: LetterState) -> Refusal:
    return Refusal(
        rule=f"{step.id} ({step.name}) may not be taken yet: {letter.letter} did not reach the adult.",
        source=policy.law.hearing,
        satisfied_by=f"decide {case.ref} {letter.letter}, sent to a confirmed address; or the adult's answer.",
    )


def _may_answer(case: Case, policy: Policy, step: Step, today: date) -> Refusal | None:
    """The letter whose day has not passed and that nobody answered; of several the one that runs longest.

    A letter that came back is left out: it is sent again, or the one after it was heard.
    """
    running = [
        (one.answer_by, one.letter)
        for one in posted_letters(case)
        if one.answer_by
        and one.answer_by >= today
        and not one.undelivered
        and not is_answered(case, one, policy.letters)
    ]
    if not running:
        return None
    until, letter = max(running)
    return Refusal(
        rule=f"{step.id} ({step.name}) may be taken from {uk_date(until + timedelta(days=1))}:"
        f" the adult may answer {letter} until {uk_date(until)}.",
        source=policy.law.hearing,
        satisfied_by=f"that day, or the adult's answer before it: answer {case.ref} OUTCOME --summary '...'."
        f"{_urgent(policy)}",
    )


def _review(case: Case, policy: Policy, step: Step, today: date) -> Refusal | None:
    """A measure is made longer at its review, not before; who asks for the review sooner has answered.

    So have comments that crossed with the letter and that nobody has decided on yet.
    """
    for measure in case.measures:
        set_by = policy.steps.get(measure.letter)
        day = measure.dates.get("review_by")
        if set_by is None or step.id not in set_by.review or day is None or day <= today:
            continue
        said = (
            one
            for letter in posted_letters(case)
            if letter.letter == measure.letter
            for one in case.answers
            if is_answer_to(one, letter, policy.letters)
        )
        crossed = case.trigger is not None and case.trigger.outcome in COMMENTS
        if crossed or any(one.outcome in COMMENTS for one in said):
            continue
        return Refusal(
            rule=f"{step.id} ({step.name}) may be taken from {uk_date(day)}:"
            f" {measure.letter} says that it will be reviewed then.",
            source="the adult may send comments for the review, and our letter named the day",
            satisfied_by="that day; or what the adult has since said for the review, recorded as representations.",
        )
    return None


def _urgent(policy: Policy) -> str:
    """Names the notices that take effect at once, for urgency alone, with the hearing after them."""
    urgent = [step.id for step in policy.steps.values() if step.is_urgent]
    return f" If it cannot wait, {' or '.join(urgent)} is the step for urgency." if urgent else ""


def urgent_steps(case: Case, policy: Policy) -> tuple[str, ...]:
    """The steps for urgency that a notice on its way to a decision may turn into, however it was answered."""
    letters = policy.letters
    awaited = {one.letter for one in open_notices(case, letters)}
    urgent = (step for step in policy.steps.values() if step.is_urgent and step.record)
    return tuple(step.id for step in urgent if step.record and awaited & set(step.record.ends))


def open_notices(case: Case, letters: Letters) -> list[LetterState]:
    """The notices that went out and are not settled yet, in the order in which they went out."""
    posted = posted_letters(case)
    notices = [one for one in posted if letters.is_notice(one.letter)]
    return [one for one in notices if one.seq > _settled(posted, letters.ending(one.letter))]


def _settled(posted: list[LetterState], ending: frozenset[str]) -> int:
    """The log line of the last of these letters that went out."""
    return max((one.seq for one in posted if one.letter in ending), default=0)


class Heard(Struct, frozen=True, kw_only=True):
    """What the adult said to one letter."""

    letter: LetterState
    answers: tuple[Answer, ...]


def heard_on(case: Case, sent: list[LetterState], letters: Letters) -> Iterator[Heard]:
    """Each of these letters, given in the order in which they went out, with the answers until the next of them."""
    for place, letter in enumerate(sent):
        end = sent[place + 1].seq if place + 1 < len(sent) else case.last_seq + 1
        answers = tuple(
            one for one in case.answers if (one.to or one.seq) < end and is_answer_to(one, letter, letters)
        )
        yield Heard(letter=letter, answers=answers)
