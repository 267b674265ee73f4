"""Take protected names, addresses and numbers out of a text, and say of each why: rather too much than too little."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..cases.sentences import one_line
from ..texts.names import words_with_places
from ..words import Why

SUBSTRING = 5
"""Letters from which a protected word is sought inside longer words too: "tobycatterick99"."""

MAIL_ADDRESS = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)*")
PHONE = re.compile(r"(?<![\w-])(?:\+44|0)[\d ()./-]{8,16}\d(?![\w-])")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One protected name or line, as folded words. `capital`: also a plain word ("may"), so a capital is needed."""

    words: tuple[str, ...]
    why: Why
    capital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was taken out of a text: the words as written, and why."""

    written: str
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    start: int
    end: int
    why: Why


class Redaction:
    """Knows what must not be read in a copy; made once for a case and used on every text of it."""

    def __init__(self, terms: Iterable[Term], allowed: Iterable[str] = ()) -> None:
        """Remember what to take out.

        Args:
            terms: protected names and address lines.
            allowed: email addresses, telephone numbers and postcodes that may stay; all others go.
        """
        self._phrases: dict[str, list[Term]] = {}
        self._inside: dict[int, dict[str, Why]] = {}
        for term in sorted(terms, key=lambda term: -len(term.words)):
            self._phrases.setdefault(term.words[0], []).append(term)
            if len(term.words) == 1 and len(term.words[0]) >= SUBSTRING and not term.capital:
                self._inside.setdefault(len(term.words[0]), {}).setdefault(term.words[0], term.why)
        self._allowed = frozenset(_bare(item) for item in allowed if item)

    def text(self, text: str) -> str:
        """The text with a mark, such as "[withheld: a child]", for each thing taken out."""
        return self.with_marks(text)[0]

    def with_marks(self, text: str) -> tuple[str, tuple[Taken, ...]]:
        """The text with its marks, and what was taken out, in order."""
        seen = visible(text)
        kept: list[str] = []
        taken: list[Taken] = []
        place = 0
        for span in _merged(self._spans(seen)):
            kept += [seen[place : span.start], f"[withheld: {span.why}]"]
            taken.append(Taken(written=one_line(seen[span.start : span.end]), why=span.why))
            place = span.end
        return "".join([*kept, seen[place:]]), tuple(taken)

    def withheld_places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where in a text (without characters that nobody sees) something is taken out, as start and end."""
        return tuple((span.start, span.end) for span in _merged(self._spans(visible(text))))

    def is_clean(self, text: str) -> bool:
        """Whether nothing in the text must be taken out."""
        return next(self._spans(visible(text)), None) is None

    def _spans(self, text: str) -> Iterator[_Span]:
        for pattern in (MAIL_ADDRESS, PHONE, POSTCODE):
            for found in pattern.finditer(text):
                if _bare(found.group()) not in self._allowed:
                    yield _Span(start=found.start(), end=found.end(), why=Why.CONTACT)
        words = list(words_with_places(text))
        for place, word in enumerate(words):
            for term in self._phrases.get(word.text, ()):
                here = words[place : place + len(term.words)]
                fits = tuple(one.text for one in here) == term.words
                if fits and (word.capital or not term.capital) and not _is_month(text, word.start, term):
                    yield _Span(start=word.start, end=here[-1].end, why=term.why)
                    break
            else:
                if why := self._hidden_in(word.text):
                    yield _Span(start=word.start, end=word.end, why=why)

    def _hidden_in(self, word: str) -> Why | None:
        for length, known in self._inside.items():
            for start in range(len(word) - length + 1):
                if found := known.get(word[start : start + length]):
                    return found
        return None


def _is_month(text: str, start: int, term: Term) -> bool:
    """Whether "May" is beside a number here, as in a date."""
    return term.words == ("may",) and bool(re.search(r"\d(st|nd|rd|th)? $", text[max(0, start - 5) : start]))


def visible(text: str) -> str:
    """The text without characters that nobody sees."""
    # Soft hyphens and zero-width characters would split a name that the eye reads whole.
    return re.sub("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]", "", text)


def _bare(item: str) -> str:
    low = item.casefold()
    return low if "@" in low else re.sub(r"[\s()./-]", "", low)


def _merged(spans: Iterable[_Span]) -> Iterator[_Span]:
    """Spans in order, none overlapping; where two do, the first one's reason stays."""
    last: _Span | None = None
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if last is None:
            last = span
        elif span.start < last.end:
            last = _Span(start=last.start, end=max(last.end, span.end), why=last.why)
        else:
            yield last
            last = span
    if last is not None:
        yield last


def reasons_of(taken: Sequence[Taken]) -> tuple[Why, ...]:
    """Each reason once, in the order first met."""
    return tuple(dict.fromkeys(one.why for one in taken))


def in_words(reasons: Iterable[Why]) -> str:
    """Reasons for one cell."""
    return "; ".join(dict.fromkeys(str(why) for why in reasons))
