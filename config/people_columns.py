"""people-columns.toml: which column of the school's export is what, as somebody chose it; used for the next one."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import tomlkit

from ..ground.disk import write_file
from ..ground.plain_file import text_of_plain
from ..rules.people.headings import guessed, plain_heading

FILE = "people-columns.toml"


def columns_of(folder: Path, headings: Sequence[str], kind: str) -> dict[str, int]:
    """Which column of a file holds what: as it was chosen for the last file that had these headings, else as guessed.

    Args:
        folder: of the school.
        headings: of the file.
        kind: "people" or "staff".
    """
    places = {plain_heading(heading): place for place, heading in reversed([*enumerate(headings)])}
    chosen = {
        column: places[plain_heading(heading)]
        for column, heading in _kept(folder).get(kind, {}).items()
        if plain_heading(heading) in places
    }
    taken = {*chosen.values()}
    rest = guessed(headings, kind)
    return {**{column: place for column, place in rest.items() if place not in taken}, **chosen}


def keep_columns(folder: Path, headings: Sequence[str], matched: Mapping[str, int], kind: str) -> None:
    """Remember which column was what; what is only as it would be guessed is not worth a line.

    Raises:
        DiskFailed: the disk is full or broken.
    """
    own = guessed(headings, kind)
    chosen = {column: headings[place] for column, place in matched.items() if own.get(column) != place}
    kept = {**_kept(folder), kind: chosen}
    if kept.get(kind) == _kept(folder).get(kind, {}):
        return
    file = tomlkit.document()
    file.add(
        tomlkit.comment("Which column of your system's export is what, as it was chosen. It may be deleted.")
    )
    for name, columns in kept.items():
        if columns:
            file[name] = columns
    write_file(folder / FILE, tomlkit.dumps(file).encode())


def _kept(folder: Path) -> dict[str, dict[str, str]]:
    try:
        said = tomllib.loads(text_of_plain(folder / FILE))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
    tables = {name: table for name, table in said.items() if isinstance(table, dict)}
    return {name: {key: str(value) for key, value in table.items()} for name, table in tables.items()}
