"""`check --answers` without servers, and where what cannot be delivered comes back to."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import school_folder

from letterladder.desk.checking_answers import route_problems

READ, OWN = "Safeguarding@larkfield.example", "letters@larkfield.example"


def test_a_school_without_servers_proves_nothing_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No email is sent; "all is well" would be taken for a proof."""
    folder = school_folder(tmp_path)
    said = Terminal(folder, capsys).type("check", "--answers")
    assert said.code == 2
    assert "No email was sent and nothing was proved" in " ".join((said.out + said.err).split())
    assert not list((folder / "sent").glob("*.eml"))


@pytest.mark.parametrize(
    "returned",
    [
        "safeguarding@larkfield.example",
        "",
        "prvs=0123abcdef=safeguarding@larkfield.example",
        "srs0=x1y2=ab=larkfield.example=safeguarding@forwarder.example",
        "srs1=zz=first.example==x1y2=ab=larkfield.example=safeguarding@second.example",
    ],
)
def test_a_way_that_leads_to_the_mailbox_is_all_well(returned: str) -> None:
    """Also signed by a server, passed on by another, or noted by none: the server took that address as the sender."""
    assert route_problems(returned, READ, OWN, "") == []


@pytest.mark.parametrize(
    ("returned", "refused", "expected"),
    [
        (OWN, "", f"comes back to {OWN}, and {READ} is the mailbox that is read."),
        ("<>", "", "comes back to nobody"),
        ("bounces@relay.example", "", "let email to bounces@relay.example be passed on there"),
        (
            "safeguarding@larkfield.example.evil.example",
            "",
            "comes back to safeguarding@larkfield.example.evil",
        ),
        ("not-safeguarding@larkfield.example", "", "comes back to not-safeguarding@larkfield.example"),
        (
            "",
            "554 5.2.252 SendAsDenied",
            f"comes back to {OWN}, and {READ} is the mailbox that is read: the ",
        ),
        (OWN, "554 5.2.252 SendAsDenied", "(554 5.2.252 SendAsDenied)"),
    ],
)
def test_a_way_that_leads_elsewhere_is_said(returned: str, refused: str, expected: str) -> None:
    """With what to do, and with the words of a server that refused."""
    (found,) = route_problems(returned, READ, OWN, refused)
    assert expected in f"{found.what} {found.what_to_do}"
