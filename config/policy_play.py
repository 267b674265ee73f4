"""What is wrong with a policy file: what cannot be read, what does not fit, and what the paths of it show."""

from pathlib import Path

from ..ground.errors import Problem
from ..rules.policies.letters import Letters
from ..rules.walks.findings import Findings, findings_of
from .policy_file import draft_policy
from .toml_lines import lined


def played_policy(path: Path, letters: Letters, *, linked: Path | None = None) -> Findings:
    """Play this policy, as far as it can be read, and say with lines what no reading of it alone shows.

    Args:
        path: the file.
        letters: the letters there are.
        linked: another policy of the school, whose steps about access to the site are part of it.
    """
    drafted = draft_policy(path, letters, linked=linked)
    if drafted.policy is None:
        return Findings()
    found = findings_of(drafted.policy, where=path.name, spread=drafted.spread)
    paths = (path, linked) if linked else (path,)
    said = {(one.where, one.what) for one in drafted.faults}

    def new(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Those that do not come of a key that could not be read, with their lines."""
        kept = [one for one in problems if (one.where, one.what) not in said]
        kept = [one for one in kept if not drafted.broken(one.where.partition(", ")[2])]
        return tuple(lined(kept, *paths))

    return Findings(problems=new(found.problems), notes=new(found.notes))
