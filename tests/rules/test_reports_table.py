"""The 24 sample emails of two invented schools: what triage makes of each, beside what is expected of it.

Emails that are answers, bounces or duplicates are filed before triage; for them only the hard limits hold.
"""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from made_reports import shipped_policy
from shipped import FORMS

from letterladder.mailbox.message import read_mail
from letterladder.records.people.people_csv import read_people
from letterladder.rules.people.conflict import Staff
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.reports.triage import Triage, TriageOutcome, triage
from letterladder.rules.texts.report import Report

HERE = Path(__file__).resolve().parent.parent / "reports"
TAKEN_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
WORDS = {
    TriageOutcome.CLEAR: "draft-first-letter",
    TriageOutcome.ALERT: "alert-no-draft",
    TriageOutcome.ADULT_UNKNOWN: "triage-person",
    TriageOutcome.CONDUCT_UNCLEAR: "triage-conduct",
    TriageOutcome.COMPLAINT: "signpost-complaints",
    TriageOutcome.NO_REPORT: "no-case",
    TriageOutcome.HOLD: "hold-queue",
    TriageOutcome.CONFLICT: "approver-conflict",
}
FILED_BEFORE = ("duplicate", "reply", "bounce", "auto-reply")
Truth = dict[str, Any]


def loaded(name: str) -> list[Truth]:
    """One of the JSON files."""
    found: list[Truth] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return found


TRUTH = loaded("truth.json")
SCHOOLS = {school["name"]: school for school in loaded("schools.json")}
REPORTS = [row for row in TRUTH if row["kind"] not in FILED_BEFORE]


def register_of(row: Truth) -> PeopleRegister:
    """The people of the email's school."""
    return read_people(HERE / SCHOOLS[row["school"]]["people_csv"].split(" ")[0])


def staff_of(row: Truth) -> Staff:
    """The role holders of the email's school."""
    school = SCHOOLS[row["school"]]
    head, address = school["roles"]["head"]
    names = tuple(name for role, (name, _) in school["roles"].items() if role != "head")
    return Staff(
        own_domains=frozenset({school["safeguarding_mailbox"].rpartition("@")[2]}),
        approver=head.split(" (")[0],
        approver_address=address,
        names=names,
    )


def mail_of(row: Truth) -> Report:
    """The sample as a report."""
    return read_mail((HERE / row["file"]).read_bytes(), TAKEN_AT, forms=FORMS)


def open_cases(row: Truth) -> dict[str, str]:
    """The cases that an earlier email opened."""
    cases = (case for case in loaded("cases.json") if case["school"] == row["school"])
    return {case["adult"]: case["case_ref"] for case in cases if case["opened_by"] < row["file"]}


def judged(row: Truth) -> Triage:
    """What triage makes of one sample, read once for all tests."""
    return judged_file(row["file"])


@cache
def judged_file(name: str) -> Triage:
    """The triage of the sample in this file."""
    row = next(one for one in TRUTH if one["file"] == name)
    return triage(mail_of(row), register_of(row), shipped_policy(), open_cases(row), staff=staff_of(row))


def outcome_of(found: Triage) -> str:
    """The outcome in the samples' words; a clear report of an open case joins it."""
    joins = found.ref and found.outcome in {TriageOutcome.CLEAR, TriageOutcome.CONDUCT_UNCLEAR}
    return "attach-to-case" if joins else WORDS[found.outcome]


def each(rows: list[Truth]) -> list[Any]:
    """The rows as test cases named after their files."""
    return [pytest.param(row, id=row["file"][:-4]) for row in rows]


@pytest.mark.parametrize("row", each(REPORTS))
def test_every_sample_report_goes_the_expected_way(row: Truth) -> None:
    """The outcome is the expected one, or one that reasonable people may choose as well."""
    found = judged(row)
    assert outcome_of(found) in [row["expected"], *row["accept"].get("expected", [])], found.reason


@pytest.mark.parametrize("row", each(TRUTH))
def test_a_stopped_mail_is_never_clear_and_nobody_else_is_named(row: Truth) -> None:
    """The hard failures: a draft where people must act, and a letter to somebody else."""
    found = judged(row)
    meant = row["adult"] if isinstance(row["adult"], list) else [row["adult"]]
    drafted = found.outcome in {TriageOutcome.CLEAR, TriageOutcome.CONFLICT}
    assert not (drafted and row["expected"] == "alert-no-draft")
    assert found.adult in {"", *meant, *row["accept"].get("adult", [])}
    assert not (isinstance(row["adult"], list) and found.adult)


@pytest.mark.parametrize("row", each([row for row in REPORTS if row["expected"] == "draft-first-letter"]))
def test_a_clear_sample_gives_the_facts_its_letter_needs(row: Truth) -> None:
    """Adult, pupil, conduct, place, link and day are right."""
    found = judged(row)
    assert (found.adult, found.pupils) == (row["adult"], (row["pupil"],))
    assert (
        set(row["conduct"])
        <= set(found.conduct)
        <= {*row["conduct"], *row["accept"].get("conduct_optional", [])}
    )
    assert found.fact.platform in [row["platform"], *row["accept"].get("platform", [])]
    assert (found.fact.link or None, found.fact.posted_on) == (row["link"], row["posted_on"])


def test_side_remarks_of_a_reporter_do_not_reach_the_letter() -> None:
    """The second sample mentions a looked-after child outside the form's lines."""
    found = judged(TRUTH[1])
    assert found.fact.words
    assert "looked after" not in found.fact.words


def test_both_fathers_are_suggested_where_two_children_have_one_name() -> None:
    """Two Amiras in Year 3: the office chooses."""
    row = TRUTH[4]
    assert {one.adult for one in judged(row).suggestions} == set(row["adult"])


if __name__ == "__main__":
    for each_row in TRUTH:
        seen = judged(each_row)
        print(f"{each_row['file']:45} {outcome_of(seen):20} {each_row['expected']:20} {seen.reason}")  # noqa: T201
