"""Small Word templates, written by the tests that need them."""

import io
from functools import cache
from pathlib import Path

from docx import Document
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE


def empty() -> WordFile:
    """An empty Word file, as a person begins one."""
    return Document(io.BytesIO(_empty()))


@cache
def _empty() -> bytes:
    """Without the many table styles that it would have, which only take time: they are most of its bytes."""
    document, made = Document(), io.BytesIO()
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in {"Normal Table", "Table Grid"}:
            style.delete()
    for key, one in list(document.part.rels.items()):
        if one.reltype.endswith("stylesWithEffects"):
            del document.part.rels[key]
    document.save(made)
    return made.getvalue()


def template(folder: Path, *paragraphs: str, name: str = "letter.docx") -> Path:
    """A Word file with these paragraphs."""
    document = empty()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(folder / name))
    return folder / name


def template_of_runs(folder: Path, *runs: str) -> Path:
    """A Word file with one paragraph, each of these pieces formatted apart, as Word does while a person types."""
    document = empty()
    paragraph = document.add_paragraph()
    for place, text in enumerate(runs):
        paragraph.add_run(text).bold = bool(place % 2)
    document.save(str(folder / "letter.docx"))
    return folder / "letter.docx"
