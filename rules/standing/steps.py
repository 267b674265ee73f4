"""What a case needs next, as values: the acts of the round, and what it asks of people."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..cases.case import LetterState


class About(StrEnum):
    """What a person is asked about."""

    TRIAGE = "triage"
    MISSING = "missing fields"
    RETURNED = "returned draft"
    APPROVAL = "approval"
    POSTING = "posting"
    UNSURE = "did this go out?"
    DECISION = "decision"
    ACTION = "action"
    CONSULT = "consultation"
    REVIEW = "review"
    ENDED = "a measure that has ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The posting of this letter began and has no end: ask whether it went out. It is never sent again by itself."""

    letter: LetterState
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Void:
    """This version may not leave any more: its date has passed, so that its answer-by would be too short."""

    letter: LetterState
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Write this letter now. `trigger` is the log line that calls for it (0: the start of the case)."""

    letter: str
    reason: str
    trigger: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskApproval:
    """Send this version to its approver."""

    letter: LetterState


@dataclass(frozen=True, slots=True, kw_only=True)
class FillDates:
    """Put the dates into this approved version: it has none yet, or their day has passed before it could leave."""

    letter: LetterState


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Put this approved version into the post or the print tray."""

    letter: LetterState


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """The answer-by date of this letter has passed with no answer."""

    letter: LetterState
    answer_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A person must do something; `who` is a role, `options` the steps that may be chosen."""

    about: About
    who: str
    why: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDecision:
    """Send this question to whoever decides. `on` is the log line that the decision is about."""

    ask: Ask
    on: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Danger or the like: people were told, nothing is drafted until somebody clears it by name."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Nothing to do until `until` (None: until somebody acts)."""

    until: date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """Somebody decided on no further action, or the last letter ended the case."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """The case is over."""

    why: str


Next = (
    Question
    | Void
    | Draft
    | AskApproval
    | FillDates
    | Post
    | Lapse
    | Ask
    | AskDecision
    | Alert
    | Wait
    | Close
    | Nothing
)

AT_REST = (Alert, Ask, Nothing, Wait)
"""Steps that wait for a person, for a day, or for nothing; any other is work for the round."""


def asked_of(step: Next) -> Ask | None:
    """What a person is asked, whether the question was sent already or is about to be; None where nobody is."""
    if isinstance(step, AskDecision):
        return step.ask
    return step if isinstance(step, Ask) else None
