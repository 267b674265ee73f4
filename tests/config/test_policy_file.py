"""A policy file becomes a policy, or all that is wrong with it."""

from datetime import date
from pathlib import Path

import pytest
from shipped import LETTERS

from letterladder.config.paths import shipped_policies, shipped_policy
from letterladder.config.policy_file import read_policy
from letterladder.ground.errors import Problem
from letterladder.rules.days.counting import ClockRule
from letterladder.rules.policies.policy import Policy
from letterladder.rules.words import Outcome, Unit

OWN = """
id = "own"
title = "Our Policy"
version = "3"
dated = 2026-09-01

[conduct.posts]
title = "posts"
cues = ["facebook"]
first = ["L1"]

[steps.L1]
name = "Request"
lead_days = 2
clock = { days = 5, unit = "working days", cap_days = 20 }

[steps.L1.then]
lapsed = ["Z1"]
agreed = []

[steps.Z1]
name = "Closing"
closes = true
"""


def read(folder: Path, text: str) -> tuple[Policy | None, list[Problem]]:
    """What this text is read as."""
    file = folder / "own.toml"
    file.write_text(text, encoding="utf-8")
    return read_policy(file, LETTERS)


def faults(folder: Path, text: str) -> list[tuple[str, str]]:
    """Place and words of every fault."""
    policy, found = read(folder, text)
    assert policy is None
    return [(one.where, one.what) for one in found]


def test_a_policy_file_is_read(tmp_path: Path) -> None:
    """Titles, dates, clocks and what may follow."""
    policy, found = read(tmp_path, OWN)
    assert policy is not None, found
    step = policy.steps["L1"]
    assert (policy.title, policy.dated, policy.review) == ("Our Policy", date(2026, 9, 1), None)
    assert step.clock == ClockRule(days=5, unit=Unit.WORKING_DAYS, cap_days=20)
    assert (step.lead_days, step.then[Outcome.LAPSED], step.then[Outcome.AGREED]) == (2, ("Z1",), ())
    assert (policy.conduct["posts"].cues, policy.conduct["posts"].ordinary) == (("facebook",), True)


@pytest.mark.parametrize("name", shipped_policies())
def test_a_shipped_policy_has_no_fault(name: str) -> None:
    """Each is read as it is in the folder."""
    policy, found = read_policy(shipped_policy(name), LETTERS)
    assert found == []
    assert policy is not None


@pytest.mark.parametrize(
    ("where", "what", "slip"),
    [
        ("own.toml, steps.L1.clock.unit", "This key is missing.", (', unit = "working days"', "")),
        ("own.toml, steps.L1.clock.days", "This key is missing.", ("days = 5, ", "")),
        ("own.toml, titel", "There is no such key.", ("title", "titel")),
        ("own.toml, steps.L1.lead_day", "There is no such key.", ("lead_days", "lead_day")),
        ("own.toml, steps.L1.record", "There is no such key.", ("lead_days", "record = {}\nlead_days")),
        ("own.toml, conduct.posts.first", "It gives no first step.", ('first = ["L1"]', "")),
        (
            "own.toml, conduct.posts.first",
            "There is no step 'L99'.",
            ('first = ["L1"]', 'first = ["L1", "L99"]'),
        ),
        ("own.toml, steps.L1.then.lapsed", "There is no step 'Z9'.", ('["Z1"]', '["Z1", "Z9"]')),
        ("own.toml, steps.L99", "There is no letter of this id.", ("steps.L1", "steps.L99")),
        (
            "own.toml, steps.L1.then",
            "A clock runs, but no step is named for 'lapsed'.",
            ('lapsed = ["Z1"]', ""),
        ),
        (
            "own.toml, steps.Z1",
            "No conduct or outcome leads to this step.",
            ('lapsed = ["Z1"]', 'lapsed = ["L1"]'),
        ),
    ],
)
def test_a_fault_is_shown_with_its_file_and_key(
    tmp_path: Path, where: str, what: str, slip: tuple[str, str]
) -> None:
    """A missing or unknown key, a step that is not there, a clock that leads nowhere."""
    assert (where, what) in faults(tmp_path, OWN.replace(*slip))


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        ("steps.L1.clock.unit", "working days", "weeks"),
        ("steps.L1.lead_days", "lead_days = 2", "lead_days = -1"),
        ("steps.L1.clock", "days = 5", "days = 0"),
        ("dated", "2026-09-01", '"last year"'),
        ("steps.L1.then.lapst", "lapsed", "lapst"),
    ],
)
def test_a_value_that_cannot_be_is_shown_at_its_key(tmp_path: Path, where: str, old: str, new: str) -> None:
    """An unknown unit, a negative lead, no days at all, a date in words, an outcome that is none."""
    assert any(place.startswith(f"own.toml, {where}") for place, _ in faults(tmp_path, OWN.replace(old, new)))


def test_all_faults_of_the_tables_are_told_at_once(tmp_path: Path) -> None:
    """Three slips, three faults."""
    slips = OWN.replace('title = "Our', 'titel = "Our').replace("closes", "close").replace("days = 5, ", "")
    assert len(faults(tmp_path, slips)) == 4


@pytest.mark.parametrize(("line", "text"), [(1, "id = "), (1, "[steps"), (2, 'id = "a"\nid = "b"')])
def test_a_file_that_is_no_toml_says_in_which_line(tmp_path: Path, line: int, text: str) -> None:
    """And nothing else is guessed from it."""
    assert [where for where, _ in faults(tmp_path, text)] == [f"own.toml, line {line}"]
