"""The file of the derived index: believed while it is good, thrown away otherwise, never in the way."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from letterladder.ground.errors import WorldFailed
from letterladder.records.index.index_store import FILES, INDEX, SCHEMA, IndexStore, put_fact


def says(text: str) -> "Filler":
    """Fills an index with one fact."""
    return Filler(text)


class Filler:
    """What `make` is given."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, link: sqlite3.Connection) -> None:
        """Put the fact into a new index."""
        put_fact(link, "says", self.text)


def breaks(_: sqlite3.Connection) -> None:
    """The disk is full half way."""
    raise sqlite3.OperationalError("database or disk is full")


def made(folder: Path, text: str = "old") -> IndexStore:
    store = IndexStore(folder)
    store.make(says(text))
    return store


def test_no_index_is_there_until_one_is_made(tmp_path: Path) -> None:
    """Then it is, and says what was put into it; others can not read it."""
    store = IndexStore(tmp_path)
    assert not store.is_there()
    store.make(says("a"))
    assert (store.is_there(), store.fact("says"), store.fact("other")) == (True, "a", "")
    assert (tmp_path / INDEX).stat().st_mode & 0o077 == 0


def test_an_index_that_could_not_be_made_whole_leaves_the_old_one(tmp_path: Path) -> None:
    """And nothing half written."""
    store = made(tmp_path)
    with pytest.raises(WorldFailed, match="full"):
        store.make(breaks)
    assert (store.is_there(), store.fact("says")) == (True, "old")
    assert [file.name for file in tmp_path.iterdir()] == [INDEX]


def test_what_a_stop_left_of_an_index_does_not_count(tmp_path: Path) -> None:
    """It is written over."""
    (tmp_path / f".{INDEX}.half").write_bytes(b"SQLite format 3\x00 and then the machine stopped")
    assert not IndexStore(tmp_path).is_there()
    assert made(tmp_path).is_there()
    assert [file.name for file in tmp_path.iterdir()] == [INDEX]


def test_a_change_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    """Whatever breaks in between."""
    store = made(tmp_path)
    assert store.is_there()
    with suppress(KeyError), store.writing() as link:
        put_fact(link, "says", "new")
        raise KeyError
    assert (IndexStore(tmp_path).is_there(), store.fact("says")) == (True, "old")
    with store.writing() as link:
        put_fact(link, "says", "new")
    assert store.fact("says") == "new"


def test_another_process_that_writes_changes_the_state(tmp_path: Path) -> None:
    """What was learnt over the earlier state is no good any more; our own writing changes nothing."""
    store, other = made(tmp_path), IndexStore(tmp_path)
    assert store.is_there()
    assert other.is_there()
    before = store.state(), other.state()
    with other.writing() as link:
        put_fact(link, "says", "new")
    assert store.state() != before[0]
    assert (other.state(), store.fact("says")) == (before[1], "new")


def test_another_file_in_its_place_is_opened(tmp_path: Path) -> None:
    """Made anew by another process while this one had the old one open."""
    store = made(tmp_path)
    assert store.is_there()
    before = store.state()
    made(tmp_path, "new")
    assert (store.is_there(), store.fact("says")) == (True, "new")
    assert store.state() != before


def test_a_deleted_file_is_asked_no_more(tmp_path: Path) -> None:
    """Though it is still open."""
    store = made(tmp_path)
    assert store.is_there()
    (tmp_path / INDEX).unlink()
    assert not store.is_there()
    with pytest.raises(WorldFailed, match="There is none"):
        store.fact("says")


@pytest.mark.parametrize(
    "content",
    [b"", b"no index", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xff" * 9000],
    ids=["empty", "text", "a beginning", "garbage"],
)
def test_a_file_that_is_no_index_is_not_there(tmp_path: Path, content: bytes) -> None:
    """And a new one takes its place."""
    (tmp_path / INDEX).write_bytes(content)
    store = IndexStore(tmp_path)
    assert not store.is_there()
    store.make(says("a"))
    assert (store.is_there(), store.fact("says")) == (True, "a")


@pytest.mark.parametrize("schema", [0, SCHEMA + 1, SCHEMA - 1])
def test_an_index_of_another_schema_is_not_there(tmp_path: Path, schema: int) -> None:
    """Neither an older nor a newer one is read as if it were ours."""
    made(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / INDEX)) as link:
        link.execute(f"PRAGMA user_version = {schema}")
    assert not IndexStore(tmp_path).is_there()


def spoil(folder: Path) -> None:
    """All but the first page, so that it is seen only when something is asked."""
    path = folder / INDEX
    path.write_bytes(path.read_bytes()[:4096] + b"\x07" * (path.stat().st_size - 4096))


def test_damage_found_by_a_question_throws_the_index_away(tmp_path: Path) -> None:
    """Who asked is told; the next one finds none, and makes it anew."""
    made(tmp_path).close()
    spoil(tmp_path)
    store = IndexStore(tmp_path)
    assert store.is_there()
    with pytest.raises(WorldFailed, match="Nothing is lost"):
        store.fact("says")
    assert (store.is_there(), [*tmp_path.iterdir()]) == (False, [])


def test_a_table_that_is_missing_throws_the_index_away(tmp_path: Path) -> None:
    """Whatever took it out."""
    made(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / INDEX)) as link:
        link.execute("DROP TABLE facts")
    store = IndexStore(tmp_path)
    assert store.is_there()
    with pytest.raises(WorldFailed):
        store.fact("says")
    assert not (tmp_path / INDEX).exists()


def test_an_index_that_somebody_else_is_writing_is_not_thrown_away(tmp_path: Path) -> None:
    """A lock is no damage."""
    store = made(tmp_path)
    assert store.is_there()
    store.rows("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(tmp_path / INDEX, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WorldFailed, match="locked"):
            store.fact("says")
        other.execute("ROLLBACK")
    assert store.fact("says") == "old"


def test_one_in_memory_is_asked_where_no_good_file_is(tmp_path: Path) -> None:
    """It writes nothing."""
    (tmp_path / INDEX).write_bytes(b"no index")
    store = IndexStore(tmp_path)
    store.make_in_memory(says("memory"))
    assert (store.is_there(), store.in_memory, store.fact("says")) == (True, True, "memory")
    assert (tmp_path / INDEX).read_bytes() == b"no index"


def test_one_in_memory_gives_way_to_a_file_that_another_process_made(tmp_path: Path) -> None:
    """What is written on from then on is noted for that file alone."""
    store = IndexStore(tmp_path)
    store.make_in_memory(says("memory"))
    made(tmp_path, "file")
    assert (store.is_there(), store.in_memory, store.fact("says")) == (True, False, "file")


def test_one_in_memory_stays_where_a_file_was_passed_over(tmp_path: Path) -> None:
    """A file that is outdated and could not be replaced is not asked after all."""
    store = made(tmp_path, "outdated")
    store.make_in_memory(says("memory"))
    assert (store.is_there(), store.fact("says")) == (True, "memory")


def test_a_new_index_is_not_mixed_with_the_journal_of_an_old_one(tmp_path: Path) -> None:
    """A journal left by a stop would be played back into it."""
    journal = tmp_path / FILES[1]
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x01" * 600)
    made(tmp_path)
    assert not journal.exists()
