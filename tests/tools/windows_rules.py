"""Runs a command of the program on Linux and notes what Windows would refuse; prints it as JSON.

Windows gives no file another name and removes none while it is open, unless whoever opened it allowed that, which
Python does not. `python windows_rules.py WORDS...` types the words to the program.
"""

import json
import os
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
refused: set[str] = set()


def note(event: str, told: tuple[object, ...]) -> None:
    """See whether a file that is renamed, replaced or removed is open in this process."""
    if event not in {"os.rename", "os.remove"}:
        return
    for word in told[:2] if event == "os.rename" else told[:1]:
        if isinstance(word, str | bytes | os.PathLike) and (path := os.fsdecode(word)) and is_open(path):
            refused.add(f"{event} {Path(path).name} by {whose()}")


def is_open(path: str) -> bool:
    """Whether this process has it open."""
    try:
        sought = Path(path).lstat()
    except OSError:
        return False
    for one in Path("/proc/self/fd").iterdir():
        try:
            found = one.stat()
        except OSError:
            continue
        if (found.st_dev, found.st_ino) == (sought.st_dev, sought.st_ino):
            return True
    return False


def whose() -> str:
    """The line of the program that asked for it."""
    frame = sys._getframe()
    while frame and (
        not frame.f_code.co_filename.startswith(str(ROOT)) or "windows_rules" in frame.f_code.co_filename
    ):
        if frame.f_back is None:
            return "a library"
        frame = frame.f_back
    return f"{Path(frame.f_code.co_filename).relative_to(ROOT)}:{frame.f_lineno}"


def main() -> None:
    """Type the words, then say what would have been refused."""
    runpy.run_path(str(ROOT / "run.py"))
    from letterladder.desk.cli import run  # noqa: PLC0415 - the checkout must be a package first

    sys.addaudithook(note)
    out, sys.stdout = sys.stdout, sys.stderr
    code = run(sys.argv[1:])
    out.write(json.dumps({"code": code, "refused": sorted(refused)}))


if __name__ == "__main__":
    main()
