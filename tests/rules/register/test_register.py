from datetime import UTC, date, datetime

import pytest
from made_events import entry

from letterladder.rules.cases.events import (
    ActionDone,
    AlertRaised,
    AlertSeen,
    AlertSent,
    AnswerRecorded,
    AnyEvent,
    CaseOpened,
    ClockRecomputed,
    Consulted,
    Corrected,
    DeadlineLapsed,
    DecisionMade,
    DeliveryFailed,
    DraftBlocked,
    EvidenceKept,
    Fact,
    FieldsGiven,
    FlagSeen,
    HoldPlaced,
    LetterApproved,
    LetterDrafted,
    LetterPosted,
    LetterReturned,
    MailAttached,
    MemberAgreed,
    PostingStarted,
    ReminderSent,
    ReportReceived,
    Triaged,
)
from letterladder.rules.cases.register_row import RowFile
from letterladder.rules.register.register import RegisterRow, register_rows
from letterladder.rules.words import Channel, Flag, HoldFor, Method, Outcome, Unit

SUMMER = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
CLAUSES = {"threats": "4.2", "racist": "4.3", "hate": "4.2"}
LETTER = "removal-request"
OPENED = CaseOpened(
    adult="P1", adult_name="Mr Gavin Stott", school="s", policy="p", policy_version="1", reason="a report"
)
REPORT = ReportReceived(mail="aa", file="mail/aa.eml", received=SUMMER, fact=Fact(platform="Facebook"))
TRIAGED = Triaged(pupils=["C1"], conduct=["threats", "racist", "hate"], clear=True)
DRAFTED = LetterDrafted(
    letter=LETTER,
    version=1,
    file="letters/1.docx",
    sha256="dd",
    date_on_letter=date(2026, 7, 3),
    reason="first step",
    template_sha256="ee",
)
APPROVED = LetterApproved(letter=LETTER, version=1, sha256="dd", approver="Mrs Ellwood", how="mail")
STARTED = PostingStarted(
    letter=LETTER, version=1, sha256="dd", message_id="", method=Method.FIRST_CLASS, to="1 Fell Lane"
)
POSTED = LetterPosted(
    letter=LETTER,
    version=1,
    sha256="dd",
    method=Method.FIRST_CLASS,
    on=date(2026, 7, 3),
    received_on=date(2026, 7, 7),
    answer_by=date(2026, 7, 14),
    rule="five working days after receipt",
    unit=Unit.WORKING_DAYS,
    days=5,
    proof="certificate 7",
)
ANSWERED = AnswerRecorded(
    outcome=Outcome.REMOVED, channel=Channel.PHONE, on=date(2026, 7, 10), summary="", letter=LETTER
)
LAPSED = DeadlineLapsed(letter=LETTER, version=1, answer_by=date(2026, 7, 14))
DECIDED = DecisionMade(step="warning", reason="it went on")


def rows_of(*events: AnyEvent) -> list[RegisterRow]:
    entries = [entry(event, seq, by="office") for seq, event in enumerate(events, start=1)]
    return register_rows("2026-0042", "Fellside School", entries, lambda conduct: CLAUSES.get(conduct, ""))


def last(*events: AnyEvent) -> RegisterRow:
    return rows_of(*events)[-1]


def letter_row(*later: AnyEvent) -> RegisterRow:
    """The row of the posted letter, after what came later."""
    rows = rows_of(OPENED, TRIAGED, DRAFTED, APPROVED, STARTED, POSTED, *later)
    return next(row for row in rows if row.kind == "LetterPosted")


def test_each_row_tells_its_case_and_entry() -> None:
    """With the hash of the log line that proves it."""
    row = last(OPENED)
    assert (row.seq, row.ref, row.school, row.kind) == (1, "2026-0042", "Fellside School", "CaseOpened")
    assert (row.recorded_at, row.hash) == ("2026-11-09 09:00+00:00", f"{1:064x}")
    assert row.summary.startswith("The case was opened")


@pytest.mark.parametrize(
    "event",
    [
        FieldsGiven(letter="", fields={}),
        DRAFTED,
        DraftBlocked(letter=LETTER, missing=[], what=""),
        STARTED,
        ReminderSent(about="answer", day=date(2026, 7, 14), stage="before", to=[], message_id=""),
    ],
)
def test_work_within_the_office_is_no_row(event: AnyEvent) -> None:
    """A governor wants what was received, decided and sent."""
    assert rows_of(event) == []


