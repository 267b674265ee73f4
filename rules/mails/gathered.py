"""What is above its budget becomes one email with a number, for each who is told: when it is due. Pure.

At once for the first of a day; again when as many came as were told, when something is among them that none of the
day's were about, and after an hour at most.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec.structs import replace

from ..office.pulse import Gathered, Pulse
from .mail_budget import Budget, budget_of
from .outgoing import MailKind, OutgoingMail

PAUSE = timedelta(hours=1)
"""So long at most does an alert or a notice wait for the others."""
MOST_SENDERS = 20
"""So many senders of the school are new in one day; after them a new one is no news: a sender can be made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """The alerts, or the notices, that wait for the same people."""

    to: tuple[str, ...]
    is_alert: bool
    mails: tuple[OutgoingMail, ...]

    @property
    def key(self) -> str:
        """What the pulse knows it by."""
        return " ".join(
            ("alerts" if self.is_alert else "notices", *sorted(one.casefold() for one in self.to))
        )

    def told(self, pulse: Pulse) -> int:
        """How many were told together today already."""
        before = pulse.gathered.get(self.key)
        return before.number if before else 0

    def fresh(self, pulse: Pulse) -> frozenset[str]:
        """The cases, senders of the school and kinds of danger that none of the day's was about."""
        before = pulse.gathered.get(self.key)
        known = frozenset(before.named if before else ())
        room = MOST_SENDERS - sum(one.startswith(_SENDER) for one in known)
        senders = {f"{_SENDER}{one.about}" for one in self.mails if budget_of(one) is Budget.OWN}
        return frozenset(
            {
                *(f"case {one.ref}" for one in self.mails if one.ref),
                *(f"kind {kind}" for one in self.mails for kind in one.kinds),
                *sorted(senders - known)[: max(0, room)],
            }
            - known
        )


_SENDER = "own "


def gatherings_of(held: Iterable[OutgoingMail]) -> list[Gathering]:
    """What is held back, by those whom it is for; alerts first."""
    found: dict[tuple[bool, tuple[str, ...]], list[OutgoingMail]] = {}
    for mail in held:
        found.setdefault((mail.kind is MailKind.ALERT, mail.to), []).append(mail)
    return [
        Gathering(to=to, is_alert=is_alert, mails=tuple(mails))
        for (is_alert, to), mails in sorted(found.items(), key=lambda one: not one[0][0])
    ]


def is_due(gathering: Gathering, pulse: Pulse, now: datetime) -> bool:
    """Whether it is told now. A clock that was put back does not hold it up."""
    before = pulse.gathered.get(gathering.key)
    if before is None or gathering.fresh(pulse) or len(gathering.mails) >= before.number:
        return True
    return not before.at <= now < before.at + PAUSE


def after_gathering(gathering: Gathering, pulse: Pulse, now: datetime) -> Pulse:
    """The pulse of today after it was told."""
    before = pulse.gathered.get(gathering.key)
    named = sorted(gathering.fresh(pulse) | set(before.named if before else ()))
    told = Gathered(number=gathering.told(pulse) + len(gathering.mails), at=now, named=named)
    return replace(pulse, gathered={**pulse.gathered, gathering.key: told})


def gathered_today(pulse: Pulse) -> tuple[int, int]:
    """How many alerts and how many notices were told together, the most that anybody was told; `pulse` is of today."""
    alerts = [one.number for key, one in pulse.gathered.items() if key.startswith("alerts ")]
    notices = [one.number for key, one in pulse.gathered.items() if key.startswith("notices ")]
    return max(alerts, default=0), max(notices, default=0)
