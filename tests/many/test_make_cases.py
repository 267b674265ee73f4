"""A school of many made cases is a school: its logs, files and days are what the real program would have left."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from tools.many_cases_days import DUE_DAY, NEW_DAY, QUIET_DAY
from tools.many_cases_people import STAND_IN
from tools.many_cases_school import PRESENT

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.wiring import build
from letterladder.records.logs.case_files import LOG, TEXT, FolderCaseFiles
from letterladder.records.logs.case_text import case_text
from letterladder.records.logs.chain import chain_up
from letterladder.records.logs.mail_log_file import FolderMailLog
from letterladder.records.verify.verify import verify
from letterladder.rules.cases.events import Entry, LetterPosted
from letterladder.rules.cases.fold import fold
from letterladder.rules.mails.folded_mails import fold_mails
from letterladder.rules.mails.mail_rows import count_verdicts
from letterladder.rules.words import Verdict
from letterladder.workflows.office import Office, Tally
from letterladder.workflows.rounds import run_round

ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = (3, 3, 2), (120, 40, 8)
"""Cases, open ones, due ones: of the few only two stories have to be played, of the many all twenty."""
STORIES_SECONDS = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The school's folder and what the tool said."""

    folder: Path
    said: str
    cases: int
    open: int
    due: int

    def logs(self) -> Iterator[tuple[str, list[Entry]]]:
        """Every case's reference and log, read as the program reads them."""
        files = FolderCaseFiles(self.folder / "data" / "cases")
        return ((ref, files.read(ref)) for ref in files.refs())


