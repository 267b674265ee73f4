"""What is recorded of a posting is what can have happened; what differs from the plan is explained."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from desk.terminal import Said, Terminal
from office import PEOPLE, THREAT, QuickPdf, Rehearsal, an_office, edited, school_folder
from prepared import prepared, reported_school
from sweeps import each

from letterladder.desk.demo_mails import BAR_FIELDS
from letterladder.ground.errors import Problem, WorldFailed
from letterladder.rules.cases.events import LetterPosted
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.rules.words import Method
from letterladder.workflows.answering import TriageOrder, triage_case
from letterladder.workflows.approving import approve
from letterladder.workflows.office import Signed

REF = "2026-0001"
NO_ADDRESS = ("Mrs Poppy Vance", "Jude Vance, 1C")
"""Nobody has an email address of hers."""


class Breaks:
    """A mail server that breaks off after a letter: nobody knows whether it went."""

    def send(self, mail: OutgoingMail) -> None:
        """Break at a letter, take all else."""
        if mail.kind is MailKind.LETTER:
            raise WorldFailed(
                Problem(where="smtp", what="The link broke.", what_to_do="Check whether it went.")
            )

    def check(self) -> list[Problem]:
        """All is well."""
        return []


def typed(
    school: Rehearsal, capsys: pytest.CaptureFixture[str], *words: str, today: str = "2026-11-03"
) -> Said:
    """The office types `posted`."""
    return Terminal(school.folder, capsys).type("posted", REF, *words, "--today", today)


def postings(school: Rehearsal) -> list[LetterPosted]:
    """Every posting in the log."""
    return [one.event for one in school.office.cases.read(REF) if isinstance(one.event, LetterPosted)]


@pytest.fixture(autouse=True)
def _no_converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize(
    "day",
    [
        ("2026-11-01", "was approved on Monday 2 November 2026"),
        ("2025-11-03", "was approved on Monday 2 November 2026"),
        ("2026-11-04", "has not come yet"),
        ("2027-11-03", "has not come yet"),
    ],
)
@pytest.mark.parametrize("more", each(4, ["--late", "", "--method by-hand", "--proof receipt"]))
def test_no_letter_left_before_its_yes_or_tomorrow(
    day: tuple[str, str], more: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever else is said with the day: it is refused with the reason, and nothing is recorded."""
    school = reported_school(tmp_path)
    school.head_approves()
    said = typed(school, capsys, "--on", day[0], *more.split())
    assert (said.code == 0, postings(school)) == (False, [])
    assert day[1] in " ".join(said.err.split())


def test_a_clock_that_was_wrong_when_it_was_approved_keeps_no_letter_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Approved "next year": nothing can be said of that day, and the posting is taken as it is told."""
    school = reported_school(tmp_path)
    school.head_approves()
    said = typed(school, capsys, "--on", "2026-11-01", today="2026-11-01")
    assert (said.code, len(postings(school))) == (0, 1)


def without_address(tmp_path: Path) -> Rehearsal:
    """A school that sends by email, and a letter to somebody without an address, in the print tray."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "mail"'))
    school = an_office(tmp_path, pdf=QuickPdf())
    school.report(*NO_ADDRESS)
    school.head_approves()
    return school


