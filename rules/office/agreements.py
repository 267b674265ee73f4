"""Who has signed the school's agreement: from the register's flags, from rounds to families, and from cases."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..cases.case import Case, LetterState
from ..people.people import Adult, PeopleRegister
from ..policies.letters import Letters
from ..words import LetterStatus, Outcome, Switch
from .agreement_events import Round
from .agreement_rounds import sent as left

SIGNED_FLAG = "signed:"
"""A flag of people.csv, such as "signed:2026-09-07": the family signed when the child came to the school."""


class AgreementState(StrEnum):
    """Where the agreement of one adult stands."""

    SIGNED = "signed"
    SENT = "sent"
    OVERDUE = "overdue"
    DECLINED = "declined"
    NOT_SENT = "not sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The agreement of one adult; `ref` is the case or the round in which it was sent last, "" where it was not."""

    adult: str
    name: str
    state: AgreementState
    sent: date | None = None
    return_by: date | None = None
    signed: date | None = None
    ref: str = ""


def agreements(
    people: PeopleRegister,
    cases: Iterable[Case],
    letters: Letters,
    today: date,
    *,
    rounds: Iterable[Round] = (),
) -> list[Agreement]:
    """One entry for each adult of the register, in its order. An agreement sent again replaces an older signature."""
    forms = letters.switched(Switch.SIGNED_AGREEMENT)
    sent = {
        case.adult: (case, letter) for case in cases for letter in case.letters if _is_sent(letter, forms)
    }
    newest = {adult: one for one in left(rounds) for adult in one.letters}
    return [
        _newer(
            _agreement(adult, sent.get(adult.person_id), today),
            _of_round(adult, newest.get(adult.person_id), today),
        )
        for adult in people.adults.values()
    ]


def _newer(of_case: Agreement, of_round: Agreement | None) -> Agreement:
    if of_round is None:
        return of_case
    later = of_case.sent or of_case.signed
    return of_case if later and of_round.sent and later > of_round.sent else of_round


def _of_round(adult: Adult, sent: Round | None, today: date) -> Agreement | None:
    if sent is None:
        return None
    signed, on = sent.back.get(adult.person_id, (False, None))
    late = sent.return_by is not None and today > sent.return_by
    waiting = AgreementState.OVERDUE if late else AgreementState.SENT
    answered = AgreementState.SIGNED if signed else AgreementState.DECLINED
    return Agreement(
        adult=adult.person_id,
        name=adult.full_name,
        state=answered if on else waiting,
        sent=sent.posted_on,
        return_by=sent.return_by,
        signed=on if signed else None,
        ref=sent.id,
    )


def _is_sent(letter: LetterState, forms: frozenset[str]) -> bool:
    return letter.letter in forms and letter.status is LetterStatus.POSTED


def _agreement(adult: Adult, sent: tuple[Case, LetterState] | None, today: date) -> Agreement:
    if sent is None:
        signed = _flagged(adult)
        state = AgreementState.SIGNED if signed else AgreementState.NOT_SENT
        return Agreement(adult=adult.person_id, name=adult.full_name, state=state, signed=signed)
    case, letter = sent
    back = [one.on for one in case.answers if one.letter == letter.letter and one.outcome is Outcome.AGREED]
    late = letter.answer_by is not None and today > letter.answer_by
    state = AgreementState.SIGNED if back else AgreementState.OVERDUE if late else AgreementState.SENT
    return Agreement(
        adult=adult.person_id,
        name=adult.full_name,
        state=state,
        sent=letter.posted_on,
        return_by=letter.answer_by,
        signed=back[-1] if back else None,
        ref=case.ref,
    )


def _flagged(adult: Adult) -> date | None:
    for flag in sorted(adult.flags, reverse=True):
        if flag.startswith(SIGNED_FLAG):
            try:
                return date.fromisoformat(flag.removeprefix(SIGNED_FLAG))
            except ValueError:
                return None
    return None
