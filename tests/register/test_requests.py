from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from calendars import school_calendar

from letterladder.config.legal_file import shipped_legal
from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.fresh_folder import make_school_folder
from letterladder.desk.wiring import build
from letterladder.ground.errors import CalendarEnds, Refused
from letterladder.ground.values import replace
from letterladder.rules.cases.events import FlagSeen
from letterladder.rules.days.calendar import Term
from letterladder.rules.mails.mail_log import MailJudged, MailSeen
from letterladder.rules.office.requests import last_day
from letterladder.rules.words import Flag, RequestAbout, Verdict
from letterladder.workflows.office import Office, Tally
from letterladder.workflows.requesting import (
    NewRequest,
    acknowledge_request,
    answer_request,
    extend_request,
    record_flagged,
    record_request,
    remind_of_requests,
    request_in_mail,
    requests_of,
)

CALENDAR = school_calendar()
SAR, FOI, COMPLAINT = RequestAbout.SUBJECT_ACCESS, RequestAbout.FREEDOM_OF_INFORMATION, RequestAbout.COMPLAINT


@pytest.mark.parametrize(
    ("expected", "about", "received"),
    [
        ("2026-12-03", SAR, "2026-11-03"),
        ("2027-01-04", SAR, "2026-12-04"),
        ("2027-03-01", SAR, "2027-01-31"),
        ("2026-12-29", SAR, "2026-11-28"),
        ("2026-12-29", SAR, "2026-11-25"),
        ("2026-12-01", FOI, "2026-11-03"),
        ("2027-01-18", FOI, "2026-12-04"),
        ("2027-09-30", FOI, "2027-07-20"),
        ("2026-12-02", COMPLAINT, "2026-11-03"),
        ("2027-01-18", COMPLAINT, "2026-12-20"),
    ],
)
def test_each_kind_has_its_own_last_day(expected: str, about: RequestAbout, received: str) -> None:
    """A month rolls over weekends and bank holidays; school holidays stop FOI alone; complaints count every day."""
    assert (
        last_day(about, date.fromisoformat(received), CALENDAR, shipped_legal()).day.isoformat() == expected
    )


def test_sixty_working_days_end_a_long_closure() -> None:
    """Where hardly any school day comes, the working days are the shorter time."""
    terms = (
        Term(first=date(2026, 9, 2), last=date(2026, 9, 4)),
        Term(first=date(2027, 1, 4), last=date(2027, 3, 25)),
    )
    found = last_day(FOI, date(2026, 9, 3), school_calendar(terms=terms, inset=()), shipped_legal())
    assert (found.day, found.rule.split(",")[0]) == (date(2026, 11, 26), "60 working days")


def test_no_day_is_promised_past_the_calendar() -> None:
    """The school must put in its next terms first."""
    with pytest.raises(CalendarEnds):
        last_day(FOI, date(2027, 10, 18), CALENDAR, shipped_legal())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    make_school_folder(tmp_path / "s")
    return build(load_settings(tmp_path / "s"), RehearsalClock(date(2026, 11, 3)))


def recorded(office: Office, about: RequestAbout = SAR, received: date = date(2026, 11, 3)) -> str:
    return record_request(office, NewRequest(about=about, received=received), by="Mrs Binns").number


def reminders(office: Office, day: str) -> int:
    clock = RehearsalClock(date.fromisoformat(day))
    tally = Tally()
    remind_of_requests(replace(office, clock=clock), tally)
    return tally.reminded


def test_numbers_run_on_within_the_year(office: Office) -> None:
    """By the year it was received."""
    assert [recorded(office), recorded(office), recorded(office, received=date(2027, 1, 5))] == [
        "R2026-0001",
        "R2026-0002",
        "R2027-0001",
    ]


@pytest.mark.parametrize(
    ("expected", "day"),
    [(0, "2026-11-30"), (1, "2026-12-01"), (1, "2026-12-03"), (1, "2026-12-04"), (0, "2026-12-05")],
)
def test_people_are_reminded_before_on_and_after(office: Office, expected: int, day: str) -> None:
    """Two working days before, on the day, and after it; not on a Saturday."""
    recorded(office)
    assert reminders(office, day) == expected


def test_each_stage_is_said_once(office: Office) -> None:
    """A round every few minutes sends no second email; the email carries no name."""
    recorded(office)
    assert [reminders(office, "2026-12-03"), reminders(office, "2026-12-03")] == [1, 0]
    (mail,) = office.queue.waiting()
    assert mail.subject == "[R2026-0001] Please answer a request today"


