"""A fault as one row: how it is made, what is typed then, what must be said, and what must hold afterwards."""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from faults.place import MAIL, REMINDER, copied, done_besides, lost_lines
from faults.promises import broken_promises
from faults.school import ROOT, School

from letterladder.desk.cli import run

SECONDS = 180
"""A command that takes longer is stuck."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One command and what it said to the person who typed it."""

    command: str
    code: int
    words: str


Run = Callable[[School, Sequence[str]], Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One row of the table.

    Args:
        name: what went wrong, in a few words.
        made: how the test brings it about.
        make: does so to a prepared school.
        typed: the commands, in order.
        codes: their exit codes.
        says: words that must be in what they say, all of them.
        besides: what else a round has done when the commands have run.
        mended: what the office does then, in words; `mend` does it.
        run: types a command; another one than usual runs it on a bad disk.
        needs: "strace" or "mount", where the fault cannot be made without it.
        play: does all of it in a new folder, where a prepared school and commands one by one are not enough.
    """

    name: str
    made: str
    make: Callable[[School], object]
    codes: tuple[int, ...]
    says: tuple[str, ...]
    typed: tuple[tuple[str, ...], ...] = (("round",),)
    besides: frozenset[str] = frozenset({MAIL, REMINDER})
    mended: str = "nothing"
    mend: Callable[[School], object] = lambda _: None
    run: Run = lambda school, words: type_in(school, words)  # noqa: PLW0108 - it is below
    play: "Callable[[Path], Shown] | None" = None
    needs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a fault showed when it was made."""

    said: tuple[Said, ...]
    besides: frozenset[str]
    lost: tuple[str, ...]
    broken: tuple[str, ...]


def type_in(school: School, words: Sequence[str]) -> Said:
    """Type a command at the real command line, in this process."""
    written = io.BytesIO()
    with io.TextIOWrapper(written, encoding="utf-8") as out:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            try:
                code = run(["--config", str(school.folder), *words, *_day(school, words)])
            except Exception:  # noqa: BLE001 - a row reports a traceback instead of ending in one
                code = 70
                traceback.print_exc(file=out)
        out.flush()
        said = written.getvalue().decode(errors="replace")
    return Said(command=" ".join(words), code=code, words=plain(said, school))


def type_under(school: School, words: Sequence[str], *under: str) -> Said:
    """Type a command as a process of its own; `under` is what runs it, such as strace."""
    folder = str(school.folder)
    program = [sys.executable, str(ROOT / "run.py"), "--config", folder, *words, *_day(school, words)]
    done = subprocess.run(
        [*under, *program],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
        cwd=school.folder,
        # Compiled files are not written: their calls would be counted among those that are to fail.
        env={
            "PATH": folder,
            "HOME": folder,
            "USER": "office",
            "LANG": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
    )
    return Said(command=" ".join(words), code=done.returncode, words=plain(done.stdout + done.stderr, school))


SMALL_DISK = """
set -e
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
folder=$1 beside=$2 options=$3 free=$4 readonly=$5; shift 5
mount -t tmpfs -o "$options" none "$folder"
cp -a "$beside/." "$folder/"
if [ "$free" -ge 0 ]; then
    cat /dev/zero > "$folder/filler" 2>/dev/null || true
    truncate -s "-${free}K" "$folder/filler"
fi
if [ "$readonly" = yes ]; then mount -o remount,ro "$folder"; fi
set +e
cd "$folder"
env PATH="$folder" "$@"
code=$?
find "$beside" -mindepth 1 -delete
rm -f "$folder/filler" 2>/dev/null
cp -a "$folder/." "$beside/"
exit $code
"""
"""Runs in a mount namespace of its own, so that nothing has to be unmounted: the disk goes when the command ends."""


def own_mounts() -> tuple[str, ...]:
    """The words that run a command with mounts of its own, as root or as somebody who may play root."""
    unshare = shutil.which("unshare", path="/usr/bin:/bin") or "unshare"
    return (unshare, "-m") if os.geteuid() == 0 else (unshare, "-r", "-m")


def type_on(
    school: School, words: Sequence[str], *, options: str, free: int = -1, read_only: bool = False
) -> Said:
    """Type a command at the school on a small real disk (tmpfs); what is on it afterwards is the school's again.

    Args:
        school: the school.
        words: the command.
        options: of the mount, such as "size=2m".
        free: how many kB are left free; -1 leaves it as it is.
        read_only: mounted so that nothing can be written.
    """
    beside = school.folder.with_name("beside")
    shutil.copytree(school.folder, beside)
    small = ("/bin/sh", "-c", SMALL_DISK, "sh", str(school.folder), str(beside), options, str(free))
    said = type_under(school, words, *own_mounts(), *small, "yes" if read_only else "no")
    shutil.rmtree(school.folder)
    beside.rename(school.folder)
    return said


def _day(school: School, words: Sequence[str]) -> tuple[str, ...]:
    return () if words[0] in NO_DAY or "--today" in words else ("--today", school.day.isoformat())


NO_DAY = frozenset({"verify", "backup", "restore", "serve"})
"""Commands that do not ask for the day."""


@contextlib.contextmanager
def no_converter(folder: Path) -> Iterator[None]:
    """No LibreOffice on PATH, so that a letter takes no ten seconds."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = str(folder)
    try:
        yield
    finally:
        os.environ["PATH"] = before


_SAME = (
    (r"\b[0-9a-f]{64}\b", "<sha>"),
    (r"\b[0-9a-f]{12}\b", "<sha>"),
    (r"\b[0-9a-f]{16}\.eml", "<mail>.eml"),
    (r"\b(\d{6})-[0-9a-f]{20}\.json", r"\1-<id>.json"),
    (r"process \d+", "process <number>"),
    (r"\d{8}T\d{12}-[0-9a-f]{16}\.json", "<order>.json"),
    (r"order [0-9a-f]{8}\b", "order <id>"),
    (r"\d+ MB free", "<n> MB free"),
    (r"[\d,]+ bytes", "<n> bytes"),
)


def plain(words: str, school: School) -> str:
    """What was said, with places and numbers that differ from run to run shortened."""
    for place in {str(school.folder), str(school.folder.resolve())}:
        words = words.replace(f"{place}/", "").replace(place, ".")
    for pattern, short in _SAME:
        words = re.sub(pattern, short, words)
    return words.strip()


def show(fault: Fault, folder: Path) -> Shown:
    """Bring the fault about in a copy of the school, type, do what the message asks for, and look what is left."""
    if fault.play:
        return fault.play(folder)
    with no_converter(folder):
        school = copied(folder)
        fault.make(school)
        said = tuple(fault.run(school, words) for words in fault.typed)
        fault.mend(school)
        besides = frozenset(done_besides(school))
        broken = tuple(broken_promises(school))
    return Shown(said=said, besides=besides, lost=tuple(lost_lines(school)), broken=broken)


def faults_of(fault: Fault, shown: Shown) -> list[str]:
    """All that is not as the row says it must be; empty where it is."""
    words = "\n".join(one.words for one in shown.said)
    codes = tuple(one.code for one in shown.said)
    found = [f"it does not say: {one}" for one in fault.says if one not in words]
    found += ["a traceback"] if "Traceback" in words else []
    found += ["no next step"] if any(codes) and "->" not in words else []
    found += [f"codes {codes} and not {fault.codes}"] if codes != fault.codes else []
    found += [f"besides: {sorted(shown.besides)}"] if shown.besides != fault.besides else []
    found += [f"lost: {one}" for one in shown.lost]
    found += [f"broken: {one}" for one in shown.broken]
    return [*found, words] if found else []
