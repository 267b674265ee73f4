"""A small IMAP server inside the test, that can be made to lie, to cut its lines and to die.

It keeps one mailbox and what was moved out of it; it knows the commands that our inbox uses and no others.
"""

import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType

from servers.certificates import Certificates

GREETING = b"* OK ready\r\n"
ABLE = b"* CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS NAMESPACE\r\n"


class ScriptedImap:
    """Plain, or TLS where certificates are given; a context manager.

    Attributes:
        mails: uid to bytes; `taken` those that were moved.
        cut_after: bytes said on one link after which it is cut; None never cuts.
        piece: so many bytes are sent at a time; 0 sends lines whole.
        idle: what is said after IDLE began; None closes the link there.
        able: what it says it can do.
        refused: the uids of emails that it does not hand over.
        links: how many links there were.
        heard: the commands on all of them, in order.
    """

    host = "localhost"

    def __init__(self, certificates: Certificates | None = None) -> None:
        self.mails: dict[int, bytes] = {}
        self.taken: list[bytes] = []
        self.cut_after: int | None = None
        self.piece = 0
        self.idle: list[bytes] | None = []
        self.able = ABLE
        self.refused: set[int] = set()
        self.links = 0
        self.heard: list[bytes] = []
        self.said = 0
        self._context: ssl.SSLContext | None = None
        if certificates is not None:
            self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            self._context.load_cert_chain(certificates.chain_file, certificates.key_file)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])

    def __enter__(self) -> "ScriptedImap":
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            self.links += 1
            threading.Thread(target=self._talk, args=(link,), daemon=True).start()

    def _talk(self, link: socket.socket) -> None:
        with suppress(OSError):
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            talk = self._context.wrap_socket(link, server_side=True) if self._context else link
            with talk, talk.makefile("rb") as lines:
                self.said = 0
                self._say(talk, GREETING)
                for line in lines:
                    tag, _, command = line.strip().partition(b" ")
                    self.heard.append(command)
                    for answer in self._answers(tag, command):
                        self._say(talk, answer)
                    if command == b"IDLE" and not self._idled(talk, lines, tag):
                        return
                    if command == b"LOGOUT":
                        return

    def _idled(self, talk: socket.socket, lines: Iterator[bytes], tag: bytes) -> bool:
        """Whether the link goes on after IDLE."""
        if self.idle is None:
            return False
        for said in self.idle:
            time.sleep(0.2)  # else it comes in one packet with the answer to IDLE
            self._say(talk, said)
        for line in lines:
            self.heard.append(line.strip())
            if line.strip().upper() == b"DONE":
                self._say(talk, tag + b" OK done\r\n")
                return True
        return False

    def _say(self, talk: socket.socket, said: bytes) -> None:
        """Send, in pieces where that is needed; cut the link where its bytes are used up."""
        room = len(said) if self.cut_after is None else self.cut_after - self.said
        kept = said[: max(0, room)]
        self.said += len(kept)
        for start in range(0, len(kept), self.piece or max(1, len(kept))):
            talk.sendall(kept[start : start + (self.piece or len(kept))])
        if len(kept) < len(said):
            raise ConnectionResetError

    def _answers(self, tag: bytes, command: bytes) -> Iterator[bytes]:
        word = command.upper()
        if word == b"IDLE":
            yield b"+ idling\r\n"
            return
        if word == b"CAPABILITY":
            yield self.able
        elif word == b"NAMESPACE":
            yield b'* NAMESPACE (("" "/")) NIL NIL\r\n'
        elif word.startswith((b"SELECT", b"EXAMINE")):
            yield b"* %d EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n" % len(self.mails)
        elif word.startswith(b"LIST"):
            yield b'* LIST () "/" Letterladder/Taken\r\n'
        elif word.startswith(b"STATUS"):
            held = self.taken if b"TAKEN" in word else self.mails
            yield b"* STATUS %s (MESSAGES %d)\r\n" % (command.split()[1], len(held))
        elif word.startswith(b"UID SEARCH"):
            yield b"* SEARCH %s\r\n" % b" ".join(b"%d" % uid for uid in self.mails)
        elif word.startswith(b"UID FETCH"):
            if b"BODY" in word and self.refused.intersection(_uids(word)):
                yield tag + b" NO [SERVERBUG] a mail cannot be read\r\n"
                return
            yield from self._fetched(word)
        elif word.startswith(b"UID MOVE"):
            yield from self._moved(word)
        elif word == b"LOGOUT":
            yield b"* BYE\r\n"
        yield tag + b" OK done\r\n"

    def _fetched(self, word: bytes) -> Iterator[bytes]:
        for number, (uid, mail) in enumerate(self.mails.items(), 1):
            if uid not in _uids(word):
                continue
            if b"BODY.PEEK[]" in word:
                yield (
                    b'* %d FETCH (UID %d INTERNALDATE "20-Nov-2026 09:00:00 +0000" BODY[] {%d}\r\n%s)\r\n'
                    % (number, uid, len(mail), mail)
                )
            else:
                yield b"* %d FETCH (UID %d RFC822.SIZE %d FLAGS ())\r\n" % (number, uid, len(mail))

    def _moved(self, word: bytes) -> Iterator[bytes]:
        for uid in _uids(word):
            if uid in self.mails:
                # Moved before it is told: the link may be cut in between.
                self.taken.append(self.mails.pop(uid))
                yield b"* 1 EXPUNGE\r\n"


def _uids(word: bytes) -> list[int]:
    found = re.match(rb"UID \w+ ([\d,:]+)", word)
    assert found
    uids: list[int] = []
    for part in found.group(1).split(b","):
        first, _, last = part.partition(b":")
        uids += range(int(first), int(last or first) + 1)
    return uids
