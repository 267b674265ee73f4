"""At a real school's command line a typed name signs nothing: the code of the email does, or having signed in."""

import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from desk.terminal import Said, Terminal
from office import DSL, HEAD, MONDAY
from prepared import reported_school

from letterladder.desk import clock
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.fresh_folder import MARK

REF = "2026-0001"
CODE = re.compile(r"\b[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b")
SIGNED = [
    ("approve", REF, "--by", "Mrs Anita Hollis"),
    ("return", REF, "--note", "shorter", "--by", "Mrs Anita Hollis"),
    ("decide", REF, "none", "--reason", "enough", "--by", "Mrs Anita Hollis"),
    ("release", REF, "--by", "Miss Treadwell"),
    ("reopen", REF, "--reason", "more", "--by", "Mrs Anita Hollis"),
    ("waive", REF, "police", "--reason", "no", "--by", "Mrs Anita Hollis"),
    ("triage", REF, "--alternate", "--by", "Miss Treadwell"),
    ("forget", REF, "--reason", "old", "--by", "Mrs Anita Hollis", "--yes"),
]


class Monday(RehearsalClock):
    """A wall's clock that stands still on the morning on which the letter waits."""

    def __init__(self) -> None:
        super().__init__(MONDAY, 11)


@pytest.fixture(name="real")
def a_real_school(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """A school's own folder, in which a letter waits for the head since today."""
    school = reported_school(tmp_path)
    school.folder.joinpath(MARK).unlink()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(clock, "WallClock", Monday)
    return Terminal(school.folder, capsys)


def mails_to(real: Terminal, address: str) -> list[str]:
    """The texts of our emails to somebody, oldest first."""
    found = []
    for file in sorted(real.folder.joinpath("sent").glob("*.eml")):
        message = message_from_bytes(file.read_bytes(), policy=policy.default)
        if address in str(message["To"]):
            body = message.get_body(("plain",))
            found.append(str(body.get_content()) if body else "")
    return found


def code_for(real: Terminal, address: str) -> str:
    """The code of the newest email to somebody that has one."""
    return next(found[0] for text in reversed(mails_to(real, address)) if (found := CODE.search(text)))


def log_of(real: Terminal) -> bytes:
    return real.folder.joinpath("data", "cases", REF, "case.log").read_bytes()


def sign_in(real: Terminal, name: str, address: str) -> Said:
    assert real.type("sign-in", "--by", name).code == 0
    return real.type("sign-in", "--code", code_for(real, address))


@pytest.mark.parametrize("words", SIGNED, ids=[words[0] for words in SIGNED])
def test_a_typed_name_signs_nothing(real: Terminal, words: tuple[str, ...]) -> None:
    """Whoever is at a shell can type any name: nothing is logged, and the way to prove it is said."""
    before = log_of(real)
    said = real.type(*words)
    assert said.code != 0
    assert "sign-in --by NAME" in said.err
    assert log_of(real) == before


def test_the_code_of_the_email_approves(real: Terminal) -> None:
    """It says who approves, and for which version; the receipt goes to their own address."""
    said = real.type("approve", REF, "--code", code_for(real, HEAD))
    assert said.code == 0, said.err
    history = real.type("case", REF, "--json").json["history"]
    assert any("approved by Mrs Anita Hollis, head (by code)" in str(line) for line in history), history


def test_a_code_is_good_once_and_for_its_case(real: Terminal) -> None:
    """A used code, an invented one and one with a name beside it approve nothing."""
    code = code_for(real, HEAD)
    assert real.type("approve", REF, "--code", code, "--by", "Mrs Anita Hollis").code == 2
    assert real.type("approve", REF, "--code", "ABCD-2345").code != 0
    assert real.type("approve", REF, "--code", code).code == 0
    again = real.type("approve", REF, "--code", code)
    assert "belongs to nothing that waits" in again.err


def test_the_code_of_a_letter_decides_nothing(real: Terminal) -> None:
    """It was given for a letter."""
    before = log_of(real)
    said = real.type("decide", REF, "none", "--reason", "enough", "--code", code_for(real, HEAD))
    assert said.code != 0
    assert log_of(real) == before


def test_whoever_signed_in_approves(real: Terminal) -> None:
    """The code goes to the address in school.toml; what is then typed is theirs, without a name."""
    said = sign_in(real, "head", HEAD)
    assert HEAD in said.out
    assert real.type("approve", REF).code == 0
    assert b'"how":"signed-in"' in log_of(real)


def test_whoever_signed_in_acts_for_nobody_else(real: Terminal) -> None:
    """The DSL who signed in is not the head, by any name; nor may she approve in her own."""
    sign_in(real, "Miss Treadwell", DSL)
    before = log_of(real)
    assert "is signed in here" in real.type("approve", REF, "--by", "Mrs Anita Hollis").err
    assert "may not approve" in real.type("approve", REF).err
    assert log_of(real) == before


def test_another_account_is_not_signed_in(
    real: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code that one account asked for signs no other in, and its visit is not another's."""
    assert real.type("sign-in", "--by", "head").code == 0
    code = code_for(real, HEAD)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "elsewhere"))
    assert real.type("sign-in", "--code", code).code == 2
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    assert real.type("sign-in", "--code", code).code == 0
    assert real.type("sign-in", "--code", code).code == 2
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "elsewhere"))
    assert real.type("approve", REF).code != 0


