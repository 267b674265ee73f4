"""Which conduct a report mentions."""

import pytest
from made_reports import form_report, policy, report, shipped_policy

from letterladder.rules.people.staff_spoken import staff_names
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.reports.cues import Named, propose_conduct
from letterladder.rules.texts.cue_words import LISTS
from letterladder.rules.texts.report import Report

POLICY = shipped_policy()
WORKS = Named(staff=staff_names(("Mrs Iris Pell", "Mr Noel Poole"), ()))


def proposed(mail: Report) -> set[str]:
    """The kinds proposed by the shipped policy."""
    return {cue.conduct for cue in propose_conduct(mail, POLICY, WORKS)}


def words_for(cue: str, text: str, named: Named | None = None) -> str:
    """The words that fulfil one cue, or ""."""
    one = policy(x=Conduct(id="x", title="x", clause="", cues=(cue,), first=()))
    found = propose_conduct(report(text), one, named or Named())
    return found[0].words if found else ""


@pytest.mark.parametrize(
    ("expected", "what"),
    [
        ("derogatory-staff", '"Mrs Pell is a lazy cow and should not work with kids"'),
        ("derogatory-parent", "He called another mum a slag"),
        ("derogatory-pupil", "She called my son an ugly little rat"),
        ("photo-of-others", "Three pictures of sports day with other children in them"),
        ("naming-child", "He named a pupil in 4K and said what support she gets"),
        ("complaint-online", "A petition to get rid of the uniform"),
        ("false-or-defamatory", "He says the office stole the trip money, which is untrue"),
        ("harassment", "She keeps messaging the page, dozens of messages a day"),
        ("hate", "A homophobic rant about two dads"),
        ("impersonation", "A fake account with our logo"),
        ("staff-contact", "He sent a friend request and messaged me on Instagram"),
        ("threat", '"I know where you live, watch your back"'),
        ("allegation-staff", "He says Mr Poole hit my son"),
        ("other", "Swearing in the comments on the school's post"),
    ],
)
def test_each_kind_of_conduct_is_recognised(expected: str, what: str) -> None:
    """The fourteen kinds of the model policy, each in plain words."""
    assert expected in proposed(form_report(what))


@pytest.mark.parametrize(
    "what",
    [
        "He thinks the phonics scheme is boring",
        "She asked when the hall opens and posted a picture of her cake",
        "A photo of his own daughter at home in her uniform",
        "He praised Mrs Pell",
        "She wants to organise a summer fair and asked for volunteers",
    ],
)
def test_criticism_and_family_life_are_no_conduct(what: str) -> None:
    """Grumbling, a photo of one's own child and praise are nobody's business."""
    assert proposed(form_report(what)) == set()


def test_an_insult_to_a_parent_is_not_one_to_staff() -> None:
    """Whom the words are about decides the kind; the register's names help."""
    mail = report('Ned Farrow put on Facebook about Ida Lamb that she is a "dirty scrounger"')
    found = propose_conduct(mail, POLICY, Named(parents=("Ida Lamb",), staff=WORKS.staff))
    assert [cue.conduct for cue in found] == ["derogatory-parent"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("", "Mr Farrow is rude and calls people stupid"),
        ("", "Mrs Tolliver at number nine is stupid"),
        ("stupid ... Mrs Pell", "Mrs Pell is stupid"),
        ("stupid ... teacher", "Mr Farrow, the Year 4 teacher, is stupid"),
    ],
)
def test_a_title_is_no_sign_of_staff(expected: str, text: str) -> None:
    """Only a name that the school knows, or a word for the work; any other "Mrs X" is nobody."""
    assert words_for("@insult + @staff", text, WORKS) == expected


@pytest.mark.parametrize(
    ("expected", "cue", "text"),
    [
        ("Harassing", "harass*", "Harassing the office"),
        ("", "harass", "Harassing the office"),
        ("", "rat", "He was grateful"),
        ("n’importe quoi", "nimporte quoi", "C’est n’importe quoi"),
        ("sacré\nbleu".replace("\n", " "), "sacre bleu", "sacré\nbleu"),
        ("page ... fake", "page + fake", "a fake club page"),
        ("", "page + fake", "a page." + " far away" * 40 + " fake"),
        ("waste of space", "@insult", "What a waste of space"),
    ],
)
def test_a_cue_is_whole_words_near_one_another(expected: str, cue: str, text: str) -> None:
    """Endings only where a star allows them; parts within about three sentences; line breaks do not matter."""
    assert words_for(cue, text) == expected


def test_the_signature_and_the_answered_mail_are_not_searched() -> None:
    """A teacher signs as a teacher, and a quoted letter repeats the insult."""
    text = "Please see the attached.\n\nOn 6 Nov 2026 at 10:00, The School wrote:\n> a useless teacher"
    assert proposed(report(text, own_words="Please see the attached.")) == set()


def test_a_mail_sent_on_is_searched() -> None:
    """Forwarding is how most parents' reports arrive."""
    text = "See below.\n\nFrom: Ida Lamb\nSent: 8 November 2026\nSubject: look\n\nHe wrote that Miss Pell is a clown."
    assert proposed(report(text, own_words="See below.")) == {"derogatory-staff"}


def test_every_list_that_the_shipped_cues_ask_for_exists() -> None:
    """A misspelt @name would never match and nobody would notice."""
    asked = {
        part.strip()[1:]
        for conduct in POLICY.conduct.values()
        for cue in conduct.cues
        for part in cue.split("+")
        if part.strip().startswith("@")
    }
    assert asked <= set(LISTS)
    assert asked
