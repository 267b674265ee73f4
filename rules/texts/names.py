"""Names and words as people type them: folded for comparing, with the way back to what was written."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

APOSTROPHES = frozenset("'’‘`´ʼ′")
DASHES = frozenset("-‐‑‒–—−")
QUOTES = frozenset('"“”„‟«»')
_ASCII = str.maketrans("", "", "'`")
LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

MALE = frozenset({"mr", "mister", "sir", "pan"})
FEMALE = frozenset({"mrs", "ms", "miss", "mx", "lady", "madam", "pani"})
TITLES = MALE | FEMALE | {"dr", "doctor", "prof", "professor", "rev", "reverend", "revd", "lord"}

FATHERS = frozenset({"father", "dad", "stepfather", "stepdad"})
MOTHERS = frozenset({"mother", "mum", "stepmother", "stepmum"})
GRANDMOTHERS = frozenset({"grandmother", "grandma", "nan"})
GRANDFATHERS = frozenset({"grandfather", "grandad", "grandpa"})
CARERS = frozenset({"carer", "guardian", "foster", "kinship"})
ANY_PARENT = FATHERS | MOTHERS | CARERS | {"parent"}
RELATIONS: dict[str, frozenset[str]] = (
    dict.fromkeys(("dad", "daddy", "father", "stepdad", "stepfather", "tata", "ojciec"), FATHERS)
    | dict.fromkeys(
        ("mum", "mummy", "mom", "mam", "mother", "stepmum", "stepmother", "mama", "matka"), MOTHERS
    )
    | dict.fromkeys(("nan", "nana", "nanna", "gran", "granny", "grandma", "grandmother"), GRANDMOTHERS)
    | dict.fromkeys(("grandad", "granddad", "grandpa", "grandfather", "gramps"), GRANDFATHERS)
    | dict.fromkeys(("carer", "guardian", "foster"), CARERS)
    | {"parent": ANY_PARENT}
)
"""How people call a child's adult, and the words of a register's relationship column that this can mean."""


_WORD, _WORDS_AND_GAPS = re.compile(r"[^\W_]+"), re.compile(r"\s+|\S+")
LONG = 2_000
"""Characters of a text from which on few folded ones are kept."""


class Word(Struct, frozen=True, kw_only=True):
    """One folded word and where it is in the original text (end is exclusive)."""

    text: str
    start: int
    end: int
    capital: bool


class Folded(Struct, frozen=True, kw_only=True):
    """A text made comparable; the way back to the original is looked for when somebody asks for it."""

    text: str
    original: str

    @property
    def places(self) -> tuple[int, ...]:
        """For each of its characters the place in the original."""
        return _places_of(self.original)[1]

    def written(self, start: int, end: int) -> str:
        """The original words between two places of the folded text, on one line."""
        if start >= end:
            return ""
        return " ".join(self.original[self.places[start] : self.places[end - 1] + 1].split())


def fold(text: str) -> Folded:
    """Lower case, no accents, no apostrophes, plain quotes and dashes, one space; a line break for an empty line."""
    return fold_short(text) if len(text) < LONG else fold_long(text)


def _folded(text: str) -> Folded:
    if text.isascii():
        return Folded(text=_one_spaced(text.lower().translate(_ASCII)), original=text)
    letters = {ord(letter): letter if letter.isspace() else _plain(letter) for letter in set(text)}
    if any(not chr(letter).isspace() and any(map(str.isspace, plain)) for letter, plain in letters.items()):
        return Folded(text=_places_of(text)[0], original=text)
    return Folded(text=_one_spaced(text.translate(letters)), original=text)


def _one_spaced(plain: str) -> str:
    """A text with one space between its words, and a line break where a line was empty."""
    parts: list[list[str]] = [[]]
    for line in plain.split("\n"):
        if words := line.split():
            parts[-1].extend(words)
        elif parts[-1]:
            parts.append([])
    return "\n".join(" ".join(part) for part in parts if part)


fold_short, fold_long = lru_cache(maxsize=1_000)(_folded), lru_cache(maxsize=8)(_folded)


@lru_cache(maxsize=8)
def _places_of(text: str) -> tuple[str, tuple[int, ...]]:
    """A text folded, and for each of its characters the place in the original."""
    pieces: list[str] = []
    places: list[int] = []
    gap, breaks = False, 0
    for found in _WORDS_AND_GAPS.finditer(text):
        word = found.group()
        if word.isspace():
            gap, breaks = True, breaks + word.count("\n")
            continue
        plain, where = _folded_word(word, found.start())
        if not plain:
            continue
        if gap and pieces:
            plain, where = ("\n" if breaks > 1 else " ") + plain, [where[0], *where]
        pieces.append(plain)
        places.extend(where)
        gap, breaks = False, 0
    return "".join(pieces), tuple(places)


def _folded_word(word: str, start: int) -> tuple[str, Sequence[int]]:
    """A word folded, and where each letter of it stands."""
    if word.isascii() and APOSTROPHES.isdisjoint(word):
        return word.lower(), range(start, start + len(word))
    letters = [(plain, place) for place, letter in enumerate(word, start) for plain in _plain(letter)]
    return "".join(plain for plain, _ in letters), [place for _, place in letters]


@lru_cache(maxsize=10_000)
def _plain(letter: str) -> str:
    if letter in APOSTROPHES:
        return ""
    if letter in DASHES:
        return "-"
    if letter in QUOTES:
        return '"'
    low = letter.lower()
    if low in LETTERS:
        return LETTERS[low]
    plain = (part for part in unicodedata.normalize("NFKD", low) if not unicodedata.combining(part))
    # A soft hyphen or a space without width stands inside words and is seen by nobody.
    return "".join(part for part in plain if unicodedata.category(part) != "Cf")


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name or a line: "Mrs Zoë Müller-Hart" gives mrs, zoe, muller, hart."""
    return _words_of(fold(text).text)


