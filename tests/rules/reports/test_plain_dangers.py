"""A danger told in one clause is red; the same words of what is over, for many, or only said so are not."""

import pytest
from made_reports import PUPILS, report

from letterladder.rules.reports.naming import Names
from letterladder.rules.reports.urgency import alarms_of
from letterladder.rules.words import Flag

CHILD, DANGER, STAFF, IMAGE = (
    Flag.CHILD_PROTECTION,
    Flag.DANGER,
    Flag.STAFF_ALLEGATION,
    Flag.INDECENT_IMAGE,
)


def red(text: str) -> set[Flag]:
    """The dangers that a text tells of."""
    return {one.flag for one in alarms_of(report(text), Names(pupils=PUPILS))}


@pytest.mark.parametrize(
    ("flag", "text"),
    [
        (CHILD, "A woman by the bike shed slapped her little boy round the face. He was screaming."),
        (
            CHILD,
            "Her stepdad beat her with a belt again last night. The girl is bruised and scared to go home.",
        ),
        (CHILD, "A child in 3B told me that her dad punched her in the stomach on Sunday."),
        (CHILD, "My son has burns on his arm and says his mum's boyfriend did it with a lighter."),
        (STAFF, "My daughter says the PE teacher slapped her across the legs. She has a red mark."),
        (STAFF, "Mr Dowd grabbed my son by the throat in front of the class and he came home crying."),
        (STAFF, "The coach has been texting my daughter asking what underwear she has on. She is in Year 8."),
        (CHILD, "A man has been messaging my son on Discord and wants him to send pictures without his top."),
        (
            IMAGE,
            "One of the girls found a phone propped in the changing rooms, recording. It was hidden in a bag.",
        ),
        (
            CHILD,
            "Her father is waiting outside in a van. He is not allowed near the children, there is an order.",
        ),
        (CHILD, "Please do not let her go with anyone. Her dad has the passports and a flight tonight."),
        (CHILD, "A man tried to pull one of your girls into a car by the park. She screamed and got away."),
        (CHILD, "Some bloke told a little lad to get in the van. I have never seen him. I rang the police."),
        (DANGER, "A boy in Year 10 has a knife in his bag today and says he will stab Kai."),
        (DANGER, "There is a lad with a machete at the school gate now."),
        (DANGER, "We found a kill list in his book with names of pupils and teachers he wants to shoot."),
        (CHILD, "Leo's mum is slurring and can barely stand, and she has just driven off with the kids."),
        (CHILD, "Grandad stank of vodka and put the twins in the car. He drove away with them."),
        (DANGER, "He followed me home from school to my door again. I have rung the police."),
        (DANGER, "My ex was parked outside my house all night and I am terrified."),
        (DANGER, "A girl in my class says she is going to kill herself tonight."),
        (DANGER, "My friend took loads of tablets and now she won't wake up. I'm scared."),
        (DANGER, "He says he will set fire to the school tonight, he has bought petrol."),
        (DANGER, "He held a knife to my throat last night. The police are looking for him."),
    ],
)
def test_a_danger_in_one_clause_is_red(flag: Flag, text: str) -> None:
    """Somebody, an act and a target in a clause, with one sign beside it."""
    assert flag in red(text)


@pytest.mark.parametrize(
    "text",
    [
        "I could have strangled the man at the gate, I was that cross. My wife had a hospital appointment.",
        "Mr Holt kicked off at reception and kicked the bin. He called the principal a clown.",
        "He said heads will roll and he would have her job by Easter. He wants her head on a plate.",
        "Two boys punched each other at break on Monday. They have a fat lip each and are friends again.",
        "Slow down by the crossing. One day a child will be hit by a car.",
        "Dear parents, on Tuesday a charity talks to Year 9 about knives. A boy was stabbed to death in 2012.",
        "She said she would see us all in court and finish the head's career.",
        "She went mental on the phone tonight about the detention and swore at me. She rang back much calmer.",
        "Props for the play: four rubber knives, a gun that fires caps and a bottle of blood for Friday.",
        "My husband wants to bang heads together over this tomorrow.",
        "Risk assessment: the children use craft knives and glue guns in the hall on Friday.",
        "The comments exploded tonight and everybody is gunning for the governors now.",
        "The lads absolutely battered them and our striker shot from the half way line today.",
        "Ray will bring a hammer and a knife to the hut on Monday to cut the lino for the class.",
        "The parents' group crucified Mrs Bell on Facebook last night. It is a witch hunt.",
        "My daughter fell off the climbing frame and hit her head today. She was crying but she is fine.",
        "Ben pushed Tom over at playtime. Tom has a graze on his knee and Ben said sorry to him.",
        "The new phone policy bans phones in the toilets and the changing rooms.",
        "He is not allowed near the biscuits and she will never let him hear the end of it.",
        "The driver told her to get in the queue, and she was late home.",
        "Somebody was swaying at the PTA quiz. He had had a few and walked home.",
        "The film club asks whether Jaws may be shown. There is blood and somebody is killed.",
        "She was following me on Instagram and then blocked me.",
        "A governor shot me down in the meeting tonight and I nearly died of shame.",
    ],
)
def test_grave_words_without_a_danger_are_not_red(text: str) -> None:
    """Figures of speech, what is over, what is for many, what children do at play."""
    assert red(text) == set()


@pytest.mark.parametrize(
    ("words", "is_red"),
    [
        ("I want to die. Nobody likes me in 5B.", True),
        ("my son says he wants to die", True),
        ("he told the caretaker that he wants to murder her", True),
        ("I want to die of embarrassment", False),
        ("I nearly died laughing at assembly", False),
    ],
)
def test_what_somebody_wants_is_no_figure_of_speech(words: str, is_red: bool) -> None:
    """Only what nearly happened, or is felt about nothing grave, is said for effect."""
    assert bool(red(words)) == is_red
