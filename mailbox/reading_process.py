"""The process that reads emails for another: it may compute for so long on each of them, and is ended where it does.

It is started by `budget.py`, holds nothing that is not sent to it, opens no file of the school and writes none.
"""

import contextlib
import math
import os
import pickle
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from ..rules.people.conflict import Staff
from ..rules.people.people import PeopleRegister
from ..rules.policies.policy import Policy
from ..rules.reports.looked import to_triage
from ..rules.reports.machines import why_for_people
from ..rules.reports.triage import Triage, triage
from ..rules.texts.forms import FormBook
from ..rules.texts.report import Arrival, Report
from .machine_reading import tesseract, with_machine_reading
from .message import read_arrival


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """By what emails are read and judged: the school's forms, whether pictures are read, and who may be meant."""

    forms: FormBook
    reads_pictures: bool = False
    register: PeopleRegister | None = None
    policy: Policy | None = None
    staff: Staff | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One email to read, within so many seconds of computing; judged by way of trial where `judged`."""

    arrival: Arrival
    taken_at: datetime
    seconds: int
    judged: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The report of an email; and, where it was judged, the report that was triaged, and what was found."""

    report: Report
    told: Report | None = None
    found: Triage | None = None


Read = Callable[[Setup, Task], Answer]


def read_and_try(setup: Setup, task: Task) -> Answer:
    """The email's report, once all that the rules will be asked of it has been asked once.

    What triage found is told. What goes wrong here is thrown away: whoever asks next meets it where it is recorded.
    """
    report = read_arrival(task.arrival, task.taken_at, setup.forms)
    if setup.reads_pictures:
        report = with_machine_reading(report, tesseract)
    if not (task.judged and setup.register and setup.policy and setup.staff):
        return Answer(report=report)
    told, found = to_triage(report), None
    with contextlib.suppress(Exception):
        # Its dangers and requests are looked for in here, too.
        found = triage(told, setup.register, setup.policy, {}, staff=setup.staff)
    with contextlib.suppress(Exception):
        if report.robot or report.sign:
            why_for_people(told, setup.register, setup.policy, staff=setup.staff.all_names)
    return Answer(report=report, told=told, found=found)


def allow(seconds: int) -> None:
    """From now on the system ends this process when it has computed for so many seconds more (not on Windows)."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = math.ceil(time.process_time()) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if most < 0 else min(wanted, most), most))


def serve(tasks: BinaryIO, answers: BinaryIO, read: Read = read_and_try) -> None:
    """Answer each task that comes, until there are no more; a setup that comes is used from then on."""
    setup: Setup | None = None
    while True:
        try:
            told = pickle.load(tasks)  # noqa: S301 - from the program itself, through a pipe that nobody else has
        except EOFError:
            return
        if isinstance(told, Setup):
            setup = told
        elif isinstance(told, Task) and setup:
            allow(told.seconds)
            pickle.dump(read(setup, told), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
        else:
            raise TypeError(
                f"a {type(told).__name__} is no task"
            )  # it ends: nobody waits for an answer in vain


def main() -> None:
    """Read tasks from the standard input and answer to the standard output, on which nobody else may write."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)
