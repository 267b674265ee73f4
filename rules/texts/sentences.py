"""A report as sentences, each with whose words it holds: the reporter's own, somebody quoted, an email sent on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ...ground.capitals import CAPITALS
from ...ground.values import replace
from .names import Folded, fold
from .passages import QUOTED_WORDS, Kind, passages_of
from .report import Report

ENDS = re.compile(rf"(?<=[.!?…])[\"”’']?\s+(?=[\"“‘'(]?[{CAPITALS}0-9])|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)")
"""Where a sentence ends: a stop before a capital, an empty line, the next point of a list."""
ABBREVIATED = re.compile(r"\b(?:mr|mrs|ms|dr|st|yr|no|vs|approx|e\.g|i\.e|prof|rev)\.$", re.IGNORECASE)
LONGEST = 1_200
"""Characters of a sentence that are read as one; a text without stops is cut there."""
LONGEST_NAME, SHORT = 9, 2
"""Words of a line with a name and what somebody is; and of what is added to it and tells nothing."""
MOST = 4_000
"""Sentences of one report that are read; in a longer one, equal ones are read once."""
OVERLAP = 150
"""Characters of a stretch without stops that the next one repeats, so that nothing is cut where it would tell."""
UNSHOWN = "outside its text"
LEFT_OUT = "in a signature or a heading"


class Voice(StrEnum):
    """Whose words a sentence holds."""

    OWN = "own"
    SPOKEN = "spoken"
    SENT_ON = "sent on"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence as written.

    Attributes:
        text: as written, on one line.
        folded: the same, made comparable.
        voice: whose words it holds; SPOKEN where all of it is between quotation marks.
        spoken: the words between quotation marks in it, or around it.
        place: the form's line it is in ("what", "where" ...), "subject", "file", or "" for free text.
        file: in which file it is: 'in "letter.pdf"'; "" for the email itself.
        machine_read: it may alarm and is no fact: a machine guessed it from a picture, or few people see it.
    """

    text: str
    folded: Folded
    voice: Voice
    spoken: str = ""
    place: str = ""
    file: str = ""
    machine_read: bool = False

    @property
    def plain(self) -> str:
        """The sentence in lower case, without accents and apostrophes."""
        return self.folded.text


def sentences_of(report: Report) -> tuple[Sentence, ...]:
    """All sentences of a report: the subject, the form's lines or the text, what was sent on, what is attached."""
    return _once(report)[:MOST]


def is_cut(report: Report) -> bool:
    """Whether an email says so much that not all of it is read."""
    texts = (report.text, report.unshown, report.unshown_inside, *report.forwarded)
    size = sum(map(len, texts)) + sum(len(file.text) for file in report.evidence)
    return size > MOST and len(_once(report)) > MOST


@lru_cache(maxsize=4)
def _once(report: Report) -> tuple[Sentence, ...]:
    """All sentences; of an email with very many, equal ones come once."""
    told = tuple(_told(report))
    if len(told) <= MOST:
        return told
    return tuple({(one.text, one.voice, one.place, one.file): one for one in reversed(told)}.values())[::-1]


def sentences_in(text: str, voice: Voice, place: str = "") -> Iterator[Sentence]:
    """The sentences of one text."""
    quoted = [(found.start(), found.end()) for found in QUOTED_WORDS.finditer(text)]
    for start, end in _spans(text):
        written = " ".join(text[start:end].split())
        if not re.search(r"\w", written):
            continue
        spoken = [
            text[max(start, one) : min(end, other)] for one, other in quoted if one < end and other > start
        ]
        whole = any(one <= start and end <= other + 1 for one, other in quoted)
        yield Sentence(
            text=written,
            folded=fold(written),
            voice=Voice.SPOKEN if whole else voice,
            spoken=" ".join(" ".join(spoken).split()),
            place=place,
        )


def _told(report: Report) -> Iterator[Sentence]:
    form = report.form
    yield from sentences_in(report.subject, Voice.OWN, "subject")
    if form.is_form:
        yield from sentences_in(_beside_name(form.reporter), Voice.OWN)
        for place in ("what", "where", "seen_by", "on_site", "affected"):
            yield from sentences_in(getattr(form, place), Voice.OWN, place)
    voices = {Kind.OWN: Voice.OWN, Kind.FORWARDED: Voice.SENT_ON, Kind.QUOTED: Voice.ANSWERED}
    for passage in passages_of(report):
        text = passage.text
        if form.is_form and passage.kind is Kind.OWN:
            text = report.beside_form if form.source else beside_form(report, text)
        yield from sentences_in(text, voices[passage.kind])
    for file in report.evidence:
        for one in sentences_in(file.text, Voice.SENT_ON, "file"):
            yield replace(one, file=file.where, machine_read=file.machine_read)
    for where, text in (
        (LEFT_OUT, left_out(report)),
        (UNSHOWN, report.unshown),
        (UNSHOWN, report.unshown_inside),
    ):
        for one in sentences_in(text, Voice.SENT_ON, "file"):
            yield replace(one, file=where, machine_read=True)


def left_out(report: Report) -> str:
    """The lines of an email that are in none of its passages: signatures, headings of emails that it quotes."""
    told = {_squeezed(line) for passage in passages_of(report) for line in passage.text.split("\n")}
    lines = (line for text in (report.text, *report.forwarded) for line in text.split("\n"))
    left = [line.strip(" >") for line in lines if (bare := _squeezed(line)) and bare not in told]
    return "\n\n".join(dict.fromkeys(left))


def _beside_name(line: str) -> str:
    """What is added to a name: "D Marr. Nothing should go out yet, please"; "" for a mere name."""
    _, _, rest = re.sub(r"\b[A-Z]\.", "", line).replace(";", ".").partition(". ")
    if not rest and len(line.split()) > LONGEST_NAME:
        _, _, rest = line.partition(",")
    return rest if len(rest.split()) > SHORT else ""


def beside_form(report: Report, text: str) -> str:
    """What is beside the lines of a form in the text that holds it: whatever no line of the form took."""
    form = report.form
    values = [form.parent, form.pupil, form.where, form.link, form.posted_on, form.what, form.exact]
    values += [form.seen_by, form.on_site, form.seen_when, form.affected, form.reporter]
    taken = {_squeezed(line) for value in values for line in value.split("\n") if line.strip()}
    left = [line for line in text.split("\n") if not _is_taken(line, taken)]
    return "\n".join(left)


def _is_taken(line: str, taken: set[str]) -> bool:
    """Whether a line is one of the form: a label, a value, or both."""
    whole = _squeezed(line)
    label, colon, value = line.partition(":")
    labelled = bool(colon) and len(label.split()) <= 6 and "http" not in label
    return bool(whole) and (whole in taken or (labelled and (_squeezed(value) in taken or not value.strip())))


def _squeezed(text: str) -> str:
    return "".join(re.findall(r"\w+", text)).casefold()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence."""
    start = 0
    for found in ENDS.finditer(text):
        if ABBREVIATED.search(text[max(start, found.start() - 8) : found.start()]):
            continue
        yield from _cut(start, found.start())
        start = found.end()
    yield from _cut(start, len(text))


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        yield start, start + LONGEST
        start += LONGEST - OVERLAP
    if end > start:
        yield start, end
