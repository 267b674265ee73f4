from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from letterladder.mailbox.calendar_event import event

STAMP = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MADE = event("Answer due\r\n[2026-0042], please", date(2026, 12, 4), "2026-0042.L1@school.example", STAMP)


def test_the_entry_fills_the_day_and_only_it() -> None:
    """The end of an all-day entry is the day after (RFC 5545)."""
    (entry,) = Calendar.from_ical(MADE).walk("VEVENT")
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2026, 12, 4), date(2026, 12, 5))
    assert str(entry["summary"]) == "Answer due [2026-0042], please"


def test_it_rings_in_the_morning_of_the_day() -> None:
    """An alarm the evening before would be a day early."""
    (alarm,) = Calendar.from_ical(MADE).walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=8)


def test_equal_entries_are_equal_bytes() -> None:
    """The same id moves an entry instead of adding one; nothing depends on the clock."""
    assert event("x", date(2026, 12, 4), "u@school.example", STAMP) == event(
        "x", date(2026, 12, 4), "u@school.example", STAMP
    )


def test_it_is_published_and_asks_for_no_answer() -> None:
    """An invitation would send an answer to the safeguarding inbox."""
    calendar = Calendar.from_ical(MADE)
    assert (str(calendar["method"]), [entry.get("attendee") for entry in calendar.walk("VEVENT")]) == (
        "PUBLISH",
        [None],
    )
