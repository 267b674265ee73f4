"""Words in pictures, read by a machine: Tesseract, where it is installed and the school has switched it on.

What it reads is a guess. It may make somebody look sooner; it is never a fact, and nothing is clear because of it.
"""

import io
import shutil
from collections.abc import Callable
from importlib.util import find_spec

from ..ground.values import replace
from ..rules.texts.report import Report
from .charsets import clean

MOST_PICTURES = 10
"""Pictures of one email that are read."""

MOST_BYTES = 20_000_000
"""Bytes of one such picture."""

MOST_PIXELS = 40_000_000
"""Pixels of one such picture; a telephone's photograph has 12 million, and reading one takes seconds."""

MOST_TEXT = 20_000
"""Characters that are taken from one picture."""

LONGEST = 30
"""Seconds after which Tesseract is ended."""

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")

ReadPicture = Callable[[bytes], str]
"""The words in a picture; "" where there are none, or it cannot be read."""


def missing() -> str:
    """What is not installed, in words; "" where pictures can be read."""
    if find_spec("pytesseract") is None:
        return "Letterladder was installed without letterladder[ocr]"
    return "" if shutil.which("tesseract") else "Tesseract is not installed (Debian: tesseract-ocr)"


def with_machine_reading(report: Report, read_picture: ReadPicture) -> Report:
    """The report, its pictures with what a machine reads in them; they stay unread until a person looks."""
    left, files = MOST_PICTURES, []
    for file in report.attachments:
        if file.inline or not file.is_picture or left <= 0 or len(file.content) > MOST_BYTES:
            files.append(file)
            continue
        left -= 1
        text = read_picture(file.content)[:MOST_TEXT]
        files.append(replace(file, text=text, machine_read=bool(text)))
    return replace(report, attachments=tuple(files))


def tesseract(picture: bytes) -> str:
    """The words in a picture as Tesseract reads them, in English."""
    import pytesseract  # noqa: PLC0415 - an extra
    from PIL import Image  # noqa: PLC0415 - slow to load, and only needed here

    try:
        with Image.open(io.BytesIO(picture), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return ""
            read = pytesseract.image_to_string(opened.convert("L"), lang="eng", timeout=LONGEST)
    except Exception:  # noqa: BLE001 - the border of one picture: a broken one stays a picture that a person looks at
        return ""
    return clean(str(read)).strip()
