"""The file of the derived index: believed while it is good, rebuilt otherwise; whoever asks gets an answer."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from letterladder.ground.errors import Problem, WorldFailed
from letterladder.records.index.index_file import (
    FILES,
    INDEX,
    SCHEMA,
    IndexFile,
    Link,
    changing,
    fact,
    put_fact,
)


def says(folder: Path, text: str = "made") -> IndexFile:
    """An index that is filled with one fact."""
    return IndexFile(folder, lambda link: put_fact(link, "says", text))


def said(link: Link) -> str:
    """The question all ask here."""
    return fact(link, "says")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with an index that was made before."""
    index = says(tmp_path, "old")
    assert index.ask(said) == "old"
    index.close()
    return tmp_path


def spoil(folder: Path) -> None:
    """All but the first page, so that it is seen only when something is asked."""
    path = folder / INDEX
    path.write_bytes(path.read_bytes()[:4096] + b"\x07" * (path.stat().st_size - 4096))


def test_an_index_is_made_when_it_is_asked_for_the_first_time(tmp_path: Path) -> None:
    """What is not in it is ""; others can not read it; the next one asks the same file."""
    index = says(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == []
    assert (index.ask(said), index.ask(lambda link: fact(link, "other"))) == ("made", "")
    assert (tmp_path / INDEX).stat().st_mode & 0o077 == 0
    assert says(tmp_path, "anew").ask(said) == "made"


def breaks(_: Link) -> None:
    """A log cannot be read."""
    raise WorldFailed(Problem(where="cases", what="It cannot be read.", what_to_do="Look."))


def test_an_index_that_could_not_be_filled_is_not_there(tmp_path: Path) -> None:
    """Nothing half made is believed."""
    with pytest.raises(WorldFailed):
        IndexFile(tmp_path, breaks).ask(said)
    assert says(tmp_path).ask(said) == "made"


def test_a_change_is_kept_whole_or_not_at_all(old: Path) -> None:
    """Whatever breaks in between."""

    def change(link: Link) -> None:
        with suppress(KeyError), changing(link):
            put_fact(link, "says", "new")
            raise KeyError

    index = says(old)
    index.ask(change)
    assert (index.ask(said), says(old).ask(said)) == ("old", "old")


def write(folder: Path, text: str) -> None:
    """Another process changes what the index says."""
    with closing(sqlite3.connect(folder / INDEX, isolation_level=None)) as link, changing(link):
        put_fact(link, "says", text)


def test_another_process_that_writes_changes_the_state(old: Path) -> None:
    """What one knew of the earlier state is no good any more."""
    index = says(old)
    before = index.ask(index.state)
    assert index.ask(index.state) == before
    write(old, "new")
    assert (index.ask(index.state) != before, index.ask(said)) == (True, "new")


def test_another_file_in_its_place_is_opened(old: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Put there by another process while this one had the old one open."""
    index, other = says(old), tmp_path_factory.mktemp("other")
    before = index.ask(index.state)
    says(other, "new").ask(said)
    (other / INDEX).replace(old / INDEX)
    assert (index.ask(said), index.ask(index.state) != before) == ("new", True)


def test_a_deleted_file_is_asked_no_more(old: Path) -> None:
    """Though it is still open: one is rebuilt."""
    index = says(old, "anew")
    assert index.ask(said) == "old"
    (old / INDEX).unlink()
    assert index.ask(said) == "anew"
    assert (old / INDEX).exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"no index", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xff" * 9000],
    ids=["empty", "text", "a beginning", "garbage"],
)
def test_a_file_that_is_no_index_is_replaced(tmp_path: Path, content: bytes) -> None:
    """Whatever it is; the next process asks the new one."""
    (tmp_path / INDEX).write_bytes(content)
    assert (says(tmp_path).ask(said), says(tmp_path, "anew").ask(said)) == ("made", "made")


@pytest.mark.parametrize("schema", [0, SCHEMA + 1, SCHEMA - 1])
def test_an_index_of_another_schema_is_replaced(old: Path, schema: int) -> None:
    """Neither an older nor a newer one is read as if it were ours."""
    with closing(sqlite3.connect(old / INDEX)) as link:
        link.execute(f"PRAGMA user_version = {schema}")
    assert says(old, "anew").ask(said) == "anew"


def drop(folder: Path) -> None:
    """A table is missing."""
    with closing(sqlite3.connect(folder / INDEX)) as link:
        link.execute("DROP TABLE facts")


@pytest.mark.parametrize("damage", [spoil, drop])
def test_damage_found_by_a_question_throws_the_index_away(old: Path, damage: object) -> None:
    """The one who asked has the answer from one rebuilt, and can say what was wrong."""
    assert callable(damage)
    damage(old)
    index = says(old, "anew")
    assert index.ask(said) == "anew"
    assert index.trouble is not None
    assert "Nothing is lost" in str(index.trouble)
    assert says(old, "later").ask(said) == "anew"


def test_what_always_breaks_is_raised_in_the_end(old: Path) -> None:
    """It is no fault of the file, so making it again for ever would not help."""
    asked = []

    def odd(link: Link) -> None:
        asked.append(link)
        raise ValueError("odd")

    with pytest.raises(ValueError, match="odd"):
        says(old).ask(odd)
    assert len(asked) == 3


def test_an_index_that_somebody_else_keeps_locked_is_not_thrown_away(old: Path) -> None:
    """One in memory answers meanwhile; the file is asked again when it is tried."""
    index = says(old, "from the logs")
    index.ask(lambda link: link.execute("PRAGMA busy_timeout = 1"))
    with closing(sqlite3.connect(old / INDEX, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert index.ask(said) == "from the logs"
        other.execute("ROLLBACK")
    assert "locked" in str(index.trouble)
    assert index.ask(said) == "from the logs"
    index.try_file()
    assert index.ask(said) == "old"


def test_where_no_file_can_be_one_in_memory_answers(tmp_path: Path) -> None:
    """A folder is there; it stays as it is."""
    (tmp_path / INDEX).mkdir()
    index = says(tmp_path)
    assert index.ask(said) == "made"
    assert "directory" in str(index.trouble)
    assert (tmp_path / INDEX).is_dir()


def test_a_file_that_may_not_grow_is_done_without(old: Path) -> None:
    """The disk is full: what could not be written is asked of memory, and the file says what it said."""
    resource = pytest.importorskip("resource", reason="this system sets no limits to files")
    index = says(old, "from the logs")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def grow(link: Link) -> str:
        with changing(link):
            put_fact(link, "much", "x" * 100_000)
        return said(link)

    index.ask(said)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((old / INDEX).stat().st_size, hard))
    try:
        assert index.ask(grow) == "from the logs"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert index.trouble is not None
    assert says(old).ask(said) == "old"


def test_a_new_index_is_not_mixed_with_the_journal_of_an_old_one(tmp_path: Path) -> None:
    """A journal left by a stop would be played back into it."""
    (tmp_path / FILES[1]).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x01" * 600)
    assert says(tmp_path).ask(said) == "made"
    assert says(tmp_path, "anew").ask(said) == "made"
