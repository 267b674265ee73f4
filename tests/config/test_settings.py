"""One school's folder becomes settings, or every fault of every file at once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from demo_school import FOLDERS

from letterladder.config.paths import EXAMPLE
from letterladder.config.settings import load_settings, password_of, read_settings
from letterladder.config.settings_tables import ImapBox, SmtpBox
from letterladder.ground.errors import WrongUsage
from letterladder.rules.words import Method, SchoolType

PNG = b"\x89PNG\r\n\x1a\n rest"
IMAP = '[mail.in]\nkind = "imap"\nhost = "imap.larkfield.example"\nuser = "letters"\n'
SMTP = '[mail.out]\nkind = "smtp"\nhost = "smtp.larkfield.example"\n'


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The example school in a folder of its own."""
    for file in EXAMPLE.iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    with (tmp_path / "school.toml").open("a", encoding="utf-8") as toml:
        toml.write(f"\n{FOLDERS}")
    return tmp_path


def edit(folder: Path, old: str, new: str, *, file: str = "school.toml") -> None:
    """Put `new` for `old`, which must be there."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def places(folder: Path) -> list[str]:
    """Where the faults are."""
    settings, faults = read_settings(folder)
    assert settings is None
    return [fault.where for fault in faults]


def test_the_example_school_has_no_fault(school: Path) -> None:
    """What `init` makes runs as it is."""
    assert read_settings(school)[1] == []


@pytest.mark.parametrize(
    ("expected", "ask"),
    [
        ("Larkfield Primary School", lambda s: s.school.name),
        ("larkfield-primary-school", lambda s: s.school.slug),
        (SchoolType.COMMUNITY, lambda s: s.school.type),
        ("a.hollis@larkfield.example", lambda s: s.school.people["head"].email),
        ({"head", "alternate", "dsl", "deputy", "office"}, lambda s: set(s.school.people)),
        (Method.FIRST_CLASS, lambda s: s.school.posting.method),
        ((1, 3, 5), lambda s: s.school.reminding.after_days),
        (10, lambda s: s.school.approving.code_days),
        (25 * 1024 * 1024, lambda s: s.mail_limit),
        ("model", lambda s: s.school.policy.id),
        ("inbox", lambda s: s.mail.incoming.folder),
        ("data", lambda s: s.data.name),
        ("people.csv", lambda s: s.people_csv.name),
        ("letter_templates", lambda s: s.own_templates.name),
    ],
)
def test_the_tables_become_values(school: Path, expected: object, ask: Callable[[object], object]) -> None:
    """Each in its place, sizes in bytes."""
    assert ask(load_settings(school)) == expected


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        ("school.toml, school.name", 'name = "Larkfield Primary School"', ""),
        ("school.toml, school.nam", 'name = "Larkfield Primary School"', 'nam = "Larkfield"'),
        ("school.toml, school.type", 'type = "community"', 'type = "castle"'),
        (
            "school.toml, school.address",
            'address = ["Larkfield Road", "Wexmoor", "ZZ99 4LF"]',
            "address = []",
        ),
        ("school.toml, people.head.email", "a.hollis@larkfield.example", "a.hollis"),
        ("school.toml, people.alternate", "[people.alternate]", "[people.chair]"),
        ("school.toml, posting.method", 'method = "first-class"', 'method = "pigeon"'),
        ("school.toml, reminders.before_days.0", "before_days = [2]", "before_days = [-2]"),
        ("school.toml, reminders", "from_hour = 7", "from_hour = 18"),
        ("school.toml, reminders.to_hour", "to_hour = 18", "to_hour = 25"),
        ("school.toml, approval.code_days", "code_days = 10", "code_days = 0"),
        ("school.toml, anchor.to", 'to = ["head", "dsl"]', 'to = ["head"]'),
        ("school.toml, anchor.to.1", 'to = ["head", "dsl"]', 'to = ["head", "caretaker"]'),
        ("school.toml, school.logo", 'footer = ""', 'logo = "logo.png"'),
        ("school.toml, people.head.signature", '# signature = "signature.png"', 'signature = "sig.png"'),
        ("school.toml, mail.in", 'kind = "folder"\nfolder = "inbox"', 'kind = "pigeon"'),
        ("school.toml, mail.in.password", 'folder = "inbox"', 'folder = "inbox"\npassword = "pa55"'),
        ("nowhere.toml", 'file = "model"', 'file = "nowhere.toml"'),
    ],
)
def test_a_fault_has_its_file_and_key(school: Path, where: str, old: str, new: str) -> None:
    """A missing, unknown or impossible value, a picture or a policy that is not there."""
    edit(school, old, new)
    assert where in places(school)


def test_a_broken_school_file_says_so_once(school: Path) -> None:
    """Nothing is guessed from it, but the calendar is still read."""
    (school / "school.toml").write_text("[school", encoding="utf-8")
    (school / "calendar.toml").write_text("[[terms", encoding="utf-8")
    found = places(school)
    assert found[0] == "school.toml, line 1"
    assert "calendar.toml, line 1" in found[1]
    assert len(found) == 2


def test_the_faults_of_all_files_come_at_once(school: Path) -> None:
    """School, policy, pictures and calendar in one reading."""
    edit(school, 'footer = ""', 'logo = "logo.png"')
    edit(school, 'file = "model"', 'file = "own.toml"')
    (school / "own.toml").write_text('id = "own"', encoding="utf-8")
    (school / "calendar.toml").unlink()
    found = places(school)
    assert any("calendar.toml" in where for where in found)
    assert {"school.toml, school.logo", "own.toml, title", "own.toml, conduct", "own.toml, steps"} <= set(
        found
    )


def test_loading_raises_with_every_fault(school: Path) -> None:
    """A command stops with exit code 2 and the whole list."""
    edit(school, "code_days = 10", "code_days = 0")
    edit(school, "to_hour = 18", "to_hour = 25")
    with pytest.raises(WrongUsage) as raised:
        load_settings(school)
    assert len(raised.value.problems) == 2
    assert raised.value.exit_code == 2


@pytest.mark.parametrize(("there", "content"), [(True, PNG), (True, b"\xff\xd8\xff\xe0"), (False, b"<svg/>")])
def test_a_logo_must_be_a_picture_that_word_shows(school: Path, there: bool, content: bytes) -> None:
    """PNG or JPEG; another kind would break every letter much later."""
    (school / "logo.png").write_bytes(content)
    edit(school, 'footer = ""', 'logo = "logo.png"')
    settings, _ = read_settings(school)
    assert (settings is not None and settings.school.letterhead.logo == content) is there


OWN = """
id = "own"
title = "Our Policy"
[conduct.posts]
title = "posts"
first = ["Z1"]
[steps.Z1]
name = "Closing"
closes = true
signer = "chair"
"""


def test_a_role_that_signs_must_be_held(school: Path) -> None:
    """A letter that the chair signs needs a chair."""
    (school / "own.toml").write_text(OWN, encoding="utf-8")
    edit(school, 'file = "model"', 'file = "own.toml"')
    assert places(school) == ["school.toml, people.chair"]
    edit(
        school,
        "[people.office]",
        '[people.chair]\nname = "Mr Q"\nrole = "Chair"\nemail = "q@a.example"\n[people.office]',
    )
    assert load_settings(school).school.policy.id == "own"


@pytest.mark.parametrize("tls", ["tls", "starttls"])
def test_a_real_mailbox_is_read(school: Path, tls: str) -> None:
    """With the usual ports and folders."""
    edit(school, FOLDERS, f'{IMAP}tls = "{tls}"\n{SMTP}')
    settings = load_settings(school)
    assert isinstance(settings.mail.incoming, ImapBox)
    assert isinstance(settings.mail.outgoing, SmtpBox)
    assert (settings.mail.incoming.port, settings.mail.outgoing.port, settings.mail.incoming.tls) == (
        993,
        587,
        tls,
    )


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("this computer only", 'tls = "none"\n'),
        ("not both", 'password_file = "a"\npassword_env = "B"\n'),
        ("greater than or equal to 1", "port = 0\n"),
    ],
)
def test_an_unsafe_mailbox_is_a_fault(school: Path, words: str, lines: str) -> None:
    """No plain text to a stranger, no two passwords."""
    edit(school, FOLDERS, f"{IMAP}{lines}{SMTP}")
    _, faults = read_settings(school)
    assert [words in fault.what for fault in faults] == [True]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_plain_text_is_let_pass_on_this_machine(school: Path, host: str) -> None:
    """For a server beside us."""
    edit(school, FOLDERS, f'{IMAP}tls = "none"\n{SMTP}'.replace("imap.larkfield.example", host))
    assert load_settings(school).mail.incoming.kind == "imap"


def box(**changes: str) -> ImapBox:
    """An IMAP mailbox."""
    return ImapBox.model_validate({"kind": "imap", "host": "imap.larkfield.example", **changes})


def test_a_password_comes_from_its_file(school: Path) -> None:
    """Without the line end that an editor adds."""
    (school / "mail-password").write_text("correct horse\n", encoding="utf-8")
    assert password_of(school, box(password_file="mail-password")) == "correct horse"


def test_a_password_comes_from_the_environment(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As services hand it over."""
    monkeypatch.setenv("LETTERLADDER_TEST", "correct horse")
    assert password_of(school, box(password_env="LETTERLADDER_TEST")) == "correct horse"


