"""Setting up on real servers: the mailbox is tried, and a letter to oneself goes the whole way before any report."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import BOX, HEAD, pressed, school_folder
from servers.dovecot import PASSWORD, Dovecot
from servers.postfix import Postfix
from servers.town import BOXES, LETTERS, Town

from letterladder.config.settings import load_settings
from letterladder.config.setup_file import SetupFile
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.rehearsal_folder import SAMPLE_LETTER
from letterladder.desk.setting_up import FILE
from letterladder.desk.setup_mailbox import PASSWORD_FILE
from letterladder.desk.setup_terminal import Terminal
from letterladder.desk.wiring import build


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A school whose school.toml names servers and a password that is wrong."""
    with Dovecot(*BOXES) as dovecot, Postfix(dovecot, *BOXES) as postfix:
        made = Town(folder=school_folder(tmp_path), dovecot=dovecot, postfix=postfix)
        made.set_up(password="mistyped")
        yield made


def answer(town: Town, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
    """Type these lines into `setup`; while it waits, the head answers the email that asks."""
    answered: list[str] = []

    def head_answers(seconds: float) -> None:
        assert seconds
        if not answered:
            asked = town.got(HEAD, "approval")
            _, subject, text = pressed(asked.links[0])
            answered.append(subject)
            town.submit(HEAD, subject, text)
            town.wait_for(BOX, 2)

    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
    Terminal(
        folder=town.folder,
        clock=RehearsalClock(town.clock.today()),
        import_people=lambda *_: None,
        write_review=lambda: None,
        pause=head_answers,
    ).run()


@pytest.mark.postfix
@pytest.mark.dovecot
def test_the_mailbox_is_tried_and_the_head_approves_a_letter_to_oneself(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another password than the one in the file, what waits in the mailbox, and the head's own answer."""
    town.submit("b.aldous@larkfield.example", "Old news", "An email from before.")
    town.wait_for(BOX, 1)
    mailbox = ("5", "3", BOX, "localhost", str(town.dovecot.imaps_port), LETTERS, "localhost")
    passwords = (str(town.postfix.port), PASSWORD, "2026-11-02", "")
    answer(town, monkeypatch, *mailbox, *passwords, "11", "y", "leave")
    said = capsys.readouterr().out
    assert "Both logins work.\n1 emails wait in it" in said
    assert "b.aldous@larkfield.example  Old news" in said
    assert "The head approved it" in said
    file = SetupFile.of(town.folder)
    assert str(file.value("mail.since")) == "2026-11-02"
    assert file.value("mail.authserv_id") == "mx.larkfield.example"
    assert (town.folder / PASSWORD_FILE).stat().st_mode & 0o077 == 0
    assert "mailbox" in (town.folder / FILE).read_text()
    office = build(load_settings(town.folder), RehearsalClock(town.clock.today()))
    assert office.cases.refs() == []
    with town.dovecot.login(BOX) as client:
        # The head's answer is out of the daemon's way; the email from before still waits for it.
        assert client.folder_status("INBOX", ["MESSAGES"])[b"MESSAGES"] == 1
        assert client.folder_status("Letterladder.Taken", ["MESSAGES"])[b"MESSAGES"] == 1
    assert list((town.folder / SAMPLE_LETTER).glob("*/data/outbox/to-post/*"))
    assert [mail.kind for mail in town.mails_of(HEAD)] == ["approval"]


@pytest.mark.postfix
@pytest.mark.dovecot
def test_a_wrong_password_is_said_and_the_part_stays_open(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was typed is kept, and the way back to it is said."""
    answer(town, monkeypatch, "5", "", "", "", "", "", "", "", "", "leave")
    said = capsys.readouterr().out
    assert f"the password of {BOX}" in said
    assert "Come back to this section once that is put right." in said
