"""One archive of everything a school has, with a manifest of hashes; restored only into a place that is empty.

The archive is a zip without compression tricks: any computer can open it, also without Letterladder.
"""

import hashlib
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from ..rules.errors import Problem, Refused
from .durable import HALF, in_plain_words, make_folder, sync_folder, whole_file, write_file

MANIFEST = "MANIFEST.json"
NOT_KEPT = frozenset({"writer.lock", "writer.pid", "daemon.lock", "daemon.pid"})
"""Names in the data folder that mean something to the running program only."""

BESIDE = frozenset({".toml", ".csv", ".png", ".jpg", ".jpeg"})
"""Endings of configuration files that are kept: settings, policies, register, pictures; never a password file."""
CHUNK = 1024 * 1024


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the archive: its path, its size in bytes, and the SHA-256 of its content."""

    path: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What the archive holds, written last; `made` is UTC, ISO 8601."""

    school: str
    made: str
    files: list[Kept]


def backup(folder: Path, archive: Path, *, school: str, made: str, tell: Callable[[int], None]) -> Manifest:
    """Write one archive of the school's folder. Call it under the writer lock, so that it is of one moment.

    Args:
        folder: the configuration folder, with data/ in it.
        archive: the file to write; it appears under its name only when it is whole.
        school: for the manifest.
        made: when, for the manifest.
        tell: is given the number of files written so far.

    Raises:
        Refused: the archive exists already.
        WorldFailed: the disk is full or a file cannot be read.
    """
    if archive.exists():
        raise Refused(_problem(archive, "There is a file of this name already.", "Choose another name."))
    with whole_file(archive) as file:
        return _fill(folder, file, school=school, made=made, tell=tell)


def _fill(folder: Path, file: IO[bytes], *, school: str, made: str, tell: Callable[[int], None]) -> Manifest:
    kept: list[Kept] = []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _files(folder):
            kept.append(_add(archive, folder, path))
            tell(len(kept))
        manifest = Manifest(school=school, made=made, files=kept)
        archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))
    return manifest


def _files(folder: Path) -> Iterator[Path]:
    """Everything but locks, half-written files and links."""
    places = [folder / "data", folder / "letter_templates", folder / "inbox", folder / "sent"]
    yield from (path for path in sorted(folder.iterdir()) if path.is_file() and path.suffix in BESIDE)
    for place in places:
        for path in sorted(place.rglob("*")):
            if path.is_file() and not path.is_symlink() and path.suffix != HALF and path.name not in NOT_KEPT:
                yield path


def _add(archive: zipfile.ZipFile, folder: Path, path: Path) -> Kept:
    name = path.relative_to(folder).as_posix()
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return Kept(path=name, size=size, sha256=digest.hexdigest())


def restore(archive: Path, folder: Path) -> Manifest:
    """Put an archive's files into `folder`, each checked against the manifest; nothing is overwritten.

    The files are written beside `folder` first; it appears under its name only when all of them are right.

    Raises:
        Refused: the folder is not empty, or the archive is no backup or does not fit its manifest.
        WorldFailed: the disk is full or the archive cannot be read.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Refused(_problem(folder, "This folder is not empty.", "Restore into a new folder."))
    with in_plain_words(folder):
        make_folder(folder.parent)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.restore-") as name:
            place = Path(name) / "school"
            place.mkdir(mode=0o700)
            manifest = _unpack(archive, place)
            if folder.exists():
                folder.rmdir()
            place.rename(folder)
            sync_folder(folder.parent)
    return manifest


def _unpack(archive: Path, place: Path) -> Manifest:
    try:
        with zipfile.ZipFile(archive) as opened:
            manifest = msgspec.json.decode(opened.read(MANIFEST), type=Manifest)
            for kept in manifest.files:
                _put(opened, kept, place, archive)
    except FileNotFoundError:
        raise Refused(_problem(archive, "There is no such file.", "Name the archive.")) from None
    except (zipfile.BadZipFile, KeyError, msgspec.MsgspecError, EOFError) as error:
        what = f"This is no whole backup: {error}."
        raise Refused(_problem(archive, what, "Take an earlier archive.")) from error
    return manifest


def _put(opened: zipfile.ZipFile, kept: Kept, place: Path, archive: Path) -> None:
    target = (place / kept.path).resolve()
    if not target.is_relative_to(place.resolve()):
        what = f"It names a file outside the school's folder: {kept.path}."
        raise Refused(_problem(archive, what, "Do not use this archive."))
    with opened.open(kept.path) as source:
        content = source.read(kept.size + 1)
    if len(content) != kept.size or hashlib.sha256(content).hexdigest() != kept.sha256:
        what = f"{kept.path} is not what the manifest says."
        raise Refused(_problem(archive, what, "The archive was changed or damaged; take another."))
    make_folder(target.parent)
    write_file(target, content)


def _problem(where: Path, what: str, what_to_do: str) -> Problem:
    return Problem(where=str(where), what=what, what_to_do=what_to_do)
