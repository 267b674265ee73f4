"""Which waiting email goes first, and how many go to one person in one day. Alerts have budgets of their own. Pure.

The cap is there against emails that go round in circles. It must never hold back the one alert that matters: the first
one of a day about somebody of the people register always goes, before all others. Further ones about the same person,
alerts about emails of the school's own people, and those about emails of strangers, have a budget each; so has
everything else. What repeats alerts that nobody has taken is one email, however many they are, and always goes.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec.structs import replace

from ..office.pulse import Pulse, of_day
from .outgoing import MailKind, OutgoingMail

ALERTS_MORE = 2
"""Each of the three budgets of alerts is so many times that of other emails."""
FIRSTS_MORE = 4
"""First alerts of a day from addresses of the school may be so many times more: the address of a sender can be made
up, so that there is an end to them too."""


class Budget(StrEnum):
    """What an email to somebody is counted against, on one day."""

    AGAIN = "again"
    KNOWN = "known"
    OWN = "own"
    STRANGER = "stranger"
    MAIL = "mail"


def budget_of(mail: OutgoingMail) -> Budget:
    """The budget of an email; an alert about a case is about somebody of the register, also where the school wrote."""
    if mail.kind is not MailKind.ALERT:
        return Budget.MAIL
    if mail.again:
        return Budget.AGAIN
    if mail.known or mail.ref:
        return Budget.KNOWN
    return Budget.OWN if mail.own else Budget.STRANGER


def in_order(waiting: Iterable[OutgoingMail], pulse: Pulse) -> list[OutgoingMail]:
    """Repeated alerts, those about the register, those of the school's own people, other alerts, the rest as it came.

    Among alerts, the first about each person (or from each stranger) goes before the second about any.
    """
    turns = dict(pulse.about_today)
    ranked: list[tuple[int, int, OutgoingMail]] = []
    for mail in waiting:
        tier = list(Budget).index(budget_of(mail))
        turn = turns.get(_about(mail), 0) if mail.kind is MailKind.ALERT else 0
        turns[_about(mail)] = turn + 1
        ranked.append((tier, turn, mail))
    return [mail for _, _, mail in sorted(ranked, key=lambda one: one[:2])]


def full_for(mail: OutgoingMail, pulse: Pulse, most: int) -> str:
    """The recipient who got as many emails today as may be; "" where the email may go.

    Args:
        mail: the one that is about to go.
        pulse: with the counts of today alone.
        most: emails to one recipient in one day.
    """
    budget = budget_of(mail)
    if budget is Budget.AGAIN:
        return ""
    if budget is Budget.KNOWN and not pulse.about_today.get(_about(mail)):
        return ""
    if budget is Budget.MAIL:
        return next((one for one in mail.to if pulse.sent_today.get(one.casefold(), 0) >= most), "")
    counts, most = pulse.alerts_today, most * ALERTS_MORE
    if budget is Budget.OWN and not pulse.about_today.get(_about(mail)):
        most *= FIRSTS_MORE
    return next((one for one in mail.to if counts.get(_key(budget, one), 0) >= most), "")


def after_mail(pulse: Pulse, today: date, mail: OutgoingMail) -> Pulse:
    """The pulse after one more email left today."""
    pulse = of_day(pulse, today)
    budget = budget_of(mail)
    if budget is Budget.MAIL:
        return replace(pulse, sent_today=_counted(pulse.sent_today, *(to.casefold() for to in mail.to)))
    return replace(
        pulse,
        alerts_today=_counted(pulse.alerts_today, *(_key(budget, to) for to in mail.to)),
        about_today=_counted(pulse.about_today, _about(mail)),
    )


def _about(mail: OutgoingMail) -> str:
    return mail.ref or mail.about or mail.message_id


def _key(budget: Budget, to: str) -> str:
    return f"{budget} {to.casefold()}"


def _counted(counts: dict[str, int], *names: str) -> dict[str, int]:
    return {**counts, **{name: counts.get(name, 0) + 1 for name in names}}
