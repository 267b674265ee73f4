"""Replies as heads write them: a second thought below APPROVE is never taken for a signature."""

import tomllib
from pathlib import Path

import pytest
from sweeps import each

from letterladder.rules.mails.known_lines import Signer
from letterladder.rules.mails.reply_words import Said, read_reply, says_stop

TABLE = tomllib.loads(Path(__file__).with_name("approval_replies.toml").read_text(encoding="utf-8"))
HEAD = Signer(
    names=("Mrs Anita Hollis",),
    roles=("Headteacher",),
    places=(
        "Larkfield Primary School",
        "Wexmoor County Council",
        *("Larkfield Road", "Wexmoor", "ZZ99 4LF"),
    ),
    phones=("01632 960140",),
    addresses=("a.hollis@larkfield.example", "office@larkfield.example"),
    pages=("www.larkfield.example", "larkfield.example"),
    others=("Mrs Carol Binns", "Mr Peter Quayle", "Miss Joan Treadwell", "Mr Imran Sadiq"),
)
UNKNOWN_AT_FIRST = (
    "'Growing together'",
    "My working days are Monday to Thursday",
    "Anita x",
)
"""Lines of ordinary signatures that are asked about once."""


def replies(*kinds: str) -> list[str]:
    """All replies of these kinds, with a code."""
    return [
        text.replace("CODE", "K7QM-2RTX")
        for part in TABLE.values()
        for kind in kinds
        for text in part.get(kind, ())
    ]


@pytest.mark.parametrize("text", replies("no"))
def test_a_second_thought_approves_nothing(text: str) -> None:
    """Whatever is not known to say nothing may say "wait"."""
    assert read_reply(text, HEAD).said is not Said.APPROVE


@pytest.mark.parametrize("text", replies("signed", "yes"))
def test_an_ordinary_signature_leaves_a_yes_a_yes(text: str) -> None:
    """Or the very line is named that was not understood."""
    found = read_reply(text, HEAD)
    assert found.said is Said.APPROVE or set(found.unknown) <= set(UNKNOWN_AT_FIRST)


def test_nine_in_ten_are_understood_at_the_first_reading() -> None:
    """A head whose signature is refused each time gets tired."""
    signed = replies("signed")
    assert sum(read_reply(text, HEAD).said is Said.APPROVE for text in signed) * 10 >= 9 * len(signed)


@pytest.mark.parametrize("text", replies("no")[:56])
def test_the_same_lines_below_a_stop_leave_it_a_stop(text: str) -> None:
    """Stopping is safe, so no line makes it unclear."""
    assert says_stop("STOP\n" + text)


@pytest.mark.parametrize("text", each(8, replies("no")))
def test_nobody_s_signature_is_known_of_a_stranger(text: str) -> None:
    """Without a signer nothing but the table is known."""
    assert read_reply(text).said is not Said.APPROVE
