"""What happens next in a case: one readable if-tree over the case, the policy and the day.

What it says is what the round does: `workflows/advance.py` carries the step out and decides nothing of its own.
"""

from datetime import date

from ..cases.appeals import late_words
from ..cases.case import Case, LetterState, Trigger
from ..cases.case_parts import Due
from ..cases.consulting import consulting_command, still_to_consult
from ..cases.duties import open_duties
from ..cases.gates import barred
from ..cases.on_ladder import choice_words
from ..cases.places import first_steps
from ..policies.policy import NO_FURTHER_ACTION, Policy, Step, StepKind
from ..policies.refusal import Refusal
from ..words import RESULTS, LetterStatus, Method, Outcome
from .dates import dates_ahead, standing_dates
from .options import first_done, options_now
from .reviews import review_due
from .steps import (
    About,
    Alert,
    Ask,
    AskApproval,
    AskDecision,
    Close,
    Draft,
    FillDates,
    Lapse,
    Next,
    Nothing,
    Post,
    Question,
    Void,
    Wait,
)
from .stops import (
    FREEZING,
    Cause,
    causes,
    day_of,
    is_frozen,
    stale_letter,
    unended_letter,
    unsure_letter,
)

DECIDED_ON = frozenset({About.DECISION, About.REVIEW, About.ENDED})
"""What is put to whoever decides, as a question with the steps that may follow."""
HOLD_THE_MEETING = "hold the meeting, then record attended or did-not-attend"
RECORD_THE_NEXT = "the step goes on; record what happens next"
BEFORE_ANY = "before any letter"


def next_step(case: Case, policy: Policy, today: date) -> Next:
    """What this case needs now.

    Order matters and is the rule: what stops everything comes first (closed, hold, alert, an unsure posting),
    then triage, then work in hand, then an outcome that wants a decision, then the clock. Two things are put right
    before: a posting without an end becomes a question even on a hold, and a draft whose date has passed is void.
    """
    step = _next(case, policy.on(case.ladder), today)
    if isinstance(step, Ask) and step.about in DECIDED_ON and not _was_asked(case):
        return AskDecision(ask=step, on=question_of(case))
    return step


def question_of(case: Case) -> int:
    """The log line a decision is about: the answer or the lapse, the reopening, else the last posting or action."""
    if case.trigger:
        return case.trigger.seq
    if case.reopened:
        return case.reopened
    return case.last_posted.seq if case.last_posted else 0


def _was_asked(case: Case) -> bool:
    """Whether whoever decides was asked this before: once for each answer or lapse."""
    return case.asked is not None and case.asked.trigger == question_of(case)


def _next(case: Case, policy: Policy, today: date) -> Next:
    if case.in_hand:
        unended = unended_letter(case)
        if unended:
            return Question(letter=unended, why="Letterladder stopped while it was being sent")
        late = stale_letter(case, today)
        if late:
            return Void(letter=late, why=f"it is dated {day_of(late)}, which has passed")
        refusal = _no_longer(case, policy, today)
        if refusal:
            return Void(letter=case.in_hand, why=refusal.rule)
    first = next(causes(case), None)
    stopped = _stopped(case, first, policy) if first else None
    return stopped or _on_the_ladder(case, policy, today)


def _no_longer(case: Case, policy: Policy, today: date) -> Refusal | None:
    """Why an approved letter may not leave any more: the day for an answer was moved, or the policy was changed."""
    letter = case.in_hand
    if letter is None or letter.status is not LetterStatus.APPROVED or is_frozen(case):
        return None
    return barred(case, policy, letter.letter, today)


def _stopped(case: Case, cause: Cause, policy: Policy) -> Next | None:
    """What a case that is stopped waits for; None where the stop leaves the ladder to say it."""
    match cause:
        case Cause.CLOSED:
            return Nothing(why=case.closed)
        case Cause.HOLD:
            return Wait(
                until=None, why=f"on hold for {case.hold}; release it, signed with a name, when they agree"
            )
        case Cause.UNSURE:
            return Ask(about=About.UNSURE, who="office", why=_unsure(case))
        case Cause.UNTRIAGED:
            return Ask(
                about=About.TRIAGE, who="dsl", why="say what kind of conduct it is and clear it to proceed"
            )
        case Cause.LADDER:
            return Ask(about=About.TRIAGE, who="dsl", why=choice_words(case, policy), options=case.between)
        case _ if cause in FREEZING:
            return Alert(why=", ".join(f'{seen.flag} ("{seen.words}")' for seen in case.alert))
        case _:
            return None


def _unsure(case: Case) -> str:
    letter = unsure_letter(case)
    return f"{letter.letter} version {letter.version}: {letter.unsure}" if letter else ""


