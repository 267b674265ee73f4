"""A policy in plain words: how a step ended, how long the adult has, what a step is and who acts."""

from collections.abc import Mapping

from ..days.counting import ClockRule, amount
from ..days.counting import clock_words as plain_words
from ..words import Outcome, Switch, Unit
from .policy import NO_FURTHER_ACTION, Policy, Step, StepKind

ENDED: Mapping[Outcome, str] = {
    Outcome.LAPSED: "no answer",
    Outcome.REMOVED: "content removed",
    Outcome.REFUSED: "refused",
    Outcome.CONTINUES: "refused and went on",
    Outcome.AGREED: "agreed",
    Outcome.DECLINED: "declined",
    Outcome.ATTENDED: "attended",
    Outcome.ABSENT: "did not attend",
    Outcome.REPRESENTATIONS: "sent comments",
    Outcome.COMPLAINT: "complained",
    Outcome.APOLOGY: "apologised",
    Outcome.UNDELIVERED: "letter came back",
    Outcome.OTHER: "another answer",
}

SWITCHES: Mapping[Switch, str] = {
    Switch.SITE_ACCESS: "withdrawing permission to enter the site",
    Switch.WEBSITE_BLOCK: "blocking somebody on the school's website or forum",
    Switch.CAMERA_RESTRICTION: "a restriction on cameras and telephones at events",
    Switch.SIGNED_AGREEMENT: "a signed agreement",
    Switch.LEGAL_WARNING: "a letter that warns of legal action",
}
"""What each switch provides for."""


def ended_words(outcome: str) -> str:
    """How a step ended, in plain words."""
    known = ENDED.get(Outcome(outcome)) if outcome in set(Outcome) else None
    return known or outcome.replace("-", " ")


def clock_words(clock: ClockRule) -> str:
    """A clock as a person reads it: "10 working days from receipt, on to the next school day"."""
    if clock.until or clock.half_way:
        return plain_words(clock)
    parts = [f"{amount(clock.days, clock.unit)} from {'receipt' if clock.from_receipt else 'posting'}"]
    if clock.roll_forward:
        parts.append("on to the next school day")
    if clock.cap_days is not None:
        parts.append(f"at most {amount(clock.cap_days, Unit.CALENDAR_DAYS)}")
    return ", ".join(parts)


def step_words(policy: Policy, name: str) -> str:
    """A step by its id and its plain name: "L2 (Invitation to a meeting)"."""
    if name == NO_FURTHER_ACTION:
        return "no further action"
    return f"{name} ({policy.steps[name].name})" if name in policy.steps else name


def sort_of(step: Step) -> str:
    """What a step is: a letter, a measure, an action, or the end of the case."""
    if step.closes:
        return "closing letter"
    if step.kind is StepKind.ACTION:
        return "action"
    return "measure" if {"ends_on", "review_by", "interim_end"} & step.also.keys() else "letter"
