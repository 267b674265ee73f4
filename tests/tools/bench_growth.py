"""How the time to read and judge one hostile email grows with its length, beside the bare parsing of the same bytes.

    python tests/tools/bench_growth.py

Each text repeats something that a search may stumble over. The last column says how often longer the email of twice the
length takes: about 2 is in proportion. The growth itself is tested in steps, in tests/hostile/test_growth.py.
"""

import email
import email.policy
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from made_reports import REGISTER, shipped_policy  # noqa: E402 - after the checkout is registered as the package
from mailbox_mails import mail, read  # noqa: E402

from letterladder.rules.reports import flags  # noqa: E402
from letterladder.rules.reports.triage import triage  # noqa: E402
from letterladder.rules.texts import names, passages  # noqa: E402

SIZE = 60_000
PLAIN = ("Mr Ned Farrow ", "Tess's dad ", "kill teacher ", "dr ", "From: x\n", "> ", "a", "\n", "'a ")
HTML = ("<style>", "<p>", "<table><tr><td>")


def judged(raw: bytes) -> None:
    """From the bytes to the triage."""
    for kept in (flags.flags_of, passages.passages_of, names.fold):
        kept.cache_clear()
    triage(read(raw), REGISTER, shipped_policy(), {})


def parsed(raw: bytes) -> None:
    """The bare baseline: the standard parser, and the text decoded."""
    email.message_from_bytes(raw, policy=email.policy.compat32).get_payload(decode=True)


def seconds(work: Callable[[bytes], None], raw: bytes) -> float:
    """CPU seconds, the better of two."""
    found = []
    for _ in range(2):
        begun = time.process_time()
        work(raw)
        found.append(time.process_time() - begun)
    return min(found)


def main() -> None:
    """Print a row for each text."""
    sys.stdout.write(f"{'repeated':<22}{'bare':>10}{f'{SIZE:,}':>10}{f'{2 * SIZE:,}':>10}{'growth':>9}\n")
    for kind, pumps in (("text/plain", PLAIN), ("text/html", HTML)):
        for pump in pumps:
            mails = [mail((pump * size)[:size], f"Content-Type: {kind}") for size in (SIZE, 2 * SIZE)]
            bare = seconds(parsed, mails[1])
            short, long = (seconds(judged, raw) for raw in mails)
            row = f"{pump!r:<22}{bare:>9.4f}s{short:>9.2f}s{long:>9.2f}s{long / short:>8.1f}x\n"
            sys.stdout.write(row)
            sys.stdout.flush()


if __name__ == "__main__":
    main()
