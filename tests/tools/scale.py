"""24,000 schools: what a school costs, measured on small real trusts, and a week of all of them, simulated from it.

    python tests/tools/scale.py [--figures FILE] [--keep FILE]

Writes docs/scale.md. `--figures` takes figures that were kept with `--keep` instead of measuring again (ten minutes).
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from tools import scale_model as model  # noqa: E402 - beside this file

SIZES = (10, 30, 60)
SCHOOLS, EVERY = 24_000, 300
EMAILS, LETTERS = 25.0, 1.0
WAIT = 1.5
DEAD, SLOW = 0.005, 0.01
DEAD_SECONDS, SLOW_WAIT = 60.0, 8.0
SHARDS = (100, 200, 300, 600)
SAMPLED, SEED = 1, 2026
TRIED = 300
EMAIL_KB, WEEKS, NIGHTS = 250.0, 52, 14
ASSUMED = (
    f"{EMAILS:g} emails a school in a week, {LETTERS:g} of them a report that brings a letter. Guessed: no school has counted them for us.",
    "Spread over hours and days as in `HOURS` and `DAYS` of `scale_model.py`: most at nine and at three, Monday 1.4 times "
    "an ordinary day.",
    "An incident: Wednesday from 14.00 to 21.00, all schools at once, five times as many emails and letters.",
    f"A turn waits {WAIT:g} s for its mail server (TLS, login, search at a server far away); in our runs the server was on this computer.",
    f"{DEAD:.1%} of mailboxes do not answer all week ({DEAD_SECONDS:g} s a turn: fetching and the daily count, 30 s each), {SLOW:.0%} "
    f"are slow ({SLOW_WAIT:g} s).",
    "A core of the cluster is as fast as one of the machine below. One daemon computes on one core at a time; LibreOffice is "
    "counted as if it did too, which is too much.",
    f"An email is kept as it came: {EMAIL_KB:g} kB with its attachments; the rest of what is kept is as measured.",
    "Emails to a mailbox that does not answer are left out of the waiting: nobody can fetch them.",
    "The desk, typed commands, backup and verify by night are not in the week.",
    "Of each size of shard one is simulated, with a week of its own, and taken for all.",
)
LIMITS = """\
| server | connections | other | source |
|---|---|---|---|
| Exchange Online, IMAP | 20 a mailbox | throttling is a mailbox's, not an address's | Microsoft, "Exchange Online throttling and limits FAQ" (an old page; confirm with your tenant) |
| Exchange Online, SMTP AUTH | 3 a mailbox | 30 messages a minute, 10,000 recipients a day | learn.microsoft.com, "Exchange Online limits" |
| Gmail, IMAP | 15 an account | 2,500 MB a day down | support.google.com/mail/answer/7126229; support.google.com/a/answer/1071518 |
"""


def measure(sizes: tuple[int, ...]) -> list[dict[str, float]]:
    """The figures of real runs, smallest first."""
    from tools import scale_measure  # noqa: PLC0415 - registers the checkout, which a page made of kept figures does not need

    return scale_measure.as_rows([scale_measure.measured(size) for size in sizes])


def costs_of(rows: list[dict[str, float]]) -> model.Costs:
    """What the model works with: the largest run's polls, and the middle one of all for emails and letters."""
    return model.Costs(
        poll=rows[-1]["poll"],
        email=statistics.median(row["email"] for row in rows),
        letter=statistics.median(row["letter"] for row in rows),
        wait=WAIT,
        listening=max(row["listening"] for row in rows),
    )


