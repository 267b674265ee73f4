"""Tell systemd that the daemon is ready, alive and how it fares: one datagram to the socket it names, no library.

Where systemd did not start us, nothing happens. See docs/letterladder.service.
"""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress


def notify(*words: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Send these assignments ("READY=1", "STATUS=..."); False where nobody listens."""
    address = environment.get("NOTIFY_SOCKET", "")
    if not address or not hasattr(socket, "AF_UNIX"):
        return False
    if address.startswith("@"):
        address = "\0" + address[1:]  # an abstract socket, which has no place on disk
    text = "\n".join(" ".join(word.split()) for word in words)
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as link:
        link.connect(address)
        link.sendall(text.encode())
        return True
    return False


def watchdog_seconds(environment: Mapping[str, str] = os.environ) -> float:
    """How often to say that we are alive: half of what systemd waits; 0 where it does not watch us."""
    if environment.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return 0.0
    try:
        return int(environment.get("WATCHDOG_USEC", "0")) / 2_000_000
    except ValueError:
        return 0.0
