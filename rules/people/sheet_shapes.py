"""An export as the usual systems write it, made one row for each adult and pupil: several contacts, joined names.

What is taken apart is told, so that a person looks at it before anything is put in place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...ground.errors import Problem
from ...ground.values import replace
from ..texts.names import TITLES, words_of
from .headings import guessed, plain_heading
from .register_import import Sheet

_WHO = r"contact|parent|guardian|carer|parent carer|parent guardian|priority|priority contact|emergency contact|adult"
_NUMBERED = re.compile(rf"(?P<who>{_WHO}) (?P<number>[1-9])(?: (?P<what>.+))?")
_BY_RELATION = re.compile(r"(?P<who>mother|father|mum|dad) (?P<what>.+)")
_ADULT_NAME = re.compile(rf"(?:primary )?(?:{_WHO})s?(?: full)? names?")
_PUPIL_NAME = re.compile(r"(?:pupil|student|child|learner)(?: full)? name|name of (?:pupil|student|child)")
_OF_ADULT = re.compile(rf"(?:primary )?(?:{_WHO})\b.*")
_OF_PUPIL = re.compile(r"(?:pupil|student|child|learner)\b.*(?:name|forename|surname)")
_FIRST = frozenset({"forename", "first name", "given name", "legal forename", "legal first name"})
_LAST = frozenset({"surname", "last name", "family name", "legal surname", "legal last name"})
_JOINT = re.compile(r" ?(?:&|\+|/|\band\b) ?", re.IGNORECASE)
PARTS = ("Contact Title", "Contact Forename", "Contact Surname")
OF_PUPIL = ("Pupil Forename", "Pupil Surname")
_OWN = frozenset({"email", "phone", "mobile", "telephone"})
"""Words of headings whose cell is one person's and not of both of a couple."""

