"""A new report at the desk: what somebody told is taken in as if it had come by email."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from desk_browser import Browser, Page
from office import INSULT, Rehearsal, an_office

from letterladder.rules.mails.told_report import BOX
from letterladder.rules.words import Verdict
from letterladder.workflows.known_emails import read_again

WHERE = "/new-report"
TOLD = {
    "reporter": "Mrs Jean Coulter",
    "parent": "Mr Ross Dunn",
    "pupil": "Ella Dunn, 4B",
    "where": "Facebook",
    "what": INSULT,
    "seen_by": "Jean Coulter",
}


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    return an_office(tmp_path)


def told(school: Rehearsal, who: str = "office", **changed: Any) -> Page:
    """Somebody opens the form, types, and sends it."""
    browser = Browser(school, who)
    return browser.press(WHERE, {**browser.open(WHERE).form(holding="once"), **TOLD}, **changed)


@pytest.mark.parametrize("who", ["office", "dsl", "deputy", "head"])
def test_a_clear_report_opens_a_case(who: str, school: Rehearsal) -> None:
    """The page says so, at once."""
    page = told(school, who)
    assert "A case was opened: 2026-0001." in page.text
    assert school.case().adult == "A1"
    (row,) = school.mails()
    assert (row.seen.mailbox, row.seen.sender) == (BOX, school.office.school.people[who].email)


def test_a_second_one_joins_the_case(school: Rehearsal) -> None:
    """As an email would."""
    told(school)
    page = told(school, what=INSULT.replace("lazy", "idle"))
    assert "It belongs to a case that is open already: 2026-0001." in page.text


def test_what_needs_a_person_is_in_the_in_tray(school: Rehearsal) -> None:
    """With the way to it, for those who sort it."""
    page = told(school, parent="not known", pupil="", what="Somebody was rude, I think.")
    assert "It is in the in-tray" in page.text
    assert page.tree.xpath("//a[contains(@href, '/in-tray/')]")
    assert school.verdicts() == [Verdict.INTRAY]


def test_files_come_with_it(school: Rehearsal) -> None:
    """Byte for byte, under a name that leads nowhere else."""
    told(school, files=(BytesIO(b"a scan"), "../letter.pdf"))
    (row,) = school.mails()
    (file,) = read_again(school.office, row).evidence
    assert (file.content, "/" in file.name) == (b"a scan", False)


def test_nothing_typed_is_lost_where_something_is_missing(school: Rehearsal) -> None:
    """All that is missing is said, with a link to it; nothing is taken in."""
    page = told(school, what="", parent="", pupil="")
    assert page.status == 422
    assert page.tree.xpath("//a[@href='#what']")
    assert page.tree.xpath("//a[@href='#parent']")
    assert page.form(holding="once")["reporter"] == "Mrs Jean Coulter"
    assert school.mails() == []


def test_too_many_files_are_refused_with_words(school: Rehearsal) -> None:
    """And the files have to be chosen again, which the page says."""
    files = [(BytesIO(b"x"), f"{number}.txt") for number in range(11)]
    page = told(school, files=files)
    assert page.status == 422
    assert "These are 11 files" in page.text
    assert "choose the files again" in page.text


def test_one_press_is_one_report(school: Rehearsal) -> None:
    """A second press of the same form leads to the same page."""
    browser = Browser(school, "office")
    fields = {**browser.open(WHERE).form(holding="once"), **TOLD}
    first, second = browser.press(WHERE, fields), browser.press(WHERE, fields)
    assert first.text == second.text
    assert len(school.mails()) == 1


def test_only_its_writer_reads_what_became_of_it(school: Rehearsal) -> None:
    """The page of another's report does not exist."""
    page = told(school)
    where = page.answer.request.path
    assert Browser(school, "office").open(where).status == 200
    assert Browser(school, "head").open(where).status == 404


def test_what_was_typed_does_not_run(school: Rehearsal) -> None:
    """Shown again, it is text."""
    page = told(school, what="", parent='"><script>alert(1)</script>')
    assert page.tree.xpath("//main//script") == []
    assert page.form(holding="once")["parent"] == '"><script>alert(1)</script>'


def test_files_that_are_too_large_are_refused_with_words(school: Rehearsal) -> None:
    """What was typed is still there; of far larger ones nothing is read, and the page says so."""
    page = told(school, files=(BytesIO(b"x" * 43_000_000), "film.mp4"))
    assert page.status == 422
    assert "larger than 40 MB together" in page.text
    assert page.form(holding="once")["reporter"] == "Mrs Jean Coulter"
    page = told(school, files=(BytesIO(b"x" * 68_000_000), "film.mp4"))
    assert (page.status, "larger than 40 MB" in page.text) == (413, True)
    assert school.mails() == []


def test_it_works_while_no_mailbox_answers(school: Rehearsal) -> None:
    """Nothing of a mailbox is asked."""
    inbox = school.folder / "inbox"
    inbox.rename(school.folder / "gone")
    assert "A case was opened" in told(school).text
    (school.folder / "gone").rename(inbox)
