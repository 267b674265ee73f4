"""Files that take long to make: each in a thread of its own, kept in a private folder until somebody has fetched it."""

import logging
import tempfile
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import current_app

from ...ground.errors import LetterladderError, Problem, Refused
from .plain_words import all_plain

log = logging.getLogger("letterladder")

KEPT_SECONDS = 3600.0
"""How long a file that was made can be fetched; then it is removed."""

MOST_AT_ONCE = 6
"""Files of the whole desk that may be in the making at once."""


@dataclass(slots=True, kw_only=True)
class Making:
    """One file in the making.

    Attributes:
        id: of the press that began it; the same press twice is the same file.
        owner: the school's name and the address of who asked: nobody else is shown it.
        folder: where it is made; private, and removed with all that is in it.
        title: what is made, in words that name nobody.
        total, done: cases to go through, and gone through.
        state: "runs", "ready" or "failed".
        files: what can be fetched, by the name it is handed out under.
        told: what to say of it when it is ready.
        result: what a page may show of it.
    """

    id: str
    owner: tuple[str, str]
    folder: Path
    title: str
    total: int = 0
    done: int = 0
    state: str = "runs"
    files: dict[str, Path] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    result: Any = None

    def watch(self, refs: list[str]) -> Iterable[str]:
        """Hand references on, and count how far it is."""
        self.total = len(refs)
        for ref in refs:
            yield ref
            self.done += 1


Work = Callable[[Making], None]


class Makings:
    """All files in the making or waiting to be fetched, of one desk."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="letterladder-desk-", ignore_cleanup_errors=True)
        self._known: dict[str, Making] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._lock = threading.Lock()

    def begin(self, id: str, owner: tuple[str, str], title: str, work: Work) -> Making:
        """Begin to make a file, or find the one that this press began before.

        Raises:
            Refused: too many are in the making already.
        """
        with self._lock:
            known = self._known.get(id)
            if known:
                return known
            if sum(one.state == "runs" for one in self._known.values()) >= MOST_AT_ONCE:
                what = "Too many copies are being made at once."
                raise Refused(Problem(where="", what=what, what_to_do="Wait a minute, then press again."))
            folder = Path(tempfile.mkdtemp(dir=self._folder.name))
            made = self._known[id] = Making(id=id, owner=owner, folder=folder, title=title)
            thread = threading.Thread(target=self._make, args=(made, work), daemon=True)
            self._threads[id] = thread
        thread.start()
        return made

    def find(self, id: str, owner: tuple[str, str]) -> Making | None:
        """The file of this number, for whoever asked for it and nobody else."""
        with self._lock:
            found = self._known.get(id)
        return found if found and found.owner == owner else None

    def wait(self, id: str, seconds: float) -> None:
        """Wait until a file is made, a little while at the most: a short one is ready at once."""
        thread = self._threads.get(id)
        if thread:
            thread.join(seconds)

    def remove(self, id: str) -> None:
        """Forget a file, and remove it from the disk."""
        with self._lock:
            found = self._known.pop(id, None)
            self._threads.pop(id, None)
        if found:
            for path in found.folder.rglob("*"):
                path.unlink(missing_ok=True)
            found.folder.rmdir()

    def _make(self, made: Making, work: Work) -> None:
        try:
            work(made)
            made.state = "ready"
        except LetterladderError as error:
            made.problems = all_plain(error.problems)
            made.state = "failed"
        except Exception as error:  # noqa: BLE001 - the border of one file: noted, and its maker is told
            log.error("the desk: a copy broke: %s", type(error).__name__)
            what = f"It broke ({type(error).__name__}). Nothing was handed out."
            do = "Try it again. If it stays, tell whoever looks after Letterladder, with the time."
            made.problems = [Problem(where="", what=what, what_to_do=do)]
            made.state = "failed"
        timer = threading.Timer(KEPT_SECONDS, self.remove, args=(made.id,))
        timer.daemon = True
        timer.start()


def makings() -> Makings:
    """Those of this desk."""
    found: Makings = current_app.extensions.setdefault("makings", Makings())
    return found
