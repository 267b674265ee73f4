"""Reads what each letter is from letters.toml: ours, and the school's own beside its Word files; all faults at once."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import Field as Key

from ..ground.errors import Problem, WrongUsage
from ..rules.policies.letters import Field, Letter, Letters
from ..rules.policies.letters_check import Claim, joined
from ..rules.words import FieldType, Stage, Switch, Where
from .paths import LETTERS
from .toml_file import Table, read_toml

Names = tuple[str, ...]


class FieldTable(Table):
    """A line of [fields]; see rules.policies.letters.Field."""

    type: FieldType
    help: str = Key(min_length=1)
    comes_from: str = Key(default="", alias="from")
    optional: bool = False
    carried: bool = False
    parts: Names = ()
    choices: Names = ()


class LetterTable(Table):
    """A [letters.ID] table; see rules.policies.letters.Letter. A name with an @ stands for a list of [groups]."""

    name: str = ""
    file: str = ""
    sheet: bool = False
    adverse: bool = False
    switch: Switch | None = None
    stage: Stage | None = None
    ends: Names = ()
    follows: Names = ()
    repeats: Names = ()
    must_print: Names = ()
    needs: Names = ()
    why: str = ""
    meanwhile: str = ""
    names_reviewer: str = ""
    asks_removal: bool = False
    gives_more_time: bool = False
    signpost: bool = False
    happened: Where | None = None
    if_online: Names = ()
    if_on_site: Names = ()
    recipient_lines: Names = ()


class CommonTable(Table):
    """[common]: fields that no letter, and no sheet, may lack."""

    letter: Names
    sheet: Names


class OwnLettersFile(Table):
    """The whole of a school's letters.toml."""

    groups: dict[str, Names] = Key(default={})
    fields: dict[str, FieldTable] = Key(default={})
    letters: dict[str, LetterTable] = Key(default={})


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
        fields={name: _field(name, one) for name, one in table.fields.items()},
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
        name: Claim(record=_letter(name, one, groups, own=True), said=frozenset(one.model_fields_set))
        for name, one in table.letters.items()
    }
    fields = {name: _field(name, one) for name, one in table.fields.items()}
    faults = [*_group_faults(path, table, groups)]
    letters, found = joined(ours, claims, fields, where=path.name)
    return letters, [*faults, *found, *_without_file(folder, ours, claims)]


@cache
def _shipped_groups() -> Mapping[str, Names]:
    table, _ = read_toml(LETTERS, LettersFile)
    return table.groups if table else {}


def _letter(name: str, table: LetterTable, groups: Mapping[str, Names], *, own: bool) -> Letter:
    plain = table.model_dump(exclude={"must_print", "if_on_site"})
    return Letter(
        id=name,
        own=own,
        must_print=frozenset(_spelt_out(table.must_print, groups)),
        if_on_site=_spelt_out(table.if_on_site, groups),
        **plain,
    )


def _spelt_out(names: Names, groups: Mapping[str, Names]) -> Names:
    """The fields, with each group in place of its name."""
    parts = (groups.get(one[1:], ()) if one.startswith("@") else (one,) for one in names)
    return tuple(field for part in parts for field in part)


def _field(name: str, table: FieldTable) -> Field:
    return Field(name=name, **table.model_dump())


def _group_faults(path: Path, table: OwnLettersFile, groups: Mapping[str, Names]) -> Iterator[Problem]:
    for name, letter in table.letters.items():
        asked = [("must_print", one) for one in letter.must_print]
        for key, one in (*asked, *(("if_on_site", one) for one in letter.if_on_site)):
            if one.startswith("@") and one[1:] not in groups:
                yield Problem(
                    where=f"{path.name}, letters.{name}.{key}",
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
