"""What a case tells of itself."""

from datetime import date

import pytest
from cast import BEGUN, a_case, approved, asked, drafted, posting, reported, sent, triaged
from shipped import LETTERS

from letterladder.rules.cases.events import (
    AlertRaised,
    AnyEvent,
    CaseClosed,
    DeliveryFailed,
    DraftVoided,
    FieldsGiven,
    FlagSeen,
    HoldPlaced,
)
from letterladder.rules.words import Flag, HoldFor

HELD = HoldPlaced(hold_for=HoldFor.POLICE)
ALERT = AlertRaised(
    flags=[FlagSeen(flag=Flag.DANGER, words="x")], told=[], message_id="<a@larkfield.example>"
)
VOID = DraftVoided(letter="L1", version=1, why="touched")


@pytest.mark.parametrize(
    ("state", "events"),
    [
        ("open", []),
        ("held", [HELD]),
        ("closed", [CaseClosed(reason="settled")]),
        ("closed", [HELD, CaseClosed(reason="settled")]),
    ],
)
def test_a_case_is_open_held_or_closed(state: str, events: list[AnyEvent]) -> None:
    """One word for the list of cases; a closed case is no longer held."""
    assert a_case(*BEGUN, *events).state == state


def test_an_alert_is_seen_until_somebody_clears_it() -> None:
    """The flags of the alert are what makes it one."""
    assert (a_case(*BEGUN, ALERT).alerted, a_case(*BEGUN, ALERT, triaged()).alerted) == (True, False)


@pytest.mark.parametrize(
    ("version", "events"),
    [
        (None, []),
        (1, [drafted()]),
        (1, [drafted(), asked(), approved()]),
        (1, [drafted(), asked(), approved(), posting()]),
        (None, sent()),
        (None, [drafted(), VOID]),
        (2, [drafted(), VOID, drafted(version=2)]),
        (2, [drafted(), drafted(version=2)]),
    ],
)
def test_the_letter_in_hand_is_the_newest_under_way(version: int | None, events: list[AnyEvent]) -> None:
    """Drafted, approved or leaving; not void, not gone."""
    found = a_case(*events).in_hand
    assert (found and found.version) == version


def test_the_letter_posted_last_is_the_one_that_left_last() -> None:
    """Not the one drafted last: a warning may be drafted before the first letter is recorded as posted."""
    way = sent()
    found = a_case(*way[:4], *sent("L3"), way[4]).last_posted
    assert found is not None
    assert found.letter == "L1"


def test_a_letter_is_found_by_name_and_version() -> None:
    """And its newest version by its name alone."""
    case = a_case(drafted(), VOID, drafted(version=2), drafted("L2"))
    assert [case.letter("L1", 1), case.newest("L1")] == list(case.letters[:2])
    assert (case.letter("L1", 3), case.newest("L3")) == (None, None)


@pytest.mark.parametrize(
    ("words", "events"),
    [
        (["one"], [reported("one")]),
        (["one", "three"], [reported("one"), reported("three")]),
        (["three"], [reported("one"), *sent(), reported("three")]),
        (["one"], [reported("one"), *sent()]),
    ],
)
def test_a_letter_tells_of_what_came_since_the_last_one(words: list[str], events: list[AnyEvent]) -> None:
    """A warning is about the new post; where nothing new came, it is about all."""
    assert [item.fact.words for item in a_case(*events).facts_to_write_about()] == words


FOR_ALL = FieldsGiven(letter="", fields={"attendees": "all", "platform": "all"})
FOR_L1 = FieldsGiven(letter="L1", fields={"platform": "Facebook"})


def test_fields_for_one_letter_go_before_those_for_all() -> None:
    """What somebody typed for this letter wins."""
    case = a_case(FOR_ALL, FOR_L1)
    assert case.given("L1", LETTERS) == {"attendees": "all", "platform": "Facebook"}
    assert case.given("L2", LETTERS) == FOR_ALL.fields


@pytest.mark.parametrize("notice", ["B1", "B2"])
def test_a_decision_about_access_repeats_the_facts_of_its_notice(notice: str) -> None:
    """The facts and arrangements carry over; the reasons for haste do not."""
    told = FieldsGiven(letter=notice, fields={"facts": "he came in", "urgency_reason": "tonight"})
    assert a_case(told).given("B3", LETTERS) == {"facts": "he came in"}
    assert a_case(told).given("L3", LETTERS) == {}


def test_the_decision_may_tell_the_facts_anew() -> None:
    """What is typed for the decision itself wins over the notice."""
    notice = FieldsGiven(letter="B2", fields={"facts": "he came in"})
    decision = FieldsGiven(letter="B3", fields={"facts": "he came in twice"})
    assert a_case(notice, decision).given("B3", LETTERS) == {"facts": "he came in twice"}


def test_a_letter_was_posted_once_it_left() -> None:
    """A draft is no letter yet."""
    assert (a_case(drafted()).was_posted("L1"), a_case(*sent()).was_posted("L1")) == (False, True)


def test_the_day_of_a_report_is_kept() -> None:
    """The register and the history name it."""
    assert a_case(reported()).facts[0].day == date(2026, 11, 9)


VISIT = {"event": "the nativity play", "event_on": "15 December 2026", "escort": "Mr Sadiq"}
GIVEN = FieldsGiven(letter="B7", fields=VISIT)


def given_for_visit(*events: AnyEvent) -> dict[str, str]:
    """What is known for the letter about a visit after these events."""
    return a_case(*BEGUN, GIVEN, *events).given("B7", LETTERS)


@pytest.mark.parametrize(
    ("known", "events"),
    [
        (VISIT, ()),
        (VISIT, (drafted("B7"),)),
        ({}, sent("B7")),
        (VISIT, sent("L1")),
        ({"event": "the concert"}, (*sent("B7"), FieldsGiven(letter="B7", fields={"event": "the concert"}))),
        (VISIT, (*sent("B7"), FieldsGiven(letter="B7", fields=VISIT))),
        (VISIT, (*sent("B7"), DeliveryFailed(letter="B7", version=1, why="moved"))),
    ],
    ids=[
        "typed",
        "drafted",
        "gone out",
        "another went out",
        "typed anew",
        "typed the same anew",
        "came back",
    ],
)
def test_what_is_good_for_one_letter_is_not_in_the_next(
    known: dict[str, str], events: tuple[AnyEvent, ...]
) -> None:
    """An event and its day go with one letter; one that came back is written again with the same."""
    assert given_for_visit(*events) == known


def test_what_is_not_for_one_letter_stays() -> None:
    """A person and a premises are as they were."""
    told = FieldsGiven(letter="C2", fields={"plan_contact": "Mrs Binns", "talked_about": "the messages"})
    assert a_case(*BEGUN, told, *sent("C2")).given("C2", LETTERS) == {"plan_contact": "Mrs Binns"}


def test_each_field_has_the_line_in_which_it_was_typed() -> None:
    """The second line for the field that was typed again, the first for the other."""
    again = FieldsGiven(letter="B7", fields={"event": "the concert"})
    lines = a_case(*BEGUN, GIVEN, again).given_at["B7"]
    first = len(BEGUN) + 1
    assert lines == {"event": first + 1, "event_on": first, "escort": first}
