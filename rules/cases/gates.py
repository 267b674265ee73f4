"""What a step needs before it may be taken: one tree of refusals, each with its rule, its source and the way through.

Sources: the school's own policy, and the legal facts that it carries (a person is heard before a bar is settled; what
may be called harassment).
"""

from collections.abc import Mapping, Sequence
from datetime import date

from ...ground.english import uk_date
from ..people.school import Person
from ..people.staff_names import names_person
from ..policies.invariants import misshapen
from ..policies.policy import NO_FURTHER_ACTION, Mandatory, Policy, Step
from ..policies.policy_words import SWITCHES
from ..policies.refusal import Refusal
from ..words import Switch, Where
from .appeals import ends_after_appeal, waits_for_appeal
from .case import Case
from .consulting import not_consulted
from .duties import open_duties, ways_on
from .hearing import not_heard, open_notices
from .places import is_out_of_place
from .promises import KEPT, called, meeting_agreed


def barred(case: Case, policy: Policy, step_id: str, today: date) -> Refusal | None:
    """Why this step may not be taken in this case today, or None. Missing fields bar nothing: they are asked for.

    The order is the rule: what the policy provides for, what the case is about, what must have happened before,
    whether the adult could answer, and last what an end of the case needs.
    """
    if step_id == NO_FURTHER_ACTION:
        return _ending(case, policy)
    switched_off = not_provided(policy, step_id)
    if switched_off:
        return switched_off
    step = policy.steps.get(step_id)
    if step is None:
        return Refusal(
            rule=f"The policy names no step {step_id}.",
            source=policy.as_source,
            satisfied_by=f"one of its steps: {', '.join(policy.steps)}.",
        )
    if policy.is_criticism(case.conduct) and not (policy.is_signpost(step_id) or _only_ends(step)):
        return _criticism(policy)
    return (
        misshapen(policy, step)
        or _out_of_place(case, policy, step)
        or _too_early(case, policy, step)
        or _required_first(case, policy, step)
        or _over(case, policy, step, today)
        or not_heard(case, policy, step, today)
        or waits_for_appeal(case, policy, step)
        or (_ending(case, policy) if step.closes and not policy.is_signpost(step_id) else None)
    )


def not_done_yet(case: Case, policy: Policy, step: Step, on: date) -> Refusal | None:
    """Why an action may not be recorded as the policy's step on this day, though nobody decided on it; else None.

    One that was done in order before is only looked at again. What really happened can be recorded all the same, as
    out of order.
    """
    if case.was_done(step.id):
        return None
    return (
        _too_early(case, policy, step)
        or _required_first(case, policy, step)
        or not_heard(case, policy, step, on)
        or not_consulted(case, policy, step)
    )


def not_provided(policy: Policy, step_id: str) -> Refusal | None:
    """The refusal of a measure that the policy does not provide for."""
    record = policy.letters.get(step_id)
    switch = record.switch if record else None
    if switch is None or policy.provides(switch):
        return None
    linked = (
        "a policy of the school that provides for it, named as `linked` under [policy] in school.toml"
        if switch is Switch.SITE_ACCESS
        else f"a policy with `{switch} = true` and the step {step_id}, adopted by the governors"
    )
    return Refusal(
        rule=f"This policy does not provide for {SWITCHES[switch]}.",
        source=policy.as_source,
        satisfied_by=f"{linked}; or another step.",
    )


def _only_ends(step: Step) -> bool:
    """Whether the case ends with it and nobody is worse off."""
    return step.closes and not step.is_adverse


def _criticism(policy: Policy) -> Refusal:
    return Refusal(
        rule="What was reported is criticism and nothing else; it leads only to the complaints procedure.",
        source=f"{policy.as_source}; criticism is not misconduct",
        satisfied_by=f"{policy.signpost}; or a triage that names other conduct, if there was any.",
    )


