"""A TCP relay that cuts the link after so many bytes from the server, or rewrites what the server says."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType


class CuttingProxy:
    """Listens on the loopback and relays to `port`; a context manager.

    Args:
        port: the real server.
        cut_after: bytes from the server after which both links are shut; None never cuts.
        rewrite: applied to every piece of what the server says.
    """

    def __init__(
        self, port: int, cut_after: int | None = None, rewrite: Callable[[bytes], bytes] | None = None
    ) -> None:
        self._target = port
        self._cut_after = cut_after
        self._rewrite = rewrite or (lambda piece: piece)
        self.said_by_client = b""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._links: list[socket.socket] = []
        self.port = int(self._listener.getsockname()[1])

    def __enter__(self) -> "CuttingProxy":
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _shut(self._listener, *self._links)

    def cut(self) -> None:
        """Shut every link that is open now; new ones are taken."""
        _shut(*self._links)
        self._links.clear()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._target))
            self._links += [client, server]
            threading.Thread(target=self._up, args=(client, server), daemon=True).start()
            threading.Thread(target=self._down, args=(client, server), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        try:
            while piece := client.recv(65_536):
                self.said_by_client += piece
                server.sendall(piece)
        except OSError:
            pass
        _shut(client, server)

    def _down(self, client: socket.socket, server: socket.socket) -> None:
        room = self._cut_after
        try:
            while piece := server.recv(4_096):
                client.sendall(self._rewrite(piece if room is None else piece[:room]))
                if room is not None:
                    room -= len(piece)
                    if room <= 0:
                        break
        except OSError:
            pass
        _shut(client, server)


def _shut(*links: socket.socket) -> None:
    for link in links:
        with suppress(OSError):
            link.shutdown(socket.SHUT_RDWR)
        link.close()
