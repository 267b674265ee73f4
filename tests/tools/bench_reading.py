"""Measure what hostile and very large input costs, each beside a bare baseline in the same run; prints the ratios.

    python tests/tools/bench_reading.py

The tests count steps; what the C of a library does inside one step shows here. The baseline goes over the same input
once, in the plainest way. From a delivery to a draft is measured beside a bare IDLE client, where Dovecot is.
"""

import io
import runpy
import shutil
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from email import message_from_bytes
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from hostile.test_sizes import ABSURD  # noqa: E402 - after the checkout is registered as the package
from hostile.word_bombs import BOMBS  # noqa: E402
from mailbox_mails import read  # noqa: E402
from office import an_office  # noqa: E402
from servers.dovecot import Dovecot  # noqa: E402
from stories.test_promptness import VOUCHED, has_drafted, school, serving, until  # noqa: E402

from letterladder.desk.demo_mails import first_reports  # noqa: E402
from letterladder.ground.errors import LetterladderError  # noqa: E402
from letterladder.mailbox.html_text import to_plain  # noqa: E402
from letterladder.mailbox.quotes import own_words, quoted_forwards  # noqa: E402
from letterladder.records.word.word import DocxPrinter  # noqa: E402

USER = "safeguarding@larkfield.example"
TEXTS = {
    "On, sixty thousand times": "On " * 60_000,
    "long lines that begin like a quote": ("On " + "a " * 140 + "\n") * 3_000,
    "marks of quotes": "> " * 400_000,
    "headers of forwards": "From: x\n" * 100_000,
    "empty lines": "\n" * 500_000,
}
HTML = {"deep": "<div>" * 30_000 + "words", "brackets": "<" * 300_000, "tables": "<table><tr><td>" * 3_000}


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def row(what: str, ours: float, bare: float, baseline: str) -> str:
    """One line of the table."""
    ratio = ours / bare if bare else float("inf")
    return f"{what:<48}{ours * 1000:>10.1f} ms   {baseline:<22}{bare * 1000:>9.1f} ms   x {ratio:.1f}\n"


def mails() -> Iterator[str]:
    """Large emails read, beside the standard library's parser and a walk over the parts."""
    for name, make in runpy.run_path(str(ROOT / "tests" / "mailbox" / "test_outline.py"))["LARGE"].items():
        raw = make()
        bare = seconds(partial(_walked, raw))
        yield row(f"a mail: {name}", seconds(partial(read, raw)), bare, "parse and walk")


def _walked(raw: bytes) -> None:
    with suppress(RecursionError):  # thousands of emails within emails
        for part in message_from_bytes(raw).walk():
            part.get_content_type()


def texts() -> Iterator[str]:
    """Hostile texts and HTML, beside one look at each character."""
    for name, text in TEXTS.items():
        ours = seconds(partial(own_words, text, answers=True)) + seconds(
            partial(quoted_forwards, text, "FW: x")
        )
        yield row(f"a text: {name}", ours, seconds(partial(_once, text)), "each character once")
    for name, text in HTML.items():
        ours = seconds(partial(to_plain, text))
        yield row(f"HTML: {name}", ours, seconds(partial(_once, text)), "each character once")


def _once(text: str) -> None:
    sum(map(ord, text))


def bombs() -> Iterator[str]:
    """Word files that would unpack to hundreds of megabytes, beside reading their list of parts."""
    for name, (_, make) in BOMBS.items():
        raw = make()
        yield row(
            f"a Word file: {name}",
            seconds(partial(_opened, raw)),
            seconds(partial(_listed, raw)),
            "list of its parts",
        )


def _opened(raw: bytes) -> None:
    with suppress(LetterladderError):
        DocxPrinter().text_of(raw)


def _listed(raw: bytes) -> None:
    with suppress(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(raw)).namelist()


def rounds() -> Iterator[str]:
    """A whole round with one absurd email in it, beside parsing it."""
    for name, (_, make) in ABSURD.items():
        raw = make().encode()
        with tempfile.TemporaryDirectory() as folder:
            office = an_office(Path(folder))
            office.deliver(raw)
            ours = seconds(office.round)
        yield row(f"a round: {name}", ours, seconds(partial(_walked, raw)), "parse and walk")


def promptness() -> Iterator[str]:
    """From the delivery of a report to its letter on disk, beside a bare client that hears of the email."""
    if shutil.which("dovecot", path="/usr/sbin:/usr/bin") is None:
        yield "from a delivery to a draft: not measured; it needs dovecot\n"
        return
    with Dovecot(USER) as dovecot, tempfile.TemporaryDirectory() as name:
        bare = _heard(dovecot)
        folder = school(Path(name) / "school", dovecot, USER)
        with serving(folder, minutes=240):
            until(lambda: has_drafted(folder, 0))
            dovecot.deliver(USER, VOUCHED + first_reports()[0])
            ours = seconds(lambda: until(lambda: has_drafted(folder, 1)))
    yield row("from a delivery to a draft", ours, bare, "a bare client hears it")


def _heard(dovecot: Dovecot) -> float:
    with dovecot.login(USER) as client:
        client.select_folder("INBOX", readonly=True)
        client.idle()
        threading.Thread(target=dovecot.deliver, args=(USER, b"Subject: x\r\n\r\nx\r\n")).start()
        return seconds(lambda: client.idle_check(timeout=60))


def main() -> int:
    """Print the table as it comes."""
    for part in (mails, texts, bombs, rounds, promptness):
        for line in part():
            sys.stdout.write(line)
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
