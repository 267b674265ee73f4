"""The email with the link to sign in: a thread of its own sends it, so that the page answers everybody alike."""

import logging
import queue
import secrets
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ...ground.errors import LetterladderError, WorldFailed
from ...records.visits.sign_in_book import SignInBook
from ...rules.mails.outgoing import OutgoingMail
from ...workflows.office import Office
from ..sign_in_mail import sign_in_mail
from .house import House
from .visiting import Visitor

log = logging.getLogger("letterladder")

GOOD_FOR = timedelta(minutes=15)
AGAIN = (2.0, 10.0, 30.0)
"""Seconds after which it is tried again where the mail server does not answer."""
MOST_WAITING = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Somebody asked for a link: the address typed, the secret of their browser, when (UTC)."""

    email: str
    browser: str
    at: datetime


@dataclass(slots=True, kw_only=True)
class LinkPost:
    """Takes what was asked, and sends a link to whoever holds a role; nothing to anybody else."""

    house: House
    book: SignInBook
    who: "Whose"
    again: tuple[float, ...] = AGAIN
    _waiting: "queue.Queue[Asked]" = field(default_factory=lambda: queue.Queue(MOST_WAITING))
    _started: threading.Lock = field(default_factory=threading.Lock)
    _stop: threading.Event = field(default_factory=threading.Event)

    def put(self, asked: Asked) -> bool:
        """Take it; whether there was room. Known addresses and others are taken alike."""
        if self._started.acquire(blocking=False):
            threading.Thread(target=self._work, name="sign-in links", daemon=True).start()
        try:
            self._waiting.put_nowait(asked)
        except queue.Full:
            return False
        return True

    def settle(self) -> None:
        """Wait until all that was asked was done."""
        self._waiting.join()

    def _work(self) -> None:
        while True:
            asked = self._waiting.get()
            try:
                self._answer(asked)
            except Exception as error:  # noqa: BLE001 - the border of one email: it is said, and the next has its turn
                log.error("the desk: a link to sign in was not sent: %s", type(error).__name__)
            finally:
                self._waiting.task_done()

    def _answer(self, asked: Asked) -> None:
        found = self.who(asked.email)
        if found is None:
            return
        visitor, office = found
        token = secrets.token_urlsafe(32)
        self.book.put_link(token, visitor.email, browser=asked.browser, until=asked.at + GOOD_FOR)
        mail = link_mail(office, visitor, f"{self.house.address}/sign-in/link/{token}")
        for pause in (*self.again, None):
            try:
                office.outbox.send(mail)
            except WorldFailed as failure:
                if pause is None:
                    _say(failure)
                    return
                self._stop.wait(pause)
            else:
                return


class Whose:
    """Who holds a role under an address, and the office that writes to them."""

    def __init__(self, house: House) -> None:
        self._house = house

    def __call__(self, email: str) -> tuple[Visitor, Office] | None:
        """The role holder, with the office of the first school that knows them; None for nobody."""
        wanted = email.casefold()
        for pages in self._house.schools:
            if one := pages.settings.school.holder_at(wanted):
                return Visitor(email=one.email, name=one.name), pages.office()
        if person := self._house.trust_people.get(wanted):
            first = next(iter(self._house.schools))
            return Visitor(email=person.email, name=person.name), first.office()
        return None


def _say(failure: LetterladderError) -> None:
    """Which server or folder failed; never the address or the link."""
    where = ", ".join(problem.where for problem in failure.problems)
    log.error("the desk: a link to sign in could not be sent, the mail server failed: %s", where)


def link_mail(office: Office, visitor: Visitor, link: str) -> OutgoingMail:
    """The email that holds the link."""
    to, subject = (visitor.email, visitor.name), "Your link to sign in"
    return sign_in_mail(office, to, "sign-in.j2", subject, good_for=GOOD_FOR, link=link)
