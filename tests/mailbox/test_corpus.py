"""Emails that nobody here wrote: all are read, machines and people are told apart."""

from pathlib import Path

import pytest
from mailbox_mails import read
from servers.needs import corpus
from sweeps import swept

FOLDERS = ("ruby-mail", "php-imap", "enmime", "cpython", "flufl-bounce", "spamassassin-nice", "zapier-reply")
WRITTEN_BY_A_PERSON = "groupwise_03.txt"  # kept by its authors because it once crashed their detector


def files(folder: str) -> list[Path]:
    """The emails of one folder."""
    return sorted(file for file in corpus(folder).iterdir() if file.is_file())


@pytest.mark.parametrize("folder", swept(FOLDERS, "ruby-mail", "cpython"))
def test_every_foreign_mail_is_read(folder: str) -> None:
    """No exception, and every text can be stored."""
    for file in files(folder):
        report = read(file.read_bytes())
        assert "\x00" not in report.text, file.name
        assert not any("breaks the email standards" in fault for fault in report.faults), file.name
        f"{report}".encode()


def test_mails_that_came_back_are_known_as_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """At least 97 of 100 carry a sign, and nine of ten prove it; the others are shown in the in-tray."""
    reports = {file.name: read(file.read_bytes()) for file in files("flufl-bounce")}
    reports.pop(WRITTEN_BY_A_PERSON, None)
    missed = sorted(name for name, report in reports.items() if not report.sign)
    unproved = sorted(name for name, report in reports.items() if not report.robot)
    with capsys.disabled():
        known = f"bounces known: {len(reports) - len(missed)}, proved: {len(reports) - len(unproved)}"
        print(f"\n{known} of {len(reports)}; not proved: {unproved}")  # noqa: T201
    assert len(missed) <= 0.03 * len(reports)
    assert len(unproved) <= 0.1 * len(reports)


def test_mails_of_people_and_lists_are_never_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """List and bulk headers prove nothing."""
    reports = {file.name: read(file.read_bytes()) for file in files("spamassassin-nice")}
    with capsys.disabled():
        print(f"\npeople's mails read: {len(reports)}")  # noqa: T201
    assert [name for name, report in reports.items() if report.robot or report.sign] == []


@pytest.mark.parametrize(
    ("kept", "dropped", "name"),
    [
        ("You can list the keys for the bucket", "What is the best way to clear", "email_1_2.txt"),
        ("Here is another email", "Sent from my", "email_iPhone.txt"),
        ("Outlook with a reply", "Google Apps Sync Team", "email_2_1.txt"),
    ],
)
def test_replies_are_parted_from_what_they_quote(kept: str, dropped: str, name: str) -> None:
    """What the person wrote stays; the quoted email does not count as their words."""
    own = read(b"Subject: Re: x\n\n" + (corpus("zapier-reply") / name).read_bytes()).own_words
    assert kept in own
    assert dropped not in own
