"""The derived index of emails: the fold of the email log, kept up to the byte where it was last read.

Before each answer, what is behind that byte is read and checked against the hash chain from there on. A log that
was changed in any other way than by appending is read again from its beginning.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime

import msgspec

from ...ground.errors import LogBroken
from ...rules.mails.earlier_mails import address_of
from ...rules.mails.mail_event import Asking
from ...rules.mails.mail_log import MailEntry, MailRow
from ...rules.mails.mail_rows import asks
from ...rules.words import Verdict
from ..logs.chain import End
from ..logs.long_log import LongLog
from ..logs.mail_end import Box, Key, LogEnd, Numbered
from ..logs.stamps import NO_FILE, Stamp
from .index_file import AnswerT, IndexFile, Link, Row, changing, fact, put_fact

READ_TO = "mail log read to"
FLUSH = 40_000
"""Rows kept in memory while a log is read."""

_PUT = "INSERT OR REPLACE INTO mails VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ENCODE = msgspec.msgpack.Encoder(order="deterministic")
_DECODE = msgspec.msgpack.Decoder(MailRow)


class _Place(msgspec.Struct, frozen=True, array_like=True):
    """Where the log was read to: its stamp then, the byte, the end of the chain there, and the next email's number."""

    stamp: Stamp = NO_FILE
    byte: int = 0
    seq: int = 0
    hash: str = ""
    following: int = 1

    def was_changed(self, now: Stamp) -> bool:
        """Whether the log is another file, a shorter one, or one that was written in before its end."""
        if self.stamp in {NO_FILE, now}:
            return False
        # Of a last line that was torn, the bytes are cut off by the next entry, which may be a shorter one.
        was_torn = self.stamp[1] > self.byte
        return now[0] != self.stamp[0] or now[1] < self.byte or (now[1] == self.byte and not was_torn)


_PLACE = msgspec.json.Decoder(_Place)


class MailIndex:
    """The emails of one school. It answers as the folded log would."""

    def __init__(self, log: LongLog[MailEntry], tables: IndexFile) -> None:
        """Remember where everything is; nothing is read yet."""
        self._log = log
        self._tables = tables
        self._seen: tuple[object, ...] = ()
        self._broken: tuple[Stamp, LogBroken] | None = None

    # -- following the log -------------------------------------------------------------------------------------------

    def _bring_up_to_date(self, link: Link) -> None:
        """Read what was appended since.

        Raises:
            LogBroken: the log does not fit its chain.
            WorldFailed: it cannot be read.
        """
        seen = (self._tables.state(link), now := self._log.stamp())
        if self._seen == seen:
            return
        if self._broken and self._broken[0] == now:
            raise self._broken[1]
        try:
            with changing(link):
                self.fill(link)
        except LogBroken as broken:
            self._broken = (now, broken)
            raise
        self._seen = seen

    def fill(self, link: Link) -> None:
        """Read the log into the tables, from where it was read to.

        Raises:
            LogBroken: it does not fit its chain; the tables are not whole then.
            WorldFailed: it cannot be read.
        """
        now, noted = self._log.stamp(), fact(link, READ_TO)
        place = _PLACE.decode(noted) if noted else _Place()
        if place.was_changed(now):
            clear(link)
            place = _Place()
        elif place.stamp == now:
            return
        if now == NO_FILE:
            return
        try:
            self._follow(link, now, place)
        except LogBroken:
            if not place.byte:
                raise
            # What does not follow may be another log in the same file.
            clear(link)
            self._follow(link, now, _Place())

    def _follow(self, link: Link, now: Stamp, place: _Place) -> None:
        before = _Before(link, is_empty=not place.byte)
        end = LogEnd(before.mail, before.box, place.following)
        byte, chain = place.byte, End(place.seq, place.hash)
        for entry, byte in self._log.follow(place.byte, chain):  # noqa: B007 - the last one is kept
            end.take(entry)
            chain = End(entry.seq, entry.hash)
            if len(end.rows) >= FLUSH:
                before.is_empty = False
                _put_rows(link, end)
        _put(link, end)
        noted = _Place(now, byte, *chain, end.following)
        put_fact(link, READ_TO, msgspec.json.encode(noted).decode())

    # -- what it answers ---------------------------------------------------------------------------------------------

    def row(self, mailbox: str, key: str) -> MailRow | None:
        """The email that this mailbox showed under this key."""
        found = self._mails("mailbox = ? AND key = ?", mailbox, key)
        return found[0] if found else None

    def unjudged(self) -> list[MailRow]:
        """Emails without a verdict, in the order first seen."""
        return self._mails("verdict = ''")

    def in_tray(self) -> list[MailRow]:
        """Judged emails that wait for a person, in the order first seen."""
        return self._mails("verdict = 'intray'")

    def by_machines(self, most: int) -> list[MailRow]:
        """The last emails that were filed as a machine's, newest first."""
        query = "SELECT row FROM mails WHERE verdict IN ('robot', 'bounce') ORDER BY number DESC LIMIT ?"
        return self._asked(lambda link: [_DECODE.decode(row) for (row,) in link.execute(query, (most,))])

    def unmoved(self, mailbox: str) -> list[MailRow]:
        """Emails of this mailbox that were not put aside there, in the order first seen."""
        return self._mails("put_aside = 0 AND +mailbox = ?", mailbox)

    def of_bytes(self, sha256: str) -> MailRow | None:
        """The first judged email of exactly these bytes."""
        found = self._mails("sha256 = ? AND verdict != ''", sha256)
        return found[0] if found else None

    def named(self, start: str) -> list[MailRow]:
        """Emails whose SHA-256 begins so, copies among them, in the order first seen."""
        return self._mails("sha256 >= ? AND sha256 < ?", start, f"{start}g")

    def of_sender(self, address: str) -> list[MailRow]:
        """Judged emails from this address, lower case, in the order first seen; none for ""."""
        return self._mails("sender = ? AND verdict != ''", address) if address else []

    def of_message_id(self, message_id: str) -> list[MailRow]:
        """The judged emails of this Message-ID that are not copies, in the order first seen; none for ""."""
        if not message_id:
            return []
        return self._mails("message_id = ? AND verdict NOT IN ('', 'duplicate')", message_id)

    def asking(self) -> list[MailRow]:
        """Judged emails that may ask for information: those with a flag that starts such a clock."""
        return self._mails("asks = 1")

    def is_known(self, mailbox: str) -> bool:
        """Whether this mailbox was ever read."""
        return self._box(mailbox).known

    def first_run_since(self, mailbox: str) -> tuple[bool, date | None]:
        """Whether the first run on this mailbox is still under way, and from which day on its email is new."""
        box = self._box(mailbox)
        return box.started, box.since

    def resets(self, mailbox: str) -> frozenset[str]:
        """What was said of renumberings of this mailbox."""
        return self._box(mailbox).resets

    def last_asked(self, mailbox: str) -> Asking:
        """What a language model was asked about emails of this mailbox on the last day on which it was."""
        return self._box(mailbox).asking

    def had_receipt(self, to: str, day: date) -> bool:
        """Whether a receipt went to this address on this day in England."""
        query = "SELECT 1 FROM receipts WHERE address = ? AND day = ?"
        return bool(self._ask(query, to, day.isoformat()))

    def last_received(self) -> datetime | None:
        """When the newest email was received."""
        ((newest,),) = self._ask("SELECT max(received) FROM mails")
        return datetime.fromisoformat(newest) if newest else None

    def counts(self, mailbox: str) -> dict[Verdict, int]:
        """How many emails of this mailbox have each verdict; an email not yet judged counts as in the in-tray."""
        counts = dict.fromkeys(Verdict, 0)
        query = "SELECT verdict, count(*) FROM mails WHERE mailbox = ? GROUP BY verdict"
        for verdict, count in self._ask(query, mailbox):
            counts[Verdict(verdict) if verdict else Verdict.INTRAY] += count
        return counts

    def _mails(self, where: str, *values: str) -> list[MailRow]:
        query = f"SELECT row FROM mails WHERE {where} ORDER BY number"  # noqa: S608 - written above
        return self._asked(lambda link: [_DECODE.decode(row) for (row,) in link.execute(query, values)])

    def _box(self, mailbox: str) -> Box:
        return self._asked(lambda link: _Before(link).box(mailbox))

    def _ask(self, query: str, *values: str) -> list[Row]:
        return self._asked(lambda link: link.execute(query, values).fetchall())

    def _asked(self, question: Callable[[Link], AnswerT]) -> AnswerT:
        def asked(link: Link) -> AnswerT:
            self._bring_up_to_date(link)
            return question(link)

        return self._tables.ask(asked)


