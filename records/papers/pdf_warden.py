"""Starts LibreOffice for another process, and ends it as soon as that process is gone, however it went.

Run as a script: the folder that it works in, then the command. Its standard input is a pipe that nobody else holds;
when that ends, the one who started it has ended, or wants it ended. It says the number of the group that it started.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading


def main(folder: str, command: list[str]) -> None:
    """Start it, wait for the end of either side, and leave nothing behind."""
    # A Ctrl-C is for whoever started us; the pipe tells how that went on.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    started = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    sys.stdout.write(f"{started.pid}\n")
    sys.stdout.flush()
    threading.Thread(target=_wait, args=(started, folder), daemon=True).start()
    while os.read(0, 1):
        pass
    _leave(started, folder)


def _wait(started: "subprocess.Popen[bytes]", folder: str) -> None:
    started.wait()
    _leave(started, folder)


def _leave(started: "subprocess.Popen[bytes]", folder: str) -> None:
    # soffice is a script around the real program, which may be there after it.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGKILL)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
