"""Who is away: what the log makes of it, on which days it counts, and each reason why an absence cannot be noted."""

from datetime import UTC, date, datetime

import pytest
from cast import a_school

from letterladder.ground.values import replace
from letterladder.rules.office.absences import (
    Absence,
    absence_on,
    ahead,
    approves,
    faults_of,
    fold_absences,
)
from letterladder.rules.office.exports import AnyOfficeEvent, AwayEnded, AwaySaid, OfficeEntry
from letterladder.rules.office.print_events import LettersEmailQueued

SCHOOL = a_school()
TODAY = date(2026, 11, 10)
AT = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)


def nov(day: int) -> date:
    """A day of November 2026."""
    return date(2026, 11, day)


def away(role: str, first: int, last: int, to_role: str = "", *, by: str = "Mrs Carol Binns") -> Absence:
    """An absence in November 2026."""
    return Absence(role=role, first=nov(first), last=nov(last), to_role=to_role, by=by)


def log(*events: AnyOfficeEvent) -> list[OfficeEntry]:
    """The log with these lines."""
    return [
        OfficeEntry(seq=1 + place, at=AT, by=f"Person {place}", event=one) for place, one in enumerate(events)
    ]


def test_the_log_tells_who_is_away_in_the_order_in_which_it_was_said() -> None:
    """With whom they are represented by and who said it; a line of another kind is none of it."""
    told = log(
        AwaySaid(role="head", first=nov(9), last=nov(13), to_role="alternate"),
        LettersEmailQueued(message_id="<1@x>"),
        AwaySaid(role="office", first=nov(10), last=nov(10), to_role=""),
    )
    assert fold_absences(told) == [
        away("head", 9, 13, "alternate", by="Person 0"),
        away("office", 10, 10, by="Person 2"),
    ]


@pytest.mark.parametrize(
    ("back", "becomes"),
    [(9, None), (10, (9, 9)), (13, (9, 12)), (14, (9, 13))],
    ids=["on the first day", "on the second", "on the last", "the day after"],
)
def test_whoever_is_back_was_away_until_the_day_before(back: int, becomes: tuple[int, int] | None) -> None:
    """Whoever is back on the first day was never away; an absence that is over stays as it was."""
    told = log(
        AwaySaid(role="head", first=nov(9), last=nov(13), to_role=""), AwayEnded(role="head", back=nov(back))
    )
    assert fold_absences(told) == ([away("head", *becomes, by="Person 0")] if becomes else [])


def test_one_who_is_back_ends_nobody_elses_absence() -> None:
    """And a later one of their own is ended too: it never began."""
    told = log(
        AwaySaid(role="office", first=nov(9), last=nov(13), to_role=""),
        AwaySaid(role="head", first=nov(9), last=nov(13), to_role=""),
        AwaySaid(role="head", first=nov(20), last=nov(24), to_role=""),
        AwayEnded(role="head", back=nov(12)),
    )
    assert fold_absences(told) == [away("office", 9, 13, by="Person 0"), away("head", 9, 11, by="Person 1")]


@pytest.mark.parametrize(("day", "is_away"), [(8, False), (9, True), (10, True), (13, True), (14, False)])
def test_the_first_and_the_last_day_count(day: int, is_away: bool) -> None:
    """The day before and the day after do not."""
    one = away("head", 9, 13)
    assert one.is_on(nov(day)) is is_away
    assert absence_on([away("office", 1, 30), one], "head", nov(day), SCHOOL) == (one if is_away else None)


def test_the_words_say_until_when_and_what_becomes_of_approvals() -> None:
    """By name and role, with whoever answers or without."""
    until = "Mrs Anita Hollis (head) is away from Monday 9 November 2026 to Friday 13 November 2026"
    assert away("head", 9, 13).words(SCHOOL) == f"{until}. What only they may approve waits until then."
    assert away("head", 9, 13, "alternate").words(SCHOOL) == (
        f"{until}. Mr Peter Quayle (alternate) answers for them."
    )


def test_what_is_ahead_is_not_over_and_somebody_holds_the_role() -> None:
    """Today's last day is still ahead."""
    told = [away("head", 2, 9), away("dsl", 2, 10), away("gone", 9, 30), away("office", 20, 21)]
    assert ahead(told, SCHOOL, TODAY) == [told[1], told[3]]
    assert absence_on(told, "gone", TODAY, SCHOOL) is None


