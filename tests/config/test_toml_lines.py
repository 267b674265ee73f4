"""Each key of a TOML file has the line on which it stands."""

import pytest
from steps import steps_of

from letterladder.config.paths import shipped_policies, shipped_policy
from letterladder.config.toml_lines import key_lines, line_of, lined

TEXT = '''title = "a = b"   # [no table]
[steps.L1]
name = """
[steps.L2]
"""
clock = { days = 5, unit = "x" }
[steps.L1.then]
lapsed = [
  "L2", # [steps.L9]
]
other = ["L3"]
[["mandatory"]]
id = "first"
says = "x"
[[mandatory]]
id = "second"
says = "y"
'''
LINES = [
    ("title", 1),
    ("steps.L1", 2),
    ("steps.L1.name", 3),
    ("steps.L1.clock.unit", 6),
    ("steps.L1.then.lapsed", 8),
    ("steps.L1.then.other", 11),
    ("steps.L1.then.removed", 7),
    ("mandatory.1.says", 17),
    ("mandatory.first.says", 14),
    ("mandatory.second", 15),
    ("steps.L1.review", 2),
    ("steps.L9", None),
]


@pytest.mark.parametrize(("key", "line"), LINES)
def test_a_key_has_its_line(key: str, line: int | None) -> None:
    """Whatever is in texts and lists around it; a key that is not there has that of its table."""
    assert line_of(key_lines(TEXT), key) == line


@pytest.mark.parametrize("name", shipped_policies())
def test_every_key_of_a_real_policy_is_where_it_says(name: str) -> None:
    """The line begins with the key, or is the table that the key names."""
    text = shipped_policy(name).read_text(encoding="utf-8")
    lines = text.splitlines()
    for key, line in key_lines(text).items():
        there, last = lines[line - 1], key.rpartition(".")[2]
        assert last in there or there.startswith("[[mandatory]]"), (key, line, there)


def test_lines_are_looked_for_only_where_there_is_a_fault() -> None:
    """Every page and command reads the settings, and a sound policy is by far the most of it."""
    policy = shipped_policy(shipped_policies()[0])
    assert steps_of(lambda: lined([], policy)) < 10 < steps_of(lambda: key_lines(policy.read_text("utf-8")))
