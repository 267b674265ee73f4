"""A letter is composed whole, or refused in words that the office can act on."""

from datetime import date

import pytest
from calendars import day, school_calendar
from cast import BEGUN, PUPIL, REPORTER, TODAY, a_case, a_policy, a_school, an_adult, reported, sent, triaged

from letterladder.ground.errors import CalendarEnds, Refused
from letterladder.ground.values import replace
from letterladder.rules.cases.events import AnswerRecorded, AnyEvent, FieldsGiven
from letterladder.rules.letters.compose import Composed, Missing, Order, compose
from letterladder.rules.letters.letter_dates import POSTED
from letterladder.rules.people.people import Adult
from letterladder.rules.people.posting import Posting
from letterladder.rules.people.school import School
from letterladder.rules.words import Channel, Method, Outcome

CALENDAR = school_calendar()
REASON = FieldsGiven(
    letter="",
    fields={
        "premises_risk_reason": "he waited at the gate",
        "alternatives_considered": "a warning",
        "meeting_offered": "on 2 November",
        "urgency_reason": "he means to come back",
        "decision_reason": "the risk has passed",
    },
)
HEARD = AnswerRecorded(
    outcome=Outcome.REPRESENTATIONS,
    channel=Channel.LETTER,
    on=date(2026, 11, 13),
    summary="he is sorry",
    letter="B2",
)


def order(
    step: str = "L1",
    *events: AnyEvent,
    used: tuple[str, ...] = (),
    school: School | None = None,
    adult: Adult | None = None,
    today: date = TODAY,
) -> Order:
    """An order for the letter of `step`, after the beginning of a case and these events."""
    school = school or a_school(calendar=CALENDAR)
    return Order(
        case=a_case(*BEGUN, *events),
        step=school.policy.steps[step],
        school=school,
        adult=adult or an_adult(),
        pupils=(PUPIL,),
        used=frozenset(used),
        today=today,
    )


def composed(what: Order) -> Composed:
    """The letter, which must be there."""
    found = compose(what)
    assert isinstance(found, Composed), found
    return found


def missing(what: Order) -> Missing:
    """The refusal, which must be there."""
    found = compose(what)
    assert isinstance(found, Missing)
    return found


@pytest.mark.parametrize(
    ("expected", "email", "pdf"),
    [
        ("by email", "gavin.stott@mail.example", True),
        ("by first-class post", "", True),
        ("by first-class post", "gavin.stott@mail.example", False),
    ],
)
def test_a_letter_prints_the_way_in_which_it_can_go(expected: str, email: str, *, pdf: bool) -> None:
    """Where a school sends by email but cannot, the letter says first class, and so does the plan."""
    school = a_school(calendar=CALENDAR, posting=Posting(method=Method.MAIL))
    found = composed(replace(order("B1", REASON, school=school, adult=an_adult(email=email)), pdf=pdf))
    assert (found.fields["posting_method"], POSTED[found.method]) == (expected, expected)
    assert any("goes by first-class post" in one for one in found.warnings) == (expected != "by email")


def test_a_letter_has_its_dates_its_way_and_its_approver() -> None:
    """All that the draft's log line will say."""
    letter = composed(order())
    assert letter.answer_by is not None
    found = (letter.letter, letter.dated, letter.answer_by.end, letter.method, letter.approver, letter.large)
    assert found == ("L1", day("2026-11-10"), day("2026-11-19"), Method.FIRST_CLASS, "head", False)


def test_a_field_that_the_template_prints_and_nobody_knows_is_asked_for() -> None:
    """In office words, with an example, and under its name for --set."""
    found = missing(order("L2", used=("slot_1", "meeting_place")))
    assert found.fields == ("slot_1",)
    assert found.what == (
        "Still needed: slot_1 (a first meeting time, for example 'Tuesday 8 December at 3.45 pm')."
    )


def test_every_missing_field_is_named_at_once() -> None:
    """Those that the policy demands as well as those that are printed; none twice."""
    found = missing(order("B1", used=("slot_1", "premises_risk_reason")))
    assert found.fields[:2] == ("premises_risk_reason", "slot_1")
    assert len(set(found.fields)) == len(found.fields)


@pytest.mark.parametrize("name", ["link", "policy_clause", "logo", "seen_on"])
def test_an_optional_field_may_be_empty(name: str) -> None:
    """The letter's words for it are left out."""
    assert isinstance(compose(order(used=(name,))), Composed)


def test_what_a_person_supplied_fills_the_field() -> None:
    """Over the school's words that are used again and again."""
    told = FieldsGiven(letter="L2", fields={"meeting_place": "online", "slot_1": " Monday at 3 pm "})
    fields = composed(order("L2", told, used=("slot_1", "meeting_place"))).fields
    assert (fields["meeting_place"], fields["slot_1"]) == ("online", "Monday at 3 pm")


@pytest.mark.parametrize(
    "name", ["answer_by", "letter_date", "addressee_lines", "adult_name", "ref", "history"]
)
def test_what_is_reckoned_cannot_be_typed(name: str) -> None:
    """The date that binds, the verified address and the name come from the clock and the register alone."""
    letter = composed(order("L1", FieldsGiven(letter="L1", fields={name: "tomorrow"})))
    assert letter.fields[name] == composed(order()).fields[name]
    assert any(warning.startswith(f"{name} was typed by hand") for warning in letter.warnings)


