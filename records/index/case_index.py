"""The derived index of cases: which ones a round must look at, whose they are, which email is on which.

It only says where to look: whatever is done is decided from the case's own log. Before each answer the tables are
brought up to date with the logs that were written on since.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from ...ground.errors import Problem
from ...ground.values import replace
from ...rules.cases.look import Look
from ...rules.texts.plain_signs import kept_name
from ..logs.case_files import LOG, REF, UNUSED, FolderCaseFiles, folder_refs, lost_its_log
from ..logs.chain import End
from ..logs.stamps import NO_FILE, Stamp, stamp_of
from .case_rows import CaseRow, number_of, read_row, shorter_log
from .index_file import IndexFile, Link, Row, changing, fact, put_fact

BATCH = 2000
NOTED, COMPARED, FOLDER, CHECKED_TO = "cases noted", "cases compared", "folder of cases", "checked to"
SHORTER = "shorter"
CHECKED_A_DAY = 1000
"""Logs that the first round of a day reads whole, to see that nothing was changed in them."""

Known = dict[str, tuple[Stamp, int]]
Rested = dict[str, tuple[str, Stamp]]
"""Stamp of the log and number of lines of each case, by its reference."""


class CaseIndex:
    """The index of the cases in `<data>/cases`."""

    def __init__(self, files: FolderCaseFiles, tables: IndexFile) -> None:
        """Remember where everything is; nothing is read yet."""
        self._files = files
        self._folder = files.folder
        self._tables = tables
        self._seen: tuple[object, ...] = ()
        self._last = ""
        self._day = ""
        self._rested: Rested = {}

    # -- bringing it up to date --------------------------------------------------------------------------------------

    def fill(self, link: Link) -> None:
        """Write every case into new tables."""
        noted, folder = self._files.touched.since(""), str(stamp_of(self._folder))
        rows = (row for ref in folder_refs(self._folder) if (row := self._read(ref, in_passing=True)))
        for part in iter(lambda: list(islice(rows, BATCH)), []):
            # What was to be done at the end of a closed case was done then, but for those that are noted still.
            _put(link, part, lambda row: None if row.open or row.ref in noted.refs else "")
        put_fact(link, NOTED, noted.read_to)
        put_fact(link, FOLDER, folder)
        put_fact(link, COMPARED, self._day)

    def add_missing(self, link: Link) -> None:
        """Into new tables: the cases that emails were filed on and that are not there, so that somebody hears of it."""
        query = "SELECT ref FROM mails WHERE ref != '' EXCEPT SELECT ref FROM cases"
        found = [ref for (ref,) in link.execute(query).fetchall() if REF.fullmatch(ref)]
        _put(link, [_gone(ref) for ref in found if not self._was_deleted(ref)])

    def _bring_up_to_date(self, link: Link, *, resting: bool = False) -> None:
        """Read the logs that were written on since; where nobody knows which those are, compare every one.

        With `resting`, what was looked at and is at rest is put down in the same transaction.
        """
        rested = self._rested if resting else {}
        if self._seen == self._state(link) and not rested:
            return
        with changing(link):
            noted = self._files.touched.since(fact(link, NOTED))
            self._last = noted.last
            seen = (self._tables.state(link), noted.stamp, self._stamp(noted.last))
            known = _known_of(link, noted.refs) if noted.follows else _known(link)
            refs = noted.refs if noted.follows else {*known, *folder_refs(self._folder)}
            self._compare(link, known, refs)
            put_fact(link, NOTED, noted.read_to)
            _note_rested(link, rested)
        self._seen = seen if noted.stamp != NO_FILE else ()
        rested.clear()

    def _state(self, link: Link) -> tuple[object, ...]:
        """As long as it stays the same, nothing was written on a case. The case noted last is asked about each time."""
        return (self._tables.state(link), stamp_of(self._files.touched.path), self._stamp(self._last))

    def compare(self, look: Look) -> list[Problem]:
        """Read again every log that is not the file the index knows, whoever wrote in it.

        Of open cases at each round; of all once a day; of those whose folder came or went.

        Returns:
            What that showed of logs that are shorter than they were.

        Raises:
            WorldFailed: the logs cannot be read.
        """
        self._day = f"{look.day.isoformat()} {kept_name(str(self._folder.resolve()))}"
        return self._tables.ask(self._compare_now)

    def _compare_now(self, link: Link) -> list[Problem]:
        self._bring_up_to_date(link)
        folder = str(stamp_of(self._folder))
        with changing(link):
            is_new_day = fact(link, COMPARED) != self._day
            known = _known(link, "" if is_new_day else "WHERE open = 1")
            refs = {*known}
            if is_new_day or fact(link, FOLDER) != folder:
                known = _known(link)
                refs |= {*folder_refs(self._folder)} ^ {*known}
            self._compare(link, known, refs)
            if is_new_day:
                self._check_in_turn(link)
            put_fact(link, COMPARED, self._day)
            put_fact(link, FOLDER, folder)
            return _told_shorter(link)

    def _compare(self, link: Link, known: Known, refs: Iterable[str]) -> None:
        """Read those of these logs again that the index knows otherwise; the next round tells which are shorter."""
        for ref in sorted(ref for ref in refs if REF.fullmatch(ref)):
            stamp, seq = known.get(ref, (NO_FILE, 0))
            if self._stamp(ref) == stamp != NO_FILE:
                continue
            row = self._read_again(link, ref, is_known=ref in known)
            _remove(link, number_of(ref))
            if row:
                _put(link, [row])
                if not row.broken and row.end.seq < seq:
                    put_fact(link, f"{SHORTER} {ref}", f"{row.end.seq} {seq}")

    def _check_in_turn(self, link: Link) -> None:
        """Read some logs whole whatever their files look like: all cases of a school on a day, of very many in turn."""
        query = (
            "SELECT number, ref, adult, open, broken, inode, size, changed, seq, hash FROM cases WHERE number > ?"
            " ORDER BY number LIMIT ?"
        )
        rows = link.execute(query, (int(fact(link, CHECKED_TO) or 0), CHECKED_A_DAY)).fetchall()
        for _, ref, *noted in rows:
            row = read_row(self._log(ref), ref)
            if row and _is_as_noted(link, row, noted):
                link.execute("INSERT OR REPLACE INTO summaries VALUES (?, ?)", (row.number, row.summary))
            elif row:
                _remove(link, row.number)
                _put(link, [row])
        put_fact(link, CHECKED_TO, str(rows[-1][0] if len(rows) == CHECKED_A_DAY else 0))

    def _read(self, ref: str, *, in_passing: bool = False) -> CaseRow | None:
        """The case from its log; one whose text says that there was a log is a case that cannot be read."""
        row = read_row(self._log(ref), ref, in_passing=in_passing)
        return row or (_gone(ref) if lost_its_log(self._folder / ref) else None)

    def _read_again(self, link: Link, ref: str, *, is_known: bool) -> CaseRow | None:
        """The same, where the index may know the case: what its log tells no more, such as whose it is."""
        row = self._read(ref)
        if row is None and is_known and not self._was_deleted(ref):
            row = _gone(ref)
        if row and row.broken and not row.adult:
            found = link.execute("SELECT adult FROM cases WHERE number = ?", (row.number,)).fetchone()
            return replace(row, adult=found[0]) if found else row
        return row

    def _was_deleted(self, ref: str) -> bool:
        """A case that was lawfully deleted, or a number that got no case, has a note that says so."""
        return (self._folder / ref / UNUSED).exists()

    def _log(self, ref: str) -> str:
        return f"{self._folder}/{ref}/{LOG}"

    def _stamp(self, ref: str) -> Stamp:
        return stamp_of(self._log(ref))

    # -- what it answers ---------------------------------------------------------------------------------------------

    def to_look_at(self, look: Look) -> list[str]:
        """The cases that a round must look at now: written on since, or open and not looked at in this state."""
        enough = sorted(look.enough)
        marks = ", ".join("?" * len(enough))
        query = (
            "SELECT number, ref FROM cases WHERE looked IS NULL UNION"  # noqa: S608 - question marks alone
            f" SELECT number, ref FROM cases WHERE open = 1 AND looked NOT IN ({marks}) ORDER BY 1"
        )

        def asked(link: Link) -> list[Row]:
            self._bring_up_to_date(link, resting=True)
            return link.execute(query, enough).fetchall()

        return [ref for _, ref in self._tables.ask(asked)]

    def looked_at(self, ref: str, look: Look) -> None:
        """The case was looked at and is at rest; another look is needed when it is written on or time goes on."""
        self._rested[ref] = (look.mark, self._files.seen(ref) or self._stamp(ref))

    def open_refs(self) -> list[str]:
        """The cases that are not closed, oldest first, with those whose log cannot be read."""
        return [ref for (ref,) in self._ask(_OPEN)]

    def closed_refs(self, before: str, most: int) -> list[str]:
        """At most so many of the cases that are over, the newest first; those before this one, "" for all."""
        query = "SELECT ref FROM cases WHERE open = 0 AND number < ? ORDER BY number DESC LIMIT ?"
        start = number_of(before) if before else 1 << 62
        return [ref for (ref,) in self._ask(query, start, most)]

    def running(self) -> dict[str, str]:
        """The newest open case of each adult."""
        query = "SELECT adult, ref FROM cases WHERE open = 1 AND adult != '' ORDER BY number"
        return dict(self._ask(query))

    def of_adult(self, adult: str) -> list[str]:
        """All cases of an adult, oldest first."""
        return [ref for (ref,) in self._ask("SELECT ref FROM cases WHERE adult = ? ORDER BY number", adult)]

    def with_mail(self, sha256: str) -> list[str]:
        """The cases that an email is on, oldest first."""
        query = "SELECT ref FROM case_mails JOIN cases USING (number) WHERE sha256 = ? ORDER BY number"
        return [ref for (ref,) in self._ask(query, sha256)]

    def broken(self) -> list[str]:
        """The cases whose log cannot be read."""
        query = "SELECT ref FROM cases WHERE open = 1 AND broken = 1 ORDER BY number"
        return [ref for (ref,) in self._ask(query)]

    def _ask(self, query: str, *values: object) -> list[Row]:
        def asked(link: Link) -> list[Row]:
            self._bring_up_to_date(link)
            return link.execute(query, values).fetchall()

        return self._tables.ask(asked)

    # -- what a list shows -------------------------------------------------------------------------------------------

    def listed(self) -> Iterator[tuple[str, Stamp, bytes]]:
        """Every case, oldest first: reference, stamp of its log, and of one that is over the packed summary, or b"".

        All logs are compared with the index first; then it is asked for in parts, so that nobody waits for a long list.
        """
        query = (
            "SELECT number, ref, inode, size, changed, iif(open = 0, coalesce(summary, x''), x'')"
            " FROM cases LEFT JOIN summaries USING (number) WHERE number > ? ORDER BY number LIMIT ?"
        )
        self._tables.ask(self._compare_all)
        after = 0
        while rows := self._ask(query, after, BATCH):
            for row in rows:
                yield row[1], row[2:5], row[5]
            after = rows[-1][0]

    def _compare_all(self, link: Link) -> None:
        self._bring_up_to_date(link)
        with changing(link):
            known = _known(link)
            self._compare(link, known, {*known, *folder_refs(self._folder)})

    def below(self, number: int, most: int) -> list[Row]:
        """The newest cases below a number: reference, 1 for open, and of one that is over the packed summary."""
        return self._ask(_BELOW, number, most)

    def learn(self, found: Sequence[tuple[str, Stamp, bytes]]) -> None:
        """Put down the summaries of closed cases that somebody had to read, as far as their logs are still the same."""
        query = (
            "INSERT OR REPLACE INTO summaries SELECT number, ? FROM cases"
            " WHERE ref = ? AND inode = ? AND size = ? AND changed = ? AND number = ? AND open = 0"
        )

        def learnt(link: Link) -> None:
            with changing(link):
                rows = [(summary, ref, *stamp, number_of(ref)) for ref, stamp, summary in found]
                link.executemany(query, rows)

        self._tables.ask(learnt)

    # -- keeping it --------------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """At the end of a round: which cases are at rest."""
        if self._rested:
            self._tables.ask(lambda link: self._bring_up_to_date(link, resting=True))

    def begin_note(self) -> None:
        """At the beginning of a round: a note of cases written on where there is none, another where it has grown long.

        Raises:
            WorldFailed: the disk is full or broken, or the logs cannot be read.
        """
        # Of a case that is over, a rebuilt index would not know that it must be looked at again.
        self._files.touched.begin_anew(
            lambda: (ref for (ref,) in self._ask("SELECT ref FROM cases WHERE looked IS NULL AND open = 0"))
        )


_OPEN = "SELECT ref FROM cases WHERE open = 1 ORDER BY number"
_BELOW = (
    "SELECT ref, open, coalesce(summary, x'') FROM cases LEFT JOIN summaries USING (number)"
    " WHERE number < ? ORDER BY number DESC LIMIT ?"
)
_ROW = "INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def _known(link: Link, which: str = "") -> Known:
    """What the index knows of cases."""
    query = f"SELECT ref, inode, size, changed, seq FROM cases {which}"  # noqa: S608 - written here
    return {row[0]: (row[1:4], row[4]) for row in link.execute(query)}


def _known_of(link: Link, refs: Iterable[str]) -> Known:
    numbers = (number_of(ref) for ref in refs if REF.fullmatch(ref))
    return {ref: row for number in numbers for ref, row in _known(link, f"WHERE number = {number}").items()}


def _note_rested(link: Link, rested: Rested) -> None:
    """Of a log that was written on since, the mark is not good any more."""
    query = "UPDATE cases SET looked = ? WHERE number = ? AND inode = ? AND size = ? AND changed = ?"
    link.executemany(query, [(mark, number_of(ref), *stamp) for ref, (mark, stamp) in rested.items()])


def _told_shorter(link: Link) -> list[Problem]:
    """The logs that are shorter than they were; each is told once."""
    query = f"SELECT name, value FROM facts WHERE name LIKE '{SHORTER} %'"  # noqa: S608 - written here
    found = link.execute(query).fetchall()
    link.executemany("DELETE FROM facts WHERE name = ?", [(name,) for name, _ in found])
    return [shorter_log(name.removeprefix(f"{SHORTER} "), *value.split()) for name, value in found]


def _put(
    link: Link, rows: Sequence[CaseRow], looked: Callable[[CaseRow], str | None] = lambda _: None
) -> None:
    link.executemany(_ROW, [(*_values(row), looked(row)) for row in rows])
    known = [(row.number, row.summary) for row in rows if row.summary]
    link.executemany("INSERT INTO summaries VALUES (?, ?)", known)
    mails = [(mail, row.number) for row in rows for mail in row.mails]
    link.executemany("INSERT INTO case_mails VALUES (?, ?)", mails)


def _values(row: CaseRow) -> tuple[object, ...]:
    return (row.number, row.ref, row.adult, row.open, row.broken, *row.stamp, *row.end)


def _remove(link: Link, number: int) -> None:
    for table in ("cases", "summaries", "case_mails"):
        link.execute(f"DELETE FROM {table} WHERE number = ?", (number,))  # noqa: S608 - written above


def _is_as_noted(link: Link, row: CaseRow, noted: list[object]) -> bool:
    mails = link.execute("SELECT sha256 FROM case_mails WHERE number = ?", (row.number,))
    facts = [row.adult, row.open, row.broken, *row.stamp, *row.end]
    return noted == facts and not row.broken and {mail for (mail,) in mails} == row.mails


def _gone(ref: str) -> CaseRow:
    return CaseRow(ref=ref, adult="", open=True, broken=True, stamp=NO_FILE, end=End())
