"""Reads what each letter is from letters.toml: ours, and the school's own beside its Word files; all faults at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field as Key

from ..ground.errors import Problem, WrongUsage
from ..ground.values import replace
from ..rules.policies.letters import Field, Letter, Letters
from ..rules.policies.letters_check import Claim, joined
from ..rules.words import Deed, FieldType
from .paths import LETTERS
from .toml_file import Table, read_toml
from .values import Among, KeysThere, Said, Told

Names = tuple[str, ...]
Categories = dict[Annotated[str, Key(min_length=1, max_length=80)], tuple[Deed, ...]]
CATEGORIES = "@platform_categories"
"""Stands among the choices of a field for the names of [platform_categories]."""


FieldTable = Annotated[
    Field,
    Told(
        but={"name": ""},
        help=Annotated[str, Key(min_length=1)],
        comes_from=Annotated[str, Key(alias="from")],
    ),
]
"""A line of [fields]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTable(Said):
    """A [letters.ID] table, and which keys it has. A name with an @ stands for a list of [groups]."""

    letter: Annotated[Letter, Among(but={"id": "", "own": False, "must_print": frozenset()})]
    must_print: Names = ()
    said: KeysThere


class CommonTable(Table):
    """[common]: fields that no letter, and no sheet, may lack."""

    letter: Names
    sheet: Names


class OwnLettersFile(Table):
    """The whole of a school's letters.toml."""

    groups: dict[str, Names] = Key(default={})
    fields: dict[str, FieldTable] = Key(default={})
    letters: dict[str, LetterTable] = Key(default={})
    platform_categories: Categories = Key(default={})


class LettersFile(OwnLettersFile):
    """The whole of the letters.toml that ships."""

    common: CommonTable


@cache
def shipped_letters() -> Letters:
    """The letters that ship with the program.

    Raises:
        WrongUsage: their file was changed and is wrong; carries every fault.
    """
    table, faults = read_toml(LETTERS, LettersFile)
    if table is None:
        raise WrongUsage(*faults)
    return Letters(
        records={name: _letter(name, one, table.groups, own=False) for name, one in table.letters.items()},
        fields=_with_categories(_named(table.fields), table.platform_categories),
        platform_categories=table.platform_categories,
        every_letter=frozenset(table.common.letter),
        every_sheet=frozenset(table.common.sheet),
    )


def read_letters(folder: Path) -> tuple[Letters, list[Problem]]:
    """Our letters with those of the school's own folder, and every fault of its letters.toml.

    Args:
        folder: the school's letter_templates/ folder; it need not be there, nor hold a letters.toml.
    """
    ours, path = shipped_letters(), folder / LETTERS.name
    if not path.exists():
        return ours, []
    table, faults = read_toml(path, OwnLettersFile)
    if table is None:
        return ours, faults
    groups = {**_shipped_groups(), **table.groups}
    claims = {
        name: Claim(record=_letter(name, one, groups, own=True), said=one.said)
        for name, one in table.letters.items()
    }
    fields = _named(table.fields)
    faults = [*_group_faults(path, table, groups)]
    if own := table.platform_categories:
        ours = replace(
            ours, platform_categories=own, fields=_with_categories(shipped_letters().fields, own, ours)
        )
    letters, found = joined(ours, claims, fields, where=path.name)
    return letters, [*faults, *found, *_without_file(folder, ours, claims)]


@cache
def _shipped_groups() -> Mapping[str, Names]:
    table, _ = read_toml(LETTERS, LettersFile)
    return table.groups if table else {}


def _letter(name: str, table: LetterTable, groups: Mapping[str, Names], *, own: bool) -> Letter:
    printed = (groups.get(one[1:], ()) if one.startswith("@") else (one,) for one in table.must_print)
    names = frozenset(field for part in printed for field in part)
    return replace(table.letter, id=name, own=own, must_print=names)


def _with_categories(
    fields: Mapping[str, Field], categories: Categories, before: Letters | None = None
) -> dict[str, Field]:
    """The fields, with the platforms' categories as the choices of those that ask for one."""
    marks = (CATEGORIES,) if before is None else tuple(before.platform_categories)
    chosen = {
        name: replace(one, choices=tuple(categories))
        for name, one in fields.items()
        if one.type is FieldType.CHOICE and one.choices == marks
    }
    return {**fields, **chosen}


def _named(fields: Mapping[str, Field]) -> dict[str, Field]:
    return {name: replace(one, name=name) for name, one in fields.items()}


def _group_faults(path: Path, table: OwnLettersFile, groups: Mapping[str, Names]) -> Iterator[Problem]:
    for name, letter in table.letters.items():
        for one in letter.must_print:
            if one.startswith("@") and one[1:] not in groups:
                yield Problem(
                    where=f"{path.name}, letters.{name}.must_print",
                    what=f"There is no group '{one[1:]}'.",
                    what_to_do=f"Known: {', '.join(groups)}; or write one under [groups].",
                )


def _without_file(folder: Path, ours: Letters, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    """Letters of the school's own whose Word file does not be beside the record."""
    for name, claim in claims.items():
        file = claim.record.file
        if name not in ours and file and not (folder / file).is_file():
            yield Problem(
                where=f"{LETTERS.name}, letters.{name}.file",
                what=f"The Word file {file} is not in the school's {folder.name} folder.",
                what_to_do="Put it there, or correct its name here.",
            )
