"""Steps that are not letters, typed: done, sheet, waive, duties, agreements."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import THREAT
from playing import on_policy

DAY = ("--today", "2026-11-03")
SHEET = (
    "recipient_lines=Wexmoor Police",
    "account=The adult wrote that he would hurt a teacher.",
    "affected=a teacher",
    "immediate_risk=999 was rung",
    "sharing_reason=it may be an offence",
    "target_wishes=the police should know",
)


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A school on Alsop's policy; a threat was reported, and the case is stopped."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report(what=THREAT)
    return Terminal(school.folder, capsys)


def states(terminal: Terminal) -> dict[str, str]:
    """Each rule of the policy that applies, and its state."""
    return {row["rule"]: row["state"] for row in terminal.type("duties", "2026-0001", "--json").json}


def test_an_action_is_recorded_and_looked_at_again(terminal: Terminal) -> None:
    """It says when; the duty is done."""
    assert states(terminal) == {"danger-999": "reminder", "police-early": "open"}
    said = terminal.type("done", "2026-0001", "X3", "--by", "Miss Treadwell", "--reference", "CR 41/26", *DAY)
    assert said.code == 0
    assert "Look again on Tuesday 10 November 2026" in said.out
    assert states(terminal)["police-early"] == "done"


def test_a_day_to_look_again_may_be_named(terminal: Terminal) -> None:
    """The policy's own day gives way."""
    said = terminal.type("done", "2026-0001", "X3", "--follow-up", "2026-11-05", *DAY)
    assert "Look again on Thursday 5 November 2026" in said.out


@pytest.mark.parametrize(
    ("code", "words", "named"),
    [
        (1, ("done", "2026-0001", "L1"), "has no action L1"),
        (1, ("done", "2026-0001", "P2"), "does not provide for blocking"),
        (1, ("done", "2026-0001", "legal-action"), "may only follow X1"),
        (1, ("done", "2026-0001", "X3", "--on", "2026-12-24"), "has not come yet"),
        (2, ("waive", "2026-0001", "police-early", "--reason", "they know"), "signed with a name"),
        (1, ("waive", "2026-0001", "nonsense", "--reason", "x", "--by", "Mrs Hollis"), "No rule 'nonsense'"),
        (
            1,
            ("waive", "2026-0001", "police-early", "--reason", " ", "--by", "Mrs Hollis"),
            "only with a reason",
        ),
        (1, ("sheet", "2026-0001", "X3"), "Still needed"),
    ],
)
def test_what_cannot_be_done_is_said(
    code: int, words: tuple[str, ...], named: str, terminal: Terminal
) -> None:
    """A sentence, and the code that says whose turn it is."""
    said = terminal.type(*words, *DAY)
    assert (said.code, named in said.err + said.out) == (code, True), said


def test_a_sheet_is_written_where_it_says(terminal: Terminal) -> None:
    """The Word file is in the case."""
    fields = [word for pair in SHEET for word in ("--set", pair)]
    said = terminal.type("sheet", "2026-0001", "X3", *fields, *DAY)
    assert said.code == 0, said
    assert Path(said.out.removeprefix("Written: ").strip()).is_file()


def test_a_duty_is_set_aside_by_name(terminal: Terminal) -> None:
    """The register shows who and why."""
    terminal.type("waive", "2026-0001", "police-early", "--reason", "they know", "--by", "Mrs Hollis", *DAY)
    assert states(terminal)["police-early"] == "waived"
    assert "they know" in terminal.type("case", "2026-0001").out


def test_the_case_shows_what_the_policy_requires(terminal: Terminal) -> None:
    """With its state, in the first lines."""
    assert "The policy requires (open): Where a criminal offence" in terminal.type("case", "2026-0001").out


def test_the_agreements_are_listed(terminal: Terminal) -> None:
    """One line for each adult of the register."""
    rows = terminal.type("agreements", "--json").json
    assert {row["state"] for row in rows} == {"not sent"}
    assert len(rows) == 5
