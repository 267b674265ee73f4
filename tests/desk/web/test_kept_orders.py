"""While somebody else writes: what was pressed is kept, the page says so, and it is done once when they end."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from desk_browser import Browser, Page
from office import Rehearsal
from prepared import posted_school, reported_school

from letterladder.desk.web import schools
from letterladder.records.logs.lock import writer_lock
from letterladder.rules.office.orders import RecordAnswer
from letterladder.rules.words import LetterStatus

CASE = "/cases/2026-0001"
PROMISE = "Kept, and done as soon as it can be"


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page waits a moment, and not ten seconds, for the other writer."""
    monkeypatch.setattr(schools, "PATIENCE", 0.05)


@contextmanager
def somebody_writes(school: Rehearsal) -> Iterator[None]:
    """Another thread holds the writer's lock of this school."""
    holds, may_end = threading.Event(), threading.Event()

    def write() -> None:
        with writer_lock(school.folder / "data"):
            holds.set()
            may_end.wait(60)

    other = threading.Thread(target=write)
    other.start()
    assert holds.wait(60)
    try:
        yield
    finally:
        may_end.set()
        other.join()


def test_a_kept_answer_is_said_and_recorded_once(tmp_path: Path) -> None:
    """Pressed three times while somebody writes and once after: one answer, with the words that were typed."""
    school = posted_school(tmp_path)
    office = Browser(school, "office")
    form = office.open(f"{CASE}/answer").form(holding="seen")
    typed = {**form, "outcome": "removed", "channel": "phone", "on": "today", "summary": "Rang: it is gone."}
    with somebody_writes(school):
        for _ in range(3):
            page = office.press(f"{CASE}/answer", typed)
            _is_said(page)
        assert len({one.id for one in school.office.shelf.waiting()}) == 1
        assert school.case().answers == ()
    school.round()
    assert [one.summary for one in school.case().answers] == ["Rang: it is gone."]
    for _ in range(2):
        school.round()
    assert school.office.shelf.waiting() == []
    after = office.press(f"{CASE}/answer", typed)
    assert after.status == 200
    school.round()
    assert len(school.case().answers) == 1


def test_a_kept_approval_is_done_once(tmp_path: Path) -> None:
    """Exactly the bytes that were shown, by the head, when the writer has ended."""
    school = reported_school(tmp_path)
    head = Browser(school, "head")
    page = head.open(f"{CASE}/letter")
    form = page.form("/approve")
    with somebody_writes(school):
        _is_said(head.press(f"{CASE}/letters/L1/1/approve", form))
        assert school.in_hand().status is LetterStatus.DRAFTED
    assert head.press(f"{CASE}/letters/L1/1/approve", form).status == 200
    school.round()
    assert school.kinds().count("LetterApproved") == 1
    letter = school.case().letter("L1", 1)
    assert letter is not None
    assert letter.approved_by


def test_what_a_kept_order_says_is_not_lost_in_a_restart(tmp_path: Path) -> None:
    """It is on disk before the page answers: another desk and another daemon carry it out."""
    school = posted_school(tmp_path)
    office = Browser(school, "office")
    form = office.open(f"{CASE}/answer").form(holding="seen")
    with somebody_writes(school):
        office.press(f"{CASE}/answer", form, outcome="removed", channel="phone", on="today", summary="Kept.")
    files = [one.read_bytes() for one in (school.folder / "data" / "orders").rglob("*") if one.is_file()]
    assert any(b"Kept." in one for one in files)


def _is_said(page: Page) -> None:
    assert page.status == 202
    assert PROMISE in page.text
    assert "again" in page.text
    assert "`" not in page.text
    assert "--" not in page.text


def test_other_words_in_a_form_that_is_kept_are_another_order(tmp_path: Path) -> None:
    """Both are on disk; the first is done, and of the second, which knew nothing of it, its maker hears."""
    school = posted_school(tmp_path)
    office = Browser(school, "office")
    form = office.open(f"{CASE}/answer").form(holding="seen")
    typed = {**form, "outcome": "removed", "channel": "phone", "on": "today", "summary": "Rang: it is gone."}
    with somebody_writes(school):
        for summary in ("Rang: it is gone.", "Rang: he will NOT remove it.", "Rang: it is gone."):
            _is_said(office.press(f"{CASE}/answer", typed, summary=summary))
    school.round()
    assert [one.summary for one in school.case().answers] == ["Rang: it is gone."]
    (refused,) = school.office.shelf.refused()
    assert isinstance(refused.order, RecordAnswer)
    assert refused.order.summary == "Rang: he will NOT remove it."
    assert any("could not be done" in mail.subject for mail in school.sent_mails())


def test_other_words_after_it_was_done_are_judged_by_themselves(tmp_path: Path) -> None:
    """Back in the browser: the case has changed, so nothing is done, the words stay, and a second press does it."""
    school = posted_school(tmp_path)
    office = Browser(school, "office")
    form = office.open(f"{CASE}/answer").form(holding="seen")
    typed = {**form, "outcome": "removed", "channel": "phone", "on": "today", "summary": "Rang: it is gone."}
    assert office.press(f"{CASE}/answer", typed).status == 200
    page = office.press(f"{CASE}/answer", typed, summary="Rang again: it is still there.")
    assert page.status == 409
    assert len(school.case().answers) == 1
    again = page.form(holding="seen")
    assert again["summary"] == "Rang again: it is still there."
    assert office.press(f"{CASE}/answer", {**typed, **again}).status == 200
    assert [one.summary for one in school.case().answers][1:] == ["Rang again: it is still there."]


def test_another_file_under_the_same_form_is_not_taken_for_the_first(tmp_path: Path) -> None:
    """A report with a photograph, then the same form with another one: both photographs are kept."""
    school = posted_school(tmp_path)
    office = Browser(school, "office")
    form = office.open("/new-report").form(holding="once")
    told = {**form, "parent": "Mr Craig Dunn", "what": "Shouted at the gate.", "way": "by phone"}
    for content in (b"the first scan", b"the first scan", b"the second scan"):
        page = office.press("/new-report", {**told, "files": (BytesIO(content), "scan.txt")})
        assert page.status == 200
    raws = [school.office.mail_log.raw(row.seen.sha256) for row in school.mails()]
    held = [
        file.get_content()
        for raw in raws
        for file in message_from_bytes(raw, policy=default).iter_attachments()
    ]
    assert sorted(one for one in held if b"scan" in bytes(one)) == [b"the first scan", b"the second scan"]
