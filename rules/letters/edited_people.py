"""Other people in a letter: somebody else's postal address, a full name that the draft had not, a copy to somebody."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...ground.errors import Problem
from ..people.people import Adult, PeopleRegister
from ..privacy.plain_names import PLAIN, street_word
from ..privacy.postcodes import POSTCODE
from ..privacy.redaction import visible
from ..privacy.reporter_marks import Kept, bare, in_kept
from ..texts.names import Word, spellings, words_of, words_with_places
from .edited_lines import Verdict, lines_of, short

CONFIDENTIAL = "an address that the people register keeps confidential"
_COPY = re.compile(
    r"\bb?cc\b|\bc\.c\.|\bcop(?:y|ies) to\b|\bcopied to\b|\bc/o\b|^\s*(?:copy|copies|care of)\b",
    re.IGNORECASE,
)
_PARTS_OF_HOUSES = frozenset({"flat", "apartment", "unit", "room"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Folded words in a row by their first word, and postcodes without spaces."""

    words: Mapping[str, tuple[tuple[str, ...], ...]]
    postcodes: frozenset[str] = frozenset()

    def places(self, text: str) -> Iterator[tuple[int, str]]:
        """Where in a text one of them stands, and what it is."""
        seen = visible(text)
        for found in POSTCODE.finditer(seen):
            if bare(found.group()) in self.postcodes:
                yield found.start(), bare(found.group())
        words = list(words_with_places(seen))
        for place, word in enumerate(words):
            for row in self.words.get(street_word(word.text), ()):
                here = words[place : place + len(row)]
                if tuple(street_word(one.text) for one in here) == row and _is_meant(here):
                    yield word.start, " ".join(row)
                    break


def holds_confidential(text: str, register: PeopleRegister, subject: str, kept: Kept) -> bool:
    """Whether a text holds the confidential address of somebody other than `subject`, which they do not share.

    Args:
        text: any words that would reach the adult.
        register: the people register.
        subject: the person_id of the adult addressed.
        kept: what the letters of this adult may print.
    """
    return any(_addresses(_others(register, subject, confidential=True), kept).places(text))


def other_people(original: str, edited: str, register: PeopleRegister, adult: tuple[str, Kept]) -> Verdict:
    """What an edited letter says of others than the adult: confidential addresses are refused, the rest is named.

    `adult` is the person_id of whom it goes to, and what their letters may print.
    """
    subject, kept = adult
    if holds_confidential(edited, register, subject, kept):
        what = f"The edited letter holds {CONFIDENTIAL}, of somebody other than the addressee."
        do = "Take the house, the street and the postcode out, and submit the file again."
        return Verdict(refused=(Problem(where="letter", what=what, what_to_do=do),))
    homes = _addresses(_others(register, subject, confidential=False), kept)
    told = [
        *_told(
            "The edited letter has a postal address of somebody else in the people register",
            homes,
            (original, edited),
        ),
        *_told(
            "The edited letter names another person in the people register",
            _names(register, subject, kept),
            (original, edited),
        ),
    ]
    known = {words_of(line) for line in lines_of(original)}
    copies = [line for line in lines_of(edited) if _COPY.search(line) and words_of(line) not in known]
    told += [
        f'The edited letter has a new line about a copy or another addressee: "{short(one)}".'
        for one in copies
    ]
    return Verdict(named=tuple(dict.fromkeys(told)))


def _told(what: str, rows: Rows, texts: tuple[str, str]) -> Iterator[str]:
    """A sentence for each line in which something stands that the draft did not have."""
    original, edited = texts
    known = {row for _, row in rows.places(original)}
    for start, row in rows.places(edited):
        if row not in known:
            seen = visible(edited)
            line = seen[seen.rfind("\n", 0, start) + 1 :].partition("\n")[0]
            yield f'{what}: "{short(line)}".'


def _others(register: PeopleRegister, subject: str, *, confidential: bool) -> Iterator[Adult]:
    for adult in register.adults.values():
        if adult.person_id != subject and adult.address_is_confidential is confidential:
            yield adult


def _addresses(adults: Iterable[Adult], kept: Kept) -> Rows:
    """The street lines and postcodes of these adults, without what the adult addressed and the school share."""
    rows: list[tuple[str, ...]] = []
    postcodes: set[str] = set()
    for adult in adults:
        for place, line in enumerate(adult.address):
            postcodes |= {bare(found.group()) for found in POSTCODE.finditer(line)}
            words = tuple(street_word(word) for word in words_of(POSTCODE.sub(" ", line)))
            if _is_street(words, first=place == 0) and not in_kept(words, kept):
                rows.append(words)
    return Rows(words=_by_first(rows), postcodes=frozenset(postcodes) - kept.contacts)


def _is_street(words: tuple[str, ...], *, first: bool) -> bool:
    """Whether a line of an address tells the house: its first line, or one with a number; "Flat 2" alone does not."""
    if len(words) < 2 or (len(words) == 2 and words[0] in _PARTS_OF_HOUSES):
        return False
    return first or any(word[:1].isdigit() for word in words)


def _names(register: PeopleRegister, subject: str, kept: Kept) -> Rows:
    """The full names of everybody else in the register, either way round; not of the adult's children or the school."""
    own = {pupil.pupil_id for pupil in register.pupils_of(subject)}
    people = [
        (one.given_name, one.family_name) for one in register.adults.values() if one.person_id != subject
    ]
    people += [
        (one.given_name, one.family_name) for one in register.pupils.values() if one.pupil_id not in own
    ]
    rows = {
        row
        for given, family in people
        for first in spellings(given)
        for last in spellings(family)
        for row in (_streets(first + last), _streets(last + first))
    }
    return Rows(words=_by_first(row for row in rows if not in_kept(row, kept)))


def _streets(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(street_word(word) for word in words)


def _by_first(rows: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows:
        found[row[0]] = (*found.get(row[0], ()), row)
    return found


def _is_meant(words: list[Word]) -> bool:
    """Whether words in a row are a name or a house: of words that are all plain ones, only with capitals."""
    return not {word.text for word in words} <= PLAIN or all(word.capital for word in words)
