"""What waits for whom: one row for each kind of thing, with the whole answer for every role of the school."""

from datetime import date

import pytest
from cast import (
    BEGUN,
    TODAY,
    a_case,
    a_policy,
    a_school,
    approved,
    asked,
    drafted,
    opened,
    posting,
    reported,
    sent,
    triaged,
)
from msgspec.structs import replace as changed

from letterladder.rules.cases.events import (
    ActionDone,
    AlertRaised,
    AlertSeen,
    AnyEvent,
    CaseClosed,
    DeadlineLapsed,
    DecisionMade,
    DeliveryFailed,
    DraftBlocked,
    FlagSeen,
    HoldPlaced,
    LetterReturned,
    PostingQuestioned,
)
from letterladder.rules.policies.policy import Step
from letterladder.rules.standing.steps import About
from letterladder.rules.standing.todo import VERBS, Todo, todo_of
from letterladder.rules.words import Flag, HoldFor

ROLES = ("dsl", "deputy", "head", "alternate", "office", "chair")
OPENED: tuple[AnyEvent, ...] = (opened(), reported())
DANGER = AlertRaised(
    flags=[FlagSeen(flag=Flag.DANGER, words="watch out"), FlagSeen(flag=Flag.DANGER, words="I know the way")],
    told=[],
    to=["dsl"],
    message_id="<a@larkfield.example>",
)
SEEN = AlertSeen(by="Miss Joan Treadwell")
RETURNED = LetterReturned(letter="L1", version=1, note="softer")
BLOCKED = DraftBlocked(letter="L1", missing=["platform", "facts"], what="Still needed")
TAKEN: tuple[AnyEvent, ...] = (*BEGUN, drafted(), asked(), approved(), posting())
MAILED: tuple[AnyEvent, ...] = (
    *BEGUN,
    drafted(),
    asked(),
    approved(),
    posting(message_id="<l@larkfield.example>"),
)
LAPSED = DeadlineLapsed(letter="L1", version=1, answer_by=date(2026, 11, 19))
REPORT_IT = DecisionMade(step="P1", reason="ask the platform")
FAILED = DeliveryFailed(letter="L1", version=1, why="gone away")


def waiting(*events: AnyEvent, step: Step | None = None) -> dict[str, Todo]:
    """What waits for each role in this case, by the role; no entry where nothing does."""
    school = a_school(policy=a_policy(*([step] if step else [])))
    case = a_case(*events)
    found = {role: todo_of(case, school, TODAY, {role}) for role in ROLES}
    return {role: one for role, one in found.items() if one}


def todo(about: About | None, verb: str, why: str, *, danger: bool = False, untaken: bool = False) -> Todo:
    """One thing that waits since the Monday of the cast."""
    return Todo(ref="2026-0042", about=about, verb=verb, why=why, since=TODAY, danger=danger, untaken=untaken)


@pytest.mark.parametrize(
    ("who", "about", "why", "events"),
    [
        (
            ("dsl", "deputy"),
            About.TRIAGE,
            "say what kind of conduct it is and clear it to proceed",
            OPENED,
        ),
        (
            ("office",),
            About.MISSING,
            "L1 needs: platform, facts",
            (*BEGUN, BLOCKED),
        ),
        (("head",), About.APPROVAL, "L3 version 2", (*BEGUN, drafted("L3", 2))),
        (("head",), About.APPROVAL, "L1 version 1", (*BEGUN, drafted(), asked())),
        (
            ("head", "alternate"),
            About.APPROVAL,
            "L1 version 1",
            (*BEGUN, drafted(), asked(), asked(approver="alternate")),
        ),
        (
            ("office",),
            About.RETURNED,
            "L1 came back: softer",
            (*BEGUN, drafted(), asked(), RETURNED),
        ),
        (("office",), About.POSTING, "L1 is in the print tray", TAKEN),
        (
            ("office",),
            About.UNSURE,
            "Letterladder stopped while it was being sent",
            MAILED,
        ),
        (
            ("office",),
            About.UNSURE,
            "L1 version 1: no end",
            (*TAKEN, PostingQuestioned(letter="L1", version=1, why="no end")),
        ),
        (
            ("head",),
            About.DECISION,
            "L1: gone away",
            (*BEGUN, *sent(), FAILED),
        ),
        (
            ("alternate",),
            About.DECISION,
            "L1: gone away",
            (*OPENED, triaged(alternate=True), *sent(), FAILED),
        ),
        (
            ("office",),
            About.ACTION,
            "Report to the platform: do it, then record it",
            (*BEGUN, *sent(), LAPSED, REPORT_IT),
        ),
        (
            ("head",),
            About.DECISION,
            "nothing is under way; decide what follows",
            (*BEGUN, *sent(), LAPSED, REPORT_IT, ActionDone(step="P1", done_by="office", on=TODAY)),
        ),
    ],
)
def test_one_thing_waits_for_whom_it_is(
    who: tuple[str, ...], about: About, why: str, events: tuple[AnyEvent, ...]
) -> None:
    """Each role that may do it has it, and nobody else has anything."""
    assert waiting(*events) == dict.fromkeys(who, todo(about, VERBS[about], why))