def _out_of_place(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """A letter about something online has nothing to say where all of it happened on site."""
    if not is_out_of_place(case, policy, step) or step.record is None:
        return None
    here, there = ("on site", "online") if step.record.happened is Where.ONLINE else ("online", "on site")
    return Refusal(
        rule=f"{step.name} is about something {there}, and what was reported happened {here}.",
        source=f"what the letter is ({step.id} in letters.toml)",
        satisfied_by=f"another step; or triage {case.ref} --conduct ID with conduct {there} too, if there was any.",
    )


def _too_early(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """What must have happened before this step."""
    if step.after and not any(case.was_done(name) for name in step.after):
        return Refusal(
            rule=f"{step.name} may only follow {_or(step.after)}.",
            source=policy.as_source,
            satisfied_by=f"one of {_or(step.after)} sent or recorded before.",
        )
    if step.requires and not case.heard(*step.requires):
        named = _or(tuple(str(one) for one in step.requires))
        return Refusal(
            rule=f"{step.name} is possible only when the adult's answer was: {named}.",
            source=policy.as_source,
            satisfied_by=f"such an answer on record: answer {case.ref} {step.requires[0]} --summary '...'.",
        )
    return None


def _over(case: Case, policy: Policy, step: Step, today: date) -> Refusal | None:
    """A bar that has ended is not made longer: whoever may come in again is heard before they may not."""
    ends = step.record.ends if step.record else ()
    reviewed = [one for one in case.measures if one.letter in ends]
    if not (step.is_review and step.is_adverse and reviewed) or any(
        not one.is_over(today) for one in reviewed
    ):
        return None
    last = reviewed[-1]
    return Refusal(
        rule=f"{last.letter} ended on {uk_date(last.dates['ends_on'])}, so there is nothing left to make longer.",
        source=policy.law.hearing,
        satisfied_by=f"{_lifting(policy, last.letter)}, which puts it on record; for something new a new notice.",
    )


def _required_first(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """What the policy requires before this step is done, or was set aside by name."""
    if not any(step.id in duty.before for duty in policy.mandatory):
        return None
    waiting = (duty for duty in open_duties(case, policy) if step.id in duty.before)
    return next((_undone(case, policy, duty, f"{step.name} waits: {duty.says}") for duty in waiting), None)


def _undone(case: Case, policy: Policy, duty: Mandatory, rule: str) -> Refusal:
    return Refusal(
        rule=rule,
        source=f"{policy.as_source}, {duty.source}",
        satisfied_by=f"{ways_on(case, duty)}.",
    )


def _ending(case: Case, policy: Policy) -> Refusal | None:
    """A case does not end while the policy's own duties are open, an appeal is, or a measure is in force."""
    appeal = ends_after_appeal(case, policy) or _meeting_first(case, policy)
    if appeal:
        return appeal
    for duty in open_duties(case, policy):
        return _undone(case, policy, duty, f"The case cannot end yet: {duty.says}")
    for notice in open_notices(case, policy.letters):
        settling = " or ".join(sorted(policy.letters.ending(notice.letter)))
        return Refusal(
            rule=f"The case cannot end: what {notice.letter} announced is not decided on yet. Silence is no decision.",
            source=policy.law.hearing,
            satisfied_by=f"a decision on it: {settling}.",
        )
    for measure in case.measures:
        return Refusal(
            rule=f"The case cannot end while {measure.letter} is in force: its dates would be lost.",
            source=f"a measure without an end date and a review is unfair ({policy.law.access_advice})",
            satisfied_by=f"a decision that ends it ({_lifting(policy, measure.letter)}).",
        )
    return None


def _meeting_first(case: Case, policy: Policy) -> Refusal | None:
    """A meeting that was offered and agreed takes place, or it is on record that it did not."""
    meeting = meeting_agreed(case, policy)
    if meeting is None:
        return None
    return Refusal(
        rule=f"The case cannot end: {called(meeting.letter)} offered a meeting ({meeting.words}),"
        " and they agreed to come.",
        source=KEPT,
        satisfied_by="an answer on record that says what came of it, that they attended, did not, or declined:"
        f" answer {case.ref} attended --summary '...'.",
    )


def _lifting(policy: Policy, measure: str) -> str:
    """The letters that lift this measure, or the step of the policy that does."""
    letters = sorted(policy.letters.lifting(measure))
    about = " for access to the site" if measure in policy.letters.switched(Switch.SITE_ACCESS) else ""
    return f"{_or(tuple(letters))}{about}, or the step that lifts it" if letters else "the step that lifts it"


def not_called_so(case: Case, policy: Policy) -> tuple[str, ...]:
    """Kinds of conduct that a letter may not name yet, because too few occasions are known."""
    known = occasions(case)
    return tuple(
        name for name in case.conduct if name in policy.conduct and policy.conduct[name].occasions > known
    )


def occasions(case: Case) -> int:
    """How many separate occasions are known: reports of different posts, and earlier cases of the same adult."""
    told = {
        (
            item.fact.posted_on or item.fact.happened_on or item.day.isoformat(),
            item.fact.link or item.fact.words or item.fact.place,
        )
        for item in case.facts
    }
    return len(told) + len(case.earlier.refs)


def wording(case: Case, policy: Policy, given: Mapping[str, str]) -> Refusal | None:
    """A letter calls conduct harassment only when it happened at least twice."""
    early = not_called_so(case, policy)
    named = [name for name in case.conduct if name in policy.conduct]
    harassing = any("harass" in text.casefold() for text in given.values())
    if not (early and set(named) == set(early)) and not (
        harassing and occasions(case) < policy.law.harassment_occasions
    ):
        return None
    title = policy.conduct[early[0]].title if early else "harassment"
    return Refusal(
        rule=f"Only one occasion is known, so a letter may not call it {title} yet.",
        source=policy.law.harassment,
        satisfied_by=f"a second report on this case; or triage {case.ref} --conduct ID with what it was on "
        "this occasion.",
    )


def limited(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """Where criticism is beside other words, a removal request quotes only what a person picked out."""
    quotes = step.record is not None and step.record.asks_removal
    given = case.given(step.id, policy.letters)
    if not quotes or not policy.is_mixed(case.conduct) or given.get("quoted_words"):
        return None
    return Refusal(
        rule="The report contains criticism and other words; the letter may be about the other words only.",
        source="criticism is not misconduct; it is dealt with by the complaints procedure",
        satisfied_by=f"draft {case.ref} --letter {step.id} --set quoted_words='only the words that are not criticism'.",
    )


def reviewing(
    step: Step,
    given: Mapping[str, str],
    *,
    signer: Person,
    deciders: Sequence[Person],
    free: bool,
    advice: str,
) -> Refusal | None:
    """A bar is reviewed by somebody who decided on no stage of it: whom a letter names, and who signs a review.

    Where nobody is left, a bar is not made longer; it may still be lifted, and the letter claims nothing.

    Args:
        step: the letter about to be written.
        given: the fields a person supplied for it.
        signer: who decides by this letter.
        deciders: who decided on an earlier stage.
        free: whether somebody is left who decided on no stage.
        advice: the source of the rule, from the legal facts.
    """
    source = f"a review by the person who decided is not a review ({advice})"
    if step.is_review and not free and step.is_adverse:
        return Refusal(
            rule="Everybody who could review this took part in the decision.",
            source=source,
            satisfied_by="another person in school.toml: [people.reviewer], [people.chair] or [people.alternate].",
        )
    field = step.record.names_reviewer if step.record and step.record.stage else ""
    named = given.get(field, "")
    decided = next((one for one in (signer, *deciders) if names_person(named, one)), None)
    if decided is None:
        return None
    how = "decides by this letter" if decided is signer else "decided on an earlier stage"
    return Refusal(
        rule=f"{decided.name} {how}, so they cannot be named as the reviewer.",
        source=source,
        satisfied_by=f"another name: --set {field}='NAME, ROLE'.",
    )


def _or(names: tuple[str, ...]) -> str:
    return " or ".join(names)
