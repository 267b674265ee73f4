"""Filling Word templates: values stay values, equal fields give equal bytes."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st
from letters.sample_fields import SAMPLES, picture
from records.word_files import empty, template, template_of_runs

from letterladder.ground.errors import Refused
from letterladder.records.word.word import DocxPrinter

TEMPLATES = Path(__file__).resolve().parents[3] / "letter_templates"
L1 = TEMPLATES / "L1-removal-request.docx"
PRINTER = DocxPrinter()
MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def printed(folder: Path, text: str, **fields: object) -> str:
    """The text of a letter with one paragraph."""
    return PRINTER.text_of(PRINTER.print_letter(template(folder, text), fields)).strip()


def names_in(docx: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(docx)).namelist()


@pytest.mark.parametrize(
    "value",
    [
        *("{{ 7*7 }}", "{% for x in y %}", "{_{ 7*7 }_}", "{# note #}", "{%p if x %}", "}}", "{"),
        *("<b>bold</b>", "A & B", "&amp;", "<w:br/>", "\"quoted\" and 'quoted'", "Zoë O’Brien-Łukasz 🙂"),
    ],
)
def test_a_value_is_printed_as_it_is(tmp_path: Path, value: str) -> None:
    """What a parent or reporter wrote is never a tag, XML or code."""
    assert printed(tmp_path, "Dear {{ name }}.", name=value) == f"Dear {value}."


@given(
    value=st.text(
        st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"], exclude_characters="\u00a0"),
        max_size=40,
    )
)
def test_any_text_comes_out_as_it_went_in(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    """Whatever the characters, as long as they can be seen; a no-break space is read as a space."""
    file = tmp_path_factory.getbasetemp() / "any.docx"
    if not file.exists():
        template(file.parent, "[{{ name }}]", name=file.name)
    assert PRINTER.text_of(PRINTER.print_letter(file, {"name": value})).rstrip("\n") == f"[{value}]"


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    """XML cannot hold them, and Word would not open the file."""
    assert printed(tmp_path, "{{ name }}", name="a\x00b\x07c\x1b\ud800d\ufffe") == "abcd"


def test_signs_that_turn_or_hide_are_left_out(tmp_path: Path) -> None:
    """The letter would not look as it was approved; joiners stay, without which some scripts are misspelt."""
    assert printed(tmp_path, "{{ name }}", name="\u202ea\u2066b\u200bc\ufeff\u200dd") == "abc\u200dd"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x0b", "\u2028"])
def test_a_line_end_becomes_a_line_break_of_word(tmp_path: Path, line_end: str) -> None:
    """An address pasted from anywhere keeps its lines."""
    assert printed(tmp_path, "{{ name }}", name=f"one{line_end}two") == "one\ntwo"


def test_a_list_printed_whole_is_joined(tmp_path: Path) -> None:
    """A template that forgets the loop still prints words, not brackets; a kind of conduct may hold a comma."""
    assert printed(tmp_path, "{{ url }}", url=["one", "two & three"]) == "one, two & three"
    assert printed(tmp_path, "{{ conduct }}", conduct=["one", "two & three"]) == "one; two & three"


def test_a_template_cannot_switch_escaping_off(tmp_path: Path) -> None:
    """The value is printed as it is all the same."""
    text = "{% autoescape false %}{{ name }}{% endautoescape %}"
    assert printed(tmp_path, text, name="<w:br/>") == "<w:br/>"


def test_a_template_cannot_declare_a_value_safe(tmp_path: Path) -> None:
    """There is no such filter, so nobody can let a value be XML."""
    with pytest.raises(Refused, match="safe"):
        printed(tmp_path, "{{ name|safe }}", name="<w:br/>")


def test_a_template_cannot_reach_python(tmp_path: Path) -> None:
    """The sandbox refuses the way to the interpreter's insides."""
    with pytest.raises(Refused):
        printed(tmp_path, "{{ name.__class__.__mro__ }}", name="x")


