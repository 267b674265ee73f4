"""Who writes and who is written about in the made emails: the people of the two invented schools, and strangers."""

import csv
import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

SAMPLES = Path(__file__).resolve().parent.parent / "reports"
_STRANGERS = {
    "neighbour": ("Vi Copley", "Bert Amos", "Doris Lake"),
    "grandparent": ("Jim Harker", "Sheila Wragg", "Iris Nunn"),
    "public": ("Eastmere Buses", "Marsh Road Stores", "Dr K Lowe"),
    "stranger": ("Account Services", "Tully & Marsh LLP", "D Brewer"),
    "anonymous": ("a friend", "No Name", "concerned"),
    "police": ("PC 4471 Reeve", "Public Protection", "PC 2210 Dhar"),
    "system": ("noreply", "Notifier", "Alerts"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is named or writes: `id` is theirs in the register, empty for staff and strangers."""

    name: str
    email: str
    title: str = ""
    id: str = ""
    child: str = ""
    only_child: bool = False

    @property
    def formal(self) -> str:
        """What they are called: "Mrs Marr"."""
        return f"{self.title} {self.name.split()[-1]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of one school."""

    school: str
    staff: tuple[Person, ...]
    parents: tuple[Person, ...]
    pupils: tuple[str, ...]

    def sender(self, voice: str, lot: Random) -> Person:
        """Who writes in this voice."""
        match voice:
            case "staff":
                return lot.choice(self.staff)
            case "parent" | "accused":
                return lot.choice(self.parents)
            case "governor":
                return Person(name="Chair of Governors", email=f"chair@{self.school}.example")
            case "pupil":
                pupil = lot.choice(self.pupils)
                return Person(name=pupil, email=f"pupil{lot.randrange(99)}@pupils.{self.school}.example")
        name = lot.choice(_STRANGERS[voice])
        return Person(name=name, email=f"{re.sub('[^a-z0-9]', '', name.lower())}@{voice}.example")


@cache
def cast(school: str) -> Cast:
    """The people of this school; parents who share a name or a title and family name with another are left out."""
    with (SAMPLES / "registers" / school / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    adults = {row["person_id"]: row for row in rows}
    formal = Counter(f"{row['title']} {row['family_name']}" for row in adults.values())
    children = Counter(row["person_id"] for row in rows)
    parents = tuple(
        Person(
            name=f"{row['given_name']} {row['family_name']}",
            email=row["email"],
            title=row["title"],
            id=found,
            child=f"{row['pupil_given_name']} {row['pupil_family_name']}, {row['class']}",
            only_child=children[found] == 1,
        )
        for found, row in adults.items()
        if formal[f"{row['title']} {row['family_name']}"] == 1 and row["email"] and not row["flags"]
    )
    pupils = tuple(dict.fromkeys(row["pupil_given_name"] for row in rows))
    return Cast(school=school, staff=_staff(school), parents=parents, pupils=pupils)


def _staff(school: str) -> tuple[Person, ...]:
    told = json.loads((SAMPLES / "schools.json").read_text("utf-8"))
    row = next(one for one in told if one["slug"] == school)
    titled = (one.partition(" (")[0].partition(" ") for one in row["other_staff"] if "parent" not in one)
    return tuple(
        Person(name=name, title=title, email=f"{name[0]}.{name.split()[-1]}@{school}.example".lower())
        for title, _, name in titled
        if title in {"Mr", "Mrs", "Miss", "Ms"}
    )
