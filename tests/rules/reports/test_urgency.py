"""Red takes several signs that come together; one word never alarms, whatever the word."""

import pytest
from made_reports import PUPILS, report

from letterladder.rules.reports.danger_signs import Sign
from letterladder.rules.reports.naming import Names
from letterladder.rules.reports.urgency import alarms_of, signs_in
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


@pytest.mark.parametrize(
    "text",
    [
        "There is a rumour that she was attacked. She was not attacked. Nobody followed her home from nan's.",
        "What would the school do if a pupil brought a knife in?",
        "Please send the numbers of child protection referrals and self-harm disclosures since September.",
        "Sexual abuse .............. 0",
        "Does Wilf need to bring his own knife to cookery club on Thursday?",
        "I need to swap Friday, and the doctor's tablets knock me out flat.",
        "The baby in the nursery rhyme had his head cut off with a carving knife.",
    ],
)
def test_what_is_denied_asked_in_general_counted_or_played_is_not_red(text: str) -> None:
    """Grave words in a frame that tells of nothing grave."""
    assert red(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "He shoved Miss Pell into the railings by the gate and she hit the back of her head, there was blood.",
        "That school is getting burnt to the ground tonight, petrol's in the boot.",
        "If he looks at my lad again I will come down there tomorrow and put him through the window.",
        "Please help, my partner had the baby by the throat tonight. I wrote that so it looks like a newsletter.",
        "After the match he told me he will stab Mr Bright on Friday at the gate.",
    ],
)
def test_what_is_done_or_announced_is_red_whatever_stands_around_it(text: str) -> None:
    """An assault with an injury, a fire, violence announced in one clause; a frame hides none of it."""
    assert red(text)


def test_a_pupil_of_whoever_may_have_done_it_is_a_child_too() -> None:
    """A father who means to take his own child is no less a danger to her."""
    names = Names(pupils=PUPILS, own=frozenset({"P1"}))
    text = "He texted that he will have Tess out of there and I won't see her again. There is a court order."
    assert {one.flag for one in alarms_of(report(text), names)} == {Flag.CHILD_PROTECTION}


@pytest.mark.parametrize(
    ("announced", "text"), [(True, "gonna stab"), (True, "will lynch that"), (False, "shall shoot")]
)
def test_violence_is_announced_by_an_intent_and_nothing_more_is_needed(announced: bool, text: str) -> None:
    """Of whom it is told is another sign."""
    assert (Sign.MENACE in signs_in(text)) is announced
