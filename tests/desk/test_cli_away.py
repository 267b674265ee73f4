"""`away`: typed, listed, ended, and every wrong way of typing it answered."""

from pathlib import Path

import pytest
from desk.terminal import Window
from office import edited, school_folder

DAY = ("--today", "2026-11-02")
WEEK = ("--from", "2026-11-09", "--to", "2026-11-13")


@pytest.fixture
def window(tmp_path: Path) -> Window:
    """A school's command line."""
    return Window(school_folder(tmp_path))


def test_an_absence_is_noted_with_who_noted_it_and_listed(window: Window) -> None:
    """By name, with the days and what becomes of letters."""
    said = window.type("away", "head", *WEEK, "--by", "Mrs Binns", *DAY)
    assert (said.code, said.err) == (0, "")
    assert (
        "is away from Monday 9 November 2026 to Friday 13 November 2026. What only they may approve waits"
        in said.out
    )
    listed = window.type("away", "--json", *DAY).out
    assert all(words in listed for words in ('"role": "head"', '"to": "2026-11-13"', "Binns"))


def test_the_list_of_cases_says_who_is_away(window: Window) -> None:
    """Whoever wonders why a letter waits reads it there; once it is over it is not said any more."""
    window.type("away", "head", *WEEK, *DAY)
    assert "(head) is away from Monday 9 November 2026" in window.type("cases", *DAY).out
    assert "is away" not in window.type("cases", "--today", "2026-11-16").out


def test_check_says_who_is_away_and_finds_no_fault_in_it(window: Window) -> None:
    """Everybody who looks after the school should know."""
    before = window.type("check", *DAY)
    window.type("away", "head", *WEEK, *DAY)
    after = window.type("check", *DAY)
    assert after.code == before.code
    assert "(head) is away from Monday 9 November 2026" in after.out


def test_whoever_comes_back_early_is_there(window: Window) -> None:
    """Nothing is listed any more, and the same days may be noted again."""
    window.type("away", "head", *WEEK, *DAY)
    assert window.type("away", "head", "--back", "--today", "2026-11-10").code == 0
    assert "Nobody is noted" in window.type("away", "--today", "2026-11-10").out
    assert window.type("away", "head", "--from", "2026-11-11", "--to", "2026-11-13", *DAY).code == 0


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("away", "heda", *WEEK), "Nobody is “heda” in school.toml"),
        (("away", "head"), "It does not say from when to when"),
        (("away", "head", "--from", "2026-11-13", "--to", "2026-11-09"), "is before the first"),
        (("away", "head", "--from", "2026-10-05", "--to", "2026-10-09"), "has passed"),
        (("away", "head", *WEEK, "--to-role", "nobody"), "Nobody is “nobody” in school.toml"),
        (("away", "head", *WEEK, "--to-role", "dsl"), "dsl may not approve them in their place"),
        (("away", "head", *WEEK, "--to-role", "head"), "holds both roles"),
        (("away", "dsl", "--back"), "No absence of “dsl” is noted"),
        (("away", "head", *WEEK, "--by", "Nobody Known"), "Nobody Known"),
        (("away", "head", "--from", "next week", "--to", "2026-11-13"), "is not a date"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(
    window: Window, typed: tuple[str, ...], expected: str
) -> None:
    """Nothing is noted then."""
    said = window.type(*typed, *DAY)
    assert said.code in {1, 2}
    assert expected in said.out + said.err
    assert "Nobody is noted" in window.type("away", *DAY).out


def test_overlapping_days_are_refused(window: Window) -> None:
    """With the days that are noted already, and how to end them."""
    window.type("away", "head", *WEEK, *DAY)
    said = window.type("away", "head", "--from", "2026-11-13", "--to", "2026-11-16", *DAY)
    assert (said.code, "noted as away from Monday 9 November 2026" in said.err) == (1, True)


def test_a_stand_in_who_is_away_as_well_is_refused(window: Window) -> None:
    """Somebody must be there to answer."""
    window.type("away", "alternate", *WEEK, *DAY)
    said = window.type("away", "head", *WEEK, "--to-role", "alternate", *DAY)
    assert (said.code, "is away as well" in said.err) == (1, True)


def test_the_school_may_always_want_the_alternate(tmp_path: Path) -> None:
    """`when_away = "alternate"`: it need not be typed each time."""
    folder = school_folder(tmp_path)
    edited(folder, ("[approval]\n", '[approval]\nwhen_away = "alternate"\n'))
    assert "(alternate) answers for them" in Window(folder).type("away", "head", *WEEK, *DAY).out
