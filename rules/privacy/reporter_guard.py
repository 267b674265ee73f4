"""Whether a letter gives away who reported: a name, a child, an address, a number, in whatever spelling.

The reporter is never named. What the adult addressed shares with the reporter (a child, an address, a
family name) and the school's own people may stand; so may words that are names only with a capital ("may", "mark").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..texts.names import TITLES, Word, words_with_places
from .plain_names import CALENDAR, TOLD, street_word
from .postcodes import POSTCODE
from .redaction import visible
from .reporter_marks import DIGITS, Kept, Mark, Need, Trait, bare, marks_of, national, plain
from .reporter_traits import EMAIL, NOBODY, Traits

LEAST_HIDDEN = 8
"""Letters from which a whole name is sought inside longer words too: "bethaldous99"."""
LOCAL_NUMBER = 6
"""Digits of a telephone number without its area code."""


_TOLD_AFTER = re.compile(
    r"\W*(?:(?:\w+ ){0,2}?)(?:has |have |had |first |also )*(?:told (?:us|me|the)|reported|saw\b|seen\b|showed|"
    r"informed|sent (?:us|me|it|a|the)|complained|raised|noticed|found (?:it|this|the)|brought|contacted|drew)",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    r"\W*(?:says|said|put it|puts it|wrote|writes|states|stated|mentioned|mentions|explained|explains|noted|recalls|"
    r"recalled|remembers|remembered|confirms|confirmed|describes|described|knows)\b",
    re.IGNORECASE,
)
_AS_BEFORE = re.compile(r"\bas\s+(?:\w+ ){0,2}$", re.IGNORECASE)
_TOLD_BEFORE = re.compile(
    r"\b(?:reported|shown|told|seen|sent|raised|noticed|found|heard|learned|learnt|came|comes|received|brought|report|"
    r"complaint|screenshot|email)\b(?: \w+){0,3}? (?:by|from|of)\s+(?:\w+ ){0,2}$|\baccording to\s+(?:\w+ ){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Where a text gives a reporter away (end is exclusive), and by what."""

    trait: Trait
    start: int
    end: int


class Guard:
    """Knows by what the reporters of a case could be recognised; made once for a letter."""

    def __init__(self, traits: Traits, kept: Kept, staff: Traits = NOBODY) -> None:
        """Remember what must not be read, without what the adult and the school share with a reporter.

        `staff` are reporters who work at the school: a letter may name them, for instance in the insult that they
        reported, but not as those who told it.
        """
        self._staff = Guard(staff, kept) if staff.names else None
        self._marks: dict[str, list[Mark]] = {}
        self._hidden: dict[str, Trait] = {}
        for mark in sorted(marks_of(traits, kept), key=lambda mark: -len(mark.words)):
            self._marks.setdefault(mark.words[0], []).append(mark)
            joined = "".join(mark.words)
            if (
                mark.trait in {Trait.NAME, Trait.CHILD}
                and len(mark.words) > 1
                and len(joined) >= LEAST_HIDDEN
            ):
                self._hidden[joined] = mark.trait
        self._emails = frozenset(traits.emails) - kept.contacts
        numbers = {national(one) for one in traits.phones} - kept.contacts
        self._numbers = frozenset(one for one in numbers if len(one) >= 9)
        postcodes = {bare(found.group()) for line in traits.addresses for found in POSTCODE.finditer(line)}
        self._postcodes = frozenset(postcodes) - kept.contacts

    def leaks(self, text: str) -> tuple[Leak, ...]:
        """All places of the text that give a reporter away, in order."""
        seen = plain(visible(text))
        found = [*self._contacts(seen), *self._names(seen)]
        found += [leak for leak in self._staff_in(text) if tells_the_school(seen, leak)]
        return tuple(sorted(found, key=lambda leak: (leak.start, -leak.end)))

    def staff_named(self, text: str) -> tuple[Leak, ...]:
        """Where a text names a member of staff who reported, and does not say so: for the approver to judge."""
        seen = plain(visible(text))
        return tuple(leak for leak in self._staff_in(text) if not tells_the_school(seen, leak))

    def _staff_in(self, text: str) -> tuple[Leak, ...]:
        return self._staff.leaks(text) if self._staff else ()

    def _contacts(self, text: str) -> Iterator[Leak]:
        for found in EMAIL.finditer(text):
            if found.group().casefold().rstrip(".") in self._emails:
                yield Leak(trait=Trait.EMAIL, start=found.start(), end=found.end())
        for found in POSTCODE.finditer(text):
            if bare(found.group()) in self._postcodes:
                yield Leak(trait=Trait.ADDRESS, start=found.start(), end=found.end())
        for found in DIGITS.finditer(text):
            digits = national(found.group())
            local = len(digits) >= LOCAL_NUMBER and any(one.endswith(digits) for one in self._numbers)
            if local or any(one in digits for one in self._numbers):
                yield Leak(trait=Trait.PHONE, start=found.start(), end=found.end())

    def _names(self, text: str) -> Iterator[Leak]:
        words = _words(text) if self._marks else ()
        for place, word in enumerate(words):
            for mark in self._marks.get(street_word(word.text), ()):
                here = words[place : place + len(mark.words)]
                fits = tuple(street_word(one.text) for one in here) == mark.words
                if fits and _counts(mark.need, text, words, slice(place, place + len(here))):
                    yield Leak(trait=mark.trait, start=word.start, end=here[-1].end)
                    break
            if len(word.text) >= LEAST_HIDDEN:
                for joined, trait in self._hidden.items():
                    if joined in word.text:
                        yield Leak(trait=trait, start=word.start, end=word.end)


