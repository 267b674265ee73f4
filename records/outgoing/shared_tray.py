"""The print tray shared with a group of this computer: it may read the tray, and pass the folders above it; no more."""

import os
import stat
import struct
from collections.abc import Iterator
from pathlib import Path

from ...ground.errors import Problem

FOLDER_MODE, FILE_MODE = 0o2750, 0o640
"""The tray, whose new files get its group; and what is in it."""
PASS = 0o010
"""All that the group may do with a folder above the tray, so that it gets there."""

_ACL = "system.posix_acl_access"
_ACL_GROUP, _ACL_MASK = 0x08, 0x10


def group_id(name: str) -> int | None:
    """The number of the group; None where there is no such group, or the computer has none (Windows)."""
    try:
        import grp  # noqa: PLC0415 - Windows has no such module

        return grp.getgrnam(name).gr_gid
    except (ImportError, KeyError):
        return None


def share(tray: Path, group: str) -> list[Problem]:
    """Let the group read the tray and what is in it; what stands in the way of that."""
    gid = group_id(group)
    if gid is None or os.name == "nt" or not tray.is_dir():
        return problems_of_sharing(tray, group)
    try:
        for path in (tray, *sorted(tray.iterdir())):
            _open_up(path, gid)
    except OSError as error:
        return [_not_shared(tray, group, error.strerror or str(error))]
    return problems_of_sharing(tray, group)


def _open_up(path: Path, gid: int) -> None:
    found = path.lstat()
    is_folder = stat.S_ISDIR(found.st_mode)
    if not is_folder and not stat.S_ISREG(found.st_mode):
        return
    mode = FOLDER_MODE if is_folder else FILE_MODE
    if found.st_gid != gid:
        os.chown(path, -1, gid, follow_symlinks=False)
    # After the owner: changing that takes the set-group-ID bit away.
    if stat.S_IMODE(path.lstat().st_mode) != mode:
        path.chmod(mode)


def problems_of_sharing(tray: Path, group: str) -> list[Problem]:
    """What stands in the way of this group reading the tray; nothing is changed, and the tray need not be there yet."""
    if os.name == "nt":
        return [_windows(group)]
    gid = group_id(group)
    if gid is None:
        return [_no_group(group)]
    if os.geteuid() != 0 and gid not in {os.getegid(), *os.getgroups()}:
        return [_no_member(group)]
    closed = [path for path in reversed(tray.resolve().parents) if path.is_dir() and not _may_pass(path, gid)]
    return [_closed(closed, group)] if closed else []


def unshared(tray: Path, group: str) -> Iterator[Problem]:
    """What in the tray the group cannot read, or others can; nothing where there is no such group."""
    gid = group_id(group)
    if gid is None or not tray.is_dir():
        return
    for path in (tray, *sorted(tray.iterdir())):
        found = path.lstat()
        wanted = FOLDER_MODE if stat.S_ISDIR(found.st_mode) else FILE_MODE
        if (found.st_gid, stat.S_IMODE(found.st_mode)) != (gid, wanted) and not path.is_symlink():
            what = f"This is in the print tray, and its group or its mode is not that of {group}, {wanted:o}."
            yield Problem(where=str(path), what=what, what_to_do="The next round puts it right.")


def _may_pass(folder: Path, gid: int) -> bool:
    """Whether the group may step through: everybody may, or it is the folder's, or a list of access says so."""
    found = folder.stat()
    if found.st_mode & stat.S_IXOTH:
        return True
    if found.st_gid == gid and found.st_mode & stat.S_IXGRP:
        return True
    try:
        entries = list(struct.iter_unpack("<HHI", os.getxattr(folder, _ACL)[4:]))
    except (OSError, AttributeError, struct.error):
        return False
    mask = next((may for tag, may, _ in entries if tag == _ACL_MASK), 7)
    return any(tag == _ACL_GROUP and of == gid and may & mask & 1 for tag, may, of in entries)


def _windows(group: str) -> Problem:
    return Problem(
        where="school.toml, posting.share_group",
        what=f'Windows has no such groups: "{group}" gets nothing.',
        what_to_do="Take share_group out, and share the folder data/outbox/to-post in its properties, read only.",
    )


def _no_group(group: str) -> Problem:
    return Problem(
        where="school.toml, posting.share_group",
        what=f'There is no group "{group}" on this computer, so nobody but this account can read the print tray.',
        what_to_do=f"Make it (groupadd {group}), put the office's accounts and this one into it, or take the line out.",
    )


def _no_member(group: str) -> Problem:
    return Problem(
        where="school.toml, posting.share_group",
        what=f'This account is not in the group "{group}", so it cannot share the print tray with it.',
        what_to_do=f"Put it in (usermod -aG {group} ACCOUNT) and start Letterladder again.",
    )


def _closed(folders: list[Path], group: str) -> Problem:
    return Problem(
        where="school.toml, posting.share_group",
        what=f'The group "{group}" cannot get to the print tray: it may not pass {", ".join(map(str, folders))}.',
        what_to_do=f"For each: setfacl -m g:{group}:x FOLDER. It lets them pass, and see nothing else there.",
    )


def _not_shared(tray: Path, group: str, said: str) -> Problem:
    return Problem(
        where=str(tray),
        what=f'It could not be shared with the group "{group}": {said}.',
        what_to_do="Let this account own the folder and what is in it; the next round tries again.",
    )
