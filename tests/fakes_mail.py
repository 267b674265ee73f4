"""An inbox and an outbox in memory, for tests of other parts; they pass the contracts of the real ones."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from letterladder.ground.errors import Problem, WorldFailed
from letterladder.rules.mails.outgoing import OutgoingMail
from letterladder.rules.texts.report import Arrival


class MemoryInbox:
    """Holds emails by key. `fails` makes every call fail as an unreachable server does."""

    def __init__(self, name: str = "memory", limit: int = 25_000_000, batch: int = 50) -> None:
        self.name = name
        self.has_a_past = True
        self.waiting: dict[str, Arrival] = {}
        self.taken: dict[str, Arrival] = {}
        self.fails = False
        self._limit = limit
        self._batch = batch
        self._last = 0

    def deliver(self, raw: bytes, received: datetime | None = None) -> str:
        """A new email arrives; its key."""
        self._last += 1
        key = f"1:{self._last}"
        cut = len(raw) > self._limit
        shown = raw[: raw.find(b"\r\n\r\n") + 4] if cut else raw
        self.waiting[key] = Arrival(key=key, raw=shown, size=len(raw), received=received, cut=cut)
        return key

    def arrivals(self, known: Callable[[str], bool]) -> Iterator[Sequence[Arrival]]:
        """Batches of emails not `known`, oldest first."""
        self._reach()
        unknown = [mail for key, mail in self.waiting.items() if not known(key)]
        for start in range(0, len(unknown), self._batch):
            yield unknown[start : start + self._batch]

    def put_aside(self, keys: Sequence[str]) -> None:
        """Move emails to `taken`."""
        self._reach()
        for key in keys:
            if key in self.waiting:
                self.taken[key] = self.waiting.pop(key)

    def count(self) -> int:
        """How many emails there are, taken ones included."""
        self._reach()
        return len(self.waiting) + len(self.taken)

    def check(self) -> list[Problem]:
        """The problem that `fails` stands for."""
        return [_unreachable(self.name)] if self.fails else []

    def _reach(self) -> None:
        if self.fails:
            raise WorldFailed(_unreachable(self.name))


class MemoryOutbox:
    """Keeps what was sent. `fails` makes every call fail as an unreachable server does."""

    def __init__(self) -> None:
        self.sent: list[OutgoingMail] = []
        self.fails = False

    def send(self, mail: OutgoingMail) -> None:
        """Keep `mail`, or fail."""
        if self.fails or not mail.to:
            raise WorldFailed(_unreachable("memory"))
        self.sent.append(mail)

    def check(self) -> list[Problem]:
        """The problem that `fails` stands for."""
        return [_unreachable("memory")] if self.fails else []


def _unreachable(where: str) -> Problem:
    return Problem(where=where, what="The server cannot be reached.", what_to_do="Try again later.")
