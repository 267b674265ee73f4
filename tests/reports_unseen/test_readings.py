"""No change of the rules changes unseen what they read: each fourth email of the corpora that may be looked into.

What is right is told in the corpora themselves and in the tests of the rules. Here is held that it stays as it is.
"""

from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from readings import reading_of
from reports_unseen.corpus import BOUNDARY, OPENED, corpus, in_folder
from whole_answers import Marks

STEP, TOGETHER = 4, 10


@cache
def emails() -> dict[str, tuple[int, bytes, str]]:
    """By their folder and id: their number, their bytes and the school that got them."""
    folders = {"open": corpus(), **{name: in_folder(folder) for name, folder in OPENED.items()}}
    folders["boundary"] = in_folder(BOUNDARY)
    chosen = [
        (f"{folder}/{name}", raw, truth.school)
        for folder, held in folders.items()
        for name, raw, truth in islice(held, 0, None, STEP)
    ]
    return {name: (number, raw, school) for number, (name, raw, school) in enumerate(chosen)}


@cache
def marks() -> Marks:
    """What was agreed of each."""
    return Marks(Path(__file__).resolve().parent / "readings.txt", [*emails()], read)


def read(name: str) -> dict[str, object]:
    """What is read in one of them."""
    number, raw, school = emails()[name]
    return reading_of(raw, school, number)


@pytest.mark.parametrize("part", range(TOGETHER))
def test_what_is_read_in_an_email_stays_as_agreed(part: int) -> None:
    """Whom it names, what they did, dangers, requests, who sent it, what gives the reporter away, what is withheld."""
    for name in [*emails()][part::TOGETHER]:
        marks().hold(name)
