"""The places for the dates of a letter that is dated once it is approved, and the rule by which they are filled.

A place holds the rule in words, as the approver reads it: "[date: 5 working days after it counts as received]". Two
places with the same words have the same rule, and so on any day the same date.
"""

from collections.abc import Mapping
from datetime import date

from ..days.counting import ClockRule, ReceiptRule, amount, clock_words
from ..people.school import School
from ..policies.policy import Step
from ..words import Method
from .letter_dates import FROM_START, LetterDates

AT_ONCE = "the day of its approval, or the next working day"
_RECEIPT = {
    Method.FIRST_CLASS: "on the second working day after that",
    Method.SECOND_CLASS: "on the fourth working day after that",
    Method.BY_HAND: "that day",
    Method.MAIL: "that day",
}
_POSTED = {
    Method.FIRST_CLASS: "posted first class",
    Method.SECOND_CLASS: "posted second class",
    Method.BY_HAND: "handed over",
    Method.MAIL: "sent by email",
}
_LABELS = {"letter_date": "Dated", "answer_by": "Answer by"}


def slots_of(step: Step, dates: LetterDates) -> dict[str, str]:
    """The calculated dates of this letter by field, each with the words in its place; none that a person typed."""
    if not step.dated_at_approval:
        return {}
    names = ["letter_date", *(["answer_by"] if dates.answer_by else []), *dates.also]
    return {name: f"[{_words(name, step)}]" for name in names if name not in dates.typed}


def dating_rule(step: Step, school: School, method: Method) -> str:
    """The day of such a letter, and when it counts as received: two halves with a semicolon between them."""
    days = step.lead_days
    dated = f"the {_ordinal(days)} working day after its approval" if days else AT_ONCE
    receipt = _RECEIPT[method]
    if method is Method.FIRST_CLASS and school.posting.receipt is ReceiptRule.CPR_6_26:
        receipt = "on the second day after that, or else the next working day"
    return f"{dated}, {_POSTED[method]} that day; it counts as received {receipt}"


def days_for(slots: Mapping[str, str], dates: LetterDates) -> dict[str, date]:
    """The dates that fill these places, by their fields."""
    found = {"letter_date": dates.dated, **dates.also}
    if dates.answer_by:
        found["answer_by"] = dates.answer_by.end
    return {name: found[name] for name in slots if name in found}


def label_of(name: str) -> str:
    """What a date is called in the email to the approver: "Answer by", "Removal by"."""
    return _LABELS.get(name) or name.replace("_", " ").capitalize()


def rule_in(words: str) -> str:
    """The rule that a place holds, without its brackets."""
    return words.strip("[]").removeprefix("date: ")


def _words(name: str, step: Step) -> str:
    if name == "letter_date":
        return "date of this letter"
    if name == "starts_on":
        return "date: the day on which it counts as received"
    clock = step.answer_clock if name == "answer_by" else step.also[name]
    if clock is None:
        raise AssertionError(f"{step.id} prints {name}, and nothing says how it is counted")
    if name == "decision_by":
        return f"date: {amount(clock.days, clock.unit)} after the last day to answer"
    if name in FROM_START:
        return f"date: {clock_words(clock)}{'' if clock.until or clock.half_way else ' after the start'}"
    return f"date: {_clock(clock)}"


def _clock(clock: ClockRule) -> str:
    since = "it counts as received" if clock.from_receipt else "the date of this letter"
    also = [f"at most {clock.cap_days} calendar days after the date of this letter"] if clock.cap_days else []
    if not clock.roll_forward:
        also.append("also on a day on which the school is closed")
    return ", ".join([f"{amount(clock.days, clock.unit)} after {since}", *also])


def _ordinal(days: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(days) or f"{days}th"
