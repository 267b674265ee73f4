"""More of the cast: answers, actions, and policies with criticism and with duties."""

from datetime import date

from cast import CONDUCT, a_policy, drafted, posted

from letterladder.rules.cases.events import ActionDone, AnswerRecorded, AnyEvent
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.policies.policy import Mandatory, Policy, Step
from letterladder.rules.words import Channel, Outcome


def answer(outcome: Outcome, letter: str = "L1", on: date = date(2026, 11, 12)) -> AnswerRecorded:
    """Mr Stott answers by telephone."""
    return AnswerRecorded(outcome=outcome, channel=Channel.PHONE, on=on, summary="said so", letter=letter)


def action(step: str, on: date = date(2026, 11, 12), **changes: object) -> ActionDone:
    """Somebody carries an action out."""
    return ActionDone(step=step, done_by="Mrs Binns", on=on, **changes)  # type: ignore[arg-type]


def measure(letter: str, **dates: date) -> tuple[AnyEvent, ...]:
    """A letter that prints these dates went out."""
    return (drafted(letter, also=dates), posted(letter))


def criticism() -> Policy:
    """A policy whose "grumble" is criticism."""
    grumble = Conduct(
        id="grumble", title="a complaint in public", clause="9", cues=(), first=("C1",), criticism=True
    )
    conduct = {one.id: one for one in (*CONDUCT, grumble)}
    return a_policy(Step(id="C1", name="How to complain", closes=True), conduct=conduct)


def duty(step: str = "X3", *, when: tuple[Outcome, ...] = (), conduct: tuple[str, ...] = ()) -> Policy:
    """A policy that requires a step."""
    rule = Mandatory(
        id="police", step=step, says="The police are told.", source="part 6", when=when, conduct=conduct
    )
    return a_policy(mandatory=(rule,))


def closed_duty() -> Policy:
    """A policy that requires the report to the platform."""
    return duty("P1")
