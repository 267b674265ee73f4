import io

import pytest
from pypdf import PdfReader
from records.register_samples import DECISION, LETTER, TITLE, record, row

from letterladder.records.papers.register_pdf import to_pdf
from letterladder.rules.register.register_case import CaseRecord


def text_of(*cases: CaseRecord) -> str:
    """The text of all pages, white space evened out."""
    pages = PdfReader(io.BytesIO(to_pdf(TITLE, cases))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_chronology_tells_the_whole_case() -> None:
    """Front sheet, what happened, decisions with reasons, letters, files with their SHA-256."""
    text = text_of(record(row(), row("", 3, **LETTER), row("", 4, **DECISION)))
    for told in (
        "Case 2026-0042: chronology",
        "Mr Gavin Stott",
        "Zoë Stott",
        "A report arrived.",
        "It went on.",
    ):
        assert told in text
    assert "19 November 2026" in text
    assert "cd" * 32 in text.replace(" ", "")


def test_pages_are_counted() -> None:
    """Page x of y, so that nobody can lose the last one unseen."""
    pages = PdfReader(io.BytesIO(to_pdf(TITLE, [record(*[row(f"Entry {seq}") for seq in range(60)])]))).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page.extract_text()


def test_each_case_begins_on_a_fresh_page() -> None:
    """One case can be taken out of the pile."""
    made = to_pdf(TITLE, [record(row()), record(row(), ref="2026-0043")])
    assert [page.extract_text().split("\n")[0] for page in PdfReader(io.BytesIO(made)).pages] == [
        "Case 2026-0042: chronology",
        "Case 2026-0043: chronology",
    ]


@pytest.mark.parametrize(
    "text", ["a <b>bold</b> & c", "Łukasz Žižek, Ελένη, Иван", "“quoted” – dash", "x" * 900]
)
def test_any_words_are_printed_as_they_are(text: str) -> None:
    """Nothing in them is markup; European names have their letters."""
    assert text.replace(" ", "") in text_of(record(row(text))).replace(" ", "")


def test_a_sign_without_a_letter_is_a_box() -> None:
    """It is seen that something is there; the json has it."""
    assert "hello □" in text_of(record(row("hello \u4e2d")))


def test_a_row_longer_than_a_page_is_split() -> None:
    """It does not stop the export."""
    assert text_of(record(row("word " * 3000))).count("word") == 3000


def test_equal_cases_give_equal_bytes() -> None:
    """No time of making, no random id."""
    assert to_pdf(TITLE, [record(row())]) == to_pdf(TITLE, [record(row())])


def test_no_case_is_a_page_that_says_so() -> None:
    """Rather than a broken file."""
    assert "no cases match" in text_of()
