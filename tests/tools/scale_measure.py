"""What a school costs, measured on a small real trust: the daemon as a process, Dovecot, LibreOffice where it is there.

CPU seconds of the daemon and of all that it started, never the time on the wall: the machine may be busy.
"""

import os
import runpy
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from office import form, school_folder  # noqa: E402 - after the checkout is registered as the package
from servers.dovecot import PASSWORD, Dovecot  # noqa: E402

FOLDERS = '[mail.in]\nkind = "folder"\nfolder = "inbox"\n'
IMAP = (
    '[mail.in]\nkind = "imap"\nhost = "localhost"\nport = {port}\nuser = "{user}"\n'
    'ca_file = "{ca}"\npassword_file = "mail-password"\ntimeout_seconds = 30\n'
)
TICKS = os.sysconf("SC_CLK_TCK")
SETTLE, WINDOW, MOST_BUSY = 20, 62, 8
"""Seconds until all is warm; seconds watched, with one round of all in them; schools that get email."""
PLAIN = (
    "Dear office,\n\nPlease find the lunch menu of next week on the website.\n\nKind regards\nBeth Aldous\n"
)


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What was measured with so many schools."""

    schools: int
    start: float
    listening: float
    poll: float
    email: float
    letter: float
    memory: float
    office: float
    threads: int
    links: int
    email_bytes: float
    letter_bytes: float
    letters: int


class Tree:
    """A process and all that it started."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._seen: dict[int, float] = {}

    def _pids(self) -> list[int]:
        parents: dict[int, list[int]] = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
        found = [self.pid]
        for pid in found:
            found += parents.get(pid, [])
        return found

    def cpu(self) -> float:
        """CPU seconds so far; what a process used that has ended is kept as it was seen last."""
        for pid in self._pids():
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            self._seen[pid] = sum(map(int, fields[11:13])) / TICKS
        return sum(self._seen.values())

    def memory(self) -> tuple[float, float]:
        """MB that the daemon holds, and that what it started holds; shared pages are divided."""
        own = _pss(self.pid)
        return own, sum(_pss(pid) for pid in self._pids() if pid != self.pid)

    def threads(self) -> int:
        """Of the daemon."""
        return len(list(Path(f"/proc/{self.pid}/task").iterdir()))

    def links(self) -> int:
        """Connections to a server that the daemon holds open."""
        held = 0
        for one in Path(f"/proc/{self.pid}/fd").iterdir():
            try:
                held += str(one.readlink()).startswith("socket:")
            except OSError:
                continue
        return held


def _pss(pid: int) -> float:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("Pss:"))


def make_trust(place: Path, schools: int, dovecot: Dovecot) -> None:
    """So many schools, each with a mailbox of its own."""
    made = school_folder(place)
    for number in range(schools):
        folder = place / f"s{number:03}"
        shutil.copytree(made, folder)
        text = (folder / "school.toml").read_text().replace("larkfield.example", f"s{number:03}.example")
        text = text.replace('# authserv_id = "mx', 'authserv_id = "mx')
        assert FOLDERS in text
        imap = IMAP.format(port=dovecot.imaps_port, user=box_of(number), ca=dovecot.ca_file)
        (folder / "school.toml").write_text(text.replace(FOLDERS, imap))
        (folder / "mail-password").write_text(PASSWORD)
        staff = folder / "staff.csv"
        staff.write_text(staff.read_text().replace("larkfield.example", f"s{number:03}.example"))
    shutil.rmtree(made)
    names = ", ".join(f'"s{number:03}"' for number in range(schools))
    (place / "trust.toml").write_text(f'name = "Trust"\nschools = [{names}]\n')


def box_of(number: int) -> str:
    """The mailbox of one school."""
    return f"safeguarding@s{number:03}.example"


def until(done: Callable[[], bool], seconds: float = 300) -> None:
    """Wait.

    Raises:
        TimeoutError: it never came.
    """
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.2)


