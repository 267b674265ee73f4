"""Random months of a school that posts by email and on paper, with kills and power cuts; what it kept of its promises.

`python tests/tools/crash_months.py --minutes 10` plays as many as fit. A seed plays the same month again.
"""

import contextlib
import csv
import io
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path
from random import Random

from crash.harness import bare_environment
from crash.kill import CALLS, run_and_fail
from crash.power import cut_power, recorded
from crash.promises import broken_promises
from crash.restart import given_again, is_wanting
from crash.scenes_cases import INSULT, STAFF, STRANGER, THREAT, plain_adults, report
from crash.school import School, fresh

from letterladder.desk.cli import run
from letterladder.ground.errors import LetterladderError
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import LetterPosted
from letterladder.rules.standing.options import options_now
from letterladder.rules.words import LetterStatus, Method

DAYS = 22
"""Days of a month, weekends left out by the program itself."""
KILLED, CUT = 0.12, 0.08
"""How likely a command is killed, or the power cut in it."""
OFTEN = ("write", "fsync", "rename", "mkdir", "unlink")
LATEST = {"write": 20, "fsync": 20, "rename": 8, "mkdir": 2, "unlink": 4}


@dataclass(slots=True, kw_only=True)
class Month:
    """What one month showed."""

    seed: int
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Played:
    school: School
    chance: Random
    month: Month
    environment: dict[str, str]
    last: tuple[str, ...] = ()

    def days(self) -> None:
        """The month, day by day; it ends at the first broken promise."""
        for _ in range(DAYS):
            self._arrive()
            self.give("round")
            for words in self._work():
                self.give(*words)
                if self.month.faults:
                    return
            self.school.day += timedelta(days=self.chance.choice((1, 1, 2, 3)))
        self.give("round")
        self._look()

    def _arrive(self) -> None:
        if self.chance.random() < 0.45:
            adults = len(plain_adults(self.school.office()))
            words = THREAT if self.chance.random() < 0.12 else INSULT
            report(self.school, words, adult=self.chance.randrange(adults))
            self.month.counts["reports"] += 1
        if self.chance.random() < 0.10:
            sender = self.chance.choice((STRANGER, STAFF))
            self.school.deliver("hm", sender, "I saw something online, please act.\n")
            self.month.counts["other emails"] += 1

    def _work(self) -> Iterator[tuple[str, ...]]:
        for ref in self.school.office().cases.refs():
            words = self._step(self.school.office().case(ref))
            if words:
                yield words

    def _step(self, case: Case) -> tuple[str, ...] | None:
        letter, pick = case.in_hand, self.chance.random()
        if case.closed or pick < 0.15:
            return None
        if case.hold:
            return ("release", case.ref, "--note", "they agree", "--by", "Miss Joan Treadwell")
        if pick < 0.20:
            return ("hold", case.ref, "--for", "police")
        if case.alerted:
            note = ("--by", "Miss Joan Treadwell", "--note", "police told")
            return ("triage", case.ref, "--clear", "--conduct", "derogatory-staff", *note)
        if letter and letter.status is LetterStatus.DRAFTED:
            back = ("return", case.ref, "--note", "softer, please", "--by", "Mrs Anita Hollis")
            return back if pick < 0.28 else ("approve", case.ref, "--by", "Mrs Anita Hollis")
        if letter and letter.status is LetterStatus.POSTING:
            return self._posted(case, pick)
        if case.trigger and not case.due:
            return self._decided(case)
        if case.last_posted and case.trigger is None and pick < 0.45:
            said = self.chance.choice(("complied", "refused", "apologised"))
            return ("answer", case.ref, said, "--summary", "said so", "--channel", "phone")
        return None

    def _posted(self, case: Case, pick: float) -> tuple[str, ...]:
        if pick < 0.28:
            return ("posted", case.ref, "--not-sent", "--note", "the envelope got wet")
        way = ("--method", self.chance.choice(("by-hand", "second-class"))) if pick < 0.36 else ()
        return ("posted", case.ref, "--on", self.school.day.isoformat(), "--late", *way)

    def _decided(self, case: Case) -> tuple[str, ...]:
        office = self.school.office()
        steps = [one for one in options_now(case, office.school.policy, self.school.day) if one] or ["none"]
        step = self.chance.choice([*steps[:3], "none"])
        return ("decide", case.ref, step, "--reason", "as agreed", "--by", "Mrs Anita Hollis")

    # -- commands, and what comes between --------------------------------------------------------------------------

    def give(self, *words: str) -> None:
        """A command: as it is, killed within, or with the power cut within."""
        self.last, pick = words, self.chance.random()
        self.month.counts["commands"] += 1
        if pick < KILLED:
            self._killed(words)
        elif pick < KILLED + CUT:
            self._cut(words)
        else:
            self._typed(words)

    def _typed(self, words: tuple[str, ...]) -> None:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            code = run(self.school.words(*words))
        self.month.counts[f"{words[0]} ended with {code}"] += words[0] != "round"
        if code not in {0, 1, 2}:
            self._fault(f"ended with {code}: {printed.getvalue()[-400:]}")

    def _killed(self, words: tuple[str, ...]) -> None:
        call = self.chance.choice(OFTEN)
        assert call in CALLS, call
        number = self.chance.randint(1, LATEST[call])
        ended = run_and_fail(self.school.command(*words), call, number, self.environment)
        self.month.counts["kills" if ended.killed else "kills that came too late"] += 1
        self._again(words, f"killed at {call} {number}")

    def _cut(self, words: tuple[str, ...]) -> None:
        before = self.school.root / "before"
        shutil.copytree(self.school.folder, before, ignore=shutil.ignore_patterns("*.lock"))
        calls = recorded(self.school.command(*words), self.environment)
        moment = cut_power(before, self.school.folder, calls, self.chance)
        shutil.rmtree(before)
        self.month.counts["power cuts"] += 1
        self._again(words, f"power cut after {moment} calls")

    def _again(self, words: tuple[str, ...], why: str) -> None:
        try:
            faults = [one for one in given_again(self.school, words) if not _is_work(one)]
            self._typed(("round",))
        except LetterladderError as error:
            faults = [str(error)]
        for fault in faults:
            self._fault(f"{why}: {fault}")
        self._look(why)

    def _look(self, why: str = "at the end") -> None:
        for fault in broken_promises(self.school):
            self._fault(f"{why}: {fault}")
        for letter, times in self._sent().items():
            if times > 1:
                self._fault(f"{why}: {letter} was sent {times} times")

    def _sent(self) -> Counter[str]:
        """Letters by email as the adults got them, by case and file."""
        found: Counter[str] = Counter()
        for file in (self.school.folder / "sent").glob("*.eml"):
            mail = message_from_bytes(file.read_bytes())
            if mail["X-Letterladder"] == "letter":
                files = [part.get_filename() for part in mail.walk() if part.get_filename()]
                found[f"{str(mail['Subject'])[:10]} {files}"] += 1
        return found

    def _fault(self, what: str) -> None:
        self.month.faults.append(f"seed {self.month.seed}, {self.school.day}, {' '.join(self.last)}: {what}")


