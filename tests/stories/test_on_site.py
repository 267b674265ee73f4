"""What was done at the school: a person files and triages it, and no letter about it mentions a post."""

import re
from pathlib import Path

import pytest
from copy_signing import sign_copy
from desk.terminal import Terminal
from office import DUNN, Rehearsal
from playing import SLOTS, done, on_policy, options, sends, waives

from letterladder.ground.errors import Refused
from letterladder.rules.cases.duties import duty_words
from letterladder.rules.cases.event_values import Fact
from letterladder.rules.cases.events import ReportReceived
from letterladder.rules.register.register_filter import Wanted
from letterladder.rules.words import Outcome
from letterladder.workflows.answering import TriageOrder, triage_case
from letterladder.workflows.filing_by_hand import file_by_hand

TOLD = (
    "Hello, at pick-up on Friday 30 October a dad shouted and swore at our receptionist by the main gate, in"
    " front of the children. Zoe Partridge in the office can tell you more.\n"
)
SITE = {
    "place": "the main gate",
    "happened_on": "Friday 30 October 2026 at 3.20 pm",
    "facts": "You shouted and swore at a member of staff, in front of children.",
    "affected": "a member of office staff, and pupils who were waiting",
}
ACCESS = {
    "premises_risk_reason": "It happened where staff receive pupils each day, and pupils saw it.",
    "alternatives_considered": "A warning was considered; you told us that it would happen again.",
    "meeting_offered": "We invited you to a meeting, and you did not come.",
    "proposed_length": "half a term",
    "reviewer": "Mr Peter Quayle, Chair of Governors",
}
SETTLED = {
    "considered_points": "You said that you were late for work => We understand the hurry, but not the words.",
    "decision_reason": "It happened again after our letter, and pupils saw it.",
}
OF_A_POST = re.compile(
    r"\bonline\b|\bpost(ed|s|ing)?\b|\bplatform|\bremov\w*|\bcontent\b|\bFacebook\b|\bcopy that you have shared",
    re.IGNORECASE,
)
MAY_SAY = (
    "Policy on Respectful Communication Online and on Site",
    "Sent by first-class post",
    "whom the local authority (Wexmoor Council) has authorised to do this",
)


def filed(tmp_path: Path, policy: str, conduct: str = "site-abuse", *, linked: str = "") -> Rehearsal:
    """Staff told of it in their own words; the office files it, and the DSL triages and clears it."""
    school = on_policy(tmp_path, policy, linked=linked)
    school.write("Beth Aldous <b.aldous@larkfield.example>", "The gate on Friday", TOLD)
    school.round()
    mail = school.mails()[0].seen.sha256[:12]
    file_by_hand(school.office, mail, "new", TriageOrder(adult=DUNN, conduct=(conduct,)), by="Mrs Binns")
    triage_case(
        school.office, school.case(), TriageOrder(conduct=(conduct,), clear=True), by="Miss Treadwell"
    )
    school.round()
    return school


def of_a_post(school: Rehearsal) -> list[str]:
    """What the letter in hand says of a post, besides the title of the policy, the law and how it was sent."""
    text = school.letter_text()
    law = text.partition("What the law says")[2].partition("If you wish to complain")[0]
    for words in (*MAY_SAY, law):
        text = text.replace(words, "") if words else text
    return [found.group() for found in OF_A_POST.finditer(text)]


@pytest.mark.parametrize("policy", ["model", "alsop-high-school"])
def test_abuse_at_the_gate_leads_to_a_meeting_and_never_to_a_request_to_remove(
    tmp_path: Path, policy: str
) -> None:
    """The office is asked where, when, what and to whom; the letter says each of them."""
    school = filed(tmp_path, policy)
    blocked = school.case().blocked
    assert blocked is not None
    assert {"facts", "affected", "slot_1"} <= set(blocked.missing)
    assert [(one.fact.place, one.fact.happened_on) for one in school.case().facts] == [
        ("the main gate", "2026-10-30")
    ]
    assert "platform" not in blocked.missing
    school.supplied("L2", **SLOTS, **SITE)
    assert school.in_hand().letter == "L2"
    text = school.letter_text()
    assert [words for words in SITE.values() if words not in text] == []
    assert of_a_post(school) == []


def test_the_whole_ladder_on_site_mentions_no_post(tmp_path: Path) -> None:
    """Meeting, warning, notice, decision: each says what happened at school, and the options name no platform."""
    school = filed(tmp_path, "model")
    sends_quietly(school, "L2", **SLOTS, **SITE)
    school.day("2026-11-13")
    assert options(school) == ("L3",)
    waives(school, "police-asked", "nobody was threatened")
    assert options(school) == ("L3", "none")
    school.decided("L3", "They did not come.")
    sends_quietly(school, "L3", **SITE)
    assert school.case().last_posted is not None
    school.answered(Outcome.CONTINUES, summary="shouted again on Monday")
    assert not {"L1", "P1", "P2"} & set(options(school))
    school.decided("B1", "It happened again.")
    sends_quietly(school, "B1", **SITE, **ACCESS)
    school.answered(Outcome.REPRESENTATIONS, summary="was late for work")
    school.decided("B3", "Staff are afraid.")
    sends_quietly(school, "B3", **SETTLED, **ACCESS)
    assert [one.letter for one in school.case().measures] == ["B3"]


