"""A school in the middle of its work, made once and copied for each fault."""

import atexit
import contextlib
import io
import shutil
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path

from faults.school import School, fresh

from letterladder.desk.cli import run
from letterladder.rules.cases.events import ReminderSent
from letterladder.rules.words import Method, Verdict
from letterladder.workflows.advance import advance
from letterladder.workflows.approving import approve
from letterladder.workflows.known_emails import rows_of
from letterladder.workflows.office import Signed, Tally
from letterladder.workflows.posting import Sent, record_posted
from letterladder.workflows.rounds import run_round

POSTED, LEAVING, DRAFTED = (f"2026-000{number}" for number in range(1, 4))
"""A letter whose answer is due in two days, a letter in the print tray, a draft that waits for the head."""

LOGS = ("ledger/mails.log", "ledger/requests.log", "ledger/exports.log", "ledger/deletions.log")
MAIL, REMINDER = "mail", "reminder"
"""What a round of this school has to do besides: judge a new email, and remind of an answer that is due."""


@cache
def pristine() -> School:
    """Three cases, an email in the in-tray, three lines in each log; today a reminder is due and a report waits."""
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    school = fresh(folder / "school")
    _post_the_first(school)
    _a_day_of_work(school)
    for number in range(3):
        _type(school, "request", "record", "foi", "--who", f"reader {number}")
        _type(school, "export", "--out", str(folder / f"copy-{number}.csv"))
        _type(school, "retention", "hold", POSTED, "--reason", f"panel {number}")
    school.day += timedelta(days=1)
    school.report(4)
    return school


def _post_the_first(school: School) -> None:
    """A letter goes out on its date; three days before the answer is due, the next day of work begins."""
    school.report(0)
    run_round(school.office())
    _approved(school, POSTED)
    letter = school.office().case(POSTED).in_hand
    assert letter
    assert letter.date_on_letter
    school.day = letter.date_on_letter
    office = school.office()
    sent = Sent(on=school.day, method=Method.FIRST_CLASS)
    answer_by = record_posted(office, office.case(POSTED), sent, by="office").answer_by
    assert answer_by
    school.day = answer_by - timedelta(days=3)


def _approved(school: School, ref: str) -> None:
    office = school.office()
    approve(office, office.case(ref), Signed(by="Mrs Hollis"))
    advance(office, ref, Tally())


def _a_day_of_work(school: School) -> None:
    """One letter more into the tray, one drafted, one email that nobody can place."""
    school.report(2)
    school.vague()
    run_round(school.office())
    _approved(school, LEAVING)
    school.report(3)
    run_round(school.office())


def _type(school: School, *words: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        code = run(["--config", str(school.folder), *words, "--by", "dsl", "--today", school.day.isoformat()])
    assert code == 0, words


def copied(folder: Path) -> School:
    """That school in a folder of its own."""
    made = pristine()
    shutil.copytree(made.folder, folder)
    return School(folder=folder, day=made.day, mails=made.mails)


def restored(school: School, *names: str) -> None:
    """Do what the messages ask for: put these files or folders of data/ back as they were, by copying."""
    for name in names:
        before, now = pristine().folder / name, school.folder / name
        if before.is_dir():
            shutil.copytree(before, now, dirs_exist_ok=True)
        else:
            now.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(before, now)


def done_besides(school: School) -> set[str]:
    """What of the round's other work is done: the new email judged, the reminder sent."""
    office = school.office()
    found = set()
    if sum(row.verdict is Verdict.OPENED for row in rows_of(office).values()) == 4:
        found.add(MAIL)
    days = [entry.at for entry in office.cases.read(POSTED) if isinstance(entry.event, ReminderSent)]
    return found | ({REMINDER} if days else set())


def lost_lines(school: School) -> list[str]:
    """The logs that do not begin any more with what they held before the fault."""
    data, before = school.folder / "data", pristine().folder / "data"
    names: Sequence[str] = [*LOGS, *(f"cases/{ref}/case.log" for ref in (POSTED, LEAVING, DRAFTED))]
    return [name for name in names if not _begins_with(data / name, (before / name).read_bytes())]


def _begins_with(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes().startswith(content)
