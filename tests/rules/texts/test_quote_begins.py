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


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        (1, "Ann Reed <a.b@x.example>"),
        (1, "Ann Reed <Ann>"),
        (1, "a.b@x.example"),
        (0, "Ann Reed"),
    ],
)
def test_a_day_and_an_address_introduce_what_an_answer_quotes(taken: int, told: str) -> None:
    """In an email that answers none it is a line like others."""
    lines = [f"2026-11-02 10:12 {told}:", "> hello"]
    assert begins_quote(lines, 0, answers=True) == taken
    assert begins_quote(lines, 0, answers=False) == 0
