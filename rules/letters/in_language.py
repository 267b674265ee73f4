"""The fields of a letter in another language: dates, lists and what the program writes; typed words stay English.

A phrase that the program writes is found by its English, as a whole or with places in it for what changes. What is in
no list of phrases is left in English and marked: nothing is ever translated by guessing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from ...ground.english import MONTHS, WEEKDAYS
from ...ground.tongues import date_in, list_in, pounds_in, time_in
from ..policies.letters import Field, Letters
from ..texts.languages import Language
from ..words import FieldType
from .plain_words import with_plain_words

NAMES = frozenset({"name", "phone", "mail", "number"})
"""Places in a phrase whose words are the same in every language."""

AS_IT_IS = ("\ue000", "\ue001")
"""Around words of another script in a language that runs from right to left; the printer takes them out again."""

_DATE = re.compile(rf"(?:(?:{'|'.join(WEEKDAYS)}) )?(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_TIME = re.compile(r"(\d{1,2})(?:[.:](\d\d))? ?(am|pm)", re.IGNORECASE)
_MONEY = re.compile(r"£([\d,]+(?:\.\d\d)?)")
_PLACE = re.compile(r"\{(\w+)\}")
LONGEST_PHRASE = 600
"""Characters of a text that may be a phrase with places in it; what is longer, a person typed."""

_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_ANY_LETTER = re.compile(r"[^\W\d_]")
_WITH_ROLE = re.compile(r"(?P<name>[^,]+), (?P<role>[^,]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class InLanguage:
    """The fields of a letter in its other language, and the names of those whose words stayed in English."""

    fields: Mapping[str, object]
    stayed: tuple[str, ...] = ()


def in_language(fields: Mapping[str, object], letters: Letters, language: Language) -> InLanguage:
    """What a translation prints for these fields of the English letter."""
    speaking = _Speaking(language=language)
    told: dict[str, object] = {}
    stayed: list[str] = []
    for name, value in fields.items():
        before = len(speaking.stayed)
        told[name] = speaking.value(letters.field(name), value)
        if len(speaking.stayed) > before:
            stayed.append(name)
    return InLanguage(fields=with_plain_words(told, language.joining), stayed=tuple(stayed))


def spoken_date(language: Language, day: date) -> str:
    """A date as this language prints it."""
    text = date_in(language.code, day, language.date_form)
    return text[:1].lower() + text[1:] if language.small_weekdays else text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speaking:
    """Says values in one language, and notes what it could not say."""

    language: Language
    stayed: list[str] = field(default_factory=list)

    def value(self, of: Field, value: object) -> object:
        """A text, a list of texts, things with named texts, or a picture, said."""
        if isinstance(value, Mapping):
            return {name: self.value(of, part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(of, one) for one in value]
        if not isinstance(value, str) or not value:
            return value
        if of.same or of.type in {FieldType.ADDRESS, FieldType.PERSON}:
            return self.as_it_is(value)
        said = self.said(value)
        if said is None:
            self.stayed.append(value)
            return f"{self.as_it_is(value)} {self.language.in_english}"
        return said

    def as_it_is(self, text: str) -> str:
        """The text unchanged; marked as of another script where the language runs the other way."""
        if not self.language.right_to_left:
            return text
        first, last = AS_IT_IS
        return f"{first}{text.replace(first, '').replace(last, '')}{last}"

    def said(self, text: str) -> str | None:
        """The text in the language; None where its words are not known."""
        known = self._number(text) or self._phrase(text) or self._moment(text) or self._pattern(text)
        return known or self._sentences(text) or self._list(text)

    def _number(self, text: str) -> str | None:
        if found := _MONEY.fullmatch(text):
            return pounds_in(self.language.code, Decimal(found[1].replace(",", "")))
        return None if _ANY_LETTER.search(text) else text

    def _phrase(self, text: str) -> str | None:
        """A phrase of the list, also where its first letter is a capital one in one of them only."""
        known = self.language.phrases
        if text in known:
            return known[text]
        first, rest = text[:1], text[1:]
        if (small := first.lower() + rest) in known:
            return _capital(known[small])
        if (large := first.upper() + rest) in known:
            return known[large][:1].lower() + known[large][1:]
        return None

    def _moment(self, text: str) -> str | None:
        if (found := _DATE.fullmatch(text)) and (day := _day(found)):
            return spoken_date(self.language, day)
        if found := _TIME.fullmatch(text):
            hour, minute = int(found[1]) % 12 + 12 * (found[3].lower() == "pm"), int(found[2] or 0)
            return time_in(self.language.code, hour, minute) if hour < 24 and minute < 60 else None
        return None

    def _pattern(self, text: str) -> str | None:
        """A phrase with places in it, each of which can be said, or is a name."""
        if len(text) > LONGEST_PHRASE:
            return None
        for english, pattern in _patterns(tuple(self.language.phrases)):
            found = pattern.fullmatch(text)
            if found and (parts := self._parts(found.groupdict())) is not None:
                return _filled(self.language.phrases[english], parts)
        found = _WITH_ROLE.fullmatch(text)
        role = self._phrase(found["role"]) if found else None
        return f"{self.as_it_is(found['name'])}, {role}" if found and role else None

    def _parts(self, groups: Mapping[str, str]) -> dict[str, str] | None:
        said: dict[str, str] = {}
        for name, words in groups.items():
            told = self.as_it_is(words) if name.rstrip("0123456789") in NAMES else self.said(words)
            if told is None:
                return None
            said[name] = told
        return said

    def _sentences(self, text: str) -> str | None:
        parts = _SENTENCE_END.split(text)
        if len(parts) < 2:
            return None
        said = [self.said(part) for part in parts]
        return " ".join(one for one in said if one) if all(said) else None

    def _list(self, text: str) -> str | None:
        """Several things in a row, "a, b and c", each of which can be said."""
        before, conjunction, last = text.rpartition(" and ")
        parts = [*before.split(", "), last] if conjunction else []
        said = [self.said(part) for part in parts]
        return list_in(self.language.code, [one for one in said if one]) if parts and all(said) else None


def _filled(words: str, parts: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: parts[place[1]], words)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=16)
def _patterns(phrases: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases with places in them; the longest first, so that the one that says most is taken."""
    with_places = sorted((one for one in phrases if _PLACE.search(one)), key=len, reverse=True)
    return tuple((one, re.compile("".join(_pieces(one)), re.DOTALL)) for one in with_places)


def _pieces(phrase: str) -> Iterator[str]:
    for place, piece in enumerate(_PLACE.split(phrase)):
        yield f"(?P<{piece}>.+?)" if place % 2 else re.escape(piece)
