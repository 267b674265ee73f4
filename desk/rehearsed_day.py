"""The day that is rehearsed in the demo's folder, kept in a file of it."""

from datetime import date
from pathlib import Path

FILE = ".rehearsed-day"
FIRST = date(2026, 11, 2)


def keep_day(folder: Path, day: date) -> None:
    """It is this day there now."""
    (folder / FILE).write_text(f"{day.isoformat()}\n", encoding="ascii")


def kept_day(folder: Path) -> date:
    """The day that was kept last; the first of the story where none was."""
    try:
        return date.fromisoformat((folder / FILE).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return FIRST
