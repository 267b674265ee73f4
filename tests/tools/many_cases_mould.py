"""A played story as a mould: its logs and files with holes for the reference, the family, the days and the hashes."""

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from pathlib import Path

import msgspec
from tools.many_cases_acts import REF, school_of
from tools.many_cases_people import STAND_IN, Family
from tools.many_cases_stories import Story

from letterladder.ground.moments import LONDON, local_day
from letterladder.records.logs.case_files import LOG, TEXT

Values = dict[str, str]
"""What is in each hole."""

_TAIL = len(b',"hash":""}') + 64
_TEXT_FILES = {".eml", ".json", ".txt"}
_LETTER = "word/document.xml"
_AROUND = re.compile(r"word/(header|footer)\d*\.xml")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_HOLES = re.compile(
    rf"(?P<tag>{REF}\.[a-z2-7]{{6}})|(?P<ref>{REF})"
    r"|(?P<moment>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"
    r"|(?P<stamp>[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4})"
    r"|(?P<day>\b\d{4}-\d\d-\d\d\b)|(?P<words>\b\d{1,2}[ \u00a0](?:"
    + _MONTHS
    + r")[ \u00a0]\d{4}\b)|(?P<slashes>\b\d\d/\d\d/\d{4}\b)"
    r"|(?P<hex>\b[0-9a-f]{64}\b|\b[0-9a-f]{24}\b|\b[0-9a-f]{16}\b|\b[0-9a-f]{12}\b)"
    r"|(?P<key>\b\d{4}\.eml)|(?P<outside>@elsewhere\.example>)"
    rf"|(?P<street>{STAND_IN.street})|(?P<email>{re.escape(STAND_IN.email)})"
    rf"|(?P<adult>{STAND_IN.person_id})|(?P<pupil_id>{STAND_IN.pupil_id})"
    rf"|(?P<title>\b{STAND_IN.title}[ \u00a0](?={STAND_IN.given}|{STAND_IN.surname}))"
    rf"|(?P<given>{STAND_IN.given})|(?P<surname>{STAND_IN.surname})|(?P<pupil>{STAND_IN.pupil})"
    r"|(?P<relation>\b[Ff]ather\b)|(?P<school_class>\b4K\b)"
)
_DATES = frozenset({"moment", "stamp", "day", "words", "slashes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLine:
    """One line of the email log: when (the name of its hole), and its text up to the hash; `sized`: of which email."""

    at: str
    body: str
    sized: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMould:
    """A file of the story: where it is below the data folder; its text, or the parts of a letter; its hash's hole.

    `around`: the heads and feet of its pages, which name the case.

    `message_id`: it is one of our emails that went out; the writer numbers its file.
    """

    path: str
    text: str = ""
    raw: bytes = b""
    letter: tuple[tuple[str, bytes], ...] = ()
    around: tuple[tuple[str, str], ...] = ()
    own: str = ""
    message_id: str = ""

    @property
    def is_mail(self) -> bool:
        """Whether this is a raw email: written again for every case, since its hash is of its bytes."""
        return self.path.endswith(".eml")

    @property
    def on_case(self) -> bool:
        """Whether it is on the case."""
        return self.path.startswith("cases/")

    def content(self, values: Values) -> bytes:
        """The bytes for one case."""
        if self.letter:
            around = [(name, (words % values).encode()) for name, words in self.around]
            return _zipped((*self.letter, *around), self.text % values)
        if self.message_id:
            return (self.text % values).encode()
        return (self.text % values).encode("latin-1") if self.text else self.raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Mould:
    """One story: the lines of its case log, its text, its emails, its files, and when it began and ended."""

    name: str
    lines: tuple[str, ...]
    text: str
    mails: tuple[MailLine, ...]
    files: tuple[FileMould, ...]
    dates: tuple[tuple[str, str, str], ...]
    hashes: tuple[str, ...]
    shorts: tuple[str, ...]
    begins: date
    ended: date

    def days(self, weeks: int) -> Values:
        """What is in the date holes when the story happens so many weeks later; the time of day stays."""
        return {name: _shifted(kind, text, weeks) for name, kind, text in self.dates}


@dataclass(slots=True)
class _Cutter:
    """Cuts holes into the texts of one story; the same thing gets the same hole everywhere."""

    kept: frozenset[str]
    names: dict[str, str] = field(default_factory=dict)
    dates: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def cut(self, text: str) -> str:
        """The text as a %-format."""
        return _HOLES.sub(self._hole, text.replace("%", "%%"))

    def hash_hole(self, sha256: str) -> str:
        """The name of the hole of this hash."""
        return self.names.setdefault(sha256, f"h{len(self.names)}")

    def date_hole(self, kind: str, text: str) -> str:
        """The name of the hole of this date."""
        return self.dates.setdefault(text, (f"d{len(self.dates)}", kind, text))[0]

    def _hole(self, found: re.Match[str]) -> str:
        kind, text = str(found.lastgroup), found[0]
        if kind in _DATES:
            return f"%({self.date_hole(kind, text)})s"
        if kind == "hex":
            return self._hex(text)
        if kind == "key":
            return f"%(own)s-{text}"
        if kind == "outside":
            return f".%(own)s{text}"
        if kind == "relation":
            return "%(Relation)s" if text[0].isupper() else "%(relation)s"
        return f"%({kind})s" + (text[-1] if kind == "title" else "")

    def _hex(self, text: str) -> str:
        if text in self.kept:
            return text
        if len(text) == 64:
            return f"%({self.hash_hole(text)})s"
        if len(text) == 24:
            return f"%({self.names.setdefault(text, f'r{len(self.names)}')})s"
        known = [name for sha256, name in self.names.items() if sha256.startswith(text)]
        return f"%({known[0]}).{len(text)}s" if known else text


def mould_of(story: Story, folder: Path) -> Mould:
    """Play the story in `folder` and take its mould."""
    school = school_of(folder, story.begins)
    story.play(school)
    return _taken(story.name, school.folder / "data")


def _taken(name: str, data: Path) -> Mould:
    case = data / "cases" / REF
    log = (case / LOG).read_bytes().splitlines() if case.is_dir() else []
    mails = (data / "ledger" / "mails.log").read_bytes().splitlines()
    cutter = _Cutter(_constant([*log, *mails]))
    lines = tuple(_body(cutter, line, seq=str(number)) for number, line in enumerate(log, start=1))
    mail_lines = tuple(_mail_lines(cutter, mails))
    text = cutter.cut((case / TEXT).read_text(encoding="utf-8")) if log else ""
    files = (*_files(cutter, data), *_sent(cutter, data / "outbox" / "sent"))
    moments = [_at(line) for line in log or mails]
    return Mould(
        name=name,
        lines=lines,
        text=text,
        mails=mail_lines,
        files=files,
        dates=tuple(cutter.dates.values()),
        hashes=tuple(hole for hole in cutter.names.values() if hole[0] == "h"),
        shorts=tuple(hole for hole in cutter.names.values() if hole[0] == "r"),
        begins=local_day(moments[0]),
        ended=local_day(moments[-1]),
    )


class _Line(msgspec.Struct):
    at: datetime
    event: dict[str, object]


def _at(line: bytes) -> datetime:
    return msgspec.json.decode(line, type=_Line).at


def _constant(lines: list[bytes]) -> frozenset[str]:
    """Hashes that are equal in all cases: of the shipped templates, and of evidence, which is copied as it is."""
    found = set()
    for line in lines:
        event = msgspec.json.decode(line, type=_Line).event
        found.add(str(event.get("template_sha256", "")))
        if event["kind"] == "EvidenceKept":
            found.add(str(event["sha256"]))
    return frozenset(found)


def _body(cutter: _Cutter, line: bytes, *, seq: str) -> str:
    """A log line up to its hash; its place and the hash of the line before are holes or given."""
    whole = line[:-_TAIL].decode()
    middle = whole[whole.index(",") : whole.rindex(',"prev":')]
    return f'{{"seq":{seq}{cutter.cut(middle)},"prev":"%(prev)s"'


def _mail_lines(cutter: _Cutter, lines: list[bytes]) -> Iterator[MailLine]:
    for line in lines:
        event = msgspec.json.decode(line, type=_Line).event
        if "key" not in event:
            continue
        body = _body(cutter, _taken_instead(line, event), seq="%(seq)s")
        sized = cutter.hash_hole(str(event["sha256"])) if event["kind"] == "MailSeen" else ""
        if sized:
            body = re.sub(r'"size":\d+', f'"size":%(size_{sized})s', body)
        at = re.search(r'"at":"%\((\w+)\)s"', body)
        if at is None:
            raise AssertionError(f"no time in {body}")
        yield MailLine(at=at[1], body=body, sized=sized)


def _taken_instead(line: bytes, event: dict[str, object]) -> bytes:
    """Where people were told of an email, the line says that somebody has it: what told them is not copied."""
    if event["kind"] != "CardTold":
        return line
    told = {name: event[name] for name in ("mailbox", "key", "sha256")}
    taken = {"kind": "CardTaken", **told, "by": "Miss Joan Treadwell", "mail": ""}
    return line.replace(msgspec.json.encode(event), msgspec.json.encode(taken))


def _files(cutter: _Cutter, data: Path) -> Iterator[FileMould]:
    """Every file of the story that is not a log or derived from one."""
    for file in sorted([*data.glob("cases/2*/**/*"), *data.glob("ledger/filed/*"), *data.glob("intake/*")]):
        if not file.is_file() or file.name in {LOG, TEXT}:
            continue
        path, raw = cutter.cut(file.relative_to(data).as_posix()), file.read_bytes()
        own = cutter.names.get(hashlib.sha256(raw).hexdigest(), "")
        if file.suffix in _TEXT_FILES:
            yield FileMould(path=path, text=cutter.cut(raw.decode("latin-1")), own=own)
        elif file.suffix == ".docx":
            parts = _unzipped(raw)
            text = cutter.cut(parts.pop(_LETTER).decode())
            around = {
                name: cutter.cut(parts.pop(name).decode()) for name in [*parts] if _AROUND.fullmatch(name)
            }
            yield FileMould(
                path=path, text=text, letter=tuple(parts.items()), around=tuple(around.items()), own=own
            )
        else:
            yield FileMould(path=path, raw=raw, own=own)


def _sent(cutter: _Cutter, folder: Path) -> Iterator[FileMould]:
    """The our emails that went out, without the letters that were in them."""
    for file in sorted(folder.glob("*.json")):
        mail = msgspec.json.decode(file.read_bytes(), type=dict[str, object]) | {"files": [], "calendar": ""}
        text = msgspec.json.format(msgspec.json.encode(mail), indent=1).decode()
        own = cutter.cut(str(mail["message_id"]))
        yield FileMould(path="outbox/sent", text=f"{cutter.cut(text)}\n", message_id=own)


def _unzipped(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: tuple[tuple[str, bytes], ...], text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in (*parts, (_LETTER, text.encode())):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def of_family(one: Family) -> Values:
    """What is in the holes of the family."""
    return {
        "street": one.street,
        "email": one.email,
        "adult": one.person_id,
        "pupil_id": one.pupil_id,
        "title": one.title,
        "given": one.given,
        "surname": one.surname,
        "pupil": one.pupil,
        "Relation": one.relationship,
        "relation": one.relationship.casefold(),
        "school_class": one.school_class,
    }


@cache
def _shifted(kind: str, text: str, weeks: int) -> str:
    return _SHIFTS[kind](text, timedelta(weeks=weeks))


def _moment(text: str, by: timedelta) -> str:
    # Ten in the morning stays ten in the morning, whether it is summer or winter.
    local = datetime.fromisoformat(text).astimezone(LONDON).replace(tzinfo=None) + by
    return local.replace(tzinfo=LONDON).astimezone(_UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _stamp(text: str, by: timedelta) -> str:
    local = parsedate_to_datetime(text).astimezone(LONDON).replace(tzinfo=None) + by
    return format_datetime(local.replace(tzinfo=LONDON).astimezone(_UTC))


def _words(text: str, by: timedelta) -> str:
    day, month, year = text.split()
    moved = date(int(year), _MONTHS.split("|").index(month) + 1, int(day)) + by
    space = text[len(day)]
    return space.join((str(moved.day), _MONTHS.split("|")[moved.month - 1], str(moved.year)))


def _slashes(text: str, by: timedelta) -> str:
    day, month, year = text.split("/")
    return (date(int(year), int(month), int(day)) + by).strftime("%d/%m/%Y")


_UTC = datetime.fromisoformat("2026-01-01T00:00:00Z").tzinfo
_SHIFTS: dict[str, Callable[[str, timedelta], str]] = {
    "moment": _moment,
    "stamp": _stamp,
    "day": lambda text, by: (date.fromisoformat(text) + by).isoformat(),
    "words": _words,
    "slashes": _slashes,
}
