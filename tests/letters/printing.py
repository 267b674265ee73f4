"""Prints the shipped letters with the invented fields, for the tests beside this file."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from letters.sample_fields import SAMPLES
from shipped import FILES, LETTERS

from letterladder.config.language_file import languages_of
from letterladder.records.word.word import DocxPrinter
from letterladder.rules.letters.in_language import in_language
from letterladder.rules.policies.letters import translated_file

TEMPLATES = Path(__file__).resolve().parents[2] / "letter_templates"
PRINTER = DocxPrinter()
LANGUAGES, _ = languages_of(TEMPLATES)


def letter(name: str, **changes: object) -> str:
    """The text of one letter with the sample fields, some of them changed."""
    return printed(name, changes) if changes else as_sampled(name)


@cache
def as_sampled(name: str) -> str:
    """The text of one letter with the sample fields."""
    return printed(name, {})


def printed(name: str, changes: Mapping[str, object]) -> str:
    """Print the letter and read it back."""
    return PRINTER.text_of(PRINTER.print_letter(TEMPLATES / FILES[name], {**SAMPLES[name], **changes}))


@cache
def fields_of(name: str) -> frozenset[str]:
    """The fields that one letter prints."""
    return PRINTER.fields_of(TEMPLATES / FILES[name])


def in_both(name: str, code: str, **changes: object) -> bytes:
    """The letter with the sample fields as a Word file, with its translation behind it."""
    fields, language = {**SAMPLES[name], **changes}, LANGUAGES[code]
    path = TEMPLATES / translated_file(FILES[name], code)
    used = {one: fields[one] for one in PRINTER.fields_of(path) if one in fields}
    other = PRINTER.print_letter(path, in_language(used, LETTERS, language).fields)
    return PRINTER.joined(PRINTER.print_letter(TEMPLATES / FILES[name], fields), other, language)
