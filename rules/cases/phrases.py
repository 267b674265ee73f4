"""The words that sentences about events share: days, letters, reasons, lists; all on one line."""

import unicodedata
from collections.abc import Collection, Iterable
from datetime import date, datetime

from ...ground.english import listed, uk_date_short
from ...ground.moments import LONDON
from ..words import Method, Where
from .event_values import PUPIL, Fact, FlagSeen

LOG_NOTE = "Note on this log"
"""How the sentence of a `Corrected` begins that is about no entry."""

METHOD_WORDS = {
    Method.FIRST_CLASS: "by first-class post",
    Method.SECOND_CLASS: "by second-class post",
    Method.BY_HAND: "by hand",
    Method.MAIL: "by email",
}
"""How a letter left, as it is in a sentence."""


def local_time(at: datetime) -> datetime:
    """The moment on an English wall clock."""
    return at.astimezone(LONDON)


def day_words(day: date) -> str:
    """The day as written in a letter, "9 November 2026"; a moment is taken in Europe/London."""
    day = local_time(day) if isinstance(day, datetime) else day
    return uk_date_short(day)


def one_line(text: str) -> str:
    """The text on one line, without control or invisible direction characters that could disguise what it says."""
    # No other white space is printable than the blank: such a text is one line, and nearly all are.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    spaced = " ".join(text.split())
    if spaced.isprintable():
        return spaced
    return "".join(
        sign for sign in spaced if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )


def fact_words(fact: Fact) -> str:
    """Where a report says it was, to be added to a sentence; of conduct on site, also when, and who was affected."""
    about = f" about {fact.platform}" if fact.platform else ""
    about += " that a pupil posted" if fact.poster == PUPIL else ""
    if Where.ON_SITE not in fact.where:
        return about
    told = [fact.place, _reported_day(fact.happened_on)]
    affected = f"; affected, as reported: {fact.affected}" if fact.affected else ""
    joined = ", and about" if about else " about"
    return f"{about}{joined} conduct on site ({', '.join(filter(None, told))}{affected})"


def _reported_day(text: str) -> str:
    """The day as in a letter; as it was reported where it is not a date."""
    try:
        return day_words(date.fromisoformat(text))
    except ValueError:
        return text


def version_words(letter: str, version: int, *, start: bool = True) -> str:
    """Which version of which letter, at the start of a sentence or within it."""
    return f"{'Letter' if start else 'letter'} {letter} version {version}"


def answer_by_words(day: date | None) -> str:
    """The day to answer by, to be added to a sentence about a letter."""
    return f", answer by {day_words(day)}" if day else ", no answer requested"


def way_words(how: str) -> str:
    """The way in which something was said: "email", "command", "desk"."""
    return "email" if how == "mail" else how


def signer_words(role: str, person: str, agreed: Collection[str]) -> str:
    """Who approved or decided: the person and the role, all of a panel who agreed; the role alone in older logs."""
    if agreed:
        return f"{role}: {listed(agreed)} agreed"
    return f"{person}, {role}" if person and role else person or role


def because(why: str) -> str:
    """The reason, to be added to a sentence; nothing where none was given."""
    return f", because: {_bare(why)}" if why else ""


def more(text: str) -> str:
    """What somebody wrote, to be added to a sentence."""
    return f": {_bare(text)}" if text else ""


def _bare(text: str) -> str:
    return text.strip().rstrip(".")


def flag_words(flags: Iterable[FlagSeen]) -> str:
    """The flags in brackets, each once."""
    seen = list(dict.fromkeys(plain(flag.flag) for flag in flags))
    return f" [{', '.join(seen)}]" if seen else ""


def plain(word: str) -> str:
    """A word of a closed set as it is written in a sentence."""
    return str(word).replace("-", " ")
