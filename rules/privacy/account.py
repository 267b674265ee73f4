"""What a letter took over from a report, apart from names: relationships, a child's class, the reporter's sentences.

Such a hit is no proof that somebody could be recognised. It is shown to whoever approves the letter, and a person
judges; what names a reporter or their child blocks the letter (`reporter_guard`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..texts.names import Word, fold, words_of, words_with_places
from ..texts.passages import QUOTED_WORDS, new_passages
from ..texts.readable import COMMON
from ..texts.report import Report
from .plain_names import CALENDAR
from .redaction import visible
from .reporter_traits import MOST_READ

LEAST_RUN = 6
"""Words in a row that are hardly the same by chance."""
LEAST_SENTENCE = 4
"""Words of a whole sentence that are the same."""
LEAST_TELLING = 3
"""Words of these that are more than "of the" and a date."""

_KIN = (
    "daughter|son|child|kid|girl|boy|lad|twins|husband|wife|partner|ex|mum|mother|dad|father|sister|brother|"
    "grandson|granddaughter|grandchild|nan|gran|grandmother|grandad|grandfather|aunt|auntie|uncle|niece|nephew|cousin|"
    "stepson|stepdaughter|neighbour|neighbours|friend|sister in law|brother in law|mother in law|father in law"
)
_OWN_KIN = re.compile(rf"\b(?:my|our) (?:[a-z]+ )?(?:{_KIN})s?\b")
_TOLD = r"(?:told|reported|showed|complained|wrote to|contacted|informed|sent|rang|phoned|emailed|came to)(?! you\b)"
_WHO = (
    r"(?:(?:another|one|a|an|the|some|several|two|three|other) (?:[a-z]+ )?(?:parents?|mums?|mothers?|dads?|fathers?|"
    r"carers?|grandparents?|grandmothers?|grandfathers?|neighbours?|relatives?|families|family|pupils?|child|children|"
    rf"governors?|teachers?|members? of (?:staff|your family))|your (?:[a-z]+ )?(?:{_KIN}))"
)
_TELLING = re.compile(
    rf"\b{_WHO}(?: (?:of|in|from) [a-z0-9 ]{{1,25}}?)?(?: (?:has|have|had|also|first|who))? {_TOLD}\b"
    rf"|\b(?:reported|told|shown|sent|seen|raised|noticed)(?: to us| us| to the school)? by {_WHO}\b"
    rf"|\b(?:heard|learned|learnt|know|came|received)(?: of| about)?(?: it| this)? from {_WHO}\b"
)
_OF_THEMSELVES = re.compile(
    rf"\b(?:i am|im|i was|as|we are|were) (?:his|her|their|the|a|an) (?:[a-z]+ )?(?P<kin>{_KIN})\b"
    r"|\bmy (?P<near>ex|ex husband|ex wife|ex partner|brother|sister|cousin|neighbours?|uncle|aunt|nephew|niece|"
    r"(?:brother|sister|mother|father|son|daughter) in law)\b"
)
_CLASS = r"(?:class |year |yr |y)?(?P<class>\d{1,2} ?[a-z]{0,2}|reception|nursery)"
_CHILDS_CLASS = re.compile(
    rf"\b(?:my|our) (?:[a-z]+ ){{1,4}}?(?:is |are |both )?(?:in|from) {_CLASS}\b"
    rf"|\b(?:mum|mother|dad|father|parent|carer|nan|gran|grandmother|grandad)(?:s)? (?:of|to) (?:[a-z]+ ){{1,3}}?"
    rf"(?:in )?{_CLASS.replace('?P<class>', '?P<signed>')}\b"
)
_PLAIN = (
    COMMON
    | CALENDAR
    | frozenset(words_of("school report letter post posted said your yours parent carer pm am"))
)
_TOO_COMMON = frozenset({"friend", "child", "kid", "girl", "boy", "partner", None})
_ENDS = re.compile(r"[.!?;\n]+")


class Sign(StrEnum):
    """What of an account is in a letter, in words for whoever approves it."""

    RELATION = "words that show how somebody who reported it is related"
    TELLING = "words that say who told the school"
    CLASS = "the class of a reporter's child"
    SENTENCE = "words of a report that are not marked as the poster's own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where a text holds something of an account (end is exclusive), and what."""

    sign: Sign
    start: int
    end: int


