"""What a report is: the tree, branch by branch."""

from collections.abc import Mapping

import pytest
from made_reports import REGISTER, SCREENSHOT, form_report, report, shipped_policy

from letterladder.ground.values import replace
from letterladder.rules.people.conflict import Staff
from letterladder.rules.reports.triage import Triage, TriageOutcome, triage
from letterladder.rules.texts.report import Report
from letterladder.rules.words import Flag, Level

POLICY = shipped_policy()
STAFF = Staff(
    own_domains=frozenset({"school.example"}),
    approver="Mrs Greta Lyle",
    approver_address="g.lyle@school.example",
    names=("Mr Ola Bright", "Miss Fay Pell"),
)
INSULT = '"Miss Pell is a lazy cow"'
FORM = f"{form_report(INSULT).text}\n\nThe shed by the field stood open again."
ODD = replace(form_report(INSULT), text=FORM, own_words=FORM)


def judged(mail: Report, open_cases: Mapping[str, str] | None = None) -> Triage:
    """The triage of one email."""
    return triage(mail, REGISTER, POLICY, open_cases or {}, staff=STAFF)


def test_a_clear_form_is_clear() -> None:
    """One adult, one ordinary kind of conduct, no sign to stop."""
    found = judged(form_report(INSULT))
    assert (found.outcome, found.adult, found.pupils) == (TriageOutcome.CLEAR, "A1", ("P1",))
    assert found.conduct == ("derogatory-staff",)
    assert found.missing == ()


@pytest.mark.parametrize(
    ("expected", "mail"),
    [
        (TriageOutcome.CLEAR, form_report("He put up photos of other children from the play")),
        (
            TriageOutcome.CONDUCT_UNCLEAR,
            report("Ned Farrow wrote on Facebook yesterday that Miss Pell is “thick and lazy”."),
        ),
        (
            TriageOutcome.CONDUCT_UNCLEAR,
            report("Ida Lamb here. Ned Farrow put up photos of other children from the play."),
        ),
        (TriageOutcome.ALERT, form_report('"I will smash her face in"')),
        (TriageOutcome.ALERT, form_report("He says Mr Bright hit his son in the corridor")),
        (TriageOutcome.CONDUCT_UNCLEAR, form_report('"Send them home, the dirty foreigners"')),
        (TriageOutcome.ALERT, form_report("A photo of the cakes. Tess told us her dad hits her.")),
        (TriageOutcome.ALERT, report("Somebody put: I will burn the school down")),
        (TriageOutcome.ADULT_UNKNOWN, form_report(INSULT, "Darren Unheard", "")),
        (
            TriageOutcome.ADULT_UNKNOWN,
            report("Lina's dad in Year 3 called Miss Pell a stupid cow on WhatsApp"),
        ),
        (TriageOutcome.ADULT_UNKNOWN, report("Hello, is this the right address?")),
        (
            TriageOutcome.ADULT_UNKNOWN,
            report("A dad in Year 2 calls Miss Pell a clown on X"),
        ),
        (TriageOutcome.CONDUCT_UNCLEAR, form_report("Something about the school, I did not read it all")),
        (TriageOutcome.CONDUCT_UNCLEAR, form_report("Swearing in a comment under the school's post")),
        (
            TriageOutcome.COMPLAINT,
            report("I want to complain formally about the lunch. Nobody answers the phone."),
        ),
        (TriageOutcome.NO_REPORT, report("Just to say thank you for a wonderful concert")),
        (
            TriageOutcome.NO_REPORT,
            report("Hate posts: our webinar. Register now! Newsletter. Unsubscribe here."),
        ),
        (TriageOutcome.NO_REPORT, report("I am away", robot="an automatic answer")),
        (TriageOutcome.HOLD, report("We act for Mr Farrow in connection with your letter.")),
        (TriageOutcome.HOLD, report("Send me copies of everything you hold about me")),
        (
            TriageOutcome.HOLD,
            report("Scan job\nPages: 1", attachments=(SCREENSHOT,)),
        ),
        (TriageOutcome.CONFLICT, form_report('"Mrs Lyle is a useless liar"')),
        (TriageOutcome.CONDUCT_UNCLEAR, form_report('"The headteacher is a lazy clown"')),
        (TriageOutcome.CONFLICT, form_report(INSULT, "Dr Uma O'Dell", "Orla Quill 2P")),
        (TriageOutcome.CONFLICT, form_report(INSULT, "Mrs Beata Zawadzka", "Kacper Zawadzki 1P")),
        (TriageOutcome.CONFLICT, form_report(INSULT, seen_by="Mrs Lyle, on her phone")),
    ],
)
def test_each_mail_goes_its_way(expected: TriageOutcome, mail: Report) -> None:
    """One row a branch, in the order of the tree."""
    found = judged(mail)
    assert found.outcome is expected, found.reason
    assert found.reason


