"""What a copy for one adult does not show: of whom each word is, and which words stay."""

import pytest
from cast import a_school

from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.privacy.redaction_terms import Reporter, redaction_for, reporters_of

SCHOOL = a_school()
BEFORE, OWN, AFTER = "A1", "A2", "A3"


def adult(person_id: str, title: str, name: str, *address: str, email: str = "", child: str = "") -> Adult:
    """Somebody of the register, by "Tessa Falk"."""
    given, _, family = name.partition(" ")
    return Adult(
        person_id=person_id,
        title=title,
        given_name=given,
        family_name=family,
        relationships={child: "Parent"} if child else {},
        address=address,
        email=email,
    )


REGISTER = PeopleRegister(
    adults={
        one.person_id: one
        for one in (
            adult(
                BEFORE,
                "Mrs",
                "Tessa Falk",
                "9 Mill Lane",
                "Quayton",
                email="tess99.falkirk@x.example",
                child="P2",
            ),
            adult(OWN, "Mr", "Gavin Stott", "17 Tanner's Row", email="gavin@x.example", child="P1"),
            adult(AFTER, "Mr", "Bo Van Dyk", "Weir House", child="P2"),
        )
    },
    pupils={
        one.pupil_id: one
        for one in (
            Pupil(pupil_id="P0", given_name="Amy-Lou", family_name="Orr", school_class="1"),
            Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="2"),
            Pupil(pupil_id="P2", given_name="Noah", family_name="Falk", school_class="3"),
        )
    },
)


def taken(text: str, *reporters: Reporter, subject: str = OWN) -> list[str]:
    """What is taken out of a text for this adult; of a copy for nobody, where no such person is known."""
    redaction = redaction_for(REGISTER.adults.get(subject), REGISTER, reporters, SCHOOL)
    return [one.written for one in redaction.with_marks(text)[1]]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Tessa Falk"], "Tessa Falk came."),
        (["Tessa"], "Tessa came."),
        (["Mrs Falk"], "Mrs Falk came."),
        (["Van Dyk"], "Van Dyk came."),
        (["Bo"], "Bo came."),
        (["Noah"], "Noah came."),
        (["Amy-Lou Orr"], "Amy-Lou Orr came."),
        (["Amy-Lou"], "Amy-Lou came."),
        (["9 Mill Lane"], "She lives at 9 Mill Lane."),
        (["Weir House"], "He lives at Weir House."),
        (["falkirk"], "They call her falkirk."),
        ([], "Gavin Stott and Ruby came."),
        ([], "Mr Stott of 17 Tanner's Row came."),
        ([], "Quayton is a town, and so is nine mill."),
        ([], "Room 99 is open; so is room 9."),
    ],
)
def test_of_everybody_else_names_and_lines_are_taken(expected: list[str], text: str) -> None:
    """Whether they are in the register before or after the adult; a lone number or letter is nobody's."""
    assert taken(text) == expected


def test_a_copy_for_nobody_shows_no_adult_and_no_child() -> None:
    """Every one of the register goes."""
    assert taken("Gavin met Tessa, Bo, Ruby and Noah.", subject="") == [
        "Gavin",
        "Tessa",
        "Bo",
        "Ruby",
        "Noah",
    ]


@pytest.mark.parametrize(
    ("expected", "reporter", "text"),
    [
        (["Zelda Quist"], Reporter(name="Zelda Quist"), "Zelda Quist told us."),
        (["Quist"], Reporter(name="Zelda Quist"), "A Quist told us."),
        (["zquist"], Reporter(address="zquist@x.example"), "It was zquist."),
        (["zelda quist"], Reporter(seen_by="zelda quist"), "It was zelda quist."),
        (["zelda"], Reporter(seen_by="me my friend zelda"), "It was zelda."),
        ([], Reporter(seen_by="quirky zealous strolling brookside zelda"), "It was zelda."),
        (["Zelda"], Reporter(seen_by="me and my old friend Zelda"), "It was Zelda and a friend."),
        ([], Reporter(name="The School Office"), "The school office wrote."),
        ([], Reporter(name="Gavin Stott"), "Gavin Stott wrote."),
        ([], Reporter(name="Q. 7"), "Section Q, part 7."),
        ([], Reporter(), "Nobody told us."),
    ],
)
def test_of_a_reporter_the_words_that_may_be_a_name_are_taken(
    expected: list[str], reporter: Reporter, text: str
) -> None:
    """From the name, the email address and who saw it; of a longer line only what has a capital."""
    assert taken(text, reporter) == expected


def test_every_reporter_is_protected() -> None:
    """The first and the last."""
    told = (Reporter(name="Zelda Quist"), Reporter(name="Ida Brask"), Reporter(name="Otto Lunde"))
    assert taken("Quist, Brask and Lunde.", *told) == ["Quist", "Brask", "Lunde"]


def test_what_was_noted_of_the_reporters_is_read() -> None:
    """A field that was not noted is empty."""
    noted = {"a": {"name": "Zelda"}, "b": {"address": "q@x.example", "seen_by": "Ida"}}
    assert reporters_of(noted) == (Reporter(name="Zelda"), Reporter(address="q@x.example", seen_by="Ida"))
