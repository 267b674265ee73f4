"""Reads a policy pack, config/policies/NAME.toml or a school's own, into a `Policy`; all faults at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..ground.errors import Problem
from ..ground.values import replace
from ..rules.policies.conduct import Conduct
from ..rules.policies.gate_law import GateLaw, gate_law
from ..rules.policies.invariants import invariant_faults
from ..rules.policies.ladder import Ladder, Then
from ..rules.policies.ladders import finished
from ..rules.policies.letters import Letters
from ..rules.policies.policy import Policy, Step
from ..rules.policies.policy_check import faults_of
from ..rules.policies.policy_link import link_site_access
from .legal_file import shipped_legal
from .paths import shipped_policy
from .policy_tables import ConductTable, PolicyTable
from .toml_file import read_toml
from .toml_most import read_most

Cues = Mapping[str, Conduct]
Menus = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A policy file as far as it can be read.

    Attributes:
        policy: None where too little could be; it may have faults.
        faults: every fault that can be said without playing it.
        broken: whether something in the table of this key could not be read, so that what the paths show of it may
            come of that.
        spread: what is in a list of steps because of a menu alone: step, how it ended, and the step named.
    """

    policy: Policy | None
    faults: list[Problem]
    broken: Callable[[str], bool] = lambda _: False
    spread: frozenset[tuple[str, str, str]] = frozenset()


def read_policy(
    path: Path, letters: Letters, *, linked: Path | None = None, law: GateLaw | None = None
) -> tuple[Policy | None, list[Problem]]:
    """The policy in this file, or None and every fault.

    Args:
        path: the TOML file.
        letters: the letters there are, ours and the school's own; a step of kind letter must be one of them.
        linked: another policy of the school, whose steps about access to the site are added to this one.
        law: what its gates name as the law; None: the facts that ship.
    """
    drafted = draft_policy(path, letters, linked=linked, law=law)
    return (None if drafted.faults else drafted.policy), drafted.faults


def draft_policy(
    path: Path, letters: Letters, *, linked: Path | None = None, law: GateLaw | None = None
) -> Drafted:
    """The policy in this file as far as it can be read; arguments as for `read_policy`."""
    most = read_most(path, PolicyTable)
    table = most.table
    if table is None:
        return Drafted(policy=None, faults=most.faults)
    cues, faults = _shared_cues(path, table)
    faults += [*_like_faults(path, table, cues), *_menu_faults(path, table)]
    policy = replace(_policy(table, cues, letters), law=law or gate_law(shipped_legal()))
    policy = finished(policy)
    faults += faults_of(policy, where=path.name)
    faults = [*most.faults, *(one for one in faults if not most.is_broken(one.where.partition(", ")[2]))]
    drafted = Drafted(policy=policy, faults=faults, broken=most.is_near_broken, spread=_spread(table))
    if linked is None:
        return drafted
    other, of_linked = read_policy(linked, letters)
    if other is None:
        return replace(drafted, faults=[*faults, *of_linked])
    policy, of_linked = link_site_access(policy, other, where=linked.name)
    policy = finished(policy)
    of_linked += [] if faults or of_linked else invariant_faults(policy, where=linked.name)
    return replace(drafted, policy=policy, faults=[*faults, *of_linked])


def _spread(table: PolicyTable) -> frozenset[tuple[str, str, str]]:
    """The steps that a list has of a menu alone."""
    thens = [(step, one.then) for step, one in table.steps.items()]
    thens += [pair for ladder in table.policy.ladders.values() for pair in ladder.then.items()]
    return frozenset(
        (step, outcome, name)
        for step, then in thens
        for outcome, names in then.items()
        for name in _spelt_out(names, table.menus)
        if name not in names
    )


def _shared_cues(path: Path, table: PolicyTable) -> tuple[Cues, list[Problem]]:
    """The cues of the policy that `cues_from` names: a shipped one, or a file beside this one."""
    if not table.cues_from:
        return {}, []
    shipped = shipped_policy(table.cues_from)
    source = shipped if shipped.is_file() else path.parent / table.cues_from
    other, faults = read_toml(source, PolicyTable)
    return ({name: one.conduct for name, one in other.conduct.items()} if other else {}), faults


