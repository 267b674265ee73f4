"""The harness can fail: a program with a fault, and a school that somebody damaged, are both found out."""

from collections.abc import Callable
from operator import itemgetter
from pathlib import Path

import pytest
from crash.harness import Bench, Point, bare_environment
from crash.kill import KILL
from crash.promises import broken_promises, kinds_of, lost_events
from crash.scenes import SCENES
from crash.scenes_cases import REF, approved, by_mail_into_folder, drafted
from crash.school import ROOT, School, fresh
from servers.needs import need
from sweeps import swept

from letterladder.rules.cases.events import LetterPosted, PostingStarted
from letterladder.rules.words import Method

FAULTY = f"""
import runpy
runpy.run_path({str(ROOT / "run.py")!r}, run_name="checkout")
from letterladder.desk.cli import main
from letterladder.mailbox import folder_outbox
from letterladder.records.logs import chain
from letterladder.records.outgoing import outgoing_queue
"""
SENDS_TWICE = """
send = folder_outbox.put_new
folder_outbox.put_new = lambda *of: (send(*of), send(*of))
"""
HALF_LINES = """
append = chain.append_line
chain.append_line = lambda path, line: append(path, line[: len(line) // 2])
"""
LOSES_MAIL = """
outgoing_queue.FolderQueue.put = lambda self, mail: None
"""
NEVER = 9_999
"""The number of a call that is never made: the program runs to its end."""


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A new school."""
    monkeypatch.setenv("PATH", bare_environment(tmp_path, with_pdf=True)["PATH"])
    return fresh(tmp_path / "prepared")


@pytest.mark.sweep("test_a_damaged_school_is_found_out")
@pytest.mark.parametrize(
    ("found", "fault"),
    [
        ("left 2 times", SENDS_TWICE),
        ("not whole", HALF_LINES),
        ("mentions an email that was lost", LOSES_MAIL),
    ],
)
def test_a_program_with_a_fault_is_found_out(found: str, fault: str, tmp_path: Path) -> None:
    """The same scene, run by a program that is wrong in one line."""
    need("strace", "strace")
    faulty = tmp_path / "faulty.py"
    faulty.write_text(f"{FAULTY}{fault}main()\n", encoding="utf-8")
    with Bench() as bench:
        scene = next(one for one in SCENES if one.name == "first run")
        ready = bench.prepare(scene)
        ready.school.program = faulty
        outcome = bench.attempt(ready, Point(scene=scene.name, call="fsync", number=NEVER, how=KILL))
    assert found in " ".join(outcome.faults)


def posted_without_approval(school: School) -> None:
    """Somebody logs a posting of a draft that nobody approved."""
    drafted(school)
    start(school, Method.FIRST_CLASS)


def start(school: School, method: Method) -> None:
    """Log that the letter in hand began to leave."""
    office = school.office()
    letter = office.case(REF).letters[-1]
    event = PostingStarted(
        letter=letter.letter,
        version=letter.version,
        sha256=letter.sha256,
        message_id="<x@larkfield.example>",
        method=method,
        to="x",
    )
    office.note(REF, event)


def posted_twice(school: School) -> None:
    """A letter that went out is logged as posted again."""
    by_mail_into_folder(school)
    school.round()
    office = school.office()
    office.note(REF, next(e.event for e in office.cases.read(REF) if isinstance(e.event, LetterPosted)))


def left_in_the_air(school: School) -> None:
    """A letter began to leave by email, and nobody is asked."""
    by_mail_into_folder(school)
    start(school, Method.MAIL)


def out_of_the_tray(school: School) -> None:
    """The tray lost the letter that waits in it."""
    approved(school)
    office = school.office()
    letter = office.case(REF).letters[-1]
    office.tray.take(REF, letter.letter, letter.version)


def lost_mail(school: School) -> None:
    """The copy of the email that asked for approval is gone."""
    drafted(school)
    for file in (school.folder / "data" / "outbox" / "sent").glob("*.json"):
        file.unlink()


def sent_twice(school: School) -> None:
    """An email is in the outgoing folder twice."""
    drafted(school)
    mail = next((school.folder / "sent").glob("*.eml"))
    mail.with_name("2026-11-02-0009.eml").write_bytes(mail.read_bytes())


def half_a_line(school: School) -> None:
    """A line of the case's log that was cut in the middle."""
    drafted(school)
    log = school.folder / "data" / "cases" / REF / "case.log"
    log.write_bytes(log.read_bytes()[:-40])


def mail_not_known(school: School) -> None:
    """An email that was delivered and taken away unseen."""
    drafted(school)
    school.mails += 1


def waits_twice(school: School) -> None:
    """An email that was sent waits again under another number."""
    drafted(school)
    outbox = school.folder / "data" / "outbox"
    done = next((outbox / "sent").glob("*.json"))
    (outbox / done.name).write_bytes(done.read_bytes())


@pytest.mark.parametrize(
    ("found", "damage"),
    swept(
        [
            ("without approval", posted_without_approval),
            ("2 times LetterPosted", posted_twice),
            ("nobody is asked", left_in_the_air),
            ("is not in the tray", out_of_the_tray),
            ("mentions an email that was lost", lost_mail),
            ("left 2 times", sent_twice),
            ("the last line is not whole", half_a_line),
            ("2 mails were delivered, 1 are known", mail_not_known),
            ("is noted as sent, and waits", waits_twice),
        ],
        "without approval",
        "the last line is not whole",
        "left 2 times",
        name=itemgetter(0),
    ),
)
def test_a_damaged_school_is_found_out(found: str, damage: Callable[[School], None], school: School) -> None:
    """Each promise can fail, and says what failed."""
    damage(school)
    assert found in " ".join(broken_promises(school))


def test_a_sound_school_breaks_no_promise(school: School) -> None:
    """The other half of the control."""
    drafted(school)
    assert list(broken_promises(school)) == []


def test_what_was_never_done_is_missed(school: School) -> None:
    """An event less than in a run without a stop."""
    drafted(school)
    wanted = kinds_of(school)
    wanted["LetterApproved"] += 1
    assert list(lost_events(wanted, school)) == [
        "LetterApproved is 1 times fewer in the logs than without a stop"
    ]
