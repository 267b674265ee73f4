"""The derived index of cases: which ones a round must look at, whose they are, which mail is on which.

What it says is drawn from the index file, and from the logs of all cases that were written on since. It only says
where to look: whatever is done is decided from the case's own log.
"""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from ...ground.errors import Problem
from ...rules.cases.look import Look
from ...rules.texts.plain_signs import kept_name
from ..logs.case_files import LOG, REF, UNUSED, FolderCaseFiles, folder_refs, lost_its_log
from ..logs.chain import End
from ..logs.touched import NO_FILE, Stamp, boot_id, stamp_of
from .case_rows import CaseRow, number_of, read_row
from .index_store import IndexStore, put_fact

BATCH = 2000
COMPARED, CHECKED_TO, STATE = "compared", "checked to", "state"
CHECKED_A_DAY = 1000
"""Logs that the first round of a day reads whole, to see that nothing was changed in them."""
_IN_TURN = (
    "SELECT number, ref, adult, open, broken, inode, size, changed, seq, hash FROM cases WHERE number > ?"
    " ORDER BY number LIMIT ?"
)
_ROW = "INSERT OR REPLACE INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class CaseIndex:
    """The index of the cases in `<data>/cases`."""

    def __init__(self, files: FolderCaseFiles, store: IndexStore, renew: Callable[[], None]) -> None:
        """Remember where everything is; nothing is read yet.

        Args:
            files: the cases, and the note of those written on.
            store: the index.
            renew: makes an index where there is none.
        """
        self._cases = files.folder
        self._touched = files.touched
        self._renew = renew
        self._store = store
        self._fresh: dict[str, CaseRow | None] = {}
        self._looked: dict[str, tuple[str, Stamp]] = {}
        self._compared = ""
        self._checked_to = 0
        self._learnt: list[tuple[str, Stamp, bytes]] = []
        self._base: tuple[int, int, str] | None = None
        self._state = ""
        self._is_strange = False

    # -- bringing it up to date --------------------------------------------------------------------------------------

    def make(self, link: sqlite3.Connection, look: Look | None) -> None:
        """Write every case into a new index; `look` is None for one who only asks."""
        self._forget()
        self._base = None
        marked = self._touched.refs()

        def looked(row: CaseRow) -> str | None:
            # What was to be done at the end of a closed case was done then.
            return None if row.open or row.ref in marked else ""

        refs = folder_refs(self._cases)
        rows = (row for ref in refs if (row := self._read(ref, in_passing=True)))
        for part in iter(lambda: list(islice(rows, BATCH)), []):
            _put(link, part, looked)
        if look:
            put_fact(link, COMPARED, self._mark_of(look))

    def add_missing(self, link: sqlite3.Connection) -> None:
        """Into a new index: the cases that mails were filed on and that are not there, so that somebody hears of it."""
        query = "SELECT ref FROM mails WHERE ref != '' EXCEPT SELECT ref FROM cases"
        found = [ref for (ref,) in link.execute(query).fetchall() if REF.fullmatch(ref)]
        _put(link, [self._gone(ref) for ref in found if not self._was_deleted(ref)], lambda _: None)

    def compare(self, look: Look) -> list[Problem]:
        """Read again every log that is not the file the index knows.

        Of open cases at each round; of all once a day, after a restart of the machine, and when a folder came or went.

        Returns:
            What that showed of logs that are shorter than they were.
        """
        self._sync()
        mark = self._mark_of(look)
        every = self._store.fact(COMPARED) != mark
        problems = list(
            self._compare("" if every else "WHERE open = 1", folder_refs(self._cases) if every else [])
        )
        if every:
            self._compared = mark
            self._check_in_turn()
        return problems

    def _check_in_turn(self) -> None:
        """Read some logs whole whatever their files look like: all cases of a school on a day, of very many in turn."""
        rows = self._store.rows(_IN_TURN, int(self._store.fact(CHECKED_TO) or 0), CHECKED_A_DAY)
        self._checked_to = rows[-1][0] if len(rows) == CHECKED_A_DAY else 0
        for _, ref, *noted in rows:
            row = read_row(self._log(ref), ref) if ref not in self._fresh else None
            if row and self._is_as_noted(row, noted):
                self._learnt.append((ref, row.stamp, row.summary))
            elif row:
                self._fresh[ref] = row

    def _is_as_noted(self, row: CaseRow, noted: list[object]) -> bool:
        mails = self._store.rows("SELECT sha256 FROM case_mails WHERE number = ?", row.number)
        facts = [row.adult, row.open, row.broken, *row.stamp, *row.end]
        return noted == facts and not row.broken and {mail for (mail,) in mails} == row.mails

    def _mark_of(self, look: Look) -> str:
        """Another one each day, in a copied folder, at another start of the machine, where a folder came or went."""
        inode, _, changed = stamp_of(self._cases)
        place = kept_name(str(self._cases.resolve()))
        return f"{look.day.isoformat()} {boot_id() or os.getpid()} {place} {inode} {changed}"

    def _compare(self, which: str, refs: Iterable[str]) -> Iterator[Problem]:
        """Compare these rows of the index, and what else is there."""
        query = f"SELECT ref, inode, size, changed, seq FROM cases {which}"  # noqa: S608 - written above
        known = {row[0]: (row[1:4], row[4]) for row in self._store.rows(query)}
        for ref in dict.fromkeys((*known, *refs)):
            stamp, seq = known.get(ref, (NO_FILE, 0))
            if stamp_of(self._log(ref)) == stamp != NO_FILE:
                continue
            row = self._fresh[ref] = self._read_again(ref, known=ref in known)
            if row and not row.broken and row.end.seq < seq:
                yield _shorter(ref, row.end.seq, seq)

    def _read(self, ref: str, *, in_passing: bool = False) -> CaseRow | None:
        """The case from its log; one whose text says that there was a log is a case that cannot be read."""
        row = read_row(self._log(ref), ref, in_passing=in_passing)
        return row or (self._gone(ref) if lost_its_log(self._cases / ref) else None)

    def _read_again(self, ref: str, *, known: bool) -> CaseRow | None:
        """The same, where the index may know the case: what its log tells no more, such as whose it is."""
        row = self._read(ref)
        if row is None and known and not self._was_deleted(ref):
            row = self._gone(ref)
        if row and row.broken and not row.adult:
            found = self._store.rows("SELECT adult FROM cases WHERE number = ?", row.number)
            return replace(row, adult=found[0][0]) if found else row
        return row

    @staticmethod
    def _gone(ref: str) -> CaseRow:
        return CaseRow(ref=ref, adult="", open=True, broken=True, stamp=NO_FILE, end=End())

    def _was_deleted(self, ref: str) -> bool:
        """A case that was lawfully deleted, or a number that got no case, has a note that says so."""
        return (self._cases / ref / UNUSED).exists()

    def _log(self, ref: str) -> str:
        return f"{self._cases}/{ref}/{LOG}"

    def _sync(self) -> None:
        """Read the logs written on since, which are asked beside the index."""
        if not self._store.is_there():
            self._renew()
        base = (*self._store.state(), self._touched.state)
        if base != self._base:
            self._base = base
            self._forget()
            self._is_strange = self._store.fact(STATE) != base[2] or not base[2]
            if self._is_strange:
                # The note and the index do not belong together: nobody knows what was written on since.
                list(self._compare("", folder_refs(self._cases)))
        for ref in self._touched.refs():
            row = self._fresh.get(ref)
            if REF.fullmatch(ref) and (row is None or row.stamp != stamp_of(self._log(ref))):
                self._fresh[ref] = self._read_again(ref, known=self._is_known(ref))

    def _is_known(self, ref: str) -> bool:
        return bool(self._store.rows("SELECT 1 FROM cases WHERE number = ?", number_of(ref)))

    def _forget(self) -> None:
        self._fresh.clear()
        self._looked.clear()
        self._learnt.clear()
        self._compared = ""
        self._is_strange = False

    # -- what it answers ---------------------------------------------------------------------------------------------

    def to_look_at(self, look: Look) -> list[str]:
        """The cases that a round must look at now: written on since, or open and not looked at in this state."""
        found = self._ask("SELECT number, ref FROM cases WHERE looked IS NULL")
        still_open = self._store.rows("SELECT number, ref, looked FROM cases WHERE open = 1")
        found |= {number: ref for number, ref, looked in still_open if looked not in look.enough}
        due = self._over(found, lambda _: True)
        return [ref for ref in due if not self._was_looked_at(ref, look)]

    def _was_looked_at(self, ref: str, look: Look) -> bool:
        mark, stamp = self._looked.get(ref, ("", NO_FILE))
        return mark in look.enough and stamp == stamp_of(self._log(ref))

    def looked_at(self, ref: str, look: Look) -> None:
        """The case was looked at and is at rest; another look is needed when it is written on or time goes on."""
        self._looked[ref] = (look.mark, stamp_of(self._log(ref)))

    def open_refs(self) -> list[str]:
        """The cases that are not closed, oldest first, with those whose log cannot be read."""
        found = self._ask("SELECT number, ref FROM cases WHERE open = 1")
        return self._over(found, lambda row: row.open)

    def running(self) -> dict[str, str]:
        """The newest open case of each adult."""
        query = "SELECT number, ref, adult FROM cases WHERE open = 1"
        self._sync()
        rows = {number: (ref, adult) for number, ref, adult in self._store.rows(query)}
        rows = {number: row for number, row in rows.items() if row[0] not in self._fresh}
        rows |= {row.number: (row.ref, row.adult) for row in self._fresh.values() if row and row.open}
        return {adult: ref for _, (ref, adult) in sorted(rows.items()) if adult}

    def of_adult(self, adult: str) -> list[str]:
        """All cases of an adult, oldest first."""
        found = self._ask("SELECT number, ref FROM cases WHERE adult = ?", adult)
        return self._over(found, lambda row: row.adult == adult)

    def with_mail(self, sha256: str) -> list[str]:
        """The cases that a mail is on, oldest first."""
        query = "SELECT number, ref FROM case_mails JOIN cases USING (number) WHERE sha256 = ?"
        return self._over(self._ask(query, sha256), lambda row: sha256 in row.mails)

    def broken(self) -> list[str]:
        """The cases whose log cannot be read."""
        found = self._ask("SELECT number, ref FROM cases WHERE open = 1 AND broken = 1")
        return self._over(found, lambda row: row.broken)

    def _ask(self, query: str, *values: str) -> dict[int, str]:
        self._sync()
        return dict(self._store.rows(query, *values))

    def _over(self, found: dict[int, str], wanted: Callable[[CaseRow], bool]) -> list[str]:
        """What the index says, but for the cases written on since, which speak for themselves; oldest first."""
        kept = {number: ref for number, ref in found.items() if ref not in self._fresh}
        kept |= {row.number: row.ref for row in self._fresh.values() if row and wanted(row)}
        return [ref for _, ref in sorted(kept.items())]

    def closed(self) -> Iterator[tuple[str, Stamp, bytes]]:
        """Reference, stamp of the log and packed summary of every closed case that the index file knows, oldest first.

        Asked for in parts, so that a round is not kept from writing while somebody reads a long list.
        """
        query = (
            "SELECT number, ref, inode, size, changed, summary FROM cases JOIN summaries USING (number)"
            " WHERE open = 0 AND number > ? ORDER BY number LIMIT ?"
        )
        after = 0
        while self._store.is_there() and (rows := self._store.rows(query, after, BATCH)):
            for row in rows:
                yield row[1], row[2:5], row[5]
            after = rows[-1][0]

    def learn(self, link: sqlite3.Connection, found: Iterable[tuple[str, Stamp, bytes]]) -> None:
        """Put down the summaries of closed cases that somebody had to read, as far as their logs are still the same."""
        query = (
            "INSERT OR REPLACE INTO summaries SELECT number, ? FROM cases"
            " WHERE ref = ? AND number = ? AND inode = ? AND size = ? AND changed = ? AND open = 0"
        )
        link.executemany(query, [(summary, ref, number_of(ref), *stamp) for ref, stamp, summary in found])

    # -- keeping it --------------------------------------------------------------------------------------------------

    def has_news(self) -> bool:
        """Whether there is anything to write into the index file."""
        self._sync()
        return bool(self._fresh or self._looked or self._compared or self._is_strange)

    def write(self, link: sqlite3.Connection) -> None:
        """Write what was learnt into the index file."""
        rows = [row for row in self._fresh.values() if row]
        for ref, row in self._fresh.items():
            if row is None:
                _remove(link, number_of(ref))
        link.executemany("DELETE FROM case_mails WHERE number = ?", [(row.number,) for row in rows])
        _put(link, rows, lambda row: self._mark_on(row.ref, row.stamp))
        rest = [
            (self._mark_on(ref, stamp_of(self._log(ref))), number_of(ref))
            for ref in self._looked
            if ref not in self._fresh
        ]
        link.executemany("UPDATE cases SET looked = ? WHERE number = ?", rest)
        self.learn(link, self._learnt)
        if self._compared:
            put_fact(link, COMPARED, self._compared)
            put_fact(link, CHECKED_TO, str(self._checked_to))
        self._state = secrets.token_hex(8)
        put_fact(link, STATE, self._state)

    def _mark_on(self, ref: str, stamp: Stamp) -> str | None:
        """The mark of a look after which nothing was written on the case."""
        mark, looked = self._looked.get(ref, (None, NO_FILE))
        return mark if looked == stamp else None

    def written(self) -> None:
        """The index file holds all that was learnt."""
        # Of a case that is over, an index made anew would not know that it must be looked at once more.
        rows = [row for row in self._fresh.values() if row and not row.open]
        self._touched.clear(self._state, [row.ref for row in rows if not self._mark_on(row.ref, row.stamp)])
        self._forget()


