"""While somebody else writes: what was pressed is kept, the page says so, and it is done once when they end."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desk_browser import Browser, Page
from office import Rehearsal
from prepared import posted_school, reported_school

from letterladder.desk.web import schools
from letterladder.records.logs.lock import writer_lock
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
