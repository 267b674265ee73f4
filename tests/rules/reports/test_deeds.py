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


@pytest.mark.parametrize(
    ("deed", "about", "mail"),
    [
        (
            Deed.CONTACT,
            About.STAFF,
            form_report("Asked about maths", where="direct message to my private account"),
        ),
        (Deed.IMPERSONATION, About.SCHOOL, form_report("Term dates", where="Facebook page with our crest")),
        (Deed.REPEATED, About.ANYBODY, form_report("The same", posted_on="2, 4, 5 and 9 November")),
    ],
)
def test_a_forms_lines_tell_of_a_deed_by_themselves(deed: Deed, about: About, mail: Report) -> None:
    """Where it was posted, and on how many days."""
    assert (deed, about) in told(mail)


def test_one_day_in_figures_is_no_repetition() -> None:
    """The parts of a date are not days."""
    assert (Deed.REPEATED, About.ANYBODY) not in told(form_report("The same", posted_on="4/11/26, 7.30 pm"))


def test_what_did_not_happen_is_no_deed() -> None:
    """A fight that nobody wants is none."""
    found = told(report("He posted about her netball. I do not want a fight at the gate."))
    assert Deed.SITE_ASSAULT not in {deed for deed, _ in found}


def test_following_somebody_home_is_no_parking() -> None:
    """A car outside somebody's own house is not on the school's premises."""
    found = {deed for deed, _ in told(report("He followed me home and parked outside my flat."))}
    assert Deed.REPEATED in found
    assert Deed.SITE_PARKING not in found


def test_whoever_only_showed_it_is_not_whom_it_is_about() -> None:
    """Another mum showed it; Miss Pell is run down."""
    found = told(report("Another mum showed me his post on Facebook calling Miss Pell a drip."))
    assert (Deed.WORDS, About.STAFF) in found
    assert (Deed.WORDS, About.PARENT) not in found


def test_an_or_else_in_quoted_words_is_a_threat() -> None:
    """Something is demanded, and what happens otherwise."""
    mail = report('He messaged "Set 2 by Friday or I stick the video on Facebook".')
    assert Deed.THREAT in {deed for deed, _ in told(mail)}


def test_the_owner_of_a_teacher_is_no_pupil() -> None:
    """A lad has a teacher: it is the teacher who is meant."""
    found = told(form_report('"my lads teacher is a right drip"'))
    assert (Deed.WORDS, About.STAFF) in found
    assert (Deed.WORDS, About.PUPIL) not in found


@pytest.mark.parametrize(
    "text",
    [
        "Mr Okoro, Lina's father, has written on Facebook that Miss Pell is a liar.",
        "Dan Okoro (Lina's dad) wrote in the group chat that Miss Pell is a liar.",
        "Lina's mum has posted on Facebook that Miss Pell is a liar.",
        "I'm Lina's mum. On Facebook somebody called Miss Pell a liar.",
        "Mr Okoro, who is Lina's father, posted that Miss Pell is a liar.",
    ],
)
def test_kin_words_that_say_who_wrote_it_are_nobody_it_is_about(text: str) -> None:
    """The words were about Miss Pell alone."""
    assert (Deed.WORDS, About.STAFF) in told(report(text))
    assert About.PARENT not in {about for _, about in told(report(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Ada's mum posted on Facebook that Lina's mum is a liar.",
        "He called Lina's mum a liar on Facebook.",
        "In the group chat Mr Okoro wrote about Lina's mum, saying that she is a liar.",
    ],
)
def test_a_parent_who_is_run_down_is_told_of(text: str) -> None:
    """Kin words for whom it was about stay."""
    assert (Deed.WORDS, About.PARENT) in told(report(text))
