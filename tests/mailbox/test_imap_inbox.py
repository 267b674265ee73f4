from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.cutting_proxy import CuttingProxy
from servers.dovecot import PASSWORD, Dovecot
from servers.fixtures import dovecot, mailbox_user
from servers.needs import free_port

from letterladder.ground.errors import WorldFailed, WrongUsage
from letterladder.ground.values import replace
from letterladder.mailbox.imap_inbox import ImapInbox
from letterladder.mailbox.imap_link import ImapAccount
from letterladder.mailbox.secure_link import Protection

__all__ = ["dovecot", "mailbox_user"]

pytestmark = pytest.mark.dovecot
MAIL = b"From: a@elsewhere.example\r\nSubject: x\r\n\r\nHello\r\n"


@pytest.fixture
def account(dovecot: Dovecot, mailbox_user: str) -> ImapAccount:
    """An account over TLS with an empty mailbox."""
    return ImapAccount(
        host=dovecot.host,
        port=dovecot.imaps_port,
        user=mailbox_user,
        password=PASSWORD,
        ca_file=dovecot.ca_file,
        timeout_seconds=10,
    )


def keys(account: ImapAccount) -> list[str]:
    """The keys of all emails."""
    return [mail.key for batch in ImapInbox(account).arrivals(lambda _: False) for mail in batch]


def why(account: ImapAccount) -> str:
    """What reading this account ends in, in words."""
    with pytest.raises(WorldFailed) as failure:
        keys(account)
    return str(failure.value)


@pytest.mark.parametrize("tls", ["tls", "starttls", "none"])
def test_every_kind_of_link_reads_mail(dovecot: Dovecot, account: ImapAccount, tls: Protection) -> None:
    """TLS, STARTTLS, and plain to this machine."""
    dovecot.deliver(account.user, MAIL)
    port = dovecot.imaps_port if tls == "tls" else dovecot.imap_port
    assert len(keys(replace(account, tls=tls, port=port))) == 1


def test_a_wrong_password_is_told_from_a_missing_server(account: ImapAccount) -> None:
    """The office can fix the first, and waits on the second."""
    assert "password" in why(replace(account, password="wrong"))
    assert "cannot be reached" in why(replace(account, port=free_port()))


def test_the_password_is_never_shown(account: ImapAccount) -> None:
    """Neither in a traceback's account nor in a problem."""
    assert PASSWORD not in repr(account)
    assert "wrong" not in why(replace(account, password="wrong-secret"))


def test_a_certificate_nobody_vouches_for_is_refused(account: ImapAccount) -> None:
    """No email is read from a stranger in the middle."""
    assert "certificate" in why(replace(account, ca_file=None))


def test_a_certificate_for_another_name_is_refused(account: ImapAccount) -> None:
    """A certificate that is trusted, but is somebody else's, proves nothing."""
    with Dovecot(account.user, names=("elsewhere.example",)) as stranger:
        said = why(replace(account, port=stranger.imaps_port, ca_file=stranger.ca_file))
    assert "Hostname mismatch" in said


def test_plain_text_leaves_this_machine_never(account: ImapAccount) -> None:
    """Said when the program starts, not when the password is gone."""
    with pytest.raises(WrongUsage, match="unprotected"):
        ImapInbox(replace(account, host="mail.school.example", tls="none"))


def test_a_stripped_starttls_ends_the_link_before_the_password(
    dovecot: Dovecot, account: ImapAccount
) -> None:
    """Somebody in the middle takes STARTTLS out of what the server offers."""
    with CuttingProxy(
        dovecot.imap_port, rewrite=lambda said: said.replace(b"STARTTLS", b"XXXXXXXX")
    ) as proxy:
        said = why(replace(account, tls="starttls", port=proxy.port))
    assert "does not offer" in said
    assert b"LOGIN" not in proxy.said_by_client


def test_a_ca_file_that_is_not_there_is_said(account: ImapAccount) -> None:
    """A slip in school.toml is not the server's fault."""
    assert "trusted certificates" in why(replace(account, ca_file=Path("/nowhere/ca.pem")))


def test_a_folder_that_is_not_there_is_said(account: ImapAccount) -> None:
    """`check` says it too, without an exception."""
    assert "folder" in ImapInbox(replace(account, folder="Nowhere")).check()[0].what_to_do


@pytest.mark.parametrize("cut_after", [10, 400, 3_000, 60_000])
def test_a_link_cut_anywhere_loses_nothing(dovecot: Dovecot, account: ImapAccount, cut_after: int) -> None:
    """In the greeting, the login or the email: it is said, and the next look finds all."""
    dovecot.deliver(account.user, *[MAIL + b"x" * 50_000] * 2)
    with CuttingProxy(dovecot.imap_port, cut_after=cut_after) as proxy:
        why(replace(account, tls="none", port=proxy.port))
    assert len(keys(account)) == 2


def test_a_silent_server_is_given_up(account: ImapAccount) -> None:
    """A server that takes the link and says nothing must not hold the round."""
    with CuttingProxy(account.port, rewrite=lambda _: b"") as proxy:
        assert "in time" in why(replace(account, tls="none", port=proxy.port, timeout_seconds=0.3))


