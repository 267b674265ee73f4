"""After a restore two people acknowledge what no longer fits its anchor, each signed in; the story as it is typed."""

import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from desk.terminal import Said, Terminal
from desk.test_sign_in_typed import mails_to, sign_in
from office import DSL, HEAD, MONDAY, edited
from prepared import reported_school

from letterladder.desk import clock
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.fresh_folder import MARK

WHY = ("acknowledge-break", "--why", "restored from the backup of Monday", "--yes")
DAYS: list[date] = []
"""The day on which the wall's clock stands: the last of these."""


class Standing(RehearsalClock):
    """A wall's clock that stands still in the morning of a day."""

    def __init__(self) -> None:
        super().__init__(DAYS[-1], 11)


@pytest.fixture(name="real")
def a_real_school(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """A school's own folder on Monday, with the anchor on and the first one taken."""
    school = reported_school(tmp_path)
    school.folder.joinpath(MARK).unlink()
    edited(school.folder, ("[anchor]\non = false", "[anchor]\non = true"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    DAYS[:] = [MONDAY]
    monkeypatch.setattr(clock, "WallClock", Standing)
    real = Terminal(school.folder, capsys)
    assert real.type("round").code == 0
    return real


def next_day(real: Terminal) -> Said:
    """A round on the day after."""
    DAYS.append(DAYS[-1].replace(day=DAYS[-1].day + 1))
    return real.type("round")


def number(real: Terminal) -> str:
    """Of the newest anchor email, as its command has it."""
    text = next(text for text in reversed(mails_to(real, HEAD)) if "verify --anchor" in text)
    return text.partition('verify --anchor "')[2].partition('"')[0]


def restored(real: Terminal, tmp_path: Path) -> str:
    """A backup on Monday, a day of work, and the folder as it comes back; the number that was emailed in between."""
    archive = tmp_path / "backup.tar.zst"
    assert real.type("backup", str(archive)).code == 0
    next_day(real)
    real.type("hold", "2026-0001", "--for", "police")
    next_day(real)
    lost = number(real)
    assert "everything up to that day is as it was" in real.type("verify", "--anchor", lost).out
    data, back = real.folder / "data", tmp_path / "back"
    said = real.type("restore", str(archive), str(back))
    assert (said.code, "two people can acknowledge that" in said.out) == (0, True)
    shutil.rmtree(data)
    shutil.copytree(back / "data", data)
    return lost


def anchors_log(real: Terminal) -> bytes:
    return (real.folder / "data" / "ledger" / "anchors.log").read_bytes()


def test_the_story_of_a_restore(real: Terminal, tmp_path: Path) -> None:
    """The number of a lost day is a break; two acknowledge it; then it is no break, and never hidden."""
    lost = restored(real, tmp_path)
    assert real.type("verify").code == 0
    said = real.type("verify", "--anchor", lost)
    assert said.code == 1
    assert "restored from an older backup" in said.out
    sign_in(real, "head", HEAD)
    first = real.type(*WHY, "--anchor", lost)
    assert (first.code, "a second person is needed" in first.out) == (0, True), first.err
    said = real.type("verify", "--anchor", lost)
    assert (said.code, "One of two has acknowledged" in said.out) == (1, True)
    sign_in(real, "Miss Treadwell", DSL)
    second = real.type(*WHY, "--anchor", lost[:19])
    assert (second.code, "Two people have acknowledged it now" in second.out) == (0, True), second.err
    said = real.type("verify", "--anchor", lost)
    assert said.code == 0
    assert "which was acknowledged by Mrs Anita Hollis" in said.out
    assert "Acknowledged that this no longer fits its anchor" in real.type("verify").out


def test_both_get_a_receipt_and_the_next_anchor_names_them(real: Terminal, tmp_path: Path) -> None:
    """At their own address; and whoever gets the anchor reads it again with the next number."""
    lost = restored(real, tmp_path)
    for name, address in (("head", HEAD), ("Miss Treadwell", DSL)):
        sign_in(real, name, address)
        real.type(*WHY, "--anchor", lost)
    next_day(real)
    for address in (HEAD, DSL):
        texts = [" ".join(text.split()) for text in mails_to(real, address)]
        assert sum("restored from the backup of Monday" in text for text in texts) == 1
        assert "in the name of Mrs Anita Hollis and Miss Joan Treadwell" in texts[-1] + texts[-2]
    assert real.type("verify", "--anchor", number(real)).code == 0


@pytest.mark.parametrize("by", [(), ("--by", "head"), ("--by", "Mrs Anita Hollis")])
def test_without_signing_in_nothing_is_written(real: Terminal, tmp_path: Path, by: tuple[str, ...]) -> None:
    """A typed name proves nothing."""
    lost = restored(real, tmp_path)
    before = anchors_log(real)
    said = real.type(*WHY, "--anchor", lost, *by)
    assert said.code != 0
    assert "sign-in --by NAME" in said.err
    assert anchors_log(real) == before


def test_nobody_acknowledges_for_somebody_else(real: Terminal, tmp_path: Path) -> None:
    """Nor for herself twice, by whichever name."""
    lost = restored(real, tmp_path)
    sign_in(real, "head", HEAD)
    assert real.type(*WHY, "--anchor", lost, "--by", "Anita Hollis").code == 0
    before = anchors_log(real)
    assert "is signed in here" in real.type(*WHY, "--anchor", lost, "--by", "Miss Treadwell").err
    sign_in(real, "Headteacher", HEAD)
    assert "already" in real.type(*WHY, "--anchor", lost).err
    assert anchors_log(real) == before


def test_with_nothing_broken_it_says_so(real: Terminal) -> None:
    """And writes nothing, nor for a number that is here."""
    sign_in(real, "head", HEAD)
    before = anchors_log(real)
    assert "Nothing is broken" in real.type(*WHY).err
    assert "this folder has it" in real.type(*WHY, "--anchor", number(real)).err
    assert real.type(*WHY, "--anchor", "not a number").code == 2
    assert anchors_log(real) == before


def test_it_asks_before_it_writes(real: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever does not say yes has acknowledged nothing."""
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    lost = restored(real, tmp_path)
    sign_in(real, "head", HEAD)
    before = anchors_log(real)
    said = real.type(*WHY[:-1], "--anchor", lost)
    assert said.code != 0
    assert "This does not fit its anchor: the number" in said.out
    assert anchors_log(real) == before
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    assert real.type(*WHY[:-1], "--anchor", lost).code == 0


def test_one_log_from_an_older_copy(real: Terminal) -> None:
    """The next anchor's round says it; two acknowledge it; the round is quiet, and verify ends well."""
    log = real.folder / "data" / "ledger" / "requests.log"
    record = ("request", "record", "foi", "--by", "office", "--who")
    assert real.type(*record, "a reader").code == 0
    older = log.read_bytes()
    assert real.type(*record, "another").code == 0
    next_day(real)
    log.write_bytes(older)
    said = next_day(real)
    assert "It ended at line 2 when it was last anchored" in said.out + said.err
    assert real.type("verify").code == 1
    for name, address in (("head", HEAD), ("Miss Treadwell", DSL)):
        sign_in(real, name, address)
        assert real.type(*WHY).code == 0
    assert real.type("verify").code == 0
    assert next_day(real).code == 0
    found = real.type("verify", "--json").json
    assert found["ok"]
    assert "ledger/requests.log (line 2)" in found["notes"][0]
