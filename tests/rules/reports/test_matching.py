"""Which adult is meant."""

import pytest
from made_reports import REGISTER, form_report, report

from letterladder.rules.mails.mail_event import Suggestion
from letterladder.rules.people.people import Adult, PeopleRegister
from letterladder.rules.reports.matching import (
    is_the_adults_own,
    names_of,
    pupils_of_report,
    suggest_adults,
)
from letterladder.rules.texts.report import Report


def exact(mail: Report) -> list[str]:
    """Who may be acted on."""
    return [one.adult for one in suggest_adults(mail, REGISTER) if one.exact]


def suggested(mail: Report) -> set[str]:
    """Who is suggested at all."""
    return {one.adult for one in suggest_adults(mail, REGISTER)}


@pytest.mark.parametrize(
    ("expected", "parent", "pupil"),
    [
        ("A1", "Mr Ned Farrow", "Tess Farrow 4K"),
        ("A1", "FARROW, Ned", "tess farrow (4k)"),
        ("A1", "N Farrow", "Tess"),
        ("A1", "Mr Farrow", "Tess Farrow, 4K"),
        ("A1", "Ned Farrow", ""),
        ("A1", "Ned Farrow (father)", "Tess, 4K"),
        ("A1", "dad", "Tess Farrow 4K"),
        ("A3", "Lina's dad", "Lina Haddad 3K"),
        ("A4", "father", "Lina, 3P"),
        ("A5", "Anne Weiss Bright", "Jonah 6H"),
        ("A5", "Mrs Weiss-Bright", "Jonah Weiß-Bright"),
        ("A9", "Mary Quill", "Orla Quill 2P"),
        ("A10", "Mary Quill", "Dot Quill 2P"),
        ("A11", "Uma ODell", "Orla 2P"),
    ],
)
def test_a_form_whose_every_word_fits_one_adult_is_exact(expected: str, parent: str, pupil: str) -> None:
    """The form's two lines together name one adult, whatever the spelling."""
    assert exact(form_report("x", parent, pupil)) == [expected]


@pytest.mark.parametrize(
    ("expected", "parent", "pupil"),
    [
        ({"A1"}, "Nedd Farow", "Tess Farrow 4K"),
        ({"A1", "A2"}, "Mr and Mrs Farrow", "Tess Farrow 4K"),
        ({"A1", "A2"}, "", "Tess Farrow 4K"),
        ({"A1"}, "Ned Farrow", "Lina Haddad 3K"),
        ({"A1"}, "Ned Farrow", "Zeb Stranger 9Z"),
        ({"A1"}, "Ned Farrow", "Tess Farrow 6H"),
        ({"A1"}, "Ned Farrow?", "Tess Farrow 4K"),
        ({"A1"}, "Mr Farrow", ""),
        ({"A9", "A10"}, "Mary Quill", ""),
        ({"A3", "A4"}, "Lina's dad", "Lina, Year 3"),
        ({"A7", "A8"}, "mum", "Robin Beck RP"),
        ({"A1", "A3"}, "Ned Farrow or Sami Haddad", "Tess Farrow 4K"),
    ],
)
def test_a_form_that_leaves_a_doubt_only_suggests(expected: set[str], parent: str, pupil: str) -> None:
    """A letter to the wrong person is the worst that can happen: a doubt leaves it to people."""
    mail = form_report("x", parent, pupil)
    assert exact(mail) == []
    assert suggested(mail) == expected


@pytest.mark.parametrize(
    "account", ["ned.farrow", "ned_farrow", "ned.farrow@postbox.example", "Ned.Farrow at postbox"]
)
def test_an_address_or_account_that_bears_a_name_only_suggests(account: str) -> None:
    """Anybody may give it as theirs: a mother asked to have her own old address taken off, and was the adult meant."""
    mail = report(f"Please take off {account}, he keeps the phone and wants to see who it is.")
    assert exact(mail) == []
    assert suggested(mail) == {"A1"}
    assert exact(report("Ned Farrow posted on Facebook that Miss Pell is a cow.")) == ["A1"]


