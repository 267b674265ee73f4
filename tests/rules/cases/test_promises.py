"""What letters promise: who it is, whether it is kept, when it is late, and what is still to be done."""

from datetime import date

import pytest
from cast import a_case, a_policy, a_school, drafted, opened, posted, triaged
from cast_actions import action, answer
from shipped import LETTERS, a_step

from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import AnswerRecorded, AnyEvent, CaseClosed
from letterladder.rules.cases.promises import (
    late_words,
    meeting_agreed,
    not_kept,
    not_nameable,
    open_promises,
    promise_of,
    promise_words,
    role_named,
    unkept,
)
from letterladder.rules.people.school import Person, School
from letterladder.rules.words import Channel, Outcome, Promised

CHAIR = "Mr Peter Quayle, Chair of Governors"
REVIEW_BY, ENDS_ON = date(2026, 12, 18), date(2027, 3, 1)
DECIDES_BY = date(2026, 11, 24)
REVIEW = a_step("B6", "Given back")
SLOTS = "Tuesday 24 November at 3.45 pm; Thursday 26 November at 8.30 am"


def went_out(name: str, promised: dict[str, str], **dates: date) -> tuple[AnyEvent, ...]:
    """A letter that promises this, with these dates."""
    return drafted(name, promised=promised, also=dates), posted(name)


def of(*events: AnyEvent) -> Case:
    """A case of these events."""
    return a_case(opened(), triaged(), *events)


BARRED = of(*went_out("B3", {Promised.REVIEWER: CHAIR}, review_by=REVIEW_BY, ends_on=ENDS_ON))
NOTICED = of(*went_out("B1", {Promised.DECIDER: "Mrs Anita Hollis"}, decision_by=DECIDES_BY))


def with_people(**people: Person) -> School:
    """The school of the cast, with these role holders beside its own."""
    plain = a_school()
    return replace(plain, people={**plain.people, **people})


def test_the_review_of_a_measure_is_for_whom_its_letter_named() -> None:
    """In its own words, by the day that it printed."""
    found = promise_of(BARRED, a_policy(), REVIEW)
    assert found is not None
    assert (found.kind, found.words, found.by) == (Promised.REVIEWER, CHAIR, REVIEW_BY)


def test_a_decision_is_for_whom_the_open_notice_named() -> None:
    """Not for whom a measure named as its reviewer."""
    found = promise_of(NOTICED, a_policy(), a_step("B3", "Decision"))
    assert found is not None
    assert (found.kind, found.words, found.by) == (Promised.DECIDER, "Mrs Anita Hollis", DECIDES_BY)


@pytest.mark.parametrize(
    ("case", "step"),
    [
        (BARRED, a_step("L1", "Request")),
        (NOTICED, REVIEW),
        (of(*went_out("B3", {}, review_by=REVIEW_BY)), REVIEW),
        (of(drafted("B3", promised={Promised.REVIEWER: CHAIR})), REVIEW),
    ],
    ids=["another letter", "no measure", "a letter that names nobody", "a draft"],
)
def test_nothing_else_is_promised(case: Case, step: object) -> None:
    """A promise is in a letter that went out, and for the step that keeps it."""
    assert promise_of(case, a_policy(), step) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("head", "Mrs Anita Hollis, Headteacher"),
        ("alternate", CHAIR),
        ("alternate", "Mr Quayle"),
        ("", "Mrs Fell, governor"),
        ("", ""),
    ],
)
def test_a_role_is_named_by_its_holder(role: str, words: str) -> None:
    """With or without the given name and the office; a stranger is nobody of the school."""
    assert role_named(words, a_school()) == role


def test_who_holds_two_roles_is_named_in_the_one_that_reviews() -> None:
    """The reviewer comes before the alternate, whatever order the school has them in."""
    alternate = a_school().people["alternate"]
    assert role_named(CHAIR, with_people(reviewer=alternate)) == "reviewer"


def test_a_promise_is_kept_by_the_person_in_whatever_role() -> None:
    """The chair who is also the alternate keeps what was said of the chair; the head does not."""
    school = with_people(chair=a_school().people["alternate"])
    assert unkept(BARRED, school, REVIEW, "alternate") is None
    assert unkept(BARRED, school, REVIEW, "chair") is None
    assert unkept(BARRED, school, REVIEW, "head") is not None


def test_a_promise_that_is_not_kept_needs_a_sentence() -> None:
    """Who it was, who it would be, and what to type; a sentence is enough, blanks are none."""
    refusal = not_kept(BARRED, a_school(), REVIEW, "head", reason="  ")
    assert refusal is not None
    assert f"says that {CHAIR} reviews, who may not do it now; Mrs Anita Hollis would" in refusal.rule
    assert "--set promise_change=" in refusal.satisfied_by
    assert not_kept(BARRED, a_school(), REVIEW, "head", reason="He has left.") is None


