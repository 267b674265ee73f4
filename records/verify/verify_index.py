"""Does the derived index say what the logs say? It is rebuilt from the logs, and both are compared."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from ...ground.errors import Problem, WorldFailed
from ..index.case_index import FOLDER, NOTED
from ..index.index import FolderIndex
from ..index.index_file import INDEX, SCHEMA
from ..logs.case_files import FolderCaseFiles
from ..logs.stamps import stamp_of

_CASES = "SELECT ref, adult, open, broken, seq, hash FROM {}.cases"
_MAILS = "SELECT mailbox, key, number, sha256, message_id, verdict, ref, put_aside, asks, received, row FROM {}.mails"
_BOXES = "SELECT mailbox, state FROM {}.boxes"
_RECEIPTS = "SELECT address, day FROM {}.receipts"
_ON_CASES = "SELECT ref, sha256 FROM {0}.case_mails JOIN {0}.cases USING (number)"
_SUMMARIES = "SELECT ref, summary FROM {0}.summaries JOIN {0}.cases USING (number)"
_BOTH = " AND number IN (SELECT number FROM main.summaries JOIN old.summaries USING (number))"
_LOST = "SELECT ref FROM main.cases WHERE broken = 0 EXCEPT SELECT ref FROM old.cases"
_SAME_LOG = (
    " WHERE ref IN (SELECT ref FROM main.cases a JOIN old.cases b USING (ref, inode, size, changed)"
    " WHERE a.broken = 0 AND b.broken = 0)"
)
_READ_TO = "SELECT value FROM {}.facts WHERE name = 'mail log read to'"

_ANEW = f"Remove {INDEX}: it is derived, and the next round rebuilds it. If you see this again, tell us."


def problems_of_index(folder: Path) -> Iterator[Problem]:
    """What in the index does not fit the logs; no index is no problem, and what was written since is not asked.

    Only reads in the data folder. Run it under the writer lock.
    """
    index = folder / INDEX
    if not index.is_file():
        return
    with tempfile.TemporaryDirectory(prefix="letterladder-") as name:
        try:
            cases = FolderCaseFiles(folder / "cases")
            FolderIndex(folder, cases, place=Path(name)).cases.open_refs()
            with closing(sqlite3.connect(Path(name) / INDEX, isolation_level=None)) as link:
                link.execute("ATTACH DATABASE ? AS old", (os.fsencode(index),))
                faults = list(_compare(link, cases))
        except sqlite3.Error as error:
            faults = [f"It cannot be read: {error}."]
        except WorldFailed as failure:
            yield from failure.problems
            return
    for what in faults:
        yield Problem(where=str(index), what=what, what_to_do=_ANEW)


def _compare(link: sqlite3.Connection, cases: FolderCaseFiles) -> Iterator[str]:
    if link.execute("PRAGMA old.user_version").fetchone()[0] != SCHEMA:
        return  # of another version: it is not used, and replaced by the next round
    for (fault,) in link.execute("PRAGMA old.quick_check"):
        if fault != "ok":
            yield f"The file is damaged: {fault}."
            return
    yield from _differing(link, _CASES + _SAME_LOG, "case {}")
    yield from _differing(link, _ON_CASES + _SAME_LOG, "the emails of case {}")
    yield from _differing(link, _SUMMARIES + _SAME_LOG + _BOTH, "what is shown of case {}")
    # What came since is noted; where nobody knows what that is, or a folder came or went, nothing can be said.
    noted = cases.touched.since(_fact(link, NOTED))
    if noted.follows and _fact(link, FOLDER) == str(stamp_of(cases.folder)):
        lost = (ref for (ref,) in link.execute(_LOST) if ref not in noted.refs)
        yield from (f"It does not know case {ref}." for ref in islice(lost, 3))
    if link.execute(_READ_TO.format("main")).fetchone() == link.execute(_READ_TO.format("old")).fetchone():
        for query, what in (
            (_MAILS, "an email of {}"),
            (_BOXES, "mailbox {}"),
            (_RECEIPTS, "a receipt to {}"),
        ):
            yield from _differing(link, query, what)


def _differing(link: sqlite3.Connection, query: str, what: str) -> Iterator[str]:
    fresh, old = query.format("main"), query.format("old")
    for one, other in ((fresh, old), (old, fresh)):
        for row in link.execute(f"{one} EXCEPT {other} LIMIT 3"):
            yield f"What it says of {what.format(row[0])} differs from the log."
            return


def _fact(link: sqlite3.Connection, name: str) -> str:
    found = link.execute("SELECT value FROM old.facts WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else ""
