"""Made-up reporters and reports, every letter that goes to the adult, and what is planted in it: no leak stays unseen.

Each example takes a reporter, a report, a letter and a kind of leak; the clean letter has no hit that blocks it and
none that is shown, and with the leak planted in any line of it there is one, however the leak is written.
"""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from cast import a_school, an_adult
from hypothesis import given
from hypothesis import strategies as st
from made_reports import report
from shipped import FILES, SHEETS

from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.privacy.account import Account
from letterladder.rules.privacy.redaction_terms import Reporter
from letterladder.rules.privacy.reporter_guard import Guard
from letterladder.rules.privacy.reporter_marks import kept_for
from letterladder.rules.privacy.reporter_traits import noted_traits, register_traits, together, told_traits
from letterladder.rules.reports.posted_words import posters_words
from letterladder.rules.texts.report import Report

GOLDEN = Path(__file__).resolve().parents[2] / "letters"
TO_THE_ADULT = sorted(set(FILES) - SHEETS)
STOTT = an_adult()
RUBY = Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")
_NAMES = """
Jo Bo Ida Zoë Anne-Marie D'Arcy Siân Łucja Nkem Oluwaseun Mei Áine José Priya Will Grace Björn Ngọc Maryam Tom
Ng O'Hare Müller-Hart St-John Żuk Okoro Smith-Jones O’Dea Wu Ó-Murchú Price May Åkesson D'Souza Li Hill
"""
GIVEN, FAMILY = (line.split() for line in _NAMES.strip().split("\n"))
STREETS = (
    "14 Canal Row",
    "Flat 2, 31b Lower Mill Lane",
    "7 St Aidan's Close",
    "102 Weir Street",
    "3 The Crescent",
)
QUOTE = "Miss Harker is useless and everyone knows it"
ACCOUNTS = (
    "She came to find me at the swings and showed me the whole page on her phone",
    "It has been shared round our street and the corner shop man asked me about it",
    "I only saw it because the swimming club put the link on their noticeboard",
)
PLANTED = ("name", "initial", "titled", "turned", "bare", "child", "address", "postcode", "email", "phone")
PLACES = st.tuples(st.integers(0, 9), st.integers(0, 999))
"""Which way of writing it, and in which line."""
SHOWN = ("sentence", "relation", "class", "telling")


@dataclass(frozen=True)
class Told:
    """A reporter as the register has them, their child, and what they wrote."""

    adult: Adult
    child: Pupil
    account: str
    mail: Report


@st.composite
def reporters(draw: st.DrawFn) -> Told:
    """Somebody with a name, an address, a number and a child, who reports Mr Stott."""
    given_name, family = draw(st.sampled_from(GIVEN)), draw(st.sampled_from(FAMILY))
    child = draw(st.sampled_from([one for one in GIVEN if one != given_name]))
    street, digits = draw(st.sampled_from(STREETS)), f"{draw(st.integers(200, 999))}"
    account, title = draw(st.sampled_from(ACCOUNTS)), draw(st.sampled_from(("Mr", "Mrs", "Ms", "Dr")))
    known = draw(st.booleans())
    pupil = Pupil(pupil_id="P2", given_name=child, family_name=family, school_class="2A")
    person = Adult(
        person_id="A2",
        title=title,
        given_name=given_name,
        family_name=family,
        relationships={"P2": "Parent"} if known else {},
        address=(street, "Wexmoor", "ZZ98 7QQ"),
        email=f"x{digits}@letterbox.example",
        phone=f"01632 960{digits}",
    )
    text = (
        f'Mr Stott wrote "{QUOTE}" on Facebook. {account}. My daughter {child} in 2A saw it.\n\nKind regards\n'
        f"{given_name} {family}\n{street}\nZZ98 7QQ\n{person.phone}\n"
    )
    mail = report(
        text,
        from_name=f"{given_name} {family}",
        from_address=person.email,
        received=datetime(2026, 11, 2, tzinfo=UTC),
    )
    return Told(adult=person, child=pupil, account=account, mail=mail)


def guard(told: Told) -> Guard:
    """What knows the reporter, as the program puts it together."""
    people = PeopleRegister(adults={"A1": STOTT, "A2": told.adult}, pupils={"P1": RUBY, "P2": told.child})
    known = noted_traits(Reporter(name=told.mail.from_name, address=told.mail.from_address))
    known = together([known, told_traits(told.mail)])
    known = together([known, register_traits(known, [told.mail.from_address], people, STOTT)])
    return Guard(known, kept_for(STOTT, (RUBY,), a_school(), *STAFF))


