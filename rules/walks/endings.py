"""Where a policy leaves a case: with nothing to do, without a way to end, or going round and round."""

from collections.abc import Iterator

from ...ground.english import listed
from ...ground.errors import Problem
from ..policies.policy import NO_FURTHER_ACTION
from ..policies.policy_words import ended_words
from ..words import RESULTS, Outcome
from .moments import BEYOND, END, ENDED_BY_DECISION, Moment, Walk
from .path_words import first_key, then_key, way


def endings(walked: Walk, where: str) -> tuple[list[Problem], list[Problem]]:
    """Dead ends, cases that never end and rounds (problems); and where nothing but the end may follow (notes)."""
    dead = _dead(walked)
    trapped = _without_way(walked, by_decision=True)
    rounds = _without_way(walked, by_decision=False) - trapped
    problems = [*_dead_ends(walked, dead, where)]
    if not trapped or any(_why_no_end(walked, walked.moments[place]) for place in trapped - dead):
        problems += _traps(walked, trapped - dead, dead, where)
    else:
        problems += _traps(walked, trapped - _leading_to(walked, dead), dead, where)
    problems += _circles(walked, rounds, where)
    return problems, list(_only_the_end(walked, where))


def _leading_to(walked: Walk, dead: set[int]) -> set[int]:
    """These moments, and all from which a path leads to one of them."""
    found = set(dead)
    while more := {
        place
        for place, one in enumerate(walked.moments)
        if place not in found and any(to in found for _, places in one.next for to in places)
    }:
        found |= more
    return found


def _is_rest(moment: Moment) -> bool:
    return not moment.awaiting and not moment.goes_on


def _only_none(moment: Moment) -> bool:
    return _is_rest(moment) and moment.options == (NO_FURTHER_ACTION,) and len(moment.next) == 1


def _dead(walked: Walk) -> set[int]:
    """Moments at which nothing may be chosen, and nothing comes by itself."""
    return {
        place
        for place, one in enumerate(walked.moments)
        if _is_rest(one) and not one.options and not one.next
    }


def _without_way(walked: Walk, *, by_decision: bool) -> set[int]:
    """Moments from which no path ends the case; `by_decision`: the decision to do nothing more counts as an end.

    Where it does not, a step after which nothing else may follow is an end too: the policy means it so.
    """
    good = {*END, *BEYOND}
    if by_decision:
        good |= {*ENDED_BY_DECISION}
    else:
        good |= {place for place, one in enumerate(walked.moments) if _only_none(one) or one.at_rest}
    before: dict[int, list[int]] = {}
    for place, moment in enumerate(walked.moments):
        for _, places in moment.next:
            for one in places:
                before.setdefault(one, []).append(place)
    todo = list(good)
    while todo:
        for place in before.get(todo.pop(), ()):
            if place not in good:
                good.add(place)
                todo.append(place)
    return {place for place in range(len(walked.moments)) if place not in good}


def _dead_ends(walked: Walk, dead: set[int], where: str) -> Iterator[Problem]:
    """The nearest dead end for each reason; where else the same holds is said with it."""
    places: dict[str, list[Moment]] = {}
    for place in sorted(dead):
        moment = walked.moments[place]
        if moment.step:
            places.setdefault(_why_no_end(walked, moment) or _key(walked, moment), []).append(moment)
    for moments in places.values():
        moment = moments[0]
        refused = "".join(f" {name} is named, but: {why}" for name, why in moment.refused.items())
        keys = [key for one in moments[1:] if (key := _key(walked, one)) != _key(walked, moment)]
        also = f" The same holds at {listed(list(dict.fromkeys(keys)))}." if keys else ""
        way_there = way(walked.policy, moment.begun, moment.path)
        what = f"Nothing may follow {_after(moment)}, and the case cannot end.{refused}{also} {way_there}"
        yield Problem(where=f"{where}, {_key(walked, moment)}", what=what, what_to_do=_write(walked, moment))


def _traps(walked: Walk, trapped: set[int], dead: set[int], where: str) -> Iterator[Problem]:
    """Where a path first comes to a place from which no path ends the case; once for each reason.

    What leads to a dead end alone is told of there.
    """
    said = {_why_no_end(walked, walked.moments[place]) for place in dead}
    for moment in _entries(walked, trapped):
        why = _why_not(walked, trapped)
        if why in said:
            continue
        said.add(why)
        way_there = way(walked.policy, moment.begun, moment.path)
        if not moment.step:
            what = f"A case of '{listed(moment.begun.conduct)}' can never end: {why}"
            key = first_key(walked.policy, moment.begun.conduct[0])
        else:
            what = f"Once {moment.step} was taken, no path ends the case: {why} {way_there}"
            key = f"steps.{moment.step}"
        do = "Let a step that closes the case follow, or the one that is required; or write may_end = true."
        yield Problem(where=f"{where}, {key}", what=what, what_to_do=do)


