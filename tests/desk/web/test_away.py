"""Who is away, in the desk: noted, listed, ended, and wrong input answered where it was typed."""

from pathlib import Path

from desk_browser import Browser, Page
from prepared import reported_school

from letterladder.workflows.absent import absences_of

WEEK = {"role": "head", "first": "9 Nov", "last": "13 Nov"}


def note(browser: Browser, **typed: str) -> Page:
    """Note that somebody is away."""
    fields = browser.open("/away").form("/away")
    return browser.press("/away", {**fields, **typed})


def test_an_absence_is_noted_in_the_name_of_who_is_signed_in(tmp_path: Path) -> None:
    """It is on the page, on the page Today, and in the log."""
    school = reported_school(tmp_path)
    office = Browser(school, "office")
    note(office, **WEEK)
    (found,) = absences_of(school.office)
    assert (found.role, str(found.first), str(found.last)) == ("head", "2026-11-09", "2026-11-13")
    assert found.by == school.office.school.people["office"].name
    words = "is away from Monday 9 November 2026 to Friday 13 November 2026"
    assert words in office.open("/away").text
    assert words in office.open("/").text


def test_whoever_is_back_is_there(tmp_path: Path) -> None:
    """One press ends it."""
    school = reported_school(tmp_path)
    office = Browser(school, "office")
    note(office, **WEEK)
    office.press("/away/back", office.open("/away").form("/away/back"))
    assert absences_of(school.office) == []
    assert "Nobody is noted as away." in office.open("/away").text


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    """Nobody chosen, and a day that is none."""
    school = reported_school(tmp_path)
    shown = note(Browser(school, "office"), role="", first="someday", last="13 Nov")
    assert "Choose who is away." in shown.text
    assert shown.tree.xpath("//input[@name='first']/@value") == ["someday"]
    assert absences_of(school.office) == []


def test_what_cannot_be_is_refused_with_a_reason(tmp_path: Path) -> None:
    """Days that overlap, and a stand-in who may not approve."""
    school = reported_school(tmp_path)
    office = Browser(school, "office")
    assert "may not approve them in their place" in note(office, **WEEK, to_role="dsl").text
    note(office, **WEEK)
    assert "is noted as away from" in note(office, **WEEK).text
    assert len(absences_of(school.office)) == 1
