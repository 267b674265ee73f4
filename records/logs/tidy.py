"""What the next writer clears up after one that was stopped; only under the writer lock."""

from contextlib import suppress
from pathlib import Path

from ...ground.disk import HALF, in_plain_words
from ...ground.errors import WorldFailed
from .begun_folder import BEGUN
from .case_files import explain_abandoned
from .order_shelf import ORDERS


def tidy_orders(folder: Path) -> None:
    """Remove half-written orders and forms: whoever was writing one held no lock, so that no note tells of its stop.

    Somebody may be writing one just now: they write it again (order_shelf.py, begun_folder.py).

    Args:
        folder: the data folder.

    Raises:
        WorldFailed: the folder cannot be written.
    """
    for half in (*(folder / ORDERS).glob(f"*{HALF}"), *(folder / BEGUN).glob(f"*{HALF}")):
        with in_plain_words(half):
            half.unlink(missing_ok=True)


def tidy_after_a_stop(folder: Path) -> None:
    """Remove half-written files, which never counted, and explain case numbers that got no case.

    Where the disk is still full, the explaining waits for a later writer.

    Args:
        folder: the data folder.

    Raises:
        WorldFailed: the folder cannot be written.
    """
    for half in folder.rglob(f"*{HALF}"):
        with in_plain_words(half):
            half.unlink(missing_ok=True)
    if (folder / "cases").is_dir():
        with suppress(WorldFailed):
            explain_abandoned(folder / "cases")
