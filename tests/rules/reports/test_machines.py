"""What is left of an email that a machine wrote: its own words, and nothing that it quotes or returns."""

from pathlib import Path
from typing import Any

from made_reports import REGISTER, form_report, report, shipped_policy
from whole_answers import agreed

from letterladder.ground.values import replace
from letterladder.rules.reports.machines import as_told, why_for_people
from letterladder.rules.texts.report import FormFields

MAIL = replace(
    form_report("He put up a photo"),
    own_words="I am away.",
    forwarded=("He put up a photo",),
    unshown="hidden",
    unshown_inside="hidden inside",
    is_bounce=True,
)


def test_an_email_that_a_person_may_have_written_stays_whole() -> None:
    """Also where it seems a bounce."""
    assert as_told(MAIL) is MAIL


def test_of_a_machines_email_its_own_words_are_left() -> None:
    """It is read as a person's then: no robot and no bounce, with the machine's sign."""
    expected = replace(
        MAIL,
        text="I am away.",
        forwarded=(),
        unshown_inside="",
        form=FormFields(),
        robot="",
        is_bounce=False,
        sign="an automatic answer",
    )
    assert as_told(replace(MAIL, robot="an automatic answer")) == expected
    signed = replace(MAIL, robot="an automatic answer", sign="a list")
    assert as_told(signed) == replace(expected, sign="a list")


STAFF = ("Mr Ola Bright", "Miss Fay Pell", "Greta")
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("I am away until Monday.", {}),
    ("I will kill him tonight.", {}),
    ("I am so sorry that I posted it.", {}),
    ("I am so sorry that I posted it.", {"bounced": ("<1@x>",)}),
    ("I am so sorry that I posted it.", {"bounced_to": ("x@mail.example",)}),
    ("Ned Farrow does not work here.", {}),
    ("Ned Farrow does not work here.", {"from_address": "ned.farrow@mail.example"}),
    ("Write to ned.farrow@mail.example instead.", {}),
    ("Tess Farrow is absent.", {}),
    ("Tess's dad is away.", {}),
    ("The Farrow account is closed.", {}),
    ("the farrow account is closed.", {}),
    ("Our Weiß-Bright line is engaged.", {}),
    ("Away. Ask Ola Bright.", {}),
    ("Away. Ask Mr Bright.", {}),
    ("Away. Ask Bright.", {}),
    ("Away. Ask Greta.", {}),
    ("Away. Ask Miss Greta.", {}),
    ("Away. Ask Fay Pell or Mr Ola Bright.", {}),
    ("Write to ola.bright@school.example.", {}),
    ("Away. Ask Ola Bright.", {"bounced": ("<1@x>",)}),
    ("Away. Ask Ola Bright.", {"bounced_to": ("x@mail.example",)}),
    ("A parent posted a photo of my daughter on Facebook.", {}),
    ("A parent posted a photo of my daughter on Facebook.", {"bounced": ("<1@x>",)}),
    ("A parent posted a photo of my daughter on Facebook.", {"bounced_to": ("x@mail.example",)}),
    ("Away.", {"subject": "Re: Ned Farrow"}),
    ("Away.", {"subject": "Re: Ola Bright"}),
]


def test_why_a_person_must_see_it_is_said_in_these_words() -> None:
    """Danger, then the register, then staff, then conduct; of a bounce the first two alone."""
    register, policy = REGISTER, shipped_policy()
    told = {
        f"{words} {others or ''}": why_for_people(report(words, **others), register, policy, staff=STAFF)
        for words, others in ASKED
    }
    agreed(Path(__file__).parent / "machines_for_people.txt", told)


def test_the_adult_our_own_email_went_to_may_be_named() -> None:
    """By whole name and by family name; others of that name may not."""
    ned = next(one for one in REGISTER.adults.values() if one.given_name == "Ned")
    policy = shipped_policy()
    for words in ("Ned Farrow is away.", "The Farrow account is closed."):
        assert why_for_people(report(words), REGISTER, policy)
        assert why_for_people(report(words), REGISTER, policy, but=ned.person_id) == ""
    assert why_for_people(report("Mary Quill is away."), REGISTER, policy, but=ned.person_id)
