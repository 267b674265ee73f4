"""The register of signed agreements: from the people register and from what was sent in cases."""

from datetime import date, timedelta

import pytest
from cast import a_case, an_adult, opened, sent, triaged
from cast_actions import answer
from shipped import LETTERS

from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.office.agreement_events import Round
from letterladder.rules.office.agreements import Agreement, AgreementState, agreements
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.words import LetterStatus, Outcome

SENT = (opened(), triaged(), *sent("G1"))


def agreement(*flags: str, case: Case | None = None, today: date = date(2026, 11, 12)) -> Agreement:
    """The agreement of Mr Stott."""
    people = PeopleRegister(adults={"A1": an_adult(*flags)})
    return agreements(people, [case] if case else [], LETTERS, today)[0]


@pytest.mark.parametrize(
    ("state", "case", "today"),
    [
        (AgreementState.SENT, a_case(*SENT), date(2026, 11, 19)),
        (AgreementState.OVERDUE, a_case(*SENT), date(2026, 11, 20)),
        (AgreementState.SIGNED, a_case(*SENT, answer(Outcome.AGREED, "G1")), date(2026, 12, 1)),
        (AgreementState.OVERDUE, a_case(*SENT, answer(Outcome.REFUSED, "G1")), date(2026, 12, 1)),
        (AgreementState.NOT_SENT, a_case(opened(), triaged(), *sent("L1")), date(2026, 12, 1)),
    ],
)
def test_where_an_agreement_stands(state: AgreementState, case: Case, today: date) -> None:
    """Answer by 19 November; signed is what came back."""
    assert agreement(case=case, today=today).state is state


def test_the_people_register_may_say_who_signed_long_ago() -> None:
    """The flag signed:2026-09-07 counts until the agreement is sent again."""
    assert agreement("signed:2026-09-07").signed == date(2026, 9, 7)
    assert agreement("signed:2026-09-07", case=a_case(*SENT)).state is AgreementState.SENT


def test_a_flag_that_is_no_date_is_no_signature() -> None:
    """It is not guessed."""
    assert agreement("signed:yes").state is AgreementState.NOT_SENT


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.AGREED])
def test_no_other_outcome_is_a_signature(outcome: Outcome) -> None:
    """Whatever else was said of it."""
    found = agreement(case=a_case(*SENT, answer(outcome, "G1")), today=date(2026, 12, 1))
    assert (found.state, found.signed) == (AgreementState.OVERDUE, None)


def test_the_signature_is_the_newest_and_of_this_letter() -> None:
    """Signed twice counts from the second; what was said to another letter is no signature."""
    first, again = (answer(Outcome.AGREED, "G1", date(2026, 11, day)) for day in (12, 16))
    assert agreement(case=a_case(*SENT, first, again)).signed == date(2026, 11, 16)
    assert agreement(case=a_case(*SENT, *sent("L1"), answer(Outcome.AGREED, "L1"))).signed is None


@pytest.mark.parametrize(
    ("signed", "flags"),
    [
        (date(2026, 9, 7), ["signed:2025-09-07", "signed:2026-09-07"]),
        (date(2026, 9, 7), ["a", "signed:2026-09-07", "z"]),
        (None, ["zsigned:2026-09-07"]),
        (None, []),
    ],
)
def test_of_several_flags_the_newest_signature_counts(signed: date | None, flags: list[str]) -> None:
    """Other flags are about other things."""
    assert agreement(*flags).signed == signed


@pytest.mark.parametrize("status", LetterStatus)
def test_an_agreement_was_sent_once_its_letter_was_posted(status: LetterStatus) -> None:
    """Neither before, nor where it was sent back or is void."""
    case = a_case(*SENT)
    case = replace(case, letters=(replace(case.letters[0], status=status),))
    is_sent = agreement(case=case).state is not AgreementState.NOT_SENT
    assert is_sent is (status is LetterStatus.POSTED)


@pytest.mark.parametrize(
    ("days", "ref"),
    [(-1, "2026-0042"), (0, "G-2026-1"), (1, "G-2026-1")],
    ids=["before", "same day", "after"],
)
def test_of_a_round_and_a_case_the_newer_counts(days: int, ref: str) -> None:
    """The agreement of the case, where it was sent after the round was; of one day the round's."""
    case = a_case(*SENT)
    posted = next(one.sent for one in [agreement(case=case)] if one.sent)
    letters = {"A1": "0" * 64}
    sent_to_all = Round(
        id="G-2026-1", title="x", version="1", letters=letters, files={}, posted_on=posted + timedelta(days)
    )
    people = PeopleRegister(adults={"A1": an_adult()})
    (found,) = agreements(people, [case], LETTERS, date(2026, 12, 1), rounds=[sent_to_all])
    assert found.ref == ref
