"""Something is where a file belongs, or a file is damaged: a threat in the same round is alerted all the same."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from office import DSL, OFFICE, THREAT, Rehearsal, an_office, form, school_folder
from sweeps import each

from letterladder.desk.checking import check_everything

THINGS = [
    "data/ledger/pulse.json",
    "data/ledger/places.txt",
    "data/ledger/trouble.txt",
    "data/ledger/requests.log",
    "data/ledger/anchors.log",
    "data/index.sqlite",
    "data/index.touched",
    "data/secret.key",
    "data/cases/numbers.json",
    "data/cases/2026-0001/case.log",
    "data/cases/2026-0001/case.txt",
    "data/cases/2026-0001/reporter.json",
    "data/outbox/000001-0123456789abcdef0123.json",
    "data/outbox/to-post/list.json",
    "letter_templates/alert.j2",
    "letter_templates/approval.j2",
    "letter_templates/L1-removal-request.docx",
    "people.csv",
]


def a_folder(place: Path) -> None:
    """A folder of this name."""
    place.mkdir(parents=True)


def a_lost_link(place: Path) -> None:
    """A link that leads nowhere."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(place.parent / "nowhere")


def odd_bytes(place: Path) -> None:
    """Bytes that are not text, no JSON, and no index."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"\xfc\x00\xff{" * 99)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with a letter before the head."""
    folder = tmp_path_factory.mktemp("prepared")
    school_folder(folder)
    an_office(folder).report()
    return folder


def alerted(school: Rehearsal) -> bool:
    """Whether an alert left."""
    return any(mail.kind == "alert" for mail in school.sent_mails())


@pytest.mark.parametrize("put", [a_folder, a_lost_link, odd_bytes], ids=lambda put: put.__name__)
@pytest.mark.parametrize("thing", each(12, THINGS))
def test_a_threat_is_alerted_whatever_lies_in_the_way(
    prepared: Path, tmp_path: Path, thing: str, put: Callable[[Path], None]
) -> None:
    """In the first round; what is in the way is the office's to find, and the round says where."""
    shutil.copytree(prepared / "school", tmp_path / "school")
    place = tmp_path / "school" / thing
    place.unlink(missing_ok=True)
    put(place)
    school = an_office(tmp_path)
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form("Mrs Poppy Vance", what=THREAT))
    school.round()
    assert alerted(school)


def test_a_damaged_log_of_mails_keeps_no_threat_back(prepared: Path, tmp_path: Path) -> None:
    """No email is taken in until it is restored.

    What the mailbox shows is looked through for danger, each email once.
    """
    shutil.copytree(prepared / "school", tmp_path / "school")
    log = tmp_path / "school" / "data" / "ledger" / "mails.log"
    log.write_bytes(log.read_bytes().replace(b'"subject":"Form', b'"subject":"Fork', 1))
    school = an_office(tmp_path)
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form("Mrs Poppy Vance", what=THREAT))
    for _ in range(3):
        assert any("changed after it was written" in one.what for one in school.round().problems)
    kinds = [mail.kind for mail in school.sent_mails()]
    assert (kinds.count("alert"), kinds.count("watch")) == (1, 1)


def in_its_place(prepared: Path, tmp_path: Path, thing: str, put: Callable[[Path], None]) -> Rehearsal:
    """The prepared school with something else where a file or folder of ours belongs, and a threat in the mailbox."""
    shutil.copytree(prepared / "school", tmp_path / "school")
    place = tmp_path / "school" / thing
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    put(place)
    school = an_office(tmp_path)
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form("Mrs Poppy Vance", what=THREAT))
    return school


def a_file(place: Path) -> None:
    """A file where a folder belongs."""
    place.write_text("x")


def test_a_log_of_mails_that_cannot_be_read_keeps_no_threat_back(prepared: Path, tmp_path: Path) -> None:
    """It is not a mailbox that is away.

    Danger is looked for, each email is alerted about once, two people hear once.
    """
    school = in_its_place(prepared, tmp_path, "data/ledger/mails.log", a_folder)
    for _ in range(3):
        assert school.round().world_failed
    kinds = [mail.kind for mail in school.sent_mails()]
    assert (kinds.count("alert"), kinds.count("watch")) == (1, 1)
    assert school.office.pulse.read().fetch_failing_since is None


@pytest.mark.parametrize(
    "fault",
    [
        ("data/ledger/mails.log", a_folder, "ledger/mails.log"),
        ("data/cases/2026-0001/case.log", a_folder, "2026-0001/case.log"),
        ("data/cases/2026-0001", a_file, "2026-0001"),
        ("data/intake", a_file, "data/intake"),
        ("data/index.sqlite", a_folder, "data/index.sqlite"),
        ("data/ledger/pulse.json", a_folder, "ledger/pulse.json"),
        ("people.csv", a_folder, "people.csv"),
    ],
)
def test_what_lasts_of_our_own_is_in_one_mail_and_in_check(
    prepared: Path, tmp_path: Path, fault: tuple[str, Callable[[Path], None], str]
) -> None:
    """Not only in what a round prints, which nobody reads; two people hear of it once."""
    thing, put, named = fault
    school = in_its_place(prepared, tmp_path, thing, put)
    for _ in range(3):
        school.round()
    told = [mail for mail in school.sent_mails() if "part of its work" in mail.subject]
    assert [set(mail.to) for mail in told] == [{OFFICE, DSL}]
    assert named in told[0].text
    assert named in " ".join(
        one.where for one in check_everything(school.folder, school.clock, login=False)[0]
    )
