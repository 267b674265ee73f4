"""What a warning tells of the steps before it, from the command that a user types to the words of the letter."""

from itertools import dropwhile, takewhile
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import Rehearsal
from playing import goes_on, on_policy, talks
from prepared import prepared_once

REF = "2026-0001"


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """The head talked with a parent, who then refused in writing and went on."""
    school = on_policy(tmp_path, "aspire-federation")
    school.report()
    talks(school)
    goes_on(school)
    return school


def typed(school: Rehearsal, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """A command about the case, on the day of the school's clock: its exit code and all that it said."""
    day = school.clock.today().isoformat()
    result = Terminal(school.folder, capsys).type(words[0], REF, *words[1:], "--today", day)
    return result.code, result.out + result.err


def section(text: str, heading: str) -> list[str]:
    """The list below a heading of the letter."""
    lines = text.split(f"\n{heading}\n")[1].splitlines()
    found = dropwhile(lambda line: not line.startswith("- "), lines)
    return list(takewhile(lambda line: line.startswith("- "), found))


def test_a_warning_tells_what_was_done_and_nothing_that_is_confidential(
    school: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    """Advice never; the police once somebody agreed, though on the day on which they were told."""
    for step in ("legal-advice", "X3"):
        assert typed(school, capsys, "done", step, "--by", "Mrs Binns")[0] == 0
    code, said = typed(school, capsys, "done", "legal-advice", "--may-tell", "Mr Fell", "--by", "Mrs Binns")
    assert code == 1
    assert 'no adult is told of "Legal advice"' in said
    school.decided("L3", "It went on.")
    school.supplied("L3")
    before = school.letter_text()
    assert "police" not in before
    assert "legal" not in before.lower()
    assert section(before, "What the school may do next") == ["- ask the platform to remove the post"]
    assert [one.partition(" 2026 ")[2] for one in section(before, "What has happened so far")] == [
        "we talked with you.",
        "we sent you a note of our conversation and asked you to remove the post.",
        "you told us that you would not remove the content, and more was posted.",
    ]
    agreed = typed(school, capsys, "done", "X3", "--may-tell", "PC Amy Holt", "--by", "Mrs Binns")
    assert agreed[0] == 0
    assert typed(school, capsys, "draft")[0] == 0
    assert "we reported the matter to the police." in school.letter_text()
    assert [one.may_tell for one in school.case().actions if one.step == "X3"] == ["", "PC Amy Holt"]
