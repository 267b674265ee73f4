import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from letterladder.ground.errors import LogBroken, Problem, WorldFailed
from letterladder.records.logs.mail_log_file import hash_of
from letterladder.records.outgoing.print_tray import FolderTray
from letterladder.rules.mails.outgoing import TrayLetter


def letter(
    ref: str = "2026-0042", *, pdf: bytes = b"", day: int = 9, name: str = "Mr Gavin Stott"
) -> TrayLetter:
    docx = f"word {ref}".encode()
    return TrayLetter(
        ref=ref,
        letter="removal-request",
        version=1,
        to=(name, "1 Fell Lane", "Kendal"),
        post_on=date(2026, 11, day),
        sha256=hash_of(docx),
        docx=docx,
        pdf=pdf,
    )


def joined(parts: Sequence[bytes]) -> bytes:
    return b"+".join(parts)


def broken(_: Sequence[bytes]) -> bytes:
    raise WorldFailed(Problem(where="a.pdf", what="It is no PDF.", what_to_do="Print it from Word."))


@pytest.fixture
def tray(tmp_path: Path) -> FolderTray:
    return FolderTray(tmp_path / "to-post", joined)


def names(tray: FolderTray) -> list[str]:
    return sorted(file.name for file in tray.folder.iterdir())


def test_the_files_are_named_for_the_office(tray: FolderTray) -> None:
    """Reference, letter and version; the bytes are those approved."""
    tray.put(letter(pdf=b"%PDF"))
    assert (tray.folder / "2026-0042 removal-request v1.docx").read_bytes() == b"word 2026-0042"
    assert (tray.folder / "2026-0042 removal-request v1.pdf").read_bytes() == b"%PDF"


def test_a_letter_taken_out_leaves_no_file(tray: FolderTray) -> None:
    """What is in the tray is what is to be posted, nothing else."""
    tray.put(letter(pdf=b"%PDF"))
    tray.take("2026-0042", "removal-request", 1)
    assert names(tray) == ["list.csv", "list.json", "list.txt"]


def test_the_list_is_in_order_of_posting(tray: FolderTray) -> None:
    """Who, where to, and when; the earliest day first."""
    tray.put(letter("2026-0002", day=12))
    tray.put(letter("2026-0003", day=10))
    lines = (tray.folder / "list.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "Letters waiting for an envelope: 2"
    assert lines[2:6] == [
        "2026-0003 removal-request v1, to be posted on 10 November 2026",
        "    Mr Gavin Stott",
        "    1 Fell Lane",
        "    Kendal",
    ]


def test_the_table_opens_in_a_spreadsheet(tray: FolderTray) -> None:
    """One line per letter; a name that looks like a formula is harmless."""
    tray.put(letter(name="=HYPERLINK()"))
    text = (tray.folder / "list.csv").read_bytes().decode("utf-8-sig")
    header, row = csv.reader(text.splitlines())
    assert dict(zip(header, row, strict=True)) == {
        "ref": "2026-0042",
        "letter": "removal-request",
        "version": "1",
        "to": "'=HYPERLINK()",
        "address": "1 Fell Lane, Kendal",
        "post on": "2026-11-09",
        "file": "2026-0042 removal-request v1.docx",
    }


def test_all_pdfs_are_combined_in_the_order_of_the_list(tray: FolderTray) -> None:
    """One print job for the whole pile, renewed at each change."""
    tray.put(letter("2026-0002", pdf=b"second", day=12))
    tray.put(letter("2026-0003", pdf=b"first", day=10))
    assert (tray.folder / "all-letters.pdf").read_bytes() == b"first+second"
    tray.take("2026-0003", "removal-request", 1)
    assert (tray.folder / "all-letters.pdf").read_bytes() == b"second"


def test_there_is_no_combined_pdf_with_a_letter_missing(tray: FolderTray) -> None:
    """Whoever prints the pile would leave that letter out; the list says which one it is."""
    tray.put(letter("2026-0002", pdf=b"second"))
    tray.put(letter("2026-0003"))
    assert "all-letters.pdf" not in names(tray)
    assert "2026-0003 removal-request v1 must be printed" in (tray.folder / "list.txt").read_text()


def test_a_pdf_that_cannot_be_combined_does_not_keep_the_letter_out(tmp_path: Path) -> None:
    """The letters are printed one by one, and the list says why."""
    tray = FolderTray(tmp_path, broken)
    tray.put(letter(pdf=b"no pdf"))
    assert tray.holds("2026-0042", "removal-request", 1)
    assert "It is no PDF." in (tmp_path / "list.txt").read_text()


def test_a_letter_whose_file_is_gone_is_not_held(tray: FolderTray) -> None:
    """So a round lays it in again."""
    tray.put(letter())
    (tray.folder / "2026-0042 removal-request v1.docx").unlink()
    assert not tray.holds("2026-0042", "removal-request", 1)


def test_a_damaged_list_is_said_and_left(tray: FolderTray) -> None:
    """Letters in the tray are never forgotten by writing a shorter list."""
    tray.put(letter())
    (tray.folder / "list.json").write_bytes(b"[")
    with pytest.raises(LogBroken, match="print tray"):
        tray.put(letter("2026-0043"))
    assert (tray.folder / "list.json").read_bytes() == b"["
