"""Of what kind those are who reported: said where a letter is decided, to those who may know who reported."""

from pathlib import Path

import pytest
from desk.terminal import Window
from desk_browser import Browser, desk_of
from office import BOX, DSL, HEAD, Rehearsal, an_office, form
from prepared import reported_school

from letterladder.rules.words import ReporterKind
from letterladder.workflows.answering import TriageOrder, triage_case

CASE = "/cases/2026-0001"
STAFF = ReporterKind.STAFF.words
SENDERS = [
    ("unknown", "Kind Neighbour <neighbour@freemail.example>"),
    ("parent", "Emeka Okoro <emeka.okoro@letterbox.example>"),
    ("other-parent", "Mira Falk <mira.falk@letterbox.example>"),
    ("adult", "Ross Dunn <ross.dunn@letterbox.example>"),
]


def sent(school: Rehearsal, sender: str) -> None:
    """A report on the school's form."""
    school.deliver(f"From: {sender}\nTo: {BOX}\nSubject: Form\n\n{form()}".encode())
    school.round()


@pytest.mark.parametrize("path", [CASE, f"{CASE}/letter"])
def test_the_head_reads_it_with_the_case_and_with_the_letter(path: str, tmp_path: Path) -> None:
    """And the office, which may not know who reported, on neither page."""
    school = reported_school(tmp_path)
    app = desk_of(school)
    assert STAFF in Browser(school, "head", app=app).open(path).text
    office = Browser(school, "office", app=app).open(path)
    assert office.status == 200
    assert STAFF not in office.text


def test_today_says_it_where_a_letter_waits_for_a_yes(tmp_path: Path) -> None:
    """Beside the letter, to the head."""
    school = reported_school(tmp_path)
    line = Browser(school, "head").open().tree.xpath("//main//li")[0].text_content()
    assert f"told by {STAFF}." in line


@pytest.mark.parametrize(("kind", "sender"), SENDERS[:-1])  # what the adult writes counts as an answer
def test_all_kinds_are_said_beside_the_letter(kind: str, sender: str, tmp_path: Path) -> None:
    """Also of a report that somebody put on the case by hand, after the letter was drafted."""
    school = reported_school(tmp_path)
    sent(school, sender)
    mail = school.mails()[-1].seen.sha256[:12]
    Window(school.folder).type("file", mail, "--to", "2026-0001", "--by", "Mrs Carol Binns")
    text = Browser(school, "head").open(f"{CASE}/letter").text
    assert ReporterKind(kind).words in text
    assert STAFF in text


def test_an_approver_who_may_not_know_who_reported_is_not_told(tmp_path: Path) -> None:
    """The alternate approver: neither in the email that asks, nor with the case, the letter, or on Today."""
    school = reported_school(tmp_path)
    order = TriageOrder(alternate=True, clear=True)
    triage_case(school.office, school.case(), order, by="Miss Treadwell")
    school.round()
    asked = school.newest("approval")
    assert asked.to not in ((HEAD,), (DSL,))
    assert "Told by" not in asked.text
    browser = Browser(school, "alternate")
    for path in ("/", CASE, f"{CASE}/letter"):
        page = browser.open(path)
        assert page.status == 200
        assert STAFF not in page.text


@pytest.mark.parametrize(("kind", "sender"), SENDERS)
def test_the_card_by_email_says_it_and_names_nobody(kind: str, sender: str, tmp_path: Path) -> None:
    """Whoever is told of an email in the in-tray reads what sort of sender it is."""
    school = an_office(tmp_path)
    sent(school, sender)
    school.day("2026-11-03")
    card = school.newest("card")
    assert f"From     {ReporterKind(kind).words}" in card.text
    for word in (*sender.partition(" <")[0].split(), sender.partition("<")[2].rstrip(">")):
        assert word not in card.text
