"""What differs between two policies, in words, grouped as a head asks: conduct, steps, clocks, who, switches.

Every field of a policy, a kind of conduct, a step and a rule is compared, so that a key which comes later is told too,
in plain if less polished words. What a letter is, the school's own records say; a policy does not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ...ground.english import listed
from ...ground.values import parts_of
from ..days.counting import ClockRule
from ..words import Switch
from .conduct import Conduct
from .ladder import Ladder, OwnAnswer
from .policy import Mandatory, Policy, Step
from .policy_words import SWITCHES, clock_words, ended_words, step_words

Key = TypeVar("Key")
Part = TypeVar("Part", Policy, Conduct, Step, Mandatory, Ladder, OwnAnswer)
Both = tuple[Policy, Policy]
"""The old policy and the new one."""

CONDUCT, STEPS, CLOCKS, WHO, SWITCHED, REQUIRED, REST = (
    "Conduct",
    "Steps",
    "Clocks and dates",
    "Who acts",
    "Switches",
    "What is required",
    "The policy itself",
)
GROUPS = (CONDUCT, STEPS, CLOCKS, WHO, SWITCHED, REQUIRED, REST)
_NOT_SAID = frozenset({"letters", "record"})
"""What a letter is, which no policy says."""
_NOT_OF_A_POLICY = _NOT_SAID | {"conduct", "steps", "mandatory", "ladders", "outcomes"}
"""The same, and what of a policy is told apart."""
_MADE_OF_IT = frozenset({"shown_on", "on_ladder"})
"""What is made of the rest of a policy, and says nothing of its own."""
_WHO = frozenset({"signer", "approver", "not_decider", "doer", "decider", "consults", "reviewer"})
_ROLES = {
    "signer": "is signed by",
    "approver": "is approved by",
    "doer": "is done by",
    "decider": "is decided on by",
    "reviewer": "is reviewed by",
}
_CLOCKS = frozenset({"clock", "also", "follow_up", "lead_days", "look_back_months", "dated"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference: the group that it belongs to, and a sentence."""

    group: str
    says: str


def differences(old: Policy, new: Policy) -> list[Difference]:
    """All that is otherwise in the new policy, in the order of the groups."""
    found = [*_of_conduct(old, new), *_of_ladders(old, new), *_of_outcomes(old, new)]
    found += [*_of_steps(old, new), *_of_rules(old, new), *_of_policy(old, new)]
    return sorted(found, key=lambda one: GROUPS.index(one.group))


def _of_conduct(old: Policy, new: Policy) -> Iterator[Difference]:
    for name in _names(old.conduct, new.conduct):
        before, now = old.conduct.get(name), new.conduct.get(name)
        if before is None and now is not None:
            first = listed([step_words(new, one) for one in now.first], "or")
            yield Difference(
                group=CONDUCT, says=f"'{name}' ({now.title}) is named now; it begins with {first}."
            )
        elif now is None and before is not None:
            yield Difference(group=CONDUCT, says=f"'{name}' ({before.title}) is no longer named.")
        elif before is not None and now is not None:
            for key in _changed(before, now):
                yield Difference(group=CONDUCT, says=_conduct_words((old, new), key, before, now))


def _conduct_words(both: Both, key: str, before: Conduct, now: Conduct) -> str:
    old, new = both
    who = f"'{now.id}'"
    if key == "first":
        return _list_words(f"In a case of {who}", BEGIN, (old, before.first), (new, now.first))
    if key == "police":
        told = {"no": "are not told", "consider": "are considered", "always": "are always told"}
        return f"Of {who}, the police {told[now.police]}; they {told[before.police].replace('are', 'were')} before."
    if key == "criticism":
        return f"{who} is {'criticism now, and no misconduct' if now.criticism else 'misconduct now, no criticism'}."
    if key == "ordinary":
        how = "A clear report of {} is drafted at once now" if now.ordinary else "A person sorts {} first now"
        return f"{how.format(who)}."
    if key in {"cues", "deeds"}:
        return _words_of(f"What tells {who} in a report ({key})", getattr(before, key), getattr(now, key))
    return _plain(f"of {who}", key, getattr(before, key), getattr(now, key))


def _of_steps(old: Policy, new: Policy) -> Iterator[Difference]:
    for name in _names(old.steps, new.steps):
        before, now = old.steps.get(name), new.steps.get(name)
        if before is None:
            yield Difference(group=STEPS, says=f"{step_words(new, name)} is a step now.")
        elif now is None:
            yield Difference(group=STEPS, says=f"{step_words(old, name)} is no longer a step.")
        else:
            for key in _changed(before, now):
                yield from _step_differences((old, new), key, before, now)


