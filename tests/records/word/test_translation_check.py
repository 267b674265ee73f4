"""What is said of a translation beside its English file, and what a translator is given."""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from shipped import FILES, LETTERS

from letterladder.records.word.to_translate import to_translate
from letterladder.records.word.translation_check import check_translation
from letterladder.records.word.word import DocxPrinter
from letterladder.rules.policies.letters import english_file, language_of_file, translated_file

SHIPPED = Path(__file__).resolve().parents[3] / "letter_templates"
TRANSLATED = sorted(one.name for one in SHIPPED.glob("*.docx") if language_of_file(one.name))
L1 = SHIPPED / "L1-removal-request.docx"
HIGHLIGHT = qn("w:highlight")


def changed(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """What is said of the Welsh L1 with these words in its runs written over."""
    document = Document(str(SHIPPED / "L1-removal-request.cy.docx"))
    for text in document.element.body.iter(qn("w:t")):
        for old, new in changes:
            text.text = (text.text or "").replace(old, new)
    path = folder / "L1-removal-request.cy.docx"
    document.save(str(path))
    return [f"{one.what} {one.what_to_do}" for one in check_translation(path, L1, LETTERS)]


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_translation_that_ships_has_no_fault(name: str) -> None:
    """The same fields as its English file, and nothing left of its words."""
    assert check_translation(SHIPPED / name, SHIPPED / english_file(name), LETTERS) == []


FAULTS = [
    ("does not print: seen_on", [("{{ seen_on }}", "x"), ("{%tr if seen_on %}", "{%tr if link %}")]),
    ("There is no field", [("{{ platform }}", "{{ platfrom }}")]),
    ('must print the field "answer_by"', [("{{ answer_by }}", "")]),
    ("A tag has", [("{{ link }}", "{{ link }")]),
    ("prints what the English letter does not: facts", [("Dolen", "Dolen {{ facts }}")]),
    (
        "One paragraph is still in English",
        [("Beth yr ydym yn gofyn i chi ei wneud", "What we ask you to do")],
    ),
]


@pytest.mark.parametrize(("said", "changes"), FAULTS)
def test_what_is_wrong_in_it_is_said(said: str, changes: list[tuple[str, str]], tmp_path: Path) -> None:
    """Tags as in any template, then what it lacks beside the English file."""
    found = changed(tmp_path, *changes)
    assert found
    assert said in found[0]


def test_what_a_translator_gets_has_every_tag_and_says_what_is_left(tmp_path: Path) -> None:
    """All words are yellow, no tag is, and the file is not used before that is gone."""
    path = tmp_path / translated_file(FILES["L1"], "so")
    path.write_bytes(to_translate(L1))
    word = DocxPrinter()
    assert word.fields_of(path) == word.fields_of(L1)
    marked = [
        "".join(text.text or "" for text in run.iter(qn("w:t")))
        for run in Document(io.BytesIO(path.read_bytes())).element.body.iter(qn("w:r"))
        if next(run.iter(HIGHLIGHT), None) is not None
    ]
    assert "What we ask you to do" in marked
    assert not [one for one in marked if re.search(r"\{[{%]", one)]
    (problem,) = check_translation(path, L1, LETTERS)
    assert "paragraphs are marked in yellow for the translator" in problem.what


def test_one_yellow_paragraph_keeps_it_from_being_used(tmp_path: Path) -> None:
    """A single sentence that was left is seen."""
    document = Document(str(SHIPPED / "L1-removal-request.cy.docx"))
    run = document.add_paragraph().add_run("Still to be said.")
    mark = OxmlElement("w:highlight")
    mark.set(qn("w:val"), "yellow")
    run._r.get_or_add_rPr().append(mark)
    path = tmp_path / "L1-removal-request.cy.docx"
    document.save(str(path))
    (problem,) = check_translation(path, L1, LETTERS)
    assert 'One paragraph is marked in yellow for the translator, near "Still to be said."' in problem.what


NAMES = [
    ("L1-removal-request.cy.docx", "cy", "L1-removal-request.docx"),
    ("L1-removal-request.zh-Hant.docx", "zh-Hant", "L1-removal-request.docx"),
    ("L1-removal-request.docx", "", "L1-removal-request.docx"),
    ("L1-removal-request.draft.docx", "", "L1-removal-request.draft.docx"),
]


@pytest.mark.parametrize(("name", "code", "english"), NAMES)
def test_the_name_of_a_file_tells_its_language(name: str, code: str, english: str) -> None:
    """The English name with the language before its end."""
    assert (language_of_file(name), english_file(name)) == (code, english)
