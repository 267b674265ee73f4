"""Loops and limits: caps per recipient, never to our own addresses, headers on all we send."""

from email import message_from_bytes
from pathlib import Path

from fakes_mail import MemoryOutbox
from office import DSL, HEAD, OFFICE, THREAT, Rehearsal, an_office, edited, school_folder

from letterladder.ground.values import replace
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.rules.people.school import Mailing
from letterladder.workflows.office import Tally
from letterladder.workflows.sending import send_waiting


def limited(tmp_path: Path, most: int) -> tuple[Rehearsal, MemoryOutbox]:
    """A school that sends so many emails to one recipient in one day."""
    outbox = MemoryOutbox()
    school = an_office(tmp_path, outbox=outbox)
    settings = replace(school.office.school, mailing=Mailing(most_per_day=most))
    school.office = replace(school.office, school=settings)
    return school, outbox


def queue(
    school: Rehearsal, number: int, *to: str, kind: MailKind = MailKind.NOTICE, about: str = ""
) -> None:
    """So many emails in the queue."""
    for _ in range(number):
        mail = OutgoingMail(
            message_id=school.office.new_id(""),
            kind=kind,
            to=to,
            subject="[Letterladder] x",
            text="x",
            about=about,
        )
        school.office.queue.put(mail)


def send(school: Rehearsal) -> Tally:
    """Send what waits."""
    tally = Tally()
    send_waiting(school.office, tally)
    return tally


def test_above_the_cap_mails_wait_and_a_problem_says_so(tmp_path: Path) -> None:
    """Nothing is dropped; others are not held up."""
    school, outbox = limited(tmp_path, 3)
    queue(school, 5, HEAD)
    queue(school, 1, DSL)
    tally = send(school)
    assert [mail.to for mail in outbox.sent] == [(HEAD,)] * 3 + [(DSL,)]
    assert len(school.office.queue.waiting()) == 2
    assert HEAD in tally.problems[0].where


def test_the_cap_counts_over_rounds_and_capitals_and_ends_with_the_day(tmp_path: Path) -> None:
    """What waited goes out the next day."""
    school, outbox = limited(tmp_path, 3)
    queue(school, 2, HEAD)
    send(school)
    queue(school, 2, HEAD.upper())
    send(school)
    assert len(outbox.sent) == 3
    school.clock.turn_to(school.clock.today().replace(day=3))
    send(school)
    assert len(outbox.sent) == 4


def test_a_flood_of_alerts_ends_too(tmp_path: Path) -> None:
    """Twice the number of other emails, in a budget of their own; and one alert says that more of them wait."""
    school, outbox = limited(tmp_path, 3)
    queue(school, 3, DSL)
    for number in range(9):
        queue(school, 1, DSL, kind=MailKind.ALERT, about=f"from {number}")
    send(school)
    assert [mail.kind for mail in outbox.sent].count(MailKind.ALERT) == 6 + 1


def test_nothing_goes_to_our_own_addresses(tmp_path: Path) -> None:
    """A role with the mailbox's own address would make us answer ourselves."""
    school, outbox = limited(tmp_path, 50)
    queue(school, 1, school.office.school.safeguarding_mailbox.upper())
    queue(school, 1, OFFICE, school.office.school.letters_from)
    tally = send(school)
    assert [mail.to for mail in outbox.sent] == [(OFFICE,)]
    assert (len(tally.problems), school.office.queue.waiting()) == (2, [])


def test_our_own_mail_that_comes_back_is_a_robots(tmp_path: Path) -> None:
    """Somebody's forwarding rule sends our email to us: no case, no answer."""
    school = an_office(tmp_path)
    school.report(what=THREAT)
    ours = sorted((school.folder / "sent").glob("*.eml"))[-1].read_bytes()
    school.deliver(ours)
    sent = len(school.sent_mails())
    school.round()
    assert (school.verdicts()[-1], len(school.sent_mails())) == ("robot", sent)


def test_every_mail_of_ours_says_that_a_machine_sent_it(tmp_path: Path) -> None:
    """So that no other machine answers it (RFC 3834)."""
    edited(school_folder(tmp_path), ("heartbeat = false", "heartbeat = true"))
    school = an_office(tmp_path)
    school.report(what=THREAT)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    mails = [message_from_bytes(file.read_bytes()) for file in (school.folder / "sent").glob("*.eml")]
    assert {mail["X-Letterladder"] for mail in mails} == {"alert", "approval", "heartbeat"}
    assert all(mail["Auto-Submitted"] == "auto-generated" for mail in mails)
    assert all(mail["X-Auto-Response-Suppress"] for mail in mails)
