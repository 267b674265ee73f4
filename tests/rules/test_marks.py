"""The mark behind a reference: found where it stands, true for this school alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.rules.mails.codes import Named, named_by_ids, named_in, tag_of

SECRET = b"s" * 32


@pytest.mark.parametrize(
    ("refs", "subject"),
    [
        ([("2026-0042", "k7qm2r")], "Re: [2026-0042.k7qm2r] a letter"),
        ([("2026-0042", "k7qm2r")], "AW: [EXTERNAL] [2026-0042.K7QM2R] a letter"),
        ([("2026-0042", "")], "Re: [2026-0042] a letter"),
        ([("2026-0042", "")], "your letter 2026-0042."),
        ([("2026-0042", "")], "[2026-0042.short]"),
        ([("2026-0042", ""), ("2026-0007", "")], "2026-0042 and 2026-0007"),
        ([], "invoice 12026-0042, order A-2026-0042, 2026-00421234, 20 November 2026-11-20"),
        ([], ""),
    ],
)
def test_references_in_a_subject(refs: list[tuple[str, str]], subject: str) -> None:
    """With the mark they bear, or none; numbers that only look alike are none."""
    assert [(one.ref, one.mark) for one in named_in(subject)] == refs


def test_a_mark_of_another_school_or_case_does_not_fit() -> None:
    """Only the same secret and the same reference make it."""
    own = named_in(f"[{tag_of('2026-0042', SECRET)}]")[0]
    assert own.fits(tag_of("2026-0042", SECRET))
    assert not own.fits(tag_of("2026-0042", b"t" * 32))
    assert not Named(ref="2026-0043", mark=own.mark).fits(tag_of("2026-0043", SECRET))
    assert not Named(ref="2026-0042").fits(tag_of("2026-0042", SECRET))


@given(st.integers(min_value=1, max_value=999_999))
def test_every_reference_is_found_again_in_subject_and_message_id(number: int) -> None:
    """Whatever its number."""
    tag = tag_of(f"2026-{number:04d}", SECRET)
    assert [one.fits(tag) for one in named_in(f"Re: [{tag}] x")] == [True]
    assert [one.fits(tag) for one in named_by_ids([f"<{tag}.{'0a' * 12}@larkfield.example>"])] == [True]


def test_foreign_message_ids_name_nothing() -> None:
    """Nor does one of ours about no case."""
    assert named_by_ids(["<2026-0042@x.example>", "<office.0a0a0a0a0a@x.example>", "2026-0042.k7qm2r"]) == ()
