import pytest
from register.schools import SCHOOL

from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.privacy.redaction import Redaction, Term
from letterladder.rules.privacy.redaction_terms import Reporter, redaction_for
from letterladder.rules.words import Why


def adult(person_id: str, given: str, family: str, **more: str) -> Adult:
    return Adult(
        person_id=person_id,
        title=more.get("title", "Mr"),
        given_name=given,
        family_name=family,
        relationships={more["pupil"]: "Father"} if "pupil" in more else {},
        address=(more.get("street", ""), "Wexmoor", "ZZ99 4AB"),
        email=more.get("email", ""),
        phone=more.get("phone", ""),
    )


def pupil(pupil_id: str, given: str, family: str) -> Pupil:
    return Pupil(pupil_id=pupil_id, given_name=given, family_name=family, school_class="4K")


SUBJECT = adult(
    "A1",
    "Gavin",
    "Stott",
    pupil="P1",
    street="3 Fell Lane",
    email="gavin@letterbox.example",
    phone="01632 960101",
)
OTHERS = [
    adult("A2", "Zoë", "Müller-Hart", pupil="P2", street="17 Tanners Court", email="zmh@letterbox.example"),
    adult("A3", "Will", "O’Brien", street="9 Quayside Walk", phone="01632 960102"),
    adult("A4", "Amy", "Stott", title="Mrs"),
]
PUPILS = [pupil("P1", "Kit", "Stott"), pupil("P2", "Ada", "Müller-Hart"), pupil("P3", "Gavin", "Balogun")]
PEOPLE = PeopleRegister(
    adults={one.person_id: one for one in (SUBJECT, *OTHERS)},
    pupils={one.pupil_id: one for one in PUPILS},
)
REPORTER = Reporter(
    name="Beth Aldous", address="b.aldous@staffroom.example", seen_by="Jo Penhaligon, at break"
)
REDACTION = redaction_for(SUBJECT, PEOPLE, [REPORTER], SCHOOL)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("[withheld: another adult] came", "Zoë Müller-Hart came"),
        ("[withheld: another adult] came", "ZOE MUELLER HART came"),
        ("[withheld: another adult] came", "zoe came"),
        ("ask [withheld: another adult].", "ask Will O'Brien."),
        ("ask [withheld: another adult].", "ask OBrien."),
        ("ask [withheld: another adult].", "ask Will."),
        ("he will ask", "he will ask"),
        ("[withheld: a child] cried", "Ada cried"),
        ("[withheld: a child] cried", "A\u00adda cried"),
        ("[withheld: a child] cried", "Gavin Balogun cried"),
        ("[withheld: another adult] and I", "Mrs Stott and I"),
        ("[withheld: the person who reported] told", "beth told"),
        ("[withheld: the person who reported] told", "Penhaligon told"),
        ("see [withheld: the person who reported].png", "see penhaligon77.png"),
        ("at [withheld: an address, telephone number or email address]", "at 17 Tanners  Court"),
        ("ring [withheld: an address, telephone number or email address]", "ring 01632-960 102"),
        ("ring [withheld: an address, telephone number or email address]", "ring +44 7700 900123"),
        ("to [withheld: an address, telephone number or email address]", "to stranger@homemail.example"),
        ("in [withheld: an address, telephone number or email address]", "in ZZ11 1ZZ"),
    ],
)
def test_what_tells_of_others_is_withheld_with_its_reason(expected: str, text: str) -> None:
    """However it is spelt, and also where it hides within a longer word or a split one."""
    assert REDACTION.text(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr Gavin Stott of 3 Fell Lane, Wexmoor, ZZ99 4AB",
        "his child Kit Stott",
        "gavin@letterbox.example and 01632 960101",
        "Mrs Hollis, a.hollis@larkfield.example",
        "posted on 2026-11-02, answer by 13 November 2026, SHA-256 " + "09af" * 16,
    ],
)
def test_what_is_his_own_or_the_schools_stays(text: str) -> None:
    """Otherwise the copy would tell them nothing."""
    assert REDACTION.text(text) == text


