"""Dates, times, lists and money as languages other than English print them, and which languages there are.

Most commands ask nothing of it, so that babel is loaded where it is asked.
"""

import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

ENGLISH = "en"
_NO_PENCE = re.compile(r"[.,٫]00(?!\d)")
WHOLE_DATE = "full"
"""The form of a date that a language has of itself: with its weekday, and the month as a word."""


def language_code(told: str) -> str:
    """The BCP 47 code of a language given by its code or its name: "cy" of "Welsh", "Cymraeg" and "cy-GB".

    "en" for English of any kind; "" where nobody can know what is meant.
    """
    wanted = " ".join(told.replace("_", "-").split())
    if not wanted:
        return ""
    found = _parsed(wanted)
    code = str(found).replace("_", "-") if found else _named(wanted.casefold())
    language, _, rest = code.partition("-")
    return code if len(rest) == 4 else language


def language_name(code: str) -> str:
    """What English calls it: "Welsh"; the code itself where that is not known."""
    found = _parsed(code)
    return (found.english_name if found else None) or code


def is_right_to_left(code: str) -> bool:
    """Whether it is written from right to left."""
    found = _parsed(code)
    return found is not None and found.text_direction == "rtl"


def date_in(code: str, day: date, form: str = WHOLE_DATE) -> str:
    """A date with its weekday and month, by the language's own form or by this pattern of CLDR."""
    from babel.dates import format_date

    return format_date(day, form, locale=_locale(code))


def time_in(code: str, hour: int, minute: int) -> str:
    """A time of day: "15:45"."""
    from babel.dates import format_time

    return format_time(time(hour, minute), "short", locale=_locale(code)).replace("\u202f", "\u00a0")


def list_in(code: str, words: Sequence[str]) -> str:
    """Joined as in a sentence of that language."""
    from babel.lists import format_list

    return format_list(list(words), locale=_locale(code)) if words else ""


def pounds_in(code: str, amount: Decimal) -> str:
    """An amount in pounds; pence only where there are some."""
    from babel.numbers import format_currency

    text = format_currency(amount, "GBP", locale=_locale(code))
    return text if amount % 1 else _NO_PENCE.sub("", text)


def _locale(code: str) -> "Locale":
    from babel import Locale

    return Locale.parse(code, sep="-")


@lru_cache(maxsize=64)
def _parsed(code: str) -> "Locale | None":
    from babel import UnknownLocaleError

    try:
        return _locale(code)
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def _named(name: str) -> str:
    """The code of a language by its name, in English or in itself; "" where nobody has such a name.

    Its names in itself are asked last: each language has a file of its own to be read for them.
    """
    return _in_english().get(name) or _in_themselves().get(name, "")


@lru_cache(maxsize=1)
def _in_english() -> dict[str, str]:
    from babel import Locale

    return {name.casefold(): code.replace("_", "-") for code, name in Locale(ENGLISH).languages.items()}


@lru_cache(maxsize=1)
def _in_themselves() -> dict[str, str]:
    own = ((code, _parsed(code)) for code in _in_english().values())
    return {one.display_name.casefold(): code for code, one in own if one and one.display_name}
