"""A damaged archive, or one that somebody made to do harm, is refused with words, and nothing is written outside."""

import stat
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from letterladder.ground.errors import Refused
from letterladder.records.keeping.backup import MANIFEST, Kept, Manifest, backup
from letterladder.records.keeping.restore import left_by_a_stop, restore

LOG = "data/cases/2026-0001/case.log"


def a_school(folder: Path) -> Path:
    """A small school folder."""
    (folder / LOG).parent.mkdir(parents=True)
    (folder / LOG).write_bytes(b"line\n" * 200)
    (folder / "school.toml").write_text("x = 1", encoding="utf-8")
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A sound archive of that school."""
    file = tmp_path / "kept.zip"
    school = a_school(tmp_path / "school")
    backup(school, file, school="larkfield", made="2026-11-20T10:00:00Z", tell=lambda _: None)
    return file


Rewrite = Callable[[zipfile.ZipFile, Manifest], None]


def forged(tmp_path: Path, *, extra: Rewrite, named: tuple[Kept, ...] = ()) -> Path:
    """An archive that somebody wrote by hand around one sound file; `named` are further lines of its manifest."""
    file = tmp_path / "forged.zip"
    content = b"x = 1"
    kept = [Kept(path="school.toml", size=len(content), sha256=sha256(content).hexdigest()), *named]
    manifest = Manifest(school="x", made="now", files=kept)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("school.toml", content)
        extra(opened, manifest)
        if MANIFEST not in opened.namelist():
            opened.writestr(MANIFEST, msgspec.json.encode(manifest))
    return file


def one_more(name: str, content: bytes = b"e") -> Kept:
    """A line of a manifest that fits this content."""
    return Kept(path=name, size=len(content), sha256=sha256(content).hexdigest())


def seen_from(tmp_path: Path) -> set[str]:
    """Everything there is beside the archive and the school it is of."""
    return {one.name for one in tmp_path.iterdir()} - {"school", "kept.zip", "forged.zip"}


def refused(file: Path, tmp_path: Path) -> str:
    """Why the archive is refused; nothing of it stays behind."""
    before = seen_from(tmp_path)
    with pytest.raises(Refused) as said:
        restore(file, tmp_path / "again")
    assert seen_from(tmp_path) == before
    return str(said.value)


@pytest.mark.parametrize(
    "name", ["../evil", "data/../../evil", "/var/evil", "./evil", "data//evil", "C:/evil", ".."]
)
def test_a_name_that_leads_out_is_refused(name: str, tmp_path: Path) -> None:
    """Also where the manifest names it, and its bytes fit."""
    file = forged(tmp_path, extra=lambda opened, _: opened.writestr(name, b"e"), named=(one_more(name),))
    assert "outside the school's folder" in refused(file, tmp_path)


def a_link(opened: zipfile.ZipFile, _: Manifest) -> None:
    """An entry that would be unpacked as a symbolic link."""
    entry = zipfile.ZipInfo("data")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    opened.writestr(entry, b"/etc")


def test_a_link_is_refused(tmp_path: Path) -> None:
    """What is below it would be written elsewhere."""
    file = forged(tmp_path, extra=a_link, named=(one_more("data", b"/etc"),))
    assert "is a link" in refused(file, tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    """Two programs would see two different files under it."""
    file = forged(tmp_path, extra=lambda opened, _: opened.writestr("school.toml", b"x = 2"))
    assert "more than once" in refused(file, tmp_path)


def test_a_manifest_that_names_a_file_twice_is_refused(tmp_path: Path) -> None:
    """One of the two would not be checked."""
    twice = one_more("school.toml", b"x = 1")
    assert "more than once" in refused(forged(tmp_path, extra=lambda *_: None, named=(twice,)), tmp_path)


def test_a_file_that_the_manifest_does_not_name_is_refused(tmp_path: Path) -> None:
    """Somebody put it in afterwards."""
    file = forged(tmp_path, extra=lambda opened, _: opened.writestr("data/more.txt", b"e"))
    assert "does not name" in refused(file, tmp_path)


def test_a_file_that_the_manifest_names_and_is_not_there_is_refused(tmp_path: Path) -> None:
    """Somebody took it out."""
    file = forged(tmp_path, extra=lambda *_: None, named=(one_more("data/gone.txt"),))
    assert "not a complete backup" in refused(file, tmp_path)


def test_an_archive_without_a_manifest_is_refused(tmp_path: Path) -> None:
    """It is any zip."""
    with zipfile.ZipFile(tmp_path / "forged.zip", "w") as opened:
        opened.writestr("school.toml", b"x = 1")
    assert "not a complete backup" in refused(tmp_path / "forged.zip", tmp_path)


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b'{"school":"x","made":"now","files":[{}]}'])
def test_a_manifest_that_is_none_is_refused(content: bytes, tmp_path: Path) -> None:
    """Whatever is in it."""
    file = forged(tmp_path, extra=lambda opened, _: opened.writestr(MANIFEST, content))
    assert "not a complete backup" in refused(file, tmp_path)


def test_an_archive_that_unpacks_to_a_flood_is_refused(tmp_path: Path) -> None:
    """Sixty million zeros from sixty thousand bytes are no school."""
    flood = b"\0" * 60_000_000
    file = forged(tmp_path, extra=lambda opened, _: opened.writestr("data/0", flood))
    assert "would unpack to" in refused(file, tmp_path)


def test_every_cut_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    """However much of it came through."""
    whole = archive.read_bytes()
    cut = tmp_path / "forged.zip"
    for size in range(0, len(whole), 7):
        cut.write_bytes(whole[:size])
        assert "not a complete backup" in refused(cut, tmp_path)


def test_a_changed_byte_is_refused_or_changes_nothing(archive: Path, tmp_path: Path) -> None:
    """Some bytes of a zip are times and rights, which are not taken over; no other may differ unseen."""
    whole = archive.read_bytes()
    flipped = tmp_path / "forged.zip"
    for place in range(0, len(whole), 3):
        flipped.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        again = tmp_path / f"again-{place}"
        try:
            restore(flipped, again)
        except Refused:
            assert not again.exists()
        else:
            assert (again / LOG).read_bytes() == b"line\n" * 200


def test_what_comes_back_is_for_this_account_alone(archive: Path, tmp_path: Path) -> None:
    """Files 0600, folders 0700, the archive too."""
    restore(archive, tmp_path / "again")
    assert {one.stat().st_mode & 0o777 for one in (tmp_path / "again").rglob("*") if one.is_file()} == {0o600}
    assert (tmp_path / "again" / "data").stat().st_mode & 0o777 == 0o700
    assert archive.stat().st_mode & 0o777 == 0o600


def test_a_file_in_the_way_is_not_overwritten(archive: Path, tmp_path: Path) -> None:
    """Somebody named a file for a folder."""
    (tmp_path / "again").write_text("mine", encoding="utf-8")
    with pytest.raises(Refused, match="not empty"):
        restore(archive, tmp_path / "again")
    assert (tmp_path / "again").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_filled(archive: Path, tmp_path: Path) -> None:
    """People make the folder first."""
    (tmp_path / "again").mkdir()
    restore(archive, tmp_path / "again")
    assert (tmp_path / "again" / LOG).is_file()
    assert left_by_a_stop(tmp_path / "again") == []


@pytest.mark.parametrize(
    "derived", ["index.sqlite", "index.sqlite-journal", "ledger/places.txt", "writer.pid"]
)
def test_what_is_derived_is_in_no_archive(derived: str, tmp_path: Path) -> None:
    """It is written again, and an old index beside a log would only be wrong."""
    school = a_school(tmp_path / "school")
    (school / "data" / derived).parent.mkdir(exist_ok=True)
    (school / "data" / derived).write_bytes(b"x")
    manifest = backup(school, tmp_path / "kept.zip", school="x", made="now", tell=lambda _: None)
    assert [kept.path for kept in manifest.files] == ["school.toml", LOG]


@pytest.mark.parametrize("place", ["data/kept.zip", "inbox/kept.zip", "sent/more/kept.zip"])
def test_no_archive_is_written_among_the_files_that_it_keeps(place: str, tmp_path: Path) -> None:
    """The next one would hold it, and so on."""
    school = a_school(tmp_path / "school")
    (school / place).parent.mkdir(parents=True, exist_ok=True)
    with pytest.raises(Refused, match="another disk"):
        backup(school, school / place, school="x", made="now", tell=lambda _: None)
