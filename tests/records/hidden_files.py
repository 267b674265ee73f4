"""Word files with words that nobody sees, each made from an honest letter by one piece of XML in one part."""

import io
import zipfile
from collections.abc import Mapping

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hostile.word_bombs import W, changed, honest, part

WHO = 'w:id="7" w:author="A. Hollis" w:date="2026-11-03T09:00:00Z"'
SECRET = "came from Beth"
RUN = f"<w:r><w:t>{SECRET}</w:t></w:r>"
DELETED = f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{SECRET}</w:delText></w:r></w:del>'


def in_part(name: str, xml: str) -> bytes:
    """The honest file with a piece of XML as the last paragraph of a header, a footer or the body."""
    text = part(name)
    head, tail = next(text.rsplit(end, 1) for end in ("<w:sectPr", "</w:hdr>", "</w:ftr>") if end in text)
    end = text[len(head) : len(text) - len(tail)]
    return changed({name: f"{head}<w:p>{xml}</w:p>{end}{tail}".encode()})


def in_body(xml: str) -> bytes:
    """The honest file with a piece of XML in its last paragraph."""
    return in_part("word/document.xml", xml)


def run_with(settings: str) -> str:
    """A run with these settings, and the words."""
    return f"<w:r><w:rPr>{settings}</w:rPr><w:t>{SECRET}</w:t></w:r>"


def by_style(kind: WD_STYLE_TYPE, setting: str) -> bytes:
    """The words in a style whose parent carries the setting."""
    document = Document(io.BytesIO(honest()))
    parent = document.styles.add_style("Quiet", kind)
    parent.element.get_or_add_rPr().append(parse_xml(f"<w:{setting} {nsdecls('w')}/>"))
    child = document.styles.add_style("Quieter", kind)
    child.base_style = parent
    paragraph = document.add_paragraph(style=child if kind is WD_STYLE_TYPE.PARAGRAPH else None)
    paragraph.add_run(SECRET, style=child if kind is WD_STYLE_TYPE.CHARACTER else None)
    return _saved(document)


def with_comment() -> bytes:
    """A comment as Word makes it."""
    document = Document(io.BytesIO(honest()))
    comments = f"<w:comments {W}><w:comment {WHO}><w:p>{RUN}</w:p></w:comment></w:comments>"
    del document
    return with_part("comments", comments)


def with_part(kind: str, xml: str) -> bytes:
    """The honest file with a part of text of its own: comments, footnotes, endnotes."""
    types = part("[Content_Types].xml")
    links = part("word/_rels/document.xml.rels")
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    new_type = f'<Override PartName="/word/{kind}.xml" ContentType="{word}.{kind}+xml"/></Types>'
    new_link = f'<Relationship Id="rId99" Type="{office}/{kind}" Target="{kind}.xml"/></Relationships>'
    parts: Mapping[str, bytes] = {
        "[Content_Types].xml": types.replace("</Types>", new_type).encode(),
        "word/_rels/document.xml.rels": links.replace("</Relationships>", new_link).encode(),
        f"word/{kind}.xml": xml.encode(),
    }
    return changed(parts)


def in_notes(kind: str) -> bytes:
    """A crossed-out word in a footnote or an endnote."""
    one = kind.removesuffix("s")
    return with_part(kind, f'<w:{kind} {W}><w:{one} w:id="1"><w:p>{DELETED}</w:p></w:{one}></w:{kind}>')


def box(xml: str) -> str:
    """A text box with a paragraph of this XML."""
    return (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"<w:p>{xml}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def in_cell(properties: str, where: str = "tcPr") -> bytes:
    """A table with one cell whose row or cell bears these properties."""
    row = properties if where == "trPr" else ""
    cell = properties if where == "tcPr" else ""
    table = (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>"
        f"<w:p>{RUN}</w:p></w:tc></w:tr></w:tbl>"
    )
    text = part("word/document.xml")
    head, tail = text.rsplit("<w:sectPr", 1)
    return changed({"word/document.xml": f"{head}{table}<w:sectPr{tail}".encode()})


def _saved(document: object) -> bytes:
    made = io.BytesIO()
    document.save(made)  # type: ignore[attr-defined]
    return made.getvalue()


def words_in(docx: bytes) -> str:
    """All text of the body, crossed out or not: to see that a file holds what it should."""
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist() if name.startswith("word/"))
