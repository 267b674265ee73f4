"""What stays inside the school is printed in no letter to the adult: not from its field, and not from another one."""

from datetime import date

import pytest
from cast import BEGUN, a_case, a_policy, a_school, an_adult, sent
from shipped import FILES, LETTERS, SHEETS, a_step

from letterladder.config.paths import LETTERS as RECORDS
from letterladder.ground.values import replace
from letterladder.records.word.word import DocxPrinter
from letterladder.rules.cases.events import FieldsGiven
from letterladder.rules.days.counting import ClockRule
from letterladder.rules.letters.compose import Composed, Missing, Order, compose
from letterladder.rules.letters.kept_inside import edited_names, without_inside
from letterladder.rules.policies.policy import StepKind
from letterladder.rules.words import Outcome, Unit

ADVICE = {"adviser": "Fell & Marsh Solicitors", "advice_on": "Monday 2 November 2026"}
CLAIM = {"claim_kind": "a claim about a false statement of fact", "claimant": "the member of staff"}
FIVE = ClockRule(days=5, unit=Unit.WORKING_DAYS)
X1 = a_step("X1", "Letter about a possible legal claim", clock=FIVE, then={Outcome.LAPSED: ("Z1",)})
SCHOOL = a_school(policy=replace(a_policy(X1), legal_warning=True))


def x1(**fields: str) -> Composed | Missing:
    """The letter about a claim, with these fields supplied for it."""
    case = a_case(*BEGUN, *sent("L1"), FieldsGiven(letter="X1", fields=ADVICE | CLAIM | fields))
    used = DocxPrinter().fields_of(RECORDS.parent / FILES["X1"])
    order = Order(
        case=case, step=X1, school=SCHOOL, adult=an_adult(), pupils=(), used=used, today=date(2026, 11, 20)
    )
    return compose(order)


def test_whose_advice_and_when_is_asked_for_and_not_handed_to_the_letter() -> None:
    """So that no Word file can print it, whatever its tags say."""
    letter = x1()
    assert isinstance(letter, Composed)
    assert ADVICE.keys() & letter.fields.keys() == set()
    assert not [text for text in letter.fields.values() if "Marsh" in str(text)]


@pytest.mark.parametrize(
    "words", ["a claim that fell & marsh solicitors see", "FELL MARSH, Solicitors, say so"]
)
def test_a_typed_field_that_names_the_adviser_blocks_the_letter(words: str) -> None:
    """Whatever the capitals and commas; it is said which field it is."""
    letter = x1(claim_kind=words)
    assert isinstance(letter, Missing)
    assert letter.fields == ("claim_kind",)
    assert "who gave the legal advice (Fell & Marsh Solicitors)" in letter.what


def test_an_edited_letter_is_searched_too() -> None:
    """For every name of the case that is kept inside."""
    case = a_case(
        *BEGUN,
        FieldsGiven(letter="X1", fields=ADVICE),
        FieldsGiven(letter="X3", fields={"crime_ref": "42/117 26"}),
    )
    assert "who gave the legal advice" in edited_names(
        case, SCHOOL, "Dear Mr Stott, FELL & MARSH solicitors say"
    )
    assert "crime reference" in edited_names(case, SCHOOL, "Their number is 42/117 26.")
    assert edited_names(case, SCHOOL, "The solicitors of the marsh fell") == ""


@pytest.mark.parametrize("name", [one for one in FILES if one not in SHEETS])
def test_no_letter_that_ships_prints_what_is_kept_inside(name: str) -> None:
    """Letters to the adult; sheets for the police and the authority may."""
    used = DocxPrinter().fields_of(RECORDS.parent / FILES[name])
    assert {one for one in used if LETTERS.field(one).inside} == set()


def test_a_sheet_keeps_all_its_fields() -> None:
    """The police are told what is on hold, and the crime reference."""
    sheet = replace(a_step("X3", "Referral to the police"), kind=StepKind.ACTION)
    assert without_inside(LETTERS, sheet, {"hold_state": "x"}) == {"hold_state": "x"}
    assert without_inside(LETTERS, a_step("L3"), {"hold_state": "x"}) == {}
