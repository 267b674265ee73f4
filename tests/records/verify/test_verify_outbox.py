"""Our emails and the print tray, against the logs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from records.verify.test_verify_pdf import pdf

from letterladder.records.logs.mail_log_file import hash_of
from letterladder.records.outgoing.outgoing_queue import FolderQueue
from letterladder.records.outgoing.print_tray import FolderTray
from letterladder.records.papers.pdf import combine
from letterladder.records.verify.verify_outbox import look_at_outbox, problems_of_tray
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail, TrayLetter

REF = "2026-0001"
KNOWN = frozenset({REF, "2026-0002"})


def mail(message_id: str, kind: MailKind = MailKind.APPROVAL, ref: str = REF) -> OutgoingMail:
    return OutgoingMail(
        message_id=message_id, kind=kind, to=("head@x.example",), subject=ref, text="t", ref=ref
    )


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    """One email that waits, one that went out, one that was withdrawn, all about one case."""
    queue = FolderQueue(tmp_path)
    for name in ("waits", "went", "withdrawn"):
        queue.put(mail(f"<{name}@x.example>"))
    queue.sent("<went@x.example>")
    queue.withdraw("<withdrawn@x.example>")
    return tmp_path


def said(outbox: Path, *logged: str, readable: frozenset[str] = KNOWN) -> list[str]:
    """What is said where the case's log mentions these emails."""
    found = look_at_outbox(outbox)
    spoken = list(found.spoken_of(REF, {f"<{name}@x.example>" for name in logged}))
    never = found.never_spoken_of(readable.__contains__)
    return [problem.what for problem in (*found.problems, *spoken, *never)]


@pytest.mark.parametrize("logged", [("went",), ("went", "waits"), ("went", "waits", "withdrawn")])
def test_a_mail_is_on_disk_before_its_log_speaks_of_it(outbox: Path, logged: tuple[str, ...]) -> None:
    """Waiting, sent or withdrawn; one that waits may be in no log yet."""
    assert said(outbox, *logged) == []


def test_a_mail_that_a_log_speaks_of_and_is_gone_is_said(outbox: Path) -> None:
    """By its Message-ID."""
    (found,) = said(outbox, "went", "lost")
    assert "<lost@x.example> is in the log, but neither waiting nor among those sent" in found


def test_a_mail_that_went_out_without_a_word_in_its_log_is_said(outbox: Path) -> None:
    """Lines may be missing at the log's end; of a case that cannot be read nobody knows."""
    (found,) = said(outbox)
    assert f"the log of {REF} does not mention it" in found
    assert said(outbox, readable=frozenset()) == []


@pytest.mark.parametrize(
    ("expected", "kind", "ref"),
    [
        (0, MailKind.NOTICE, REF),
        (0, MailKind.ANCHOR, ""),
        (0, MailKind.ALERT, ""),
        (1, MailKind.REMINDER, ""),
    ],
)
def test_some_kinds_are_in_no_log(tmp_path: Path, expected: int, kind: MailKind, ref: str) -> None:
    """Notices and watch emails are not; a reminder without a case is in the log of requests."""
    FolderQueue(tmp_path).put(mail("<a@x.example>", kind, ref))
    FolderQueue(tmp_path).sent("<a@x.example>")
    assert len(said(tmp_path)) == expected


@pytest.mark.parametrize("folder", ["", "sent", "withdrawn"])
def test_a_mail_that_cannot_be_read_is_said_once(outbox: Path, folder: str) -> None:
    """Wherever it lies."""
    (file,) = (outbox / folder).glob("*.json")
    file.write_bytes(b"{")
    assert sum("cannot be read" in what for what in said(outbox)) == 1


def test_a_copy_under_another_mails_name_is_said(outbox: Path) -> None:
    """Its name is made from its Message-ID."""
    (file,) = (outbox / "sent").glob("*.json")
    file.write_bytes(file.read_bytes().replace(b"<went@", b"<wend@"))
    assert any("is not the email its name says" in what for what in said(outbox))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tray:
    """The print tray and the cases of one school."""

    tray: Path
    cases: Path

    def said(self, *, leaving: bool = True) -> str:
        """What is said of the tray, a line a problem."""
        places = {(ref, "L1", 1) for ref in KNOWN} if leaving else set()
        found = problems_of_tray(self.tray, self.cases, is_known=KNOWN.__contains__, leaving=places)
        return "\n".join(str(problem) for problem in found)


def letter(ref: str) -> TrayLetter:
    return TrayLetter(
        ref=ref,
        letter="L1",
        version=1,
        to=("Mr Stott", "2 Weir Street"),
        post_on=date(2026, 11, 10),
        sha256=hash_of(ref.encode()),
        docx=ref.encode(),
        pdf=pdf(ref),
    )


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    """Two letters in the tray, each with the PDF of its case."""
    made = FolderTray(tmp_path / "tray", combine)
    for ref in sorted(KNOWN):
        own = tmp_path / "cases" / ref / "letters"
        own.mkdir(parents=True)
        (own / "1.pdf").write_bytes(letter(ref).pdf)
        made.put(letter(ref))
        # What a canvas draws twice may differ in its time stamp; the tray holds the bytes that the case holds.
        (own / "1.pdf").write_bytes((tmp_path / "tray" / f"{ref} L1 v1.pdf").read_bytes())
    return Tray(tray=tmp_path / "tray", cases=tmp_path / "cases")


def test_a_sound_tray_is_no_problem(tray: Tray) -> None:
    """Word files, PDFs, both lists and the PDF of all letters."""
    assert (tray.tray / "all-letters.pdf").exists()
    assert tray.said() == ""


def test_a_letter_that_is_not_to_leave_is_said(tray: Tray) -> None:
    """Its case decides, not the tray."""
    assert tray.said(leaving=False).count("not, or no longer, to be posted") == 2


FIRST = "2026-0001 L1 v1"


def changed(name: str, old: bytes, new: bytes) -> Callable[[Path], object]:
    def change(tray: Path) -> object:
        content = (tray / name).read_bytes()
        assert old in content
        return (tray / name).write_bytes(content.replace(old, new))

    return change


@pytest.mark.parametrize(
    ("expected", "spoil"),
    [
        ("is gone from the tray", lambda tray: (tray / f"{FIRST}.docx").unlink()),
        ("not the letter that was approved", lambda tray: (tray / f"{FIRST}.docx").write_bytes(b"x")),
        ("PDF is gone", lambda tray: (tray / f"{FIRST}.pdf").unlink()),
        (
            "not, or no longer, a PDF from its case",
            lambda tray: (tray / f"{FIRST}.pdf").write_bytes(pdf("other")),
        ),
        ("not on any list", lambda tray: (tray / "2026-0003 L1 v1.docx").write_bytes(b"x")),
        ("list.txt: It does not say", changed("list.txt", b"2 Weir Street", b"9 Weir Street")),
        ("list.csv: It does not say", changed("list.csv", b"Mr Stott", b"Mr Scott")),
        ("not made up of the letters", lambda tray: (tray / "all-letters.pdf").write_bytes(pdf("a", "b"))),
        ("The list of the print tray", lambda tray: (tray / "list.json").write_bytes(b"[")),
    ],
)
def test_what_does_not_fit_in_the_tray_is_said(
    tray: Tray, expected: str, spoil: Callable[[Path], object]
) -> None:
    """Each in words of its own: what is in the tray is printed and posted."""
    spoil(tray.tray)
    assert expected in tray.said()
