"""A wish to die or a threat to a person is red whatever is written beside it; the same words about things are not."""

import pytest
from made_reports import PUPILS, report
from sweeps import each

from letterladder.rules.reports.frames import CALM, FIGURE, SIMILE, TO_MANY
from letterladder.rules.reports.naming import Names
from letterladder.rules.reports.told_frames import without_things
from letterladder.rules.reports.urgency import alarms_of
from letterladder.rules.texts.names import fold
from letterladder.rules.texts.phrases import sought
from letterladder.rules.words import Flag

WISHES = (
    "I want to die.",
    "i'm going to kill myself tonight",
    "I don't want to be alive any more.",
    "I wish I was dead.",
    "My friend says she is going to kill herself on Saturday.",
    "By the time you read this I'll be gone.",
    "I tried to hang myself on Sunday.",
    "He told his brother that he wants to die.",
)
THREATS = (
    "Craig Dunmore said he is going to kill Mr Fenwick.",
    "Kelly told me that she'll smash Mrs Marr's face in.",
    "I will stab that teacher.",
    "Ella's dad means to burn the school down.",
    "My ex says he will kill me if I leave.",
    "He swore he would put Miss Coyle in hospital.",
    "Mr Cottle is outside with a machete.",
    "She threatened to shoot the head.",
)
BESIDE = (
    "It was only banter at the football, they all shook hands.",
    "Dear parents, a reminder of the dates for the week.",
    "Your order has been received.",
    "No rush, this is just for the record.",
    "We had a laugh about the joke in the staff room.",
    "He has calmed down and since apologised.",
    "The school play is a murder mystery, rehearsals are on Monday.",
    "The lockdown drill went well.",
    "We lost the match 3-0 and the lads were hammered.",
    "The training on self-harm and knife crime is booked.",
    "Nobody was hurt and there was no harm done.",
    "My feet are killing me and I nearly died laughing.",
    "Minecraft club moves to room 4.",
    "All talk, if you ask me.",
    "It is all sorted now.",
    "Risk assessment attached.",
)
GRAVE = [(grave, beside) for grave in (*WISHES, *THREATS) for beside in BESIDE]


def red(text: str) -> set[Flag]:
    """The dangers that a text tells of."""
    return {one.flag for one in alarms_of(report(text), Names(pupils=PUPILS))}


@pytest.mark.parametrize("grave", [*WISHES, *THREATS])
def test_a_wish_to_die_or_a_threat_to_a_person_is_red_by_itself(grave: str) -> None:
    """One clause is enough."""
    assert Flag.DANGER in red(grave) or Flag.CHILD_PROTECTION in red(grave)


@pytest.mark.parametrize(("grave", "beside"), each(8, GRAVE))
def test_nothing_beside_it_takes_it_back(grave: str, beside: str) -> None:
    """Neither a joke, a game, a greeting to many nor a calm word, before it or after it."""
    assert red(f"{beside} {grave}")
    assert red(f"{grave} {beside}")


@pytest.mark.parametrize("frame", ["CALM", "TO_MANY"])
def test_what_stands_beside_them_is_what_the_lists_hold(frame: str) -> None:
    """The neighbours above are of these lists, or the test above would prove nothing."""
    patterns = {"CALM": CALM, "TO_MANY": TO_MANY}[frame]
    assert sum(bool(sought(fold(one).text, patterns)) for one in BESIDE) >= 3


VERBS = (
    "kill",
    "murder",
    "stab",
    "shoot",
    "strangle",
    "batter",
    "punch",
    "hit",
    "beat",
    "kick",
    "slap",
    "burn",
    "hurt",
)
VICTIMS = (
    "him",
    "her",
    "me",
    "us",
    "them",
    "my son",
    "the boy",
    "the children",
    "mr fenwick",
    "ella",
    "a child",
)


@pytest.mark.parametrize("verb", VERBS)
def test_no_figure_of_speech_is_a_verb_of_harm_beside_a_person(verb: str) -> None:
    """It would hide that somebody is harmed."""
    told = [f"he will {verb} {victim} on friday" for victim in VICTIMS]
    assert [text for text in told if sought(text, (*FIGURE, *SIMILE))] == []


@pytest.mark.parametrize(
    "text",
    [
        "a child was hurt by his father",
        "my son was hit by mr fenwick",
        "there is a bomb in the hall",
        "the school is on fire today",
        "he is bringing a gun for him",
        "we had to cut her down",
        "there was a dead body in the flat",
        "she was battered by her husband",
        "he murdered the woman",
        "i was killed inside and i feel dead inside",
    ],
)
def test_what_is_meant_in_earnest_is_no_figure_of_speech(text: str) -> None:
    """Each was one once."""
    assert sought(text, FIGURE) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Bruises all over her back.",
        "He laughed about it.",
        "I admit I hit her.",
        "For your information he hit her.",
    ],
)
def test_what_tells_of_harm_is_no_calm_word(text: str) -> None:
    """Each was one once."""
    assert sought(fold(text).text, CALM) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Mum is going to kill me when she sees my shoes.",
        "I could have strangled him for losing the tickets.",
        "I'll kill her if she's lost that coat again.",
        "He has a nut allergy, one bite could kill him.",
        "Somebody will get killed on that corner one day.",
        "In the book the detective says that he will kill the baron.",
        "If a parent threatened to kill you, whom would you ring?",
        "Nobody said that he would hit Mr Fenwick.",
        "When I was a boy the head beat us with a slipper.",
        "The password job will be killed at midnight.",
        "I'd rather die than do fractions again.",
        "The session covers suicide, knife crime and physical abuse.",
        "Our play is about a boy who is beaten by his stepfather.",
        "Ella cut her hand on a tin at home.",
        "We will kill time at the museum, then murder a pizza.",
    ],
)
def test_things_books_and_questions_are_not_red(text: str) -> None:
    """The object, the doer or the sentence itself says that nobody is in danger."""
    assert red(text) == set()


@pytest.mark.parametrize(
    ("is_kept", "said"),
    [
        (False, "mum will kill me, i lost my coat"),
        (True, "drunk, mum will kill me"),
        (True, "mum will kill me, she said"),
        (True, f"tonight {'x ' * 24}mum will kill me"),
        (False, f"tonight {'x ' * 27}mum will kill me"),
        (False, f"mum will kill me {'x ' * 30}tonight"),
    ],
)
def test_what_mum_will_do_to_me_is_meant_where_fear_or_drink_is_near(is_kept: bool, said: str) -> None:
    """From the sentence's first word to its last, as far as sixty characters on each side."""
    assert ("kill" in without_things(said)) is is_kept