@pytest.mark.parametrize(("role", "who"), [("dsl", ("dsl", "deputy")), ("chair", ("chair",))])
def test_whoever_is_to_be_consulted_is_asked(role: str, who: tuple[str, ...]) -> None:
    """The deputy may speak for the safeguarding lead, and for nobody else."""
    step = Step(id="L1", name="Request", consults=(role,))
    why = f"Request (L1): consulted 2026-0042 L1 --with {role} --result '...'"
    one = todo(About.CONSULT, "Say what you think of it", why)
    assert waiting(*BEGUN, step=step) == dict.fromkeys(who, one)


@pytest.mark.parametrize(
    ("verb", "untaken", "events"),
    [
        ("Read it now and say that you have it", True, (*OPENED, DANGER)),
        ("End the alert, or hold the case", False, (*OPENED, DANGER, SEEN)),
        ("End the alert, or hold the case", False, (*OPENED, changed(DANGER, to=[], told=["dsl"]))),
    ],
)
def test_an_alert_waits_for_the_safeguarding_leads(
    verb: str, untaken: bool, events: tuple[AnyEvent, ...]
) -> None:
    """Both of them, until it is ended; it is told apart whether anybody has it."""
    why = 'danger ("watch out"), danger ("I know the way")'
    assert waiting(*events) == dict.fromkeys(
        ("dsl", "deputy"), todo(None, verb, why, danger=True, untaken=untaken)
    )


@pytest.mark.parametrize(
    "events",
    [
        BEGUN,
        (*BEGUN, drafted(), asked(), approved()),
        (*BEGUN, *sent()),
        (*BEGUN, HoldPlaced(hold_for=HoldFor.POLICE)),
        (*BEGUN, CaseClosed(reason="it is settled")),
    ],
    ids=["to draft", "to post", "clock runs", "on hold", "closed"],
)
def test_nothing_waits_where_the_round_or_a_day_is_next(events: tuple[AnyEvent, ...]) -> None:
    """Work of the round, a clock, a hold and a closed case are nobody's."""
    assert waiting(*events) == {}


def test_it_is_asked_for_all_roles_of_a_person_at_once() -> None:
    """One of several is enough, and without any there is nothing."""
    case = a_case(*BEGUN, drafted())
    assert todo_of(case, a_school(), TODAY, ["dsl", "head"]) == todo(
        About.APPROVAL, "Read and decide", "L1 version 1"
    )
    assert todo_of(case, a_school(), TODAY, []) is None


def test_each_kind_of_thing_has_a_verb() -> None:
    """As a button says it."""
    assert VERBS == {
        About.TRIAGE: "Say what it is",
        About.MISSING: "Fill in what is missing",
        About.RETURNED: "Change the letter",
        About.APPROVAL: "Read and decide",
        About.POSTING: "Post it",
        About.UNSURE: "Say whether it went out",
        About.DECISION: "Decide what comes next",
        About.ACTION: "Do it and record it",
        About.CONSULT: "Say what you think of it",
        About.REVIEW: "Review it",
        About.ENDED: "Record that it has ended",
    }
