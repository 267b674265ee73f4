"""What is attached to the unseen emails: pictures, PDF and Word files of a few words, the same bytes every run."""

import io
import textwrap
from html import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/'
    '2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _lines(words: str, width: int) -> list[str]:
    return [line for one in words.strip().split("\n") for line in textwrap.wrap(one.strip(), width) or [""]]


def png(words: str) -> bytes:
    """A screenshot of these words: 480 pixels wide, black on white."""
    lines = _lines(words, 70)
    picture = Image.new("L", (480, 24 + 14 * len(lines)), 255)
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        plain = line.encode("latin-1", "replace").decode("latin-1")
        draw.text((12, 12 + 14 * number), plain, fill=0)
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def pdf(words: str) -> bytes:
    """A PDF of one page with a text layer."""
    made = io.BytesIO()
    page = Canvas(made, pageCompression=0, invariant=1)
    for number, line in enumerate(_lines(words, 90)):
        page.drawString(60, 780 - 14 * number, line)
    page.showPage()
    page.save()
    return made.getvalue()


def docx(words: str) -> bytes:
    """The smallest Word file of these words, a paragraph a line."""
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{escape(line.strip())}</w:t></w:r></w:p>" for line in words.strip().split("\n")
    )
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_WORDS}">'
        f"<w:body>{paragraphs}</w:body></w:document>"
    )
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", document),
        ):
            archive.writestr(ZipInfo(name, (2026, 11, 2, 8, 0, 0)), text)
    return made.getvalue()