def test_what_was_taken_is_told_to_the_reviewer() -> None:
    """As it was written, with the reason."""
    _, taken = REDACTION.with_marks("Ada and beth")
    assert [(one.written, one.why) for one in taken] == [("Ada", Why.PUPIL), ("beth", Why.REPORTER)]


def test_no_subject_means_every_adult_is_withheld() -> None:
    """An adult who is not in the register has nothing of their own there."""
    assert "Stott" not in redaction_for(None, PEOPLE, [], SCHOOL).text(
        "Mr Gavin Stott, gavin@letterbox.example"
    )


@pytest.mark.parametrize(
    ("expected", "seen_by", "text"),
    [
        (True, "two parents, and me", "two parents at the school office"),
        (True, "the Office", "the office"),
        (True, "Year 4 staff, on Sunday evening", "staff on Sunday evening"),
        (False, "beth aldous", "Aldous said"),
        (False, "Mrs Penhaligon and some others at the gate", "penhaligon was there"),
    ],
)
def test_a_line_about_who_saw_it_is_read_for_names(expected: bool, seen_by: str, text: str) -> None:
    """Plain words in it name nobody and stay in every letter; a name typed small is still a name."""
    redaction = redaction_for(SUBJECT, PEOPLE, [Reporter(seen_by=seen_by)], SCHOOL)
    assert redaction.is_clean(text) is expected


@pytest.mark.parametrize("line", [Reporter(name="Josephine Plumb"), Reporter(seen_by="Josephine Plumb")])
def test_a_reporter_is_not_given_away_by_a_short_form_of_their_name(line: Reporter) -> None:
    """Whoever wrote, and whoever is said to have seen it."""
    assert not redaction_for(SUBJECT, PEOPLE, [line], SCHOOL).is_clean("Josie told us")
    assert redaction_for(SUBJECT, PEOPLE, [], SCHOOL).is_clean("Josie told us")


def test_a_month_is_no_name() -> None:
    """A child called May does not take the dates away; May herself goes."""
    redaction = Redaction([Term(words=("may",), why=Why.PUPIL, capital=True)])
    assert (
        redaction.text("on 5 May 2026, May said she may") == "on 5 May 2026, [withheld: a child] said she may"
    )


def test_overlapping_places_are_one_mark() -> None:
    """A name inside an email address is not marked twice."""
    assert REDACTION.text("b.aldous@staffroom.example").count("[") == 1


@pytest.mark.parametrize("text", ["", "\x00", "[withheld: a child]", "a" * 5000])
def test_any_text_can_be_asked(text: str) -> None:
    """Nothing is raised, and what is clean stays as it is."""
    assert REDACTION.text(text) == text


@pytest.mark.parametrize(
    ("expected", "affected", "text"),
    [
        ("hit [withheld: another adult]", "Mrs Khan, receptionist", "hit Khan"),
        ("hit [withheld: another adult], receptionist", "Mrs Khan, receptionist", "hit Khan, receptionist"),
        ("hit [withheld: another adult]", "tony bright", "hit Bright"),
        ("[withheld: another adult], a receptionist", "Receptionist Mrs Khan", "Khan, a receptionist"),
        (
            "two members of staff at the gate",
            "two members of staff at the gate",
            "two members of staff at the gate",
        ),
        ("Kit was upset, says Mrs Hollis", "Kit Stott; Mrs Hollis", "Kit was upset, says Mrs Hollis"),
    ],
)
def test_whoever_was_affected_on_site_is_not_named_to_the_adult(
    expected: str, affected: str, text: str
) -> None:
    """They are another person; a role, the adult's own child and the school's role holders may be read."""
    assert (
        redaction_for(SUBJECT, PEOPLE, [], SCHOOL, affected=[affected]).text(text).replace("Mrs [", "[")
        == expected
    )
