"""Files as people attach them: small real PDFs, Word files, pictures and emails, made for the tests that read them."""

import io
import zipfile
from base64 import b64encode
from collections.abc import Mapping

from docx import Document
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from letterladder.rules.texts.report import PICTURE, Attachment


def pdf(*pages: str) -> bytes:
    """A PDF with one line of text on each page; "" is a page that holds nothing."""
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    for words in pages:
        for place, line in enumerate(words.splitlines()):
            canvas.drawString(60, 780 - 14 * place, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def locked_pdf(words: str, password: str) -> bytes:
    """The same, locked; with "" as password anybody can open it, as with files that may not be printed."""
    writer, made = PdfWriter(PdfReader(io.BytesIO(pdf(words)))), io.BytesIO()
    writer.encrypt(password, "the owner's", algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


def form_pdf(**fields: str) -> bytes:
    """A PDF whose words were typed into its fields."""
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    canvas.drawString(60, 800, "Statement form")
    for place, (name, typed) in enumerate(fields.items()):
        canvas.acroForm.textfield(name=name, value=typed, x=60, y=700 - 40 * place, width=400)
    canvas.save()
    return made.getvalue()


def endless_pdf() -> bytes:
    """A small PDF that shows a form which shows another a hundred times, and that one another: a million and more."""
    shows = b"/F Do\n" * 100
    forms = [_form(shows, b"/Resources << /XObject << /F %d 0 R >> >>" % place) for place in range(6, 10)]
    return _pdf_of(_stream(b"", shows), *forms, _form(b"BT (a) Tj ET\n" * 100))


def circular_pdf(words: bytes) -> bytes:
    """A PDF whose page shows these words, and a form that shows itself."""
    text = b"BT /T 12 Tf (%s) Tj ET /F Do" % words
    return _pdf_of(_stream(b"", text), _form(b"/F Do", b"/Resources << /XObject << /F 5 0 R >> >>"))


def _form(content: bytes, entries: bytes = b"") -> bytes:
    return _stream(b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + entries, content)


def _pdf_of(*contents: bytes) -> bytes:
    """A PDF of one page: what it shows first, then the form /F, then what that names; by hand, as no library would."""
    font = b"/Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    shown = b"/Resources << %s /XObject << /F 5 0 R >> >>" % font
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R %s >>"
    head = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page % shown)
    made, places = b"%PDF-1.4\n", list[int]()
    for number, part in enumerate((*head, *contents), start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    size = len(places) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    ends = b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + ends


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def docx(*paragraphs: str) -> bytes:
    """A Word file of these paragraphs."""
    document, made = Document(), io.BytesIO()
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(made)
    return made.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A packed file with these files inside, made as small as can be."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def png(size: int = 40) -> bytes:
    """A white picture."""
    made = io.BytesIO()
    Image.new("L", (size, size), 255).save(made, "PNG")
    return made.getvalue()


def attached(name: str, content: bytes, kind: str = "application/octet-stream") -> str:
    """The part of an email that holds a file."""
    head = f'Content-Type: {kind}\nContent-Disposition: attachment; filename="{name}"'
    return f"{head}\nContent-Transfer-Encoding: base64\n\n{b64encode(content).decode()}"


def file(name: str, text: str = "", unread: str = "", *, machine_read: bool = False) -> Attachment:
    """A file as a value, already read."""
    return Attachment(
        name=name,
        original_name=name,
        media_type="application/octet-stream",
        content=name.encode(),
        text=text,
        unread=unread,
        machine_read=machine_read,
    )


def picture(name: str = "shot.png", text: str = "") -> Attachment:
    """A screenshot as a value; with `text` where a machine read it."""
    return file(name, text, PICTURE, machine_read=bool(text))
