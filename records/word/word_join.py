"""One Word file of two: the English letter, and behind it, from a new page, its translation with its own margins."""

import copy
import io
import re
from dataclasses import dataclass, field

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from ...ground.errors import Problem, Refused
from ...rules.texts.languages import Language
from .word_bytes import steady_bytes
from .word_direction import set_right_to_left
from .word_parts import child_of, roots_of

NOTE_STYLE = "Letterladder Translation"
"""The style of the line that begins a translation, by which the two texts are told apart again."""

_RELATED = (qn("r:id"), qn("r:embed"), qn("r:link"))
_STYLED = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
_BASED = (qn("w:basedOn"), qn("w:next"), qn("w:link"))
_BESIDE = ("footnoteReference", "endnoteReference", "commentReference")


def joined(english: bytes, other: bytes, language: Language) -> bytes:
    """The two letters as one file; equal letters give equal bytes.

    Args:
        english: the letter that counts.
        other: its translation.
        language: that of the translation, with the line at its head.

    Raises:
        Refused: the translation holds what cannot be put behind another letter, such as footnotes.
    """
    document, source = Document(io.BytesIO(english)), Document(io.BytesIO(other))
    _refuse_notes(source)
    source.element.body.insert(0, _note(source, language.counts))
    if language.right_to_left:
        set_right_to_left(source, language.font)
    moving = _Moving(document=document, source=source)
    moving.bring_styles()
    moving.bring_numbers()
    body = document.element.body
    _end_section(body)
    for element in [*source.element.body]:
        moving.settle(element, source.part)
        body.append(element)
    _begin_section(body)
    _name_style(document)
    for place, drawing in enumerate(body.iter(qn("wp:docPr")), 1):
        drawing.set("id", str(place))  # unlike in two files, no two in one may have the same
    return steady_bytes(document)


def english_of(docx: bytes) -> bytes | None:
    """The file without its translation; None where it has none."""
    document = Document(io.BytesIO(docx))
    body = document.element.body
    first = next((one for one in body.iter(qn("w:p")) if _is_note(one)), None)
    if first is None:
        return None
    start = next(one for one in (first, *first.iterancestors()) if one.getparent() is body)
    behind = [start, *start.itersiblings()]
    ends = [one for one in start.itersiblings(preceding=True) if one.find(_SECTION) is not None]
    for element in behind:
        body.remove(element)
    if ends:
        section = ends[0].find(_SECTION)
        parent = section.getparent() if section is not None else None
        if section is not None and parent is not None:
            parent.remove(section)
            body.append(section)
    _forget_margins(document)
    return steady_bytes(document)


def _forget_margins(document: WordDocument) -> None:
    """Headers and footers that no section shows any more."""
    shown = {one.get(qn("r:id")) for one in document.element.body.iter(*_MARGINS)}
    for key, relation in [*document.part.rels.items()]:
        if relation.reltype in {RT.HEADER, RT.FOOTER} and key not in shown:
            del document.part.rels[key]


_MARGINS = (qn("w:headerReference"), qn("w:footerReference"))
_SECTION = f"{qn('w:pPr')}/{qn('w:sectPr')}"


