"""Many filled forms, each of other parts: what triage makes of every one stays as it is."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest
from made_reports import REGISTER, SCREENSHOT, form_report, shipped_policy
from whole_answers import Marks

from letterladder.ground.values import replace
from letterladder.rules.people.conflict import Staff
from letterladder.rules.reports.matching import names_of, pupils_of_report, suggest_adults
from letterladder.rules.reports.posted_words import posters_words, words_posted
from letterladder.rules.reports.triage import triage
from letterladder.rules.reports.urgency import alarms_of
from letterladder.rules.texts.report import Report

POLICY = shipped_policy()
STAFF = Staff(
    own_domains=frozenset({"school.example"}),
    approver="Mrs Greta Lyle",
    approver_address="g.lyle@school.example",
    names=("Mr Ola Bright", "Miss Fay Pell"),
)
WHAT = (
    '"Miss Pell is a lazy cow"',
    '"Miss Pell is a thief", he wrote, and "she robbed the trip money"',
    "He posted four pictures of other children from the swimming gala",
    "A video of the nativity with every child in it, Tess included",
    "He called Miss Pell a useless cow in front of the whole queue",
    "He wrote that Mr Bright hit his son, which is untrue",
    "He says Mr Bright hit a child in the corridor",
    '"I will smash her face in", he wrote. We are all shaken',
    "He swore at Miss Pell at the gate and would not leave when asked",
    "He parked across the gate again and blocked the bus",
    "He brought his dog onto the playground and let it off the lead",
    "He made a page that pretends to be the school and asks for money",
    "He keeps messaging Miss Pell late at night on Facebook",
    '"Send them home, the dirty foreigners"',
    "He named two children in Year 4 and said what they had done",
    "He shared what somebody else wrote about the school dinners",
    "He said the school is a shambles and nobody answers the telephone",
    "He wrote the same thing again after we asked him to take it down",
    "He was drunk at the summer fair and shouted at parents",
    "He filmed staff through the fence and put it on TikTok",
    "He grabbed Mr Bright by the arm and pushed him",
    "Something about the school. I did not read all of it",
    "Nobody was named. It may be a joke",
    "He wrote: you all know who I mean, the one in the red car",
)
BESIDE = (
    "",
    "Many thanks, T Reed",
    "Please ring me on 01632 960123, extension 4",
    "I saw it on Tuesday 3 November at half past nine",
    "Mrs Quill told me. She saw it first",
    "He says he did not write it",
    "Tess cried in class this morning and would not say why",
    "It is not true. Mr Bright was not even there",
    "He may come up to the school tonight",
    "This is the third time this term",
    "Miss Pell is very upset and has gone home",
    "They had a knife on the table in the picture, for the cake",
    "We will talk about it at the training day",
)
WHERE = (
    "Facebook",
    "",
    "the playground",
    "Class 4K WhatsApp group",
    "by telephone",
    "https://social.example/p/17",
)
WHO = (
    ("Mr Ned Farrow", "Tess Farrow 4K"),
    ("Mrs Farrow", "Tess"),
    ("Ned Farow", ""),
    ("Tess's dad", "Tess Farrow"),
    ("Mr and Mrs Farrow", "Tess Farrow 4K"),
    ("Mr Haddad", "Lina Haddad 3P and Tess Farrow 4K"),
    ("unknown", "Tess Farrow 4K"),
)
SENDERS = (
    "t.reed@school.example",
    "ned.farrow@mail.example",
    "somebody@mail.example",
    "g.lyle@school.example",
)


def forms() -> dict[str, Report]:
    """Each account beside others in turn, so that every part meets many of the rest."""
    made: dict[str, Report] = {}
    for number, (what, beside) in enumerate(product(WHAT, BESIDE)):
        parent, pupil = WHO[number % len(WHO) if number % 3 == 0 else 0]
        text = f"{what}. {beside}" if number % 2 and beside else what
        form = form_report(
            text,
            parent,
            pupil,
            where=WHERE[(number // 5) % len(WHERE)],
            sender=SENDERS[(number // 7) % len(SENDERS) if number % 4 == 1 else 0],
            **({"on_site": "Yes"} if "playground" in WHERE[(number // 5) % len(WHERE)] else {}),
        )
        if beside and not number % 2:
            form = replace(form, own_words=f"{form.own_words}\n\n{beside}", beside_form=beside)
        if number % 6 == 2:
            form = replace(form, attachments=(SCREENSHOT,))
        made[f"{number:03}"] = form
    return made


FORMS = forms()


def parts_of(name: str) -> Mapping[str, object]:
    """What is made of one form."""
    form = FORMS[name]
    found = triage(form, REGISTER, POLICY, {"A3": "2026-0007"}, staff=STAFF)
    offered = suggest_adults(form, REGISTER)
    names = names_of((), REGISTER, offered, STAFF.all_names)
    return {
        str(found.outcome): found,
        "offered": (offered, pupils_of_report(form, REGISTER, found.adult)),
        "alarms": alarms_of(form, names),
        "quoted": (words_posted(form), posters_words(form)),
    }


NAMES = [*FORMS]
AGREED = Marks(Path(__file__).resolve().parent / "whole_forms.txt", NAMES, parts_of)


@pytest.mark.parametrize("part", range(8))
def test_what_is_made_of_a_form_stays_as_agreed(part: int) -> None:
    """Whom and what it is about, whether a letter may be drafted unasked, what a person must look at first."""
    for name in NAMES[part::8]:
        AGREED.hold(name)
