"""An email may compute for so long, whatever it does; then it is given up, and the next one is read as ever."""

import pickle
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from mailbox_mails import mail
from spinning_reader import COMMAND, DIES, SLEEPS, SPINS

from letterladder.mailbox.budget import BudgetedReader, ReadingProcess
from letterladder.mailbox.message import read_arrival
from letterladder.mailbox.reading_process import Setup, serve
from letterladder.rules.texts.forms import NO_FORMS
from letterladder.rules.texts.report import TOO_MUCH, Arrival, Report

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(name="process")
def _process() -> Iterator[ReadingProcess]:
    process = ReadingProcess(command=COMMAND, seconds=1)
    yield process
    process.end()


def reader(process: ReadingProcess) -> BudgetedReader:
    """A reader without a register."""
    setup = Setup(forms=NO_FORMS)
    return BudgetedReader(lambda: setup, process)


def read(process: ReadingProcess, one: Arrival) -> Report:
    """Its report, by a reader without a register."""
    return reader(process)(one, NOW).report


def arrival(text: str) -> Arrival:
    """An email with this text."""
    raw = mail(text, "Content-Type: text/plain")
    return Arrival(key="1", raw=raw, size=len(raw), received=NOW)


def test_an_email_that_computes_without_end_is_given_up(process: ReadingProcess) -> None:
    """Even where that is in the C code of a library, which asks nobody."""
    report = read(process, arrival(f"{SPINS.decode()} He said no."))
    assert report.faults == (TOO_MUCH,)
    assert "He said no." in report.text


def test_the_next_email_is_read_as_ever(process: ReadingProcess) -> None:
    """A new process is started for it."""
    by, next_one = reader(process), arrival("Good morning.")
    by(arrival(SPINS.decode()), NOW)
    assert by(next_one, NOW).report == read_arrival(next_one, NOW)


def test_an_email_that_was_given_up_costs_its_seconds_once(process: ReadingProcess) -> None:
    """It is shown on pages, and judged a moment after it was kept: no process is started for that."""
    by = reader(process)
    by(arrival(SPINS.decode()), NOW)
    process.command = ("no such program",)
    assert by(arrival(SPINS.decode()), NOW).report.faults == (TOO_MUCH,)


def test_an_email_that_waits_without_computing_is_given_up_by_the_clock(process: ReadingProcess) -> None:
    """So it is with every email on Windows."""
    process.patience = 0.1
    assert read(process, arrival(SLEEPS.decode())).faults == (TOO_MUCH,)


def test_an_email_of_which_the_process_dies_is_given_up_after_a_second_try(process: ReadingProcess) -> None:
    """It may have been for want of memory, or somebody ended it."""
    assert read(process, arrival(DIES.decode())).faults == (TOO_MUCH,)


def test_where_no_process_can_be_started_emails_are_read_all_the_same() -> None:
    """Better without a budget than not at all."""
    one = arrival("Good morning.")
    assert read(ReadingProcess(command=("no such program",)), one) == read_arrival(one, NOW)


def test_a_message_that_is_no_task_ends_the_process() -> None:
    """Whoever sent it is told by its end, and does not wait ten minutes for an answer that never comes."""
    with pytest.raises(TypeError, match="str is no task"):
        serve(BytesIO(pickle.dumps("a task of another kind")), BytesIO())
