"""Throw bytes at the reading of emails: whatever comes, a report must come out that can be shown and stored.

    python tests/tools/fuzz_mail.py [SECONDS]

With atheris (coverage-guided) where it is installed, else with hypothesis; both begin with real emails where the
corpus is there. An email that breaks the promise is written to fuzz-found.eml in the temporary folder.
"""

# ruff: noqa: PLC0415 - only one of the two tools is there

import os
import random
import runpy
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from shipped import FORMS  # noqa: E402

from letterladder.mailbox.bodies import take_apart  # noqa: E402
from letterladder.mailbox.message import read_mail  # noqa: E402 - after the checkout is registered as the package
from letterladder.mailbox.outline import outline  # noqa: E402
from letterladder.mailbox.winmail import open_winmail  # noqa: E402

TAKEN_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LONGEST_SECONDS = 2.0
LARGEST = 50_000
"""Bytes of an email that is begun with."""

TOKENS = [
    *(
        b"\r\n",
        b"\n\n",
        b"\r\n\r\n",
        b"--x\r\n",
        b"--x--\r\n",
        b"=?utf-8?q?",
        b"?=",
        b"=?x?b?",
        b"\x00",
        b"\xff",
    ),
    *(
        b"Content-Type: multipart/mixed; boundary=x\r\n",
        b"Content-Type: message/rfc822\r\n",
        b"\x78\x9f\x3e\x22",
    ),
    *(
        b"Content-Transfer-Encoding: base64\r\n",
        b"Content-Transfer-Encoding: x-uuencode\r\n",
        b"begin 644 x\n",
    ),
    *(
        b"Content-Type: message/delivery-status\r\n",
        b"Content-Disposition: attachment; filename*0*=",
        b"<html>",
    ),
    *(
        b"From: ",
        b"Subject: Re: ",
        b"> ",
        b"Parent: ",
        b"On Mon, A <a@b.example> wrote:\r\n",
        b"charset=utf-7",
    ),
]


def seeds() -> list[bytes]:
    """Emails to begin with: the sample reports, and the corpus where it is there."""
    corpus = Path(os.environ.get("LETTERLADDER_CORPUS", ROOT.parent / "shared" / "corpus"))
    files = [*(ROOT / "tests" / "reports").glob("*.eml"), *corpus.glob("*/*")]
    found = [file.read_bytes()[:LARGEST] for file in sorted(files) if file.is_file()]
    return found or [b"From: a@b.example\r\nSubject: x\r\n\r\nHello\r\n"]


def one(raw: bytes) -> None:
    """The promise: no exception, within the time, and text that can be written to a file."""
    begun = time.monotonic()
    report = read_mail(raw, TAKEN_AT, forms=FORMS)
    shown = [
        report.subject,
        report.text,
        report.own_words,
        report.from_name,
        *report.forwarded,
        *report.faults,
    ]
    "".join((*shown, *(file.name for file in report.attachments))).encode()
    take_apart(outline(raw, -1))
    open_winmail(raw)
    if any("breaks the email standards" in fault for fault in report.faults):
        raise AssertionError(report.faults)
    if time.monotonic() - begun > LONGEST_SECONDS:
        raise AssertionError("too slow")


def guarded(raw: bytes) -> None:
    """As `one`; keeps an email that broke it."""
    try:
        one(raw)
    except Exception:
        (Path(tempfile.gettempdir()) / "fuzz-found.eml").write_bytes(raw)
        raise


def mangled(raw: bytes, chance: random.Random) -> bytes:
    """The email with some pieces cut out, doubled, swapped for a token or overwritten."""
    held = bytearray(raw)
    for _ in range(chance.randint(1, 12)):
        start = chance.randint(0, len(held))
        end = min(len(held), start + chance.choice((0, 1, 4, 30, 300)))
        token = chance.choice(
            (chance.choice(TOKENS), chance.randbytes(chance.randint(0, 8)), bytes(held[start:end]) * 2)
        )
        held[start:end] = token
    return bytes(held[: 2 * LARGEST])


def with_hypothesis(seconds: float) -> int:
    """Bytes made by hypothesis, and real emails mangled by its random numbers; returns how many were read."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st

    begun, count, known = time.monotonic(), 0, seeds()

    @settings(
        max_examples=500,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(st.binary(max_size=4_000), st.none()), st.randoms(use_true_random=True))
    def some(raw: bytes | None, chance: random.Random) -> None:
        nonlocal count
        if time.monotonic() - begun < seconds:
            count += 1
            guarded(mangled(chance.choice(known), chance) if raw is None else raw)

    while time.monotonic() - begun < seconds:
        some()
    return count


def with_atheris(seconds: float) -> None:
    """Coverage-guided; it ends the process itself and prints what it did."""
    import atheris  # type: ignore[import-untyped]  # an extra tool, not among the requirements

    with tempfile.TemporaryDirectory() as folder:
        for number, raw in enumerate(seeds()):
            (Path(folder) / f"{number}.eml").write_bytes(raw)
        atheris.instrument_all()
        atheris.Setup([sys.argv[0], f"-max_total_time={int(seconds)}", folder], guarded)
        atheris.Fuzz()


def main() -> int:
    """Run for so many seconds (60), and say how many emails were read."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    if find_spec("atheris"):
        with_atheris(seconds)
        return 0
    count = with_hypothesis(seconds)
    sys.stdout.write(
        f"{count} mails in {seconds:.0f} s ({count / seconds:.0f} per second): every one was read\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
