"""Emails per second and peak memory through the real intake, from Dovecot over TLS, beside a bare loop over the same.

    python tests/tools/bench_mail.py [--profile]

The emails are the corpus of foreign emails (LETTERLADDER_CORPUS). The bare loop fetches with imapclient in batches of
50, parses, walks over the parts, and writes the raw file and one JSON line, with fsync. Each runs in a process of
its own, in turn; the intake is keep, judge and put aside, as a round does them, with the adults of the example and
with 813 more. The computing is that of whole processes, their start and those that read emails for them included.
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
import statistics
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
ROUNDS, ADULTS = 3, 813
LAST = ["by", "cott", "den", "field", "ham", "ley", "mond", "nor", "rick", "shaw", "ton", "wick"]


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
    _more_adults(folder / "people.csv", int(os.environ.get("BENCH_ADULTS", "0")))
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


def _more_adults(people: Path, count: int) -> None:
    """So many adults more, each with a child and a name of their own."""
    parts = [first + second for first in ["Bar", "Cot", "Dal", "Fen", "Gor", "Hal"] for second in LAST]
    with people.open("a", encoding="utf-8") as file:
        for number in range(count):
            given, family = (
                parts[number % len(parts)],
                parts[(number * 7 + number // len(parts)) % len(parts)] + "er",
            )
            file.write(
                f"B{number},Mr,{given},{family},Father,Q{number},{given}el,{family},4B,{number} High Street,,"
                f"Wexmoor,ZZ99 4AA,{given}.{family}{number}@letterbox.example,,\n"
            )


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


def ran(what: str, server: dict[str, str], adults: int) -> dict[str, float]:
    """One of the two in a process of its own: emails, seconds by the clock and of computing, peak MiB."""
    extra = ["--profile"] if "--profile" in sys.argv and what == "intake" else []
    env = {**os.environ, "BENCH_SERVER": json.dumps(server), "BENCH_ADULTS": str(adults)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, __file__, what, *extra], env=env, stdout=subprocess.PIPE, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    computed = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    told: dict[str, float] = json.loads(done.stdout)
    return {**told, "cpu": computed}


def on_a_server(found: list[bytes], what: str, adults: int) -> dict[str, float]:
    """One of the two on a mailbox of its own: the intake puts aside what it took."""
    from servers.dovecot import PASSWORD, Dovecot

    with Dovecot(USER) as dovecot:
        with dovecot.login(USER) as client:
            for raw in found:
                client.append("INBOX", raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        server = {"port": str(dovecot.imaps_port), "password": PASSWORD, "ca_file": str(dovecot.ca_file)}
        return ran(what, server, adults)


def main() -> int:
    """Measure both, and print the figures; 1 where an email was not taken."""
    found = mails()
    if not found or shutil.which("dovecot", path="/usr/sbin:/usr/bin") is None:
        sys.stdout.write("email from Dovecot: not measured; it needs dovecot and LETTERLADDER_CORPUS\n")
        return 0
    works = {"the bare loop": ("bare", 0), "the intake": ("intake", 0)}
    works[f"the intake, {ADULTS} adults more"] = ("intake", ADULTS)
    rounds = [
        {name: on_a_server(found, what, adults) for name, (what, adults) in works.items()}
        for _ in range(ROUNDS)
    ]
    bare = 0.0
    for name in works:
        told = {key: statistics.median(one[name][key] for one in rounds) for key in rounds[0][name]}
        rate = told["count"] / told["seconds"]
        bare = bare or rate
        sys.stdout.write(
            f"{name:28} {told['count']:.0f} emails, {rate:5.0f} a second, x {rate / bare:.2f};"
            f" {1000 * told['cpu'] / told['count']:5.1f} ms of computing each, peak {told['peak']:.0f} MiB\n"
        )
    return 0 if all(one[name]["count"] == len(found) for one in rounds for name in works) else 1


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in ("bare", "intake"):
        child(sys.argv[1])
    else:
        sys.exit(main())
