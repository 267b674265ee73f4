"""How far a school is set up: which sections are answered, and what each still wants. Kept beside school.toml."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import msgspec
from PIL import Image

from ..config.calendar_change import EMPTY, planned_anew, put_in_place
from ..config.calendar_ics import events_of
from ..config.settings import read_settings
from ..config.setup_file import Answer, SetupFile
from ..config.setup_questions import (
    ADVISER,
    CALENDAR,
    MAILBOX,
    REGISTER,
    SAMPLE,
    SECTIONS,
    Question,
    Section,
    Sort,
)
from ..ground.disk import in_plain_words, write_file
from ..ground.errors import Problem, Refused
from ..ground.plain_file import read_plain
from ..rules.days.calendar_import import Event, Proposals, proposals_of
from ..rules.days.pasted_terms import pasted_terms
from ..workflows.acts.on_adviser import last_signed
from ..workflows.ports import Clock
from .fresh_folder import make_school_folder
from .invented import calendar_left, people_left, staff_left
from .sample_letter import standing
from .setup_mailbox import NONE, provider_of
from .wiring import build

FILE = "set-up.json"
"""Beside school.toml: the sections that somebody went through. It may be deleted: then they are asked again."""
MOST_PICTURE = 5_000_000
"""Bytes of a logo or a signature."""
_PICTURES = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One section: `left` says what it still wants, "" where it is done; `seen`: somebody went through it."""

    section: Section
    left: str
    seen: bool

    @property
    def is_done(self) -> bool:
        """Whether nothing is left of it."""
        return self.seen and not self.left


def begin(folder: Path) -> bool:
    """Make the school's folder where there is none yet; whether it was made now.

    Raises:
        WrongUsage: the folder is a file.
    """
    if (folder / "school.toml").exists():
        return False
    make_school_folder(folder)
    return True


def progress(folder: Path, clock: Clock) -> list[Progress]:
    """Every section, in order."""
    seen = _seen(folder)
    file = SetupFile.of(folder)
    left = {**_words_left(file), **dict(_left_elsewhere(folder, file, clock))}
    return [Progress(section=one, left=left.get(one.id, ""), seen=one.id in seen) for one in SECTIONS]


def next_of(stood: Sequence[Progress], after: Section | None = None) -> Section | None:
    """The first section that is not done, of those after this one if there is one; None where all are done."""
    place = next((number for number, one in enumerate(stood, start=1) if one.section == after), 0)
    return next((one.section for one in (*stood[place:], *stood[:place]) if not one.is_done), None)


def note_seen(folder: Path, section: Section) -> None:
    """Remember that somebody went through this section.

    Raises:
        DiskFailed: the disk is full or broken.
    """
    seen = [*dict.fromkeys([*_seen(folder), section.id])]
    write_file(folder / FILE, msgspec.json.encode({"seen": seen}))


def answer_of(question: Question, typed: str) -> Answer | None:
    """What was typed, as it is written into the file; None for nothing.

    Raises:
        Refused: it is no number.
    """
    words = typed.strip()
    if question.sort is Sort.LINES:
        lines = [" ".join(line.split()) for line in typed.splitlines()]
        return [line for line in lines if line] or None
    if not words:
        return None
    if question.sort is Sort.NUMBER:
        if not words.isdecimal():
            what, do = f"{words} is not a whole number.", "Type digits alone."
            raise Refused(Problem(where=question.asks, what=what, what_to_do=do))
        return int(words)
    return " ".join(words.split())


def faults_of(
    file: SetupFile, questions: tuple[Question, ...], answers: Mapping[str, Answer | None]
) -> list[Problem]:
    """What is wrong with these answers, each in the words of its question."""
    asks = {one.key: one for one in questions}
    empty = [
        Problem(where=asks[key].asks, what="This is needed.", what_to_do=asks[key].help or "Answer it.")
        for key, answer in answers.items()
        if answer is None and not asks[key].may_be_empty
    ]
    told = {key: answer for key, answer in answers.items() if answer is not None or asks[key].may_be_empty}
    found = file.with_answers(told).faults(told)
    return [*empty, *(_named(one, asks) for one in found)]


