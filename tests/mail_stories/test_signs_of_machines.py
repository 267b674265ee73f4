"""A machine's sign is a hint: reports that carry one are judged and alerted; only proved machines are put away."""

from pathlib import Path

import pytest
from machine_mails import AT_WORST_SEEN, MACHINES, REPORTS, MachineMail
from office import QuickPdf, Rehearsal, an_office, edited, school_folder
from planted_machines import RETURNED, probes
from prepared import prepared
from sweeps import each

PROBES = {**probes(), **RETURNED}


def by_mail(folder: Path) -> Rehearsal:
    """A school that sends letters by email; the first one has gone out to Ross Dunn."""
    edited(school_folder(folder), ('method = "first-class"', 'method = "mail"'))
    school = an_office(folder, pdf=QuickPdf())
    school.report()
    school.head_approves()
    school.day("2026-11-03")
    return school


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """That school."""
    return prepared(by_mail, tmp_path, pdf=QuickPdf())


def played(school: Rehearsal, mail: MachineMail) -> tuple[str, int]:
    """What became of the email, and how many alerts went out for it."""
    before = alerts(school)
    school.deliver(mail.raw(school.newest("letter", "2026-0001").message_id))
    school.round()
    return str(school.mails()[-1].verdict), alerts(school) - before


def alerts(school: Rehearsal) -> int:
    """Alerts sent so far."""
    return sum(mail.kind == "alert" for mail in school.sent_mails())


@pytest.mark.parametrize("name", each(4, list(REPORTS)))
def test_a_report_with_a_machines_sign_reaches_people(name: str, school: Rehearsal) -> None:
    """It is opened, attached or in the in-tray; danger is alerted at once; nothing answers its sender."""
    mail = REPORTS[name]
    verdict, alerted = played(school, mail)
    assert verdict in {"opened", "attached", "intray"}
    assert alerted == (1 if mail.truth == "alerted" else 0)
    assert not any(sent.kind == "receipt" for sent in school.sent_mails())


@pytest.mark.parametrize("name", each(4, list(MACHINES)))
def test_a_proved_machine_is_put_away_whatever_it_quotes_of_ours(name: str, school: Rehearsal) -> None:
    """Our own letter in it names the adult and repeats the threat: no case is opened and nobody is alerted."""
    verdict, alerted = played(school, MACHINES[name])
    assert (verdict in {"robot", "bounce"}, alerted) == (True, 0)
    assert school.office.cases.refs() == ["2026-0001"]


@pytest.mark.parametrize("name", each(4, list(AT_WORST_SEEN)))
def test_what_proves_nothing_and_says_nothing_is_shown(name: str, school: Rehearsal) -> None:
    """In doubt a person looks at it; no alert is answered by a machine, alerted, and answered again."""
    verdict, alerted = played(school, AT_WORST_SEEN[name])
    assert (verdict in {"attached", "intray"}, alerted) == (True, 0)


def test_every_mail_is_counted_once(school: Rehearsal) -> None:
    """Emails of the mailbox = the sum of the verdicts."""
    letter = school.newest("letter", "2026-0001").message_id
    known = len(school.mails())
    mails = [*REPORTS.values(), *MACHINES.values(), *AT_WORST_SEEN.values()]
    for mail in mails:
        school.deliver(mail.raw(letter))
    tally = school.round()
    assert (tally.mails, sum(tally.verdicts.values())) == (len(mails), len(mails))
    assert len(school.mails()) == known + len(mails)


def test_the_hint_is_said_in_the_in_tray(school: Rehearsal) -> None:
    """It may explain what is odd about the email."""
    played(school, AT_WORST_SEEN["a nightly job"])
    judged = school.mails()[-1].judged
    assert judged is not None
    assert judged.reason.endswith(
        "(A hint only: Its header says that a machine sent it (Auto-Submitted: auto-generated).)"
    )


@pytest.mark.parametrize("name", each(15, list(PROBES)))
def test_no_sign_of_a_machine_hides_what_a_person_wrote(name: str, school: Rehearsal) -> None:
    """Whatever the header, subject, sender or wrapping: it is never put away, and danger alerts."""
    mail = PROBES[name]
    before = {mail.message_id for mail in school.sent_mails() if mail.kind == "alert"}
    school.deliver(mail.raw(school.newest("letter", "2026-0001").message_id))
    school.round()
    row = school.mails()[-1]
    assert str(row.verdict) in {"opened", "attached", "intray"}
    alerted = {mail.message_id for mail in school.sent_mails() if mail.kind == "alert"} - before
    assert alerted or mail.truth != "alerted"
