"""Who posts letters in envelopes, by the settings."""

from pathlib import Path

import pytest
from notify_server import KEY
from office import edited, school_folder

from letterladder.config.private_files import open_secrets
from letterladder.config.settings import load_settings, read_settings
from letterladder.desk.fresh_folder import MARK
from letterladder.desk.posters import key_of, poster_of
from letterladder.desk.rehearsal_folder import copy_to_rehearse
from letterladder.mailbox.notify_poster import NotifyPoster
from letterladder.workflows.poster import OfficePosts

NOTIFY = 'provider = "notify"\nnotify_key_file = "notify-key"'


def folder_with(tmp_path: Path, lines: str) -> Path:
    """A school's own folder, and no rehearsal, with these lines of [posting]."""
    folder = school_folder(tmp_path)
    edited(folder, ("[posting]\n", f"[posting]\n{lines}\n"))
    (folder / MARK).unlink(missing_ok=True)
    return folder


def test_the_office_posts_where_nothing_is_said(tmp_path: Path) -> None:
    """As it always did."""
    assert isinstance(poster_of(load_settings(school_folder(tmp_path))), OfficePosts)


def test_notify_posts_with_a_key_from_a_file_or_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never from school.toml itself."""
    folder = folder_with(tmp_path, NOTIFY)
    (folder / "notify-key").write_text(f"{KEY}\n", "utf-8")
    settings = load_settings(folder)
    assert isinstance(poster_of(settings), NotifyPoster)
    assert key_of(settings) == KEY
    edited(folder, ('notify_key_file = "notify-key"', 'notify_key_env = "NOTIFY_KEY"'))
    assert key_of(load_settings(folder)) == ""
    monkeypatch.setenv("NOTIFY_KEY", KEY)
    assert key_of(load_settings(folder)) == KEY


def test_a_key_file_that_is_not_there_is_no_crash(tmp_path: Path) -> None:
    """`check` and each round say it."""
    settings = load_settings(folder_with(tmp_path, NOTIFY))
    assert key_of(settings) == ""
    (problem,) = poster_of(settings).check()
    assert "not whole" in problem.what


def test_a_key_that_others_can_read_is_said(tmp_path: Path) -> None:
    """As every other secret."""
    folder = folder_with(tmp_path, NOTIFY)
    folder.chmod(0o755)
    (folder / "notify-key").write_text(KEY, "utf-8")
    (folder / "notify-key").chmod(0o644)
    assert "notify-key" in [problem.where for problem in open_secrets(load_settings(folder))]


def test_nothing_leaves_a_rehearsal(tmp_path: Path) -> None:
    """A copy of a school with its settings hands no letter over."""
    folder = folder_with(tmp_path, NOTIFY)
    (folder / MARK).write_text("x", "utf-8")
    assert isinstance(poster_of(load_settings(folder)), OfficePosts)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('provider = "notify"', "needs notify_key_file or notify_key_env"),
        (f'{NOTIFY}\nnotify_key_env = "K"', "not both"),
        ('provider = "pigeon"', "posting.provider"),
        (f'{NOTIFY}\nnotify_address = "http://notify.example"', "notify_address"),
        ('share_group = "Office Print"', "share_group"),
    ],
)
def test_wrong_settings_are_said(tmp_path: Path, lines: str, said: str) -> None:
    """With the key; a plain address is for this computer alone."""
    problems = read_settings(folder_with(tmp_path, lines))[1]
    assert any(said in str(problem) for problem in problems)


def test_a_copy_to_rehearse_in_shares_nothing_and_hands_nothing_over(tmp_path: Path) -> None:
    """Nobody may find an invented letter in the office's folder."""
    folder = folder_with(tmp_path, f'{NOTIFY}\nshare_group = "office-print"')
    copy_to_rehearse(folder, tmp_path / "copy")
    posting = load_settings(tmp_path / "copy").school.posting
    assert (posting.provider, posting.share_group, posting.notify_key_file) == ("office", "", "")
    assert posting.email_megabytes == 7
