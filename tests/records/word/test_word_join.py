"""Two letters in one Word file: each with its own margins and looks, told apart again, and the same every time."""

import io
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from letters.printing import LANGUAGES, PRINTER, in_both, letter
from letters.sample_fields import picture

from letterladder.ground.errors import Refused
from letterladder.ground.values import replace
from letterladder.records.word.word_join import english_of, joined


def made(*paragraphs: str, size: int = 11, header: str = "") -> bytes:
    """A Word file of these paragraphs, bulleted where they begin with a dash."""
    document = Document()
    document.styles["Normal"].font.size = Pt(size)
    document.sections[0].header.paragraphs[0].text = header
    for words in paragraphs:
        style = "List Bullet" if words.startswith("- ") else None
        document.add_paragraph(words.removeprefix("- "), style=style)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_the_english_text_is_whole_and_the_same_every_time(code: str) -> None:
    """Equal letters give equal bytes; without its translation the letter is the one that goes alone."""
    both = in_both("L1", code)
    assert both == in_both("L1", code)
    alone = english_of(both)
    assert alone is not None
    assert PRINTER.text_of(alone) == letter("L1")


def test_each_text_keeps_its_header_its_looks_and_its_lists() -> None:
    """A translation in another size does not change the English letter, nor the other way round."""
    both = joined(
        made("one", "- two", header="English head"),
        made("un", "- dau", size=15, header="Pen Cymraeg"),
        LANGUAGES["cy"],
    )
    document = Document(io.BytesIO(both))
    assert [one.header.paragraphs[0].text for one in document.sections] == ["English head", "Pen Cymraeg"]
    sizes = {one.text: one.style.font.size for one in document.paragraphs if one.style}
    assert (sizes["one"], sizes["un"]) == (Pt(11), Pt(15))
    assert "- two" in PRINTER.text_of(both)
    assert "- dau" in PRINTER.text_of(both)


def test_the_translation_begins_on_a_page_of_its_own_with_the_line_that_english_counts() -> None:
    """Nobody reads it as the letter itself."""
    document = Document(io.BytesIO(joined(made("one"), made("un"), LANGUAGES["cy"])))
    assert [one.text for one in document.paragraphs] == ["one", LANGUAGES["cy"].counts, "un"]
    section = document.element.body.find(qn("w:sectPr"))
    assert section is not None
    assert section.find(qn("w:type")).get(qn("w:val")) == "nextPage"


def test_pictures_of_both_are_there_under_names_of_their_own() -> None:
    """A logo in each header."""
    with ZipFile(io.BytesIO(in_both("L1", "pl", logo=picture()))) as packed:
        media = [name for name in packed.namelist() if name.startswith("word/media/")]
        assert len(packed.namelist()) == len(set(packed.namelist()))
    assert len(media) == 2


def test_a_second_joining_is_not_needed_to_see_that_there_is_no_translation() -> None:
    """A letter in English alone has none."""
    assert english_of(made("one")) is None


def test_a_translation_with_footnotes_is_refused() -> None:
    """They would be lost, so it is said."""
    document = Document(io.BytesIO(made("un")))
    document.paragraphs[0].runs[0]._r.append(document.element.makeelement(qn("w:footnoteReference"), {}))
    saved = io.BytesIO()
    document.save(saved)
    with pytest.raises(Refused, match="footnotes"):
        joined(made("one"), saved.getvalue(), LANGUAGES["cy"])


def test_numbers_among_words_from_right_to_left_keep_their_order() -> None:
    """A reference and a telephone number stand between direction marks, in runs that do not run to the left."""
    body = Document(io.BytesIO(in_both("L1", "ur"))).element.body
    runs = [one for one in body.iter(qn("w:r")) if "2026-0042" in "".join(one.itertext())]
    behind = runs[-1]
    assert [one.text for one in behind.iter(qn("w:t"))] == ["\u200e2026-0042\u200e"]
    assert behind.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is None


def test_the_font_of_the_script_is_that_of_the_school() -> None:
    """A school that prefers Nastaliq names it."""
    urdu = replace(LANGUAGES["ur"], font="Noto Nastaliq Urdu")
    document = Document(io.BytesIO(joined(made("one"), made("یہ خط ہے"), urdu)))
    fonts = [one.get(qn("w:cs")) for one in document.element.body.iter(qn("w:rFonts"))]
    assert "Noto Nastaliq Urdu" in fonts
