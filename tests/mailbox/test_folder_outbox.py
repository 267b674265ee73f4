from datetime import UTC, datetime
from pathlib import Path

import pytest

from letterladder.ground.errors import WorldFailed
from letterladder.ground.values import replace
from letterladder.mailbox.folder_outbox import FolderOutbox
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
SENDER = "letters@school.example"
MAIL = OutgoingMail(
    message_id="<1@school.example>",
    kind=MailKind.NOTICE,
    to=("head@school.example",),
    subject="Reference 2026-0042",
    text="Hello",
)


def names(folder: Path) -> list[str]:
    """Everything in the folder."""
    return sorted(file.name for file in folder.iterdir())


def test_mails_are_numbered_by_day(tmp_path: Path) -> None:
    """In a folder view they are in the order sent."""
    outbox = FolderOutbox(tmp_path / "sent", SENDER, lambda: NOW)
    for number in range(3):
        outbox.send(_mail(number))
    assert names(tmp_path / "sent") == ["2026-11-20-0001.eml", "2026-11-20-0002.eml", "2026-11-20-0003.eml"]


def _mail(number: int) -> OutgoingMail:
    return replace(MAIL, message_id=f"<{number}@school.example>")


@pytest.mark.parametrize(("files", "between"), [(1, 0), (4, 3), (20, 19)])
def test_a_mail_given_again_after_a_stop_is_not_written_twice(
    files: int, between: int, tmp_path: Path
) -> None:
    """The program stopped before it noted that the email was out; others may have gone out in between."""
    FolderOutbox(tmp_path, SENDER, lambda: NOW).send(MAIL)
    for number in range(between):
        FolderOutbox(tmp_path, SENDER, lambda: NOW).send(_mail(number + 2))
    FolderOutbox(tmp_path, SENDER, lambda: NOW).send(MAIL)
    assert len(names(tmp_path)) == files


def test_a_number_is_not_used_again(tmp_path: Path) -> None:
    """Somebody tidied up the folder: later emails stay later."""
    outbox = FolderOutbox(tmp_path, SENDER, lambda: NOW)
    outbox.send(_mail(1))
    outbox.send(_mail(2))
    (tmp_path / "2026-11-20-0001.eml").unlink()
    (tmp_path / "2026-11-20-note.eml").touch()
    outbox.send(_mail(3))
    assert "2026-11-20-0003.eml" in names(tmp_path)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A file is in its place: nothing was sent, and both ways of asking tell so."""
    (tmp_path / "sent").touch()
    outbox = FolderOutbox(tmp_path / "sent", SENDER, lambda: NOW)
    with pytest.raises(WorldFailed, match="cannot be written"):
        outbox.send(MAIL)
    assert outbox.check() != []


def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    """`check` writes no email and no trace."""
    FolderOutbox(tmp_path, SENDER, lambda: NOW).check()
    assert names(tmp_path) == []


def test_a_mail_that_cannot_be_composed_leaves_no_file(tmp_path: Path) -> None:
    """A broken sender's address is found before anything is written."""
    with pytest.raises(WorldFailed, match="not an email address"):
        FolderOutbox(tmp_path, "letters", lambda: NOW).send(MAIL)
    assert names(tmp_path) == []
