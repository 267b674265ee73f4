"""From a report handed to the mail server to the approval email with its PDF, beside an email that just goes there.

    python tests/tools/bench_arrival.py

The daemon listens (IDLE) at Dovecot and sends by Postfix; LibreOffice makes the PDF. The first letter comes before
anything is warm but what the daemon made ready; the others after it.
"""

import runpy
import shutil
import smtplib
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from office import HEAD, form, school_folder  # noqa: E402 - after the checkout is registered as the package
from servers.dovecot import PASSWORD, Dovecot  # noqa: E402
from servers.postfix import Postfix  # noqa: E402
from servers.town import BOXES, TEACHER, Town  # noqa: E402

REPORTS = (
    ("Mr Ross Dunn", "Ella Dunn, 4B"),
    ("Mr Emeka Okoro", "Ada Okoro, 2A"),
    ("Mrs Poppy Vance", "Jude Vance, 1C"),
)
READY_SECONDS = 25
"""After so many the daemon has made ready what it needs for the first report."""


def until(done: Callable[[], bool], seconds: float = 120) -> float:
    """Wait; the seconds it took.

    Raises:
        TimeoutError: it never came.
    """
    begun = time.monotonic()
    while not done():
        if time.monotonic() - begun > seconds:
            raise TimeoutError
        time.sleep(0.02)
    return time.monotonic() - begun


def approvals(town: Town) -> int:
    """Approval emails that the head has."""
    return sum(one.kind == "approval" for one in town.mails_of(HEAD))


def seen_approval(town: Town, adult: str, pupil: str) -> float:
    """Seconds from the report's delivery until the head has one approval email more."""
    before = approvals(town)
    town.submit(TEACHER, "Form: online", form(adult, pupil))
    return until(lambda: approvals(town) > before)


def seen_plain(town: Town, number: int) -> float:
    """Seconds that a plain email takes to the head, by the same servers."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = TEACHER, HEAD, f"plain {number}"
    message.set_content("Good morning.")
    with smtplib.SMTP(town.postfix.host, town.postfix.port, timeout=60) as server:
        server.starttls(context=ssl.create_default_context(cafile=str(town.postfix.ca_file)))
        server.login(TEACHER, PASSWORD)
        server.send_message(message)
    with town.dovecot.login(HEAD) as client:

        def came() -> bool:
            client.select_folder("INBOX", readonly=True)
            return bool(client.search(["SUBJECT", f"plain {number}"]))

        return until(came)


def measured() -> list[tuple[float, float]]:
    """Of each report ours and the plain email's seconds."""
    with (
        tempfile.TemporaryDirectory() as name,
        Dovecot(*BOXES) as dovecot,
        Postfix(dovecot, *BOXES) as postfix,
    ):
        town = Town(folder=school_folder(Path(name)), dovecot=dovecot, postfix=postfix)
        town.set_up()
        serve = [
            sys.executable,
            str(ROOT / "run.py"),
            "--config",
            str(town.folder),
            "serve",
            "--minutes",
            "60",
        ]
        daemon = subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(READY_SECONDS)
            return [
                (seen_approval(town, *people), seen_plain(town, number))
                for number, people in enumerate(REPORTS)
            ]
        finally:
            daemon.terminate()
            daemon.wait(timeout=120)


def main() -> int:
    """Print the seconds."""
    needed = ("dovecot", "postfix", "soffice")
    if missing := [one for one in needed if shutil.which(one, path="/usr/sbin:/usr/bin") is None]:
        sys.stdout.write(
            f"from a report to the approval email: not measured; it needs {', '.join(missing)}\n"
        )
        return 0
    took = measured()
    plain = statistics.median(bare for _, bare in took)
    words = ", ".join(f"{ours:.1f} s" for ours, _ in took)
    sys.stdout.write(
        f"from a report's delivery to the approval email with its PDF: {words}; a plain email to the head,"
        f" by the same servers: {1000 * plain:.0f} ms (median)\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
