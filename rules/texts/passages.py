"""An email's text cut where another email begins: the sender's own words, what was sent on, what was quoted back."""

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from .report import Report

HEADER = re.compile(
    r"^\W{0,2}(From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance)\W{0,2}:(\s|$)", re.IGNORECASE
)
DATED = re.compile(r"^\W{0,2}(Sent|Date)\W{0,2}:\s*(.+)$", re.IGNORECASE)
WROTE = re.compile(
    r"^(On|Am|Le|El|W dniu)\b(.{6,120}?)\b(wrote|schrieb|a écrit|escribió|napisa\w*)\s*:?\s*$", re.IGNORECASE
)
DIVIDER = re.compile(
    r"^[-_=* ]{2,}.{0,40}(original|forwarded) message.*$|^begin forwarded message", re.IGNORECASE
)
ANSWER = re.compile(r"^\s*(\[[^\]]*\]\s*)?(re|aw|sv|odp|antw)\s*:", re.IGNORECASE)
GREETING = re.compile(
    r"^(dear|hi|hello|hey|hiya|morning|afternoon|good (morning|afternoon|evening)|to whom)\b", re.IGNORECASE
)
QUOTED_WORDS = re.compile(
    r'"([^"\n]+(?:\n[^"\n]+)*)"|“([^“”]+)[”“]|„([^„”“]+)[”“]|«([^«»]+)»'
    r"|(?<!\w)[‘']((?:[^'‘’\n]|(?<=\w)['’](?=\w))+)['’](?!\w)"
)
SHORTENED = re.compile(
    r"(cause|cos|coz|cuz|em|til|till|tis|twas|bout|n|im|er|ere|ello|ad|e)\b", re.IGNORECASE
)
"""What follows an apostrophe that opens no quotation: "'cause", "'em"."""


class Kind(StrEnum):
    """Whose words a passage holds."""

    OWN = "own"
    FORWARDED = "forwarded"
    QUOTED = "quoted"


class Passage(Struct, frozen=True, kw_only=True):
    """Some lines of an email, headers and quote marks removed; `sent` is their own date line as written, or ""."""

    text: str
    kind: Kind
    sent: str = ""


@lru_cache(maxsize=2)
def passages_of(report: Report) -> tuple[Passage, ...]:
    """The passages of a report, its own words first; a forwarded email that the text repeats comes once.

    A passage is QUOTED where it is the email that this one answers, FORWARDED where it was sent on for reading.
    """
    below = Kind.QUOTED if ANSWER.match(report.subject) else Kind.FORWARDED
    cut = _cut(report.text, Kind.OWN, below)
    own = next(iter(_cut(report.own_words, Kind.OWN, below)), cut[0])
    found = [own if own.text.strip() else cut[0]] + [part for part in cut if part.kind is not Kind.OWN]
    seen = _squeezed(report.text)
    for body in report.forwarded:
        if _squeezed(body) not in seen:
            found += _cut(body, Kind.FORWARDED, Kind.FORWARDED)
    return tuple(
        Passage(text=without_greeting(part.text), kind=part.kind, sent=part.sent)
        for part in found
        if part.text.strip()
    )


def new_passages(report: Report) -> tuple[Passage, ...]:
    """The passages that tell something new: all but the email that this one answers."""
    return tuple(passage for passage in passages_of(report) if passage.kind is not Kind.QUOTED)


def is_heading(line: str) -> bool:
    """Whether a line names who wrote an email that is quoted, to whom and when; nobody in it is told of."""
    bare, _ = _unmarked(line)
    return bool(HEADER.match(bare) or WROTE.match(bare) or DIVIDER.match(bare))


def told_passages(report: Report) -> tuple[Passage, ...]:
    """The passages that may tell a fact: those that are new, and the files; no words that a machine guessed."""
    files = (one.text for one in report.evidence if one.text.strip() and not one.machine_read)
    return (*new_passages(report), *(Passage(text=text, kind=Kind.FORWARDED) for text in files))


def quotations(text: str) -> tuple[tuple[str, str, str], ...]:
    """What is between quotation marks, in order, each with up to 40 characters before and after it.

    Apostrophes inside words are not marks. Where a mark is missing, what is between the end of one quotation and
    the beginning of the next looks quoted; where there are more than two marks, the spaces beside them tell, and it
    is left out.
    """
    found = []
    alone = text.count('"') == 2
    for match in QUOTED_WORDS.finditer(text):
        words = next(part for part in match.groups() if part)
        around = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 40]
        if _is_marked(words.rstrip() if alone else words, match.group()[0], *around):
            found.append((" ".join(words.split()), *around))
    return tuple(found)


def _is_marked(words: str, mark: str, before: str, after: str) -> bool:
    """Whether straight marks open and close these words: no space inside them, no word that touches them outside."""
    if mark not in "\"'":
        return bool(words.strip())
    if not words or words != words.strip() or (mark == "'" and SHORTENED.match(words)):
        return False
    return not (before[-1:].isalnum() or after[:1].isalnum())


def without_quoted_words(text: str) -> str:
    """The text with everything between quotation marks left out: the writer's own telling."""
    return QUOTED_WORDS.sub(" ", text)


def without_greeting(text: str) -> str:
    """The text without its first line where that only greets."""
    lines = text.strip("\n").split("\n")
    head = lines[0].strip()
    bare = len(lines) > 1 and not lines[1].strip() and not re.search(r"[.!?:]$", head)
    if len(head.split()) <= 6 and (GREETING.match(head) or (bare and len(head.split()) <= 3)):
        return "\n".join(lines[1:])
    return text


def _squeezed(text: str) -> str:
    return "".join(re.findall(r"\w+", text))


def _cut(text: str, kind: Kind, below: Kind) -> list[Passage]:
    """Cut at header blocks, dividers, "... wrote:" and the first quote mark; `below` is what a header block begins."""
    found: list[Passage] = []
    sent, lines = "", list[str]()
    rows = [_unmarked(line) for line in text.split("\n")]
    for place, (line, depth) in enumerate(rows):
        header = _is_header(rows, place)
        begins = _begins(line, header=header, below=below)
        first_mark = depth and kind is Kind.OWN
        if begins or first_mark:
            found.append(Passage(text="\n".join(lines), kind=kind, sent=sent))
            kind, sent, lines = begins or Kind.QUOTED, _day_of(line), []
        elif header:
            sent = _day_of(line) or sent
        if not begins and not header:
            lines.append(line)
    return [*found, Passage(text="\n".join(lines), kind=kind, sent=sent)]


def _unmarked(line: str) -> tuple[str, int]:
    found = re.match(r"^[>\s]*>\s?", line)
    return (line[found.end() :].strip(), found.group().count(">")) if found else (line.strip(), 0)


def _begins(line: str, *, header: bool, below: Kind) -> Kind | None:
    if WROTE.match(line):
        return Kind.QUOTED
    if DIVIDER.match(line) or (header and line.lower().lstrip("*").startswith("from")):
        return below
    return None


def _day_of(line: str) -> str:
    wrote, dated = WROTE.match(line), DATED.match(line)
    return wrote[2].strip() if wrote else dated[2].strip() if dated else ""


def _is_header(rows: list[tuple[str, int]], place: int) -> bool:
    """A header line has another header line within two lines of it; the report form has no such labels."""
    if not HEADER.match(rows[place][0]):
        return False
    near = rows[max(0, place - 2) : place] + rows[place + 1 : place + 3]
    return any(HEADER.match(line) for line, _ in near)
