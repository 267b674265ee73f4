"""Says what is wrong in the translation of a Word template: as in any template, and beside its English file."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from ...ground.english import listed
from ...ground.errors import Problem
from ...rules.policies.letters import Letters
from .template_check import check_template
from .word import DocxPrinter
from .word_parts import roots_of
from .word_template import open_template, shortened

TO_TRANSLATE = "yellow"
"""The highlighting of words that `templates translate` leaves for a translator, and that nobody may leave in."""

FEWEST_WORDS = 3
"""Words of a paragraph that cannot be the same in two languages by chance, such as a name."""

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_WORD = re.compile(r"[^\W\d_]+")


def check_translation(path: Path, english: Path, letters: Letters) -> list[Problem]:
    """Everything that keeps the translation at `path` from going out behind the letter printed from `english`."""
    found = check_template(path, letters)
    if found:
        return found
    word = DocxPrinter()
    printed, used = word.fields_of(english), word.fields_of(path)
    found += _fields(path, printed - used, "does not print", "Put it where the English file has it.")
    do = "Take it out, or put it into the English file as well."
    found += _fields(path, used - printed, "prints what the English letter does not", do)
    return [*found, *_left(path, english)]


def _fields(path: Path, names: Iterable[str], what: str, what_to_do: str) -> list[Problem]:
    named = sorted(names)
    told = f"The translation {what}: {listed(named)}."
    return [Problem(where=str(path), what=told, what_to_do=what_to_do)] if named else []


def _left(path: Path, english: Path) -> Iterator[Problem]:
    """Words that wait for a translator, and paragraphs that are still those of the English file."""
    paragraphs = list(_paragraphs(path))
    waiting = [_text(one) for one in paragraphs if _is_marked(one)]
    if waiting:
        what = f"{_many(waiting)} marked in yellow for the translator"
        yield _left_problem(
            path, what, waiting[0], "Translate them, and take the highlighting away (No Colour)."
        )
        return
    before = {_plain(_text(one)) for one in _paragraphs(english)}
    same = [_text(one) for one in paragraphs if _counts(_text(one)) and _plain(_text(one)) in before]
    if same:
        what = f"{_many(same)} still in English"
        yield _left_problem(
            path, what, same[0], "Translate them; the tags in double braces stay as they are."
        )


def _left_problem(path: Path, what: str, near: str, what_to_do: str) -> Problem:
    return Problem(where=str(path), what=f'{what}, near "{shortened(near)}".', what_to_do=what_to_do)


def _many(paragraphs: list[str]) -> str:
    return "One paragraph is" if len(paragraphs) == 1 else f"{len(paragraphs)} paragraphs are"


def _paragraphs(path: Path) -> Iterator[etree._Element]:
    for root in roots_of(open_template(path).get_docx()):
        yield from root.iter(qn("w:p"))


def _text(paragraph: etree._Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _counts(text: str) -> bool:
    return len(_WORD.findall(_TAG.sub(" ", text))) >= FEWEST_WORDS


def _is_marked(paragraph: etree._Element) -> bool:
    marks = paragraph.iter(qn("w:highlight"))
    return any(mark.get(qn("w:val")) == TO_TRANSLATE and _run_text(mark).strip() for mark in marks)


def _run_text(mark: etree._Element) -> str:
    run = next(mark.iterancestors(qn("w:r")), None)
    return _text(run) if run is not None else ""
