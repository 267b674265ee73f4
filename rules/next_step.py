"""What happens next in a case: one readable if-tree over the case, the policy and the day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .case import Case, Due, LetterState
from .policy import NO_FURTHER_ACTION, Policy, StepKind
from .words import LetterStatus, Outcome


class About(StrEnum):
    """What a person is asked about."""

    TRIAGE = "triage"
    MISSING = "missing fields"
    RETURNED = "returned draft"
    APPROVAL = "approval"
    POSTING = "posting"
    UNSURE = "did this go out?"
    DECISION = "decision"
    ACTION = "action"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Write this letter now. `trigger` is the log line that calls for it (0: the start of the case)."""

    letter: str
    reason: str
    trigger: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskApproval:
    """Send this version to its approver."""

    letter: LetterState


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Put this approved version into the post or the print tray."""

    letter: LetterState


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """The answer-by date of this letter has passed with no answer."""

    letter: LetterState
    answer_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A person must do something; `who` is a role, `options` the steps that may be chosen."""

    about: About
    who: str
    why: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Danger or the like: people were told, nothing is drafted until somebody clears it by name."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Nothing to do until `until` (None: until somebody acts)."""

    until: date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """Somebody decided on no further action, or the last letter ended the case."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """The case is over."""

    why: str


Next = Draft | AskApproval | Post | Lapse | Ask | Alert | Wait | Close | Nothing


def next_step(case: Case, policy: Policy, today: date) -> Next:
    """What this case needs now.

    Order matters and is the rule: what stops everything comes first (closed, hold, alert, an unsure posting),
    then triage, then work in hand, then an outcome that wants a decision, then the clock.
    """
    if case.closed:
        return Nothing(why=case.closed)
    if case.hold:
        return Wait(until=None, why=f"on hold for {case.hold}; release it by name when they agree")
    if case.alerted:
        return Alert(why=", ".join(f'{seen.flag} ("{seen.words}")' for seen in case.alert))
    unsure = _unsure(case)
    if unsure:
        return Ask(about=About.UNSURE, who="office", why=unsure)
    if not case.clear or not case.conduct:
        return Ask(about=About.TRIAGE, who="dsl", why="say which conduct it is and clear it to proceed")
    if case.trigger:
        return _after_outcome(case, policy)
    if case.due:
        return _due(case, policy, today)
    letter = case.in_hand
    if letter:
        return _in_hand(letter, today)
    if not case.step:
        return _first(case, policy, today)
    return _clock(case, policy, today)


def _unsure(case: Case) -> str:
    for letter in case.letters:
        if letter.status is LetterStatus.POSTING and letter.unsure:
            return f"{letter.letter} version {letter.version}: {letter.unsure}"
    return ""


def _first(case: Case, policy: Policy, today: date) -> Next:
    options = policy.first_steps(case.conduct)
    if not options:
        return Ask(about=About.DECISION, who="head", why="the policy names no first step for this conduct")
    chosen = case.letters[-1].letter if case.letters else options[0]
    start = Due(step=chosen, reason="first step of the policy for this conduct", seq=0, by="policy")
    return _take(case, policy, start, today)


def _after_outcome(case: Case, policy: Policy) -> Next:
    """An answer or a lapse: the default next letter is drafted for looking at, and a person decides."""
    trigger = case.trigger
    if trigger is None:
        return Nothing(why="")
    options = options_now(case, policy)
    default = options[0] if options else ""
    drafted = case.in_hand is not None and case.in_hand.trigger == trigger.seq
    blocked = case.blocked is not None and case.blocked.trigger == trigger.seq
    may_draft = default in policy.steps and policy.steps[default].kind is StepKind.LETTER
    if may_draft and not drafted and not blocked and trigger.outcome is not Outcome.UNDELIVERED:
        return Draft(letter=default, reason=f"{trigger.after}: {trigger.outcome}", trigger=trigger.seq)
    return Ask(about=About.DECISION, who="head", why=f"{trigger.after}: {trigger.summary}", options=options)


def options_now(case: Case, policy: Policy) -> tuple[str, ...]:
    """The steps a person may choose now, the policy's default first; "none" last where it is permitted."""
    if case.trigger and case.trigger.after in policy.steps:
        step = policy.steps[case.trigger.after]
        options = step.may_follow(case.trigger.outcome)
        if case.trigger.outcome is Outcome.UNDELIVERED:
            options = tuple(dict.fromkeys((step.id, *options)))
        return options + ((NO_FURTHER_ACTION,) if step.may_end else ())
    if case.step in policy.steps:
        step = policy.steps[case.step]
        everything = tuple(dict.fromkeys(name for names in step.then.values() for name in names))
        return everything + ((NO_FURTHER_ACTION,) if step.may_end else ())
    return (*policy.first_steps(case.conduct), NO_FURTHER_ACTION)


