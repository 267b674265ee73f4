"""The letters of rounds of agreements, `<data>/agreements/G-2026-1/`: a Word file an adult, and all as one PDF."""

import hashlib
from pathlib import Path

from ...ground.disk import in_plain_words, make_folder, write_file
from ...ground.errors import Problem, Refused
from ..logs.file_names import safe_name


class FolderAgreements:
    """A folder for each round."""

    def __init__(self, folder: Path) -> None:
        """Remember the place; it is made with the first round."""
        self._folder = folder

    def put(self, round_: str, name: str, content: bytes) -> Path:
        """Keep one file whole; the same name again takes its place.

        Raises:
            WorldFailed: the disk is full or broken.
        """
        path = self._path(round_, name)
        make_folder(path.parent)
        write_file(path, content)
        return path

    def sha256_of(self, round_: str, name: str) -> str:
        """The SHA-256 of a kept file; "" where it is not there.

        Raises:
            WorldFailed: it cannot be read.
        """
        path = self._path(round_, name)
        with in_plain_words(path):
            return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""

    def read(self, round_: str, name: str) -> bytes:
        """One kept file.

        Raises:
            Refused: it is not there.
            WorldFailed: it cannot be read.
        """
        path = self._path(round_, name)
        with in_plain_words(path):
            if path.is_file():
                return path.read_bytes()
        what = "There is no PDF of its letters: LibreOffice was not there when they were written."
        do = f"The Word files are in the data folder, under agreements/{round_}."
        raise Refused(Problem(where=round_, what=what, what_to_do=do))

    def _path(self, round_: str, name: str) -> Path:
        return self._folder / safe_name(round_) / safe_name(name)