class _Before:
    """The emails and mailboxes as the tables tell them."""

    def __init__(self, link: Link, *, is_empty: bool = False) -> None:
        """Remember the tables; they need not be asked for emails while they are known to be empty."""
        self._link = link
        self.is_empty = is_empty

    def mail(self, key: Key) -> Numbered | None:
        """An email with its place in the order first seen."""
        if self.is_empty:
            return None
        query = "SELECT number, row FROM mails WHERE mailbox = ? AND key = ?"
        found = self._link.execute(query, key).fetchone()
        return (found[0], _DECODE.decode(found[1])) if found else None

    def box(self, mailbox: str) -> Box:
        """A mailbox."""
        found = self._link.execute("SELECT state FROM boxes WHERE mailbox = ?", (mailbox,)).fetchone()
        return msgspec.msgpack.decode(found[0], type=Box) if found else Box()


def clear(link: Link) -> None:
    """Leave no emails in the tables: their log is read from its beginning by whoever asks next."""
    for table in ("mails", "boxes", "receipts"):
        link.execute(f"DELETE FROM {table}")  # noqa: S608 - written above
    put_fact(link, READ_TO, "")


def _put(link: Link, end: LogEnd) -> None:
    _put_rows(link, end)
    boxes = [(name, _ENCODE.encode(box)) for name, box in end.boxes.items()]
    link.executemany("INSERT OR REPLACE INTO boxes VALUES (?, ?)", boxes)
    receipts = [(to, day.isoformat()) for to, day in end.receipts]
    link.executemany("INSERT OR REPLACE INTO receipts VALUES (?, ?)", receipts)


def _put_rows(link: Link, end: LogEnd) -> None:
    gone = [key for key, known in end.rows.items() if known is None]
    link.executemany("DELETE FROM mails WHERE mailbox = ? AND key = ?", gone)
    link.executemany(_PUT, _values_of(end.rows.values()))
    end.rows.clear()


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
                address_of(seen.sender),
                _ENCODE.encode(row),
            )
