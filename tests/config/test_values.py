"""Values of the rules read from a table: what the value says holds for the file, and every fault names its key."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

from letterladder.config.toml_file import Table, read_toml
from letterladder.config.values import Among, KeysThere, Said, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Tea:
    """A value with a field that is needed, two that are not, and one that stands elsewhere."""

    name: str
    leaf: str
    cups: int = 2
    guests: list[str] = field(default_factory=list)


def _for_each(tea: Tea) -> str:
    return "" if tea.cups >= len(tea.guests) else "a cup for each guest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tray(Said):
    """A table that holds the keys of a value among its own."""

    tea: Annotated[Tea, Among(_for_each, cups=Annotated[int, Field(ge=1)])]
    size: Annotated[int, Field(alias="inches")] = 12
    said: KeysThere = frozenset()


class Menu(Table):
    """A file with both kinds of table."""

    tea: Annotated[Tea, Told(_for_each, but={"name": "?"}, cups=Annotated[int, Field(ge=1)])]
    tray: Tray | None = None


def read(folder: Path, text: str) -> tuple[Menu | None, list[str]]:
    """The file, or the key and fault of each problem."""
    (folder / "menu.toml").write_text(text)
    menu, faults = read_toml(folder / "menu.toml", Menu)
    return menu, [f"{one.where}: {one.what}" for one in faults]


def test_a_table_becomes_the_value_with_the_defaults_of_the_value(tmp_path: Path) -> None:
    """What stands elsewhere holds what was given for it."""
    menu, faults = read(tmp_path, '[tea]\nleaf = "Assam"\n')
    assert (menu and menu.tea, faults) == (Tea(name="?", leaf="Assam"), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cups = 1", ["tea.leaf: This key is missing."]),
        ('leaf = "x"\nmilk = 1', ["tea.milk: There is no such key."]),
        ('leaf = "x"\nname = "y"', ["tea.name: There is no such key."]),
        ('leaf = "x"\ncups = 0', ["tea.cups: Input should be greater than or equal to 1."]),
        ('leaf = "x"\nguests = ["a", "b", "c"]', ["tea: A cup for each guest."]),
        (
            'leaf = 3\ncups = "many"',
            [
                "tea.leaf: Input should be a valid string.",
                "tea.cups: Input should be a valid integer, unable to parse string as an integer.",
            ],
        ),
    ],
)
def test_every_fault_is_said_with_its_file_and_key(tmp_path: Path, text: str, expected: list[str]) -> None:
    """All of them at once."""
    assert read(tmp_path, f"[tea]\n{text}\n") == (None, [f"menu.toml, {one}" for one in expected])


def test_a_value_may_be_read_from_among_other_keys(tmp_path: Path) -> None:
    """It has its own defaults, and the keys around it theirs; which of them were there is known."""
    menu, faults = read(tmp_path, '[tea]\nleaf = "x"\n[tray]\nname = "late"\nleaf = "Assam"\ninches = 9\n')
    tray = Tray(tea=Tea(name="late", leaf="Assam"), size=9, said=frozenset({"name", "leaf", "size"}))
    assert (menu and menu.tray, faults) == (tray, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('name = "x"\ntea = 1', ["tray.leaf: This key is missing.", "tray.tea: There is no such key."]),
        ('leaf = "y"\n[tray.tea]', ["tray.name: This key is missing.", "tray.tea: There is no such key."]),
        ('name = "x"\nleaf = "y"\nsize = 3', ["tray.size: There is no such key."]),
        ('name = "x"\nleaf = "y"\ncups = 0', ["tray.cups: Input should be greater than or equal to 1."]),
        ('name = "x"\nleaf = "y"\nguests = ["a", "b", "c"]', ["tray: A cup for each guest."]),
    ],
)
def test_a_value_among_other_keys_is_never_named_itself(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    """Whoever writes the file sees one table: its faults name the keys that are in it."""
    file = f'[tea]\nleaf = "x"\n[tray]\n{text}\n'
    assert read(tmp_path, file) == (None, [f"menu.toml, {one}" for one in expected])


def test_a_whole_file_may_be_such_a_table(tmp_path: Path) -> None:
    """As a policy is: its faults name the keys at the top of the file."""
    (tmp_path / "tray.toml").write_text('name = "late"\ncups = 0\n')
    _, faults = read_toml(tmp_path / "tray.toml", Tray)
    assert [one.where for one in faults] == ["tray.toml, leaf", "tray.toml, cups"]