Cells = tuple[str, ...]
Row = tuple[int, Cells]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One person's name as it was taken out of a cell."""

    title: str
    given: str
    family: str

    @property
    def whole(self) -> str:
        """As it would be printed."""
        return " ".join(filter(None, (self.title, self.given, self.family)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """The sheet with one row for each adult and pupil, and what a person must look at."""

    sheet: Sheet
    doubts: tuple[Problem, ...] = ()


def apart(sheet: Sheet) -> Apart:
    """The sheet with one row for each adult and pupil; one that has this shape already is as it was."""
    sheet = _each_contact(sheet)
    sheet = _whose_names(sheet)
    sheet, of_pupils = _pupils_named(sheet)
    sheet, of_adults = _adults_named(sheet)
    return Apart(sheet=sheet, doubts=(*of_pupils, *of_adults))


def _each_contact(sheet: Sheet) -> Sheet:
    """Contacts that are numbered in the headings, or called mother and father, become rows of their own."""
    groups: dict[str, dict[str, int]] = {}
    for place, heading in enumerate(sheet.headings):
        plain = plain_heading(heading)
        if found := _NUMBERED.fullmatch(plain):
            groups.setdefault(found["number"], {})[found["what"] or "name"] = place
        elif found := _BY_RELATION.fullmatch(plain):
            groups.setdefault(found["who"], {})[found["what"]] = place
    if not groups:
        return sheet
    taken = {place for group in groups.values() for place in group.values()}
    common = [place for place in range(len(sheet.headings)) if place not in taken]
    names = list(dict.fromkeys(name for group in groups.values() for name in group))
    told = [*names, *([] if "relationship" in names else ["relationship"])]
    rows: list[Row] = []
    for line, cells in sheet.rows:
        shared = tuple(_cell(cells, place) for place in common)
        for who, group in groups.items():
            contact = tuple(_cell(cells, group.get(name, -1)) for name in names)
            if any(contact):
                rows.append((line, (*shared, *_with_relation(contact, who, told, names))))
    headings = (*(sheet.headings[place] for place in common), *(f"Contact {name}" for name in told))
    return Sheet(headings=headings, rows=tuple(rows))


def _with_relation(contact: Cells, who: str, told: Sequence[str], names: Sequence[str]) -> Cells:
    relation = "" if who.isdigit() else who.capitalize()
    return contact if len(told) == len(names) else (*contact, relation)


def _whose_names(sheet: Sheet) -> Sheet:
    """In an export of pupils, with their contacts named beside them, a bare "Forename" is the pupil's."""
    plain = [plain_heading(one) for one in sheet.headings]
    has_adult = any(_OF_ADULT.fullmatch(one) and "name" in one for one in plain)
    has_pupil = any(_OF_PUPIL.fullmatch(one) for one in plain) or any(
        _PUPIL_NAME.fullmatch(one) for one in plain
    )
    if not has_adult or has_pupil:
        return sheet
    called = {**dict.fromkeys(_FIRST, OF_PUPIL[0]), **dict.fromkeys(_LAST, OF_PUPIL[1])}
    called["name"] = "Pupil Name"
    return replace(
        sheet,
        headings=tuple(called.get(one, sheet.headings[place]) for place, one in enumerate(plain)),
    )


def _pupils_named(sheet: Sheet) -> tuple[Sheet, tuple[Problem, ...]]:
    """A pupil's whole name in one cell: "Catterick, Toby" or "Toby Catterick"."""
    place = _place_of(sheet, _PUPIL_NAME)
    if place is None or "pupil_family_name" in guessed(sheet.headings, "people"):
        return sheet, ()
    rows: list[Row] = []
    doubts: list[Problem] = []
    for line, cells in sheet.rows:
        name = _one_name(_cell(cells, place))
        if len(name.given.split()) > 1 and "," not in _cell(cells, place):
            doubts.append(_doubt(line, _cell(cells, place), [name]))
        rows.append((line, _without(cells, place, (name.given, name.family))))
    return Sheet(headings=_without(sheet.headings, place, OF_PUPIL), rows=tuple(rows)), tuple(doubts)


def _adults_named(sheet: Sheet) -> tuple[Sheet, tuple[Problem, ...]]:
    """An adult's whole name in one cell, and couples: "Mr D & Mrs K Catterick" are two rows."""
    place = _place_of(sheet, _ADULT_NAME)
    if place is None or "family_name" in guessed(sheet.headings, "people"):
        return sheet, ()
    headings = _without(sheet.headings, place, PARTS)
    plain = [plain_heading(one) for one in headings]
    ids = [
        number
        for number, one in enumerate(plain)
        if _OF_ADULT.fullmatch(one) and one.endswith((" id", " number"))
    ]
    own = {number for number, one in enumerate(plain) if _OWN.intersection(one.split())}
    rows: list[Row] = []
    doubts: list[Problem] = []
    for line, cells in sheet.rows:
        told = _cell(cells, place)
        names = names_in(told)
        if len(names) > 1 or any(not one.family or (not one.given and not one.title) for one in names):
            doubts.append(_doubt(line, told, names))
        for number, name in enumerate(names, start=1):
            row = _without(cells, place, (name.title, name.given, name.family))
            rows.append((line, row if number == 1 else _second(row, number, ids, own)))
    return Sheet(headings=headings, rows=tuple(rows)), tuple(doubts)


def _second(row: Cells, number: int, ids: Sequence[int], own: set[int]) -> Cells:
    """The second of a couple: a number of their own, and nothing that is surely one person's."""
    return tuple(
        f"{cell}-{number}" if place in ids and cell else "" if place in own else cell
        for place, cell in enumerate(row)
    )


def names_in(cell: str) -> list[Name]:
    """The people named in one cell.

    "Mr D & Mrs K Catterick" are Mr D Catterick and Mrs K Catterick; "Mr & Mrs Reid" two of that name; "Mr Smith and Ms
    Jones" are each of their own.
    """
    pieces = [piece for piece in _JOINT.split(" ".join(cell.split())) if piece] or [""]
    last = _one_name(pieces[-1])
    return [*(_beside(piece, last) for piece in pieces[:-1]), last]


def _beside(piece: str, last: Name) -> Name:
    """The name of whoever is named before another: a single first name or initial shares the other's surname."""
    name = _one_name(piece)
    if name.given or "," in piece:
        return name
    is_first = not name.title or len(name.family.strip(".")) <= 1
    if is_first:
        return Name(title=name.title, given=name.family, family=last.family)
    return name


def _one_name(words: str) -> Name:
    """One name, with the surname last, or first and before a comma; a title anywhere."""
    family, comma, rest = (part.strip() for part in words.partition(","))
    told = rest.split() if comma else family.split()
    titles = [word for word in told if {*words_of(word)} & TITLES]
    names = [word for word in told if word not in titles]
    title = titles[0].strip("()") if titles else ""
    if comma:
        return Name(title=title, given=" ".join(names), family=family)
    return Name(title=title, given=" ".join(names[:-1]), family=names[-1] if names else "")


def _doubt(line: int, told: str, names: Sequence[Name]) -> Problem:
    found = " and ".join(one.whole or "nobody" for one in names)
    do = "If that is wrong, correct it in the school's system and export again."
    return Problem(where=f"line {line}", what=f"“{told}” was read as {found}.", what_to_do=do)


def _place_of(sheet: Sheet, pattern: re.Pattern[str]) -> int | None:
    return next(
        (place for place, one in enumerate(sheet.headings) if pattern.fullmatch(plain_heading(one))), None
    )


def _without(cells: Cells, place: int, instead: Sequence[str]) -> Cells:
    """The cells with others in place of one."""
    filled = (*cells, *([""] * (place + 1 - len(cells))))
    return (*filled[:place], *instead, *filled[place + 1 :])


def _cell(cells: Cells, place: int) -> str:
    return cells[place].strip() if 0 <= place < len(cells) else ""
