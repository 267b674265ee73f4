"""One school with its mail servers, set up as a school would set them up."""

import smtplib
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email.message import EmailMessage
from itertools import count
from pathlib import Path

from office import BOX, DSL, HEAD, OFFICE, SentMail, read_sent
from servers.dovecot import PASSWORD, Dovecot
from servers.postfix import Postfix

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.wiring import build
from letterladder.workflows.office import Office

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
        """The school's office on its servers."""
        self.set_up(port=port, password=password)
        return build(load_settings(self.folder), self.clock)

    def set_up(self, *, port: int | None = None, password: str = PASSWORD) -> None:
        """Edit its school.toml for the servers as a user would."""
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
