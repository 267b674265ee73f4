"""Word files whose bytes depend on their content alone: no time of making, no name of a maker."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_DAY_ONE, _VERSION, _UNIX, _MODE = 0x21, 20, 3, 0o600 << 16
_LOCAL = struct.Struct("<4s5H3L2H")
_LISTED = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True, kw_only=True)
class Squeezed:
    """A file inside a Word file, compressed once for all files that it is put into."""

    name: bytes
    crc: int
    size: int
    content: bytes


def squeezed(name: str, content: bytes) -> Squeezed:
    """Compress it as `zipfile` does."""
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    return Squeezed(name=name.encode("ascii"), crc=zlib.crc32(content), size=len(content), content=packed)


def packed(parts: Iterable[Squeezed]) -> bytes:
    """The Word file of these, byte for byte as `zipfile` writes it with `entry_of`, which would compress all again."""
    body, listed, place, count = [], [], 0, 0
    for one in parts:
        common = (0, zipfile.ZIP_DEFLATED, 0, _DAY_ONE, one.crc, len(one.content), one.size, len(one.name), 0)
        body += [_LOCAL.pack(b"PK\3\4", _VERSION, *common), one.name, one.content]
        head = _LISTED.pack(b"PK\1\2", _VERSION, _UNIX, _VERSION, 0, *common, 0, 0, 0, _MODE, place)
        listed += [head, one.name]
        place += _LOCAL.size + len(one.name) + len(one.content)
        count += 1
    names = b"".join(listed)
    return b"".join([*body, names, _END.pack(b"PK\5\6", 0, 0, count, count, len(names), place, 0)])


def steady_bytes(document: Document) -> bytes:
    """The document as .docx; equal documents give equal bytes on the same machine."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    root = properties._element  # python-docx can set dates but cannot remove them
    for dated in root.xpath("dcterms:created | dcterms:modified | cp:lastPrinted"):
        root.remove(dated)
    _forget_template(document)
    made = io.BytesIO()
    document.save(made)
    return _with_fixed_times(made)


def _forget_template(document: Document) -> None:
    """A letter made from a .dotx would look for it, on whatever server it lies, whenever somebody opens the letter."""
    for part in list(document.part.package.iter_parts()):
        for link in [one for one in part.rels.values() if one.reltype.endswith("/attachedTemplate")]:
            del part.rels[link.rId]
    for element in document.settings.element.findall(qn("w:attachedTemplate")):
        document.settings.element.remove(element)


def _with_fixed_times(made: io.BytesIO) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(kept, "w") as target:
        for name in source.namelist():
            target.writestr(entry_of(name), source.read(name))
    return kept.getvalue()


def entry_of(name: str) -> zipfile.ZipInfo:
    """A file inside, of no time and of no system."""
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # the same on Windows and Linux
    return entry
