"""Opens a Word template and reads its tags: in a sandbox, strictly, and with faults that name the place."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, Template, TemplateSyntaxError, meta
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from ...ground.errors import Problem, Refused
from ...rules.letters.plain_words import Listed
from ...rules.policies.plain_names import PLAIN_NAMES
from ...rules.texts.plain_signs import plain_signs

NO_WORD_FILE = (OpcError, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, NotImplementedError)
"""What python-docx raises for bytes that are no Word file."""

LONGEST_QUOTE = 160

# What XML 1.0 forbids, halves of surrogate pairs included; tab and line feed stay.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


# A sentence that may be missing: its space goes with it.
_MAY_BE_MISSING = re.compile(
    rf" \{{\{{\s*({'|'.join(one.name for one in PLAIN_NAMES.values() if one.takes_space)})\s*\}}\}}"
)

PROPERTIES = "properties"
"""What the properties of a file are called among its filled parts."""
_FILLED_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")

_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_LINE_SIGN = re.compile("[\t\n\a\f]")
"""What docxtpl makes tabs, line ends, paragraphs and pages of."""

PARTS_KNOWN = 128
"""Bodies, headers and footers of templates that a process knows again, so that each is read once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSource:
    """One part of a template as jinja sees it, one paragraph per line."""

    where: str
    text: str


def template_bytes(template: Path) -> bytes:
    """What the file holds.

    Raises:
        Refused: the file is missing.
    """
    try:
        return template.read_bytes()
    except OSError as error:
        what = f"The letter template cannot be read: {error.strerror}."
        fault = Problem(
            where=str(template),
            what=what,
            what_to_do="Put the file there, or use the one that ships with Letterladder.",
        )
        raise Refused(fault) from error


class OpenedTemplate(DocxTemplate):  # type: ignore[misc] # docxtpl ships no types
    """A template whose tags are freed of Word's markup once in a process.

    `sources`: its parts that were filled, as they were before. `drawings`: the XML of each picture that was put in,
    by the part and the name of the picture, in the order in which they were first drawn.
    """

    def __init__(self, file: io.BytesIO | None) -> None:
        """Nothing is filled yet."""
        super().__init__(file)
        self.sources: dict[str, str] = {}
        self.drawings: dict[tuple[str, str], str] = {}

    def patch_xml(self, src_xml: str) -> str:
        """See `DocxTemplate`."""
        return _patched(src_xml)

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """See `DocxTemplate`."""
        self.sources[part_name(part)] = src_xml
        rendered: str = super().render_xml_part(src_xml, part, context, jinja_env)
        return rendered

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """See `DocxTemplate`."""
        properties = self.docx.core_properties
        self.sources[PROPERTIES] = "".join(str(getattr(properties, one)) for one in _FILLED_PROPERTIES)
        super().render_properties(context, jinja_env)

    def resolve_listing(self, xml: str) -> str:
        """See `DocxTemplate`; paragraphs without a line end or tab, nearly all, are left alone."""
        return _PARAGRAPH.sub(self._listing_resolved, xml) if _LINE_SIGN.search(xml) else xml

    def _listing_resolved(self, paragraph: re.Match[str]) -> str:
        text = paragraph[0]
        resolved: str = super().resolve_listing(text) if _LINE_SIGN.search(text) else text
        return resolved


def open_template(template: Path, content: bytes | None = None) -> OpenedTemplate:
    """The template, opened afresh: one object shared by two letters mixes them up.

    Args:
        template: the file.
        content: what it holds, where that was read before.

    Raises:
        Refused: the file is missing or is not a Word file.
    """
    try:
        opened = OpenedTemplate(io.BytesIO(template_bytes(template) if content is None else content))
        opened.init_docx()
    except NO_WORD_FILE as error:
        raise Refused(no_word_file(str(template))) from error
    return opened


def part_name(part: Part | str) -> str:
    """What a part is called in the file, without the slash that leads to it."""
    return (part if isinstance(part, str) else str(part.partname)).removeprefix("/")


@lru_cache(maxsize=PARTS_KNOWN)
def _patched(xml: str) -> str:
    patched: str = DocxTemplate.patch_xml(None, xml)
    return _MAY_BE_MISSING.sub(r"{% if \1 %} {{ \1 }}{% endif %}", patched)


class _Environment(SandboxedEnvironment):
    """Knows the parts of templates again: turning their tags into code takes longer than filling them."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_as_word_text)
        del self.filters["safe"]  # would let a value be XML
        self._known = lru_cache(maxsize=PARTS_KNOWN)(super().from_string)

    def from_string(self, source: Any, *_: Any) -> Template:
        """See `Environment`."""
        return self._known(source)


@cache
def word_environment() -> SandboxedEnvironment:
    """How tags are read: in a sandbox, no unknown field, each value printed as plain text and nothing else."""
    return _Environment()


def fields_in(template: Path, opened: DocxTemplate) -> frozenset[str]:
    """The names of the fields in body, headers and footers.

    Raises:
        Refused: a tag is broken; names the part and the text around it.
    """
    environment = word_environment()
    names: set[str] = set()
    for source in _sources(template, opened):
        try:
            names |= meta.find_undeclared_variables(environment.parse(source.text))
        except TemplateSyntaxError as error:
            raise Refused(_broken_tag(source, error)) from error
    return frozenset(names)


def sentence_with(lines: list[str], word: str) -> str:
    """The first line that holds `word`, shortened; "" where none does."""
    return shortened(next((line for line in lines if re.search(rf"\b{re.escape(word)}\b", line)), ""))


def shortened(text: str) -> str:
    """One line of at most 160 characters, to be quoted in a fault."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1]}…"


def no_word_file(where: str) -> Problem:
    """The fault of a file that Word itself would not open."""
    what_to_do = "Open it in Word and save it as a Word document (.docx)."
    return Problem(where=where, what="This is not a Word file (.docx).", what_to_do=what_to_do)


def _sources(template: Path, opened: DocxTemplate) -> Iterator[TemplateSource]:
    """The body, then headers and footers, as docxtpl will hand them to jinja."""
    parts = [("text", opened.get_xml())]
    for uri, name in ((opened.HEADER_URI, "header"), (opened.FOOTER_URI, "footer")):
        parts += [(name, opened.get_part_xml(part)) for _, part in opened.get_headers_footers(uri)]
    for name, xml in parts:
        yield TemplateSource(where=f"{template}, {name}", text=lined(opened.patch_xml(xml)))


def lined(xml: str) -> str:
    """One paragraph per line, as docxtpl hands a part to jinja."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", xml)


def _broken_tag(source: TemplateSource, error: TemplateSyntaxError) -> Problem:
    line = "".join(source.text.splitlines()[error.lineno - 1 : error.lineno])
    near = shortened(unescape(re.sub(r"<[^>]*>", "", line)))
    return Problem(
        where=source.where,
        what=f'A tag is broken near "{near}": {error.message}',
        what_to_do="Compare braces and words with the list of fields; each {% if %} and {% for %} needs its "
        "matching end.",
    )


def _as_word_text(value: object) -> object:
    """A value as text that Word shows literally; lists are joined by commas, or as they say themselves."""
    if isinstance(value, InlineImage):
        return value
    if isinstance(value, list | tuple) and not isinstance(value, Listed):
        return _as_word_text(", ".join(str(item) for item in value))
    text = plain_signs(_FORBIDDEN.sub("", _LINE_ENDS.sub("\n", str(value))))
    # After rendering docxtpl turns {_{ into {{; as character references the braces stay what they are.
    return escape(text).replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))
