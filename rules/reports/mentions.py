"""Where a free text names adults of the register, outright or through their child, and in what part."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ...ground.capitals import CAPITALS
from ..people.passage_words import (
    Reading,
    following,
    index_of,
    marked_classes,
    part_named,
    read_passage,
    written,
)
from ..people.people import Adult, PeopleRegister, Pupil, per_register
from ..texts.names import (
    RELATIONS,
    TITLES,
    fit_name,
    is_relation,
    spellings,
    titles_agree,
    words_of,
)
from ..texts.parts import Part
from ..texts.short_names import short_forms

PARTNERS: Mapping[str, str] = {
    "wife": "mrs",
    "missus": "mrs",
    "girlfriend": "mrs",
    "husband": "mr",
    "boyfriend": "mr",
    "partner": "",
    "ex": "",
}
"""Words for whoever somebody lives or lived with, and the title that person has."""
BENDING = frozenset({"tata", "ojciec", "mama", "matka"})

STRANGER_POSTS = re.compile(
    rf"(?<![\w'’-])([{CAPITALS}][\w'’-]{{1,40}} [{CAPITALS}][\w'’-]{{1,40}}),? (?:has |have |is |was |keeps )?"
    r"(?:posted|put|wrote|written|shared|posting|putting|sharing|writing|uploaded|tweeted|saying)\b"
    rf"|\b(?i:posted|written|put up|uploaded|shared) by ([{CAPITALS}][\w'’-]{{1,40}} [{CAPITALS}][\w'’-]{{1,40}})"
)
"""Two capital words before or after words of posting: a person, perhaps one the register does not know."""

GOES_ON, WENT_ON = re.compile(r"[-‐‑]\w"), re.compile(r"\w[-‐‑]")
"""A hyphen after, or before, a name that is half of a double-barrelled one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a text names adults: more than one where the words fit several.

    `whole` means given and family name, or a child known by two marks and the relation; `words` as written;
    `clashes` that a child named beside the name is not this adult's.
    """

    adults: tuple[str, ...]
    part: Part
    words: str
    whole: bool
    through: tuple[str, ...] = ()
    clashes: bool = False


def mentions_in(text: str, register: PeopleRegister) -> tuple[Mention, ...]:
    """All mentions of the register's adults in one passage, in order."""
    return mentions_of((text,), register)


def mentions_of(texts: Iterable[str], register: PeopleRegister) -> tuple[Mention, ...]:
    """The same for several passages, one after the other; the register's names are laid out once for all."""
    index = index_of(register)
    return tuple(one for text in texts for one in _mentions(read_passage(text, index)))


def _mentions(reading: Reading) -> Iterator[Mention]:
    yield from _by_name(reading)
    yield from _by_child(reading)
    yield from _by_inflected_child(reading)


def pupils_in(text: str, register: PeopleRegister) -> tuple[Pupil, ...]:
    """The pupils whose given name is followed by their family name or class somewhere near."""
    reading = read_passage(text, index_of(register))
    found: dict[str, Pupil] = {}
    for place, word in enumerate(reading.words):
        for pupil in reading.index.pupils.get(word.text, ()):
            if _marks(reading, place, (pupil,)) == (pupil,):
                found[pupil.pupil_id] = pupil
    return tuple(found.values())


def names_stranger(text: str, register: PeopleRegister) -> bool:
    """Whether somebody is named as posting whom the register does not know: then nobody in it is meant for sure."""
    names = dict.fromkeys(words_of(found[1] or found[2]) for found in STRANGER_POSTS.finditer(text))
    known = _by_any_word(register) if names else {}
    return not all(_is_known(tuple(word for word in name if word not in TITLES), known) for name in names)


@per_register
def _by_any_word(register: PeopleRegister) -> dict[str, list[Adult]]:
    known: dict[str, list[Adult]] = {}
    for adult in register.adults.values():
        for word in {
            part for name in (adult.given_name, adult.family_name) for way in spellings(name) for part in way
        }:
            known.setdefault(word, []).append(adult)
    return known


def _is_known(name: tuple[str, ...], known: Mapping[str, list[Adult]]) -> bool:
    """Whether a name fits an adult; whoever it fits has one of its words in full."""
    near = {adult.person_id: adult for word in name for adult in known.get(word, ())}
    return any(fit_name(name, one.given_name, one.family_name) for one in near.values())


