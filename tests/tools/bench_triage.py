"""What reading and judging one email costs, at a large school: CPU of every email of the corpora, by 3,000 adults.

    python tests/tools/bench_triage.py

The reports are whole accounts of what happened (`reports` beside the corpora); the other emails are what any mailbox
gets. Every second email is measured, once, after the others were read and judged: what they taught the program it
keeps in life too, but it has never seen the sentences of the one that is measured. The baseline is the standard parser,
and the text decoded.
"""

import os
import runpy
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from made_reports import shipped_policy  # noqa: E402 - after the checkout is registered as the package
from mailbox_mails import read  # noqa: E402
from tools.bench_growth import large_register, parsed, seconds  # noqa: E402

from letterladder.rules.reports.triage import triage  # noqa: E402

AIM = 5.0
"""Milliseconds of an email at 3,000 adults."""
LINE = "{what:34}{many:4} emails, median {median:6.2f} ms, mean {mean:6.2f}, nine in ten within {most:6.2f}\n"


def measured(work: Callable[[bytes], None], raws: list[bytes]) -> list[float]:
    """Milliseconds of CPU of every second email, after the others."""
    for raw in raws[1::2]:
        work(raw)
    return [1000 * seconds(work, raw) for raw in raws[::2]]


def judged(raws: list[bytes]) -> list[float]:
    """Of the triage alone: the emails are read before."""
    register, policy = large_register(), shipped_policy()
    reports = {raw: read(raw) for raw in raws}
    return measured(lambda raw: void(triage(reports[raw], register, policy, {})), raws)


def void(_: object) -> None:
    """What comes out is not looked at here."""


def line(what: str, took: list[float]) -> str:
    """A row of the table."""
    most = sorted(took)[int(len(took) * 0.9)]
    return LINE.format(
        what=what, many=len(took), median=statistics.median(took), mean=statistics.mean(took), most=most
    )


def main() -> int:
    """Print the table, and whether the aim is met."""
    shared = ROOT.parent / "shared"
    corpus = Path(os.environ.get("LETTERLADDER_CORPUS", shared / "corpus"))
    parts = {
        "other emails": sorted(corpus.rglob("*.eml")),
        "whole reports": sorted((shared / "reports").glob("*.eml")),
    }
    for name, files in parts.items():
        raws = list(dict.fromkeys(file.read_bytes() for file in files))
        if not raws:
            sys.stdout.write(f"{name}: not measured; it needs LETTERLADDER_CORPUS\n")
            continue
        sys.stdout.write(line(f"{name}: the bare parser", measured(parsed, raws)))
        reading, judging = measured(lambda raw: void(read(raw)), raws), judged(raws)
        sys.stdout.write(line(f"{name}: read", reading) + line(f"{name}: judged", judging))
        met = "met" if statistics.median(judging) <= AIM else "NOT MET"
        sys.stdout.write(f"{name}: judged within {AIM} ms at the median: {met}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
