"""Random months with kills and power cuts: as many as fit into `--minutes`, or one by its `--seed`; prints counts."""

import argparse
import runpy
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))
runpy.run_path(str(TESTS.parent / "run.py"), run_name="checkout")


def main() -> int:
    """Play months and print what they kept; 1 where a promise was broken."""
    from crash.months import play  # noqa: PLC0415 - the checkout is registered first

    parser = argparse.ArgumentParser(description="Random months, killed and cut off at random.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, help="this month alone")
    chosen = parser.parse_args()
    end, seed = time.monotonic() + 60 * chosen.minutes, chosen.seed or 1
    counts, faults = Counter[str](), list[str]()
    while True:
        with tempfile.TemporaryDirectory(prefix="letterladder-month-") as folder:
            month = play(seed, Path(folder))
        counts += month.counts + Counter({"months": 1})
        faults += month.faults
        for fault in month.faults:
            sys.stdout.write(f"{fault}\n")
        sys.stdout.write(f"seed {seed}: {dict(sorted(counts.items()))}, violations {len(faults)}\n")
        sys.stdout.flush()
        if chosen.seed or time.monotonic() > end:
            return 1 if faults else 0
        seed += 1


if __name__ == "__main__":
    sys.exit(main())
