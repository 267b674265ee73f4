"""The act on an email: put it into a case, into a new one, or aside; or move it to the case it belongs to."""

from dataclasses import dataclass

from ...rules.office.orders import FileMail
from ..answering import TriageOrder
from ..filing_by_hand import NEW, NONE, file_by_hand
from ..office import Office
from .standing import Stood, refuse_stale


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
