"""The two invented schools of the sample reports: their registers, role holders and lists of staff."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from letterladder.ground.values import replace
from letterladder.records.people.people_csv import read_people
from letterladder.rules.people.conflict import Staff
from letterladder.rules.people.people import PeopleRegister, StaffMember

SAMPLES = Path(__file__).resolve().parent / "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """One of the two invented schools."""

    people: PeopleRegister
    staff: Staff


@cache
def schools() -> dict[str, School]:
    """The two schools by their short names."""
    return {row["slug"]: _school(row) for row in json.loads((SAMPLES / "schools.json").read_text("utf-8"))}


def _school(row: dict[str, Any]) -> School:
    domain = row["safeguarding_mailbox"].rpartition("@")[2]
    people = read_people(SAMPLES / row["people_csv"].split(" ")[0])
    works = tuple(_works(told, domain) for told in row["other_staff"])
    (head, address), *_ = [row["roles"]["head"]]
    names = tuple(name for role, (name, _) in row["roles"].items() if role != "head")
    return School(
        people=replace(people, staff=works),
        staff=Staff(
            own_domains=frozenset({domain}),
            approver=head.split(" (")[0],
            approver_address=address,
            names=tuple(name.split(" (")[0] for name in names),
        ),
    )


def _works(told: str, domain: str) -> StaffMember:
    """Somebody of the list of staff: "Miss Sophie Hartnell (3B)"."""
    name, _, role = told.partition(" (")
    words = re.findall(r"[\w'-]+", name)
    return StaffMember(
        name=name, role=role.rstrip(")"), email=f"{words[1][0]}.{words[-1]}@{domain}".casefold()
    )
