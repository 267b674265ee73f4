"""Every row of clocks.py: nothing is lost or done twice, the rest goes on, and what is said has a next step."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from faults.checking import wrong
from faults.clocks import FAULTS, night, rounds_at
from faults.fault import Fault, no_converter
from faults.school import School, fresh
from sweeps import swept

from letterladder.config.settings import load_settings
from letterladder.ground.moments import LONDON
from letterladder.rules.cases.events import LetterDrafted
from letterladder.rules.standing.reminders import may_remind


@pytest.mark.parametrize("fault", swept(FAULTS, "clock forward a year, and back"))
def test_a_wrong_clock_is_said_and_sends_no_letter(fault: Fault, tmp_path: Path) -> None:
    """The codes and words are those of the row, no log lost a line, every promise holds once it is fixed."""
    assert wrong(fault, tmp_path / "school") == []


NIGHTS = [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28)]


def reported(folder: Path, day: date) -> School:
    """A school with one report in its inbox, whose calendar reaches back to January 2026."""
    school = fresh(folder)
    school.day = day
    terms = '\n[[terms]]\nname = "Spring 2026"\nfirst = 2026-01-05\nlast = 2026-03-27\n'
    terms += '\n[[terms]]\nname = "Summer 2026"\nfirst = 2026-04-13\nlast = 2026-07-21\n'
    place = folder / "calendar.toml"
    place.write_text(place.read_text(encoding="utf-8") + terms, encoding="utf-8")
    school.report(0)
    return school


def drafts(school: School) -> list[tuple[date, date | None]]:
    """The dates of every letter drafted: its own and the answer-by."""
    office = school.office()
    events = [entry.event for ref in office.cases.refs() for entry in office.cases.read(ref)]
    return [(one.date_on_letter, one.answer_by) for one in events if isinstance(one, LetterDrafted)]


@pytest.mark.parametrize("day", swept(NIGHTS, "2026-10-25"))
def test_rounds_in_the_night_draft_once_and_date_as_by_day(day: date, tmp_path: Path) -> None:
    """Half past midnight, half past one (twice in October) and half past two: one letter, the dates of that day."""
    with no_converter(tmp_path):
        by_night, by_day = reported(tmp_path / "night", day), reported(tmp_path / "day", day)
        told = rounds_at(by_night.folder, night(day))
        rounds_at(by_day.folder, [datetime(day.year, day.month, day.day, 12, tzinfo=LONDON)])
        assert "1 drafted" in told[0]
        assert drafts(by_night) == drafts(by_day)
        assert len(drafts(by_night)) == 1
        assert all(line.endswith("nothing to do") for line in told[1:])


@pytest.mark.parametrize(("count", "day"), list(zip((2, 4, 2), NIGHTS, strict=True)), ids=str)
def test_the_night_has_the_hours_it_has(count: int, day: date) -> None:
    """In March half past one does not exist and is half past two; in October it comes twice."""
    assert len(night(day)) == count


@pytest.mark.parametrize("day", NIGHTS, ids=str)
def test_nobody_is_reminded_in_that_night_and_the_next_school_day_is_at_seven(
    day: date, tmp_path: Path
) -> None:
    """The hours of school.toml are those of the clock in England on either side of the change."""
    school = reported(tmp_path / "school", day)
    settings = load_settings(school.folder).school
    monday = next(
        one for one in (day + timedelta(days=n) for n in range(1, 30)) if settings.calendar.is_school_day(one)
    )
    hours = [datetime(monday.year, monday.month, monday.day, *at, tzinfo=LONDON) for at in ((6, 59), (7, 0))]
    may = [may_remind(settings.calendar, settings.reminding, one) for one in (*night(day), *hours)]
    assert may == [*(False for _ in night(day)), False, True]
