"""A mail server that keeps what it took, so that a second sending of a letter cannot hide."""

from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from servers.needs import free_port


class Sink:
    """Plain SMTP on the loopback; `taken` holds the X-Letterladder kind and the raw email of each."""

    def __init__(self) -> None:
        self.port = free_port()
        self.taken: list[tuple[str, bytes]] = []
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> "Sink":
        self._controller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._controller.stop()

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        """Take the email."""
        del server, session
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        heads = [line for line in content.splitlines() if line.startswith(b"X-Letterladder:")]
        kind = heads[0].partition(b":")[2].strip().decode() if heads else ""
        self.taken.append((kind, content))
        return "250 OK"

    @property
    def letters(self) -> int:
        """How many letters to adults came."""
        return sum(kind == "letter" for kind, _ in self.taken)
