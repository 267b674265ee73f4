"""The text of a PDF that came with an email. Nothing in it is run or fetched; pictures in it are not looked at."""

import io
import logging
from collections.abc import Iterator

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError

from .charsets import clean
from .counted import MOST_CALLS, TooMuchWork, Work, counted

MOST_PAGES = 100
"""Pages of one PDF that are read."""

MOST_UNPACKED = 10_000_000
"""Bytes that one stream inside may become, and decoded ones of a page together."""

_LIMITS = Configuration(
    zlib_maximum_output_length=MOST_UNPACKED,
    lzw_maximum_output_length=MOST_UNPACKED,
    run_length_maximum_output_length=MOST_UNPACKED,
    brotli_maximum_output_length=MOST_UNPACKED,
    array_based_stream_maximum_output_length=MOST_UNPACKED,
    stream_decoding_work_maximum_length=3 * MOST_UNPACKED,
    # Past its own limit the library goes on without a word; past ours it is stopped.
    xform_maximum_invocations_per_extraction=MOST_CALLS,
)
_PARTLY = "some of it could not be read"
_LEAVES_OUT = frozenset({"pypdf._page", "pypdf.filters", "pypdf.generic._data_structures"})
"""Modules of the library whose warnings mean that text was left out."""


class _Warned(logging.Handler):
    """Hears the library's warnings, which hold words of the file and go nowhere else."""

    left_out = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one that may cost text."""
        self.left_out += record.name in _LEAVES_OUT


_WARNED = _Warned()
logging.getLogger("pypdf").addHandler(_WARNED)
logging.getLogger("pypdf").propagate = False


def pdf_text(content: bytes, work: Work, room: int) -> tuple[str, str]:
    """The text of a PDF, and what of it was not read, in words; "" where all of it was.

    Args:
        content: the file.
        work: how much may still be done for the email that it came with.
        room: characters that may still be taken.
    """
    pages: list[str] = []
    before = _WARNED.left_out
    try:
        with (
            apply_configuration(_LIMITS),
            counted(work),
        ):
            reader = PdfReader(io.BytesIO(content))
            if reader.is_encrypted and not reader.decrypt(""):
                return "", "locked by a password"
            total = len(reader.pages)
            for text in _texts(reader):
                pages.append(text[:room])
                room -= len(text)
                if room <= 0 or len(pages) >= MOST_PAGES:
                    break
            typed = _typed(reader)[: max(0, room)]
    except (DependencyError, FileNotDecryptedError):
        return "", "locked by a password"
    except TooMuchWork:
        read = sum(bool(page.strip()) for page in pages)
        return _joined(pages), f"too long: {read} of its pages were read" if read else "too large"
    if room <= 0 or len(pages) < total:
        return _joined([*pages, typed]), f"too long: {len(pages)} of {total} pages were read"
    return _joined([*pages, typed]), _left_out(pages) or (_PARTLY if _WARNED.left_out > before else "")


def _texts(reader: PdfReader) -> Iterator[str]:
    """The text of each page."""
    for page in reader.pages:
        yield clean(page.extract_text())


def _typed(reader: PdfReader) -> str:
    """What was typed into the fields of a form, each beside its name."""
    fields = reader.get_form_text_fields()
    return clean("\n".join(f"{name}: {value}" for name, value in fields.items() if value))


def _left_out(pages: list[str]) -> str:
    bare = sum(not page.strip() for page in pages)
    if bare == len(pages):
        return "a scan: there is no text in it" if pages else "damaged"
    return f"{bare} of its {len(pages)} pages have no text" if bare else ""


def _joined(pages: list[str]) -> str:
    return "\n\n".join(page.strip() for page in pages if page.strip())
