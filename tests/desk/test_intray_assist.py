"""What a machine proposed is shown where people look: on the card, in the list of emails, and in both as JSON."""

import json
from pathlib import Path

import pytest
from assisted import switch_on
from desk.terminal import Terminal
from office import an_office, school_folder
from servers.scripted_model import Script, ScriptedModel

WORDS = "He had words with people there"
SAID = 'A machine proposed the fact "words": "He had words with people there".'


def test_it_is_on_the_card_and_in_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the words of the email, said to be a machine's."""
    answer = json.dumps({"facts": [{"fact": "words", "words": WORDS.lower()}]})
    folder = school_folder(tmp_path)
    with ScriptedModel(Script(says=answer)) as model:
        switch_on(folder, address=model.address, model="m-1")
        at_work = an_office(tmp_path)
        at_work.write("zelda@elsewhere.example", "Bus stop", f"I saw Mr Dunn at the bus stop. {WORDS}.")
        at_work.round()
    terminal = Terminal(folder, capsys)
    for command in ("intray", "mails"):
        (row,) = terminal.type(command, "--json").json
        assert row["machine"] == [SAID]
        assert "A machine proposed" in " ".join(terminal.type(command).out.split())
