"""A letter as pictures and as harmless words."""

import io
import zipfile
from pathlib import Path

from prepared import reported_school
from reportlab.pdfgen.canvas import Canvas

from letterladder.desk.web.letter_pages import LetterPages, word_html

HOSTILE = "<w:p><w:r><w:t>&lt;script&gt;alert(1)&lt;/script&gt;</w:t></w:r></w:p>"


def two_pages() -> bytes:
    """A PDF of two pages."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for words in ("Dear Mr Dunn", "Yours sincerely"):
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_each_page_is_a_picture() -> None:
    """As many as the PDF has, each a PNG of the size that is told; no page beyond them."""
    pages, pdf = LetterPages(), two_pages()
    sheets = pages.sheets(pdf)
    assert [one.number for one in sheets] == [1, 2]
    assert pages.picture(pdf, 1).startswith(b"\x89PNG")
    assert pages.picture(pdf, 1) != pages.picture(pdf, 2)
    assert pages.picture(pdf, 3) == pages.picture(pdf, 0) == b""


def test_what_is_no_pdf_has_no_pages() -> None:
    """A damaged file is no fault of the page."""
    assert LetterPages().sheets(b"%PDF-1.7 nothing") == ()
    assert LetterPages().picture(b"", 1) == b""


def test_the_words_of_a_letter_run_nothing(tmp_path: Path) -> None:
    """Whatever is written in a Word file is words; its headings are of a lower rank than those of the page."""
    school = reported_school(tmp_path)
    docx = school.office.cases.file("2026-0001", school.in_hand().file)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as before, zipfile.ZipFile(out, "w") as after:
        for item in before.infolist():
            content = before.read(item)
            if item.filename == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + HOSTILE.encode())
            after.writestr(item, content)
    html = word_html(out.getvalue()).replace("&nbsp;", " ")
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "<h1" not in html
    assert "<h3" in html
    assert "Dear Mr Dunn" in html


def test_what_is_no_word_file_has_no_words() -> None:
    """Bytes of anything else are shown as nothing."""
    assert word_html(b"") == word_html(b"MZ not a letter") == ""