def test_a_report_comes_in_from_an_unnamed_reporter() -> None:
    """On its English day, with its email and all its evidence."""
    picture = EvidenceKept(mail="aa", file="evidence/a.png", original_name="a.png", sha256="bb", size=1)
    other = EvidenceKept(mail="zz", file="evidence/z.png", original_name="z.png", sha256="zz", size=1)
    (row,) = rows_of(REPORT, picture, other)
    assert (row.direction, row.channel, row.from_role) == ("in", "mail", "reporter")
    assert row.happened_on == "2026-07-02"
    assert row.attachments == (
        RowFile(name="mail/aa.eml", sha256="aa"),
        RowFile(name="evidence/a.png", sha256="bb"),
    )


def test_a_posted_letter_tells_how_it_left() -> None:
    """Method, proof, deemed receipt, and the date to answer by with its unit and rule."""
    row = letter_row()
    assert (row.direction, row.channel, row.to) == ("out", "letter", "1 Fell Lane")
    assert (row.letter, row.version, row.template_sha256) == (LETTER, 1, "ee")
    assert (row.posted_on, row.method, row.proof) == ("2026-07-03", "first-class", "certificate 7")
    assert (row.deemed_received, row.answer_by) == ("2026-07-07", "2026-07-14")
    assert (row.answer_unit, row.answer_rule) == ("5 working days", "five working days after receipt")
    assert row.attachments == (RowFile(name="letters/1.docx", sha256="dd"),)


def test_a_posted_letter_tells_who_approved_it() -> None:
    """And when, though that is an entry of its own."""
    row = letter_row()
    assert (row.decided_by, row.decided_at) == ("Mrs Ellwood", "2026-11-09 09:00+00:00")


def test_a_letter_tells_each_clause_of_the_policy_once() -> None:
    """Those of the conduct as triaged; a row before triage has none."""
    assert letter_row().clause == "4.2; 4.3"
    assert last(OPENED).clause == ""


@pytest.mark.parametrize(
    ("expected", "later"),
    [
        (("2026-07-14", "", "", ""), ()),
        (("2026-07-14", "2026-07-10", "removed", ""), (ANSWERED,)),
        (("2026-07-14", "", "lapsed", ""), (LAPSED,)),
        (("2026-07-14", "2026-07-10", "removed", ""), (LAPSED, ANSWERED)),
        (("2026-07-14", "", "lapsed", "warning"), (LAPSED, DECIDED)),
        (("2026-07-14", "", "undelivered", ""), (DeliveryFailed(letter=LETTER, version=1, why="gone away"),)),
        (
            ("2026-07-21", "", "", ""),
            (
                ClockRecomputed(
                    letter=LETTER, version=1, old=date(2026, 7, 14), new=date(2026, 7, 21), why=""
                ),
            ),
        ),
    ],
)
def test_a_letter_tells_what_became_of_it(expected: tuple[str, ...], later: tuple[AnyEvent, ...]) -> None:
    """Answer-by as it binds now, when it was answered, the outcome, and the next action."""
    row = letter_row(*later)
    assert (row.answer_by, row.answered_on, row.outcome, row.next_action) == expected


def test_an_answer_to_no_named_letter_is_one_to_the_last() -> None:
    """That is what the adult had in hand."""
    rows = rows_of(
        DRAFTED,
        POSTED,
        AnswerRecorded(outcome=Outcome.REFUSED, channel=Channel.MAIL, on=date(2026, 7, 9), summary=""),
    )
    assert [(row.letter, row.outcome) for row in rows] == [(LETTER, "refused"), (LETTER, "refused")]


def test_a_later_letter_leaves_the_row_of_an_earlier_one() -> None:
    """Each version is a row, and what came later is told of the one it is about."""
    second = LetterPosted(
        letter=LETTER,
        version=2,
        sha256="",
        method=Method.MAIL,
        on=date(2026, 8, 3),
        received_on=date(2026, 8, 4),
        answer_by=None,
        rule="",
    )
    first, _, again = rows_of(POSTED, LAPSED, second)
    assert (first.outcome, again.outcome, again.channel, again.answer_by) == ("lapsed", "", "mail", "")


def test_an_answer_is_told_of_the_latest_letter_alone() -> None:
    """An earlier one that was sent again is not answered by it."""
    first, second, _ = rows_of(POSTED, POSTED, ANSWERED)
    assert (first.outcome, second.outcome) == ("", "removed")


