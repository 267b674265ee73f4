"""What nobody filled into a letter is not asked about; what somebody did is, and what is protected always."""

from pathlib import Path

import pytest
from cast import a_school, an_adult
from prepared import posted_school

from letterladder.ground.values import replace
from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.privacy.known_text import KnownText, printed_by_settings
from letterladder.rules.privacy.passages import Looking, Marks, Spot
from letterladder.rules.privacy.redaction_terms import allowed_contacts, redaction_for
from letterladder.workflows.acts.on_copy_pages import pages_of

TEMPLATE = """\
Telephone {{ school_phone }}
Dear {{ salutation }}
{%p if purpose %}
Purpose
{{ purpose }}
{%p endif %}
- Please take down what Grace Mossop-like accounts show, {{ who }}, and keep to the Quiet Corridors rule.
Seen by {{ seen_by }} Committee
"""
LETTER = """\
Telephone 01632 960140
Dear Mr Stott
Purpose
{filled}
- Please take down what Grace Mossop-like accounts show, {who}, and keep to the Quiet Corridors rule.
Seen by Zebedee Committee
"""
ADULT = an_adult()


def register_of(*adults: Adult) -> PeopleRegister:
    """These adults, with one child."""
    child = Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")
    return PeopleRegister(adults={one.person_id: one for one in adults}, pupils={"P1": child})


REDACTION = redaction_for(ADULT, register_of(ADULT), [], a_school())
PAGE = Spot(ref="2026-0001", page="letters/1-removal-request.docx", place="text")


def asked(text: str, *, spot: Spot = PAGE, marks: Marks | None = None) -> list[str]:
    """The words a reviewer is asked about."""
    fixed = KnownText([TEMPLATE], printed_by_settings(a_school()))
    looking = Looking(subject="A1", marks=marks or Marks(), fixed=fixed)
    REDACTION.looked_at(looking).with_marks(text, spot)
    return [one.written for text in looking.texts for one in text.passages]


def letter(filled: str = "nothing", who: str = "please") -> str:
    """A letter of that template."""
    return LETTER.format(filled=filled, who=who)


def test_the_fixed_words_of_a_letter_are_not_asked_about() -> None:
    """Headings, and names that the school wrote into its Word file itself; a short piece after a field is."""
    assert asked(letter()) == ["Zebedee Committee"]


@pytest.mark.parametrize(
    "filled",
    [
        "Quentin saw it",
        "Rudyard Telephone",
        "as Purposely said",
        "the Quiet Zebedee Corridors",
        "Purpose Adebayo",
    ],
)
def test_what_was_filled_in_is_asked_about(filled: str) -> None:
    """Also where it holds a word of a heading, or words of the file in another order."""
    assert len(asked(letter(filled))) == len(asked(letter())) + 1
    assert len(asked(letter(who=filled))) == len(asked(letter())) + 1


def test_the_same_words_in_an_email_are_asked_about() -> None:
    """Only our own letters have fixed words."""
    mail = replace(PAGE, page="mail/2857b7fa22032809.eml")
    assert {"Telephone", "Purpose"} <= set(asked(letter(), spot=mail))


def test_a_protected_name_is_asked_about_wherever_it_stands() -> None:
    """A parent is called as the school's own Word file calls something."""
    other = an_adult(
        person_id="A9", given_name="Corridors", family_name="Mossop", email="", address=(), relationships={}
    )
    redaction = redaction_for(ADULT, register_of(ADULT, other), [], a_school())
    looking = Looking(subject="A1", fixed=KnownText([TEMPLATE]))
    shown = redaction.looked_at(looking).with_marks(letter(), PAGE)[0]
    assert "Mossop" not in shown
    assert "Corridors" not in shown


def test_what_a_reviewer_took_out_before_stays_out() -> None:
    """A choice that was made while such words were still asked about."""
    looking = Looking(subject="A1")
    REDACTION.looked_at(looking).with_marks(letter(), PAGE)
    key = next(one.key for text in looking.texts for one in text.passages if one.written == "Telephone")
    assert "Telephone" in asked(letter(), marks=Marks(goes=frozenset({key})))


def test_the_key_of_a_passage_stays_where_fixed_words_are_the_same() -> None:
    """Else a choice would move to another place with these words."""
    text = letter("we rang: Telephone")
    fixed, plain = Looking(subject="A1", fixed=KnownText([TEMPLATE])), Looking(subject="A1")
    for looking in (fixed, plain):
        REDACTION.looked_at(looking).with_marks(text, PAGE)
    asked_with, asked_without = (
        [one.key for one in looking.texts[0].passages if one.written == "Telephone"]
        for looking in (fixed, plain)
    )
    assert asked_with == asked_without[1:]
    assert asked_with


def test_a_letter_as_it_ships_asks_only_about_what_was_filled_in(tmp_path: Path) -> None:
    """Of its headings, the law, the Commissioner and the school's complaints procedure nobody is asked."""
    school = posted_school(tmp_path)
    pages = pages_of(school.office, "2026-0001").pages
    (letter_page,) = [
        page for page in pages if page.name.startswith("letters/") and page.name.endswith(".docx")
    ]
    assert {one.written for one in letter_page.passages} <= {"Lowell", "Mr Lowell"}
    assert "Telephone" in letter_page.texts[0].text


def test_the_addresses_of_the_school_and_of_its_role_holders_stay() -> None:
    """Every one of them, whether or not it is both."""
    school = a_school()
    holders = {one.email for one in school.holders}
    kept = allowed_contacts(ADULT, school)
    assert holders - school.own_addresses
    assert school.own_addresses - holders
    assert kept >= holders | school.own_addresses


def test_the_telephone_number_of_the_commissioner_stays() -> None:
    """It is one of the legal facts; another number beside it goes."""
    school = a_school()
    line = f"or the Commissioner ({school.legal.words('data_regulator_contact')}), or 01632 960999."
    shown = REDACTION.with_marks(line, PAGE)[0]
    assert school.legal.words("data_regulator_contact") in shown
    assert "960999" not in shown
    assert "03031231113" in {"".join(one.split()) for one in allowed_contacts(ADULT, school)}
