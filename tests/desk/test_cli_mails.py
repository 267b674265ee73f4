"""`mails`: what became of each email, and those that a machine is said to have written."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import DUNN, an_office

AWAY = "I am out of the office until Monday and will answer on my return.\n"


def test_what_was_filed_as_automatic_is_listed_and_taken_out_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing that the rules put away is out of a person's reach."""
    school = an_office(tmp_path)
    school.write("p@freemail.example", "hm", "I saw something online, please act.\n")
    school.deliver(
        b"From: q@freemail.example\nSubject: Automatic reply\nAuto-Submitted: auto-replied\n"
        b"Message-ID: <2@freemail.example>\n\n" + AWAY.encode()
    )
    school.round()
    terminal = Terminal(school.folder, capsys)
    assert [one["verdict"] for one in terminal.type("mails", "--json").json] == ["intray", "robot"]
    (away,) = terminal.type("mails", "--verdict", "robot", "--json").json
    assert away["from"] == "q@freemail.example"
    assert "Automatic reply" in terminal.type("mails", "--verdict", "robot").out
    assert "No such email" in terminal.type("mails", "--verdict", "bounce").out
    line = ["file", away["sha256"][:12], "--to", "new", "--adult", DUNN, "--conduct", "derogatory-staff"]
    assert terminal.type(*line, "--by", "Miss Joan Treadwell").code == 0
    assert [one["verdict"] for one in terminal.type("mails", "--json").json] == ["intray", "opened"]
    wrong = terminal.type("mails", "--verdict", "robots")
    assert (wrong.code, "robot" in wrong.err) == (2, True)
