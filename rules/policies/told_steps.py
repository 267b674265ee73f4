"""The sentences of a policy's steps: what we did, what we may do, and whether the adult hears of it; and their faults.

What a step does not say itself, the record of its letter or sheet says.
"""

import re
from collections.abc import Iterator

from ...ground.errors import Problem
from .policy import Policy, Step, StepKind
from .telling import Seriousness, Telling

LONGEST = 200
"""Characters of a sentence."""
_LEGAL = re.compile(
    r"\b(?:legal(?:ly)? advi[cs]e\w*|solicitors?|barristers?|law firm|counsel)\b", re.IGNORECASE
)
_CARE = re.compile(
    r"\b(?:social (?:care|services?|workers?)|child protection|safeguarding partners?|early help|MASH|LADO)\b"
)


def we_did(step: Step) -> str:
    """What a letter says of the step once it was taken: "we invited you to a meeting"; "" where it says nothing."""
    return step.we_did or (step.record.we_did if step.record else "")


def we_may(step: Step) -> str:
    """What a letter says of the step as something that may come: "invite you to a meeting"; "" for nothing."""
    return step.we_may or (step.record.we_may if step.record else "")


def telling_of(step: Step) -> Telling:
    """Whether letters to the adult tell of it."""
    return step.tell_adult or (step.record.tell_adult if step.record else None) or Telling.YES


def is_kept_inside(step: Step) -> bool:
    """Whether it is an action of which nobody outside the school is told, such as legal advice."""
    return step.kind is StepKind.ACTION and telling_of(step) is Telling.NEVER


def least_of(step: Step) -> Seriousness:
    """The least serious conduct for which a letter may name the step; telling the police only for grave conduct."""
    if step.is_told_to_police:
        return Seriousness.GRAVE
    return step.only_for or (step.record.only_for if step.record else None) or Seriousness.MINOR


def telling_faults(policy: Policy, where: str) -> Iterator[Problem]:
    """Steps without a sentence of their own, sentences that cannot be printed, and what no adult may be told."""
    for step in policy.steps.values():
        yield from _missing(step, where)
        yield from _wrong(step, where)
        yield from _confidential(step, where)


def _missing(step: Step, where: str) -> Iterator[Problem]:
    """A step of which a letter would have to say something, and nothing is there to be said."""
    if not _has_letter(step) or telling_of(step) is Telling.NEVER:
        return
    if not we_did(step):
        what = "There is no sentence by which a letter says that this was done."
        do = 'Write we_did = "we talked with you", in your words; or tell_adult = "never" if the adult is not told.'
        yield _fault(f"{where}, steps.{step.id}.we_did", what, do)
    ends_or_aside = step.closes or step.aside
    if telling_of(step).is_named_before and not ends_or_aside and not we_may(step):
        what = "There is no sentence by which a letter names this as something that the school may do."
        do = 'Write we_may = "talk with you", in your words; or tell_adult = "afterwards" if no letter announces it.'
        yield _fault(f"{where}, steps.{step.id}.we_may", what, do)


def _has_letter(step: Step) -> bool:
    """Whether it is an action, or a letter that is there; a letter that is nowhere is a fault of its own."""
    return step.kind is StepKind.ACTION or step.record is not None


def _wrong(step: Step, where: str) -> Iterator[Problem]:
    """Words that would not make a sentence where a letter prints them."""
    for key, text, begin, example in (
        ("we_did", we_did(step), "On Tuesday 10 November 2026 ", "we talked with you"),
        ("we_may", we_may(step), "the school may ", "talk with you"),
    ):
        faulty = text != text.strip() or len(text) > LONGEST or len(text.splitlines()) > 1 or "{" in text
        if text and (faulty or text[:1].isupper() or text.endswith((".", ";", ":"))):
            what = f'A letter would say "{begin}{text}".'
            do = f'Write it in one line of at most {LONGEST} characters, without a capital or a full stop: "{example}".'
            yield _fault(f"{where}, steps.{step.id}.{key}", what, do)


def _confidential(step: Step, where: str) -> Iterator[Problem]:
    """Legal advice is never told; the police and social care are not told of without somebody's agreement."""
    is_action, said = step.kind is StepKind.ACTION, f"{we_did(step)} {we_may(step)}"
    names = f"{step.id.replace('-', ' ')} {step.name} {said}" if is_action else said
    told, key = telling_of(step), f"{where}, steps.{step.id}.tell_adult"
    if _LEGAL.search(names) and not (is_action and told is Telling.NEVER):
        what = "Legal advice is privileged: no letter tells the adult that it was taken, from whom, when or about what."
        yield _fault(key, what, 'Write tell_adult = "never", and leave advice out of we_did and we_may.')
    care = is_action and (_CARE.search(names) or step.is_told_to_police)
    if care and told in {Telling.YES, Telling.AFTERWARDS}:
        what = "The police and social care decide with the school whether the adult may hear that they were told."
        yield _fault(key, what, 'Write tell_adult = "once agreed" or "never".')


def _fault(where: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=where, what=what, what_to_do=what_to_do)
