"""Make a school with many invented cases, to measure with: `make_cases.py DIR --cases 100000`."""

import argparse
import runpy
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from tools.many_cases_days import DUE_DAY, NEW_DAY, QUIET_DAY  # noqa: E402 - after the checkout is the package
from tools.many_cases_school import Plan, make_many  # noqa: E402


def main() -> int:
    """Make it, and print what was made and which days matter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the school's folder; it is made")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--open", type=int, default=1000, help="so many of them are open")
    parser.add_argument("--due", type=int, default=200, help="so many of the open ones lapse on DUE_DAY")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", action="store_true", help="with every mail, letter and picture")
    parser.add_argument("--sent", action="store_true", help="with every mail of ours that went out")
    given = vars(parser.parse_args())
    folder = given.pop("folder")
    plan = Plan(**given)
    started = time.perf_counter()
    made = make_many(folder, plan)
    sys.stdout.write(
        f"{made.cases} cases ({plan.open} open), {made.lines} lines, {made.mails} emails,"
        f" {made.size / 2**20:.0f} MiB of logs in {time.perf_counter() - started:.1f} s\n"
        + "".join(f"  {count:7} {name}\n" for name, count in made.stories.most_common())
        + f"QUIET_DAY={QUIET_DAY}\nNEW_DAY={NEW_DAY}\nDUE_DAY={DUE_DAY}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
