import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_events import ANY_EVENT, KINDS, entry, made

from letterladder.rules.cases.events import (
    ActionDone,
    AlertRaised,
    AlertRepeated,
    AlertSeen,
    AlertSent,
    AnswerRecorded,
    AnyEvent,
    CaseClosed,
    CaseOpened,
    ClockRecomputed,
    Consulted,
    Corrected,
    DeadlineLapsed,
    DecisionAsked,
    DecisionMade,
    DraftBlocked,
    Fact,
    FieldsGiven,
    FlagSeen,
    HoldPlaced,
    LetterApproved,
    LetterPosted,
    MailAttached,
    MemberAgreed,
    PostingQuestioned,
    ReportReceived,
    Triaged,
)
from letterladder.rules.cases.sentences import day_words, headline, local_time, one_line, sentence
from letterladder.rules.words import Channel, Flag, HoldFor, Method, Outcome

NINTH = date(2026, 11, 9)
NOON = datetime(2026, 11, 9, 12, 0, tzinfo=UTC)
OPENED = CaseOpened(
    adult="P1",
    adult_name="",
    school="Fellside School",
    policy="p",
    policy_version="1",
    reason="a report came.",
)
POSTED = LetterPosted(
    letter="removal-request",
    version=1,
    sha256="",
    method=Method.FIRST_CLASS,
    on=NINTH,
    received_on=date(2026, 11, 11),
    answer_by=date(2026, 11, 18),
    rule="",
)