def test_an_answered_request_is_quiet(office: Office) -> None:
    """So is a complaint that was acknowledged; an access request that was only acknowledged is not."""
    first, second, third = recorded(office), recorded(office, COMPLAINT), recorded(office)
    answer_request(office, first, date(2026, 11, 20), "sent", by="x")
    acknowledge_request(office, second, date(2026, 11, 4), by="x")
    acknowledge_request(office, third, date(2026, 11, 4), by="x")
    assert [request.runs for request in requests_of(office).values()] == [False, False, True]
    assert reminders(office, "2026-12-03") == 1


def test_a_longer_time_needs_a_reason_and_a_later_day(office: Office) -> None:
    """And moves the clock."""
    number = recorded(office)
    with pytest.raises(Refused):
        extend_request(office, number, date(2027, 2, 3), " ", by="x")
    with pytest.raises(Refused):
        extend_request(office, number, date(2026, 12, 3), "complex", by="x")
    extend_request(office, number, date(2027, 2, 3), "complex", by="x")
    assert requests_of(office)[number].due == date(2027, 2, 3)


def test_an_answered_request_cannot_be_answered_again(office: Office) -> None:
    """Nor one that does not exist."""
    number = recorded(office)
    answer_request(office, number, date(2026, 11, 20), "sent", by="x")
    for wrong in (number, "R2026-0099"):
        with pytest.raises(Refused):
            answer_request(office, wrong, date(2026, 11, 20), "sent", by="x")


def flagged_mail(office: Office, *flags: Flag, received: date = date(2026, 11, 2)) -> None:
    """A judged email of 2 November, or another day, with these flags, as the email log tells it."""
    seen = MailSeen(
        mailbox="folder",
        key="1",
        sha256="ab" * 32,
        message_id="<1@letterbox.example>",
        subject="Your letter",
        sender="gavin@letterbox.example",
        received=datetime.combine(received, time(9), UTC),
        size=1,
    )
    found = [FlagSeen(flag=flag, words="") for flag in flags]
    judged = MailJudged(mailbox="folder", key="1", sha256=seen.sha256, verdict=Verdict.INTRAY, flags=found)
    office.mail_log.append(office.clock.now(), "rules", seen, judged)


def test_a_flagged_mail_starts_its_clock_once(office: Office) -> None:
    """One started in vain does less harm than one missed; other flags start none."""
    flagged_mail(office, Flag.SAR, Flag.FOI, Flag.DP_COMPLAINT, Flag.COMPLAINT)
    assert [record_flagged(office, Tally()), record_flagged(office, Tally())] == [3, 0]
    found = requests_of(office).values()
    assert [(one.about, one.received, one.who) for one in found] == [
        (SAR, date(2026, 11, 2), "gavin@letterbox.example"),
        (FOI, date(2026, 11, 2), "gavin@letterbox.example"),
        (COMPLAINT, date(2026, 11, 2), "gavin@letterbox.example"),
    ]


def test_a_request_from_before_the_calendar_is_said_once(office: Office) -> None:
    """In one line, and not in every round for ever; those that can be counted have their clock."""
    flagged_mail(office, Flag.FOI, Flag.DP_COMPLAINT, received=date(2019, 3, 4))
    first, second = Tally(), Tally()
    assert [record_flagged(office, first), record_flagged(office, second)] == [1, 0]
    assert ([len(one.problems) for one in (first, second)], first.broke) == ([1, 0], [])
    assert "came before the calendar" in first.problems[0].what


def test_its_clock_runs_once_the_calendar_reaches_it(office: Office) -> None:
    """Nobody needs to type it in a second time."""
    flagged_mail(office, Flag.FOI, received=date(2019, 3, 4))
    record_flagged(office, Tally())
    term = Term(first=date(2019, 1, 7), last=date(2019, 7, 19))
    calendar = replace(office.school.calendar, terms=(term, *office.school.calendar.terms))
    assert record_flagged(replace(office, school=replace(office.school, calendar=calendar)), Tally()) == 1


def test_a_mail_is_named_by_the_beginning_of_its_number(office: Office) -> None:
    """As `mails` shows it; an unknown one is refused."""
    flagged_mail(office)
    assert request_in_mail(office, "abab", COMPLAINT).mail == "ab" * 32
    for wrong in ("", "cd"):
        with pytest.raises(Refused):
            request_in_mail(office, wrong, COMPLAINT)


def test_the_log_outlives_the_program(office: Office, tmp_path: Path) -> None:
    """It is on disk, chained, and read again by a new office."""
    recorded(office)
    again = build(load_settings(tmp_path / "s"), RehearsalClock(date(2026, 11, 4)))
    assert list(requests_of(again)) == ["R2026-0001"]
