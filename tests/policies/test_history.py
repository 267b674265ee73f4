"""History counts: a second case of the same adult is linked, told to the approver, and may start higher."""

from pathlib import Path

import pytest
from office import Rehearsal, an_office, edited, school_folder
from playing import SLOTS, on_policy, sends

from letterladder.config.paths import shipped_policy

SECOND = "2026-0002"


def twice(school: Rehearsal, day: str = "2026-11-16") -> None:
    """The first case is settled; the adult is reported again."""
    school.report()
    sends(school, "L1")
    school.decided("none", "It is gone.")
    school.day(day)
    school.report(link="https://www.social.example/posts/9", posted_on="15/11/2026")


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """A school on Alsop's policy with a second case of Mr Dunn."""
    school = on_policy(tmp_path, "alsop-high-school")
    twice(school)
    return school


def test_the_earlier_case_is_linked(school: Rehearsal) -> None:
    """By reference, with what it was about and how far it went."""
    earlier = school.case(SECOND).earlier
    assert earlier.refs == ("2026-0001",)
    assert earlier.told[0].startswith("2026-0001, opened Monday 2 November 2026: naming a pupil or a member")
    assert earlier.steps == ("2026-11-03 L1",)


def test_the_approver_is_told(school: Rehearsal) -> None:
    """The email with the draft names the earlier case."""
    assert "Earlier case of this adult: 2026-0001" in school.newest("approval", SECOND).text


def test_an_old_case_outside_the_look_back_is_not_linked(tmp_path: Path) -> None:
    """The policy says how far back."""
    text = shipped_policy("alsop-high-school").read_text(encoding="utf-8")
    folder = school_folder(tmp_path)
    edited(folder, ('file = "model"', 'file = "own.toml"'))
    (folder / "own.toml").write_text(f"look_back_months = 0\n{text}", encoding="utf-8")
    school = an_office(tmp_path)
    twice(school)
    assert school.case(SECOND).earlier.refs == ()


def test_a_policy_may_start_higher_the_second_time(tmp_path: Path) -> None:
    """`repeat_first` names the step; the reason says why."""
    text = shipped_policy("alsop-high-school").read_text(encoding="utf-8")
    folder = school_folder(tmp_path)
    edited(folder, ('file = "model"', 'file = "own.toml"'))
    (folder / "own.toml").write_text(f'repeat_first = ["L2"]\n{text}', encoding="utf-8")
    school = an_office(tmp_path)
    twice(school)
    school.supplied("L2", SECOND, **SLOTS)
    letter = school.in_hand(SECOND)
    assert letter.letter == "L2"
    assert "earlier case (2026-0001)" in letter.reason
