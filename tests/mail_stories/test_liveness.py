"""Silence is loud: two people hear once that email stands still, and once that it moves; mornings bring the counts."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from fakes_mail import MemoryInbox, MemoryOutbox
from office import DSL, OFFICE, Rehearsal, an_office, edited, school_folder

from letterladder.ground.values import replace
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.workflows.office import Tally
from letterladder.workflows.rounds import run_round

NINE = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class MinuteClock:
    """A clock that is set by the minute."""

    def __init__(self) -> None:
        self.at = NINE

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.at

    def today(self) -> date:
        """Its date."""
        return self.at.date()


class School:
    """A school whose servers can be switched off."""

    def __init__(self, tmp_path: Path, *, heartbeat: bool = False) -> None:
        if heartbeat:
            edited(school_folder(tmp_path), ("heartbeat = false", "heartbeat = true"))
        self.inbox, self.outbox, self.clock = MemoryInbox(), MemoryOutbox(), MinuteClock()
        self.rehearsal: Rehearsal = an_office(tmp_path, inbox=self.inbox, outbox=self.outbox)
        self.office = replace(self.rehearsal.office, clock=self.clock)

    def round(self, minutes: int = 0, *, patient: bool = False) -> Tally:
        """Some minutes pass, and a round begins."""
        self.clock.at += timedelta(minutes=minutes)
        return run_round(self.office, patient=patient)

    def told(self, kind: str = "watch") -> list[tuple[tuple[str, ...], str]]:
        """To whom emails of a kind went, and their subjects."""
        return [(mail.to, mail.subject) for mail in self.outbox.sent if mail.kind == kind]

    def want_to_send(self) -> None:
        """An email waits in the queue."""
        mail = OutgoingMail(
            message_id=self.office.new_id(""),
            kind=MailKind.NOTICE,
            to=(OFFICE,),
            subject="x",
            text="x",
        )
        self.office.queue.put(mail)

    @property
    def sign(self) -> Path:
        """The file that is put up where no email can say so."""
        return self.rehearsal.folder / "data" / "ALERT.txt"


def test_two_people_hear_once_that_no_mail_is_fetched(tmp_path: Path) -> None:
    """After half an hour, not before, and not again in every round."""
    school = School(tmp_path)
    school.round()
    school.inbox.fails = True
    for minutes in (10, 10):
        school.round(minutes)
        assert school.told() == []
    for minutes in (10, 10, 60):
        school.round(minutes)
    assert school.told() == [
        ((OFFICE, DSL), "[Letterladder] Please look in the mailbox: no emails can be fetched")
    ]


def test_they_hear_once_that_it_is_fetched_again(tmp_path: Path) -> None:
    """And a second silence is told of again."""
    school = School(tmp_path)
    for fails in (False, True, False, False, True):
        school.inbox.fails = fails
        school.round(40)
        school.round(40)
    assert [subject.partition("] ")[2] for _, subject in school.told()] == [
        "Please look in the mailbox: no emails can be fetched",
        "Emails are being fetched again",
        "Please look in the mailbox: no emails can be fetched",
    ]


def test_a_short_silence_is_nobodys_business(tmp_path: Path) -> None:
    """A server that restarts makes no emails."""
    school = School(tmp_path)
    school.round()
    school.inbox.fails = True
    school.round(20)
    school.inbox.fails = False
    school.round(5)
    assert school.told() == []


def test_at_night_it_waits_for_the_morning(tmp_path: Path) -> None:
    """In school hours only; the silence lasts, so it is told at seven."""
    school = School(tmp_path)
    school.round(14 * 60)
    school.inbox.fails = True
    school.round(60)
    assert school.told() == []
    school.round(8 * 60)
    assert len(school.told()) == 1


def test_where_sending_fails_a_sign_is_put_up(tmp_path: Path) -> None:
    """No email can say so: ALERT.txt does, and the exit code of `round` is that of a failed world."""
    school = School(tmp_path)
    school.round()
    school.want_to_send()
    school.outbox.fails = True
    assert school.round(1).world_failed
    assert not school.sign.exists()
    school.round(31)
    assert "NO EMAILS CAN BE SENT" in school.sign.read_text()


def test_the_sign_goes_when_sending_works_again(tmp_path: Path) -> None:
    """And two people are told, once."""
    school = School(tmp_path)
    school.want_to_send()
    school.outbox.fails = True
    school.round()
    school.round(31)
    school.outbox.fails = False
    for _ in range(3):
        school.round(3)
    assert not school.sign.exists()
    assert school.told() == [((OFFICE, DSL), "[Letterladder] Emails are going out again")]


def test_a_patient_round_waits_longer_after_every_failure(tmp_path: Path) -> None:
    """The daemon knocks after 1, 2, 4 ... minutes, while its rounds go on each minute."""
    school = School(tmp_path)
    school.inbox.fails = True
    failed = [school.round(1, patient=True).world_failed for _ in range(8)]
    assert failed == [True, True, False, True, False, False, False, True]


def test_a_mailbox_that_fails_does_not_stop_the_rest(tmp_path: Path) -> None:
    """What waits in the queue goes out, deadlines lapse."""
    school = School(tmp_path)
    school.want_to_send()
    school.inbox.fails = True
    assert school.round().sent == 1


def test_each_school_morning_two_people_get_the_counts(tmp_path: Path) -> None:
    """Once a day, from seven on, on school days only."""
    school = School(tmp_path, heartbeat=True)
    for _ in range(24 * 7):
        school.round(60)
    days = school.told("heartbeat")
    assert [to for to, _ in days] == [(OFFICE, DSL)] * 6
    assert len({mail.text.partition("\n")[0] for mail in school.outbox.sent}) == 6


def test_the_counts_say_what_waits(tmp_path: Path) -> None:
    """The in-tray, the open cases, what is overdue; no name, no words of an email."""
    school = School(tmp_path, heartbeat=True)
    school.inbox.deliver(
        b"From: x@elsewhere.example\nSubject: Zed\n\nSomebody said something about somebody.\n"
    )
    school.round()
    text = next(mail.text for mail in school.outbox.sent if mail.kind is MailKind.HEARTBEAT)
    assert "In the in-tray               1\n" in text
    assert "Open cases                   0\n" in text
    assert "elsewhere" not in text


AWAY = "Auto-Submitted: auto-replied\n\nI am out of the office until Monday and will answer on my return.\n"


def test_the_counts_list_what_was_filed_as_a_machines(tmp_path: Path) -> None:
    """By subject, once, on the next school morning: a person sees what the program kept from them."""
    school = School(tmp_path, heartbeat=True)
    for number in range(12):
        subject = "Automatic reply: " + ("away " * 40 if number == 11 else f"my answer {number}")
        school.inbox.deliver(f"From: p{number}@freemail.example\nSubject: {subject}\n{AWAY}".encode())
    for _ in range(24 * 4):
        school.round(60)
    texts = [mail.text for mail in school.outbox.sent if mail.kind is MailKind.HEARTBEAT]
    (told,) = [text for text in texts if "Filed as automatic" in text]
    assert "Filed as automatic           12\n" in told
    assert "my answer 10" in told
    assert "and 2 more" in told
    assert "my answer 0" not in told
    assert max(map(len, told.split("\n"))) < 120
    assert "letterladder mails --verdict robot" in told
    assert "@freemail" not in told
