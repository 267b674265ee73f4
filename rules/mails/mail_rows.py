"""What is asked of emails ever seen, beyond their verdict."""

import re
from collections.abc import Iterable

from ..office.requests import FROM_FLAG
from ..words import STOPS, Level, Verdict
from .mail_log import MailRow


def asks(row: MailRow) -> bool:
    """Whether a judged email carries a flag that starts the clock of a request for information."""
    return bool(row.judged) and any(
        seen.flag in FROM_FLAG for seen in (row.judged.flags if row.judged else ())
    )


def level_of(row: MailRow) -> Level:
    """How soon a person must look at an email of the in-tray; today, where nobody said."""
    if row.alarm:
        return Level.RED
    if row.seen.old:
        return Level.PLAIN
    return (row.judged and row.judged.level) or Level.AMBER


IN_TRAY, ASIDE = "in-tray", "aside"


def where_is(row: MailRow) -> str:
    """Where an email is now: in the in-tray, on a case (its reference), or aside on none."""
    if row.verdict is Verdict.INTRAY:
        return IN_TRAY
    return (row.judged.ref if row.judged else "") or ASIDE


def is_grave(row: MailRow) -> bool:
    """Whether an email may point to danger, so that its words are not for everybody at the school."""
    flags = {seen.flag for seen in row.judged.flags} if row.judged else set()
    return level_of(row) is Level.RED or not STOPS.isdisjoint(flags)


_NUMBERED = re.compile(r"(\d+):\d+")


def is_renumbered(was: str, key: str) -> bool:
    """Whether two keys of one mailbox may be the same email twice.

    On a server the first number is the folder's (UIDVALIDITY): it changes for all emails at once. In a plain folder
    the first part is the file's name, which stays when only the time of the file changes.
    """
    before, now = _NUMBERED.fullmatch(was), _NUMBERED.fullmatch(key)
    if before and now:
        return before[1] != now[1]
    return was != key and was.rpartition(":")[0] == key.rpartition(":")[0] != ""


def count_verdicts(rows: Iterable[MailRow]) -> dict[Verdict, int]:
    """How many emails have each verdict; the sum is the number of emails ever seen."""
    counts = dict.fromkeys(Verdict, 0)
    for row in rows:
        counts[row.verdict] += 1
    return counts