def test_a_tag_that_word_split_is_read_whole(tmp_path: Path) -> None:
    """Word cuts a tag into pieces while a person types and formats it."""
    file = template_of_runs(tmp_path, "Dear {", "{ adult_", "name }", "}.")
    assert PRINTER.fields_of(file) == {"adult_name"}
    assert PRINTER.text_of(PRINTER.print_letter(file, {"adult_name": "Mr Stott"})) == "Dear Mr Stott.\n"


def test_a_template_that_was_edited_is_read_anew(tmp_path: Path) -> None:
    """The fields are remembered for as long as the file stays the same, and no longer."""
    file = template(tmp_path, "Dear {{ adult_name }}.")
    assert PRINTER.fields_of(file) == {"adult_name"}
    template(tmp_path, "Dear {{ salutation }}.", name=file.name)
    assert PRINTER.fields_of(file) == {"salutation"}


def test_a_missing_field_is_named_with_its_sentence(tmp_path: Path) -> None:
    """The office reads which field, and where."""
    with pytest.raises(Refused) as refused:
        printed(tmp_path, "Please reply by {{ answer_by }} at the latest.")
    assert 'field "answer_by" is missing, near "Please reply by' in refused.value.problems[0].what


def test_a_missing_part_of_a_row_is_named(tmp_path: Path) -> None:
    """A row of the history without its date."""
    with pytest.raises(Refused) as refused:
        printed(tmp_path, "{% for row in history %}{{ row.date }}{% endfor %}", history=[{"what": "x"}])
    assert 'field "date" is missing' in refused.value.problems[0].what


def test_a_block_without_its_end_is_named_with_its_text(tmp_path: Path) -> None:
    """The office finds the paragraph in Word."""
    file = template(tmp_path, "Dear {{ name }}", "{% if link %} The link is here.", "Yours sincerely")
    with pytest.raises(Refused) as refused:
        PRINTER.fields_of(file)
    assert refused.value.problems[0].where == f"{file}, text"
    assert "endif" in refused.value.problems[0].what


def test_a_broken_tag_is_named_with_its_text(tmp_path: Path) -> None:
    """The words around the tag are quoted."""
    with pytest.raises(Refused) as refused:
        PRINTER.fields_of(template(tmp_path, "Dear Sir", "Reply by {{ answer by }} please", "Yours"))
    assert 'near "Reply by {{ answer by }} please"' in refused.value.problems[0].what


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + 18 * b"\0", b"%PDF-1.4"])
def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    """Also an empty file, an empty archive and a PDF."""
    (tmp_path / "letter.docx").write_bytes(content)
    with pytest.raises(Refused, match="not a Word file"):
        PRINTER.fields_of(tmp_path / "letter.docx")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """With its name, as a problem a person can solve."""
    with pytest.raises(Refused, match="cannot be read"):
        PRINTER.fields_of(tmp_path / "none.docx")


def test_bytes_that_are_no_letter_have_no_text() -> None:
    """The other direction is guarded as well."""
    with pytest.raises(Refused, match="not a Word file"):
        PRINTER.text_of(b"no letter")


def test_equal_fields_give_equal_bytes() -> None:
    """Approval is of the bytes, so nothing but the fields may change them."""
    assert PRINTER.print_letter(L1, SAMPLES["L1"]) == PRINTER.print_letter(L1, dict(SAMPLES["L1"]))


def test_other_fields_give_other_bytes() -> None:
    """A changed date is a changed letter."""
    other = {**SAMPLES["L1"], "answer_by": "Friday 4 December 2026"}
    assert PRINTER.print_letter(L1, SAMPLES["L1"]) != PRINTER.print_letter(L1, other)


