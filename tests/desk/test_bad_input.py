"""What people and the world break: every fault is a sentence with what to do, and loses nothing."""

import io
import threading
from pathlib import Path

import pytest
from desk.terminal import Terminal
from docx import Document
from office import DEPUTY, DSL, HEAD, OFFICE, THREAT, Rehearsal, an_office, edited, school_folder
from servers.needs import free_port

from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.config.settings import load_settings
from letterladder.desk.clock import WallClock
from letterladder.desk.school_watch import counts_line
from letterladder.desk.wiring import build
from letterladder.ground.errors import Problem, WorldFailed
from letterladder.records.logs.lock import writer_lock
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.workflows.ports import Outbox

DAY = ("--today", "2026-11-02")


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal at a fresh school."""
    return Terminal(school_folder(tmp_path), capsys)


def broken(folder: Path, file: str, old: str, new: str) -> None:
    """One slip of the keyboard."""
    edited(folder, (old, new), file=file)


SLIPS = [
    ("school.toml", 'name = "Larkfield Primary School"', "name = Larkfield Primary School"),
    ("school.toml", 'safeguarding_mailbox = "safeguarding@', 'safeguarding_mailbox = "safeguarding at '),
    ("school.toml", 'method = "first-class"', 'method = "pigeon"'),
    ("school.toml", "code_days", "code_day"),
    ("school.toml", 'file = "model"', 'file = "modell"'),
    ("calendar.toml", "first = 2026-09-02", "first = 2026-19-02"),
]


@pytest.mark.parametrize("command", ["cases", "round", "check"])
@pytest.mark.parametrize(("file", "old", "new"), SLIPS)
def test_a_slip_in_the_configuration_is_named_with_its_file(
    file: str, old: str, new: str, *, command: str, terminal: Terminal
) -> None:
    """Code 2, the file, a way out, no traceback; nothing is done."""
    broken(terminal.folder, file, old, new)
    said = terminal.type(command)
    words = said.out + said.err
    assert said.code == 2
    assert file in words or "modell" in words
    assert "->" in words
    assert "Traceback" not in words


def test_all_faults_are_said_at_once(terminal: Terminal) -> None:
    """So that nobody fixes one and runs into the next."""
    broken(terminal.folder, "school.toml", 'method = "first-class"', 'method = "pigeon"')
    broken(terminal.folder, "school.toml", "code_days", "code_day")
    broken(terminal.folder, "calendar.toml", "first = 2026-09-02", "first = 2026-19-02")
    said = terminal.type("check")
    assert all(word in said.out for word in ("posting.method", "code_day", "calendar.toml"))


def test_a_folder_that_is_not_there_is_said(terminal: Terminal) -> None:
    """Code 2 and the way to a fresh folder."""
    terminal.folder = terminal.folder / "elsewhere"
    said = terminal.type("cases")
    assert (said.code, "init" in said.err) == (2, True)


PEOPLE_FAULTS = {"empty": b"", "no header": b"\x00\x01\xff", "another table": b"a,b,c\n1,2,3\n"}


@pytest.mark.parametrize("content", list(PEOPLE_FAULTS.values()), ids=list(PEOPLE_FAULTS))
def test_a_register_that_cannot_be_read_loses_no_report(
    content: bytes, tmp_path: Path, terminal: Terminal
) -> None:
    """Its reports wait in the in-tray; `check` says what is wrong with the file."""
    (terminal.folder / "people.csv").write_bytes(content)
    school = an_office(tmp_path)
    school.report()
    said = terminal.type("check", *DAY)
    assert school.verdicts() == ["intray"]
    assert (said.code, "people.csv" in said.out) == (2, True)


def own_letter(folder: Path, old: str, new: str) -> None:
    """The school's own first letter, with a slip in one tag."""
    document = Document(str(LETTER_TEMPLATES / "L1-removal-request.docx"))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if old in run.text]
    assert runs, f"no run of the letter holds {old}"
    runs[0].text = runs[0].text.replace(old, new)
    saved = io.BytesIO()
    document.save(saved)
    (folder / "letter_templates" / "L1-removal-request.docx").write_bytes(saved.getvalue())


