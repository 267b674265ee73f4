"""A trust in one daemon: 300 schools, 20 with IMAP, and one whose mail server takes calls and says nothing.

    python tests/tools/bench_trust.py [SCHOOLS]

Measured: until every school but the silent one had its first round; what a round of all costs when nothing is new;
from the delivery of a threat to one school until its alert has left; and the logins that this one email cost. The
baseline of the CPU is one bare login, search and logout for each school with IMAP, and one listing of each folder.
"""

import os
import re
import runpy
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from imapclient import IMAPClient  # noqa: E402
from office import BOX, THREAT, form, school_folder  # noqa: E402 - after the checkout is a package
from servers.dovecot import PASSWORD, Dovecot  # noqa: E402

SCHOOLS, WITH_IMAP = 300, 20
FOLDERS = '[mail.in]\nkind = "folder"\nfolder = "inbox"\n'
TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def silent_server() -> Iterator[int]:
    """The port of a mail server that never says a word."""
    held: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hold() -> None:
            while True:
                try:
                    held.append(listening.accept()[0])
                except OSError:
                    return

        threading.Thread(target=hold, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def imap_table(port: int, user: str, ca_file: Path) -> str:
    """The [mail.in] of a school with a server."""
    return (
        f'[mail.in]\nkind = "imap"\nhost = "localhost"\nport = {port}\nuser = "{user}"\n'
        f'ca_file = "{ca_file}"\npassword_file = "mail-password"\ntimeout_seconds = 30\n'
    )


def make_trust(place: Path, schools: int, dovecot: Dovecot, silent: int) -> None:
    """So many schools, the first ones with a mailbox on the server, the very first with the silent one."""
    made = school_folder(place)
    for number in range(schools):
        folder = place / f"s{number:03}"
        shutil.copytree(made, folder)
        text = (folder / "school.toml").read_text().replace("larkfield.example", f"s{number:03}.example")
        if number <= WITH_IMAP:
            table = imap_table(dovecot.imaps_port if number else silent, box_of(number), dovecot.ca_file)
            assert FOLDERS in text
            text = text.replace(FOLDERS, table)
            (folder / "mail-password").write_text(PASSWORD)
        (folder / "school.toml").write_text(text)
    shutil.rmtree(made)
    names = ", ".join(f'"s{number:03}"' for number in range(schools))
    (place / "trust.toml").write_text(f'name = "Trust"\nschools = [{names}]\n')


def box_of(number: int) -> str:
    """The mailbox of one school."""
    return f"safeguarding@s{number:03}.example"


class Serving:
    """The daemon, and what it uses."""

    def __init__(self, place: Path) -> None:
        self.log = place / "daemon-log.txt"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(ROOT / "run.py"), "--config", str(place), "serve", "--minutes", "60"],
                stdout=log,
                stderr=log,
            )

    def cpu(self) -> float:
        """CPU seconds so far, its ended children included."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / TICKS

    def memory(self) -> int:
        """Peak resident memory in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) // 1024 if found else 0

    def threads(self) -> int:
        """How many threads there are."""
        return len(list(Path(f"/proc/{self.process.pid}/task").iterdir()))


def until(what: Callable[[], bool], seconds: float = 600) -> float:
    """Wait until the function says so; returns the seconds it took."""
    begun = time.monotonic()
    while not what():
        if time.monotonic() - begun > seconds:
            raise TimeoutError
        time.sleep(0.02)
    return time.monotonic() - begun


def logins(dovecot: Dovecot) -> int:
    """How often somebody logged in."""
    return dovecot.log().count("Login: user=")


def bare(place: Path, dovecot: Dovecot) -> float:
    """CPU seconds of looking at every mailbox and folder, and of nothing else."""
    begun = time.process_time()
    context = ssl.create_default_context(cafile=str(dovecot.ca_file))
    for number in range(1, WITH_IMAP + 1):
        with IMAPClient("localhost", dovecot.imaps_port, ssl_context=context) as client:
            client.login(box_of(number), PASSWORD)
            client.select_folder("INBOX", readonly=True)
            client.search("ALL")
    for folder in place.glob("s*/inbox"):
        list(folder.iterdir())
    return time.process_time() - begun


def main() -> None:
    """Measure and print."""
    schools = int(sys.argv[1]) if len(sys.argv) > 1 else SCHOOLS
    boxes = [box_of(number) for number in range(1, WITH_IMAP + 1)]
    with tempfile.TemporaryDirectory() as name, Dovecot(*boxes) as dovecot, silent_server() as silent:
        make_trust(Path(name), schools, dovecot, silent)
        alone = bare(Path(name), dovecot)
        serving = Serving(Path(name))
        try:
            for line in measured(Path(name), schools, dovecot, serving):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
        finally:
            serving.process.terminate()
            serving.process.wait(timeout=120)
        sys.stdout.write(
            f"a bare login and search of each mailbox, a listing of each folder: {alone:.2f} s CPU\n"
        )


def measured(place: Path, schools: int, dovecot: Dovecot, serving: Serving) -> Iterator[str]:
    """The figures, line by line."""
    first = until(lambda: len(list(place.glob("s*/data/ledger/counts.txt"))) >= schools - 1)
    yield f"{schools} schools, {WITH_IMAP} of them with IMAP, 1 silent"
    yield f"first rounds of all but the silent one: {first:.1f} s, {serving.cpu():.1f} s CPU"
    time.sleep(5)  # each new link is news: those rounds are not what is measured
    before, spent = logins(dovecot), serving.cpu()
    box, school = box_of(7), place / "s007"
    told = f"From: b.aldous@s007.example\nTo: {BOX}\nSubject: Form\nMessage-ID: <1@phone.example>\n\n"
    told += form("Mr Emeka Okoro", "Ada Okoro, 2A", THREAT)
    dovecot.deliver(box, told.replace("\n", "\r\n").encode())
    took = until(lambda: any(b"URGENT" in one.read_bytes() for one in (school / "sent").glob("*.eml")), 300)
    time.sleep(3)
    yield (
        f"a threat emailed to one of them: the alert leaves after {took:.1f} s; "
        f"{logins(dovecot) - before} logins, {serving.cpu() - spent:.1f} s CPU"
    )
    yield f"{serving.memory()} MB at most, {serving.threads()} threads"


if __name__ == "__main__":
    main()
