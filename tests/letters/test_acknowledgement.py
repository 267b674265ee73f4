"""The email that tells a reporter that the report came: what it holds, and what it may never hold."""

import re
from pathlib import Path

import pytest

from letterladder.ground.errors import Refused
from letterladder.records.papers.texts import TextFiles

TEMPLATES = Path(__file__).resolve().parents[2] / "letter_templates"
FIELDS = {
    "ref": "2026-0042",
    "school": "Millbrook Primary School",
    "hours": "on school days from 8 am to 4 pm",
    "mash_number": "01632 960199",
    "next_school_day": "Monday 4 January 2027",
}


def acknowledgement(**changes: str) -> str:
    return TextFiles((TEMPLATES,)).write("acknowledgement.j2", {**FIELDS, **changes})


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_each_field_is_said(field: str) -> None:
    """Reference, school, hours, the next school day, children's social care."""
    assert FIELDS[field] in acknowledgement()


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_a_missing_field_refuses_the_mail(field: str) -> None:
    """No acknowledgement with a hole where the emergency number should stand."""
    rest = {name: text for name, text in FIELDS.items() if name != field}
    with pytest.raises(Refused):
        TextFiles((TEMPLATES,)).write("acknowledgement.j2", rest)


@pytest.mark.parametrize(
    "words",
    [
        "automatic reply",
        "We have received your email",
        r"^  Police, fire or ambulance +999$",
        r"^  NSPCC helpline +0808 800 5000$",
        "keep any screenshots, and do not share them",
        "something online, please do not reply to it",
    ],
)
def test_it_holds_what_a_reporter_needs(words: str) -> None:
    """Received, hours, 999, children's social care, NSPCC, keep and do not share.

    Each is said, and no fact of a case.
    """
    assert re.search(words, acknowledgement(), re.MULTILINE)


def test_help_in_danger_comes_before_the_rest() -> None:
    """Nobody scrolls for 999."""
    text = acknowledgement()
    assert text.index("999") < text.index("screenshots")


def test_it_promises_nothing_and_tells_nothing() -> None:
    """No anonymity, no step, no person: a reporter's mailbox may be shared."""
    words = (
        r"anonym|confidential|letter|warning|headteacher|parent|pupil|adult|conduct|investigat|we will take"
    )
    assert not re.search(words, acknowledgement(), re.IGNORECASE)


def test_it_asks_for_nothing_but_its_own_fields() -> None:
    """No field of the case is within reach."""
    source = (TEMPLATES / "acknowledgement.j2").read_text(encoding="utf-8")
    assert set(re.findall(r"\{\{ (\w+) \}\}", source)) == set(FIELDS)
    assert "{%" not in source
