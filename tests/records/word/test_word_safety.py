import io
from pathlib import Path

import pytest
from hostile.word_bombs import BOMBS, LARGEST, TRICKS, honest, with_field, with_link
from records.word_files import empty
from sweeps import one_of

from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.ground.errors import Refused
from letterladder.records.word.word import DocxPrinter
from letterladder.records.word.word_safety import refuse_unsafe, unsafe_parts

ALL = {**BOMBS, **TRICKS}


@pytest.mark.parametrize("name", [one_of(name, kept=name not in LARGEST, name=name) for name in ALL])
def test_what_hurts_or_tricks_is_refused_in_words(name: str) -> None:
    """The words say what it is, and what to send instead."""
    expected, make = ALL[name]
    with pytest.raises(Refused) as refused:
        refuse_unsafe(make())
    (problem,) = refused.value.problems
    assert expected in problem.what
    assert ".docx" in problem.what_to_do


@pytest.mark.parametrize("letter", sorted(LETTER_TEMPLATES.glob("*.docx")), ids=lambda path: path.stem[:3])
def test_our_own_letters_pass(letter: Path) -> None:
    """Every one that is shipped."""
    assert list(unsafe_parts(letter.read_bytes())) == []


@pytest.mark.parametrize(
    "docx",
    [
        honest(),
        with_link("hyperlink", "https://www.larkfield.example/complaints"),
        with_link("hyperlink", "mailto:office@larkfield.example"),
        with_field(" PAGE ", "\\* MERGEFORMAT "),
        with_field(' HYPERLINK "https://www.larkfield.example" '),
    ],
    ids=["plain", "a web link", "a mail link", "a page number", "a link by a field"],
)
def test_an_honest_edit_passes(docx: bytes) -> None:
    """What a head does in Word: words, links to be pressed, page numbers."""
    assert list(unsafe_parts(docx)) == []
    assert "Dear Mr Dunn" in DocxPrinter().text_of(docx)


def test_a_letter_forgets_where_its_template_came_from(tmp_path: Path) -> None:
    """Word would look for it on whatever server it lies, whenever somebody opens the letter."""
    document = empty()
    document.add_paragraph("Goodbye")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/settings.xml":
            part.rels.get_or_add_ext_rel(kind, "file:///S:/office/letters.dotx")
    made = io.BytesIO()
    document.save(made)
    (tmp_path / "own.docx").write_bytes(made.getvalue())
    assert list(unsafe_parts(made.getvalue())) == ["It contains a link to a template elsewhere."]
    assert list(unsafe_parts(DocxPrinter().print_letter(tmp_path / "own.docx", {}))) == []
