"""IMAP IDLE: the server says when email comes. A hint and no more, beside looking every few minutes.

What each guard is for (imapclient 4.1): a server that closes during IDLE over TLS makes `idle_check` return nothing
at once, again and again; `idle_done` waits for an answer on a link that is cut; a line split in two raises.
"""

import time
from collections.abc import Callable, Sequence
from enum import Enum
from threading import Event

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from ..ground.errors import WorldFailed
from .headers import ODD_MAIL
from .imap_link import ImapAccount, logged_in

SLICE_SECONDS = 240.0
"""After so long IDLE is ended and started again; servers and routers forget links that say nothing for longer."""

LOOK_SECONDS = 1.0
"""How soon a request to stop is seen."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 300.0
"""Seconds between two links; doubled after each link that did not last."""

LASTED_SECONDS = 60.0
"""A link that lived so long was a good one: the next pause is the first again."""

FAILURES = (WorldFailed, IMAPClientError, OSError, *ODD_MAIL)
"""All that a link or a line that makes no sense can end in."""


class Heard(Enum):
    """How listening ended."""

    OPENED = "a new connection is listening"
    NEWS = "email came"
    QUIET = "the time is up, or we were told to stop"
    DEAD = "the connection is gone"
    NO_IDLE = "the server does not offer IDLE"


def wait_for_mail(account: ImapAccount, seconds: float, stop: Event) -> bool:
    """Listen on a link of its own until email comes; False after `seconds`, on `stop`, or where that cannot be.

    It never raises, and never returns False sooner without a reason; the caller pauses before the next call.
    """
    heard: list[Heard] = []

    def first(news: Heard) -> bool:
        heard.append(news)
        return news is Heard.OPENED

    _listen(account, seconds, stop, first)
    return Heard.NEWS in heard


def watch(account: ImapAccount, stop: Event, news: Callable[[], None], jitter: Callable[[], float]) -> None:
    """Call `news` whenever email may have come, until `stop`; never raises, never spins.

    Each new link is news too: what came while there was none was not heard.

    Args:
        account: the mailbox.
        stop: ends it within a second or two.
        news: called in this thread.
        jitter: a number from 0 to 1 for each pause, so that not all schools come back at once after an outage.
    """
    pause = FIRST_PAUSE

    def told(_: Heard) -> bool:
        news()
        return True

    while not stop.is_set():
        begun = time.monotonic()
        if _listen(account, float("inf"), stop, told) is Heard.NO_IDLE:
            return
        pause = FIRST_PAUSE if time.monotonic() - begun > LASTED_SECONDS else min(2 * pause, LONGEST_PAUSE)
        stop.wait(pause * (0.5 + jitter() / 2))


def _listen(account: ImapAccount, seconds: float, stop: Event, told: Callable[[Heard], bool]) -> Heard:
    """Listen on one link as long as it lives; `told` says after each news whether to go on."""
    ended = Heard.DEAD
    try:
        with logged_in(account) as server:
            server.select_folder(account.folder, readonly=True)
            if not server.has_capability("IDLE"):
                return Heard.NO_IDLE
            try:
                ended = _in_slices(server, time.monotonic() + seconds, stop, told)
            finally:
                # Not `idle_done`, not a logout: both would wait for an answer that may never come.
                _shut(server)
    except FAILURES:
        return ended
    return ended


def _in_slices(server: IMAPClient, until: float, stop: Event, told: Callable[[Heard], bool]) -> Heard:
    opened = False
    while True:
        server.idle()
        opened = opened or told(Heard.OPENED)
        heard = _slice(server, min(until, time.monotonic() + SLICE_SECONDS), stop, told)
        if heard is not Heard.QUIET or stop.is_set() or time.monotonic() >= until:
            return heard
        # Nothing is in doubt here, and the time-out of the link bounds the wait.
        _, lines = server.idle_done()
        if _speaks_of_mail(lines) and not told(Heard.NEWS):
            return Heard.NEWS


def _slice(server: IMAPClient, until: float, stop: Event, told: Callable[[Heard], bool]) -> Heard:
    while not stop.is_set() and (left := until - time.monotonic()) > 0:
        patience = min(left, LOOK_SECONDS)
        begun = time.monotonic()
        lines = server.idle_check(timeout=patience)
        if not lines and time.monotonic() - begun < 0.9 * patience:
            return Heard.DEAD
        if any(line[0] == b"BYE" for line in lines):
            return Heard.DEAD
        if _speaks_of_mail(lines) and not told(Heard.NEWS):
            return Heard.NEWS
    return Heard.QUIET


def _speaks_of_mail(lines: Sequence[Sequence[object]]) -> bool:
    return any(len(line) > 1 and line[1] in (b"EXISTS", b"RECENT") for line in lines)


def _shut(server: IMAPClient) -> None:
    try:
        server.shutdown()
    except FAILURES:
        return
