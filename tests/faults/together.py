"""Faults of several at once: two daemons, a lock held too long, a daemon and ten writers, settings broken meanwhile."""

import logging
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from faults.disks import nothing
from faults.fault import SECONDS, Fault, Said, Shown, no_converter, plain, type_in, type_under
from faults.files import NONE
from faults.school import ROOT, School, fresh
from faults.settings import bad_toml

from letterladder.config.settings import load_settings
from letterladder.desk.clock import WallClock
from letterladder.desk.school_watch import SchoolWatch
from letterladder.records.verify.verify import verify
from letterladder.rules.cases.events import HoldPlaced
from letterladder.rules.words import Verdict
from letterladder.workflows.known_emails import rows_of
from letterladder.workflows.rounds import run_round

HOLD = """
import runpy, sys
from pathlib import Path
runpy.run_path(sys.argv[1], run_name="checkout")
from letterladder.records.logs import lock
with getattr(lock, sys.argv[2])(Path(sys.argv[3])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held(which: str, folder: Path) -> Iterator[None]:
    """Another process holds this lock of the school's data."""
    command = [sys.executable, "-c", HOLD, str(ROOT / "run.py"), which, str(folder / "data")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.kill()


def beside_a_daemon(school: School, words: Sequence[str]) -> Said:
    """Type it while a daemon holds the folder."""
    with held("daemon_lock", school.folder):
        return type_under(school, words)


def beside_a_writer(school: School, words: Sequence[str]) -> Said:
    """Type it while another command writes and does not end."""
    with held("writer_lock", school.folder):
        return type_in(school, words)


def school_of_today(folder: Path) -> School:
    """A school whose term is now, by the wall's clock: four cases, an email in the in-tray, a report that waits."""
    school = fresh(folder)
    school.day = WallClock().today()
    days = ((-30, 100), (102, 250))
    terms = [(school.day + timedelta(days=first), school.day + timedelta(days=last)) for first, last in days]
    blocks = [f'[[terms]]\nname = "from {first}"\nfirst = {first}\nlast = {last}\n' for first, last in terms]
    (folder / "calendar.toml").write_text("\n".join(blocks), encoding="utf-8")
    for number in (0, 2, 3, 4):
        school.report(number)
    school.vague()
    run_round(school.office())
    school.report(5)
    return school


def ten_commands(school: School) -> list[tuple[str, ...]]:
    """Ten commands: four holds of one case, a hold of each other, a triage, and one email filed twice."""
    tray = next(row for row in rows_of(school.office()).values() if row.verdict is Verdict.INTRAY)
    year = school.day.year
    holds = [("hold", f"{year}-000{number}", "--for", "police") for number in (1, 1, 1, 1, 2, 3, 4)]
    triage = ("triage", f"{year}-0002", "--note", "looked at")
    file = ("file", tray.seen.sha256[:12], "--to", f"{year}-0003", "--note", "more of the same")
    return [*holds, triage, file, file]


def all_at_once(folder: Path) -> Shown:
    """A daemon and ten commands start together; what they said, and what does not fit afterwards."""
    with no_converter(folder):
        school = school_of_today(folder)
        commands = ten_commands(school)
        before = holds(school)
        with started(school, [("serve",), *commands]) as (daemon, *writers):
            said = [
                Said(
                    command=" ".join(words),
                    words=plain(one.communicate(timeout=SECONDS)[0], school),
                    code=one.wait(),
                )
                for words, one in zip(commands, writers, strict=True)
            ]
            wait_for(school, school.mails)
            daemon.send_signal(signal.SIGTERM)
            log = daemon.communicate(timeout=SECONDS)[0]
        return judged(school, said, before=before, log=log, code=daemon.returncode)


@contextmanager
def started(school: School, commands: list[tuple[str, ...]]) -> Iterator[list[subprocess.Popen[str]]]:
    """All commands, each a process, at the same time; none outlives the block."""
    folder = str(school.folder)
    program = [sys.executable, str(ROOT / "run.py"), "--config", folder]
    environment = {"PATH": folder, "HOME": folder, "USER": "office", "LANG": "C.UTF-8"}
    out, error = subprocess.PIPE, subprocess.STDOUT
    running = [
        subprocess.Popen([*program, *words], stdout=out, stderr=error, text=True, env=environment)
        for words in commands
    ]
    try:
        yield running
    finally:
        for one in running:
            one.kill()


def wait_for(school: School, mails: int) -> None:
    """Until the daemon has judged all emails."""
    end = time.monotonic() + SECONDS
    while sum(row.judged is not None for row in rows_of(school.office()).values()) < mails:
        assert time.monotonic() < end, "the daemon did not judge the email"
        time.sleep(0.1)


def holds(school: School) -> Counter[str]:
    """How many holds each case's log tells of."""
    office = school.office()
    return Counter(
        ref
        for ref in office.cases.refs()
        for one in office.cases.read(ref)
        if isinstance(one.event, HoldPlaced)
    )


def judged(school: School, said: list[Said], *, before: Counter[str], log: str, code: int) -> Shown:
    """Every command that said done is in a log once, every other one said why, and everything fits."""
    done = Counter(one.command.split()[1] for one in said if one.command.startswith("hold") and one.code == 0)
    broken = [f"{one.command}: {one.code} {one.words}" for one in said if not fine(one)]
    kept = Counter(one.command.split()[1] for one in said if one.command.startswith("hold") and one.code == 4)
    logged = holds(school) - before
    broken += [f"holds said {done}, logged {logged}"] if not done <= logged <= done + kept else []
    filed = [one.code for one in said if one.command.startswith("file") and one.code != 1]
    broken += [f"one email was filed {len(filed)} times"] if not filed or filed.count(0) > 1 else []
    broken += [str(problem) for problem in verify(school.folder / "data")]
    broken += [f"the daemon ended with {code}", log] if code or "Traceback" in log else []
    words = "\n".join([f"{len(said)} commands, each done once or refused, such as:", *refused(school)])
    words = words.replace(f"{school.day.year}-", "2026-")
    shown = Said(command="serve, and ten commands", code=0, words=words)
    return Shown(said=(shown,), besides=NONE, lost=(), broken=tuple(broken))


def refused(school: School) -> list[str]:
    """How a hold is refused where there is one; of those typed at once on a slow machine each may have been kept."""
    hold = ("hold", f"{school.day.year}-0001", "--for", "police")
    type_in(school, hold)
    return type_in(school, hold).words.splitlines()[-2:]


def fine(said: Said) -> bool:
    """Done, or refused or kept with a next step."""
    return "Traceback" not in said.words and (said.code == 0 or (said.code in {1, 4} and "->" in said.words))


class Heard(logging.Handler):
    """What the daemon's log says."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(record.getMessage())


def settings_broken_meanwhile(folder: Path) -> Shown:
    """The daemon's rounds of one school: one, a slip in school.toml, one more with a report that came in between."""
    heard, log = Heard(), logging.getLogger("letterladder")
    log.addHandler(heard)
    try:
        with no_converter(folder):
            school = school_of_today(folder)
            watch = SchoolWatch("larkfield", school.folder, load_settings(school.folder))
            bad_toml(school)
            watch.round()
            (school.folder / "school.toml").write_text(copied_settings(), encoding="utf-8")
    finally:
        log.removeHandler(heard)
    taken = sum(row.judged is not None for row in rows_of(school.office()).values())
    words = plain("\n".join(line for line in heard.lines if "settings" in line), school)
    broken = [str(problem) for problem in verify(school.folder / "data")]
    broken += [f"{taken} of 6 emails were judged"] if taken != 6 else []
    return Shown(
        said=(Said(command="serve", code=0, words=words),), besides=NONE, lost=(), broken=tuple(broken)
    )


def copied_settings() -> str:
    """The school's settings as they were."""
    return (ROOT / "config" / "example" / "school.toml").read_text(encoding="utf-8")


FAULTS = (
    Fault(
        name="two daemons",
        made="A second daemon is started on the same folder",
        make=nothing,
        typed=(("serve",),),
        run=beside_a_daemon,
        codes=(1,),
        says=("A daemon is already working on this folder (process <number>).", "stop it first"),
        besides=NONE,
    ),
    Fault(
        name="a lock held too long",
        made="Another command writes and does not end",
        make=nothing,
        run=beside_a_writer,
        codes=(1,),
        says=(
            "Waiting up to 10 seconds",
            "Somebody else is writing in this folder (process <number>).",
            "Try again in a minute",
        ),
        besides=NONE,
        mended="nothing: the next round does it all",
    ),
    Fault(
        name="an order that meets a long step",
        made="The same; the police ask for a hold",
        make=nothing,
        typed=(("hold", "2026-0002", "--for", "police"),),
        run=beside_a_writer,
        codes=(4,),
        says=("Your order is kept: hold 2026-0002.", "Do not type it again"),
        besides=NONE,
        mended="nothing: the next round carries it out",
    ),
    Fault(
        name="a daemon and ten commands at once",
        made="Four holds of one case, three of others, a triage, and one email filed twice, beside a round",
        make=nothing,
        play=all_at_once,
        codes=(0,),
        says=("10 commands, each done once or refused", "The case is held already.", "->"),
        besides=NONE,
        mended="nothing: what was done is in a log once, the rest was refused",
    ),
    Fault(
        name="school.toml broken while the daemon runs",
        made="The quotation marks of the school's name are gone between two rounds",
        make=nothing,
        play=settings_broken_meanwhile,
        codes=(0,),
        says=("the old ones stay in force", "see `check`"),
        besides=NONE,
        mended="the slip is put right; the daemon takes it up in its next round",
    ),
)
