import pytest

from letterladder.rules.texts.footers import without_footer

SAID = "I will not take it down. You can whistle for it."
FOOTERS = [
    "This email and any files transmitted with it are confidential and intended solely for the use of the individual"
    " or entity to whom they are addressed. If you have received this email in error please notify the system manager.",
    "DISCLAIMER: the information in this message may be privileged. Any dissemination of it is strictly prohibited.",
    "Please consider the environment before printing this email.",
    "Fell Freight Ltd is registered in England, number 01632960. Registered office: 4 Weir Lane.",
    "The views expressed are those of the author and not those of Fell Freight.",
    "This message has been scanned for viruses. Virus-free. www.scan.example",
    "We monitor all emails for lawful business purposes.",
    "Sent from my phone",
    "You are not the named person? Then delete it. Unauthorised copying is unlawful.",
]
TOLD = [
    "This email is confidential, so please do not show it to Miss Ward.",
    "My son has a virus and was sick in your office.",
    "I expressed my views at the gate.",
    "He sent the letter to the wrong house.",
    "Think of the children before you write to me again.",
    "I am registered disabled.",
]


@pytest.mark.parametrize("footer", FOOTERS[:-1])
@pytest.mark.parametrize("joined", ["{said}\n\n{footer}", "{footer}\n{said}", "{said} {footer}"])
def test_small_print_is_not_quoted(footer: str, joined: str) -> None:
    """Below the words, above them, or run into them."""
    text = joined.format(said=SAID, footer=footer)
    assert without_footer(text) == SAID


def test_a_sentence_that_was_wrapped_is_one() -> None:
    """As emails are sent in plain text; a short line ends a sentence, so that what is above small print stays."""
    wrapped = (
        "If you have received this message and you know that it is not for you, please do\nnot read it, and"
        " tell the sender.\nI said no\nSent from my phone"
    )
    assert without_footer(wrapped) == "I said no"


def test_what_is_said_between_small_print_stays() -> None:
    """A plain order is no disclaimer; the sentences around it are."""
    assert without_footer(FOOTERS[-1]) == "Then delete it."


@pytest.mark.parametrize("told", TOLD)
def test_what_a_person_says_is_quoted(told: str) -> None:
    """Words of small print in a sentence of their own making."""
    assert without_footer(told) == told
