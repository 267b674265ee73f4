"""Alerts that wait are loud: one alert at once that says how many, a problem of the round, and one of `check`."""

import hashlib
from collections.abc import Sequence

from ..rules.errors import Problem
from ..rules.outgoing import MailKind, OutgoingMail
from ..rules.pulse import Pulse
from .alerting import ALERTED
from .notices import subject_of
from .office import Office
from .sure_text import sure_text

MOST_LISTED = 20
_PLAIN = """URGENT

{number} more alerts wait: more came in today than Letterladder sends to one person in one day.

Please do not wait for these mails. Look now:
  letterladder intray
  letterladder cases
"""


def summary_due(office: Office, held: Sequence[OutgoingMail], pulse: Pulse) -> OutgoingMail | None:
    """The alert about the alerts that a cap holds back: at once, and again on that day when they are twice as many.

    Args:
        office: the school.
        held: the alerts that wait.
        pulse: of today, with the number that was told.
    """
    if not held or len(held) < 2 * pulse.held_told:
        return None
    refs = sorted({mail.ref for mail in held if mail.ref})
    fields = {
        "school": office.school.name,
        "number": len(held),
        "refs": refs[:MOST_LISTED],
        "more": max(0, len(refs) - MOST_LISTED),
    }
    mark = hashlib.sha256(f"held {office.clock.today()} {len(held)}".encode()).hexdigest()[:24]
    return OutgoingMail(
        message_id=f"<office.{mark}@{office.school.letters_from.rpartition('@')[2]}>",
        kind=MailKind.ALERT,
        to=office.school.mails_of(*ALERTED),
        subject=subject_of(office, "", f"URGENT: {len(held)} more alerts wait"),
        text=sure_text(office, "alerts-held.j2", fields, _PLAIN.format(number=len(held))),
        about="alerts that wait",
        known=True,
    )


def alerts_that_wait(mails: Sequence[OutgoingMail]) -> list[Problem]:
    """What is said of alerts that have not left, for a round and for `check`; none where none waits."""
    alerts = [mail for mail in mails if mail.kind is MailKind.ALERT]
    if not alerts:
        return []
    refs = sorted({mail.ref for mail in alerts if mail.ref})
    cases = f" Cases: {', '.join(refs[:MOST_LISTED])}." if refs else ""
    number = "1 alert about danger has" if len(alerts) == 1 else f"{len(alerts)} alerts about danger have"
    return [
        Problem(
            where="alerts",
            what=f"{number} not been sent yet.{cases}",
            what_to_do="Do not wait for the mails: look now at `intray` and `cases`. The alerts go out by themselves"
            " when the mail server takes them; those above a day's number (most_per_day below [mail]) tomorrow.",
        )
    ]
