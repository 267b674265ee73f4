"""Nobody above the rules decides for themselves whether a case may go on."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
STOPPING = frozenset({"hold", "alerted", "reopened", "clear", "trigger", "due", "closed"})
"""What a case says of itself that stops it or decides what comes next."""

FACTS = {
    "workflows/answering.py": "a hold is placed or released, an alert cleared: the act is about that very fact",
    "workflows/reopening.py": "the same of a closed case",
    "workflows/correcting.py": "which line of the log the open question or the decision came from",
    "workflows/redrafting.py": "which line of the log calls for the draft",
    "workflows/actions.py": "whether the action was decided on, or is done beside the ladder",
    "workflows/filing_by_hand.py": "danger in a mail raises an alert where none stands",
    "workflows/reports_in.py": "the same; and what a triage leaves as it was",
    "workflows/standing_in.py": "the same: the triage is noted again, with another who decides",
    "workflows/plain_index.py": "which cases are open",
    "desk/case_list.py": "the same",
    "workflows/acts/on_cases.py": "ending an alert is signed with a name",
    "workflows/digesting.py": "whether what a line of the digest tells of still waits for somebody",
    "workflows/forgetting.py": "a case on hold is not deleted",
    "desk/readings.py": "how many alerts stand",
    "desk/listings.py": "shown as it is",
    "desk/web/case_words.py": "said in a sentence, with what the one authority answers",
    "desk/web/case_choices.py": "a field that the reader's role may not use is left out; the act asks again",
    "desk/web/filing_form.py": "an open case is offered first; the act asks again",
    "desk/web/pages/case.py": "shown as it is",
    "desk/web/pages/cases.py": "shown as it is, danger first",
    "desk/web/pages/counts.py": "how many alerts stand",
}
"""Files that may look, and why it is not a question of what may go on."""


def _asks(file: Path) -> bool:
    """Whether this file looks at such a word of something called a case."""
    return any(
        isinstance(one, ast.Attribute)
        and one.attr in STOPPING
        and isinstance(one.value, ast.Name)
        and one.value.id == "case"
        for one in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    )


@pytest.mark.parametrize("folder", ["workflows", "desk"])
def test_who_acts_asks_the_one_authority(folder: str) -> None:
    """A file that looks at a case for itself is listed above with its reason, and no other."""
    asking = {file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob("*.py") if _asks(file)}
    assert asking == {name for name in FACTS if name.startswith(f"{folder}/")}