@dataclass(slots=True, kw_only=True)
class _Moving:
    """What the translation brings with it, and under which names it is known in the English file."""

    document: WordDocument
    source: WordDocument
    styles: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)

    def bring_styles(self) -> None:
        """Each style that the English file lacks, or has otherwise, under a name of its own."""
        here = self.document.styles.element
        known = {one.get(qn("w:styleId")): one for one in here.iterfind(qn("w:style"))}
        names = {_name(one) for one in known.values()}
        new = []
        for style in self.source.styles.element.iterfind(qn("w:style")):
            id = style.get(qn("w:styleId"), "")
            if id in known and etree.tostring(known[id], method="c14n") == etree.tostring(
                style, method="c14n"
            ):
                self.styles[id] = id
                continue
            made = copy.deepcopy(style)
            self.styles[id] = id if id not in known else f"{id}Translation"
            made.set(qn("w:styleId"), self.styles[id])
            made.attrib.pop(qn("w:default"), None)
            name = made.find(qn("w:name"))
            if name is not None and _name(style) in names:
                name.set(qn("w:val"), f"{_name(style)} (translation)")
            new.append(made)
        self._default_by_name()
        for made in new:
            for based in made.iter(*_BASED):
                based.set(qn("w:val"), self.style(based.get(qn("w:val"), "")))
            here.append(made)

    def _default_by_name(self) -> None:
        """Paragraphs in the style of all text name it where it is not that of the English file."""
        defaults = self.source.styles.element.xpath("w:style[@w:type='paragraph'][@w:default='1']/@w:styleId")
        changed = [id for id in defaults if self.styles.get(id) != id]
        for root in roots_of(self.source) if changed else ():
            for paragraph in root.iter(qn("w:p")):
                properties = child_of(paragraph, "w:pPr")
                if properties.find(qn("w:pStyle")) is None:
                    named = OxmlElement("w:pStyle")
                    named.set(qn("w:val"), changed[0])
                    properties.insert(0, named)

    def style(self, id: str) -> str:
        """What a style of the translation is called here."""
        return self.styles.get(id, id)

    def bring_numbers(self) -> None:
        """The lists of the translation, each counted for itself."""
        if not _has_numbering(self.source):
            return
        theirs, ours = self.source.part.numbering_part.element, self.document.part.numbering_part.element
        step = 1 + max((int(one.get(qn("w:abstractNumId"), "0")) for one in ours.iter(_ABSTRACT)), default=0)
        after = 1 + max((int(one.get(qn("w:numId"), "0")) for one in ours.iterfind(qn("w:num"))), default=0)
        first_num = ours.find(qn("w:num"))
        for abstract in theirs.iterfind(_ABSTRACT):
            made = copy.deepcopy(abstract)
            made.set(qn("w:abstractNumId"), str(step + int(abstract.get(qn("w:abstractNumId"), "0"))))
            for tie in made.iter(qn("w:nsid"), qn("w:tmpl")):
                tie.set(qn("w:val"), f"{(int(tie.get(qn('w:val'), '0'), 16) + 1) % 0x7FFFFFFF:08X}")
            for style in made.iter(qn("w:pStyle")):
                style.set(qn("w:val"), self.style(style.get(qn("w:val"), "")))
            if first_num is None:
                ours.append(made)
            else:
                first_num.addprevious(made)
        for num in theirs.iterfind(qn("w:num")):
            made = copy.deepcopy(num)
            id = num.get(qn("w:numId"), "0")
            self.numbers[id] = str(after + int(id))
            made.set(qn("w:numId"), self.numbers[id])
            for tie in made.iter(qn("w:abstractNumId")):
                tie.set(qn("w:val"), str(step + int(tie.get(qn("w:val"), "0"))))
            ours.append(made)
        for style in self.document.styles.element.iterfind(qn("w:style")):
            if style.get(qn("w:styleId"), "").endswith("Translation"):
                self._renumber(style)

    def _renumber(self, element: etree._Element) -> None:
        for number in element.iter(qn("w:numId")):
            number.set(qn("w:val"), self.numbers.get(number.get(qn("w:val"), ""), "0"))

    def settle(self, element: etree._Element, owner: Part) -> None:
        """Make an element of the translation at home here: its styles, lists, pictures, links, headers and footers."""
        for styled in element.iter(*_STYLED):
            styled.set(qn("w:val"), self.style(styled.get(qn("w:val"), "")))
        self._renumber(element)
        self._relate(element, owner, self.document.part)

    def _relate(self, element: etree._Element, owner: Part, home: Part) -> None:
        for one in element.iter():
            for name in _RELATED:
                key = one.get(name)
                if key and key in owner.rels:
                    relation = owner.rels[key]
                    if relation.is_external:
                        one.set(name, home.relate_to(relation.target_ref, relation.reltype, is_external=True))
                    else:
                        one.set(name, home.relate_to(self._brought(relation.target_part), relation.reltype))

    def _brought(self, part: Part) -> Part:
        """A picture, header or footer of the translation, under a name that is free here."""
        known = self.parts.get(part.partname)
        if known is not None:
            return known
        # "headerz1.xml": read after the English ones, and still known as a header by its name.
        name = PackURI(re.sub(r"(\d*\.\w+)$", r"z\1", part.partname))
        if isinstance(part, XmlPart):
            root = copy.deepcopy(part.element)
            made: Part = type(part)(name, part.content_type, root, self.document.part.package)
            self.parts[part.partname] = made
            for styled in root.iter(*_STYLED):
                styled.set(qn("w:val"), self.style(styled.get(qn("w:val"), "")))
            self._renumber(root)
            self._relate(root, part, made)
            return made
        made = Part(name, part.content_type, part.blob, self.document.part.package)
        self.parts[part.partname] = made
        return made


_ABSTRACT = qn("w:abstractNum")


def _refuse_notes(source: WordDocument) -> None:
    if next(source.element.body.iter(*(qn(f"w:{name}") for name in _BESIDE)), None) is not None:
        what = (
            "The translation has footnotes, endnotes or comments, which cannot stand behind another letter."
        )
        raise Refused(Problem(where="translation", what=what, what_to_do="Put their words into the text."))


def _note(source: WordDocument, words: str) -> etree._Element:
    """The line at the head of a translation."""
    made = source.add_paragraph(words)._p
    style = OxmlElement("w:pStyle")
    style.set(qn("w:val"), _NOTE_ID)
    child_of(made, "w:pPr").insert(0, style)
    return made


_NOTE_ID = NOTE_STYLE.replace(" ", "")


def _is_note(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val")) == _NOTE_ID


def _end_section(body: etree._Element) -> None:
    """The English text ends a section of its own, with its own headers and footers."""
    section = body[-1]
    last = section.getprevious()
    if last is None or last.tag != qn("w:p") or last.find(_SECTION) is not None:
        last = OxmlElement("w:p")
        section.addprevious(last)
    child_of(last, "w:pPr").append(section)


def _begin_section(body: etree._Element) -> None:
    """The translation begins on a new page."""
    section = body.find(qn("w:sectPr"))
    if section is None:
        return
    kind = section.find(qn("w:type"))
    if kind is None:
        kind = OxmlElement("w:type")
        section.insert(sum(one.tag in _MARGINS for one in section), kind)
    kind.set(qn("w:val"), "nextPage")


def _name_style(document: WordDocument) -> None:
    style = document.styles.add_style(NOTE_STYLE, 1)
    style.base_style = document.styles["Normal"]
    style.element.set(qn("w:styleId"), _NOTE_ID)
    properties = style.element.get_or_add_rPr()
    properties.append(OxmlElement("w:b"))
    properties.append(OxmlElement("w:bCs"))


def _name(style: etree._Element) -> str:
    name = style.find(qn("w:name"))
    return name.get(qn("w:val"), "") if name is not None else ""


def _has_numbering(document: WordDocument) -> bool:
    return any(rel.reltype == RT.NUMBERING for rel in document.part.rels.values())