def _put(link: sqlite3.Connection, rows: Iterable[CaseRow], looked: Callable[[CaseRow], str | None]) -> None:
    rows = list(rows)
    link.executemany(_ROW, [_values(row, looked(row)) for row in rows])
    known = [(row.number, row.summary) for row in rows if row.summary]
    link.executemany("INSERT OR REPLACE INTO summaries VALUES (?, ?)", known)
    mails = [(mail, row.number) for row in rows for mail in row.mails]
    link.executemany("INSERT OR REPLACE INTO case_mails VALUES (?, ?)", mails)


def _values(row: CaseRow, looked: str | None) -> tuple[object, ...]:
    return (row.number, row.ref, row.adult, row.open, row.broken, *row.stamp, *row.end, looked)


def _remove(link: sqlite3.Connection, number: int) -> None:
    link.execute("DELETE FROM cases WHERE number = ?", (number,))
    link.execute("DELETE FROM summaries WHERE number = ?", (number,))
    link.execute("DELETE FROM case_mails WHERE number = ?", (number,))


def _shorter(ref: str, now: int, before: int) -> Problem:
    return Problem(
        where=f"{ref}/{LOG}",
        what=f"The log has {now} lines; it had {before} before. It was restored from a backup, or lines were lost.",
        what_to_do="If nobody restored it, run `verify` and bring the case back from the newest backup.",
    )
