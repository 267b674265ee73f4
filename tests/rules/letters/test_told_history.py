"""What a letter says has happened so far, and what the school may do next."""

from datetime import date
from functools import cache

import pytest
from cast import a_case, opened, reported, sent, triaged
from shipped import LETTERS

from letterladder.config.paths import shipped_policy
from letterladder.config.policy_file import read_policy
from letterladder.rules.cases.events import ActionDone, AnyEvent, EarlierCasesFound
from letterladder.rules.letters.told_history import history, next_steps
from letterladder.rules.policies.policy import Policy, StepKind
from letterladder.rules.policies.told_steps import we_did

SHIPPED = (
    "model",
    "alsop-high-school",
    "aspire-federation",
    "avenue-junior-and-recreation-road",
    "heartwood-academy-trust",
    "levens-ce-school",
)
DAY = date(2026, 11, 11)


@cache
def policy_of(name: str) -> Policy:
    """A policy that ships."""
    policy, faults = read_policy(shipped_policy(name), LETTERS)
    assert policy, faults
    return policy


def told(name: str, *events: AnyEvent) -> list[str]:
    """What has happened so far, as a letter says it."""
    return [row["what"] for row in history(a_case(opened(), reported(), triaged(), *events), policy_of(name))]


def done(step: str, day: int = 11, *, may_tell: str = "") -> ActionDone:
    """An action of November 2026."""
    return ActionDone(step=step, done_by="office", on=date(2026, 11, day), may_tell=may_tell)


ASK, MEET, BLOCK = "ask the platform to remove the post", "invite you to a meeting", "take legal action"
BAR = "consider whether you may still come onto our premises, and ask for your comments first"
POLICE = "report the matter to the police"
AUTHORITY = "report the matter to the local authority"
CEILING = [
    ("model", "derogatory-staff", (), [MEET, ASK]),
    ("model", "derogatory-staff", ("L2",), [ASK]),
    ("model", "false-or-defamatory", (), [MEET, ASK]),
    ("model", "threat", (), [BAR, MEET]),
    ("model", "site-abuse", (), [BAR, MEET]),
    ("model", "site-parking", (), [MEET]),
    ("model", "site-assault", ("L2",), [BAR, AUTHORITY]),
    ("aspire-federation", "negative", (), [ASK]),
    ("aspire-federation", "defamatory", (), [ASK]),
    ("aspire-federation", "threat", (), [POLICE, ASK]),
    ("heartwood-academy-trust", "derogatory", (), [ASK]),
    ("heartwood-academy-trust", "racial", (), [POLICE, ASK]),
    ("levens-ce-school", "about-pupils", (), [ASK]),
    ("levens-ce-school", "hate", (), [POLICE, ASK]),
]


@pytest.mark.parametrize(("name", "conduct", "had", "expected"), CEILING)
def test_a_warning_names_the_next_two_steps_that_the_conduct_weighs(
    name: str, conduct: str, had: tuple[str, ...], expected: list[str]
) -> None:
    """In the policy's order, less what the adult had; the police for grave conduct, access for conduct on site."""
    policy = policy_of(name)
    on_site = policy.conduct[conduct].on_site
    fact = {"platform": "", "posted_on": "", "place": "the main gate"} if on_site else {}
    events = [event for letter in had for event in sent(letter)]
    case = a_case(opened(), reported(**fact), triaged(conduct), *events)
    assert next_steps(case, policy, policy.steps["L3"], [policy.conduct[conduct]]) == expected


@pytest.mark.parametrize("name", SHIPPED)
def test_no_letter_about_minor_conduct_names_the_police_lawyers_or_the_gate(name: str) -> None:
    """After no letter of any policy that ships, whatever the conduct of that kind."""
    policy = policy_of(name)
    minor = [one for one in policy.conduct.values() if one.weight == "minor" and not one.criticism]
    assert minor
    letters = [step for step in policy.steps.values() if step.kind is StepKind.LETTER]
    found = {
        words
        for one in minor
        for step in letters
        for words in next_steps(a_case(opened(), reported(), triaged(one.id)), policy, step, [one])
    }
    assert found & {POLICE, BLOCK, BAR} == set()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_letter_of_a_policy_that_ships_is_told_in_a_sentence(name: str) -> None:
    """Never by the name of its step."""
    policy = policy_of(name)
    for step in policy.steps.values():
        if step.kind is StepKind.LETTER:
            assert told(name, *sent(step.id)) == [we_did(step)]
            assert told(name, *sent(step.id))[0].startswith("we ")


@pytest.mark.parametrize("name", SHIPPED)
def test_no_action_that_is_confidential_is_told(name: str) -> None:
    """Neither advice, nor the head's review, nor a report to the police or the authority that nobody agreed to tell."""
    policy = policy_of(name)
    actions = [one.id for one in policy.steps.values() if one.kind is StepKind.ACTION]
    found = told(name, *(done(one) for one in actions))
    assert not [
        one for one in found for word in ("police", "authority", "legal", "advice", "review") if word in one
    ]


def test_the_police_are_told_of_once_somebody_agreed() -> None:
    """On the day on which they were told, though it was agreed later."""
    agreed = done("X3", 13, may_tell="PC Amy Holt")
    policy = policy_of("model")
    assert told("model", done("X3", 11)) == []
    rows = history(a_case(opened(), reported(), triaged(), done("X3", 11), agreed), policy)
    assert rows == [{"date": "Wednesday 11 November 2026", "what": "we reported the matter to the police"}]


def test_advice_is_never_told_whoever_agreed() -> None:
    """A name in an old log does not open it."""
    assert told("model", done("legal-advice", may_tell="Mrs Hollis")) == []


def test_a_look_at_what_came_of_an_action_is_no_second_action() -> None:
    """The platform was asked once, and looked at twice; two talks are two."""
    assert told("model", done("P1", 11), done("P1", 13)) == ["we asked the platform to remove the post"]
    assert told("levens-ce-school", done("talk", 11), done("talk", 13)) == ["we talked with you"] * 2


def test_an_earlier_matter_is_told_as_one() -> None:
    """Also of a letter whose step the policy has no more."""
    found = EarlierCasesFound(refs=["2026-0001"], told=["x"], steps=["2026-03-02 L3", "2026-03-09 S9"])
    assert told("alsop-high-school", found) == [
        "we sent you a written warning (in an earlier matter)",
        "we wrote to you (in an earlier matter)",
    ]


def test_what_is_out_of_place_is_not_named() -> None:
    """Nothing is asked of a platform for what was said at the gate."""
    policy = policy_of("model")
    case = a_case(opened(), reported(place="the main gate", platform=""), triaged("site-abuse"))
    assert ASK not in next_steps(case, policy, policy.steps["L3"], [policy.conduct["site-abuse"]])
