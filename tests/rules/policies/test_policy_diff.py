"""Two policies compared in words: what a head asks, and nothing missed."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from broken_policies import text_of
from hypothesis import given
from hypothesis import strategies as st
from shipped import LETTERS

from letterladder.config.paths import shipped_policies, shipped_policy
from letterladder.config.policy_file import read_policy
from letterladder.ground.values import parts_of, replace
from letterladder.rules.policies.policy import Policy, Step
from letterladder.rules.policies.policy_diff import CLOCKS, REQUIRED, STEPS, SWITCHED, WHO, differences
from letterladder.rules.words import Outcome

PASSED_OVER = {"letters", "law", "record", "id", "shown_on", "on_ladder"}
"""What no policy says: what a letter is, and the law, which has files of its own.

Also names by which two things are known to be one, and what is made of the rest.
"""
TABLES = ("steps", "conduct", "ladders", "outcomes")


def policy(name: str) -> Policy:
    """A shipped policy."""
    found, _ = read_policy(shipped_policy(name), LETTERS)
    assert found is not None
    return found


def ladders() -> Policy:
    """The policy of several ladders that the guide shows."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ladders.toml"
        file.write_text(text_of("ladders"), encoding="utf-8")
        found, _ = read_policy(file, LETTERS)
    assert found is not None
    return found


POLICIES = [*(policy(name) for name in shipped_policies()), ladders()]
MODEL = policy("model")


def with_step(name: str, **keys: Any) -> Policy:
    """The model with another step of this id."""
    return replace(MODEL, steps={**MODEL.steps, name: replace(MODEL.steps[name], **keys)})


def said(old: Policy, new: Policy) -> list[tuple[str, str]]:
    """The differences, each with its group."""
    return [(one.group, one.says) for one in differences(old, new)]


L1 = MODEL.steps["L1"]
CHANGES = [
    (
        with_step("L1", then={**L1.then, Outcome.LAPSED: ("L3",)}),
        (
            STEPS,
            "After 'no answer' to L1 (Request to remove online content), L2 (Invitation to a meeting) may no longer"
            " follow; L3 (Written warning) is proposed first, no longer L2 (Invitation to a meeting).",
        ),
    ),
    (
        with_step("L1", clock=replace(L1.clock, days=3) if L1.clock else None),
        (
            CLOCKS,
            "The answer to L1 (Request to remove online content): 3 working days from receipt, on to the next school"
            " day; before: 5 working days from receipt, on to the next school day.",
        ),
    ),
    (
        with_step("L3", approver="chair"),
        (WHO, "L3 (Written warning) is approved by the role chair; before: head."),
    ),
    (
        replace(
            MODEL,
            mandatory=tuple(
                replace(one, conduct=tuple(kind for kind in one.conduct if kind != "threat"))
                if one.id == "police-told"
                else one
                for one in MODEL.mandatory
            ),
        ),
        (REQUIRED, "'conduct' of the rule 'police-told': now without threat."),
    ),
    (
        replace(MODEL, website_block=False),
        (SWITCHED, "The policy no longer provides for blocking somebody on the school's website or forum."),
    ),
]


@pytest.mark.parametrize(("new", "says"), CHANGES)
def test_a_change_is_said_in_words(new: Policy, says: tuple[str, str]) -> None:
    """In its group, and nothing else is."""
    assert said(MODEL, new) == [says]


def test_two_that_are_the_same_differ_in_nothing() -> None:
    """However often they are read."""
    assert not said(MODEL, policy("model"))


def places(of: Policy) -> Iterator[tuple[str, str, str]]:
    """Every field of a policy, its steps, conduct, ladders, answers and rules: the table, whose it is, the field."""
    for one in parts_of(Policy):
        if one.name not in PASSED_OVER | {*TABLES, "mandatory"}:
            yield "policy", "", one.name
    for table in TABLES:
        for name, value in getattr(of, table).items():
            yield from ((table, name, one.name) for one in parts_of(value) if one.name not in PASSED_OVER)
    for rule in of.mandatory:
        yield from (("mandatory", rule.id, one.name) for one in parts_of(rule) if one.name not in PASSED_OVER)


def otherwise(value: Any, draw: st.DrawFn, key: str) -> Any:
    """Another value of the same sort."""
    match value:
        case bool():
            return not value
        case int():
            return value + draw(st.integers(1, 5))
        case StrEnum():
            return draw(st.sampled_from([one for one in type(value) if one != value]))
        case str():
            return f"{value} {draw(st.sampled_from(['more', 'less']))}"
        case tuple() if value:
            return draw(st.sampled_from([value[1:], value[:-1], (*value, value[0])]))
        case tuple():
            return ("new",)
        case None if key == "clock":
            return L1.clock
        case None:
            return date(2020, 1, 1)
        case date():
            return date(2020, 1, 1)
        case dict() if value:
            gone = draw(st.sampled_from(sorted(value)))
            return {name: one for name, one in value.items() if name != gone}
        case dict():
            return {Outcome.LAPSED: ("L1",)} if key == "then" else {"removal_by": L1.clock}
        case _:
            return replace(value, days=value.days + 1)


@st.composite
def changed(draw: st.DrawFn) -> tuple[Policy, Policy, str, str]:
    """A policy, the same with one thing changed, whose that is, and the key."""
    old = draw(st.sampled_from(POLICIES))
    table, name, key = draw(st.sampled_from(list(places(old))))
    if table == "policy":
        return old, replace(old, **{key: otherwise(getattr(old, key), draw, key)}), old.title, key
    if table == "mandatory":
        rules = [
            replace(one, **{key: otherwise(getattr(one, key), draw, key)}) if one.id == name else one
            for one in old.mandatory
        ]
        return old, replace(old, mandatory=tuple(rules)), name, key
    among = getattr(old, table)
    new = replace(among[name], **{key: otherwise(getattr(among[name], key), draw, key)})
    keys: dict[str, Any] = {table: {**among, name: new}}
    return old, replace(old, **keys), name, key


@given(changed())
def test_no_single_change_is_missed(change: tuple[Policy, Policy, str, str]) -> None:
    """Whatever is changed is told, by the name of what it belongs to, and back again."""
    old, new, name, _ = change
    for told in (said(old, new), said(new, old)):
        assert told
        if name in {*old.steps, *old.conduct, *old.ladders, *old.outcomes}:
            assert any(name in says for _, says in told)


@given(st.sampled_from(POLICIES), st.data())
def test_what_is_taken_out_is_missed(old: Policy, data: st.DataObject) -> None:
    """A step, or a kind of conduct, that is gone is said to be gone; and to be new the other way round."""
    name = data.draw(st.sampled_from(sorted(old.steps)))
    new = replace(old, steps={one: step for one, step in old.steps.items() if one != name})
    assert any(name in says and "no longer a step" in says for _, says in said(old, new))
    assert any(name in says and "is a step now" in says for _, says in said(new, old))
    assert isinstance(old.steps[name], Step)
