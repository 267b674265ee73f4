"""What may not break over two lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.rules.texts.unbroken import NO_BREAK_SPACE, unbroken, unbroken_date, wholes_in

FIELDS = {
    "contact_name": "Mrs Jean Oldroyd",
    "contact_role": "School Business Manager",
    "child_names": ["Ruby Stott", "Ana de Souza"],
    "reviewer": "Mr Alan Priestley, Chair of Governors",
    "answer_by": "czwartek, 3 grudnia 2026",
    "facts": "At the gate Ruby was told to wait",
    "logo": b"",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by Thursday 3 December 2026, please", "by Thursday_3_December_2026, please"),
        ("on 1st May and in June 2027", "on 1st_May and in June_2027"),
        ("at 3.45 pm or 9 am", "at 3.45_pm or 9_am"),
        ("within 10 school days of it", "within 10_school_days of it"),
        ("a fine of £2.5 million", "a fine of £2.5_million"),
        ("ring 01632 960121 or 020 7946 0123", "ring 01632_960121 or 020_7946_0123"),
        ("Ambleford AM4 7QZ", "Ambleford AM4_7QZ"),
        ("Year 4, section 4.2", "Year_4, section_4.2"),
        ("ask Mr Reddish first", "ask Mr_Reddish first"),
        (
            "dated [date: 5 working days after 3 May] or 3 May",
            "dated [date: 5 working days after 3 May] or 3_May",
        ),
        ("May I come in, 3 of us", "May I come in, 3 of us"),
    ],
)
def test_what_belongs_together_stays_together(text: str, expected: str) -> None:
    """Days, times, amounts, numbers and names; nothing else, and nothing within a place for a date."""
    assert unbroken(text).replace(NO_BREAK_SPACE, "_") == expected


def test_the_names_of_a_letter_are_known_from_its_fields() -> None:
    """Of people and children, without a role; whole days in whatever language; not what somebody tells."""
    assert wholes_in(FIELDS) == {
        *("Mrs Jean Oldroyd", "Ruby Stott", "Ana de Souza", "Mr Alan Priestley"),
        "czwartek, 3 grudnia 2026",
    }


def test_a_known_name_is_kept_wherever_it_stands() -> None:
    """Also without a title, and one too long for a column is not."""
    long = "Bartholomew Maximilian Wolfeschlegelsteinhausen Smith"
    assert (
        unbroken(f"Ruby Stott and {long}", frozenset({"Ruby Stott", long})) == f"Ruby\u00a0Stott and {long}"
    )


@pytest.mark.parametrize("day", ["dydd Iau 3 Rhagfyr 2026", "czwartek, 3 grudnia 2026", "3 December 2026"])
def test_a_day_in_any_language_is_put_in_whole(day: str) -> None:
    """Into the place that waited for it."""
    assert " " not in unbroken_date(day)


@given(st.text(), st.frozensets(st.text(max_size=20), max_size=3))
def test_only_spaces_change(text: str, wholes: frozenset[str]) -> None:
    """Read as before: as long, and the same once a no-break space is a space."""
    made = unbroken(text, wholes)
    assert len(made) == len(text)
    assert made.replace(NO_BREAK_SPACE, " ") == text.replace(NO_BREAK_SPACE, " ")
