"""Senders who look like one of the school's own people, and those who do not."""

import pytest
from made_reports import adult, report

from letterladder.rules.mails.look_alikes import Known, edits, look_alike, resembles, skeleton
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.people.school import Person

OWN = "harebell-lane.example"
HEAD = Person(name="Mrs Catherine Ellwood", role="Headteacher", email="c.ellwood@harebell-lane.example")
CHAIR = Person(name="Mr Idris Vaughan", role="Chair of governors", email="idris.vaughan@gmail.com")
TEACHER = Person(name="Miss Amy Pell", role="Teacher", email="a.pell@harebell-lane.example")
KNOWN = Known(
    holders=(HEAD, CHAIR),
    staff=(TEACHER,),
    domains=frozenset({OWN}),
    theirs=frozenset({HEAD.email, CHAIR.email, TEACHER.email, "safeguarding@harebell-lane.example"}),
)
PARENTS = (
    adult("A1", "Mr Idris Vaughan", {}, email="idris@letterbox.example"),
    adult("A2", "Mrs Joan Pell", {}),
)
REGISTER = PeopleRegister(adults={one.person_id: one for one in PARENTS})


def words(name: str, address: str, reply_to: str = "") -> str:
    """What is said of a sender; "" for nothing."""
    mail = report(from_name=name, from_address=address, reply_to=reply_to)
    found = look_alike(mail, KNOWN, REGISTER)
    return found.words if found else ""


@pytest.mark.parametrize(
    "domain",
    [
        "harebel1-lane.example",
        "harebeII-lane.example".casefold(),
        "harebelllane.example",
        "hare-bell-lane.example",
        "harbell-lane.example",
        "harebell-lnae.example",
        "harebell-lame.example",
        "harebell-lane.co.uk",
        "harebell-lane.example.login.test",
        "login.harebell-lane.example.test",
        "harebell-lane-school.test",
        "office.harebell-lane.test",
        "hаrebell-lane.example",
        "xn--hrebell-lane-x9j.example",
    ],
)
def test_a_domain_like_the_schools_is_told(domain: str) -> None:
    """Signs of one shape, letters wrong or swapped, another end, the name within another name, other alphabets."""
    assert resembles(domain, OWN)


@pytest.mark.parametrize(
    "domain",
    [
        OWN,
        "mail.harebell-lane.example",
        "bluebell-lane.example",
        "gmail.com",
        "lane.example",
        "harebell.example",
        "friendsofharebell-lane.test",
        "harebell-lane-pta.test",
        "harebell-lame.kent.sch.uk",
        "",
    ],
)
def test_another_domain_is_not(domain: str) -> None:
    """The school's own, somebody else's, its friends', and a school of nearly the same name."""
    assert not resembles(domain, OWN)


def test_a_schools_own_name_is_told_from_its_authoritys() -> None:
    """In larkfield.kent.sch.uk the school is Larkfield, not Kent."""
    own = "larkfield.kent.sch.uk"
    assert resembles("larkfie1d.co.uk", own)
    assert not resembles("kent.gov.uk", own)
    assert not resembles("kentonline.test", own)


@pytest.mark.parametrize(
    ("expected", "name", "address"),
    [
        ("The name is Mrs Catherine Ellwood's, the address is not: ce@mail.test.", "Catherine Ellwood", "ce@mail.test"),
        ("The name is Mrs Catherine Ellwood's", "ELLWOOD, Catherine (Headteacher)", "ce@mail.test"),
        ("The name is Mrs Catherine Ellwood's", "Mrs Ellwood", "ce@mail.test"),
        ("The name is Mrs Catherine Ellwood's", "Саtherine Ellwооd", "ce@mail.test"),
        ("The name is Mrs Catherine Ellwood's", "Catherlne E1lwood", "ce@mail.test"),
        ("The name is Miss Amy Pell's", "Amy Pell", "amy@mail.test"),
        ("The name shows the address c.ellwood@", "c.ellwood@harebell-lane.example", "x@mail.test"),
        ("The address idris.vaughn@gmail.com is not idris.vaughan@gmail.com", "I V", "idris.vaughn@gmail.com"),
        ("The domain harebel1-lane.example is not the school's harebell-lane.example", "X", "x@harebel1-lane.example"),
        ("The name is Mr Idris Vaughan's", "Idris Vaughan", "idris@mail.test"),
    ],
)  # fmt: skip
def test_a_name_or_address_like_theirs_is_told(expected: str, name: str, address: str) -> None:
    """With the words that a person needs to judge it."""
    assert words(name, address).startswith(expected)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Catherine Ellwood", "C.Ellwood@Harebell-Lane.example"),
        ("Catherine Ellwood", "office@harebell-lane.example"),
        ("Idris Vaughan", "idris@letterbox.example"),
        ("Mr Vaughan", "idris@letterbox.example"),
        ("Mrs Pell", "joan@mail.test"),
        ("Miss Pell", "somebody@mail.test"),
        ("Ned Farrow", "ned.farrow@mail.test"),
        ("Ellwood", "ellwood@mail.test"),
        ("Catherine", "cat@mail.test"),
        ("", "x@mail.test"),
        ("Mr Ellwood", "x@mail.test"),
        ("jo.bloggs@gmail.com", "jo.bloggs@gmail.com"),
    ],
)
def test_their_own_addresses_and_other_people_are_not(name: str, address: str) -> None:
    """Also where the register knows the address as that person's, or has a parent of that title and name."""
    assert words(name, address) == ""


@pytest.mark.parametrize(
    ("expected", "address", "reply_to"),
    [
        (True, HEAD.email, "c.ellwood@mail.test"),
        (False, HEAD.email, "office@harebell-lane.example"),
        (False, HEAD.email, HEAD.email),
        (False, "safeguarding@harebell-lane.example", "parent@mail.test"),
        (False, "parent@mail.test", "other@mail.test"),
    ],
)
def test_answers_that_would_go_elsewhere_are_told_of_people_alone(
    expected: bool, address: str, reply_to: str
) -> None:
    """A form on the website sends with the school's address, and answers go to whoever filled it in."""
    assert ("would not go to" in words("", address, reply_to)) is expected


def test_letters_of_another_alphabet_are_named() -> None:
    """They cannot be seen."""
    assert "(it has letters of another alphabet)" in words("", "x@xn--hrebell-lane-x9j.example")


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [(0, "lane", "lane"), (1, "lane", "lnae"), (1, "lane", "lae"), (1, "lane", "lanes"), (4, "", "lane")],
)  # fmt: skip
def test_edits_are_counted(expected: int, one: str, other: str) -> None:
    """A swap of two neighbours is one."""
    assert edits(one, other) == edits(other, one) == expected


@pytest.mark.parametrize("text", ["Harebell-Lane", "hаrebe11_lane", "HAREBELLLANE"])
def test_what_looks_alike_has_one_skeleton(text: str) -> None:
    """Case, hyphens, ones and letters from elsewhere."""
    assert skeleton(text) == skeleton("harebelllane")
