"""The properties of a Word file: title, author, comments, keywords; a PDF takes them along, and nobody reads them."""

import io
import zipfile

_EMPTY = {
    "docProps/core.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.'
        b'openxmlformats.org/package/2006/metadata/core-properties"/>'
    ),
    "docProps/app.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ),
    "docProps/custom.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/custom-properties"/>'
    ),
}
"""The parts that hold properties, with nothing in them."""


def with_properties_of(docx: bytes, draft: bytes) -> bytes:
    """A sound Word file with the properties of the draft in the place of its own; empty ones where that has none."""
    known = _properties(draft) if draft else {}
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as packed,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for part in packed.infolist():
            empty = _EMPTY.get(part.filename)
            content = packed.read(part) if empty is None else known.get(part.filename, empty)
            fresh = zipfile.ZipInfo(part.filename, part.date_time)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(fresh, content)
    return made.getvalue()


def _properties(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name in _EMPTY}
