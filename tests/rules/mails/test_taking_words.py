"""An answer that says "mine": short words, and nothing that takes them back."""

import pytest

from letterladder.rules.mails.taking_words import says_mine


@pytest.mark.parametrize(
    "words",
    [
        "mine",
        "Mine.",
        "MINE!",
        "  mine  \n\nJoan Treadwell\nDSL",
        "Hi,\nMine, thanks.\nJoan",
        "Mine - I'll ring her after lunch.",
        "Seen. Dealing with it now.",
        "seen",
        "I've got this",
        "I’ll take it.",
        "Got it, thanks\n\nSent from my iPhone",
        "ok, mine",
        "On it\n> An email in the safeguarding in-tray needs somebody\n> If you can not, say so",
        "mine\n\nKind regards\nJoan\nThis email is not for anybody else.",
    ],
)
def test_somebody_has_it(words: str) -> None:
    """As people write it on a telephone."""
    assert says_mine(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "not mine",
        "Mine?",
        "Is this mine?",
        "Whose is it?",
        "mine or yours",
        "mine, but I am away until Monday",
        "Mine. I cannot do it today, can somebody else?",
        "Seen. Not for me.",
        "Imran, could you take this",
        "I saw it on mine as well",
        "thanks",
        "Please open a case about this.\nWe talked about it.\nHe rang.\nmine",
        "> mine",
        "Kind regards\nmine",
    ],
)
def test_what_raises_a_doubt_takes_nothing(words: str) -> None:
    """A wrong yes silences an alarm."""
    assert not says_mine(words)
