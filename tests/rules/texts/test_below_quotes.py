"""What somebody typed in or below an email that they quote is known by what the quoted email says."""

import pytest

from letterladder.rules.texts.below_quotes import typed_below

OURS = (
    "Thank you for your email. Somebody will read it.\n\nPlease keep any screenshots, and do not share them."
)
OWN = "Thanks."
TYPED = "Ross Dunn has put it on Facebook again."
INTRO = "On Mon, 2 Nov 2026 at 10:05, Safeguarding <s@school.example> wrote:"
BLOCK = "From: Safeguarding <s@school.example>\nSent: 02 November 2026 10:05\nTo: Jo\nSubject: Your email"


@pytest.mark.parametrize(
    "text",
    [
        f"{OWN}\n\n{INTRO}\n\n{OURS}\n\n{TYPED}",
        f"{OWN}\n\n{BLOCK}\n\n{OURS}\n\n{TYPED}",
        f"{OWN}\n\n{BLOCK}\n\nThank you for your email. Somebody will read it.\n\n{TYPED}\n\n"
        "Please keep any screenshots, and do not share them.",
        f"{OWN}\n\n{INTRO}\n> Thank you for your email.\n> {TYPED}\n> Somebody will read it.",
        f"{OWN}\n\n{BLOCK}\n\nThank you for your\nemail. Somebody will read\nit.\n\n{TYPED}",
    ],
)
def test_what_we_did_not_send_is_the_senders(text: str) -> None:
    """Below it, between its lines, within the marks, and where the quoted lines are wrapped again."""
    assert typed_below(text, OWN, OURS) == TYPED


@pytest.mark.parametrize("intro", [INTRO, BLOCK])
def test_nothing_is_typed_below_a_mere_quotation(intro: str) -> None:
    """Headings name people as senders, and are nobody's words."""
    assert typed_below(f"{OWN}\n\n{intro}\n\n{OURS}", OWN, OURS) == ""
