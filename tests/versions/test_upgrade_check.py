"""`upgrade-check`: folders of earlier versions, of a newer one, and damaged ones, each with its own answer."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from desk.terminal import Said, Terminal
from office import Rehearsal
from prepared import reported_school
from pydantic import ValidationError
from versions.newer import NEWER, append_newer
from versions.test_versions import VERSIONS

from letterladder.config.toml_file import Table, fault_of
from letterladder.desk.fresh_folder import make_school_folder

DAY = ("--today", "2026-11-24")
REF = "2026-0001"


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[Path], Path]:
    """Makes a school's folder with the data that a version kept."""

    def make(version: Path) -> Path:
        folder = tmp_path / version.name
        make_school_folder(folder)
        shutil.rmtree(folder / "data")
        shutil.copytree(version / "data", folder / "data")
        return folder

    return make


class Upgrade:
    """A school with one case, and the command typed in it."""

    def __init__(self, school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = school.folder
        self.log = school.folder / "data" / "cases" / REF / "case.log"
        self._terminal = Terminal(school.folder, capsys)

    def check(self, *words: str) -> Said:
        """What the command says."""
        return self._terminal.type("upgrade-check", *words, *DAY)

    def backup(self) -> None:
        """As it is done before."""
        place = self.folder.parent / "archives"
        place.mkdir()
        assert self._terminal.type("backup", str(place)).code == 0


@pytest.fixture
def upgrade(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Upgrade:
    """A school with one case, of which there is a backup."""
    upgrade = Upgrade(reported_school(tmp_path), capsys)
    upgrade.backup()
    return upgrade


@pytest.mark.parametrize("version", VERSIONS, ids=lambda folder: folder.name)
def test_what_every_version_left_can_be_gone_on_with(
    version: Path, kept: Callable[[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Every line of its logs is read; only a backup is asked for, since none was made of these."""
    folder = kept(version)
    lines = sum(len(log.read_bytes().splitlines()) for log in (folder / "data").rglob("*.log"))
    said = Terminal(folder, capsys).type("upgrade-check", "--json", *DAY).json
    assert said["looked_at"] == {"cases": 2, "lines": lines}
    assert [one["where"] for one in said["problems"]] == ["backup"]


def test_with_a_backup_all_is_well_and_both_ways_are_said(upgrade: Upgrade) -> None:
    """Exit code 0; what to do now, and how to go back."""
    said = upgrade.check()
    assert (said.code, said.err) == (0, ""), said.out
    assert "can go on with it: 1 case" in said.out
    assert "letterladder backup FOLDER" in said.out
    assert "letterladder restore ARCHIVE NEW-FOLDER" in said.out


def test_it_changes_nothing(upgrade: Upgrade) -> None:
    """Not a byte, also where the school has never been read by this version."""
    before = {one: one.read_bytes() for one in upgrade.folder.rglob("*") if one.is_file()}
    upgrade.check()
    assert {one: one.read_bytes() for one in upgrade.folder.rglob("*") if one.is_file()} == before


def test_a_backup_that_is_older_than_the_last_line_is_none(upgrade: Upgrade) -> None:
    """What was written since would be lost on the way back."""
    append_newer(upgrade.log, lambda line: line.update(at="2031-01-01T00:00:00Z"))
    said = upgrade.check()
    assert (said.code, "without a new one there is no way back" in said.out) == (1, True)


@pytest.mark.parametrize("how", [*NEWER])
def test_a_folder_of_a_newer_version_is_left_alone(how: str, upgrade: Upgrade) -> None:
    """The first word is not to start this version on it; it is not taken for damage."""
    append_newer(upgrade.log, NEWER[how])
    said = upgrade.check()
    assert (said.code, "Do not start this one on it" in said.out) == (1, True)
    assert "restore the file" not in said.out
    assert upgrade.check("--json").json["newer"] is True


def test_a_log_that_cannot_be_read_is_named_and_is_not_called_newer(upgrade: Upgrade) -> None:
    """Damage: to be put right before anything else, by the version that wrote it."""
    upgrade.log.write_bytes(upgrade.log.read_bytes().replace(b'"seq":2', b'"seq":7', 1))
    said = upgrade.check("--json").json
    assert (said["ok"], said["newer"]) == (False, False)
    assert any(
        str(upgrade.log) in one["where"] and "changed after" in one["what"] for one in said["problems"]
    )


def test_logs_are_read_even_where_the_settings_are_broken(upgrade: Upgrade) -> None:
    """Both are said at once, and nobody is led through two rounds of it."""
    (upgrade.folder / "school.toml").write_text("[school\n", encoding="utf-8")
    append_newer(upgrade.log, NEWER["a new kind"])
    said = upgrade.check("--json").json
    assert {one["where"].partition(",")[0] for one in said["problems"]} >= {"school.toml", str(upgrade.log)}


def test_an_own_letter_that_no_longer_fits_is_named(upgrade: Upgrade) -> None:
    """A Word file that prints a field which this version does not know."""
    own = upgrade.folder / "letter_templates" / "L1-removal-request.docx"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"no Word file")
    said = upgrade.check("--json").json
    assert any("L1-removal-request.docx" in one["where"] for one in said["problems"])


def test_an_own_policy_that_no_longer_fits_is_named(upgrade: Upgrade) -> None:
    """With its key; the policy that ships is no help to a school that has adopted another."""
    text = (upgrade.folder / "school.toml").read_text(encoding="utf-8")
    (upgrade.folder / "school.toml").write_text(
        text.replace('file = "model"', 'file = "ours.toml"'), encoding="utf-8"
    )
    (upgrade.folder / "ours.toml").write_text(
        '[policy]\ntitle = "Ours"\nladder_of_2019 = true\n', encoding="utf-8"
    )
    said = upgrade.check("--json").json
    assert any("ours.toml" in one["where"] for one in said["problems"])


def test_a_folder_that_is_no_school_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in --config is no upgrade."""
    said = Terminal(tmp_path, capsys).type("upgrade-check")
    assert (said.code, "school.toml" in said.out, "Traceback" in said.err) == (1, True, False)


class MailOf02(Table):
    """[mail] of a later version, in which `every` has become `poll_minutes`."""

    poll_minutes: int = 5


@pytest.mark.parametrize(
    ("key", "what", "to_do"),
    [
        (
            "every",
            "Since version 0.2 this key is called poll_minutes.",
            "Write poll_minutes in place of every",
        ),
        ("poll_minute", "There is no such key.", "Did you mean poll_minutes?"),
    ],
)
def test_a_key_that_was_renamed_is_said_by_its_new_name(key: str, what: str, to_do: str) -> None:
    """And by the version; a key that never was is taken for a slip."""
    with pytest.raises(ValidationError) as refused:
        MailOf02.model_validate({key: 5})
    (fault,) = refused.value.errors()
    said = fault_of(Path("school.toml"), fault, MailOf02, {"school.toml, every": ("poll_minutes", "0.2")})
    assert (said.what, said.what_to_do.startswith(to_do)) == (what, True)
