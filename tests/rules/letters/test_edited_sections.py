"""An edited letter still says what its record says it must print."""

import pytest

from letterladder.rules.letters.edited_sections import missing_sections
from letterladder.rules.policies.letters import Field
from letterladder.rules.words import FieldType

LAW = Field(name="law_text", type=FieldType.WORDS, help="what the law says", comes_from="the program")
FACTS = Field(name="facts", type=FieldType.WORDS, help="what happened")
POINTS = Field(name="points", type=FieldType.LIST, help="what is asked", comes_from="the policy")
REF = Field(name="ref", type=FieldType.WORDS, help="the reference", comes_from="the case")
VALUES = {
    "law_text": "It is an offence to be on the premises without authority.",
    "facts": "At the gate you shouted at a member of staff on Tuesday.",
    "points": ["Please ring first.", "Please come by the office door."],
    "ref": "our reference 2026-0042",
}
DRAFT = "Dear Mr Stott\n" + "\n".join((VALUES["law_text"], VALUES["facts"], *VALUES["points"], VALUES["ref"]))  # type: ignore[arg-type]


def gone(edited: str) -> list[str]:
    """What is refused of an edited text."""
    found = missing_sections(DRAFT, edited, ref="2026-0042", fields=VALUES, needed=(LAW, FACTS, POINTS, REF))
    return [problem.what for problem in found.refused]


def test_the_draft_itself_misses_nothing() -> None:
    """However its lines are broken."""
    assert gone(DRAFT.replace(" ", "\n")) == []


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("It is an offence", "It may be an offence", "what the law says"),
        (str(VALUES["law_text"]), "", "what the law says"),
        (str(VALUES["facts"]), "You behaved badly.", "what happened"),
        ("Please ring first.", "", "Please ring first."),
    ],
)
def test_what_the_letter_must_say_is_missed(was: str, now: str, said: str) -> None:
    """The law word by word, a person's own words as a whole, each point of a list."""
    told = gone(DRAFT.replace(was, now))
    assert (len(told), said in told[0]) == (1, True)


def test_a_persons_words_may_be_written_otherwise() -> None:
    """The head softens what the office typed."""
    assert gone(DRAFT.replace("you shouted at a member of staff", "you raised your voice at staff")) == []


def test_what_is_compared_elsewhere_is_not_said_twice() -> None:
    """The reference has a refusal of its own."""
    assert gone(DRAFT.replace("2026-0042", "")) == []