def test_no_password_is_none(school: Path) -> None:
    """A server beside us may want none."""
    assert password_of(school, box()) == ""


@pytest.mark.parametrize(
    ("where", "server"),
    [
        ("school.toml, password_file", box(password_file="not-there")),
        ("school.toml, password_env", box(password_env="LETTERLADDER_NOT_SET")),
    ],
)
def test_a_password_that_is_not_there_is_wrong_usage(school: Path, where: str, server: ImapBox) -> None:
    """With the place and what to do."""
    with pytest.raises(WrongUsage) as raised:
        password_of(school, server)
    assert raised.value.problems[0].where == where
    assert raised.value.problems[0].what_to_do


def test_settings_never_show_a_secret(school: Path) -> None:
    """Neither repr nor str, though the password is beside school.toml."""
    (school / "mail-password").write_text("correct horse", encoding="utf-8")
    edit(school, FOLDERS, f'{IMAP}password_file = "mail-password"\n{SMTP}password_file = "mail-password"\n')
    settings = load_settings(school)
    assert (
        "correct horse" not in f"{settings!r} {settings} {settings.mail.incoming!r} {settings.mail.outgoing}"
    )


def test_a_password_written_into_the_file_is_not_repeated(school: Path) -> None:
    """The fault names the key, never its value: a fault is printed and logged."""
    edit(school, FOLDERS, f'{IMAP}password = "correct horse"\n{SMTP}')
    _, faults = read_settings(school)
    assert faults
    assert "correct horse" not in "".join(map(str, faults))


