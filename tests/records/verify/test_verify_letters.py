import io
import zipfile
from datetime import date

import pytest
from made_events import entry
from msgspec.structs import replace

from letterladder.records.verify.verify_letters import dated_otherwise, problems_of_letters
from letterladder.rules.cases.events import (
    AnyEvent,
    LetterApproved,
    LetterDated,
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


def with_places(sha256: str = "a") -> LetterDrafted:
    """A letter whose date is filled in once it is approved."""
    return replace(drafted(sha256), slots={"letter_date": "[date]"})


def dated(sha256: str = "b", text: str = "a") -> LetterDated:
    return LetterDated(
        letter="L1", version=1, text_sha256=text, file="letters/2.docx", sha256=sha256, date_on_letter=DAY
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
        ([], [with_places(), approved(), dated(), started("b"), posted("b")]),
        ([], [with_places(), approved(), dated(), dated("c"), started("c"), posted("c")]),
        (["sent on its way as a file"], [with_places(), approved(), started()]),
        (["sent on its way as a file"], [with_places(), approved(), dated(), dated("c"), started("b")]),
        (["approved as a file that was never drafted"], [with_places(), approved("b")]),
        (["got its dates without an approval before it"], [with_places(), dated()]),
        (["got its dates without an approval before it"], [with_places(), approved(), dated(text="x")]),
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


def packed(text: bytes) -> bytes:
    """A file with this text as its document, as far as a comparison looks."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.writestr("word/document.xml", text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("expected", "letter"),
    [
        (0, "Dear Mr Dunn, Tuesday\u00a010\u00a0November\u00a02026"),
        (1, "Dear Mr Dunn, Tuesday\u00a010\u00a0November\u00a02026. Yours"),
        (1, "Dear Mr Dunn, Wednesday\u00a011\u00a0November\u00a02026"),
        (0, ""),
    ],
)
def test_a_letter_that_is_not_the_approved_text_with_its_dates_is_said(expected: int, letter: str) -> None:
    """Another word, or another day than the log names; a file that is not there is said elsewhere."""
    files = {
        "letters/1.docx": packed(b"Dear Mr Dunn, [date]"),
        "letters/2.docx": packed(letter.encode()) if letter else b"",
    }
    log = [entry(with_places(), 1), entry(approved(), 2), entry(dated(), 3)]
    found = list(dated_otherwise("2026-0001", log, lambda path, _: files[path]))
    assert [one.where for one in found] == ["2026-0001, entry 3"] * expected
