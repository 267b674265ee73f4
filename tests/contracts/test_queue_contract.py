"""What every outgoing queue promises; run on the folder and on the fake in memory."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fakes_disk import MemoryQueue

from letterladder.ground.errors import Refused
from letterladder.records.outgoing.outgoing_queue import FolderQueue
from letterladder.rules.mails.outgoing import MailKind, OutgoingFile, OutgoingMail
from letterladder.workflows.ports import OutgoingQueue

MAKERS: dict[str, Callable[[Path], OutgoingQueue]] = {
    "folder": lambda folder: FolderQueue(folder / "outbox"),
    "memory": lambda _: MemoryQueue(),
}


@pytest.fixture(params=sorted(MAKERS))
def queue(request: pytest.FixtureRequest, tmp_path: Path) -> OutgoingQueue:
    return MAKERS[request.param](tmp_path)


def mail(message_id: str, text: str = "Please approve.") -> OutgoingMail:
    """One email to the head, with a file of every byte there is."""
    return OutgoingMail(
        message_id=message_id,
        kind=MailKind.APPROVAL,
        to=("head@fellside.example",),
        subject="2026-0001",
        text=text,
        files=(OutgoingFile(name="a.docx", media_type="application/msword", content=bytes(range(256))),),
        calendar=b"BEGIN:VCALENDAR\r\n",
        ref="2026-0001",
    )


def test_a_waiting_mail_comes_back_as_it_was(queue: OutgoingQueue) -> None:
    """Every field and every byte of its files."""
    queue.put(mail("<a@school.example>"))
    assert queue.waiting() == [mail("<a@school.example>")]


def test_the_oldest_mail_is_first(queue: OutgoingQueue) -> None:
    """In the order they were put, also when one in between has gone and more than ten wait."""
    names = [f"<{number}@school.example>" for number in range(12, 0, -1)]
    for name in names:
        queue.put(mail(name))
    queue.sent(names.pop(3))
    assert [waiting.message_id for waiting in queue.waiting()] == names


def test_the_same_message_id_is_kept_once(queue: OutgoingQueue) -> None:
    """The first one counts; a second try is the same email."""
    queue.put(mail("<a@school.example>"))
    queue.put(mail("<a@school.example>", text="again"))
    assert queue.waiting() == [mail("<a@school.example>")]


def test_a_sent_mail_does_not_wait_any_more(queue: OutgoingQueue) -> None:
    """Saying so twice is not an error."""
    queue.put(mail("<a@school.example>"))
    queue.sent("<a@school.example>")
    queue.sent("<a@school.example>")
    assert queue.waiting() == []


def test_it_is_known_which_mails_left(queue: OutgoingQueue) -> None:
    """Not those that wait, were withdrawn, or never were here."""
    for name in ("<a@school.example>", "<b@school.example>", "<c@school.example>"):
        queue.put(mail(name))
    queue.sent("<a@school.example>")
    queue.withdraw("<b@school.example>")
    names = ["<a@school.example>", "<b@school.example>", "<c@school.example>", "<d@school.example>"]
    assert [queue.has_left(name) for name in names] == [True, False, False, False]


def test_an_email_that_left_can_be_read_again(queue: OutgoingQueue) -> None:
    """Not one that waits, nor one that never was here."""
    queue.put(mail("<a@school.example>"))
    queue.put(mail("<b@school.example>"))
    queue.sent("<a@school.example>")
    assert queue.kept("<a@school.example>") == mail("<a@school.example>")
    assert (queue.kept("<b@school.example>"), queue.kept("<c@school.example>")) == (None, None)


def test_a_sent_mail_is_never_queued_again(queue: OutgoingQueue) -> None:
    """No letter goes out twice because a round was repeated."""
    queue.put(mail("<a@school.example>"))
    queue.sent("<a@school.example>")
    queue.put(mail("<a@school.example>"))
    assert queue.waiting() == []


def test_a_mail_never_queued_cannot_have_been_sent(queue: OutgoingQueue) -> None:
    """That would hide a lost email."""
    with pytest.raises(Refused):
        queue.sent("<a@school.example>")


def test_any_message_id_can_be_kept(queue: OutgoingQueue) -> None:
    """A Message-ID is text from outside: it may hold characters that no file name may, and differ in capitals only."""
    names = ["<../../x@y.example>", "<A@y.example>", "<a@y.example>", "<é:*?@y.example>"]
    for name in names:
        queue.put(mail(name))
    assert [waiting.message_id for waiting in queue.waiting()] == names


def test_a_withdrawn_mail_does_not_go_out(queue: OutgoingQueue) -> None:
    """Nor is it an error to withdraw it twice; the others wait on."""
    queue.put(mail("<a@school.example>"))
    queue.put(mail("<b@school.example>"))
    queue.withdraw("<a@school.example>")
    queue.withdraw("<a@school.example>")
    assert [waiting.message_id for waiting in queue.waiting()] == ["<b@school.example>"]


def test_a_withdrawn_mail_may_be_wanted_after_all(queue: OutgoingQueue) -> None:
    """It then waits behind those that came before."""
    for name in ("<a@school.example>", "<b@school.example>"):
        queue.put(mail(name))
    queue.withdraw("<a@school.example>")
    queue.put(mail("<a@school.example>"))
    assert [waiting.message_id for waiting in queue.waiting()] == ["<b@school.example>", "<a@school.example>"]


def test_a_sent_mail_cannot_be_withdrawn(queue: OutgoingQueue) -> None:
    """What went out stays out; neither can an email be withdrawn that never was here."""
    queue.put(mail("<a@school.example>"))
    queue.sent("<a@school.example>")
    for name in ("<a@school.example>", "<never@school.example>"):
        with pytest.raises(Refused):
            queue.withdraw(name)
