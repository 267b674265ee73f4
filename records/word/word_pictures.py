"""The pictures of a letter, logo and signature: in the size of their place, with words for who cannot see them."""

import io
import re
from collections.abc import Mapping
from typing import TypeGuard

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.shared import Emu, Length, Mm
from docxtpl import InlineImage
from markupsafe import escape

from ...ground.errors import Problem, Refused
from .word_template import OpenedTemplate, part_name

PICTURES: Mapping[str, tuple[Length, Length]] = {"logo": (Mm(42), Mm(22)), "signature": (Mm(60), Mm(16))}
"""The fields that hold a picture, with its greatest width and height."""

_NO_PICTURE = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)


class Picture(InlineImage):  # type: ignore[misc] # docxtpl ships no types
    """A picture with words for those who cannot see it."""

    name: str
    words: str

    def _insert_image(self) -> str:
        drawing: str = super()._insert_image()
        described = drawing.replace("<wp:docPr ", f'<wp:docPr descr="{escape(self.words)}" ', 1)
        # Without these LibreOffice sets the picture a little off the line of the text.
        drawn = re.sub(
            r"<wp:inline(?![^>]*dist)", '<wp:inline distT="0" distB="0" distL="0" distR="0"', described
        )
        self.tpl.drawings[part_name(self.tpl.current_rendering_part), self.name] = drawn
        return drawn


def is_picture(value: object) -> TypeGuard[bytes]:
    """Whether the value of a field is a picture, or the place of one that is not there."""
    return isinstance(value, bytes)


def pictures_in(fields: Mapping[str, object]) -> frozenset[tuple[str, bytes, str]]:
    """The pictures among the values, each with its name and words: other ones make another file."""
    return frozenset(
        (name, value, _words(name, fields)) for name, value in fields.items() if value and is_picture(value)
    )


def picture(opened: OpenedTemplate, name: str, fields: Mapping[str, object]) -> Picture:
    """The picture of this field, made to fit its place.

    Raises:
        Refused: it cannot be read.
    """
    value = fields[name]
    try:
        image = Image.from_blob(value if is_picture(value) else b"")
    except _NO_PICTURE as error:
        what = f'The image for "{name}" cannot be read.'
        raise Refused(Problem(where=name, what=what, what_to_do="Use a PNG or JPEG file.")) from error
    width, height = _fitting(image, *PICTURES.get(name, PICTURES["logo"]))
    made = Picture(opened, io.BytesIO(value if is_picture(value) else b""), width, height)
    made.name, made.words = name, _words(name, fields)
    return made


def _words(name: str, fields: Mapping[str, object]) -> str:
    of = "signer_name" if name == "signature" else "school_name"
    return f"{name.capitalize()}: {fields.get(of, '')}"


def _fitting(image: Image, widest: Length, highest: Length) -> tuple[Length, Length]:
    """Width and height that keep the shape and stay within both limits; small pictures are not blown up."""
    share = min(1.0, widest / image.width, highest / image.height)
    return Emu(int(image.width * share)), Emu(int(image.height * share))
