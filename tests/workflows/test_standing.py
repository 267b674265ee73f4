"""One authority: what `case REF` shows is what the round does, and what it offers is what the program takes."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from office import an_office
from standing_moves import MOVES, REF, STORIES, Play, QuickWord, every_act, is_taken, move, playing

from letterladder.desk.listings import case_view
from letterladder.ground.errors import Refused
from letterladder.ground.values import replace
from letterladder.rules.cases.events import (
    AnyEvent,
    ApprovalAsked,
    CaseClosed,
    DeadlineLapsed,
    DecisionAsked,
    DraftBlocked,
    DraftVoided,
    LetterDated,
    LetterDrafted,
    PostingQuestioned,
    PostingStarted,
)
from letterladder.rules.words import LetterStatus, Method
from letterladder.workflows.redrafting import redraft

MONDAY = date(2026, 11, 2)
EXAMPLES = 8 if settings().max_examples < 100 else 60
"""A whole case each; beside the two below, in which a yes and a decision are sent by email."""
LADDER = (
    ApprovalAsked,
    CaseClosed,
    DeadlineLapsed,
    DecisionAsked,
    DraftBlocked,
    DraftVoided,
    LetterDrafted,
    PostingQuestioned,
    PostingStarted,
)
SHOWN: dict[str, tuple[type, ...]] = {
    "question": (PostingQuestioned,),
    "void": (DraftVoided,),
    "draft": (LetterDrafted, DraftBlocked),
    "askapproval": (ApprovalAsked,),
    "askdecision": (DecisionAsked,),
    "filldates": (LetterDated, DraftVoided),
    "post": (PostingStarted,),
    "lapse": (DeadlineLapsed,),
    "close": (CaseClosed,),
    "ask": (),
    "alert": (),
    "wait": (),
    "nothing": (),
}
"""What `case REF` shows as next, and what the round then logs first; nothing where it waits."""


Begin = Callable[[Method], Play]


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Begin:
    """Begins a case in a school built as in earnest, whose letters take no time to print."""
    office = an_office(Path(tmp_path_factory.mktemp("standing"))).office
    quick = replace(office, word=QuickWord(office.word.fields_of))
    return lambda method: playing(quick, MONDAY, method=method)


def shown(play: Play) -> dict[str, Any]:
    """What `case REF --json` shows."""
    return case_view(play.case, play.cases.logs[REF], play.office.school, play.today)


def first_done(events: Sequence[AnyEvent]) -> AnyEvent | None:
    """The first thing that the round did on the ladder; an older draft goes when a newer one is written."""
    done = [one for one in events if isinstance(one, LADDER)]
    if len(done) > 1 and isinstance(done[0], DraftVoided) and "newer draft" in done[0].why:
        del done[0]
    return done[0] if done else None


def wrong_steps(play: Play) -> Iterator[str]:
    """Where the round does something else than what was shown."""
    step = shown(play)["next"]
    done = first_done(play.go())
    if step.get("about") == "action" and isinstance(done, DraftBlocked):
        done = None  # the sheet of the action, which is waited for before and after
    expected = SHOWN[step["kind"]]
    if not (isinstance(done, expected) if expected else done is None):
        yield f"shown {step}, done {done}"


def wrong_acts(play: Play) -> Iterator[str]:
    """Where an act that is offered is refused, or one that is barred is taken."""
    may = {(one["act"], one["on"]) for one in shown(play)["may"]}
    for offer, way in every_act(play):
        offered = (str(offer.act), offer.on) in may
        if is_taken(play, offer, way) is not offered:
            yield f"{offer.act} {offer.on} by {way}: {'offered and refused' if offered else 'barred and taken'}"


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    story=st.sampled_from(sorted(STORIES)),
    moves=st.lists(st.sampled_from(sorted(MOVES)), max_size=8),
    method=st.sampled_from([Method.FIRST_CLASS, Method.MAIL]),
)
@example(story="drafted", moves=[], method=Method.FIRST_CLASS)
@example(story="lapsed", moves=[], method=Method.FIRST_CLASS)
def test_what_is_shown_is_what_is_done_and_taken(
    begin: Begin, story: str, moves: list[str], method: Method
) -> None:
    """Whatever happened in a case, and in whatever order."""
    play = begin(method)
    for name in (*STORIES[story], *moves):
        move(play, name)
    assert list(wrong_acts(play)) == []
    assert list(wrong_steps(play)) == []


@pytest.mark.parametrize("file", [b"", b"the letter as somebody edited it"])
def test_a_voided_letter_comes_back_only_by_a_decision(begin: Begin, file: bytes) -> None:
    """The answer that called for it was none; neither the name nor an edited file brings its letter back."""
    play = begin(Method.FIRST_CLASS)
    for name in (*STORIES["answered"], "was no answer"):
        move(play, name)
    voided = play.case.letters[-1]
    assert (voided.letter, voided.status) == ("L3", LetterStatus.VOID)
    with pytest.raises(Refused, match=r"L3 .*(may be taken from|needs a decision)|does not allow L3"):
        redraft(play.office, REF, voided.letter, {}, file=file, by="Mrs Binns")
