"""Word to PDF by LibreOffice where it is installed, and several PDFs joined into one for the print tray."""

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from ...ground.errors import Problem, Refused, WorldFailed
from .page_ends import with_breaks
from .pdf_profile import quiet_profile

DEFAULT_TIMEOUT = 60.0
"""Seconds for one letter; a first start on a slow machine takes about ten."""
MORE_TIME = 5.0
"""Seconds more for each letter, where many are made at once."""

TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
"""How letters are exported: with headings, lists and tables marked as such, for those who have them read aloud."""

PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
"""Where LibreOffice is installed without being on the PATH."""

MOST_PASSES = 4
"""Times that a letter is converted again, because a heading that goes to the next page may push another one."""

_LONGEST_SAYING = 400


class LibreOfficePrinter:
    """Turns letters into PDF, each in a profile of its own, so that an open LibreOffice does not matter."""

    def __init__(self, program: str | None = None, timeout: float = DEFAULT_TIMEOUT) -> None:
        """Remember the converter.

        Args:
            program: the path or name of soffice; None looks for it.
            timeout: seconds after which a conversion is ended.
        """
        self._program = shutil.which(program) if program else find_libreoffice()
        self._timeout = timeout

    def available(self) -> bool:
        """Whether a converter was found."""
        return self._program is not None

    @property
    def version(self) -> str:
        """What the converter calls itself, "LibreOffice 7.4.7.2 ..."; "" where there is none or it does not start."""
        if self._program is None:
            return ""
        with tempfile.TemporaryDirectory(prefix="letterladder-", ignore_cleanup_errors=True) as folder:
            try:
                return self._run(Path(folder) / "profile", "--version", timeout=self._timeout).strip()
            except WorldFailed:
                return ""

    def get_ready(self) -> None:
        """Nothing is started beforehand."""

    def convert(self, docx: bytes) -> bytes:
        """The letter as PDF.

        Raises:
            WorldFailed: no converter is there, or it failed or took too long; carries what it said.
        """
        return self.convert_each([docx])[0]

    def convert_all(self, letters: Sequence[bytes]) -> bytes:
        """Many letters as one PDF, in order, each on a fresh sheet; LibreOffice is started once.

        Raises:
            WorldFailed: no converter is there, or it failed or took too long; carries what it said.
        """
        return combine(self.convert_each(letters))

    def convert_each(self, letters: Sequence[bytes]) -> list[bytes]:
        """Many letters as a PDF each, in order; LibreOffice is started once, and again where it left a heading alone.

        Raises:
            WorldFailed: no converter is there, or it failed or took too long; carries what it said.
        """
        texts = list(letters)
        pdfs = self._convert_once(texts)
        for _ in range(MOST_PASSES):
            again = {
                place: broken
                for place, (docx, pdf) in enumerate(zip(texts, pdfs, strict=True))
                if (broken := with_breaks(docx, pdf))
            }
            if not again:
                break
            for place, pdf in zip(again, self._convert_once([*again.values()]), strict=True):
                texts[place], pdfs[place] = again[place], pdf
        return pdfs

    def _convert_once(self, letters: Sequence[bytes]) -> list[bytes]:
        """Each as LibreOffice sets it; nothing is started for none."""
        return self._converted(letters) if letters else []

    def _converted(
        self, letters: Sequence[bytes], *, profile: Path | None = None, timeout: float | None = None
    ) -> list[bytes]:
        """Each as LibreOffice sets it, with a profile of its own, or with that of one which runs already.

        Raises:
            WorldFailed: as `convert`.
        """
        with tempfile.TemporaryDirectory(prefix="letterladder-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            sources = [folder / f"{place:06d}.docx" for place, _ in enumerate(letters)]
            for source, docx in zip(sources, letters, strict=True):
                source.write_bytes(docx)
            said = self._run(
                profile or quiet_profile(folder / "profile"),
                *("--convert-to", TAGGED, "--outdir", str(folder), *map(str, sources)),
                timeout=(timeout or self._timeout) + MORE_TIME * (len(sources) - 1),
            )
            made = [source.with_suffix(".pdf") for source in sources]
            pdfs = [one.read_bytes() if one.exists() else b"" for one in made]
        lacking = sum(not one.startswith(b"%PDF") for one in pdfs)
        if lacking:
            what = "a PDF" if len(made) == 1 else f"{lacking} of {len(made)} PDFs"
            raise _failed(f"LibreOffice did not produce {what}", said)
        return pdfs

    def _run(self, profile: Path, *arguments: str, timeout: float) -> str:
        """What the converter says.

        Raises:
            WorldFailed: it is not there, does not start, ends with a failure, or takes too long.
        """
        if self._program is None:
            raise _failed("LibreOffice is not installed", "")
        shown = f"-env:UserInstallation={profile.as_uri()}"
        command = [self._program, shown, "--headless", "--norestore", *arguments]
        try:
            started = _start(command)
        except OSError as error:
            raise _failed("LibreOffice does not start", str(error)) from error
        try:
            said = _decoded(started.communicate(timeout=timeout)[0])
        except subprocess.TimeoutExpired as error:
            _end(started)
            said = _decoded(started.communicate()[0])
            raise _failed(f"LibreOffice took longer than {timeout:g} seconds", said) from error
        if started.returncode != 0:
            raise _failed(f"LibreOffice ended with {started.returncode}", said)
        return said


def find_libreoffice() -> str | None:
    """The path of LibreOffice on this machine, or None."""
    found = (shutil.which(name) for name in ("soffice", "libreoffice", *PLACES))
    return next((path for path in found if path), None)


def combine(pdfs: Sequence[bytes]) -> bytes:
    """All letters in one PDF; each starts on a fresh sheet, so that two-sided printing never mixes two adults.

    Raises:
        Refused: one of them cannot be read as PDF.
    """
    writer = PdfWriter()
    for place, pdf in enumerate(pdfs, start=1):
        try:
            writer.append(PdfReader(io.BytesIO(pdf)))
        except (PyPdfError, ValueError, KeyError) as error:
            what = f"Letter {place} of {len(pdfs)} is not a readable PDF: {error}."
            raise Refused(Problem(where="print tray", what=what, what_to_do="Draft it again.")) from error
        if len(writer.pages) % 2 and place < len(pdfs):
            writer.add_blank_page()
    joined = io.BytesIO()
    writer.write(joined)
    return joined.getvalue()


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start the converter in a group of its own, so that its children can be ended with it."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=sys.platform != "win32",  # taskkill needs no group of its own
    )


def _end(started: subprocess.Popen[bytes]) -> None:
    """End the converter and what it started, and nothing else: soffice is a script around the real program."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(started.pid)], check=False, capture_output=True)
    else:
        try:
            os.killpg(started.pid, signal.SIGKILL)
        except ProcessLookupError:
            return


def _decoded(said: bytes) -> str:
    return said.decode("utf-8", errors="replace")


def _failed(what: str, said: str) -> WorldFailed:
    words = " ".join(said.split())[:_LONGEST_SAYING]
    return WorldFailed(
        Problem(
            where="PDF converter",
            what=f"{what}: {words}." if words else f"{what}.",
            what_to_do="The Word file is complete; print it from Word, or fix LibreOffice and draft again.",
        )
    )