def measured(schools: int) -> Cost:
    """Run a trust of so many schools, and say what it cost."""
    boxes = [box_of(number) for number in range(schools)]
    with tempfile.TemporaryDirectory() as name, Dovecot(*boxes) as dovecot:
        place = Path(name)
        make_trust(place, schools, dovecot)
        with (place / "daemon-log.txt").open("wb") as log:
            started = subprocess.Popen(
                [sys.executable, str(ROOT / "run.py"), "--config", str(place), "serve", "--minutes", "1"],
                stdout=log,
                stderr=log,
            )
        try:
            return _watched(place, schools, dovecot, Tree(started.pid))
        finally:
            started.terminate()
            started.wait(timeout=120)


def _watched(place: Path, schools: int, dovecot: Dovecot, tree: Tree) -> Cost:
    until(lambda: len(list(place.glob("s*/data/turn.ended"))) >= schools)
    start = tree.cpu()
    time.sleep(SETTLE)
    listening, poll = _idle(tree)
    busy = min(MOST_BUSY, schools)
    email, email_bytes = _per(place, tree, listening, deliver=lambda: _deliver(dovecot, busy, "Lunch", PLAIN))
    report = form("Mr Emeka Okoro", "Ada Okoro, 2A")
    letter, letter_bytes = _per(
        place, tree, listening, deliver=lambda: _deliver(dovecot, busy, "Form", report)
    )
    own, others = tree.memory()
    return Cost(
        schools=schools,
        start=start,
        listening=listening / schools,
        poll=poll / schools,
        email=max(0.0, email / busy - poll / schools),
        letter=max(0.0, letter / busy - poll / schools),
        memory=own,
        office=others,
        threads=tree.threads(),
        links=tree.links(),
        email_bytes=email_bytes / busy,
        letter_bytes=letter_bytes / busy,
        letters=len(list(place.glob("s*/data/cases/*/letters/*.docx"))),
    )


def _idle(tree: Tree) -> tuple[float, float]:
    """CPU seconds a second of only listening, and of one round of all."""
    each: list[float] = []
    before = first = tree.cpu()
    for _ in range(WINDOW):
        time.sleep(1)
        now = tree.cpu()
        each.append(now - before)
        before = now
    quiet = statistics.fmean(sorted(each)[: len(each) // 2])
    return quiet, max(0.0, before - first - quiet * WINDOW)


def _deliver(dovecot: Dovecot, busy: int, subject: str, text: str) -> None:
    for number in range(busy):
        host = f"s{number:03}.example"
        sender = f"b.aldous@{host}"
        head = f"Authentication-Results: mx.{host}; dmarc=pass header.from={host}\n"
        head += f"From: {sender}\nTo: {box_of(number)}\nSubject: {subject}\n"
        head += f"Message-ID: <{subject}.{number}@phone.example>\n\n"
        dovecot.deliver(box_of(number), (head + text).replace("\n", "\r\n").encode())


def _per(place: Path, tree: Tree, listening: float, *, deliver: Callable[[], None]) -> tuple[float, float]:
    """CPU seconds and bytes that a delivery cost, until nothing happens any more; at most half a minute."""
    size, spent, began = _bytes(place), tree.cpu(), time.monotonic()
    deliver()
    quiet, before = 0, spent
    while quiet < 4 and time.monotonic() - began < 30:
        time.sleep(1)
        now = tree.cpu()
        quiet = quiet + 1 if now - before < 2 * listening + 0.05 else 0
        before = now
    seconds = time.monotonic() - began
    return max(0.0, before - spent - listening * seconds), _bytes(place) - size


def _bytes(place: Path) -> float:
    """What the data folders take on disk."""
    return float(sum(one.stat().st_blocks * 512 for one in place.glob("s*/data/**/*") if one.is_file()))


def as_rows(costs: list[Cost]) -> list[dict[str, float]]:
    """For a file."""
    return [asdict(cost) for cost in costs]
