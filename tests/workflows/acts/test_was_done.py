"""After a stop the logs say whether an order was carried out, for each kind of order; nothing is done twice."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from office import DUNN, INSULT, OFFICE, Rehearsal
from prepared import reported_school

from letterladder.ground.values import replace
from letterladder.rules.mails.told_report import BOX
from letterladder.rules.office import orders
from letterladder.rules.office.kept_orders import KeptOrder
from letterladder.rules.words import Channel, HoldFor, Outcome, RequestAbout, Verdict
from letterladder.workflows.acts.carry_out import carry_out
from letterladder.workflows.acts.was_done import was_done
from letterladder.workflows.office import Office
from letterladder.workflows.told_reports import _kept

REF = "2026-0001"
BY = "Miss Treadwell"
TODAY = date(2026, 11, 2)
LETTER: list[orders.AnyOrder] = [
    orders.Triage(ref=REF, by=BY, note="seen", clear=True),
    orders.DraftLetter(ref=REF, by=BY, fields={"platform": "Instagram"}),
    orders.Approve(ref=REF, by="Mrs Hollis"),
    orders.SendBack(ref=REF, by="Mrs Hollis", note="softer"),
    orders.PlaceHold(ref=REF, by=BY, hold_for=HoldFor.POLICE),
    orders.Correct(ref=REF, by=BY, line=1, what="It was otherwise."),
    orders.RecordRequest(by=BY, about=RequestAbout.SUBJECT_ACCESS, received=TODAY, ref=REF),
    orders.KeepCase(ref=REF, by=BY, reason="court"),
    orders.KeepUntil(ref=REF, by=BY, until=date(2030, 1, 1), reason="court"),
]


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """One report, whose first letter waits for approval."""
    return reported_school(tmp_path)


def kept(school: Rehearsal, order: orders.AnyOrder) -> tuple[Office, KeptOrder]:
    """The order on the shelf, and the office that carries it out."""
    found = school.office.shelf.put(order, school.clock.now())
    return replace(school.office, order=found.id), found


def by_this_order(school: Rehearsal, found: KeptOrder) -> int:
    """How many lines of all logs carry its id."""
    logs = (school.folder / "data").rglob("*.log")
    return sum(log.read_text(encoding="utf-8").count(f'"order":"{found.id}"') for log in logs)


@pytest.mark.parametrize("order", LETTER, ids=lambda order: type(order).__name__)
def test_an_order_that_left_its_line_was_done(order: orders.AnyOrder, school: Rehearsal) -> None:
    """Before, it was not; the same words ordered again are another order."""
    office, found = kept(school, order)
    assert not was_done(office, found)
    carry_out(office, order)
    assert was_done(office, found)
    assert not was_done(*kept(school, order))


@pytest.mark.parametrize("order", LETTER, ids=lambda order: type(order).__name__)
def test_a_round_after_a_stop_does_nothing_twice(order: orders.AnyOrder, school: Rehearsal) -> None:
    """The order was carried out and still is there: it only goes, and nobody is told that it was refused."""
    office, found = kept(school, order)
    carry_out(office, order)
    before = by_this_order(school, found)
    school.round()
    assert by_this_order(school, found) == before > 0
    assert (list(office.shelf.waiting()), list(office.shelf.refused())) == ([], [])


def test_an_answer_is_recorded_once(school: Rehearsal) -> None:
    """The order is still on the shelf, and the round after the stop only takes it away."""
    school.goes_out()
    order = orders.RecordAnswer(
        ref=REF,
        by="Mrs Binns",
        outcome=Outcome.REFUSED,
        channel=Channel.PHONE,
        on=school.clock.today(),
        summary="no",
    )
    office, _ = kept(school, order)
    carry_out(office, order)
    school.round()
    assert school.kinds().count("AnswerRecorded") == 1
    assert list(school.office.shelf.waiting()) == []


def in_tray(school: Rehearsal) -> str:
    """An email that needs a person."""
    school.write("someone@elsewhere.example", "hm", "I saw something online.")
    school.round()
    return next(row.seen.sha256 for row in school.mails() if row.verdict is Verdict.INTRAY)


ABOUT = {"adult": "A3", "conduct": ("derogatory-staff",), "clear": True, "note": "seen"}
FILINGS: list[Callable[[str], orders.FileMail]] = [
    lambda mail: orders.FileMail(mail=mail, to="new", by=BY, **ABOUT),  # type: ignore[arg-type]
    lambda mail: orders.FileMail(mail=mail, to=REF, by=BY, note="of the same"),
    lambda mail: orders.FileMail(mail=mail, to="none", by=BY, note="nothing in it"),
]


@pytest.mark.parametrize("ordered", FILINGS, ids=["new", "case", "none"])
def test_a_mail_is_filed_once(ordered: Callable[[str], orders.FileMail], school: Rehearsal) -> None:
    """After a stop behind the filing the order goes and nothing is refused."""
    order = ordered(in_tray(school))
    office, found = kept(school, order)
    assert not was_done(office, found)
    carry_out(office, order)
    verdicts = school.verdicts()
    tally = school.round()
    assert (tally.problems, school.verdicts()) == ([], verdicts)
    assert (list(school.office.shelf.waiting()), list(school.office.shelf.refused())) == ([], [])


@pytest.mark.parametrize(
    ("order", "others"),
    [(orders.TakeMail, "Mrs Binns"), (orders.TakeMail, "")],
    ids=["by another", "by nobody"],
)
def test_an_email_is_taken_once(order: type[orders.TakeMail], others: str, school: Rehearsal) -> None:
    """After a stop behind the taking the order goes; that somebody else has the email is not it."""
    taking = order(mail=in_tray(school), by="Mr Imran Sadiq")
    office, found = kept(school, taking)
    if others:
        carry_out(office, order(mail=taking.mail, by=others))
    assert not was_done(office, found)
    carry_out(office, taking)
    assert was_done(office, found)
    lines = len(office.mail_log.entries())
    school.round()
    assert len(office.mail_log.entries()) == lines
    assert (list(school.office.shelf.waiting()), list(school.office.shelf.refused())) == ([], [])


def test_a_move_that_was_stopped_is_finished(school: Rehearsal) -> None:
    """The email is on both cases, and the case that it leaves does not say so yet."""
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    mail = school.case(REF).facts[0].mail
    order = orders.FileMail(mail=mail, to="2026-0002", by=BY, note="it was about him")
    office, _ = kept(school, order)
    report = next(row for row in school.mails() if row.seen.sha256 == mail)
    assert report.judged is not None
    carry_out(office, order)
    school.round()
    assert "MailMoved" in school.kinds(REF)
    assert school.kinds("2026-0002").count("ReportReceived") == 2
    assert list(school.office.shelf.refused()) == []
    assert school.case(REF).adult == DUNN


def test_an_alarm_is_raised_once(school: Rehearsal) -> None:
    """After a stop behind it nobody is told twice; a second order is a second alarm."""
    order = orders.RaiseAlarm(mail=in_tray(school), by=BY, why="He knows where she lives.")
    office, found = kept(school, order)
    assert not was_done(office, found)
    carry_out(office, order)
    assert was_done(office, found)
    assert not was_done(*kept(school, order))


def test_a_report_that_was_told_is_taken_in_once(school: Rehearsal) -> None:
    """A round after a stop finds it done; nothing is counted twice."""
    order = told_by_phone(school)
    office, found = kept(school, order)
    assert not was_done(office, found)
    carry_out(office, order)
    assert was_done(office, found)
    known = len(school.mails())
    school.round()
    assert len(school.mails()) == known
    assert (list(office.shelf.waiting()), list(office.shelf.refused())) == ([], [])


def test_a_report_that_was_only_kept_is_judged_by_the_round(school: Rehearsal) -> None:
    """A stop between its line and its verdict: the order is carried out again, on the same email."""
    order = told_by_phone(school)
    office, _ = kept(school, order)
    _kept(office, order)
    school.round()
    told = [row for row in school.mails() if row.seen.mailbox == BOX]
    assert [row.verdict for row in told] == [Verdict.OPENED]
    assert list(office.shelf.waiting()) == []


def told_by_phone(school: Rehearsal) -> orders.NewReport:
    """Somebody rang the office."""
    lines = {"parent": "Mr Emeka Okoro", "pupil": "Ada Okoro, 2A", "where": "Facebook", "what": INSULT}
    return orders.NewReport(
        by="Mrs Binns", received=school.clock.now(), sender=OFFICE, lines={**lines, "way": "phone"}
    )
