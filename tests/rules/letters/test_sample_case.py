"""A letter on the sample case: the school's own where it has something of its own, invented where it has not."""

from datetime import date

import pytest
from cast import a_policy, a_school
from shipped import LETTERS, a_step, own, with_own

from letterladder.config.samples_file import shipped_samples
from letterladder.ground.values import replace
from letterladder.rules.letters.sample_case import SampleCase, moved, sample_fields
from letterladder.rules.policies.letters import Field
from letterladder.rules.words import FieldType

TODAY = date(2029, 3, 7)
SAMPLE = shipped_samples()


def fields(letter: str, *used: str) -> dict[str, object]:
    school = a_school()
    step = school.policy.steps.get(letter) or a_step(letter)
    return sample_fields(SAMPLE, school, step, used=frozenset(used), today=TODAY)


@pytest.mark.parametrize(
    ("expected", "text", "weeks"),
    [
        ("Tuesday 24 November 2026", "Tuesday 24 November 2026", 0),
        ("on Tuesday 1 December 2026 at 3.45 pm", "on Tuesday 24 November 2026 at 3.45 pm", 1),
        ("until 8 December 2026", "until 1 December 2026", 1),
        ("Friday 29 December 2028", "Friday 25 December 2026", 105),
        ("Year 4, at 3.20 pm", "Year 4, at 3.20 pm", 9),
    ],
)
def test_days_move_by_whole_weeks(expected: str, text: str, weeks: int) -> None:
    """The day of the week stays, and what is no day stays as it is."""
    assert moved(text, weeks) == expected
    assert moved([{"date": text}], weeks) == [{"date": expected}]


@pytest.mark.parametrize("letter", sorted(SAMPLE.letters))
def test_every_letter_that_ships_has_a_sample(letter: str) -> None:
    """And no sample is of a letter that is not there."""
    assert set(SAMPLE.letters) == set(LETTERS.records)
    assert SAMPLE.fields_of(letter)["adult_name"] == "Mr Gavin Stott"


def test_the_school_speaks_for_itself() -> None:
    """Letterhead, law, words of [letters] and who signs are its own."""
    school, found = a_school(), fields("B1")
    assert found["school_name"] == school.name
    assert found["signer_name"] == school.people["head"].name
    assert found["premises"] == school.defaults["premises"]
    assert school.authority in str(found["s547_who_acts"])


def test_the_conduct_is_one_that_the_policy_names() -> None:
    """The nearest to that of the sample, and never criticism."""
    school = a_school()
    titles = [one.title for one in school.policy.conduct.values() if not one.criticism]
    assert fields("L1")["conduct"] in [[one] for one in titles]


def test_no_day_of_the_matter_is_after_the_letter() -> None:
    """What was posted, seen and heard stands before the day on the letter, also years later."""
    found = fields("L1")
    assert found["posted_on"] == "Tuesday 27 February 2029"
    assert found["seen_on"] == "Wednesday 28 February 2029"


def test_a_calendar_that_does_not_reach_leaves_the_days_of_the_sample() -> None:
    """A review can be printed before next year's terms are known."""
    assert fields("L1")["answer_by"] == "Thursday 15 March 2029"


@pytest.mark.parametrize(
    ("expected", "type_"),
    [
        ("[who leads the talk]", FieldType.WORDS),
        (["[who leads the talk]"], FieldType.LIST),
        ("Wednesday 21 March 2029", FieldType.FUTURE_DAY),
        ("Wednesday 28 February 2029", FieldType.PAST_DAY),
        (["Wednesday 21 March 2029"], FieldType.FUTURE_TIMES),
        ("£12.50", FieldType.MONEY),
        ({"name": "[who leads the talk]", "lines": ["1 Sample Street", "Sampleton"]}, FieldType.PERSON),
        (b"", FieldType.PICTURE),
        ("online", FieldType.CHOICE),
        ([{"one": "[who leads the talk]", "other": "[who leads the talk]"}], FieldType.PAIRS),
    ],
)
def test_a_field_of_a_letter_of_their_own_is_made_up_of_its_type(expected: object, type_: FieldType) -> None:
    """Nobody wrote a sample of it."""
    mine = Field(
        name="mine", type=type_, help="who leads the talk", parts=("one", "other"), choices=("online", "here")
    )
    letters = replace(with_own(S1=own("S1")), fields={**LETTERS.fields, "mine": mine})
    school = a_school(policy=a_policy(letters=letters))
    found = sample_fields(SAMPLE, school, a_step("S1"), used=frozenset({"mine"}), today=TODAY)
    assert found["mine"] == expected
    assert found["adult_name"] == "Mr Gavin Stott"


def test_a_second_letter_of_a_kind_has_the_sample_of_the_first() -> None:
    """A step of another id that sends L3 again."""
    school = a_school()
    step = replace(a_step("L3"), id="L3again", letter="L3")
    sample = SampleCase(common={"x": "common"}, letters={"L3": {"x": "third"}})
    assert sample_fields(sample, school, step, used=frozenset(), today=TODAY)["x"] == "third"
