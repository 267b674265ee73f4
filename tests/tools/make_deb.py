"""Packs /opt/letterladder of a root, made by the first stage of the Containerfile, as a Debian package.

debhelper writes what installs, starts, stops and removes; what is ours to say is in packaging/debian.
"""

import os
import shutil
import tempfile
import time
import tomllib
from email.utils import formatdate
from pathlib import Path

from .clean_root import run_here
from .make_dist import day_of

ROOT = Path(__file__).resolve().parents[2]
OURS = ("letterladder", "letterladder.conf", "nightly")
PROGRAM = "opt/letterladder"


def version() -> str:
    """Of the program."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def make_deb(root: Path, into: Path) -> Path:
    """Pack the program of this root; the package.

    Raises:
        Failed: a tool of Debian did not do it.
    """
    second = day_of(ROOT)
    with tempfile.TemporaryDirectory(dir=root.parent) as scratch:
        tree = Path(scratch) / "letterladder"
        shutil.copytree(ROOT / "packaging" / "debian", tree / "debian")
        for name in OURS:
            (tree / "debian" / name).rename(tree / name)
        shutil.copytree(root / PROGRAM, tree / PROGRAM, symlinks=True)
        shutil.copy2(ROOT / "LICENSE", tree / "debian" / "copyright")
        for page in ("installing.md", "running.md"):
            shutil.copy2(ROOT / "docs" / page, tree / page)
        (tree / "debian" / "letterladder.docs").write_text("installing.md\nrunning.md\n", encoding="utf-8")
        (tree / "debian" / "changelog").write_text(_changelog(int(second)), encoding="utf-8")
        command = ["dpkg-buildpackage", "--build=binary", "--unsigned-source", "--unsigned-changes", "-d"]
        run_here(command, folder=tree, said={**os.environ, "SOURCE_DATE_EPOCH": second})
        (made,) = Path(scratch).glob("letterladder_*.deb")
        into.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy2(made, into))


def _changelog(second: int) -> str:
    day = formatdate(time.mktime(time.gmtime(second)))
    return (
        f"letterladder ({version()}) bookworm; urgency=medium\n\n  * See CHANGELOG.md of the program.\n\n"
        f" -- The Letterladder people <letterladder@localhost>  {day}\n"
    )
