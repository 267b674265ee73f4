"""Fills Word templates with docxtpl; equal fields give equal bytes, because approval is of the bytes."""

import io
import re
from collections.abc import Mapping, Set
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from docx import Document
from jinja2 import TemplateError

from ...ground.errors import Problem, Refused
from ...rules.letters.plain_words import with_plain_words
from ...rules.policies.plain_names import parts_of
from ...rules.texts.languages import Language
from ...rules.texts.unbroken import wholes_in
from .word_bytes import steady_bytes
from .word_fit import fit, places_of
from .word_hidden import refuse_hidden
from .word_join import english_of, joined
from .word_large import enlarge
from .word_moulds import Mould, Moulds, NotOfThisMould, mould_of
from .word_parts import roots_of
from .word_pictures import is_picture, picture, pictures_in
from .word_properties import with_properties_of
from .word_provider import for_provider
from .word_safety import refuse_unsafe
from .word_slots import other_parts, with_dates, with_dates_by_hand
from .word_template import (
    NO_WORD_FILE,
    fields_in,
    no_word_file,
    open_template,
    sentence_with,
    template_bytes,
    word_environment,
)
from .word_text import plain_text, text_lines
from .word_unbroken import keep_whole
from .word_unseen import unseen_text

LARGE = 1_000_000
"""Bytes of a letter that is not kept in memory; one with a logo has some fifty thousand."""

_STOPPED_BY_TEMPLATE = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


_MOULDS = Moulds()
"""Of this process: each command, desk and daemon prints whole what it prints first."""


class DocxPrinter:
    """Fills a template's fields with values; a value is never read as a tag, as XML or as code."""

    def __init__(self, moulds: Moulds = _MOULDS, *, by_provider: bool = False) -> None:
        """Remember where moulds of templates are kept, and who posts the letters.

        Args:
            moulds: those of the process, if nothing else is said.
            by_provider: a provider of hybrid post prints them, which wants more room around the address.
        """
        self._moulds = moulds
        self._by_provider = by_provider

    def fields_of(self, template: Path) -> frozenset[str]:
        """The names of the fields that the template uses, and of those in the phrases that it uses.

        Raises:
            Refused: the file is missing, is not a Word file, or a tag is broken; says where.
        """
        return parts_of(self.tags_of(template))

    def tags_of(self, template: Path) -> frozenset[str]:
        """The names in its tags: fields, and phrases such as "policy" that print several fields.

        Raises:
            Refused: the file is missing, is not a Word file, or a tag is broken; says where.
        """
        return _fields(template, template_bytes(template))

    def print_letter(self, template: Path, fields: Mapping[str, object], *, large: bool = False) -> bytes:
        """The finished .docx; equal fields give equal bytes.

        Args:
            template: the Word file with the tags.
            fields: texts, lists of texts, lists of things with named texts; `logo` and `signature` are bytes.
            large: sets everything in 16 points or more, for adults who need large print.

        Raises:
            Refused: a field is missing or a tag is broken; names the file, the tag and the text around it.
        """
        content = for_provider(template_bytes(template)) if self._by_provider else template_bytes(template)
        _fields(template, content)  # says precisely where a tag is broken, which rendering cannot
        said, wholes = with_plain_words(fields), wholes_in(dict(fields))
        if large:  # changes the styles as well, and few adults need it
            return _whole(template, content, said, wholes, large=True)[0]
        key = (content, pictures_in(said))
        if mould := self._moulds.get(key):
            with suppress(NotOfThisMould, *_STOPPED_BY_TEMPLATE):
                return mould.letter(said, wholes)
        letter, made = _whole(template, content, said, wholes)
        if not self._moulds.knows(key) and len(letter) <= LARGE:
            self._moulds.keep(key, made if made and _gives(made, letter, said, wholes) else None)
        return letter

    def joined(self, english: bytes, other: bytes, language: Language) -> bytes:
        """The letter with its translation behind it, from a new page; equal letters give equal bytes.

        Raises:
            Refused: the translation holds what cannot be put behind another letter.
        """
        return joined(english, other, language)

    def english_of(self, docx: bytes) -> bytes | None:
        """The letter without its translation; None where it has none.

        Raises:
            Refused: the bytes are no Word file, or hold what acts.
        """
        refuse_unsafe(docx)
        try:
            return english_of(docx)
        except NO_WORD_FILE as error:
            raise Refused(no_word_file("letter")) from error

    def with_dates(self, docx: bytes, words: Mapping[str, str], *, by_hand: bool = False) -> bytes:
        """The file with these words replaced by dates, and nothing else; `by_hand`: it may have been saved by Word.

        Raises:
            Refused: the bytes are no Word file, or hold what acts.
        """
        refuse_unsafe(docx)
        try:
            return with_dates_by_hand(docx, words) if by_hand else with_dates(docx, words)
        except NO_WORD_FILE as error:
            raise Refused(no_word_file("letter")) from error

    def other_parts(self, docx: bytes, other: bytes, words: Mapping[str, str]) -> list[str]:
        """The parts in which two files differ besides these words; none where they are the same letter."""
        return other_parts(docx, other, words)

    def text_of(self, docx: bytes) -> str:
        """The plain text in reading order, with headers, tables, text boxes and footers.

        Raises:
            Refused: the bytes are no Word file, or hold what a letter may not: what acts, and what nobody sees.
        """
        return _text_of(docx) if len(docx) > LARGE else _text_known(docx)

    def with_properties_of(self, docx: bytes, draft: bytes) -> bytes:
        """The file with the properties of the draft in the place of its own: title, author, comments, keywords."""
        return with_properties_of(docx, draft)

    def unseen_text_of(self, docx: bytes) -> str:
        """What the file holds beside its printed text, one piece per line.

        Raises:
            Refused: the bytes are no Word file, or hold what acts.
        """
        refuse_unsafe(docx)
        return unseen_text(docx)


