"""What the workflows ask of whoever puts copies on paper or into files, and of whoever deletes the files of a case."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from ..rules.register.case_papers import CasePapers
from ..rules.register.register_case import CaseRecord, Title, Withholding
from ..rules.register.summary_report import Report
from ..rules.words import Format


class Papers(Protocol):
    """Writes copies of the register and reports, each to the path it is given."""

    def write_register(
        self, path: Path, title: Title, records: Iterator[CaseRecord], format_: Format, *, bom: bool
    ) -> None:
        """The register in one file of any format but a bundle; `bom` marks CSV as UTF-8, for Excel."""

    def write_bundle(
        self,
        path: Path,
        title: Title,
        records: list[CaseRecord],
        *,
        cases: Iterable[CasePapers],
        withheld: list[Withholding],
    ) -> None:
        """The register with the papers of each case; what is left out of those is added to `withheld`."""

    def write_worksheet(self, path: Path, title: Title, withheld: Iterable[Withholding]) -> int:
        """What was left out of a copy, for the person who looks it through; returns how many places."""

    def report(self, report: Report, *, as_pdf: bool) -> bytes:
        """The governors' report as PDF, else as HTML."""


class Shredder(Protocol):
    """Deletes the files of one case for good."""

    def count(self, ref: str, mails: Collection[str]) -> int:
        """How many files would go.

        Raises:
            Refused: there is no such case.
        """

    def forget(self, ref: str, note: str, mails: Collection[str]) -> int:
        """Delete them and leave `note`; returns how many went. May be run again.

        Raises:
            Refused: there is no such case.
            WorldFailed: the disk is read-only or broken.
        """
