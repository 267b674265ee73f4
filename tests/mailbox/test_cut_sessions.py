"""A server that cuts its lines and its links at every byte of a session: nothing is lost, nothing comes twice."""

import os
import random

import pytest
from servers.scripted_imap import ScriptedImap

from letterladder.ground.errors import SomeUnread, WorldFailed
from letterladder.mailbox.imap_inbox import ImapInbox
from letterladder.mailbox.imap_link import ImapAccount

MAILS = {uid: b"From: a@b.example\r\nSubject: mail %d\r\n\r\nHello\r\n" % uid for uid in (3, 4, 9)}
SAMPLE = 150
"""Cuts tried in one run, other ones each time; LETTERLADDER_EVERY_CUT=1 tries all of them."""


def inbox(server: ScriptedImap) -> ImapInbox:
    """An inbox on this server."""
    return ImapInbox(
        ImapAccount(
            host=server.host, port=server.port, user="u", password="p", tls="none", timeout_seconds=5, batch=2
        )
    )


def take_all(server: ScriptedImap) -> list[bytes]:
    """One round's dealings with the mailbox: fetch all, then put all aside."""
    box = inbox(server)
    found = [mail for batch in box.arrivals(lambda _: False) for mail in batch]
    box.put_aside([mail.key for mail in found])
    return [mail.raw for mail in found]


def length_of_session() -> int:
    """Bytes that the server says on the longer of the two links."""
    with ScriptedImap() as server:
        server.mails = dict(MAILS)
        list(inbox(server).arrivals(lambda _: False))
        return server.said


def cuts() -> list[int]:
    """Where to cut."""
    every = list(range(length_of_session() + 1))
    if os.environ.get("LETTERLADDER_EVERY_CUT"):
        return every
    return sorted(random.SystemRandom().sample(every, min(SAMPLE, len(every))))


def test_a_link_cut_at_any_byte_loses_no_mail_and_takes_none_twice() -> None:
    """It fails in words, or it was the end; the next round finds the rest; the sum is what it was."""
    for cut in cuts():
        with ScriptedImap() as server:
            server.mails, server.cut_after = dict(MAILS), cut
            try:
                seen = take_all(server)
            except WorldFailed:
                seen = []
            server.cut_after = None
            seen = [*seen, *take_all(server)]
        assert sorted(server.taken) == sorted(MAILS.values()), f"cut after {cut} bytes"
        assert server.mails == {}, f"cut after {cut} bytes"


@pytest.mark.parametrize("piece", [1, 2, 7])
def test_lines_cut_into_pieces_are_read_whole(piece: int) -> None:
    """A network splits where it likes."""
    with ScriptedImap() as server:
        server.mails, server.piece = dict(MAILS), piece
        assert take_all(server) == list(MAILS.values())


def test_a_link_cut_while_fetching_shows_no_half_mail() -> None:
    """What was shown before is whole."""
    for cut in cuts():
        with ScriptedImap() as server:
            server.mails, server.cut_after = dict(MAILS), cut
            shown: list[bytes] = []
            try:
                for batch in inbox(server).arrivals(lambda _: False):
                    shown += [mail.raw for mail in batch]
            except WorldFailed:
                pass
        assert shown == list(MAILS.values())[: len(shown)], f"cut after {cut} bytes"


def test_a_mail_that_the_server_does_not_hand_over_keeps_no_other_back() -> None:
    """Some servers refuse a damaged email, and with it all that were asked for at once; it is named at the end."""
    with ScriptedImap() as server:
        server.mails, server.refused = dict(MAILS), {4}
        found: list[bytes] = []
        batches = inbox(server).arrivals(lambda _: False)
        with pytest.raises(SomeUnread, match=r"\(UID\) 4"):
            found.extend(mail.raw for batch in batches for mail in batch)
    assert found == [MAILS[3], MAILS[9]]