@pytest.mark.parametrize(
    ("expected", "roles"),
    [
        (0, '["head", "dsl"]'),
        (0, '["head", "office", "head"]'),
        (1, '["head", "head"]'),
        (1, '["head", "chair"]'),
    ],
)
def test_two_people_hold_the_anchor(school: Path, expected: int, roles: str) -> None:
    """Two roles of one person, or one that nobody holds, are one witness; where it is off nobody asks."""
    edit(school, '[anchor]\non = true\nto = ["head", "dsl"]', f"[anchor]\non = true\nto = {roles}")
    settings, faults = read_settings(school)
    assert (settings is None, len(faults)) == (bool(expected), expected)
    edit(school, "[anchor]\non = true", "[anchor]\non = false")
    assert read_settings(school)[1] == []


def test_the_anchor_is_on_and_goes_to_the_first_two_where_nothing_is_said(school: Path) -> None:
    """A school.toml from before it has no such table."""
    edit(school, '[anchor]\non = true\nto = ["head", "dsl"]', "")
    found = load_settings(school).school
    assert (found.anchoring.on, found.anchor_to) == (True, found.mails_of("head", "alternate"))


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("triage.tell", 'tell = ["dsl", "deputy"] ', "tell = [] "),
        ("triage.tell.1", 'tell = ["dsl", "deputy"] ', 'tell = ["dsl", "caretaker"] '),
        ("triage.plain_when", 'plain_when = "digest"', 'plain_when = "never"'),
        ("reminders.digest_at", "from_hour = 7", 'from_hour = 7\ndigest_at = "8 am"'),
        ("reminders", "from_hour = 7", 'from_hour = 7\ndigest_at = "06:30"'),
        ("approval.when_away", "code_days = 10", 'when_away = "never"\ncode_days = 10'),
        ("triage.digest_hours.0", '"08:00", "13:00"', '"8 am", "13:00"'),
        ("triage.digest_hours.1", '"08:00", "13:00"', '"08:00", "24:00"'),
        ("triage.red_minutes", "red_minutes = 15", "red_minutes = 0"),
        ("triage.amber_minutes", "amber_minutes = 120", "amber_minutes = 5000"),
        ("triage.chain", 'chain = ["dsl", "deputy", "head", "alternate"]', "chain = []"),
    ],
)
def test_who_is_told_of_the_in_tray_is_checked(key: str, old: str, new: str, school: Path) -> None:
    """A slip would tell nobody; the fault names the key."""
    edit(school, old, new)
    assert places(school) == [f"school.toml, {key}"]
