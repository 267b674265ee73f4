"""Acts on the register of people and the list of staff: another file takes the place of the one that is there.

Like a copy, it is not kept to be carried out later: its maker has just read what would change, and waits for it.
"""

import hashlib
from dataclasses import dataclass

from ...ground.errors import Problem
from ...rules.office.exports import RegisterReplaced
from ...rules.people.register_import import Differences
from ..office import Office
from .standing import Stale, Stood


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceRegister:
    """Who puts which file in place of people.csv, or of staff.csv.

    Attributes:
        by: who.
        content: the new file, in our columns.
        staff: it is the list of staff.
        seen: the SHA-256 of the file with which it was compared; "" where there was none.
        differences: what they saw change, which is counted in the log.
    """

    by: str
    content: bytes
    staff: bool
    seen: str
    differences: Differences


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced(Stood):
    """The name under which the file that was there is kept beside the new one; "" where there was none."""

    kept: str


def replace_register(office: Office, order: ReplaceRegister) -> Replaced:
    """Note it, then put the file in place as a whole; the old one is kept beside it with the day.

    Raises:
        Stale: the file is not the one that was compared.
        WorldFailed: the disk is full or broken; the old file is untouched.
    """
    if office.people.digest(staff=order.staff) != order.seen:
        what = "The list was changed by somebody else since you looked at the differences."
        raise Stale(Problem(where="the list", what=what, what_to_do="Look at the differences again."))
    found = order.differences
    event = RegisterReplaced(
        file="staff.csv" if order.staff else "people.csv",
        before=order.seen,
        sha256=hashlib.sha256(order.content).hexdigest(),
        new=len(found.new),
        changed=len(found.changed),
        gone=len(found.gone),
    )
    office.exports.append(office.clock.now(), order.by, event)
    return Replaced(kept=office.people.replace(order.content, office.clock.today(), staff=order.staff))
