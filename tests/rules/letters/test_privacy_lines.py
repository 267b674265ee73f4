"""Whose data a letter holds: each to an adult that holds what others told of them says so, and what they may ask."""

from pathlib import Path

import pytest
from cast import a_school
from letters.printing import fields_of, letter
from office import edited, school_folder
from shipped import FILES, LETTERS, SHEETS, a_step

from letterladder.config.settings import load_settings
from letterladder.ground.values import replace
from letterladder.rules.letters.letter_fields import school_fields
from letterladder.rules.people.school import Privacy
from letterladder.rules.policies.letters import PRIVACY

TO_THE_ADULT = sorted(set(FILES) - SHEETS - {"G1"})


@pytest.mark.parametrize("name", TO_THE_ADULT)
def test_the_letter_says_whose_data_it_holds(name: str) -> None:
    """Why, that some came from others, how long, whom to ask, and where to complain; never who reported."""
    assert fields_of(name) >= PRIVACY
    text = letter(name)
    (line,) = [one for one in text.splitlines() if one.startswith("Your personal data. ")]
    for said in (
        "We hold data about you",
        "some of it from reports by people whom we do not name",
        "to settle this matter and keep people safe",
        "keep it for 6 years after the matter is closed",
        "To see, correct or delete it, to object or to complain: Mrs Jean Oldroyd",
        "or the Information Commissioner's Office (ico.org.uk, 0303 123 1113)",
    ):
        assert said in line
    assert len(line) < 420


@pytest.mark.parametrize("name", [name for name in TO_THE_ADULT if name.startswith("B")])
def test_a_letter_about_access_says_where_free_advice_is(name: str) -> None:
    """From somebody independent of the school."""
    assert "You can get free advice from somebody independent of the school:" in letter(name)


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_letter_that_holds_what_others_told_is_without_it(name: str) -> None:
    """Whatever a wording changes: its fields say whether it holds it. A sheet goes to no adult."""
    told = LETTERS.tells_of_others(name, fields_of(name))
    assert not (told and name in SHEETS)
    assert not told or fields_of(name) >= PRIVACY


@pytest.mark.parametrize(
    ("expected", "privacy"),
    [
        (
            ("Mrs Carol Binns, 01632 960140, office@larkfield.example", "as long as our records policy says"),
            Privacy(),
        ),
        (("Ms Oak, 01632 960199", "two years"), Privacy(contact="Ms Oak, 01632 960199", kept="two years")),
    ],
)
def test_whom_to_ask_and_how_long_come_from_the_school(expected: tuple[str, str], privacy: Privacy) -> None:
    """Where it names nobody for data protection, the contact of its letters."""
    school = replace(a_school(), privacy=privacy)
    fields = school_fields(school, a_step("L1"), signed_by="head")
    assert (fields["privacy_contact"], fields["privacy_kept"]) == expected


@pytest.mark.parametrize(
    ("expected", "change"),
    [
        ("6 years after the matter is closed", ("complaint_years = 6", "complaint_years = 6")),
        ("9 years after the matter is closed", ("complaint_years = 6", "complaint_years = 9")),
        ("one year after the matter is closed", ("complaint_years = 6", "complaint_years = 1")),
        ("a long time", ("# kept =", 'kept = "a long time" #')),
    ],
)
def test_how_long_is_what_the_school_really_does(
    tmp_path: Path, expected: str, change: tuple[str, str]
) -> None:
    """The years of [retention], unless [privacy] has words of its own."""
    folder = school_folder(tmp_path)
    edited(folder, change)
    assert load_settings(folder).school.privacy.kept == expected


def test_the_gates_name_the_law_of_the_school(tmp_path: Path) -> None:
    """A fact of its own file reaches the policy, on every ladder."""
    folder = school_folder(tmp_path)
    text = '[harassment_occasions]\nvalue = 3\nsource = "an Act of 2031"\nchecked = 2031-01-01\n'
    (folder / "legal.toml").write_text(text, encoding="utf-8")
    policy = load_settings(folder).school.policy
    assert policy.law.harassment == "the Protection from Harassment Act 1997 requires at least 3 occasions"
    assert all(one.law == policy.law for one in policy.shown_on.values())
