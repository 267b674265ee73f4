"""What the acts say, in the words of a page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from letterladder.desk.web.plain_words import plain, plain_words
from letterladder.ground.errors import Problem

HERE = Path(__file__).resolve().parents[3]
ROOMS = ("rules/cases", "rules/standing", "rules/letters", "workflows")
NOT_ON_PAGES = ("liveness.py", "keeping.py", "held_alerts.py", "register_rows.py")
"""What these say of options goes into files beside the data, or is about settings."""
NAMED = r"`(?:case|cases|intray|mails|orders|requests|verify|templates|triage)\b"
VERBS = r"\b(?:triage|draft|decide|posted|answer|release|done|waive) 2026-\d{4}"
COMMAND_LIKE = re.compile(rf"{NAMED}|(?<!\w)--[a-z]|{VERBS}")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Release it first: release 2026-0042.", "Release it first."),
        ("Say what it is: triage 2026-0042 --conduct ID --clear.", "Say what it is."),
        ("Decide: decide 2026-0042 STEP --reason '...'.", "Decide."),
        ("See `case 2026-0042`.", "Look at the case as it stands now."),
        ("Record it: done 2026-0042 STEP, or answer 2026-0042 OUTCOME.", "Record it."),
        (
            "Say first that it went, or that it did not: posted 2026-0042, or posted 2026-0042 --not-sent.",
            "Say first that it went, or that it did not.",
        ),
        ("decide 2026-0042 L4 --reason '...'", "decide on it, with a reason"),
        (
            "Supply it: draft 2026-0042 --set name=value; or put right what is named.",
            "Supply it; or put right what is named.",
        ),
        (
            "That day; or the answer before it: answer 2026-0042 OUTCOME --summary '...'.",
            "That day; or the answer before it.",
        ),
        (
            "Nothing was done. Look at `case 2026-0042`; if it still holds, give it again with --seen 12.",
            "Nothing was done. Read it, and if it still holds, press again.",
        ),
        ("Give the name or the email address: --by NAME.", "Give the name or the email address."),
        ("Wait for Monday 9 November 2026.", "Wait for Monday 9 November 2026."),
    ],
)
def test_a_command_becomes_what_a_page_can_do(said: str, shown: str) -> None:
    """What to do stays; how to type it goes."""
    assert plain(said) == shown


def test_the_place_of_an_option_is_no_place_of_a_page() -> None:
    """A problem at "--by" has no such place here; one at a case keeps it."""
    assert plain_words(Problem(where="--by", what="It is signed.", what_to_do="Add --by NAME.")).where == ""
    assert plain_words(Problem(where="2026-0042", what="No.", what_to_do="Wait.")).where == "2026-0042"


def test_no_sentence_of_an_act_keeps_a_command() -> None:
    """Whatever the rules and acts say with a command in it, the page says without one."""
    said = [text for text in _sentences() if COMMAND_LIKE.search(text) and not text.startswith("--")]
    assert len(said) > 30
    assert [text for text in said if COMMAND_LIKE.search(plain(text))] == []


def _sentences() -> Iterator[str]:
    """The texts in the source, with a case in every gap that names one."""
    for room in ROOMS:
        for file in sorted((HERE / room).rglob("*.py")):
            if file.name in NOT_ON_PAGES:
                continue
            tree = ast.parse(file.read_text(encoding="utf-8"))
            docs = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
            parts = {
                id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.JoinedStr):
                    yield "".join(_part(part) for part in node.values)
                elif (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and not {id(node)} & (docs | parts)
                ):
                    yield node.value.replace("{ref}", "2026-0042")


def _part(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    name = ast.unparse(part)
    return "2026-0042" if "ref" in name or "running" in name else "L2"