def test_nobody_without_an_address_was_sent_an_email(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused, with what to do; the way in which it was laid out needs no word."""
    school = without_address(tmp_path)
    said = typed(school, capsys, "--on", "2026-11-03", "--method", "mail")
    assert (said.code == 0, postings(school)) == (False, [])
    assert "--proof" in said.err
    assert typed(school, capsys, "--on", "2026-11-03").code == 0
    assert postings(school)[0].method is Method.FIRST_CLASS


def test_an_email_that_the_office_wrote_itself_is_recorded_with_its_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """She gave one by telephone: the register shows it, not the street to which nothing went."""
    school = without_address(tmp_path)
    proof = "to p.vance@letterbox.example, which she gave by telephone"
    said = typed(school, capsys, "--on", "2026-11-03", "--method", "mail", "--proof", proof)
    assert said.code == 0, said.err
    assert "The letter says it was sent by first-class post; it went by email." in said.err
    row = row_of_posting(school, capsys)
    assert (row["method"], row["proof"]) == ("mail", proof)
    assert "Mill Bank" not in row["to"]


def row_of_posting(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The row of the posting in a copy of the register."""
    said = Terminal(school.folder, capsys).type("export", REF, "--format", "csv", "--for", "panel")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    return next(row for row in rows if row["posted_on"])


def in_doubt(tmp_path: Path) -> Rehearsal:
    """A letter was handed to the mail server on 3 November, and nobody knows whether it went."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "mail"'))
    school = an_office(tmp_path, pdf=QuickPdf())
    school.report()
    school.head_approves()
    broken = an_office(tmp_path, date(2026, 11, 3), pdf=QuickPdf(), outbox=Breaks())
    broken.round()
    assert broken.in_hand().unsure
    return broken


def test_an_email_did_not_go_before_it_was_handed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was approved on the 2nd and tried on the 3rd: the 2nd cannot be."""
    school = in_doubt(tmp_path)
    said = typed(school, capsys, "--on", "2026-11-02")
    assert (said.code == 0, postings(school)) == (False, [])
    assert "handed to the mail server on Tuesday 3 November 2026" in " ".join(said.err.split())


def test_a_letter_laid_out_for_email_that_was_carried_round_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The log, the office and the register say both, and no bounce of the email is taken for the letter's."""
    school = in_doubt(tmp_path)
    said = typed(school, capsys, "--on", "2026-11-03", "--method", "by-hand")
    assert "The letter says it was sent by email; it went by hand. The log shows both." in said.err
    (event,) = postings(school)
    assert (event.method, event.message_id) == (Method.BY_HAND, "")
    assert "the letter says it was sent by email" in event.rule
    assert "@" not in row_of_posting(school, capsys)["to"]


def test_one_that_did_go_by_email_needs_no_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mail server's log shows it: the clock starts, also where the address left the register meanwhile."""
    school = in_doubt(tmp_path)
    gone = PEOPLE.replace("ross.dunn@letterbox.example", "")
    (school.folder / "people.csv").write_text(gone, encoding="utf-8")
    said = typed(school, capsys, "--on", "2026-11-03")
    assert (said.code, postings(school)[0].method) == (0, Method.MAIL)


# -- the address of a letter whose words stand as they were drafted ------------------------------------------------


def with_a_bar(tmp_path: Path) -> Rehearsal:
    """A letter about access waits for the head; its dates and its address are printed."""
    return prepared(_with_a_bar, tmp_path)


def _with_a_bar(folder: Path) -> Rehearsal:
    school = an_office(folder)
    school.report(what=THREAT)
    order = TriageOrder(clear=True, note="police informed")
    triage_case(school.office, school.case(), order, by="Miss Treadwell")
    school.day("2026-11-03")
    school.decided("B2", "He named the gate and the time.")
    school.supplied("B2", **BAR_FIELDS)
    return school


MOVED = ("3 Kiln Lane,,Wexmoor,ZZ99 4AA", "77 Other Road,,Wexmoor,ZZ99 4XX")
KEPT_SECRET = ("01632 960401,", "01632 960401,confidential_address")
ANOTHER = ("A1,Mr,Ross,Dunn", "A9,Mr,Ross,Dunn")
CHANGES = {
    "moved": (MOVED, "the address in people.csv is not the one that it prints"),
    "confidential": (KEPT_SECRET, "people.csv marks the adult's address as confidential now"),
    "gone": (ANOTHER, "the adult is no longer in people.csv"),
}


def register_says(school: Rehearsal, change: tuple[str, str]) -> None:
    """The office takes a new export."""
    assert change[0] in PEOPLE
    (school.folder / "people.csv").write_text(PEOPLE.replace(*change), encoding="utf-8")


def void_why(school: Rehearsal) -> str:
    """Why the first version does not count any more."""
    return school.case().letters[0].note


@pytest.mark.parametrize(("change", "why"), CHANGES.values(), ids=CHANGES)
def test_an_address_that_changed_before_the_yes_is_asked_about_again(
    change: tuple[str, str], why: str, tmp_path: Path
) -> None:
    """The letter prints the old one: that version is void, and nothing is laid out."""
    school = with_a_bar(tmp_path)
    register_says(school, change)
    school.head_approves()
    assert void_why(school) == why
    assert "PostingStarted" not in school.kinds()


@pytest.mark.parametrize(("change", "why"), CHANGES.values(), ids=CHANGES)
def test_an_address_that_changed_after_the_yes_keeps_the_letter_here(
    change: tuple[str, str], why: str, tmp_path: Path
) -> None:
    """The program had stopped before it laid the letter out; the log never says that it left for another street."""
    school = with_a_bar(tmp_path)
    approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    register_says(school, change)
    school.round()
    assert void_why(school) == why
    assert "PostingStarted" not in school.kinds()


def test_an_address_that_is_only_written_otherwise_changes_nothing(tmp_path: Path) -> None:
    """Spaces and capitals are no other street."""
    school = with_a_bar(tmp_path)
    register_says(school, (MOVED[0], "3  KILN lane,,Wexmoor,zz994aa"))
    school.head_approves()
    assert school.letters() == ["B2.1 posting"]


def test_a_moved_adult_gets_a_letter_with_the_new_address(tmp_path: Path) -> None:
    """It is drafted again for the head, who approves it; then it leaves for where it says."""
    school = with_a_bar(tmp_path)
    register_says(school, MOVED)
    school.head_approves()
    assert school.letters() == ["B2.1 void", "B2.2 drafted"]
    assert "77 Other Road" in school.letter_text()
    school.head_approves()
    assert school.letters() == ["B2.1 void", "B2.2 posting"]
