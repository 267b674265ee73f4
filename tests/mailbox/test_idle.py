"""Listening for mail: heard soon, never raising, never spinning, whatever the server does."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from servers.certificates import Certificates
from servers.cutting_proxy import CuttingProxy
from servers.dovecot import PASSWORD, Dovecot
from servers.fixtures import certificates, dovecot, mailbox_user
from servers.needs import free_port
from servers.scripted_imap import ScriptedImap

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
    """Watches in a thread, as the daemon does; a context manager. `news` holds when it was told."""

    def __init__(self, account: ImapAccount, jitter: float = 0.0) -> None:
        self.news: list[float] = []
        self.stop = threading.Event()
        self.seconds_of_work = 0.0
        self.thread = threading.Thread(target=self._watch, args=(account, jitter))

    def _watch(self, account: ImapAccount, jitter: float) -> None:
        begun = time.thread_time()
        watch(account, self.stop, lambda: self.news.append(time.monotonic()), lambda: jitter)
        self.seconds_of_work = time.thread_time() - begun

    def __enter__(self) -> "Watching":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self.thread.join(timeout=10)
        assert not self.thread.is_alive()

    def told(self, times: int, within: float = 5) -> bool:
        """Whether it was told so often, waiting at most so many seconds."""
        deadline = time.monotonic() + within
        while len(self.news) < times and time.monotonic() < deadline:
            time.sleep(0.01)
        return len(self.news) >= times


def timed(account: ImapAccount, seconds: float) -> tuple[bool, float]:
    """What waiting says, and how long it took."""
    begun = time.monotonic()
    heard = wait_for_mail(account, seconds, threading.Event())
    return heard, time.monotonic() - begun


@pytest.mark.dovecot
def test_mail_is_heard_within_a_second_or_two(dovecot: Dovecot, account: ImapAccount) -> None:
    """Long before the next look."""
    threading.Timer(0.5, dovecot.deliver, (account.user, MAIL)).start()
    heard, seconds = timed(account, 10)
    assert heard
    assert seconds < 3


@pytest.mark.dovecot
def test_nothing_is_heard_where_nothing_comes(account: ImapAccount) -> None:
    """It waits its time and no longer."""
    heard, seconds = timed(account, 1.5)
    assert not heard
    assert 1.4 < seconds < 4


@pytest.mark.dovecot
def test_one_link_hears_many_mails(dovecot: Dovecot, account: ImapAccount) -> None:
    """The link stays open: no mail falls between two of them."""
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
    with Watching(scripted) as watching:
        time.sleep(4)
    assert 1 <= server.links <= 4
    assert watching.seconds_of_work < 0.5


def test_the_pauses_grow(server: ScriptedImap, scripted: ImapAccount) -> None:
    """A server in trouble is not hammered by every school at once."""
    server.idle = None
    with Watching(scripted) as watching:
        assert watching.told(3, within=9)
    first, second = (later - before for before, later in zip(watching.news, watching.news[1:], strict=False))
    assert (0.8 < first < 1.8, 1.7 < second < 2.9) == (True, True)


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
    heard, seconds = timed(scripted, 1)
    assert not heard
    assert seconds < 5


@pytest.mark.parametrize("said", [b"* 4 EXISTS\r\n", b"* 1 RECENT\r\n", b"* OK Still here\r\n* 4 EXISTS\r\n"])
def test_a_line_that_speaks_of_mail_is_news(said: bytes, server: ScriptedImap, scripted: ImapAccount) -> None:
    """Also behind others."""
    server.idle = [said]
    assert timed(scripted, 5)[0]


def test_a_sign_of_life_is_no_news(server: ScriptedImap, scripted: ImapAccount) -> None:
    """Dovecot says "Still here" every two minutes."""
    server.idle = [b"* OK Still here\r\n"]
    assert not timed(scripted, 1)[0]


def test_a_server_that_is_away_is_not_news(scripted: ImapAccount) -> None:
    """It returns, and says nothing; the caller pauses."""
    assert not timed(replace(scripted, port=free_port()), 5)[0]


def test_stopping_takes_a_second_or_two(scripted: ImapAccount, server: ScriptedImap) -> None:
    """No logout is waited for: the server here would never answer one."""
    with Watching(scripted) as watching:
        assert watching.told(1)
        begun = time.monotonic()
    assert time.monotonic() - begun < 2.5
    assert server.links == 1


def test_a_server_without_idle_is_left_to_the_rounds(server: ScriptedImap, scripted: ImapAccount) -> None:
    """The watch ends by itself, and asks once; the looking every few minutes goes on."""
    server.able = b"* CAPABILITY IMAP4rev1\r\n"
    with Watching(scripted) as watching:
        watching.thread.join(timeout=5)
        assert not watching.thread.is_alive()
    assert (server.links, watching.news) == (1, [])
