"""What a reviewer looks at in a copy for the adult: its pages, and on each the passages withheld and kept."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ...ground.capitals import CAPITALS
from ..texts.names import TITLES, words_of
from ..words import Why
from .known_text import KnownText
from .plain_english import PLAIN_ENGLISH

LETTERS = "letters/"
"""How the pages of our own letters begin."""
KEY_DIGITS = 16
MAY_BE_A_NAME = re.compile(
    rf"(?<![\w@.])[{CAPITALS}][\w'’-]{{1,40}}(?:[ ][{CAPITALS}][\w'’-]{{0,40}}){{0,3}}"
)
"""Words with capitals: whoever reads decides whether they name somebody."""

MOST_WORDS = 6
"""Words of a phrase that a reviewer may have withheld wherever it stands."""

_ON_EVERY_LETTER = frozenset(
    words_of(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec message id an ask "
        "september october november december s t dear yours faithfully sincerely act word file sha letter case"
    )
)
"""Words with a capital that every letter has, days and months among them."""
_NO_NAMES = PLAIN_ENGLISH | TITLES | _ON_EVERY_LETTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a text is in a copy: the case, the page, and the place on it."""

    ref: str
    page: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage of a text. `why` is why the program withholds it; None: it is kept, and may name somebody.

    `key` stands for it in the log: it is made of its place and its words, and tells neither. `goes` is what becomes
    of it: what the program proposes, until a reviewer chose.
    """

    key: str
    start: int
    end: int
    written: str
    why: Why | None
    goes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """One text on a page, with its passages in order."""

    spot: Spot
    text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPage:
    """One page of a copy. `whole` are entries and files of it that are withheld whole, in words; `sha256` is of it all.

    The SHA-256 is of what the program proposes and not of what was chosen, so it stays the same under review.
    """

    ref: str
    name: str
    texts: tuple[PageText, ...]
    whole: tuple[str, ...]
    sha256: str

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages of the page, in order."""
        return tuple(one for text in self.texts for one in text.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What reviewers chose: passages that stay, passages that go, and words that go wherever they stand, hashed."""

    stays: frozenset[str] = frozenset()
    goes: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class Looking:
    """Notes every text that goes into a copy, for whoever must see it.

    `subject` is the adult's person_id; `fixed` finds what nobody filled into our letters, which names nobody.
    """

    subject: str
    fixed: KnownText | None = None
    marks: Marks = field(default_factory=Marks)
    texts: list[PageText] = field(default_factory=list)

    def note(self, spot: Spot, text: str, passages: Sequence[Passage]) -> None:
        """Remember one text with what is withheld and kept of it."""
        if text.strip():
            self.texts.append(PageText(spot=spot, text=text, passages=tuple(passages)))

    def asks_nothing(self, spot: Spot, text: str) -> frozenset[int]:
        """The places in a text of which nobody is asked whether they name somebody."""
        if self.fixed is None or not spot.page.startswith(LETTERS):
            return frozenset()
        return frozenset(place for start, end in self.fixed.places(text) for place in range(start, end))

    def pages(self, whole: Iterable[tuple[Spot, str]]) -> tuple[CopyPage, ...]:
        """The pages in the order of their first text; `whole` is what is withheld whole, with the reason."""
        texts: dict[tuple[str, str], list[PageText]] = {}
        for one in self.texts:
            texts.setdefault((one.spot.ref, one.spot.page), []).append(one)
        left: dict[tuple[str, str], list[str]] = {}
        for spot, why in whole:
            left.setdefault((spot.ref, spot.page), []).append(f"{spot.place}: {why}")
        return tuple(
            _page((self.subject, *at), texts.get(at, []), left.get(at, []))
            for at in dict.fromkeys([*texts, *left])
        )


def _page(of: tuple[str, str, str], texts: list[PageText], whole: list[str]) -> CopyPage:
    _, ref, name = of
    made = hashlib.sha256("\n".join([*of, ""]).encode())
    for text in texts:
        proposed = [f"{one.start} {one.end} {one.why}" for one in text.passages]
        made.update("\n".join([text.spot.place, text.text, *proposed, ""]).encode(errors="replace"))
    made.update("\n".join(whole).encode(errors="replace"))
    return CopyPage(ref=ref, name=name, texts=tuple(texts), whole=tuple(whole), sha256=made.hexdigest())


class Keys:
    """Makes the keys of the passages of one text: the same words on the same place are told apart by their number."""

    def __init__(self, spot: Spot) -> None:
        """Remember the place."""
        self._spot = spot
        self._met: Counter[str] = Counter()

    def of(self, written: str) -> str:
        """The key of the next passage with these words."""
        self._met[written] += 1
        spot = self._spot
        whole = "\n".join([spot.ref, spot.page, spot.place, written, str(self._met[written])])
        return hashlib.sha256(whole.encode(errors="replace")).hexdigest()[:KEY_DIGITS]


def hashed_words(typed: str) -> str:
    """What is in the log for words that a reviewer withholds wherever they are; "" for none or too many."""
    words = words_of(typed)
    return _hash(words) if 0 < len(words) <= MOST_WORDS else ""


def _hash(words: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:KEY_DIGITS]


def places_of_words(plain: Sequence[str], hashes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where in folded words those stand that a reviewer withholds, as first and last place."""
    if not hashes:
        return
    for first in range(len(plain)):
        for size in range(1, min(MOST_WORDS, len(plain) - first) + 1):
            if _hash(plain[first : first + size]) in hashes:
                yield first, first + size - 1


def names_kept(text: str) -> Iterator[tuple[int, int]]:
    """Where words with a capital stand that are no everyday English: each may name somebody."""
    for found in MAY_BE_A_NAME.finditer(text):
        # A word with a figure in it is a step of the policy ("L2") or a class, and nobody's name.
        words = {one for one in words_of(found.group()) if one.isalpha()}
        if not words <= _NO_NAMES:
            yield found.span()
