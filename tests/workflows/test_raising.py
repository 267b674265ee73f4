"""Somebody raises an alarm about an email of the in-tray: who is told, how often, and what the email then is."""

from pathlib import Path

import pytest
from office import DEPUTY, DSL, Rehearsal
from prepared import reported_school

from letterladder.ground.errors import Refused, WrongUsage
from letterladder.records.verify.verify import verify
from letterladder.rules.mails.mail_log import MailRow
from letterladder.rules.mails.mail_rows import is_grave, level_of
from letterladder.rules.office import orders
from letterladder.rules.words import Level, Verdict
from letterladder.workflows.acts.carry_out import carry_out
from letterladder.workflows.acts.on_mails import file

BY = "Mrs Binns"
WHY = "I know the family: he has hit her before."


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    """An email that says nothing by itself, in the in-tray."""
    school = reported_school(tmp_path)
    school.write("someone@elsewhere.example", "hm", "I saw something online.")
    school.round()
    return school


def waiting(school: Rehearsal) -> MailRow:
    """The email of the in-tray."""
    return next(row for row in school.mails() if row.verdict is Verdict.INTRAY)


def raise_it(school: Rehearsal, why: str = WHY, by: str = BY) -> MailRow:
    """The alarm is raised; the email as it then stands."""
    carry_out(school.office, orders.RaiseAlarm(mail=waiting(school).seen.sha256, by=by, why=why))
    return waiting(school)


def alerts(school: Rehearsal) -> list[tuple[str, ...]]:
    """To whom alerts left."""
    return [mail.to for mail in school.sent_mails() if mail.kind == "alert"]


def test_dsl_and_deputy_are_told_at_once(school: Rehearsal) -> None:
    """The email is red, with who says so and why; our email says neither."""
    row = raise_it(school)
    assert (level_of(row), is_grave(row)) == (Level.RED, True)
    assert row.judged is not None
    assert row.judged.why_level == f"Mrs Carol Binns: {WHY}"
    school.round()
    assert alerts(school) == [(DSL, DEPUTY)]
    assert "hit her" not in school.newest("alert").text


def test_it_is_repeated_until_somebody_has_it(school: Rehearsal) -> None:
    """More people are told each time, as of any alarm; who takes it ends that."""
    raise_it(school)
    school.round()
    minutes = school.office.school.triaging.red_minutes
    school.clock.turn_to(school.clock.today(), 10, minutes + 1)
    school.round()
    assert len(alerts(school)) == 2
    assert set(alerts(school)[1]) > {DSL, DEPUTY}
    carry_out(school.office, orders.TakeMail(mail=waiting(school).seen.sha256, by="Miss Treadwell"))
    school.clock.turn_to(school.clock.today(), 15)
    school.round()
    assert len(alerts(school)) == 2


def test_an_email_that_somebody_has_is_nobodys_again(school: Rehearsal) -> None:
    """Whoever had it before did not know of the danger."""
    carry_out(school.office, orders.TakeMail(mail=waiting(school).seen.sha256, by=BY))
    assert raise_it(school).taken_by == ""
    school.round()
    assert alerts(school) == [(DSL, DEPUTY)]


def test_the_case_that_it_becomes_is_stopped(school: Rehearsal) -> None:
    """Nothing is drafted though the words of the email itself alarm nobody."""
    mail = raise_it(school).seen.sha256
    order = orders.FileMail(mail=mail, to="new", by=BY, adult="A3", conduct=("derogatory-staff",))
    carry_out(school.office, order)
    assert school.case("2026-0002").alerted


def test_at_the_desk_only_the_dsl_and_the_deputy_put_it_aside(school: Rehearsal) -> None:
    """The office is refused, and the email stays where it is."""
    mail = raise_it(school).seen.sha256
    order = orders.FileMail(mail=mail, to="none", by=BY, way="desk", note="nothing")
    with pytest.raises(Refused, match="may not put aside"):
        file(school.office, order)
    dsl = school.office.school.people["dsl"].name
    file(school.office, orders.FileMail(mail=mail, to="none", by=dsl, way="desk", note="nothing"))
    assert Verdict.INTRAY not in school.verdicts()


@pytest.mark.parametrize(("why", "by", "error"), [(" ", BY, Refused), (WHY, " ", WrongUsage)])
def test_without_reason_or_name_nobody_is_told(
    why: str, by: str, error: type[Exception], school: Rehearsal
) -> None:
    """Nothing is logged."""
    with pytest.raises(error):
        raise_it(school, why, by)
    assert waiting(school).told == () or level_of(waiting(school)) is not Level.RED


def test_everything_fits_afterwards(school: Rehearsal) -> None:
    """`verify` finds our email that the log mentions."""
    raise_it(school)
    school.round()
    assert verify(school.folder / "data") == []
