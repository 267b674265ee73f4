import json
import os
from pathlib import Path

from letterladder.ground.values import replace
from letterladder.records.outgoing.outgoing_queue import FolderQueue
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail


def mail(message_id: str) -> OutgoingMail:
    return OutgoingMail(
        message_id=message_id,
        kind=MailKind.NOTICE,
        to=("office@fellside.example",),
        subject="2026-0001",
        text="See the case.",
    )


def names(folder: Path) -> list[str]:
    return sorted(f"{file.parent.name}/{file.name[:6]}" for file in folder.rglob("*.json"))


def test_each_mail_is_one_file_with_its_place_in_the_row(tmp_path: Path) -> None:
    """The order is in the name; no clock of a disk is asked."""
    queue = FolderQueue(tmp_path / "outbox")
    for name in ("<a@x.example>", "<b@x.example>"):
        queue.put(mail(name))
    queue.sent("<a@x.example>")
    queue.withdraw("<b@x.example>")
    queue.put(mail("<c@x.example>"))
    assert names(tmp_path) == ["outbox/000003", "sent/000001", "withdrawn/000002"]


def test_a_mail_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    """It is shown as a problem, with its file."""
    queue = FolderQueue(tmp_path)
    for name in ("<a@x.example>", "<b@x.example>"):
        queue.put(mail(name))
    first = next(tmp_path.glob("000001-*"))
    first.write_bytes(b"{")
    assert queue.waiting() == [mail("<b@x.example>")]
    assert [problem.where for problem in queue.problems()] == [str(first)]


def test_a_file_with_the_contents_of_another_does_not_go_out(tmp_path: Path) -> None:
    """Somebody copied it; sent under its Message-ID it would be a second email."""
    queue = FolderQueue(tmp_path)
    for name in ("<a@x.example>", "<b@x.example>"):
        queue.put(mail(name))
    first, second = sorted(tmp_path.glob("*.json"))
    second.write_bytes(first.read_bytes())
    assert queue.waiting() == [mail("<a@x.example>")]
    assert [problem.where for problem in queue.problems()] == [str(second)]


def test_half_written_and_other_files_are_no_mails(tmp_path: Path) -> None:
    """A crash or a person may leave something there."""
    (tmp_path / ".000001-x.json.abc.half").write_bytes(b"{")
    (tmp_path / "notes.txt").write_bytes(b"x")
    queue = FolderQueue(tmp_path)
    assert (queue.waiting(), queue.problems()) == ([], [])


def test_what_another_command_sent_or_withdrew_counts_at_once(tmp_path: Path) -> None:
    """The folders of emails that left are remembered, but never beyond a change of theirs."""
    queue, other = FolderQueue(tmp_path / "outbox"), FolderQueue(tmp_path / "outbox")
    for name in ("<a@x.example>", "<b@x.example>", "<c@x.example>"):
        queue.put(mail(name))
    other.sent("<a@x.example>")
    queue.put(mail("<a@x.example>"))
    other.withdraw("<c@x.example>")
    queue.put(mail("<d@x.example>"))
    other.sent("<b@x.example>")
    os.utime(tmp_path / "outbox" / "sent", (1, 1))  # two changes may share one tick of the disk's clock
    queue.put(mail("<b@x.example>"))
    assert names(tmp_path) == ["outbox/000004", "sent/000001", "sent/000002", "withdrawn/000003"]


def test_a_page_is_kept_with_its_email_and_older_files_have_none(tmp_path: Path) -> None:
    """What was put into the queue before there were pages goes out as it was written."""
    queue = FolderQueue(tmp_path)
    queue.put(replace(mail("<1@x.example>"), html="<p>Zoë</p>"))
    (file,) = tmp_path.glob("*.json")
    assert queue.waiting()[0].html == "<p>Zoë</p>"
    kept = json.loads(file.read_bytes())
    del kept["html"]
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert queue.waiting() == [mail("<1@x.example>")]
