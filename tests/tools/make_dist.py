"""`make dist`: the sdist, and the wheel that is built from it, of a copy of the tree.

Built in a copy, so that nothing which an earlier build left here gets in, and nothing is left here. Neither needs the
network: what builds them is pinned in requirements-dist.lock.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = ("tests", "build", "dist", "demo-school", "__pycache__", "*.egg-info", "*.py[cod]", ".*")
"""What is in a checkout and in no package: the tests stay in the repository."""


def make_dist(root: Path, into: Path) -> list[Path]:
    """Build both from the tree at `root` and put them into a folder; what was built.

    Raises:
        SystemExit: a build failed; what it said is shown.
    """
    with tempfile.TemporaryDirectory() as scratch:
        tree, made = Path(scratch) / "tree", Path(scratch) / "made"
        shutil.copytree(root, tree, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(made), str(tree)]
        done = subprocess.run(
            command,
            cwd=scratch,
            env={**os.environ, "SOURCE_DATE_EPOCH": day_of(root)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"{done.stdout}\nNothing was built.")
        into.mkdir(parents=True, exist_ok=True)
        return [Path(shutil.copy2(file, into)) for file in sorted(made.iterdir())]


def day_of(root: Path) -> str:
    """The second of the last commit, so that the same commit makes the same wheel; where there is none, 2026 began."""
    if known := os.environ.get("SOURCE_DATE_EPOCH"):
        return known
    if not (root / ".git").exists() or not shutil.which("git"):
        return "1767225600"
    asked = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return said or "1767225600"


def main() -> int:
    """Build into the folder that is named, and say what is there."""
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    for file in make_dist(ROOT, into):
        sys.stdout.write(f"{file}  {file.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
