"""The letters that wait for an envelope: printed together, ticked, recorded one by one."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

import pytest
from desk_browser import Browser, Page
from notify_server import KEY, NotifyServer
from office import NoPdf, Rehearsal, an_office, school_folder
from paged_pdf import PagedPdf
from prepared import reported_school
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from letterladder.mailbox.notify_poster import NotifyAccount, NotifyPoster
from letterladder.rules.words import LetterStatus, Method


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    """One letter was approved and is in the tray."""
    school = reported_school(tmp_path)
    school.head_approves()
    school.round()
    assert school.in_hand().status is LetterStatus.POSTING
    return school


class NumberedPdf:
    """A converter whose PDFs say which letter they are of: two pages for the first case, one for every other."""

    def available(self) -> bool:
        """Always there."""
        return True

    def convert(self, docx: bytes) -> bytes:
        """The pages, each with its case and number."""
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            found = re.search(rb"2026-\d{4}", archive.read("word/document.xml"))
        assert found
        ref, out = found[0].decode(), io.BytesIO()
        canvas = Canvas(out)
        for number in range(1, 3 if ref == "2026-0001" else 2):
            canvas.drawString(72, 700, f"{ref} page {number}")
            canvas.showPage()
        canvas.save()
        return out.getvalue()


def two_waiting(tmp_path: Path, *, pdf: bool) -> Rehearsal:
    """Letters to two adults were approved and are in the tray."""
    school_folder(tmp_path)
    school = an_office(tmp_path, pdf=NumberedPdf() if pdf else NoPdf())
    school.report()
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    for ref in ("2026-0001", "2026-0002"):
        school.head_approves(ref)
    school.round()
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


def test_all_are_printed_in_one_file(tmp_path: Path) -> None:
    """Two letters behind the cover list: all pages of both, in the order of the list."""
    school = two_waiting(tmp_path, pdf=True)
    answer = Browser(school, "office").open("/to-post/print").answer
    assert answer.headers["Content-Disposition"].startswith("attachment")
    document = PdfDocument(answer.data)
    cover, behind, *said = [one.get_textpage().get_text_range() for one in document]
    assert all(words in cover for words in ("2 letters to print and post", "Mr Ross Dunn", "2026-0002"))
    assert not behind.strip()
    assert [re.findall(r"2026-000\d page \d", one) for one in said] == [
        ["2026-0001 page 1"],
        ["2026-0001 page 2"],
        ["2026-0002 page 1"],
    ]


def test_letters_without_pdf_are_all_in_one_zip(tmp_path: Path) -> None:
    """Each under its case, byte for byte as it was approved."""
    school = two_waiting(tmp_path, pdf=False)
    answer = Browser(school, "office").open("/to-post/print").answer
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert sorted(archive.namelist()) == ["2026-0001 L1 v1.docx", "2026-0002 L1 v1.docx"]
        for ref in ("2026-0001", "2026-0002"):
            content = archive.read(f"{ref} L1 v1.docx")
            assert hashlib.sha256(content).hexdigest() == school.in_hand(ref).sha256


def test_nothing_waiting_says_so(tmp_path: Path) -> None:
    """An empty tray is a sentence."""
    page = Browser(reported_school(tmp_path), "office").open("/to-post")
    assert "No letter is waiting for the post." in page.text


def test_a_letter_that_a_provider_posts_is_not_the_offices(tmp_path: Path) -> None:
    """It has no box to tick, and is named with how far it is; nothing is printed."""
    school_folder(tmp_path)
    with NotifyServer() as server:
        poster = NotifyPoster(NotifyAccount(key=KEY, address=server.address))
        school = an_office(tmp_path, pdf=PagedPdf(), poster=poster)
        school.report()
        school.head_approves()
        page = Browser(school, "office").open("/to-post")
        assert "No letter is waiting for the post" in page.text
        assert "GOV.UK Notify gets it on the day printed in it" in page.text
        day = school.in_hand().date_on_letter
        assert day is not None
        school.day(day.isoformat())
        server.say("accepted")
        school.at(f"{day.isoformat()} 12:00")
    page = Browser(school, "office").open("/to-post")
    assert "2026-0001: GOV.UK Notify says accepted." in page.text
    assert not page.tree.xpath("//input[@name='went']")
