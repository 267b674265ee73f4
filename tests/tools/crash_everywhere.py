"""`make crash`: stop the program at every point of every scene and print what broke."""

import runpy
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))
runpy.run_path(str(TESTS.parent / "run.py"), run_name="checkout")

if __name__ == "__main__":
    from crash.table import main

    sys.exit(main())