def _step_differences(both: Both, key: str, before: Step, now: Step) -> Iterator[Difference]:
    old, new = both
    was, becomes = getattr(before, key), getattr(now, key)
    who = step_words(new, now.id)
    if key == "then":
        for outcome in _names(before.then, now.then):
            if before.then.get(outcome) != now.then.get(outcome):
                yield Difference(group=STEPS, says=_after_words(both, outcome, before, now))
    elif key == "also":
        for name in _names(before.also, now.also):
            if before.also.get(name) != now.also.get(name):
                says = f"{who} prints {name}: {_told(now.also.get(name))}; before: {_told(before.also.get(name))}."
                yield Difference(group=CLOCKS, says=says)
    elif key == "clock":
        yield Difference(group=CLOCKS, says=f"The answer to {who}: {_told(becomes)}; before: {_told(was)}.")
    elif key == "review":
        says = _list_words(f"At the review of {who}", FOLLOW, (old, before.review), (new, now.review))
        yield Difference(group=STEPS, says=says)
    elif key == "may_end":
        can = (
            "may end with 'no further action' now"
            if now.may_end
            else "may no longer end with 'no further action'"
        )
        yield Difference(group=STEPS, says=f"After {who}, a case {can}.")
    elif key == "closes":
        says = f"{who} {'closes the case now' if now.closes else 'no longer closes the case'}."
        yield Difference(group=STEPS, says=says)
    elif key in _ROLES:
        now_by = f"the role {becomes}" if becomes else "nobody in particular"
        yield Difference(group=WHO, says=f"{who} {_ROLES[key]} {now_by}; before: {_told(was)}.")
    elif key == "consults":
        yield Difference(group=WHO, says=_words_of(f"Who is consulted before {who}", was, becomes))
    elif key == "letter":
        says = f"{who} sends the letter {becomes or now.id}; before: {was or before.id}."
        yield Difference(group=STEPS, says=says)
    else:
        group = WHO if key in _WHO else CLOCKS if key in _CLOCKS else STEPS
        yield Difference(group=group, says=_plain(f"of {who}", key, was, becomes))


def _of_ladders(old: Policy, new: Policy) -> Iterator[Difference]:
    for name in _names(old.ladders, new.ladders):
        before, now = old.ladders.get(name), new.ladders.get(name)
        if before is None and now is not None:
            about = listed(list(now.conduct)) or "all conduct that no other names"
            yield Difference(group=STEPS, says=f"There is a ladder '{name}' now ({now.title}), for {about}.")
        elif now is None and before is not None:
            yield Difference(group=STEPS, says=f"There is no ladder '{name}' ({before.title}) any more.")
        elif before is not None and now is not None:
            yield from _ladder_differences((old, new), before, now)
    kept = [name for name in old.ladders if name in new.ladders]
    order = [name for name in new.ladders if name in old.ladders]
    if kept != order:
        says = f"Where conduct is on several ladders, {order[0]} is proposed first: now {listed(order)}."
        yield Difference(group=STEPS, says=says)


def _ladder_differences(both: Both, before: Ladder, now: Ladder) -> Iterator[Difference]:
    old, new = both
    who = f"the ladder '{now.id}'"
    for key in _changed(before, now):
        was, becomes = getattr(before, key), getattr(now, key)
        if key == "first":
            says = _list_words(f"On {who}", BEGIN, (old, was), (new, becomes))
            yield Difference(group=STEPS, says=says)
        elif key != "then":
            yield Difference(group=STEPS, says=_plain(f"of {who}", key, was, becomes))
    for step in _names(before.then, now.then):
        if step not in now.then or step not in before.then:
            how = "of its own now" if step in now.then else "as the step itself does, now"
            says = f"On {who}, {step_words(new, step)} goes on {how}."
            yield Difference(group=STEPS, says=says)
            continue
        if list(before.then[step]) != list(now.then[step]) and dict(before.then[step]) == dict(
            now.then[step]
        ):
            says = f"On {who}, the answers to {step_words(new, step)} are in another order."
            yield Difference(group=STEPS, says=says)
        was, becomes = (Step(id=step, name="", then=one.then[step]) for one in (before, now))
        for outcome in _names(was.then, becomes.then):
            if was.then.get(outcome) != becomes.then.get(outcome):
                says = f"On {who}: {_after_words(both, outcome, was, becomes).replace('After', 'after', 1)}"
                yield Difference(group=STEPS, says=says)


def _of_outcomes(old: Policy, new: Policy) -> Iterator[Difference]:
    for name in _names(old.outcomes, new.outcomes):
        before, now = old.outcomes.get(name), new.outcomes.get(name)
        if before is None and now is not None:
            says = f"'{name}' ({now.title}) is an answer now; it counts as '{ended_words(now.counts_as)}'."
            yield Difference(group=STEPS, says=says)
        elif now is None and before is not None:
            yield Difference(group=STEPS, says=f"'{name}' ({before.title}) is no longer an answer.")
        elif before is not None and now is not None:
            for key in _changed(before, now):
                was, becomes = getattr(before, key), getattr(now, key)
                yield Difference(group=STEPS, says=_plain(f"of the answer '{name}'", key, was, becomes))


