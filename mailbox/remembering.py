"""Reads emails, and remembers the last small ones: a round keeps an email and judges it a moment later."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from ..rules.texts.forms import NO_FORMS, FormBook
from ..rules.texts.report import Arrival, Report
from .machine_reading import ReadPicture, with_machine_reading
from .message import read_arrival

MOST_REMEMBERED = 4_000_000
"""Bytes of raw emails whose reports are held."""

LARGEST_REMEMBERED = 200_000
"""Bytes of one such email."""

_Key = tuple[bytes, int, bool, datetime | None]


class RememberingReader:
    """The workflows' `MailReader`; it reads the same bytes once. Rebuilt for each round."""

    def __init__(
        self,
        forms: FormBook = NO_FORMS,
        read_picture: ReadPicture | None = None,
        *,
        by: Callable[[Arrival, datetime], Report] | None = None,
    ) -> None:
        """Read by these forms, and the words in pictures by `read_picture`; or all of it by another reader."""
        self._forms = forms
        self._by = by
        self._read_picture = read_picture
        self._held: OrderedDict[_Key, tuple[Report, int]] = OrderedDict()
        self._bytes = 0

    def __call__(self, arrival: Arrival, taken_at: datetime) -> Report:
        """See `MailReader`."""
        # Where nobody says when it was received, that may be when we took it.
        taken = taken_at if arrival.received is None else None
        key = (sha256(arrival.raw).digest(), arrival.size, arrival.cut, taken)
        known = self._held.get(key)
        if known is not None:
            # Of all that a report says, only the time of receipt is not in the bytes.
            return replace(known[0], received=arrival.received) if arrival.received else known[0]
        report = self._read(arrival, taken_at)
        if len(arrival.raw) <= LARGEST_REMEMBERED:
            self._remember(key, report, len(arrival.raw))
        return report

    def _read(self, arrival: Arrival, taken_at: datetime) -> Report:
        if self._by:
            return self._by(arrival, taken_at)
        report = read_arrival(arrival, taken_at, self._forms)
        return with_machine_reading(report, self._read_picture) if self._read_picture else report

    def _remember(self, key: _Key, report: Report, size: int) -> None:
        while self._held and self._bytes + size > MOST_REMEMBERED:
            _, (_, oldest) = self._held.popitem(last=False)
            self._bytes -= oldest
        self._held[key] = (report, size)
        self._bytes += size
