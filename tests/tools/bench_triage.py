"""What reading and judging one email costs, at a large school: CPU of every email of the corpora, by 3,000 adults.

    python tests/tools/bench_triage.py

The reports are whole accounts of what happened (`reports` beside the corpora); the other emails are what any mailbox
gets. Each email is read and judged four times, with nothing kept of it in between, and the quickest counts. The
baseline is the standard parser, and the text decoded.
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

from letterladder.rules.reports import flags  # noqa: E402
from letterladder.rules.reports.triage import triage  # noqa: E402
from letterladder.rules.texts import names, passages  # noqa: E402

TIMES = 4
AIM = 5.0
"""Milliseconds of an email at 3,000 adults."""
LINE = "{what:34}{many:4} emails, median {median:6.2f} ms, mean {mean:6.2f}, nine in ten within {most:6.2f}\n"


def forgotten() -> None:
    """Let nothing that was made of an email's text serve the next time."""
    for kept in (flags.flags_of, passages.passages_of, names.fold_short, names.fold_long):
        kept.cache_clear()


def quickest(work: Callable[[bytes], None], raws: list[bytes]) -> list[float]:
    """Milliseconds of CPU of each email, the quickest of a few times."""
    rounds = []
    for _ in range(TIMES):
        forgotten()
        rounds.append([1000 * seconds(work, raw) for raw in raws])
    return [min(took) for took in zip(*rounds, strict=True)]


def judged(raws: list[bytes]) -> list[float]:
    """Of the triage alone: the emails are read before."""
    register, policy = large_register(), shipped_policy()
    reports = {raw: read(raw) for raw in raws}
    return quickest(lambda raw: void(triage(reports[raw], register, policy, {})), raws)


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
        "every email": [*sorted((shared / "reports").glob("*.eml")), *sorted(corpus.rglob("*.eml"))],
        "whole reports": sorted((shared / "reports").glob("*.eml")),
    }
    for name, files in parts.items():
        raws = list(dict.fromkeys(file.read_bytes() for file in files))
        if not raws:
            sys.stdout.write(f"{name}: not measured; it needs LETTERLADDER_CORPUS\n")
            continue
        sys.stdout.write(line(f"{name}: the bare parser", quickest(parsed, raws)))
        reading, judging = quickest(lambda raw: void(read(raw)), raws), judged(raws)
        sys.stdout.write(line(f"{name}: read", reading) + line(f"{name}: judged", judging))
        met = "met" if statistics.median(judging) <= AIM else "NOT MET"
        sys.stdout.write(f"{name}: judged within {AIM} ms at the median: {met}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
