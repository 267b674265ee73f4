"""Put an archive back into a new folder: all of it, checked byte for byte, or nothing under that name.

An archive may be damaged, or made by somebody who means harm: nothing of it is believed before it was checked, and
nothing is written outside the new folder.
"""

import errno
import hashlib
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import msgspec

from ...ground.disk import in_plain_words, make_folder, sync_folder, whole_file
from ...ground.errors import Problem, Refused, WorldFailed
from .backup import CHUNK, MANIFEST, Kept, Manifest

MOST_TIMES = 200
"""How many times its size an archive may unpack to; emails, letters and logs come to ten or twenty."""

SMALL = 50_000_000
"""Bytes below which an archive may unpack to what it likes."""

LAST = "school.toml"
"""Unpacked after everything else: without it the program works on no folder, so on none that is half restored."""

_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    msgspec.MsgspecError,
    # What the standard library says of encrypted parts, unknown methods, broken names and cut files.
    RuntimeError,
    NotImplementedError,
    KeyError,
    ValueError,
    EOFError,
)


def restore(archive: Path, folder: Path) -> Manifest:
    """Put an archive's files into `folder`, each checked against the manifest; nothing is overwritten.

    The files are written beside `folder` first; it appears under its name only when all of them are right.

    Raises:
        Refused: the folder is not empty, or the archive is not a backup or does not fit its manifest.
        WorldFailed: the disk is full or the archive cannot be read.
    """
    with in_plain_words(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused(_problem(folder, "This folder is not empty.", "Restore into a new folder."))
        make_folder(folder.parent)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=_beside(folder)) as name:
            place = Path(name) / "school"
            place.mkdir(mode=0o700)
            with _opened(archive) as opened:
                manifest = _unpack(opened, place, archive)
            if folder.exists():
                folder.rmdir()
            place.rename(folder)
            sync_folder(folder.parent)
    return manifest


def left_by_a_stop(folder: Path) -> list[Path]:
    """What restores into this folder left beside it when they were stopped; it never counts, and is personal."""
    if not folder.parent.is_dir():
        return []
    with in_plain_words(folder.parent):
        return sorted(one for one in folder.parent.iterdir() if one.name.startswith(_beside(folder)))


def _beside(folder: Path) -> str:
    return f".{folder.name}.restore-"


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; whatever is wrong with it becomes a sentence."""
    try:
        with zipfile.ZipFile(archive) as opened:
            yield opened
    except FileNotFoundError:
        raise Refused(_problem(archive, "There is no such file.", "Name the archive.")) from None
    except _UNREADABLE as error:
        raise _broken(archive, error) from error
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        # A place before the file's beginning, or beyond what files can be: its table of contents is damaged.
        raise _broken(archive, error) from error


def _broken(archive: Path, error: Exception) -> Refused:
    return Refused(_problem(archive, f"This is not a complete backup: {error}.", "Use an earlier archive."))


def _unpack(opened: zipfile.ZipFile, place: Path, archive: Path) -> Manifest:
    _check_size(opened, place, archive)
    manifest = msgspec.json.decode(opened.read(MANIFEST), type=Manifest)
    _check_names(opened, manifest, archive)
    for kept in sorted(manifest.files, key=lambda kept: kept.path == LAST):
        _put(opened, kept, place, archive)
    return manifest


def _check_size(opened: zipfile.ZipFile, place: Path, archive: Path) -> None:
    size, packed = sum(info.file_size for info in opened.infolist()), archive.stat().st_size
    if size > max(SMALL, packed * MOST_TIMES):
        what = f"It would unpack to {size:,} bytes from {packed:,}; no school's backup does that."
        raise Refused(_problem(archive, what, "Do not use this archive."))
    free = shutil.disk_usage(place).free
    if size > free:
        what = f"It needs {size:,} bytes, but only {free:,} are free there; nothing was written."
        raise WorldFailed(_problem(place.parent.parent, what, "Free some space, or restore to another disk."))


def _check_names(opened: zipfile.ZipFile, manifest: Manifest, archive: Path) -> None:
    """Each file once, plain, inside the folder, and named by the manifest; and nothing else."""
    found = Counter(info.filename for info in opened.infolist())
    named = Counter([MANIFEST, *(kept.path for kept in manifest.files)])
    for info in opened.infolist():
        if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:
            raise _unfit(archive, f"{info.filename} is a link, or not an ordinary file.")
    for name in sorted(found.keys() | named.keys()):
        if not _is_inside(name):
            raise _unfit(archive, f"It contains a file from outside the school's folder: {name}.")
        if found[name] > 1 or named[name] > 1:
            raise _unfit(archive, f"It contains {name} more than once.")
        if not named[name]:
            raise _unfit(archive, f"It holds {name}, which its manifest does not name.")


def _is_inside(name: str) -> bool:
    """Whether this is a plain path within a folder, on every system."""
    path = PurePosixPath(name)
    drive = path.parts[0].endswith(":") if path.parts else True
    return str(path) == name and not path.is_absolute() and ".." not in path.parts and not drive


def _put(opened: zipfile.ZipFile, kept: Kept, place: Path, archive: Path) -> None:
    target = place / kept.path
    if not target.resolve().is_relative_to(place.resolve()):
        raise _unfit(archive, f"It contains a file from outside the school's folder: {kept.path}.")
    if opened.getinfo(kept.path).file_size != kept.size:
        raise _changed(archive, kept)
    make_folder(target.parent)
    digest = hashlib.sha256()
    with whole_file(target) as file, opened.open(kept.path) as source:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            file.write(chunk)
        if digest.hexdigest() != kept.sha256:
            raise _changed(archive, kept)


def _changed(archive: Path, kept: Kept) -> Refused:
    what = f"{kept.path} does not match the manifest."
    return Refused(_problem(archive, what, "The archive was changed or damaged; use another."))


def _unfit(archive: Path, what: str) -> Refused:
    return Refused(_problem(archive, what, "Do not use this archive: it was not made by `backup`."))


def _problem(where: Path, what: str, what_to_do: str) -> Problem:
    return Problem(where=str(where), what=what, what_to_do=what_to_do)
