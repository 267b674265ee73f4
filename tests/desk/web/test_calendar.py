"""The calendar in the desk: what it says, how far it reaches, and what is put into it."""

import hashlib
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from desk_browser import Browser, Page
from office import Rehearsal, edited
from prepared import reported_school

from letterladder.config.calendar_file import read_calendar
from letterladder.rules.days.calendar import Calendar
from letterladder.rules.office.exports import CalendarChanged

SNOW = date(2026, 11, 16)
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20261127
SUMMARY:INSET day
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261130
SUMMARY:Closed <b>boiler</b>
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20261201
SUMMARY:Year 4 trip
END:VEVENT
END:VCALENDAR
"""


def close(browser: Browser, **typed: str) -> Page:
    """Say that the school is closed."""
    fields = browser.open("/calendar").form("/closure")
    return browser.press("/calendar/closure", {**fields, **typed})


def upload(browser: Browser, content: str = ICS) -> Page:
    """Upload another calendar."""
    fields: dict[str, Any] = browser.open("/calendar").form("/upload")
    return browser.press("/calendar/upload", fields, file=(BytesIO(content.encode()), "dates.ics"))


def calendar_of(school: Rehearsal) -> Calendar:
    """The calendar as its file says now."""
    found = read_calendar(school.folder / "calendar.toml")[0]
    assert found is not None
    return found


def test_months_say_in_words_which_days_do_not_count(tmp_path: Path) -> None:
    """A table each with its days of the week; INSET and holidays are words."""
    page = Browser(reported_school(tmp_path), "office").open("/calendar?month=2026-12")
    captions = [
        one.text_content() for one in page.tree.xpath("//table[contains(@class, 'desk-calendar')]/caption")
    ]
    assert captions == ["December 2026", "January 2027", "February 2027"]
    cells = [" ".join(one.text_content().split()) for one in page.tree.xpath("//td[@class='off']")]
    assert {"25 Christmas Day", "4 INSET", "21 holiday", "26"} <= {*cells}


@pytest.mark.parametrize("month", ["2026-13", "nonsense", "9999-01", "0001-01"])
def test_an_odd_month_is_this_one(tmp_path: Path, month: str) -> None:
    """Whatever the address says."""
    page = Browser(reported_school(tmp_path), "office").open(f"/calendar?month={month}")
    assert "November 2026" in page.text


def test_it_warns_before_answer_dates_lie_beyond_its_end(tmp_path: Path) -> None:
    """And says when it is over."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    assert "It reaches until" in browser.open("/calendar").text
    school.clock.turn_to(date(2027, 8, 1))
    assert "Answer dates will soon lie beyond" in browser.open("/calendar").text
    school.clock.turn_to(date(2027, 12, 1))
    assert "The calendar ended on" in browser.open("/calendar").text


def test_a_closure_counts_at_once(tmp_path: Path) -> None:
    """For the pages and for the next round; the file before is kept."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = close(browser, first="16 Nov", why="snow")
    assert "Monday 16 November 2026 (snow)" in page.text
    assert calendar_of(school).why_not_school(SNOW) == "snow"
    assert (school.folder / "calendar-2026-11-02.toml").exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"first": "16 Nov"}, "Say why"),
        ({"why": "snow"}, "Say on which day"),
        ({"first": "15 Nov 2026", "why": "snow"}, "not open then in any case"),
        ({"first": "16 Nov", "last": "12 Nov", "why": "snow"}, "before the first"),
        ({"first": "2 Nov 2026", "last": "18 Dec 2026", "why": "snow"}, "more than 10 days"),
        ({"first": "1 Feb 2030", "why": "snow"}, "covers the days until"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    tmp_path: Path, typed: dict[str, str], words: str
) -> None:
    """With what was typed."""
    school = reported_school(tmp_path)
    page = close(Browser(school, "office"), **typed)
    assert (page.status, words in page.text) == (422, True)
    assert {name: page.form("/closure")[name] for name in typed} == typed
    assert not list(school.folder.glob("calendar-*.toml"))


def test_another_calendar_is_proposed_and_a_person_ticks(tmp_path: Path) -> None:
    """What is ticked goes in, and nothing else; names with markup are text."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = upload(browser)
    assert ("INSET day: Friday 27 November 2026" in page.text, "1 mean nothing" in page.text) == (True, True)
    assert "<b>boiler" not in page.source
    path = str(page.tree.xpath("//form[contains(@action, '/calendar/upload/')]/@action")[0])
    fields = {name: page.form(path)[name] for name in ("csrf_token", "once")}
    assert browser.press(path, fields).status == 422
    done = browser.press(path, fields, take=["inset-2026-11-27-2026-11-27"])
    assert "Put into the calendar: 1" in done.text
    assert date(2026, 11, 27) in calendar_of(school).inset
    assert not calendar_of(school).closures
    assert browser.press(path, fields, take=["inset-2026-11-27-2026-11-27"]).status == 404


