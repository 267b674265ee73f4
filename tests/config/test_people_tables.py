"""[people.ROLE]: roles that a school names, held by one person or by several who must agree."""

from pathlib import Path

import pytest
from office import edited, school_folder

from letterladder.config.settings import load_settings, read_settings

PANEL = """
[people.panel]
name = "Mrs Grace Lin"
role = "Chair of the Panel"
email = "g.lin@larkfield.example"
needs = {needs}
members = [
    {{ name = "Mr Owen Marsh", role = "Governor", email = "o.marsh@larkfield.example" }},
    {{ name = "Ms Pia Roe", role = "Governor", email = "{roe}" }},
]

[contact]
"""


def with_panel(tmp_path: Path, *, needs: str = '"majority"', roe: str = "p.roe@larkfield.example") -> Path:
    """A school folder with such a panel."""
    folder = school_folder(tmp_path)
    edited(folder, ("[contact]\n", PANEL.format(needs=needs, roe=roe)))
    return folder


@pytest.mark.parametrize(("expected", "needs"), [(2, '"majority"'), (3, "3"), (1, "1")])
def test_a_role_may_have_several_holders(tmp_path: Path, expected: int, needs: str) -> None:
    """The majority is counted; each of them is known by their address."""
    school = load_settings(with_panel(tmp_path, needs=needs)).school
    assert school.people["panel"].needs == expected
    assert [one.name for one in school.people["panel"].holders] == [
        "Mrs Grace Lin",
        "Mr Owen Marsh",
        "Ms Pia Roe",
    ]
    assert school.roles_at("P.Roe@larkfield.example") == ("panel",)
    assert school.mails_of("panel")[1:] == ("o.marsh@larkfield.example", "p.roe@larkfield.example")


@pytest.mark.parametrize(
    ("named", "needs", "roe"),
    [
        ("needs 4 to agree, and 3 hold it", "4", "p.roe@larkfield.example"),
        ("names Ms Pia Roe (g.lin@larkfield.example) twice", "2", "g.lin@larkfield.example"),
    ],
)
def test_a_panel_that_cannot_agree_is_a_fault(tmp_path: Path, named: str, needs: str, roe: str) -> None:
    """Before anything waits for it."""
    _, faults = read_settings(with_panel(tmp_path, needs=needs, roe=roe))
    assert named in " ".join(one.what for one in faults)


@pytest.mark.parametrize(
    ("named", "role"),
    [("looks like people.chair", "chiar"), ("is no name for a role", "Class_Teacher")],
)
def test_a_role_with_an_odd_name_is_a_fault(tmp_path: Path, named: str, role: str) -> None:
    """A misspelt role would be one that nobody asks."""
    folder = school_folder(tmp_path)
    told = '[people.{}]\nname = "Mr A Lin"\nrole = "Chair"\nemail = "a@larkfield.example"\n\n[contact]\n'
    edited(folder, ("[contact]\n", told.format(role)))
    _, faults = read_settings(folder)
    assert named in " ".join(one.what for one in faults)
