"""What follows from the school's own logs, with lines of every kind in many orders: each part stays as it is."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from cast import MONDAY, a_case, a_school, an_adult, entries
from made_cases import CASES, filled
from whole_answers import Marks

from letterladder.rules.mails.print_run import emailed_so_far, held_by, not_queued
from letterladder.rules.office.absences import absence_on, ahead, faults_of, fold_absences
from letterladder.rules.office.acknowledged import said_of, since_last_anchor, still_known
from letterladder.rules.office.agreement_rounds import chosen, fold_rounds, left_out, next_round, sent
from letterladder.rules.office.agreements import agreements
from letterladder.rules.office.anchor_events import LogHead
from letterladder.rules.office.anchors import (
    anchors_in,
    gone_back,
    gone_for_good,
    is_of,
    known_heads,
    new_anchor,
)
from letterladder.rules.office.day_counts import day_counts
from letterladder.rules.office.errands import errands_of
from letterladder.rules.office.exports import OFFICE_KINDS, OfficeEntry
from letterladder.rules.office.requests import fold_requests, next_number
from letterladder.rules.office.retention import RetentionRules, fold_marks, keeping_of
from letterladder.rules.people.people import PeopleRegister, Pupil
from letterladder.rules.people.school import School
from letterladder.rules.standing.next_step import next_step

TURNS = 12
REFS = ("2026-0001", "2026-0002")
ROLES = ("head", "dsl", "office")
PEOPLE = PeopleRegister(
    adults={"A1": an_adult(), "A2": an_adult(person_id="A2", given_name="Bronagh")},
    pupils={"P1": Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")},
)
TODAY = date(2026, 11, 12)


@cache
def school() -> School:
    """The school of the cast."""
    return a_school()


def log(turn: int) -> list[OfficeEntry]:
    """Each kind twice, about few cases, letters, requests, rounds and roles, so that lines meet."""
    kinds = [*OFFICE_KINDS[turn % 5 :: 2], *OFFICE_KINDS[::3], *OFFICE_KINDS[turn % 7 :]]
    lines = []
    for seq, kind in enumerate(kinds, start=1):
        given: dict[str, object] = {
            "ref": REFS[(turn + seq) % 2],
            "letter": ("L1", "B1")[(turn + seq // 2) % 2],
            "version": 1 + (seq // 3) % 2,
            "number": f"R-2026-{1 + (seq // 2) % 2}",
            "request": f"R-2026-{1 + (seq // 2) % 2}",
            "round": f"2026-{1 + (turn + seq) % 2}",
            "role": ROLES[(turn + seq) % 3],
            "to_role": ("", "alternate")[seq % 2],
            "message_id": f"<{(turn + seq) % 3}@x.example>",
            "reference": f"p{(turn + seq) % 2}",
            "adult": ("A1", "A2")[seq % 2],
            "log": ("cases/2026-0001/case.log", "cases/2026-0002/case.log", "anchors.log")[(turn + seq) % 3],
            **dict.fromkeys(
                ("received", "due", "keep_until", "on"), (TODAY + timedelta(days=seq)).isoformat()
            ),
            "heads": [
                LogHead(log=f"cases/2026-000{one}/case.log", seq=seq + one, hash=f"{seq + one:064x}")
                for one in (1, 2, 3)[: 1 + seq % 3]
            ],
            "day": (TODAY - timedelta(days=turn + seq % 3)).isoformat(),
        }
        lines.append(
            OfficeEntry(
                seq=seq,
                at=datetime(2026, 11, 1, 9, tzinfo=UTC) + timedelta(hours=7 * seq),
                by=ROLES[seq % 3],
                event=filled(kind, turn + seq, **given),
                hash=f"{seq:064x}",
            )
        )
    return lines


def of_log(turn: int) -> Mapping[str, object]:
    """Everything that follows from one log."""
    lines, here = log(turn), school()
    absences, rounds, requests = fold_absences(lines), fold_rounds(lines), fold_requests(lines)
    known = known_heads(anchors_in(lines))
    heads = [
        LogHead(log=name, seq=head.seq + (place % 3) - 1, hash=head.hash if place % 2 else "c" * 64)
        for place, (name, head) in enumerate(known.items())
    ] + [LogHead(log="cases/2026-0009/case.log", seq=3, hash="d" * 64)]
    days = [TODAY + timedelta(days=days) for days in range(-12, 20, 3)]
    return {
        "requests": (requests, next_number(requests, 2026), next_number(requests, 2027)),
        "absences": (
            absences,
            [ahead(absences, here, day) for day in days],
            [absence_on(absences, role, day, here) for role in ROLES for day in days],
            [[*faults_of(one, absences[place + 1 :], here, TODAY)] for place, one in enumerate(absences)],
        ),
        "errands": errands_of(lines),
        "printed": (emailed_so_far(lines), held_by(lines), not_queued(lines)),
        "rounds": (rounds, next_round(rounds, 2026), next_round(rounds, 2027), sent(rounds.values())),
        "chosen": [
            chosen(PEOPLE),
            chosen(PEOPLE, adults=["A2"]),
            chosen(PEOPLE, classes=["4K"]),
            [left_out(one, rounds.values(), title="Code", version="1") for one in PEOPLE.adults.values()],
        ],
        "marks": fold_marks(lines),
        "anchored": (known, [is_of(one, TODAY - timedelta(days=turn)) for one in lines]),
        "anchor": new_anchor(TODAY, "b" * 64, known, heads, files=heads[:1]),
        "gone": [*gone_back(known, heads), *gone_for_good(known, heads[1:], {"2026-0001"})],
        "words": (still_known(lines), said_of(lines, heads), since_last_anchor(lines)),
    }


def of_cases() -> Mapping[str, object]:
    """How every made case is kept, counted, and whether its agreement is signed."""
    cases = {name: a_case(*events) for name, events in CASES.items()}
    marks = fold_marks(log(3))
    rules = RetentionRules()
    counted = [(one, next_step(one, school().policy, TODAY)) for one in cases.values()]
    return {
        "kept": [
            (keeping := keeping_of(cases[name], entries(*events), rules, mark)) and keeping
            for name, events in CASES.items()
            for mark in (*marks.values(), *fold_marks([]).values())
        ],
        "counted": [day_counts(counted, MONDAY.date() + timedelta(days=days)) for days in range(0, 60, 5)],
        "each": [day_counts([one], TODAY) for one in counted],
        "agreed": agreements(PEOPLE, cases.values(), school().policy.letters, TODAY),
    }


NAMES = [*(f"log {turn}" for turn in range(TURNS)), "cases"]
AGREED = Marks(
    Path(__file__).resolve().parent / "office_logs.txt",
    NAMES,
    lambda name: of_cases() if name == "cases" else of_log(int(name.split()[1])),
)


@pytest.mark.parametrize("name", NAMES)
def test_what_follows_from_a_log_stays_as_agreed(name: str) -> None:
    """Requests, absences, print emails, rounds of agreements, marks of keeping, anchors."""
    AGREED.hold(name)
