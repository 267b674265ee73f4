"""A letter's PDF by a LibreOffice that stays open, beside one started for the letter; median of rounds taken in turn.

python tests/tools/bench_pdf.py
"""

import os
import resource
import runpy
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from letters.sample_fields import SAMPLES  # noqa: E402 - after the checkout is registered as the package

from letterladder.records.papers.pdf import LibreOfficePrinter  # noqa: E402
from letterladder.records.papers.warm_pdf import WarmPrinter  # noqa: E402
from letterladder.records.word.word import DocxPrinter  # noqa: E402

ROUNDS = 7
TEMPLATE = ROOT / "letter_templates" / "L1-removal-request.docx"


def spent(warm: WarmPrinter) -> float:
    """Seconds of computing of what was started for letters: those that ended, and the one that is open."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    ticks = sum(_ticks(pid) for pid in (warm.listener.processes if warm.listener else []))
    return ended.ru_utime + ended.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def _ticks(pid: int) -> int:
    words = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(words[11]) + int(words[12])


def measured(warm: WarmPrinter, convert: Callable[[bytes], bytes], docx: bytes) -> tuple[float, float]:
    """Seconds by the clock, and of computing, of one letter."""
    computed, begun = spent(warm), time.perf_counter()
    convert(docx)
    return time.perf_counter() - begun, spent(warm) - computed


def main() -> int:
    """Print the two medians and their ratio."""
    alone, warm = LibreOfficePrinter(), WarmPrinter()
    if not alone.available() or not Path("/proc/self/stat").exists():
        sys.stdout.write("a letter's PDF: not measured; it needs LibreOffice, and Linux\n")
        return 0
    docx = DocxPrinter().print_letter(TEMPLATE, SAMPLES["L1"])
    try:
        first = measured(warm, warm.convert, docx)[0]
        rounds = [
            (measured(warm, warm.convert, docx), measured(warm, alone.convert, docx)) for _ in range(ROUNDS)
        ]
    finally:
        warm.end()
    for place, what in enumerate(("wall", "CPU")):
        ours = statistics.median(one[0][place] for one in rounds)
        bare = statistics.median(one[1][place] for one in rounds)
        sys.stdout.write(
            f"a letter's PDF, {what:4} {1000 * ours:7.0f} ms warm, {1000 * bare:7.0f} ms started for it"
            f"   x {ours / bare:.2f}\n"
        )
    sys.stdout.write(f"the first letter, with the start: {1000 * first:.0f} ms\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
