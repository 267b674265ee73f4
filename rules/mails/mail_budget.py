"""Which waiting email goes first, and how many go to one person in one day. Each class has a budget of its own. Pure.

The cap is there against emails that go round in circles. It must never hold back the one alert that matters: the first
one of a day about somebody of the people register always goes, before all others. Further ones about the same person,
alerts about emails of the school's own people, and those about emails of strangers, have a budget each. What the
school's own work waits for (an approval, a letter to post) never competes with what only tells that an email came in:
anybody can send any number of those. What repeats alerts that nobody has taken is one email, however many they are,
and always goes. Alerts and notices above their budget are gathered (workflows/gathering.py).
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec.structs import replace

from ..office.pulse import Pulse, of_day
from .outgoing import MailKind, OutgoingMail

ALERTS_MORE = 2
"""Each of the budgets of alerts about people whom the school knows is so many times that of other emails."""
FIRSTS_MORE = 4
"""First alerts of a day from addresses of the school may be so many times more: the address of a sender can be made
up, so that there is an end to them too."""
SINGLY = 12
"""So many alerts about emails of strangers, and so many notices of emails that are on no case, go to one person in one
day by themselves. Nobody reads a hundred of them, and the real one is among those that nobody reads."""

OWN_SINGLY = 24
"""The same of alerts about emails with an address of the school, which anybody can write where no server checks."""


class Budget(StrEnum):
    """What an email to somebody is counted against, on one day."""

    AGAIN = "again"
    KNOWN = "known"
    OWN = "own"
    STRANGER = "stranger"
    WORK = "work"
    TOGETHER = "together"
    MAIL = "mail"


def budget_of(mail: OutgoingMail) -> Budget:
    """The budget of an email; an alert about a case is about somebody of the register, also where the school wrote."""
    if mail.kind is not MailKind.ALERT:
        if mail.kind is MailKind.CARD or mail.gathers:
            return Budget.TOGETHER
        return Budget.MAIL if mail.by_mail or mail.kind is MailKind.RECEIPT else Budget.WORK
    if mail.again or mail.gathers:
        return Budget.AGAIN
    if mail.known or mail.ref:
        return Budget.KNOWN
    return Budget.OWN if mail.own else Budget.STRANGER


def is_gathered(mail: OutgoingMail) -> bool:
    """Whether many of these become one email: alerts, and notices that only tell that an email came in."""
    return not mail.gathers and (mail.by_mail or (mail.kind is MailKind.ALERT and not mail.again))


def in_order(waiting: Iterable[OutgoingMail], pulse: Pulse) -> list[OutgoingMail]:
    """Repeated alerts, those about the register, those of the school's own people, other alerts, the rest as it came.

    Among what is gathered, the first about each person, case or stranger goes before the second about any.
    """
    turns = dict(pulse.about_today)
    ranked: list[tuple[int, int, OutgoingMail]] = []
    for mail in waiting:
        tier = list(Budget).index(budget_of(mail))
        turn = turns.get(_about(mail), 0) if is_gathered(mail) else 0
        turns[_about(mail)] = turn + 1
        ranked.append((tier, turn, mail))
    return [mail for _, _, mail in sorted(ranked, key=lambda one: one[:2])]


def full_for(mail: OutgoingMail, pulse: Pulse, most: int) -> str:
    """The recipient who got as many emails of this budget today as may be; "" where the email may go.

    Args:
        mail: the one that is about to go.
        pulse: with the counts of today alone.
        most: emails of one budget to one recipient in one day.
    """
    budget = budget_of(mail)
    is_first = not pulse.about_today.get(_about(mail))
    match budget:
        case Budget.AGAIN:
            return ""
        case Budget.KNOWN:
            if is_first:
                return ""
            most *= ALERTS_MORE
        case Budget.OWN:
            most = min(most * ALERTS_MORE * (FIRSTS_MORE if is_first else 1), OWN_SINGLY)
        case Budget.STRANGER:
            most = min(most * ALERTS_MORE, SINGLY)
        case Budget.MAIL if mail.by_mail and mail.ref:
            # There are only so many cases: of each, the day's first notice of a kind goes.
            if is_first:
                return ""
        case Budget.MAIL if mail.by_mail:
            most = min(most, SINGLY)
    return next((one for one in mail.to if pulse.sent_today.get(_key(budget, one), 0) >= most), "")


def after_mail(pulse: Pulse, today: date, mail: OutgoingMail) -> Pulse:
    """The pulse after one more email left today."""
    pulse = of_day(pulse, today)
    budget = budget_of(mail)
    about = _counted(pulse.about_today, _about(mail)) if is_gathered(mail) else pulse.about_today
    return replace(
        pulse,
        sent_today=_counted(pulse.sent_today, *(_key(budget, to) for to in mail.to)),
        about_today=about,
    )


def _about(mail: OutgoingMail) -> str:
    if mail.by_mail:
        # The subject is one of our own few, and the mark of the case before it tells the cases apart.
        return f"notice {mail.ref} {mail.subject}"
    return mail.ref or mail.about or mail.message_id


def _key(budget: Budget, to: str) -> str:
    return f"{budget} {to.casefold()}"


def _counted(counts: dict[str, int], *names: str) -> dict[str, int]:
    return {**counts, **{name: counts.get(name, 0) + 1 for name in names}}
