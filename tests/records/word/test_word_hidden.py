"""Words that nobody sees, or that were crossed out, in any corner of a Word file: refused, with a piece of them."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from hostile.word_bombs import W, honest
from records.hidden_files import (
    DELETED,
    RUN,
    SECRET,
    WHO,
    box,
    by_style,
    in_body,
    in_cell,
    in_notes,
    in_part,
    run_with,
    with_comment,
    with_part,
)
from shipped import LETTERS

from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.ground.errors import Refused
from letterladder.records.word.template_check import check_template
from letterladder.records.word.word import DocxPrinter
from letterladder.records.word.word_hidden import hidden_words

PARAGRAPH, CHARACTER = WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER
OLD = f"<w:rPrChange {WHO}><w:rPr/></w:rPrChange>"

SEEN = {
    "a deletion": ("tracked deletion", in_body(DELETED)),
    "an insertion": ("tracked insertion", in_body(f"<w:ins {WHO}>{RUN}</w:ins>")),
    "moved from": ("tracked deletion", in_body(f"<w:moveFrom {WHO}>{RUN}</w:moveFrom>")),
    "moved to": ("tracked insertion", in_body(f"<w:moveTo {WHO}>{RUN}</w:moveTo>")),
    "a deleted paragraph mark": (
        "tracked deletion",
        in_body(f"<w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{RUN}"),
    ),
    "another font": ("tracked change of layout", in_body(run_with(OLD))),
    "another paragraph": (
        "tracked change of layout",
        in_body(f"<w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr>{RUN}"),
    ),
    "a deleted row": ("tracked deletion", in_cell(f"<w:del {WHO}/>", "trPr")),
    "an inserted cell": ("tracked insertion", in_cell(f"<w:cellIns {WHO}/>")),
    "another cell": ("tracked change of layout", in_cell(f"<w:tcPrChange {WHO}><w:tcPr/></w:tcPrChange>")),
    "in a footer": ("tracked deletion", in_part("word/footer1.xml", DELETED)),
    "in a footnote": ("tracked deletion", in_notes("footnotes")),
    "in an endnote": ("tracked deletion", in_notes("endnotes")),
    "in a text box": ("tracked deletion", in_body(box(DELETED))),
    "a comment": ("comment", with_comment()),
    "hidden": ("hidden text", in_body(run_with("<w:vanish/>"))),
    "hidden by 1": ("hidden text", in_body(run_with('<w:vanish w:val="1"/>'))),
    "hidden in a text box": ("hidden text", in_body(box(run_with("<w:vanish/>")))),
    "hidden by a style": ("hidden text", by_style(CHARACTER, "vanish")),
    "hidden by a paragraph's style": ("hidden text", by_style(PARAGRAPH, "vanish")),
    "hidden on the web": ("hidden in some views", in_body(run_with("<w:webHidden/>"))),
    "white": ("white text", in_body(run_with('<w:color w:val="FFFFFF"/>'))),
    "nearly white": ("white text", in_body(run_with('<w:color w:val="fefefe"/>'))),
    "the paper's colour": (
        "white text",
        in_body(run_with('<w:color w:val="auto" w:themeColor="background1"/>')),
    ),
    "struck through": ("struck-through words", in_body(run_with("<w:strike/>"))),
    "struck through twice": ("struck-through words", in_body(run_with('<w:dstrike w:val="1"/>'))),
    "struck through by a style": ("struck-through words", by_style(CHARACTER, "strike")),
    "struck through in a text box": ("struck-through words", in_body(box(run_with("<w:strike/>")))),
    "under a black pen": ("colour of its background", in_body(run_with('<w:highlight w:val="black"/>'))),
    "black on black": (
        "colour of its background",
        in_body(run_with('<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="0A0A0A"/>')),
    ),
    "yellow on yellow": (
        "colour of its background",
        in_body(run_with('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>')),
    ),
    "white on a white pen": (
        "colour of its background",
        in_body(run_with('<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>')),
    ),
    "white on a light shade": (
        "colour of its background",
        in_body(
            '<w:pPr><w:shd w:val="clear" w:fill="EDEDED"/></w:pPr>' + run_with('<w:color w:val="FFFFFF"/>')
        ),
    ),
    "white, highlighted with none": (
        "white text",
        in_body(run_with('<w:color w:val="FFFFFF"/><w:highlight w:val="none"/>')),
    ),
    "one point": ("too small", in_body(run_with('<w:sz w:val="2"/>'))),
}


@pytest.mark.parametrize("name", list(SEEN))
def test_words_that_nobody_sees_are_refused_with_a_piece_and_a_way_out(name: str) -> None:
    """What it is, some of the words, and where in Word to click."""
    expected, docx = SEEN[name]
    with pytest.raises(Refused) as refused:
        DocxPrinter().text_of(docx)
    problem = next(one for one in refused.value.problems if expected in one.what)
    assert (SECRET in problem.what, "submit it again" in problem.what_to_do) == (True, True)


@pytest.mark.parametrize(
    "docx",
    [
        honest(),
        in_body(run_with('<w:vanish w:val="0"/>')),
        in_body(run_with('<w:vanish w:val="false"/>')),
        in_body("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"),
        in_body('<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t xml:space="preserve"> </w:t></w:r>'),
        in_body(run_with('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>')),
        in_body(run_with('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>')),
        in_body(run_with('<w:highlight w:val="yellow"/>')),
        in_body(run_with('<w:shd w:val="clear" w:color="auto" w:fill="000000"/>')),
        in_body(run_with('<w:strike w:val="0"/><w:dstrike w:val="false"/>')),
        in_body('<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1B2C3"><w:t>worry</w:t></w:r>'),
        in_body(run_with('<w:color w:val="404040"/><w:b/><w:u w:val="single"/>')),
        in_body(f'<w:bookmarkStart w:id="3" w:name="here"/>{RUN}<w:bookmarkEnd w:id="3"/>'),
        with_part("comments", f"<w:comments {W}/>"),
    ],
)
def test_what_a_head_does_in_word_is_let_pass(docx: bytes) -> None:
    """Words switched on again, spacers, white on a dark ground, a yellow pen, bold, what Word leaves behind."""
    assert list(hidden_words(docx)) == []


def test_each_kind_is_told_once() -> None:
    """A letter with forty tracked words is one finding."""
    assert len(list(hidden_words(in_body(DELETED * 40 + run_with("<w:vanish/>"))))) == 2


@pytest.mark.parametrize("letter", sorted(LETTER_TEMPLATES.glob("*.docx")), ids=lambda path: path.stem[:3])
def test_our_own_letters_hide_nothing(letter: Path) -> None:
    """Every one that is shipped."""
    assert list(hidden_words(letter.read_bytes())) == []


def test_a_schools_own_template_with_a_tracked_change_is_named_by_the_check(tmp_path: Path) -> None:
    """Each letter made from it would print the deletion."""
    file = tmp_path / "L1-removal-request.docx"
    file.write_bytes(in_body(DELETED))
    assert [SECRET in one.what for one in check_template(file, LETTERS)] == [True]


def test_a_letter_from_such_a_template_is_not_printed_unseen(tmp_path: Path) -> None:
    """What the check did not stop, the reading of the finished letter does."""
    file = tmp_path / "own.docx"
    file.write_bytes(in_body(DELETED))
    printer = DocxPrinter()
    fields = dict.fromkeys(printer.fields_of(file), "")
    with pytest.raises(Refused, match="tracked deletion"):
        printer.text_of(printer.print_letter(file, fields))


def test_what_lies_beside_the_text_is_read() -> None:
    """Author, title, description of a picture: none of it is printed, all of it travels."""
    document = Document(io.BytesIO(honest()))
    document.core_properties.author, document.core_properties.keywords = "Beth Aldous", "pick-up"
    made = io.BytesIO()
    document.save(made)
    unseen = DocxPrinter().unseen_text_of(made.getvalue())
    assert ("Beth Aldous" in unseen, "pick-up" in unseen, "Dear Mr Dunn" in unseen) == (True, True, False)


def test_endnotes_are_part_of_the_text() -> None:
    """They are printed."""
    notes = f'<w:endnotes {W}><w:endnote w:id="1"><w:p>{RUN}</w:p></w:endnote></w:endnotes>'
    assert SECRET in DocxPrinter().text_of(with_part("endnotes", notes))
