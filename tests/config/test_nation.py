"""The nation and the type of school are asked for, and no other nation than England is taken for it."""

from pathlib import Path

import pytest
from office import edited, school_folder

from letterladder.config.paths import EXAMPLE
from letterladder.config.settings import read_settings
from letterladder.rules.words import Nation, SchoolType

ASKED = next(
    line
    for line in (EXAMPLE / "school.toml").read_text("utf-8").splitlines(keepends=True)
    if line.startswith("nation =")
)


@pytest.mark.parametrize("said", ["England", "england", " ENGLAND "])
def test_england_is_taken(tmp_path: Path, said: str) -> None:
    """However it is written."""
    folder = school_folder(tmp_path)
    edited(folder, ('nation = "England"', f'nation = "{said}"'))
    settings, problems = read_settings(folder)
    assert problems == []
    assert settings is not None
    assert settings.school.nation is Nation.ENGLAND


@pytest.mark.parametrize(
    ("said", "nation", "why"),
    [
        ("Wales", "Wales", "section 547 holds there too, but complaints about schools"),
        ("wales", "Wales", "section 547 holds there too"),
        ("Scotland", "Scotland", "neither section 547 nor the Education Acts hold there"),
        ("Northern Ireland", "Northern Ireland", "neither section 547 nor the Education Acts hold there"),
        ("northern-ireland", "Northern Ireland", "neither section 547"),
    ],
)
def test_another_nation_is_refused_with_words(tmp_path: Path, said: str, nation: str, why: str) -> None:
    """Why its letters would be wrong there, and what to do instead."""
    folder = school_folder(tmp_path)
    edited(folder, ('nation = "England"', f'nation = "{said}"'))
    (problem,) = read_settings(folder)[1]
    assert problem.where == "school.toml, school.nation"
    assert problem.what.startswith(
        f"The letters and the facts of law are those of England, and not of {nation}: {why}"
    )
    assert "Do not use Letterladder for such a school" in problem.what
    assert "local authority or legal adviser" in problem.what


@pytest.mark.parametrize("said", ["France", "UK", "England and Wales", ""])
def test_what_is_no_nation_is_asked_again(tmp_path: Path, said: str) -> None:
    """Nothing is guessed."""
    folder = school_folder(tmp_path)
    edited(folder, ('nation = "England"', f'nation = "{said}"'))
    (problem,) = read_settings(folder)[1]
    assert f"'{said}' is no nation that is known here" in problem.what


def test_nation_and_type_are_asked_for(tmp_path: Path) -> None:
    """A file without them is told what to add, and why."""
    folder = school_folder(tmp_path)
    edited(folder, (ASKED, ""), ('type = "community"\n', ""))
    asked = {one.where: one.what_to_do for one in read_settings(folder)[1]}
    assert "Where is the school?" in asked["school.toml, school.nation"]
    assert "Which legal kind of school is it?" in asked["school.toml, school.type"]


@pytest.mark.parametrize("said", list(SchoolType))
def test_every_type_of_school_may_be_named(tmp_path: Path, said: SchoolType) -> None:
    """An alternative provision academy among them."""
    folder = school_folder(tmp_path)
    edited(folder, ('type = "community"', f'type = "{said}"'))
    settings, problems = read_settings(folder)
    assert problems == []
    assert settings is not None
    assert settings.school.type is said
