"""What our own people were told of a case, and whether it left. See events.py."""

from datetime import date

from .event_base import Event, FlagSeen


class AlertRaised(Event, frozen=True, kw_only=True):
    """Danger, child protection or an allegation about staff: nothing is drafted, an alert waits to go out `to` people.

    `told` is written no more: older logs name there the people to whom the alert was addressed.
    """

    flags: list[FlagSeen]
    told: list[str]
    message_id: str
    to: list[str] = []


class AlertSent(Event, frozen=True, kw_only=True):
    """The alert of this Message-ID left: the mail server took it for these people."""

    to: list[str]
    message_id: str


class ReminderSent(Event, frozen=True, kw_only=True):
    """A reminder about a date was put in the queue; `about` names the clock, `stage` how near `day` is."""

    about: str
    day: date
    stage: str
    to: list[str]
    message_id: str


class SignerTold(Event, frozen=True, kw_only=True):
    """Whoever approved, returned or decided in line `seq` was told so, at the address the school has for them."""

    seq: int
    to: list[str]
    message_id: str
