"""Each key of a policy, changed in each way that tells something: all that is said, beside what people agreed to."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from broken_policies import text_of
from shipped import LETTERS
from whole_answers import agreed

from letterladder.config.policy_file import read_policy
from letterladder.ground.values import parts_of, replace
from letterladder.rules.days.counting import ClockRule
from letterladder.rules.policies.policy import Mandatory, Policy
from letterladder.rules.policies.policy_check import faults_of
from letterladder.rules.policies.policy_diff import differences
from letterladder.rules.policies.policy_words import clock_words, sort_of
from letterladder.rules.policies.telling import Seriousness, Telling
from letterladder.rules.words import Outcome, Unit, Until

HERE = Path(__file__).parent
PASSED_OVER = {"letters", "law", "record", "id", "shown_on", "on_ladder", "misshapen"}
TABLES = ("steps", "conduct", "ladders", "outcomes")
OF_STEPS = {"then", "review", "first", "repeat_first", "after"}
"""Keys that name steps: another one that is added must be a step of the policy."""


def ladders() -> Policy:
    """The policy of several ladders that the guide shows, with rules that it requires."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ladders.toml"
        file.write_text(text_of("ladders"), encoding="utf-8")
        found, _ = read_policy(file, LETTERS)
    assert found is not None
    rules = [
        Mandatory(
            id="one", says="Tell the governors.", source="6", step="appeal", conduct=("approaching", "unkind")
        ),
        Mandatory(id="two", says="Ring 999.", source="7"),
    ]
    return replace(found, mandatory=(*found.mandatory, *rules))


POLICY = ladders()
NAMES = tuple(POLICY.steps)
THREE_DAYS = ClockRule(days=3, unit=Unit.WORKING_DAYS)

OTHERS: Mapping[str, tuple[Any, ...]] = {
    "follow_up": (THREE_DAYS, replace(THREE_DAYS, days=400)),
    "deeds": tuple(deed for one in POLICY.conduct.values() for deed in one.deeds),
}
"""What may be added to a list that is not of words."""


