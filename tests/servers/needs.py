"""A real server is missing: a lone clone skips with the reason, CI fails, so that nothing is skipped unseen."""

import os
import shutil
import socket
from pathlib import Path

import pytest


def need(program: str, package: str) -> str:
    """The path of `program`, or the end of this test."""
    found = shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/lib/dovecot")
    if found is None:
        missing(f"{program} is not installed (apt-get install {package})")
    assert found
    return found


def missing(reason: str) -> None:
    """Skip, or under CI fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI must run this test: {reason}")
    pytest.skip(reason)


def free_port() -> int:
    """A port of the loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def corpus(folder: str) -> Path:
    """A folder of emails nobody here wrote; they stay outside the repository: a clone, CI's too, does without."""
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
    root = Path(os.environ.get("LETTERLADDER_CORPUS", beside))
    if not (root / folder).is_dir():
        pytest.skip(f"the corpus of foreign mails is not here (LETTERLADDER_CORPUS, folder {folder})")
    return root / folder
