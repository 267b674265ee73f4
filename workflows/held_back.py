"""What is held back or told together is loud without email: said by each round, by `check` and by the desk."""

from collections.abc import Iterable, Sequence

from ..ground.errors import Problem
from ..rules.mails.gathered import gathered_today
from ..rules.mails.mail_budget import full_for, is_gathered
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.office.pulse import Pulse, of_day
from .held_alerts import alerts_that_wait
from .office import Office


def problems_of_flood(office: Office, pulse: Pulse) -> list[Problem]:
    """What is said of a flood for the rest of its day."""
    alerts, notices = gathered_today(of_day(pulse, office.clock.today()))
    told = [_counted(number, what) for number, what in ((alerts, "alert"), (notices, "notice")) if number]
    if not told:
        return []
    was = "was" if alerts + notices == 1 else "were"
    return [
        Problem(
            where="a flood of emails",
            what=f"More came in today than people can read one by one: {' and '.join(told)} {was} told together.",
            what_to_do="Do not go by the emails alone: look now at `intray` and `cases`. Somebody who keeps writing"
            " can be stopped by whoever looks after your mailbox.",
        )
    ]


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def problems_of_hold(held: Iterable[OutgoingMail]) -> list[Problem]:
    """What is said of emails that a cap holds back, once for each who waits; of alerts it is said apart."""
    found: dict[tuple[tuple[str, ...], bool], list[OutgoingMail]] = {}
    for mail in held:
        if mail.kind is not MailKind.ALERT:
            found.setdefault((mail.to, is_gathered(mail)), []).append(mail)
    until = {True: "for an hour at most", False: "until tomorrow"}
    return [
        Problem(
            where=f"email to {', '.join(to)}",
            what=f"So many emails have gone there today that {_waiting(mails)} {until[soon]}.",
            what_to_do="See in `mails` what keeps coming in; raise most_per_day under [mail] if it is all genuine.",
        )
        for (to, soon), mails in found.items()
    ]


def _waiting(mails: Sequence[OutgoingMail]) -> str:
    first = f"'{mails[0].subject.partition('] ')[2]}'"
    return f"{first} and {len(mails) - 1} more wait" if len(mails) > 1 else f"{first} waits"


def problems_of_waiting(office: Office, pulse: Pulse, *, named: bool = True) -> list[Problem]:
    """All that is said of the queue as it is now, between two rounds.

    Args:
        office: the school.
        pulse: as noted last.
        named: the cases of alerts may be named; at the desk not everybody may see each.
    """
    today, most = of_day(pulse, office.clock.today()), office.school.mailing.most_per_day
    waiting = office.queue.waiting()
    held = [mail for mail in waiting if full_for(mail, today, most)]
    return [
        *alerts_that_wait(waiting, named=named),
        *problems_of_flood(office, pulse),
        *problems_of_hold(held),
    ]
