"""Signing in at the command line: a code by email proves an address, and this account keeps the visit for a while.

The visit is in the same book as those of the desk, beside the settings, by its hash alone. What names it is in the
home folder of the account that signed in, so that another account of the machine is not signed in by it.
"""

import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ..ground.disk import make_folder, remove_file, write_file
from ..ground.errors import Problem, WrongUsage
from ..records.visits.sign_in_book import SignInBook
from ..rules.mails.codes import plain_code
from ..rules.people.school import Desking, Person
from ..workflows.office import Office
from .sign_in_mail import sign_in_mail

GOOD_FOR = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What this account keeps: the secret with which a code was asked for, and the visit."""

    asked: str = ""
    visit: str = ""


class CommandDoor:
    """The door of one school's, or trust's, command line, for the account of the machine that types."""

    def __init__(self, folder: Path) -> None:
        """Remember the places; nothing is made yet."""
        self._book = SignInBook(folder)
        self._file = _own_folder() / f"{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]}.json"

    def ask(self, office: Office, person: Person, now: datetime) -> None:
        """Send a code to the address that the school has for a person.

        Raises:
            WorldFailed: the mail server or the disk failed.
        """
        code, asked = office.new_code(), secrets.token_urlsafe(32)
        self._book.put_link(_token(code), person.email, browser=asked, until=now + GOOD_FOR)
        self._keep(_Kept(asked=asked))
        to, subject = (person.email, person.name), "Your code to sign in"
        office.outbox.send(sign_in_mail(office, to, "sign-in-code.j2", subject, good_for=GOOD_FOR, code=code))

    def come_in(self, code: str, now: datetime) -> str:
        """Use a code up: the address that is signed in now.

        Raises:
            WrongUsage: it is not the code that this account asked for, or its time is over.
            WorldFailed: the disk failed.
        """
        asked = self._kept().asked
        email = self._book.use_link(_token(code), browser=asked, now=now) if asked else ""
        if not email:
            what = "This is not the code that was asked for here, or its 15 minutes are over, or it was used."
            do = "Ask for another: letterladder sign-in --by NAME."
            raise WrongUsage(Problem(where="--code", what=what, what_to_do=do))
        self._keep(_Kept(visit=self._book.begin(email, now)))
        return email

    def who(self, desking: Desking, now: datetime) -> str:
        """The address that is signed in; "" for nobody. A visit ends as one at the desk does."""
        visit = self._kept().visit
        kept = self._book.visit(visit) if visit else None
        if kept is None:
            return ""
        if kept.is_over(desking, now):
            self._book.end(visit)
            return ""
        self._book.touch(visit, now)
        return kept.email

    def go_out(self) -> bool:
        """End the visit; whether there was one."""
        kept = self._kept()
        if kept.visit:
            self._book.end(kept.visit)
        if self._file.exists():
            remove_file(self._file)
        return bool(kept.visit)

    def _kept(self) -> _Kept:
        try:
            return _Kept(**json.loads(self._file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return _Kept()

    def _keep(self, kept: _Kept) -> None:
        make_folder(self._file.parent)
        write_file(self._file, json.dumps({"asked": kept.asked, "visit": kept.visit}).encode())
        self._file.chmod(0o600)


def _own_folder() -> Path:
    """Where this account keeps what programs remember."""
    own = os.environ.get("XDG_STATE_HOME", "")
    return (Path(own) if own else Path.home() / ".local" / "state") / "letterladder"


def _token(code: str) -> str:
    """Under what a code is in the book: never what a link of the desk can hold."""
    return f"command {plain_code(code)}"
