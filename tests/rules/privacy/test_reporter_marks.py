"""What the letters of an adult may print although a reporter shares it."""

from cast import a_school, an_adult

from letterladder.ground.values import replace
from letterladder.rules.people.people import Pupil
from letterladder.rules.privacy.reporter_marks import kept_for

ADULT = an_adult(title="Mr", given_name="Gavin James", family_name="Stott")
CHILD = Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4A")


def test_a_person_may_be_called_by_title_and_family_name() -> None:
    """The last word of the name, however many are before it; a child has no title, and a street is no person."""
    kept = kept_for(ADULT, [CHILD], a_school(), "Dr Ada May Lund", "Mrs", "Governors of Larkfield")
    assert {("mr", "stott"), ("dr", "lund")} <= set(kept.persons)
    assert not {("mr", "gavin"), ("dr", "ada"), ("dr", "may"), ("mrs", "mrs")} & set(kept.persons)
    assert not {one for one in kept.persons if one[0] in {"ruby", "governors", "17"}}


def test_the_words_and_lines_of_the_adult_the_children_and_the_addressee_may_be_printed() -> None:
    """Those of nobody else; without an adult only the school's and the addressee's."""
    kept, nobody = (kept_for(one, own, a_school(), "Ada Lund") for one, own in ((ADULT, [CHILD]), (None, [])))
    assert {"gavin", "stott", "ruby", "ada", "lund"} <= kept.words
    assert ("ruby", "stott") in kept.lines
    assert ("17", "tanner's", "row") in kept.lines or ("17", "tanners", "row") in kept.lines
    assert {"ada", "lund"} <= nobody.words
    assert not {"gavin", "ruby"} & nobody.words


def test_the_contacts_of_the_adult_and_the_school_may_be_printed() -> None:
    """Each in the form in which it is compared: emails in small letters, postcodes without spaces."""
    adult = replace(ADULT, email="Gavin.Stott@Mail.example", phone="01632 960 123")
    contacts = kept_for(adult, [], a_school(), "write to Ada@x.example, ZZ99 4AB").contacts
    assert {"gavin.stott@mail.example", "ada@x.example", "zz992xb", "zz994ab"} <= contacts
    assert any(one.endswith("1632960123") for one in contacts)
