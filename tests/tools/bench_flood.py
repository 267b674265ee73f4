"""A flood of strangers' emails in one hour: when the real alerts leave, what each person gets, and what it costs.

    python tests/tools/bench_flood.py [EMAILS]

A round every five minutes. In the middle the head approves a letter; at the end a member of staff reports a threat by
one parent, and a stranger's email tells of another. The baseline of the time is the bare parsing of the same bytes, and
of the disk the bytes themselves. Two quiet days follow.
"""

import email
import email.policy
import runpy
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from office import MONDAY, THREAT, Rehearsal, SentMail, an_office, form  # noqa: E402 - after the checkout is a package

EMAILS, ROUNDS = 2000, 12
FLOOD = (
    ("s{n}@freemail.example", "listen {n}", "I will kill that teacher at the gate, number {n}."),
    ("a{n}@freemail.example", "Re: letter {n}", "APPROVE K7QM-2R9T"),
    ("staff{n}@larkfield.example", "urgent {n}", "A man at the gate has a knife and will stab us, {n}."),
    ("q{n}@freemail.example", "hello {n}", "My neighbour wrote something rude about the school, {n}."),
)
"""A stranger's threats, confused approvals, threats in the name of the school's own domain, and plain ones, in turn."""
DAYS = 3
"""So many days are looked at, that of the flood included."""


@dataclass(slots=True, kw_only=True)
class Seen:
    """What was measured: when what matters came, and how many minutes later our email about it left; by name."""

    since: dict[str, int] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    longest: float = 0.0
    raw: int = 0


def flood(school: Rehearsal, first: int, many: int) -> None:
    """So many more of the flood arrive."""
    for number in range(first, first + many):
        sender, subject, text = (one.format(n=number) for one in FLOOD[number % len(FLOOD)])
        school.write(sender, subject, text)


def timed_round(school: Rehearsal, minute: int, seen: Seen) -> None:
    """The round of this minute of the hour that begins at ten."""
    school.clock.turn_to(MONDAY, 10 + minute // 60, minute % 60)
    begun = time.process_time()
    school.round()
    took = time.process_time() - begun
    seen.seconds += took
    seen.longest = max(seen.longest, took)


def look(school: Rehearsal, minute: int, seen: Seen) -> None:
    """Note what has left by now."""
    mails = school.sent_mails()
    for name, came in seen.since.items():
        if name not in seen.left and any(is_it(name, mail) for mail in mails):
            seen.left[name] = minute - came


def is_it(name: str, mail: SentMail) -> bool:
    """Whether this is the email of this name."""
    match name:
        case "staff report a threat by a parent":
            return mail.kind == "alert" and mail.subject.startswith("[2026-0002]")
        case "a letter is ready to post":
            return mail.about.startswith("Please post a letter")
        case _:
            return mail.kind == "approval" and mail.subject.startswith("[2026-0003]")


def bytes_below(folder: Path) -> int:
    """What the files of a folder take, in whole blocks of the disk."""
    return sum(file.stat().st_blocks * 512 for file in folder.rglob("*") if file.is_file())


def main() -> None:
    """One flood, printed."""
    emails = int(sys.argv[1]) if len(sys.argv) > 1 else EMAILS
    with tempfile.TemporaryDirectory() as folder:
        school, seen = an_office(Path(folder)), Seen()
        school.report()
        before, sent_before = bytes_below(school.folder), len(school.sent_mails())
        an_hour(school, emails, seen)
        hour = Counter(to for mail in school.sent_mails()[sent_before:] for to in mail.to)
        used = bytes_below(school.folder) - before
        sign = (school.folder / "data" / "ALERT.txt").exists()
        for day in range(1, DAYS):
            for at in (8, 12, 16):
                school.clock.turn_to(MONDAY + timedelta(days=day), at)
                school.round()
        later = Counter(to for mail in school.sent_mails()[sent_before:] for to in mail.to)
        bare = parsing(school)
        waiting = len(school.office.queue.waiting())
    out = sys.stdout.write
    out(f"{emails} emails in an hour, a round every five minutes\n")
    for name in seen.since:
        out(f"  {name:<40}{seen.left.get(name, 'not')} minutes later\n")
    out(f"  CPU {1000 * seen.seconds / emails:.1f} ms an email (bare parsing {1000 * bare / emails:.2f} ms);")
    out(f" longest round {seen.longest:.1f} s\n")
    out(
        f"  disk {used / emails / 1e3:.1f} kB an email of {seen.raw / emails / 1e3:.1f} kB, {used / 1e6:.1f} MB\n"
    )
    for to in sorted(later):
        out(f"  {to:<34}{hour[to]:>5} emails in the hour, {later[to]:>5} with the two days after\n")
    out(
        f"  ALERT.txt {'stands' if sign else 'is not there'}; {waiting} emails still wait after the two days\n"
    )


def an_hour(school: Rehearsal, emails: int, seen: Seen) -> None:
    """The flood, and what matters in it."""
    for turn in range(ROUNDS):
        minute, first, end = 5 * (turn + 1), turn * emails // ROUNDS, (turn + 1) * emails // ROUNDS
        flood(school, first, end - first)
        if turn == ROUNDS // 2:
            school.press(school.newest("approval").links[0], "a.hollis@larkfield.example")
            seen.since["a letter is ready to post"] = minute
        if turn == ROUNDS - 1:
            staff = "Beth Aldous <b.aldous@larkfield.example>"
            school.write(staff, "Form", form("Mrs Poppy Vance", "Jude Vance, 1C", THREAT))
            school.write(staff, "Form", form("Mr Emeka Okoro", "Ada Okoro, 2A"))
            seen.since["staff report a threat by a parent"] = seen.since["a letter to approve"] = minute
        seen.raw += sum(one.stat().st_size for one in (school.folder / "inbox").glob("*.eml"))
        timed_round(school, minute, seen)
        look(school, minute, seen)


def parsing(school: Rehearsal) -> float:
    """CPU seconds of the bare baseline: the standard parser over all that came."""
    taken = [one.read_bytes() for one in (school.folder / "inbox" / "taken").glob("*.eml")]
    begun = time.process_time()
    for raw in taken:
        email.message_from_bytes(raw, policy=email.policy.compat32).get_payload(decode=True)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
