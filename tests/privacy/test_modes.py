"""Who may read: after a whole story by real commands, every folder is 0700 and every file 0600, whatever the umask."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk.terminal import Window
from office import PEOPLE, THREAT, edited, form, school_folder
from sweeps import one_of

from letterladder.config.private_files import open_folders, open_secrets
from letterladder.config.settings import load_settings
from letterladder.desk.clock import WallClock
from letterladder.desk.fresh_folder import mark_as_demo
from letterladder.records.logs.trouble_file import note_trouble

RUN = Path(__file__).resolve().parents[2] / "run.py"
DAY = ("--today", "2026-11-02")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes mean nothing there: docs/privacy.md")


TYPED = """
import json, os, runpy, sys
runpy.run_path(sys.argv[1], run_name="checkout")
from letterladder.desk.cli import main
umask, commands = int(sys.argv[2]), [json.loads(one) for one in sys.argv[3:]]
for command in commands:
    os.umask(umask)
    try:
        main(command)
    except SystemExit as ended:
        assert ended.code in {0, 1, None}, (command, ended.code)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody at a machine where new files are for everybody (0), or readable by everybody (022)."""

    folder: Path
    umask: int

    def type(self, *commands: tuple[str, ...]) -> None:
        """Type commands, all in one process, each as at its start."""
        given = [
            str(RUN),
            str(self.umask),
            *(json.dumps(["--config", str(self.folder), *one]) for one in commands),
        ]
        said = subprocess.run(
            [sys.executable, "-c", TYPED, *given],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PATH": str(self.folder)},
        )
        assert said.returncode == 0, said.stderr

    def serve(self) -> None:
        """The daemon, until it has counted."""
        command = [sys.executable, str(RUN), "--config", str(self.folder), "serve"]
        running = subprocess.Popen(command, stderr=subprocess.DEVNULL, umask=self.umask)
        counts, deadline = self.folder / "data" / "ledger" / "counts.txt", time.monotonic() + 120
        while not counts.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=120)


@pytest.fixture(
    scope="module",
    params=[one_of(0o000, kept=True, name="umask 000"), one_of(0o022, kept=False, name="umask 022")],
)
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Account:
    """A school made by `init`, a case to its end, copies of all kinds, a backup and what came back from it."""
    place = tmp_path_factory.mktemp("modes")
    account = Account(folder=place / "school", umask=int(request.param))
    account.type(("init", str(account.folder)))
    mark_as_demo(account.folder)  # days may be tried there
    (account.folder / "people.csv").write_text(PEOPLE)
    report = "From: b.aldous@larkfield.example\nSubject: Form\nMessage-ID: <{0}@x.example>\n\n{1}"
    (account.folder / "inbox" / "1.eml").write_text(report.format(1, form()))
    (account.folder / "inbox" / "2.eml").write_text(
        report.format(2, form("Mr Emeka Okoro", "Ada Okoro", THREAT))
    )
    round_ = ("round", *DAY)
    account.type(round_, ("approve", "2026-0001", "--by", "Mrs Hollis", *DAY), round_)
    note_trouble(account.folder / "data", WallClock().now(), "trouble")
    _copies(account, place)
    account.serve()
    return account


def _copies(account: Account, place: Path) -> None:
    """Copies, a summary, a request's papers, a backup, and the folder that came back from it."""
    out = place / "out"
    out.mkdir(mode=0o700)
    export = ("export", "2026-0001", *DAY)
    account.type(
        *(
            (*export, "--for", "panel", "--format", one, "--out", str(out / one))
            for one in ("csv", "html", "bundle")
        ),
        *_signed(),
        (*export, "--for", "subject", "--format", "bundle", "--out", str(out / "s.zip")),
        ("summary", "--year", "2026", "--out", str(out / "summary.pdf"), *DAY),
        ("backup", str(out / "backup.zip")),
        ("restore", str(out / "backup.zip"), str(place / "back")),
    )


def _signed() -> list[tuple[str, ...]]:
    """The pages of the copy for the adult, each read and signed: the register, and what is withheld whole."""
    sign = ("review", "2026-0001", "--out", "all", "--sign", "--by", "Miss Joan Treadwell", *DAY)
    return [(*sign, "--page", str(page)) for page in (1, 2)]


