"""The derived index of mails: the fold of the mail log, kept up to the byte where it was last read.

What lies behind that byte is read when it is asked for, and checked against the hash chain from there on. A log that
was changed in any other way than by appending is read anew from its beginning.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime

import msgspec

from ...ground.errors import LogBroken
from ...rules.mails.mail_log import MailEntry, MailRow
from ...rules.mails.mail_rows import asks
from ...rules.words import Verdict
from ..logs.chain import End
from ..logs.long_log import LongLog
from ..logs.mail_end import Box, Key, LogEnd, Numbered
from ..logs.touched import NO_FILE, Stamp
from .index_store import IndexStore, Row, put_fact

READ_TO = "mail log read to"
FLUSH = 40_000
"""Rows kept in memory while a new index is made."""

_PUT = "INSERT OR REPLACE INTO mails VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ENCODE = msgspec.msgpack.Encoder(order="deterministic")
_DECODE = msgspec.msgpack.Decoder(MailRow)
_PLACE = msgspec.json.Decoder(tuple[Stamp, int, int, str, int])


class MailIndex:
    """The mails of one school as the index and the end of the log tell them. It answers as the folded log would."""

    def __init__(self, log: LongLog[MailEntry], store: IndexStore, renew: Callable[[], None]) -> None:
        """Remember where everything is; nothing is read yet.

        Args:
            log: the mail log.
            store: the index.
            renew: makes an index where there is none, or one of another log.
        """
        self._store = store
        self._renew = renew
        self._log = log
        self._base: tuple[int, int] | None = None
        self._filling: sqlite3.Connection | None = None
        self._flushed = False
        self._forget()

    def _forget(self) -> None:
        self._end = LogEnd(self._mail, self._box, 1)
        self._stamp: Stamp = NO_FILE
        self._place, self._chain = 0, End()
        self._behind = 0
        self._is_whole = True
        self._broken: Stamp = NO_FILE

    # -- following the log -------------------------------------------------------------------------------------------

    def is_outdated(self) -> bool:
        """Whether the log was changed otherwise than by appending, so that the index must be made anew."""
        self._begin()
        return self._was_changed(self._log.stamp())

    def sync(self) -> None:
        """Read what was appended since, which is asked beside the index.

        Raises:
            LogBroken: what was appended does not fit the chain.
            WorldFailed: the disk cannot be read, or the index is damaged and was thrown away.
        """
        self._begin()
        now = self._log.stamp()
        if now == self._stamp:
            return
        if self._was_changed(now):
            self._renew()
            self._begin()
            now = self._log.stamp()
        if now != NO_FILE:
            self._follow_surely(now)
        self._stamp = now

    def _follow_surely(self, now: Stamp) -> None:
        """What does not follow may be another log in the same file: then the index is no good, and not the log."""
        try:
            self._follow()
        except LogBroken:
            if self._is_whole or now == self._broken:
                raise
            self._broken = now
            deque(self._log.follow(0, End()), maxlen=0)
            self._renew()
            self._begin()
            self._follow()

    def _begin(self) -> None:
        """Begin anew where somebody else has written the index, or it is another one."""
        if not self._store.is_there():
            self._renew()
        base = self._store.state()
        if base != self._base:
            self._forget()
            self._base = base
            self._start()

    def _start(self) -> None:
        noted = self._store.fact(READ_TO)
        if noted:
            with self._store.unpacking():
                self._stamp, self._place, seq, own, following = _PLACE.decode(noted)
            self._chain, self._end.following = End(seq, own), following
            self._is_whole = False

    def _was_changed(self, now: Stamp) -> bool:
        """Another file, a shorter one, or one that was written in before its end."""
        if self._stamp in {NO_FILE, now}:
            return False
        # Of a last line that was torn, the bytes are cut off by the next entry, which may be a shorter one.
        was_torn = self._stamp[1] > self._place
        return now[0] != self._stamp[0] or now[1] < self._place or (now[1] == self._place and not was_torn)

    def _follow(self) -> None:
        for entry, place in self._log.follow(self._place, self._chain):
            self._end.take(entry)
            self._place, self._chain = place, End(entry.seq, entry.hash)
            self._behind += 1

    def _mail(self, key: Key) -> Numbered | None:
        if self._filling and not self._flushed:
            return None
        query = "SELECT number, row FROM mails WHERE mailbox = ? AND key = ?"
        found = self._ask(query, *key)
        return (found[0][0], self._unpack(found[0][1])) if found else None

    def _unpack(self, row: bytes) -> MailRow:
        if self._filling:
            return _DECODE.decode(row)
        with self._store.unpacking():
            return _DECODE.decode(row)

    def _box(self, mailbox: str) -> Box:
        found = self._ask("SELECT state FROM boxes WHERE mailbox = ?", mailbox)
        if not found:
            return Box()
        with self._store.unpacking():
            return msgspec.msgpack.decode(found[0][0], type=Box)

    def _ask(self, query: str, *values: object) -> list[Row]:
        """What the index answers, or the new one that is being filled."""
        if self._filling:
            return self._filling.execute(query, values).fetchall()
        return self._store.rows(query, *values)

    # -- what it answers ---------------------------------------------------------------------------------------------

    def row(self, mailbox: str, key: str) -> MailRow | None:
        """The mail that this mailbox showed under this key."""
        self.sync()
        found = self._end.mail((mailbox, key))
        return found[1] if found else None

    def unjudged(self) -> list[MailRow]:
        """Mails without a verdict, in the order first seen."""
        return self._over("verdict = ''", (), lambda row: row.judged is None)

    def in_tray(self) -> list[MailRow]:
        """Judged mails that wait for a person, in the order first seen."""
        return self._over(
            "verdict = 'intray'", (), lambda row: bool(row.judged) and row.verdict is Verdict.INTRAY
        )

    def unmoved(self, mailbox: str) -> list[MailRow]:
        """Mails of this mailbox that were not put aside there, in the order first seen."""
        return self._over(
            "put_aside = 0 AND +mailbox = ?",
            (mailbox,),
            lambda row: not row.put_aside and row.seen.mailbox == mailbox,
        )

    def of_bytes(self, sha256: str) -> MailRow | None:
        """The first judged mail of exactly these bytes."""
        found = self._over(
            "sha256 = ? AND verdict != ''",
            (sha256,),
            lambda row: bool(row.judged) and row.seen.sha256 == sha256,
        )
        return found[0] if found else None

    def of_message_id(self, message_id: str) -> list[MailRow]:
        """The judged mails of this Message-ID that are no copies, in the order first seen; none for ""."""
        if not message_id:
            return []
        return self._over(
            "message_id = ? AND verdict NOT IN ('', 'duplicate')",
            (message_id,),
            lambda row: (
                bool(row.judged)
                and row.seen.message_id == message_id
                and row.verdict is not Verdict.DUPLICATE
            ),
        )

    def asking(self) -> list[MailRow]:
        """Judged mails that may ask for information: those with a flag that starts such a clock."""
        return self._over("asks = 1", (), asks)

    def _over(self, where: str, values: tuple[str, ...], wanted: Callable[[MailRow], bool]) -> list[MailRow]:
        """What the index says, but for the mails that the end of the log speaks of; in the order first seen."""
        self.sync()
        query = f"SELECT number, mailbox, key, row FROM mails WHERE {where}"  # noqa: S608 - written above
        found = [
            (number, self._unpack(row))
            for number, mailbox, key, row in self._ask(query, *values)
            if (mailbox, key) not in self._end.rows
        ]
        found += [known for known in self._end.rows.values() if known and wanted(known[1])]
        return [row for _, row in sorted(found, key=lambda one: one[0])]

    def is_known(self, mailbox: str) -> bool:
        """Whether this mailbox was ever read."""
        self.sync()
        return self._end.box(mailbox).known

    def first_run_since(self, mailbox: str) -> tuple[bool, date | None]:
        """Whether the first run on this mailbox is still under way, and from which day on its mail is new."""
        self.sync()
        box = self._end.box(mailbox)
        return box.started, box.since

    def resets(self, mailbox: str) -> frozenset[str]:
        """What was said of renumberings of this mailbox."""
        self.sync()
        return self._end.box(mailbox).resets

    def had_receipt(self, to: str, day: date) -> bool:
        """Whether a receipt went to this address on this day in England."""
        self.sync()
        query = "SELECT 1 FROM receipts WHERE address = ? AND day = ?"
        return (to, day) in self._end.receipts or bool(self._ask(query, to, day.isoformat()))

    def last_received(self) -> datetime | None:
        """When the newest mail was received."""
        self.sync()
        query = "SELECT mailbox, key, received FROM mails ORDER BY received DESC LIMIT ?"
        # One more than the end of the log speaks of, so that one is left that it does not speak of.
        noted = self._ask(query, len(self._end.rows) + 1)
        times = [datetime.fromisoformat(at) for *key, at in noted if tuple(key) not in self._end.rows][:1]
        times += [known[1].seen.received for known in self._end.rows.values() if known]
        return max(times, default=None)

    def counts(self, mailbox: str) -> dict[Verdict, int]:
        """How many mails of this mailbox have each verdict; a mail not yet judged counts as in the in-tray."""
        self.sync()
        counts = dict.fromkeys(Verdict, 0)
        query = "SELECT verdict, count(*) FROM mails WHERE mailbox = ? GROUP BY verdict"
        for verdict, count in self._ask(query, mailbox):
            counts[Verdict(verdict) if verdict else Verdict.INTRAY] += count
        for key, known in self._end.rows.items():
            before = self._ask("SELECT row FROM mails WHERE mailbox = ? AND key = ?", *key)
            if before and key[0] == mailbox:
                counts[self._unpack(before[0][0]).verdict] -= 1
            if known and key[0] == mailbox:
                counts[known[1].verdict] += 1
        return counts

    # -- keeping it --------------------------------------------------------------------------------------------------

    def make(self, link: sqlite3.Connection) -> None:
        """Write every mail of the log into a new index.

        Raises:
            LogBroken: the log does not fit its chain.
        """
        self._forget()
        self._base, self._filling, self._flushed = None, link, False
        try:
            self._read_all(link)
        finally:
            self._filling = None
            self._forget()

    def _read_all(self, link: sqlite3.Connection) -> None:
        self._stamp = self._log.stamp()
        last = None
        for last, place in self._log.follow(0, End()) if self._stamp != NO_FILE else ():
            self._end.take(last)
            self._place = place
            if len(self._end.rows) >= FLUSH:
                self._put_rows(link)
                self._end.rows.clear()
                self._flushed = True
        self._chain = End(last.seq, last.hash) if last else End()
        self.write(link)

    @staticmethod
    def empty(link: sqlite3.Connection) -> None:
        """Leave a new index without mails: their log is read from its beginning by whoever asks."""
        for query in ("DELETE FROM mails", "DELETE FROM boxes", "DELETE FROM receipts"):
            link.execute(query)

    def has_news(self) -> bool:
        """Whether there is anything to write into the index file."""
        self.sync()
        return bool(self._behind)

    def write(self, link: sqlite3.Connection) -> None:
        """Write what was learnt into the index file."""
        self._put_rows(link)
        boxes = [(name, _ENCODE.encode(box)) for name, box in self._end.boxes.items()]
        link.executemany("INSERT OR REPLACE INTO boxes VALUES (?, ?)", boxes)
        receipts = [(to, day.isoformat()) for to, day in self._end.receipts]
        link.executemany("INSERT OR REPLACE INTO receipts VALUES (?, ?)", receipts)
        place = (self._stamp, self._place, *self._chain, self._end.following)
        put_fact(link, READ_TO, msgspec.json.encode(place).decode())

    def _put_rows(self, link: sqlite3.Connection) -> None:
        gone = [key for key, known in self._end.rows.items() if known is None]
        link.executemany("DELETE FROM mails WHERE mailbox = ? AND key = ?", gone)
        link.executemany(_PUT, _values_of(self._end.rows.values()))

    def written(self) -> None:
        """The index file holds all that was learnt."""
        self._base = None


def _values_of(rows: Iterable[Numbered | None]) -> Iterator[tuple[object, ...]]:
    for known in rows:
        if known:
            number, row = known
            seen = row.seen
            verdict = str(row.verdict) if row.judged else ""
            yield (
                number,
                seen.mailbox,
                seen.key,
                seen.sha256,
                seen.message_id,
                verdict,
                row.judged.ref if row.judged else "",
                row.put_aside,
                asks(row),
                seen.received.astimezone(UTC).isoformat(),
                _ENCODE.encode(row),
            )
