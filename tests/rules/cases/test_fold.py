"""The fold as tables: these lines of the log, and what the case says then."""

from datetime import UTC, date, datetime
from functools import reduce
from operator import attrgetter

import msgspec
import pytest
from cast import (
    BEGUN,
    REF,
    a_case,
    approved,
    asked,
    drafted,
    entries,
    opened,
    posted,
    posting,
    reported,
    sent,
    triaged,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from made_events import ANY_EVENT, KINDS, made

from letterladder.rules.cases.case import Answer, AskedFor, Case
from letterladder.rules.cases.case_parts import Alarm, Decided, Due
from letterladder.rules.cases.events import (
    ActionDone,
    AlertRaised,
    AlertRepeated,
    AlertSeen,
    AlertSent,
    AnswerRecorded,
    AnyEvent,
    CaseClosed,
    CaseReopened,
    ClockRecomputed,
    Corrected,
    DeadlineLapsed,
    DecisionAsked,
    DecisionMade,
    DeliveryFailed,
    DraftBlocked,
    DraftVoided,
    Event,
    EvidenceKept,
    FieldsGiven,
    FlagSeen,
    HoldPlaced,
    HoldReleased,
    LetterReturned,
    MailAttached,
    PostingNotMade,
    PostingQuestioned,
    ReminderSent,
)
from letterladder.rules.cases.fold import after, fold
from letterladder.rules.words import Channel, Flag, HoldFor, LetterStatus, Outcome

DANGER = FlagSeen(flag=Flag.DANGER, words="I know where you live")
SORRY = FlagSeen(flag=Flag.APOLOGY, words="I am sorry")
ALERT = AlertRaised(flags=[DANGER], told=["dsl"], message_id="<alert@larkfield.example>")
RAISED = AlertRaised(flags=[DANGER], told=[], message_id="<new@larkfield.example>", to=["dsl"])
SENT = AlertSent(to=["dsl"], message_id="<new@larkfield.example>")
HELD = HoldPlaced(hold_for=HoldFor.POLICE)
DAY = date(2026, 11, 16)
ANSWERED = AnswerRecorded(
    outcome=Outcome.REMOVED, channel=Channel.PHONE, on=DAY, summary="it is gone", letter="L1"
)
LAPSED = DeadlineLapsed(letter="L1", version=1, answer_by=date(2026, 11, 19))
DECIDED = DecisionMade(step="L3", reason="it went on")
ASKED = DecisionAsked(
    options=["L2", "none"], trigger=9, message_id="<decide@larkfield.example>", approver="head"
)
BLOCKED = DraftBlocked(letter="L1", missing=["platform"], what="Still needed: platform.", trigger=0)
QUESTIONED = PostingQuestioned(letter="L1", version=1, why="no end")
FAILED = DeliveryFailed(letter="L1", version=1, why="gone away")
GIVEN = FieldsGiven(letter="L1", fields={"platform": "Facebook"})
FOLLOW_UP = ActionDone(step="P1", done_by="Mrs Binns", on=DAY, follow_up=date(2026, 11, 23))
REMINDED = ReminderSent(
    about="triage", day=DAY, stage="1 after", to=["head"], message_id="<r@larkfield.example>"
)
ATTACHED = MailAttached(
    mail="bb",
    file="mail/bb.eml",
    received=datetime(2026, 11, 9, tzinfo=UTC),
    what="reply",
    summary="",
    flags=[SORRY],
)
MOVED = ClockRecomputed(letter="L1", version=1, old=date(2026, 11, 19), new=date(2026, 11, 26), why="snow")
DONE = ActionDone(step="P1", done_by="Mrs Binns", on=DAY)


@pytest.mark.parametrize(
    ("field", "expected", "events"),
    [
        ("adult", "A1", [opened()]),
        ("adult_name", "Mr Gavin Stott", [opened()]),
        ("school", "larkfield-primary-school", [opened()]),
        ("opened_at", datetime(2026, 11, 9, 9, 0, tzinfo=UTC), [opened()]),
        ("mails", frozenset({"bb"}), [ATTACHED]),
        ("flags", (SORRY,), [ATTACHED]),
        ("flags", (DANGER, SORRY), [msgspec.structs.replace(reported(), flags=[DANGER]), ATTACHED]),
        ("pupils", ("P1",), [triaged()]),
        ("conduct", ("hate", "threat"), [triaged(), triaged("hate", "threat")]),
        ("clear", True, [triaged()]),
        ("clear", False, [triaged(), triaged(clear=False)]),
        ("alternate", True, [triaged(alternate=True)]),
        ("adult", "A2", [opened(), triaged(adult="A2")]),
        ("adult", "A1", [opened(), triaged()]),
        ("alert", (DANGER,), [ALERT]),
        ("clear", False, [triaged(), ALERT]),
        ("untold", frozenset(), [ALERT]),
        ("untold", frozenset({"<new@larkfield.example>"}), [ALERT, RAISED]),
        ("untold", frozenset(), [RAISED, SENT]),
        ("told", frozenset({"<new@larkfield.example>"}), [RAISED, SENT]),
        ("alert", (DANGER,), [ALERT, triaged(clear=False)]),
        ("alert", (), [ALERT, triaged()]),
        ("fields", {"L1": {"platform": "X"}}, [GIVEN, FieldsGiven(letter="L1", fields={"platform": "X"})]),
        ("hold", HoldFor.POLICE, [HELD]),
        ("held_on", datetime(2026, 11, 9, 9, 0, tzinfo=UTC), [HELD]),
        ("hold", None, [HELD, HoldReleased()]),
        ("held_on", None, [HELD, HoldReleased()]),
        ("closed", "settled", [CaseClosed(reason="settled")]),
        ("closed", "", [CaseClosed(reason="settled"), CaseReopened(reason="again")]),
        ("trigger", None, [*sent(), LAPSED, CaseClosed(reason="settled")]),
        ("blocked", None, [BLOCKED, GIVEN]),
        ("blocked", None, [BLOCKED, triaged()]),
        ("blocked", None, [BLOCKED, drafted()]),
        ("step", "L1", sent()),
        ("step", "P1", [*sent(), DONE]),
        ("history", ((date(2026, 11, 10), "L1"), (DAY, "P1")), [*sent(), DONE]),
        ("follow_ups", (("P1", date(2026, 11, 23)),), [FOLLOW_UP]),
        ("follow_ups", (), [FOLLOW_UP, DONE]),
        ("asked", None, [*sent(), ASKED, LAPSED]),
        ("asked", None, [*sent(), LAPSED, ASKED, ANSWERED]),
        ("asked", None, [*sent(), LAPSED, ASKED, DECIDED]),
        ("due", Due(step="L3", reason="it went on", seq=1, by="office"), [DECIDED]),
        ("due", None, [DECIDED, ANSWERED]),
        ("due", None, [DECIDED, *sent("L3")]),
        ("due", None, [DECIDED, DONE]),
        ("decisions", (Decided(step="L3", by="office", seq=1),), [DECIDED]),
        ("trigger", None, [*sent(), LAPSED, DECIDED]),
        ("trigger", None, [*sent(), ANSWERED, *sent("L2")]),
        ("reminded", frozenset({("triage", DAY, "1 after")}), [REMINDED]),
        ("last_seq", 3, BEGUN),
        ("last_hash", f"{3:064x}", BEGUN),
    ],
)
def test_an_event_says_one_thing_of_the_case(field: str, expected: object, events: list[AnyEvent]) -> None:
    """Each row: after these lines the case says this."""
    assert attrgetter(field)(a_case(*events)) == expected


@pytest.mark.parametrize(
    ("status", "events"),
    [
        (LetterStatus.DRAFTED, [drafted()]),
        (LetterStatus.DRAFTED, [drafted(), asked()]),
        (LetterStatus.APPROVED, [drafted(), asked(), approved()]),
        (LetterStatus.RETURNED, [drafted(), asked(), LetterReturned(letter="L1", version=1, note="softer")]),
        (LetterStatus.VOID, [drafted(), DraftVoided(letter="L1", version=1, why="touched")]),
        (LetterStatus.POSTING, [drafted(), asked(), approved(), posting()]),
        (LetterStatus.POSTED, sent()),
        (LetterStatus.VOID, [drafted(), posting(), PostingNotMade(letter="L1", version=1, why="no stamp")]),
    ],
)
def test_the_status_of_a_letter_follows_from_what_happened_to_it(
    status: LetterStatus, events: list[AnyEvent]
) -> None:
    """Nobody sets a status; it is read from the log."""
    assert a_case(*events).letters[0].status is status


@pytest.mark.parametrize(
    ("field", "expected", "events"),
    [
        ("answer_by", date(2026, 11, 19), [drafted()]),
        ("answer_by", date(2026, 11, 23), sent(answer_by=date(2026, 11, 23))),
        ("answer_by", date(2026, 11, 26), [*sent(), MOVED]),
        ("asked", "<ask-L1-1@larkfield.example>", [drafted(), asked()]),
        ("code_hash", "c0de", [drafted(), asked()]),
        ("code_hash", "", [drafted(), asked(), approved()]),
        ("code_hash", "", [drafted(), asked(), LetterReturned(letter="L1", version=1, note="softer")]),
        ("code_hash", "", [drafted(), asked(), DraftVoided(letter="L1", version=1, why="touched")]),
        ("note", "softer", [drafted(), LetterReturned(letter="L1", version=1, note="softer")]),
        ("unsure", "no end", [drafted(), posting(), QUESTIONED]),
        ("unsure", "", [drafted(), posting(), QUESTIONED, posted()]),
        ("undelivered", "gone away", [*sent(), FAILED]),
        ("message_ids", ("<m@larkfield.example>",), [drafted(), posting(message_id="<m@larkfield.example>")]),
        ("received_on", date(2026, 11, 12), sent()),
        ("approved_on", datetime(2026, 11, 9, 9, 2, tzinfo=UTC), sent()),
        ("trigger", 7, [drafted(trigger=7)]),
    ],
)
def test_what_is_known_of_a_letter_follows_from_its_events(
    field: str, expected: object, events: list[AnyEvent]
) -> None:
    """Codes work once, dates bind from posting, doubts are kept until somebody settles them."""
    assert attrgetter(field)(a_case(*events).letters[0]) == expected


@pytest.mark.parametrize(
    ("outcome", "after_", "event"),
    [
        (Outcome.REMOVED, "L1", ANSWERED),
        (Outcome.REMOVED, "L1", msgspec.structs.replace(ANSWERED, letter="")),
        (Outcome.LAPSED, "L1", LAPSED),
        (Outcome.UNDELIVERED, "L1", FAILED),
    ],
)
def test_an_outcome_calls_for_a_decision(outcome: Outcome, after_: str, event: AnyEvent) -> None:
    """An answer, a lapse and a letter that came back each end the step, named with the line that says so."""
    trigger = a_case(*BEGUN, *sent(), event).trigger
    assert trigger is not None
    assert (trigger.outcome, trigger.after, trigger.seq) == (outcome, after_, 9)


def test_an_answer_is_kept_with_its_day_and_channel() -> None:
    """The letter after it says how and when the adult was heard."""
    answer = Answer(
        outcome=Outcome.REMOVED,
        channel=Channel.PHONE,
        on=DAY,
        summary="it is gone",
        letter="L1",
        seq=len(sent()) + 1,
    )
    assert a_case(*sent(), ANSWERED).answers == (answer,)


def test_what_was_asked_for_is_kept_until_it_is_answered() -> None:
    """The same decision is not asked for twice."""
    expected = AskedFor(
        trigger=9,
        options=("L2", "none"),
        code_hash="",
        approver="head",
        expires=None,
        message_id="<decide@larkfield.example>",
    )
    assert a_case(ASKED).asked == expected


@pytest.mark.parametrize(
    "event", [asked(), posting(message_id="<m@larkfield.example>"), ALERT, ASKED, REMINDED]
)
def test_a_mail_of_ours_is_known_again(event: AnyEvent) -> None:
    """A reply or a bounce finds its case by the Message-ID of the email it answers."""
    case = a_case(drafted(), event)
    assert case.sent_ids == {event.message_id}  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", KINDS, ids=[kind.__name__ for kind in KINDS])
@settings(max_examples=3)
@given(data=st.data())
def test_what_is_said_twice_is_known_as_well_as_what_is_said_once(
    kind: type[Event], data: st.DataObject
) -> None:
    """None of our emails is forgotten because two lines tell of it; nor is a mark ever taken off by the second."""
    event = data.draw(made(kind))
    once, twice = a_case(*sent(), event), a_case(*sent(), event, event)
    assert a_case(*sent()).sent_ids <= once.sent_ids == twice.sent_ids
    assert (once.closed, once.hold, once.adult) == (twice.closed, twice.hold, twice.adult)


@pytest.mark.parametrize("event", [approved(), posted(), FAILED, MOVED, asked()])
def test_an_event_of_a_letter_nobody_drafted_changes_no_letter(event: AnyEvent) -> None:
    """A log that tells of an unknown version is `verify`'s business; the fold goes on."""
    assert a_case(drafted(version=2), event).letters == a_case(drafted(version=2)).letters


@pytest.mark.parametrize(
    "event",
    [
        EvidenceKept(mail="a", file="f", original_name="o", sha256="s", size=1),
        Corrected(seq=1, what="the name"),
    ],
)
def test_evidence_and_corrections_change_nothing_of_where_the_case_stands(event: AnyEvent) -> None:
    """They are for the register; nothing is edited."""
    assert a_case(*BEGUN, event).facts == a_case(*BEGUN).facts
    assert a_case(*BEGUN, event).letters == ()


@pytest.mark.parametrize(
    ("expected", "event"),
    [(date(2026, 11, 9), REMINDED), (date(2026, 11, 13), FieldsGiven(letter="", fields={}))],
)
def test_a_reminder_does_not_make_the_waiting_younger(expected: date, event: AnyEvent) -> None:
    """Else each reminder would put off the next."""
    lines = [*entries(*BEGUN), *entries(event, start=datetime(2026, 11, 13, 9, tzinfo=UTC), first=4)]
    assert fold(REF, lines).waiting_since == expected


def test_a_closed_case_waits_for_nothing_and_was_never_reopened() -> None:
    """A second end is an end like the first."""
    start = (opened(), triaged(), *sent("L1"), ANSWERED, DECIDED)
    for again in ((), (CaseClosed(reason="x"), CaseReopened(reason="more"))):
        case = a_case(*start, *again, CaseClosed(reason="settled"))
        assert (case.closed, case.reopened) == ("settled", 0)
        assert (case.trigger, case.due, case.blocked) == (None, None, None)


def test_days_are_those_of_england() -> None:
    """Half past eleven in the evening, UTC, is the next day in an English summer."""
    late = datetime(2027, 6, 8, 23, 30, tzinfo=UTC)
    lines = entries(msgspec.structs.replace(reported(), received=late), start=late)
    case = fold(REF, lines)
    assert (case.waiting_since, case.facts[0].day) == (date(2027, 6, 9), date(2027, 6, 9))


LOGS = st.lists(ANY_EVENT, max_size=12)


@given(LOGS)
def test_any_log_can_be_folded(events: list[AnyEvent]) -> None:
    """The fold never raises, whatever the order of events; what is impossible is the writers' fault."""
    assert a_case(*events).last_seq == len(events)


@given(LOGS, st.integers(min_value=0, max_value=12))
def test_a_log_may_be_folded_in_two_parts(events: list[AnyEvent], cut: int) -> None:
    """Folding the beginning and then each later line is folding the whole."""
    lines = entries(*events)
    assert reduce(after, lines[cut:], fold(REF, lines[:cut])) == fold(REF, lines)


def test_state_is_never_stored() -> None:
    """No event has a field for where a case or a letter stands, and a case has no field for its state."""
    stored = {field.name for kind in KINDS for field in msgspec.structs.fields(kind)}
    assert not stored & {"state", "status", "overdue", "next", "waiting_for"}
    assert "state" not in Case.__struct_fields__


def test_an_alert_of_a_log_from_before_alerts_were_noted_as_sent_is_read() -> None:
    """Its line has no `to`; whom it was addressed to is in `told`, and nobody waits for a word that it left."""
    line = b'{"kind":"AlertRaised","flags":[],"told":["dsl@x.example"],"message_id":"<old@x.example>"}'
    event = msgspec.json.decode(line, type=AnyEvent)
    case = fold(REF, entries(event))
    assert (case.sent_ids, case.untold) == (frozenset({"<old@x.example>"}), frozenset())


def test_an_alert_that_left_does_not_change_since_when_somebody_is_waited_for() -> None:
    """It left because of the mail server, not because anybody did something."""
    before = fold(REF, entries(RAISED))
    assert fold(REF, entries(RAISED, SENT)).waiting_from == before.waiting_from


REPEATED = AlertRepeated(to=["dsl", "head"], message_id="<again@larkfield.example>")


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        ((("dsl",), 1), [RAISED]),
        ((("dsl",), 1), [RAISED, SENT]),
        ((("dsl", "head"), 2), [RAISED, REPEATED]),
        ((("dsl", "head"), 2), [RAISED, REPEATED, RAISED]),
        ((("dsl", "head"), 3), [RAISED, REPEATED, REPEATED]),
        ((("dsl",), 1), [RAISED, REPEATED, AlertSeen(by="x"), RAISED]),
        (None, [ALERT]),
        (None, [RAISED, AlertSeen(by="Mr Imran Sadiq")]),
        (None, [RAISED, triaged()]),
        ((("dsl",), 1), [RAISED, triaged(clear=False)]),
        (None, [RAISED, HELD]),
        (None, [RAISED, CaseClosed(reason="x")]),
    ],
)
def test_an_alert_goes_on_until_somebody_has_it(
    expected: tuple[tuple[str, ...], int] | None, events: list[AnyEvent]
) -> None:
    """With whom it reached so far and how often; a further one does not start again with fewer people."""
    alarm = fold(REF, entries(*events)).alarm
    assert (alarm and (alarm.to, alarm.stage)) == expected


def test_an_alert_that_somebody_has_still_stops_the_case() -> None:
    """To have it is not to clear it; and it is a repeat's time that counts, not the first one's."""
    assert fold(REF, entries(RAISED, AlertSeen(by="x"))).alerted
    lines = entries(RAISED, REPEATED)
    assert fold(REF, lines).alarm == Alarm(at=lines[-1].at, to=("dsl", "head"), stage=2)
