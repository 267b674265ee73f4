"""Which links are opened while a test does something: the interpreter itself tells of every one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

LINKING = frozenset({"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.sendmsg"})


@contextmanager
def sockets() -> Iterator[list[str]]:
    """What was done with sockets in between: names looked up, links opened, packets sent."""
    seen: list[str] = []
    watching = [True]

    def hook(event: str, args: tuple[Any, ...]) -> None:
        del args
        if watching and event in LINKING:
            seen.append(event)

    sys.addaudithook(hook)  # cannot be taken back, only made deaf
    try:
        yield seen
    finally:
        watching.clear()
