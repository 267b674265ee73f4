"""Windows' rules for names and open files, held to on Linux; the program itself is not started on Windows here."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path, PureWindowsPath

import pytest
from test_layout import ROOT
from tools.windows_rules import is_open

from letterladder.mailbox.attachment_names import each_once
from letterladder.mailbox.attachment_names import safe_name as attachment_name
from letterladder.records.logs.file_names import safe_name

PLACE = PureWindowsPath(r"D:\Schools\Larkfield Primary School")
LONGEST = 259
"""Characters of a whole path that every Windows program can open."""
DEVICES = ("con", "PRN", "aux", "nul", "COM1", "lpt9", "com¹", "LPT³", "CONIN$", "conout$")
SHAPES = ("{}", "{}.txt", "{}.tar.gz", "{} .txt", "{}. ", ".{}", " {}", "{}.txt.docx")
OTHERS = (
    "a:b.pdf",
    "ends in a dot.",
    "a<b>|c?.pdf",
    "..",
    "what\\a\\path.pdf",
    "C:evil.txt",
    "tab\there.txt",
)
ODD = [*(shape.format(one) for one in DEVICES for shape in SHAPES), *OTHERS]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc for what is open")


def refused_by_windows(name: str) -> bool:
    """Whether Windows has no file of this name, or takes it for something else."""
    return bool(
        PureWindowsPath(name).is_reserved()
        or re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
        or name != name.rstrip(". ")
        or not name
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The demo's whole story, and what Windows would have refused of it."""
    folder = tmp_path_factory.mktemp("windows") / "demo"
    return folder, noted("demo", str(folder))


def noted(*words: str) -> list[str]:
    """What Windows would have refused while this was done."""
    command = [sys.executable, str(ROOT / "tests" / "tools" / "windows_rules.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    assert said["code"] == 0, done.stderr
    return [str(one) for one in said["refused"]]


@pytest.mark.parametrize("name", ODD)
def test_a_name_from_outside_is_kept_under_one_that_windows_takes(name: str) -> None:
    """Devices above all: `nul.txt` would swallow an email's attachment without a word."""
    assert not refused_by_windows(safe_name(name))
    assert not refused_by_windows(attachment_name(name, "text/plain"))


def test_names_that_differ_in_case_alone_are_told_apart() -> None:
    """Windows has one file for both."""
    assert len({name.casefold() for name in each_once(["A.png", "a.png", "a.PNG"])}) == 3


def test_every_file_of_the_demo_has_a_name_that_windows_takes(demo: tuple[Path, list[str]]) -> None:
    """None is a device, none ends in a dot, none is too deep, and no two differ in case alone."""
    folder, _ = demo
    paths = [one.relative_to(folder) for one in folder.rglob("*")]
    assert len(paths) > 100
    assert [str(one) for one in paths if any(refused_by_windows(part) for part in one.parts)] == []
    assert [str(one) for one in paths if len(str(PLACE.joinpath(*one.parts))) > LONGEST] == []
    twice = Counter((one.parent, one.name.casefold()) for one in paths)
    assert [one for one, count in twice.items() if count > 1] == []


def test_no_open_file_is_renamed_or_removed_in_the_demo(demo: tuple[Path, list[str]]) -> None:
    """Windows refuses it; Linux does not, so that nobody would notice here."""
    assert demo[1] == []


def test_no_open_file_is_renamed_or_removed_by_backup_restore_and_a_round(
    demo: tuple[Path, list[str]], tmp_path: Path
) -> None:
    """Of the school that the demo left."""
    folder, _ = demo
    archive = tmp_path / "school.zip"
    assert noted("--config", str(folder), "backup", str(archive)) == []
    assert noted("restore", str(archive), str(tmp_path / "restored")) == []
    assert noted("--config", str(folder), "verify") == []


def test_an_open_file_is_seen(tmp_path: Path) -> None:
    """What the two tests above stand on."""
    file = tmp_path / "held"
    with file.open("w"):
        assert is_open(str(file))
    assert not is_open(str(file))
