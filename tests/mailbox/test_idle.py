"""Listening for email: never raising, never spinning, whatever the server does."""

import threading
import time
from collections.abc import Iterator

import pytest
from servers.certificates import Certificates
from servers.cutting_proxy import CuttingProxy
from servers.dovecot import PASSWORD, Dovecot
from servers.fixtures import certificates, dovecot, mailbox_user
from servers.needs import free_port
from servers.scripted_imap import ScriptedImap
from steps import steps_of

from letterladder.ground.values import replace
from letterladder.mailbox.idle import wait_for_mail, watch
from letterladder.mailbox.imap_link import ImapAccount

__all__ = ["certificates", "dovecot", "mailbox_user"]

MAIL = b"From: a@elsewhere.example\r\nSubject: x\r\n\r\nHello\r\n"


@pytest.fixture
def server(certificates: Certificates) -> Iterator[ScriptedImap]:
    """A server over TLS that does as it is told."""
    with ScriptedImap(certificates) as scripted:
        yield scripted


@pytest.fixture
def scripted(server: ScriptedImap, certificates: Certificates) -> ImapAccount:
    """An account on it."""
    return ImapAccount(
        host=server.host,
        port=server.port,
        user="u",
        password="p",
        ca_file=certificates.ca_file,
        timeout_seconds=3,
    )


@pytest.fixture
def account(dovecot: Dovecot, mailbox_user: str) -> ImapAccount:
    """An account on a real server."""
    return ImapAccount(
        host=dovecot.host,
        port=dovecot.imaps_port,
        user=mailbox_user,
        password=PASSWORD,
        ca_file=dovecot.ca_file,
        timeout_seconds=5,
    )


class Watching:
    """Watches in a thread, as the daemon does; a context manager. `news` counts how often it was told."""

    def __init__(self, account: ImapAccount) -> None:
        self.news = 0
        self.stop = threading.Event()
        self.thread = threading.Thread(target=watch, args=(account, self.stop, self._tell, lambda: 0.0))

    def _tell(self) -> None:
        self.news += 1

    def __enter__(self) -> "Watching":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self.thread.join(timeout=60)
        assert not self.thread.is_alive()

    def told(self, times: int) -> bool:
        """Whether it was told so often; a minute without it means that nothing comes."""
        patience = time.monotonic() + 60
        while self.news < times and time.monotonic() < patience:
            time.sleep(0.01)
        return self.news >= times


class Pauses(threading.Event):
    """A stop that waits for nobody: it writes down the pauses it is asked for, and stops after some of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most, self.asked = most, list[float]()

    def wait(self, timeout: float | None = None) -> bool:
        """No pause; the last one is the end."""
        self.asked.append(timeout or 0.0)
        if len(self.asked) == self.most:
            self.set()
        return self.is_set()


def heard(account: ImapAccount, seconds: float) -> bool:
    """What waiting says."""
    return wait_for_mail(account, seconds, threading.Event())


@pytest.mark.dovecot
def test_mail_is_heard_while_waiting(dovecot: Dovecot, account: ImapAccount) -> None:
    """True comes from the server's word alone: the end of the wait, two minutes off, would say False."""
    threading.Timer(0.5, dovecot.deliver, (account.user, MAIL)).start()
    assert heard(account, 120)


@pytest.mark.dovecot
def test_nothing_is_heard_where_nothing_comes(account: ImapAccount) -> None:
    """It comes back by itself at the end of its time."""
    assert not heard(account, 1.5)


@pytest.mark.dovecot
def test_one_link_hears_many_mails(dovecot: Dovecot, account: ImapAccount) -> None:
    """The link stays open: no email falls between two of them."""
    with Watching(account) as watching:
        assert watching.told(1)
        for times in (2, 3):
            dovecot.deliver(account.user, MAIL)
            assert watching.told(times)


@pytest.mark.dovecot
def test_a_link_that_was_cut_is_made_again(dovecot: Dovecot, account: ImapAccount) -> None:
    """And the new one is news: something may have come in between."""
    with (
        CuttingProxy(dovecot.imap_port) as proxy,
        Watching(replace(account, tls="none", port=proxy.port)) as watching,
    ):
        assert watching.told(1)
        proxy.cut()
        assert watching.told(2)
        dovecot.deliver(account.user, MAIL)
        assert watching.told(3)


def test_a_server_that_closes_during_idle_makes_nobody_spin(
    server: ScriptedImap, scripted: ImapAccount
) -> None:
    """The library's check returns at once and without an error, 192,339 times in two seconds elsewhere."""
    server.idle = None
    stop, told = Pauses(4), list[None]()
    work = steps_of(lambda: watch(scripted, stop, lambda: told.append(None), lambda: 0.0))
    assert (server.links, len(told), len(stop.asked)) == (4, 4, 4)
    assert work < 100_000


@pytest.mark.parametrize(("jitter", "pauses"), [(0.0, [1, 2, 4, 8, 16]), (1.0, [2, 4, 8, 16, 32])])
def test_the_pauses_grow(
    jitter: float, pauses: list[float], server: ScriptedImap, scripted: ImapAccount
) -> None:
    """Seconds between two links: a server in trouble is not hammered by every school at once."""
    server.idle = None
    stop = Pauses(5)
    watch(scripted, stop, lambda: None, lambda: jitter)
    assert stop.asked == pauses


@pytest.mark.parametrize(
    "said",
    [
        [b"* BYE shutting down\r\n"],
        [b"nonsense\r\n"],
        [b"* \xff\xfe (((\r\n"],
        [b'* 1 FETCH (FLAGS ("\r\n'],
        [b"* 4 EXI"],
        [b"\r\n" * 50],
    ],
)
def test_no_line_makes_it_raise(said: list[bytes], server: ScriptedImap, scripted: ImapAccount) -> None:
    """It is a hint: whatever is said, the rounds go on."""
    server.idle = said
    assert not heard(scripted, 1)


@pytest.mark.parametrize("said", [b"* 4 EXISTS\r\n", b"* 1 RECENT\r\n", b"* OK Still here\r\n* 4 EXISTS\r\n"])
def test_a_line_that_speaks_of_mail_is_news(said: bytes, server: ScriptedImap, scripted: ImapAccount) -> None:
    """Also behind others."""
    server.idle = [said]
    assert heard(scripted, 60)


def test_a_sign_of_life_is_no_news(server: ScriptedImap, scripted: ImapAccount) -> None:
    """Dovecot says "Still here" every two minutes."""
    server.idle = [b"* OK Still here\r\n"]
    assert not heard(scripted, 1)


def test_a_server_that_is_away_is_not_news(scripted: ImapAccount) -> None:
    """It returns, and says nothing; the caller pauses."""
    assert not heard(replace(scripted, port=free_port()), 5)


def test_stopping_says_nothing_to_the_server(scripted: ImapAccount, server: ScriptedImap) -> None:
    """Neither DONE nor LOGOUT, whose answers may never come; the link is shut, and there was one."""
    with Watching(scripted) as watching:
        assert watching.told(1)
    assert (server.heard[-1], server.links) == (b"IDLE", 1)


def test_a_server_without_idle_is_left_to_the_rounds(server: ScriptedImap, scripted: ImapAccount) -> None:
    """The watch ends by itself, and asks once; the looking every few minutes goes on."""
    server.able = b"* CAPABILITY IMAP4rev1\r\n"
    with Watching(scripted) as watching:
        watching.thread.join(timeout=60)
        assert not watching.thread.is_alive()
    assert (server.links, watching.news) == (1, 0)
