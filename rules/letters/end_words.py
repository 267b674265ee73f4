"""The end of a measure that is something that has to happen: words that fit behind "until", with a review beside it."""

import re
from datetime import date

from ..days.day_fields import About, days_in, doubt_about_day
from ..policies.policy import Step
from ..policies.refusal import Refusal

ENDS_ON = "ends_on"
LONGEST = 120

_LEADING = re.compile(r"(?:until|till|til|up to|to|on|by|when|once|before|after)\b", re.IGNORECASE)
_NO_END = re.compile(
    r"\b(?:further notice|notice|notified|told otherwise|indefinite\w*|permanent\w*|for ?ever|for good|always|never)\b",
    re.IGNORECASE,
)


def doubt_about_end(text: str, today: date) -> str:
    """Why these words cannot be the end of a measure; "" where nothing speaks against them.

    A day must be right and still to come, as everywhere.
    """
    words = text.strip()
    if _LEADING.match(words):
        return f"The letter says 'until' itself, so '{words}' would read 'until {words}'."
    if _NO_END.search(words):
        return f"'{words}' is no end that the adult could see come."
    if len(words) > LONGEST or len(words.splitlines()) > 1:
        return f"It is longer than a line of {LONGEST} characters."
    if any(days_in(words, today)):
        return doubt_about_day(words, today, About(future=True))
    return "" if len(words.split()) > 1 else f"'{words}' does not say what has to happen."


def not_an_end(step: Step, text: str, today: date) -> Refusal | None:
    """Why a letter of this step may not be written with this end; None where its end is a day that is calculated."""
    doubt = doubt_about_end(text, today) if step.ends_by_event and text.strip() else ""
    if not doubt:
        return None
    return Refusal(
        rule=doubt,
        source="a measure ends on a day, or with something that the adult can see come, and is reviewed meanwhile",
        satisfied_by=f"--set {ENDS_ON}='a meeting has taken place', or a day to come.",
    )
