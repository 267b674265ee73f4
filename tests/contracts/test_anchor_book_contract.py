"""What every log of anchors promises; run on the disk and on the one in memory."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from letterladder.records.logs.anchor_log import AnchorLog
from letterladder.rules.office.exports import AnchorQueued
from letterladder.workflows.anchor_book import AnchorBook, MemoryAnchors

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MAKERS: dict[str, Callable[[Path], AnchorBook]] = {"disk": AnchorLog, "memory": lambda _: MemoryAnchors()}


@pytest.fixture(params=sorted(MAKERS))
def book(request: pytest.FixtureRequest, tmp_path: Path) -> AnchorBook:
    return MAKERS[request.param](tmp_path)


def queued(day: str) -> AnchorQueued:
    return AnchorQueued(day=day, message_id="<a@x.example>")


def test_a_new_one_is_empty(book: AnchorBook) -> None:
    """No line, no last line, and no log stands anywhere."""
    assert (list(book.entries()), book.last(), list(book.heads())) == ([], None, [])


def test_lines_come_back_in_order(book: AnchorBook) -> None:
    """With their places, who wrote them, and when; the last of them alone, too."""
    book.append(NOW, "rules", queued("2026-11-19"), queued("2026-11-20"))
    book.append(NOW, "rules", queued("2026-11-21"))
    entries = list(book.entries())
    assert [(entry.seq, entry.by, entry.at) for entry in entries] == [
        (seq, "rules", NOW) for seq in (1, 2, 3)
    ]
    assert [entry.event for entry in entries] == [queued(f"2026-11-{day}") for day in (19, 20, 21)]
    assert book.last() == entries[-1]
