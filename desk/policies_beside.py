"""The procedures that ship, side by side: which step each knows, in a word a cell."""

from ..config.letters_file import shipped_letters
from ..config.paths import shipped_policies, shipped_policy
from ..config.policy_file import read_policy
from ..rules.policies.policy import Policy
from .cli_common import say, show_table


def shipped_beside() -> list[tuple[str, Policy]]:
    """Each by the name that school.toml gives it, the model first."""
    letters = shipped_letters()
    found = [(name, read_policy(shipped_policy(name), letters)[0]) for name in shipped_policies()]
    return sorted(((name, one) for name, one in found if one), key=lambda pair: (pair[0] != "model", pair[0]))


def rows_beside(policies: list[Policy]) -> list[tuple[str, str, tuple[str, ...]]]:
    """A row for each step that one of them knows: its id, its name, and a word for each policy."""
    names = {one.id: one.name for one in shipped_letters()}
    own = sorted({step for one in policies for step in one.steps} - names.keys())
    return [
        (
            step,
            names.get(step) or next(one.steps[step].name for one in policies if step in one.steps),
            tuple(word_of(one, step) for one in policies),
        )
        for step in (*names, *own)
    ]


def word_of(policy: Policy, step: str) -> str:
    """Empty where the policy has no such step; else whether it must, may begin with it, or only after a refusal."""
    found = policy.steps.get(step)
    if found is None:
        return ""
    if any(rule.step == step for rule in policy.mandatory):
        return "must"
    if any(step in one.first for one in policy.conduct.values()):
        return "first"
    return "if refused" if found.requires else "may"


def tell_beside() -> list[str]:
    """Print them side by side; returns their names, in the order of the columns."""
    shipped = shipped_beside()
    show_table(
        "Procedures that ship",
        ("step", "", *(str(number) for number in range(1, len(shipped) + 1))),
        [(step, name, *words) for step, name, words in rows_beside([policy for _, policy in shipped])],
        empty="",
    )
    for number, (name, policy) in enumerate(shipped, start=1):
        say(f"  {number}  {name}: {policy.title}")
    say("first: may begin with it; if refused: only after a refusal; must: the procedure demands it.")
    return [name for name, _ in shipped]
