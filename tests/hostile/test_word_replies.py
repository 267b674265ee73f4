"""Word files in an approver's reply: through the whole program, in bounded memory, each refused in words."""

import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from hostile.word_bombs import BOMBS, TRICKS
from office import BOX, HEAD, OFFICE, Rehearsal, pressed
from prepared import reported_school
from sweeps import swept

ALL = {**BOMBS, **TRICKS}
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """A school whose head has the first letter for approval."""
    with pytest.MonkeyPatch.context() as machine:
        machine.setenv("PATH", "")
        return reported_school(tmp_path_factory.mktemp("replies"))


def reply(school: Rehearsal, file: str, content: bytes) -> None:
    """The head says yes, and sends a file with it."""
    _, subject, text = pressed(school.newest("approval").links[0])
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = HEAD, BOX, subject
    mail["Message-ID"] = f"<{next(school.numbers)}.reply@larkfield.example>"
    mail.set_content(text)
    mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=file)
    school.deliver(mail.as_bytes())


@pytest.mark.parametrize("name", swept(ALL, "zeros", "locked", "a remote template", "macros"))
def test_the_file_is_refused_and_both_hear_why(school: Rehearsal, name: str) -> None:
    """The draft stays as it was, unapproved; the head and the office read what is wrong; the file is kept."""
    expected, make = ALL[name]
    reply(school, "letter.docx", make())
    assert school.round().problems == []
    told = school.newest("notice", "2026-0001")
    assert school.letters() == ["L1.1 drafted"]
    assert (set(told.to), expected in " ".join(told.text.split())) == ({HEAD, OFFICE}, True), told.text


@pytest.mark.parametrize(
    "file",
    swept(
        ["letter.docm", "letter.doc", "letter.dotm", "letter.odt", "letter.rtf", "a.DOCX "],
        *("letter.docm", "letter.rtf"),
    ),
)
def test_a_letter_in_another_form_approves_nothing(school: Rehearsal, file: str) -> None:
    """Whoever sends their own version means that one, so the yes is not for ours."""
    reply(school, file, b"{\\rtf1 my own words}")
    school.round()
    assert school.letters() == ["L1.1 drafted"]


MEASURE = """
import resource, runpy, sys
sys.path.insert(0, "tests")
runpy.run_path("run.py", run_name="checkout")
from hostile.word_bombs import BOMBS
from steps import steps_of
from letterladder.records.word.word import DocxPrinter
from letterladder.ground.errors import Refused
bomb = BOMBS[sys.argv[1]][1]()
built = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
refused = []
def read():
    try:
        DocxPrinter().text_of(bomb)
    except Refused as refusal:
        refused.append(refusal)
steps = steps_of(read)
assert refused
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - built, built, steps)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured in the way of Linux")
@pytest.mark.parametrize(
    "name", swept(["zeros", "a size told wrong", "a hundred thousand parts", "billion laughs"], "zeros")
)
def test_a_bomb_takes_neither_memory_nor_many_steps(name: str) -> None:
    """A few MB and some thousand steps beyond what building it took; unpacked it would be hundreds of MB."""
    command = [sys.executable, "-c", MEASURE, name]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    kilobytes, built, steps = (float(number) for number in said.stdout.split())
    assert kilobytes < 60_000, f"{kilobytes} kB more than the {built} kB it took to build the file"
    assert steps < 3_000_000
