"""What every inbox promises: a folder, a memory fake, and IMAP on a real Dovecot over TLS."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from fakes_mail import MemoryInbox
from servers.dovecot import PASSWORD, Dovecot
from servers.fixtures import USERS, dovecot, mailbox_user

from letterladder.mailbox.folder_inbox import FolderInbox
from letterladder.mailbox.imap_inbox import ImapInbox
from letterladder.mailbox.imap_link import ImapAccount
from letterladder.rules.texts.report import Arrival
from letterladder.workflows.ports import Inbox

__all__ = ["dovecot", "mailbox_user"]

LIMIT = 2_000
SMALL = b"From: a@elsewhere.example\r\nSubject: %s\r\n\r\nText of the mail.\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An inbox, a way to put emails into it, and a way to count those put aside."""

    inbox: Inbox
    deliver: Callable[[bytes], object]
    count_taken: Callable[[], int]


@pytest.fixture(
    params=["folder", "memory", pytest.param("imap", marks=pytest.mark.dovecot)],
)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    """Each inbox in turn, empty."""
    if request.param == "folder":
        return _folder(tmp_path)
    if request.param == "memory":
        memory = MemoryInbox(limit=LIMIT)
        return Case(inbox=memory, deliver=memory.deliver, count_taken=lambda: len(memory.taken))
    return _imap(request.getfixturevalue("dovecot"), request.getfixturevalue("mailbox_user"))


def _folder(folder: Path) -> Case:
    def deliver(raw: bytes) -> None:
        (folder / f"{len(list(folder.iterdir())):03}.eml").write_bytes(raw)

    return Case(
        inbox=FolderInbox(folder, LIMIT),
        deliver=deliver,
        count_taken=lambda: len(list((folder / "taken").glob("*"))),
    )


def _imap(server: Dovecot, user: str) -> Case:
    assert user in USERS
    account = ImapAccount(
        host=server.host,
        port=server.imaps_port,
        user=user,
        password=PASSWORD,
        ca_file=server.ca_file,
        timeout_seconds=10,
        limit=LIMIT,
    )

    def count() -> int:
        with server.login(user) as client:
            return int(client.folder_status("Letterladder.Taken", ["MESSAGES"])[b"MESSAGES"])

    return Case(inbox=ImapInbox(account), deliver=lambda raw: server.deliver(user, raw), count_taken=count)


def everything(inbox: Inbox, known: frozenset[str] = frozenset()) -> list[Arrival]:
    """All emails the inbox shows."""
    return [mail for batch in inbox.arrivals(known.__contains__) for mail in batch]


def subjects(mails: list[Arrival]) -> list[bytes]:
    """Their subjects."""
    return [mail.raw.split(b"Subject: ")[1].split(b"\r\n")[0] for mail in mails]


def test_an_empty_inbox_shows_nothing(case: Case) -> None:
    """No email is not a batch, and no error."""
    assert everything(case.inbox) == []


def test_mails_are_shown_oldest_first(case: Case) -> None:
    """The first report is worked on first."""
    for name in (b"one", b"two", b"three"):
        case.deliver(SMALL % name)
    assert subjects(everything(case.inbox)) == [b"one", b"two", b"three"]


def test_the_bytes_are_those_of_the_mail(case: Case) -> None:
    """The email is evidence: not a byte of it is changed (a server may put its own lines above)."""
    case.deliver(SMALL % b"proof")
    (mail,) = everything(case.inbox)
    assert mail.raw.endswith(SMALL % b"proof")
    assert (mail.size, mail.cut) == (len(mail.raw), False)


def test_a_known_mail_is_not_shown_again(case: Case) -> None:
    """The ledger of keys decides, not a read mark."""
    case.deliver(SMALL % b"old")
    known = frozenset(mail.key for mail in everything(case.inbox))
    case.deliver(SMALL % b"new")
    assert subjects(everything(case.inbox, known)) == [b"new"]


def test_looking_twice_shows_the_same_keys(case: Case) -> None:
    """A key is stable, and reading changes nothing."""
    case.deliver(SMALL % b"one")
    case.deliver(SMALL % b"two")
    assert [mail.key for mail in everything(case.inbox)] == [mail.key for mail in everything(case.inbox)]


def test_a_mail_put_aside_is_gone_from_the_inbox_and_kept(case: Case) -> None:
    """Taken is moved, never deleted."""
    case.deliver(SMALL % b"one")
    case.deliver(SMALL % b"two")
    case.inbox.put_aside([everything(case.inbox)[0].key])
    assert (subjects(everything(case.inbox)), case.count_taken()) == ([b"two"], 1)


def test_the_count_takes_in_the_mails_put_aside(case: Case) -> None:
    """Nothing is lost: the sum stays the same while emails are taken."""
    before = case.inbox.count()
    case.deliver(SMALL % b"one")
    case.deliver(SMALL % b"two")
    counts = [before, case.inbox.count()]
    case.inbox.put_aside([everything(case.inbox)[0].key])
    assert [*counts, case.inbox.count()] == [0, 2, 2]


def test_putting_aside_twice_is_no_error(case: Case) -> None:
    """A crash between the move and its note in the ledger makes us try again."""
    case.deliver(SMALL % b"one")
    keys = [mail.key for mail in everything(case.inbox)]
    case.inbox.put_aside(keys)
    case.inbox.put_aside(keys)
    assert case.count_taken() == 1


def test_a_mail_over_the_limit_is_shown_by_its_headers(case: Case) -> None:
    """Too large is never skipped: somebody must see that it came."""
    case.deliver(SMALL % b"huge" + b"x" * 100 * LIMIT)
    (mail,) = everything(case.inbox)
    assert mail.cut
    assert mail.size > 100 * LIMIT
    assert mail.raw.endswith(b"Subject: huge\r\n\r\n")


def test_many_mails_come_in_batches(case: Case) -> None:
    """All are shown, and never more than fifty at a time."""
    for number in range(120):
        case.deliver(SMALL % str(number).encode())
    sizes = [len(batch) for batch in case.inbox.arrivals(lambda _: False)]
    assert (sum(sizes), max(sizes)) == (120, 50)


def test_a_consumer_may_stop_early(case: Case) -> None:
    """Closing the iterator ends the link, and the next look is whole."""
    case.deliver(SMALL % b"one")
    batches = case.inbox.arrivals(lambda _: False)
    next(iter(batches))
    batches.close()  # type: ignore[attr-defined]  # every inbox here is a generator
    assert len(everything(case.inbox)) == 1


def test_a_working_inbox_has_no_problems(case: Case) -> None:
    """`check` is silent when all is well."""
    assert case.inbox.check() == []
