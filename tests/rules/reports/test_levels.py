"""What an email's likeness to a danger does to its level, and what it leaves alone."""

from collections.abc import Mapping

import pytest
from made_reports import REGISTER, form_report, report, shipped_policy

from letterladder.ground.values import replace
from letterladder.rules.people.conflict import Staff
from letterladder.rules.reports.learned import Learned
from letterladder.rules.reports.likeness import NOTHING_LEARNED, Weights
from letterladder.rules.reports.triage import Triage, TriageOutcome, triage
from letterladder.rules.texts.report import Report
from letterladder.rules.words import Flag, Level

STAFF = Staff(
    own_domains=frozenset({"school.example"}),
    approver="Mrs Greta Lyle",
    approver_address="g.lyle@school.example",
    names=("Mr Ola Bright", "Miss Fay Pell"),
)
LIKE_A_DANGER = Weights(of={"cow": 60.0}, bias=-2.0, red_from=0.5, amber_to=0.2)
LIKE_NONE = Weights(bias=-9.0, red_from=0.5, amber_to=0.2)
INSULT = form_report('"Miss Pell is a lazy cow"')
SIGNS = report("Tess was hungry again and had no lunch; Ned Farrow says she is unwashed.")
"""A danger by signs that come together, which no clause tells whole."""


def judged(mail: Report, weights: Weights, open_cases: Mapping[str, str] | None = None) -> Triage:
    """The triage of one email by these weights."""
    return triage(
        mail, REGISTER, shipped_policy(), open_cases or {}, staff=STAFF, learned=Learned(danger=weights)
    )


def test_what_reads_like_a_danger_is_red_and_drafted_by_nobody() -> None:
    """A report that would be clear is read first, and says which words weighed most."""
    assert judged(INSULT, NOTHING_LEARNED).outcome is TriageOutcome.CLEAR
    found = judged(INSULT, LIKE_A_DANGER)
    assert (found.outcome, found.level, found.flags) == (TriageOutcome.CONDUCT_UNCLEAR, Level.RED, ())
    assert found.why_level == 'It reads like an email about a danger ("cow").'
    assert found.reason.startswith("The adult is known; read it first: it reads like an email about a danger")


def test_a_machine_and_a_circular_are_red_by_no_likeness() -> None:
    """Nobody wrote them about anybody here."""
    assert judged(report("The cow is away", robot="an automatic answer"), LIKE_A_DANGER).level is Level.PLAIN
    offer = report("Cow webinar. Register now! Newsletter. Unsubscribe here.")
    assert judged(offer, LIKE_A_DANGER).level is Level.PLAIN


def test_a_clause_in_an_email_that_reads_like_no_danger_is_read_today() -> None:
    """The flag stays, and with it who may see it and that nothing is drafted."""
    assert judged(SIGNS, NOTHING_LEARNED).level is Level.RED
    found = judged(SIGNS, LIKE_NONE)
    assert (found.outcome, found.level) == (TriageOutcome.ALERT, Level.AMBER)
    assert [one.flag for one in found.flags] == [Flag.CHILD_PROTECTION]
    assert found.why_level.startswith("Read it today: some words may be about a child at risk (")
    assert found.why_level.endswith("), though the whole email reads like no danger.")


@pytest.mark.parametrize(
    "words",
    [
        "She was sent naked pictures of Lina in Year 3",
        "Lina's dad in Year 3 is coming to the school gate with a knife, he wrote: I will kill you",
        "I want to die and I have taken all the tablets",
        "I am going to kill myself tonight",
        "Lina's dad in Year 3 wrote: I will kill you",
    ],
)
def test_some_dangers_alarm_however_the_email_reads(words: str) -> None:
    """An indecent picture, a weapon, somebody who may harm themselves, what one clause tells whole."""
    assert judged(report(words), NOTHING_LEARNED).level is Level.RED
    assert judged(report(words), LIKE_NONE).level is Level.RED


FILLER = (
    "The minutes of the meeting of the friends of the school are below, with the rota for the cake stall and a list of"
    " who has a key to the shed. Please bring your own cup. The next one is in the spring, when the evenings are light"
    " again and the car park is dry. "
)
"""More words than a clause by itself may tell a danger in."""


def test_one_word_keeps_no_level() -> None:
    """A weapon that was taken away, or an ending in a lesson; what is meant for something is red all the same."""
    tale = report(f"{FILLER}The lad from Year 3 had a lock knife on him. {FILLER}")
    assert judged(tale, NOTHING_LEARNED).level is Level.RED
    assert judged(tale, LIKE_NONE).level is Level.AMBER
    meant = report(f"{FILLER}Lina's dad in Year 3 says he will bring a knife to the school gate. {FILLER}")
    assert judged(meant, LIKE_NONE).level is Level.RED
    ends = report(f"{FILLER}She says she took all her tablets because she wants to die. {FILLER}")
    assert judged(ends, LIKE_NONE).level is Level.RED


def test_a_report_form_is_never_lowered() -> None:
    """Nobody fills one in for a joke, and its other lines read like nothing."""
    threat = form_report('"Lowell, I will be at the gate at half three and I am going to kill you."')
    assert judged(threat, LIKE_NONE).level is Level.RED
    assert judged(form_report("Miss Pell grabbed Tess by the arm and hit her"), LIKE_NONE).level is Level.RED


def test_what_a_pupil_writes_is_never_lowered() -> None:
    """A child may have few words for it."""
    mail = replace(SIGNS, from_address="kid@pupils.school.example")
    assert judged(mail, LIKE_NONE).level is Level.RED


def test_where_a_case_is_open_it_stops_as_ever() -> None:
    """No letter may leave meanwhile."""
    assert judged(SIGNS, LIKE_NONE).level is Level.AMBER
    assert judged(SIGNS, LIKE_NONE, {"A1": "2026-0001"}).level is Level.RED