def tells_the_school(text: str, leak: Leak) -> bool:
    """Whether the words around a name say that this person told the school: "as Miss Pell told us", "as Beth said"."""
    before = text[max(0, leak.start - 60) : leak.start].rpartition("\n")[2]
    after = text[leak.end : leak.end + 60].partition("\n")[0]
    as_said = _AS_BEFORE.search(before) and _SAID_AFTER.match(after)
    return bool(as_said or _TOLD_AFTER.match(after) or _TOLD_BEFORE.search(before))


def masked(text: str, leaks: Iterable[Leak], *, room: int = 30) -> str:
    """The words around the first leak on one line, with every leak left out: to show where, and not what."""
    shown, found = list(visible(text)), list(leaks)
    for leak in found:
        shown[leak.start : leak.end] = ["\0"] * (leak.end - leak.start)
    start, end = max(0, found[0].start - room), found[0].end + room
    line = re.sub("\0+", "[left out]", "".join(shown[start:end]))
    return f"{'… ' if start else ''}{' '.join(line.split())}{' …' if end < len(shown) else ''}"


@lru_cache(maxsize=8)
def _words(text: str) -> tuple[Word, ...]:
    """The words of a text: each is looked through by a guard and by that of the reporters among the staff."""
    return tuple(words_with_places(text))


def _counts(need: Need, text: str, words: Sequence[Word], place: slice) -> bool:
    """Whether words that fit a mark are meant as a name here, as far as capitals tell."""
    if need is Need.NONE:
        return True
    here = words[place]
    following = words[place.stop] if place.stop < len(words) else None
    if not all(word.capital or word.text in TITLES or word.text[:1].isdigit() for word in here):
        return False
    if here[-1].text in CALENDAR and following is not None and following.text[:1].isdigit():
        return False
    return need is Need.EACH or _stands_alone(text, words, place, following)


def _stands_alone(text: str, words: Sequence[Word], place: slice, following: Word | None) -> bool:
    """Whether a capital word inside a sentence is not part of a longer name; at its beginning the next word tells."""
    first, last = words[place][0], words[place][-1]
    before = text[: first.start].rstrip(" \t\"'“‘(")
    if not before or before[-1] in ".!?:\n-•*…":
        return following is not None and following.text in TOLD
    nearest = words[place.start - 1]
    led = nearest.capital and nearest.text not in TITLES and _touch(text, nearest, first)
    goes_on = following is not None and following.capital and _touch(text, last, following)
    return not (led or goes_on)


def _touch(text: str, one: Word, other: Word) -> bool:
    """Whether nothing but a space is between two words."""
    return not text[one.end : other.start].strip()
