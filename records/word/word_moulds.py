"""Keeps what is the same in every letter of a template, so that only its words are set again for each.

docxtpl opens a Word file, turns its tags into something that jinja reads, and packs it all again: work that depends on
the template and its pictures alone. A mould is made of the first letter, which docxtpl prints whole. It holds the
finished parts without tags, and the tags of the others as code. It is used only if it gives back that first letter byte
by byte, and any letter that it cannot be sure of is printed whole.
"""

import io
import zipfile
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docxtpl import InlineImage
from jinja2 import Template
from lxml import etree

from .word_bytes import Squeezed, packed, squeezed
from .word_fit import Place, fit, places_of
from .word_parts import MARGINS, child
from .word_pictures import is_picture
from .word_template import OpenedTemplate, lined, part_name, word_environment
from .word_unbroken import keep_whole

MOST_MOULDS = 64
"""Templates, each with its pictures, that a process keeps; one takes some two hundred thousand bytes."""

FIRST_ID = 1000
"""From where docxtpl numbers what is drawn in the text."""

_TAG_BEGINS = ("{{", "{%", "{#")

Drawings = Mapping[tuple[str, str], str]
"""The XML of each picture, by the part it is in and its name; in the order in which they were first drawn."""


class NotOfThisMould(Exception):
    """A letter needs what its mould does not hold; it is printed whole."""


class KnownPicture(InlineImage):  # type: ignore[misc] # docxtpl ships no types
    """A picture that was put into an earlier letter of the same mould, and is drawn as it was there."""

    name: str
    known: Drawings

    def _insert_image(self) -> str:
        place = (part_name(self.tpl.current_rendering_part), self.name)
        if place not in self.known:
            raise NotOfThisMould
        self.tpl.drawings[place] = self.known[place]
        return self.known[place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mould:
    """A template with its pictures: each file inside as it is in every letter, or the code that makes it.

    `parts` in the order of the file; `code` of those that hold tags; `shell` is the text without its body.
    """

    parts: Mapping[str, Squeezed]
    code: Mapping[str, Template]
    text: str
    shell: bytes
    places: Mapping[str, Place]
    drawings: Drawings

    def letter(self, values: Mapping[str, object], wholes: Iterable[str]) -> bytes:
        """The finished letter.

        Args:
            values: what its tags print; bytes are a picture.
            wholes: what must not break over two lines.

        Raises:
            NotOfThisMould: it has other pictures in it.
        """
        opened = OpenedTemplate(None)
        opened.docx_ids_index = FIRST_ID
        said = {name: self._value(opened, name, one) for name, one in values.items()}
        roots = {}
        for name, code in self.code.items():
            xml = opened.render_xml_part("", name, said, _Read(code))
            roots[name] = self._text_of(opened, xml) if name == self.text else parse_xml(xml.encode())
        if [*opened.drawings] != [*self.drawings]:
            raise NotOfThisMould
        body = child(roots[self.text], "w:body")
        keep_whole([body, *(roots[name] for name in roots if name != self.text)], wholes)
        fit(body, self.places)
        new = {name: squeezed(name, serialize_part_xml(root)) for name, root in roots.items()}
        return packed({**self.parts, **new}.values())

    def _text_of(self, opened: OpenedTemplate, xml: str) -> etree._Element:
        """The text with this body; docxtpl puts its tables right and numbers what is drawn in it."""
        root = parse_xml(self.shell)
        body = opened.fix_tables(xml)
        opened.fix_docpr_ids(body)
        root.replace(child(root, "w:body"), body)
        return root

    def _value(self, opened: OpenedTemplate, name: str, value: object) -> object:
        if not is_picture(value):
            return value
        if not value:
            return ""
        picture = KnownPicture(opened, "")
        picture.name, picture.known = name, self.drawings
        return picture


class _Read:
    """Stands for the environment where docxtpl wants one to read tags: these are read."""

    def __init__(self, code: Template) -> None:
        """Remember what was read."""
        self._code = code

    def from_string(self, _: str) -> Template:
        """See `Environment`."""
        return self._code


class Moulds:
    """The moulds that a process keeps: those used last. Two threads may print at once."""

    def __init__(self, most: int = MOST_MOULDS) -> None:
        """None is known yet."""
        self._most, self._lock = most, Lock()
        self._known: OrderedDict[Hashable, Mould | None] = OrderedDict()

    def knows(self, key: Hashable) -> bool:
        """Whether it was tried to make one."""
        with self._lock:
            return key in self._known

    def get(self, key: Hashable) -> Mould | None:
        """The mould; None where none was made, or none can be."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
            return self._known.get(key)

    def keep(self, key: Hashable, mould: Mould | None) -> None:
        """Remember it, or that there is none, and forget the one that was not used for longest."""
        with self._lock:
            self._known[key] = mould
            while len(self._known) > self._most:
                self._known.popitem(last=False)


def mould_of(opened: OpenedTemplate, letter: bytes) -> Mould | None:
    """What can be used again of a letter that docxtpl has just printed; None where its fields reach further.

    Args:
        opened: the template, after it was filled.
        letter: the finished file.
    """
    document: Document = opened.docx
    text = part_name(document.part)
    related = [rel.target_part for rel in document.part.rels.values() if not rel.is_external]
    own = {text, *(part_name(part) for part in related if part.content_type.endswith(MARGINS))}
    elsewhere = (source for name, source in opened.sources.items() if name not in own)
    if any(sign in one for one in elsewhere for sign in _TAG_BEGINS):
        return None
    with zipfile.ZipFile(io.BytesIO(letter)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    if not all(name.isascii() for name in parts):
        return None
    read = word_environment().from_string
    return Mould(
        parts={name: squeezed(name, content) for name, content in parts.items()},
        code={name: read(lined(source)) for name, source in opened.sources.items() if name in own},
        text=text,
        shell=_shell(parts[text]),
        places=places_of(document),
        drawings=dict(opened.drawings),
    )


def _shell(text: bytes) -> bytes:
    """The XML of the text with an empty body."""
    root = parse_xml(text)
    child(root, "w:body").clear()
    return serialize_part_xml(root)
