"""Requests for information: what can happen to one, and what each fact changes of it."""

from abc import abstractmethod
from datetime import date
from typing import final

from msgspec import Struct, field

from ...ground.values import replace
from ..words import RequestAbout
from .office_event import Note, OfficeEvent


class Request(Struct, frozen=True, kw_only=True):
    """One request as it stands; a complaint is settled for the clock once it is acknowledged."""

    number: str
    about: RequestAbout
    received: date
    due: date
    rule: str
    who: str = ""
    ref: str = ""
    mail: str = ""
    acknowledged: str = ""
    answered: str = ""
    how: str = ""
    reminded: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @property
    def runs(self) -> bool:
        """Whether its clock still runs."""
        if self.about is RequestAbout.COMPLAINT and self.acknowledged:
            return False
        return not self.answered


class RequestEvent(OfficeEvent, frozen=True, kw_only=True):
    """The base of what can happen to the request of this number."""

    number: str

    @classmethod
    def is_folded(cls) -> bool:
        """It changes a request."""
        return True

    @abstractmethod
    def fold(self, known: Request | None) -> Request | None:
        """The request after this; None where no line before says that it was received."""


@final
class RequestReceived(RequestEvent, frozen=True, kw_only=True):
    """Somebody asked for information or complained about its use; `due` is the last day to answer or acknowledge."""

    about: RequestAbout
    received: str
    due: str
    rule: str
    who: str = ""
    ref: str = ""
    mail: str = ""

    def fold(self, known: Request | None) -> Request:
        return Request(
            number=self.number,
            about=self.about,
            received=date.fromisoformat(self.received),
            due=date.fromisoformat(self.due),
            rule=self.rule,
            who=self.who,
            ref=self.ref,
            mail=self.mail,
        )


@final
class RequestAcknowledged(RequestEvent, frozen=True, kw_only=True):
    """The school wrote that it has the request."""

    on: str

    def fold(self, known: Request | None) -> Request | None:
        return replace(known, acknowledged=self.on) if known else None


@final
class RequestExtended(RequestEvent, frozen=True, kw_only=True):
    """The last day moved, lawfully, and the person was told why."""

    due: str
    reason: str

    def fold(self, known: Request | None) -> Request | None:
        return (
            replace(known, due=date.fromisoformat(self.due), rule=f"extended: {self.reason}")
            if known
            else None
        )


@final
class RequestAnswered(RequestEvent, frozen=True, kw_only=True):
    """The request was answered, refused or taken back; `how` says which and where."""

    on: str
    how: str

    def fold(self, known: Request | None) -> Request | None:
        return replace(known, answered=self.on, how=self.how) if known else None


@final
class RequestReminded(RequestEvent, frozen=True, kw_only=True):
    """The office was reminded of a request's last day; `stage` says how near it was."""

    day: str
    stage: str
    message_id: str

    def fold(self, known: Request | None) -> Request | None:
        return replace(known, reminded=known.reminded | {(self.day, self.stage)}) if known else None


@final
class RequestUncounted(Note, frozen=True, kw_only=True):
    """An email asks for information, and came before the calendar begins: people were told that no clock runs."""

    mail: str
    about: RequestAbout
