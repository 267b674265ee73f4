"""What is said of policies: every sentence, in order."""

from pathlib import Path

import pytest
from broken_policies import BROKEN, Broken, written
from shipped import LETTERS
from whole_answers import agreed

from letterladder.config.paths import shipped_policies, shipped_policy
from letterladder.config.policy_file import draft_policy, read_policy
from letterladder.config.policy_play import played_policy
from letterladder.ground.values import replace
from letterladder.rules.policies.policy import Policy
from letterladder.rules.policies.policy_diff import differences

HERE = Path(__file__).resolve().parent
PLAYED = 8
"""Of the broken policies, how many are played: each eighth."""


def policy(name: str) -> Policy:
    """A shipped policy."""
    found, _ = read_policy(shipped_policy(name), LETTERS)
    assert found is not None
    return found


@pytest.mark.parametrize("name", [name for name in shipped_policies() if name != "model"])
def test_what_differs_from_the_model_is_agreed_both_ways(name: str) -> None:
    """All that is otherwise, in the groups that a head asks for."""
    model, other = policy("model"), policy(name)
    agreed(
        HERE / f"differences_{name}.txt",
        {"from the model": differences(model, other), "to the model": differences(other, model)},
    )


def test_nothing_differs_from_itself_and_a_step_or_conduct_more_is_one_sentence() -> None:
    """No sentence too many."""
    model = policy("model")
    step, conduct = next(iter(model.steps)), next(iter(model.conduct))
    fewer = replace(model, steps={one: model.steps[one] for one in model.steps if one != step})
    less = replace(model, conduct={one: model.conduct[one] for one in model.conduct if one != conduct})
    assert differences(model, model) == []
    agreed(
        HERE / "differences_of_one.txt",
        {
            "a step less": differences(model, fewer),
            "a step more": differences(fewer, model),
            "a conduct less": differences(model, less),
            "a conduct more": differences(less, model),
        },
    )


def faults(case: Broken, folder: Path) -> list[str]:
    """What is wrong with a policy as it stands, without playing it."""
    found = draft_policy(written(case, folder), LETTERS).faults
    return [f"{one.where}: {one.what} {one.what_to_do}".replace(str(folder), "") for one in found]


def test_every_fault_of_the_broken_policies_is_said_whole(tmp_path: Path) -> None:
    """Where, what, and what to do."""
    agreed(HERE / "faults.txt", {one.name: faults(one, tmp_path) for one in BROKEN})


def test_what_is_found_by_playing_a_policy_is_said_whole(tmp_path: Path) -> None:
    """The problems and the notes, with the way that leads there."""
    said = {}
    for case in BROKEN[::PLAYED]:
        played = played_policy(written(case, tmp_path), LETTERS)
        told = (*played.problems, *played.notes)
        said[case.name] = [
            f"{one.where}: {one.what} {one.what_to_do}".replace(str(tmp_path), "") for one in told
        ]
    agreed(HERE / "played.txt", said)
