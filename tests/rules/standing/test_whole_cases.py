"""Cases as they stand on a day: what comes next, what may be chosen, what is refused and why, what is reminded of."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from cast import (
    BEGUN,
    TODAY,
    a_case,
    a_policy,
    a_school,
    approved,
    asked,
    drafted,
    opened,
    posted,
    posting,
    reported,
    sent,
    triaged,
)
from cast_actions import action, answer, measure
from cast_site import GATE, a_site_policy
from whole_answers import agreed, in_words

from letterladder.rules.cases.case import Case
from letterladder.rules.cases.duties import duty_line, duty_rows, open_duties
from letterladder.rules.cases.events import (
    AlertRaised,
    AnyEvent,
    CaseClosed,
    CaseReopened,
    ClockRecomputed,
    DeadlineLapsed,
    DecisionAsked,
    DecisionMade,
    DeliveryFailed,
    DraftBlocked,
    DraftVoided,
    DutyWaived,
    FlagSeen,
    HoldPlaced,
    HoldReleased,
    LetterReturned,
    PostingNotMade,
    PostingQuestioned,
)
from letterladder.rules.cases.who_may import deciders_now
from letterladder.rules.people.school import Reminding
from letterladder.rules.policies.policy import Mandatory, Policy
from letterladder.rules.standing.dates import dates_ahead, running_dates, standing_dates
from letterladder.rules.standing.next_step import next_step
from letterladder.rules.standing.options import choices, refusal_of
from letterladder.rules.standing.reminders import Owed, reminders_due
from letterladder.rules.standing.standing import standing
from letterladder.rules.standing.stops import stops
from letterladder.rules.words import Flag, HoldFor, Outcome

HERE = Path(__file__).parent
LAPSED = DeadlineLapsed(letter="L1", version=1, answer_by=date(2026, 11, 19))
DANGER = AlertRaised(
    flags=[FlagSeen(flag=Flag.DANGER, words="watch out")], told=["dsl"], message_id="<a@x.example>"
)
HELD = HoldPlaced(hold_for=HoldFor.POLICE)
SENT = (*BEGUN, *sent())
BAR = sent("B2")
BAR_LAPSED = DeadlineLapsed(letter="B2", version=1, answer_by=date(2026, 11, 19))
DATES = {"starts_on": date(2026, 11, 12), "ends_on": date(2027, 2, 12), "review_by": date(2027, 1, 11)}
CASES: dict[str, tuple[AnyEvent, ...]] = {
    "opened": (opened(), reported()),
    "begun": BEGUN,
    "not cleared": (opened(), reported(), triaged(clear=False)),
    "of unknown conduct": (*BEGUN, triaged("unheard-of")),
    "of harassment": (*BEGUN, triaged("harassment")),
    "of two kinds": (*BEGUN, triaged("harassment", "false-or-defamatory")),
    "at the gate": (opened(), reported(**GATE), triaged()),
    "with the alternate": (*BEGUN, triaged(alternate=True)),
    "drafted": (*BEGUN, drafted()),
    "asked": (*BEGUN, drafted(), asked()),
    "asked of the alternate too": (*BEGUN, drafted(), asked(), asked(approver="alternate")),
    "approved": (*BEGUN, drafted(), asked(), approved()),
    "in the tray": (*BEGUN, drafted(), asked(), approved(), posting()),
    "leaving by email": (*BEGUN, drafted(), asked(), approved(), posting(message_id="<m@x.example>")),
    "in doubt": (
        *BEGUN,
        drafted(),
        asked(),
        approved(),
        posting(),
        PostingQuestioned(letter="L1", version=1, why="no end"),
    ),
    "not posted": (
        *BEGUN,
        drafted(),
        asked(),
        approved(),
        posting(),
        PostingNotMade(letter="L1", version=1, why="x"),
    ),
    "void": (*BEGUN, drafted(), DraftVoided(letter="L1", version=1, why="touched")),
    "blocked": (*BEGUN, DraftBlocked(letter="L1", missing=["platform", "facts"], what="Still needed")),
    "sent back": (*BEGUN, drafted(), asked(), LetterReturned(letter="L1", version=1, note="softer")),
    "posted": SENT,
    "given more time": (
        *SENT,
        ClockRecomputed(letter="L1", version=1, old=date(2026, 11, 19), new=date(2026, 11, 26), why="ill"),
    ),
    "lapsed": (*SENT, LAPSED),
    "refused": (*SENT, answer(Outcome.REFUSED)),
    "gone on": (*SENT, answer(Outcome.CONTINUES)),
    "removed": (*SENT, answer(Outcome.REMOVED)),
    "sorry": (*SENT, answer(Outcome.APOLOGY)),
    "answered otherwise": (*SENT, answer(Outcome.OTHER)),
    "sorry before any letter": (*BEGUN, answer(Outcome.APOLOGY, "")),
    "returned by the post": (*SENT, DeliveryFailed(letter="L1", version=1, why="gone away")),
    "proposed": (*SENT, LAPSED, drafted("L2", trigger=9, date_on_letter=date(2026, 11, 23))),
    "asked what next": (
        *SENT,
        LAPSED,
        DecisionAsked(options=["L2", "L3", "none"], trigger=9, message_id="<x@x.example>", approver="head"),
    ),
    "decided on a warning": (*SENT, LAPSED, DecisionMade(step="L3", reason="it went on")),
    "decided on an action": (*SENT, LAPSED, DecisionMade(step="P1", reason="ask the platform")),
    "decided on nothing more": (*SENT, LAPSED, DecisionMade(step="none", reason="settled")),
    "done": (*SENT, LAPSED, DecisionMade(step="P1", reason="ask"), action("P1")),
    "followed up": (
        *SENT,
        LAPSED,
        DecisionMade(step="P1", reason="ask"),
        action("P1", follow_up=date(2026, 11, 26)),
    ),
    "warned": (*SENT, LAPSED, *sent("L3")),
    "invited": (*BEGUN, *sent("L2")),
    "meeting agreed": (*BEGUN, *sent("L2"), answer(Outcome.AGREED, "L2")),
    "met": (*BEGUN, *sent("L2"), answer(Outcome.AGREED, "L2"), answer(Outcome.ATTENDED, "L2")),
    "did not come": (*BEGUN, *sent("L2"), answer(Outcome.AGREED, "L2"), answer(Outcome.ABSENT, "L2")),
    "noticed of a bar": (*BEGUN, *sent("B1")),
    "heard on the notice": (*BEGUN, *sent("B1"), answer(Outcome.REPRESENTATIONS, "B1")),
    "barred for now": (*BEGUN, *BAR),
    "barred for now, lapsed": (*BEGUN, *BAR, BAR_LAPSED),
    "barred for now, heard": (*BEGUN, *BAR, answer(Outcome.REPRESENTATIONS, "B2")),
    "barred": (*BEGUN, *BAR, BAR_LAPSED, *measure("B3", **DATES)),
    "barred, then sorry": (*BEGUN, *BAR, BAR_LAPSED, *measure("B3", **DATES), answer(Outcome.APOLOGY, "B3")),
    "let in again": (*BEGUN, *BAR, BAR_LAPSED, *measure("B3", **DATES), *sent("B4", answer_by=None)),
    "closing": (*SENT, LAPSED, *sent("Z1", answer_by=None)),
    "closed": (*SENT, LAPSED, *sent("Z1", answer_by=None), CaseClosed(reason="settled")),
    "open again": (*SENT, LAPSED, CaseClosed(reason="settled"), CaseReopened(reason="it is up again")),
    "in danger": (*BEGUN, DANGER),
    "in danger, in the tray": (*BEGUN, drafted(), asked(), approved(), posting(), DANGER),
    "held": (*SENT, HELD),
    "held and in danger": (*SENT, HELD, DANGER),
    "released": (*SENT, HELD, HoldReleased()),
    "duty waived": (*SENT, DutyWaived(rule="police", reason="no offence")),
    "late in the post": (*BEGUN, *sent()[:-1], posted(on=date(2026, 11, 17), answer_by=date(2026, 11, 26))),
}
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
