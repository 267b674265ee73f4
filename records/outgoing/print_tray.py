"""The print tray, `<data>/outbox/to-post/`: approved letters that wait for an envelope, a list, one PDF of all.

`list.json` says what is in the tray; `list.txt`, `list.csv` and `all-letters.pdf` are made from it each time.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from ...ground.disk import in_plain_words, make_folder, remove_file, write_file
from ...ground.errors import LetterladderError, LogBroken, Problem, Refused
from ...rules.cases.sentences import day_words, one_line
from ...rules.mails.outgoing import LaidOut, Place, TrayLetter
from ..logs.file_names import safe_name
from ..logs.mail_log_file import hash_of
from ..papers.register_files import csv_bytes
from .shared_tray import share

LIST = "list.json"
TEXT = "list.txt"
TABLE = "list.csv"
ALL = "all-letters.pdf"

_HEADER = ("ref", "letter", "version", "to", "address", "post on", "file")


class InTray(msgspec.Struct, frozen=True, kw_only=True):
    """One letter of `list.json`; `has_pdf` tells whether its PDF is beside it."""

    post_on: date
    ref: str
    letter: str
    version: int
    to: tuple[str, ...]
    sha256: str
    has_pdf: bool

    @property
    def place(self) -> Place:
        """What makes it this letter and no other."""
        return (self.ref, self.letter, self.version)

    @property
    def name(self) -> str:
        """The name of its files without ending: "2026-0042 removal-request v1"."""
        return safe_name(f"{self.ref} {self.letter} v{self.version}")


class FolderTray:
    """The print tray of one school; `combine` puts PDFs together into one, `group` may read it ("" for none)."""

    def __init__(self, folder: Path, combine: Callable[[Sequence[bytes]], bytes], *, group: str = "") -> None:
        self.folder = folder
        self._group = group
        self._combine = combine

    def put(self, letter: TrayLetter) -> None:
        """Lay the letter into the tray and renew the list and the combined PDF.

        Raises:
            Refused: the Word file is not the approved one.
            WorldFailed: the disk is full or broken; the letter is not on the list.
        """
        if hash_of(letter.docx) != letter.sha256:
            raise Refused(_not_approved(letter))
        row = InTray(
            post_on=letter.post_on,
            ref=letter.ref,
            letter=letter.letter,
            version=letter.version,
            to=tuple(letter.to),
            sha256=letter.sha256,
            has_pdf=bool(letter.pdf),
        )
        make_folder(self.folder)
        write_file(self.folder / f"{row.name}.docx", letter.docx)
        if letter.pdf:
            write_file(self.folder / f"{row.name}.pdf", letter.pdf)
        self._renew([*(other for other in read_tray(self.folder) if other.place != row.place), row])

    def holds(self, ref: str, letter: str, version: int) -> bool:
        """Whether this letter is in the tray, on the list and as the approved Word file."""
        return any(
            row.place == (ref, letter, version) and (self.folder / f"{row.name}.docx").is_file()
            for row in read_tray(self.folder)
        )

    def waiting(self) -> list[LaidOut]:
        """What is in the tray, in order of posting; raises as `read_tray`."""
        return [
            LaidOut(ref=row.ref, letter=row.letter, version=row.version, to=row.to, post_on=row.post_on)
            for row in read_tray(self.folder)
        ]

    def take(self, ref: str, letter: str, version: int) -> None:
        """The letter was posted or withdrawn: out of the tray; no error where it is not in it.

        Raises:
            WorldFailed: the disk is full or broken.
        """
        rows = read_tray(self.folder)
        gone = [row for row in rows if row.place == (ref, letter, version)]
        if not gone:
            return
        for row in gone:
            remove_file(self.folder / f"{row.name}.docx")
            remove_file(self.folder / f"{row.name}.pdf")
        self._renew([row for row in rows if row not in gone])

    def share(self) -> list[Problem]:
        """See `PrintTray`."""
        return share(self.folder, self._group) if self._group else []

    def _renew(self, rows: list[InTray]) -> None:
        rows = sorted(rows, key=lambda row: (row.post_on, *row.place))
        # A combined PDF that no longer fits the list would be printed and posted; away with it first.
        remove_file(self.folder / ALL)
        note = self._combine_all(rows)
        write_file(self.folder / TABLE, table_of(rows))
        write_file(self.folder / TEXT, text_of(rows, note).encode())
        # The list that counts comes last: after a stop before it, the letter is put or taken again.
        write_file(self.folder / LIST, msgspec.json.format(msgspec.json.encode(rows), indent=2) + b"\n")
        # What stands in the way of it is said by each round; the letter itself is safe.
        self.share()

    def _combine_all(self, rows: Sequence[InTray]) -> str:
        """Write the combined PDF where every letter has one; why there is none, in words, or ""."""
        lacking = [row.name for row in rows if not row.has_pdf]
        if not rows or lacking:
            return (
                f"There is no combined PDF: {', '.join(lacking)} must be printed from Word."
                if lacking
                else ""
            )
        try:
            with in_plain_words(self.folder / ALL):
                parts = [(self.folder / f"{row.name}.pdf").read_bytes() for row in rows]
            write_file(self.folder / ALL, self._combine(parts))
        except LetterladderError as error:
            return f"There is no combined PDF; print the letters one by one: {error}"
        return ""


def read_tray(folder: Path) -> list[InTray]:
    """What is in the tray, as listed.

    Raises:
        LogBroken: the list was damaged.
        WorldFailed: the disk cannot be read.
    """
    with in_plain_words(folder / LIST):
        try:
            return msgspec.json.decode((folder / LIST).read_bytes(), type=list[InTray])
        except FileNotFoundError:
            return []
        except msgspec.DecodeError as error:
            raise LogBroken(_broken_list(folder, error)) from error


def table_of(rows: Sequence[InTray]) -> bytes:
    """The list as a table, for a mail merge or the post book."""
    return csv_bytes(_HEADER, map(_table_line, rows), bom=True)


def _table_line(row: InTray) -> tuple[str, ...]:
    name, *address = row.to or ("",)
    posting = (row.post_on.isoformat(), f"{row.name}.docx")
    return (row.ref, row.letter, str(row.version), name, ", ".join(address), *posting)


def text_of(rows: Sequence[InTray], note: str = "") -> str:
    """The list for a person; `note` says at its end why there is no combined PDF."""
    lines = [f"Letters waiting for an envelope: {len(rows)}", ""]
    for row in rows:
        lines += [f"{row.name}, to be posted on {day_words(row.post_on)}"]
        lines += [f"    {one_line(line)}" for line in row.to]
        lines += [""]
    return "\n".join([*lines, *([note, ""] if note else [])])


def _not_approved(letter: TrayLetter) -> Problem:
    return Problem(
        where=f"{letter.ref} {letter.letter} version {letter.version}",
        what="The Word file is not the one that was approved.",
        what_to_do="Draft the letter again and ask for approval again.",
    )


def _broken_list(folder: Path, error: Exception) -> Problem:
    return Problem(
        where=str(folder / LIST),
        what=f"The list of the print tray cannot be read: {error}.",
        what_to_do="Restore it from the last backup; the letters themselves are also kept with their cases.",
    )
