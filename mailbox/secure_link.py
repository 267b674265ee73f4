"""What IMAP and SMTP share: how a link is protected, and its failures in plain words."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path
from typing import Literal

from ..ground.errors import Problem, WorldFailed, WrongUsage

Protection = Literal["tls", "starttls", "none"]
"""TLS from the first byte; TLS after a plain greeting; nothing, to this machine only."""


def trusted(ca_file: Path | None, where: str) -> ssl.SSLContext:
    """Checks the server's certificate and name, against `ca_file` too where one is given."""
    try:
        context = ssl.create_default_context()
        if ca_file is not None:
            context.load_verify_locations(ca_file)
    except (OSError, ssl.SSLError) as error:
        raise WorldFailed(
            Problem(
                where=where,
                what=f"The file of trusted certificates {ca_file} cannot be used: {error}.",
                what_to_do="Put the correct path of a PEM file into school.toml.",
            )
        ) from error
    return context


def forbid_plain_to_strangers(host: str, tls: Protection, where: str) -> None:
    """Refuse an unprotected link that would leave this machine.

    Raises:
        WrongUsage: `tls` is "none" and `host` is not the loopback.
    """
    if tls == "none" and not _is_loopback(host):
        raise WrongUsage(
            Problem(
                where=where,
                what=f'tls = "none" would send the password unprotected to {host}.',
                what_to_do='Write tls = "tls" or tls = "starttls"; "none" is for a server on this computer only.',
            )
        )


@contextmanager
def plain_words(where: str, host: str, port: int) -> Iterator[None]:
    """Turn a failing link into `WorldFailed` with what happened and what to do.

    Errors of the protocols themselves are turned by the mailbox and the outbox, which know their meaning.
    """
    try:
        yield
    except OSError as error:
        what, what_to_do = _told(error, host, f"{host}:{port}")
        raise WorldFailed(Problem(where=where, what=what, what_to_do=what_to_do)) from error


def _told(error: OSError, host: str, place: str) -> tuple[str, str]:
    """What happened, and what to do. The order matters: some are kinds of others."""
    wait = "It will be tried again in the next round; if it goes on, ask whoever runs the server."
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"The certificate of {host} is not trusted: {error.verify_message}.",
            "Check the host's name in school.toml; for the school's own certificate authority, set ca_file.",
        )
    if isinstance(error, ConnectionResetError | BrokenPipeError | ssl.SSLEOFError):
        return f"{place} broke the connection off.", wait
    if isinstance(error, ssl.SSLError):
        return (
            f"No secure connection to {place}: {error.reason or error}.",
            'Check the port, and whether the server expects "tls" or "starttls".',
        )
    if isinstance(error, socket.gaierror):
        return (
            f"There is no server called {host}.",
            "Check the host's name in school.toml and the internet connection.",
        )
    if isinstance(error, TimeoutError):
        return f"{place} did not answer in time.", wait
    return (
        f"{place} cannot be reached: {error.strerror or error}.",
        "Check host and port in school.toml, and whether the server is running.",
    )


def keep_alive(link: socket.socket) -> None:
    """Notice a dead peer within some minutes (the system's own patience is two hours), and send at once."""
    link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for name, number in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 20), ("TCP_KEEPCNT", 4)):
        if hasattr(socket, name):  # not every system lets a program choose
            link.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), number)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
