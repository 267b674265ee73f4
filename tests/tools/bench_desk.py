"""How fast the desk is: pages of a school with very many cases, beside a bare read of the index; ten people at once.

`bench_desk.py [--cases 100000] [--keep DIR]`. Prints tables; nothing fails on time.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT / "tests" / ".types"))

import runpy  # noqa: E402 - after the paths

runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from browser.desk_demo import demo_desk, demo_folder  # noqa: E402 - after the checkout is the package
from tools.many_cases_days import QUIET_DAY  # noqa: E402
from tools.many_cases_measure import make  # noqa: E402

from letterladder.desk.mail_readings import mails_of  # noqa: E402
from letterladder.desk.web.app import make_app  # noqa: E402
from letterladder.desk.web.schools import SchoolPages, schools_of  # noqa: E402
from letterladder.desk.web.sign_in import WHO, DemoDoor  # noqa: E402

TIMES = 9
PEOPLE, REPORTS = 10, 4
AIM_MS, AIM_KB = 100, 40
FORM = {
    "way": "by telephone",
    "reporter": "Beth Aldous",
    "parent": "Mr Desmond Catterick",
    "pupil": "Toby Catterick, 4K",
    "where": "Facebook, his own page, public",
    "posted_on": "1 November 2026",
}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument(
        "--keep", type=Path, help="make the school here and leave it; one that is there is used"
    )
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="bench-desk-"))
    try:
        if not (folder / "whole").exists():
            opened = min(1000, given.cases // 10)
            make(folder / "whole", given.cases, opened, due=min(200, opened // 5), sent=False)
        _pages(folder / "whole")
        _load(Path(tempfile.mkdtemp(prefix="bench-desk-")))
    finally:
        if not given.keep:
            shutil.rmtree(folder)
    return 0


def _pages(folder: Path) -> None:
    command = [sys.executable, str(ROOT / "run.py"), "--config", str(folder)]
    subprocess.run([*command, "round", "--today", str(QUIET_DAY)], check=False, capture_output=True)
    schools = schools_of({"school": folder}, lambda: QUIET_DAY)
    pages = next(iter(schools))
    client = make_app(schools, DemoDoor(schools=schools)).test_client()
    with client.session_transaction() as session:
        session[WHO] = pages.settings.school.people["dsl"].email
    office = pages.office()
    bare = _milliseconds(office.index.cases.open_refs)
    sys.stdout.write(f"\n{len(office.cases.refs()):,} cases; a bare read of the index: {bare[0]:.1f} ms\n")
    sys.stdout.write(f"{'page':<28}{'first':>9}{'median':>9}{'most':>9}{'more':>9}{'kB':>7}\n")
    for path in _paths(pages):
        began = time.perf_counter()
        size = len(client.get(f"/{pages.name}{path}", follow_redirects=True).data) / 1000
        first = (time.perf_counter() - began) * 1000
        middle, most = _milliseconds(partial(client.get, f"/{pages.name}{path}", follow_redirects=True))
        said = "" if middle - bare[0] <= AIM_MS and size <= AIM_KB else "  <- beyond the aim"
        row = f"{first:>9.0f}{middle:>9.0f}{most:>9.0f}{middle - bare[0]:>9.0f}{size:>7.1f}"
        sys.stdout.write(f"{path:<28}{row}{said}\n")


def _paths(pages: SchoolPages) -> Iterator[str]:
    office = pages.office()
    ref = office.index.cases.open_refs()[-1]
    yield from ("/", "/in-tray", "/in-tray/all", "/cases", "/cases?over=yes", f"/cases/{ref}")
    yield from (f"/cases/{ref}/letter", "/to-post", "/register", "/requests", "/retention", "/people")
    yield from ("/calendar", "/how-it-is", "/counts", "/new-report")


def _milliseconds(what: Callable[[], object]) -> tuple[float, float]:
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        what()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took), max(took)


class Person:
    """Somebody at the desk by real HTTP, with a session of their own."""

    def __init__(self, link: str) -> None:
        place = urlsplit(link)
        self._host, self._port = place.hostname or "", place.port or 80
        self.took: list[float] = []
        self.faults: list[str] = []
        self._cookie = ""
        _, page = self.ask("GET", place.path)
        self.ask("POST", place.path, {"csrf_token": _field(page, "csrf_token")})
        self.start, _ = self.ask("GET", "/")

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[str, str]:
        """Where it led, and the page."""
        link = HTTPConnection(self._host, self._port, timeout=120)
        headers = {"Cookie": self._cookie, "Content-Type": "application/x-www-form-urlencoded"}
        began = time.perf_counter()
        link.request(method, path, urlencode(form) if form else None, headers)
        answer = link.getresponse()
        page = answer.read().decode()
        self.took.append(time.perf_counter() - began)
        if cookie := answer.getheader("Set-Cookie"):
            self._cookie = cookie.partition(";")[0]
        if answer.status >= 400:
            self.faults.append(f"{method} {path}: {answer.status}")
        link.close()
        return answer.getheader("Location") or path, page

    def work(self, number: int) -> None:
        """Look at pages, and take in reports, each pressed twice."""
        for report in range(REPORTS):
            for path in ("", "cases", "people", "new-report"):
                self.ask("GET", f"{self.start}{path}")
            _, page = self.ask("GET", f"{self.start}new-report")
            form = FORM | {"what": f'"Mr Lowell is a useless lazy clown, {number} times {report}."'}
            form |= {name: _field(page, name) for name in ("csrf_token", "once")}
            self.ask("POST", f"{self.start}new-report", form)
            self.ask("POST", f"{self.start}new-report", form)


def _field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return found[1] if found else ""


def _load(place: Path) -> None:
    folder = demo_folder(place / "demo-school")
    with demo_desk(folder) as desk:
        links = [desk.link(role) for role in ("Safeguarding", "Office", "Headteacher")]
        people = [Person(links[number % len(links)]) for number in range(PEOPLE)]
        stop = threading.Event()
        daemon = threading.Thread(target=_rounds, args=(folder, stop))
        daemon.start()
        threads = [threading.Thread(target=one.work, args=(number,)) for number, one in enumerate(people)]
        began = time.perf_counter()
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        seconds = time.perf_counter() - began
        stop.set()
        daemon.join()
    _told(folder, people, seconds)
    shutil.rmtree(place)


def _rounds(folder: Path, stop: threading.Event) -> None:
    command = [
        sys.executable,
        str(ROOT / "run.py"),
        "--config",
        str(folder),
        "round",
        "--today",
        "2026-11-02",
    ]
    while not stop.is_set():
        subprocess.run(command, check=False, capture_output=True)
        stop.wait(0.2)


def _told(folder: Path, people: list[Person], seconds: float) -> None:
    pages = next(iter(schools_of({"school": folder}, lambda: None)))
    kept = [row for row in mails_of(pages.office()).values() if row.seen.mailbox == "desk"]
    took = sorted(one for person in people for one in person.took)
    faults = [fault for person in people for fault in person.faults]
    sys.stdout.write(
        f"\n{PEOPLE} people at once beside a daemon: {len(took)} requests in {seconds:.1f} s, "
        f"{len(took) / seconds:.1f} a second; median {took[len(took) // 2] * 1000:.0f} ms, "
        f"p95 {took[len(took) * 95 // 100] * 1000:.0f} ms, longest {took[-1] * 1000:.0f} ms\n"
        f"{PEOPLE * REPORTS} reports, each pressed twice: {len(kept)} kept; "
        f"refused or broken: {len(faults)} {faults[:3]}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
