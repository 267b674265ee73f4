"""Cases by the lines of their logs: one of every way that a case may stand, and lines of every kind there is."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import msgspec
from cast import BEGUN, approved, asked, drafted, opened, posted, posting, reported, sent, triaged
from cast_actions import action, answer, measure
from cast_site import GATE
from made_events import KINDS

from letterladder.rules.cases.events import (
    AlertRaised,
    AnswerTakenBack,
    AnyEvent,
    CaseClosed,
    CaseReopened,
    ClockRecomputed,
    DeadlineLapsed,
    DecisionAsked,
    DecisionMade,
    DeliveryFailed,
    DraftBlocked,
    DraftVoided,
    DutyWaived,
    FlagSeen,
    HoldPlaced,
    HoldReleased,
    LetterReturned,
    PostingNotMade,
    PostingQuestioned,
)
from letterladder.rules.words import Flag, HoldFor, Outcome

LAPSED = DeadlineLapsed(letter="L1", version=1, answer_by=date(2026, 11, 19))
DANGER = AlertRaised(
    flags=[FlagSeen(flag=Flag.DANGER, words="watch out")], told=["dsl"], message_id="<a@x.example>"
)
HELD = HoldPlaced(hold_for=HoldFor.POLICE)
SENT = (*BEGUN, *sent())
BAR = sent("B2")
BAR_LAPSED = DeadlineLapsed(letter="B2", version=1, answer_by=date(2026, 11, 19))
DATES = {"starts_on": date(2026, 11, 12), "ends_on": date(2027, 2, 12), "review_by": date(2027, 1, 11)}
CASES: dict[str, tuple[AnyEvent, ...]] = {
    "opened": (opened(), reported()),
    "begun": BEGUN,
    "not cleared": (opened(), reported(), triaged(clear=False)),
    "of unknown conduct": (*BEGUN, triaged("unheard-of")),
    "of harassment": (*BEGUN, triaged("harassment")),
    "of two kinds": (*BEGUN, triaged("harassment", "false-or-defamatory")),
    "at the gate": (opened(), reported(**GATE), triaged()),
    "with the alternate": (*BEGUN, triaged(alternate=True)),
    "drafted": (*BEGUN, drafted()),
    "asked": (*BEGUN, drafted(), asked()),
    "asked of the alternate too": (*BEGUN, drafted(), asked(), asked(approver="alternate")),
    "approved": (*BEGUN, drafted(), asked(), approved()),
    "in the tray": (*BEGUN, drafted(), asked(), approved(), posting()),
    "leaving by email": (*BEGUN, drafted(), asked(), approved(), posting(message_id="<m@x.example>")),
    "in doubt": (
        *BEGUN,
        drafted(),
        asked(),
        approved(),
        posting(),
        PostingQuestioned(letter="L1", version=1, why="no end"),
    ),
    "not posted": (
        *BEGUN,
        drafted(),
        asked(),
        approved(),
        posting(),
        PostingNotMade(letter="L1", version=1, why="x"),
    ),
    "void": (*BEGUN, drafted(), DraftVoided(letter="L1", version=1, why="touched")),
    "blocked": (*BEGUN, DraftBlocked(letter="L1", missing=["platform", "facts"], what="Still needed")),
    "sent back": (*BEGUN, drafted(), asked(), LetterReturned(letter="L1", version=1, note="softer")),
    "posted": SENT,
    "given more time": (
        *SENT,
        ClockRecomputed(letter="L1", version=1, old=date(2026, 11, 19), new=date(2026, 11, 26), why="ill"),
    ),
    "lapsed": (*SENT, LAPSED),
    "refused": (*SENT, answer(Outcome.REFUSED)),
    "gone on": (*SENT, answer(Outcome.CONTINUES)),
    "removed": (*SENT, answer(Outcome.REMOVED)),
    "sorry": (*SENT, answer(Outcome.APOLOGY)),
    "answered otherwise": (*SENT, answer(Outcome.OTHER)),
    "sorry before any letter": (*BEGUN, answer(Outcome.APOLOGY, "")),
    "returned by the post": (*SENT, DeliveryFailed(letter="L1", version=1, why="gone away")),
    "proposed": (*SENT, LAPSED, drafted("L2", trigger=9, date_on_letter=date(2026, 11, 23))),
    "asked what next": (
        *SENT,
        LAPSED,
        DecisionAsked(options=["L2", "L3", "none"], trigger=9, message_id="<x@x.example>", approver="head"),
    ),
    "decided on a warning": (*SENT, LAPSED, DecisionMade(step="L3", reason="it went on")),
    "decided on an action": (*SENT, LAPSED, DecisionMade(step="P1", reason="ask the platform")),
    "decided on nothing more": (*SENT, LAPSED, DecisionMade(step="none", reason="settled")),
    "done": (*SENT, LAPSED, DecisionMade(step="P1", reason="ask"), action("P1")),
    "followed up": (
        *SENT,
        LAPSED,
        DecisionMade(step="P1", reason="ask"),
        action("P1", follow_up=date(2026, 11, 26)),
    ),
    "warned": (*SENT, LAPSED, *sent("L3")),
    "invited": (*BEGUN, *sent("L2")),
    "meeting agreed": (*BEGUN, *sent("L2"), answer(Outcome.AGREED, "L2")),
    "met": (*BEGUN, *sent("L2"), answer(Outcome.AGREED, "L2"), answer(Outcome.ATTENDED, "L2")),
    "did not come": (*BEGUN, *sent("L2"), answer(Outcome.AGREED, "L2"), answer(Outcome.ABSENT, "L2")),
    "noticed of a bar": (*BEGUN, *sent("B1")),
    "heard on the notice": (*BEGUN, *sent("B1"), answer(Outcome.REPRESENTATIONS, "B1")),
    "barred for now": (*BEGUN, *BAR),
    "barred for now, lapsed": (*BEGUN, *BAR, BAR_LAPSED),
    "barred for now, heard": (*BEGUN, *BAR, answer(Outcome.REPRESENTATIONS, "B2")),
    "barred": (*BEGUN, *BAR, BAR_LAPSED, *measure("B3", **DATES)),
    "barred, then sorry": (*BEGUN, *BAR, BAR_LAPSED, *measure("B3", **DATES), answer(Outcome.APOLOGY, "B3")),
    "let in again": (*BEGUN, *BAR, BAR_LAPSED, *measure("B3", **DATES), *sent("B4", answer_by=None)),
    "closing": (*SENT, LAPSED, *sent("Z1", answer_by=None)),
    "closed": (*SENT, LAPSED, *sent("Z1", answer_by=None), CaseClosed(reason="settled")),
    "open again": (*SENT, LAPSED, CaseClosed(reason="settled"), CaseReopened(reason="it is up again")),
    "in danger": (*BEGUN, DANGER),
    "in danger, in the tray": (*BEGUN, drafted(), asked(), approved(), posting(), DANGER),
    "held": (*SENT, HELD),
    "held and in danger": (*SENT, HELD, DANGER),
    "released": (*SENT, HELD, HoldReleased()),
    "duty waived": (*SENT, DutyWaived(rule="police", reason="no offence")),
    "refused, taken back": (*SENT, answer(Outcome.REFUSED), AnswerTakenBack(seq=9, what="of another")),
    "answered twice, the first taken back": (
        *SENT,
        answer(Outcome.REFUSED),
        answer(Outcome.REMOVED),
        AnswerTakenBack(seq=9, what="of another"),
    ),
    "answered twice, the second taken back": (
        *SENT,
        answer(Outcome.REFUSED),
        answer(Outcome.REMOVED, ""),
        AnswerTakenBack(seq=10, what="of another"),
    ),
    "decided, then the answer taken back": (
        *SENT,
        answer(Outcome.REFUSED),
        DecisionMade(step="L3", reason="it went on"),
        AnswerTakenBack(seq=9, what="of another"),
    ),
    "answered to a letter that was never sent": (*BEGUN, drafted(), answer(Outcome.REFUSED)),
    "answered to an earlier letter": (*SENT, LAPSED, *sent("L3"), answer(Outcome.REMOVED, "L1")),
    "decided while another was drafted": (
        *SENT,
        LAPSED,
        drafted("L2"),
        DecisionMade(step="L3", reason="worse"),
    ),
    "asked, then decided aside": (
        *SENT,
        drafted("L2"),
        asked("L2"),
        DecisionMade(step="S1", reason="a sheet", aside=True),
    ),
    "late in the post": (*BEGUN, *sent()[:-1], posted(on=date(2026, 11, 17), answer_by=date(2026, 11, 26))),
}


WORDS = ("L1", "dsl", "A1", "P1", "Mrs Anita Hollis", "head by email", "a word or two.", "", "mail/3.eml")
DAY = date(2026, 11, 9)


def every_kind(turn: int) -> Iterator[AnyEvent]:
    """One line of each kind, every part filled in by its type; with each `turn` otherwise."""
    for place, kind in enumerate(KINDS):
        yield filled(kind, turn + place)


def filled(kind: type[Any], turn: int, **given: object) -> Any:
    """A Struct with every part filled in; those `given` as they are, in it and in the Structs that it holds."""
    parts = msgspec.structs.fields(kind)
    made = {
        part.name: given[part.name] if part.name in given else value_of(part.type, turn + place, **given)
        for place, part in enumerate(parts)
    }
    return kind(**made)


def value_of(kind: Any, turn: int, **given: object) -> Any:
    """A value of a type; with each `turn` another one, the empty and the nothing among them."""
    within = get_args(kind)
    simple = {
        str: WORDS[turn % len(WORDS)],
        int: turn % 3 + 1,
        bool: turn % 2 == 0,
        float: turn / 4,
        date: DAY.replace(day=turn % 28 + 1),
        datetime: datetime(2026, 11, turn % 28 + 1, turn % 24, tzinfo=UTC),
    }
    if kind in simple:
        return simple[kind]
    if get_origin(kind) in {Union, UnionType}:
        kinds = [one for one in within if one is not NoneType]
        return (
            None
            if NoneType in within and turn % 3 == 0
            else value_of(kinds[turn % len(kinds)], turn, **given)
        )
    if get_origin(kind) in {list, tuple, frozenset, set}:
        return get_origin(kind)(value_of(within[0], turn + one, **given) for one in range(turn % 3))
    if get_origin(kind) in {dict, Mapping}:
        return {
            value_of(within[0], turn + one): value_of(within[1], turn + one, **given)
            for one in range(turn % 3)
        }
    if issubclass(kind, Enum):
        return list(kind)[turn % len(kind)]
    return filled(kind, turn, **given)