def test_reading_marks_nothing_as_read(dovecot: Dovecot, account: ImapAccount) -> None:
    """Another program's unread emails stay unread."""
    dovecot.deliver(account.user, MAIL)
    keys(account)
    with dovecot.login(account.user) as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search("UNSEEN") == [1]


def test_mails_somebody_has_read_are_shown(dovecot: Dovecot, account: ImapAccount) -> None:
    """A colleague who opens the shared mailbox hides no report."""
    dovecot.deliver(account.user, MAIL)
    with dovecot.login(account.user) as client:
        client.select_folder("INBOX")
        client.add_flags([1], [rb"\Seen"])
    assert len(keys(account)) == 1


def test_keys_of_a_renumbered_folder_move_nothing(dovecot: Dovecot, account: ImapAccount) -> None:
    """The same number may be another email now."""
    dovecot.deliver(account.user, MAIL)
    (key,) = keys(account)
    ImapInbox(account).put_aside([f"1:{key.partition(':')[2]}"])
    assert keys(account) == [key]


def test_a_folder_that_the_server_renumbered_shows_the_same_mails_under_new_keys(
    dovecot: Dovecot, account: ImapAccount
) -> None:
    """The first half of the key says so; the bytes say which email it is; the old keys move nothing."""
    dovecot.deliver(account.user, MAIL, MAIL.replace(b"Hello", b"Other"))
    before = {mail.key: mail.raw for batch in ImapInbox(account).arrivals(lambda _: False) for mail in batch}
    dovecot.renumber(account.user)
    after = {mail.key: mail.raw for batch in ImapInbox(account).arrivals(lambda _: False) for mail in batch}
    ImapInbox(account).put_aside(list(before))
    assert sorted(before.values()) == sorted(after.values())
    assert before.keys().isdisjoint(after.keys())
    assert keys(account) == list(after)


def test_large_mails_come_a_few_at_a_time(dovecot: Dovecot, account: ImapAccount) -> None:
    """Memory holds about 25 MB, not the mailbox."""
    dovecot.deliver(account.user, *[MAIL + b"x\r\n" * 3_000_000] * 5)
    sizes = [len(batch) for batch in ImapInbox(account).arrivals(lambda _: False)]
    assert sizes == [2, 2, 1]


def test_the_time_of_receipt_is_utc(dovecot: Dovecot, account: ImapAccount) -> None:
    """INTERNALDATE carries its zone."""
    dovecot.deliver(account.user, MAIL)
    ((mail,),) = ImapInbox(account).arrivals(lambda _: False)
    assert mail.received is not None
    assert str(mail.received.tzinfo) == "UTC"


WITHOUT_MOVE = "imap_capability = IMAP4rev1 LITERAL+ UIDPLUS NAMESPACE"
WITH_NEITHER = "imap_capability = IMAP4rev1 LITERAL+"
PREFIXED = "  prefix = INBOX.\n  separator = ."


@pytest.fixture
def other(request: pytest.FixtureRequest) -> Iterator[Dovecot]:
    """A server with other abilities, for one test."""
    extra, namespace = request.param
    with Dovecot("office@school.example", extra=extra, namespace=namespace) as server:
        yield server


def office(server: Dovecot) -> ImapAccount:
    """The one account of such a server."""
    return ImapAccount(
        host=server.host,
        port=server.imaps_port,
        user="office@school.example",
        password=PASSWORD,
        ca_file=server.ca_file,
    )


def put_aside_all(server: Dovecot) -> tuple[int, int]:
    """How many emails the inbox and the taken folder hold after two of them were put aside, twice."""
    account = office(server)
    server.deliver(account.user, MAIL, MAIL, MAIL)
    inbox, first = ImapInbox(account), keys(account)[:2]
    inbox.put_aside(first)
    inbox.put_aside(first)
    left = len(keys(account))
    return left, inbox.count() - left


@pytest.mark.parametrize(
    ("expected", "other"),
    [((1, 2), (WITHOUT_MOVE, "")), ((3, 0), (WITH_NEITHER, "")), ((1, 2), ("", PREFIXED))],
    indirect=["other"],
)
def test_other_servers_lose_nothing_either(expected: tuple[int, int], other: Dovecot) -> None:
    """Without MOVE: copied once. Without UIDPLUS too: left alone. With a prefix: the folder is put below it."""
    assert put_aside_all(other) == expected


@pytest.mark.parametrize("other", [(WITHOUT_MOVE, "")], indirect=True)
def test_a_copy_that_was_not_cleared_away_is_not_copied_again(other: Dovecot) -> None:
    """We died between copy and expunge: a copy each round would fill the disk."""
    account = office(other)
    other.deliver(account.user, MAIL)
    with other.login(account.user) as client:
        client.create_folder("Letterladder.Taken")
        client.select_folder("INBOX")
        client.copy([1], "Letterladder.Taken")
        client.add_flags([1], [rb"\Deleted", b"$LetterladderTaken"])
    ImapInbox(account).put_aside(keys(account))
    assert (keys(account), ImapInbox(account).count()) == ([], 1)
