"""`demo`: what it promises to leave behind, and where it refuses to play."""

from pathlib import Path

import pytest
from desk.terminal import Said, Terminal, Window


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal; the demo is played into its folder."""
    return Terminal(tmp_path / "demo-school", capsys)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    """The demo, played once, and what it said; tests only look at it."""
    place = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as machine:
        machine.setenv("PATH", str(place))
        return place / "demo-school", Window(place / "demo-school").type("demo", str(place / "demo-school"))


@pytest.fixture
def after(played: tuple[Path, Said], capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in the folder that the demo left."""
    return Terminal(played[0], capsys)


def play(terminal: Terminal) -> Said:
    """Play the demo."""
    return terminal.type("demo", str(terminal.folder))


def test_the_demo_tells_its_story_and_leaves_what_it_names(played: tuple[Path, Said]) -> None:
    """Every path it prints is there, and so is the register."""
    folder, said = played
    paths = [Path(word) for word in said.out.split() if word.startswith(str(folder))]
    assert said.code == 0
    assert len(paths) >= 5
    assert all(path.exists() for path in paths)
    assert (folder / "register.csv").stat().st_size > 1000


def test_after_the_demo_everything_fits(after: Terminal) -> None:
    """Hash chains, emails, letters, the queue: `verify` and `check` find nothing."""
    found = after.type("verify", "--json").json
    assert (found["ok"], found["problems"]) == (True, [])
    assert after.type("check", "--today", "2026-12-09").code == 0


def test_the_demo_ends_in_one_closed_case_and_a_decided_bar(after: Terminal) -> None:
    """Three cases: a warning that runs, one resolved, and an interim bar that ended in its decision letter."""
    warned, resolved, barred = after.type("cases", "--json", "--today", "2026-12-09").json
    assert (warned["step"], resolved["state"]) == ("L3", "closed")
    assert [f"{one['letter']} {one['status']}" for one in barred["letters"] if one["status"] != "void"] == [
        "B2 posted",
        "B3 posted",
    ]


def test_no_mail_of_the_demo_is_left_waiting(played: tuple[Path, Said]) -> None:
    """What it says was sent is in sent/."""
    folder, _ = played
    assert not list((folder / "data" / "outbox").glob("*.*"))
    assert len(list((folder / "sent").glob("*.eml"))) > 15


def test_the_demo_can_be_played_again_in_its_own_folder(played: tuple[Path, Said], after: Terminal) -> None:
    """The same story, word for word; the earlier one is replaced."""
    second = play(after)
    assert (second.code, second.out) == (0, played[1].out)


def test_the_demo_touches_no_foreign_folder(terminal: Terminal) -> None:
    """A folder with somebody's file in it is refused with code 2, and the file is still there."""
    terminal.folder.mkdir()
    (terminal.folder / "accounts.xlsx").write_bytes(b"mine")
    said = play(terminal)
    assert (said.code, "another folder" in said.err) == (2, True)
    assert [file.name for file in terminal.folder.iterdir()] == ["accounts.xlsx"]


@pytest.mark.sweep("test_the_demo_can_be_played_again_in_its_own_folder")
def test_an_empty_folder_will_do(terminal: Terminal) -> None:
    """Somebody made it beforehand."""
    terminal.folder.mkdir()
    assert play(terminal).code == 0
