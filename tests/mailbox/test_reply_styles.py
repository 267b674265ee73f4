"""A clear APPROVE above a quoted email is understood in every style of quoting, and one inside it never counts."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from letterladder.mailbox.message import read_mail
from letterladder.rules.mails.reply_words import Reply, Said, read_ways

TABLE = tomllib.loads(Path(__file__).with_name("reply_styles.toml").read_text(encoding="utf-8"))
STYLES = [(f"{part}.{name}", tail) for part, styles in TABLE.items() for name, tail in styles.items()]
QUOTED = (
    "Please approve a letter, or send it back.\n\nTo approve it, send:\n  APPROVE {code}\n\n"
    "To send it back:\n  RETURN {code}\n\nLarkfield Primary School, Letterladder"
)


def answer(own: str, tail: str, code: str) -> Reply:
    """What is read of a reply with the approval email quoted below it."""
    quoted = QUOTED.replace("{code}", code)
    marked = "\n".join(f"> {line}" for line in quoted.split("\n"))
    body = f"{own}\n\n{tail.replace('{marked}', marked).replace('{q}', quoted)}\n"
    head = "From: a.hollis@larkfield.example\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\n"
    return read_ways(read_mail((head + body).encode(), datetime(2026, 11, 9, tzinfo=UTC)).said_ways)


@pytest.mark.parametrize("tail", [tail for _, tail in STYLES], ids=[name for name, _ in STYLES])
def test_a_yes_above_the_quote_is_understood(tail: str) -> None:
    """In English, and in the languages most spoken at home in English schools."""
    found = answer("APPROVE K7QM-2RTX", tail, "8ABC-DEF2")
    assert (found.said, found.code) == (Said.APPROVE, "K7QM2RTX")


@pytest.mark.parametrize("own", ["Thank you, I will read it tonight.", "", "No."])
@pytest.mark.parametrize("tail", [tail for _, tail in STYLES], ids=[name for name, _ in STYLES])
def test_an_order_that_is_only_quoted_was_not_given(tail: str, own: str) -> None:
    """Whatever is written above it."""
    assert answer(own, tail, "K7QM-2RTX").said not in {Said.APPROVE, Said.RETURN}