def test_somebody_who_is_gone_is_said_to_be_gone() -> None:
    """Nobody of [people] is called so any more."""
    case = of(*went_out("B3", {Promised.REVIEWER: "Mrs Fell, governor"}, review_by=REVIEW_BY))
    refusal = not_kept(case, a_school(), REVIEW, "alternate", reason="")
    assert refusal is not None
    assert "whom [people] in school.toml does not name" in refusal.rule


@pytest.mark.parametrize("letter", ["B3", "B5", "C2", "P2", "P3"])
def test_only_somebody_of_the_school_is_promised(letter: str) -> None:
    """In every letter that names who reviews: a bar, a plan, a block, a restriction."""
    record = LETTERS.records[letter]
    field = record.names_reviewer
    assert record.promises({field: CHAIR}) == {Promised.REVIEWER: CHAIR}
    assert not_nameable(record, {field: CHAIR}, a_school(), frozenset()) is None
    refusal = not_nameable(record, {field: "Mrs Fell, governor"}, a_school(), frozenset({"head"}))
    assert refusal is not None
    assert f"--set {field}='NAME, ROLE'" in refusal.satisfied_by
    assert CHAIR in refusal.satisfied_by
    assert "Mrs Anita Hollis" not in refusal.satisfied_by


@pytest.mark.parametrize(
    ("says", "dated"), [("", REVIEW_BY), ("that this review would be made by Friday 18 Dec", ENDS_ON)]
)
def test_a_late_letter_says_so(says: str, dated: date) -> None:
    """From the day after the one that was promised."""
    late = late_words(promise_of(BARRED, a_policy(), REVIEW), dated)
    assert says in late
    assert bool(says) == bool(late)


def agreed(summary: str, *more: AnyEvent) -> Case:
    """The adult agreed to come to a meeting that the invitation offered."""
    yes = AnswerRecorded(
        outcome=Outcome.AGREED, channel=Channel.PHONE, on=date(2026, 11, 12), summary=summary, letter="L2"
    )
    return of(*went_out("L2", {Promised.MEETING: SLOTS}), yes, *more)


@pytest.mark.parametrize(
    ("days", "summary"),
    [
        ([24, 26], "will come"),
        ([26], "will come on Thursday 26 November"),
        ([24, 26], "will come; writes on 12 November"),
    ],
)
def test_a_meeting_is_on_the_day_that_was_agreed(days: list[int], summary: str) -> None:
    """Of those offered the one in the note of the answer; each of them where it names none."""
    found = meeting_agreed(agreed(summary), a_policy())
    assert found is not None
    assert [one.day for one in found.days] == days
    assert found.by == date(2026, 11, days[-1])


@pytest.mark.parametrize("outcome", [Outcome.ATTENDED, Outcome.ABSENT, Outcome.DECLINED])
def test_a_meeting_is_no_longer_open_once_it_is_known_what_came_of_it(outcome: Outcome) -> None:
    """They came, they did not, or they changed their mind."""
    assert meeting_agreed(agreed("will come", answer(outcome, "L2")), a_policy()) is None


@pytest.mark.parametrize(
    ("kinds", "case", "today"),
    [
        ([Promised.REVIEWER], BARRED, ENDS_ON),
        ([], BARRED, date(2027, 3, 2)),
        ([Promised.DECIDER], NOTICED, DECIDES_BY),
        ([Promised.MEETING], agreed("will come"), DECIDES_BY),
        ([], agreed("will come", CaseClosed(reason="settled")), DECIDES_BY),
        ([], of(action("P1")), DECIDES_BY),
    ],
    ids=["a bar", "a bar that is over", "a notice", "a meeting", "a closed case", "nothing"],
)
def test_what_was_promised_is_open_until_it_is_done_or_past(
    kinds: list[Promised], case: Case, today: date
) -> None:
    """A measure that is over is not reviewed any more."""
    assert [one.kind for one in open_promises(case, a_policy(), today)] == kinds


def test_a_promise_is_overdue_from_the_day_after() -> None:
    """In the words of the command, and of the desk with the name of the letter."""
    promise = next(open_promises(BARRED, a_policy(), REVIEW_BY))
    assert promise_words(promise, REVIEW_BY).endswith(f"a review by Friday 18 December 2026: {CHAIR}.")
    late = promise_words(promise, date(2026, 12, 19), name="Decision")
    assert late.startswith("Decision of ")
    assert late.endswith(" OVERDUE")
