"""What a case needs next, as values: the acts of the round, and what it asks of people."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

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


class Question(Struct, frozen=True, kw_only=True):
    """The posting of this letter began and has no end: ask whether it went out. It is never sent again by itself."""

    letter: LetterState
    why: str


class Void(Struct, frozen=True, kw_only=True):
    """This version may not leave any more: its date has passed, so that its answer-by would be too short."""

    letter: LetterState
    why: str


class Draft(Struct, frozen=True, kw_only=True):
    """Write this letter now. `trigger` is the log line that calls for it (0: the start of the case)."""

    letter: str
    reason: str
    trigger: int


class AskApproval(Struct, frozen=True, kw_only=True):
    """Send this version to its approver."""

    letter: LetterState


class FillDates(Struct, frozen=True, kw_only=True):
    """Put the dates into this approved version: it has none yet, or their day has passed before it could leave."""

    letter: LetterState


class Post(Struct, frozen=True, kw_only=True):
    """Put this approved version into the post or the print tray."""

    letter: LetterState


class Lapse(Struct, frozen=True, kw_only=True):
    """The answer-by date of this letter has passed with no answer."""

    letter: LetterState
    answer_by: date


class Ask(Struct, frozen=True, kw_only=True):
    """A person must do something; `who` is a role, `options` the steps that may be chosen."""

    about: About
    who: str
    why: str
    options: tuple[str, ...] = ()


class AskDecision(Struct, frozen=True, kw_only=True):
    """Send this question to whoever decides. `on` is the log line that the decision is about."""

    ask: Ask
    on: int


class Alert(Struct, frozen=True, kw_only=True):
    """Danger or the like: people were told, nothing is drafted until somebody clears it by name."""

    why: str


class Wait(Struct, frozen=True, kw_only=True):
    """Nothing to do until `until` (None: until somebody acts)."""

    until: date | None
    why: str


class Close(Struct, frozen=True, kw_only=True):
    """Somebody decided on no further action, or the last letter ended the case."""

    reason: str


class Nothing(Struct, frozen=True, kw_only=True):
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
