"""The example school that `init` copies: whatever is switched on in it is valid, or clearly said."""

import re
import shutil
from itertools import combinations
from pathlib import Path

import pytest

from letterladder.config.paths import EXAMPLE
from letterladder.config.settings import read_settings

LINES = (EXAMPLE / "school.toml").read_text(encoding="utf-8").splitlines()
OFF = re.compile(r"# (\[[\w.]+\]|[a-z_\d]+ = .*)$")
"""A setting or a table that is switched off."""
PICTURE = b"\x89PNG\r\n\x1a\n rest"


def blocks() -> list[tuple[int, ...]]:
    """The line numbers of each table that is switched off, with its keys; and of each single setting."""
    found: list[tuple[int, ...]] = []
    for place, line in enumerate(LINES):
        if not OFF.match(line):
            continue
        if found and found[-1][-1] == place - 1 and LINES[found[-1][0]].startswith("# ["):
            found[-1] += (place,)
        else:
            found.append((place,))
    return found


BLOCKS = blocks()


def switched_on(folder: Path, places: tuple[int, ...]) -> list[str]:
    """Take the # away on these lines, as a person does, beside files that are named there; what is said then."""
    shutil.copyfile(EXAMPLE / "calendar.toml", folder / "calendar.toml")
    for picture in ("logo.png", "signature.png"):
        (folder / picture).write_bytes(PICTURE)
    lines = [line[2:] if place in places else line for place, line in enumerate(LINES)]
    (folder / "school.toml").write_text("\n".join(lines), encoding="utf-8")
    return [str(fault) for fault in read_settings(folder)[1]]


def test_the_blocks_are_found() -> None:
    """Single lines (the DfE number, a logo ...), a panel, and two mailboxes of nine and seven lines."""
    assert [len(block) for block in BLOCKS] == [1, 1, 1, 1, 6, *[1] * 6, 2, 1, 1, 9, 7]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: LINES[block[0]])
def test_each_block_may_be_switched_on_alone(tmp_path: Path, block: tuple[int, ...]) -> None:
    """Taking the # away is all that it needs."""
    assert switched_on(tmp_path, block) == []


def test_any_two_and_all_blocks_may_be_switched_on(tmp_path: Path) -> None:
    """As README says: both mailboxes; nothing is declared twice."""
    for chosen in [*combinations(BLOCKS, 2), BLOCKS]:
        assert switched_on(tmp_path, sum(chosen, start=())) == []


CLEAR = (
    "the [name] above it",
    'Write kind = "folder"',
    "This key is missing. Add it.",
    "appears here for a second time. It is on line",
)
"""What the reader is told to do about a line that cannot stand alone."""


@pytest.mark.parametrize("place", [place for block in BLOCKS if len(block) > 1 for place in block])
def test_one_line_of_a_table_alone_is_valid_or_clearly_said(tmp_path: Path, place: int) -> None:
    """A key without its [name] line, or a [name] line alone: where, and what to do, without jargon."""
    for said in switched_on(tmp_path, (place,)):
        assert said.startswith("school.toml, ")
        assert any(words in said for words in CLEAR)
        assert "tag" not in said


@pytest.mark.parametrize("place", [place for place, line in enumerate(LINES) if re.match(r"# [A-Z]", line)])
def test_an_explanation_that_lost_its_mark_is_said_with_its_line(tmp_path: Path, place: int) -> None:
    """The reader is told that it is not a setting."""
    (said,) = switched_on(tmp_path, (place,))
    assert said.startswith(f"school.toml, line {place + 1}: This line is not a setting")
    assert "start it with #" in said