def test_an_unknown_parent_of_a_known_pupil_suggests_that_pupils_adults() -> None:
    """The office sees who belongs to the child."""
    mail = form_report("x", "Darren Unheard", "Tess Farrow 4K")
    assert (exact(mail), suggested(mail)) == ([], {"A1", "A2"})


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("A1", "Ned Farrow (Tess, 4K) put this on his Facebook last night"),
        ("A1", "have you seen what ned farrow has put on tiktok about miss pell"),
        ("A1", "The post is by Ned Farrow. He calls Miss Pell thick."),
        ("A1", "Ned Farrow wrote on WhatsApp about Mary Quill, calling her a tramp."),
        ("A3", "Lina Haddad's dad has written something nasty"),
        ("A4", "The dad of Lina in 3P put up a photo of my son"),
        ("A10", "Mary Quill (Dot, 2P) posted a rant about the office"),
        ("A12", "Orla Quill's grandad posted a rant about the office"),
        ("A3", "Mr Haddad, Lina's dad in 3K, wrote an awful comment"),
    ],
)
def test_a_text_that_names_the_poster_in_full_is_exact(expected: str, text: str) -> None:
    """Name and part are told beyond doubt."""
    assert exact(report(text)) == [expected]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ({"A3", "A4"}, "Lina's dad in Year 3 has written something nasty on WhatsApp"),
        ({"A9", "A10"}, "Mary Quill has put up a horrible post"),
        ({"A1", "A3"}, "Ned Farrow and Sami Haddad posted insults"),
        ({"A1"}, "Tess's dad wrote an awful comment"),
        ({"A1"}, "It may be Ned Farrow who posted this"),
        ({"A1"}, "Ned Farrow might have posted this"),
        ({"A1"}, "It was not Ned Farrow who posted this"),
        ({"A1"}, "Posted by Darren Unheard. Ned Farrow put a heart under it."),
        ({"A1"}, "Post by Nedd Farrow about Miss Pell"),
        ({"A1"}, "Ned Farrow's daughter was called names in a post"),
        ({"A1"}, "Ned Farrow (Lina, 3K) posted this"),
        ({"A1"}, "I know Mr Farrow wrote something"),
    ],
)
def test_a_text_that_leaves_a_doubt_only_suggests(expected: set[str], text: str) -> None:
    """Two who may be meant, a guess, a stranger, another child: a person decides."""
    mail = report(text)
    assert (exact(mail), suggested(mail)) == ([], expected)


@pytest.mark.parametrize(
    "text",
    [
        "Somebody put a nasty post about Ned Farrow on Facebook",
        "Ned Farrow was called a scrounger on Facebook",
        "Ned Farrow told me that somebody is rude on the group",
        "Mrs Zawadzka helped my son. A parent wrote about her on Facebook.",
        "See below, forwarded by Ned Farrow.",
        "Lina's uncle posted a photo",
    ],
)
def test_targets_witnesses_and_staff_are_not_suggested(text: str) -> None:
    """Being named is not having posted."""
    assert suggested(report(text)) == set()


def test_a_parent_who_works_at_the_school_is_suggested_when_named_as_the_poster() -> None:
    """The staff flag hides nobody who is said to have posted."""
    assert exact(report("Beata Zawadzka has put a video on TikTok about Year 2")) == ["A6"]


def test_the_reporter_is_not_suggested_for_signing_the_mail() -> None:
    """A parent reports about another; both names are in the email."""
    text = "Sami Haddad posted that the head is a clown.\n\nI am Ned Farrow and I wrote to you before."
    mail = report(text, from_address="ned.farrow@mail.example", from_name="Ned Farrow")
    assert (exact(mail), suggested(mail)) == (["A3"], {"A3"})


def test_the_names_of_those_who_forwarded_a_mail_are_not_suggested() -> None:
    """Header lines of forwarded emails name senders, not posters."""
    text = "See below.\n\nFrom: Ned Farrow\nSent: 8 November 2026 10:00\nTo: Mary Quill\n\nSami Haddad posted this."
    assert suggested(report(text)) == {"A3"}


def test_a_polish_report_suggests_through_the_bent_name() -> None:
    """The words "tata Liny" mean Lina's father; there are two, and a guess is never exact."""
    mail = report("Tata Liny z klasy trzeciej napisał, że pani Pell jest głupia")
    assert (exact(mail), suggested(mail)) == ([], {"A3", "A4"})


def test_the_reason_is_in_office_words() -> None:
    """The office reads why somebody is suggested."""
    found = suggest_adults(form_report("x"), REGISTER)
    assert found[0].why == "the form names Mr Ned Farrow, father of Tess Farrow 4K"


@pytest.mark.parametrize(
    ("expected", "address"), [(True, "Ned.Farrow@mail.example"), (False, "ned@mail.example")]
)
def test_a_mail_from_the_adults_own_address_is_his(expected: bool, address: str) -> None:
    """Addresses compare without regard to case."""
    assert is_the_adults_own(report(from_address=address), REGISTER, "A1") is expected


def test_an_adult_without_an_address_owns_no_mail() -> None:
    """An empty address in the register is not equal to an empty sender."""
    assert is_the_adults_own(report(from_address=""), REGISTER, "A2") is False


def test_the_pupil_named_is_the_one_the_case_is_about() -> None:
    """An adult's only pupil stands in where none is named; a pupil of others is not taken."""
    assert pupils_of_report(form_report("x"), REGISTER, "A1") == ("P1",)
    assert pupils_of_report(report("He posted about Lina Haddad 3K"), REGISTER, "A1") == ("P1",)


def test_family_names_are_known_without_a_capital_where_they_are_long_enough() -> None:
    """A short one, such as May, is a word like any other; the adult's own is left out."""
    people = {
        number: Adult(
            person_id=number, title="Mr", given_name="Sam", family_name=name, relationships={}, address=()
        )
        for number, name in (("X1", "May"), ("X2", "Stott"), ("X3", "Abara"), ("X4", "Hill"))
    }
    register = PeopleRegister(adults=people)
    known = names_of((), register, [Suggestion(adult="X2", why="x")]).families
    assert known.among({"may", "stott", "abara", "hill"}) == ["Abara"]
