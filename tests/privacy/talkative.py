"""Servers that repeat in their refusals what they were told, names and passwords and all, as real ones do."""

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from servers.needs import free_port


class TalkativeSmtp:
    """Plain SMTP that refuses every recipient with their address and name in the words; a context manager."""

    def __init__(self) -> None:
        self.port = free_port()
        self.refused: list[str] = []
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> "TalkativeSmtp":
        self._controller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._controller.stop()

    async def handle_RCPT(  # noqa: N802, PLR0917 - aiosmtpd looks for this name and these arguments
        self, server: Any, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse."""
        del server, session, envelope, options
        self.refused.append(address)
        return f"550 5.1.1 <{address}>: Mrs Anita Hollis has left; Mr Ross Dunn of 3 Kiln Lane is unknown"


class TalkativeImap:
    """Says to every command NO, and repeats it with all its words; a context manager."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])

    def __enter__(self) -> "TalkativeImap":
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
            threading.Thread(target=self._talk, args=(link,), daemon=True).start()

    def _talk(self, link: socket.socket) -> None:
        with suppress(OSError), link, link.makefile("rb") as lines:
            link.sendall(b"* OK ready for Mrs Binns\r\n")
            for line in lines:
                self.heard.append(line.strip())
                tag, _, rest = line.strip().partition(b" ")
                if rest.upper().startswith(b"CAPABILITY"):
                    link.sendall(b"* CAPABILITY IMAP4rev1\r\n%s OK done\r\n" % tag)
                else:
                    link.sendall(
                        b"%s NO %s: Mr Ross Dunn may not, see ross.dunn@letterbox.example\r\n" % (tag, rest)
                    )
