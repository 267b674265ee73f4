"""Whether the letters of the rounds of agreements are those that the log tells of."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from ...ground.errors import Problem

AGREEMENTS = "agreements"
_RESTORE = "Restore it from the last backup."


def problems_of_agreements(folder: Path, told: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Files that are gone, changed, or that no line mentions.

    Args:
        folder: the data folder.
        told: for each round its files by name, each with its SHA-256.
    """
    for round_, files in told.items():
        for name, sha256 in files.items():
            path = folder / AGREEMENTS / round_ / name
            if not path.is_file():
                yield Problem(where=str(path), what="This letter is gone.", what_to_do=_RESTORE)
            elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
                what = "This letter is not the one that was drawn up: its SHA-256 differs."
                yield Problem(where=str(path), what=what, what_to_do=_RESTORE)
    for path in sorted((folder / AGREEMENTS).glob("*/*")):
        if path.name not in told.get(path.parent.name, {}):
            what = "No line of agreements.log mentions this file."
            yield Problem(
                where=str(path), what=what, what_to_do="See what it is and move it out of the data folder."
            )
