"""The demo's desk as a newcomer opens it: the real command in a process of its own, and a link for each role."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from servers.needs import free_port

from letterladder.desk.fresh_folder import make_school_folder, mark_as_demo

ROOT = Path(__file__).resolve().parents[2]
_LINK = re.compile(r"^  (?P<name>.+?) \((?P<role>.+)\)\n +(?P<link>http://\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoDesk:
    """The desk at work: where it is, its folder, and the link of each person by a word of their role."""

    start: str
    folder: Path
    links: dict[str, str]

    def link(self, role: str) -> str:
        """The link of the first person whose role has this word."""
        return next(link for named, link in self.links.items() if role in named)


def demo_folder(folder: Path) -> Path:
    """The demo's school before anything happened."""
    make_school_folder(folder)
    mark_as_demo(folder)
    return folder


@contextmanager
def demo_desk(folder: Path) -> Iterator[DemoDesk]:
    """Type `desk --demo` in this school's folder, until the end."""
    port = free_port()
    command = [sys.executable, str(ROOT / "run.py"), "--config", str(folder), "desk", "--demo"]
    told = folder.parent / "desk.txt"
    with told.open("wb") as out:
        process = subprocess.Popen([*command, "--listen", f"127.0.0.1:{port}"], stdout=out, stderr=out)
        try:
            yield _opened(process, told, f"http://127.0.0.1:{port}", folder)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _opened(process: "subprocess.Popen[bytes]", told: Path, start: str, folder: Path) -> DemoDesk:
    deadline = time.monotonic() + 120
    while "Ctrl-C" not in told.read_text(encoding="utf-8"):
        assert process.poll() is None, told.read_text(encoding="utf-8")
        assert time.monotonic() < deadline, told.read_text(encoding="utf-8")
        time.sleep(0.1)
    said = told.read_text(encoding="utf-8")
    links = {found["role"]: found["link"] for found in _LINK.finditer(said)}
    return DemoDesk(start=start, folder=folder, links=links)
