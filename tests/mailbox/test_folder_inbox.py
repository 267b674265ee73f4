import os
from collections.abc import Callable
from pathlib import Path

import pytest

from letterladder.ground.errors import SomeUnread, WorldFailed
from letterladder.mailbox.folder_inbox import FolderInbox, headers_only
from letterladder.rules.texts.report import Arrival

LIMIT = 1_000_000


def put(folder: Path, name: str, text: bytes = b"Subject: x\n\nHello", at: int = 1) -> Path:
    """A file that was changed `at` seconds after the epoch."""
    file = folder / name
    file.write_bytes(text)
    os.utime(file, (at, at))
    return file


def names(folder: Path) -> list[str]:
    """File names of the emails shown, in order."""
    return shown(folder)[0]


def shown(folder: Path) -> tuple[list[str], list[str]]:
    """The same, and the files of which is said that they were not read."""
    found: list[str] = []
    try:
        for batch in FolderInbox(folder, LIMIT).arrivals(lambda _: False):
            found += [mail.key.rpartition(":")[0] for mail in batch]
    except SomeUnread as unread:
        return found, [Path(one.where).name for one in unread.problems]
    return found, []


def test_only_finished_mail_files_are_mail(tmp_path: Path) -> None:
    """Other files, hidden ones and half-copied ones are left alone."""
    for name in ("b.eml", "A.EML", "notes.txt", ".hidden.eml", "c.eml.part", "d.eml.tmp"):
        put(tmp_path, name)
    (tmp_path / "folder.eml").mkdir()
    assert names(tmp_path) == ["A.EML", "b.eml"]


def test_a_link_to_another_file_is_not_mail(tmp_path: Path) -> None:
    """A link could show any file of the machine as evidence."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "x.eml").symlink_to(put(tmp_path, "secret.txt"))
    assert names(inbox) == []


def test_what_only_has_the_name_of_an_email_is_said_and_never_opened(tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes into, a link to nothing; the emails beside them are shown."""
    put(tmp_path, "a.eml")
    (tmp_path / "folder.eml").mkdir()
    os.mkfifo(tmp_path / "pipe.EML")
    (tmp_path / "link.eml").symlink_to("nowhere")
    assert shown(tmp_path) == (["a.eml"], ["folder.eml", "link.eml", "pipe.EML"])


class Changing(FolderInbox):
    """Something happens to the folder between the look at its names and the reading."""

    def __init__(self, folder: Path, happens: Callable[[], object]) -> None:
        super().__init__(folder, LIMIT)
        self._happens = happens

    def _read(self, key: str, file: Path) -> Arrival:
        self._happens()
        return super()._read(key, file)


@pytest.mark.parametrize("swap", ["pipe", "link"])
def test_a_file_that_became_something_else_is_not_followed(tmp_path: Path, swap: str) -> None:
    """Neither waited for nor shown: whoever may write into the inbox may not read the machine by it."""
    secret, inbox = put(tmp_path, "secret.txt"), tmp_path / "inbox"
    inbox.mkdir()
    file = put(inbox, "a.eml")

    def happens() -> None:
        file.unlink()
        os.mkfifo(file) if swap == "pipe" else file.symlink_to(secret)

    with pytest.raises(SomeUnread, match="not a plain file"):
        list(Changing(inbox, happens).arrivals(lambda _: False))


def test_a_file_that_grows_while_it_is_read_comes_again_whole(tmp_path: Path) -> None:
    """What is shown first is no longer than it was; it is not put aside, and is shown again as it is then."""
    file = put(tmp_path, "a.eml", b"Subject: x\n\nHalf")

    def grows() -> None:
        file.write_bytes(b"Subject: x\n\nHalf and half")

    inbox = Changing(tmp_path, grows)
    first = [mail for batch in inbox.arrivals(lambda _: False) for mail in batch]
    inbox.put_aside([mail.key for mail in first])
    again = [
        mail for batch in FolderInbox(tmp_path, LIMIT).arrivals({first[0].key}.__contains__) for mail in batch
    ]
    assert [mail.raw for mail in again] == [b"Subject: x\n\nHalf and half"]


def test_order_is_by_time_then_name(tmp_path: Path) -> None:
    """Oldest first, whatever the names."""
    put(tmp_path, "a.eml", at=30)
    put(tmp_path, "c.eml", at=10)
    put(tmp_path, "b.eml", at=10)
    assert names(tmp_path) == ["b.eml", "c.eml", "a.eml"]


def test_a_changed_file_is_a_new_mail(tmp_path: Path) -> None:
    """Its bytes may differ: it is shown again, and its hash tells whether it is new."""
    put(tmp_path, "a.eml", at=10)
    inbox = FolderInbox(tmp_path, LIMIT)
    known = {mail.key for batch in inbox.arrivals(lambda _: False) for mail in batch}
    put(tmp_path, "a.eml", b"Subject: y\n\nOther", at=20)
    assert len(list(inbox.arrivals(known.__contains__))) == 1


