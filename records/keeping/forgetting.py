"""Delete a case's files for good, leaving a folder that says so; the deletion log is written before anything goes."""

import shutil
from collections.abc import Collection
from pathlib import Path

import msgspec

from ...ground.disk import in_plain_words, remove_file, sync_folder, write_file
from ...ground.errors import Problem, Refused
from ..index.index_file import FILES
from ..logs.anchor_log import CASES
from ..logs.begun_folder import begun_about
from ..logs.case_files import REF, UNUSED
from ..logs.derived import TRAY
from ..logs.mail_log_file import FILED, INTAKE, PLACES
from ..logs.order_shelf import ORDERS, REFUSED, files_of, read_order
from ..logs.trouble_file import forget_trouble
from ..verify.verify import OUTBOX


def count_files(data: Path, ref: str, mails: Collection[str] = ()) -> int:
    """How many files `forget_files` would delete."""
    begun = begun_about(data, ref, *(mail[:16] for mail in mails))
    found = (
        _in_folder(_folder(data, ref)),
        _sent_of(data, ref),
        _orders_of(data, ref),
        _copies(data, mails),
        begun,
    )
    return sum(len(files) for files in found)


def sent_files(data: Path, ref: str) -> list[str]:
    """Our emails about this case, by their place in the data folder."""
    return [file.relative_to(data).as_posix() for file in _sent_of(data, ref)]


def _folder(data: Path, ref: str) -> Path:
    folder = data / CASES / ref
    if not REF.fullmatch(ref) or not folder.is_dir():
        raise Refused(
            Problem(where=ref, what="There is no such case.", what_to_do="The command `cases` lists them.")
        )
    return folder


def _in_folder(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != UNUSED)


def _sent_of(data: Path, ref: str) -> list[Path]:
    """Our own copies of emails about this case, which hold its letters as attachments."""
    return [file for file in sorted((data / OUTBOX).rglob("*.json")) if _speaks_of(file, ref)]


def _orders_of(data: Path, ref: str) -> list[Path]:
    """Orders about this case that were not done: they hold what was typed of it."""
    apart = files_of(data / ORDERS / REFUSED)
    return [file for file in apart if (kept := read_order(file)) and kept.ref == ref]


def _copies(data: Path, mails: Collection[str]) -> list[Path]:
    """Emails of the case that came twice: the second copy is with the emails that belong to no case."""
    places = (data / folder / f"{sha256}.eml" for folder in (FILED, INTAKE) for sha256 in sorted(mails))
    return [place for place in places if place.is_file()]


def _speaks_of(file: Path, ref: str) -> bool:
    try:
        content = msgspec.json.decode(file.read_bytes())
    except (OSError, msgspec.DecodeError):
        return False
    return isinstance(content, dict) and content.get("ref") == ref


def forget_files(data: Path, ref: str, note: str, mails: Collection[str] = ()) -> int:
    """Delete every file of the case and our copies of its emails; returns how many went. May be run again.

    The derived index goes too: it holds what the case was about, also in places that it uses no more.

    Args:
        data: the school's data folder.
        ref: the case.
        note: what the folder will say of it; no content of the case.
        mails: SHA-256 of emails that belong to this case alone, wherever they lie.

    Raises:
        Refused: there is no such case.
        WorldFailed: the disk is read-only or broken; run it again.
    """
    folder = _folder(data, ref)
    write_file(folder / UNUSED, f"{note}\n".encode())
    begun = begun_about(data, ref, *(mail[:16] for mail in mails))
    files = [*_sent_of(data, ref), *_orders_of(data, ref), *_copies(data, mails), *begun, *_in_folder(folder)]
    # The log goes last: until then the case is visibly half deleted and can be deleted again.
    for file in sorted(files, key=lambda file: file.name == "case.log"):
        remove_file(file)
    with in_plain_words(folder):
        for below in [path for path in folder.iterdir() if path.is_dir()]:
            shutil.rmtree(below)
        sync_folder(folder)
    forget_trouble(data)
    for derived in (*FILES, PLACES, TRAY):
        remove_file(data / derived)
    return len(files)