@pytest.mark.parametrize(
    ("old", "new"), [("salutation", "salutatoin"), ("{{ salutation }}", "{{ salutation }")]
)
def test_a_slip_in_the_schools_own_letter_blocks_it(
    old: str, new: str, tmp_path: Path, terminal: Terminal
) -> None:
    """No letter with a hole leaves: the case waits, the office is told, `check` and `case` name the place."""
    own_letter(terminal.folder, old, new)
    school = an_office(tmp_path)
    school.report()
    assert school.letters() == []
    assert school.newest("notice", "2026-0001").to == (OFFICE, DSL)
    assert terminal.type("check", *DAY).code == 2
    assert "salutat" in terminal.type("case", "2026-0001", *DAY).out


def test_a_mended_letter_is_drafted_in_the_next_round(tmp_path: Path, terminal: Terminal) -> None:
    """Nobody has to remember the case that was blocked."""
    own_letter(terminal.folder, "salutation", "salutatoin")
    school = an_office(tmp_path)
    school.report()
    (terminal.folder / "letter_templates" / "L1-removal-request.docx").unlink()
    school.round()
    assert school.letters() == ["L1.1 drafted"]


ODD_MAILS = {
    "empty": b"",
    "no headers": b"He posted it again. Do something.\n",
    "8 bit": "From: x@elsewhere.example\nSubject: caf\xe9\n\nMr Ross Dunn wrote \xa3\xff\n".encode("latin-1"),
    "zeros": b"\0" * 4096,
    "10 MB": b"From: x@elsewhere.example\nSubject: big\nContent-Type: image/png\n"
    b"Content-Transfer-Encoding: base64\n\n" + b"iVBORw0KGgoAAAAN" * 650_000,
    "unclosed parts": b"From: x@elsewhere.example\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nhalf",
}


@pytest.mark.parametrize("raw", list(ODD_MAILS.values()), ids=list(ODD_MAILS))
def test_an_odd_mail_is_visible_and_stops_nothing(raw: bytes, tmp_path: Path) -> None:
    """It has a verdict and its bytes are kept; the email behind it is drafted in the same round."""
    school = an_office(tmp_path)
    school.deliver(raw)
    school.report()
    row = school.mails()[0]
    assert school.office.mail_log.raw(row.seen.sha256) == raw
    assert (str(row.verdict), school.letters()) == ("intray", ["L1.1 drafted"])


def test_a_mail_over_the_limit_waits_for_a_person(tmp_path: Path) -> None:
    """Only its headers were read; the in-tray shows it."""
    edited(school_folder(tmp_path), ("megabytes = 25 ", "megabytes = 1 "))
    school = an_office(tmp_path)
    school.deliver(ODD_MAILS["10 MB"])
    school.round()
    assert school.verdicts() == ["intray"]


def outbox_is_a_file(folder: Path) -> None:
    """The folder our emails go to cannot be written."""
    (folder / "sent").rmdir()
    (folder / "sent").write_text("not a folder")


def test_an_outbox_that_cannot_be_written_keeps_the_mail(terminal: Terminal, tmp_path: Path) -> None:
    """Code 3 and a sentence; the letter is drafted; once the folder is back the email goes out, once."""
    school = an_office(tmp_path)
    outbox_is_a_file(terminal.folder)
    school.write(
        "b.aldous@larkfield.example",
        "Form",
        "Parent: Mr Ross Dunn\nPupil: Ella Dunn, 4B\n"
        'Where: Facebook\nWhat was posted: "Mr Lowell is a useless clown."\n',
    )
    said = terminal.type("round", "--json", *DAY)
    assert (said.code, said.json["drafted"], len(said.json["problems"])) == (3, 1, 1)
    (terminal.folder / "sent").unlink()
    terminal.type("round", *DAY)
    terminal.type("round", *DAY)
    assert [mail.kind for mail in school.sent_mails()] == ["approval"]


def no_mail_server(folder: Path) -> None:
    """The mailbox is on a server that does not answer."""
    server = f'kind = "imap"\nhost = "localhost"\nport = {free_port()}\nuser = "x"\ntimeout_seconds = 2'
    edited(folder, ('kind = "folder"\nfolder = "inbox"', server))


