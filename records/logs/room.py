"""How much room the disk of a data folder has left, and when that is said: early, before anything fails."""

import os
import shutil
from pathlib import Path

from ...ground.errors import Problem

EARLY = 80
"""Per cent of the disk, or of the files that it can hold, from which on it is said."""
PLENTY = 50_000_000_000
"""Bytes free of which nobody need be told, however large the disk."""


def problems_of_room(folder: Path) -> list[Problem]:
    """What is said of a disk that is filling up; nothing where it does not say how full it is."""
    try:
        space = shutil.disk_usage(folder)
        full = 100 * space.used // space.total if space.total else 0
        files = _files_used(folder)
    except OSError:
        return []
    if full >= EARLY and space.free < PLENTY:
        return [_filling(folder, f"{full} % full, with {space.free // 1_000_000} MB free")]
    if files >= EARLY:
        return [_filling(folder, f"at {files} % of the files that it can hold")]
    return []


def _files_used(folder: Path) -> int:
    try:
        found = os.statvfs(folder)
    except AttributeError:  # Windows has no such limit
        return 0
    return 100 * (found.f_files - found.f_ffree) // found.f_files if found.f_files else 0


def _filling(folder: Path, how: str) -> Problem:
    return Problem(
        where=str(folder),
        what=f"The disk is {how}. When it is full no email is taken in and none is sent.",
        what_to_do="Free some space, or move the school's folder to a larger disk; nothing is lost until then.",
    )
