import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from letterladder.records.papers.pdf import combine
from letterladder.records.verify.verify_pdf import is_made_of


def pdf(*pages: str) -> bytes:
    """A PDF with a word on each page."""
    made = io.BytesIO()
    canvas = Canvas(made)
    for words in pages:
        canvas.drawString(100, 700, words)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


ONE, TWO, THREE = pdf("one"), pdf("two", "more of two"), pdf("three")


@pytest.mark.parametrize("parts", [[ONE], [ONE, TWO], [TWO, ONE, THREE]])
def test_what_was_put_together_is_made_of_its_parts(parts: list[bytes]) -> None:
    """Also with the blank pages that begin each letter on a fresh sheet."""
    assert is_made_of(combine(parts), parts)


@pytest.mark.parametrize(
    "parts",
    [[ONE], [TWO, ONE], [ONE, TWO, THREE], [ONE, pdf("two", "more of tw0")], [ONE, b"no pdf"], []],
)
def test_what_was_put_together_of_others_is_not(parts: list[bytes]) -> None:
    """A letter less, one more, another order, other words."""
    assert not is_made_of(combine([ONE, TWO]), parts)


@pytest.mark.parametrize("whole", [b"", b"%PDF-1.4\n%%EOF\n", b"no pdf"])
def test_what_cannot_be_read_is_made_of_nothing(whole: bytes) -> None:
    """A damaged file is a difference, not a crash."""
    assert not is_made_of(whole, [ONE])
