"""What may be typed for each type of field, and what a letter prints for it."""

from datetime import date

import pytest
from shipped import LETTERS

from letterladder.rules.letters.field_values import doubt, nothing, value_of, wanted
from letterladder.rules.policies.letters import Field
from letterladder.rules.words import FieldType

TODAY = date(2026, 11, 9)
WAY = Field(name="way", type=FieldType.CHOICE, help="how you talk", choices=("In person", "online"))
FEE = Field(name="fee", type=FieldType.MONEY, help="what it costs")
WHO = Field(name="who", type=FieldType.PERSON, help="who leads it")
TO = Field(name="to", type=FieldType.ADDRESS, help="who gets it")
ACTIONS = LETTERS.fields["agreed_actions"]
FUTURE = Field(name="on", type=FieldType.FUTURE_DAY, help="when")

STANDS = [
    (FEE, "12", "£12"),
    (FEE, "£ 12.50", "£12.50"),
    (FEE, "1250.00", "£1,250.00"),
    (FEE, "1,250", "£1,250"),
    (WAY, "IN PERSON ", "In person"),
    (WHO, "Mrs Una Kerr; 5 Mill Lane; Wexmoor", {"name": "Mrs Una Kerr", "lines": ["5 Mill Lane", "Wexmoor"]}),
    (TO, "Wexmoor Police; Safer Schools Team", ["Wexmoor Police", "Safer Schools Team"]),
    (FUTURE, "2026-12-11", "Friday 11 December 2026"),
    (FUTURE, "Friday 11 December", "Friday 11 December"),
    (ACTIONS, "You => take it down; We => look", [
        {"who": "You", "action": "take it down"}, {"who": "We", "action": "look"}]),
    (LETTERS.fields["conditions"], "ring first; come alone", ["ring first", "come alone"]),
    (LETTERS.fields["new_times"], "Monday 23 November; Tuesday 24 November", [
        "Monday 23 November", "Tuesday 24 November"]),
    (LETTERS.fields["report_id"], "2026-12-11", "2026-12-11"),
    (LETTERS.fields["posted_on"], "early in October", "early in October"),
    (LETTERS.fields["talked_on"], "2026-11-06", "Friday 6 November 2026"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "text", "value"), STANDS)
def test_a_text_that_can_stand_is_printed_as_its_type(field: Field, text: str, value: object) -> None:
    """Nothing speaks against it, and the letter gets the value."""
    assert (doubt(field, text, TODAY), value_of(field, text)) == ("", value)


DOUBTED = [
    (FEE, "a lot", "not an amount of money"),
    (FEE, "-3", "not an amount of money"),
    (FEE, "12.5", "not an amount of money"),
    (FEE, "12,50", "not an amount of money"),
    (WAY, "by post", "none of: In person, online"),
    (WHO, "Mrs Una Kerr; 5 Mill Lane", "at least two lines"),
    (WHO, "Mrs Una Kerr; " + "; ".join("abcdefg"), "7 lines at most; this one has 8"),
    (TO, "x" * 61, "longer than the 60 characters"),
    (FUTURE, "2026-11-08", "has passed"),
    (FUTURE, "soon", "does not name a day"),
    (LETTERS.fields["slot_1"], "Monday 2 November at nine", "has passed"),
    (LETTERS.fields["seen_on"], "10 November 2026", "has not come yet"),
    (LETTERS.fields["new_times"], "Monday 23 November; Monday 2 November", "has passed"),
    (ACTIONS, "You; We => look", "not a list of pairs"),
    (LETTERS.fields["logo"], "x", "not typed"),
]


@pytest.mark.parametrize(("field", "text", "said"), DOUBTED)
def test_a_text_that_cannot_stand_is_doubted(field: Field, text: str, said: str) -> None:
    """In words for whoever typed it."""
    assert said in doubt(field, text, TODAY)


@pytest.mark.parametrize(("field", "text", "value"), [(FEE, "a lot", "a lot"), (WAY, "by post", "by post")])
def test_an_old_text_that_would_not_stand_now_is_printed_as_it_is(
    field: Field, text: str, value: str
) -> None:
    """A log may hold it from before its type was declared; nothing breaks over it."""
    assert value_of(field, text) == value


@pytest.mark.parametrize(
    ("expected", "field"),
    [
        ("platform (where it was posted, for example Facebook)", LETTERS.field("platform")),
        ("reviewer (who reviews the decision; not the person who made it)", LETTERS.field("reviewer")),
        ("own_field", LETTERS.field("own_field")),
        ("fee (what it costs; an amount such as £12.50)", FEE),
        ("way (how you talk; one of: In person, online)", WAY),
        ("who (who leads it; name; address line; address line, separated by semicolons)", WHO),
    ],
)
def test_a_wanted_field_is_explained(expected: str, field: Field) -> None:
    """By its name, for --set, in office words, and by its form where its type asks for one."""
    assert wanted(field) == expected


@pytest.mark.parametrize(("expected", "field"), [([], ACTIONS), ([], TO), ("", FEE), ("", FUTURE)])
def test_a_field_that_is_left_out_is_nothing(expected: object, field: Field) -> None:
    """Of its own kind, so that the Word file can go through it."""
    assert nothing(field) == expected
