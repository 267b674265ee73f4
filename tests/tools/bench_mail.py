"""Emails per second and peak memory through the real intake, from Dovecot over TLS, beside a bare loop over the same.

    python tests/tools/bench_mail.py [--profile]

The emails are the corpus of foreign emails (LETTERLADDER_CORPUS). The bare loop fetches with imapclient in batches of
50, parses, walks over the parts, and writes the raw file and one JSON line, with fsync. Each runs in a process of
its own; the intake is keep, judge and put aside, as a round does them.
"""

# ruff: noqa: PLC0415 - each process imports only what it measures

import cProfile
import email
import email.policy
import hashlib
import json
import os
import pstats
import resource
import runpy
import shutil
import subprocess
import sys
import tempfile
import time
from io import BufferedWriter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

USER = "safeguarding@larkfield.example"
BATCH = 50


def mails() -> list[bytes]:
    """All emails of the corpus."""
    beside = ROOT.parent / "shared" / "corpus"
    corpus = Path(os.environ.get("LETTERLADDER_CORPUS", beside))
    found = [file.read_bytes() for file in sorted(corpus.glob("*/*")) if file.is_file()]
    return [raw for raw in found if raw]  # an IMAP server keeps no empty email


def bare_loop(folder: Path, server: dict[str, str]) -> int:
    """The least that anybody would do; returns how many emails there were."""
    import ssl

    from imapclient import IMAPClient

    context = ssl.create_default_context(cafile=server["ca_file"])
    with (
        IMAPClient("localhost", int(server["port"]), ssl_context=context, timeout=30) as client,
        (folder / "bare.jsonl").open("ab") as log,
    ):
        client.login(USER, server["password"])
        client.select_folder("INBOX", readonly=True)
        uids = client.search("ALL")
        for start in range(0, len(uids), BATCH):
            for uid, answer in client.fetch(uids[start : start + BATCH], ["BODY.PEEK[]"]).items():
                _take(folder, log, uid, answer[b"BODY[]"])
    return len(uids)


def _take(folder: Path, log: BufferedWriter, uid: int, raw: bytes) -> None:
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    parts = sum(1 for _ in message.walk())
    sha256 = hashlib.sha256(raw).hexdigest()
    with (folder / f"{sha256}.eml").open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    line = json.dumps({"uid": uid, "sha256": sha256, "parts": parts, "subject": str(message.get("Subject"))})
    log.write(line.encode() + b"\n")
    log.flush()
    os.fsync(log.fileno())


def intake(folder: Path, server: dict[str, str]) -> int:
    """The intake of a round; returns how many emails have a verdict."""
    from datetime import date

    from letterladder.config.settings import load_settings
    from letterladder.desk.clock import RehearsalClock
    from letterladder.desk.fresh_folder import make_school_folder
    from letterladder.desk.wiring import build
    from letterladder.workflows.intake import judge_new_mail
    from letterladder.workflows.keeping import ALL, keep_new_mail, put_aside_judged
    from letterladder.workflows.office import Tally

    make_school_folder(folder)
    (folder / "mail-password").write_text(server["password"])
    toml = folder / "school.toml"
    toml.write_text(
        toml.read_text()
        + f'[mail.in]\nkind = "imap"\nhost = "localhost"\nport = {server["port"]}\nuser = "{USER}"\n'
        + f'password_file = "mail-password"\nca_file = "{server["ca_file"]}"\n'
        + '[mail.out]\nkind = "folder"\nfolder = "sent"\n'
    )
    office, tally = build(load_settings(folder), RehearsalClock(date(2026, 11, 20))), Tally()
    keep_new_mail(office, tally, since=ALL)
    judge_new_mail(office, tally)
    put_aside_judged(office)
    return sum(tally.verdicts.values())


def child(what: str) -> None:
    """Run one of the two, and print what it took."""
    server = json.loads(os.environ["BENCH_SERVER"])
    run = {"bare": bare_loop, "intake": intake}[what]
    with tempfile.TemporaryDirectory() as folder:
        profile = cProfile.Profile()
        if "--profile" in sys.argv:
            profile.enable()
        begun = time.monotonic()
        count = run(Path(folder), server)
        seconds = time.monotonic() - begun
        profile.disable()
    if "--profile" in sys.argv:
        pstats.Stats(profile, stream=sys.stderr).sort_stats("cumtime").print_stats(45)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"count": count, "seconds": seconds, "peak": peak}))


def main() -> int:
    """Measure both, and print the figures; 1 where an email was not taken."""
    from servers.dovecot import PASSWORD, Dovecot

    found = mails()
    if not found or shutil.which("dovecot", path="/usr/sbin:/usr/bin") is None:
        sys.stdout.write("email from Dovecot: not measured; it needs dovecot and LETTERLADDER_CORPUS\n")
        return 0
    with Dovecot(USER) as dovecot:
        with dovecot.login(USER) as client:
            for raw in found:
                client.append("INBOX", raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        server = {"port": str(dovecot.imaps_port), "password": PASSWORD, "ca_file": str(dovecot.ca_file)}
        told = {}
        for what in ("bare", "intake"):
            extra = ["--profile"] if "--profile" in sys.argv and what == "intake" else []
            done = subprocess.run(
                [sys.executable, __file__, what, *extra],
                env={**os.environ, "BENCH_SERVER": json.dumps(server)},
                stdout=subprocess.PIPE,
                check=True,
            )
            told[what] = json.loads(done.stdout)
    for what, figures in told.items():
        rate = figures["count"] / figures["seconds"]
        sys.stdout.write(
            f"{what:7} {figures['count']} mails, {rate:6.0f} per second, peak {figures['peak']:.0f} MiB\n"
        )
    share = told["bare"]["seconds"] / told["intake"]["seconds"]
    sys.stdout.write(
        f"the intake has {share:.2f} of the bare loop's speed; it took {told['intake']['count']}\n"
    )
    return 0 if told["intake"]["count"] == len(found) else 1


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in ("bare", "intake"):
        child(sys.argv[1])
    else:
        sys.exit(main())