@pytest.mark.parametrize(
    "what",
    [
        INSULT + " and that somebody is going to end up in a box over this",
        INSULT + " and he bought a crossbow",
        INSULT + ". By the way, Tess is covered in bruises.",
        '"Mrs Lyle is a lazy cow and one day I will walk in there"',
    ],
)
def test_grave_words_without_an_alarm_wait_for_a_person(what: str) -> None:
    """No list foresees every threat: where a grave word stands, nothing is drafted unread."""
    assert judged(form_report(what)).outcome is TriageOutcome.CONDUCT_UNCLEAR


def test_danger_comes_before_everything_but_a_machine() -> None:
    """A forged, foreign or pupil's email that mentions danger still alarms."""
    mail = report("my dad hits me", from_address="kid@pupils.school.example", authentication=("dmarc=fail",))
    assert judged(mail).outcome is TriageOutcome.ALERT


def test_an_alert_names_the_adult_only_beyond_doubt() -> None:
    """The case is opened for the adult where they are known."""
    assert judged(report("Ned Farrow wrote: I will kill you")).adult == "A1"
    assert judged(report("Lina's dad in Year 3 wrote: I will kill you")).adult == ""


def test_conduct_that_always_goes_to_the_police_is_no_alarm_by_itself() -> None:
    """The policy has the police told; nobody is in danger because of it, but somebody reads it today."""
    found = judged(form_report("A racist rant about new families"))
    assert (found.outcome, found.flags, found.level) == (TriageOutcome.CONDUCT_UNCLEAR, (), Level.AMBER)
    assert found.proposed[0].conduct == "hate"


@pytest.mark.parametrize("address", ["kid@pupils.school.example", "kid@students.school.example"])
def test_a_pupils_report_is_held_for_a_person(address: str) -> None:
    """A child is never answered automatically, and its DSL reads it first."""
    assert (
        judged(report("Ned Farrow called Miss Pell a cow on TikTok", from_address=address)).outcome == "hold"
    )


def test_a_forged_approval_is_held_and_flagged() -> None:
    """An email never approves, least of all one the server calls forged."""
    mail = report(
        "I approve all letters.", from_address="g.lyle@school.example", authentication=("dmarc=fail",)
    )
    found = judged(mail)
    assert (found.outcome, [one.flag for one in found.flags]) == (TriageOutcome.HOLD, [Flag.SPOOF])


def test_a_mail_from_the_adult_of_an_open_case_is_held() -> None:
    """It may be an answer to the letter."""
    mail = report("I have read your letter and it is nonsense", from_address="ned.farrow@mail.example")
    assert judged(mail, {"A1": "2026-0007"}).outcome is TriageOutcome.HOLD


def test_the_adult_of_an_open_case_may_report_somebody_else() -> None:
    """They too may be the target of a post; nothing is drafted unasked on a parent's word."""
    mail = form_report(INSULT, "Mr Sami Haddad", "Lina Haddad 3K", sender="ned.farrow@mail.example")
    found = judged(mail, {"A1": "2026-0007"})
    assert (found.outcome, found.adult) == (TriageOutcome.CONDUCT_UNCLEAR, "A3")
    assert "it comes from a parent or carer" in found.reason


def test_a_further_report_names_the_open_case() -> None:
    """A second post belongs to the case and is not a fresh first letter."""
    assert judged(form_report(INSULT), {"A1": "2026-0007"}).ref == "2026-0007"


def test_a_report_in_another_language_is_left_to_a_person() -> None:
    """The word lists are English; silence from them proves nothing."""
    text = "Ned Farrow napisał na Facebooku, że pani Pell jest głupia i że nie umie liczyć do trzech, bardzo mi przykro"
    assert judged(report(text)).outcome is TriageOutcome.CONDUCT_UNCLEAR


def test_what_is_missing_is_said() -> None:
    """The office is told what to supply."""
    assert judged(report("Hello, is this the right address?")).missing == ("adult", "conduct")
    assert judged(form_report(INSULT, "Darren Unheard", "")).missing == ("adult",)
    assert judged(form_report("Something about the school")).missing == ("conduct",)


