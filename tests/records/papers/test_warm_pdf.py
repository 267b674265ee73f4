"""A LibreOffice that stays open prints as one started for the letter does, and is never in the way of a letter."""

import io
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from letters.sample_fields import SAMPLES
from pypdf import PdfReader
from records.papers.test_pdf import is_running, program

from letterladder.desk import lazy
from letterladder.desk.lazy import LazyPdf, stay_open
from letterladder.ground.errors import WorldFailed
from letterladder.records.papers import warm_pdf
from letterladder.records.papers.pdf import LibreOfficePrinter
from letterladder.records.papers.warm_pdf import WarmPrinter, shared_printer
from letterladder.records.word.word import DocxPrinter

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "letter_templates"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows prints one by one")
KILLED = """
import os, runpy, sys
runpy.run_path(sys.argv[1], run_name="checkout")
from letterladder.records.papers.warm_pdf import Listener
listener = Listener(sys.argv[2])
print(*listener.processes, flush=True)
kill, whom = (os.killpg, os.getpgrp()) if sys.argv[3] == "group" else (os.kill, os.getpid())
kill(whom, 9)
"""


@pytest.fixture(name="warm")
def _warm() -> Iterator[WarmPrinter]:
    printer = WarmPrinter()
    if not printer.available():
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is missing, and CI promises it")
        pytest.skip("LibreOffice Writer is not installed")
    yield printer
    printer.end()


def letter(which: str = "L1-removal-request") -> bytes:
    """One of the shipped letters, filled."""
    return DocxPrinter().print_letter(TEMPLATES / f"{which}.docx", SAMPLES[which.partition("-")[0]])


def pages(pdf: bytes) -> list[str]:
    """What each page says."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def soon(what: Callable[[], bool]) -> bool:
    """Whether it comes true within a minute."""
    until = time.monotonic() + 60
    while not what() and time.monotonic() < until:
        time.sleep(0.05)
    return what()


@pytest.mark.libreoffice
def test_it_prints_what_one_started_for_the_letter_prints(warm: WarmPrinter) -> None:
    """Page by page, one letter after the other by the same process."""
    letters = [letter(), letter("L1-removal-request.ur"), letter("X3-police-referral")]
    alone = LibreOfficePrinter().convert_each(letters)
    warmly = [warm.convert(one) for one in letters]
    assert [pages(one) for one in warmly] == [pages(one) for one in alone]
    assert warm.listener
    assert warm.listener.letters >= len(letters)


@pytest.mark.libreoffice
def test_one_that_hangs_is_ended_and_the_letter_printed_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits for the letter waits a little longer, once; the next letter has a new one."""
    warm = WarmPrinter(patience=5.0)
    if not warm.available():
        pytest.skip("LibreOffice Writer is not installed")
    try:
        warm.convert(letter())
        listener = warm.listener
        assert listener
        hung = listener.processes
        for pid in hung:
            os.kill(pid, signal.SIGSTOP)
        monkeypatch.setattr(warm, "_patience", 1.0)
        assert pages(warm.convert(letter()))
        assert warm.listener is None
        assert not any(is_running(pid) for pid in hung)
    finally:
        warm.end()


@pytest.mark.libreoffice
def test_after_so_many_letters_it_is_started_again(
    warm: WarmPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Programs that run for months grow."""
    monkeypatch.setattr(warm_pdf, "MOST_LETTERS", 1)
    warm.convert(letter())
    first = warm.listener
    warm.convert(letter())
    assert first
    assert not first.is_running
    assert warm.listener is not first


@pytest.mark.parametrize("whom", ["alone", "group"])
def test_none_is_left_when_its_owner_is_killed(tmp_path: Path, whom: str) -> None:
    """By `kill -9`, where nobody can say goodbye; also where its whole group is killed, as a service manager does."""
    soffice = program(tmp_path, "sleep 600")
    command = [sys.executable, "-c", KILLED, str(ROOT / "run.py"), soffice, whom]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False, start_new_session=True)
    assert done.returncode == -signal.SIGKILL
    left = [int(pid) for pid in done.stdout.split()]
    assert left
    assert not any(is_running(pid) for pid in left)


def test_one_that_grows_is_worn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Here a stand-in that only sleeps, whose memory is over the limit at once."""
    listener = warm_pdf.Listener(program(tmp_path, "sleep 600"))
    try:
        if not listener.processes:
            pytest.skip("this system does not tell of processes")
        assert not listener.is_worn
        monkeypatch.setattr(warm_pdf, "MOST_MEMORY", 1)
        assert listener.is_worn
    finally:
        listener.end()


def test_nothing_is_left_on_the_disk_or_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its profile nor what it had open."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    listener = warm_pdf.Listener(program(tmp_path, "sleep 600"))
    left = listener.processes
    listener.end()
    assert not any(is_running(pid) for pid in left)
    assert [one.name for one in tmp_path.iterdir()] == ["soffice"]


def test_after_a_failure_letters_are_printed_the_other_way_for_some_time(tmp_path: Path) -> None:
    """Nobody waits for it a second time; later it is tried again."""
    starts = tmp_path / "starts"
    warm = WarmPrinter(program(tmp_path, f"echo x >> {starts}", "exit 3"))
    counts = []
    for _ in range(3):
        with pytest.raises(WorldFailed):
            warm.convert(b"PK")
        counts.append(len(starts.read_text().split()))
    assert counts == [2, 3, 4]
    warm._failed_at = -warm_pdf.PAUSE
    with pytest.raises(WorldFailed):
        warm.convert(b"PK")
    assert len(starts.read_text().split()) == 6


def test_a_letter_does_not_wait_for_ever_for_another_one(tmp_path: Path) -> None:
    """A second thread's letter is printed the other way after its patience."""
    warm = WarmPrinter(program(tmp_path, "echo for itself", "exit 3"), patience=0.1)
    with warm._lock, pytest.raises(WorldFailed, match="for itself"):
        warm.convert(b"PK")


def test_where_it_does_not_start_what_is_said_is_of_the_other_way(tmp_path: Path) -> None:
    """As on a machine whose LibreOffice is broken: in its own words, and at once."""
    warm = WarmPrinter(program(tmp_path, "echo no font was found", "exit 3"))
    with pytest.raises(WorldFailed, match="LibreOffice ended with 3: no font was found"):
        warm.convert(b"PK")
    assert warm.listener is None


def test_it_is_ended_where_no_letter_comes(tmp_path: Path) -> None:
    """It holds memory that a small computer needs for other things."""
    warm = WarmPrinter(program(tmp_path, "sleep 600"), idle=0.5)
    warm.get_ready()
    assert soon(lambda: warm.listener is not None)
    assert soon(lambda: warm.listener is None)


def test_without_libreoffice_nothing_is_started() -> None:
    """The Word file is printed by hand there."""
    warm = WarmPrinter("no such program")
    warm.get_ready()
    with pytest.raises(WorldFailed, match="not installed"):
        warm.convert(b"PK")
    assert warm.listener is None


def test_only_a_program_that_runs_for_long_keeps_one_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command ends after its letter; all schools of a daemon share one."""
    monkeypatch.setattr(lazy.LazyPdf, "stays", False)
    assert type(LazyPdf()._printer()) is LibreOfficePrinter
    stay_open()
    assert LazyPdf()._printer() is LazyPdf()._printer() is shared_printer()
