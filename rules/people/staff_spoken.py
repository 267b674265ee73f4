"""Where a report mentions a member of staff by name. Only of one the school knows: any other "Mrs X" is nobody."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..texts.names import TITLES, Folded, spellings, title_of, titles_agree, words_in, words_of
from ..texts.parts import RELATIVE_OF
from .people import Adult, PeopleRegister, per_register

STAFF = "staff"
"""The flag of the people register by which a parent also works at the school."""
LONGEST_NAME = 60
"""Characters before a family name in which its title or given name is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffName:
    """One member of staff as a text may name them.

    `shared`: somebody of the people register may be meant by title and family name, so only the whole name counts.
    """

    title: str
    given: str
    family: str
    shared: bool = False


def staff_names(
    names: Iterable[str], adults: Iterable[Adult], meant: frozenset[str] = frozenset()
) -> tuple[StaffName, ...]:
    """The names of the school's staff: as typed, "Mr Colin Lowell", and of parents whom the register flags as staff.

    Args:
        names: role holders and the list of staff.
        adults: the people register.
        meant: ids of adults who may have posted; none of them is mentioned as staff.
    """
    return _names(names, _laid_out(adults), meant)


def staff_of_register(
    names: Iterable[str], register: PeopleRegister, meant: frozenset[str] = frozenset()
) -> tuple[StaffName, ...]:
    """The same of a register, whose families are laid out once."""
    return _names(names, _of_register(register), meant)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Families:
    """The adults of a register by id and by each spelling of the family name, and those who work at the school."""

    by_id: dict[str, Adult]
    by_way: dict[tuple[str, ...], list[Adult]]
    staff: list[Adult]


def _laid_out(adults: Iterable[Adult]) -> _Families:
    found = _Families(by_id={}, by_way={}, staff=[])
    for one in adults:
        found.by_id[one.person_id] = one
        for way in spellings(one.family_name):
            found.by_way.setdefault(way, []).append(one)
        if STAFF in one.flags:
            found.staff.append(one)
    return found


@per_register
def _of_register(register: PeopleRegister) -> _Families:
    return _laid_out(register.adults.values())


def _names(names: Iterable[str], families: _Families, meant: frozenset[str]) -> tuple[StaffName, ...]:
    works = [one for one in families.staff if one.person_id not in meant]
    known = frozenset(one.person_id for one in works)
    posters = {_bare(families.by_id[one].full_name) for one in meant if one in families.by_id}
    typed = dict.fromkeys([*names, *(one.full_name for one in works)])
    return tuple(
        _shared(_parsed(name), families, known) for name in typed if _bare(name) not in {(), *posters}
    )


@lru_cache(maxsize=5_000)
def _bare(name: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(name) if word not in TITLES)


def staff_places(text: Folded, staff: Iterable[StaffName]) -> Iterator[tuple[int, int]]:
    """Start and end, in the folded text, of each place that names one of them."""
    words = words_in(text.text)
    for one in staff:
        if words.isdisjoint(_firsts(one.family)):
            continue
        for found in _pattern(one.family).finditer(text.text):
            start = _begins(text, found.start(), one)
            if start >= 0 and not _is_relative(text, found):
                yield start, found.end()


@lru_cache(maxsize=5_000)
def _firsts(family: str) -> frozenset[str]:
    """The words of which one is in every text that names this family."""
    ways = spellings(family)
    return frozenset(word for way in ways for word in (way[0], f"{way[0]}s"))


@lru_cache(maxsize=5_000)
def _parsed(name: str) -> StaffName:
    *given, family = [part for part in name.split() if "".join(words_of(part)) not in TITLES] or [""]
    return StaffName(title=title_of(words_of(name)), given=" ".join(words_of(" ".join(given))), family=family)


def _shared(name: StaffName, families: _Families, works: frozenset[str]) -> StaffName:
    """Whether a parent carries the same family name under a title that agrees."""
    others = (one for way in spellings(name.family) for one in families.by_way.get(way, ()))
    shared = any(one.person_id not in works and titles_agree(one.title, name.title) for one in others)
    return StaffName(title=name.title, given=name.given, family=name.family, shared=shared)


@lru_cache(maxsize=5_000)
def _pattern(family: str) -> re.Pattern[str]:
    ways = sorted({"[ -]".join(map(re.escape, way)) for way in spellings(family)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways)})s?(?![\w-])" if ways else "(?!)")


def _begins(text: Folded, place: int, name: StaffName) -> int:
    """Where the name begins that ends in this family name; -1 where it is not, or may not be, this person's."""
    earliest = max(0, place - LONGEST_NAME)
    spaces = (text.text.rfind(space, earliest, max(0, place - 1)) for space in " \n")
    start = max(earliest, max(spaces) + 1)
    written = text.text[start : place - 1] if place else ""
    before = written.strip('"(')
    start += len(written) - len(written.lstrip('"('))
    capital = text.original[text.places[place]].isupper()
    if before in TITLES or before.rstrip(".") in TITLES:
        fits = not name.shared and titles_agree(before.rstrip("."), name.title)
        return start if fits else -1
    if before and before.rstrip(".") in {name.given.split(" ")[0], name.given[:1]} - {""}:
        return start
    named_otherwise = bool(before) and text.original[text.places[start]].isupper() and before.isalpha()
    alone = capital and not name.shared and not (named_otherwise and _inside_sentence(text, start))
    return place if alone else -1


def _is_relative(text: Folded, found: re.Match[str]) -> bool:
    """Whether somebody of theirs is meant: "Mr Lowell's wife"."""
    return found.group().endswith("s") and bool(
        RELATIVE_OF.match(text.text[found.end() + 1 : found.end() + 40])
    )


def _inside_sentence(text: Folded, start: int) -> bool:
    """Whether a capital there is a name's and not the beginning of a sentence or a quotation."""
    return start > 0 and text.text[max(0, start - 2) : start].rstrip(" ")[-1:] not in {
        "",
        ".",
        "!",
        "?",
        ":",
        '"',
        "\n",
    }
