"""What the workflows ask of whoever puts copies on paper or into files, and of whoever deletes the files of a case."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ..ground.errors import Problem, Refused
from ..rules.words import Format

if TYPE_CHECKING:  # loading what makes a register takes as long as a whole list of the in-tray
    from ..rules.privacy.passages import CopyPage
    from ..rules.register.case_papers import CasePapers
    from ..rules.register.register_case import CaseRecord, Title, Withholding
    from ..rules.register.summary_report import Report


class Papers(Protocol):
    """Writes copies of the register and reports, each to the path it is given."""

    def write_register(
        self, path: Path, title: "Title", records: "Iterator[CaseRecord]", format_: Format, *, bom: bool
    ) -> None:
        """The register in one file of any format but a bundle; `bom` marks CSV as UTF-8, for Excel."""

    def write_bundle(
        self,
        path: Path,
        title: "Title",
        records: "list[CaseRecord]",
        *,
        cases: "Iterable[CasePapers]",
        withheld: "list[Withholding]",
    ) -> None:
        """The register with the papers of each case; what is left out of those is added to `withheld`."""

    def write_worksheet(
        self, path: Path, title: "Title", withheld: "Iterable[Withholding]", pages: "Iterable[CopyPage]"
    ) -> int:
        """What was left out of a copy, and its pages, for whoever looks it through; returns how many places."""

    def report(self, report: "Report", *, as_pdf: bool) -> bytes:
        """The governors' report as PDF, else as HTML."""


class Shredder(Protocol):
    """Deletes the files of one case for good."""

    def count(self, ref: str, mails: Collection[str]) -> int:
        """How many files would go.

        Raises:
            Refused: there is no such case.
        """

    def sent(self, ref: str) -> list[str]:
        """Our emails about the case that would go, by their place in the data folder."""

    def forget(self, ref: str, note: str, mails: Collection[str]) -> int:
        """Delete them and leave `note`; returns how many went. May be run again.

        Raises:
            Refused: there is no such case.
            WorldFailed: the disk is read-only or broken.
        """


class AgreementFiles(Protocol):
    """The letters of rounds of agreements, each round in a folder of its own."""

    def put(self, round_: str, name: str, content: bytes) -> Path:
        """Keep one file whole; the same name again takes its place.

        Raises:
            WorldFailed: the disk is full or broken.
        """

    def sha256_of(self, round_: str, name: str) -> str:
        """The SHA-256 of a kept file; "" where it is not there.

        Raises:
            WorldFailed: it cannot be read.
        """

    def read(self, round_: str, name: str) -> bytes:
        """One kept file.

        Raises:
            Refused: it is not there.
        """


class NoAgreements:
    """Keeps no letters: for a rehearsal, which throws all away."""

    def put(self, round_: str, name: str, content: bytes) -> Path:
        """See `AgreementFiles`."""
        del content
        return Path(round_) / name

    def sha256_of(self, round_: str, name: str) -> str:
        """See `AgreementFiles`."""
        del round_, name
        return ""

    def read(self, round_: str, name: str) -> bytes:
        """See `AgreementFiles`."""
        what = "It is not kept here."
        raise Refused(Problem(where=f"{round_}, {name}", what=what, what_to_do="Look in the data folder."))
