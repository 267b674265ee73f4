"""Everything that could be read in a file: its bytes, and those of all that is packed in it, as lower-case text."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject


def layers(content: bytes, name: str = "") -> Iterator[bytes]:
    """The bytes, the names and contents of zip members, the streams, texts and properties of a PDF."""
    yield name.encode()
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield packed.comment
            for member in packed.infolist():
                yield from (member.comment, member.extra)
                yield from layers(packed.read(member), member.filename)
    elif content.startswith(b"%PDF"):
        yield from _pdf_layers(PdfReader(io.BytesIO(content)))


def _pdf_layers(reader: PdfReader) -> Iterator[bytes]:
    yield repr(dict(reader.metadata or {})).encode()
    for number in range(1, int(str(reader.trailer["/Size"]))):
        part = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(part, StreamObject):
            yield part.get_data()
    for page in reader.pages:
        yield page.extract_text().encode()


def readable(path: Path) -> str:
    """All layers of the file as one lower-case text, and again with white space taken out."""
    whole = b"\n".join(layers(path.read_bytes(), path.name)).decode("utf-8", errors="replace").casefold()
    return whole + "\n" + "".join(whole.split())