def _why_not(walked: Walk, trapped: set[int]) -> str:
    """What refuses the end, where something does; else which steps it goes round."""
    reasons = (_why_no_end(walked, walked.moments[place]) for place in sorted(trapped))
    names = dict.fromkeys(walked.moments[place].step for place in sorted(trapped))
    return next(filter(None, reasons), f"it goes round {listed([one for one in names if one])}.")


def _why_no_end(walked: Walk, moment: Moment) -> str:
    """Why the case may not end here, where a rule says so."""
    steps = walked.policy.steps
    ends = (name for name in moment.refused if name not in steps or steps[name].closes)
    ends = (name for name in ends if not walked.policy.is_signpost(name))
    return next((moment.refused[name] for name in ends), "")


def _entries(walked: Walk, places: set[int]) -> Iterator[Moment]:
    """The nearest of these moments that no other of them comes before, one for each step and each conduct."""
    after = {one for place in places for _, to in walked.moments[place].next for one in to if one != place}
    first = [place for place in sorted(places) if place not in after] or sorted(places)[:1]
    said: set[str] = set()
    for place in first:
        moment = walked.moments[place]
        who = moment.step or moment.begun.conduct[0]
        if who not in said:
            said.add(who)
            yield moment


def _circles(walked: Walk, places: set[int], where: str) -> Iterator[Problem]:
    """Rounds that only the decision to do nothing more leaves."""
    going = {place for place in places if _comes_back(walked, place, places)}
    for moment in _entries(walked, going):
        names = _round(walked, going, moment)
        again = f"{names[0]} again" if len(names) == 1 else f"{listed(names)}, round and round"
        way_there = way(walked.policy, moment.begun, moment.path)
        what = f"After {_after(moment)} there is only {again}; no path leads out but 'no further action'. {way_there}"
        do = "Name a step that leads on, such as a closing letter, under `then` of one of these steps."
        yield Problem(where=f"{where}, {_key(walked, moment)}", what=what, what_to_do=do)


def _comes_back(walked: Walk, place: int, places: set[int]) -> bool:
    return place in _beyond(walked, place, places)


def _beyond(walked: Walk, place: int, places: set[int]) -> set[int]:
    """All of these moments that may come after this one."""
    found: set[int] = set()
    todo = [place]
    while todo:
        for _, to in walked.moments[todo.pop()].next:
            for one in to:
                if one in places and one not in found:
                    found.add(one)
                    todo.append(one)
    return found


def _round(walked: Walk, going: set[int], moment: Moment) -> list[str]:
    place = walked.moments.index(moment)
    around = sorted(_beyond(walked, place, going) | {place})
    return [one for one in dict.fromkeys(walked.moments[place].step for place in around) if one]


def _only_the_end(walked: Walk, where: str) -> Iterator[Problem]:
    """Where nothing but closing the case without a letter may be chosen."""
    said: set[str] = set()
    for moment in walked.moments:
        if not _only_none(moment) or not moment.step or _is_meant(walked, moment):
            continue
        key = _key(walked, moment)
        if key in said:
            continue
        said.add(key)
        way_there = way(walked.policy, moment.begun, moment.path)
        what = f"After {_after(moment)}, only 'no further action' may follow: the adult hears nothing more. {way_there}"
        yield Problem(where=f"{where}, {key}", what=what, what_to_do=_write(walked, moment))


def _is_meant(walked: Walk, moment: Moment) -> bool:
    """Whether the policy says so itself, or a letter beside the ladder told the adult how it goes on."""
    if moment.at_rest:
        return True
    step = walked.policy.on(moment.ladder).steps.get(moment.step)
    named = step.may_follow(moment.outcome) if step and moment.outcome else ()
    last = moment.path[-1] if moment.path else ""
    told = last in walked.policy.steps and last != moment.step
    told = told or any(walked.policy.is_signpost(name) for name in moment.refused)
    return NO_FURTHER_ACTION in named or told or moment.outcome == Outcome.UNDELIVERED


def _after(moment: Moment) -> str:
    return f"{moment.step} and '{ended_words(moment.outcome)}'" if moment.outcome else moment.step


def _key(walked: Walk, moment: Moment) -> str:
    """The key of the policy that says what follows."""
    step = walked.policy.on(moment.ladder).steps.get(moment.step)
    if step is None:
        return first_key(walked.policy, moment.begun.conduct[0])
    if moment.outcome is None or not step.then:
        return f"steps.{step.id}"
    key = then_key(walked.policy, moment.ladder, step.id)
    named = moment.outcome if moment.outcome in step.then else Outcome.OTHER
    return f"{key}.{named}" if named in step.then else key


def _write(walked: Walk, moment: Moment) -> str:
    outcome = moment.outcome or Outcome.OTHER
    key = then_key(walked.policy, moment.ladder, moment.step)
    other = "" if outcome in RESULTS | {Outcome.OTHER} else ', or other = ["STEP"]'
    return f'Write what may follow, under [{key}]: {outcome} = ["STEP"]{other}.'
