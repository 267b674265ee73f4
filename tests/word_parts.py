"""The words of a Word file, read by its XML alone, for tests of what the program itself compares."""

import io
import re
import zipfile
from html import unescape


def words_of(docx: bytes) -> str:
    """The text of every part of the document, headers and footers too, one part after another."""
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        names = sorted(
            name for name in packed.namelist() if name.startswith("word/") and name.endswith(".xml")
        )
        parts = [packed.read(name).decode() for name in names]
    texts = re.findall(r"<w:t[ >][^<]*|<w:t>[^<]*", "\n".join(part for part in parts if "<w:t" in part))
    words = "".join(unescape(one.partition(">")[2]) for one in texts)
    return words.replace("\u00a0", " ")  # which says where a line may not end, and nothing else
