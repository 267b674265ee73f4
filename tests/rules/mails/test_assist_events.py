"""What the log says of a language model: what is in the row, and that nothing else of it changes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from letterladder.rules.mails.assist_events import Fitted
from letterladder.rules.mails.assist_told import told_of_machine
from letterladder.rules.mails.folded_mails import PlainMails, known_mails
from letterladder.rules.mails.mail_event import Asking
from letterladder.rules.mails.mail_log import (
    AssistAnswered,
    AssistAsked,
    LevelRaised,
    MailEntry,
    MailEvent,
    MailJudged,
    MailRow,
    MailSeen,
    Proposal,
    Suggestion,
)
from letterladder.rules.words import LEVELS, Level, Verdict

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
SEEN = MailSeen(
    mailbox="a", key="1", sha256="0" * 64, message_id="", subject="", sender="x", received=NOW, size=1
)
WHOSE: dict[str, Any] = {"mailbox": "a", "key": "1", "sha256": "0" * 64}
ASKED = AssistAsked(
    **WHOSE, address="http://localhost/v1", model="m", sent_sha256="1" * 64, characters=700, cut=False
)
ANSWERED = AssistAnswered(
    **WHOSE,
    returned="{}",
    adults=[Suggestion(adult="A1", why="proposed by a machine: look")],
    conduct=[Proposal(conduct="threat", words="he will see", why="proposed by a machine: look")],
    facts=[Fitted(fact="when", words="on Friday")],
    level=Level.AMBER,
    level_words="he will see",
)
FAILED = AssistAnswered(**WHOSE, failed="no answer")


def judged(level: Level | None, verdict: Verdict = Verdict.INTRAY) -> MailJudged:
    """A verdict of the rules."""
    return MailJudged(**WHOSE, verdict=verdict, level=level, why_level="as the rules say")


def mails(*events: MailEvent, at: datetime = NOW) -> PlainMails:
    """What these lines tell, behind the one that the email was seen."""
    return known_mails(
        MailEntry(seq=place, at=at, by="rules", event=event)  # type: ignore[arg-type]
        for place, event in enumerate((SEEN, *events))
    )


def row(*events: MailEvent) -> MailRow:
    """The email as it stands after these lines."""
    return mails(*events).rows["a", "1"]


@pytest.mark.parametrize("raised", list(Level))
@pytest.mark.parametrize("before", list(Level))
def test_a_level_is_raised_and_never_lowered(before: Level, raised: Level) -> None:
    """Whatever the line says."""
    now = row(judged(before), LevelRaised(**WHOSE, level=raised, why="words")).judged
    assert now is not None
    assert now.level is max(before, raised, key=LEVELS.index)
    assert now.why_level == ("as the rules say" if now.level is before else "words")


@pytest.mark.parametrize("before", [judged(None), judged(Level.PLAIN, Verdict.ATTACHED)])
def test_what_nobody_needs_to_look_at_is_not_raised(before: MailJudged) -> None:
    """Filed by a person, or never for one."""
    assert row(before, LevelRaised(**WHOSE, level=Level.RED, why="words")).judged == before


def test_proposals_stand_beside_the_verdict_and_never_in_it() -> None:
    """So nothing that acts on a verdict can act on them."""
    after = row(judged(Level.PLAIN), ASKED, ANSWERED)
    assert after.judged == judged(Level.PLAIN)
    assert after.machine is not None
    assert (after.machine.tries, after.machine.answered, after.machine.model) == (1, True, "m")


def test_questions_are_counted_by_day_and_mailbox() -> None:
    """In the log alone; the next day begins at nothing, and a failure is remembered."""
    first = mails(ASKED, ASKED, FAILED)
    assert first.box("a").asking == Asking(day=NOW.date(), emails=2, characters=1400, failed_at=NOW)
    assert first.box("b").asking == Asking()
    entry = MailEntry(seq=9, at=NOW + timedelta(days=1), by="rules", event=ASKED)
    ASKED.fold(first, entry)
    assert first.box("a").asking == Asking(
        day=NOW.date() + timedelta(days=1), emails=1, characters=700, failed_at=NOW
    )


def test_each_proposal_is_told_in_a_sentence_with_its_words() -> None:
    """For `mails`, `intray` and the card."""
    assert told_of_machine(row(judged(Level.PLAIN), ASKED, ANSWERED)) == [
        "A machine proposed the adult A1: proposed by a machine: look.",
        'A machine proposed the conduct threat: proposed by a machine: look, "he will see".',
        'A machine proposed the fact "when": "on Friday".',
        'A machine proposed the level amber: "he will see".',
    ]


@pytest.mark.parametrize("events", [(), (ASKED,), (ASKED, FAILED)])
def test_without_an_answer_nothing_is_told(events: tuple[MailEvent, ...]) -> None:
    """Not asked, not answered yet, or failed."""
    assert told_of_machine(row(judged(Level.PLAIN), *events)) == []
