"""A sixth policy needs no code: the example of docs/policies.md is written beside school.toml and played."""

from pathlib import Path

import pytest
from office import Rehearsal, an_office, edited, school_folder
from playing import BLOCK, closes, decides, done, goes_on, lifts, options, sends
from shipped import LETTERS

from letterladder.config.paths import ROOT
from letterladder.config.policy_file import read_policy
from letterladder.ground.errors import Refused

PAGE = ROOT / "docs" / "policies.md"


def example() -> str:
    """The policy that the page shows."""
    return PAGE.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """A school that wrote the example into its own folder."""
    folder = school_folder(tmp_path)
    edited(folder, ('file = "model"', 'file = "kind-words.toml"'))
    (folder / "kind-words.toml").write_text(example(), encoding="utf-8")
    return an_office(tmp_path)


def test_it_is_played_from_the_first_letter_to_the_last(school: Rehearsal) -> None:
    """Request, warning, block, advice, unblock, close; counted in the days it names."""
    school.report()
    sends(school, "L1")
    goes_on(school)
    decides(school, "L3", "He went on.")
    goes_on(school)
    decides(school, "P2", "On our own page.", **BLOCK)
    done(school, "legal-advice", outcome="no claim")
    lifts(school, "unblock")
    closes(school)
    assert [letter.split(".")[0] for letter in school.letters() if "posted" in letter] == [
        "L1",
        "L3",
        "P2",
        "Z1",
    ]


def test_its_own_rules_hold(school: Rehearsal) -> None:
    """A warning needs a refusal that goes on; a bar is not provided for."""
    school.report()
    sends(school, "L1")
    school.day("2026-11-13")
    assert options(school) == ("L2", "none")
    with pytest.raises(Refused, match="does not provide for withdrawing permission"):
        school.decided("B1", "now")


FAULTS = [
    ("steps.L1.then.lapsed", "There is no step 'L99'", ('lapsed = ["L2"]', 'lapsed = ["L99"]')),
    ("steps.L2.then.lapsed", "There is no menu 'hard'", ('lapsed = ["@firm"]', 'lapsed = ["@hard"]')),
    ("conduct.threat.like", "'threats' is not a kind of conduct", ('like = ["threat"]', 'like = ["threats"]')),
    ("conduct.grumbling.first", "signpost only", ('first = ["C1"]', 'first = ["L1"]')),
    ("website_block", "does not say that it provides", ("website_block = true", "website_block = false")),
    ("steps.P2.review", "no step for the review", ('review = ["unblock", "P2"]', "")),
    ("mandatory.police-told.step", "There is no step 'X4'", ('step = "X3" ', 'step = "X4" ')),
    ("mandatory.police-told.conduct", "There is no conduct 'menace'", ('conduct = ["threat"]', 'conduct = ["menace"]')),
    ("mandatory.police-told.before", "There is no step 'L8'", ('before = ["L2"', 'before = ["L8"')),
    ("mandatory.police-told.before", "There is no menu 'hard'", ('"@firm"]     ', '"@hard"]     ')),
    ("mandatory.police-told.before", "no step fulfils it", ('step = "X3" ', 'step = "" ')),
    ("mandatory.police-told.before", "X3 would wait for itself", ('before = ["L2"', 'before = ["X3"')),
    ("steps.L1.then", "no step is named for 'lapsed'", ('lapsed = ["L2"]\nremoved', "removed")),
    ("repeat_first", "There is no step 'L7'", ('repeat_first = ["L2"]', 'repeat_first = ["L7"]')),
    ("steps.C1.colour", "There is no such key", ("[steps.C1]", '[steps.C1]\ncolour = "red"')),
    ("steps.L1.clock.unit", "Input should be", ('unit = "school days"', 'unit = "moons"')),
    ("steps.X3", "`clock`, `also`", ('name = "Report to the police"', 'name = "x"\naside = true')),
    ("steps.L99", "no letter of this id", ("[steps.Z1]", '[steps.L99]\nname = "x"\n[steps.Z1]')),
    ("steps.walk", "leads to this step", ("[steps.Z1]", '[steps.walk]\nname = "x"\nkind = "action"\n[steps.Z1]')),
]  # fmt: skip


@pytest.mark.parametrize(("where", "what", "change"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_every_fault_is_named_with_its_key(
    where: str, what: str, change: tuple[str, str], tmp_path: Path
) -> None:
    """Each change breaks the example at one place; the fault says file, key and what is wrong."""
    text = example()
    assert change[0] in text
    file = tmp_path / "own.toml"
    file.write_text(text.replace(*change), encoding="utf-8")
    policy, faults = read_policy(file, LETTERS)
    assert policy is None
    assert [fault.what for fault in faults if fault.where == f"own.toml, {where}" and what in fault.what]


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    """Nobody fixes a policy one run at a time."""
    text = example()
    for where, _, change in FAULTS[:6]:
        assert change[0] in text, where
        text = text.replace(*change)
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    places = {fault.where.removeprefix("own.toml, ") for fault in read_policy(file, LETTERS)[1]}
    assert {fault[0] for fault in FAULTS[:6]} <= places
