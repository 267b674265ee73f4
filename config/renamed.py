"""Keys of a school's files that have another name since some version: said by their new name, and never guessed at."""

from collections.abc import Mapping

RENAMED: Mapping[str, tuple[str, str]] = {}
"""By file and key, as a fault names it: the new name and the version.

{"school.toml, mail.every": ("poll_minutes", "0.2")} would be one. A name stays here for as long as somebody may upgrade
from a version that had it. None has changed since 0.1.
"""


def now_called(where: str, table: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """What is wrong with this key and what to do, where it only has another name now; None where it was never one."""
    if where not in table:
        return None
    new, version = table[where]
    old = where.rpartition(".")[2].rpartition(" ")[2]
    return (
        f"Since version {version} this key is called {new}.",
        f"Write {new} in place of {old}; its value stays.",
    )
