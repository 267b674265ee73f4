"""Letters that follow earlier ones repeat their dates; sheets tell what was done, about the adult and not to them."""

from datetime import date

from calendars import school_calendar
from cast import a_case, a_policy, a_school, opened, reported, sent, triaged
from cast_actions import action, answer, measure
from shipped import LETTERS, a_step

from letterladder.rules.cases.events import EvidenceKept, HoldPlaced
from letterladder.rules.days.deadlines import ClockRule
from letterladder.rules.letters.later_fields import Maker, later_fields, sheet_fields
from letterladder.rules.policies.policy import Step, StepKind
from letterladder.rules.policies.telling import Telling
from letterladder.rules.words import HoldFor, Outcome, Unit

SIGNER = Maker(person=a_school().people["head"])
BAR = {"interim_end": date(2026, 11, 24), "decision_by": date(2026, 11, 20)}
HEARD = a_case(opened(), triaged(), *measure("B2", **BAR), answer(Outcome.REPRESENTATIONS, "B2"))
POLICE = a_step(
    "X3",
    "Referral",
    kind=StepKind.ACTION,
    follow_up=(ClockRule(days=5, unit=Unit.WORKING_DAYS),),
)


def sheet(*events: object) -> dict[str, object]:
    """The police sheet of a case after these events, on 12 November."""
    case = a_case(opened(), triaged("threat"), *events)  # type: ignore[arg-type]
    return sheet_fields(case, a_policy(), POLICE, today=date(2026, 11, 12), calendar=school_calendar())


def test_an_acknowledgement_repeats_the_dates_of_the_bar() -> None:
    """What came when, after which letter, what applies until then and when it is decided."""
    fields = later_fields(HEARD, LETTERS, a_step("B2a", after=("B1", "B2")), SIGNER)
    assert fields["received_on"] == "Thursday 12 November 2026"
    assert fields["decision_by"] == "Friday 20 November 2026"
    assert "until Tuesday 24 November 2026 at the latest" in str(fields["meanwhile"])


def test_a_review_names_who_makes_it_and_what_was_heard() -> None:
    """The reviewer is the signer; silence is said to be silence."""
    fields = later_fields(HEARD, LETTERS, a_step("B6", not_decider=True), SIGNER)
    assert fields["reviewer"] == SIGNER.named
    assert fields["reviewer_standing"] == ""
    assert fields["heard"] == "You did not send us any comments for this review."


def test_a_letter_has_no_sheet_fields() -> None:
    """They are for the three sheets alone."""
    step = Step(id="L1", name="Request")
    assert sheet_fields(HEARD, a_policy(), step, today=date(2026, 11, 12), calendar=school_calendar()) == {}


def test_a_sheet_tells_the_chronology_about_the_adult() -> None:
    """In the order of the days, without a reporter."""
    rows = sheet(*sent("L1"), answer(Outcome.REFUSED))["chronology"]
    assert rows == [
        {"date": "Tuesday 10 November 2026", "what": "Sent to the adult: Request to remove online content."},
        {"date": "Thursday 12 November 2026", "what": "The adult said that it would not be removed."},
    ]


def test_a_sheet_lists_the_evidence_with_its_fingerprints() -> None:
    """The report, and what came with it by the name the file had; nothing of an email of another case."""
    report = reported()
    kept, elsewhere = (
        EvidenceKept(mail=mail, file="evidence/1.png", original_name=name, sha256=sha * 32, size=9)
        for mail, name, sha in ((report.mail, "post.png", "ab"), ("another", "other.png", "cd"))
    )
    assert sheet(report, kept, elsewhere)["evidence"] == [
        {"name": "Email of Monday 9 November 2026, a report", "sha256": report.mail},
        {"name": "post.png", "sha256": "ab" * 32},
    ]


def test_a_sheet_says_what_is_on_hold() -> None:
    """Or that nothing is."""
    assert sheet()["hold_state"] == "Nothing is on hold."
    assert "on hold for police since" in str(sheet(HoldPlaced(hold_for=HoldFor.POLICE))["hold_state"])


def test_a_sheet_is_answered_by_the_first_follow_up() -> None:
    """Five working days from today, or from the day it was done."""
    assert sheet()["answer_by"] == "Thursday 19 November 2026"
    done = action("X3", date(2026, 11, 10), reference="CR 41/26")
    assert sheet(done)["answer_by"] == "Tuesday 17 November 2026"
    assert sheet(done)["crime_ref"] == "CR 41/26"


def test_a_sheet_says_nothing_of_legal_advice() -> None:
    """It is privileged, and what the police hold may be disclosed."""
    advice = Step(id="legal-advice", name="Legal advice", kind=StepKind.ACTION, tell_adult=Telling.NEVER)
    case = a_case(opened(), triaged("threat"), *sent("L1"), action("legal-advice"), action("P1"))
    day, calendar = date(2026, 11, 12), school_calendar()
    rows = str(sheet_fields(case, a_policy(advice), POLICE, today=day, calendar=calendar)["chronology"])
    assert "advice" not in rows
    assert "Report to the platform" in rows