@pytest.mark.parametrize(
    ("expected", "event"),
    [
        (
            "The case was opened at Fellside School for an adult not yet identified, because: a report came.",
            OPENED,
        ),
        (
            "A report arrived on 9 November 2026 about conduct on site (the main gate, 6 November 2026; affected,"
            " as reported: Mrs Khan).",
            ReportReceived(
                mail="",
                file="",
                received=NOON,
                fact=Fact(place="the main gate", happened_on="2026-11-06", affected="Mrs Khan"),
            ),
        ),
        (
            "A report arrived on 9 November 2026 about Facebook, and about conduct on site (at pick-up).",
            ReportReceived(
                mail="",
                file="",
                received=NOON,
                fact=Fact(platform="Facebook", happened_on="at pick-up"),
            ),
        ),
        (
            "A report arrived on 9 November 2026 about Facebook [danger].",
            ReportReceived(
                mail="",
                file="",
                received=NOON,
                fact=Fact(platform="Facebook"),
                flags=[FlagSeen(flag=Flag.DANGER, words="x"), FlagSeen(flag=Flag.DANGER, words="y")],
            ),
        ),
        (
            "An email arrived on 9 November 2026 (reply): I took it down.",
            MailAttached(mail="", file="", received=NOON, what="reply", summary="I took it down."),
        ),
        (
            "The case was triaged for Mr Stott (threats and racist); not yet cleared to proceed.",
            Triaged(pupils=[], conduct=["threats", "racist"], clear=False, adult_name="Mr Stott"),
        ),
        (
            "An alert went to a@x.example, b@x.example and c@x.example; nothing is drafted [child protection].",
            AlertRaised(
                flags=[FlagSeen(flag=Flag.CHILD_PROTECTION, words="")],
                told=["a@x.example", "b@x.example", "c@x.example"],
                message_id="",
            ),
        ),
        (
            "An alert to a@x.example and b@x.example was raised; nothing is drafted [danger].",
            AlertRaised(
                flags=[FlagSeen(flag=Flag.DANGER, words="")],
                told=[],
                message_id="",
                to=["a@x.example", "b@x.example"],
            ),
        ),
        ("The alert was sent to a@x.example.", AlertSent(to=["a@x.example"], message_id="")),
        (
            "Nobody had said that they have the alert, so a@x.example and b@x.example were told again.",
            AlertRepeated(to=["a@x.example", "b@x.example"], message_id=""),
        ),
        ("Mr Imran Sadiq has the alert and is dealing with it.", AlertSeen(by="Mr Imran Sadiq")),
        (
            "Details were given for every letter: a and b.",
            FieldsGiven(letter="", fields={"b": "2", "a": "1"}),
        ),
        (
            "Letter bar could not be drafted for lack of end date.",
            DraftBlocked(letter="bar", missing=["end date"], what=""),
        ),
        (
            "Letter bar version 2 was approved by Mrs Ellwood (by email).",
            LetterApproved(letter="bar", version=2, sha256="", approver="Mrs Ellwood", how="mail"),
        ),
        (
            "Letter removal-request version 1 left by first-class post on 9 November 2026"
            " and counts as received on 11 November 2026, answer by 18 November 2026.",
            POSTED,
        ),
        (
            "Did letter bar version 1 go out? Nobody knows, because: no answer; it will not be sent again by itself.",
            PostingQuestioned(letter="bar", version=1, why="no answer"),
        ),
        (
            "An answer came on 9 November 2026 by phone: refused and continues: “No.”.",
            AnswerRecorded(outcome=Outcome.CONTINUES, channel=Channel.PHONE, on=NINTH, summary="“No.”"),
        ),
        (
            "The time to answer letter bar version 1 ended on 9 November 2026 without an answer.",
            DeadlineLapsed(letter="bar", version=1, answer_by=NINTH),
        ),
        (
            "The time to answer letter bar version 1 ended on 9 November 2026 without an answer; nothing follows from"
            " that, and what it says stands.",
            DeadlineLapsed(letter="bar", version=1, answer_by=NINTH, normal=True),
        ),
        (
            "Ms Fell carried out “appeal” on 9 November 2026, and the outcome was: appeal dismissed.",
            ActionDone(step="appeal", done_by="Ms Fell", on=NINTH, result=Outcome.DISMISSED),
        ),
        (
            "A decision was requested; the policy allows warning or police.",
            DecisionAsked(options=["warning", "police"], trigger=1, message_id=""),
        ),
        ("It was decided: no further action, because: removed.", DecisionMade(step="none", reason="removed")),
        (
            "Letter bar version 2 was approved by Mrs Ellwood, head (by desk).",
            LetterApproved(
                letter="bar", version=2, sha256="", approver="head", how="desk", person="Mrs Ellwood"
            ),
        ),
        (
            "It was decided by panel: Mrs Lin and Ms Roe agreed (by email): warning, because: it went on.",
            DecisionMade(
                step="warning",
                reason="it went on",
                how="mail",
                tell="panel",
                person="Ms Roe",
                agreed=["Mrs Lin", "Ms Roe"],
            ),
        ),
        (
            "Mrs Lin, panel, agreed to letter bar version 2 (by command); 2 must agree.",
            MemberAgreed(role="panel", person="Mrs Lin", needed=2, letter="bar", version=2),
        ),
        (
            "Mrs Lin, panel, agreed to the step warning (by desk); 2 must agree, because: it went on.",
            MemberAgreed(
                role="panel", person="Mrs Lin", needed=2, how="desk", step="warning", reason="it went on"
            ),
        ),
        (
            "Ms Brook, trust, was consulted about warning on 9 November 2026: agrees.",
            Consulted(step="warning", role="trust", person="Ms Brook", on=NINTH, result="agrees."),
        ),
        (
            "Ms Fell, dsl, carried out “police” on 9 November 2026 out of order, so that it does not count as the"
            " policy's step, because: it was urgent.",
            ActionDone(step="police", done_by="Ms Fell", role="dsl", on=NINTH, out_of_order="it was urgent"),
        ),
        (
            "Ms Fell carried out “X3” on 9 November 2026; PC Amy Holt agreed that the adult may be told.",
            ActionDone(step="X3", done_by="Ms Fell", on=NINTH, may_tell="PC Amy Holt"),
        ),
        (
            "Ms Fell carried out “police” on 9 November 2026, reference 7, to be followed up on 9 November 2026.",
            ActionDone(step="police", done_by="Ms Fell", on=NINTH, reference="7", follow_up=NINTH),
        ),
        (
            "The answer date of letter bar version 1 moved from 9 November 2026 to 11 November 2026, because: snow.",
            ClockRecomputed(letter="bar", version=1, old=NINTH, new=date(2026, 11, 11), why="snow"),
        ),
        ("Correction of entry 3: It was a Tuesday.", Corrected(seq=3, what="It was a Tuesday.")),
        ("Note on this log: It was torn.", Corrected(seq=0, what="It was torn.")),
        (
            "The case was put on hold for social care. Nothing goes out and no clock runs.",
            HoldPlaced(hold_for=HoldFor.SOCIAL_CARE),
        ),
    ],
)
def test_an_event_is_told_in_plain_words(expected: str, event: AnyEvent) -> None:
    """Dates as in a letter, no code words, a full stop at the end."""
    assert sentence(entry(event)) == expected


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(st.data())
def test_every_kind_of_event_has_a_sentence(kind: type[AnyEvent], data: st.DataObject) -> None:
    """None falls through, and none is told as nothing."""
    assert len(sentence(entry(data.draw(made(kind))))) > 10


