"""Sheets for the people who carry an action out: the police referral, the report to the authority, the platform's."""

import hashlib
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import BOX, THREAT, Rehearsal
from playing import done, on_policy
from prepared import prepared_once

from letterladder.config.letters_file import read_letters
from letterladder.ground.errors import Refused, WrongUsage
from letterladder.records.verify.verify_case import look_at_case
from letterladder.workflows.actions import order_sheet, write_sheet

REF = "2026-0001"
PNG = b"\x89PNG"
POLICE = {
    "recipient_lines": "Wexmoor Police, Safer Schools Team",
    "account": "The adult wrote that he would hurt a teacher at the gate.",
    "affected": "a teacher",
    "immediate_risk": "999 was rung at 8.40; the teacher is at home.",
    "sharing_reason": "The words may be an offence.",
    "target_wishes": "The teacher wants the police to know.",
}


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """A threat was reported; the case is stopped."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report(what=THREAT)
    return school


def test_the_police_sheet_is_written_while_the_case_is_stopped(school: Rehearsal) -> None:
    """An alert stops letters, not the referral."""
    path = order_sheet(school.office, school.case(), "X3", POLICE, by="Miss Treadwell")
    text = school.office.word.text_of(school.office.cases.file(REF, path))
    assert "Mr Ross Dunn" in text
    assert "Safer Schools Team" in text


def test_the_sheet_names_no_reporter(school: Rehearsal) -> None:
    """Whoever told us is asked for separately."""
    path = order_sheet(school.office, school.case(), "X3", POLICE, by="Miss Treadwell")
    assert "Aldous" not in school.office.word.text_of(school.office.cases.file(REF, path))


def test_what_a_sheet_lacks_is_said(school: Rehearsal) -> None:
    """By the names of the fields."""
    with pytest.raises(Refused, match="target_wishes"):
        order_sheet(school.office, school.case(), "X3", {}, by="Miss Treadwell")


def test_an_action_without_a_sheet_has_none(school: Rehearsal) -> None:
    """Legal advice is recorded, not written by us."""
    with pytest.raises(Refused, match="no sheet for legal-advice"):
        order_sheet(school.office, school.case(), "legal-advice", {}, by="Miss Treadwell")


def test_the_platforms_sheet_takes_its_dates_from_the_record(school: Rehearsal) -> None:
    """48 and 72 hours from the day of the report; a closed day moves on to the next school day."""
    follow_up = done(school, "P1", reference="4711")
    assert str(follow_up) == "2026-11-04"
    path = order_sheet(school.office, school.case(), "P1", {"report_grounds": "threats"}, by="Mrs Binns")
    text = school.office.word.text_of(school.office.cases.file(REF, path))
    assert "Wednesday 4 November 2026" in text
    assert "Thursday 5 November 2026" in text


def test_a_sheet_is_kept_and_verified(school: Rehearsal) -> None:
    """A changed sheet is found by its SHA-256."""
    path = order_sheet(school.office, school.case(), "X3", POLICE, by="Miss Treadwell")
    case = school.office.cases.path(REF)
    assert look_at_case(case).problems == ()
    (case / path).write_bytes(b"changed")
    assert "was changed after it was kept" in look_at_case(case).problems[0].what


def sheet(school: Rehearsal, step: str, by: str, **fields: str) -> str:
    """The text of a sheet that this person wrote."""
    path = order_sheet(school.office, school.case(), step, fields, by=by)
    return school.office.word.text_of(school.office.cases.file(REF, path))


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("Miss Treadwell", "Miss Joan Treadwell\nDesignated Safeguarding Lead"),
        ("office", "Mrs Carol Binns\nSchool Office Manager"),
        ("a.hollis@larkfield.example", "Mrs Anita Hollis\nHeadteacher"),
    ],
)
def test_a_sheet_was_completed_by_whoever_made_it(school: Rehearsal, typed: str, completed: str) -> None:
    """Not by the head, because letters are."""
    assert f"Completed by\n\n{completed}" in sheet(school, "X3", typed, **POLICE)


def test_a_sheet_that_a_round_writes_was_completed_by_whoever_gave_its_details(school: Rehearsal) -> None:
    """The office supplied what was missing, and the round wrote it."""
    school.supplied("X3", **POLICE)
    write_sheet(school.office, school.case(), "X3")
    path = school.case().sheets[-1][1]
    text = school.office.word.text_of(school.office.cases.file(REF, path))
    assert "Completed by\n\nMrs Carol Binns\nSchool Office Manager" in text


def test_a_sheet_is_dated_the_day_it_was_made(school: Rehearsal) -> None:
    """A Saturday too: no post goes, and none is needed."""
    school.clock.turn_to(date(2026, 11, 7))
    text = sheet(school, "X3", "Miss Treadwell", **POLICE)
    assert "Saturday 7 November 2026\nOur reference" in text


def test_the_police_are_sent_to_the_safeguarding_lead(school: Rehearsal) -> None:
    """Not to the office that answers questions about letters."""
    text = sheet(school, "X3", "Mrs Hollis", **POLICE)
    assert "Whom to speak to\nMiss Joan Treadwell (Designated Safeguarding Lead)" in text
    assert "or at j.treadwell@larkfield.example" in text


def test_the_police_read_the_fingerprint_of_the_report_and_of_its_files(school: Rehearsal) -> None:
    """The email itself is evidence, and so is each picture; an approver's emails are not."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "b.aldous@elsewhere.example", BOX, "Form: online"
    mail.set_content(
        f"Parent: Mr Ross Dunn\nPupil: Ella Dunn, 4B\nWhere: Facebook\nWhat was posted: {THREAT}\n"
    )
    mail.add_attachment(PNG, maintype="image", subtype="png", filename="gate.png")
    school.deliver(mail.as_bytes())
    school.round()
    text = sheet(school, "X3", "Miss Treadwell", **POLICE)
    reports = [one.mail for one in school.case().facts]
    assert len(reports) == 2
    assert all(f"a report\n{sha256}" in text for sha256 in reports)
    assert f"gate.png\n{hashlib.sha256(PNG).hexdigest()}" in text


