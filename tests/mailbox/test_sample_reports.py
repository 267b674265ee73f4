"""The invented sample reports beside the repository, where they are: names, links and machines as the truth says."""

import json
from pathlib import Path
from typing import Any

import pytest
from mailbox_mails import read
from servers.needs import corpus

from letterladder.mailbox.attachment_names import BLOCKED


def truth() -> list[dict[str, Any]]:
    """One entry an email."""
    found: list[dict[str, Any]] = json.loads((samples() / "truth.json").read_text(encoding="utf-8"))
    return found


def samples() -> Path:
    """The folder of sample emails; skips where it is not here."""
    folder = corpus("ruby-mail").parents[1] / "reports"
    if not folder.is_dir():
        pytest.skip("the sample reports are not here")
    return folder


def test_attachments_have_the_names_they_should_be_stored_under() -> None:
    """Evidence and decoration are told apart."""
    for entry in truth():
        report = read((samples() / entry["file"]).read_bytes())
        names = [one.name.removesuffix(BLOCKED) for one in report.evidence]
        assert (names, [one.name for one in report.attachments if one.inline]) == (
            entry["attachments"],
            entry["inline"],
        ), entry["file"]


def test_the_reported_link_is_among_the_links() -> None:
    """Copied as text, never opened."""
    for entry in truth():
        report = read((samples() / entry["file"]).read_bytes())
        assert entry["link"] is None or entry["link"] in report.links, entry["file"]


def test_only_machines_are_machines() -> None:
    """An out-of-office reply and a bounce, and no group email, copier or web form."""
    machines = {entry["file"] for entry in truth() if entry["kind"] in ("auto-reply", "bounce")}
    found = {entry["file"] for entry in truth() if read((samples() / entry["file"]).read_bytes()).robot}
    assert found == machines
