"""Says what is wrong in a Word template before a letter needs it: fields, tags, and a letter printed on trial."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from ...ground.errors import Problem, Refused
from ...rules.policies.letters import PRIVACY, Field, Letters
from ...rules.policies.plain_names import PLAIN_NAMES, parts_of
from ...rules.words import FieldType
from .word import DocxPrinter
from .word_hidden import hidden_words
from .word_safety import unsafe_parts
from .word_template import fields_in, open_template, sentence_with, shortened
from .word_text import text_lines

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
# docxtpl makes Word's curly quotes straight again; these it does not know.
_STRANGE_QUOTES = re.compile("[„‚«»‟‛″′´`]")
_SINGLE = re.compile(r"\{\s*(\w+)\s*\}|\[\[\s*(\w+)\s*\]\]|<<\s*(\w+)\s*>>|«\s*(\w+)\s*»")
_SAMPLE_TEXT = "Sample words & <more>"


def check_template(path: Path, letters: Letters, letter: str = "") -> list[Problem]:
    """Everything that is wrong in the template at `path`, with the words around it.

    Args:
        path: the Word file; the name of a letter's file also says which fields it may not lack.
        letters: what each letter must print, and the fields that letters can be given.
        letter: for which letter it is, where its name does not say so.
    """
    known = frozenset((*letters.fields, *PLAIN_NAMES))
    try:
        opened = open_template(path)
    except Refused as refused:
        return list(refused.problems)
    lines = [line for text in text_lines(opened.get_docx()) for line in text.split("\n")]
    found = [*_unsafe(path), *_tag_faults(path, lines, known)]
    try:
        tags = fields_in(path, opened)
    except Refused as refused:
        # A tag that never ends is the cause; what the reader of tags says of it is only the consequence.
        return found or list(refused.problems)
    found += _unknown(path, lines, used=tags, known=known)
    used = parts_of(tags)
    which = letter or letters.of_file(path.name)
    found += [*_missing(path, letters, used, which), *_inside(path, lines, letters, used, letter=which)]
    return found or _trial(path, letters, used)


def _unsafe(path: Path) -> list[Problem]:
    """What would make every letter printed from it one that fetches, runs, changes by itself or holds hidden words."""
    what_to_do = "Remove it in Word, or start from the shipped letter."
    unsafe = [
        Problem(where=str(path), what=what, what_to_do=what_to_do)
        for what in dict.fromkeys(unsafe_parts(path.read_bytes()))
    ]
    return unsafe or list(hidden_words(path.read_bytes(), str(path)))


def _tag_faults(path: Path, lines: list[str], known: Collection[str]) -> Iterator[Problem]:
    """Tags that no reading can heal: without an end, with strange quotation marks, or with one brace only."""
    for line in lines:
        tags = _TAG.findall(line)
        rest = _TAG.sub(" ", line)
        for mark in ("{{", "}}", "{%", "%}"):
            if mark in rest:
                what = f'A tag has "{mark}" without its other end in this paragraph'
                yield _problem(path, what, line, "Retype the whole tag in one paragraph, without formatting.")
        for tag in tags:
            if _STRANGE_QUOTES.search(tag):
                what = f'The tag "{shortened(tag)}" holds quotation marks that are not straight'
                yield _problem(path, what, line, "Type straight ones: ' or \".")
        for names in _SINGLE.findall(rest):
            name = next(filter(None, names))
            if name in known:
                what = f'The field "{name}" is not in double braces, so it would be printed as it is'
                yield _problem(path, what, line, f"Write {{{{ {name} }}}}.")


def _unknown(
    path: Path, lines: list[str], *, used: Collection[str], known: Collection[str]
) -> Iterator[Problem]:
    """Fields that no letter can be given, with the nearest name that it can."""
    tagged = [line for line in lines if _TAG.search(line)]
    for name in sorted(set(used) - set(known)):
        near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
        what_to_do = f'Did you mean "{near[0]}"?' if near else "Take a name from the list of fields."
        yield _problem(path, f'There is no field "{name}"', sentence_with(tagged, name), what_to_do)


def _missing(path: Path, letters: Letters, used: Collection[str], letter: str) -> list[Problem]:
    """Fields that no letter, or not this letter, may lack."""
    wanted = letters.must_print(letter)
    if {"adult_name", "salutation"} & set(used):
        wanted -= {"salutation"}
    if letters.tells_of_others(letter, used):
        wanted |= PRIVACY
    which = f"Letter {letter}" if letter else "A letter"
    what_to_do = "Put it where it belongs; the shipped letter shows where."
    return [
        Problem(where=str(path), what=f'{which} must print the field "{name}".', what_to_do=what_to_do)
        for name in sorted(wanted - set(used))
    ]


def _inside(
    path: Path, lines: list[str], letters: Letters, used: Collection[str], *, letter: str
) -> Iterator[Problem]:
    """Fields that are privileged or confidential, in a file that goes to the adult."""
    if letters.is_sheet(letter):
        return
    tagged = [line for line in lines if _TAG.search(line)]
    for name in sorted(used):
        if letters.field(name).inside:
            what = f'The field "{name}" is privileged or confidential, and no letter to the adult prints it'
            yield _problem(path, what, sentence_with(tagged, name), "Take it out. A sheet may print it.")


def _trial(path: Path, letters: Letters, used: Collection[str]) -> list[Problem]:
    """What goes wrong when the letter is printed with sample words."""
    printer = DocxPrinter()
    try:
        text = printer.text_of(
            printer.print_letter(path, {name: _sample(letters.field(name)) for name in used})
        )
    except Refused as refused:
        return list(refused.problems)
    left = next((line for line in text.splitlines() if re.search(r"\{\{|\}\}|\{%|%\}", line)), "")
    if left:
        return [_problem(path, "A tag is printed as it is", left, "Retype the tag.")]
    return []


def _sample(field: Field) -> object:
    match field.type:
        case FieldType.PAIRS:
            return [dict.fromkeys(field.parts, _SAMPLE_TEXT)]
        case FieldType.PERSON:
            return {"name": _SAMPLE_TEXT, "lines": [_SAMPLE_TEXT]}
        case FieldType.PICTURE:
            return b""
    return [_SAMPLE_TEXT] if field.is_many else _SAMPLE_TEXT


def _problem(path: Path, what: str, near: str, what_to_do: str) -> Problem:
    around = f', near "{shortened(near)}"' if near else ""
    return Problem(where=str(path), what=f"{what}{around}.", what_to_do=what_to_do)
