"""Letters that GOV.UK Notify posts: handed over once, followed until dispatched; a failure loses and doubles none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from notify_server import KEY, NotifyServer
from office import OFFICE, Rehearsal, an_office
from paged_pdf import PagedPdf

from letterladder.mailbox.notify_poster import NotifyAccount, NotifyPoster
from letterladder.rules.cases.events import ReminderSent
from letterladder.rules.office.errands import errands_of
from letterladder.rules.standing.steps import About
from letterladder.rules.words import HoldFor, LetterStatus, Method
from letterladder.workflows.answering import place_hold
from letterladder.workflows.office import Tally
from letterladder.workflows.poster import OfficePosts
from letterladder.workflows.posting import record_not_posted

REF = "2026-0001"


@pytest.fixture(name="server")
def _server() -> Iterator[NotifyServer]:
    with NotifyServer() as server:
        yield server


def notify(server: NotifyServer) -> NotifyPoster:
    """GOV.UK Notify, at this server."""
    return NotifyPoster(NotifyAccount(key=KEY, address=server.address, timeout_seconds=5))


@pytest.fixture(name="school")
def _school(tmp_path: Path, server: NotifyServer) -> Rehearsal:
    """A school whose letters GOV.UK Notify posts; one waits for the head."""
    school = an_office(tmp_path, pdf=PagedPdf(), poster=notify(server))
    school.report()
    return school


def approved(school: Rehearsal) -> date:
    """The head says yes; the day on the letter."""
    school.head_approves()
    day = school.in_hand().date_on_letter
    assert day is not None
    return day


def on(school: Rehearsal, day: date, clock: str = "10:00") -> Tally:
    """A round at that moment."""
    return school.at(f"{day.isoformat()} {clock}")


def later(day: date, days: int) -> date:
    """So many days on."""
    return date.fromordinal(day.toordinal() + days)


def end(school: Rehearsal) -> str:
    """How the errand ended, by the log of printing."""
    (errand,) = errands_of(school.office.printing.entries()).values()
    return errand.end


def about(school: Rehearsal, words: str) -> list[tuple[str, ...]]:
    """To whom each email went whose subject says this."""
    return [mail.to for mail in school.sent_mails() if words in mail.subject]


def test_it_waits_for_its_day_and_is_not_in_the_tray(school: Rehearsal, server: NotifyServer) -> None:
    """The office has nothing to do, and is not told to."""
    day = approved(school)
    assert school.in_hand().status is LetterStatus.POSTING
    assert school.office.tray.waiting() == []
    assert server.letters == []
    assert about(school, "Please post a letter") == []
    on(school, day)
    assert len(server.letters) == 1


def test_nobody_is_reminded_to_post_what_the_provider_posts(school: Rehearsal, server: NotifyServer) -> None:
    """They would post it a second time; once it says that it does not, the office is reminded."""
    day = approved(school)
    on(school, day)
    server.say("accepted")
    for days in range(1, 9):
        on(school, later(day, days))
    assert reminded(school) == []
    server.say("cancelled")
    for days in range(9, 14):
        on(school, later(day, days))
    assert reminded(school)


def reminded(school: Rehearsal) -> list[list[str]]:
    """Whom each reminder reached that a letter is to be posted."""
    events = [entry.event for entry in school.office.cases.read(REF)]
    return [one.to for one in events if isinstance(one, ReminderSent) and one.about == str(About.POSTING)]


def test_it_is_posted_on_the_day_of_dispatch_and_the_clock_runs_from_there(
    school: Rehearsal, server: NotifyServer
) -> None:
    """Not from the day on which it was handed over; the provider's number is the proof."""
    day = approved(school)
    on(school, day)
    server.say("accepted")
    on(school, day, "14:00")
    assert school.in_hand().status is LetterStatus.POSTING
    sent = later(day, 2)
    server.say("received", completed=f"{sent.isoformat()}T16:30:00Z")
    on(school, later(day, 3))
    letter = school.case().last_posted
    assert letter is not None
    assert (letter.posted_on, letter.method) == (sent, Method.FIRST_CLASS)
    assert letter.received_on is not None
    assert letter.received_on > sent
    assert server.letters[0]["id"] in str(school.office.cases.read(REF))
    assert end(school) == "posted"


@pytest.mark.parametrize("how", ["drop before", "drop after", 500, 429])
def test_however_the_line_breaks_one_letter_is_posted(
    school: Rehearsal, server: NotifyServer, how: int | str
) -> None:
    """It is asked for before it is tried again, and not at once."""
    day = approved(school)
    server.fails = [how]
    assert on(school, day, "10:00").problems
    on(school, day, "10:05")
    on(school, day, "10:30")
    on(school, day, "11:00")
    assert len(server.letters) == 1
    assert len({letter["reference"] for letter in server.letters}) == 1
    server.say("received")
    on(school, day, "16:00")
    assert school.case().last_posted is not None


