"""When a case must be looked at again."""

from datetime import date

import pytest

from letterladder.ground.values import replace
from letterladder.rules.cases.look import Look

INSIDE = Look(day=date(2026, 11, 9), hours=True, setup="a")
OUTSIDE = replace(INSIDE, hours=False)


@pytest.mark.parametrize(
    ("is_enough", "before", "now"),
    [
        (True, INSIDE, INSIDE),
        (True, OUTSIDE, OUTSIDE),
        (True, INSIDE, OUTSIDE),
        (False, OUTSIDE, INSIDE),
        (False, INSIDE, replace(INSIDE, day=date(2026, 11, 10))),
        (False, INSIDE, replace(OUTSIDE, day=date(2026, 11, 10))),
        (False, INSIDE, replace(INSIDE, day=date(2026, 11, 8))),
        (False, INSIDE, replace(INSIDE, setup="b")),
        (False, OUTSIDE, replace(OUTSIDE, setup="b")),
        (False, OUTSIDE, replace(OUTSIDE, setup="")),
        (False, replace(OUTSIDE, setup=""), INSIDE),
    ],
)
def test_a_look_is_enough_for_its_day_its_hours_and_its_settings(
    is_enough: bool, before: Look, now: Look
) -> None:
    """Emails that are not urgent may go out only within the hours, so their beginning calls for one look more."""
    assert (before.mark in now.enough) is is_enough


def test_no_mark_at_all_is_never_enough() -> None:
    """Neither of a case never looked at, nor of one that was over when the index was made."""
    assert not {"", None} & INSIDE.enough
