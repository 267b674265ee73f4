"""What is told of a case to each reader, and who may do what in it: each part of the answer stays as it is."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from cast import REF, TODAY, a_school, an_adult, entries, opened, reported, triaged
from cast_site import a_site_policy
from made_cases import CASES, WORDS, every_kind
from msgspec.structs import replace
from whole_answers import Marks

from letterladder.rules.cases import approvers, who_may
from letterladder.rules.cases.approval_wait import asked_since
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.case_summary import summary_of
from letterladder.rules.cases.consulting import not_consulted
from letterladder.rules.cases.corrections import corrections_of
from letterladder.rules.cases.events import AnyEvent, Entry
from letterladder.rules.cases.fold import fold
from letterladder.rules.cases.hearing import heard_on, open_notices, posted_letters, urgent_steps
from letterladder.rules.cases.hidden import hidden_from, why_hidden
from letterladder.rules.cases.on_ladder import choice_words
from letterladder.rules.cases.places import first_steps, places_of
from letterladder.rules.cases.promises import open_promises, promise_of, promise_words
from letterladder.rules.cases.sentences import headline, made_by, sentence
from letterladder.rules.cases.shown_to import sentence_for
from letterladder.rules.letters.later_fields import letter_before
from letterladder.rules.people.acting import actors_named
from letterladder.rules.people.people import PeopleRegister, Pupil
from letterladder.rules.people.school import School
from letterladder.rules.privacy.redaction_terms import Reporter, redaction_for
from letterladder.rules.register.case_papers import papers_of, treatment
from letterladder.rules.register.happening import happening_of
from letterladder.rules.register.panel_words import PanelWords
from letterladder.rules.register.register import register_rows
from letterladder.rules.register.register_case import Names, head_of
from letterladder.rules.register.register_profile import View, record_for
from letterladder.rules.register.register_tables import TABLES, cells
from letterladder.rules.register.summary import CaseYear, Period, summarise
from letterladder.rules.register.summary_report import report_of
from letterladder.rules.standing.next_step import next_step
from letterladder.rules.standing.options import choices
from letterladder.rules.words import Profile

TURNS = 8
"""Logs with a line of every kind there is, each with other values."""
TOGETHER = "all together"
LATER = date(2026, 12, 4)
PEOPLE = PeopleRegister(
    adults={"A1": an_adult(), "A2": an_adult(person_id="A2", given_name="Bronagh", relationships={})},
    pupils={"P1": Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")},
)
LOGS: dict[str, tuple[AnyEvent, ...]] = {
    **CASES,
    **{
        f"every kind, {turn}": (opened(), reported(), triaged(), *every_kind(turn * 5))
        for turn in range(TURNS)
    },
}


@cache
def school() -> School:
    """The school of the cast, with what happens on site."""
    return a_school(policy=a_site_policy())


def person(typed: str) -> str:
    """Name and office, as an export finds them."""
    found = actors_named(typed, school(), PEOPLE)
    return f"{found[0].name}, {found[0].title}" if len(found) == 1 else ""


def log_of(name: str) -> list[Entry]:
    """The lines of a log, some hours apart, so that they are of different days."""
    return [
        replace(one, at=one.at + timedelta(hours=7 * place)) for place, one in enumerate(entries(*LOGS[name]))
    ]


def parts_of_case(log: list[Entry]) -> Mapping[str, object]:
    """Everything that is told of a case."""
    case = fold(REF, log)
    return {**_told(case, log), **_acting(case), **_copied(case, log)}


def _told(case: Case, log: list[Entry]) -> dict[str, object]:
    shown = [
        sentence_for(one, case, danger=danger, reporter=reporter)
        for one in log
        for danger in (True, False)
        for reporter in (True, False)
    ]
    return {
        "said": ([(sentence(one), made_by(one)) for one in log], headline(log), corrections_of(log)),
        "shown": shown,
        "summary": (summary_of(case), [asked_since(log, name) for name in ("L1", "B1", *WORDS)]),
        "happened": _happened(case),
        "places": (places_of(case, school().policy), first_steps(case, school().policy)),
        "ladder": choice_words(case, school().policy) if case.between else "",
    }


def _happened(case: Case) -> object:
    found = happening_of(case, {"harassment": "harassment"}, lambda _: b"")
    return found.told, found.exhibits


def _acting(case: Case) -> dict[str, object]:
    """Who approves, signs, reviews, does and decides each step; what was promised; whether people were heard."""
    here, policy = school(), school().policy
    steps = policy.steps.values()
    letters = policy.letters
    return {
        "approving": [
            (
                approvers.approver_of(case, step, here),
                approvers.signer_of(case, step, here),
                approvers.measure_reviewer(case, step.id, here),
                approvers.promised_role(case, step, here),
                who_may.doers_of(case, step, here),
                who_may.deciders_now(case, step.id, here),
                not_consulted(case, policy, step),
                promise_of(case, policy, step),
                letter_before(case, letters, step),
            )
            for step in steps
        ],
        "in hand": [
            (one.letter, who_may.approvers_of(case, one, here), who_may.returners_of(case, one, here))
            for one in case.letters
        ],
        "decided": (
            approvers.people_who_decided(case, here),
            [
                who_may.decided_before(case, one, here)
                for role in here.people
                for one in actors_named(role, here, PEOPLE)
            ],
        ),
        "heard": (
            posted_letters(case),
            open_notices(case, letters),
            [*heard_on(case, posted_letters(case), letters)],
            urgent_steps(case, policy),
        ),
        "promised": [
            (one, promise_words(one, day))
            for day in (TODAY, LATER)
            for one in open_promises(case, policy, day)
        ],
        "hidden": (
            hidden_from(case, here, PEOPLE),
            [why_hidden(case, one, here, PEOPLE) for one in here.holders],
        ),
        "next": [next_step(case, policy, day) for day in (TODAY, LATER)],
        "chosen": [choices(case, policy, day) for day in (TODAY, LATER)],
    }


def _copied(case: Case, log: list[Entry]) -> dict[str, object]:
    """The rows of the register and the papers, as each reader gets them."""
    rows = register_rows(REF, "Larkfield", log, lambda name: f"4.{len(name)}")
    names = Names(
        school="Larkfield", pupils={"P1": "Ruby Stott"}, conduct={"harassment": "Harassment"}, steps={}
    )
    papers = papers_of(REF, log)
    own = frozenset(one.sha256 for one in papers[:1])
    reporters = (Reporter(name="Mrs Beth Aldous", address="b.aldous@mail.example"),)
    redaction = redaction_for(PEOPLE.adults["A1"], PEOPLE, reporters, school())
    words = PanelWords(person=person, school="Larkfield", steps={"L1": "Request"}, conduct=names.conduct)
    found: dict[str, object] = {
        "rows": [[*cells(row, table.columns)] for table in TABLES for row in rows],
        "papers": papers,
    }
    for profile in Profile:
        view = View(
            profile=profile,
            redaction=redaction,
            own_mails=own,
            role_of={"Mrs Anita Hollis": "head"}.get,  # type: ignore[arg-type] # "" is as good as None here
            steps=frozenset(school().policy.steps),
            words=words,
        )
        record = record_for(view, head_of(case, names, rows), tuple(rows), log)
        found[f"for {profile.name.lower()}"] = (record, [treatment(profile, one, own) for one in papers])
    return found


def together() -> Mapping[str, object]:
    """What governors read of all cases of a term."""
    logs = [log_of(name) for name in LOGS]
    cases = [
        CaseYear(case=fold(REF, log), rows=register_rows(REF, "Larkfield", log, lambda _: "")) for log in logs
    ]
    found = {}
    for days in ((date(2026, 9, 1), date(2027, 8, 31)), (date(2026, 11, 10), date(2026, 11, 20))):
        period = Period(title="Autumn", first=days[0], last=days[1])
        counted = summarise("Larkfield", period, cases, {"L1": "Request"}, today=LATER)
        found[f"from {days[0]}"] = (counted, report_of(counted))
    return found


def parts_of(name: str) -> Mapping[str, object]:
    """Everything that is told of one case, or of all together."""
    return together() if name == TOGETHER else parts_of_case(log_of(name))


NAMES = [*LOGS, TOGETHER]
AGREED = Marks(Path(__file__).resolve().parent / "histories.txt", NAMES, parts_of)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_told_of_a_case_stays_as_agreed(name: str) -> None:
    """To the office, a panel, governors and the adult; in the register and its papers; and who may act in it."""
    AGREED.hold(name)
