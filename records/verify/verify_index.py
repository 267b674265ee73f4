"""Does the derived index say what the logs say? It is made once more from the logs, and both are compared."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from ...ground.errors import Problem, WorldFailed
from ..index.case_index import COMPARED
from ..index.index import FolderIndex
from ..index.index_store import INDEX, SCHEMA
from ..logs.case_files import FolderCaseFiles
from ..logs.touched import stamp_of

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

_ANEW = f"Remove {INDEX}: it is derived, and the next round makes it anew. If this is said again, tell us."


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
            noted = cases.touched.refs()
            fresh = FolderIndex(folder, cases).made_in(Path(name))
            with closing(sqlite3.connect(fresh, isolation_level=None)) as link:
                link.execute("ATTACH DATABASE ? AS old", (os.fsencode(index),))
                faults = list(_compare(link, noted, _mark(cases.folder)))
        except sqlite3.Error as error:
            faults = [f"It cannot be read: {error}."]
        except WorldFailed as failure:
            yield from failure.problems
            return
    for what in faults:
        yield Problem(where=str(index), what=what, what_to_do=_ANEW)


def _mark(cases: Path) -> str:
    """How the mark of a comparison ends that knew of every folder there is now."""
    inode, _, changed = stamp_of(cases)
    return f" {inode} {changed}"


def _compare(link: sqlite3.Connection, noted: frozenset[str], mark: str) -> Iterator[str]:
    if link.execute("PRAGMA old.user_version").fetchone()[0] != SCHEMA:
        return  # of another version: it is not used, and replaced by the next round
    for (fault,) in link.execute("PRAGMA old.quick_check"):
        if fault != "ok":
            yield f"The file is damaged: {fault}."
            return
    yield from _differing(link, _CASES + _SAME_LOG, "case {}")
    yield from _differing(link, _ON_CASES + _SAME_LOG, "the mails of case {}")
    yield from _differing(link, _SUMMARIES + _SAME_LOG + _BOTH, "what is shown of case {}")
    compared = link.execute("SELECT value FROM old.facts WHERE name = ?", (COMPARED,)).fetchone()
    if compared and compared[0].endswith(mark):
        lost = (ref for (ref,) in link.execute(_LOST) if ref not in noted)
        yield from (f"It does not know case {ref}." for ref in islice(lost, 3))
    if link.execute(_READ_TO.format("main")).fetchone() == link.execute(_READ_TO.format("old")).fetchone():
        for query, what in ((_MAILS, "a mail of {}"), (_BOXES, "mailbox {}"), (_RECEIPTS, "a receipt to {}")):
            yield from _differing(link, query, what)


def _differing(link: sqlite3.Connection, query: str, what: str) -> Iterator[str]:
    fresh, old = query.format("main"), query.format("old")
    for one, other in ((fresh, old), (old, fresh)):
        for row in link.execute(f"{one} EXCEPT {other} LIMIT 3"):
            yield f"It says something else of {what.format(row[0])} than the log."
            return
