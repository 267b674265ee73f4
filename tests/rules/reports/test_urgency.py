"""Red takes several signs that come together; one word never alarms, whatever the word."""

import pytest
from made_reports import PUPILS, report

from letterladder.rules.reports.naming import Names
from letterladder.rules.reports.urgency import alarms_of
from letterladder.rules.words import Flag


def red(text: str) -> set[Flag]:
    """The dangers that a text tells of outright."""
    return {one.flag for one in alarms_of(report(text), Names(pupils=PUPILS))}


@pytest.mark.parametrize(
    "word",
    [
        "kill",
        "knife",
        "suicide",
        "bomb",
        "abuse",
        "overdose",
        "threats",
        "ambulance",
        "naked",
        "neglect",
        "acid",
        "hit",
    ],
)
def test_one_word_is_never_red(word: str) -> None:
    """Each of these is in harmless emails every week."""
    assert red(f"The {word} came up in conversation.") == set()


@pytest.mark.parametrize(
    ("flag", "text"),
    [
        (Flag.CHILD_PROTECTION, "Tess whispered that her stepdad straps her when he is back from the pub."),
        (
            Flag.CHILD_PROTECTION,
            "Jonah ate out of the bin again. He is in the same filthy shirt as on Monday.",
        ),
        (Flag.CHILD_PROTECTION, "A man she met on a game asks my daughter for pictures and not to tell mum."),
        (
            Flag.CHILD_PROTECTION,
            "Lina did not come home last night. Her phone is off and we have rung the police.",
        ),
        (Flag.CHILD_PROTECTION, "He has got Lina's passport. Her dad says she is flying on Friday."),
        (
            Flag.DANGER,
            "He says he is coming up the school on Monday with a machete to sort that teacher out.",
        ),
        (Flag.DANGER, "My friend in 9B has taken her nan's tablets and says she does not want to be here."),
        (Flag.DANGER, "My ex has followed me for weeks, the police gave me a crime number."),
        (Flag.STAFF_ALLEGATION, "My son says the coach grabbed him by the neck."),
        (Flag.INDECENT_IMAGE, "There is a naked picture of a Year 9 girl going round."),
    ],
)
def test_signs_that_come_together_are_red(flag: Flag, text: str) -> None:
    """One row a combination."""
    assert flag in red(text)


@pytest.mark.parametrize(
    "text",
    [
        "My feet are killing me after sports day, the children were brilliant.",
        "He died laughing when his mum hit the piñata with a bat.",
        "In the play Jonah is stabbed by his father in the second act, rehearsals are on Monday.",
        "Our training covers knife crime, child abuse at home and self-harm. Book a place today.",
        "She had a face like a slapped backside when her dad said no.",
        "Paintball on Saturday: the lads will shoot each other for two hours, mums welcome.",
    ],
)
def test_figures_of_speech_plays_and_courses_are_not_red(text: str) -> None:
    """Each holds words of several signs."""
    assert red(text) == set()
