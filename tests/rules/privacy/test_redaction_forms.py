"""Mentions of protected people in the forms in which parents write them; the whole corpus is scored by a tool."""

import pytest
from redaction_corpus import corpus, score
from redaction_names import Half

from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.privacy.redaction_terms import Reporter, redaction_for

from cast import a_school, an_adult  # isort: skip

OTHERS = PeopleRegister(
    adults={
        "B1": Adult(
            person_id="B1",
            title="Mrs",
            given_name="Katarzyna",
            family_name="McInnes",
            relationships={"Q1": "Mother"},
            address=("Flat 2", "9 Larkhill Close", "Wexmoor", "QX7 4HB"),
            phone="01632 960573",
        ),
    },
    pupils={
        "Q1": Pupil(pupil_id="Q1", given_name="Zara", family_name="McInnes", school_class="6H"),
        "Q2": Pupil(pupil_id="Q2", given_name="Kit", family_name="Reid", school_class="3K"),
    },
)
REDACTION = redaction_for(an_adult(), OTHERS, [Reporter(name="Beth Aldous")], a_school())


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ("Use _ screenshot, not _. _ mum rang", "Use Beth's screenshot, not Zara's. Kit's mum rang"),
        ("The _ and the _", "The Reids and the McInneses"),
        ("_ saw it", "Kasia saw it"),
        ("_ saw it", "MacInnes saw it"),
        ("Was it _?", "Was it Zarah?"),
        ("It was _ again", "It was McInes again"),
        ("ring _ or the one ending _", "ring 960573 or the one ending 573"),
        ("It was _ who cried", "It was Z.M. in 6H who cried"),
        ("up on _", "up on Larkhill Cl"),
        ("_, _ and _", "Z a r a, Z4ra and Zаra"),
        ("_ told me", "Mrs M. told me"),
        ("from _", "from @kit_r09"),
        ("ring _", "ring oh one six three two nine six oh five seven three"),
        ("_", "kasia dot m at homemail dot example"),
    ],
)
def test_a_mention_is_withheld_in_whatever_form(left: str, text: str) -> None:
    """What is left of the text, with a line for each passage that is gone."""
    out, place = "", 0
    for start, end in REDACTION.withheld_places(text):
        out, place = out + text[place:start] + "_", end
    assert out + text[place:] == left


@pytest.mark.parametrize(
    "text",
    [
        "The kits were lost, and both bets were off.",
        "Reference 2026-0042 of 3 November 2026; it cost 14.50 in Year 6.",
        "Both of us rang on Monday, and then the Police came.",
        "Mr Gavin Stott; the Stotts; Ruby in 2A; Mrs Hollis",
        "Mr S. is what they call me",
    ],
)
def test_what_names_nobody_else_stays(text: str) -> None:
    """Plain words, days, numbers of cases, the adult's own name and the school's."""
    assert REDACTION.withheld_places(text) == ()


def test_the_corpus_is_withheld_as_far_as_was_measured() -> None:
    """Two mentions of each form by both halves of the names: a change that loses a form is seen."""
    made = score(corpus(2))
    assert sum(made.asked.values()) == 104
    assert made.recall(Half.OPEN, Half.HELD) >= 0.95
    assert made.recall(Half.HELD, Half.HELD) >= 0.85
    assert len(made.needless) <= made.plain // 200
