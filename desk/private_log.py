"""The daemon's log, which many can read: counts, references and kinds of trouble, and never a name or an email's words.

What is left out is in `ledger/trouble.txt` below the data folder. See docs/privacy.md.
"""

import logging
import re
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb, format_exception
from types import TracebackType

from ..ground.errors import LetterladderError, Problem, WorldFailed
from ..records.logs.trouble_file import TROUBLE, note_trouble
from ..workflows.office import Broke
from .clock import WallClock

NAME = "letterladder"
log = logging.getLogger(NAME)

_TELLS_NOTHING = re.compile(
    r"\b\d{4}-\d{4,}(?:, [A-Z]\d[a-z]?\b)?"  # a case, and a letter of it
    r"|\be?mail [0-9a-f]{8,64}\b"
    r"|\b(?:school|calendar|trust|legal)\.toml\b|\bpeople\.csv\b|\bcase\.log\b|\bmail\.log\b|\blist\.json\b"
)


class Discreet(logging.Formatter):
    """Our own lines as they are, those of libraries by kind and origin alone; of an exception its type and place."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and never a traceback: its last line can hold anything."""
        own = record.name.partition(".")[0] == NAME
        said = (
            record.getMessage() if own else f"{record.name} said something; what libraries say is not logged"
        )
        broke = f" ({what_broke(record.exc_info[1])})" if record.exc_info and record.exc_info[1] else ""
        return " ".join(f"{self.formatTime(record)} {record.levelname} {said}{broke}".split())


def set_up() -> None:
    """Send the log to the standard error stream, with the exceptions of all threads and warnings of libraries."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    log.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    threading.excepthook = _thread_broke
    sys.excepthook = _program_broke


def place_of(problem: Problem) -> str:
    """Where it was, in words that name nobody: cases, emails by their hash, files of the school.

    Else next to nothing.
    """
    found = dict.fromkeys(one.group() for one in _TELLS_NOTHING.finditer(problem.where))
    return ", ".join(found) or "something"


def what_broke(error: BaseException) -> str:
    """The type of an exception and the innermost place of ours that it passed; not what it says."""
    frames = extract_tb(error.__traceback__)
    ours = [one for one in frames if "site-packages" not in one.filename and "lib/python" not in one.filename]
    last = (ours or list(frames))[-1:]
    place = "".join(f" in {Path(one.filename).name}, line {one.lineno}" for one in last)
    return f"{type(error).__name__}{place}"


def keep_words(data: Path, *words: str) -> None:
    """Keep what the log leaves out where only this account reads it; a full disk does not stop the daemon."""
    with suppress(WorldFailed):
        note_trouble(data, WallClock().now(), "\n".join(words))


def log_problems(school: str, data: Path, problems: tuple[Problem, ...] | list[Problem], level: int) -> None:
    """One line for each problem without its words, which are kept beside."""
    if problems:
        keep_words(data, *(str(problem) for problem in problems))
    for place in dict.fromkeys(place_of(problem) for problem in problems):
        log.log(
            level, "%s, %s needs attention: see `check`, `round --json` or data/%s", school, place, TROUBLE
        )


def keep_tracebacks(data: Path, broke: Sequence[Broke]) -> None:
    """Keep where the parts of a round broke, for whoever looks after the program."""
    told = [f"{one.part}\n{one.traceback}" for one in broke if one.traceback]
    if told:
        keep_words(data, *told)


def log_broken(school: str, data: Path, error: Exception) -> None:
    """A job broke: its type and place into the log, the traceback beside."""
    if isinstance(error, LetterladderError):
        log_problems(school, data, error.problems, logging.ERROR)
        return
    keep_words(data, "".join(format_exception(error)))
    log.error(
        "%s, a job failed and will be tried again next time: %s; see data/%s",
        school,
        what_broke(error),
        TROUBLE,
    )


def _thread_broke(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        log.error("a thread ended: %s", what_broke(told.exc_value))


def _program_broke(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    del kind, trace
    log.critical("the daemon ended: %s", what_broke(error))