def _by_name(reading: Reading) -> Iterator[Mention]:
    """Names with a family name: "Gavin Stott", "G. Stott", "Mr Stott"."""
    for place, word in enumerate(reading.words):
        found: dict[int, list[tuple[Adult, int, int]]] = {}
        for adult, family in reading.index.families.get(
            word.text.removesuffix("s"), []
        ) + reading.index.families.get(word.text, []):
            if not _stands(reading, place, family):
                continue
            weight, start = _given_before(reading, place, adult)
            weight = weight or _is_by_relation(reading, place + len(family), adult)
            if weight:
                found.setdefault(weight, []).append((adult, start, place + len(family)))
        if found:
            best = max(found)
            _, start, end = found[best][0]
            yield _named(reading, found[best], whole=best == 3 and _written_apart(reading, start, end))


def _written_apart(reading: Reading, start: int, end: int) -> bool:
    """Whether given and family name are two words: "gavin.stott" is an address or an account that anybody may give."""
    between = zip(reading.words[start:end], reading.words[start + 1 : end], strict=False)
    return not any(re.search(r"[._@]\S*$", reading.text[one.end : after.start]) for one, after in between)


def _stands(reading: Reading, place: int, family: tuple[str, ...]) -> bool:
    """Whether the family name is here whole: not as half of a double-barrelled one."""
    row = reading.words[place : place + len(family)]
    if len(row) < len(family) or (not row[0].capital and len(family[0]) < 4):
        return False
    fits = all(word.text in (part, f"{part}s") for word, part in zip(row, family, strict=True))
    text, start, end = reading.text, row[0].start, row[-1].end
    return fits and not (GOES_ON.match(text, end) or WENT_ON.match(text, max(0, start - 2), start))


def _given_before(reading: Reading, place: int, adult: Adult) -> tuple[int, int]:
    """How the name begins before the family name, 3 whole, 2 short or initial, 1 title, 0 not; and where."""
    for given in spellings(adult.given_name):
        for part in {given, given[:1]}:
            start = place - len(part)
            if start >= 0 and tuple(word.text for word in reading.words[start:place]) == part:
                return 3, start
    before = reading.words[place - 1].text if place else ""
    if before in short_forms(adult.given_name):
        return 2, place - 1
    initial = before == adult.given_name[:1].casefold()
    title = reading.words[place - 2].text if initial and place > 1 else before
    if title in TITLES and not titles_agree(title, adult.title):
        return 0, place
    if initial:
        return 2, place - 1
    return (1, place - 1) if before in TITLES else (0, place)


def _is_by_relation(reading: Reading, end: int, adult: Adult) -> bool:
    """Whether a family name goes on as what this adult is to a child: "the Lindqvist dad"."""
    row = reading.words[end : end + 1]
    wanted = RELATIONS.get(row[0].text, frozenset()) if row else frozenset()
    beside = bool(wanted) and reading.text[reading.words[end - 1].end : row[0].start].isspace()
    return beside and any(is_relation(one, wanted) for one in adult.relationships.values())


def _partners(reading: Reading, adults: tuple[str, ...], end: int) -> tuple[str, ...]:
    """Whom "Mr Quigley's wife" is: the other adults of the same children; none where it says no such thing."""
    row = reading.words[end : end + 1]
    title = PARTNERS.get(row[0].text) if row and reading.words[end - 1].text.endswith("s") else None
    if title is None:
        return ()
    known = [one for each in reading.index.adults_of.values() for one in each]
    of_them = {child for one in known if one.person_id in adults for child in one.relationships}
    found = [one for child in sorted(of_them) for one in reading.index.adults_of[child]]
    return tuple(
        dict.fromkeys(
            one.person_id for one in found if one.person_id not in adults and titles_agree(title, one.title)
        )
    )


def _named(reading: Reading, found: list[tuple[Adult, int, int]], *, whole: bool) -> Mention:
    start, end = found[0][1], found[0][2]
    adults = tuple(dict.fromkeys(adult.person_id for adult, _, _ in found))
    if partners := _partners(reading, adults, end):
        part, words = part_named(reading, start, end + 1), written(reading, start, end + 1)
        return Mention(adults=partners, part=part, words=words, whole=False)
    beside = _children_beside(reading, end)
    known = {adult.person_id for pupil in beside for adult in reading.index.adults_of.get(pupil.pupil_id, ())}
    narrowed = tuple(adult for adult in adults if adult in known)
    return Mention(
        adults=narrowed or adults,
        part=part_named(reading, start, end),
        words=written(reading, start, end),
        whole=whole or (bool(narrowed) and len(adults) >= 1 and bool(beside)),
        through=tuple(pupil.pupil_id for pupil in beside if narrowed),
        clashes=bool(beside) and not narrowed,
    )


