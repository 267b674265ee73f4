"""What a Word file prints, and reading it does not see, is refused with a piece of it."""

import io
import zipfile

import pytest
from docx import Document

from letterladder.ground.errors import Refused
from letterladder.records.word.word import DocxPrinter
from letterladder.records.word.word_properties import with_properties_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:zz="urn:nobody"'
)
BETH = "<w:r><w:t>The report came from Beth</w:t></w:r>"


def letter(inside: str, *, lists: str = "") -> bytes:
    """A letter with this in its one paragraph, and this in its definitions of lists."""
    made, out = io.BytesIO(), io.BytesIO()
    document = Document()
    document.add_paragraph("Dear Mr Stott")
    document.save(made)
    with zipfile.ZipFile(made) as packed, zipfile.ZipFile(out, "w") as copy:
        for part in packed.infolist():
            content = packed.read(part)
            if part.filename == "word/document.xml":
                body = f"<w:body><w:p><w:r><w:t>Dear Mr Stott</w:t></w:r>{inside}</w:p></w:body>"
                content = f"<w:document {SPACES}>{body}</w:document>".encode()
            if part.filename == "word/numbering.xml" and lists:
                content = f"<w:numbering {SPACES}>{lists}</w:numbering>".encode()
            copy.writestr(part.filename, content)
    return out.getvalue()


PRINTED = {
    "a title of the file": ('<w:fldSimple w:instr=" TITLE "><w:r><w:t>x</w:t></w:r></w:fldSimple>', "TITLE"),
    "a character by its number": ('<w:fldSimple w:instr=" SYMBOL 66 "/>', "SYMBOL"),
    "letters as symbols": ('<w:r><w:sym w:font="Arial" w:char="0042"/></w:r>', "inserted as symbols"),
    "WordArt": (
        '<w:r><w:pict><v:shape><v:textpath string="Beth told us"/></v:shape></w:pict></w:r>',
        "WordArt",
    ),
    "a formula": ("<m:oMath><m:r><m:t>Beth</m:t></m:r></m:oMath>", "formula"),
    "another version for other programs": (
        f'<mc:AlternateContent><mc:Choice Requires="zz"><w:r><w:t>Thank you</w:t></w:r></mc:Choice>'
        f"<mc:Fallback>{BETH}</mc:Fallback></mc:AlternateContent>",
        "two versions",
    ),
    "a version for other programs alone": (
        f'<mc:AlternateContent><mc:Choice Requires="zz"/><mc:Fallback>{BETH}</mc:Fallback></mc:AlternateContent>',
        "two versions",
    ),
    "a diagram": (
        '<w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
        "</a:graphic></w:drawing></w:r>",
        "diagram",
    ),
    "words kept elsewhere in the file": (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/who" w:storeItemID="{1}"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>",
        "elsewhere in the file",
    ),
}


@pytest.mark.parametrize("name", list(PRINTED))
def test_it_is_refused_with_words(name: str) -> None:
    """And what to do about it."""
    inside, said = PRINTED[name]
    with pytest.raises(Refused, match=said) as refused:
        DocxPrinter().text_of(letter(inside))
    assert all(problem.what_to_do for problem in refused.value.problems)


def test_words_before_the_items_of_a_list_are_refused() -> None:
    """They are in another file of the letter than its text."""
    item = '<w:lvl w:ilvl="0"><w:lvlText w:val="As Beth said %1:"/></w:lvl>'
    level = f'<w:abstractNum w:abstractNumId="0">{item}</w:abstractNum>'
    with pytest.raises(Refused, match="As Beth said"):
        DocxPrinter().text_of(letter("", lists=level))


HARMLESS = {
    "a tick": '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    "a text box, twice in the same words": (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{BETH}</mc:Choice><mc:Fallback>{BETH}</mc:Fallback>'
        "</mc:AlternateContent>"
    ),
    "a picture with a simpler one": (
        '<mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback/></mc:AlternateContent>'
    ),
    "the number of the page": '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
}


@pytest.mark.parametrize("name", list(HARMLESS))
def test_what_word_writes_by_itself_is_taken(name: str) -> None:
    """A school's letter is full of it."""
    assert "Dear Mr Stott" in DocxPrinter().text_of(letter(HARMLESS[name]))


def with_title(title: str) -> bytes:
    """A letter whose properties say this."""
    made, document = io.BytesIO(), Document()
    document.core_properties.title = title
    document.add_paragraph("Dear Mr Stott")
    document.save(made)
    return made.getvalue()


def test_the_properties_are_those_of_the_draft() -> None:
    """A PDF takes title, author and keywords along."""
    taken = with_properties_of(with_title("The report came from Beth"), with_title("Request"))
    assert Document(io.BytesIO(taken)).core_properties.title == "Request"
    assert b"Beth" not in b"".join(zipfile.ZipFile(io.BytesIO(taken)).read(name) for name in _names(taken))


def test_without_a_draft_they_are_empty() -> None:
    """The file still opens."""
    taken = with_properties_of(with_title("The report came from Beth"), b"")
    assert Document(io.BytesIO(taken)).core_properties.title == ""


def _names(docx: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(docx)).namelist()
