"""One-time codes: what looks like one, and what their hash is bound to."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.rules.mails.codes import (
    ALPHABET,
    CODE,
    SPACED_CODE,
    Named,
    bound_code,
    code_hash,
    named_by_ids,
    named_in,
    plain_code,
    tag_of,
    without_codes,
)

BOUND = {"ref": "2026-0042", "subject": "ab" * 32, "approver": "head"}


@pytest.mark.parametrize(
    "typed", ["K7QM-2RTX", "k7qm-2rtx", "K7QM2RTX", "K7QM 2RTX", "K7QM–2RTX", "k7qm — 2rtx", " K7QM-2RTX\n"]
)
def test_a_code_is_compared_without_case_hyphen_and_spaces(typed: str) -> None:
    """Read out over the telephone or typed on one, it is the same code."""
    assert plain_code(typed) == "K7QM2RTX"


@pytest.mark.parametrize("text", ["K7QM-2RTX", "ABCD-EFG2", "2BCDEFGH", "K7QM–2RTX", "X K7QM-2RTX."])
def test_a_code_is_found(text: str) -> None:
    """Eight characters with a digit among them."""
    assert CODE.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "RETURNED K7",
        "APPROVED 22",
        "K7QM-2RT",
        "K7QM-2RTXX",
        "KOQM-2RTX",
        "K7QM-10TX",
        "2026-0042",
        "WEEK 24TH",
    ],
)
def test_what_is_no_code_is_not_taken_for_one(text: str) -> None:
    """No plain word, no case reference, no misread O, I, 0 or 1."""
    assert CODE.search(text) is None


def test_a_space_is_let_pass_only_where_a_code_must_stand() -> None:
    """A date such as week 24th would be a code otherwise."""
    assert SPACED_CODE.search("K7QM 2RTX")
    assert not CODE.search("K7QM 2RTX")


@given(st.text(alphabet=ALPHABET, min_size=8, max_size=8).filter(lambda signs: re.search(r"\d", signs)))
def test_every_code_that_can_be_made_is_found(signs: str) -> None:
    """Each code with a digit, with its hyphen as sent, is read back whole."""
    found = CODE.search(f"APPROVE {signs[:4]}-{signs[4:]}")
    assert found is not None
    assert plain_code(found.group()) == signs


@pytest.mark.parametrize("other", [{"ref": "2026-0043"}, {"subject": "cd" * 32}, {"approver": "alternate"}])
def test_a_code_opens_nothing_else(other: dict[str, str]) -> None:
    """The same code on another case, other bytes or for another approver has another hash."""
    assert code_hash("K7QM-2RTX", **BOUND) != code_hash("K7QM-2RTX", **{**BOUND, **other})


def test_the_hash_does_not_hold_the_code_and_forgives_its_spelling() -> None:
    """Only the hash is stored, and small letters open it too."""
    stored = code_hash("K7QM-2RTX", **BOUND)
    assert stored == code_hash("k7qm 2rtx", **BOUND)
    assert "k7qm" not in stored.casefold()
    assert len(stored) == 64


def test_a_mark_is_made_with_the_schools_secret_alone() -> None:
    """Another secret or another case has another mark; no reference has none."""
    tag = tag_of("2026-0042", b"secret")
    assert re.fullmatch(r"2026-0042\.[a-z2-7]{6}", tag)
    assert len({tag, tag_of("2026-0042", b"other"), tag_of("2026-0043", b"secret")}) == 3
    assert tag_of("", b"secret") == ""


def test_a_mark_fits_its_own_case() -> None:
    """A reference without its mark, or with one that was guessed, does not."""
    tag = tag_of("2026-0042", b"secret")
    mark = tag.partition(".")[2]
    fits = [Named(ref=ref, mark=one).fits(tag) for ref, one in (("2026-0042", mark), ("2026-0043", mark))]
    assert fits == [True, False]
    assert not Named(ref="2026-0042").fits(tag)
    assert not Named(ref="2026-0042", mark="aaaaaa").fits(tag)


@pytest.mark.parametrize(
    ("named", "subject"),
    [
        ([("2026-0042", "")], "Re: 2026-0042"),
        ([("2026-0042", "k7qm2r")], "AW: [2026-0042.K7QM2R] approval"),
        ([("2026-0042", ""), ("2026-0043", "")], "2026-0042 and 2026-0043, again 2026-0042"),
        ([], "Call 01632 2026-0042-1"),
        ([], "Thursday 2026-11-09"),
        ([], ""),
    ],
)
def test_a_subject_names_cases(named: list[tuple[str, str]], subject: str) -> None:
    """Each once, in order, with the mark it gives; no telephone number and no date."""
    assert [(one.ref, one.mark) for one in named_in(subject)] == named


def test_our_own_message_ids_name_their_case() -> None:
    """An id of another form names none."""
    ids = [
        "<2026-0042.k7qm2r.0123456789ab@larkfield.example>",
        "<2026-0042@larkfield.example>",
        "<x@y.example>",
    ]
    assert named_by_ids(ids) == (Named(ref="2026-0042", mark="k7qm2r"),)


@given(secret=st.binary(min_size=32, max_size=32), version=st.integers(1, 99))
def test_the_code_of_a_version_is_always_the_same_and_looks_like_one(secret: bytes, version: int) -> None:
    """A reminder carries the code of the first email; nobody types it wrong for its looks."""
    code = bound_code(secret, "2026-0042", "L1", str(version), "ab" * 32, "head")
    assert code == bound_code(secret, "2026-0042", "L1", str(version), "ab" * 32, "head")
    assert CODE.fullmatch(code)


@pytest.mark.parametrize(
    "other",
    [
        ("2026-0043", "L1", "1", "head"),
        ("2026-0042", "L2", "1", "head"),
        ("2026-0042", "L1", "2", "head"),
        ("2026-0042", "L1", "1", "alternate"),
        ("2026-0042", "L11", "", "head"),
    ],
)
def test_another_case_letter_version_or_approver_has_another_code(other: tuple[str, ...]) -> None:
    """Nor can the code of one school be made by another."""
    one = ("2026-0042", "L1", "1", "head")
    codes = {bound_code(b"1" * 32, *one), bound_code(b"1" * 32, *other), bound_code(b"2" * 32, *one)}
    assert len(codes) == 3


@pytest.mark.parametrize(
    ("said", "ours", "expected"),
    [
        ("APPROVE FQPG-LC6J, thanks", False, "APPROVE (a code), thanks"),
        ("fqpg–lc6j please", True, "(a code) please"),
        ("FQPGLC6J", True, "(a code)"),
        ("I live at ZZ99 4AB and saw 2026-0042", False, "I live at ZZ99 4AB and saw 2026-0042"),
        ("He was there from 2019-2024 in year-2345", False, "He was there from 2019-2024 in year-2345"),
    ],
)
def test_a_code_is_left_out_of_what_is_told(said: str, ours: bool, expected: str) -> None:
    """Ours in any form; of somebody else only what looks just like one."""
    assert without_codes(said, ours=ours) == expected
