"""Write docs/faults.md: bring every fault about and note what is said. Needs strace, and leave to mount (root)."""

import runpy
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
if "letterladder" not in sys.modules:
    sys.path.insert(0, str(TESTS))
    runpy.run_path(str(TESTS.parent / "run.py"), run_name="checkout")

from faults.fault import Fault, Shown, faults_of, show  # noqa: E402 - after the package is registered
from faults.rows import FAMILIES, TABLE, page  # noqa: E402


def happened(fault: Fault) -> Shown:
    """What the fault shows, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="fault-") as name:
        return show(fault, Path(name) / "school")


def main() -> int:
    """Make the page, print it where somebody looks; 1 where a row is not as it must be."""
    faults = [fault for family in FAMILIES.values() for fault in family]
    shown = {fault.name: happened(fault) for fault in faults}
    wrong = [f"{fault.name}: {one}" for fault in faults for one in faults_of(fault, shown[fault.name])]
    sys.stdout.write("".join(f"{one}\n" for one in wrong))
    TABLE.write_text(page(shown), encoding="utf-8", newline="\n")
    sys.stdout.write(f"written: docs/{TABLE.name}, {len(faults)} faults, {len(wrong)} not as they must be\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
