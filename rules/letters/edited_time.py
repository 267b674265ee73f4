"""New sentences of an edited letter that mention time: any words that can set a day, an hour or a span.

No grammar of dates: a sentence that is not in the draft is named to the approver where it holds a word of time that
the line it came from did not hold. Rather one line too many for the approver than a deadline nobody was told of.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..days.written_dates import dates_in
from ..texts.names import words_of
from .edited_lines import Pair, lines_of

SENTENCE = re.compile(r"(?<=[.!?])\s+")

_UNITS = frozenset(
    words_of(
        "minute minutes hour hours day days night nights week weeks month months fortnight fortnights year years"
    )
    + words_of("term hr hrs wk wks mth mths min mins")
)
_NUMBERS = frozenset(
    words_of(
        "a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    )
    + words_of(
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen half"
    )
    + words_of("couple few several")
)
_ORDINALS = frozenset(
    words_of(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    )
    + words_of("fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth")
)
_WHICH = frozenset(
    words_of(
        "next this last coming following same end start beginning within by before until till working school"
    )
)
_WEEKDAYS = frozenset(
    words_of(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues thu thur thurs fri mondays tuesdays"
    )
    + words_of("wednesdays thursdays fridays saturdays sundays")
)
_MONTHS = frozenset(words_of("january february april june july august september october november december"))
_DAYS_OFF = frozenset(words_of("weekend weekends halfterm holiday holidays christmas easter inset whitsun"))
_CLOCK = frozenset(words_of("noon midday midnight oclock today tonight tomorrow overnight yesterday"))
_AT_ONCE = frozenset(words_of("immediately forthwith asap deadline deadlines"))
_ALONE = _WEEKDAYS | _MONTHS | _DAYS_OFF | _CLOCK | _AT_ONCE
_BY = frozenset(words_of("by before on until till than from after of"))
_ALSO_WORDS = frozenset(words_of("may march sat sun wed"))
"""Days and months that are other words too; they count after "by" and the like."""
_NUMBERED = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_HOUR = re.compile(r"\d{1,4}(?:am|pm|hrs?|wks?|mins?|days?|h)")
_SLASHED = re.compile(r"\d{1,2}x\d{1,2}")
_AT = re.compile(r"\d{1,2}x\d\d")
_REACH = 3
"""Words before a unit among which its number stands: "48 of your hours", "two whole school weeks"."""


def time_sentences(
    pairs: Iterable[Pair], original: str, near: date, known: Mapping[date, date | None]
) -> Iterator[str]:
    """The sentences that the draft did not have and that mention a time that the line they came from did not.

    `near` is the day to which a date without a year belongs. `known` are days that may be named anywhere (None), or
    that took the place of another day of the draft.
    """
    had = {
        _key(sentence, near, known)
        for line in lines_of(original)
        for sentence in (line, *SENTENCE.split(line))
    }
    for pair in pairs:
        before = _times(pair.was, near, known)
        for sentence in SENTENCE.split(pair.now):
            new = _key(sentence, near, known) not in had
            if new and _times(sentence, near, known) - before - _free(known):
                yield sentence


def _free(known: Mapping[date, date | None]) -> set[str]:
    return {_row_of(day, known) for day in known}


def _row_of(day: date, known: Mapping[date, date | None]) -> str:
    return (known.get(day) or day).isoformat()


def _key(sentence: str, near: date, known: Mapping[date, date | None]) -> tuple[str, ...]:
    """A sentence as words, each date as its day: to be compared whatever the form of the date."""
    days, rest = _apart(sentence, near, known)
    return (*words_of(rest), *days)


def _apart(text: str, near: date, known: Mapping[date, date | None]) -> tuple[list[str], str]:
    """The days that a text names, and its other words."""
    days, rest, place = [], "", 0
    for seen in dates_in(text, near):
        days.append(_row_of(seen.day, known) if seen.fits else seen.written)
        rest += f"{text[place : seen.start]} "
        place = seen.end
    return days, rest + text[place:]


def _times(text: str, near: date, known: Mapping[date, date | None]) -> set[str]:
    """What a text says of time: days, spans with their number, words of the week and the clock."""
    days, rest = _apart(text, near, known)
    words = words_of(re.sub(r"(?<=\d)[/.:](?=\d)", "x", rest))
    return {*days, *(told for place in range(len(words)) if (told := _time_at(words, place)))}


def _time_at(words: tuple[str, ...], place: int) -> str:
    """The words of time that end at this place, or ""."""
    word, before = words[place], words[max(0, place - _REACH) : place]
    nearest = before[-1] if before else ""
    if word in _ALONE or _HOUR.fullmatch(word) or _is_clock(word, nearest):
        return f"{nearest} {word}" if nearest[:1].isdigit() or nearest in _WHICH else word
    if word in _UNITS:
        counted = [
            one for one in before if one[:1].isdigit() or one in _NUMBERS | _ORDINALS | _WHICH | _WEEKDAYS
        ]
        return " ".join([*counted, word]) if counted else ""
    led = _BY.intersection(before if nearest in {"the", "twenty", "thirty"} else before[-1:])
    following = words[place + 1] if place + 1 < len(words) else ""
    if led and following != "class" and _is_day(word, nearest):
        return f"by {word}"
    return ""


def _is_day(word: str, nearest: str) -> bool:
    """Whether a word after "by" and the like is a day: "sixth", "6th", "6/11", "by 6", "by May"."""
    if word in _ORDINALS | _ALSO_WORDS or _NUMBERED.fullmatch(word):
        return True
    if nearest == "on":
        return bool(_SLASHED.fullmatch(word))
    return word[:1].isdigit() and nearest in {"by", "before", "until", "till", "than"}


def _is_clock(word: str, nearest: str) -> bool:
    """Whether two words tell a time: "9 am", "at 3.45", "at once", "by return", "half past", "half term"."""
    if word in {"am", "pm"}:
        return nearest[:1].isdigit()
    if nearest == "at":
        return word == "once" or bool(_AT.fullmatch(word))
    if nearest == "by":
        return word == "return"
    return nearest in {"half", "quarter"} and word in {"past", "term", "to"}
