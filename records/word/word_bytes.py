"""Word files whose bytes depend on their content alone: no time of making, no name of a maker."""

import io
import zipfile

from docx.document import Document
from docx.oxml.ns import qn

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


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
