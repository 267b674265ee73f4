"""A meeting that a letter offered and the adult agreed to: people are reminded, until it is known what came."""

from pathlib import Path

import pytest
from desk.terminal import Said, Window
from office import SLOTS, Rehearsal
from playing import REF
from prepared import posted_school

from letterladder.rules.words import Outcome

ABOUT = "the meeting that L2 offered"
PLACE = {"meeting_place": "Room 2", "meeting_purpose": "to talk", "attendees": "Mrs Hollis"}


@pytest.fixture
def agreed(tmp_path: Path) -> Rehearsal:
    """Two times were offered, and the adult says that they will come on Thursday 26 November."""
    school = posted_school(tmp_path)
    school.day("2026-11-13")
    school.decided("L2", "No answer; we offer to talk.")
    school.supplied("L2", **SLOTS, **PLACE)
    school.goes_out()
    school.answered(Outcome.AGREED, summary="will come on Thursday 26 November")
    return school


def told(school: Rehearsal) -> list[str]:
    """The days on which somebody was reminded of the meeting."""
    sent = [one for one in school.sent_mails() if one.kind == "reminder" and ABOUT in one.text]
    return [one.about for one in sent]


def typed(school: Rehearsal, *words: str) -> Said:
    """A command, typed today."""
    return Window(school.folder).type(*words, "--today", school.clock.today().isoformat())


def test_people_are_reminded_of_a_meeting_on_its_day(agreed: Rehearsal) -> None:
    """Two working days before, on the day that was agreed, and after it until it is noted what came of it."""
    for day in ("2026-11-18", "2026-11-19", "2026-11-20", "2026-11-23"):
        agreed.day(day)
    assert told(agreed) == []
    for day in ("2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"):
        agreed.day(day)
    assert told(agreed) == [
        "A date to remember: Thursday",
        "A date to remember: today",
        "Please look: overdue since Thursday 26 November",
    ]


def test_what_came_of_a_meeting_ends_the_promise(agreed: Rehearsal) -> None:
    """`case` shows it as overdue, the case does not end before, and nobody is reminded any more."""
    agreed.day("2026-11-27")
    assert "promised a meeting, and they agreed to come: " in typed(agreed, "case", REF).out
    assert "OVERDUE" in typed(agreed, "case", REF).out
    refused = typed(agreed, "decide", REF, "none", "--reason", "enough", "--by", "Mrs Hollis").err
    assert "and they agreed to come" in refused
    agreed.answered(Outcome.ATTENDED, summary="we talked")
    before = len(told(agreed))
    agreed.day("2026-12-04")
    assert len(told(agreed)) == before
    assert "promised a meeting" not in typed(agreed, "case", REF).out
