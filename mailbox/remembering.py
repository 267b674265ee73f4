"""Reads emails, and remembers the last small ones: a round keeps an email and judges it a moment later."""

from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from hashlib import sha256

from ..ground.values import replace
from ..rules.reports.looked import Looked
from ..rules.texts.forms import NO_FORMS, FormBook
from ..rules.texts.report import Arrival, Report
from .budget import BudgetedReader, Known, ReadingProcess
from .machine_reading import ReadPicture, with_machine_reading
from .message import read_arrival
from .reading_ahead import shared_pool

MOST_REMEMBERED = 4_000_000
"""Bytes of raw emails whose reports are held."""

LARGEST_REMEMBERED = 200_000
"""Bytes of one such email."""

MOST_AHEAD = 100
"""Emails that are read before anybody has asked for them."""

_Key = tuple[bytes, int, bool, datetime | None]


class RememberingReader:
    """The workflows' `MailReader` and `Looks`; it reads the same bytes once. Rebuilt for each round."""

    def __init__(
        self,
        forms: FormBook = NO_FORMS,
        read_picture: ReadPicture | None = None,
        *,
        by: BudgetedReader | None = None,
    ) -> None:
        """Read by these forms, and the words in pictures by `read_picture`; or all of it by another reader."""
        self._forms = forms
        self._by = by
        self._read_picture = read_picture
        self._held: OrderedDict[_Key, tuple[Known, int]] = OrderedDict()
        self._looked: dict[bytes, Looked] = {}
        self._coming: OrderedDict[_Key, Future[Known]] = OrderedDict()
        self._bytes = 0

    def __call__(self, arrival: Arrival, taken_at: datetime) -> Report:
        """See `MailReader`."""
        key = _key(arrival, taken_at)
        held = self._held.get(key)
        if held is not None:
            # Of all that a report says, only the time of receipt is not in the bytes.
            report = held[0].report
            return replace(report, received=arrival.received) if arrival.received else report
        coming = self._coming.pop(key, None)
        known = coming.result() if coming else self._read(arrival, taken_at)
        if len(arrival.raw) <= LARGEST_REMEMBERED:
            self._remember(key, known, len(arrival.raw))
        return known.report

    def looked(self, report: Report) -> Looked | None:
        """See `Looks`."""
        return self._looked.get(bytes.fromhex(report.sha256))

    def ahead(self, arrivals: Iterable[Arrival], taken_at: datetime) -> None:
        """See `Looks`."""
        if self._by is None:
            return
        for arrival in arrivals:
            key = _key(arrival, taken_at)
            if key not in self._held and key not in self._coming:
                read = partial(_by_process, self._by, arrival, taken_at)
                self._coming[key] = shared_pool().submit(read)
        while len(self._coming) > MOST_AHEAD:
            self._coming.popitem(last=False)[1].cancel()

    def rest(self) -> None:
        """See `Looks`."""
        for one in self._coming.values():
            one.cancel()
        self._coming.clear()
        shared_pool().rest()

    def _read(self, arrival: Arrival, taken_at: datetime) -> Known:
        if self._by:
            return self._by(arrival, taken_at)
        report = read_arrival(arrival, taken_at, self._forms)
        return Known(with_machine_reading(report, self._read_picture) if self._read_picture else report)

    def _remember(self, key: _Key, known: Known, size: int) -> None:
        while self._held and self._bytes + size > MOST_REMEMBERED:
            oldest, (_, its_size) = self._held.popitem(last=False)
            self._looked.pop(oldest[0], None)
            self._bytes -= its_size
        self._held[key] = (known, size)
        if known.looked:
            self._looked[key[0]] = known.looked
        self._bytes += size


def _key(arrival: Arrival, taken_at: datetime) -> _Key:
    # Where nobody says when it was received, that may be when we took it.
    taken = taken_at if arrival.received is None else None
    return sha256(arrival.raw).digest(), arrival.size, arrival.cut, taken


def _by_process(by: BudgetedReader, arrival: Arrival, taken_at: datetime, process: ReadingProcess) -> Known:
    return by(arrival, taken_at, process=process, judged=True)
