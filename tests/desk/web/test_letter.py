"""The page of a letter: its pages, what changed, and the three answers to it."""

import io
import zipfile
from pathlib import Path

import pytest
from desk_browser import Browser, Page, desk_of
from office import Rehearsal
from prepared import posted_school, reported_school

from letterladder.rules.cases.events import LetterApproved
from letterladder.rules.words import LetterStatus

CASE = "/cases/2026-0001"
LETTER = f"{CASE}/letters/L1/1"


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    return reported_school(tmp_path)


def shown(browser: Browser) -> Page:
    """The letter in hand."""
    return browser.open(f"{CASE}/letter")


def test_the_letter_in_hand_is_shown_with_its_words(school: Rehearsal) -> None:
    """As pictures with their text, or as the Word file says it; the adult's name is in it either way."""
    page = shown(Browser(school, "head"))
    assert page.answer.request.path.endswith("/letters/L1/1")
    assert "Dunn" in page.tree.xpath("//section[@aria-label='The letter']")[0].text_content()
    for src in page.tree.xpath("//section//img/@src"):
        picture = Browser(school, "head").open(src)
        assert picture.answer.data.startswith(b"\x89PNG")


def test_it_is_approved_by_the_bytes_that_were_shown(school: Rehearsal) -> None:
    """From the link in the email: letter, approve. The log says "desk" and by whom."""
    head = Browser(school, "head")
    form = shown(head).form("/approve")
    assert form["sha256"] == school.in_hand().sha256
    page = head.press(f"{LETTER}/approve", form)
    assert "is approved" in page.text
    letter = school.case().letter("L1", 1)
    assert letter is not None
    assert letter.approved_by
    events = school.office.cases.read("2026-0001")
    assert [one.event.how for one in events if isinstance(one.event, LetterApproved)] == ["desk"]


@pytest.mark.parametrize("sha256", ["", "0" * 64])
def test_other_bytes_are_not_approved(school: Rehearsal, sha256: str) -> None:
    """A form that names no bytes, or others than the draft's, approves nothing."""
    head = Browser(school, "head")
    page = head.press(f"{LETTER}/approve", shown(head).form("/approve"), sha256=sha256)
    assert page.status == 422
    assert "Another version is in hand now" in page.text
    assert school.in_hand().status is LetterStatus.DRAFTED


def test_a_touched_file_is_shown_as_such_and_has_no_button(school: Rehearsal) -> None:
    """Bytes that are not those of the log cannot be approved."""
    path = school.office.cases.path("2026-0001", school.in_hand().file)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + b" ")
    page = shown(Browser(school, "head"))
    assert "not the one that was drafted" in page.text
    assert "Approve this letter" not in page.text


def test_it_is_sent_back_with_words(school: Rehearsal) -> None:
    """Without words it stays; with them it is returned, and the words are on its page."""
    head = Browser(school, "head")
    form = shown(head).form("/send-back")
    assert head.press(f"{LETTER}/send-back", form, note=" ").status == 422
    page = head.press(
        f"{LETTER}/send-back", shown(head).form("/send-back"), note="Leave out the second sentence."
    )
    assert page.status == 200
    old = head.open(LETTER)
    assert "Leave out the second sentence." in old.text
    assert "Approve this letter" not in old.text


def test_the_office_reads_it_and_cannot_approve(school: Rehearsal) -> None:
    """No button, and no way by its address."""
    office = Browser(school, "office")
    page = shown(office)
    assert "Approve this letter" not in page.text
    form = page.form("/edit")
    assert office.press(f"{LETTER}/approve", {**form, "sha256": school.in_hand().sha256}).status == 403
    assert school.in_hand().status is LetterStatus.DRAFTED


def test_it_is_edited_in_word_and_what_changed_is_shown(school: Rehearsal) -> None:
    """Download, upload: the next version, with the words that came and went, and the old one without buttons."""
    office = Browser(school, "office")
    docx = office.open(f"{LETTER}/word")
    assert docx.answer.headers["Content-Disposition"].startswith("attachment")
    changed = _with(docx.answer.data, "Yours sincerely", "With kind regards")
    form = shown(office).form("/edit")
    page = office.press(f"{LETTER}/edit", {**form, "file": (io.BytesIO(changed), "edited.docx")})
    assert page.status == 200, page.text
    assert page.answer.request.path.endswith("/letters/L1/2")
    assert "kind regards" in " ".join(one.text_content() for one in page.tree.xpath("//ins"))
    assert "sincerely" in " ".join(one.text_content() for one in page.tree.xpath("//del"))
    assert school.in_hand().version == 2
    assert "With kind regards" in school.office.word.text_of(
        school.office.cases.file("2026-0001", school.in_hand().file)
    )
    old = office.open(LETTER)
    assert "Void" in old.text
    assert not old.tree.xpath("//main//form")


def test_a_file_that_is_no_letter_is_refused_in_words(school: Rehearsal) -> None:
    """Anything may be uploaded; nothing but a Word file that fits is taken."""
    office = Browser(school, "office")
    for content in (b"", b"MZ\x90 not a letter"):
        form = shown(office).form("/edit")
        page = office.press(f"{LETTER}/edit", {**form, "file": (io.BytesIO(content), "x.docx")})
        assert page.status == 422
        assert page.tree.xpath("//*[@role='alert']")
    assert school.case().letters[-1].version == 1


def test_a_posted_letter_has_no_buttons(tmp_path: Path) -> None:
    """What has gone can be read, and nothing else."""
    page = Browser(posted_school(tmp_path), "head").open(LETTER)
    assert "Posted" in page.text
    assert not page.tree.xpath("//main//form")


def test_a_letter_of_a_case_that_is_hidden_is_not_there(school: Rehearsal) -> None:
    """Neither page nor picture nor Word file of an unknown case or version."""
    head = Browser(school, "head", app=desk_of(school))
    for path in ("/cases/2026-0099/letters/L1/1", f"{CASE}/letters/L1/9", f"{CASE}/letters/..%2f/1/word"):
        assert head.open(path).status == 404


def _with(docx: bytes, old: str, new: str) -> bytes:
    """The Word file with a word changed in its text."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for item in before.infolist():
            content = before.read(item)
            if item.filename == "word/document.xml":
                content = content.replace(old.encode(), new.encode())
            after.writestr(item, content)
    return out.getvalue()
