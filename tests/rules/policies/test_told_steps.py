"""The sentences of a policy's steps, and what `check` says where one is missing or may not be told."""

from pathlib import Path

import pytest
from shipped import LETTERS

from letterladder.config.paths import shipped_policy
from letterladder.config.policy_file import draft_policy
from letterladder.rules.policies.policy import Step, StepKind
from letterladder.rules.policies.telling import Seriousness, Telling
from letterladder.rules.policies.told_steps import least_of, telling_of, we_did, we_may


def faults(folder: Path, step: str) -> list[tuple[str, str]]:
    """What is said of the model policy with this step more, which follows the first letter."""
    text = (
        shipped_policy("model")
        .read_text(encoding="utf-8")
        .replace('apology = ["Z1"]', 'apology = ["Z1", "own"]')
    )
    file = folder / "ours.toml"
    file.write_text(f'{text}\n[steps.own]\n{step}\n[steps.own.then]\nother = ["Z1"]\n', encoding="utf-8")
    found = draft_policy(file, LETTERS).faults
    return [(one.where.partition(", ")[2], one.what) for one in found]


TALK = 'name = "Talk with the parent"\nkind = "action"\n'
MISSING = "There is no sentence by which"
WRONG = [
    (TALK, "steps.own.we_did", MISSING),
    (TALK + 'we_did = "we talked with you"', "steps.own.we_may", MISSING),
    (
        TALK + 'we_did = "We talked with you."\ntell_adult = "afterwards"',
        "steps.own.we_did",
        "A letter would say",
    ),
    (
        TALK + 'we_did = "we {{ talked }}"\ntell_adult = "afterwards"',
        "steps.own.we_did",
        "A letter would say",
    ),
    (TALK + 'we_did = "we talked"\nwe_may = "talk:"', "steps.own.we_may", "A letter would say"),
    (
        'name = "Advice of our solicitor"\nkind = "action"\nwe_did = "we asked"\nwe_may = "ask"',
        "steps.own.tell_adult",
        "Legal advice is privileged",
    ),
    (
        TALK + 'we_did = "we took legal advice"\ntell_adult = "afterwards"',
        "steps.own.tell_adult",
        "privileged",
    ),
    (
        TALK + 'tells_police = true\nwe_did = "we told the police"\nwe_may = "tell the police"',
        "steps.own.tell_adult",
        "The police and social care decide",
    ),
    (
        'name = "Referral to social care"\nkind = "action"\nwe_did = "we asked for help"\ntell_adult = "afterwards"',
        "steps.own.tell_adult",
        "The police and social care decide",
    ),
]


@pytest.mark.parametrize(("step", "key", "what"), WRONG)
def test_a_step_of_ones_own_has_sentences_that_may_be_told(
    tmp_path: Path, step: str, key: str, what: str
) -> None:
    """The key and the reason, in the same answer as every other fault."""
    found = faults(tmp_path, step)
    assert [one for one in found if one[0] == key and what in one[1]]


@pytest.mark.parametrize(
    "step",
    [
        TALK + 'we_did = "we talked with you"\nwe_may = "talk with you"',
        TALK + 'tell_adult = "never"',
        TALK + 'we_did = "we talked with you"\ntell_adult = "afterwards"',
        'name = "Referral to social care"\nkind = "action"\nwe_did = "we asked for help"\nwe_may = "ask for help"\n'
        'tell_adult = "once agreed"',
        'name = "Second warning"\nletter = "L3"\nclock = { days = 5, unit = "school days" }\n'
        'also = { removal_by = { days = 2, unit = "school days" } }',
    ],
)
def test_what_is_said_or_left_unsaid_on_purpose_is_no_fault(tmp_path: Path, step: str) -> None:
    """A step that sends one of our letters needs no line more."""
    assert [
        one for one in faults(tmp_path, step) if one[0].endswith(("we_did", "we_may", "tell_adult"))
    ] == []


def test_a_step_says_it_otherwise_than_the_record_of_its_letter(tmp_path: Path) -> None:
    """Key by key; that the police are told stays for grave conduct."""
    text = shipped_policy("model").read_text(encoding="utf-8")
    name = 'name = "Written warning"\n'
    own = name + 'we_did = "we warned you in writing"\nonly_for = "serious"\n'
    file = tmp_path / "ours.toml"
    file.write_text(text.replace(name, own), encoding="utf-8")
    policy = draft_policy(file, LETTERS).policy
    assert policy
    step = policy.steps["L3"]
    assert (we_did(step), we_may(step)) == ("we warned you in writing", "send you a written warning")
    assert (least_of(step), telling_of(step)) == (Seriousness.SERIOUS, Telling.YES)
    assert least_of(policy.steps["X3"]) is Seriousness.GRAVE


def test_whoever_tells_the_police_does_so_for_grave_conduct_alone() -> None:
    """Also an action of the school's own that says otherwise."""
    own = Step(id="own", name="x", kind=StepKind.ACTION, tells_police=True, only_for=Seriousness.MINOR)
    assert least_of(own) is Seriousness.GRAVE
