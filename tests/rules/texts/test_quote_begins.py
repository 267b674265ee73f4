"""Where a quoted email begins: however long the line is that introduces it, up to a limit."""

import pytest

from letterladder.rules.texts.quote_begins import LONGEST_INTRO, begins_quote


def intro(length: int) -> str:
    """A line of so many characters that says when who wrote."""
    when, who = "On Mon, 2 Nov 2026 at 10:12, ", " <a.b@x.example> wrote:"
    return f"{when}{'Ann ' * length}"[: length - len(who)] + who


@pytest.mark.parametrize(
    ("taken", "length"),
    [(1, 100), (1, LONGEST_INTRO - 40), (1, LONGEST_INTRO), (0, LONGEST_INTRO + 1), (0, LONGEST_INTRO + 40)],
)
def test_a_line_introduces_a_quoted_email_up_to_the_limit(taken: int, length: int) -> None:
    """A longer one is somebody's own paragraph."""
    line = intro(length)
    assert len(line) == length
    assert begins_quote([line, "> hello"], 0, answers=True) == taken