def test_a_letter_that_is_not_listed_yet_is_not_handed_over_again(
    school: Rehearsal, server: NotifyServer
) -> None:
    """The line broke behind it, and for some minutes the provider does not know that it has it."""
    day = approved(school)
    server.fails, server.slow = ["drop after"], True
    on(school, day, "10:00")
    on(school, day, "10:05")
    on(school, day, "10:09")
    assert len(server.letters) == 1
    server.slow = False
    on(school, day, "10:20")
    on(school, day, "12:00")
    assert len(server.letters) == 1


def test_while_it_is_away_nothing_is_lost_and_it_is_said(school: Rehearsal, server: NotifyServer) -> None:
    """Every round says it; on the day after, when it is back and knows nothing of the letter, the office posts it."""
    day = approved(school)
    server.away = True
    assert any(problem.where == "GOV.UK Notify" for problem in on(school, day).problems)
    assert any(problem.where == "GOV.UK Notify" for problem in on(school, day, "12:00").problems)
    assert school.office.tray.waiting() == []
    server.away = False
    on(school, later(day, 1))
    assert server.letters == []
    assert [one.ref for one in school.office.tray.waiting()] == [REF]
    assert about(school, "Please post a letter yourself") == [(OFFICE,)]


def test_away_for_a_week_a_person_is_asked(school: Rehearsal, server: NotifyServer) -> None:
    """It may have the letter: nobody posts a second one."""
    day = approved(school)
    server.fails = ["drop after"]
    on(school, day)
    server.away = True
    on(school, later(day, 8))
    assert school.in_hand().unsure
    assert school.office.tray.waiting() == []
    assert about(school, "Did this letter go out?")


@pytest.mark.parametrize(
    "status", ["validation-failed", "virus-scan-failed", "permanent-failure", "cancelled"]
)
def test_what_it_does_not_post_is_in_the_tray(school: Rehearsal, server: NotifyServer, status: str) -> None:
    """The office hears of it, once, and the letter is not handed over again."""
    day = approved(school)
    on(school, day)
    server.say(status)
    on(school, day, "11:00")
    on(school, day, "12:00")
    assert [one.ref for one in school.office.tray.waiting()] == [REF]
    assert about(school, "Please post a letter yourself") == [(OFFICE,)]
    assert len(server.letters) == 1
    school.office_posts(REF)
    assert school.case().last_posted is not None


def test_a_failure_of_which_it_does_not_say_more_is_asked_of_a_person(
    school: Rehearsal, server: NotifyServer
) -> None:
    """Its printer may have the letter: it is not in the tray."""
    day = approved(school)
    on(school, day)
    server.say("technical-failure")
    on(school, day, "11:00")
    assert "technical-failure" in school.in_hand().unsure
    assert school.office.tray.waiting() == []


def test_what_it_refuses_at_once_is_in_the_tray(school: Rehearsal, server: NotifyServer) -> None:
    """A service that is in trial mode, a key that is no more."""
    day = approved(school)
    server.fails = [403]
    on(school, day)
    assert [one.ref for one in school.office.tray.waiting()] == [REF]
    assert server.letters == []


def test_a_letter_with_too_many_pages_is_the_offices(
    tmp_path: Path, school: Rehearsal, server: NotifyServer
) -> None:
    """It was never meant for the provider: the office is asked at once."""
    long = an_office(tmp_path, pdf=PagedPdf({"2026-0002": 11}), poster=notify(server))
    long.numbers = school.numbers
    long.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    long.head_approves("2026-0002")
    assert [one.ref for one in long.office.tray.waiting()] == ["2026-0002"]
    assert about(long, "Please post a letter") == [(OFFICE,)]


def test_a_case_on_hold_hands_nothing_over(school: Rehearsal, server: NotifyServer) -> None:
    """And goes on when it is released, or when somebody says that it did not go."""
    day = approved(school)
    place_hold(school.office, school.case(), HoldFor.POLICE, "police told", by="Miss Treadwell")
    on(school, day)
    assert server.letters == []


def test_one_that_somebody_recorded_by_hand_is_over(school: Rehearsal, server: NotifyServer) -> None:
    """They posted it themselves before its day had come for the provider."""
    day = approved(school)
    school.clock.turn_to(day, 6)
    school.office_posts(REF)
    on(school, day)
    assert server.letters == []
    assert end(school) == "posted"


def test_one_that_counts_as_not_sent_and_is_with_the_provider_is_loud(
    school: Rehearsal,
) -> None:
    """It can be cancelled there by hand alone."""
    day = approved(school)
    on(school, day)
    record_not_posted(school.office, school.case(), "It has a mistake.", by="Mrs Binns")
    tally = on(school, day, "12:00")
    assert any("counts as not sent" in problem.what for problem in tally.problems)


def test_switched_off_while_it_has_a_letter_a_person_is_asked(
    tmp_path: Path, school: Rehearsal, server: NotifyServer
) -> None:
    """It is not put into the tray: it may be posted."""
    day = approved(school)
    on(school, day)
    again = an_office(tmp_path, pdf=PagedPdf())
    assert isinstance(again.office.poster, OfficePosts)
    again.numbers = school.numbers
    again.clock.turn_to(day, 12)
    again.round()
    assert again.in_hand().unsure
    assert again.office.tray.waiting() == []
    assert len(server.letters) == 1
