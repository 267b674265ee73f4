"""Keeping and deleting in the desk: a case whose day has come, and what a person decides."""

from datetime import date
from pathlib import Path

import pytest
from desk.test_cli_retention import one_ended
from desk_browser import Browser, Page
from office import Rehearsal, edited
from prepared import prepared

from letterladder.workflows.acts.on_keeping import keeping

REF, OPEN = "2026-0001", "2026-0002"
DSL_EMAIL = 'email = "j.treadwell@larkfield.example"'
DUE = date(2032, 11, 5)


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    return prepared(one_ended, tmp_path)


def decide(browser: Browser, what: str, **typed: str) -> Page:
    """Press one of the buttons of the case."""
    path = f"/retention/{REF}"
    fields = browser.open(path).form("", holding="seen")
    kept = {name: fields[name] for name in ("csrf_token", "once", "seen")}
    return browser.press(path, {**kept, **typed}, what=what)


def test_a_case_is_listed_when_its_day_has_come(school: Rehearsal) -> None:
    """Not before, and never an open one."""
    browser = Browser(school, "dsl")
    assert "No case is due" in browser.open("/retention").text
    school.clock.turn_to(DUE)
    listed = browser.open("/retention").tree.xpath("//main//ol")[0].text_content()
    assert (REF in listed, OPEN in listed) == (True, False)


def test_kept_until_another_day(school: Rehearsal) -> None:
    """With the reason; then it is on the list no more."""
    school.clock.turn_to(DUE)
    browser = Browser(school, "dsl")
    page = decide(browser, "until", until="31 August 2034", until_reason="a claim may come")
    assert "No case is due" in page.text
    assert keeping(school.office, REF).review_on == date(2034, 8, 31)


def test_a_legal_hold_begins_and_ends(school: Rehearsal) -> None:
    """While it lasts, it may not be deleted."""
    browser = Browser(school, "dsl")
    decide(browser, "keep", keep_reason="a claim")
    page = browser.open(f"/retention/{REF}")
    assert "It may not be deleted now. It is under a legal hold: a claim" in page.text
    decide(browser, "release", release_reason="settled")
    assert keeping(school.office, REF).marks.held == ""


@pytest.mark.parametrize(
    ("what", "typed", "words"),
    [
        ("until", {"until": "yesterday", "until_reason": "x"}, "not to come"),
        ("until", {"until": "31 Aug 2034"}, "Say why"),
        ("keep", {}, "Say why it is kept"),
        ("forget", {"forget_reason": "erasure", "really": "yes"}, "to show that you mean this case"),
    ],
)
def test_what_is_missing_is_asked_for(
    school: Rehearsal, what: str, typed: dict[str, str], words: str
) -> None:
    """And nothing is done."""
    page = decide(Browser(school, "dsl"), what, **typed)
    assert (page.status, words in page.text) == (422, True)
    assert keeping(school.office, REF).marks.keep_until is None
    assert all(value in page.form("", holding=name)[name] for name, value in typed.items())


def test_deleting_needs_its_reference_typed_and_its_day(school: Rehearsal) -> None:
    """Before its day only where that is said; with a name in the reason, not at all."""
    browser = Browser(school, "dsl")
    typed = {"forget_reason": "erasure was asked for", "really": REF}
    early = decide(browser, "forget", **typed)
    assert (early.status, "It is kept until" in early.text, "--early" in early.text) == (422, True, False)
    named = decide(browser, "forget", **{**typed, "forget_reason": "Mr Dunn asked", "early": "yes"})
    assert (named.status, "names" in named.text) == (422, True)
    gone = decide(browser, "forget", **typed, early="yes")
    assert "deleted for good" in gone.text
    assert browser.open(f"/retention/{REF}").status == 404


def test_the_office_and_whoever_is_too_near_decide_nothing(school: Rehearsal) -> None:
    """The one has no such right; to the other the case does not exist."""
    assert Browser(school, "office").open("/retention").status == 403
    edited(school.folder, (DSL_EMAIL, f'{DSL_EMAIL}\nrelated = ["A1"]'))
    school.clock.turn_to(DUE)
    browser = Browser(school, "dsl")
    page = browser.open("/retention")
    assert page.tree.xpath("//main//ol") == []
    assert "1 case is not shown to you" in page.text
    assert browser.open(f"/retention/{REF}").status == 404
