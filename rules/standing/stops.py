"""What stops a case, and which acts each stop bars: the one table that every act asks first.

`BARS` is the rule. A stop says itself why in words, which promise or rule it comes from, and the way through.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from ...ground.english import uk_date
from ...ground.errors import Problem
from ..cases.case import Case, LetterState
from ..words import Flag, LetterStatus, Method


class Act(StrEnum):
    """What can be done in a case, by a person or (`SEND`) by the round."""

    DRAFT = "draft"
    APPROVE = "approve"
    RETURN = "return"
    DECIDE = "decide"
    SEND = "send"
    POSTED = "posted"
    ANSWER = "answer"
    ACTION = "done"
    CORRECT = "correct"


class Cause(StrEnum):
    """Why a case does not go on, or an act may not be done now."""

    CLOSED = "closed"
    HOLD = "hold"
    DANGER = "danger"
    CHILD_PROTECTION = "child protection"
    STAFF_ALLEGATION = "staff allegation"
    INDECENT_IMAGE = "indecent image"
    ALERT = "alert"
    UNSURE = "did this go out?"
    UNTRIAGED = "not triaged"
    LADDER = "ladder not chosen"
    LEAVING = "leaving"
    DECISION = "decision wanted"
    REOPENED = "taken up again"
    NO_DRAFT = "no draft"
    STALE = "date passed"
    HEARING = "hearing not over"
    NOT_LEAVING = "nothing leaves"
    NOTHING_SENT = "nothing sent"
    NOT_ALLOWED = "not allowed now"
    MISSING = "missing facts"
    RETURNED = "returned draft"
    APPROVER = "waiting for the approver"
    ANSWER = "waiting for an answer"
    ACTION = "waiting for an action"
    CONSULT = "waiting for a consultation"
    CONFLICT = "conflict"


_GOING_ON = frozenset({Act.DRAFT, Act.APPROVE, Act.RETURN, Act.DECIDE, Act.SEND})
_FREEZES = _GOING_ON | {Act.POSTED, Act.CORRECT}
BARS: Mapping[Cause, frozenset[Act]] = {
    Cause.CLOSED: frozenset(Act),
    Cause.HOLD: _FREEZES,
    Cause.DANGER: _FREEZES,
    Cause.CHILD_PROTECTION: _FREEZES,
    Cause.STAFF_ALLEGATION: _FREEZES,
    Cause.INDECENT_IMAGE: _FREEZES,
    Cause.ALERT: _FREEZES,
    Cause.UNSURE: _GOING_ON,
    Cause.UNTRIAGED: _GOING_ON,
    Cause.LADDER: _GOING_ON,
    Cause.LEAVING: frozenset({Act.DECIDE}),
    Cause.DECISION: frozenset({Act.APPROVE, Act.RETURN, Act.SEND}),
    Cause.REOPENED: frozenset({Act.CORRECT}),
}
"""Which acts each stop bars. An answer and an action that people carried out are recorded while a case is frozen:
nothing that happened is turned away, and the police are told of a case on hold. A posting is recorded afterwards."""

FREEZING = frozenset(cause for cause, acts in BARS.items() if acts >= _FREEZES)
"""Stops under which nothing goes out and no date runs."""


class Stop(Struct, frozen=True, kw_only=True):
    """One thing that stands in the way: why, in a sentence; the rule behind it; the way through."""

    cause: Cause
    what: str
    rule: str
    do: str

    def problem(self, ref: str) -> Problem:
        """As it is said to whoever tried."""
        return Problem(where=ref, what=self.what, what_to_do=self.do)

    def bars(self, act: Act) -> bool:
        """Whether this act may not be done while it stands."""
        return act in BARS.get(self.cause, frozenset())


def causes(case: Case) -> Iterator[Cause]:
    """Everything that stops this case by itself, the strongest first: the order is the rule."""
    if case.closed:
        yield Cause.CLOSED
    if case.hold:
        yield Cause.HOLD
    if case.alert:
        yield from dict.fromkeys(_ALERTS.get(seen.flag, Cause.ALERT) for seen in case.alert)
    doubted = unsure_letter(case)
    if doubted:
        yield Cause.UNSURE
    if not case.clear or not case.conduct:
        yield Cause.UNTRIAGED
    elif case.between:
        yield Cause.LADDER
    if leaving_letter(case) and not doubted:
        yield Cause.LEAVING
    if decision_wanted(case) and not _is_beside(case):
        yield Cause.DECISION
    if case.reopened:
        yield Cause.REOPENED


def stops(case: Case) -> Iterator[Stop]:
    """The same in words."""
    return (said(case, cause) for cause in causes(case))


def stop_of(case: Case, act: Act) -> Stop | None:
    """The first thing that bars this act in this case, whatever it would be about; None where nothing does."""
    barring = next((cause for cause in causes(case) if act in BARS[cause]), None)
    return said(case, barring) if barring else None


def is_frozen(case: Case) -> bool:
    """Whether nothing goes out of this case and no date of it runs: it is closed, on hold, or stopped by an alert."""
    return any(cause in FREEZING for cause in causes(case))


def said(case: Case, cause: Cause) -> Stop:
    """A stop in words: why, the rule behind it, the way through."""
    what, rule, do = _words(case, cause)
    return Stop(cause=cause, what=what, rule=rule, do=do)


def _words(case: Case, cause: Cause) -> tuple[str, str, str]:
    ref = case.ref
    match cause:
        case Cause.CLOSED:
            return (
                "The case is closed.",
                "a closed case is over; it is taken up again by name only",
                f"A new report opens a new case; to open this one again: reopen {ref}.",
            )
        case Cause.HOLD:
            return (
                f"The case is on hold for {case.hold}: nothing goes out.",
                "on a hold nothing goes out and no clock runs",
                f"Release it first: release {ref}.",
            )
        case Cause.UNTRIAGED:
            return (
                "The case is not triaged yet.",
                "nothing is written before somebody said which conduct it is and cleared it",
                f"Say what it is: triage {ref} --conduct ID --clear.",
            )
        case Cause.LADDER:
            return (
                f"Its conduct is on {len(case.between)} ladders of the policy ({', '.join(case.between)}),"
                " and nobody chose one yet.",
                "of several ladders a person chooses; the program proposes the one that the policy names first",
                f"Choose one: triage {ref} --ladder NAME.",
            )
        case Cause.UNSURE | Cause.LEAVING:
            return _leaving_words(case)
        case Cause.DECISION | Cause.REOPENED:
            return _undecided_words(case, cause)
        case _:
            return (
                f"The case was stopped by an alert: {cause}.",
                "danger stops the ladder until somebody clears it by name",
                f"The DSL clears it by name: triage {ref} --clear.",
            )


def _leaving_words(case: Case) -> tuple[str, str, str]:
    say = f"posted {case.ref}, or posted {case.ref} --not-sent."
    doubted, leaving = unsure_letter(case), leaving_letter(case)
    if doubted:
        return (
            f"It is not known whether {doubted.letter} version {doubted.version} went out: {doubted.unsure}.",
            "no letter is sent twice; whether it went out is for a person to say",
            f"Say it first: {say}",
        )
    return (
        f"{leaving.letter if leaving else 'A letter'} is about to leave.",
        "what is decided while a letter leaves would be lost when it has left",
        f"Say first that it went, or that it did not: {say}",
    )


def _undecided_words(case: Case, cause: Cause) -> tuple[str, str, str]:
    do = f"Decide: decide {case.ref} STEP --reason '...'."
    if cause is Cause.REOPENED:
        return (
            "The case was reopened and waiting for a decision.",
            "no letter and no date runs until it is decided how the case goes on",
            do,
        )
    after = f": {case.trigger.after} ended with '{case.trigger.word}'" if case.trigger else ""
    return f"A decision is needed first{after}.", "the program proposes, a person decides", do


def decision_wanted(case: Case) -> bool:
    """Whether somebody must decide how the case goes on: after an answer or a lapse, or since it was taken up again."""
    return bool(case.trigger or case.reopened)


def unsure_letter(case: Case) -> LetterState | None:
    """The letter of which nobody knows whether it went out."""
    leaving = (one for one in case.letters if one.status is LetterStatus.POSTING)
    return next((one for one in leaving if one.unsure), None)


def unended_letter(case: Case) -> LetterState | None:
    """The letter whose posting by email began and has no end in the log: the program stopped in between."""
    letter = leaving_letter(case)
    return (
        letter if letter and letter.method is Method.MAIL and not letter.unsure and not case.closed else None
    )


def leaving_letter(case: Case) -> LetterState | None:
    """The letter whose posting began and has no end: in the print tray, or on its way by email."""
    letter = case.in_hand
    return letter if letter and letter.status is LetterStatus.POSTING else None


def stale_letter(case: Case, today: date) -> LetterState | None:
    """The draft that may not leave any more because its date has passed; none of it is touched while it is frozen.

    One that was approved with places for its dates is dated again instead.
    """
    letter = case.in_hand
    if (
        letter is None
        or letter.status not in {LetterStatus.DRAFTED, LetterStatus.APPROVED}
        or is_frozen(case)
    ):
        return None
    return letter if letter.date_on_letter and not letter.slots and today > letter.date_on_letter else None


def day_of(letter: LetterState) -> str:
    """The date printed in a letter, as letters write it."""
    return uk_date(letter.date_on_letter) if letter.date_on_letter else "no day"


def _is_beside(case: Case) -> bool:
    """Whether the letter in hand goes out beside the ladder, and leaves the open question as it is."""
    letter = case.in_hand
    return bool(case.due and case.due.aside and letter and letter.letter == case.due.step)


_ALERTS: Mapping[Flag, Cause] = {
    Flag.DANGER: Cause.DANGER,
    Flag.CHILD_PROTECTION: Cause.CHILD_PROTECTION,
    Flag.STAFF_ALLEGATION: Cause.STAFF_ALLEGATION,
    Flag.INDECENT_IMAGE: Cause.INDECENT_IMAGE,
}
