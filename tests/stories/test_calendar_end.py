"""The office is told that the term dates end, eight weeks before, and not first when a letter cannot be dated."""

from datetime import date
from pathlib import Path

import pytest
from office import Rehearsal, SentMail, an_office

FAR = "first = 2027-09-02\nlast = 2027-10-22\n"


def told(school: Rehearsal) -> list[SentMail]:
    """The emails about the calendar's end so far."""
    return [mail for mail in school.sent_mails() if "calendar" in mail.subject]


def on(folder: Path, day: date) -> list[SentMail]:
    """The same after a round on this day."""
    school = an_office(folder, day)
    school.round()
    return told(school)


def test_it_is_said_once_at_each_stage(tmp_path: Path) -> None:
    """The example's calendar ends on Friday 22 October 2027; eight weeks before are holidays."""
    days = {
        date(2027, 7, 20): 0,
        date(2027, 8, 27): 0,  # eight weeks before, in the holidays: nobody reads it
        date(2027, 9, 6): 1,
        date(2027, 9, 7): 1,
        date(2027, 9, 23): 1,
        date(2027, 9, 24): 2,  # four weeks before
        date(2027, 10, 7): 2,
        date(2027, 10, 8): 3,  # two weeks before
        date(2027, 10, 21): 3,
        date(2027, 10, 22): 4,  # its last day
        date(2027, 10, 25): 4,
        date(2027, 11, 10): 4,
    }
    assert [len(on(tmp_path, day)) for day in days] == list(days.values())


def test_what_it_says(tmp_path: Path) -> None:
    """When it ends, what waits then, what to do, and to whom."""
    (mail,) = on(tmp_path, date(2027, 9, 6))
    assert mail.to == ("office@larkfield.example",)
    assert mail.subject.endswith("Please put in term dates: the calendar ends soon")
    assert "The school calendar ends on Friday 22 October 2027" in mail.text
    assert "calendar.toml" in mail.text or "/calendar" in mail.text
    assert "You will be told again 4 weeks before it ends." in mail.text


def test_one_that_is_over_is_said_in_the_hours_of_a_weekday(tmp_path: Path) -> None:
    """Which days are school days nobody knows then; not on a Sunday."""
    assert on(tmp_path, date(2027, 10, 31)) == []
    (mail,) = on(tmp_path, date(2027, 11, 1))
    assert mail.subject.endswith("the calendar has ended")
    assert "Letters that set a date cannot go out now" in mail.text
    assert "told again" not in mail.text


def test_a_calendar_that_was_carried_on_is_quiet_until_its_own_end(tmp_path: Path) -> None:
    """And what was said of the old end is not said again when it is taken back by mistake: that is another stage."""
    assert len(on(tmp_path, date(2027, 9, 6))) == 1
    file = tmp_path / "school" / "calendar.toml"
    assert FAR in file.read_text(encoding="utf-8")
    more = '\n[[terms]]\nname = "Spring 2028"\nfirst = 2028-01-04\nlast = 2028-02-11\n'
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert len(on(tmp_path, date(2027, 9, 24))) == 1
    assert len(on(tmp_path, date(2028, 1, 10))) == 2


@pytest.mark.parametrize("hour", [5, 20])
def test_nothing_is_sent_at_night(tmp_path: Path, hour: int) -> None:
    """The hours are those of all emails that are not urgent."""
    school = an_office(tmp_path, date(2027, 9, 6))
    school.clock.turn_to(date(2027, 9, 6), hour)
    school.round()
    assert told(school) == []
