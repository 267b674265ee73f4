"""The fixed cast: the example school, one adult with one pupil, and cases folded from the events a test names."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

from shipped import LETTERS

from letterladder.config.legal_file import shipped_legal
from letterladder.config.paths import EXAMPLE
from letterladder.config.settings import load_settings
from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import (
    AnyEvent,
    ApprovalAsked,
    CaseOpened,
    Entry,
    Fact,
    LetterApproved,
    LetterDrafted,
    LetterPosted,
    PostingStarted,
    ReportReceived,
    Triaged,
)
from letterladder.rules.cases.fold import fold
from letterladder.rules.days.counting import ClockRule
from letterladder.rules.people.people import Adult, Pupil
from letterladder.rules.people.school import School
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.policies.gate_law import gate_law
from letterladder.rules.policies.policy import Policy, Step, StepKind
from letterladder.rules.words import Included, Method, Outcome, Unit

REF = "2026-0042"
MONDAY = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
"""The first log line of a case: Monday 9 November 2026; each further line is a minute later."""
TODAY = date(2026, 11, 9)
REPORTER = "Mrs Olive Tranter"
ADULT = "A1"
PUPIL = Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")


def _days(days: int, unit: Unit = Unit.WORKING_DAYS, **changes: object) -> ClockRule:
    return ClockRule(days=days, unit=unit, **changes)  # type: ignore[arg-type]


def _conduct(name: str, title: str, clause: str, *first: str) -> Conduct:
    return Conduct(id=name, title=title, clause=clause, cues=(), first=first)


CONDUCT = (
    _conduct("false-or-defamatory", "statements that the school believes to be untrue", "4.6", "L1", "L2"),
    _conduct("harassment", "repeated unwanted contact", "4.7", "L3", "L2"),
    _conduct("threat", "words that the school takes as a threat", "", "L2", "B2", "B1"),
)
STEPS = (
    Step(
        id="L1",
        name="Request to remove online content",
        clock=_days(5),
        then={
            Outcome.LAPSED: ("L2", "L3"),
            Outcome.REMOVED: ("Z1",),
            Outcome.APOLOGY: ("Z1",),
            Outcome.REFUSED: ("L2", "L3"),
            Outcome.CONTINUES: ("L3", "L2", "B1", "B2"),
            Outcome.OTHER: ("L2", "L3", "Z1"),
        },
    ),
    Step(
        id="L2",
        name="Invitation to a meeting",
        clock=_days(5),
        then={
            Outcome.LAPSED: ("L3",),
            Outcome.AGREED: (),
            Outcome.ATTENDED: ("Z1", "L3"),
            Outcome.OTHER: ("L3", "Z1"),
        },
    ),
    Step(
        id="L3",
        name="Written warning",
        clock=_days(10),
        also={"removal_by": _days(5)},
        then={
            Outcome.LAPSED: ("L2", "B1", "B2", "Z1"),
            Outcome.CONTINUES: ("B1", "B2", "L2"),
            Outcome.OTHER: ("Z1", "L2"),
        },
    ),
    Step(
        id="B1",
        name="Notice that permission to enter may be withdrawn",
        site_access=True,
        may_end=False,
        clock=_days(10),
        also={"decision_by": _days(5)},
        needs=("premises_risk_reason",),
        then={
            Outcome.LAPSED: ("B3", "B4"),
            Outcome.CONTINUES: ("B2", "B3", "B4"),
            Outcome.OTHER: ("B4", "B3"),
        },
    ),
    Step(
        id="B2",
        name="Permission to enter withdrawn for the time being",
        site_access=True,
        may_end=False,
        lead_days=0,
        clock=_days(5),
        also={
            "interim_end": _days(10, Unit.SCHOOL_DAYS, cap_days=28, roll_forward=False, from_receipt=False),
            "decision_by": _days(2, Unit.SCHOOL_DAYS),
        },
        needs=("premises_risk_reason",),
        then={Outcome.LAPSED: ("B3", "B4"), Outcome.OTHER: ("B4", "B3")},
    ),
    Step(
        id="B3",
        name="Decision: permission to enter is withdrawn",
        site_access=True,
        after=("B1", "B2"),
        needs=("decision_reason",),
        also={"review_by": _days(60, Unit.SCHOOL_DAYS), "ends_on": _days(65, Unit.SCHOOL_DAYS)},
        then={Outcome.OTHER: ("B4", "Z1")},
        review=("B4",),
    ),
    Step(
        id="B4",
        name="Decision: permission to enter is not withdrawn",
        after=("B1", "B2", "B3"),
        then={Outcome.OTHER: ("Z1",)},
    ),
    Step(id="P1", name="Report to the platform", kind=StepKind.ACTION, then={Outcome.OTHER: ("L3",)}),
    Step(id="Z1", name="Closing letter", closes=True),
)


def a_policy(*steps: Step, **changes: object) -> Policy:
    """A short ladder of plain values, so that a change of the shipped policies breaks no table.

    `steps` replace those of the same id, or are added.
    """
    ladder = {step.id: replace(step, record=step.record or LETTERS.get(step.id)) for step in (*STEPS, *steps)}
    policy = Policy(
        id="cast",
        title="Policy on Conduct Online",
        version="2",
        dated=date(2026, 9, 1),
        review=date(2027, 9, 1),
        parent_includes=(Included.CARERS,),
        conduct={one.id: one for one in CONDUCT},
        steps=ladder,
        letters=LETTERS,
        law=gate_law(shipped_legal()),
        site_access=True,
    )
    return replace(policy, **changes)


@cache
def _example_school() -> School:
    return load_settings(EXAMPLE).school


def a_school(**changes: object) -> School:
    """The example school on the ladder above, with what a test wants different."""
    return replace(_example_school(), **{"policy": a_policy(), **changes})


def an_adult(*flags: str, **changes: object) -> Adult:
    """Mr Gavin Stott, father of Ruby."""
    adult = Adult(
        person_id=ADULT,
        title="Mr",
        given_name="Gavin",
        family_name="Stott",
        relationships={"P1": "Father"},
        address=("17 Tanner's Row", "Wexmoor", "ZZ99 2XB"),
        email="gavin.stott@mail.example",
        flags=frozenset(flags),
    )
    return replace(adult, **changes)


def entries(*events: AnyEvent, start: datetime = MONDAY, first: int = 1) -> list[Entry]:
    """Log lines around these events: numbered from `first`, a minute apart from `start` (UTC)."""
    return [
        Entry(
            seq=seq, at=start + timedelta(minutes=seq - first), by="office", event=event, hash=f"{seq:064x}"
        )
        for seq, event in enumerate(events, start=first)
    ]


def a_case(*events: AnyEvent) -> Case:
    """The case 2026-0042 after exactly these events."""
    return fold(REF, entries(*events))


def opened(**changes: object) -> CaseOpened:
    """A case begins for Mr Stott."""
    given = {
        "adult": ADULT,
        "adult_name": "Mr Gavin Stott",
        "school": "larkfield-primary-school",
        "policy": "model",
        "policy_version": "1.0",
        "reason": "a report",
        **changes,
    }
    return CaseOpened(**given)  # type: ignore[arg-type]


def reported(words: str = "the head is a liar", **fact: str) -> ReportReceived:
    """A report of a post of 5 November on Facebook; `fact` changes its fields."""
    told = {"platform": "Facebook", "posted_on": "2026-11-05", "words": words, "seen_by": REPORTER, **fact}
    mail = f"{len(words):064x}"
    return ReportReceived(mail=mail, file=f"mail/{mail[-4:]}.eml", received=MONDAY, fact=Fact(**told))


def triaged(*conduct: str, **changes: object) -> Triaged:
    """Cleared to proceed; the conduct is defamation where none is named."""
    given = {"pupils": ["P1"], "conduct": list(conduct or ("false-or-defamatory",)), "clear": True, **changes}
    return Triaged(**given)  # type: ignore[arg-type]


BEGUN: tuple[AnyEvent, ...] = (opened(), reported(), triaged())
"""Opened, reported, triaged: three lines; the first letter may be drafted."""


def drafted(letter: str = "L1", version: int = 1, **changes: object) -> LetterDrafted:
    """A draft dated the next day, with an answer wanted by 19 November 2026."""
    given = {
        "letter": letter,
        "version": version,
        "file": f"letters/{letter}.docx",
        "sha256": f"{letter}-{version}",
        "date_on_letter": date(2026, 11, 10),
        "answer_by": date(2026, 11, 19),
        "reason": "first step",
        **changes,
    }
    return LetterDrafted(**given)  # type: ignore[arg-type]


def asked(letter: str = "L1", version: int = 1, **changes: object) -> ApprovalAsked:
    """The head was asked for a yes to that draft."""
    given = {
        "letter": letter,
        "version": version,
        "sha256": f"{letter}-{version}",
        "approver": "head",
        "code_hash": "c0de",
        "message_id": f"<ask-{letter}-{version}@larkfield.example>",
        "expires": date(2026, 11, 19),
        **changes,
    }
    return ApprovalAsked(**given)  # type: ignore[arg-type]


def approved(letter: str = "L1", version: int = 1) -> LetterApproved:
    """The head said yes."""
    return LetterApproved(
        letter=letter, version=version, sha256=f"{letter}-{version}", approver="head", how="mail"
    )


def posting(letter: str = "L1", version: int = 1, message_id: str = "") -> PostingStarted:
    """The letter is in the print tray, or is about to leave by email under `message_id`."""
    method = Method.MAIL if message_id else Method.FIRST_CLASS
    return PostingStarted(
        letter=letter,
        version=version,
        sha256=f"{letter}-{version}",
        message_id=message_id,
        method=method,
        to="17 Tanner's Row",
    )


def posted(letter: str = "L1", version: int = 1, **changes: object) -> LetterPosted:
    """The letter left on 10 November; an answer binds by 19 November 2026."""
    given = {
        "letter": letter,
        "version": version,
        "sha256": f"{letter}-{version}",
        "method": Method.FIRST_CLASS,
        "on": date(2026, 11, 10),
        "received_on": date(2026, 11, 12),
        "answer_by": date(2026, 11, 19),
        "rule": "5 working days after deemed receipt",
        "ends": list(known.ends) if (known := LETTERS.get(letter)) else [],
        **changes,
    }
    return LetterPosted(**given)  # type: ignore[arg-type]


def sent(letter: str = "L1", version: int = 1, **changes: object) -> tuple[AnyEvent, ...]:
    """One letter's whole way: drafted, asked, approved, posting, posted: five lines."""
    return (
        drafted(letter, version),
        asked(letter, version),
        approved(letter, version),
        posting(letter, version),
        posted(letter, version, **changes),
    )
