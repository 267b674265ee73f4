"""One daemon for a trust: a school whose mailbox does not answer, or whose settings are broken, delays no other."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo_school import FOLDERS
from desk.test_serve import Daemon
from office import BOX, at_any_hour, edited, form, school_folder

SILENT = (
    '[mail.in]\nkind = "imap"\nhost = "127.0.0.1"\nport = {port}\nuser = "letters"\n'
    'password_file = "mail-password"\ntimeout_seconds = 60\n\n[mail.out]\nkind = "folder"\nfolder = "sent"\n'
)


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A mail server that takes every call and never says a word."""
    held: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hold() -> None:
            while True:
                try:
                    held.append(listening.accept()[0])
                except OSError:
                    return

        threading.Thread(target=hold, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
    for one in held:
        one.close()


def schools(place: Path, *names: str) -> None:
    """A trust of these schools, all alike but for their names."""
    for name in names:
        (place / name).mkdir()
        made = at_any_hour(school_folder(place / name))
        for thing in made.iterdir():
            thing.rename(place / name / thing.name)
        made.rmdir()
    listed = ", ".join(f'"{name}"' for name in names)
    (place / "trust.toml").write_text(f'name = "Wexmoor Trust"\nschools = [{listed}]\n', encoding="utf-8")


def asked(folder: Path) -> bool:
    """Whether the head of this school was sent something."""
    return bool(list((folder / "sent").glob("*.eml")))


def test_a_silent_mailbox_and_a_broken_school_delay_no_other(tmp_path: Path, silent_port: int) -> None:
    """The first school hangs for a minute, the second cannot be read: the third has its draft meanwhile."""
    schools(tmp_path, "asher", "broken", "larkfield")
    report = f"From: b.aldous@larkfield.example\nTo: {BOX}\nSubject: Form\n\n{form()}"
    for name in ("broken", "larkfield"):
        (tmp_path / name / "inbox" / "1.eml").write_text(report)
    edited(tmp_path / "asher", (FOLDERS, SILENT.format(port=silent_port)))
    (tmp_path / "asher" / "mail-password").write_text("opal-walrus-19", encoding="utf-8")
    right = (tmp_path / "broken" / "school.toml").read_text(encoding="utf-8")
    (tmp_path / "broken" / "school.toml").write_text("broken", encoding="utf-8")
    running = Daemon(tmp_path)
    try:
        running.wait_for(lambda: asked(tmp_path / "larkfield"))
        assert "ERROR asher" not in running.log, "the silent one was waited for"
        assert not asked(tmp_path / "broken")
        (tmp_path / "broken" / "school.toml").write_text(right, encoding="utf-8")
    finally:
        running.process.kill()
        running.process.wait()
    again = Daemon(tmp_path)
    try:
        again.wait_for(lambda: asked(tmp_path / "broken"))
    finally:
        again.process.kill()
        again.process.wait()
