"""The acts on an email: put it into a case, into a new one, or aside; move it; say that one has it."""

from dataclasses import dataclass

from ...rules.office.orders import FileMail, TakeMail
from ..answering import TriageOrder
from ..filing_by_hand import NEW, NONE, file_by_hand, one_email
from ..office import Office
from ..taking import take_mail
from .standing import Stood, refuse_stale, signed_with_a_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed(Stood):
    """Where the email is now, in a sentence."""

    said: str


def file(office: Office, order: FileMail) -> Filed:
    """File the email; the cases that it comes to and leaves go on.

    Raises:
        Refused: as `filing_by_hand.file_by_hand`; or the case was written on since the maker saw it.
    """
    if order.to not in {NEW, NONE}:
        refuse_stale(office, order.to, order.seen)
    about = TriageOrder(
        adult=order.adult,
        pupils=order.pupils,
        conduct=order.conduct,
        clear=order.clear,
        note=order.note,
    )
    return Filed(said=file_by_hand(office, order.mail, order.to, about, by=order.by))


def take(office: Office, order: TakeMail) -> Filed:
    """Note that somebody has the email; nobody else is told about it.

    Raises:
        Refused: no or several emails fit, or it is in the in-tray no more.
        WrongUsage: no name was typed.
    """
    name = signed_with_a_name(order, "Taking an email")
    row = one_email(office, order.mail)
    take_mail(office, row, name, by=order.by)
    return Filed(said=f"{name} has email {row.seen.sha256[:12]}. Nobody else will be told about it.")