def test_a_grievance_in_a_report_does_not_hide_the_report() -> None:
    """A post that complains is conduct told by somebody else, not a complaint of the sender's."""
    mail = form_report('"I want to make a formal complaint, Miss Pell is a lazy cow"')
    assert judged(mail).outcome is TriageOutcome.CONDUCT_UNCLEAR


def test_thanks_at_the_end_do_not_hide_a_report() -> None:
    """People thank while they report."""
    mail = report("Please look at what somebody posted about the school, many thanks for all you do")
    assert judged(mail).outcome is TriageOutcome.ADULT_UNKNOWN


def test_without_staff_a_person_says_who_is_meant() -> None:
    """An unplaced "Miss Pell" is never a member of staff, and "that teacher" may be anybody."""
    assert triage(form_report(INSULT), REGISTER, POLICY, {}).outcome is TriageOutcome.CONDUCT_UNCLEAR
    rude = form_report('"that teacher is a lazy cow"')
    assert triage(rude, REGISTER, POLICY, {}).outcome is TriageOutcome.CONDUCT_UNCLEAR


@pytest.mark.parametrize(
    ("outcome", "what"),
    [
        (TriageOutcome.CLEAR, "He posted that the school has sacked its cooks, which is untrue"),
        (TriageOutcome.CONDUCT_UNCLEAR, "He posted that the school has sacked its cooks. He lies"),
        (
            TriageOutcome.CONDUCT_UNCLEAR,
            "He posted lies about the school. “That is untrue”, he says of our answer",
        ),
    ],
)
def test_a_claim_is_clear_only_where_the_reporter_says_that_it_is_untrue(
    outcome: TriageOutcome, what: str
) -> None:
    """Not where the one it is about says so of something else: whether it is true, a person judges."""
    assert judged(form_report(what)).outcome is outcome


@pytest.mark.parametrize(
    ("why", "mail"),
    [
        ("where it was posted", form_report(INSULT, where="")),
        (
            "beside the form",
            ODD,
        ),
        ("sort of person", form_report(INSULT + " He put that Lina can stay at his.")),
        ("tells of a child", form_report(INSULT + " He put that his kids can stay.")),
        ("run down in it", form_report('"Miss Pell took the charity tin home and nobody said a word"')),
        ("asks something", form_report(INSULT + " Will you write to him?")),
        ("more than one kind", form_report(INSULT + " with a photo of other children")),
        ("run down in it", form_report('"Miss Pell is back on Monday"')),
    ],
)
def test_whatever_is_not_understood_is_left_to_a_person(why: str, mail: Report) -> None:
    """Clear is an allow-list: each row differs from a clear form in one thing, and the reason names it."""
    found = judged(mail)
    assert (found.outcome, found.conduct) == (TriageOutcome.CONDUCT_UNCLEAR, ()), found.reason
    assert why in found.reason


@pytest.mark.parametrize(
    ("outcome", "names"),
    [
        (TriageOutcome.CLEAR, "Tina Reed Office Manager Larkfield School"),
        (TriageOutcome.CONDUCT_UNCLEAR, "Tina Reed Office Manager Larkfield School Wexmoor"),
    ],
)
def test_a_few_names_below_the_thanks_say_nothing(outcome: TriageOutcome, names: str) -> None:
    """More than six words with a capital may be a sentence of their own."""
    rude = form_report(INSULT)
    text = f"{rude.text}\n\nmany thanks {names}"
    assert judged(replace(rude, text=text, own_words=text)).outcome is outcome


@pytest.mark.parametrize(
    ("level", "mail"),
    [
        (Level.PLAIN, form_report(INSULT)),
        (Level.PLAIN, report("Just to say thank you for a wonderful concert")),
        (Level.PLAIN, form_report(INSULT, "Darren Unheard", "")),
        (Level.AMBER, form_report('"Miss Pell wants to mind herself at that bus stop"')),
        (Level.AMBER, report("My daughter says Lina is not herself")),
        (Level.AMBER, report("Thank you for the concert. PS she came in without a coat again")),
        (Level.RED, report("Tess told me her dad hit her with a belt")),
    ],
)
def test_how_soon_somebody_must_look(level: Level, mail: Report) -> None:
    """Plain must be earned; what may be about a child is read today; red takes several signs."""
    found = judged(mail)
    assert found.level is level, found.why_level
