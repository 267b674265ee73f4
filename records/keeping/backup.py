"""One archive of everything a school has, with a manifest of hashes; restored only into a place that is empty.

The archive is a plain zip: any computer can open it, also without Letterladder.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from ...ground.disk import HALF, in_plain_words, whole_file
from ...ground.errors import Problem, Refused
from ...rules.texts.plain_signs import kept_name
from ..logs.derived import is_derived

MANIFEST = "MANIFEST.json"
PLACES = ("data", "letter_templates", "inbox", "sent")
"""Folders of a school that are kept whole."""

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
        Refused: the archive exists already, or would be among the files that are kept.
        WorldFailed: the disk is full or a file cannot be read.
    """
    if archive.exists():
        raise Refused(_problem(archive, "There is already a file of this name.", "Choose another name."))
    place = archive.resolve()
    if any(place.is_relative_to((folder / kept).resolve()) for kept in PLACES):
        what = "An archive kept among the files it backs up would be included in the next one."
        raise Refused(_problem(archive, what, "Write it to another disk, or at least to another folder."))
    with whole_file(archive) as file:
        return _fill(folder, file, school=school, made=made, tell=tell)


def unfinished(folder: Path) -> list[Path]:
    """What backups into this folder left when they were stopped; it never counts, and is personal."""
    with in_plain_words(folder):
        return sorted(one for one in folder.iterdir() if one.name.endswith(HALF))


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
    """Everything but what is derived, half-written or a link."""
    yield from (path for path in sorted(folder.iterdir()) if path.is_file() and path.suffix in BESIDE)
    for name in PLACES:
        for path in sorted((folder / name).rglob("*")):
            within = path.relative_to(folder / name).as_posix()
            if _is_plain(path) and not (name == "data" and is_derived(within)):
                yield path


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and path.suffix != HALF


def _add(archive: zipfile.ZipFile, folder: Path, path: Path) -> Kept:
    name = kept_name(path.relative_to(folder).as_posix())
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return Kept(path=name, size=size, sha256=digest.hexdigest())


def _problem(where: Path, what: str, what_to_do: str) -> Problem:
    return Problem(where=str(where), what=what, what_to_do=what_to_do)