def _on_the_ladder(case: Case, policy: Policy, today: date) -> Next:
    letter = case.in_hand
    if letter and letter.status is LetterStatus.POSTING:
        return _in_hand(letter, today)
    if case.due and case.due.aside:
        return _due(case, policy, today)
    if case.trigger:
        return _after_outcome(case, policy, today)
    if case.due:
        return _due(case, policy, today)
    if case.reopened:
        why = (
            "the case was reopened; no letter goes out and no deadline runs until it is decided how to go on"
        )
        return Ask(about=About.DECISION, who="head", why=why, options=options_now(case, policy, today))
    if letter:
        return _in_hand(letter, today)
    if not case.step:
        return _first(case, policy, today)
    return _clock(case, policy, today)


def _first(case: Case, policy: Policy, today: date) -> Next:
    options = first_steps(case, policy)
    if not options:
        return Ask(about=About.DECISION, who="head", why="the policy gives no first step for this conduct")
    if done := first_done(case, policy):
        why = f"{policy.steps[done].name} was done before anything else; decide what follows"
        return Ask(about=About.DECISION, who="head", why=why, options=options_now(case, policy, today))
    possible = {*options, policy.signpost}
    begun = [one.letter for one in case.letters if one.letter in possible and not case.was_posted(one.letter)]
    chosen = begun[-1] if begun else options[0]
    reason = "first step of the policy for this conduct"
    if case.earlier.refs and chosen in policy.repeat_first:
        reason = (
            f"first step of the policy for an adult with an earlier case ({', '.join(case.earlier.refs)})"
        )
    if (
        not begun
        and policy.is_mixed(case.conduct)
        and policy.signpost in policy.steps
        and not case.was_posted(policy.signpost)
    ):
        chosen, reason = (
            policy.signpost,
            "there is a grievance among the rest: the complaints procedure is named first",
        )
    return _take(case, policy, Due(step=chosen, reason=reason, seq=0, by="policy"), today)


def _after_outcome(case: Case, policy: Policy, today: date) -> Next:
    """An answer or a lapse: the default next letter is drafted for looking at, and a person decides."""
    trigger = case.trigger
    if trigger is None:
        return Nothing(why="")
    if _goes_on(trigger, policy) and trigger.outcome in RESULTS:
        return _at_rest(case, policy, today, f"{trigger.after}: {trigger.word}; nothing follows from it")
    if _goes_on(trigger, policy):
        why = HOLD_THE_MEETING if trigger.outcome is Outcome.AGREED else RECORD_THE_NEXT
        return Ask(about=About.ACTION, who="office", why=why)
    options = options_now(case, policy, today)
    default = options[0] if options else ""
    drafted = case.in_hand is not None and case.in_hand.trigger == trigger.seq
    blocked = case.blocked is not None and case.blocked.trigger == trigger.seq
    after = trigger.after or BEFORE_ANY
    may_draft = _is_drafted_first(case, policy, default)
    if may_draft and not drafted and not blocked and trigger.outcome is not Outcome.UNDELIVERED:
        return Draft(letter=default, reason=f"{after}: {trigger.word}", trigger=trigger.seq)
    why = f"{after}: {trigger.summary}{late_words(case)}{_required(case, policy)}"
    return Ask(about=About.DECISION, who="head", why=why, options=options)


def _is_drafted_first(case: Case, policy: Policy, name: str) -> bool:
    """Whether the default step is a letter that may be looked at before it is decided: nobody is to be consulted."""
    step = policy.steps.get(name)
    return step is not None and step.kind is StepKind.LETTER and not still_to_consult(case, step)


def _required(case: Case, policy: Policy) -> str:
    """What the policy requires and nobody has done yet, for those who decide."""
    still = open_duties(case, policy)
    return (
        f". The policy also requires, not done yet: {'; '.join(one.says for one in still)}" if still else ""
    )


def _goes_on(trigger: Trigger, policy: Policy) -> bool:
    """Whether the policy names this outcome with an empty list: no decision is needed until the next answer."""
    step = policy.steps.get(trigger.after)
    named = next((one for one in (trigger.own, trigger.outcome) if step and one in step.then), None)
    return step is not None and named is not None and step.then[named] == ()


def _due(case: Case, policy: Policy, today: date) -> Next:
    due = case.due
    if due is None:
        return Nothing(why="")
    if due.step == NO_FURTHER_ACTION:
        refusal = barred(case, policy, NO_FURTHER_ACTION, today)
        if refusal:
            return Ask(about=About.ACTION, who="dsl", why=str(refusal))
        return Close(reason=f"no further action: {due.reason}")
    return _take(case, policy, due, today)


