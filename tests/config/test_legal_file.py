"""The facts of law: the file that ships is read whole; the school's own changes single facts; all faults at once."""

from datetime import date
from pathlib import Path

import pytest

from letterladder.config.legal_file import read_legal, shipped_legal, with_own_facts
from letterladder.config.paths import LEGAL_FACTS
from letterladder.rules.policies.legal_facts import FACTS, LegalFacts

OWN_FINE = """
[section_547_fine]
value = "£1,000"
source = "an order of 2027, read by our solicitor"
checked = 2027-02-01
"""


def own(folder: Path, text: str) -> tuple[LegalFacts, list[str]]:
    file = folder / "legal.toml"
    file.write_text(text, encoding="utf-8")
    facts, problems = with_own_facts(shipped_legal(), file)
    return facts, [f"{one.where}: {one.what}" for one in problems]


def test_the_shipped_facts_are_whole_and_dated() -> None:
    """A fresh school has every fact, with its source and the day of checking."""
    facts, problems = read_legal(LEGAL_FACTS)
    assert problems == []
    assert facts is not None
    assert list(facts.facts) == list(FACTS)
    assert all(
        one.source and one.checked >= date(2026, 11, 20) and not one.own for one in facts.facts.values()
    )
    assert (facts.number("data_complaint_days"), facts.day("data_complaint_from")) == (30, date(2026, 6, 19))


def test_a_school_without_a_file_of_its_own_has_ours(tmp_path: Path) -> None:
    """Nothing is asked of it."""
    assert with_own_facts(shipped_legal(), tmp_path / "legal.toml") == (shipped_legal(), [])


def test_one_fact_of_the_school_takes_the_place_of_ours(tmp_path: Path) -> None:
    """And no other changes."""
    facts, problems = own(tmp_path, OWN_FINE)
    assert problems == []
    changed = {name for name, one in facts.facts.items() if one != shipped_legal().facts[name]}
    assert changed == {"section_547_fine"}
    fine = facts.facts["section_547_fine"]
    assert (fine.value, fine.checked, fine.own) == ("£1,000", date(2027, 2, 1), True)


def test_a_day_alone_says_that_ours_was_compared_again(tmp_path: Path) -> None:
    """Value and source stay as they are."""
    facts, problems = own(tmp_path, "[foi_school_days]\nchecked = 2027-11-03\n")
    was = shipped_legal().facts["foi_school_days"]
    assert problems == []
    assert facts.facts["foi_school_days"].checked == date(2027, 11, 3)
    assert (facts.facts["foi_school_days"].value, facts.facts["foi_school_days"].source) == (
        was.value,
        was.source,
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[section_547_fin]\nvalue = "£1"\nsource = "x"\nchecked = 2027-02-01\n',
            "legal.toml, section_547_fin: There is no such fact.",
        ),
        (
            OWN_FINE.replace("source =", "sauce ="),
            "legal.toml, section_547_fine.sauce: There is no such key.",
        ),
        (
            OWN_FINE.replace('source = "an order of 2027, read by our solicitor"', ""),
            'legal.toml, section_547_fine: It has a value of its own and no "source".',
        ),
        (
            OWN_FINE.replace("checked = 2027-02-01", ""),
            'legal.toml, section_547_fine: It has no "checked".',
        ),
        (
            OWN_FINE.replace("2027-02-01", '"2027-02-01"'),
            "legal.toml, section_547_fine.checked: It must be a date such as 2026-11-20, without quotation marks.",
        ),
        (
            OWN_FINE.replace('"£1,000"', "1000"),
            "legal.toml, section_547_fine.value: It must be text of at most 400 characters on one line.",
        ),
        (
            '[foi_school_days]\nvalue = "20"\nsource = "x"\nchecked = 2027-02-01\n',
            "legal.toml, foi_school_days.value: It must be a whole number from 1 to 120.",
        ),
        (
            "[foi_school_days]\nvalue = 0\nsource = 'x'\nchecked = 2027-02-01\n",
            "legal.toml, foi_school_days.value: It must be a whole number from 1 to 120.",
        ),
        (
            "[foi_school_days]\nvalue = true\nsource = 'x'\nchecked = 2027-02-01\n",
            "legal.toml, foi_school_days.value: It must be a whole number from 1 to 120.",
        ),
        (
            "[data_complaint_from]\nvalue = 2026\nsource = 'x'\nchecked = 2027-02-01\n",
            "legal.toml, data_complaint_from.value: It must be a date such as 2026-06-19, without quotation marks.",
        ),
        (
            "[may_remove_academy]\nvalue = 'the trust'\nsource = 'x'\nchecked = 2027-02-01\n",
            "legal.toml, may_remove_academy.value: It does not name the authority: {authority} is not in it.",
        ),
        ("equality_act = 'x'\n", "legal.toml, equality_act: A fact is a table of its own."),
        (
            "[equality_act]\nvalue = 'x\n",
            'legal.toml, line 2: This line cannot be read: Expected "\'".',
        ),
    ],
)
def test_a_fact_that_cannot_be_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    """And the fact that ships stays until it is corrected."""
    facts, problems = own(tmp_path, text)
    assert problems == [said]
    assert facts == shipped_legal()


def test_a_wrong_name_is_answered_with_the_names_there_are(tmp_path: Path) -> None:
    """The nearest first, then every one."""
    file = tmp_path / "legal.toml"
    file.write_text("[section_547_fin]\nchecked = 2027-02-01\n", encoding="utf-8")
    _, (problem,) = with_own_facts(shipped_legal(), file)
    assert problem.what_to_do == f"Did you mean section_547_fine? The facts are: {', '.join(FACTS)}."


def test_all_faults_are_shown_at_once(tmp_path: Path) -> None:
    """One reading tells everything that is to be put right; what is right counts all the same."""
    facts, problems = own(tmp_path, f"{OWN_FINE}\n[x]\n[y]\n[foi_school_days]\nvalue = 'z'\n")
    assert len(problems) == 3
    assert facts.words("section_547_fine") == "£1,000"


def test_a_file_that_ships_lacks_nothing(tmp_path: Path) -> None:
    """Every fact that is not there is named, and a half one with what it lacks."""
    file = tmp_path / "england.toml"
    file.write_text(OWN_FINE.replace("checked = 2027-02-01", ""), encoding="utf-8")
    facts, problems = read_legal(file)
    assert facts is None
    assert [one.what for one in problems].count("This fact is missing.") == len(FACTS) - 1
    assert 'It has no "checked".' in [one.what for one in problems]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """Not an exception: it is shown with the other faults of the configuration."""
    facts, problems = read_legal(tmp_path / "none.toml")
    assert facts is None
    assert problems[0].what.startswith("The file cannot be read")


def test_a_file_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    """An old editor writes the pound sign as one byte."""
    file = tmp_path / "legal.toml"
    file.write_bytes(OWN_FINE.encode("cp1252"))
    assert with_own_facts(shipped_legal(), file)[1][0].what == "The file is not UTF-8 text."
