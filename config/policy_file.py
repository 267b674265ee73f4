"""Reads a policy pack, config/policies/NAME.toml or a school's own, into a `Policy`; all faults at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ..ground.errors import Problem
from ..rules.policies.invariants import invariant_faults
from ..rules.policies.letters import Letter, Letters
from ..rules.policies.policy import Conduct, Policy, Step
from ..rules.policies.policy_check import faults_of
from ..rules.policies.policy_link import link_site_access
from .paths import shipped_policy
from .policy_tables import ConductTable, PolicyTable
from .toml_file import read_toml

Cues = Mapping[str, Conduct]
Menus = Mapping[str, tuple[str, ...]]


def read_policy(
    path: Path, letters: Letters, *, linked: Path | None = None
) -> tuple[Policy | None, list[Problem]]:
    """The policy in this file, or None and every fault.

    Args:
        path: the TOML file.
        letters: the letters there are, ours and the school's own; a step of kind letter must be one of them.
        linked: another policy of the school, whose steps about access to the site are added to this one.
    """
    table, faults = read_toml(path, PolicyTable)
    if table is None:
        return None, faults
    cues, faults = _shared_cues(path, table)
    faults += [*_like_faults(path, table, cues), *_menu_faults(path, table)]
    policy = _policy(table, cues, letters)
    faults += faults_of(policy, where=path.name)
    if faults or linked is None:
        return (None if faults else policy), faults
    other, faults = read_policy(linked, letters)
    if other is None:
        return None, faults
    policy, faults = link_site_access(policy, other, where=linked.name)
    faults += [] if faults else invariant_faults(policy, where=linked.name)
    return (None if faults else policy), faults


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
    for key, steps in lists.items():
        for one in steps:
            if one.startswith("@") and one[1:] not in table.menus:
                yield Problem(
                    where=f"{path.name}, {key}",
                    what=f"There is no menu '{one[1:]}'.",
                    what_to_do=f"Known: {', '.join(table.menus) or 'none; write one under [menus]'}.",
                )


def _policy(table: PolicyTable, cues: Cues, letters: Letters) -> Policy:
    return replace(
        table.policy,
        conduct={name: _conduct(name, one, table.menus, cues) for name, one in table.conduct.items()},
        steps={
            name: _step(name, one, table.menus, record=letters.get(name)) for name, one in table.steps.items()
        },
        letters=letters,
        mandatory=tuple(
            replace(rule, before=_spelt_out(rule.before, table.menus, but=rule.step))
            for rule in table.policy.mandatory
        ),
    )


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


def _step(name: str, step: Step, menus: Menus, *, record: Letter | None) -> Step:
    return replace(
        step,
        id=name,
        record=record,
        then={outcome: _spelt_out(steps, menus, but=name) for outcome, steps in step.then.items()},
        review=_spelt_out(step.review, menus),
    )


def _spelt_out(steps: tuple[str, ...], menus: Menus, *, but: str = "") -> tuple[str, ...]:
    """The steps with each menu in place of its name; a step that uses a menu is left out of it."""
    found: list[str] = []
    for one in steps:
        menu = menus.get(one[1:], ()) if one.startswith("@") else None
        found += [one] if menu is None else [name for name in menu if name != but]
    return tuple(dict.fromkeys(found))