def _is_work(said: str) -> bool:
    """What a round leaves to people in any month, with or without a stop."""
    return is_wanting(said) or "ended with 2" in said or "->" in said


def play(seed: int, folder: Path) -> Month:
    """One month, in an empty folder."""
    month, chance = Month(seed=seed), Random(seed)  # noqa: S311 - a month to play, not a secret
    environment = bare_environment(folder, with_pdf=True)
    path, os.environ["PATH"] = os.environ["PATH"], environment["PATH"]
    try:
        school = fresh(folder)
        _both_ways(school, chance)
        _Played(school=school, chance=chance, month=month, environment=environment).days()
        month.counts.update(_postings(school))
    finally:
        os.environ["PATH"] = path
    return month


def _both_ways(school: School, chance: Random) -> None:
    """The school sends letters by email, into a folder; half of its adults have no address, and get theirs by post."""
    school.set_up('method = "first-class"', 'method = "mail"')
    people = school.folder / "people.csv"
    rows = list(csv.DictReader(io.StringIO(people.read_text(encoding="utf-8"))))
    without = {one for one in sorted({row["person_id"] for row in rows}) if chance.random() < 0.5}
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    for row in rows:
        writer.writerow(row | ({"email": ""} if row["person_id"] in without else {}))
    people.write_text(out.getvalue(), encoding="utf-8")


def _postings(school: School) -> Counter[str]:
    office = school.office()
    found: Counter[str] = Counter()
    for ref in office.cases.refs():
        found["cases"] += 1
        for entry in office.cases.read(ref):
            if isinstance(entry.event, LetterPosted):
                found["letters by email" if entry.event.method is Method.MAIL else "letters on paper"] += 1
    return found