def test_an_adult_who_is_not_in_the_register_gets_no_letter() -> None:
    """There is no confirmed address; the office reads whose it is."""
    found = missing(replace(order(), adult=None))
    assert found.fields == ("addressee_lines",)
    assert "Mr Gavin Stott is not in people.csv" in found.what


def test_a_confidential_address_is_never_printed() -> None:
    """A confidential address in the register stops the letter."""
    found = missing(order(adult=an_adult("confidential_address")))
    assert (found.fields, "confidential" in found.what) == (("addressee_lines",), True)


def test_an_adult_without_an_address_gets_no_letter() -> None:
    """A name alone is not an address."""
    assert missing(order(adult=an_adult(address=()), used=("addressee_lines",))).fields == (
        "addressee_lines",
    )


@pytest.mark.parametrize("events", [[], [*sent("L1")]])
def test_a_step_that_may_only_follow_another_is_refused(events: list[AnyEvent]) -> None:
    """No decision about access without the notice that invited comments."""
    assert "may only follow B1 or B2" in missing(order("B3", *events, REASON)).what


def test_the_decision_about_access_may_follow_its_notice() -> None:
    """Once the notice was posted and the day for comments has passed; before that day it is refused, with the day."""
    early, late = (order("B3", *sent("B2"), REASON, today=date(2026, 11, day)) for day in (19, 20))
    assert "may be taken from Friday 20 November 2026" in missing(early).what
    assert composed(late).letter == "B3"


def test_access_is_not_withdrawn_where_the_policy_does_not_provide_for_it() -> None:
    """A block on the website is not a bar from the premises."""
    school = a_school(policy=a_policy(site_access=False), calendar=CALENDAR)
    found = missing(order("B1", REASON, school=school))
    assert "does not provide for withdrawing permission" in found.what


def test_an_interim_bar_that_leaves_no_time_to_be_heard_is_refused() -> None:
    """Comments would come in after its end."""
    short = FieldsGiven(letter="B2", fields={"interim_end": "2026-11-12"})
    with pytest.raises(Refused, match="before they are considered"):
        compose(order("B2", REASON, short))


def test_past_the_end_of_the_calendar_no_letter_is_dated() -> None:
    """The office must put in the next terms."""
    with pytest.raises(CalendarEnds):
        compose(order(today=date(2027, 10, 20)))


def test_large_print_is_asked_for_by_the_register() -> None:
    """The printer makes the letters bigger."""
    assert composed(order(adult=an_adult("needs:large print"))).large


def test_the_alternate_signs_and_approves_where_the_head_may_not() -> None:
    """The head is the target or a witness; the head's signature is not printed either."""
    letter = composed(order("L1", triaged(alternate=True)))
    assert letter.approver == "alternate"
    assert (letter.fields["signer_name"], letter.fields["signature"]) == ("Mr Peter Quayle", b"")
    assert letter.fields["decision_owner"] == "Mr Peter Quayle, Chair of Governors"


@pytest.mark.parametrize(
    ("warning", "flag"),
    [
        ("The register says: needs:interpreter Polish.", "needs:interpreter Polish"),
        ("This adult also works for or governs the school.", "staff"),
        ("This adult also works for or governs the school.", "governor"),
    ],
)
def test_the_approver_reads_what_the_register_says_of_the_adult(warning: str, flag: str) -> None:
    """Beside the letter, not in it."""
    assert composed(order(adult=an_adult(flag))).warnings == (warning,)


@pytest.mark.parametrize(("told", "review"), [(0, "2026-11-09"), (1, "2026-11-08")])
def test_the_approver_is_told_that_the_policy_is_out_of_date(told: int, review: str) -> None:
    """From the day after its review date."""
    school = a_school(policy=a_policy(review=day(review)), calendar=CALENDAR)
    assert len(composed(order(school=school)).warnings) == told


@pytest.mark.parametrize(("told", "checked"), [(0, "2025-11-09"), (1, "2025-11-08")])
def test_the_approver_is_told_that_the_legal_facts_are_old(told: int, checked: str) -> None:
    """A year after somebody last compared them."""
    school = a_school(calendar=CALENDAR)
    facts = {name: replace(one, checked=day(checked)) for name, one in school.legal.facts.items()}
    school = replace(school, legal=replace(school.legal, facts=facts))
    assert len(composed(order(school=school)).warnings) == told


def test_the_approver_is_told_of_dates_in_the_holidays() -> None:
    """The decision would fall on a day on which nobody is there."""
    warnings = composed(order("B1", REASON, today=day("2026-11-25"))).warnings
    assert warnings == ("decision_by (Monday 21 December 2026) falls in the school holidays.",)


def test_nothing_to_look_at_is_no_warning() -> None:
    """A warning on every letter would be read by nobody."""
    assert composed(order()).warnings == ()


def test_the_reporter_is_never_among_the_fields() -> None:
    """Neither the name of whoever saw it nor of whoever told us is passed to a letter."""
    letter = composed(order("B3", *sent("B2"), HEARD, reported("more"), REASON))
    assert REPORTER not in repr(letter.fields)
    assert "Tranter" not in repr(letter)


def test_a_letter_names_all_pupils_of_the_adult() -> None:
    """A letter about access makes arrangements for each of them."""
    assert composed(order()).fields["child_names"] == ["Ruby Stott"]