HAS = "It has: head, alternate, dsl, deputy, office."
FROM = "Monday 9 November 2026 to Friday 13 November 2026"
FAULTS: list[tuple[str, Absence, list[Absence], list[tuple[str, str, str]]]] = [
    ("sound", away("office", 10, 10), [], []),
    ("sound, with the alternate", away("head", 10, 12, "alternate"), [away("head", 2, 9)], []),
    ("no such role", away("caretaker", 9, 8), [], [("ROLE", "Nobody is “caretaker” in school.toml.", HAS)]),
    (
        "no such stand-in",
        away("office", 12, 13, "caretaker"),
        [],
        [("--to-role", "Nobody is “caretaker” in school.toml.", HAS)],
    ),
    (
        "the wrong way round",
        away("office", 13, 12),
        [],
        [
            (
                "--to",
                "The last day, Thursday 12 November 2026, is before the first, Friday 13 November 2026.",
                "Give the first day with --from and the last with --to.",
            )
        ],
    ),
    (
        "over",
        away("office", 2, 9),
        [],
        [("--to", "Monday 9 November 2026 has passed.", "Give days that are still to come.")],
    ),
    *(
        (
            f"noted already, {first} to {last}",
            away("head", first, last),
            [away("office", 1, 30), away("head", 9, 13)],
            [
                (
                    "--from",
                    f"head is noted as away from {FROM} already.",
                    "End that first: away head --back.",
                )
            ],
        )
        for first, last in ((13, 20), (5, 10), (10, 12), (1, 30))
    ),
    ("beside another of theirs", away("head", 14, 20), [away("head", 9, 13), away("head", 21, 22)], []),
    (
        "a stand-in who may not approve",
        away("head", 12, 13, "deputy"),
        [],
        [
            (
                "--to-role",
                "head approves letters, and deputy may not approve them in their place.",
                "Only the alternate may: --to-role alternate, or leave it out: they wait.",
            )
        ],
    ),
    ("a stand-in of one who approves nothing", away("dsl", 12, 13, "deputy"), [], []),
    *(
        (
            f"a stand-in who is away, {first} to {last}",
            away("dsl", first, last, "deputy"),
            [away("deputy", 9, 13), away("office", 1, 30)],
            [
                (
                    "--to-role",
                    f"Mr Imran Sadiq is away as well, from {FROM}.",
                    "Name somebody who is there, or leave it out.",
                )
            ],
        )
        for first, last in ((13, 20), (5, 10))
    ),
    ("a stand-in who is there again", away("dsl", 14, 20, "deputy"), [away("deputy", 9, 13)], []),
]


@pytest.mark.parametrize(
    ("wanted", "known", "told"), [one[1:] for one in FAULTS], ids=[one[0] for one in FAULTS]
)
def test_why_an_absence_cannot_be_noted(
    wanted: Absence, known: list[Absence], told: list[tuple[str, str, str]]
) -> None:
    """Each reason whole: where it was typed, what is wrong, what to do."""
    found = [(one.where, one.what, one.what_to_do) for one in faults_of(wanted, known, SCHOOL, TODAY)]
    assert found == told


def test_nobody_stands_in_for_themselves() -> None:
    """One person may hold two roles, in whatever case their address is written."""
    people = dict(SCHOOL.people)
    people["deputy"] = replace(people["deputy"], email=people["dsl"].email.upper())
    school = replace(SCHOOL, people=people)
    found = [
        (one.where, one.what, one.what_to_do)
        for one in faults_of(away("dsl", 12, 13, "deputy"), [], school, TODAY)
    ]
    assert found == [("--to-role", "Mr Imran Sadiq holds both roles, and is away.", "Name somebody else.")]


def test_who_approves_is_told_by_the_steps() -> None:
    """By any of them, and not by all."""
    steps = dict(SCHOOL.policy.steps)
    last = next(reversed(steps))
    steps[last] = replace(steps[last], approver="deputy")
    school = replace(SCHOOL, policy=replace(SCHOOL.policy, steps=steps))
    assert [role for role in school.people if approves(role, school)] == ["head", "deputy"]
