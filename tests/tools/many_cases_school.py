"""A school with many cases on disk: years of closed ones, some open, and the email log of them all."""

import hashlib
import heapq
import itertools
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO

import msgspec
from tools.many_cases_days import QUIET_DAY
from tools.many_cases_mould import FileMould, Mould, Values, mould_of, of_family
from tools.many_cases_people import Family, family
from tools.many_cases_stories import CLOSED, DUE, MACHINES, WAITING, Story, all_stories

from letterladder.desk.fresh_folder import make_school_folder, mark_as_demo
from letterladder.records.logs.case_files import LOG, NUMBERS, TEXT
from letterladder.records.logs.mail_log_file import LOG as MAIL_LOG
from letterladder.records.logs.mail_log_file import PLACES
from letterladder.records.logs.secret_key import secret_of
from letterladder.rules.mails.codes import tag_of

YEARS = range(2017, 2027)
TAUGHT = (*range(2, 28), *range(36, 49))
"""Weeks of a year in which reports come in; the summer is quiet."""
THIS_YEAR = range(2, 28)
"""The same in the last year, whose autumn is that of the open cases."""
PRESENT = 2000
"""Adults in the people register; those of older cases have left it."""
YEARS_APART = 5
"""So many years are between two cases of one adult: more than a policy looks back."""
CASES_A_ROBOT = 12
MOST_IN_TRAY = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How many cases, how many of them open, how many lapse on the day they are due.

    `files`: with every file; `sent`: with each of our emails that went out. Open cases have both in any case.
    """

    cases: int
    open: int
    due: int
    seed: int = 1
    files: bool = False
    sent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One case to be written: its reference, its story, how many weeks later it happened, and whose it is."""

    ref: str
    mould: Mould
    weeks: int
    family: Family
    with_files: bool
    with_sent: bool


@dataclass(slots=True, kw_only=True)
class Written:
    """What was written: cases, lines of case logs, emails, bytes of logs, and cases by their story."""

    cases: int = 0
    lines: int = 0
    mails: int = 0
    size: int = 0
    stories: Counter[str] = field(default_factory=Counter)


def make_many(folder: Path, plan: Plan) -> Written:
    """Make the school; the folder is new.

    Raises:
        ValueError: more cases are to be open than there are, or more due than open.
    """
    if not 0 <= plan.due <= plan.open <= plan.cases:
        raise ValueError("due cases are open ones, and open ones are cases")
    make_school_folder(folder)
    mark_as_demo(folder)  # another day may be worked in it, as the measurements do
    settings = folder / "school.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("most_per_day = 50", "most_per_day = 1000"), encoding="utf-8")
    moulds = Moulds({story.name: story for story in all_stories()})
    placed = list(_closed(plan, moulds)) + list(_opened(plan, moulds))
    _write_people(folder / "people.csv", placed)
    writer = _Writer(folder / "data", random.Random(plan.seed), plan)  # noqa: S311 - invented cases, not secrets
    writer.write_all(placed, moulds[MACHINES.name])
    return writer.written


class Moulds(dict[str, Mould]):
    """The moulds by the names of their stories; a story is played when its mould is first asked for."""

    def __init__(self, stories: Mapping[str, Story]) -> None:
        super().__init__()
        self._stories = stories

    def __missing__(self, name: str) -> Mould:
        """Play that story."""
        with tempfile.TemporaryDirectory(prefix="many-") as folder:
            self[name] = mould_of(self._stories[name], Path(folder))
        return self[name]


