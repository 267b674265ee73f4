"""Lists over all schools that are kept in one installation: each with its name; what cannot be read stops no other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import typer
from msgspec import Struct, field

from ..ground.errors import LetterladderError, Problem
from .cli_common import Desk, in_school, warn
from .glance import Glance


class Schools(Struct, frozen=True, kw_only=True):
    """Each school that is meant, to look at; of one alone nothing is said of schools, as if there were no others."""

    looks: Mapping[str, Glance]
    several: bool = False
    wrong: list[Problem] = field(default_factory=list)

    def titled(self, title: str, name: str) -> str:
        """The title of one school's list."""
        return f"{title}, {name}" if self.several else title

    def named(self, name: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """The rows of one school for `--json`."""
        yield from ({"school": name, **row} if self.several else dict(row) for row in rows)

    def leave_if_wrong(self) -> None:
        """Say what could not be read.

        Raises:
            Exit: with 1, if anything could not.
        """
        for problem in self.wrong:
            warn(str(problem))
        if self.wrong:
            raise typer.Exit(1)


def schools_of(desk: Desk, today: date | None) -> Schools:
    """The schools that a list is about: the one that was named, or all.

    Raises:
        WrongUsage: there is one, and its settings are wrong.
    """
    looks: dict[str, Glance] = {}
    wrong: list[Problem] = []
    each = desk.each()
    for name, one in each.items():
        try:
            looks[name] = one.glance(today)
        except LetterladderError as error:
            if len(each) == 1:
                raise
            wrong += in_school(name, error.problems, desk)
    return Schools(looks=looks, several=len(each) > 1, wrong=wrong)
