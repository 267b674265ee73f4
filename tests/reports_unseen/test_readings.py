"""No change of the rules changes unseen what they read: each fourth email of the corpora that may be looked into.

What is right is told in the corpora themselves and in the tests of the rules. Here is held that it stays as it is: a
line an email in readings.txt, with a mark for each part of what is read. LETTERLADDER_GOLDEN=write writes them again;
whoever does looks first at what has changed, and says why in the commit.
"""

import os
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from readings import reading_of
from reports_unseen.corpus import BOUNDARY, OPENED, corpus, in_folder

AGREED = Path(__file__).resolve().parent / "readings.txt"
STEP, TOGETHER = 4, 10
PARTS = 42
SHOWN = 1_000
"""Characters of each part that is not as agreed."""


@cache
def emails() -> list[tuple[str, bytes, str]]:
    """Their folder and id, their bytes and the school that got them."""
    folders = {"open": corpus(), **{name: in_folder(folder) for name, folder in OPENED.items()}}
    folders["boundary"] = in_folder(BOUNDARY)
    return [
        (f"{folder}/{name}", raw, truth.school)
        for folder, held in folders.items()
        for name, raw, truth in islice(held, 0, None, STEP)
    ]


@cache
def agreed() -> dict[str, str]:
    """What was agreed, by the id of the email."""
    lines = AGREED.read_text(encoding="utf-8").splitlines()
    return {name: rest for name, _, rest in (line.partition(" ") for line in lines)}


def test_every_chosen_email_is_in_a_part() -> None:
    """And agreed upon; written again first where that is asked for."""
    if os.environ.get("LETTERLADDER_GOLDEN") == "write":
        lines = [
            f"{name} {reading_of(raw, school, place % TOGETHER).in_short()}\n"
            for place, (name, raw, school) in enumerate(emails())
        ]
        AGREED.write_text("".join(lines), encoding="utf-8")
    assert len(emails()) <= PARTS * TOGETHER
    assert [name for name, _, _ in emails()] == [*agreed()]


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_read_in_an_email_stays_as_agreed(part: int) -> None:
    """Whom it names, what they did, dangers, requests, who sent it, what gives the reporter away, what is withheld."""
    changed = []
    for number, (name, raw, school) in enumerate(emails()[part * TOGETHER : (part + 1) * TOGETHER]):
        reading = reading_of(raw, school, number)
        now, before = reading.in_short(), agreed().get(name, "")
        if now != before:
            parts = [one.partition("=")[0] for one in now.split() if one not in before.split()]
            changed.append(f"{name}\n  before: {before}\n  now:    {now}\n{reading.whole(parts, SHOWN)}")
    assert not changed, "\n".join(changed)
