"""Small Word templates, written by the tests that need them."""

from pathlib import Path

from docx import Document


def template(folder: Path, *paragraphs: str, name: str = "letter.docx") -> Path:
    """A Word file with these paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(folder / name))
    return folder / name


def template_of_runs(folder: Path, *runs: str) -> Path:
    """A Word file with one paragraph, each of these pieces formatted apart, as Word does while a person types."""
    document = Document()
    paragraph = document.add_paragraph()
    for place, text in enumerate(runs):
        paragraph.add_run(text).bold = bool(place % 2)
    document.save(str(folder / "letter.docx"))
    return folder / "letter.docx"
