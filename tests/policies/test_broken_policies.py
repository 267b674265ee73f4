"""`check` says what was planted in each broken policy, with its line, and nothing of a sound one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from broken_policies import BROKEN, SOUND, TRUE_NOTES, Broken, written
from shipped import LETTERS

from letterladder.config.policy_file import draft_policy
from letterladder.config.policy_play import played_policy
from letterladder.config.toml_lines import lined
from letterladder.ground.errors import Problem

_PLACE = re.compile(r"own\.toml(?:, line (\d+))?(?:, (.+))?")


def said_of(file: Path) -> Iterator[Problem]:
    """All that `check` says of this policy; it is played only where somebody asks for more than its faults."""
    yield from lined(draft_policy(file, LETTERS).faults, file)
    played = played_policy(file, LETTERS)
    yield from (*played.problems, *played.notes)


def place_of(problem: Problem) -> tuple[int, str]:
    """The line and the key of a fault; 0 where it names no line."""
    found = _PLACE.fullmatch(problem.where)
    assert found, problem.where
    return int(found[1] or 0), found[2] or ""


@pytest.mark.parametrize("case", BROKEN, ids=[one.name for one in BROKEN])
def test_what_was_planted_is_said(case: Broken, tmp_path: Path) -> None:
    """Each fault at its key, with a line of the file, all in one run."""
    missing, said = list(case.says), list[tuple[str, str]]()
    for one in said_of(written(case, tmp_path)):
        (line, place), what = place_of(one), one.what
        said.append((place, what))
        missing = [(key, words) for key, words in missing if not (line and place == key and words in what)]
        if not missing:
            break
    assert not missing, said


@pytest.mark.parametrize("name", SOUND)
def test_nothing_is_said_of_a_sound_policy(name: str, tmp_path: Path) -> None:
    """But what is so, and was looked at."""
    file = tmp_path / "own.toml"
    file.write_text(SOUND[name], encoding="utf-8")
    said = [(place_of(one)[1], one.what) for one in said_of(file)]
    known = TRUE_NOTES.get(name, [])
    assert [key for key, _ in said] == [key for key, _ in known], said
    assert all(words in what for (_, what), (_, words) in zip(said, known, strict=True))
