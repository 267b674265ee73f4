"""Orders on disk: kept whole, in the order of typing, until they are carried out or somebody has read why not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from letterladder.ground.errors import Problem, Refused
from letterladder.records.keeping.forgetting import count_files, forget_files
from letterladder.records.logs.order_shelf import FolderShelf
from letterladder.rules.office import orders

AT = datetime(2026, 11, 2, 10, tzinfo=UTC)
WHY = Problem(where="x", what="No draft waits.", what_to_do="See the case.")


def order(ref: str = "2026-0001") -> orders.DraftLetter:
    """An order with every kind of word and byte."""
    return orders.DraftLetter(ref=ref, by="Zoë", fields={"a": "“b”"}, file=bytes(range(256)))


def test_an_order_comes_back_as_it_was_given(tmp_path: Path) -> None:
    """Also where another process reads it."""
    kept = FolderShelf(tmp_path).put(order(), AT, AT.date())
    assert FolderShelf(tmp_path).waiting() == [kept]
    assert (kept.order, kept.at, kept.today) == (order(), AT, AT.date())


def test_orders_wait_in_the_order_of_typing(tmp_path: Path) -> None:
    """Whatever their ids are, and over the turn of a year."""
    shelf = FolderShelf(tmp_path)
    times = [AT + timedelta(microseconds=1), AT, AT + timedelta(days=90), AT + timedelta(seconds=9)]
    for at in times:
        shelf.put(order(), at)
    assert [kept.at for kept in shelf.waiting()] == sorted(times)


def test_an_order_that_was_carried_out_is_gone(tmp_path: Path) -> None:
    """Taken away twice is not an error."""
    shelf = FolderShelf(tmp_path)
    kept = shelf.put(order(), AT)
    assert shelf.holds(kept)
    shelf.done(kept)
    shelf.done(kept)
    assert (shelf.holds(kept), shelf.waiting(), shelf.refused()) == (False, [], [])


def test_a_refused_order_keeps_its_words_and_the_reason(tmp_path: Path) -> None:
    """Until somebody drops it."""
    shelf = FolderShelf(tmp_path)
    kept = shelf.put(order(), AT)
    shelf.refuse(kept, WHY)
    (refused,) = shelf.refused()
    assert (shelf.waiting(), refused.order, refused.refused) == ([], order(), "No draft waits.")
    shelf.drop(refused)
    assert shelf.refused() == []


def test_an_order_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    """Waiting or refused; a beginning that fits none is refused."""
    shelf = FolderShelf(tmp_path)
    waits, apart = shelf.put(order(), AT), shelf.put(order(), AT + timedelta(seconds=1))
    shelf.refuse(apart, WHY)
    assert (shelf.find(waits.id[:8]), shelf.find(apart.id).id) == (waits, apart.id)
    with pytest.raises(Refused, match="0 orders"):
        shelf.find("zzz")


def test_an_order_of_a_newer_version_is_left_and_told(tmp_path: Path) -> None:
    """So is one whose name and content do not belong together."""
    shelf = FolderShelf(tmp_path)
    shelf.put(order(), AT)
    (file,) = shelf.folder.glob("*.json")
    file.write_bytes(file.read_bytes().replace(b'"v": 1', b'"v": 2'))
    assert shelf.waiting() == []
    assert [problem.where for problem in shelf.problems()] == [str(file)]


def test_what_is_forgotten_is_forgotten_here_too(tmp_path: Path) -> None:
    """An order about the case that was not done holds words about it; orders about others stay."""
    (tmp_path / "cases" / "2026-0001").mkdir(parents=True)
    (tmp_path / "ledger").mkdir()
    shelf = FolderShelf(tmp_path)
    for number, ref in enumerate(("2026-0001", "2026-0002")):
        shelf.refuse(shelf.put(order(ref), AT + timedelta(seconds=number)), WHY)
    assert count_files(tmp_path, "2026-0001") == 1
    assert forget_files(tmp_path, "2026-0001", "gone") == 1
    assert [kept.ref for kept in shelf.refused()] == ["2026-0002"]
