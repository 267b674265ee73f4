"""What a reader of the history sees of each line."""

from datetime import UTC, date, datetime

import pytest

from letterladder.rules.cases.case import Case
from letterladder.rules.cases.event_values import FlagSeen
from letterladder.rules.cases.events import (
    AlertRaised,
    AnswerRecorded,
    AnyEvent,
    Entry,
    EvidenceKept,
    HoldPlaced,
    LetterPosted,
    MailAttached,
)
from letterladder.rules.cases.sentences import sentence
from letterladder.rules.cases.shown_to import sentence_for
from letterladder.rules.words import Channel, Flag, HoldFor, Method, Outcome

AT = datetime(2026, 11, 12, 9, tzinfo=UTC)
CALM = Case(ref="2026-0001")
DANGER = Case(ref="2026-0001", flags=(FlagSeen(flag=Flag.CHILD_PROTECTION, words="he hits her"),))
HOLD = HoldPlaced(hold_for=HoldFor.POLICE, note="he hits her")
ANSWER = AnswerRecorded(
    outcome=Outcome.OTHER, channel=Channel.PHONE, on=date(2026, 11, 12), summary="he hits her"
)
EVIDENCE = EvidenceKept(
    mail="1" * 64, file="evidence/a.png", original_name="beth-aldous.png", sha256="2" * 64, size=9
)
MAIL = MailAttached(
    mail="1" * 64, file="mail/a.eml", received=AT, what="unclear", summary="Beth Aldous wrote again"
)


def line(event: AnyEvent) -> Entry:
    """A line of the log with this event."""
    return Entry(v=1, seq=3, at=AT, by="dsl", event=event, prev="", hash="")


@pytest.mark.parametrize("event", [HOLD, ANSWER])
def test_words_of_people_are_kept_apart_in_a_case_about_danger(event: AnyEvent) -> None:
    """Who may not read about danger sees that something happened, and not what was said."""
    assert "he hits her" not in sentence_for(line(event), DANGER, danger=False, reporter=True)
    assert "he hits her" in sentence_for(line(event), DANGER, danger=True, reporter=True)
    assert "he hits her" in sentence_for(line(event), CALM, danger=False, reporter=True)


def test_an_alert_is_kept_apart_wherever_it_is() -> None:
    """Its words are about danger by themselves."""
    raised = AlertRaised(flags=list(DANGER.flags), told=["dsl"], message_id="<a@b>")
    assert "he hits her" not in sentence_for(line(raised), CALM, danger=False, reporter=True)


def test_a_posting_is_for_everybody() -> None:
    """The office goes on working in a case about danger: letters and dates are not hidden."""
    posted = LetterPosted(
        letter="L1",
        version=1,
        sha256="3" * 64,
        method=Method.FIRST_CLASS,
        on=date(2026, 11, 12),
        received_on=date(2026, 11, 16),
        answer_by=None,
        rule="",
    )
    assert sentence_for(line(posted), DANGER, danger=False, reporter=False) == sentence(line(posted))


@pytest.mark.parametrize("event", [EVIDENCE, MAIL])
def test_what_the_sender_chose_is_not_shown_where_the_reporter_is_not(event: AnyEvent) -> None:
    """Names of files and summaries of emails may name who reported."""
    hidden = sentence_for(line(event), CALM, danger=True, reporter=False)
    assert "aldous" not in hidden.casefold()
    assert "aldous" in sentence_for(line(event), CALM, danger=True, reporter=True).casefold()
