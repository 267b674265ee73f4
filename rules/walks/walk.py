"""Every path of a policy, walked with made cases: where it begins, what may be chosen, what the adult may do.

Nothing here knows the ladder. What may follow is asked of `standing`, and what it makes of a case of its events. Two
moments are the same where the ladder is at the same place in the same way, and the same steps may be taken, are
refused, are required and are in force. So many moments are looked at, and no more; where that is not all, it is said.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date

from ...ground.errors import Refused
from ..cases.case import Case
from ..cases.hearing import COMMENTS
from ..letters.compose import Missing, Order, compose
from ..letters.letter_fields import is_reckoned
from ..people.school import School
from ..policies.policy import NO_FURTHER_ACTION, Mandatory, Policy, Step
from ..policies.refusal import Refusal
from ..standing.dates import awaited_letter, dates_ahead, standing_dates
from ..standing.next_step import next_step
from ..standing.options import choices, goes_aside, refusal_of
from ..standing.steps import About, asked_of
from ..words import Outcome
from .made_case import Game, Play
from .made_school import ADULT, PUPIL, made_school
from .moments import BEYOND, END, ENDED_BY_DECISION, Begun, Moment, Places, Walk

MOST_MOMENTS = 3_000
"""How many moments are looked at; the longest of the policies that ship needs about a third of it."""

Key = tuple[object, ...]
Seen = frozenset[object]
"""What tells two moments apart at the same place: which steps may be taken, what is required, what is in force."""


FEW = 3
"""Fewer options than these, "none" among them, make a moment one of a kind of its own."""
REQUIRED, IN_FORCE = "required", "in force"


def walk(policy: Policy) -> Walk:
    """Walk every path of this policy."""
    return _Walker(policy).walked()


class _Walker:
    """One walk: the moments that were seen by what tells them apart, and those to be looked at."""

    def __init__(self, policy: Policy) -> None:
        self._school: School = made_school(policy)
        self._game = Game(self._school)
        self._policy = policy
        self._walk = Walk(policy=policy)
        self._known: dict[Key, Places] = {}
        self._of_kind: dict[Key, list[tuple[int, Seen]]] = {}
        self._told: dict[Key, set[object]] = {}
        self._counting = {Outcome.ABSENT, Outcome.UNDELIVERED, *_answers_that_count(policy)}
        self._after: dict[Key, Places] = {}
        self._todo: deque[tuple[int, Play, Seen]] = deque()

    def walked(self) -> Walk:
        """Begin with every kind of conduct, and go on from each moment until none is new."""
        for begun in _beginnings(self._policy):
            play = self._game.begin(begun.conduct, earlier=begun.earlier)
            self._come_to(play, begun, (), "")
            if len(begun.conduct) == 1 and not begun.earlier:
                self._walk.begun_with[begun.conduct[0]] = self._never_first(play)
        while self._todo:
            place, play, seen = self._todo.popleft()
            self._look(self._walk.moments[place], play, seen)
        return self._walk

    def _never_first(self, play: Play) -> dict[str, str]:
        """The first steps that this case may not begin with, once all that is required before was done; and why."""
        for step in self._game.duties(play.case):
            play = self._game.done_beside(play, step) or play
        refused = choices(play.case, self._policy, play.today)[1]
        return {name: refusal.rule for name, refusal in refused.items()}

    def _come_to(self, play: Play, begun: Begun, path: tuple[str, ...], by: str) -> Places:
        """Where this leads; a moment that tells something new is looked at later."""
        if play.case.closed:
            return ENDED_BY_DECISION if by == NO_FURTHER_ACTION else END
        options, refused = choices(play.case, self._policy, self._game.heard_from(play))
        kind, seen = self._seen(play, options, refused)
        key = (*kind, seen)
        if key in self._known:
            return self._known[key]
        told = self._told.setdefault(kind, set())
        new = seen | {_bound(seen, REQUIRED)}
        if new <= told:
            return self._like(kind, seen)
        if len(self._walk.moments) >= MOST_MOMENTS:
            self._walk.whole = False
            return BEYOND
        told |= new
        trigger = play.case.trigger
        moment = Moment(
            begun=begun,
            path=path,
            step=trigger.after if trigger else play.case.step,
            outcome=trigger.word if trigger else None,
            options=options,
            refused={name: refusal.rule for name, refusal in refused.items()},
            awaiting=awaited_letter(play.case) is not None,
        )
        place = len(self._walk.moments)
        self._known[key] = (place,)
        self._of_kind.setdefault(kind, []).append((place, seen))
        self._walk.moments.append(moment)
        self._todo.append((place, play, seen))
        return (place,)

    def _like(self, kind: Key, seen: Seen) -> Places:
        """The moments of this kind in which the same is required and in force, or as little else as there is."""
        required, measures = _bound(seen, REQUIRED), _bound(seen, IN_FORCE)
        forces = {
            place: _bound(one, IN_FORCE)
            for place, one in self._of_kind[kind]
            if _bound(one, REQUIRED) == required
        }
        unlike = {place: (len(measures - one), len(one - measures)) for place, one in forces.items()}
        least = min(unlike.values(), default=(0, 0))
        return tuple(place for place, many in unlike.items() if many == least) or BEYOND

    def _seen(self, play: Play, options: tuple[str, ...], refused: Mapping[str, Refusal]) -> tuple[Key, Seen]:
        """Where the ladder stands and what is offered; and all that may be taken or not, is required, is in force."""
        case = play.case
        day = self._game.heard_from(play)
        named: dict[str, Refusal | None] = {**dict.fromkeys(options), **refused}
        for name in self._policy.steps:
            if name not in named:
                named[name] = refusal_of(case, self._policy, name, day)
        may = ((name, refusal is None) for name, refusal in named.items())
        required = ((REQUIRED, step.id) for step in self._game.duties(case))
        measures = ((IN_FORCE, one.letter) for one in case.measures)
        trigger = case.trigger
        ended = (trigger.after, trigger.word) if trigger else None
        came = trigger is None and any(day <= play.today for day in _days_to_come(case))
        waits = awaited_letter(case) is not None
        kind = (case.step, ended, waits, came, options if len(options) < FEW else ())
        return kind, frozenset((*may, *required, *measures))

    def _look(self, moment: Moment, play: Play, seen: Seen) -> None:
        """All that may come of this moment."""
        heard = Play(case=play.case, today=self._game.heard_from(play))
        asked = asked_of(next_step(play.case, self._policy, play.today))
        moment.goes_on = bool(play.case.trigger) and asked is not None and asked.about is About.ACTION
        if not moment.awaiting:
            self._choose(moment, heard, seen)
        if moment.awaiting or moment.goes_on:
            self._answers(moment, play, moment.step)
        for letter in _beside(play.case, self._policy):
            self._answers(moment, play, letter)
        self._duties(moment, heard)
        self._days(moment, play)

    def _choose(self, moment: Moment, play: Play, seen: Seen) -> None:
        for name in moment.options:
            self._walk.taken_from.setdefault(name, set()).add(moment.step)
            # What a step on the ladder leads to does not hang on where the ladder stood before it.
            key = (name, seen) if not goes_aside(play.case, self._policy, name) else ()
            if key not in self._after or not key:
                place = self._chosen(moment, play, name)
                if place is None:
                    continue
                self._after[key] = place
            moment.next.append((name, self._after[key]))

    def _chosen(self, moment: Moment, play: Play, name: str) -> Places | None:
        """The moment after this step was chosen and taken; None where its letter can have no such dates."""
        self._check_fields(moment, play, name)
        try:
            after = self._game.decided(play, name)
        except Refused as refused:
            self._walk.undatable.setdefault(name, (refused, moment))
            return None
        path = (*moment.path, name)
        if name != NO_FURTHER_ACTION:
            self._walk.taken.setdefault(name, (moment.begun, path))
        return self._come_to(after, moment.begun, path, name)

    def _check_fields(self, moment: Moment, play: Play, name: str) -> None:
        """Whether somebody can fill each field of this letter, the first time that it is chosen."""
        step = self._policy.steps.get(name)
        if step is None or step.record is None or name in self._walk.taken:
            return
        order = Order(
            case=play.case,
            step=step,
            school=self._school,
            adult=ADULT,
            pupils=(PUPIL,),
            used=self._policy.letters.must_print(name),
            today=play.today,
        )
        try:
            found = compose(order)
        except Refused:
            return  # said of its dates
        if isinstance(found, Missing):
            letters = self._policy.letters
            nobody = tuple(one for one in found.fields if is_reckoned(letters, step, one))
            if nobody:
                self._walk.unfilled.setdefault(name, (nobody, moment))

    def _answers(self, moment: Moment, play: Play, letter: str) -> None:
        """What the adult may do: what the policy names for this step, and anything else."""
        step = self._policy.steps.get(letter)
        named = [one for one in (step.then if step else ()) if one != Outcome.LAPSED]
        beside = letter if letter != play.case.step else ""
        for outcome in self._unlike(step, dict.fromkeys((*named, Outcome.OTHER))):
            after = self._game.answered(play, outcome, beside)
            self._went(moment, after, str(outcome))

    def _unlike(self, step: Step | None, outcomes: Iterable[str]) -> Iterator[str]:
        """One of those answers that lead to the same and count for the same; the others are noted as alike."""
        seen: dict[Key, str] = {}
        for one in outcomes:
            counts = one if one in self._counting else None
            follow = (step.may_follow(one), step.then.get(one)) if step else ((), None)
            first = seen.setdefault((follow, counts, one in COMMENTS), one)
            if step:
                self._walk.alike[step.id, one] = first
            if first is one:
                yield one

    def _duties(self, moment: Moment, play: Play) -> None:
        for step in self._game.duties(play.case):
            after = self._game.done_beside(play, step)
            if after is not None:
                path = (*moment.path, step.id)
                self._walk.taken.setdefault(step.id, (moment.begun, path))
                moment.next.append((step.id, self._come_to(after, moment.begun, path, step.id)))

    def _days(self, moment: Moment, play: Play) -> None:
        """The days that come by themselves: no answer, a review, a look at an action."""
        if moment.awaiting:
            after = self._game.on(play, self._game.heard_from(play))
            self._went(moment, after, str(Outcome.LAPSED))
        elif play.case.trigger is None:
            day = next((day for day in _days_to_come(play.case) if day > play.today), None)
            if day is not None:
                self._went(moment, self._game.on(play, day), "review")

    def _went(self, moment: Moment, after: Play, how: str) -> None:
        path = (*moment.path, how)
        moment.next.append((how, self._come_to(after, moment.begun, path, how)))


def _beginnings(policy: Policy) -> Iterator[Begun]:
    """Each kind of conduct alone, each again for an adult with an earlier case, and a grievance beside another."""
    for name in policy.conduct:
        yield Begun(conduct=(name,))
    if policy.repeat_first:
        yield from (Begun(conduct=(name,), earlier=True) for name in policy.conduct)
    grievances = [name for name, one in policy.conduct.items() if one.criticism]
    others = [name for name, one in policy.conduct.items() if not one.criticism]
    if grievances and others:
        yield Begun(conduct=(others[0], grievances[0]))


def _answers_that_count(policy: Policy) -> Iterator[Outcome]:
    """Answers that a step or a rule of the policy asks for by name, under whatever key."""
    said: list[Step | Mandatory] = [*policy.steps.values(), *policy.mandatory]
    for one in said:
        values = (getattr(one, key.name) for key in fields(one))
        for value in values:
            if isinstance(value, tuple):
                yield from (part for part in value if isinstance(part, Outcome))


def _bound(seen: Seen, what: str) -> Seen:
    """What is required, or in force, of all that was seen."""
    return frozenset(one for one in seen if isinstance(one, tuple) and one[0] == what)


def _days_to_come(case: Case) -> list[date]:
    """The days of reviews, ends and looks at actions, in order."""
    printed = [(name, day) for _, name, day in standing_dates(case)]
    return sorted({day for name, day in (*dates_ahead(case), *printed) if name != "starts_on"})


def _beside(case: Case, policy: Policy) -> Iterable[str]:
    """Letters that went out beside the ladder, and to which the policy names answers."""
    sent = dict.fromkeys(one.letter for one in case.letters if one.aside)
    return [name for name in sent if set(policy.steps[name].then) - {Outcome.LAPSED}]
