"""A reading process in which some emails never come to an end; started by tests as `python spinning_reader.py`."""

import os
import re
import runpy
import signal
import sys
from pathlib import Path

SPINS, SLEEPS, DIES = b"[it spins]", b"[it sleeps]", b"[it dies]"
COMMAND = (sys.executable, str(Path(__file__).resolve()))


def main() -> None:
    """Serve as the real one does, but for these emails."""
    runpy.run_path(str(Path(__file__).resolve().parents[1] / "run.py"), run_name="checkout")
    from letterladder.mailbox import reading_process as real  # noqa: PLC0415 - after it is registered

    def read(setup: real.Setup, task: real.Task) -> real.Answer:
        if SPINS in task.arrival.raw:
            re.match(r"(a+)+$", "a" * 60 + "b")  # in C, and longer than the universe has been there
        if SLEEPS in task.arrival.raw:
            signal.pause()
        if DIES in task.arrival.raw:
            os._exit(7)
        return real.read_and_try(setup, task)

    answers = os.fdopen(os.dup(1), "wb")
    real.serve(sys.stdin.buffer, answers, read)


if __name__ == "__main__":
    main()
