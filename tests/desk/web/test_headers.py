"""The headers that keep a page from being framed, guessed at, run in or remembered."""

from pathlib import Path

import pytest
from desk_browser import Browser
from prepared import reported_school

from letterladder.desk.web.headers import HEADERS


@pytest.mark.parametrize("path", ["/", "/nowhere", "/cases/2026-0001", "/static/desk.css", "/sign-in"])
def test_every_answer_carries_them(tmp_path: Path, path: str) -> None:
    """Those of faults and of files too; only our own files may be kept by the browser."""
    answer = Browser(reported_school(tmp_path), "dsl").open(path).answer
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert ("no-store" in answer.headers["Cache-Control"]) == (not path.startswith("/static"))
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
