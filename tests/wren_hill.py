"""A school with roles of its own: a class teacher who talks first, a trust that is consulted, a panel that decides."""

from pathlib import Path

from office import Rehearsal, an_office, edited, school_folder

POLICY = """\
id = "wren-hill"
title = "Policy on Kind Words"
version = "1"
dated = 2026-09-01
cues_from = "model"

[conduct.unkind]
title = "unkind comments about a member of staff"
like = ["derogatory-staff"]
first = ["talk"]

[steps.talk]
name = "Talk with the parent"
kind = "action"
we_did = "we talked with you"
we_may = "talk with you"
doer = "class-teacher"

[steps.talk.then]
other = ["L1", "Z1"]

[steps.L1]
name = "Request to remove online content"
clock = { days = 5, unit = "school days" }

[steps.L1.then]
lapsed = ["Z1"]
refused-and-continues = ["L3", "P1", "head-looks"]
other = ["Z1"]

[steps.L3]
name = "Written warning"
requires = ["refused-and-continues"]
approver = "panel"
decider = "panel"
consults = ["trust"]
clock = { days = 10, unit = "working days" }
also = { removal_by = { days = 5, unit = "working days" } }

[steps.L3.then]
lapsed = ["Z1"]
other = ["Z1"]

[steps.P1]
name = "Report to the platform"
kind = "action"
requires = ["refused-and-continues"]

[steps.P1.then]
other = ["Z1"]

[steps.head-looks]
name = "The head reviews the case"
kind = "action"
tell_adult = "never"
doer = "head"

[steps.head-looks.then]
other = ["Z1"]

[steps.Z1]
name = "Closing letter"
closes = true
"""

PEOPLE = """
[people.class-teacher]
name = "Miss Elin Tovey"
role = "Class teacher 5A"
email = "e.tovey@larkfield.example"

[people.trust]
name = "Ms Ada Brook"
role = "Chief Executive of the Trust"
email = "a.brook@trust.example"

[people.panel]
name = "Mrs Grace Lin"
role = "Chair of the Governors' Panel"
email = "g.lin@larkfield.example"
needs = "majority"
members = [
    { name = "Mr Owen Marsh", role = "Governor", email = "o.marsh@larkfield.example", related = ["A3"] },
    { name = "Ms Pia Roe", role = "Governor", email = "p.roe@larkfield.example" },
]

"""


def wren_hill(tmp_path: Path, *, policy: str = POLICY, people: str = PEOPLE) -> Rehearsal:
    """The school on its policy, with its people."""
    folder = tmp_path / "school"
    if not folder.exists():
        school_folder(tmp_path)
    edited(folder, ('file = "model"', 'file = "ours.toml"'), ("[contact]\n", f"{people}[contact]\n"))
    (folder / "ours.toml").write_text(policy, encoding="utf-8")
    return an_office(tmp_path)
