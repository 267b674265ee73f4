"""The web server of the desk: it speaks HTTPS itself where a certificate is given, and stops when it is told to."""

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from cheroot.server import HTTPConnection
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.wsgi import Server
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from ...config.desk_address import listens_at
from ...ground.collecting import collect_as_usual
from ...ground.errors import Problem, WorldFailed
from ...rules.people.school import Desking

THREADS = 16
WAITING = 64
"""Connections that wait for a thread; more are refused by the system."""
SECONDS = 30
"""For the next bytes of a request to arrive."""
_ONLY_HTTPS = (
    b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 28\r\n\r\nThe desk speaks HTTPS alone."
)


class PatientConnection(HTTPConnection):
    """One connection, whose handshake is done by the thread that answers it and never by the one that listens."""

    def communicate(self) -> bool:
        """Shake hands the first time, then answer one request; whether another may follow."""
        if isinstance(self.socket, ssl.SSLSocket) and not self.socket.version():
            try:
                self.socket.do_handshake()
            except OSError as error:
                if getattr(error, "reason", "") == "HTTP_REQUEST":
                    with suppress(OSError):
                        socket.socket.send(self.socket, _ONLY_HTTPS)
                return False
            self.ssl_env = self.server.ssl_adapter.get_environ(self.socket)
        try:
            return bool(super().communicate())  # type: ignore[no-untyped-call]
        except ssl.SSLError:
            return False  # the client has gone, and cannot even be told why


class PatientServer(Server):
    """A server of which a client that says nothing takes no thread: it waits among the idle ones until it speaks."""

    ConnectionClass = PatientConnection

    def process_conn(self, conn: Any) -> None:
        """Give a connection to a thread; a fresh one not before its first bytes are there."""
        if getattr(conn, "has_waited", False):
            super().process_conn(conn)
            return
        conn.has_waited = True
        self.put_conn(conn)


class Adapter(BuiltinSSLAdapter):
    """TLS 1.2 or newer; see `PatientConnection`."""

    def __init__(self, certificate: str, key: str) -> None:
        super().__init__(certificate, key)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2

    def wrap(self, sock: Any) -> tuple[Any, dict[str, Any]]:
        """The socket, which has not shaken hands yet."""
        return self.context.wrap_socket(sock, do_handshake_on_connect=False, server_side=True), {}


def server_of(app: Flask, desking: Desking, folder: Path) -> Server:
    """The server for these pages; it does not listen yet.

    Args:
        app: the pages.
        desking: where it listens and how it is protected.
        folder: in which the certificate and its key lie.

    Raises:
        WorldFailed: the certificate or its key cannot be read.
    """
    place = listens_at(desking)
    if place is None:
        raise AssertionError("settings without a place to listen were let through")
    wsgi = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=0) if desking.behind_proxy else app
    server = PatientServer(place, wsgi, numthreads=THREADS, request_queue_size=WAITING, timeout=SECONDS)
    server.server_name = "letterladder"
    server.max_request_header_size = 64 * 1024
    if desking.certificate:
        server.ssl_adapter = _protected(folder / desking.certificate, folder / desking.key)
    return server


def _protected(certificate: Path, key: Path) -> Adapter:
    try:
        return Adapter(str(certificate), str(key))
    except OSError as error:
        what = f"The certificate or its key cannot be read: {error.strerror or error}."
        do = "See [desk] in school.toml: both are PEM files beside it, readable by this account."
        raise WorldFailed(Problem(where=str(certificate), what=what, what_to_do=do)) from error


class Serving:
    """The desk at work in a thread of its own, beside the daemon or alone."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._thread = threading.Thread(target=self._work, name="desk", daemon=True)
        self.broke: BaseException | None = None

    def start(self) -> None:
        """Listen, then answer.

        Raises:
            WorldFailed: something else listens there, or it may not listen there.
        """
        try:
            self._server.prepare()
        except OSError as error:
            host, port = self._server.bind_addr[:2]
            what = f"The desk cannot listen at {host}:{port}: {error.strerror or error}."
            do = "See [desk], listen in school.toml; another program, or another desk, may listen there already."
            raise WorldFailed(Problem(where="desk", what=what, what_to_do=do)) from error
        collect_as_usual()
        self._thread.start()

    def _work(self) -> None:
        try:
            self._server.serve()
        except BaseException as error:
            self.broke = error
            raise

    @property
    def address(self) -> str:
        """Where it listens: "http://127.0.0.1:8400"."""
        host, port = self._server.bind_addr[:2]
        scheme = "https" if self._server.ssl_adapter else "http"
        return f"{scheme}://{f'[{host}]' if ':' in str(host) else host}:{port}"

    @property
    def is_alive(self) -> bool:
        """Whether it answers."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Answer what was asked, then end."""
        self._server.stop()
        self._thread.join(timeout=10)

    def wait(self, is_over: Callable[[float], bool]) -> None:
        """Until `is_over`, asked with seconds to wait for, says so, or the server broke."""
        while not is_over(0.5) and self._thread.is_alive():
            pass
