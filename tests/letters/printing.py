"""Prints the shipped letters with the invented fields, for the tests beside this file."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from letters.sample_fields import SAMPLES
from shipped import FILES

from letterladder.records.word.word import DocxPrinter

TEMPLATES = Path(__file__).resolve().parents[2] / "letter_templates"
PRINTER = DocxPrinter()


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
