"""The legal-facts file: read whole, or every fault at once."""

from datetime import date
from pathlib import Path

import pytest

from letterladder.config.legal_file import read_legal
from letterladder.rules.policies.legal import LegalFacts

SHIPPED = Path(__file__).resolve().parents[2] / "config" / "legal" / "england.toml"
GOOD = """
checked = 2026-11-20
source = "the Act"
[section_547]
act = "Education Act 1996"
section = "547"
court = "a magistrates' court"
fine = "level 2"
[permission_to_enter]
power = "the common law"
"""


def read(folder: Path, text: str) -> tuple[LegalFacts | None, list[str]]:
    file = folder / "legal.toml"
    file.write_text(text, encoding="utf-8")
    facts, problems = read_legal(file)
    return facts, [problem.what for problem in problems]


def test_the_shipped_facts_are_whole_and_dated() -> None:
    """A fresh school has facts, and knows when they were last checked."""
    facts, problems = read_legal(SHIPPED)
    assert problems == []
    assert facts is not None
    assert (facts.checked, facts.section, facts.power) == (date(2026, 11, 20), "547", "the common law")


def test_a_whole_file_becomes_facts(tmp_path: Path) -> None:
    """Every fact is taken from its own line."""
    facts, problems = read(tmp_path, GOOD)
    assert problems == []
    assert facts == LegalFacts(
        checked=date(2026, 11, 20),
        source="the Act",
        act="Education Act 1996",
        section="547",
        court="a magistrates' court",
        fine="level 2",
        power="the common law",
    )


def test_all_faults_are_shown_at_once(tmp_path: Path) -> None:
    """One reading tells everything that is to be put right."""
    text = GOOD.replace('fine = "level 2"', 'fin = "level 2"').replace('"the common law"', '""')
    facts, problems = read(tmp_path, text)
    assert facts is None
    assert problems == [
        '[section_547] "fine" must hold text.',
        '[permission_to_enter] "power" must hold text.',
        '[section_547] "fin" is not a name that is used here.',
    ]


@pytest.mark.parametrize("checked", ['"2026-11-20"', "2026-11-20T10:00:00", "2026"])
def test_the_day_of_checking_must_be_a_date(tmp_path: Path, checked: str) -> None:
    """Text, a time and a number name no day."""
    facts, problems = read(tmp_path, GOOD.replace("2026-11-20", checked))
    assert facts is None
    assert problems == ['"checked" must be a date such as 2026-11-20, without quotation marks.']


def test_an_empty_file_lacks_everything(tmp_path: Path) -> None:
    """Two lines of the head, four facts of the section, one of the permission."""
    facts, problems = read(tmp_path, "")
    assert facts is None
    assert len(problems) == 7


def test_what_is_no_toml_is_said_with_its_line(tmp_path: Path) -> None:
    """A person finds the place."""
    facts, problems = read(tmp_path, "checked = 2026-11-20\nsource = the Act\n")
    assert facts is None
    assert "line 2" in problems[0]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """Not an exception: it is shown with the other faults of the configuration."""
    facts, problems = read_legal(tmp_path / "none.toml")
    assert facts is None
    assert problems[0].what.startswith("The file cannot be read")


def test_a_file_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    """An old editor writes the pound sign as one byte."""
    file = tmp_path / "legal.toml"
    file.write_bytes(GOOD.replace("level 2", "£500").encode("cp1252"))
    assert read_legal(file)[1][0].what == "The file is not UTF-8 text."