def _take(case: Case, policy: Policy, due: Due, today: date) -> Next:
    """Take a step that is decided: draft its letter, carry its draft on, or ask for the action."""
    step_id = due.step
    step = policy.steps.get(step_id)
    if step is None:
        return Ask(about=About.DECISION, who="head", why=f"the policy has no step {step_id}")
    if still := still_to_consult(case, step):
        why = f"{step.name} ({step.id}): {consulting_command(case.ref, step, still[0])}"
        return Ask(about=About.CONSULT, who=still[0], why=why, options=(step.id,))
    if step.kind is StepKind.ACTION:
        return _do(step)
    letter = case.in_hand
    if letter and letter.letter == step_id:
        return _in_hand(letter, today)
    if (blocked := case.blocked) and blocked.letter == step_id:
        needs = f"{step_id} needs: {', '.join(blocked.missing)}" if blocked.missing else blocked.what
        return Ask(about=About.MISSING, who="office", why=needs)
    newest = case.newest(step_id)
    if newest and newest.status is LetterStatus.RETURNED and newest.seq >= due.seq:
        return Ask(about=About.RETURNED, who="office", why=f"{step_id} came back: {newest.note}")
    return Draft(letter=step_id, reason=due.reason, trigger=due.seq)


def _do(step: Step) -> Ask:
    """An action waits for whoever does it."""
    why = f"{step.name}: do it, then record it"
    return Ask(about=About.ACTION, who=step.doer or "office", why=why, options=(step.id,))


def _in_hand(letter: LetterState, today: date) -> Next:
    if letter.status is LetterStatus.DRAFTED and not letter.asked:
        return AskApproval(letter=letter)
    if letter.status is LetterStatus.DRAFTED:
        return Ask(about=About.APPROVAL, who=letter.approver, why=f"{letter.letter} version {letter.version}")
    if letter.status is LetterStatus.APPROVED:
        return _leave(letter, today)
    late = letter.date_on_letter is not None and today > letter.date_on_letter
    why = f"{letter.letter} is in the print tray" + (
        f"; it is dated {letter.date_on_letter}: record the posting or draft it again" if late else ""
    )
    return Ask(about=About.POSTING, who="office", why=why)


def _leave(letter: LetterState, today: date) -> Next:
    """An approved letter leaves at once for the print tray, and by email on its own date.

    One that was approved with places for its dates has them filled in first, and again where their day has passed.
    """
    day = letter.date_on_letter
    if letter.slots and (day is None or today > day):
        return FillDates(letter=letter)
    if letter.planned_method is Method.MAIL and day and today < day:
        return Wait(until=day, why=f"{letter.letter} is approved; it goes by email on {day}")
    return Post(letter=letter)


def _clock(case: Case, policy: Policy, today: date) -> Next:
    posted = case.last_posted
    step = policy.steps.get(case.step)
    if step is not None and step.closes and not _still_open(posted, case):
        refusal = barred(case, policy, NO_FURTHER_ACTION, today)
        if refusal:
            return Ask(about=About.ACTION, who="dsl", why=str(refusal))
        return Close(reason=f"{step.name} sent")
    if posted and posted.letter == case.step and posted.answer_by and not posted.is_quiet:
        if today > posted.answer_by:
            return Lapse(letter=posted, answer_by=posted.answer_by)
        return Wait(until=posted.answer_by, why=f"{posted.letter}: answer by {posted.answer_by}")
    if posted and posted.letter == case.step and posted.is_quiet:
        why = f"{posted.letter}: nobody answered by {posted.answer_by}; nothing follows from that, and it stands"
        return _at_rest(case, policy, today, why)
    return _dated(case, policy, today) or Ask(
        about=About.DECISION,
        who="head",
        why="nothing is under way; decide what follows",
        options=options_now(case, policy, today),
    )


def _still_open(posted: LetterState | None, case: Case) -> bool:
    """Whether the letter that ends the case gives time for an answer, such as an appeal, that is not over."""
    awaited = posted is not None and posted.letter == case.step and posted.stands
    return awaited and not (posted is not None and posted.is_quiet)


def _at_rest(case: Case, policy: Policy, today: date, why: str) -> Next:
    """Nothing follows, and that is as it should be: the case waits for its next date, else until somebody acts."""
    return _dated(case, policy, today) or Wait(until=None, why=why)


def _dated(case: Case, policy: Policy, today: date) -> Next | None:
    """A review that has come, or the next date ahead; None where no date is ahead."""
    review = review_due(case, policy, today)
    later = [day for _, day in dates_ahead(case) if day >= today]
    later += [day for _, _, day in standing_dates(case) if day >= today]
    return review or (Wait(until=min(later), why="a review or follow-up date") if later else None)
