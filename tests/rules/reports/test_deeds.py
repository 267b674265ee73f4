"""What was done and to whom: by verbs and names, never by the insult."""

import pytest
from made_reports import ADULTS, PUPILS, form_report, report

from letterladder.rules.people.staff_spoken import staff_names
from letterladder.rules.reports.deeds import deeds_of
from letterladder.rules.reports.naming import Names
from letterladder.rules.texts.report import Report
from letterladder.rules.words import About, Deed

NAMES = Names(staff=staff_names(["Miss Fay Pell", "Mr Ola Bright"], ADULTS), pupils=PUPILS)


def told(mail: Report, *, from_staff: bool = True) -> set[tuple[Deed, About]]:
    """The deeds of a report with whom they are about."""
    return {(one.deed, one.about) for one in deeds_of(mail, NAMES, from_staff=from_staff)}


@pytest.mark.parametrize("insult", ["wazzock", "flump", "numpty of the first water", "soggy biscuit"])
def test_an_insult_is_told_by_whom_it_is_about(insult: str) -> None:
    """No list knows these words."""
    assert (Deed.WORDS, About.STAFF) in told(form_report(f'"Miss Pell is a {insult}"'))


@pytest.mark.parametrize(
    ("what", "deed", "about"),
    [
        ("She put up photos of Lina and two others", Deed.PICTURE, About.PUPIL),
        ("He filmed Miss Pell and put the clip on TikTok", Deed.VIDEO, About.STAFF),
        ("He says Miss Pell pocketed the trip money", Deed.CLAIM, About.STAFF),
        ("A page that looks like the school's, with our badge", Deed.IMPERSONATION, About.SCHOOL),
        ("He has sent Miss Pell a friend request", Deed.CONTACT, About.STAFF),
        ("He keeps posting about Miss Pell every night", Deed.REPEATED, About.ANYBODY),
        ("He says Miss Pell hit his son", Deed.ALLEGATION, About.STAFF),
        ("A petition against the uniform policy", Deed.CRITICISM, About.SCHOOL),
        ("He wants these foreigners sent home", Deed.HATE, About.ANYBODY),
        ("Lina's mum is a two-faced cow, he wrote", Deed.WORDS, About.PARENT),
    ],
)
def test_each_deed_is_told_by_its_verbs(what: str, deed: Deed, about: About) -> None:
    """One row a deed."""
    assert (deed, about) in told(form_report(what)) or (deed, About.ANYBODY) in told(form_report(what))


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("He was swearing at Miss Pell at the gate.", Deed.SITE_ABUSE),
        ("She shoved Mr Bright against the wall in reception.", Deed.SITE_ASSAULT),
        ("He kicked the office door until the glass broke.", Deed.SITE_DAMAGE),
        ("She climbed over the playground fence again.", Deed.SITE_TRESPASS),
        ("He cornered Miss Pell in the corridor and would not let her go.", Deed.SITE_PRESSING),
        ("He smelt of beer at home time.", Deed.SITE_ALCOHOL),
        ("Her spaniel was loose on the playground.", Deed.SITE_DOGS),
        ("He parked across the school gate on the zigzags.", Deed.SITE_PARKING),
        ("She was filming the children through the fence.", Deed.SITE_FILMING),
        ("At the gate he said he would knock Mr Bright's teeth out.", Deed.SITE_THREAT),
    ],
)
def test_what_happens_on_site_is_no_post(text: str, deed: Deed) -> None:
    """It has its own deeds, and nothing was published."""
    deeds = {one for one, _ in told(report(text))}
    assert deed in deeds
    assert Deed.WORDS not in deeds


def test_me_is_whoever_reports() -> None:
    """A teacher's "me" is a member of staff, a mother's a parent."""
    mail = report("He called me a cow on Facebook")
    assert (Deed.WORDS, About.STAFF) in told(mail)
    assert (Deed.WORDS, About.PARENT) in told(mail, from_staff=False)


def test_an_unknown_mrs_is_nobody_of_the_staff() -> None:
    """A title proves nothing."""
    found = deeds_of(form_report('"Mrs Unheard is a cow"'), NAMES, from_staff=False)
    assert not any(one.about is About.STAFF for one in found)
