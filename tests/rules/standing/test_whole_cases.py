"""Cases as they stand on a day: what comes next, what may be chosen, what is refused and why, what is reminded of."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from cast import TODAY, a_case, a_policy, a_school
from cast_site import a_site_policy
from made_cases import CASES
from whole_answers import agreed, in_words

from letterladder.rules.cases.case import Case
from letterladder.rules.cases.duties import duty_line, duty_rows, open_duties
from letterladder.rules.cases.who_may import deciders_now
from letterladder.rules.people.school import Reminding
from letterladder.rules.policies.policy import Mandatory, Policy
from letterladder.rules.standing.dates import dates_ahead, running_dates, standing_dates
from letterladder.rules.standing.next_step import next_step
from letterladder.rules.standing.options import choices, refusal_of
from letterladder.rules.standing.reminders import Owed, reminders_due
from letterladder.rules.standing.standing import standing
from letterladder.rules.standing.stops import stops
from letterladder.rules.words import Outcome

HERE = Path(__file__).parent
DAYS = (TODAY, date(2026, 11, 19), date(2026, 11, 20), date(2027, 1, 12), date(2027, 2, 15))
RULES = (
    Mandatory(id="police", step="P1", says="The platform is told.", source="part 6", before=("L3",)),
    Mandatory(id="ring", says="Ring 999.", source="part 7", conduct=("harassment",)),
    Mandatory(
        id="answered", step="X3", says="The adviser is asked.", source="8", when=(Outcome.REFUSED,), asks=True
    ),
)
PLAIN = a_policy()
POLICIES = {"": PLAIN, " with duties": a_policy(mandatory=RULES), " on site": a_site_policy()}


def as_it_stands(case: Case, policy: Policy, today: date) -> dict[str, object]:
    """All that the rules say of a case on a day."""
    school = a_school(policy=policy)
    stands = standing(case, school, today)
    owed = Owed(duties=open_duties(case, policy), doer="office")
    every = {name: refusal_of(case, policy, name, today) for name in (*policy.steps, "none")}
    found: dict[str, object] = {
        "next": stands.next,
        "stop": {str(one.cause): f"{one.what} {one.rule} -> {one.do}" for one in stands.stops},
        "may be chosen": stands.options,
        "named and not now": {name: one.rule for name, one in stands.not_now.items()},
        "offered": [f"{one.act} {one.on}".rstrip() for one in stands.offers],
        "refused": {
            name: f"{one.rule} ({one.source}); {one.satisfied_by}" for name, one in every.items() if one
        },
        "decided by": {name: deciders_now(case, name, school) for name in ("", "L3", "B4", "none")},
        "ahead": [*dates_ahead(case), *standing_dates(case)],
        "runs": list(running_dates(case)),
        "reminded": reminders_due(case, stands.next, school.calendar, Reminding(), today=today, owed=owed),
        "duties": [duty_line(row) for row in duty_rows(case, policy)],
    }
    assert (stands.next, stands.options) == (next_step(case, policy, today), choices(case, policy, today)[0])
    assert stands.stops[: len(list(stops(case)))] == tuple(stops(case))
    return {what: told for what, told in found.items() if told}


def test_what_the_rules_say_of_a_case_is_agreed() -> None:
    """On the first day whole; on later days what has become of it; under other policies what differs."""
    told: dict[str, object] = {}
    for name, events in CASES.items():
        case, before = a_case(*events), dict[str, object]()
        for day in DAYS:
            now = as_it_stands(case, PLAIN, day)
            told[f"{name}, {day}"] = _differing(now, before)
            before = now
        for which, policy in list(POLICIES.items())[1:]:
            here = as_it_stands(case, policy, TODAY)
            told[f"{name}, {TODAY},{which}"] = _differing(here, as_it_stands(case, PLAIN, TODAY))
    agreed(HERE / "cases_as_they_stand.txt", {what: rows for what, rows in told.items() if rows})


def _differing(now: dict[str, object], before: dict[str, object]) -> list[str]:
    """One row for each part that is another than before, and for each that is no longer there."""
    here, then = dict(_rows(now)), dict(_rows(before))
    gone = [f"no longer {what}" for what in then if what not in here]
    return [f"{what}: {one}" for what, one in here.items() if then.get(what) != one] + gone


def _rows(found: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for what, told in found.items():
        if isinstance(told, Mapping):
            yield from ((f"{what}, {name or 'next'}", in_words(one)) for name, one in told.items())
        else:
            yield what, in_words(told)