def _closed(plan: Plan, moulds: dict[str, Mould]) -> Iterator[Placed]:
    """The closed cases, year by year, in the order in which they were opened."""
    chance = random.Random(plan.seed)  # noqa: S311 - invented cases, not secrets
    count = plan.cases - plan.open
    each = -(-count // len(YEARS))
    for place in range(count):
        year, number = YEARS[place // each], place % each
        weeks = THIS_YEAR if year == QUIET_DAY.year else TAUGHT
        monday = date.fromisocalendar(year, weeks[number * len(weeks) // each], 1)
        latest = QUIET_DAY - timedelta(days=7)
        fitting = [story for story in CLOSED if monday + _length(moulds[story.name]) < latest]
        mould = moulds[_drawn(chance, fitting).name]
        adult = (year % YEARS_APART) * each + number
        again = year - YEARS[0] >= YEARS_APART and number % 3 == 0
        yield Placed(
            ref=f"{year}-{number + 1:04d}",
            mould=mould,
            weeks=(monday - mould.begins).days // 7,
            family=family(YEARS_APART * each + place if again else adult),
            with_files=plan.files,
            with_sent=plan.files or plan.sent,
        )


def _length(mould: Mould) -> timedelta:
    return mould.ended - mould.begins


def _drawn(chance: random.Random, stories: Sequence[Story]) -> Story:
    return chance.choices(stories, [story.weight for story in stories])[0]


def _opened(plan: Plan, moulds: dict[str, Mould]) -> Iterator[Placed]:
    """The open cases in the order in which they were opened; each of an adult of its own, on its real days."""
    closed = plan.cases - plan.open
    each = -(-closed // len(YEARS))
    before = max(0, closed - each * (len(YEARS) - 1))
    shares = list(itertools.accumulate(story.weight for story in WAITING))
    waiting = plan.open - plan.due
    counts = [waiting * share // shares[-1] for share in (0, *shares)]
    chosen = [(DUE, plan.due)]
    chosen += [(story, last - first) for story, first, last in zip(WAITING, counts, counts[1:], strict=False)]
    chosen.sort(key=lambda one: one[0].begins)
    stories = [story for story, count in chosen for _ in range(count)]
    for place, story in enumerate(stories):
        yield Placed(
            ref=f"{QUIET_DAY.year}-{before + place + 1:04d}",
            mould=moulds[story.name],
            weeks=0,
            family=family((YEARS_APART + len(YEARS)) * each + place),
            with_files=True,
            with_sent=True,
        )


def _write_people(path: Path, placed: Sequence[Placed]) -> None:
    """The adults of the newest cases, each once, behind those of the example school."""
    newest = reversed(placed[-PRESENT:])
    rows = dict.fromkeys(one.family.row for one in newest)
    with path.open("a", encoding="utf-8") as file:
        file.write("".join(f"{row}\n" for row in rows))


class _Writer:
    """Writes cases and, in the order of time, the email log."""

    def __init__(self, data: Path, chance: random.Random, plan: Plan) -> None:
        self.data = data
        self.written = Written()
        self._chance = chance
        self._plan = plan
        self._secret = secret_of(data)
        self._waiting: list[tuple[str, int, str, Values]] = []
        self._counter = itertools.count()
        self._seq, self._prev, self._sent = 0, "", 0

    def write_all(self, placed: Sequence[Placed], machines: Mould) -> None:
        """Write everything."""
        (self.data / "cases").mkdir()
        (self.data / "outbox" / "sent").mkdir(parents=True)
        (self.data / MAIL_LOG).parent.mkdir()
        numbers: dict[str, int] = {}
        with (self.data / MAIL_LOG).open("wb") as log, (self.data / PLACES).open("wb") as places:
            self._start(log)
            for number in range(min(MOST_IN_TRAY, len(placed) // 20)):
                self._write_machine(machines, 1, 0, f"tray{number}")
            for count, one in enumerate(placed, start=1):
                self._write_case(one, places)
                numbers[one.ref[:4]] = int(one.ref[5:])
                if count % CASES_A_ROBOT == 0 and one.weeks:
                    self._write_machine(machines, 0, one.weeks, f"robot{count}")
                opened = one.mould.days(one.weeks)[one.mould.mails[0].at]
                self._flush(log, before=opened)
            self._flush(log, before="9")
        pretty = msgspec.json.format(msgspec.json.encode(numbers, order="sorted"), indent=2)
        (self.data / "cases" / NUMBERS).write_bytes(pretty + b"\n")

    def _start(self, log: BinaryIO) -> None:
        """The mailbox was caught up with before the first case."""
        event = '"event":{"kind":"MailboxCaughtUp","mailbox":"folder"},"v":1'
        body = f'{{"seq":%(seq)s,"at":"{YEARS[0] - 1}-12-01T10:00:00Z","by":"rules",{event},"prev":"%(prev)s"'
        self._append(log, body, {})

    def _write_case(self, one: Placed, places: BinaryIO) -> None:
        mould = one.mould
        values = self._values(mould, one.ref, one.weeks) | of_family(one.family)
        values |= {"ref": one.ref, "tag": tag_of(one.ref, self._secret)}
        case = self.data / "cases" / one.ref
        case.mkdir(mode=0o700)
        papers = [file for file in mould.files if not file.message_id]
        self._write_files(papers, values, whole=one.with_files)
        if one.with_sent:
            self._write_sent([file for file in mould.files if file.message_id], values)
        for file in papers:
            if file.is_mail and file.on_case:
                place = f'{{"sha256":"{values[file.own]}","file":"{file.path % values}"}}\n'
                places.write(place.encode())
        (case / LOG).write_bytes(self._log(mould, values))
        (case / TEXT).write_text(mould.text % values, encoding="utf-8")
        self._keep_mails(mould, values)
        self.written.cases += 1
        self.written.stories[mould.name] += 1

    def _values(self, mould: Mould, own: str, weeks: int) -> Values:
        """Fresh hashes and ids, and the days."""
        fresh = {name: self._chance.randbytes(32).hex() for name in mould.hashes}
        fresh |= {name: self._chance.randbytes(12).hex() for name in mould.shorts}
        return fresh | mould.days(weeks) | {"own": own}

    def _write_files(self, files: Sequence[FileMould], values: Values, *, whole: bool) -> None:
        """The files of a case; what they hash to is in the log. Emails are made even where none is kept."""
        for file in files:
            if not whole and not file.is_mail:
                continue
            content = file.content(values)
            if file.own:
                values[file.own] = hashlib.sha256(content).hexdigest()
            if file.is_mail:
                values[f"size_{file.own}"] = str(len(content))
            if whole:
                path = self.data / (file.path % values)
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                path.write_bytes(content)

    def _write_sent(self, files: Sequence[FileMould], values: Values) -> None:
        """Our emails, numbered as the queue numbers them."""
        folder = self.data / "outbox" / "sent"
        for file in files:
            self._sent += 1
            own = hashlib.sha256((file.message_id % values).encode()).hexdigest()[:20]
            (folder / f"{self._sent:06d}-{own}.json").write_bytes(file.content(values))

    def _log(self, mould: Mould, values: Values) -> bytes:
        lines, prev = [], ""
        for line in mould.lines:
            values["prev"] = prev
            body = (line % values).encode()
            prev = hashlib.sha256(body).hexdigest()
            lines.append(b'%b,"hash":"%b"}\n' % (body, prev.encode()))
        content = b"".join(lines)
        self.written.lines += len(lines)
        self.written.size += len(content)
        return content

    def _write_machine(self, machines: Mould, which: int, weeks: int, own: str) -> None:
        """One email without a case."""
        values = self._values(machines, own, weeks)
        seen = [line.sized for line in machines.mails if line.sized][which]
        files = [file for file in machines.files if file.own == seen]
        self._write_files(files, values, whole=self._plan.files or which == 1)
        first = next(line.body for line in machines.mails if line.sized == seen)
        self._keep_mails(machines, values, of=first.split('"key":"')[1].split('"')[0])

    def _keep_mails(self, mould: Mould, values: Values, of: str = "") -> None:
        """Note the lines of the email log until their time comes; `of`: those of one email only, by its key."""
        for line in mould.mails:
            if not of or f'"key":"{of}"' in line.body:
                heapq.heappush(self._waiting, (values[line.at], next(self._counter), line.body, values))
                self.written.mails += bool(line.sized)

    def _flush(self, log: BinaryIO, *, before: str) -> None:
        while self._waiting and self._waiting[0][0] < before:
            _, _, body, values = heapq.heappop(self._waiting)
            self._append(log, body, values)

    def _append(self, log: BinaryIO, body: str, values: Values) -> None:
        self._seq += 1
        values["seq"], values["prev"] = str(self._seq), self._prev
        line = (body % values).encode()
        self._prev = hashlib.sha256(line).hexdigest()
        self.written.size += log.write(b'%b,"hash":"%b"}\n' % (line, self._prev.encode()))