def open_to_others(folder: Path) -> list[str]:
    """Every folder and file below that somebody else could read, with its mode."""
    return [
        f"{path.relative_to(folder)} {path.stat().st_mode & 0o777:o}"
        for path in sorted([folder, *folder.rglob("*")])
        if path.stat().st_mode & 0o777 != (0o700 if path.is_dir() else 0o600)
    ]


def test_the_story_left_all_kinds_of_files(story: Account) -> None:
    """Else the tests below would prove nothing."""
    names = {path.name for path in (story.folder / "data").rglob("*") if path.is_file()}
    wanted = {
        "case.log",
        "case.txt",
        "list.csv",
        "counts.txt",
        "secret.key",
        "writer.lock",
        "daemon.lock",
        "trouble.txt",
    }
    assert wanted <= names
    assert len(list((story.folder.parent / "out").iterdir())) >= 6


def test_below_data_only_this_account_may_look(story: Account) -> None:
    """Logs, emails, letters, tray, ledger, locks, key, index."""
    assert open_to_others(story.folder / "data") == []


@pytest.mark.parametrize("folder", ["inbox", "sent", "letter_templates"])
def test_the_embedded_mailbox_is_as_private(folder: str, story: Account) -> None:
    """But for an email that a person put there themselves."""
    taken = [
        one
        for one in open_to_others(story.folder / folder)
        if not one.startswith(("1.eml", "2.eml", "taken/"))
    ]
    assert taken == []


def test_the_schools_own_files_are_private_from_the_start(story: Account) -> None:
    """people.csv is the whole school's addresses."""
    for name in ("school.toml", "calendar.toml"):
        assert (story.folder / name).stat().st_mode & 0o077 == 0
    assert story.folder.stat().st_mode & 0o077 == 0


def test_copies_are_private_wherever_they_are_written(story: Account) -> None:
    """Whoever hands a copy on decides for whom."""
    assert open_to_others(story.folder.parent / "out") == []


def test_what_comes_back_from_a_backup_is_private(story: Account) -> None:
    """As it was."""
    assert open_to_others(story.folder.parent / "back") == []


# -- what `check` says ---------------------------------------------------------------------------------------------


def with_password(folder: Path) -> Path:
    """A school whose mailbox has a password in a file."""
    server = 'kind = "imap"\nhost = "mail.example"\nuser = "x"\npassword_file = "mail.password"'
    edited(folder, ('kind = "folder"\nfolder = "inbox"', server))
    (folder / "mail.password").write_text("copper-kettle-77\n")
    return folder / "mail.password"


def test_check_says_that_others_can_read_the_password(tmp_path: Path) -> None:
    """A problem with a way out; the password itself is not said."""
    folder = school_folder(tmp_path)
    with_password(folder).chmod(0o644)
    folder.chmod(0o755)
    said = Window(folder).type("check", "--no-login", "--json", *DAY)
    problem = said.json["problems"][0]
    assert (said.code, problem["where"]) == (2, "mail.password")
    assert "chmod 600" in problem["what_to_do"]
    assert "copper" not in said.out + said.err


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "found"),
    [(0o600, 0o755, 0), (0o640, 0o750, 1), (0o644, 0o700, 0), (0o604, 0o711, 1)],
)
def test_a_secret_is_open_where_others_can_reach_and_read_it(
    file_mode: int, folder_mode: int, found: int, tmp_path: Path
) -> None:
    """In a folder that nobody else may enter, a file's own mode does not matter."""
    folder = school_folder(tmp_path)
    with_password(folder).chmod(file_mode)
    folder.chmod(folder_mode)
    assert len(open_secrets(load_settings(folder))) == found


def test_an_open_data_folder_is_noted(tmp_path: Path) -> None:
    """As it is after a copy by hand."""
    folder = school_folder(tmp_path)
    assert open_folders(load_settings(folder)) == []
    folder.chmod(0o755)
    (folder / "data").chmod(0o755)
    assert [one.where for one in open_folders(load_settings(folder))][:1] == ["data"]


def test_a_password_typed_into_school_toml_is_refused_without_being_said(tmp_path: Path) -> None:
    """It belongs into a file of its own."""
    folder = school_folder(tmp_path)
    edited(
        folder,
        ('kind = "folder"\nfolder = "sent"', 'kind = "folder"\nfolder = "sent"\npassword = "copper-77"'),
    )
    said = Window(folder).type("check", "--no-login")
    assert said.code == 2
    assert "password" in said.out
    assert "copper" not in said.out + said.err