def sends_quietly(school: Rehearsal, step: str, **fields: str) -> None:
    """The letter gets its fields, says nothing of a post, and goes out."""
    school.supplied(step, **fields)
    assert (school.in_hand().letter, of_a_post(school)) == (step, [])
    sends(school, step)


def test_an_offence_on_the_grounds_of_alsop_goes_to_the_police_before_it_ends(tmp_path: Path) -> None:
    """Its text asks for police advice early where an offence was committed; access may be withdrawn at once."""
    school = filed(tmp_path, "alsop-high-school", "site-offence")
    assert school.office.school.policy.first_steps(("site-offence",)) == ("L2", "B2", "B1")
    with pytest.raises(Refused, match="police advice is sought early"):
        school.decided("none", "enough")


def test_at_alsop_access_may_be_looked_at_when_nobody_comes_to_the_meeting(tmp_path: Path) -> None:
    """Its text gives the right to withdraw permission without a step before it; a notice hears the adult first."""
    school = filed(tmp_path, "alsop-high-school")
    sends(school, "L2", **SLOTS, **SITE)
    school.day("2026-11-13")
    assert options(school) == ("legal-advice", "B1")
    school.answered(Outcome.REFUSED)
    assert "P1" not in options(school)
    waives(school, "police-asked", "nobody was threatened")
    school.decided("none", "They wrote that they are sorry.")
    assert school.case().closed


def test_a_policy_that_says_nothing_of_the_site_takes_it_from_the_one_that_the_school_links(
    tmp_path: Path,
) -> None:
    """Its first step is sent under the linked policy's name, and what that requires is required."""
    school = filed(tmp_path, "levens-ce-school", "site-threat", linked="model")
    done(school, "head-review", by="Mrs Hollis")
    sends_quietly(school, "L2", **SLOTS, **SITE)
    text = school.office.word.text_of(school.office.cases.file("2026-0001", school.case().letters[-1].file))
    assert "This comes under our Policy on Respectful Communication Online and on Site (4.16)." in text
    required = [words.partition(" (")[0] for words in duty_words(school.case(), school.office.school.policy)]
    assert required == [
        "The headteacher reviews each case.",
        "If somebody may be in danger now, ring 999 first; no letter comes before that.",
        "Threats, hate and assaults are always reported to the police.",
    ]


def test_a_policy_without_a_word_on_the_site_knows_no_such_conduct(tmp_path: Path) -> None:
    """It is refused by name, with what the policy does know."""
    with pytest.raises(Refused, match="site-abuse"):
        filed(tmp_path, "aspire-federation")


def test_the_office_files_it_at_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`file --to new --conduct site-abuse`, then `triage`: the case waits for a letter about the gate."""
    school = on_policy(tmp_path, "model")
    school.write("Beth Aldous <b.aldous@larkfield.example>", "The gate on Friday", TOLD)
    school.round()
    mail = school.mails()[0].seen.sha256[:12]
    desk = Terminal(school.folder, capsys)
    day = ("--today", "2026-11-02")
    filing = desk.type(
        "file", mail, "--to", "new", "--adult", DUNN, "--conduct", "site-abuse", "--by", "Mrs Binns", *day
    )
    cleared = ("--conduct", "site-abuse", "--clear", "--by", "Miss Treadwell")
    triaging = desk.type("triage", "2026-0001", *cleared, *day)
    shown = desk.type("case", "2026-0001", "--json", "--today", "2026-11-02").json
    assert (filing.code, triaging.code) == (0, 0)
    assert (shown["conduct"], shown["next"]["options"]) == (["site-abuse"], ["L2", "L3", "B1"])
    assert shown["next"]["why"] == "L2 needs: affected, facts, slot_1, slot_2"


def test_a_copy_for_the_adult_names_nobody_who_was_affected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A panel reads it as it was reported; the adult and governors read no more than that a report arrived."""
    school = filed(tmp_path, "model")
    fact = Fact(place="the main gate", happened_on="2026-10-30", affected="Mrs Khan, receptionist")
    first = school.case().facts[0]
    again = ReportReceived(mail=first.mail, file="mail/1.eml", received=school.clock.now(), fact=fact)
    school.office.note("2026-0001", again)
    triage_case(
        school.office, school.case(), TriageOrder(clear=True, note="Khan is shaken"), by="Miss Treadwell"
    )
    sign_copy(school.office, Wanted(refs=("2026-0001",)))
    copies = {
        profile: Terminal(school.folder, capsys)
        .type("export", "2026-0001", "--for", profile, "--format", "csv")
        .out
        for profile in ("panel", "subject", "governors")
    }
    told = "conduct on site (the main gate, 30 October 2026; affected, as reported: Mrs Khan, receptionist)"
    assert {profile: told in copy for profile, copy in copies.items()} == {
        "panel": True,
        "subject": False,
        "governors": False,
    }
    assert "Khan is shaken" in copies["panel"]
    assert "[withheld: another adult] is shaken" in copies["subject"]
    assert "Khan" not in copies["subject"] + copies["governors"]
