"""Requests for information in the desk: recorded, and what happened to each."""

from pathlib import Path

import pytest
from copy_signing import sign_copy
from desk_browser import Browser, Page
from office import Rehearsal, edited
from prepared import posted_school

from letterladder.desk.readings import requests_of
from letterladder.rules.office.requests import Request
from letterladder.rules.register.register_filter import Wanted

NUMBER = "R2026-0001"


def recorded(browser: Browser, **changed: str) -> Page:
    """Record a request by telephone."""
    fields = browser.open("/requests/new").form("")
    asked = {"about": "sar", "received": "yesterday", "who": "Mr Dunn", "ref": "2026-0001", **changed}
    return browser.press("/requests/new", {**fields, **asked})


def change(browser: Browser, what: str, **fields: str) -> Page:
    """Press one of the buttons of a request."""
    page = browser.open(f"/requests/{NUMBER}")
    return browser.press(f"/requests/{NUMBER}", {**page.form("", holding="once"), **fields}, what=what)


def the_one(school: Rehearsal) -> Request:
    """The request as the log tells it."""
    return requests_of(school.office)[NUMBER]


def test_a_request_is_recorded_and_runs(tmp_path: Path) -> None:
    """The day as it was typed; its last day is shown, and the office may do it too."""
    school = posted_school(tmp_path)
    page = recorded(Browser(school, "office"))
    assert "R2026-0001 Last day: Wednesday 2 December 2026" in page.text
    found = the_one(school)
    assert (str(found.received), found.ref, found.who) == ("2026-11-02", "2026-0001", "Mr Dunn")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"received": "soon"}, "is not a day"),
        ({"received": "tomorrow"}, "has not come yet"),
        ({"ref": "2026-0099"}, "no such case"),
        ({"about": ""}, "Say what is asked for"),
        ({"who": " "}, "Say who is asking"),
    ],
)
def test_a_wrong_word_is_said_at_its_field_and_nothing_is_lost(
    tmp_path: Path, changed: dict[str, str], words: str
) -> None:
    """With the error in a list at the top, and every typed word still there."""
    school = posted_school(tmp_path)
    page = recorded(Browser(school, "dsl"), **changed)
    assert (page.status, words in page.text) == (422, True)
    kept = {"received": "yesterday", "who": "Mr Dunn", "ref": "2026-0001", **changed}
    form = page.form("")
    assert {name: form[name].strip() for name in ("received", "who", "ref")} == {
        name: kept[name].strip() for name in ("received", "who", "ref")
    }
    assert requests_of(school.office) == {}


def test_acknowledged_extended_and_answered(tmp_path: Path) -> None:
    """Each by one press; then its clock has ended and nothing more is asked."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    recorded(browser)
    change(browser, "acknowledged", acknowledged_on="today")
    change(browser, "extended", due="3 Feb 2027", reason="it is complex")
    assert (the_one(school).acknowledged, str(the_one(school).due)) == ("2026-11-03", "2027-02-03")
    page = change(browser, "answered", answered_on="today", how="Withdrawn", note="by telephone")
    assert the_one(school).how == "Withdrawn: by telephone"
    assert "What was pressed" not in page.text
    assert not page.tree.xpath("//main//button[@name='what']")


def test_more_time_needs_a_reason_and_a_later_day(tmp_path: Path) -> None:
    """Said in words, without a command."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    recorded(browser)
    page = change(browser, "extended", due="1 Dec 2026", reason="it is complex")
    assert (page.status, "not later than the present last day" in page.text) == (422, True)
    assert "--" not in page.text
    assert change(browser, "extended", due="1 Feb 2027", reason="").status == 422


def test_one_press_records_one_request(tmp_path: Path) -> None:
    """Sent twice, there is one."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    fields = browser.open("/requests/new").form("")
    for _ in range(2):
        browser.press("/requests/new", fields, about="foi", received="today", who="a paper")
    assert [*requests_of(school.office)] == [NUMBER]


def test_the_copy_that_a_request_calls_for(tmp_path: Path) -> None:
    """The adult's own bundle, for the DSL and not for the office."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    recorded(browser)
    fields = browser.open(f"/requests/{NUMBER}").form(f"/requests/{NUMBER}/copy")
    sign_copy(school.office, Wanted(refs=("2026-0001",)))
    began = browser.press(f"/requests/{NUMBER}/copy", fields)
    browser.app.extensions["makings"].wait(began.path.rpartition("/")[2], 60)
    page = browser.open(began.path)
    assert "request-R2026-0001.zip" in page.text
    office = Browser(school, "office")
    assert "Make the copy" not in office.open(f"/requests/{NUMBER}").text
    assert office.press(f"/requests/{NUMBER}/copy", office.open(f"/requests/{NUMBER}").form("")).status == 403


def test_a_request_about_a_case_that_is_hidden_is_hidden(tmp_path: Path) -> None:
    """From whoever is too near to it; nobody is told its number."""
    school = posted_school(tmp_path)
    recorded(Browser(school, "dsl"))
    edited(school.folder, ("[people.office]\n", '[people.office]\nrelated = ["A1"]\n'))
    office = Browser(school, "office")
    assert NUMBER not in office.open("/requests").text
    assert office.open(f"/requests/{NUMBER}").status == 404


def test_an_overdue_request_is_marked_in_words(tmp_path: Path) -> None:
    """Not by colour alone."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    recorded(browser)
    school.clock.turn_to(the_one(school).due.replace(day=20))
    assert "Overdue Subject access" in browser.open("/requests").text


def test_today_leads_to_it(tmp_path: Path) -> None:
    """For the DSL and the office until it is answered; the head is not asked."""
    school = posted_school(tmp_path)
    browser = Browser(school, "office")
    recorded(browser)
    page = browser.open()
    assert f"/requests/{NUMBER}" in " ".join(str(one) for one in page.tree.xpath("//main//a/@href"))
    assert NUMBER not in Browser(school, "head").open().text
    change(browser, "answered", answered_on="today", how="Withdrawn")
    assert NUMBER not in browser.open().text
