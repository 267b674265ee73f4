from urllib.parse import parse_qs, urlsplit

import pytest

from letterladder.mailbox.approval_links import mailto


@pytest.mark.parametrize(
    ("expected", "subject", "body"),
    [
        ("mailto:a@b.example?subject=Yes%202026-0042", "Yes 2026-0042", ""),
        ("mailto:a@b.example?subject=A%26B%3F%3D%23%25%2B", "A&B?=#%+", ""),
        ("mailto:a@b.example?subject=caf%C3%A9&body=one%0D%0Atwo", "café", "one\ntwo"),
        ("mailto:a@b.example?subject=x%20Bcc%3A%20evil%40x.example", "x\r\nBcc: evil@x.example", ""),
        ("mailto:a@b.example", "", ""),
    ],
)
def test_a_link_is_encoded_so_that_every_program_reads_it(expected: str, subject: str, body: str) -> None:
    """RFC 6068: UTF-8 in percents, spaces never as plus signs, no second header."""
    assert mailto("a@b.example", subject, body) == expected


def test_what_goes_in_comes_out() -> None:
    """The one-time code must survive the way."""
    asked = parse_qs(
        urlsplit(mailto("a@b.example", "Yes [2026-0042] K7QM-2RTX", "I approve; 100 % – sure")).query
    )
    assert asked == {"subject": ["Yes [2026-0042] K7QM-2RTX"], "body": ["I approve; 100 % – sure"]}


def test_an_odd_address_adds_nothing_to_the_link() -> None:
    """A question mark in an address is not a query."""
    assert mailto("a?cc=evil@x.example", "x") == "mailto:a%3Fcc%3Devil@x.example?subject=x"