def simulated(size: int, costs: model.Costs, *, listens: bool) -> dict[str, float]:
    """A week of shards of this size."""
    waited: list[tuple[float, float]] = []
    hours: list[float] = []
    for number in range(SAMPLED):
        dead, slow = round(size * DEAD), round(size * SLOW)
        waits = dict.fromkeys(range(dead), DEAD_SECONDS) | dict.fromkeys(range(dead, dead + slow), SLOW_WAIT)
        shard = model.Shard(size, costs, every=EVERY, listens=listens, slow=waits)
        week = model.a_week(size, EMAILS - LETTERS, LETTERS, SEED + number)
        # What comes to a dead mailbox is not seen by anybody; how long it waits says nothing of us.
        found = shard.run([one for one in week if one.school >= dead])
        waited += found.waited
        hours += [found.hours.get(hour, 0.0) / 3600 + costs.listening * size for hour in range(168)]
    rush = [
        took for at, took in waited if model.is_incident(int(at // model.DAY), int(at % model.DAY // 3600))
    ]
    every = [took for _, took in waited]
    return {
        "size": size,
        "shards": -(-SCHOOLS // size),
        "p50": model.percentile(every, 0.5),
        "p95": model.percentile(every, 0.95),
        "p99": model.percentile(every, 0.99),
        "most": max(every, default=0.0),
        "rush99": model.percentile(rush, 0.99),
        "mean": sum(hours) / len(hours),
        "busiest": max(hours),
    }


def checked(rows: list[dict[str, float]]) -> list[tuple[str, float, float]]:
    """What the smaller runs say of the largest, beside what it was."""
    *smaller, largest = rows
    told = []
    for key, word in (
        ("start", "first rounds of all, s of CPU"),
        ("round", "one round of all with nothing new, s of CPU"),
        ("memory", "the daemon's memory, MB"),
        ("threads", "threads"),
        ("links", "connections held"),
        ("email", "an email, s of CPU"),
        ("letter", "a report with its letter, s of CPU"),
    ):
        begin, steep = model.line_through([(row["schools"], _value(row, key)) for row in smaller])
        if key in {"email", "letter"}:  # of one, not of all: no line, but the mean
            begin, steep = sum(row[key] for row in smaller) / len(smaller), 0.0
        told.append((word, begin + steep * largest["schools"], _value(largest, key)))
    return told


def _value(row: dict[str, float], key: str) -> float:
    return row["poll"] * row["schools"] if key == "round" else row[key]


def table(head: str, rows: list[list[str]]) -> str:
    """A table of the page."""
    line = "|".join("---" for _ in head.split("|"))
    return "\n".join([f"| {head} |", f"|{line}|", *(f"| {' | '.join(row)} |" for row in rows)])


def page(rows: list[dict[str, float]], about: dict[str, Any]) -> str:
    """The whole of docs/scale.md."""
    costs = costs_of(rows)
    heard = [simulated(size, costs, listens=True) for size in SHARDS]
    polled = [simulated(size, costs, listens=False) for size in SHARDS]
    base, each = model.line_through([(row["schools"], row["memory"]) for row in rows])
    office = max(row["office"] for row in rows)
    sound = [one for one in heard if one["size"] <= TRIED and one["busiest"] < 0.6 and one["rush99"] < 60]
    best = sound[-1] if sound else heard[0]
    memory = (base + each * best["size"] + office) / 1024
    kept = max(row["email_bytes"] for row in rows) + EMAIL_KB * 1000
    letter = max(row["letter_bytes"] for row in rows)
    year = (EMAILS * kept + LETTERS * letter) * WEEKS
    polls = costs.poll * SCHOOLS / EVERY
    cost_rows = [
        ["looking at every mailbox every five minutes", f"{polls:.1f}"],
        ["listening at every mailbox", f"{costs.listening * SCHOOLS:.1f}"],
        ["emails, the mean of a week", f"{costs.email * (EMAILS - LETTERS) * SCHOOLS / model.WEEK:.2f}"],
        [
            "reports with their letters, the mean of a week",
            f"{costs.letter * LETTERS * SCHOOLS / model.WEEK:.2f}",
        ],
        ["the probe of each shard, every two minutes (0.4 s each)", f"{best['shards'] * 0.4 / 120:.2f}"],
    ]
    return f"""# {SCHOOLS:,} schools, simulated

Written by `make scale`; do not edit it. What one school costs is measured; the week is simulated from that; nobody has run
{SCHOOLS:,} schools. How they are run: `deploy/kubernetes/`, [decisions/0070](decisions/0070-many-schools.md).

- Written {about["day"]}, of figures measured then or kept of an earlier run; commit `{about["commit"]}`; {about["machine"]}; load {about["load"]}. Other work ran beside: CPU seconds count.
- Listening is read off the quieter half of the seconds, in steps of 10 ms for the whole daemon: 0 means less than that.

## What it comes to

Shards of {best["size"]} schools: **{best["shards"]} shards**, {best["shards"] * best["mean"]:.0f} cores on average and
{best["shards"] * best["busiest"]:.0f} in the busiest hour, {best["shards"] * memory:.0f} GB of memory, {SCHOOLS:,} connections that listen,
{year * SCHOOLS / 1e12:.1f} TB a year. Half of all emails have had their turn within {best["p50"]:.1f} s, 99 of 100 within {best["p99"]:.0f} s,
in the incident within {best["rush99"]:.0f} s.

(The largest size of those below whose busiest hour leaves 40 % of its core, and whose 99 of 100 stay below a minute in the incident; of no more than {TRIED}, since no daemon was run with more: `bench.md`.)

## Measured

{table("schools | first rounds of all, CPU | a poll | listening, an hour | an email | a report with its letter | memory | LibreOffice | threads | connections | kept of an email | of a report", [_measured(row) for row in rows])}

Eight schools at most got email in each run. Letters that were made: {", ".join(f"{row['letters']:.0f}" for row in rows)}.
An email's and a report's seconds are what came on top of an idle round.
Each minute has a round of all: where one falls between a delivery and its measurement, it is in that figure. Whether that is
what a figure far above the others comes from was not looked into. The week takes the middle one of the runs.

## Is the model right?

What the runs before the last one say of it by a straight line, beside what was measured. **No latency here was compared with
that of a real daemon**: the seconds of the week are the model's alone. The shard that the page comes to is larger than any
run that was measured. The week is one draw of chance: with other draws 99 of 100 emails took from 3 to 8 s, since the slow
mailboxes that are assumed are one in a hundred. Take the page for an order of magnitude.

{table(f"at {rows[-1]['schools']:.0f} schools | predicted | measured | off by", [[word, f"{said:.2f}", f"{was:.2f}", f"{(said / was - 1) * 100 if was else 0:+.0f} %"] for word, said, was in checked(rows)])}

The lanes and lines are checked on cases whose answer is known: `tests/deploy/test_scale_model.py`.

## The week, by size of shard

From an email's arrival to the end of its turn, in seconds; the share of its one core that a shard uses.

{table("where | schools a shard | shards | half | 95 of 100 | 99 of 100 | the longest | 99 of 100 in the incident | core, mean | core, busiest hour", [_week("listening", one) for one in heard] + [_week("polling only", one) for one in polled])}

## What drives the cost

{table(f"{SCHOOLS:,} schools | cores", cost_rows)}

A shard needs {base:.0f} MB and {each:.1f} MB for each school, and {office:.0f} MB for LibreOffice. Disk: {year / 1e6:.0f} MB a school and year,
of which nearly all is the emails themselves; {NIGHTS} nightly archives are up to {NIGHTS} times what a school holds.

## Connections

One link for each mailbox listens, and up to three more come and go with an email. All of one shard come from one address.

{LIMITS}
So a school stays far below what a mailbox may hold. What a provider allows one address is not documented; spread shards over
several addresses, and let the first ones tell.

## What is assumed

{chr(10).join(f"- {one}" for one in ASSUMED)}
"""


def _measured(row: dict[str, float]) -> list[str]:
    return [
        f"{row['schools']:.0f}",
        f"{row['start']:.1f} s",
        f"{row['poll'] * 1000:.0f} ms",
        f"{row['listening'] * 3600:.1f} s",
        f"{row['email']:.2f} s",
        f"{row['letter']:.2f} s",
        f"{row['memory']:.0f} MB",
        f"{row['office']:.0f} MB",
        f"{row['threads']:.0f}",
        f"{row['links']:.0f}",
        f"{row['email_bytes'] / 1000:.0f} kB",
        f"{row['letter_bytes'] / 1000:.0f} kB",
    ]


def _week(where: str, one: dict[str, float]) -> list[str]:
    seconds = [f"{one[key]:.1f}" for key in ("p50", "p95", "p99", "most", "rush99")]
    return [
        where,
        f"{one['size']:.0f}",
        f"{one['shards']:.0f}",
        *seconds,
        f"{one['mean']:.0%}",
        f"{one['busiest']:.0%}",
    ]


def here() -> dict[str, Any]:
    """This machine and this day."""
    asked = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return {
        "day": f"{datetime.now(UTC):%d %B %Y %H:%M} UTC",
        "commit": asked.stdout.strip(),
        "machine": f"{os.cpu_count()} processors, {memory:.0f} GB, Python {platform.python_version()}",
        "load": " ".join(f"{one:.1f}" for one in os.getloadavg()),
    }


def main() -> None:
    """Measure, simulate, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--figures", type=Path)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    about = here()
    rows = json.loads(asked.figures.read_text()) if asked.figures else measure(SIZES)
    if asked.keep:
        asked.keep.write_text(json.dumps(rows, indent=1))
    (ROOT / "docs" / "scale.md").write_text(page(rows, about), encoding="utf-8")


if __name__ == "__main__":
    main()
