"""Which letters of the tray are emailed to the office, and when again."""

from datetime import UTC, date, datetime

import pytest
from calendars import school_calendar

from letterladder.rules.mails.outgoing import LaidOut
from letterladder.rules.mails.print_run import emailed_so_far, not_queued, print_run, school_days_since
from letterladder.rules.office.exports import LettersEmailed, LettersEmailQueued, OfficeEntry, OfficeEvent
from letterladder.rules.office.print_events import EmailedLetter

AUTUMN = school_calendar()


def laid(number: int) -> LaidOut:
    """A letter in the tray."""
    return LaidOut(
        ref=f"2026-000{number}", letter="L1", version=1, to=("Mr Dunn",), post_on=date(2026, 11, 10)
    )


def emailed(day: str, *numbers: int, message_id: str = "<1@x>") -> LettersEmailed:
    """These letters were emailed on this day."""
    letters = [EmailedLetter(ref=f"2026-000{number}", letter="L1", version=1) for number in numbers]
    return LettersEmailed(day=day, to=["o@x.example"], message_id=message_id, letters=letters)


def lines(*events: OfficeEvent) -> list[OfficeEntry]:
    """A log of printing."""
    at = datetime(2026, 11, 9, 9, tzinfo=UTC)
    return [
        OfficeEntry(seq=number, at=at, by="rules", event=event)  # type: ignore[arg-type]
        for number, event in enumerate(events, start=1)
    ]


def run(today: str, *events: OfficeEvent, waiting: tuple[int, ...] = (1, 2)) -> tuple[list[str], list[str]]:
    """The references that are emailed today, and those that are only mentioned."""
    found = print_run(
        [laid(number) for number in waiting],
        emailed_so_far(lines(*events)),
        date.fromisoformat(today),
        AUTUMN,
    )
    return [one.ref[-1] for one in found.letters], [one.ref[-1] for one in found.earlier]


@pytest.mark.parametrize(
    ("today", "events", "expected"),
    [
        ("2026-11-10", (), (["1", "2"], [])),
        ("2026-11-10", (emailed("2026-11-09", 1),), (["2"], ["1"])),
        ("2026-11-10", (emailed("2026-11-10", 1),), ([], [])),
        ("2026-11-10", (emailed("2026-11-09", 1, 2),), ([], [])),
        ("2026-11-11", (emailed("2026-11-09", 1, 2),), ([], [])),
        ("2026-11-12", (emailed("2026-11-09", 1, 2),), (["1", "2"], [])),
        ("2026-11-12", (emailed("2026-11-09", 1), emailed("2026-11-11", 2)), (["1"], ["2"])),
        ("2026-11-16", (emailed("2026-11-12", 1, 2),), ([], [])),
        ("2026-11-17", (emailed("2026-11-12", 1, 2),), (["1", "2"], [])),
    ],
)
def test_what_is_new_is_emailed_once_and_again_after_three_school_days(
    today: str, events: tuple[OfficeEvent, ...], expected: tuple[list[str], list[str]]
) -> None:
    """Never twice on a day, and what the office has is not printed again with what is new."""
    assert run(today, *events) == expected


def test_nothing_waits_and_nothing_is_emailed() -> None:
    """Whatever was emailed before."""
    assert run("2026-11-12", emailed("2026-11-09", 1), waiting=()) == ([], [])


def test_a_letter_that_was_only_listed_counts_as_told() -> None:
    """It is too large for an email, and is not told of every day."""
    listed = LettersEmailed(
        day="2026-11-09", to=[], message_id="<1@x>", letters=[], listed=emailed("2026-11-09", 1, 2).letters
    )
    assert run("2026-11-10", listed) == ([], [])


def test_an_email_that_is_not_known_to_be_queued_is_found() -> None:
    """The program stopped between log and queue."""
    first, second = emailed("2026-11-09", 1), emailed("2026-11-10", 2, message_id="<2@x>")
    assert not_queued(lines(first, LettersEmailQueued(message_id="<1@x>"), second)) == [second]


def test_first_and_last_day_are_remembered() -> None:
    """The cover list says when a letter was sent for the first time."""
    found = emailed_so_far(lines(emailed("2026-11-09", 1), emailed("2026-11-12", 1)))
    (days,) = found.values()
    assert (days.first.day, days.last.day) == (9, 12)


def test_past_the_calendars_end_days_count_as_they_come() -> None:
    """Nothing falls silent because nobody has put in the next year."""
    end = AUTUMN.covered_until
    assert school_days_since(end, date.fromordinal(end.toordinal() + 3), AUTUMN) == 3
    assert school_days_since(date(2020, 1, 1), end, AUTUMN) == 3
