"""Words in pictures, where the school wants a machine to read them."""

import io
from importlib.util import find_spec

import pytest
from attached_files import attached, file, picture, png
from made_reports import report
from mailbox_mails import TAKEN_AT, multipart
from PIL import Image, ImageDraw, ImageFont

from letterladder.ground.values import replace
from letterladder.mailbox.machine_reading import (
    MOST_BYTES,
    MOST_PICTURES,
    MOST_TEXT,
    missing,
    tesseract,
    with_machine_reading,
)
from letterladder.mailbox.remembering import RememberingReader
from letterladder.records.papers.pdf_sheet import FONTS
from letterladder.rules.texts.report import Arrival

WORDS = "The head is a liar"


def shown(words: str) -> bytes:
    """A screenshot of these words in large print."""
    made, page = io.BytesIO(), Image.new("L", (900, 120), 255)
    ImageDraw.Draw(page).text(
        (30, 30), words, fill=0, font=ImageFont.truetype(str(FONTS / "DejaVuSans.ttf"), 40)
    )
    page.save(made, "PNG")
    return made.getvalue()


def test_only_pictures_are_read_and_marked_as_read_by_a_machine() -> None:
    """A file that was read keeps its text; a picture stays one that a person looks at."""
    told = report("x", attachments=(picture(), file("a.docx", "typed"), picture("blank.png")))
    found = with_machine_reading(told, lambda content: WORDS if content == b"shot.png" else "").attachments
    assert [(one.text, one.machine_read, one.is_picture) for one in found] == [
        (WORDS, True, True),
        ("typed", False, False),
        ("", False, True),
    ]


def test_what_a_machine_reads_is_limited() -> None:
    """So many pictures, so many characters; decoration and huge files are left."""
    pictures = tuple(picture(f"{place}.png") for place in range(MOST_PICTURES + 3))
    logo, huge = (
        replace(picture("logo.png"), inline=True),
        replace(picture(), content=b"x" * (MOST_BYTES + 1)),
    )
    found = with_machine_reading(report("x", attachments=(logo, huge, *pictures)), lambda _: "w" * 50_000)
    assert [len(one.text) for one in found.attachments] == [0, 0] + [MOST_TEXT] * MOST_PICTURES + [0] * 3


@pytest.mark.parametrize("reads", [True, False])
def test_pictures_are_read_by_a_machine_only_where_the_school_wants_it(reads: bool) -> None:
    """Off, a picture is a picture."""
    arrival = Arrival(key="1", raw=multipart("\nSee.", attached("a.png", png())), size=1, received=TAKEN_AT)
    (found,) = RememberingReader(read_picture=(lambda _: WORDS) if reads else None)(
        arrival, TAKEN_AT
    ).attachments
    assert (found.text, found.machine_read) == ((WORDS, True) if reads else ("", False))


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_tesseract_reads_a_screenshot() -> None:
    """The real program, on a real picture; one that is broken has no words."""
    assert tesseract(shown(WORDS)) == WORDS
    assert tesseract(png()) == ""
    assert tesseract(shown(WORDS)[:200]) == ""


@pytest.mark.skipif(find_spec("pytesseract") is None, reason="letterladder[ocr] is not installed")
def test_a_picture_of_far_too_many_pixels_is_not_read() -> None:
    """It is refused by its size before it is unpacked."""
    made = io.BytesIO()
    Image.new("1", (10_000, 5_000)).save(made, "PNG")
    assert tesseract(made.getvalue()) == ""


def test_what_is_missing_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the program on the PATH, and without the extra."""
    monkeypatch.setenv("PATH", "")
    assert ("Tesseract is not installed" if find_spec("pytesseract") else "letterladder[ocr]") in missing()
