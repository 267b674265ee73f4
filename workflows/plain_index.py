"""The answers of the index without an index: every log is read for them. Slow, complete, and needs nothing derived."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ..ground.errors import LogBroken, Problem, Refused
from ..rules.cases.case import Case
from ..rules.cases.look import Look
from ..rules.mails.folded_mails import FoldedMails
from ..rules.mails.mail_log import AnyMailEvent, MailEntry
from .office import Office
from .ports import MailLog


@dataclass(slots=True, kw_only=True)
class FoldedLog:
    """An email log that remembers its fold until the next line is written, by whomever."""

    log: MailLog
    _folded: FoldedMails | None = field(default=None, init=False)
    _end: str = field(default="", init=False)

    @property
    def mails(self) -> FoldedMails:
        """Every email ever seen."""
        entries = self.log.entries()
        end = entries[-1].hash if entries else ""
        if self._folded is None or end != self._end:
            self._folded, self._end = FoldedMails(entries), end
        return self._folded

    def entries(self) -> list[MailEntry]:
        """See `MailLog`."""
        return self.log.entries()

    def append(self, at: datetime, by: str, *events: AnyMailEvent) -> None:
        """See `MailLog`."""
        self._folded = None
        self.log.append(at, by, *events)

    def keep_raw(self, sha256: str, raw: bytes) -> None:
        """See `MailLog`."""
        self.log.keep_raw(sha256, raw)

    def keep_raws(self, raws: Mapping[str, bytes]) -> None:
        """See `MailLog`."""
        self.log.keep_raws(raws)

    def raw(self, sha256: str) -> bytes:
        """See `MailLog`."""
        return self.log.raw(sha256)

    def filed(self, sha256: str, case_path: Path | None) -> None:
        """See `MailLog`."""
        self.log.filed(sha256, case_path)


class PlainCases:
    """Questions about all cases, answered by folding every log each time; see `CaseLookup`."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def to_look_at(self, look: Look) -> list[str]:
        """Every case: nobody can say which of them were written on."""
        del look
        return self._office.cases.refs()

    def looked_at(self, ref: str, look: Look) -> None:
        """Nothing is kept of it."""
        del ref, look

    def open_refs(self) -> list[str]:
        """See `CaseLookup`."""
        return [ref for ref, case in self._all() if case is None or not case.closed]

    def closed_refs(self, before: str, most: int) -> list[str]:
        """See `CaseLookup`."""
        over = [ref for ref, case in self._all() if case is not None and case.closed]
        earlier = over[: over.index(before)] if before in over else over
        return earlier[::-1][:most]

    def broken(self) -> list[str]:
        """See `CaseLookup`."""
        return [ref for ref, case in self._all() if case is None]

    def running(self) -> dict[str, str]:
        """See `CaseLookup`; of a case whose log cannot be read, nobody can say here whose it is."""
        return {case.adult: ref for ref, case in self._all() if case and case.adult and not case.closed}

    def of_adult(self, adult: str) -> list[str]:
        """See `CaseLookup`."""
        return [ref for ref, case in self._all() if case and case.adult == adult]

    def with_mail(self, sha256: str) -> list[str]:
        """See `CaseLookup`."""
        return [ref for ref, case in self._all() if case and sha256 in case.mails]

    def _all(self) -> Iterator[tuple[str, Case | None]]:
        for ref in self._office.cases.refs():
            try:
                case = self._office.case(ref)
            except (LogBroken, Refused):
                yield ref, None
            else:
                if case.last_seq:
                    yield ref, case


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainIndex:
    """See `Index`."""

    cases: PlainCases
    log: FoldedLog

    @property
    def mails(self) -> FoldedMails:
        """The emails."""
        return self.log.mails

    def refresh(self, look: Look) -> Sequence[Problem]:
        """Nothing is made."""
        del look
        return ()

    def keep(self) -> None:
        """Nothing is kept."""
