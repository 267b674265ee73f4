"""Write tests/versions/<version>/: a small data folder with every kind of line, as this version writes it.

Run it once for each version, before it is released; a version that is there is never written again, because the
logs that schools keep are not written again either. See docs/decisions/0009-versions.md.
"""

import runpy
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "tests" / "versions"


def version() -> str:
    """The first two numbers of the program's version: "0.1"."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return ".".join(str(project["version"]).split(".")[:2])


def main() -> int:
    """Write the fixtures of the present version; 1 where they are there already."""
    runpy.run_path(str(ROOT / "run.py"), run_name="checkout")
    sys.path.insert(0, str(ROOT / "tests"))
    from versions.writing import write_fixtures  # noqa: PLC0415 - the checkout must be a package first

    folder = PLACE / version()
    if folder.exists():
        sys.stderr.write(f"{folder.relative_to(ROOT)} is there already; a released version never changes.\n")
        return 1
    write_fixtures(folder)
    sys.stdout.write(f"{folder.relative_to(ROOT)} written.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