def _children_beside(reading: Reading, end: int) -> tuple[Pupil, ...]:
    """Pupils named right after an adult: in brackets, or as "Ryan's father"."""
    after = reading.words[end - 1].end
    follows = reading.text[after : after + 3]
    if not re.match(r"(?:['’]s)?\s?[(,–-]", follows):
        return ()
    inside = range(end, min(end + 5, len(reading.words)))
    bracket = "(" in follows
    for place in inside:
        related = any(word.text in RELATIONS for word in reading.words[end : place + 3])
        if (bracket or related) and (pupils := reading.index.pupils.get(reading.words[place].text)):
            return _marks(reading, place, tuple(pupils)) or tuple(pupils)
    return ()


def _by_child(reading: Reading) -> Iterator[Mention]:
    """Adults named through a child: "Amira's dad", "dad of Mason Stott", "father to Ryan in 9C"."""
    for place, word in enumerate(reading.words):
        pupils = tuple(reading.index.pupils.get(word.text, ()))
        relation = _relation_near(reading, place) if pupils else -1
        if relation < 0:
            continue
        marked = _marks(reading, place, pupils)
        wanted = RELATIONS[reading.words[relation].text]
        meant = marked or pupils
        adults = [
            adult.person_id
            for pupil in meant
            for adult in reading.index.adults_of.get(pupil.pupil_id, ())
            if is_relation(adult.relationships[pupil.pupil_id], wanted)
        ]
        start, end = min(place, relation), max(place, relation) + 1
        if adults:
            yield Mention(
                adults=tuple(dict.fromkeys(adults)),
                part=part_named(reading, start, end),
                words=written(reading, start, end),
                whole=bool(marked) and len(set(adults)) == 1,
                through=tuple(dict.fromkeys(pupil.pupil_id for pupil in meant)),
            )


def _by_inflected_child(reading: Reading) -> Iterator[Mention]:
    """Polish bends names: "tata Amiry" is Amira's father. Only ever a guess."""
    for place, (before, word) in enumerate(pairwise(reading.words)):
        if before.text not in BENDING or not word.capital or len(word.text) < 4:
            continue
        pupils = _bent(reading, word.text)
        wanted = RELATIONS[before.text]
        adults = [
            adult.person_id
            for pupil in pupils
            for adult in reading.index.adults_of.get(pupil, ())
            if is_relation(adult.relationships[pupil], wanted)
        ]
        if adults:
            words = f"{before.text} {reading.text[word.start : word.end]}"
            part = part_named(reading, place, place + 2)
            yield Mention(
                adults=tuple(dict.fromkeys(adults)),
                part=part,
                words=words,
                whole=False,
                through=tuple(pupils),
            )


def _bent(reading: Reading, word: str) -> dict[str, Pupil]:
    """The pupils whose given name, bent, may be this word; looked for once for each word."""
    if word not in reading.index.bent:
        stem = word[: max(3, len(word) - 2)]
        rows = reading.index.stems.get(stem[:3], ())
        reading.index.bent[word] = {
            pupil.pupil_id: pupil
            for name, pupil in rows
            if name.startswith(stem) and abs(len(name) - len(word)) <= 2
        }
    return reading.index.bent[word]


def _relation_near(reading: Reading, place: int) -> int:
    """Where the relation word stands that goes with the child's name at `place`; -1 for none."""
    rows = reading.words
    for after in (1, 2):
        owner = "".join(word.text[-1:] for word in rows[place + after - 1 : place + after])
        if place + after < len(rows) and rows[place + after].text in RELATIONS and owner == "s":
            return place + after
    for before in (1, 2):
        at = place - before
        joins = before == 1 or rows[place - 1].text in {"of", "to"}
        if at >= 0 and rows[at].text in RELATIONS and joins:
            return at
    return -1


def _marks(reading: Reading, place: int, pupils: tuple[Pupil, ...]) -> tuple[Pupil, ...]:
    """Which of these pupils is marked by family name or class within the next words of the sentence."""
    start = reading.words[place].end
    near = following(reading, place + 1, start, start + 80)[:7]
    classes = marked_classes(near, reading.index.classes)
    by_family = tuple(
        pupil for pupil in pupils if any(tuple(near[: len(way)]) == way for way in _family_ways(pupil))
    )
    by_class = tuple(pupil for pupil in by_family or pupils if pupil.school_class in classes)
    return by_class if classes else by_family


def _family_ways(pupil: Pupil) -> Iterator[tuple[str, ...]]:
    for way in spellings(pupil.family_name):
        yield way
        yield (*way[:-1], f"{way[-1]}s")
