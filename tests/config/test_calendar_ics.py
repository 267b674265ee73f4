"""Another calendar's file: its days and names, and nothing else of it."""

from datetime import date

import pytest

from letterladder.config.calendar_ics import events_of
from letterladder.ground.errors import Refused
from letterladder.rules.days.calendar_import import Event

DAY = "DTSTART;VALUE=DATE:20261127\nDTEND;VALUE=DATE:20261128\nSUMMARY:INSET day\n"


def ics(*events: str) -> bytes:
    """A calendar with these events."""
    body = "".join(f"BEGIN:VEVENT\nUID:{place}\n{event}END:VEVENT\n" for place, event in enumerate(events))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{body}END:VCALENDAR\n".replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("event", "first", "last"),
    [
        (DAY, date(2026, 11, 27), date(2026, 11, 27)),
        ("DTSTART;VALUE=DATE:20261127\nSUMMARY:x\n", date(2026, 11, 27), date(2026, 11, 27)),
        (
            "DTSTART;VALUE=DATE:20270215\nDTEND;VALUE=DATE:20270220\nSUMMARY:x\n",
            date(2027, 2, 15),
            date(2027, 2, 19),
        ),
        ("DTSTART;VALUE=DATE:20270215\nDURATION:P3D\nSUMMARY:x\n", date(2027, 2, 15), date(2027, 2, 17)),
        ("DTSTART:20260701T233000Z\nDTEND:20260702T003000Z\nSUMMARY:x\n", date(2026, 7, 2), date(2026, 7, 2)),
    ],
)
def test_days_are_the_days_that_are_meant(event: str, first: date, last: date) -> None:
    """The end of a whole day is the day after; a time is that of England."""
    found = events_of(ics(event))
    assert [(one.first, one.last) for one in found] == [(first, last)]


def test_an_event_without_a_day_is_left_alone() -> None:
    """The others are read."""
    assert events_of(ics("SUMMARY:nothing\n", DAY)) == [
        Event(title="INSET day", first=date(2026, 11, 27), last=date(2026, 11, 27))
    ]


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"hello", b"a" * 5_000_001])
def test_what_is_no_calendar_is_refused_with_words(content: bytes) -> None:
    """And so is one that is far too large."""
    with pytest.raises(Refused) as refused:
        events_of(content)
    assert refused.value.problems[0].what_to_do
