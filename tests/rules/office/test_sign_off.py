"""What changed since an adviser signed the letters off."""

from datetime import date

import pytest
from cast import a_policy
from letters.sample_fields import LEGAL

from letterladder.ground.values import replace
from letterladder.rules.office.sign_off import (
    LettersSignedOff,
    Papers,
    changed_since,
    last_sign_off,
    papers_of,
    sign_off_notes,
)

TEMPLATES = {"L1.docx": "aa", "L2.docx": "bb"}
BEFORE = papers_of(TEMPLATES, LEGAL, a_policy())


def signed(adviser: str = "Ms Fell", on: str = "2026-12-01", papers: Papers = BEFORE) -> LettersSignedOff:
    return LettersSignedOff(adviser=adviser, on=on, fingerprint=papers.fingerprint, papers=papers)


def now(*, templates: dict[str, str] = TEMPLATES, policy: str = "2", **facts: str) -> Papers:
    changed = {name: replace(LEGAL.facts[name], value=value) for name, value in facts.items()}
    legal = replace(LEGAL, facts={**LEGAL.facts, **changed})
    return papers_of(templates, legal, a_policy(version=policy))


@pytest.mark.parametrize(
    ("expected", "papers"),
    [
        ([], now()),
        (["Word file L1.docx changed"], now(templates={**TEMPLATES, "L1.docx": "ac"})),
        (["Word files L1.docx and L2.docx changed"], now(templates={"L1.docx": "x", "L2.docx": "y"})),
        (["Word file L3.docx is new"], now(templates={**TEMPLATES, "L3.docx": "cc"})),
        (["Word file L2.docx is no longer there"], now(templates={"L1.docx": "aa"})),
        (["legal fact section_547_fine changed"], now(section_547_fine="£750")),
        (
            ["legal facts foi_school_days and data_complaint_days changed"],
            now(foi_school_days="9", data_complaint_days="9"),
        ),
        (
            ["the policy was 'Policy on Conduct Online, 2' and is 'Policy on Conduct Online, 3'"],
            now(policy="3"),
        ),
    ],
)
def test_what_changed_is_named(expected: list[str], papers: Papers) -> None:
    """And the fingerprint is another exactly then."""
    assert changed_since(BEFORE, papers) == expected
    assert (papers.fingerprint == BEFORE.fingerprint) is not bool(expected)


def test_comparing_a_fact_again_is_no_change() -> None:
    """The letter says the same as before."""
    checked = {
        name: replace(one, checked=date(2028, 1, 1), source="read again") for name, one in LEGAL.facts.items()
    }
    assert papers_of(TEMPLATES, replace(LEGAL, facts=checked), a_policy()) == BEFORE


def test_nobody_has_signed_yet() -> None:
    """It is said, with what to do."""
    (note,) = sign_off_notes(None, BEFORE)
    assert note.what == "No adviser of the school has signed its letters off yet."
    assert "letters review" in note.what_to_do


def test_letters_as_they_were_signed_need_no_word() -> None:
    """Nothing is said."""
    assert sign_off_notes(last_sign_off([signed()]), now()) == []


def test_a_change_is_told_with_who_signed_and_when() -> None:
    """So that somebody asks the same adviser again."""
    (note,) = sign_off_notes(last_sign_off([signed()]), now(section_547_fine="£750"))
    assert (
        note.what
        == "Since Ms Fell signed the letters off on 1 December 2026: legal fact section_547_fine changed."
    )


def test_the_last_sign_off_counts() -> None:
    """Also where the letters are as an earlier one had them."""
    later = signed("Mr Oak", "2027-02-01", now(section_547_fine="£750"))
    found = last_sign_off([signed(), "something else", later])
    assert found is not None
    assert found.adviser == "Mr Oak"
    assert len(sign_off_notes(found, now())) == 1
