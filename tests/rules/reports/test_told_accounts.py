"""A danger that no sentence tells whole is told by its steps; one step alone, or one that is over, is none."""

import pytest
from made_reports import report

from letterladder.rules.reports.naming import Names
from letterladder.rules.reports.told_accounts import told_step_by_step
from letterladder.rules.reports.urgency import alarms_of

TOLD = (
    "My son is twelve. A man on Discord sends him money. He has asked for pictures and said not to tell me.",
    "She sent him a photo with her top off. She is in year 8. He has put it in the group.",
    "Mr Salter butted another dad at the gate. His nose is broken. He said he'd be back at three.",
    "She walks home at five by the canal, and it would be a shame if something happened to her.",
    "I live next door. He was walloping that boy with a hose last night.",
)
NOT_TOLD = (
    "My son is twelve. His aunt on Discord sends him money for his birthday.",
    "She has a photo of the gala in her year 8 folder.",
    "Mr Salter butted another dad at the gate. His nose is broken. They shook hands and it is dealt with.",
    "It would be a shame if something happened to the tree.",
    "I live next door. He was walloping the carpet with a stick last night.",
)


@pytest.mark.parametrize("text", TOLD)
def test_the_steps_of_a_danger_tell_it(text: str) -> None:
    """Each of them is told in a sentence of its own."""
    assert alarms_of(report(text), Names()) != ()


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_step_alone_does_not(text: str) -> None:
    """Nor one that is over, or is done to a thing."""
    assert alarms_of(report(text), Names()) == ()


@pytest.mark.parametrize(("told", "between"), [(True, 0), (True, 1), (False, 2), (False, 3)])
@pytest.mark.parametrize("turned", [False, True])
def test_a_step_counts_only_so_many_sentences_away(told: bool, between: int, turned: bool) -> None:
    """Of a blow at home, what it was done with is told in one of the two sentences before or after."""
    texts = ["he was walloping that boy next door", *["nothing was said"] * between, "it was with a hose"]
    texts = texts[::-1] if turned else texts
    assert bool(list(told_step_by_step(texts, texts))) is told
