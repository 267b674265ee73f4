"""Where a day may be rehearsed, and a typed name is enough: in a folder from which nothing reaches anybody real."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from ..config.settings import Settings, load_settings
from ..config.settings_tables import FolderBox
from ..ground.errors import Problem, WrongUsage
from .fresh_folder import MARK, mark_as_demo

RESERVED = re.compile(r"(^|[@.])(example(\.(com|org|net))?|test|invalid)$", re.IGNORECASE)
"""Domains that nobody can own (RFC 2606): email to them reaches nobody."""
SAMPLE_LETTER = "sample-letter"
"""The folder of the letter to yourself, beside school.toml; it may be deleted at any time."""
_LEFT_OUT = ("desk", "inbox", "sent", SAMPLE_LETTER)
"""Of a copy: who is signed in, the emails that wait, and those that went out of a folder."""
_ELSEWHERE = re.compile(r"^\s*\[\s*(mail\s*\.\s*(in|out)|assist)\b")
"""Tables of school.toml by which something leaves this computer."""
_LETTERS_OUT = re.compile(r"^\s*(share_group|provider|notify_\w+)\s*=")
"""Lines of [posting] by which letters leave: to a group of this computer, to a provider."""
_TABLE = re.compile(r"^\s*\[")
_FOLDERS = '\n[mail.in]\nkind = "folder"\nfolder = "inbox"\n\n[mail.out]\nkind = "folder"\nfolder = "sent"\n'


def is_rehearsal(settings: Settings) -> bool:
    """Whether this folder is a demo or a copy to rehearse in: marked as one, and no email of it reaches anybody.

    The mark alone is not enough: anybody could put it into the folder of a real school.
    """
    if not (settings.folder / MARK).is_file():
        return False
    mail = settings.mail
    if isinstance(mail.incoming, FolderBox) and isinstance(mail.outgoing, FolderBox):
        return True
    return all(RESERVED.search(one.email) for one in settings.school.holders)


def refuse_rehearsing(settings: Settings) -> None:
    """Let a day be rehearsed in a folder that is made for it.

    Raises:
        WrongUsage: it is a school's own.
    """
    if is_rehearsal(settings):
        return
    what = "This is a school's real folder: another day may be looked at there with --today, and nothing is written."
    do = "Make a copy and rehearse in that: letterladder rehearse COPY; then letterladder --config COPY."
    raise WrongUsage(Problem(where="--today", what=what, what_to_do=do))


def copy_to_rehearse(folder: Path, copy: Path) -> None:
    """Copy a school's folder, so that its days may be rehearsed: its emails stay in folders of the copy.

    Raises:
        WrongUsage: the copy is there already, or would be inside the folder itself.
    """
    if copy.exists() or folder.resolve() in copy.resolve().parents:
        what = (
            "There is something here already." if copy.exists() else "This is inside the school's own folder."
        )
        raise WrongUsage(Problem(where=str(copy), what=what, what_to_do="Name a new folder elsewhere."))
    copy_of_school(folder, copy, _LEFT_OUT)


def copy_of_school(folder: Path, copy: Path, left_out: tuple[str, ...]) -> None:
    """Copy a school's folder without these parts of it; emails of the copy stay in folders of its own.

    Raises:
        WrongUsage: the copy would still use a mail server; it is removed again.
    """
    shutil.copytree(folder, copy, ignore=lambda place, names: _left_out(folder, place, names, left_out))
    copy.chmod(0o700)
    settings = copy / "school.toml"
    settings.write_text(_without_servers(settings.read_text(encoding="utf-8-sig")), encoding="utf-8")
    for name in ("inbox", "sent"):
        (copy / name).mkdir(mode=0o700, exist_ok=True)
    mark_as_demo(copy)
    if not _stays_here(copy):
        shutil.rmtree(copy)
        what = "The copy would still use a mail server, so it was removed again."
        do = "Write the servers in school.toml as tables of their own, [mail.in] and [mail.out], and try again."
        raise WrongUsage(Problem(where=str(copy), what=what, what_to_do=do))


def _stays_here(copy: Path) -> bool:
    try:
        mail = load_settings(copy).mail
    except WrongUsage:
        return False
    return isinstance(mail.incoming, FolderBox) and isinstance(mail.outgoing, FolderBox)


def _left_out(folder: Path, place: str, names: list[str], left_out: tuple[str, ...]) -> list[str]:
    return [name for name in names if Path(place) == folder and name in left_out]


def _without_servers(text: str) -> str:
    """The settings without the tables of mail servers, and with two folders in their place."""
    return "".join(_lines_kept(text)).rstrip("\n") + "\n" + _FOLDERS


def _lines_kept(text: str) -> Iterator[str]:
    dropping = False
    for line in text.splitlines(keepends=True):
        if _TABLE.match(line):
            dropping = bool(_ELSEWHERE.match(line))
        if not dropping and not _LETTERS_OUT.match(line):
            yield line
