"""What the workflows ask of whatever puts letters on paper: the print tray, and the pages for the printer."""

from collections.abc import Sequence
from typing import Protocol

from ..ground.errors import Problem
from ..rules.mails.cover_list import CoverList
from ..rules.mails.outgoing import LaidOut, TrayLetter
from ..rules.mails.post_states import Box


class PrintTray(Protocol):
    """Approved letters that wait for an envelope: the files, one list, one combined PDF."""

    def put(self, letter: TrayLetter) -> None:
        """Lay the letter into the tray and renew the list and the combined PDF."""

    def holds(self, ref: str, letter: str, version: int) -> bool:
        """Whether this letter is in the tray."""

    def take(self, ref: str, letter: str, version: int) -> None:
        """The letter was posted or withdrawn: out of the tray; no error where it is not in it."""

    def waiting(self) -> Sequence[LaidOut]:
        """The letters in the tray, in order of posting.

        Raises:
            LogBroken: its list was damaged.
            WorldFailed: the disk cannot be read.
        """

    def share(self) -> list[Problem]:
        """Let the school's own group read it, where there is one; what stands in the way of that."""


class PrintShop(Protocol):
    """Makes one PDF of many letters, with a cover list in front."""

    def pages(self, pdf: bytes) -> int:
        """How many pages it has; 0 where it cannot be read."""

    def boxes(self, pdf: bytes) -> Sequence[Box]:
        """The words of its pages and where they are; none where it cannot be read."""

    def bundle(self, cover: CoverList, pdfs: Sequence[bytes]) -> bytes:
        """The cover list and the letters behind it, each on a fresh sheet.

        Raises:
            Refused: one of them cannot be read as PDF.
        """
