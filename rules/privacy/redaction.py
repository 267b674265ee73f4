"""Take protected names, addresses and numbers out of a text, and say of each why: rather too much than too little."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field

from ..cases.sentences import one_line
from ..texts.names import APOSTROPHES, Word
from ..words import Why
from .contact_parts import HANDLE, Contacts, contact_parts, initials
from .name_forms import plurals
from .near_names import NearNames
from .passages import Keys, Looking, Marks, Passage, Spot, names_kept, places_of_words
from .plain_english import PLAIN_ENGLISH
from .postcodes import POSTCODE
from .readings import other_readings, words_read

SUBSTRING = 5
"""Letters from which a protected word is sought inside longer words too: "tobycatterick99"."""

MAIL_ADDRESS = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)*")
PHONE = re.compile(r"(?<![\w-])(?:\+44|0)[\d ()./-]{8,16}\d(?![\w-])")
INITIAL_AFTER = re.compile(r" [B-HJ-Z](?:\.(?!\w)|(?![\w'’.]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One protected name or line, as folded words.

    `capital`: also a plain word ("may"), so a capital is needed. `is_name`: a name on its own, which may be misspelt,
    be in the plural and hide in a longer word; else only these words count.
    """

    words: tuple[str, ...]
    why: Why
    capital: bool = False
    is_name: bool = True


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the people beside their names.

    Attributes:
        kept: words that stay, however near they are to a protected name.
        bynames: short and bent forms of given names, which need a capital, and why each is protected.
        contacts: numbers and postcodes of which a part is taken out too.
    """

    kept: frozenset[str] = frozenset()
    bynames: Mapping[str, Why] = field(default_factory=dict)
    contacts: Contacts = field(default_factory=Contacts)


class Redaction:
    """Knows what must not be read in a copy; made once for a case and used on every text of it."""

    def __init__(
        self,
        terms: Iterable[Term],
        allowed: Iterable[str] = (),
        known: Known | None = None,
    ) -> None:
        """Remember what to take out.

        Args:
            terms: protected names and address lines.
            allowed: email addresses, telephone numbers and postcodes that may stay; all others go.
            known: what is known of the people beside their names; None: only the terms themselves count.
        """
        self._phrases: dict[str, list[Term]] = {}
        self._inside: dict[int, dict[str, Why]] = {}
        ordered = sorted(dict.fromkeys(terms), key=lambda term: (not term.is_name, -len(term.words)))
        kept = known.kept if known else frozenset()
        names = [term for term in ordered if term.is_name and len(term.words) == 1]
        for term in ordered:
            self._phrases.setdefault(term.words[0], []).append(term)
        for term in names:
            self._add_plurals(term, kept)
            if len(term.words[0]) >= SUBSTRING and not term.capital:
                self._inside.setdefault(len(term.words[0]), {}).setdefault(term.words[0], term.why)
        near = ((one.words[0], one.why) for one in names if one.words[0].isalpha())
        self._near = NearNames(near if known else ())
        self._kept = kept | {form for word in kept for form in plurals(word)}
        self._bynames = known.bynames if known else {}
        self._contacts = known.contacts if known else None
        self._looking: Looking | None = None
        self._allowed = frozenset(_bare(item) for item in allowed if item)

    def _add_plurals(self, term: Term, kept: frozenset[str]) -> None:
        word = term.words[0]
        needs = term.capital or len(word) < SUBSTRING
        for form in plurals(word):
            if form not in kept and word.isalpha():
                added = Term(words=(form,), why=term.why, capital=needs, is_name=False)
                self._phrases.setdefault(form, []).append(added)

    def looked_at(self, looking: Looking) -> "Redaction":
        """The same, with every text noted for a reviewer and what reviewers chose carried out."""
        other = copy(self)
        other._looking = looking
        return other

    def text(self, text: str) -> str:
        """The text with a mark, such as "[withheld: a child]", for each thing taken out."""
        return self.with_marks(text)[0]

    def with_marks(self, text: str, spot: Spot | None = None) -> tuple[str, tuple[Taken, ...]]:
        """The text with its marks, and what was taken out, in order.

        Args:
            text: what is to be copied.
            spot: where in the copy it stands; None for a text that no reviewer sees.
        """
        seen = visible(text)
        kept: list[str] = []
        taken: list[Taken] = []
        place = 0
        for span in self._leaving(seen, spot):
            kept += [seen[place : span.start], f"[withheld: {span.why}]"]
            taken.append(Taken(written=one_line(seen[span.start : span.end]), why=span.why))
            place = span.end
        return "".join([*kept, seen[place:]]), tuple(taken)

    def _leaving(self, seen: str, spot: Spot | None) -> list[_Span]:
        """What is taken out of a text: what the program finds, or what a reviewer chose."""
        found = list(_merged(self._spans(seen)))
        if self._looking is None or spot is None:
            return found
        passages = self._passages(seen, spot, found, self._looking)
        self._looking.note(spot, seen, passages)
        leaving = [
            _Span(start=one.start, end=one.end, why=one.why or Why.SOMEBODY) for one in passages if one.goes
        ]
        return list(_merged([*leaving, *self._chosen_words(seen, self._looking.marks)]))

    def _passages(self, seen: str, spot: Spot, found: list[_Span], looking: Looking) -> list[Passage]:
        marks, fixed = looking.marks, looking.asks_nothing(spot, seen)
        hidden = {place for span in found for place in range(span.start, span.end)}
        spans: list[tuple[int, int, Why | None]] = [(one.start, one.end, one.why) for one in found]
        for start, end in names_kept(seen):
            if hidden.isdisjoint(range(start, end)) and not self._is_own(seen[start:end]):
                spans.append((start, end, None))
        keys, passages = Keys(spot), []
        for start, end, why in sorted(spans, key=lambda span: span[:2]):
            written = one_line(seen[start:end])
            # Every passage has its key, asked about or not: what was chosen of another stays that one's.
            key = keys.of(written)
            if why is None and key not in marks.goes and fixed.issuperset(range(start, end)):
                continue
            goes = key in marks.goes or (why is not None and key not in marks.stays)
            passages.append(Passage(key=key, start=start, end=end, written=written, why=why, goes=goes))
        return passages

    def _is_own(self, words: str) -> bool:
        """Whether all words are the adult's own, the school's, or everyday ones."""
        return all(word.text in self._kept or word.text in PLAIN_ENGLISH for word in words_read(words))

    def _chosen_words(self, seen: str, marks: Marks) -> Iterator[_Span]:
        words = words_read(seen) if marks.words else []
        for first, last in places_of_words([one.text for one in words], marks.words):
            yield _Span(start=words[first].start, end=words[last].end, why=Why.SOMEBODY)

    def withheld_places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where in a text (without characters that nobody sees) something is taken out, as start and end."""
        return tuple((span.start, span.end) for span in _merged(self._spans(visible(text))))

    def is_clean(self, text: str) -> bool:
        """Whether nothing in the text must be taken out."""
        return next(self._spans(visible(text)), None) is None

    def _spans(self, text: str) -> Iterator[_Span]:
        yield from self._addresses(text)
        words = words_read(text)
        for place, word in enumerate(words):
            end, why = self._phrase_at(text, words, place)
            if why is None:
                end, why = word.end, self._alone(text, word)
            if why:
                yield _Span(start=word.start, end=_with_initial(text, end), why=why)
        for word in other_readings(text, words):
            if why := self._read_as(word):
                yield _Span(start=word.start, end=word.end, why=why)

    def _addresses(self, text: str) -> Iterator[_Span]:
        for pattern in (MAIL_ADDRESS, PHONE, POSTCODE):
            for found in pattern.finditer(text):
                if _bare(found.group()) not in self._allowed:
                    yield _Span(start=found.start(), end=found.end(), why=Why.CONTACT)
        if self._contacts is None:
            return
        for found in HANDLE.finditer(text):
            if not self._is_kept_handle(found.group()):
                yield _Span(start=found.start(), end=found.end(), why=Why.CONTACT)
        for start, end in contact_parts(text, self._contacts):
            yield _Span(start=start, end=end, why=Why.CONTACT)
        for start, end in initials(text, self._contacts):
            yield _Span(start=start, end=end, why=Why.SOMEBODY)

    def _is_kept_handle(self, handle: str) -> bool:
        words = [word for word in re.findall(r"[^\W\d_]+", handle.casefold()) if len(word) > 1]
        return bool(words) and all(word in self._kept for word in words)

    def _phrase_at(self, text: str, words: Sequence[Word], place: int) -> tuple[int, Why | None]:
        """Where the protected name that begins at this word ends, and why it is protected."""
        word = words[place]
        for term in self._phrases.get(word.text, ()):
            here = words[place : place + len(term.words)]
            fits = tuple(one.text for one in here) == term.words
            told = word.capital or not term.capital or _is_possessive(text, word)
            if fits and told and not _is_month(text, word.start, term):
                return here[-1].end, term.why
        return word.end, None

    def _alone(self, text: str, word: Word) -> Why | None:
        """Why a word that is no protected name as it stands may be one in another form."""
        if word.text in self._kept:
            return None
        base = word.text[:-1] if _is_possessive(text, word) else word.text
        byname = self._bynames.get(base) if word.capital else None
        return byname or self._hidden_in(base) or self._near.why(base, capital=word.capital)

    def _read_as(self, word: Word) -> Why | None:
        """Why what may also be read here is protected."""
        if word.text in self._kept:
            return None
        for term in self._phrases.get(word.text, ()):
            if len(term.words) == 1 and (word.capital or not term.capital):
                return term.why
        byname = self._bynames.get(word.text) if word.capital else None
        return byname or self._hidden_in(word.text)

    def _hidden_in(self, word: str) -> Why | None:
        for length, known in self._inside.items():
            for start in range(len(word) - length + 1):
                if found := known.get(word[start : start + length]):
                    return found
        return None


def _is_possessive(text: str, word: Word) -> bool:
    """Whether a word in small letters ends in 's, as plain words hardly do: "kit's"."""
    return text[word.end - 2 : word.end - 1] in APOSTROPHES and word.text.endswith("s")


def _with_initial(text: str, end: int) -> int:
    """The end of a name with the initial after it: "Zara B."."""
    found = INITIAL_AFTER.match(text, end)
    return found.end() if found else end


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