def test_a_letter_goes_to_the_adult_as_triaged() -> None:
    """Where no address was noted when it left."""
    corrected = Triaged(pupils=[], conduct=[], clear=True, adult_name="Mrs Amy Stott")
    assert last(OPENED, POSTED).to == "Mr Gavin Stott"
    assert last(OPENED, corrected, POSTED).to == "Mrs Amy Stott"


def test_an_answer_comes_in_from_the_adult() -> None:
    """By the channel and on the day it came."""
    row = last(OPENED, POSTED, ANSWERED)
    assert (row.direction, row.channel, row.from_role, row.happened_on) == (
        "in",
        "phone",
        "adult",
        "2026-07-10",
    )


@pytest.mark.parametrize(
    ("expected", "event"),
    [
        (("approved", "", "Mrs Ellwood", ""), APPROVED),
        (("returned", "too harsh", "", ""), LetterReturned(letter=LETTER, version=1, note="too harsh")),
        (("warning", "it went on", "office", "warning"), DECIDED),
        (("no further action", "settled", "office", ""), DecisionMade(step="none", reason="settled")),
        (
            ("warning", "it went on", "Mrs Ellwood, head", "warning"),
            DecisionMade(step="warning", reason="it went on", tell="head", person="Mrs Ellwood"),
        ),
        (
            ("agreed to the step warning", "it went on", "Mrs Lin, panel", ""),
            MemberAgreed(role="panel", person="Mrs Lin", needed=2, step="warning", reason="it went on"),
        ),
        (
            ("consulted about warning", "agrees", "Ms Brook, trust", ""),
            Consulted(step="warning", role="trust", person="Ms Brook", on=date(2026, 11, 9), result="agrees"),
        ),
        (
            ("police (out of order)", "urgent", "", ""),
            ActionDone(step="police", done_by="Ms Fell", on=date(2026, 11, 9), out_of_order="urgent"),
        ),
        (("hold for police", "ring first", "", ""), HoldPlaced(hold_for=HoldFor.POLICE, note="ring first")),
    ],
)
def test_a_decision_tells_what_why_and_by_whom(expected: tuple[str, ...], event: AnyEvent) -> None:
    """And what comes next, where something does."""
    row = last(event)
    assert (row.decision, row.reason, row.decided_by, row.next_action) == expected


def test_an_action_tells_who_owns_what_comes_next() -> None:
    """With its reference as proof and the day to follow it up."""
    row = last(
        ActionDone(
            step="police",
            done_by="Ms Fell",
            on=date(2026, 7, 9),
            reference="CAD 7",
            follow_up=date(2026, 7, 16),
            outcome="noted",
        )
    )
    assert (row.direction, row.happened_on, row.decision) == ("out", "2026-07-09", "police")
    assert (row.proof, row.outcome) == ("CAD 7", "noted")
    assert (row.next_action, row.owner) == ("follow up on 2026-07-16", "Ms Fell")


def flagged(flag: Flag) -> MailAttached:
    flags = [FlagSeen(flag=flag, words="")]
    return MailAttached(mail="a", file="f", received=SUMMER, what="reply", summary="", flags=flags)


@pytest.mark.parametrize(
    ("expected", "event"),
    [
        ("ordinary", POSTED),
        ("ordinary", flagged(Flag.APOLOGY)),
        ("legal", flagged(Flag.SAR)),
        ("legal", HoldPlaced(hold_for=HoldFor.POLICE)),
        ("safeguarding", flagged(Flag.CHILD_PROTECTION)),
        ("safeguarding", flagged(Flag.DANGER)),
        ("safeguarding", AlertRaised(flags=[], told=[], message_id="")),
        ("safeguarding", AlertSent(to=[], message_id="")),
        ("safeguarding", AlertSeen(by="")),
    ],
)
def test_a_row_says_how_far_it_may_travel(expected: str, event: AnyEvent) -> None:
    """Safeguarding goes before legal, legal before ordinary."""
    assert last(event).sensitivity == expected


def test_a_correction_marks_the_row_it_corrects() -> None:
    """The wrong row stays as it was; whoever reads it sees where the right one is."""
    opened, correction = rows_of(OPENED, Corrected(seq=1, what="It was Mrs Stott."))
    assert (opened.corrected_by, correction.summary) == ("2", "Correction of entry 1: It was Mrs Stott.")


def test_equal_logs_give_equal_registers() -> None:
    """It is derived and can be rebuilt at any time."""
    assert rows_of(OPENED, REPORT, POSTED, ANSWERED) == rows_of(OPENED, REPORT, POSTED, ANSWERED)
