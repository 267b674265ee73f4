"""Measure how the time for one email grows with its size: text, names, HTML, headers and parts; prints a table.

    python tests/tools/bench_growth.py

Each email repeats something that a search may stumble over, at three sizes, each four times the one before; names are
looked for by a register of 3,000 adults. The last column says how often longer the larger email takes: about 4 is in
proportion, less is better. The growth itself is tested in steps, in tests/hostile/test_growth.py; what takes longer
than the budget is given up (decision 0058).
"""

import email
import email.policy
import runpy
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from made_reports import REGISTER, shipped_policy  # noqa: E402 - after the checkout is registered as the package
from mailbox_mails import mail, read  # noqa: E402

from letterladder.ground.values import replace  # noqa: E402
from letterladder.rules.people.people import Adult, PeopleRegister, Pupil  # noqa: E402
from letterladder.rules.reports import flags  # noqa: E402
from letterladder.rules.reports.triage import triage  # noqa: E402
from letterladder.rules.texts import names, passages  # noqa: E402

SIZES = (15_000, 60_000, 240_000)
"""Bytes of the three emails of a row."""

BIG_REGISTER = 3_000
"""Adults of the register by which names are looked for."""

TEXT = ("a", "\n", "'a ", "> ", "From: x\n", "kill teacher ", "The gate was open on Monday. ")
NAMES = (
    "Mr Desmond Catterick ",
    "Mr Ned Farrow ",
    "Tess's dad ",
    "Ab Cd ",
    "12/11/2026, 08:14 - Ned: hello\n",
)
HTML = ("<style>", "<p>x", "<table><tr><td>", "<div>", "<b>x</b> ")


def repeated(pump: str, size: int) -> str:
    """A text of this size."""
    return (pump * (size // len(pump) + 1))[:size]


def headers(pump: str, size: int) -> bytes:
    """An email with long headers."""
    return f"From: a@x.example\n{repeated(pump, size)}\nSubject: x\n\nText".encode()


def parts(_: str, size: int) -> bytes:
    """An email of many parts, an email in each."""
    one = "--x\nContent-Type: message/rfc822\n\nSubject: y\n\nThe gate was open on Monday.\n"
    return f"Content-Type: multipart/mixed; boundary=x\n\n{repeated(one, size)}\n--x--\n".encode()


def of_kind(kind: str) -> Callable[[str, int], bytes]:
    """An email whose body repeats something."""
    return lambda pump, size: mail(repeated(pump, size), f"Content-Type: {kind}")


ROWS: dict[str, tuple[tuple[str, ...], Callable[[str, int], bytes]]] = {
    "text": (TEXT, of_kind("text/plain")),
    "names": (NAMES, of_kind("text/plain")),
    "HTML": (HTML, of_kind("text/html")),
    "headers": (("X-A: b\n", "To: a@x.example,\n ", "Subject: =?utf-8?q?a?=\n ", "stray\n"), headers),
    "parts": (("emails",), parts),
}


def large(people: PeopleRegister) -> PeopleRegister:
    """The register of the tests, and so many more adults, each with a child."""
    adults, pupils = dict(people.adults), dict(people.pupils)
    for number in range(BIG_REGISTER):
        given, family = GIVEN[number % len(GIVEN)], f"{STEMS[number % len(STEMS)]}{ENDS[number % len(ENDS)]}"
        child, adult = f"BP{number}", f"BA{number}"
        pupils[child] = Pupil(pupil_id=child, given_name=given, family_name=family, school_class="4B")
        adults[adult] = Adult(
            person_id=adult,
            title="Mr",
            given_name=GIVEN[number % (len(GIVEN) - 1)],
            family_name=family,
            relationships={child: "Father"},
            address=(f"{number} High Street",),
        )
    return replace(people, adults=adults, pupils=pupils)


GIVEN = (
    "Desmond",
    "Ada",
    "Ben",
    "Cara",
    "Dev",
    "Elin",
    "Finn",
    "Gwen",
    "Hugo",
    "Ines",
    "Jude",
    "Kit",
    "Lola",
)
STEMS = ("Catter", "Black", "White", "Brown", "Green", "Hard", "Long", "North", "South", "Wood", "Marsh")
ENDS = ("ick", "burn", "ley", "ton", "well", "field", "wick")


def judged(raw: bytes) -> None:
    """From the bytes to the triage."""
    for kept in (flags.flags_of, passages.passages_of, names.fold_short, names.fold_long):
        kept.cache_clear()
    triage(read(raw), large_register(), shipped_policy(), {})


def parsed(raw: bytes) -> None:
    """The bare baseline: the standard parser, and the text decoded."""
    email.message_from_bytes(raw, policy=email.policy.compat32).get_payload(decode=True)


@cache
def large_register() -> PeopleRegister:
    """The register, made once."""
    return large(REGISTER)


def seconds(work: Callable[[bytes], None], raw: bytes) -> float:
    """CPU seconds."""
    begun = time.process_time()
    work(raw)
    return time.process_time() - begun


def main() -> None:
    """Print a row for each text."""
    judged(mail("Good morning."))
    sizes = "".join(f"{f'{size // 1000} kB':>10}" for size in SIZES)
    sys.stdout.write(f"{'kind':<9}{'repeated':<36}{'bare':>10}{sizes}{'growth':>16}\n")
    for kind, (pumps, make) in ROWS.items():
        for pump in pumps:
            mails = [make(pump, size) for size in SIZES]
            bare, took = seconds(parsed, mails[-1]), [seconds(judged, raw) for raw in mails]
            told = "".join(f"{one:>9.2f}s" for one in took)
            growth = f"{took[1] / took[0]:.1f}x, {took[2] / took[1]:.1f}x"
            sys.stdout.write(f"{kind:<9}{pump!r:<36}{bare:>9.4f}s{told}{growth:>16}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