def test_a_platform_is_told_in_its_own_words(school: Rehearsal) -> None:
    """What the policy calls the conduct is for letters; the worst kind of content that fits is named."""
    done(school, "P1", reference="4711")
    text = sheet(school, "P1", "Mrs Binns", report_grounds="threats")
    assert "Reported under\nThreats or violence\n" in text
    assert "credible threat" not in text


def test_another_category_may_be_chosen_and_no_free_one(school: Rehearsal) -> None:
    """As the platform's form had it."""
    done(school, "P1", reference="4711")
    chosen = sheet(school, "P1", "Mrs Binns", report_grounds="threats", report_category="hate")
    assert "Reported under\nHate\n" in chosen
    with pytest.raises(WrongUsage, match="is none of: Threats or violence, Hate"):
        sheet(school, "P1", "Mrs Binns", report_category="being unkind")


OWN_CATEGORIES = """
[platform_categories]
"Somebody is in danger" = ["threat"]
"Nasty" = ["words"]
"""


def test_a_school_may_list_the_categories_of_its_own_platform(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They take the place of ours, for what is mapped and for what may be chosen; a deed that is none is refused."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report(what=THREAT)
    own = school.folder / "letter_templates"
    own.mkdir(exist_ok=True)
    (own / "letters.toml").write_text(OWN_CATEGORIES, encoding="utf-8")
    letters, faults = read_letters(own)
    assert (faults, list(letters.platform_categories)) == ([], ["Somebody is in danger", "Nasty"])
    assert letters.field("report_category").choices == ("Somebody is in danger", "Nasty")
    (own / "letters.toml").write_text(OWN_CATEGORIES.replace('"words"', '"being unkind"'), encoding="utf-8")
    said = Terminal(school.folder, capsys).type("check")
    assert said.code != 0
    assert "letters.toml, platform_categories.Nasty.0" in said.out