def otherwise(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Other values of the same sort, each by how it differs."""
    match value:
        case bool():
            yield "not", not value
        case int():
            yield "more", value + 1
        case StrEnum():
            yield from ((f"as {one}", one) for one in type(value) if one != value)
        case str():
            yield "changed", f"{value} changed".strip()
            if value:
                yield "gone", ""
        case tuple():
            yield from _lists(value, OTHERS.get(key, NAMES if key in OF_STEPS else ("x", "y")))
        case date():
            yield "changed", date(2020, 1, 1)
        case None:
            given: Mapping[str, list[Any]] = {
                "clock": [THREE_DAYS],
                "tell_adult": [*Telling],
                "only_for": [*Seriousness],
            }
            yield from ((f"given, {one}"[:40], one) for one in given.get(key, [date(2020, 1, 1)]))
        case ClockRule():
            yield "more", replace(value, days=value.days + 1)
            yield "none at all", replace(value, days=0)
            yield "capped", replace(value, cap_days=1)
            yield "from posting, where it falls", replace(value, from_receipt=False, roll_forward=False)
            yield "until", replace(value, until=Until.END_OF_TERM)
            yield "half-way", replace(value, half_way=True)
            yield "gone", None
        case Mapping():
            yield from _tables(value, key)
        case _:
            raise AssertionError(value)


def _lists(value: tuple[Any, ...], others: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    new = [one for one in others if one not in value][:2]
    yield "one more", (*value, *new[:1])
    yield "two more, first", (*new, *value)
    if value:
        yield "without the first", value[1:]
        yield "without any", ()
        yield "another first", (*new[:1], *value[1:])
    if len(value) > 1:
        yield "without the last", value[:-1]
        yield "the other way round", value[::-1]


def _tables(value: Mapping[Any, Any], key: str) -> Iterator[tuple[str, Any]]:
    if key == "then":
        name: Any = next(one for one in Outcome if one not in value)
        given: Any = NAMES[:2]
        yield "another, with nothing", {**value, name: ()}
    else:
        name, given = "removal_by", THREE_DAYS
    yield "another", {**value, name: given}
    for one in list(value)[:2]:
        yield f"without {one}", {other: held for other, held in value.items() if other != one}
        if isinstance(value[one], Mapping):
            yield f"{one} in another order", {**value, one: dict(reversed(value[one].items()))}
        for how, held in otherwise(value[one], key):
            if held is not None:
                yield f"{one}, {how}", {**value, one: held}


def changes() -> Iterator[tuple[str, Policy]]:
    """The policy with one thing changed, by what it is."""
    for one in parts_of(Policy):
        if one.name not in PASSED_OVER | {*TABLES, "mandatory"}:
            for how, held in otherwise(getattr(POLICY, one.name), one.name):
                yield f"{one.name}: {how}", replace(POLICY, **{one.name: held})
    for table in TABLES:
        yield from _in_table(table, getattr(POLICY, table))
    rules = {one.id: one for one in POLICY.mandatory}
    yield from _in_table("mandatory", rules)
    yield "mandatory: the other way round", replace(POLICY, mandatory=POLICY.mandatory[::-1])


def _in_table(table: str, among: Mapping[str, Any]) -> Iterator[tuple[str, Policy]]:
    def made(new: Mapping[str, Any]) -> Policy:
        keys: dict[str, Any] = {table: tuple(new.values()) if table == "mandatory" else new}
        return replace(POLICY, **keys)

    chosen = [*among][:2] if table != "steps" else _steps_that_differ(among)
    for name in chosen:
        yield f"{table}.{name}: gone", made({one: held for one, held in among.items() if one != name})
        yield f"{table}: another like {name}", made({**among, "new": replace(among[name], id="new")})
        for one in parts_of(among[name]):
            if one.name not in PASSED_OVER:
                for how, held in otherwise(getattr(among[name], one.name), one.name):
                    yield (
                        f"{table}.{name}.{one.name}: {how}",
                        made({**among, name: replace(among[name], **{one.name: held})}),
                    )


def _steps_that_differ(among: Mapping[str, Any]) -> list[str]:
    """A letter, and one step each that has a review, more dates and a role of its own."""
    of = {
        next(iter(among)): True,
        **{
            next((one for one, step in among.items() if getattr(step, key)), ""): True
            for key in ("review", "also", "doer", "decider")
        },
    }
    return [one for one in of if one]


def test_what_is_wrong_with_a_changed_policy_is_said_whole() -> None:
    """Each fault under its key; a change after which nothing is wrong is not on the page."""
    found = {what: faults_of(new, where="own.toml") for what, new in changes()}
    agreed(HERE / "faults_of_each_key.txt", {what: told for what, told in found.items() if told})
    assert faults_of(POLICY, where="own.toml") == []


def test_what_each_step_is_and_how_long_its_clocks_run_in_words() -> None:
    """Of every changed policy those steps and clocks that say something new."""
    told: dict[str, object] = {}
    for what, new in changes():
        for step in new.steps.values():
            clocks = [step.clock, *step.also.values(), *step.follow_up]
            words = [sort_of(step), *(clock_words(one) for one in clocks if isinstance(one, ClockRule))]
            if words not in told.values():
                told[f"{what}, {step.id}"] = words
    agreed(HERE / "sorts_and_clocks.txt", told)


def test_every_change_is_told_in_these_words() -> None:
    """And back again: what was added is then what was taken out."""
    there = dict(changes())
    agreed(
        HERE / "differences_of_each_key.txt", {what: differences(POLICY, new) for what, new in there.items()}
    )
    back = {what: differences(new, POLICY) for what, new in there.items()}
    assert all(bool(back[what]) == bool(differences(POLICY, new)) for what, new in there.items())
    some = {
        what: told for what, told in back.items() if what.startswith(("ladders", "outcomes", "mandatory"))
    }
    agreed(HERE / "differences_of_each_key_back.txt", some)
