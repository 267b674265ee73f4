"""Run every measurement and write docs/bench.md: with the machine, the day and the commit, so that a slower one shows.

    python tests/tools/bench_page.py [--cases 100000] [--only NAME ...] [--beside FOLDER]

`--only` measures those again and leaves the rest of the page. `--beside` is a checkout of another commit: its own
measurements are run in turn with these, and are shown below them.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "bench.md"
PARTS = {
    "": "The prompt, a round, a letter, an email",
    "register": "The register as a workbook",
    "mail": "The first run on a full mailbox",
    "arrival": "From a report to the approval email",
    "pdf": "A letter's PDF",
    "triage": "One email, at a school of 3,000 adults",
    "growth": "Absurd emails, four times as long",
    "reading": "Hostile and very large input",
    "flood": "A flood of strangers' emails",
    "cases": "Very many cases",
    "desk": "The desk, and ten people at once",
    "trust": "A trust of 300 schools",
}
"""The measurements, by the end of the name of their file, in the order of the page."""
OF_CASES = ("cases", "desk")
"""Those that are told how many cases there are."""


def main() -> int:
    """Run them, show what they print, and write the page; 1 where one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--only", nargs="*", choices=[name for name in PARTS if name], default=[])
    parser.add_argument("--beside", type=Path)
    given = parser.parse_args()
    parts = [name for name in PARTS if not given.only or name in given.only]
    begun, failed = datetime.now(UTC), []
    told: dict[str, list[str]] = {}
    for name in parts:
        sys.stdout.write(f"\n{PARTS[name]}\n")
        section = told[f"## {PARTS[name]}"] = [""]
        for checkout in filter(None, (ROOT, given.beside)):
            said, code = _measured(checkout, name, given.cases)
            section += [f"At `{_commit(checkout)}`:", ""] if given.beside else []
            section += ["```text", *said, "```", ""]
            failed += [name] if code else []
    if given.only:
        for lines in told.values():
            lines[:1] = ["", f"Measured again at `{_commit(ROOT)}`, {begun:%d %B %Y %H:%M} UTC.", ""]
        before = PAGE.read_text(encoding="utf-8").splitlines() if PAGE.is_file() else []
        page = _with_sections(before or _head(begun, given.cases), told)
    else:
        page = [*_head(begun, given.cases), *(line for title in told for line in (title, *told[title]))]
    PAGE.write_text("\n".join(page).rstrip() + "\n", encoding="utf-8")
    sys.stdout.write(f"\nWritten: {PAGE.relative_to(ROOT)}\n")
    return 1 if failed else 0


def _with_sections(page: list[str], told: dict[str, list[str]]) -> list[str]:
    """The page with these sections in place of those of the same title; a new one goes to the end."""
    found: dict[str, list[str]] = {"": []}
    title = ""
    for line in page:
        if line.startswith("## "):
            title = line
            found[title] = []
        else:
            found[title].append(line)
    whole = {**found, **told}
    return [line for title, lines in whole.items() for line in ([title] if title else []) + lines]


def _measured(checkout: Path, name: str, cases: int) -> tuple[list[str], int]:
    """What one measurement printed, with how long it took, and its exit code."""
    script = checkout / "tests" / "tools" / (f"bench_{name}.py" if name else "bench.py")
    if not script.is_file():
        return ["not measured: this commit does not know it"], 0
    more = ["--cases", str(cases)] if name in OF_CASES else []
    begun = time.monotonic()
    with subprocess.Popen(
        [sys.executable, str(script), *more], stdout=subprocess.PIPE, text=True, cwd=checkout
    ) as running:
        said = list(_shown(running))
    took = f"({time.monotonic() - begun:.0f} s, exit code {running.returncode})"
    sys.stdout.write(f"{took}\n")
    return [*said, took], running.returncode


def _shown(running: "subprocess.Popen[str]") -> Iterator[str]:
    for line in running.stdout or ():
        sys.stdout.write(line)
        sys.stdout.flush()
        yield line.rstrip()


def _head(begun: datetime, cases: int) -> list[str]:
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    return [
        "# What people wait for, measured",
        "",
        "Written by `make bench`; do not edit it. Each figure is beside a bare baseline of the same run: hold the",
        "ratios of two commits beside each other, not the seconds.",
        "",
        f"- Commit `{_commit(ROOT)}`, begun {begun:%d %B %Y %H:%M} UTC, ended {datetime.now(UTC):%H:%M}.",
        f"- {_machine()}; Python {platform.python_version()}; load at the end {load}.",
        f"- Very many cases: {cases:,}.",
        "",
    ]


def _commit(checkout: Path) -> str:
    """The commit, and whether something was changed after it."""
    commit = _git(checkout, "rev-parse", "--short=12", "HEAD")
    return f"{commit}, changed" if _git(checkout, "status", "--porcelain", "--", "*.py", "*.docx") else commit


def _git(checkout: Path, *words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(checkout), *words], capture_output=True, text=True, check=False
    ).stdout.strip()


def _machine() -> str:
    """Processors, memory and system, without the machine's name."""
    cores = os.cpu_count() or 1
    try:
        gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    except (ValueError, OSError, AttributeError):
        gigabytes = 0.0
    return f"{cores} processors, {gigabytes:.0f} GB of memory, {platform.system()} {platform.machine()}"


if __name__ == "__main__":
    sys.exit(main())
