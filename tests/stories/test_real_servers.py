"""The main job against a real Dovecot and a real Postfix, set up as a school would set them up."""

import smtplib
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from email.message import EmailMessage
from itertools import count
from pathlib import Path

import pytest
from office import BOX, DSL, HEAD, OFFICE, THREAT, NoPdf, SentMail, form, pressed, read_sent, school_folder
from servers.cutting_proxy import CuttingProxy
from servers.dovecot import PASSWORD, Dovecot
from servers.postfix import Postfix
from sweeps import each

from letterladder.config.settings import load_settings
from letterladder.desk.checking_answers import problems_of_answers
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.wiring import build
from letterladder.mailbox.imap_inbox import ImapInbox
from letterladder.rules.mails.mail_rows import count_verdicts
from letterladder.rules.words import Verdict
from letterladder.workflows.keeping import rows_of
from letterladder.workflows.office import Office
from letterladder.workflows.rounds import run_round

LETTERS = "letters@larkfield.example"
DEPUTY, TEACHER = "i.sadiq@larkfield.example", "b.aldous@larkfield.example"
BOXES = (BOX, HEAD, DSL, DEPUTY, OFFICE, LETTERS, TEACHER)


@dataclass(slots=True, kw_only=True)
class Town:
    """One school with its mail servers."""

    folder: Path
    dovecot: Dovecot
    postfix: Postfix
    clock: RehearsalClock = field(default_factory=lambda: RehearsalClock(date(2026, 11, 2)))
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def submit(self, sender: str, subject: str, text: str) -> None:
        """A person sends an email to the safeguarding mailbox: SMTP with a login over STARTTLS."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = sender, BOX, subject
        # As a server writes it that knows who logged in; this one does not by itself.
        message["Authentication-Results"] = "mx.larkfield.example; dmarc=pass header.from=larkfield.example"
        message["Message-ID"] = f"<{next(self.numbers)}@phone.example>"
        message.set_content(text)
        with smtplib.SMTP(self.postfix.host, self.postfix.port, timeout=60) as link:
            link.starttls(context=ssl.create_default_context(cafile=str(self.postfix.ca_file)))
            link.login(sender, PASSWORD)
            link.send_message(message)

    def office(self, *, port: int | None = None, password: str = PASSWORD) -> Office:
        """The school's office, its school.toml edited for the servers as a user would."""
        (self.folder / "mail-password").write_text(password + "\n")
        toml = self.folder / "school.toml"
        start = toml.read_text().partition("\n[mail.in]")[0] + "\n"
        start = start.replace('# authserv_id = "mx', 'authserv_id = "mx')
        common = 'password_file = "mail-password"\nhost = "localhost"\ntimeout_seconds = 10\n'
        toml.write_text(
            f'{start}[mail.in]\nkind = "imap"\nport = {port or self.dovecot.imaps_port}\nuser = "{BOX}"\n'
            f'ca_file = "{self.dovecot.ca_file}"\n{common}\n[mail.out]\nkind = "smtp"\n'
            f'port = {self.postfix.port}\nuser = "{LETTERS}"\nca_file = "{self.postfix.ca_file}"\n{common}'
        )
        return build(load_settings(self.folder), self.clock)

    def mails_of(self, user: str) -> list[SentMail]:
        """What is in a person's mailbox, as an email program shows it."""
        with self.dovecot.login(user) as client:
            client.select_folder("INBOX", readonly=True)
            said = client.fetch(client.search(), ["BODY.PEEK[]"])
        return [read_sent(said[uid][b"BODY[]"]) for uid in sorted(said)]

    def wait_for(self, user: str, number: int) -> None:
        """Until a mailbox holds so many emails: Postfix delivers in its own time."""
        deadline = time.monotonic() + 60
        while True:
            with self.dovecot.login(user) as client:
                client.select_folder("INBOX", readonly=True)
                if len(client.search()) >= number:
                    return
            assert time.monotonic() < deadline, self.postfix.log()
            time.sleep(0.05)

    def got(self, user: str, kind: str) -> SentMail:
        """The first email of a kind in a mailbox, once it is there."""
        deadline = time.monotonic() + 60
        while not (found := [mail for mail in self.mails_of(user) if mail.kind == kind]):
            assert time.monotonic() < deadline, self.postfix.log()
            time.sleep(0.05)
        return found[0]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Mailboxes for the people of the example school, all empty."""
    with Dovecot(*BOXES) as dovecot, Postfix(dovecot, *BOXES) as postfix:
        yield Town(folder=school_folder(tmp_path), dovecot=dovecot, postfix=postfix)


def adds_up(office: Office) -> bool:
    """The emails on the server, taken ones included, are as many as those with a verdict."""
    rows = [row for row in rows_of(office).values() if row.judged]
    return office.inbox.count() == len(rows) == sum(count_verdicts(rows).values())


@pytest.mark.postfix
@pytest.mark.dovecot
def test_the_main_job_on_real_servers(town: Town) -> None:
    """A report comes in over SMTP and IMAP, the head's approval goes the same way, the letter is in the tray."""
    office = replace(town.office(), pdf=NoPdf())
    town.submit(TEACHER, "Form: online", form())
    town.wait_for(BOX, 1)
    tally = run_round(office)
    assert (tally.problems, tally.verdicts[Verdict.OPENED], tally.drafted) == ([], 1, 1)
    asked = town.got(HEAD, "approval")
    _, subject, text = pressed(asked.links[0])
    town.submit(HEAD, subject, text)
    town.wait_for(BOX, 1)
    assert run_round(office).approved == 1
    assert [str(letter.status) for letter in office.case("2026-0001").letters] == ["posting"]
    assert adds_up(office)


