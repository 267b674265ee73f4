"""Files that somebody uploaded and has not decided on yet: in memory, for that person alone, and not for long."""

import threading
from dataclasses import dataclass, field
from typing import Any

from flask import current_app

MOST_KEPT = 12
"""Uploads of the whole desk; the oldest goes first."""


@dataclass(slots=True)
class Uploads:
    """Whatever was made of an upload, by the number of the press that brought it."""

    _known: dict[str, tuple[tuple[str, str], Any]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, id: str, owner: tuple[str, str], value: object) -> None:
        """Keep it for this owner."""
        with self._lock:
            self._known[id] = (owner, value)
            while len(self._known) > MOST_KEPT:
                self._known.pop(next(iter(self._known)))

    def find(self, id: str, owner: tuple[str, str]) -> Any:
        """What was kept; None where there is nothing, or it is somebody else's."""
        with self._lock:
            found = self._known.get(id)
        return found[1] if found and found[0] == owner else None

    def drop(self, id: str) -> None:
        """It is decided on."""
        with self._lock:
            self._known.pop(id, None)


def uploads() -> Uploads:
    """Those of this desk."""
    found: Uploads = current_app.extensions.setdefault("uploads", Uploads())
    return found