def _named(problem: Problem, asks: Mapping[str, Question]) -> Problem:
    key = problem.where.partition(", ")[2]
    asked = next((one for name, one in asks.items() if key == name or key.startswith(f"{name}.")), None)
    where = asked.asks if asked else problem.where
    return Problem(where=where, what=problem.what, what_to_do=problem.what_to_do)


def terms_in(pasted: str, ics: bytes, today: date) -> tuple[Proposals, tuple[str, ...]]:
    """What a pasted list, or else a calendar's own file, says of terms; and the lines that a person must look at.

    Raises:
        Refused: the file is no calendar.
    """
    said = pasted_terms(pasted, today) if pasted.strip() else None
    events: tuple[Event, ...] = said.events if said else tuple(events_of(ics))
    return proposals_of(events, EMPTY), said.left if said else ()


def put_terms(folder: Path, proposals: Proposals, today: date) -> str:
    """Put these terms and days in place of those of the calendar; returns the name of the file that is kept.

    Raises:
        Refused: nothing is a term, or the calendar would not say what was meant; nothing is changed.
        DiskFailed: the disk is full or broken; nothing is changed.
    """
    return put_in_place(planned_anew(folder / "calendar.toml", proposals.found), today)


def take_picture(folder: Path, name: str, content: bytes) -> str:
    """Put a picture beside school.toml under this name; returns it with its ending.

    Raises:
        Refused: it is no .png or .jpg, or far too large.
        DiskFailed: the disk is full or broken.
    """
    ending = next((one for begins, one in _PICTURES.items() if content.startswith(begins)), "")
    if not ending or len(content) > MOST_PICTURE or not _opens(content):
        what = "This picture is larger than 5 MB."
        if len(content) <= MOST_PICTURE:
            what = "This is not a picture that Word can show, or it is damaged."
        do = "Take a .png or .jpg of a few hundred kilobytes."
        raise Refused(Problem(where=name, what=what, what_to_do=do))
    write_file(folder / f"{name}{ending}", content)
    return f"{name}{ending}"


def _opens(content: bytes) -> bool:
    try:
        with Image.open(BytesIO(content)) as picture:
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True


def picture_at(path: Path) -> bytes:
    """The bytes of a picture that is named by its path.

    Raises:
        DiskFailed: it is not there, or cannot be read.
    """
    with in_plain_words(path):
        return read_plain(path)[: MOST_PICTURE + 1]


def _seen(folder: Path) -> list[str]:
    try:
        said = msgspec.json.decode((folder / FILE).read_bytes())
    except (OSError, msgspec.DecodeError):
        return []
    return [str(one) for one in said.get("seen", ())] if isinstance(said, dict) else []


def _words_left(file: SetupFile) -> dict[str, str]:
    """By section, how many of its answers are still the invented example's."""
    left = {}
    for section in SECTIONS:
        invented = [one for one in section.questions if file.is_invented(one.key)]
        reworded = [
            one
            for one in section.questions
            if one not in invented and file.proposed(one.key) != file.value(one.key)
        ]
        many = len(invented) + len(reworded)
        if many:
            left[section.id] = (
                f"{many} {'answer is' if many == 1 else 'answers are'} still the invented example's"
            )
    return left


def _left_elsewhere(folder: Path, file: SetupFile, clock: Clock) -> Iterator[tuple[str, str]]:
    """What the sections want that are not answers alone."""
    if provider_of(file) == NONE:
        yield MAILBOX.id, "no mailbox yet: emails are in the folders inbox and sent"
    if calendar_left(folder):
        yield CALENDAR.id, "the terms are still the invented example's"
    if invented := [*people_left(folder), *staff_left(folder)]:
        yield REGISTER.id, invented[0].what
    settings, faults = read_settings(folder)
    if settings is None:
        yield ADVISER.id, f"first: {faults[0].where}: {faults[0].what}"
        yield SAMPLE.id, f"first: {faults[0].where}: {faults[0].what}"
        return
    if last_signed(build(settings, clock)) is None:
        yield ADVISER.id, "your adviser has not signed the letters off yet"
    stood = standing(settings, clock)
    if not stood.is_proven:
        asked = f"{stood.asked} has not answered yet" if stood.letter else "it has not been sent yet"
        yield SAMPLE.id, asked
