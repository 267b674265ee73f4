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
from sample_schools import schools
from shipped import FORMS

from letterladder.mailbox.message import read_mail
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
READ_FIRST = {
    "draft-first-letter": "triage-conduct",
    "approver-conflict": "triage-conduct",
    "alert-no-draft": "triage-conduct",
}
"""Where a letter may be drafted, or the police are told, a person may as well read the email first."""
FILED_BEFORE = ("duplicate", "reply", "bounce", "auto-reply")
Truth = dict[str, Any]


def loaded(name: str) -> list[Truth]:
    """One of the JSON files."""
    found: list[Truth] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return found


TRUTH = loaded("truth.json")
SCHOOLS = {school["name"]: school for school in loaded("schools.json")}
REPORTS = [row for row in TRUTH if row["kind"] not in FILED_BEFORE]


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
    school = schools()[SCHOOLS[row["school"]]["slug"]]
    return triage(mail_of(row), school.people, shipped_policy(), open_cases(row), staff=school.staff)


def outcome_of(found: Triage) -> str:
    """The outcome in the samples' words; a clear report of an open case joins it."""
    joins = found.ref and found.outcome in {TriageOutcome.CLEAR, TriageOutcome.CONDUCT_UNCLEAR}
    return "attach-to-case" if joins else WORDS[found.outcome]


def each(rows: list[Truth]) -> list[Any]:
    """The rows as test cases named after their files."""
    return [pytest.param(row, id=row["file"][:-4]) for row in rows]


@pytest.mark.parametrize("row", each(REPORTS))
def test_every_sample_report_goes_the_expected_way(row: Truth) -> None:
    """The outcome is the expected one, one that reasonable people may choose as well, or a person reads it first."""
    found = judged(row)
    read_first = [READ_FIRST[row["expected"]]] if row["expected"] in READ_FIRST else []
    assert outcome_of(found) in [row["expected"], *row["accept"].get("expected", []), *read_first], (
        found.reason
    )


def test_a_form_in_which_all_is_understood_is_drafted_unasked() -> None:
    """Of the samples that may be drafted this is the one with nothing but the form and the insult in it."""
    assert [row["file"][:2] for row in REPORTS if outcome_of(judged(row)) == "draft-first-letter"] == ["01"]


@pytest.mark.parametrize("row", each(TRUTH))
def test_a_stopped_mail_is_never_clear_and_nobody_else_is_named(row: Truth) -> None:
    """The hard failures: a draft where people must act, and a letter to somebody else."""
    found = judged(row)
    meant = row["adult"] if isinstance(row["adult"], list) else [row["adult"]]
    drafted = found.outcome in {TriageOutcome.CLEAR, TriageOutcome.CONFLICT}
    assert not (drafted and row["expected"] == "alert-no-draft")
    assert found.adult in {"", *meant, *row["accept"].get("adult", [])}
    assert not (isinstance(row["adult"], list) and found.adult)


@pytest.mark.parametrize("row", each([row for row in REPORTS if row["file"][:2] == "01"]))
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