@lru_cache(maxsize=64)
def _fields(template: Path, content: bytes) -> frozenset[str]:
    """The fields of a template; each is parsed once for as long as its bytes are the same."""
    return fields_in(template, open_template(template, content))


def _text_of(docx: bytes) -> str:
    refuse_unsafe(docx)
    refuse_hidden(docx)
    try:
        return plain_text(Document(io.BytesIO(docx)))
    except NO_WORD_FILE as error:
        raise Refused(no_word_file("letter")) from error


_text_known = lru_cache(maxsize=32)(_text_of)
"""A letter is read when it is drafted, shown, approved and posted: as long as its bytes are the same, once."""


def _whole(
    template: Path, content: bytes, said: Mapping[str, object], wholes: Set[str], *, large: bool = False
) -> tuple[bytes, Mould | None]:
    """A letter that docxtpl opens, fills and packs, and what can be used again of it."""
    opened = open_template(template, content)
    pictures = {name: picture(opened, name, said) for name in said if said[name] and is_picture(said[name])}
    values = {name: "" if is_picture(one) else one for name, one in said.items()}
    try:
        opened.render({**values, **pictures}, word_environment())
    except _STOPPED_BY_TEMPLATE as error:
        raise Refused(_stopped(template, error)) from error
    document = opened.docx  # get_docx() would open the empty template again
    keep_whole(roots_of(document), wholes)
    if large:
        enlarge(document)
    fit(document.element.body, places_of(document))
    letter = steady_bytes(document)
    return letter, None if large else mould_of(opened, letter)


def _gives(mould: Mould, letter: bytes, said: Mapping[str, object], wholes: Set[str]) -> bool:
    """Whether a mould gives back the letter that it was made of, byte by byte."""
    with suppress(NotOfThisMould, *_STOPPED_BY_TEMPLATE):
        return mould.letter(said, wholes) == letter
    return False


def _stopped(template: Path, error: Exception) -> Problem:
    """Which field stopped the letter, with the sentence that needs it."""
    named = re.findall(r"'(\w+)' is undefined|has no attribute '(\w+)'", str(error))
    name = next((first or second for first, second in named), "")
    near = sentence_with(text_lines(open_template(template).get_docx()), name) if name else ""
    what = f'The field "{name}" is missing' if name else f"The letter cannot be filled: {error}"
    return Problem(
        where=str(template),
        what=f'{what}, near "{near}".' if near else f"{what}.",
        what_to_do="Supply the field, or correct the template.",
    )