def test_a_mailbox_that_does_not_answer_stops_no_deadline(terminal: Terminal, tmp_path: Path) -> None:
    """Code 3; the lapse is still seen, the decision asked for, and the email about it sent."""
    school = an_office(tmp_path)
    school.report()
    school.goes_out()
    no_mail_server(terminal.folder)
    said = terminal.type("round", "--json", "--today", "2026-11-13")
    assert (said.code, said.json["lapsed"]) == (3, 1)
    assert school.newest("decision", "2026-0001")
    assert said.json["problems"][0]["what_to_do"]


def test_a_mailbox_that_does_not_answer_stops_no_reminder(terminal: Terminal, tmp_path: Path) -> None:
    """Two working days before the answer-by date."""
    school = an_office(tmp_path)
    school.report()
    school.goes_out()
    no_mail_server(terminal.folder)
    assert terminal.type("round", "--json", "--today", "2026-11-10").json["reminded"] == 1


def test_check_says_that_the_mailbox_does_not_answer(terminal: Terminal) -> None:
    """And --no-login leaves the network alone."""
    no_mail_server(terminal.folder)
    assert "localhost" in terminal.type("check", *DAY).out
    assert terminal.type("check", "--no-login", *DAY).code == 0


class PickyOutbox:
    """A mail server that refuses one address and takes every other email."""

    def __init__(self, real: Outbox, refused: str) -> None:
        self._real, self._refused = real, refused

    def send(self, mail: OutgoingMail) -> None:
        """Refuse the email, or send it."""
        if self._refused in mail.to:
            raise WorldFailed(
                Problem(where="smtp", what="No such person here.", what_to_do="Fix the address.")
            )
        self._real.send(mail)

    def check(self) -> list[Problem]:
        """The server itself is well."""
        return self._real.check()


def test_a_refused_mail_does_not_hold_up_the_others(tmp_path: Path) -> None:
    """A slip in the head's address keeps the approval email waiting, not the alert behind it."""
    school = an_office(tmp_path)
    school = an_office(tmp_path, outbox=PickyOutbox(school.office.outbox, HEAD))
    school.report()
    tally = school.report("Mr Emeka Okoro", "Ada Okoro, 2A", what=THREAT)
    assert [mail.kind for mail in school.office.queue.waiting()] == [MailKind.APPROVAL]
    assert [mail.kind for mail in school.sent_mails()] == ["alert"]
    assert (tally.world_failed, len(tally.problems)) == (True, 1)


def test_a_slip_in_the_deputys_address_keeps_no_alert_from_the_dsl(tmp_path: Path) -> None:
    """The DSL is told, the round says who was not, and so does one email to two people."""
    school = an_office(tmp_path)
    school = an_office(tmp_path, outbox=PickyOutbox(school.office.outbox, DEPUTY))
    tally = school.report("Mr Emeka Okoro", "Ada Okoro, 2A", what=THREAT)
    school.round()
    assert [(mail.to, mail.kind) for mail in school.sent_mails()] == [
        ((DSL,), "alert"),
        ((OFFICE, DSL), "watch"),
    ]
    assert (tally.world_failed, len(tally.problems)) == (True, 1)


def test_a_command_waits_for_the_round_that_is_under_way(terminal: Terminal) -> None:
    """It says for whom it waits, then does its work."""
    taken, given_back = threading.Event(), threading.Event()

    def round_elsewhere() -> None:
        with writer_lock(terminal.folder / "data"):
            taken.set()
            given_back.wait(0.3)

    other = threading.Thread(target=round_elsewhere)
    other.start()
    taken.wait()
    said = terminal.type("round", *DAY)
    other.join()
    assert (said.code, "Waiting up to" in said.err) == (0, True)


def test_the_daily_line_says_that_the_counts_add_up(tmp_path: Path) -> None:
    """And cries out when an email has gone that we took in."""
    school: Rehearsal = an_office(tmp_path)
    school.report()
    office = build(load_settings(school.folder), WallClock())
    assert counts_line(office).endswith("; adds up")
    next((school.folder / "inbox" / "taken").glob("*.eml")).unlink()
    assert "DOES NOT ADD UP: -1 emails" in counts_line(office)
