"""Walk every folder of a data folder: what is there that nothing mentions, links, half files, and who may read."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...ground.disk import HALF
from ...ground.errors import Problem
from ..logs.begun_folder import NAME as BEGUN_NAME
from ..logs.derived import NOT_KEPT
from ..logs.order_shelf import NAME
from ..outgoing.shared_tray import FILE_MODE, FOLDER_MODE, PASS, unshared

OPEN, ENTER = 0o077, 0o011
"""Mode bits that let other accounts do anything at all, and that let them step through a folder."""
TRAY = "outbox/to-post"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The names that belong into one folder: of folders and of files, as regular expressions for the whole name."""

    folders: str = ""
    files: str = ""


_RAW_MAIL = r"[0-9a-f]{64}\.eml"
_QUEUED = r"\d{6,}-[0-9a-f]{20}\.json"
_ORDER = NAME.pattern
_KNOWN = {
    "": _Known(
        folders="agreements|begun|cases|intake|ledger|orders|outbox",
        files=r"secret\.key|ALERT\.txt|\.?(school|in-tray)-at-a-glance\..*|index\.(sqlite|touched).*",
    ),
    "agreements": _Known(folders=r"G-\d{4}-\d+"),
    "begun": _Known(files=BEGUN_NAME.pattern),
    "cases": _Known(folders=r"\d{4}-\d{4,}", files=r"numbers\.json"),
    "intake": _Known(files=_RAW_MAIL),
    "ledger": _Known(
        folders="filed",
        files=r"(mails|requests|exports|deletions|agreements|printing|telling|anchors|reads)\.log(\.torn-\d+)?|(places|counts|trouble)\.txt"
        r"|(pulse|care)\.json",
    ),
    "ledger/filed": _Known(files=_RAW_MAIL),
    "orders": _Known(folders="refused", files=_ORDER),
    "orders/refused": _Known(files=_ORDER),
    "outbox": _Known(folders="sent|gathered|withdrawn|to-post", files=_QUEUED),
    "outbox/sent": _Known(files=_QUEUED),
    "outbox/gathered": _Known(files=_QUEUED),
    "outbox/withdrawn": _Known(files=_QUEUED),
}
"""What belongs where; a case's own folder and the print tray are looked at elsewhere, by what the logs say."""


@dataclass(slots=True, kw_only=True)
class PlacesFound:
    """The files walked, and what is to be said of them; `exposed` counts what other accounts could read.

    `shared`: a group may read the print tray.
    """

    files: int = 0
    exposed: int = 0
    first_exposed: str = ""
    problems: list[Problem] = field(default_factory=list)
    shared: bool = False


def look_at_places(folder: Path, share_group: str = "") -> PlacesFound:
    """Walk the data folder; no file is opened and no link is followed. `share_group` may read the print tray."""
    found = PlacesFound(shared=bool(share_group))
    if share_group:
        found.problems += unshared(folder / TRAY, share_group)
    if folder.is_dir():
        mode = folder.stat().st_mode
        if _is_open_to_others(mode) and not _is_shared("", mode, found):
            _note_exposed(folder, found)
        _walk(folder, "", is_open=_may_be_entered(mode), found=found)
        if found.exposed:
            found.problems.append(_readable(folder, found))
    return found


def _is_open_to_others(mode: int) -> bool:
    return os.name != "nt" and bool(mode & OPEN)


def _may_be_entered(mode: int) -> bool:
    return _is_open_to_others(mode) and bool(mode & ENTER)


def _walk(folder: Path, name: str, *, is_open: bool, found: PlacesFound) -> None:
    """One folder and those below it; `is_open`: other accounts may step into it."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        what = f"This folder cannot be read: {error.strerror}."
        found.problems.append(
            Problem(
                where=str(folder), what=what, what_to_do="Let this account read and write everything here."
            )
        )
        return
    for entry in entries:
        found.problems += _problems_of_entry(entry, name)
        if entry.is_symlink():
            continue
        mode = entry.stat(follow_symlinks=False).st_mode
        if entry.is_file(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_nlink > 1:
            found.problems.append(_has_another_name(entry.path))
        below = f"{name}/{entry.name}" if name else entry.name
        if is_open and _is_open_to_others(mode) and not _is_shared(below, mode, found):
            _note_exposed(Path(entry.path), found)
        if entry.is_dir(follow_symlinks=False):
            _walk(folder / entry.name, below, is_open=is_open and _may_be_entered(mode), found=found)
        else:
            found.files += 1


def _is_shared(name: str, mode: int, found: PlacesFound) -> bool:
    """Whether the group that may read the tray is meant to get this far: past the folders above it, and into it."""
    if not found.shared:
        return False
    if name in {"", TRAY.partition("/")[0]}:
        return mode & OPEN == PASS
    return (name == TRAY or name.startswith(f"{TRAY}/")) and mode & OPEN in {
        FOLDER_MODE & OPEN,
        FILE_MODE & OPEN,
    }


def _has_another_name(path: str) -> Problem:
    return Problem(
        where=path,
        what="This file has a second name elsewhere (a hard link): whoever can write there changes it here.",
        what_to_do="Copy the file, and put the copy in its place under the same name; find out who made the other.",
    )


def _note_exposed(path: Path, found: PlacesFound) -> None:
    found.first_exposed = found.first_exposed or str(path)
    found.exposed += 1


def _problems_of_entry(entry: os.DirEntry[str], folder: str) -> Iterator[Problem]:
    if entry.is_symlink():
        yield Problem(
            where=entry.path,
            what="This is a link. What it points to is not backed up, and can be changed elsewhere.",
            what_to_do="Put the file itself here, or remove the link.",
        )
    elif entry.name.endswith(HALF):
        yield Problem(
            where=entry.path,
            what="A half-written file: the program or the computer stopped while writing it.",
            what_to_do="It was never in use; remove it while no round is running.",
        )
    elif not entry.is_dir(follow_symlinks=False) and not entry.is_file(follow_symlinks=False):
        yield Problem(
            where=entry.path,
            what="This is a pipe, a device or a socket, and Letterladder makes none.",
            what_to_do="Find out who put it there and take it away.",
        )
    elif not _belongs(entry, folder):
        yield Problem(
            where=entry.path,
            what="Letterladder did not put this here, and nothing mentions it.",
            what_to_do="See what it is and move it out of the data folder.",
        )


def _belongs(entry: os.DirEntry[str], folder: str) -> bool:
    known = _KNOWN.get(folder)
    if known is None or entry.name in NOT_KEPT:
        return True
    names = known.folders if entry.is_dir(follow_symlinks=False) else known.files
    return bool(names) and re.fullmatch(names, entry.name) is not None


def _readable(folder: Path, found: PlacesFound) -> Problem:
    return Problem(
        where=found.first_exposed,
        what=f"Other accounts on this computer can open {found.exposed} files and folders here, starting with "
        "this one.",
        what_to_do=f"Remove their access: chmod -R go= {folder}",
    )