def _due(case: Case, policy: Policy, today: date) -> Next:
    due = case.due
    if due is None:
        return Nothing(why="")
    if due.step == NO_FURTHER_ACTION:
        return Close(reason=f"no further action: {due.reason}")
    return _take(case, policy, due, today)


def _take(case: Case, policy: Policy, due: Due, today: date) -> Next:
    """Take a step that is decided: draft its letter, carry its draft on, or ask for the action."""
    step_id = due.step
    step = policy.steps.get(step_id)
    if step is None:
        return Ask(about=About.DECISION, who="head", why=f"the policy has no step {step_id}")
    if step.kind is StepKind.ACTION:
        return Ask(
            about=About.ACTION, who="office", why=f"{step.name}: do it, then record it", options=(step.id,)
        )
    letter = case.in_hand
    if letter and letter.letter == step_id:
        return _in_hand(letter, today)
    if case.blocked and case.blocked.letter == step_id:
        return Ask(
            about=About.MISSING, who="office", why=f"{step_id} needs: {', '.join(case.blocked.missing)}"
        )
    newest = case.newest(step_id)
    if newest and newest.status is LetterStatus.RETURNED and newest.seq >= due.seq:
        return Ask(about=About.RETURNED, who="office", why=f"{step_id} came back: {newest.note}")
    return Draft(letter=step_id, reason=due.reason, trigger=due.seq)


def _in_hand(letter: LetterState, today: date) -> Next:
    if letter.status is LetterStatus.DRAFTED and not letter.asked:
        return AskApproval(letter=letter)
    if letter.status is LetterStatus.DRAFTED:
        return Ask(about=About.APPROVAL, who=letter.approver, why=f"{letter.letter} version {letter.version}")
    if letter.status is LetterStatus.APPROVED:
        return Post(letter=letter)
    late = letter.date_on_letter is not None and today > letter.date_on_letter
    why = f"{letter.letter} is in the print tray" + (
        f"; it is dated {letter.date_on_letter}: record the posting or draft it anew" if late else ""
    )
    return Ask(about=About.POSTING, who="office", why=why)


def _clock(case: Case, policy: Policy, today: date) -> Next:
    posted = case.last_posted
    step = policy.steps.get(case.step)
    if step is not None and step.closes:
        return Close(reason=f"{step.name} sent")
    if posted and posted.letter == case.step and posted.answer_by:
        if today > posted.answer_by:
            return Lapse(letter=posted, answer_by=posted.answer_by)
        return Wait(until=posted.answer_by, why=f"{posted.letter}: answer by {posted.answer_by}")
    later = [day for _, day in dates_ahead(case) if day >= today]
    if later:
        return Wait(until=min(later), why="a review or follow-up date")
    return Ask(
        about=About.DECISION,
        who="head",
        why="nothing is running; decide what follows",
        options=options_now(case, policy),
    )


def dates_ahead(case: Case) -> list[tuple[str, date]]:
    """The further dates that run besides answer-by: those printed in the last letter, and follow-ups of actions."""
    posted = case.last_posted
    printed = list(posted.also.items()) if posted and posted.letter == case.step else []
    return [*printed, *case.follow_ups]
