"""What all tests of the command line share."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Letters stay Word files: a PDF takes seconds and is tested elsewhere."""
    monkeypatch.setenv("PATH", str(tmp_path))