def test_a_changed_file_is_not_put_aside_under_its_old_key(tmp_path: Path) -> None:
    """What nobody read yet must not leave the inbox."""
    put(tmp_path, "a.eml", at=20)
    FolderInbox(tmp_path, LIMIT).put_aside(["a.eml:10000000000"])
    assert names(tmp_path) == ["a.eml"]


def test_a_taken_mail_never_overwrites_another(tmp_path: Path) -> None:
    """Email programs use the same file name again and again."""
    inbox = FolderInbox(tmp_path, LIMIT)
    for text in (b"first", b"second"):
        put(tmp_path, "a.eml", text)
        inbox.put_aside([mail.key for batch in inbox.arrivals(lambda _: False) for mail in batch])
    taken = {file.name: file.read_bytes() for file in (tmp_path / "taken").iterdir()}
    assert taken == {"a.eml": b"first", "a-2.eml": b"second"}


@pytest.mark.parametrize("key", ["../outside.eml:1000000000", "/etc/hosts:1", "taken:1", ":", "x"])
def test_a_strange_key_moves_nothing(tmp_path: Path, key: str) -> None:
    """Only what the folder itself shows can be moved."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    outside = put(tmp_path, "outside.eml")
    FolderInbox(inbox, LIMIT).put_aside([key])
    assert outside.exists()


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """The round hears of it, and `check` says what to do."""
    inbox = FolderInbox(tmp_path / "nowhere", LIMIT)
    with pytest.raises(WorldFailed, match="nowhere"):
        list(inbox.arrivals(lambda _: False))
    assert "school.toml" in inbox.check()[0].what_to_do


def test_taken_mail_that_cannot_be_moved_is_said(tmp_path: Path) -> None:
    """A file in the place of the folder `taken`."""
    put(tmp_path, "a.eml", at=1)
    put(tmp_path, "taken")
    with pytest.raises(WorldFailed, match="taken"):
        FolderInbox(tmp_path, LIMIT).put_aside(["a.eml:1000000000"])


def test_files_that_are_never_read_are_pointed_out(tmp_path: Path) -> None:
    """Somebody may have saved a report as .msg and wait for an answer."""
    put(tmp_path, "report.msg")
    put(tmp_path, "a.eml")
    (problem,) = FolderInbox(tmp_path, LIMIT).check()
    assert "report.msg" in problem.what


def test_large_mails_are_handed_over_few_at_a_time(tmp_path: Path) -> None:
    """Memory holds about 25 MB, not the folder."""
    for number in range(5):
        put(tmp_path, f"{number}.eml", b"x" * 15_000_000)
    batches = FolderInbox(tmp_path, 20_000_000).arrivals(lambda _: False)
    assert [len(batch) for batch in batches] == [2, 2, 1]


@pytest.mark.parametrize(
    ("expected", "start"),
    [
        (b"A: b\r\n\r\n", b"A: b\r\n\r\nbody\n\nmore"),
        (b"A: b\n\n", b"A: b\n\nbody\r\n\r\nmore"),
        (b"no end", b"no end"),
    ],
)
def test_headers_end_at_the_first_empty_line(expected: bytes, start: bytes) -> None:
    """Of an email over the limit nothing of the body is taken."""
    assert headers_only(start) == expected


def test_what_cannot_be_a_mail_keeps_no_mail_from_being_shown(tmp_path: Path) -> None:
    """A folder, a link that leads nowhere, a pipe: each is named by `check`, and not as a file with a wrong name."""
    put(tmp_path, "z.eml")
    (tmp_path / "folder.eml").mkdir()
    (tmp_path / "link.eml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.eml")
    assert names(tmp_path) == ["z.eml"]
    said = FolderInbox(tmp_path, LIMIT).check()
    assert "it is not a file with a name ending in .eml: folder.eml, link.eml, pipe.eml" in said[0].what


def test_a_file_that_vanishes_while_it_is_read_keeps_no_other_back(tmp_path: Path) -> None:
    """Somebody moved it away; the next ones are shown."""
    for number in range(3):
        put(tmp_path, f"{number}.eml", at=number + 1)

    def known(key: str) -> bool:
        (tmp_path / "1.eml").unlink(missing_ok=True)
        return not key

    shown = [mail.key for batch in FolderInbox(tmp_path, LIMIT).arrivals(known) for mail in batch]
    assert [key.partition(":")[0] for key in shown] == ["0.eml", "2.eml"]


def test_a_mail_that_cannot_be_moved_keeps_no_other_from_it(tmp_path: Path) -> None:
    """It is said once the others were moved."""
    for name in ("a.eml", "b.eml"):
        put(tmp_path, name)
    inbox = FolderInbox(tmp_path, LIMIT)
    keys = [mail.key for batch in inbox.arrivals(lambda _: False) for mail in batch]
    (tmp_path / "taken").write_bytes(b"a file in the way")
    with pytest.raises(WorldFailed, match="cannot be moved"):
        inbox.put_aside(keys)
    (tmp_path / "taken").unlink()
    inbox.put_aside(keys)
    assert sorted(file.name for file in (tmp_path / "taken").iterdir()) == ["a.eml", "b.eml"]
