"""A filled worksheet that comes back is read within limits: somebody else may have written it."""

import io
import zipfile

import pytest
from xlsxwriter import Workbook

from letterladder.ground.errors import Refused
from letterladder.records.papers.page_sheets import read_marks, write_pages
from letterladder.rules.privacy.passages import CopyPage

PAGE = CopyPage(ref="2026-0001", name="register", texts=(), whole=(), sha256="f" * 64)


def worksheet() -> bytes:
    """The worksheet of one page, as the program writes it."""
    made = io.BytesIO()
    book = Workbook(made)
    write_pages(book, [PAGE])
    book.close()
    return made.getvalue()


def with_words_of_its_own(content: bytes) -> bytes:
    """The same with an entity in each of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(out, "w") as made:
        for one in parts.infolist():
            held = parts.read(one)
            if one.filename.startswith("xl/worksheets/sheet"):
                held = held.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1)
            made.writestr(one.filename, held)
    return out.getvalue()


def test_our_own_worksheet_is_read() -> None:
    """A page without passages waits for its mark."""
    assert {sha256: page.unmarked for sha256, page in read_marks(worksheet()).items()} == {"f" * 64: 1}


@pytest.mark.parametrize("content", [b"no file of Excel", with_words_of_its_own(worksheet())])
def test_another_file_is_refused(content: bytes) -> None:
    """With what to do, whatever it holds; entities could become very many from a few bytes."""
    with pytest.raises(Refused, match="no worksheet that Letterladder wrote"):
        read_marks(content)
