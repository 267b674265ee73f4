"""Whom a sentence names, of all the people whom the school knows; whoever may have done it is left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..people.by_word import NO_FAMILIES, FamilyNames, PupilsByWord, pupils_by_word, pupils_of_register
from ..people.people import PeopleRegister, Pupil
from ..people.staff_spoken import StaffName, staff_places
from ..texts.names import fold, spellings, words_in, words_of
from ..texts.sentences import Sentence
from ..words import About
from .role_words import without_identifying

LEAST = 5
"""Letters of a family name that is known without its capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The people who may be mentioned, but those who may have done it.

    `parents` are names of adults of the register as the report writes them. `own` are the ids of the pupils of
    whoever may have done it: a post that names them names their own child. `families` are the family names of adults
    that nobody shares who may have done it or works at the school.
    """

    staff: tuple[StaffName, ...] = ()
    pupils: tuple[Pupil, ...] = ()
    parents: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()
    families: FamilyNames = NO_FAMILIES
    by_word: PupilsByWord | None = field(default=None, repr=False, compare=False)


def names_in(one: Sentence, names: Names) -> Iterator[tuple[About, str]]:
    """Each kind of person named, with the name as written."""
    folded = one.folded
    for start, end in staff_places(folded, names.staff):
        yield About.STAFF, folded.written(start, end)
    if one.spoken:
        yield from ((About.STAFF, name) for name in _said_of_staff(one, names))
        said = set(words_of(one.spoken))
        yield from ((About.PARENT, name) for name in names.families.among(said))
    for parent in names.parents:
        if re.search(rf"(?<!\w){re.escape(fold(parent).text)}(?!\w)", one.plain):
            yield About.PARENT, parent
    words = words_in(one.plain)
    pupils = names.by_word or _laid_out(names.pupils)
    for given in dict.fromkeys(name_words(pupil.given_name)[-1:] for pupil in pupils.kin_by(words)):
        if found := _parent_of(one, given, words):
            yield About.PARENT, found
    for pupil in pupils.named_by(words):
        if pupil.pupil_id not in names.own and (name := _pupil_in(one, pupil, words)):
            yield About.PUPIL, name


@lru_cache(maxsize=8)
def _laid_out(pupils: tuple[Pupil, ...]) -> PupilsByWord:
    """For a few pupils that are of no register."""
    return pupils_by_word(pupils)


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name; a register has a thousand, and staff are asked about in every email."""
    return words_of(name)


def _pupil_in(one: Sentence, pupil: Pupil, words: frozenset[str]) -> str:
    """A pupil's given name with a capital; with the family name where both are there."""
    for way in spellings(pupil.given_name):
        owner = {*way[:-1], f"{way[-1]}s"}
        if (set(way) <= words or owner <= words) and pupil.given_name.split()[0] in one.text:
            return pupil.given_name
    return ""


def _said_of_staff(one: Sentence, names: Names) -> Iterator[str]:
    """Family names of staff in words that somebody posted, where capitals are left out: "rourke is a melt"."""
    said = set(words_of(one.spoken))
    for member in names.staff:
        if not member.shared and len(member.family) >= LEAST and set(name_words(member.family)) <= said:
            yield member.family


def _parent_of(one: Sentence, given: tuple[str, ...], words: frozenset[str]) -> str:
    """A parent told of through a child of this given name: "Freya Ormerod's mum", "Musa's da"."""
    if not given or not ({given[-1], f"{given[-1]}s"} & words) or len(given[-1]) < 3:
        return ""
    found = re.search(
        rf"(?<!\w){given[-1]}( \w+)?s? (mum|mam|mummy|dad|da|daddy|mother|father|stepdad|stepmum|parents|nan|gran\w*)\b"
        rf"|(mum|mam|dad|mother|father|parents?|nan|grandad) of (little )?{given[-1]}\b",
        without_identifying(one.plain),
    )
    return found.group() if found else ""


def pupils_named(one: Sentence, register: PeopleRegister) -> list[Pupil]:
    """The pupils whom a sentence names, at least by the given name with its capital."""
    words = words_in(one.plain)
    return [pupil for pupil in pupils_of_register(register).named_by(words) if _pupil_in(one, pupil, words)]
