"""Does the email log fit the raw emails on disk and the cases? Keeps a digest of each email, not its words."""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...ground.errors import Problem
from ...rules.mails.mail_log import CardTold, MailEntry, MailJudged, MailRenumbered, MailSeen
from ...rules.office.exports import CaseForgotten
from ...rules.words import Verdict
from ..logs.chain_stream import LogReading
from ..logs.mail_log_file import FILED, INTAKE, LOG
from .verify_anchors import Anchored
from .verify_case import CaseFound, digest_of, hash_file, torn_files

_RESTORE = "Restore it from the last backup."
_ON_A_CASE = frozenset({Verdict.OPENED, Verdict.ATTACHED})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One email ever seen: the bytes of its SHA-256, where it came, what became of it."""

    digest: bytes
    mailbox: str
    verdict: Verdict | None = None
    ref: str = ""

    @property
    def where(self) -> str:
        return f"email {self.digest.hex()[:12]} ({self.mailbox})"


@dataclass(slots=True, kw_only=True)
class MailsFound:
    """What the cases and the folders of raw emails hold; filled case by case, then compared with the email log.

    Attributes:
        held: the emails that each case's log mentions.
        kept: every raw email on disk.
        apart: the raw emails that are on no case.
        unread: the cases whose log cannot be read, so that nobody knows what they hold.
        told: the Message-IDs of our emails about what is in the in-tray, as the log mentions them.
    """

    folder: Path
    forgotten: Mapping[str, CaseForgotten]
    held: set[tuple[str, bytes]] = field(default_factory=set)
    kept: set[bytes] = field(default_factory=set)
    apart: dict[bytes, Path] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    lines: int = 0
    is_readable: bool = True

    def add_case(self, ref: str, found: CaseFound) -> None:
        """Take note of one case."""
        raw = {one: digest_of(one) for one in found.raw_mails}
        self.kept.update(raw.values())
        if not found.readable:
            self.unread.add(ref)
        for sha256 in found.mails:
            self.held.add((ref, raw.get(sha256) or digest_of(sha256)))

    def compare(self, anchored: Anchored) -> Iterator[Problem]:
        """All that does not fit between the email log, the raw emails and the cases."""
        log = self.folder / LOG
        yield from self._touched()
        check, reading = anchored.check(LOG), LogReading(log, MailEntry)
        rows: dict[bytes, _Row] = {}
        for entry in reading:
            check.see(entry.seq, entry.hash)
            _take(rows, entry)
            if isinstance(entry.event, CardTold):
                self.told.add(entry.event.message_id)
        self.lines, self.is_readable = reading.lines, not reading.is_broken
        yield from reading.problems
        if reading.lines or reading.is_broken:
            yield from anchored.done(LOG, check, is_broken=reading.is_broken)
        yield from torn_files(log, ())
        if reading.is_broken:
            return  # what the log would have said of the rest, nobody knows
        for row in rows.values():
            yield from self._problems_of(row)
        yield from self._unknown({row.digest for row in rows.values()})

    def _touched(self) -> Iterator[Problem]:
        """Look at the raw emails on no case; yields those that are not what their name says."""
        for place in (INTAKE, FILED):
            for mail in sorted((self.folder / place).glob("*.eml")):
                found = hash_file(mail)
                if found == mail.stem:
                    self.kept.add(digest := digest_of(found))
                    self.apart[digest] = mail
                else:
                    what = "This email was changed after it was kept."
                    yield Problem(where=str(mail), what=what, what_to_do=_RESTORE)

    def _problems_of(self, row: _Row) -> Iterator[Problem]:
        if row.ref in self.forgotten:
            return  # the emails of a case that was lawfully deleted went with it
        if row.digest not in self.kept:
            yield Problem(where=row.where, what="The original email is gone.", what_to_do=_RESTORE)
        if row.verdict not in _ON_A_CASE or (row.verdict is Verdict.ATTACHED and not row.ref):
            return  # on no case; one put aside by a person with a reason is attached to none
        if row.ref not in self.unread and (row.ref, row.digest) not in self.held:
            yield Problem(
                where=row.where,
                what=f"It was filed on {row.ref or 'a case without a reference'}, which does not contain it.",
                what_to_do=f"Look at the case's log; lines may be missing at its end. {_RESTORE}",
            )

    def _unknown(self, seen: set[bytes]) -> Iterator[Problem]:
        for digest, mail in self.apart.items():
            if digest in seen:
                continue
            if mail.parent.name == INTAKE:
                what = "This email was kept but is not in the log of emails: the program stopped in between."
                yield Problem(
                    where=str(mail), what=what, what_to_do="Run a round; the mailbox will show it again."
                )
            else:
                what = (
                    "This email was filed but is not in the log of emails; lines may be missing at its end."
                )
                yield Problem(where=str(mail), what=what, what_to_do=_RESTORE)
        for ref, digest in sorted(self.held):
            if digest not in seen:
                what = (
                    f"Email {digest.hex()[:12]} of this case is not in the log of emails; lines may be "
                    "missing at its "
                    "end."
                )
                yield Problem(where=ref, what=what, what_to_do=_RESTORE)


def _take(rows: dict[bytes, _Row], entry: MailEntry) -> None:
    """The fold of the email log, see rules/mails/mail_log.py, with as little of each email as is asked for here."""
    event = entry.event
    if isinstance(event, MailSeen):
        seen = _Row(digest=digest_of(event.sha256), mailbox=sys.intern(event.mailbox))
        rows[_key(event.mailbox, event.key)] = seen
    elif isinstance(event, MailRenumbered):
        if row := rows.pop(_key(event.mailbox, event.was), None):
            rows[_key(event.mailbox, event.key)] = row
    elif isinstance(event, MailJudged) and (row := rows.get(key := _key(event.mailbox, event.key))):
        rows[key] = _Row(
            digest=row.digest, mailbox=row.mailbox, verdict=event.verdict, ref=sys.intern(event.ref)
        )


def _key(mailbox: str, key: str) -> bytes:
    return hashlib.blake2b(f"{mailbox}\0{key}".encode(errors="surrogateescape"), digest_size=16).digest()
