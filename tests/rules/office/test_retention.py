"""How long a case is kept: what its class is, from which day it is counted, and what may be deleted when."""

from datetime import date

import pytest
from cast import REF, a_case, entries, opened, reported, sent, triaged

from letterladder.rules.cases.events import (
    AlertRaised,
    AnyEvent,
    CaseClosed,
    CaseReopened,
    FlagSeen,
    ReportReceived,
)
from letterladder.rules.office.retention import Keeping, KeptAs, Marks, RetentionRules, keeping_of
from letterladder.rules.words import Flag

RULES = RetentionRules(complaint_years=6, correspondence_years=3)
CLOSED, REVIEW = date(2026, 11, 9), date(2032, 11, 9)
BEGUN: tuple[AnyEvent, ...] = (opened(), reported(), triaged())
END = CaseClosed(reason="settled")
DANGER = AlertRaised(flags=[FlagSeen(flag=Flag.DANGER, words="w")], told=["dsl"], message_id="<a@x>")


def flagged(*flags: Flag) -> ReportReceived:
    """A report with these flags."""
    made = reported()
    seen = [FlagSeen(flag=one, words="w") for one in flags]
    return ReportReceived(mail="m", file="mail/m.eml", received=made.received, fact=made.fact, flags=seen)


def kept(*events: AnyEvent, marks: Marks | None = None, rules: RetentionRules = RULES) -> Keeping:
    """How the case of these events is kept."""
    return keeping_of(a_case(*events), entries(*events), rules, marks or Marks())


@pytest.mark.parametrize(
    ("kept_as", "review_on", "events"),
    [
        (KeptAs.CORRESPONDENCE, date(2029, 11, 9), (*BEGUN, END)),
        (KeptAs.COMPLAINT, REVIEW, (*BEGUN, *sent("L1"), END)),
        (KeptAs.CHILD_PROTECTION, None, (*BEGUN, DANGER, END)),
        (KeptAs.CHILD_PROTECTION, None, (*BEGUN, *sent("L1"), DANGER, END)),
        (KeptAs.CHILD_PROTECTION, None, (opened(), flagged(Flag.APOLOGY, Flag.DANGER), reported(), END)),
        (KeptAs.CORRESPONDENCE, date(2029, 11, 9), (opened(), flagged(Flag.APOLOGY), END)),
        (KeptAs.CORRESPONDENCE, None, BEGUN),
        (KeptAs.CORRESPONDENCE, None, (*BEGUN, END, CaseReopened(reason="more"))),
        (KeptAs.CORRESPONDENCE, date(2029, 11, 9), (*BEGUN, END, CaseReopened(reason="more"), END)),
    ],
)
def test_a_case_is_kept_by_what_is_in_it(
    kept_as: KeptAs, review_on: date | None, events: tuple[AnyEvent, ...]
) -> None:
    """A letter makes it a complaint, a danger child protection content; years run from the closing."""
    found = kept(*events)
    assert (found.ref, found.kept_as, found.review_on) == (REF, kept_as, review_on)


def test_the_years_are_those_of_the_school() -> None:
    """Each class has its own."""
    assert RetentionRules() == RULES
    other = RetentionRules(complaint_years=1, correspondence_years=2)
    assert kept(*BEGUN, END, rules=other).review_on == date(2028, 11, 9)
    assert kept(*BEGUN, *sent("L1"), END, rules=other).review_on == date(2027, 11, 9)


def test_a_review_sets_its_own_day() -> None:
    """Before what the class says, whatever the class."""
    day = date(2040, 1, 1)
    assert kept(*BEGUN, DANGER, END, marks=Marks(keep_until=day)).review_on == day
    assert kept(*BEGUN, END, marks=Marks(keep_until=day)).review_on == day


def keeping(*, closed: bool = True, review_on: date | None = REVIEW, **marks: object) -> Keeping:
    """A complaint that was closed, with what a test wants different."""
    return Keeping(
        ref=REF,
        kept_as=KeptAs.COMPLAINT,
        closed_on=CLOSED if closed else None,
        review_on=review_on,
        marks=Marks(**marks),  # type: ignore[arg-type]
    )


DAY_BEFORE, DAY_AFTER = date(2032, 11, 8), date(2032, 11, 10)


@pytest.mark.parametrize(
    ("is_due", "today", "one"),
    [
        (False, DAY_BEFORE, keeping()),
        (True, REVIEW, keeping()),
        (True, DAY_AFTER, keeping()),
        (True, CLOSED, keeping(review_on=None)),
        (False, DAY_AFTER, keeping(held="police")),
        (False, DAY_AFTER, keeping(review_on=None, held="police")),
        (False, DAY_AFTER, keeping(closed=False)),
        (False, DAY_AFTER, keeping(closed=False, review_on=None)),
    ],
)
def test_a_case_is_looked_at_from_its_day_on(is_due: bool, today: date, one: Keeping) -> None:
    """On the day itself; where nobody set the day, at once; never while it is open or held."""
    assert one.is_due(today) is is_due


@pytest.mark.parametrize(
    ("why", "today", "one"),
    [
        ("open", DAY_AFTER, keeping(closed=False, held="police")),
        ("held: police", DAY_AFTER, keeping(held="police", keep_until=REVIEW)),
        ("the day was set by a review", DAY_BEFORE, keeping(keep_until=REVIEW)),
        ("the day set by a review has come", REVIEW, keeping(keep_until=REVIEW)),
        ("child protection content: a person sets the day", REVIEW, keeping(review_on=None)),
        ("closed on 2026-11-09; the time for a complaint or conduct case is not over", DAY_BEFORE, keeping()),
        ("closed on 2026-11-09; the time for a complaint or conduct case has passed", REVIEW, keeping()),
    ],
)
def test_the_review_list_says_why(why: str, today: date, one: Keeping) -> None:
    """What weighs most first."""
    assert one.why(today) == why


@pytest.mark.parametrize(
    ("why_not", "today", "early", "one"),
    [
        ("The case is open.", DAY_AFTER, True, keeping(closed=False)),
        ("It is under a legal hold: police", DAY_AFTER, True, keeping(held="police")),
        ("", CLOSED, True, keeping()),
        ("", CLOSED, True, keeping(review_on=None)),
        (
            "It holds child protection content, and nobody has set the day it is to be kept until.",
            DAY_AFTER,
            False,
            keeping(review_on=None),
        ),
        ("It is kept until 2032-11-09.", DAY_BEFORE, False, keeping()),
        ("", REVIEW, False, keeping()),
        ("", DAY_AFTER, False, keeping()),
    ],
)
def test_what_may_not_be_deleted_says_why(why_not: str, today: date, early: bool, one: Keeping) -> None:
    """Even early, nothing that is open or held."""
    assert one.why_not(today, early=early) == why_not
