"""Fills Word templates with docxtpl; equal fields give equal bytes, because approval is of the bytes."""

import io
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from docx import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.shared import Emu, Length, Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateError
from markupsafe import escape

from ...ground.errors import Problem, Refused
from ...rules.letters.plain_words import with_plain_words
from ...rules.policies.plain_names import parts_of
from ...rules.texts.languages import Language
from ...rules.texts.unbroken import wholes_in
from .word_bytes import steady_bytes
from .word_fit import fit
from .word_hidden import refuse_hidden
from .word_join import english_of, joined
from .word_large import enlarge
from .word_properties import with_properties_of
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

PICTURES: Mapping[str, tuple[Length, Length]] = {"logo": (Mm(42), Mm(22)), "signature": (Mm(60), Mm(16))}
"""The fields that hold a picture, with its greatest width and height."""

LARGE = 1_000_000
"""Bytes of a letter that is not kept in memory; one with a logo has some fifty thousand."""

_NO_PICTURE = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)
_STOPPED_BY_TEMPLATE = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class DocxPrinter:
    """Fills a template's fields with values; a value is never read as a tag, as XML or as code."""

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
        content = template_bytes(template)
        _fields(template, content)  # says precisely where a tag is broken, which rendering cannot
        opened = open_template(template, content)
        said = with_plain_words(fields)
        values = {name: _value(opened, name, said) for name in said}
        try:
            opened.render(values, word_environment())
        except _STOPPED_BY_TEMPLATE as error:
            raise Refused(_stopped(template, error)) from error
        document = opened.docx  # get_docx() would open the empty template again
        keep_whole(document, wholes_in(dict(fields)))
        if large:
            enlarge(document)
        fit(document)
        return steady_bytes(document)

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


class _Picture(InlineImage):  # type: ignore[misc] # docxtpl ships no types
    """A picture with words for those who cannot see it."""

    words: str

    def _insert_image(self) -> str:
        drawing: str = super()._insert_image()
        described = drawing.replace("<wp:docPr ", f'<wp:docPr descr="{escape(self.words)}" ', 1)
        # Without these LibreOffice sets the picture a little off the line of the text.
        return re.sub(
            r"<wp:inline(?![^>]*dist)", '<wp:inline distT="0" distB="0" distL="0" distR="0"', described
        )


def _value(opened: DocxTemplate, name: str, fields: Mapping[str, object]) -> object:
    """The field's value; bytes become a picture that fits its place, empty bytes nothing."""
    value = fields[name]
    if not isinstance(value, bytes):
        return value
    if not value:
        return ""
    try:
        width, height = _fitting(Image.from_blob(value), *PICTURES.get(name, PICTURES["logo"]))
    except _NO_PICTURE as error:
        what = f'The image for "{name}" cannot be read.'
        raise Refused(Problem(where=name, what=what, what_to_do="Use a PNG or JPEG file.")) from error
    picture = _Picture(opened, io.BytesIO(value), width, height)
    of = "signer_name" if name == "signature" else "school_name"
    picture.words = f"{name.capitalize()}: {fields.get(of, '')}"
    return picture


def _fitting(image: Image, widest: Length, highest: Length) -> tuple[Length, Length]:
    """Width and height that keep the shape and stay within both limits; small pictures are not blown up."""
    share = min(1.0, widest / image.width, highest / image.height)
    return Emu(int(image.width * share)), Emu(int(image.height * share))


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