def test_signing_out_ends_it(real: Terminal) -> None:
    """So does signing everybody out of the desk."""
    sign_in(real, "head", HEAD)
    assert "signed out" in real.type("sign-out").out
    assert real.type("approve", REF).code != 0
    sign_in(real, "head", HEAD)
    real.type("desk", "sign-out-all")
    assert real.type("approve", REF).code != 0


def test_nobody_signs_in_without_a_role_or_a_name(real: Terminal) -> None:
    """A parent, staff without a role, nobody at all: no code is sent."""
    for name in ("Ross Dunn", "Mr Lowell", "Nobody Known"):
        assert real.type("sign-in", "--by", name).code != 0
    assert real.type("sign-in").code == 2


def test_no_code_lies_in_clear_once_it_was_sent(real: Terminal) -> None:
    """Of approval and sign-in the data folder and what the account keeps hold hashes alone."""
    real.type("sign-in", "--by", "head")
    codes = {found for text in mails_to(real, HEAD) for found in CODE.findall(text)}
    assert len(codes) == 2
    kept = [
        file
        for place in (real.folder / "data", real.folder / "desk", real.folder.parent / "home")
        for file in place.rglob("*")
        if file.is_file() and any(code.encode() in file.read_bytes() for code in codes)
    ]
    assert kept == []


@pytest.mark.parametrize(
    "words",
    [
        ("round",),
        ("hold", REF, "--for", "police"),
        ("posted", REF),
        ("answer", REF, "refused", "--summary", "no"),
        ("export", "--format", "csv", "--for", "panel", "--out", "x.csv", "--by", "head"),
    ],
    ids=lambda words: words[0],
)
def test_another_day_is_only_looked_at_in_a_real_folder(real: Terminal, words: tuple[str, ...]) -> None:
    """A round of another year would let every deadline lapse: not a byte changes, and the way to rehearse is said."""
    before = {file: file.read_bytes() for file in real.folder.rglob("*") if file.is_file()}
    said = real.type(*words, "--today", "2027-05-03")
    assert said.code == 2
    assert "letterladder rehearse COPY" in said.err
    assert {file: file.read_bytes() for file in real.folder.rglob("*") if file.is_file()} == before
    assert real.type("case", REF, "--today", "2027-05-03").code == 0


def test_another_day_is_rehearsed_in_a_copy(
    real: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No server and no language model is left in it, whatever the school has; the school itself is not touched."""
    settings = real.folder / "school.toml"
    text = settings.read_text(encoding="utf-8").partition("\n[mail.in]")[0]
    server = '[mail.out] # away\nkind = "smtp"\nhost = "smtp.example.org"\nuser = "u"\npassword_env = "P"\n'
    settings.write_text(f'{text}\n[mail.in]\nkind = "folder"\nfolder = "inbox"\n\n{server}', encoding="utf-8")
    copy, there = tmp_path / "copy", settings.read_text(encoding="utf-8")
    assert "smtp.example.org" in there
    assert real.type("rehearse", str(copy)).code == 0
    before = log_of(real)
    said = Terminal(copy, capsys).type("round", "--today", "2027-05-03")
    assert said.code in {0, 1}, said.err
    assert "smtp.example.org" not in copy.joinpath("school.toml").read_text(encoding="utf-8")
    assert log_of(real) == before
    assert real.type("rehearse", str(copy)).code == 2
    assert real.type("rehearse", str(real.folder / "within")).code == 2


def test_the_mark_of_a_demo_frees_no_real_school(real: Terminal) -> None:
    """A file is easily put there; a school whose emails reach real people stays a real one."""
    settings = real.folder / "school.toml"
    text = settings.read_text(encoding="utf-8").replace(HEAD, "head@school.org.uk")
    text = text.partition("\n[mail.in]")[0]
    server = 'kind = "smtp"\nhost = "127.0.0.1"\nuser = "u"\npassword_env = "P"\n'
    settings.write_text(
        f'{text}\n[mail.in]\nkind = "folder"\nfolder = "inbox"\n\n[mail.out]\n{server}', encoding="utf-8"
    )
    real.folder.joinpath(MARK).touch()
    assert real.type("approve", REF, "--by", "head").code != 0
    assert real.type("round", "--today", "2027-05-03").code == 2


def test_acts_of_the_office_are_typed_as_before(real: Terminal) -> None:
    """Only whoever approves, decides or sets free must prove who they are: a hold can be typed by anybody."""
    assert real.type("hold", REF, "--for", "police", "--by", "office").code == 0
    held = real.type("case", REF, "--json").json
    assert held["state"] == "held"
