"""Every path of a policy, walked with made cases: where it begins, what may be chosen, what the adult may do.

Nothing here knows the ladder. What may follow is asked of `standing`, and what it makes of a case of its events. Two
moments are the same where the ladder is at the same place in the same way, and the same steps may be taken, are
refused, are required and are in force. So many moments are looked at, and no more; where that is not all, it is said.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from ...ground.errors import Refused
from ..cases.case import Case
from ..cases.hearing import COMMENTS, NO_ANSWER, open_notices
from ..letters.compose import Missing, Order, compose
from ..letters.letter_fields import is_reckoned
from ..people.school import School
from ..policies.policy import NO_FURTHER_ACTION, Policy, Step
from ..policies.refusal import Refusal
from ..standing.dates import awaited_letter, dates_ahead, standing_dates
from ..standing.next_step import next_step
from ..standing.options import choices, goes_aside
from ..standing.steps import About, Wait, asked_of
from ..words import RESULTS, Outcome
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
REQUIRED, IN_FORCE, DONE, HEARD, OPEN = "required", "in force", "done", "heard", "open"


def walk(policy: Policy) -> Walk:
    """Walk every path of this policy."""
    return _Walker(policy).walked()


class _Walker:
    """One walk: the moments that were seen by what tells them apart, and those to be looked at."""

    def __init__(self, policy: Policy) -> None:
        self._school: School = made_school(policy)
        self._game = Game(self._school)
        self._policy = self._school.policy
        self._walk = Walk(policy=policy)
        self._known: dict[Key, Places] = {}
        self._of_kind: dict[Key, list[tuple[int, Seen]]] = {}
        self._told: dict[Key, set[object]] = {}
        self._counting = _answers_that_count(policy)
        self._before = {policy.signpost, *(name for step in policy.steps.values() for name in step.after)}
        self._after: dict[Key, Places] = {}
        self._todo: deque[tuple[int, Play, Seen]] = deque()

    def walked(self) -> Walk:
        """Begin with every kind of conduct, and go on from each moment until none is new."""
        for begun in _beginnings(self._policy):
            play = self._game.begin(begun.conduct, earlier=begun.earlier, ladder=begun.ladder)
            self._come_to(play, begun, (), "")
            if len(begun.conduct) == 1 and not begun.earlier:
                self._walk.begun_with[begun.conduct[0]] = self._never_first(play)
        while self._todo:
            place, play, seen = self._todo.popleft()
            self._look(self._walk.moments[place], play, seen)
        return self._walk

    def _never_first(self, play: Play) -> dict[str, str]:
        """The first steps that this case may not begin with, once all that is required before was done; and why."""
        duties = self._game.duties(play.case)
        for _, step in (*duties, *duties):  # one of them may come after another
            if not play.case.was_done(step.id):
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
            ladder=play.case.ladder,
            step=trigger.after if trigger else play.case.step,
            outcome=trigger.word if trigger else None,
            options=options,
            refused={name: refusal.rule for name, refusal in refused.items()},
            awaiting=_awaits(play.case),
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
        """Where the ladder stands and what is offered; and what may be taken or not, is required, is in force.

        Of steps that nothing names here only that is asked which a later gate will: what was done that one comes after,
        what was heard that one requires, whether the adult was asked anything, which notices are open.
        """
        case = play.case
        may = (*((name, True) for name in options), *((name, False) for name in refused))
        done = ((DONE, name) for name in self._before if case.was_done(name))
        heard = ((HEARD, one) for one in self._counting if case.heard(one))
        asked = [(HEARD, "asked")] if any(one.answer_by for one in case.letters) else []
        notices = ((OPEN, one.letter) for one in open_notices(case, self._policy.letters))
        required = ((REQUIRED, step.id) for _, step in self._game.duties(case))
        measures = ((IN_FORCE, one.letter) for one in case.measures)
        trigger = case.trigger
        ended = (trigger.after, trigger.word) if trigger else None
        came = trigger is None and any(day <= play.today for day in _days_to_come(case))
        stands = (_awaits(case), _is_quiet(case), bool(case.appeal), came)
        kind = (case.ladder, case.step, ended, stands, options if len(options) < FEW else ())
        return kind, frozenset((*may, *done, *heard, *asked, *notices, *required, *measures))

    def _look(self, moment: Moment, play: Play, seen: Seen) -> None:
        """All that may come of this moment."""
        heard = Play(case=play.case, today=self._game.heard_from(play))
        following = next_step(play.case, self._policy, play.today)
        asked = asked_of(following)
        decided = play.case.trigger is not None and play.case.trigger.outcome in RESULTS
        moment.at_rest = isinstance(following, Wait) and (decided or _is_quiet(play.case))
        moment.goes_on = bool(play.case.trigger) and asked is not None and asked.about is About.ACTION
        if not moment.awaiting:
            self._choose(moment, heard, seen)
        if moment.awaiting or moment.goes_on or _is_quiet(play.case):
            self._answers(moment, play, moment.step)
        for letter in _beside(play.case, self._policy):
            self._answers(moment, play, letter)
        self._duties(moment, heard)
        self._days(moment, play)

    def _choose(self, moment: Moment, play: Play, seen: Seen) -> None:
        so_far = frozenset(one for one in seen if isinstance(one, tuple) and not isinstance(one[1], bool))
        for name in moment.options:
            self._walk.taken_from.setdefault(name, set()).add(moment.step)
            for result in self._game.results(play.case, name):
                # What a step on the ladder leads to does not hang on where the ladder stood before it.
                beside = goes_aside(play.case, self._policy, name)
                key = () if beside else (name, result, play.case.ladder, bool(play.case.appeal), so_far)
                if key not in self._after or not key:
                    place = self._chosen(moment, play, name, result)
                    if place is None:
                        continue
                    self._after[key] = place
                moment.next.append((name, self._after[key]))

    def _chosen(self, moment: Moment, play: Play, name: str, result: Outcome | None) -> Places | None:
        """The moment after this step was chosen and taken; None where its letter can have no such dates."""
        self._check_fields(moment, play, name)
        try:
            after = self._game.decided(play, name, result)
        except Refused as refused:
            self._walk.undatable.setdefault(name, (refused, moment))
            return None
        path = (*moment.path, name, *((str(result),) if result else ()))
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
        ladder = play.case.ladder
        step = self._policy.on(ladder).steps.get(letter)
        named = [one for one in (step.then if step else ()) if one not in RESULTS | {Outcome.LAPSED}]
        beside = letter if letter != play.case.step else ""
        for outcome in self._unlike(ladder, step, dict.fromkeys((*named, Outcome.OTHER))):
            after = self._game.answered(play, outcome, beside)
            self._went(moment, after, str(outcome))

    def _unlike(self, ladder: str, step: Step | None, outcomes: Iterable[str]) -> Iterator[str]:
        """One of those answers that lead to the same and count for the same; the others are noted as alike."""
        seen: dict[Key, str] = {}
        for one in outcomes:
            own = self._policy.outcomes.get(one)
            ours = str(own.counts_as) if own else one
            counts = frozenset((one, ours)) & self._counting
            follow = (step.may_follow(ours, one), step.then.get(one)) if step else ((), None)
            alone = ours if ours == Outcome.APPEALS else ""
            first = seen.setdefault((follow, counts, ours in COMMENTS, ours in NO_ANSWER, alone), one)
            if step:
                self._walk.alike[ladder, step.id, one] = first
            if first is one:
                yield one

    def _duties(self, moment: Moment, play: Play) -> None:
        """What is required is done beside the ladder; a question that cannot be met is answered with no."""
        for rule, step in self._game.duties(play.case):
            if not self._done_beside(moment, play, step) and rule.asks:
                self._went(moment, self._game.waived(play, rule.id), f"{step.id} decided against")
        if play.case.appeal:
            for step in self._policy.on(play.case.ladder).steps.values():
                if step.hears_appeals and step.id not in moment.options:
                    self._done_beside(moment, play, step)

    def _done_beside(self, moment: Moment, play: Play, step: Step) -> bool:
        """Whether this action can be done now, with each result that it may have."""
        for result in self._game.results(play.case, step.id):
            after = self._game.done_beside(play, step, result)
            if after is None:
                return False
            path = (*moment.path, step.id, *((str(result),) if result else ()))
            self._walk.taken.setdefault(step.id, (moment.begun, path))
            moment.next.append((step.id, self._come_to(after, moment.begun, path, step.id)))
        return True

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
    yield from _between_ladders(policy)


def _between_ladders(policy: Policy) -> Iterator[Begun]:
    """Conduct of every two ladders at once, on the one and on the other: a person chooses."""
    of = {name: one for one in reversed(tuple(policy.conduct)) for name in policy.ladders_of((one,))}
    for one, other in combinations((name for name in policy.ladders if name in of), 2):
        for ladder in (one, other):
            yield Begun(conduct=(of[one], of[other]), ladder=ladder)


def _answers_that_count(policy: Policy) -> frozenset[str]:
    """Answers that a step or a rule of the policy asks for by name, and such as count wherever they are given."""
    named = {one for step in policy.steps.values() for one in step.requires}
    named |= {one for rule in policy.mandatory for one in rule.when}
    return frozenset({str(Outcome.ABSENT), str(Outcome.UNDELIVERED), *named})


def _awaits(case: Case) -> bool:
    """Whether an answer is awaited, and its time is not over."""
    letter = awaited_letter(case)
    return letter is not None and not letter.is_quiet


def _is_quiet(case: Case) -> bool:
    """Whether the time to answer the last letter is over without an answer, and nothing follows from that."""
    letter = awaited_letter(case)
    return letter is not None and letter.is_quiet


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
    steps = policy.on(case.ladder).steps
    return [name for name in sent if set(steps[name].then) - {Outcome.LAPSED}]
