"""Emails that are read before they are asked for are the same ones, each within its own budget."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from made_reports import REGISTER, shipped_policy
from mailbox_mails import mail
from spinning_reader import COMMAND, SPINS

from letterladder.ground.values import replace
from letterladder.mailbox import reading_ahead, remembering
from letterladder.mailbox.budget import BudgetedReader, ReadingProcess
from letterladder.mailbox.message import read_arrival
from letterladder.mailbox.reading_ahead import Pool
from letterladder.mailbox.reading_process import Setup
from letterladder.mailbox.remembering import RememberingReader
from letterladder.rules.people.conflict import NO_STAFF
from letterladder.rules.texts.forms import NO_FORMS
from letterladder.rules.texts.report import TOO_MUCH, Arrival

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SETUP = Setup(forms=NO_FORMS, register=REGISTER, policy=shipped_policy(), staff=NO_STAFF)
NONE = ReadingProcess(command=("no such program",))


@pytest.fixture(name="pool", scope="module")
def _pool() -> Iterator[Pool]:
    pool = Pool(2, command=COMMAND, seconds=1)
    yield pool
    pool.end()


@pytest.fixture(name="reader")
def _reader(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> RememberingReader:
    """One that reads only beforehand: any other email has no process, and nothing is looked for in it."""
    monkeypatch.setattr(remembering, "shared_pool", lambda: pool)
    return RememberingReader(by=BudgetedReader(lambda: SETUP, NONE))


def arrivals(*texts: str) -> list[Arrival]:
    """Emails with these texts."""
    raws = [mail(text, f"Subject: {number}") for number, text in enumerate(texts)]
    return [Arrival(key="1", raw=raw, size=len(raw), received=NOW) for raw in raws]


def test_they_are_as_if_read_when_asked_for(reader: RememberingReader) -> None:
    """In whatever order they are asked for; and what triage found in them is known."""
    coming = arrivals(*(f"Ned Farrow wrote it {number} times." for number in range(5)))
    reader.ahead(coming, NOW)
    for one in reversed(coming):
        found = reader(one, NOW)
        assert found == read_arrival(one, NOW)
        looked = reader.looked(found)
        assert looked
        assert [each.adult for each in looked.found.suggestions] == ["A1"]


def test_nothing_is_known_of_one_that_was_not(reader: RememberingReader) -> None:
    """Whoever asks works it out."""
    (one,) = arrivals("Ned Farrow wrote it.")
    assert reader.looked(reader(one, NOW)) is None


def test_one_that_computes_without_end_is_given_up_and_the_others_are_read(reader: RememberingReader) -> None:
    """Its process is ended, and another one started."""
    coming = arrivals("Good morning.", SPINS.decode(), "Good night.", "Good day.")
    reader.ahead(coming, NOW)
    assert [reader(one, NOW).faults for one in coming] == [(), (TOO_MUCH,), (), ()]


def test_what_nobody_asks_for_is_forgotten(
    reader: RememberingReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A round that ends early leaves no heap of reports."""
    monkeypatch.setattr(remembering, "MOST_AHEAD", 2)
    coming = arrivals("a", "b", "c")
    reader.ahead(coming, NOW)
    assert [reader.looked(reader(one, NOW)) is not None for one in coming] == [False, True, True]


def test_at_rest_no_process_is_left(pool: Pool, reader: RememberingReader) -> None:
    """Each holds memory; the next email starts them again."""
    (one,) = arrivals("Good morning.")
    reader.ahead([one], NOW)
    reader(one, NOW)
    reader.rest()
    assert pool.running == 0
    again = replace(one, raw=one.raw + b"\n")
    reader.ahead([again], NOW)
    assert reader.looked(reader(again, NOW))


def test_another_process_is_started_where_many_are_asked_for(
    reader: RememberingReader, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One alone for a few: each start computes for as long as a hundred emails."""
    monkeypatch.setattr(reading_ahead, "WORTH_ANOTHER", 4)
    pool.rest()
    for count, most in ((3, 1), (3, 2)):
        coming = arrivals(*(f"{count} {most} {number}" for number in range(count)))
        reader.ahead(coming, NOW)
        assert all(reader.looked(reader(one, NOW)) for one in coming)
        assert pool.running <= most
    assert pool.running == 2


def test_the_usual_process_goes_on_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has read before, and need not start again for the next email."""
    usual = ReadingProcess(command=COMMAND)
    pool = Pool(2, first=usual, command=COMMAND)
    monkeypatch.setattr(remembering, "shared_pool", lambda: pool)
    reader = RememberingReader(by=BudgetedReader(lambda: SETUP, NONE))
    try:
        (one,) = arrivals("Good evening.")
        reader.ahead([one], NOW)
        assert reader.looked(reader(one, NOW))
        reader.rest()
        assert usual.is_running
        assert pool.running == 0
    finally:
        pool.end()
    assert not usual.is_running


def test_there_is_one_pool_for_all_schools() -> None:
    """No more processes read than the machine has processors, however many schools there are."""
    assert reading_ahead.shared_pool() is reading_ahead.shared_pool()
