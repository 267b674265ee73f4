from datetime import UTC, date, datetime

import pytest
from made_events import entry

from letterladder.rules.cases.events import (
    AnswerRecorded,
    AnyEvent,
    CaseClosed,
    CaseOpened,
    DecisionMade,
    LetterDrafted,
    LetterPosted,
    Triaged,
)
from letterladder.rules.cases.fold import fold
from letterladder.rules.register.register import register_rows
from letterladder.rules.register.register_filter import Wanted, is_wanted, rows_wanted
from letterladder.rules.words import Channel, Method, Outcome

EVENTS: tuple[AnyEvent, ...] = (
    CaseOpened(
        adult="A1",
        adult_name="Mr Gavin Stott",
        school="fellside",
        policy="p",
        policy_version="1",
        reason="a report",
    ),
    Triaged(pupils=["P1"], conduct=["threats"], clear=True),
    LetterDrafted(
        letter="L1", version=1, file="l", sha256="a", date_on_letter=date(2026, 11, 3), reason="first"
    ),
    LetterPosted(
        letter="L1",
        version=1,
        sha256="a",
        method=Method.FIRST_CLASS,
        on=date(2026, 11, 10),
        received_on=date(2026, 11, 12),
        answer_by=None,
        rule="",
    ),
    AnswerRecorded(outcome=Outcome.REFUSED, channel=Channel.PHONE, on=date(2026, 11, 16), summary=""),
    DecisionMade(step="L3", reason="it went on"),
    CaseClosed(reason="done"),
)
ENTRIES = [entry(event, seq, by="Mrs Hollis") for seq, event in enumerate(EVENTS, start=1)]
CASE = fold("2026-0042", ENTRIES)
ROWS = register_rows("2026-0042", "Fellside School", ENTRIES, lambda _: "")


@pytest.mark.parametrize(
    ("expected", "wanted"),
    [
        (True, Wanted()),
        (True, Wanted(school="Fellside", conduct="threats", pupil="P1", step="L1", state="closed")),
        (True, Wanted(adult="A1")),
        (True, Wanted(adult="stott")),
        (True, Wanted(adult="Stott Gavin")),
        (True, Wanted(outcome="refused")),
        (True, Wanted(signer="hollis")),
        (False, Wanted(school="other")),
        (False, Wanted(adult="A11")),
        (False, Wanted(adult="Mrs Stott")),
        (False, Wanted(pupil="P2")),
        (False, Wanted(conduct="photos")),
        (False, Wanted(step="L3")),
        (False, Wanted(outcome="apology")),
        (False, Wanted(state="open")),
        (False, Wanted(signer="binns")),
    ],
)
def test_a_case_is_chosen_by_what_it_is_about(expected: bool, wanted: Wanted) -> None:
    """All that was asked for must fit; an empty wish fits every case."""
    assert is_wanted(wanted, CASE, ROWS) is expected


@pytest.mark.parametrize(
    ("expected", "wanted"),
    [
        (6, Wanted()),
        (1, Wanted(since=date(2026, 11, 16))),
        (5, Wanted(until=date(2026, 11, 10))),
        (1, Wanted(since=date(2026, 11, 10), until=date(2026, 11, 10))),
        (0, Wanted(since=date(2026, 11, 17))),
    ],
)
def test_rows_are_chosen_by_the_day_of_the_event(expected: int, wanted: Wanted) -> None:
    """First and last day included."""
    assert len(rows_wanted(wanted, ROWS)) == expected


def test_the_scope_names_nobody() -> None:
    """It is on every copy, also on one for governors."""
    wanted = Wanted(adult="Stott", pupil="P1", signer="Hollis", state="open", since=date(2026, 9, 1))
    assert (
        wanted.scope
        == "from 2026-09-01, state open, the adult asked for, the pupil asked for, the signer asked for"
    )
    assert Wanted().scope == "the whole register"


def test_times_are_english_with_their_offset() -> None:
    """A summer evening in UTC is the next day in London."""
    late = entry(EVENTS[0])
    summer = type(late)(seq=1, at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC), by="x", event=EVENTS[0])
    (row,) = register_rows("2026-0042", "s", [summer], lambda _: "")
    assert (row.recorded_at, row.happened_on) == ("2026-07-02 00:30+01:00", "2026-07-02")
