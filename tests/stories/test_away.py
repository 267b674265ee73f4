"""The head is away for a week: drafts wait, or the alternate is asked; nobody who is away is reminded."""

from datetime import date
from pathlib import Path

from office import ALTERNATE, HEAD, OFFICE, Rehearsal, an_office

from letterladder.desk.demo_mails import BAR_FIELDS
from letterladder.records.verify.verify import verify
from letterladder.rules.office.absences import Absence
from letterladder.rules.words import Outcome
from letterladder.workflows.acts.on_absences import say_away, say_back

FIRST, LAST = date(2026, 11, 2), date(2026, 11, 13)


def away(school: Rehearsal, role: str = "head", to_role: str = "") -> None:
    """Somebody is away for two weeks."""
    say_away(school.office, Absence(role=role, first=FIRST, last=LAST, to_role=to_role, by="Mrs Binns"))


def mails_to(school: Rehearsal, address: str) -> list[str]:
    """What kinds of emails this person got."""
    return [mail.kind for mail in school.sent_mails() if address in mail.to]


def every_day(school: Rehearsal, last: int) -> None:
    """A round at ten on each day up to this one of November."""
    for day in range(school.clock.today().day + 1, last + 1):
        school.day(f"2026-11-{day:02}")


def test_a_draft_waits_until_the_head_is_back(tmp_path: Path) -> None:
    """One version, no email to the head, none to the alternate; on the first day back the head is asked."""
    school = an_office(tmp_path)
    away(school)
    school.report()
    every_day(school, 13)
    assert school.letters() == ["L1.1 drafted"]
    assert (mails_to(school, HEAD), mails_to(school, ALTERNATE)) == ([], [])
    school.day("2026-11-16")
    assert mails_to(school, HEAD) == ["approval"]
    school.goes_out()
    assert verify(school.folder / "data") == []


def test_a_letter_with_its_very_dates_is_not_drafted_every_other_day(tmp_path: Path) -> None:
    """A notice about access is drafted once before the absence, and once when the head is back."""
    school = an_office(tmp_path)
    school.report()
    school.goes_out()
    school.answered(Outcome.CONTINUES, summary="goes on")
    school.decided("B1", "He named the gate and the time.")
    school.supplied("B1", **BAR_FIELDS, proposed_length="one term")
    before = school.letters()
    away(school)
    every_day(school, 13)
    assert school.letters() == before
    school.day("2026-11-16")
    assert len(school.letters()) == len(before) + 1


def test_without_the_absence_it_is_drafted_again_and_again(tmp_path: Path) -> None:
    """What the test above would show if nobody were away."""
    school = an_office(tmp_path)
    school.report()
    school.goes_out()
    school.answered(Outcome.CONTINUES, summary="goes on")
    school.decided("B1", "He named the gate and the time.")
    school.supplied("B1", **BAR_FIELDS, proposed_length="one term")
    before = len(school.letters())
    every_day(school, 13)
    assert len(school.letters()) > before + 3


def test_the_alternate_is_asked_at_once_where_the_school_wants_it(tmp_path: Path) -> None:
    """In their own name, with the reason in the email and in the log."""
    school = an_office(tmp_path)
    away(school, to_role="alternate")
    school.report()
    asked = school.newest("approval", "2026-0001")
    assert asked.to == (ALTERNATE,)
    assert "is away until Friday 13 November 2026" in asked.text
    assert [str(one.note) for one in school.case().letters if "is away until" in str(one.note)]
    school.head_approves(sender=ALTERNATE)
    assert school.in_hand().status == "approved" or school.in_hand().status == "posting"


def test_somebody_back_early_is_asked_in_the_next_round(tmp_path: Path) -> None:
    """The order counts at once."""
    school = an_office(tmp_path)
    away(school)
    school.report()
    say_back(school.office, "head", by="Mrs Binns")
    school.round()
    assert mails_to(school, HEAD) == ["approval"]


def test_whoever_is_away_is_not_reminded_and_others_are(tmp_path: Path) -> None:
    """A date that has passed is told to the office and the DSL, and not to the head."""
    school = an_office(tmp_path)
    school.report()
    school.head_approves()
    away(school)
    before = mails_to(school, HEAD).count("reminder")
    every_day(school, 10)
    assert mails_to(school, HEAD).count("reminder") == before
    assert "reminder" in mails_to(school, OFFICE)


def test_reminders_of_an_approval_wait_as_well(tmp_path: Path) -> None:
    """The head was asked before; nobody asks again while they are away."""
    school = an_office(tmp_path)
    school.report()
    away(school)
    every_day(school, 13)
    assert mails_to(school, HEAD) == ["approval"]
    assert ALTERNATE not in [to for mail in school.sent_mails() for to in mail.to]
    every_day(school, 16)
    assert mails_to(school, HEAD) == ["approval", "approval"]