def _like_faults(path: Path, table: PolicyTable, cues: Cues) -> Iterator[Problem]:
    for name, conduct in table.conduct.items():
        for other in conduct.like:
            if other not in cues:
                yield Problem(
                    where=f"{path.name}, conduct.{name}.like",
                    what=f"'{other}' is not a kind of conduct in the policy '{table.cues_from}' (cues_from).",
                    what_to_do=f"Known there: {', '.join(cues) or 'none; name a policy under cues_from'}.",
                )


def _menu_faults(path: Path, table: PolicyTable) -> Iterator[Problem]:
    """Names of menus that are not there; the steps in a menu are checked where it is used."""
    lists = {f"conduct.{name}.first": one.conduct.first for name, one in table.conduct.items()}
    for name, step in table.steps.items():
        lists |= {f"steps.{name}.then.{outcome}": steps for outcome, steps in step.then.items()}
        lists[f"steps.{name}.review"] = step.review
    lists |= {f"mandatory.{rule.id}.before": rule.before for rule in table.policy.mandatory}
    for name, ladder in table.policy.ladders.items():
        lists[f"ladders.{name}.first"] = ladder.first
        for step_id, then in ladder.then.items():
            lists |= {f"ladders.{name}.then.{step_id}.{outcome}": steps for outcome, steps in then.items()}
    used = {one for steps in lists.values() for one in steps}
    for name in table.menus:
        if f"@{name}" not in used:
            yield Problem(
                where=f"{path.name}, menus.{name}",
                what="No list of steps names this menu.",
                what_to_do=f'Write "@{name}" where its steps may follow, or remove it.',
            )
    for key, steps in lists.items():
        for one in steps:
            if one.startswith("@") and one[1:] not in table.menus:
                yield Problem(
                    where=f"{path.name}, {key}",
                    what=f"There is no menu '{one[1:]}'.",
                    what_to_do=f"Known: {', '.join(table.menus) or 'none; write one under [menus]'}.",
                )


def _policy(table: PolicyTable, cues: Cues, letters: Letters) -> Policy:
    policy = replace(
        table.policy,
        conduct={name: _conduct(name, one, table.menus, cues) for name, one in table.conduct.items()},
        steps={name: _step(name, one, table.menus) for name, one in table.steps.items()},
        ladders={name: _ladder(name, one, table.menus) for name, one in table.policy.ladders.items()},
        outcomes={name: replace(one, id=name) for name, one in table.policy.outcomes.items()},
        letters=letters,
        mandatory=tuple(
            replace(rule, before=_spelt_out(rule.before, table.menus, but=rule.step))
            for rule in table.policy.mandatory
        ),
    )
    return replace(policy, conduct={one.id: _begun(one, policy) for one in policy.conduct.values()})


def _begun(conduct: Conduct, policy: Policy) -> Conduct:
    """The conduct with what it begins with: what its ladder does, where it says nothing itself."""
    named = policy.ladders_of((conduct.id,))
    return conduct if conduct.first or not named else replace(conduct, first=policy.ladders[named[0]].first)


def _ladder(name: str, ladder: Ladder, menus: Menus) -> Ladder:
    return replace(
        ladder,
        id=name,
        first=_spelt_out(ladder.first, menus),
        then={step: _then(then, menus, but=step) for step, then in ladder.then.items()},
    )


def _then(then: Then, menus: Menus, *, but: str) -> Then:
    return {outcome: _spelt_out(steps, menus, but=but) for outcome, steps in then.items()}


def _conduct(name: str, table: ConductTable, menus: Menus, cues: Cues) -> Conduct:
    said = table.conduct
    alike = [said, *(cues[other] for other in table.like if other in cues)]
    return replace(
        said,
        id=name,
        cues=tuple(dict.fromkeys(cue for one in alike for cue in one.cues)),
        deeds=tuple(dict.fromkeys(deed for one in alike for deed in one.deeds)),
        first=_spelt_out(said.first, menus),
    )


def _step(name: str, step: Step, menus: Menus) -> Step:
    return replace(
        step,
        id=name,
        then=_then(step.then, menus, but=name),
        review=_spelt_out(step.review, menus),
    )


def _spelt_out(steps: tuple[str, ...], menus: Menus, *, but: str = "") -> tuple[str, ...]:
    """The steps with each menu in place of its name; a step that uses a menu is left out of it."""
    found: list[str] = []
    for one in steps:
        menu = menus.get(one[1:], ()) if one.startswith("@") else None
        found += [one] if menu is None else [name for name in menu if name != but]
    return tuple(dict.fromkeys(found))
