"""Alerts and notices above their budget: one email that says how many.

None of those that were gathered goes out by itself later, or a flood of one hour would go on for days. What they were
about is in the in-tray or on its case, where an alarm goes on until somebody has it.
"""

from collections import Counter
from collections.abc import Collection
from itertools import islice

from ..rules.cases.events import AlertSent
from ..rules.mails.desk_links import to_today
from ..rules.mails.gathered import Gathering
from ..rules.mails.mail_budget import Budget, budget_of
from ..rules.mails.outgoing import MailKind, OutgoingMail, steady_id
from ..rules.office.pulse import Pulse
from .card_sent import note_cards_sent
from .notices import subject_of
from .office import Office, Tally
from .readers import shown_to_all
from .sure_page import sure_page
from .troubles import attempt

MOST_LISTED = 20
_URGENT, _PLAINLY = "URGENT: {} more alerts, please look now", "Please look: {} more emails came in"
_PLAIN = """URGENT

{number} more alerts came in today than are sent one by one. They are told together in this email.

Please look now:
  letterladder intray
  letterladder cases
"""
_PLAIN_NOTICES = """{number} more emails came in today than are told of one by one.

Please look:
  letterladder intray
  letterladder cases
"""


def gathered_mail(office: Office, gathering: Gathering, pulse: Pulse) -> OutgoingMail:
    """The one email about all of these; the same ones are the same email, so that it goes out once.

    Args:
        office: the school.
        gathering: those that wait.
        pulse: of today, with what was told together before.
    """
    mails, is_alert, number = (
        gathering.mails,
        gathering.is_alert,
        gathering.told(pulse) + len(gathering.mails),
    )
    refs = sorted({mail.ref for mail in mails if mail.ref})
    named = [*islice(shown_to_all(office, refs, gathering.to), MOST_LISTED)]
    fields = {
        "number": number,
        "kinds": sorted({kind for mail in mails for kind in mail.kinds}),
        "own": sum(budget_of(mail) is Budget.OWN for mail in mails),
        "subjects": _subjects(mails),
        "refs": named,
        "more": len(refs) - len(named),
    }
    text, plain = ("alerts-held.j2", _PLAIN) if is_alert else ("notice-gathered.j2", _PLAIN_NOTICES)
    otherwise = plain.format(number=number)
    written = sure_page(office, text, fields, link=to_today(office.school), otherwise=otherwise)
    return OutgoingMail(
        message_id=_id_of(office, gathering),
        kind=MailKind.ALERT if is_alert else MailKind.NOTICE,
        to=gathering.to,
        subject=subject_of(office, "", (_URGENT if is_alert else _PLAINLY).format(number)),
        text=written.text,
        html=written.html,
        about="alerts that wait",
        known=is_alert,
        gathers=True,
    )


def _id_of(office: Office, gathering: Gathering) -> str:
    told = " ".join(sorted(mail.message_id for mail in gathering.mails))
    return steady_id(f"gathered {told}", office.school.letters_from)


def _subjects(mails: Collection[OutgoingMail]) -> list[tuple[str, int]]:
    """What the notices are, each with its number; their subjects without the mark before them are our own words."""
    found = Counter(mail.subject.partition("] ")[2] for mail in mails if mail.by_mail)
    return found.most_common(MOST_LISTED)


def settle_gathered(office: Office, tally: Tally, gathering: Gathering) -> None:
    """It left: the logs say of each alert that people were told, then all of them leave the queue."""
    for mail in gathering.mails:
        if mail.kind is MailKind.ALERT and mail.ref:
            sent = AlertSent(to=list(gathering.to), message_id=mail.message_id)
            attempt(tally, mail.ref, lambda one=mail, event=sent: office.note(one.ref, event))  # type: ignore[misc]
    told = {mail.message_id: gathering.to for mail in gathering.mails}
    if gathering.is_alert:
        attempt(tally, "the log of emails", lambda: note_cards_sent(office, told))
    attempt(tally, "the queue of emails", lambda: office.queue.gather(told))
