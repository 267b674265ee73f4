"""Backups of a school at work, and backups and restores that are stopped: a process is one that works or is ended."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk.terminal import Said, Window
from office import Rehearsal
from prepared import reported_school
from sweeps import each

from letterladder.records.keeping.restore import restore
from letterladder.records.verify.verify import verify

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 180
FILES = 700
"""So many files that a backup or a restore takes long enough to be stopped in between."""


def environment(tmp_path: Path) -> dict[str, str]:
    """A PATH with nothing on it: no LibreOffice, so that drafts take no time."""
    return {**os.environ, "PATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}


def command(school: Rehearsal, *words: str) -> list[str]:
    """The program and its words."""
    return [sys.executable, str(ROOT / "run.py"), "--config", str(school.folder), *words]


def typed(school: Rehearsal, *words: str) -> Said:
    """Type a command and wait for its end."""
    return Window(school.folder).type(*words)


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """A school with one case."""
    return reported_school(tmp_path)


WORK = """
import itertools, pathlib, runpy, sys, time
runpy.run_path(sys.argv[1], run_name="checkout")
from letterladder.desk.cli import run
folder, over = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
for turn in itertools.count():
    if over.exists():
        break
    email = f"From: someone@elsewhere.example\\nSubject: hm {turn}\\n\\nI saw something online.\\n"
    (folder / "inbox" / f"hm {turn}.eml").write_text(email)
    run(["--config", str(folder), "correct", "2026-0001", "2", "--what", f"note {turn}", "--by", "Mrs Binns"])
    run(["--config", str(folder), "round", "--today", "2026-11-02"])
    time.sleep(0.1)
"""


class AtWork:
    """Somebody who writes on the case as fast as the program lets them, and emails that arrive meanwhile."""

    def __init__(self, school: Rehearsal) -> None:
        self._school, self._over = school, school.folder.parent / "over"

    def __enter__(self) -> "AtWork":
        told = [str(ROOT / "run.py"), str(self._school.folder), str(self._over)]
        self._running = subprocess.Popen(
            [sys.executable, "-c", WORK, *told],
            env=environment(self._school.folder.parent),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._over.touch()
        assert self._running.wait(timeout=SECONDS) == 0


def logs(folder: Path) -> dict[str, bytes]:
    """Every log of a data folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.log")}


@pytest.mark.parametrize("times", each(2, [2, 10]))
def test_every_backup_of_a_school_at_work_is_of_one_moment(
    school: Rehearsal, tmp_path: Path, times: int
) -> None:
    """While the daemon runs and people write: each archive verifies, and its logs are the beginnings of today's."""
    kept = tmp_path / "kept"
    kept.mkdir()
    daemon = subprocess.Popen(
        command(school, "serve", "--minutes", "1"),
        env=environment(tmp_path),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with AtWork(school):
        said = [backup_after_work(school, kept / f"{number}.zip") for number in range(times)]
    daemon.send_signal(signal.SIGTERM)
    assert daemon.wait(timeout=SECONDS) == 0
    assert [one.code for one in said] == [0] * times, said
    now = logs(school.folder / "data")
    sizes = {
        check_archive(kept / f"{number}.zip", tmp_path / f"back-{number}", now) for number in range(times)
    }
    assert len(sizes) == times, "nobody wrote meanwhile, so nothing was tried"


def backup_after_work(school: Rehearsal, archive: Path) -> Said:
    """Type `backup` as soon as somebody has written something more."""
    before, end = logs(school.folder / "data"), time.monotonic() + SECONDS
    while logs(school.folder / "data") == before and time.monotonic() < end:
        time.sleep(0.05)
    return typed(school, "backup", str(archive))


def check_archive(archive: Path, folder: Path, now: dict[str, bytes]) -> int:
    """Restore one archive and compare it with what the logs are now; the bytes of its logs."""
    restore(archive, folder)
    assert verify(folder / "data") == []
    then = logs(folder / "data")
    assert [name for name, content in then.items() if not now[name].startswith(content)] == []
    return sum(len(content) for content in then.values())


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """The school with very many files in its inbox of taken email; tests only read it."""
    school = reported_school(tmp_path_factory.mktemp("large"))
    taken = school.folder / "inbox" / "taken"
    taken.mkdir(exist_ok=True)
    for number in range(FILES):
        (taken / f"{number}.eml").write_bytes(os.urandom(2000))
    return school


def killed_once(words: list[str], begun: Callable[[], bool], tmp_path: Path) -> None:
    """Start a command and kill it as soon as it is well under way."""
    running = subprocess.Popen(
        words, env=environment(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + SECONDS
    while not begun() and running.poll() is None and time.monotonic() < end:
        time.sleep(0.002)
    running.kill()
    assert running.wait(timeout=SECONDS) == -signal.SIGKILL, "it was over before it could be stopped"


def halves(folder: Path) -> Iterator[Path]:
    """Half-written archives."""
    return (one for one in folder.glob(".*.half") if one.stat().st_size > 100_000)


def test_a_backup_that_was_stopped_is_no_archive(large: Rehearsal, tmp_path: Path) -> None:
    """Nothing is under its name; the next one is whole, and says what lies about."""
    kept = tmp_path / "kept"
    kept.mkdir()
    words = command(large, "backup", str(kept / "a.zip"))
    killed_once(words, lambda: any(halves(kept)), tmp_path)
    assert not list(kept.glob("*.zip"))
    said = typed(large, "backup", str(kept / "a.zip"))
    assert (said.code, "A backup was interrupted here" in said.err) == (0, True), said
    restore(kept / "a.zip", tmp_path / "again")


@pytest.fixture(scope="module")
def stopped(large: Rehearsal, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a restore into `again` left behind that was killed when half of the files were there."""
    place = tmp_path_factory.mktemp("stopped")
    assert typed(large, "backup", str(place / "a.zip")).code == 0
    words = command(large, "restore", str(place / "a.zip"), str(place / "again"))

    def begun() -> bool:
        return any(len(list(one.glob("school/inbox/taken/*.eml"))) > FILES // 4 for one in left(place))

    killed_once(words, begun, place)
    return next(left(place)) / "school"


def left(tmp_path: Path) -> Iterator[Path]:
    """Folders of restores into `again` that were stopped or still run."""
    return tmp_path.glob(".again.restore-*")


def test_a_restore_that_was_stopped_leaves_no_school(stopped: Path) -> None:
    """Not under the name that was asked for; and nobody can work on what it left."""
    assert not (stopped.parent.parent / "again").exists()
    said = Window(stopped).type("cases")
    assert (said.code, "school.toml" in said.err) == (2, True), said


def test_a_restore_after_a_stop_says_what_to_do(large: Rehearsal, stopped: Path) -> None:
    """It is done again from the beginning, and names what may be deleted."""
    place = stopped.parent.parent
    said = typed(large, "restore", str(place / "a.zip"), str(place / "again"))
    assert (said.code, str(stopped.parent) in said.err) == (0, True), said
    assert verify(place / "again" / "data") == []
    shutil.rmtree(place / "again")


def test_a_backup_into_a_folder_is_named_by_school_and_time(school: Rehearsal, tmp_path: Path) -> None:
    """As cron wants it; it says what it did."""
    kept = tmp_path / "kept"
    kept.mkdir()
    said = typed(school, "backup", str(kept))
    (archive,) = kept.iterdir()
    assert archive.name.startswith("larkfield-primary-school-20")
    assert f"files are in {archive} (" in said.out
