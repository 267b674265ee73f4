"""The sheets for the case file, the local authority and the police: to whom they speak, and what they leave out."""

import re

import pytest
from letters.printing import fields_of, letter
from letters.sample_fields import SAMPLES
from shipped import LETTERS, SHEETS

EVERY_SHEET_NAME = sorted(SHEETS)


@pytest.mark.parametrize("name", EVERY_SHEET_NAME)
def test_a_sheet_goes_to_its_recipient_and_not_to_the_adult(name: str) -> None:
    """No address of the adult, no greeting, no close of a letter."""
    lines = SAMPLES[name]["recipient_lines"]
    assert isinstance(lines, list)
    text = letter(name)
    assert "\n".join(lines) in text
    assert "17 Tanner's Row" not in text
    assert not re.search(r"^(Dear|Yours)", text, re.MULTILINE)


@pytest.mark.parametrize("name", EVERY_SHEET_NAME)
def test_a_sheet_has_no_field_for_the_reporter_the_child_or_the_address(name: str) -> None:
    """What is not a field cannot slip in."""
    assert not {"child_names", "addressee_lines", "salutation"} & fields_of(name)
    assert [field for field in fields_of(name) if field.startswith("reporter")] == []


@pytest.mark.parametrize("name", EVERY_SHEET_NAME)
def test_a_sheet_says_whom_it_is_about_and_who_made_it(name: str) -> None:
    """Name, reference, and the person who completed it."""
    text = letter(name)
    assert "Adult\nMr Gavin Stott\n" in text
    assert f"Completed by\n\n{SAMPLES[name]['signer_name']}\n" in text


def test_a_sheet_has_a_common_block_of_its_own() -> None:
    """A letter must greet, a sheet must name its recipient."""
    assert "recipient_lines" in LETTERS.common_block("X3")
    assert "salutation" not in LETTERS.common_block("X3")
    assert LETTERS.common_block("L1") == LETTERS.every_letter


@pytest.mark.parametrize("name", ["X2", "X3"])
def test_a_sheet_does_not_speak_to_the_adult(name: str) -> None:
    """What was written for the adult is told of the adult here."""
    assert not re.search(
        r"your (child|comments|permission)|complaints procedure", letter(name), re.IGNORECASE
    )
    assert not {"facts", "history"} & fields_of(name)


def test_the_police_get_each_file_with_its_fingerprint_unbroken() -> None:
    """A hash with a break in it cannot be compared."""
    found = re.findall(r"^(.+)\n([0-9a-f]{64})$", letter("X3"), re.MULTILINE)
    kept = SAMPLES["X3"]["evidence"]
    assert isinstance(kept, list)
    assert found == [(item["name"], item["sha256"]) for item in kept]


def test_without_files_there_is_no_empty_table() -> None:
    """A referral on the phone report alone is whole without one."""
    text = letter("X3", evidence=[], chronology=[])
    assert "Evidence that the school keeps" not in text
    assert "What has been done so far" not in text


@pytest.mark.parametrize(("expected", "reference"), [("Not yet given", ""), ("42AB/1187/26", "42AB/1187/26")])
def test_a_crime_reference_is_shown_or_asked_for(expected: str, reference: str) -> None:
    """The sheet may be older than the reference."""
    assert f"Crime reference\n{expected}\n" in letter("X3", crime_ref=reference)


@pytest.mark.parametrize("field", ["target_wishes", "hold_state", "immediate_risk", "account", "affected"])
def test_the_police_read_what_they_need_to_decide(field: str) -> None:
    """Danger, wishes of the person affected, what waits at school."""
    assert str(SAMPLES["X3"][field]) in letter("X3")


def test_the_record_of_a_platform_report_warns_against_watching() -> None:
    """Looking again and again may amount to surveillance; one dated check by a person is enough."""
    text = letter("P1")
    assert "Looking again and again may count as watching a person." in text
    assert "First check\n\nSecond check\n\nNext report\n\nRemoved on\n\n" in text
