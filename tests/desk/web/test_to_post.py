"""The letters that wait for an envelope: printed together, ticked, recorded one by one."""

import io
import zipfile
from pathlib import Path

import pytest
from desk_browser import Browser, Page
from office import Rehearsal
from prepared import reported_school

from letterladder.rules.words import LetterStatus, Method


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    """One letter was approved and is in the tray."""
    school = reported_school(tmp_path)
    school.head_approves()
    school.round()
    assert school.in_hand().status is LetterStatus.POSTING
    return school


def tick(browser: Browser, page: Page, **fields: str) -> Page:
    """Tick the one letter and press."""
    return browser.press("/to-post", {**page.form(holding="seen-2026-0001"), "went": "2026-0001", **fields})


def test_name_and_address_stand_beside_each_tick(school: Rehearsal) -> None:
    """Whoever ticks sees to whom it went."""
    page = Browser(school, "office").open("/to-post")
    label = page.tree.xpath("//label[@for='went-2026-0001']")[0].text_content()
    adult = school.office.people.read().adults[school.case().adult]
    for line in (adult.family_name, *adult.address):
        assert line in label


def test_a_ticked_letter_is_recorded_as_posted(school: Rehearsal) -> None:
    """Day, method and proof are those that were typed; the list is empty then."""
    office = Browser(school, "office")
    day = school.in_hand().date_on_letter
    assert day is not None
    school.day(day.isoformat())
    page = tick(office, office.open("/to-post"), on="today", method="second-class", proof="AB 12")
    assert "1 letter is recorded as posted" in page.text
    assert "No letter is waiting" in page.text
    letter = school.case().last_posted
    assert letter is not None
    assert (letter.posted_on, letter.method) == (day, Method.SECOND_CLASS)


def test_nothing_ticked_is_said(school: Rehearsal) -> None:
    """No letter is posted by a press without a tick."""
    office = Browser(school, "office")
    page = office.press("/to-post", office.open("/to-post").form(holding="seen-2026-0001"), went="")
    assert page.status == 422
    assert "Tick the letters that went." in page.text
    assert school.in_hand().status is LetterStatus.POSTING


def test_what_is_refused_stays_ticked_with_its_reason(school: Rehearsal) -> None:
    """A day that has not come: the letter stays, with the words and the tick."""
    office = Browser(school, "office")
    page = tick(office, office.open("/to-post"), on="20 Nov", proof="AB 12")
    assert page.status == 422
    assert "has not come yet" in page.text
    assert page.tree.xpath("//input[@name='went'][@checked]")
    assert page.tree.xpath("//input[@name='proof']/@value") == ["AB 12"]
    assert school.in_hand().status is LetterStatus.POSTING


def test_the_same_press_twice_posts_once(school: Rehearsal) -> None:
    """A reload is no second posting, and no fault either."""
    office = Browser(school, "office")
    day = school.in_hand().date_on_letter
    assert day is not None
    school.day(day.isoformat())
    form = office.open("/to-post").form(holding="seen-2026-0001")
    for _ in range(2):
        assert office.press("/to-post", form, went="2026-0001").status == 200
    assert school.kinds().count("LetterPosted") == 1


def test_all_are_printed_in_one_file(school: Rehearsal) -> None:
    """One PDF where each has one; else a zip of the files, each under its case."""
    answer = Browser(school, "office").open("/to-post/print").answer
    assert answer.headers["Content-Disposition"].startswith("attachment")
    if answer.data.startswith(b"%PDF"):
        return
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.namelist() == ["2026-0001 L1 v1.docx"]


def test_nothing_waiting_says_so(tmp_path: Path) -> None:
    """An empty tray is a sentence."""
    page = Browser(reported_school(tmp_path), "office").open("/to-post")
    assert "No letter is waiting for the post." in page.text