@lru_cache(maxsize=200)
def _words_of(folded: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded))


@lru_cache(maxsize=64)
def words_in(folded: str) -> frozenset[str]:
    """The words of a folded text, each once."""
    return frozenset(_WORD.findall(folded))


def words_with_places(text: str) -> Sequence[Word]:
    """The folded words of a text with their places in it."""
    return _kept_words(text) if len(text) < LONG else tuple(_words_with_places(text))


@lru_cache(maxsize=64)
def _kept_words(text: str) -> tuple[Word, ...]:
    return tuple(_words_with_places(text))


def _words_with_places(text: str) -> Iterator[Word]:
    folded = fold(text)
    places = folded.places
    for found in _WORD.finditer(folded.text):
        start, end = places[found.start()], places[found.end() - 1] + 1
        yield Word(text=found.group(), start=start, end=end, capital=text[start : start + 1].isupper())


@lru_cache(maxsize=20_000)
def spellings(name: str) -> frozenset[tuple[str, ...]]:
    """The ways one given or family name may be typed, each as folded words.

    Müller, Muller and Mueller; O'Brien, OBrien and O Brien; Anne-Marie, Anne Marie and Annemarie.
    """
    low = name.lower()
    apart = "".join(" " if letter in APOSTROPHES else letter for letter in low)
    ways = {words_of(low), words_of(low.translate(UMLAUTS)), words_of(apart)}
    ways |= {tuple(re.sub("([aou])e", r"\1", word) for word in way) for way in set(ways)}
    ways |= {("".join(way),) for way in set(ways)}
    return frozenset(way for way in ways if any(way))


class NameFit(Struct, frozen=True, kw_only=True):
    """How much of a person's name was typed: 2 for whole, 1 for an initial or a part, 0 for nothing."""

    given: int
    family: int

    @property
    def is_full(self) -> bool:
        """Given and family name are both there in full."""
        return self.given == 2 and self.family == 2

    @property
    def weight(self) -> int:
        """The more was typed, the greater."""
        return self.given + self.family


def title_of(typed: tuple[str, ...]) -> str:
    """The first title among folded words, or ""."""
    return next((word for word in typed if word in TITLES), "")


@lru_cache(maxsize=1_000)
def titles_agree(one: str, other: str) -> bool:
    """Whether two titles may belong to one person: Mrs, Ms and Miss are often confused, Mr and Mrs are not."""
    first, second = "".join(words_of(one)), "".join(words_of(other))
    return not (
        (first in MALE and second in FEMALE - {"mx"}) or (first in FEMALE - {"mx"} and second in MALE)
    )


def fit_name(typed: tuple[str, ...], given: str, family: str) -> NameFit | None:
    """How folded words without titles fit a person; None where a word is left that is not this person's.

    The order does not matter ("Stott, Gavin"); a further single letter is taken for a middle initial.
    """
    best: NameFit | None = None
    for given_words in spellings(given) or {("",)}:
        for family_words in spellings(family) or {("",)}:
            fit = _fit_spelling(list(typed), given_words, family_words)
            if fit and (best is None or fit.weight > best.weight):
                best = fit
    return best


def _fit_spelling(rest: list[str], given: tuple[str, ...], family: tuple[str, ...]) -> NameFit | None:
    family_fit = 2 if _take(rest, family) else _take_part(rest, family)
    given_fit = 2 if _take(rest, given) or _take(rest, given[:1]) else _take_initial(rest, given)
    if not family_fit:
        family_fit = _take_initial(rest, family)
    _take(rest, given[1:])
    # A letter left over is a middle initial beside a whole name, another person's initial otherwise.
    if any(len(word) > 1 or given_fit < 2 for word in rest) or not (given_fit or family_fit):
        return None
    return NameFit(given=given_fit, family=family_fit)


def _take(rest: list[str], words: tuple[str, ...]) -> bool:
    """Take all these words out of `rest`, or none."""
    if not words or not all(word in rest for word in words):
        return False
    for word in words:
        if word in rest:
            rest.remove(word)
    return True


def _take_part(rest: list[str], words: tuple[str, ...]) -> int:
    found = [word for word in words if len(word) > 2 and word in rest]
    for word in found:
        rest.remove(word)
    return 1 if found else 0


def _take_initial(rest: list[str], words: tuple[str, ...]) -> int:
    initial = words[0][:1] if words else ""
    if initial and initial in rest:
        rest.remove(initial)
        return 1
    return 0


def relation_in(typed: tuple[str, ...]) -> frozenset[str]:
    """What the register may call the relation named among these words ("Amira's dad"); empty for none."""
    return next((RELATIONS[word] for word in typed if word in RELATIONS), frozenset())


def is_relation(relationship: str, wanted: frozenset[str]) -> bool:
    """Whether a register's relationship ("Grandmother (carer)") is among the wanted words."""
    return bool(wanted & set(words_of(relationship.replace("-", ""))))
