"""Alerts that wait are loud: said by the round and `check`, and by email to two others where one is refused."""

from collections.abc import Sequence
from itertools import islice

from ..ground.errors import Problem
from ..rules.mails.desk_links import to_today
from ..rules.mails.outgoing import MailKind, OutgoingMail, steady_id
from ..rules.office.pulse import Pulse
from ..rules.people.school import DSL, HEAD, OFFICE
from .alerting import ALERTED
from .notices import subject_of
from .office import Office
from .readers import shown_to_all
from .sure_page import sure_page

MOST_LISTED = 20
_PLAIN_UNSENT = """URGENT

An alert about possible danger could not be sent. The mail server accepts other emails, but refuses this alert.
It was for: {to}

Please do not wait for it. Tell them by phone or in person, and look now:
  letterladder intray
  letterladder cases

If somebody is in danger now, ring 999 first, then children's social care.
"""


def refusal_due(office: Office, stuck: Sequence[OutgoingMail], pulse: Pulse) -> OutgoingMail | None:
    """The email that says that an alert cannot be sent, once for each; None where nothing new is to be said.

    It goes to two people whom the refused alert was not for, as far as there are two: its own addresses may be wrong.

    Args:
        office: the school.
        stuck: the alerts that the mail server refused, though it is there.
        pulse: with the alerts of which people were told.
    """
    fresh = sorted({mail.message_id for mail in stuck} - set(pulse.refused_told))
    if not fresh:
        return None
    refused = {to.casefold() for mail in stuck for to in mail.to}
    people = office.school.mails_of(OFFICE, DSL, HEAD)
    to = sorted(people, key=lambda one: one.casefold() in refused)[:2]
    refs = sorted({mail.ref for mail in stuck if mail.ref})
    meant = ", ".join(office.school.mails_of(*ALERTED))
    fields = {"to": meant, "refs": [*islice(shown_to_all(office, refs, to), MOST_LISTED)]}
    written = sure_page(
        office,
        "alert-unsent.j2",
        fields,
        link=to_today(office.school),
        otherwise=_PLAIN_UNSENT.format(to=meant),
    )
    return OutgoingMail(
        message_id=steady_id(f"refused {' '.join(fresh)}", office.school.letters_from),
        kind=MailKind.WATCH,
        to=tuple(to),
        subject=subject_of(office, "", "URGENT: an alert could not be sent"),
        text=written.text,
        html=written.html,
    )


def alerts_that_wait(mails: Sequence[OutgoingMail], *, named: bool = True) -> list[Problem]:
    """What is said of alerts that have not left, for a round and for `check`; none where none waits."""
    alerts = [mail for mail in mails if mail.kind is MailKind.ALERT]
    if not alerts:
        return []
    refs = sorted({mail.ref for mail in alerts if mail.ref})
    cases = f" Cases: {', '.join(refs[:MOST_LISTED])}." if refs and named else ""
    number = "1 alert about danger has" if len(alerts) == 1 else f"{len(alerts)} alerts about danger have"
    return [
        Problem(
            where="alerts",
            what=f"{number} not been sent yet.{cases}",
            what_to_do="Do not wait for the emails: look now at `intray` and `cases`. The alerts will go out "
            "by themselves"
            " when the mail server accepts them; those above the daily limit within the hour, in one email.",
        )
    ]
