"""An export of the school's system beside the register that is there: rows in our columns, and what would change."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...ground.errors import Problem
from ...ground.tongues import language_name
from .people import CONFIDENTIAL_ADDRESS, LEFT, Adult, PeopleRegister, StaffMember
from .register_columns import ADDRESS, NEEDED, PEOPLE, SAID, STAFF

_FORMULA = re.compile(r"[=@]|[+\-](?![\d\s(])")
"""How a cell begins that a spreadsheet would carry out; +44 and -5 are numbers."""
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file as rows of cells: its headings, and each row with its line in the file."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Somebody who stays, and what changes of them: (what, before, after)."""

    name: str
    id: str
    what: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a new file changes. `loud` must be read before it is put in place: somebody may lose a safe address."""

    new: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()
    gone: tuple[str, ...] = ()
    same: int = 0
    loud: tuple[Problem, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether nobody comes, goes or changes."""
        return not (self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lined:
    """The rows in our columns, each with its line in the file; and what is wrong with it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    problems: tuple[Problem, ...] = ()


def lined_up(sheet: Sheet, matched: Mapping[str, int], kind: str, before: PeopleRegister) -> Lined:
    """The rows of a file in our columns. Where it has none for notes, those of the register that is there are kept.

    Args:
        sheet: the file.
        matched: the place of each of our columns in it.
        kind: "people" or "staff".
        before: the register that is there.
    """
    columns = PEOPLE if kind == "people" else STAFF
    if missing := tuple(_missing(matched, kind)):
        return Lined(columns=columns, problems=missing)
    rows: list[tuple[int, tuple[str, ...]]] = []
    problems: list[Problem] = []
    for line, cells in sheet.rows:
        problems += _formulas(line, cells, matched)
        row = {column: cells[place] if place < len(cells) else "" for column, place in matched.items()}
        if not any(row.values()):
            continue
        if ADDRESS in row:
            row |= _split(row.pop(ADDRESS))
        if kind == "people" and "flags" not in matched and row["person_id"] in before.adults:
            row["flags"] = "; ".join(sorted(before.adults[row["person_id"]].flags - {LEFT}))
        if kind == "people" and "language" not in matched and row["person_id"] in before.adults:
            row["language"] = before.adults[row["person_id"]].language
        rows.append((line, tuple(" ".join(row.get(column, "").split()) for column in columns)))
    if not rows and not problems:
        what, do = "There is no row below the headings.", "Export it again, with the people in it."
        problems.append(Problem(where="the file", what=what, what_to_do=do))
    return Lined(columns=columns, rows=tuple(rows), problems=tuple(problems))


def leavers(
    before: PeopleRegister, found: Lined, open_cases: Collection[str]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Rows in our columns for those who are in the register, not in the file, and have an open case; marked as left."""
    there = {row[found.columns.index("person_id")] for _, row in found.rows}
    for adult in before.adults.values():
        if adult.person_id not in there and adult.person_id in open_cases:
            yield from ((0, row) for row in _rows_of(adult, before))


def _rows_of(adult: Adult, before: PeopleRegister) -> Iterator[tuple[str, ...]]:
    *rest, last = adult.address or ("",)
    code = last if _POSTCODE.fullmatch(last) else ""
    lines = rest if code else [*rest, *([last] if last else [])]
    town = lines.pop() if len(lines) > 1 else ""
    for pupil_id, relationship in adult.relationships.items():
        pupil = before.pupils[pupil_id]
        row = {
            "person_id": adult.person_id,
            "title": adult.title,
            "given_name": adult.given_name,
            "family_name": adult.family_name,
            "relationship": relationship,
            "pupil_id": pupil_id,
            "pupil_given_name": pupil.given_name,
            "pupil_family_name": pupil.family_name,
            "class": pupil.school_class,
            "address_line1": lines[0] if lines else "",
            "address_line2": ", ".join(lines[1:]),
            "town": town,
            "postcode": code,
            "email": adult.email,
            "phone": adult.phone,
            "flags": "; ".join(sorted({*adult.flags, LEFT})),
            "language": adult.language,
        }
        yield tuple(row[column] for column in PEOPLE)


def _missing(matched: Mapping[str, int], kind: str) -> Iterator[Problem]:
    for column in NEEDED[kind]:
        if column not in matched:
            yield Problem(
                where="columns",
                what=f"No column is chosen for: {SAID[column]}.",
                what_to_do="Choose it in the list, or add it to the export.",
            )


def _formulas(line: int, cells: Sequence[str], matched: Mapping[str, int]) -> Iterator[Problem]:
    for column, place in matched.items():
        cell = cells[place].strip() if place < len(cells) else ""
        if _FORMULA.match(cell):
            yield Problem(
                where=f"line {line}",
                what=f"{SAID[column]} begins with “{cell[0]}”, which a spreadsheet would carry out as a formula.",
                what_to_do="Correct it in the school's system, and export again.",
            )


def _split(address: str) -> dict[str, str]:
    """An address in one cell as its lines: by line breaks, else by commas; the postcode is found wherever it stands."""
    parts = [part.strip(" ,") for part in re.split(r"[\n\r]+" if "\n" in address else r",", address)]
    parts = [part for part in parts if part]
    code = next((part for part in reversed(parts) if _POSTCODE.fullmatch(part)), "")
    lines = [part for part in parts if part != code]
    if not code and lines and (end := re.search(rf"\s({_POSTCODE.pattern})$", lines[-1], re.IGNORECASE)):
        code, lines[-1] = end[1], lines[-1][: end.start()].strip()
    town = lines.pop() if len(lines) > 1 else ""
    return {
        "address_line1": lines[0] if lines else "",
        "address_line2": ", ".join(lines[1:]),
        "town": town,
        "postcode": code,
    }


def not_in_file(matched: Mapping[str, int], kind: str) -> tuple[str, ...]:
    """The columns of ours that would be empty for everybody, as a page calls them."""
    columns = (
        set(PEOPLE if kind == "people" else STAFF) - set(matched) - {"flags", "language", "also_known_as"}
    )
    if ADDRESS in matched:
        columns -= {"address_line1", "address_line2", "town", "postcode"}
    ordered = PEOPLE if kind == "people" else STAFF
    return tuple(SAID[column] for column in ordered if column in columns)


def differences(before: PeopleRegister, after: PeopleRegister, open_cases: Mapping[str, str]) -> Differences:
    """Who is new, who changes in what, who is gone.

    Args:
        before: the register that is there.
        after: the one of the new file.
        open_cases: the open case of each adult who has one.
    """
    old, new = before.adults, after.adults
    changed = [
        change for id in new if id in old and (change := _change(old[id], new[id], before, after)).what
    ]
    gone = [id for id in old if id not in new]
    return Differences(
        new=tuple(new[id].full_name for id in new if id not in old),
        changed=tuple(changed),
        gone=tuple(old[id].full_name for id in gone),
        same=sum(id in old for id in new) - len(changed),
        loud=(*_loud(old, new, open_cases), *_many_gone(len(gone), len(old))),
    )


def _change(was: Adult, now: Adult, before: PeopleRegister, after: PeopleRegister) -> Change:
    pairs = (
        ("Name", was.full_name, now.full_name),
        ("Address", ", ".join(was.address), ", ".join(now.address)),
        ("Email", was.email, now.email),
        ("Telephone", was.phone, now.phone),
        ("Pupils", _children(was, before), _children(now, after)),
        ("Notes", ", ".join(sorted(was.flags)), ", ".join(sorted(now.flags))),
        ("Language", _language(was), _language(now)),
    )
    return Change(name=now.full_name, id=now.person_id, what=tuple(one for one in pairs if one[1] != one[2]))


def _language(adult: Adult) -> str:
    return language_name(adult.language) if adult.language else ""


def _children(adult: Adult, register: PeopleRegister) -> str:
    """Each pupil with class and relationship, in the order of their numbers."""
    told = []
    for pupil_id, relationship in sorted(adult.relationships.items()):
        pupil = register.pupils[pupil_id]
        told.append(" ".join(filter(None, (pupil.full_name, pupil.school_class, f"({relationship})"))))
    return "; ".join(told)


def _loud(
    old: Mapping[str, Adult], new: Mapping[str, Adult], open_cases: Mapping[str, str]
) -> Iterator[Problem]:
    for id, was in old.items():
        now, ref = new.get(id), open_cases.get(id, "")
        if now is None and ref:
            yield Problem(
                where=ref,
                what=f"{was.full_name} is not in the new file, and has an open case.",
                what_to_do="No letter of the case can be addressed then. Find out why they are missing.",
            )
        elif now and ref and LEFT in now.flags:
            yield Problem(
                where=ref,
                what=f"{was.full_name} is not in the new file, and has an open case, so the entry is kept and marked.",
                what_to_do="Find out why they are missing, and whether the address is still theirs.",
            )
        elif now and ref and was.address != now.address:
            yield Problem(
                where=ref,
                what=f"{was.full_name} has an open case, and another address:"
                f" “{', '.join(was.address) or 'none'}” becomes “{', '.join(now.address) or 'none'}”.",
                what_to_do="Make sure that the new address is theirs before a letter goes there.",
            )
        elif now and ref and was.family_name != now.family_name:
            yield Problem(
                where=ref,
                what=f"{was.full_name} has an open case, and would be {now.full_name}.",
                what_to_do="Make sure that the number still means the same person.",
            )
        if now and CONFIDENTIAL_ADDRESS in was.flags - now.flags:
            yield Problem(
                where=id,
                what=f"The address of {was.full_name} would no longer be confidential.",
                what_to_do="Leave that as it is unless the DSL has said that it is safe.",
            )


def _many_gone(gone: int, of: int) -> Iterator[Problem]:
    if of >= 10 and gone * 4 > of:
        yield Problem(
            where="the file",
            what=f"{gone} of {of} adults would be gone.",
            what_to_do="Make sure that the export holds the whole school, not one year or class.",
        )


def staff_differences(before: Collection[StaffMember], after: Iterable[StaffMember]) -> Differences:
    """The same of the list of staff, who are known by their names."""
    old = {one.name.casefold(): one for one in before}
    new = {one.name.casefold(): one for one in after}
    changed = []
    for name in (name for name in new if name in old and old[name] != new[name]):
        was, now = old[name], new[name]
        pairs = (
            ("Role", was.role, now.role),
            ("Email", was.email, now.email),
            ("Also known as", "; ".join(was.also), "; ".join(now.also)),
        )
        changed.append(Change(name=now.name, id="", what=tuple(one for one in pairs if one[1] != one[2])))
    gone = [one.name for name, one in old.items() if name not in new]
    return Differences(
        new=tuple(one.name for name, one in new.items() if name not in old),
        changed=tuple(changed),
        gone=tuple(gone),
        same=sum(name in old for name in new) - len(changed),
        loud=tuple(_many_gone(len(gone), len(old))),
    )
