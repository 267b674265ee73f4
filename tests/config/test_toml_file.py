"""A TOML file becomes a table, or every fault with its file and key."""

from pathlib import Path

import pytest

from letterladder.config.toml_file import Table, read_toml
from letterladder.ground.errors import Problem


class Shelf(Table):
    """A table of the tests."""

    books: int
    title: str = ""


class Room(Table):
    """A table that holds another."""

    shelf: Shelf
    name: str


GOOD = '[shelf]\nbooks = 3\ntitle = "a"\n'


def read(folder: Path, content: bytes) -> tuple[Room | None, list[Problem]]:
    """The file of these bytes."""
    file = folder / "room.toml"
    file.write_bytes(content)
    return read_toml(file, Room)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_read(tmp_path: Path, start: bytes) -> None:
    """With or without the byte order mark that Notepad writes."""
    assert read(tmp_path, start + b'name = "a"\n' + GOOD.encode()) == (
        Room(shelf=Shelf(books=3, title="a"), name="a"),
        [],
    )


@pytest.mark.parametrize(
    ("where", "what", "content"),
    [
        ("room.toml, name", "This key is missing.", GOOD),
        ("room.toml, shelf", "This key is missing.", 'name = "a"'),
        ("room.toml, shelf.book", "There is no such key.", f'name = "a"\n{GOOD}book = 1'),
        ("room.toml, nam", "There is no such key.", f'nam = "a"\nname = "a"\n{GOOD}'),
        ("room.toml, shelf.books", "Input should be a valid integer", 'name = "a"\n[shelf]\nbooks = "many"'),
        ("room.toml, line 1", "The value after the = cannot be read.", "name = a"),
        ("room.toml", "The file is not UTF-8 text.", "name = '\xe4'"),
    ],
)
def test_a_fault_has_its_place_and_what_to_do(tmp_path: Path, where: str, what: str, content: str) -> None:
    """The file by its name, the key as a path with points."""
    room, faults = read(tmp_path, content.encode("latin-1"))
    assert (room, [fault.where for fault in faults]) == (None, [where])
    assert faults[0].what.startswith(what)
    assert faults[0].what_to_do


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """A missing key, an unknown one and a wrong value in one reading."""
    _, faults = read(tmp_path, b'nam = "a"\n[shelf]\nbooks = "many"\n')
    assert {fault.where for fault in faults} == {
        "room.toml, name",
        "room.toml, nam",
        "room.toml, shelf.books",
    }


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    """And how to get one."""
    room, faults = read_toml(tmp_path / "room.toml", Room)
    assert (room, faults[0].what) == (None, "The file is missing.")


def test_a_folder_in_its_place_is_no_file(tmp_path: Path) -> None:
    """A fault, not a crash."""
    (tmp_path / "room.toml").mkdir()
    room, faults = read_toml(tmp_path / "room.toml", Room)
    assert (room, faults[0].where) == (None, "room.toml")


def test_a_table_cannot_be_changed() -> None:
    """Configuration is read once."""
    with pytest.raises(ValueError, match="frozen"):
        Shelf(books=1).books = 2
