"""An unknown key is a fault at every depth of a file, and says which key was probably meant."""

from pathlib import Path

import pytest
from shipped import LETTERS

from letterladder.config.paths import ROOT
from letterladder.config.policy_file import read_policy

TEXT = (ROOT / "docs" / "policies.md").read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]


@pytest.mark.parametrize(
    ("where", "near", "change"),
    [
        ("look_back_month", "look_back_months", ("look_back_months", "look_back_month")),
        ("mandatory.0.sais", "says", ('says = "Threats', 'sais = "Threats')),
        ("conduct.unkind.cleuse", "clause", ("clause = ", "cleuse = ")),
        ("steps.L1.closk", "clock", ("clock = { days = 5, unit", "closk = { days = 5, unit")),
        ("steps.L2.clock.rollforward", "roll_forward", ("roll_forward", "rollforward")),
        ("steps.P2.also.review_by.day", "days", ("review_by = { days", "review_by = { day")),
        ("steps.legal-advice.follow_up.0.units", "unit", ("[{ days = 10, unit", "[{ days = 10, units")),
        ("steps.C1.close", "closes", ("closes = true                                    #", "close = true #")),
        ("steps.Z1.colour", "", ('name = "Closing letter"', 'name = "Closing letter"\ncolour = "red"')),
    ],
)  # fmt: skip
def test_a_misspelt_key_says_which_was_meant(
    where: str, near: str, change: tuple[str, str], tmp_path: Path
) -> None:
    """At the top, in a list of tables, in a step, in a clock within a step."""
    assert change[0] in TEXT
    file = tmp_path / "own.toml"
    file.write_text(TEXT.replace(*change), encoding="utf-8")
    policy, faults = read_policy(file, LETTERS)
    assert policy is None
    told = [
        one for one in faults if one.where == f"own.toml, {where}" and one.what == "There is no such key."
    ]
    assert [one.what_to_do.startswith(f"Did you mean {near}?") for one in told] == [bool(near)]


def test_a_menu_that_nothing_names_is_a_fault(tmp_path: Path) -> None:
    """Its steps would never be offered."""
    file = tmp_path / "own.toml"
    file.write_text(TEXT.replace("[menus]", '[menus]\nsoft = ["L2"]'), encoding="utf-8")
    assert "own.toml, menus.soft" in [one.where for one in read_policy(file, LETTERS)[1]]