class Account:
    """Knows what the reporters of a case told in their own words; made once for a letter."""

    def __init__(
        self, reports: Iterable[Report], posted: Iterable[str], known: Iterable[str], classes: Iterable[str]
    ) -> None:
        """Remember the accounts.

        Args:
            reports: the reports of the case.
            posted: the poster's own words, which a letter may quote.
            known: what a letter says in any case: the names of conduct and policy, the school and its address.
            classes: the classes of the adult's own children.
        """
        self._posted = tuple(words for one in posted if (words := words_of(one)))
        free = {run for line in (*known, *posted) for run in _runs(words_of(line), LEAST_RUN)}
        self._runs: set[tuple[str, ...]] = set()
        self._whole: set[tuple[str, ...]] = set()
        self._kin: set[str] = set()
        self._classes: set[str] = set()
        own = {_class(one) for one in classes} | {_year(one) for one in classes}
        for text in (text for report in reports for text in _own_telling(report, self._posted)):
            self._runs |= {run for part in _sentences(text) for run in _runs(part, LEAST_RUN)} - free
            self._whole |= {part for part in _sentences(text) if len(part) >= LEAST_SENTENCE}
            plain = fold(text).text.replace("-", " ")
            self._kin |= {one["kin"] or one["near"] for one in _OF_THEMSELVES.finditer(plain)} - _TOO_COMMON
            found = {one["class"] or one["signed"] for one in _CHILDS_CLASS.finditer(plain)}
            self._classes |= {_class(one) for one in found} - own

    def hits(self, text: str) -> tuple[Hit, ...]:
        """All that a letter holds of the accounts outside the poster's own words, in order and without overlaps."""
        seen = visible(text)
        words = list(words_with_places(seen))
        quoted = self._quoted(words)
        found = [*self._copied(words, quoted), *self._signs(seen, words, quoted)]
        kept: list[Hit] = []
        for hit in sorted(found, key=lambda one: (one.start, -one.end)):
            if not any(hit.sign is one.sign and hit.start < one.end for one in kept):
                kept.append(hit)
        return tuple(kept)

    def _quoted(self, words: list[Word]) -> frozenset[int]:
        """The places of words that are the poster's own."""
        plain = tuple(one.text for one in words)
        found: set[int] = set()
        for quote in self._posted:
            for place in range(len(plain) - len(quote) + 1):
                if plain[place] == quote[0] and plain[place : place + len(quote)] == quote:
                    found |= set(range(place, place + len(quote)))
        return frozenset(found)

    def _copied(self, words: list[Word], quoted: frozenset[int]) -> Iterator[Hit]:
        """Runs of words, and whole sentences, that a report has too; runs that touch are one."""
        plain = tuple(one.text for one in words)
        taken: set[int] = set()
        for place in range(len(plain)):
            if plain[place : place + LEAST_RUN] in self._runs:
                taken |= set(range(place, place + LEAST_RUN))
            for size in range(LEAST_SENTENCE, min(LEAST_RUN, len(plain) - place + 1)):
                part = plain[place : place + size]
                if part in self._whole:
                    taken |= set(range(place, place + size))
        for first, last in _stretches(taken - quoted):
            if last - first + 1 >= LEAST_SENTENCE and _tells(plain[first : last + 1]):
                yield Hit(sign=Sign.SENTENCE, start=words[first].start, end=words[last].end)

    def _signs(self, text: str, words: list[Word], quoted: frozenset[int]) -> Iterator[Hit]:
        own = [(words[place].start, words[place].end) for place in sorted(quoted)]
        folded = fold(text)
        plain = folded.text.replace("-", " ")
        patterns = [(_OWN_KIN, Sign.RELATION), (_TELLING, Sign.TELLING)]
        if self._kin:
            kin = "|".join(sorted((re.escape(one) for one in self._kin), key=len, reverse=True))
            patterns.append((re.compile(rf"\b(?:{kin})\b"), Sign.RELATION))
        if self._classes:
            marks = "|".join(re.escape(one).replace(r"\ ", " ?") for one in sorted(self._classes))
            patterns.append((re.compile(rf"\b(?:class |year )?(?:{marks})\b"), Sign.CLASS))
        for pattern, sign in patterns:
            for found in pattern.finditer(plain):
                if sign is Sign.CLASS and not _is_class(found.group()):
                    continue
                start, end = folded.places[found.start()], folded.places[found.end() - 1] + 1
                if not any(one < end and start < other for one, other in own):
                    yield Hit(sign=sign, start=start, end=end)


def _own_telling(report: Report, posted: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """What the writers tell in their own words; with what they quote of others, without the poster's words."""
    form = report.form
    texts = [form.what, report.beside_form] if form.is_form else []
    texts += [part.text for part in new_passages(report) if not (form.is_form and part.kind == "own")]
    for text in texts:
        yield QUOTED_WORDS.sub(lambda found: _left(found.group(), posted), text[:MOST_READ])


def _left(quotation: str, posted: tuple[tuple[str, ...], ...]) -> str:
    """A quotation as it is where it is not the poster's; a full stop where it is."""
    return " . " if words_of(quotation) in posted else quotation


def _sentences(text: str) -> Iterator[tuple[str, ...]]:
    yield from (words for part in _ENDS.split(text) if (words := words_of(part)))


def _runs(words: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    yield from (words[place : place + size] for place in range(len(words) - size + 1))


def _tells(words: tuple[str, ...]) -> bool:
    """Whether enough of these words are more than those that any two texts share."""
    return len({one for one in words if one not in _PLAIN and not one.isdigit()}) >= LEAST_TELLING


def _stretches(places: set[int] | frozenset[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for place in sorted(places):
        if last is not None and first is not None and place != last + 1:
            yield first, last
            first = place
        first, last = place if first is None else first, place
    if first is not None and last is not None:
        yield first, last


def _class(written: str) -> str:
    """A class as it is compared: "2 A" and "2a" are one."""
    return re.sub(r"^(?:class|year|yr|y)(?= ?\d)|\s", "", fold(written).text)


def _year(written: str) -> str:
    """The year of a class: "4" of 4B."""
    return re.sub(r"\D.*$", "", _class(written)) or _class(written)


def _is_class(written: str) -> bool:
    """Whether this can only be a class: "2a", "year 2", reception; a number alone is none."""
    return not written.strip().isdigit()