def _after_words(both: Both, outcome: str, before: Step, now: Step) -> str:
    old, new = both
    start = f"After '{ended_words(outcome)}' to {step_words(new, now.id)}"
    was, becomes = before.then.get(outcome), now.then.get(outcome)
    if becomes is None:
        return f"{start}, nothing is named of its own any more; what follows another answer follows."
    if was is None:
        named = listed([step_words(new, one) for one in becomes], "or") or "nothing, until the next answer"
        return f"{start}, what follows is named of its own now: {named}."
    return _list_words(start, FOLLOW, (old, was), (new, becomes))


FOLLOW = ("{} may no longer follow", "{} may follow now")
BEGIN = ("it may no longer begin with {}", "it may begin with {} now")
"""How it is said of steps that they may be chosen no longer, and that they may be from now on."""


def _list_words(
    start: str,
    ways: tuple[str, str],
    before: tuple[Policy, tuple[str, ...]],
    now: tuple[Policy, tuple[str, ...]],
) -> str:
    """What may be chosen now and could not, what may no longer, and which comes first; `ways` say the first two."""
    (old, was), (new, becomes) = before, now
    no_longer, from_now = ways
    gone = [step_words(old, one) for one in was if one not in becomes]
    swapped = bool(was and becomes and was[0] != becomes[0])
    come = [step_words(new, one) for one in becomes if one not in was and not (swapped and one == becomes[0])]
    parts = []
    if gone:
        parts.append(no_longer.format(listed(gone, "or")))
    if come:
        parts.append(from_now.format(listed(come, "or")))
    if swapped:
        parts.append(f"{step_words(new, becomes[0])} is proposed first, no longer {step_words(old, was[0])}")
    if not becomes:
        parts.append("nothing is decided until the next answer")
    if not parts:
        parts.append(f"the order is now {listed([step_words(new, one) for one in becomes])}")
    return f"{start}, {'; '.join(parts)}."


def _of_rules(old: Policy, new: Policy) -> Iterator[Difference]:
    was, becomes = _by_id(old.mandatory), _by_id(new.mandatory)
    for name in _names(was, becomes):
        before, now = was.get(name), becomes.get(name)
        if before is None and now is not None:
            yield Difference(group=REQUIRED, says=f"Required now ('{name}'): {now.says}")
        elif now is None and before is not None:
            yield Difference(group=REQUIRED, says=f"No longer required ('{name}'): {before.says}")
        elif before is not None and now is not None:
            for key in _changed(before, now):
                says = _plain(f"of the rule '{name}'", key, getattr(before, key), getattr(now, key))
                yield Difference(group=REQUIRED, says=says)
    if was == becomes and old.mandatory != new.mandatory:
        yield Difference(
            group=REQUIRED, says="The rules that are required are in another order, or one stands twice."
        )


def _by_id(rules: tuple[Mandatory, ...]) -> dict[str, Mandatory]:
    return {one.id: one for one in rules}


def _of_policy(old: Policy, new: Policy) -> Iterator[Difference]:
    switches = {str(one): one for one in Switch}
    for key in _changed(old, new):
        was, becomes = getattr(old, key), getattr(new, key)
        if key in switches:
            words = SWITCHES[switches[key]]
            provides = "provides now" if becomes else "no longer provides"
            yield Difference(group=SWITCHED, says=f"The policy {provides} for {words}.")
        elif key == "repeat_first":
            start = "Where the adult had a case before"
            says = _list_words(start, BEGIN, (old, was), (new, becomes))
            yield Difference(group=STEPS, says=says)
        else:
            group = CLOCKS if key in _CLOCKS else REST
            yield Difference(group=group, says=_plain("of the policy", key, was, becomes))


def _names(old: Mapping[Key, object], new: Mapping[Key, object]) -> list[Key]:
    return list(dict.fromkeys((*old, *new)))


def _changed(old: Part, new: Part) -> list[str]:
    """The fields that differ, whatever they are called; of a policy without those that are told apart."""
    passed_over = _NOT_OF_A_POLICY | _MADE_OF_IT if isinstance(old, Policy) else _NOT_SAID | _MADE_OF_IT
    return [
        one.name
        for one in parts_of(old)
        if one.name not in passed_over and getattr(old, one.name) != getattr(new, one.name)
    ]


def _plain(of_what: str, key: str, was: object, becomes: object) -> str:
    """A key without words of its own."""
    if isinstance(was, tuple) and isinstance(becomes, tuple):
        return _words_of(f"'{key}' {of_what}", was, becomes)
    return f"'{key}' {of_what} is {_told(becomes)}; before: {_told(was)}."


def _words_of(what: str, was: tuple[object, ...], becomes: tuple[object, ...]) -> str:
    gone = [_told(one) for one in was if one not in becomes]
    come = [_told(one) for one in becomes if one not in was]
    parts = [f"without {listed(gone)}"] if gone else []
    parts += [f"with {listed(come)}"] if come else []
    return f"{what}: now {' and '.join(parts) or 'in the order ' + listed([_told(one) for one in becomes])}."


def _told(value: object) -> str:
    """A value as a person reads it."""
    match value:
        case None | "" | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case ClockRule():
            return clock_words(value)
        case tuple():
            return " ".join(_told(one) for one in value)
        case str():
            return value.rstrip(".")  # a sentence within ours
        case _:
            return str(value)
