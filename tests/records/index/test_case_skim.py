"""A closed case skimmed for the index: the same as folding it, or nothing at all."""

from collections.abc import Sequence

import pytest
from cast import MONDAY, opened, triaged
from hypothesis import example, given
from hypothesis import strategies as st
from made_events import ANY_EVENT

from letterladder.records.index.case_skim import Skimmed, skim
from letterladder.records.logs.chain import End, chain_up, parse_chain
from letterladder.rules.cases.events import (
    AnyEvent,
    CaseClosed,
    CaseReopened,
    Entry,
    MailAttached,
    MailMoved,
)
from letterladder.rules.cases.fold import fold

REF = "2026-0001"
MAIL = "1" * 64
CLOSED = CaseClosed(reason="over")


def log_of(*events: AnyEvent) -> bytes:
    """The bytes of a log."""
    bare = [Entry(seq=0, at=MONDAY, by="office", event=event) for event in events]
    lines, _ = chain_up(End(), bare)
    return b"".join(line + b"\n" for line in lines)


def folded(content: bytes) -> Skimmed | None:
    """What the whole reading says of a case that is over."""
    case = fold(REF, parse_chain(content, Entry, "log").entries)
    return Skimmed(case.adult, case.mails, End(case.last_seq, case.last_hash)) if case.closed else None


def attached(mail: str = MAIL) -> MailAttached:
    return MailAttached(mail=mail, file="mail/1.eml", received=MONDAY, what="answer", summary="")


TOLD = (
    st.builds(lambda adult: opened(adult=adult), st.sampled_from(["", "A1", "A2"])),
    st.builds(lambda adult: triaged(adult=adult), st.sampled_from(["", "A1", "A2"])),
    st.builds(attached, st.sampled_from(["", MAIL, "2" * 64])),
    st.builds(
        MailMoved, mail=st.just(MAIL), from_ref=st.sampled_from([REF, "2026-0002"]), to_ref=st.just(REF)
    ),
    st.builds(CaseClosed, reason=st.sampled_from(["", "over"])),
    st.builds(CaseReopened, reason=st.just("new facts")),
)


@given(events=st.lists(st.one_of(*TOLD, *TOLD, ANY_EVENT), max_size=12), is_over=st.booleans())
@example(events=[attached(), MailMoved(mail=MAIL, from_ref="2026-0002", to_ref=REF)], is_over=True)
@example(events=[opened(), triaged(adult="")], is_over=True)
def test_what_is_skimmed_is_what_is_folded(events: Sequence[AnyEvent], *, is_over: bool) -> None:
    """Adult, emails and end of a case that is over; nothing of one that is open."""
    content = log_of(*events, *([CLOSED] if is_over else []))
    assert skim(content, REF) == folded(content)


GOOD = log_of(opened(), attached(), CLOSED)


def test_a_case_that_is_over_is_skimmed() -> None:
    """Whose it was, which emails it holds, and where its log ends."""
    end = parse_chain(GOOD, Entry, "log").entries[-1]
    assert skim(GOOD, REF) == Skimmed("A1", frozenset({MAIL}), End(3, end.hash))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        log_of(opened()),
        log_of(opened(), CLOSED, CaseReopened(reason="new facts")),
        log_of(opened(), CaseClosed(reason="")),
        GOOD[:-1],
        GOOD + b'{"seq":4',
        GOOD + b'"}\n',
        GOOD + b"\n",
        b"".join(GOOD.splitlines(keepends=True)[1:]),
        b"".join(GOOD.splitlines(keepends=True)[::2]),
        GOOD.replace(b'"v":1', b'"v":2'),
        GOOD.replace(b'"kind":"MailAttached"', b'"kind":"MailBurnt"'),
        GOOD.replace(b'"adult":"A1"', b'"adult":1'),
        GOOD.replace(b'"prev":"', b'"prev":"0', 2),
    ],
    ids=[
        "no line",
        "open",
        "reopened",
        "closed without a reason, which the fold takes for open",
        "without its last newline",
        "torn",
        "torn, with a newline",
        "an empty line",
        "the first line is missing",
        "a line in between is missing",
        "a newer line",
        "an unknown kind",
        "an adult that is no text",
        "another hash before",
    ],
)
def test_anything_else_is_left_to_the_whole_reading(content: bytes) -> None:
    """It says what is wrong; the index must not know better."""
    assert skim(content, REF) is None


def test_a_log_cut_anywhere_is_not_taken_for_a_case_that_is_over() -> None:
    """Its last line is the one that closes the case."""
    assert [cut for cut in range(len(GOOD)) if skim(GOOD[:cut], REF)] == []


def test_a_line_that_stands_there_twice_is_left_to_the_whole_reading() -> None:
    """Also where it names the hash before it rightly: its number does not follow."""
    first, *rest = GOOD.splitlines(keepends=True)
    assert skim(first + b"".join(line.replace(b'"seq":', b'"seq":1') for line in rest), REF) is None