@pytest.mark.postfix
@pytest.mark.dovecot
def test_taken_mails_are_moved_and_none_is_lost(town: Town) -> None:
    """Reports of three kinds and a thank-you: all leave the inbox for Letterladder/Taken, each with a verdict."""
    office = replace(town.office(), pdf=NoPdf())
    town.submit(TEACHER, "Form: online", form())
    town.submit(TEACHER, "Form: online", form("Mr Emeka Okoro", "Ada Okoro, 2A", THREAT))
    town.submit(TEACHER, "seen online", "Somebody said something about somebody.")
    town.wait_for(BOX, 3)
    run_round(office)
    with town.dovecot.login(BOX) as client:
        left = client.folder_status("INBOX", ["MESSAGES"])[b"MESSAGES"]
    assert (left, office.inbox.count(), adds_up(office)) == (0, 3, True)
    assert town.got(DSL, "alert").to == (DSL, DEPUTY)


@pytest.mark.postfix
@pytest.mark.dovecot
def test_a_wrong_password_is_said_and_stops_nothing_else(town: Town) -> None:
    """The round says whose password is refused; with the right one the email is there."""
    town.submit(TEACHER, "Form: online", form())
    town.wait_for(BOX, 1)
    tally = run_round(town.office(password="mistyped"))
    words = " ".join(problem.what for problem in tally.problems)
    assert (tally.world_failed, f"the password of {BOX}" in words) == (True, True)
    assert run_round(replace(town.office(), pdf=NoPdf())).verdicts[Verdict.OPENED] == 1


@pytest.mark.postfix
@pytest.mark.dovecot
@pytest.mark.parametrize("cut_after", each(3, [6_000, 3_000, 12_000]))
def test_a_server_that_goes_away_in_the_middle_loses_nothing(cut_after: int, town: Town) -> None:
    """The link is cut while emails are fetched; the next round takes the rest, and none twice."""
    for number in range(6):
        town.dovecot.deliver(
            BOX, f"From: {TEACHER}\nSubject: {number}\n\n{'words ' * 400}{number}\n".encode()
        )
    with CuttingProxy(town.dovecot.imaps_port, cut_after=cut_after) as proxy:
        tally = run_round(town.office(port=proxy.port))
    assert tally.world_failed
    office = town.office()
    run_round(office)
    assert (len(rows_of(office)), adds_up(office)) == (6, True)


def test_an_email_to_ourselves_proves_the_way_back(town: Town) -> None:
    """Answers and returned email reach the mailbox that is read, also after a round has put it aside."""
    office = town.office()
    assert problems_of_answers(load_settings(town.folder), office, "one") == []
    sent = f"<office.answers.one@{LETTERS.partition('@')[2]}>"
    run_round(office)
    assert isinstance(office.inbox, ImapInbox)
    assert office.inbox.came_back(sent) == BOX


def test_an_address_that_leads_elsewhere_is_said(town: Town) -> None:
    """The safeguarding address of school.toml is that of a mailbox nobody reads."""
    office = town.office()
    settings = load_settings(town.folder)
    elsewhere = replace(settings, school=replace(settings.school, safeguarding_mailbox=TEACHER))
    found = problems_of_answers(elsewhere, office, "two", pause=lambda _: None)
    assert "did not arrive" in found[0].what