def account(told: Told) -> Account:
    """What knows the account."""
    return Account([told.mail], posters_words(told.mail), (), [RUBY.school_class])


STAFF = (
    "Millbrook Primary School",
    "Mrs Catherine Ellwood",
    "Mr Tom Reddish",
    "Mrs Jean Oldroyd",
    "Mr Alan Priestley",
)


@cache
def clean(name: str) -> str:
    """One letter to the adult with its sample fields, as it is agreed on."""
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def planted(kind: str, told: Told, way: int) -> str:
    """A leak of this kind, written in one of several ways."""
    person, child = told.adult, told.child
    whole = f"{person.given_name} {person.family_name}"
    tail = person.phone[-3:]
    ways = {
        "name": (
            whole,
            whole.upper(),
            whole.lower(),
            _plain(whole),
            whole.replace("'", "’"),
            f"{whole}'s post",
        ),
        "initial": (
            f"{person.given_name[0]} {person.family_name}",
            f"{person.given_name[0]}. {person.family_name}",
        ),
        "titled": (f"{person.title} {person.family_name}", f"{person.title}. {person.family_name}"),
        "turned": (
            f"{person.family_name}, {person.given_name}",
            f"{person.family_name.upper()} {person.given_name}",
        ),
        "bare": (f"we heard from {person.given_name} about it", f"and then {person.given_name} told us"),
        "child": (f"a child, {child.given_name}, cried", f"{child.given_name} {child.family_name}"),
        "address": (
            person.address[0],
            person.address[0].replace(",", ""),
            f"at {person.address[0]}, Wexmoor",
        ),
        "postcode": ("ZZ98 7QQ", "zz987qq", "ZZ987QQ"),
        "email": (person.email, person.email.upper(), f"<{person.email}>"),
        "phone": (
            f"01632 960{tail}",
            f"01632960{tail}",
            f"+44 1632 960{tail}",
            f"+44 (0)1632 960 {tail}",
            f"0044 1632-960-{tail}",
            f"960{tail}",
            f"01632/960.{tail}",
        ),
        "sentence": (
            told.account,
            told.account.lower(),
            f"as we read: {told.account}!",
            told.account.split(" and ")[0],
        ),
        "relation": ("my daughter", "My own daughter", "our daughter"),
        "class": ("a child in 2A", "Class 2a", "the pupils of 2A"),
        "telling": (
            "another parent told us",
            "it was reported to us by a parent",
            "a neighbour showed it to us",
            "we heard of it from another family",
            "your sister told us",
        ),
    }[kind]
    return ways[way % len(ways)]


def _plain(text: str) -> str:
    """The letters without their accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def put(text: str, leak: str, line: int) -> str:
    """The letter with the leak at the end of one of its lines, inside a sentence."""
    lines = text.split("\n")
    place = line % len(lines)
    lines[place] = f"{lines[place]} This is about what {leak} here"
    return "\n".join(lines)


@given(told=reporters(), name=st.sampled_from(TO_THE_ADULT))
def test_no_ordinary_letter_is_blocked_and_nothing_is_shown(told: Told, name: str) -> None:
    """Whoever reported, the letters as they ship hold nothing of it, the poster's own words among them."""
    assert [(one.trait, clean(name)[one.start : one.end]) for one in guard(told).leaks(clean(name))] == []
    assert [(one.sign, clean(name)[one.start : one.end]) for one in account(told).hits(clean(name))] == []


@pytest.mark.parametrize("kind", PLANTED)
@given(told=reporters(), name=st.sampled_from(TO_THE_ADULT), at=PLACES)
def test_what_leads_to_a_reporter_blocks_the_letter(
    *, kind: str, told: Told, name: str, at: tuple[int, int]
) -> None:
    """Names in any spelling, a child, an address, a number, in any line of any letter."""
    text = put(clean(name), planted(kind, told, at[0]), at[1])
    assert guard(told).leaks(text)


@pytest.mark.parametrize("kind", SHOWN)
@given(told=reporters(), name=st.sampled_from(TO_THE_ADULT), at=PLACES)
def test_what_was_taken_from_the_account_is_shown(
    *, kind: str, told: Told, name: str, at: tuple[int, int]
) -> None:
    """The reporter's sentences, relationships, their child's class, and that somebody told the school."""
    text = put(clean(name), planted(kind, told, at[0]), at[1])
    assert kind in {one.sign.name.lower() for one in account(told).hits(text)}
