"""What people do after a stop: the program is started again, and the command that did not end is given again."""

import contextlib
import io
import subprocess
from collections.abc import Iterator, Mapping

from crash.school import School

from letterladder.desk.cli import run
from letterladder.records.logs.lock import writer_lock
from letterladder.workflows.rounds import run_round

FINE = {0, 1}
"""Exit codes of a command that is given again: done, or refused because it was done before."""


def started_again(school: School, environment: Mapping[str, str], *, really: bool) -> list[str]:
    """Two rounds, the first as a process of its own where `really`; what they complain of."""
    faults: list[str] = []
    if really:
        command = school.command("round")
        done = subprocess.run(command, env={**environment}, capture_output=True, text=True, check=False)
        if done.returncode and not is_wanting(done.stdout):
            faults.append(f"the restart ended with {done.returncode}: {done.stdout}{done.stderr}")
    else:
        faults += _round(school)
    return [*faults, *_round(school)]


def _round(school: School) -> Iterator[str]:
    with writer_lock(school.folder / "data"):
        problems = run_round(school.office()).problems
    yield from (str(problem) for problem in problems if not is_wanting(str(problem)))


def is_wanting(said: str) -> bool:
    """A letter that lacks a field or an order that came too late is the office's business, not a broken promise."""
    wanting = ("Still needed", "Supply it:", "the next round drafts the letter", ", was not done: ")
    return any(words in said for words in wanting)


def given_again(school: School, words: tuple[str, ...]) -> list[str]:
    """The command typed again, in this process, and a round after it; what went wrong."""
    if words[0] == "round":
        return []
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        code = run(school.words(*words))
    faults = [] if code in FINE else [f"the command given again ended with {code}: {printed.getvalue()}"]
    return [*faults, *_round(school)]
