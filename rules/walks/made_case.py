"""A made case that is played by the rules themselves: decisions, letters, answers and days, as events of a log."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from ..cases.case import Case
from ..cases.consulting import still_to_consult
from ..cases.duties import open_duties
from ..cases.events import (
    ActionDone,
    AnswerRecorded,
    AnyEvent,
    CaseClosed,
    CaseOpened,
    Consulted,
    DeadlineLapsed,
    DecisionMade,
    DeliveryFailed,
    DutyWaived,
    EarlierCasesFound,
    Entry,
    Fact,
    LetterDrafted,
    LetterPosted,
    ReportReceived,
    Triaged,
)
from ..cases.fold import after
from ..cases.follow_up import follow_up_day
from ..cases.gates import not_done_yet, not_provided
from ..cases.hearing import is_answered, posted_letters
from ..cases.on_ladder import rungs_for
from ..letters.letter_dates import dates_of
from ..people.school import School
from ..policies.policy import Mandatory, Policy, Step, StepKind
from ..standing.next_step import next_step
from ..standing.options import goes_aside
from ..standing.steps import About, Ask, AskDecision, Close, Draft, Lapse
from ..standing.stops import decision_wanted
from ..words import RESULTS, Channel, Method, Outcome
from .made_school import ADULT, FIRST_DAY, PUPIL

_NOON = time(12, tzinfo=UTC)
_ONE_DAY = timedelta(days=1)
_MOST_TURNS = 30
"""A made case rests after a few turns, one of them for each consultation; more means that two rules push it about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The dates of a letter, in days from the day it was written: its own, its answer-by, and what else it prints."""

    dated: int
    method: Method
    answer: int | None
    also: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """A case as it stands on a day of the game."""

    case: Case
    today: date


@dataclass(frozen=True, slots=True)
class Game:
    """The rules of the game: one school with its policy. What a letter's dates are is worked out once a weekday."""

    school: School
    _dates: dict[tuple[str, int], Printed] = field(default_factory=dict)

    @property
    def policy(self) -> Policy:
        """What is played."""
        return self.school.policy

    def begin(self, conduct: tuple[str, ...], *, earlier: bool, ladder: str = "") -> Play:
        """A case of this conduct, reported on two days and cleared to go on; perhaps with an earlier one.

        It is on the ladder of its conduct; `ladder` is what a person chose, where it is on several.
        """
        today = FIRST_DAY
        case = self._noted(Case(ref="made"), today, _opened(self.policy), *self._reports(conduct))
        if earlier:
            found = EarlierCasesFound(refs=["earlier"], told=["an earlier case"], steps=[])
            case = self._noted(case, today, found)
        rungs = rungs_for(case, self.policy, conduct, chosen=ladder)
        cleared = Triaged(
            pupils=[PUPIL.pupil_id],
            conduct=list(conduct),
            clear=True,
            ladder=rungs.ladder,
            ladders=list(rungs.ladders),
        )
        return Play(case=self._noted(case, today, cleared), today=today)

    def _reports(self, conduct: tuple[str, ...]) -> Iterator[ReportReceived]:
        """Two reports of different days, so that no wording waits for a second occasion."""
        known = [self.policy.conduct[name] for name in conduct]
        online = Fact(
            platform="a forum", link="https://forum.example/1", posted_on="2026-09-01", words="words"
        )
        on_site = Fact(place="the gate", happened_on="2026-09-02", words="words", affected="a teacher")
        facts = [on_site if one.on_site else online for one in known]
        for number, fact in enumerate([*facts, *facts], 1):
            day = {"happened_on": f"2026-09-0{number}"} if fact.place else {"posted_on": f"2026-09-0{number}"}
            told = Fact(**{**{name: getattr(fact, name) for name in fact.__struct_fields__}, **day})
            at = datetime.combine(FIRST_DAY, _NOON)
            yield ReportReceived(mail=f"mail-{number}", file="", received=at, fact=told)

    def decided(self, play: Play, step: str, result: Outcome | None = None) -> Play:
        """Somebody chose this step, and it was taken; `result` is how an appeal ended, where it hears one.

        Raises:
            Refused: its letter can have no such dates.
        """
        aside = goes_aside(play.case, self.policy, step)
        case = self._noted(play.case, play.today, DecisionMade(step=step, reason="made", aside=aside))
        return self.rest(Play(case=case, today=play.today), result)

    def results(self, case: Case, step: str) -> tuple[Outcome | None, ...]:
        """How this step may end, where it hears an appeal; else nothing is to be said of that."""
        known = self.policy.on(case.ladder).steps.get(step)
        hears = known is not None and known.hears_appeals
        named = tuple(Outcome(one) for one in known.then if one in RESULTS) if known and hears else ()
        return named or (None,)

    def answered(self, play: Play, outcome: str, letter: str = "") -> Play:
        """The adult did this, or the letter came back."""
        today = play.today + _ONE_DAY
        own = self.policy.outcomes.get(outcome)
        if outcome == Outcome.UNDELIVERED:
            posted = play.case.last_posted
            event: AnyEvent = DeliveryFailed(
                letter=posted.letter if posted else "", version=posted.version if posted else 0, why="made"
            )
        else:
            event = AnswerRecorded(
                outcome=own.counts_as if own else Outcome(outcome),
                own=outcome if own else "",
                channel=Channel.LETTER,
                on=today,
                summary="made",
                letter=letter,
            )
        return self.rest(Play(case=self._noted(play.case, today, event), today=today))

    def done_beside(self, play: Play, step: Step, result: Outcome | None = None) -> Play | None:
        """An action was carried out beside the ladder, once whoever is consulted was; None where its gates bar it."""
        if step.kind is not StepKind.ACTION:
            return None
        for role in still_to_consult(play.case, step):
            play = self._consulted(play, step.id, role)
        if not_provided(self.policy, step.id) or not_done_yet(play.case, self.policy, step, play.today):
            return None
        return self.rest(self._acted(play, step, result, aside=True))

    def waived(self, play: Play, rule: str) -> Play:
        """Somebody answered with a name that this is not done."""
        waived = DutyWaived(rule=rule, reason="made")
        return self.rest(Play(case=self._noted(play.case, play.today, waived), today=play.today))

    def _consulted(self, play: Play, step: str, role: str) -> Play:
        said = Consulted(step=step, role=role, person="made", on=play.today, result="made")
        return Play(case=self._noted(play.case, play.today, said), today=play.today)

    def on(self, play: Play, day: date) -> Play:
        """The same case on a later day."""
        return self.rest(Play(case=play.case, today=day))

    def duties(self, case: Case) -> tuple[tuple[Mandatory, Step], ...]:
        """What is required and not done yet, each with its step."""
        steps = self.policy.steps
        return tuple(
            (rule, steps[rule.step]) for rule in open_duties(case, self.policy) if rule.step in steps
        )

    def heard_from(self, play: Play) -> date:
        """The first day on which nobody waits for an answer to any letter of the case."""
        running = [
            one.answer_by
            for one in posted_letters(play.case)
            if one.answer_by and not is_answered(play.case, one, self.policy.letters)
        ]
        return max((play.today, *(day + _ONE_DAY for day in running)))

    def rest(self, play: Play, result: Outcome | None = None) -> Play:
        """The case once the round has done all that waits for nobody."""
        for _ in range(_MOST_TURNS):
            following = self._turn(play, result)
            if following is None:
                return play
            play = following
        raise AssertionError(f"{play.case.step} took {_MOST_TURNS} turns without resting")

    def _turn(self, play: Play, result: Outcome | None) -> Play | None:
        """One act of the round; None where the case waits for somebody or for a day."""
        case, today = play.case, play.today
        if decision_wanted(case) and not case.due:
            return None
        step = next_step(case, self.policy, today)
        asked = step.ask if isinstance(step, AskDecision) else step
        match asked:
            case Draft() if case.due:
                return self._sent(play, self.policy.steps[asked.letter])
            case Ask(about=About.ACTION, options=(name,)) if case.due:
                return self._acted(play, self.policy.steps[name], result, aside=False)
            case Ask(about=About.CONSULT, who=role, options=(name,)) if case.due:
                return self._consulted(play, name, role)
            case Lapse():
                lapsed = DeadlineLapsed(
                    letter=asked.letter.letter,
                    version=asked.letter.version,
                    answer_by=asked.answer_by,
                    normal=asked.letter.stands,
                )
                return Play(case=self._noted(case, today, lapsed), today=today)
            case Close():
                return Play(case=self._noted(case, today, CaseClosed(reason=asked.reason)), today=today)
            case _:
                return None

    def _sent(self, play: Play, step: Step) -> Play:
        """The letter was written, approved and posted."""
        printed = self._printed(step, play.today)
        on = play.today + timedelta(days=printed.dated)
        answer_by = None if printed.answer is None else play.today + timedelta(days=printed.answer)
        version = 1 + sum(one.letter == step.id for one in play.case.letters)
        drafted = LetterDrafted(
            letter=step.id,
            version=version,
            file="",
            sha256="",
            date_on_letter=on,
            reason="made",
            answer_by=answer_by,
            also={name: play.today + timedelta(days=days) for name, days in printed.also.items()},
        )
        posted = LetterPosted(
            letter=step.id,
            version=version,
            sha256="",
            method=printed.method,
            on=on,
            received_on=on,
            answer_by=answer_by,
            rule="",
            aside=goes_aside(play.case, self.policy, step.id),
            ends=list(step.record.ends) if step.record else [],
            stands=self.policy.on(play.case.ladder).steps[step.id].silence_is_fine,
        )
        return Play(case=self._noted(play.case, on, drafted, posted), today=on)

    def _printed(self, step: Step, today: date) -> Printed:
        place = (step.id, today.weekday())
        if place not in self._dates:
            found = dates_of(step, self.school, today, {})
            self._dates[place] = Printed(
                dated=(found.dated - today).days,
                method=found.method,
                answer=(found.answer_by.end - today).days if found.answer_by else None,
                also={name: (day - today).days for name, day in found.also.items()},
            )
        return self._dates[place]

    def _acted(self, play: Play, step: Step, result: Outcome | None, *, aside: bool) -> Play:
        again = follow_up_day(play.case, step, play.today, self.school.calendar)
        done = ActionDone(
            step=step.id,
            done_by="made",
            on=play.today,
            ends=list(step.ends),
            aside=aside,
            follow_up=again,
            result=result or self.results(play.case, step.id)[0],
        )
        return Play(case=self._noted(play.case, play.today, done), today=play.today)

    def _noted(self, case: Case, today: date, *events: AnyEvent) -> Case:
        at = datetime.combine(today, _NOON)
        for event in events:
            case = after(case, Entry(seq=case.last_seq + 1, at=at, by="made", event=event))
        return case


def _opened(policy: Policy) -> CaseOpened:
    return CaseOpened(
        adult=ADULT.person_id,
        adult_name=ADULT.full_name,
        school="sample",
        policy=policy.id,
        policy_version=policy.version,
        reason="made",
    )
