from datetime import date

import pytest
from made_events import entry

from letterladder.records.verify.verify_letters import problems_of_letters
from letterladder.rules.cases.events import (
    AnyEvent,
    LetterApproved,
    LetterDrafted,
    LetterPosted,
    PostingStarted,
)
from letterladder.rules.words import Method

DAY = date(2026, 11, 10)


def drafted(sha256: str = "a", version: int = 1) -> LetterDrafted:
    return LetterDrafted(
        letter="L1", version=version, file="letters/1.docx", sha256=sha256, date_on_letter=DAY, reason=""
    )


def approved(sha256: str = "a", version: int = 1) -> LetterApproved:
    return LetterApproved(letter="L1", version=version, sha256=sha256, approver="head", how="mail")


def started(sha256: str = "a", version: int = 1) -> PostingStarted:
    return PostingStarted(
        letter="L1", version=version, sha256=sha256, message_id="", method=Method.BY_HAND, to=""
    )


def posted(sha256: str = "a") -> LetterPosted:
    return LetterPosted(
        letter="L1",
        version=1,
        sha256=sha256,
        method=Method.BY_HAND,
        on=DAY,
        received_on=DAY,
        answer_by=None,
        rule="",
    )


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        ([], [drafted(), approved(), started(), posted()]),
        ([], [drafted(), drafted("b", 2), approved("b", 2), started("b", 2)]),
        (["approved as a file that was never drafted"], [drafted(), approved("b")]),
        (["approved as a file that was never drafted"], [drafted(), approved("a", 2)]),
        (["sent on its way as a file"], [drafted(), approved(), started("b")]),
        (["posted as a file"], [drafted(), approved(), started(), posted("b")]),
        (["without an approval before it"], [drafted(), started()]),
        (["without an approval before it"], [drafted(), drafted("b", 2), approved(), started("b", 2)]),
    ],
)
def test_a_letter_leaves_as_the_bytes_that_were_drafted_and_approved(
    expected: list[str], events: list[AnyEvent]
) -> None:
    """Of the same version; each other line is said by its number."""
    entries = [entry(event) for event in events]
    found = [problem.what for problem in problems_of_letters("2026-0001", entries)]
    assert len(found) == len(expected)
    assert all(words in what for words, what in zip(expected, found, strict=True))
