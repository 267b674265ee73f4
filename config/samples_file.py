"""Reads the sample case, letter_templates/samples.toml: what letters print when a school looks at them."""

from functools import cache

from pydantic import Field as Key

from ..ground.errors import Problem, WrongUsage
from ..rules.letters.sample_case import SampleCase
from .paths import SAMPLES
from .toml_file import Table, read_toml

Value = str | list[str] | list[dict[str, str]]
"""What a field of a letter may hold, but for a picture."""


class SamplesFile(Table):
    """The whole of samples.toml; a table of a letter may have `uses`, the names of groups."""

    common: dict[str, Value]
    groups: dict[str, dict[str, Value]] = Key(default={})
    letters: dict[str, dict[str, Value]]
    on_site: dict[str, Value]


@cache
def shipped_samples() -> SampleCase:
    """The sample case that ships with the program.

    Raises:
        WrongUsage: its file was changed and is wrong; carries every fault.
    """
    table, faults = read_toml(SAMPLES, SamplesFile)
    if table is None:
        raise WrongUsage(*faults)
    unknown = [
        Problem(
            where=f"{SAMPLES.name}, letters.{name}.uses", what=f"There is no group '{one}'.", what_to_do=_DO
        )
        for name, own in table.letters.items()
        for one in own.get("uses", [])
        if str(one) not in table.groups
    ]
    if unknown:
        raise WrongUsage(*unknown)
    letters = {name: _whole(table, own) for name, own in table.letters.items()}
    return SampleCase(common=table.common, letters=letters, on_site=table.on_site)


_DO = "Name one that the file has under [groups]."


def _whole(table: SamplesFile, own: dict[str, Value]) -> dict[str, Value]:
    """All that one letter prints: what is of every letter, its groups, and its own."""
    found = dict(table.common)
    for name in own.get("uses", []):
        found |= table.groups[str(name)]
    return found | {name: value for name, value in own.items() if name != "uses"}
