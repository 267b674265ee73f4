"""What is left of an email that a machine wrote: its own words, and nothing that it quotes or returns."""

from dataclasses import replace

from made_reports import form_report

from letterladder.rules.reports.machines import as_told
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