def test_the_file_names_no_author_and_no_time() -> None:
    """A letter's file tells nothing that the letter does not."""
    letter = zipfile.ZipFile(io.BytesIO(PRINTER.print_letter(L1, SAMPLES["L1"])))
    core = letter.read("docProps/core.xml").decode()
    assert not re.search(r"<dc:creator>\w|<cp:lastModifiedBy>\w|created|modified<|python", core)
    assert {entry.date_time for entry in letter.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_logo_is_set_with_words_and_within_its_place() -> None:
    """A great picture is made smaller, keeps its shape, and says what it shows."""
    docx = PRINTER.print_letter(L1, {**SAMPLES["L1"], "logo": picture(900)})
    head = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    width, height = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', head)[0]
    assert width == height == str(22 * 36000)
    assert 'descr="Logo: Millbrook Primary School"' in head


def test_without_a_logo_there_is_no_picture() -> None:
    """Empty bytes mean that the school has none."""
    docx = PRINTER.print_letter(L1, {**SAMPLES["L1"], "logo": b""})
    assert not [name for name in names_in(docx) if "media" in name]


def test_a_signature_takes_the_room_of_the_pen() -> None:
    """The picture is above the signer's name."""
    docx = PRINTER.print_letter(L1, {**SAMPLES["L1"], "signature": picture(60)})
    body = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    assert 'descr="Signature: Mrs Catherine Ellwood"' in body


def test_a_picture_that_is_none_is_refused() -> None:
    """With the name of the field and the kinds that work."""
    with pytest.raises(Refused, match=r'"logo" cannot be read\. Use a PNG or JPEG'):
        PRINTER.print_letter(L1, {**SAMPLES["L1"], "logo": b"GIF? no"})


@pytest.mark.parametrize("letter", sorted(SAMPLES))
def test_large_print_has_no_small_letters(letter: str) -> None:
    """No style, run or footer stays below 16 points; spacers have no text, and the window has its size."""
    file = next(TEMPLATES.glob(f"{letter}-*.docx"))
    docx = zipfile.ZipFile(io.BytesIO(PRINTER.print_letter(file, SAMPLES[letter], large=True)))
    parts = [
        docx.read(name).decode()
        for name in docx.namelist()
        if re.match(r"word/(document|styles|header|footer)", name)
    ]
    above, text = {0}, parts[0].split("</w:tbl>", 2)
    for part in (*text[2:], *parts[1:]):
        above |= sizes_in(part)
    assert {size for size in above if size < 32} <= {0, 4}
    assert min(sizes_in("".join(text[:2])), default=32) >= 24


def sizes_in(part: str) -> set[int]:
    """The sizes of letters, in half-points."""
    return {int(size) for size in re.findall(r'<w:szC?s? w:val="(\d+)"', part)}


def test_large_print_keeps_headings_larger_than_the_text() -> None:
    """In the measure in which they were: 14 and 11.5 points above 11 become 20 and 16.5 above 16."""
    docx = zipfile.ZipFile(io.BytesIO(PRINTER.print_letter(L1, SAMPLES["L1"], large=True)))
    styles = docx.read("word/styles.xml").decode()
    found = {
        one: int(size)
        for one in ("Normal", "Heading1", "Heading2")
        for size in re.findall(rf'w:styleId="{one}">.*?<w:sz w:val="(\d+)"', styles, re.DOTALL)[:1]
    }
    assert found["Heading1"] == 41
    assert found["Normal"] == 32 < found["Heading2"]


def test_large_print_says_the_same() -> None:
    """Only the size changes."""
    large = PRINTER.print_letter(L1, SAMPLES["L1"], large=True)
    assert PRINTER.text_of(large) == PRINTER.text_of(PRINTER.print_letter(L1, SAMPLES["L1"]))


def test_two_letters_from_one_template_do_not_mix() -> None:
    """Each printing opens the template afresh."""
    first = PRINTER.print_letter(L1, {**SAMPLES["L1"], "salutation": "Ms Ashdown"})
    second = PRINTER.print_letter(L1, SAMPLES["L1"])
    assert "Dear Ms Ashdown" in PRINTER.text_of(first)
    assert "Ashdown" not in PRINTER.text_of(second)


def test_text_is_read_in_order_with_tables_and_footers(tmp_path: Path) -> None:
    """Header, body, table cells, list, footer."""
    document = empty()
    document.sections[0].header.paragraphs[0].text = "Head"
    document.add_paragraph("First")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Left", "Right"
    document.add_paragraph("Point", style="List Bullet")
    document.sections[0].footer.paragraphs[0].text = "Foot"
    document.save(str(tmp_path / "x.docx"))
    text = PRINTER.text_of((tmp_path / "x.docx").read_bytes())
    assert text.split("\n") == ["Head", "First", "Left", "Right", "- Point", "Foot", ""]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    """Word keeps it twice, for itself and for programs before 2010."""
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
    document = empty()
    document.add_paragraph("Before").add_run()._r.append(
        parse_xml(
            f"<mc:AlternateContent {nsdecls('w')} xmlns:mc='{MARKUP_COMPATIBILITY}'>"
            f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent>"
        )
    )
    document.save(str(tmp_path / "x.docx"))
    assert PRINTER.text_of((tmp_path / "x.docx").read_bytes()) == "Before\nBoxed\n"


@pytest.mark.parametrize("letter", sorted(SAMPLES))
def test_word_can_open_a_letter_whose_optional_fields_are_empty(letter: str) -> None:
    """Word calls a file broken when a table cell does not end in a paragraph or a row has no cell."""
    empty = dict.fromkeys(("school_website", "school_footer", "posted_on", "link", "seen_on"), "")
    fields = {**SAMPLES[letter], **empty, "logo": b"", "signature": b"", "history": []}
    file = next(TEMPLATES.glob(f"{letter}-*.docx"))
    document = Document(io.BytesIO(PRINTER.print_letter(file, fields)))
    header = document.sections[0].first_page_header
    for root in (document.element, header._element):
        assert all(cell[-1].tag == qn("w:p") for cell in root.iter(qn("w:tc")))
        assert all(row.find(qn("w:tc")) is not None for row in root.iter(qn("w:tr")))


def part_of(docx: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(docx)).read(name).decode()


def test_who_made_a_schools_own_template_is_not_told(tmp_path: Path) -> None:
    """Word notes the name of whoever saved the file; the letter does not carry it out of the school."""
    document = empty()
    document.core_properties.author = document.core_properties.last_modified_by = "Ms Typist"
    document.save(str(tmp_path / "own.docx"))
    letter = PRINTER.print_letter(tmp_path / "own.docx", {})
    assert "Ms Typist" not in part_of(letter, "docProps/core.xml")


def test_large_print_lets_exact_line_heights_grow(tmp_path: Path) -> None:
    """A line of exactly 12 points would cut 16-point letters off."""
    document = empty()
    document.add_paragraph("Words").paragraph_format.line_spacing = Pt(12)
    document.save(str(tmp_path / "own.docx"))
    letter = PRINTER.print_letter(tmp_path / "own.docx", {}, large=True)
    assert 'w:lineRule="atLeast"' in part_of(letter, "word/document.xml")
    assert 'w:lineRule="exact"' not in part_of(letter, "word/document.xml")


def test_large_print_sets_a_size_where_the_document_names_none(tmp_path: Path) -> None:
    """Word would fall back to 10 points."""
    document = empty()
    for size in list(document.styles.element.iter(qn("w:sz"), qn("w:szCs"))):
        size.getparent().remove(size)
    document.save(str(tmp_path / "own.docx"))
    letter = PRINTER.print_letter(tmp_path / "own.docx", {}, large=True)
    assert '<w:sz w:val="32"/>' in part_of(letter, "word/styles.xml").partition("</w:docDefaults>")[0]