def test_what_is_no_calendar_is_refused(tmp_path: Path) -> None:
    """In words; and so is a form without a file."""
    browser = Browser(reported_school(tmp_path), "office")
    page = upload(browser, "hello")
    assert (page.status, "not a calendar file" in page.text) == (422, True)
    fields = browser.open("/calendar").form("/upload")
    assert "Choose the file" in browser.press("/calendar/upload", {**fields, "file": ""}).text


def test_a_faulty_file_is_never_replaced(tmp_path: Path) -> None:
    """Somebody broke it in an editor meanwhile."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    browser.open("/calendar")
    edited(school.folder, ("[[terms]]", "[[terns]]"), file="calendar.toml")
    page = close(browser, first="16 Nov", why="snow")
    assert (page.status, "This key is not known" in page.text) == (422, True)
    assert "terns" in (school.folder / "calendar.toml").read_text()


def test_who_changed_it_is_logged_and_shown(tmp_path: Path) -> None:
    """Who, when, which days; not the words, which are in the calendar alone; and that an editor was used since."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    assert "Nobody has changed it here yet" in browser.open("/calendar").text
    close(browser, first="16 Nov", last="17 Nov", why="snow")
    (line,) = school.office.exports.entries()
    event = line.event
    assert isinstance(event, CalendarChanged)
    assert (line.by, event.closed) == (
        school.office.school.people["office"].name,
        ["2026-11-16", "2026-11-17"],
    )
    file = school.folder / "calendar.toml"
    assert event.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert "snow" not in (school.folder / "data" / "ledger" / "exports.log").read_text("utf-8")
    page = Browser(school, "dsl").open("/calendar")
    assert "Closed on 16 November 2026 and 17 November 2026." in page.text
    assert line.by in page.text
    assert "in an editor" not in page.text
    file.write_text(file.read_text("utf-8") + "\n# by hand\n", "utf-8")
    assert "in an editor" in browser.open("/calendar").text


def test_a_change_that_is_refused_is_not_logged(tmp_path: Path) -> None:
    """The file is faulty: neither it nor the log has a new line."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    fields = browser.open("/calendar").form("/closure")
    edited(school.folder, ("[[terms]]", "[[term"), file="calendar.toml")
    assert browser.press("/calendar/closure", fields, first="16 Nov", why="snow").status >= 400
    assert school.office.exports.entries() == []


LIST = """Spring term 2028: Tuesday 4 January 2028 to Friday 31 March 2028
Half term: Monday 14 February to Friday 18 February 2028
INSET day: Monday 21 February 2028
Open evening: 3 February 2028
Summer term: Monday 17 April 2029 to Friday 20 July 2029
"""


def paste(browser: Browser, words: str) -> Page:
    """Paste a list of term dates."""
    fields: dict[str, Any] = browser.open("/calendar").form("/upload")
    return browser.press("/calendar/upload", {**fields, "pasted": words})


def test_a_pasted_list_is_proposed_and_put_in(tmp_path: Path) -> None:
    """Terms without their half-term; what is not clear is handed back, and nothing is taken from it."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = paste(browser, LIST)
    said = page.text
    assert "Term: Tuesday 4 January 2028 to Friday 11 February 2028 (Spring term, first half)" in said
    assert said.count("Open evening: 3 February 2028") == 2, "as it was typed, and among what is not clear"
    assert (
        "Summer term: Monday 17 April 2029 to Friday 20 July 2029 (the weekday does not fit the date)" in said
    )
    before = calendar_of(school)
    path = str(page.tree.xpath("//form[contains(@action, '/calendar/upload/')]/@action")[0])
    fields = {name: page.form(path)[name] for name in ("csrf_token", "once")}
    offered = page.tree.xpath("//input[@name='take']/@value")
    assert "inset-2028-02-21-2028-02-21" in offered, "it is in a term that is offered as well"
    browser.press(path, fields, take=[str(one) for one in offered])
    now = calendar_of(school)
    assert [str(term.first) for term in now.terms[len(before.terms) :]] == ["2028-01-04", "2028-02-21"]
    assert now.covered_until == date(2028, 3, 31)
    assert date(2028, 2, 21) in now.inset


def test_neither_a_file_nor_a_list_is_said(tmp_path: Path) -> None:
    """With what to do."""
    page = paste(Browser(reported_school(tmp_path), "office"), "   ")
    assert "or paste a list of term dates" in page.text


def test_a_list_is_shown_as_words_and_not_as_a_page(tmp_path: Path) -> None:
    """Whatever is pasted."""
    page = paste(Browser(reported_school(tmp_path), "office"), "<b>Fair</b>: 3 February 2028")
    assert "<b>Fair" not in page.source
    assert "<b>Fair</b>: 3 February 2028" in page.text