def made(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What a developer types."""
    tool = [sys.executable, str(ROOT / "tests" / "tools" / "make_cases.py"), str(folder), *words]
    return subprocess.run(tool, capture_output=True, text=True, check=False, timeout=STORIES_SECONDS)


def made_school(folder: Path, cases: int, still_open: int, due: int) -> School:
    """A school with all its files."""
    done = made(folder, "--cases", str(cases), "--open", str(still_open), "--due", str(due), "--files")
    assert done.returncode == 0, done.stderr
    return School(folder=folder, said=done.stdout, cases=cases, open=still_open, due=due)


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int, int, int], School]:
    """The school of so many cases, made once for all tests that only read."""
    return cache(lambda *sizes: made_school(tmp_path_factory.mktemp("school") / "school", *sizes))


@pytest.fixture(
    scope="module",
    params=[pytest.param(FEW, id="few"), pytest.param(MANY, marks=pytest.mark.sweep, id="many")],
)
def school(request: pytest.FixtureRequest, schools: Callable[[int, int, int], School]) -> School:
    """A school that tests only read."""
    return schools(*request.param)


@pytest.fixture(scope="module")
def many(schools: Callable[[int, int, int], School]) -> School:
    """A school with closed cases of many years, for what cannot be seen in a few."""
    return schools(*MANY)


@pytest.fixture
def own(school: School, tmp_path: Path) -> Path:
    """A copy of the school to work in."""
    return Path(shutil.copytree(school.folder, tmp_path / "school"))


def round_on(folder: Path, day: date) -> Tally:
    """One round of the real program."""
    office: Office = build(load_settings(folder), RehearsalClock(day))
    return run_round(office)


def done_by(tally: Tally) -> dict[str, int]:
    """What the round counted."""
    return {name: count for name, count in tally.counts().items() if count}


def test_there_are_as_many_cases_as_were_asked_for(school: School) -> None:
    """So many in all, so many of them open; references run from 1 in every year."""
    cases = [fold(ref, log) for ref, log in school.logs()]
    assert (len(cases), sum(not case.closed for case in cases)) == (school.cases, school.open)
    assert min(case.ref for case in cases) == ("2017-0001" if school.cases > school.open else "2026-0001")


def test_the_tool_says_which_days_matter(school: School) -> None:
    """Whoever measures needs them."""
    assert f"QUIET_DAY={QUIET_DAY}\nNEW_DAY={NEW_DAY}\nDUE_DAY={DUE_DAY}\n" in school.said


def test_every_log_is_byte_for_byte_what_the_program_would_write(school: School) -> None:
    """Our faster writer and the program's own make the same lines."""
    for ref, log in school.logs():
        lines, _ = chain_up(None, log)
        assert (
            b"".join(line + b"\n" for line in lines)
            == (school.folder / "data" / "cases" / ref / LOG).read_bytes()
        ), ref


def test_the_mail_log_is_byte_for_byte_what_the_program_would_write(school: School) -> None:
    """Its chain holds all emails of all cases."""
    log = FolderMailLog(school.folder / "data")
    lines, _ = chain_up(None, log.entries())
    expected = b"".join(line + b"\n" for line in lines)
    assert expected == (school.folder / "data" / "ledger" / "mails.log").read_bytes()


def test_every_text_is_what_the_program_would_write(school: School) -> None:
    """Summer time included."""
    for ref, log in school.logs():
        written = (school.folder / "data" / "cases" / ref / TEXT).read_text(encoding="utf-8")
        assert case_text(ref, log) == written, ref


def test_everything_fits_together(school: School) -> None:
    """Logs, chains, emails, letters, pictures, numbers: nothing to say of any."""
    assert verify(school.folder / "data") == []


def test_time_runs_forward_in_every_log(school: School) -> None:
    """In the email log too, though its emails are those of many cases."""
    logs = [log for _, log in school.logs()]
    moments = [[entry.at for entry in log] for log in logs]
    moments.append([entry.at for entry in FolderMailLog(school.folder / "data").entries()])
    assert all(before <= after for one in moments for before, after in pairwise(one))


def test_every_case_was_opened_in_the_year_of_its_reference(school: School) -> None:
    """And in the order of its number."""
    opened = [(ref, log[0].at) for ref, log in school.logs()]
    assert all(int(ref[:4]) == at.year for ref, at in opened)
    assert opened == sorted(opened, key=lambda one: (one[1], one[0]))


@pytest.mark.sweep("test_there_are_as_many_cases_as_were_asked_for")
def test_the_cases_are_as_long_as_in_life(many: School) -> None:
    """About a third end after one letter, some have a bar and reviews, a few are very long."""
    lengths = [len(log) for ref, log in many.logs() if fold(ref, log).closed]
    share = Counter("short" if one <= 17 else "long" if one >= 100 else "middle" for one in lengths)
    assert 0.2 < share["short"] / len(lengths) < 0.5
    assert 0 < share["long"] / len(lengths) < 0.08


@pytest.mark.sweep("test_the_adults_of_open_cases_are_in_the_register")
def test_nobody_has_two_cases_within_what_a_policy_looks_back(many: School) -> None:
    """Else the first would have to be named in the second."""
    years: dict[str, list[int]] = {}
    for ref, log in many.logs():
        years.setdefault(fold(ref, log).adult, []).append(int(ref[:4]))
    assert max(len(one) for one in years.values()) > 1
    assert all(after - before >= 5 for one in years.values() for before, after in pairwise(sorted(one)))


def test_the_adults_of_open_cases_are_in_the_register(school: School) -> None:
    """Else no letter could be written to them; the others have left it after a time."""
    known = build(load_settings(school.folder), RehearsalClock(QUIET_DAY)).people.read().adults
    adults = {case.adult for case in (fold(ref, log) for ref, log in school.logs()) if not case.closed}
    assert adults <= set(known)
    assert len(known) < PRESENT + 50


@pytest.mark.sweep("test_the_mail_log_is_byte_for_byte_what_the_program_would_write")
def test_the_mails_have_every_verdict(many: School) -> None:
    """Reports, answers, second copies, machines, and some that wait for a person."""
    counts = count_verdicts(fold_mails(FolderMailLog(many.folder / "data").entries()).values())
    assert counts[Verdict.OPENED] == many.cases
    assert all(counts[one] for one in (Verdict.ATTACHED, Verdict.DUPLICATE, Verdict.ROBOT, Verdict.INTRAY))


def test_the_people_of_the_stories_stay_in_them(school: School) -> None:
    """Every log, text, email and letter mentions the case's own family."""
    names = re.compile(
        f"{STAND_IN.given}|{STAND_IN.surname}|{STAND_IN.pupil}|{STAND_IN.number}".encode(), re.IGNORECASE
    )
    for file in (path for path in school.folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        if file.suffix == ".docx" and is_zipfile(file):
            with ZipFile(file) as letter:
                content = b"".join(letter.read(name) for name in letter.namelist())
        assert not names.search(content), file


def test_a_quiet_day_is_quiet(own: Path) -> None:
    """The first round brings the morning's counts and the anchor, the second nothing; the next day is as quiet.

    Whoever has a letter to approve is reminded of it on some days.
    """
    for day in (QUIET_DAY, NEW_DAY):
        done = done_by(round_on(own, day))
        assert done.pop("sent") == 2 + done.pop("reminded", 0)
        assert done == {}
        assert done_by(round_on(own, day)) == {}


def test_on_the_day_as_many_answers_lapse_as_were_asked_for(school: School, own: Path) -> None:
    """Each once; and all that the round wrote fits."""
    tally = round_on(own, DUE_DAY)
    assert tally.lapsed == school.due
    assert round_on(own, DUE_DAY).lapsed == 0
    assert verify(own / "data") == []


def test_more_due_than_open_is_refused(tmp_path: Path) -> None:
    """It cannot be."""
    assert made(tmp_path / "school", "--cases", "10", "--open", "5", "--due", "6").returncode != 0


@pytest.mark.sweep("test_time_runs_forward_in_every_log")
def test_an_old_case_can_be_looked_at_when_its_terms_have_left_the_calendar(many: School) -> None:
    """Nine years on, `case` still tells its history and its date."""
    ref = next(ref for ref, log in many.logs() if any(isinstance(one.event, LetterPosted) for one in log))
    words = ["--config", str(many.folder), "case", ref, "--json", "--today", QUIET_DAY.isoformat()]
    done = subprocess.run(
        [sys.executable, str(ROOT / "run.py"), *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "no longer has those days" in json.loads(done.stdout)["clock"]["explanation"]
