"""The tables [people.ROLE] of school.toml: who holds which role, alone or as one of several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from ..ground.values import replace
from ..rules.people.school import Person
from ..rules.people.staff_names import is_same_person
from .toml_file import Table
from .values import Among, Said, Told

Text = Annotated[str, Field(min_length=1)]
Mail = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")]
ROLE_NAME = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")

MemberTable = Annotated[Person, Told(but={"members": (), "needs": 1}, name=Text, role=Text, email=Mail)]
"""One of `members` under [people.ROLE]: somebody else who holds the role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTable(Said):
    """[people.ROLE]: who holds a role. `signature` names a picture beside the file.

    `needs` says how many of several holders must agree: a number, or the majority of them.
    """

    person: Annotated[Person, Among(but={"members": (), "needs": 1}, name=Text, role=Text, email=Mail)]
    signature: str = ""
    members: tuple[MemberTable, ...] = ()
    needs: Literal["majority"] | Annotated[int, Field(ge=1)] = 1

    @property
    def held(self) -> Person:
        """Who speaks for the role, with everybody else who holds it."""
        several = 1 + len(self.members)
        needs = several // 2 + 1 if self.needs == "majority" else self.needs
        return replace(self.person, members=self.members, needs=needs)

    def faults(self) -> Iterator[str]:
        """What is wrong with those who hold the role together."""
        held = self.held
        if held.needs > len(held.holders):
            yield f"needs {held.needs} to agree, and {len(held.holders)} hold it"
        for number, one in enumerate(held.holders):
            if any(is_same_person(one, other) for other in held.holders[:number]):
                yield f"names {one.name} ({one.email}) twice; each needs a name and an address of their own"


class PeopleTable(Table):
    """[people.*]: head, alternate, DSL, deputy and office are needed; a school adds roles of its own under any name."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, PersonTable]

    head: PersonTable
    alternate: PersonTable
    dsl: PersonTable
    deputy: PersonTable
    office: PersonTable
    chair: PersonTable | None = None
    reviewer: PersonTable | None = None
    governor: PersonTable | None = None

    def held(self) -> dict[str, Person]:
        """Who holds each role that somebody holds."""
        return {role: table.held for role, table in self._tables().items()}

    def _tables(self) -> dict[str, PersonTable]:
        tables = {role: getattr(self, role) for role in type(self).model_fields} | self.__pydantic_extra__
        return {role: table for role, table in tables.items() if table}

    @model_validator(mode="after")
    def _can_act(self) -> "PeopleTable":
        """Every role has a name that can be typed, and holders who can agree."""
        for role in self.__pydantic_extra__:
            if not ROLE_NAME.fullmatch(role):
                raise ValueError(
                    f"'{role}' is no name for a role; write small letters with hyphens: class-teacher"
                )
            if near := get_close_matches(role, type(self).model_fields, n=1, cutoff=0.8):
                raise ValueError(f"people.{role} looks like people.{near[0]}; write that, or another name")
        for role, person in self._tables().items():
            for fault in person.faults():
                raise ValueError(f"people.{role} {fault}")
        return self
