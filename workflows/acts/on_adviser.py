"""Acts on the adviser's reading of the letters: that they signed them off, and which state of them, is noted.

Like a copy, it is not kept to be carried out later: whoever records it has the adviser's answer before them.
"""

from dataclasses import dataclass
from datetime import date

from ...ground.english import uk_date_short
from ...ground.errors import Problem, Refused, WrongUsage
from ...rules.office.exports import LettersSignedOff
from ...rules.office.sign_off import Papers, SignOff, last_sign_off
from ..office import Office
from .standing import Stood


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffLetters:
    """Who records that an adviser signed the letters off.

    Attributes:
        by: who records it.
        adviser: who read the letters: "Ms Rose Fell, Fell and Marsh Solicitors".
        on: the day on which they signed them off.
        fingerprint: the number on the first page of what they read.
        papers: templates, facts and policy as they are now.
    """

    by: str
    adviser: str
    on: date
    fingerprint: str
    papers: Papers


def sign_off_letters(office: Office, order: SignOffLetters) -> Stood:
    """Note who signed what off, and when.

    Raises:
        WrongUsage: nobody is named, or the day is still to come.
        Refused: what they read is not what would be sent now.
    """
    if not order.adviser.strip():
        what = "A sign-off needs the name of whoever read the letters."
        raise WrongUsage(Problem(where="--adviser", what=what, what_to_do="Give their name and office."))
    if order.on > office.clock.today():
        what = f"{uk_date_short(order.on)} is still to come."
        raise WrongUsage(
            Problem(where="--on", what=what, what_to_do="Give the day on which they signed them off.")
        )
    if order.fingerprint.strip().casefold() != order.papers.fingerprint:
        what = "What the adviser read is not what the school would send now: the fingerprint is another."
        do = "Print the letters again with `letters review` and have them read; nothing was recorded."
        raise Refused(Problem(where="--fingerprint", what=what, what_to_do=do))
    event = LettersSignedOff(
        adviser=" ".join(order.adviser.split()),
        on=order.on.isoformat(),
        fingerprint=order.papers.fingerprint,
        papers=order.papers,
    )
    office.exports.append(office.clock.now(), order.by, event)
    return Stood()


def last_signed(office: Office) -> SignOff | None:
    """The last sign-off; None where there is none.

    Raises:
        LogBroken: the log does not fit its chain.
    """
    return last_sign_off(entry.event for entry in office.exports.entries())