@given(ANY_EVENT)
def test_a_sentence_is_one_clean_line(event: AnyEvent) -> None:
    """Whatever is in an email.

    No line break, no control character, no character that turns the direction of writing.
    """
    told = sentence(entry(event))
    assert told
    assert not [sign for sign in told if unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"}]


def test_a_report_does_not_tell_who_reported() -> None:
    """Neither who saw it nor where the email lies, which is the way to the reporter."""
    fact = Fact(platform="Facebook", words="rude", seen_by="Mrs Zeuge")
    told = sentence(entry(ReportReceived(mail="ab" * 32, file="mail/zeuge.eml", received=NOON, fact=fact)))
    assert told == "A report arrived on 9 November 2026 about Facebook."


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("a b", " a\r\n\tb "),
        ("[31mred", "\x1b[31mred"),
        ("exe.doc", "\u202eexe.doc\u2028"),
        ("Zoë O’Neill", "Zoë O’Neill"),
    ],
)
def test_text_is_brought_onto_one_line(expected: str, text: str) -> None:
    """A terminal or a log cannot be misled by it."""
    assert one_line(text) == expected


@pytest.mark.parametrize(
    ("expected", "at"),
    [
        ("2026-07-02 00:30", datetime(2026, 7, 1, 23, 30, tzinfo=UTC)),
        ("2026-11-09 23:30", datetime(2026, 11, 9, 23, 30, tzinfo=UTC)),
        ("2026-03-29 00:59", datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        ("2026-03-29 02:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
    ],
)
def test_times_are_told_as_on_an_english_clock(expected: str, at: datetime) -> None:
    """In summer one hour ahead of UTC."""
    assert f"{local_time(at):%Y-%m-%d %H:%M}" == expected


def test_a_moment_is_told_by_its_english_day() -> None:
    """Shortly before midnight in UTC it is tomorrow in summer."""
    assert day_words(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "2 July 2026"
    assert day_words(date(2026, 7, 1)) == "1 July 2026"


def test_a_headline_tells_the_adult_and_the_last_thing() -> None:
    """The adult as last named."""
    triaged = Triaged(pupils=[], conduct=[], clear=True, adult_name="Mr Gavin Stott")
    closed = CaseClosed(reason="removed")
    events: list[AnyEvent] = [OPENED, triaged, closed]
    entries = [entry(event, seq) for seq, event in enumerate(events, start=1)]
    assert headline(entries) == (
        "Mr Gavin Stott, Fellside School; 9 November 2026: The case was closed, because: removed."
    )


def test_a_headline_of_nothing_is_still_a_line() -> None:
    """A reserved reference has no entries yet."""
    assert headline([]) == "An empty case."
