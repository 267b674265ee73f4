"""Days and terms put into calendar.toml: what a person wrote stays, and what would not be right is not written."""

from datetime import date
from pathlib import Path

import pytest

from letterladder.config.calendar_change import change_calendar
from letterladder.config.calendar_file import read_calendar
from letterladder.ground.errors import Refused
from letterladder.rules.days.calendar_import import Proposal, Sort

TODAY = date(2026, 11, 2)
EXAMPLE = Path("config/example/calendar.toml").read_text(encoding="utf-8")
SNOW = Proposal(sort=Sort.CLOSURE, title='snow "deep"', first=date(2027, 2, 9), last=date(2027, 2, 9))
INSET = Proposal(sort=Sort.INSET, title="INSET", first=date(2026, 11, 27), last=date(2026, 11, 27))
TERM = Proposal(sort=Sort.TERM, title="Autumn 2027, 2", first=date(2027, 11, 1), last=date(2027, 12, 17))


def changed(tmp_path: Path, text: str, *added: Proposal) -> str:
    """The text of the calendar after the change."""
    path = tmp_path / "calendar.toml"
    path.write_bytes(text.encode())
    change_calendar(path, added, TODAY)
    return path.read_bytes().decode()


def test_a_person_finds_every_line_of_theirs_again(tmp_path: Path) -> None:
    """Comments, blank lines, order; the new ones are besides."""
    after = changed(tmp_path, EXAMPLE, SNOW, INSET, TERM)
    calendar = read_calendar(tmp_path / "calendar.toml")[0]
    assert calendar is not None
    assert calendar.closures == {SNOW.first: 'snow "deep"'}
    assert INSET.first in calendar.inset
    assert calendar.covered_until == TERM.last
    mine = [line for line in EXAMPLE.splitlines() if not line.startswith("inset")]
    assert [line for line in after.splitlines() if not line.startswith("inset")][: len(mine)] == mine


def test_the_file_before_is_kept(tmp_path: Path) -> None:
    """With the day; a second change of the day keeps another."""
    changed(tmp_path, EXAMPLE, SNOW)
    change_calendar(tmp_path / "calendar.toml", [INSET], TODAY)
    assert (tmp_path / "calendar-2026-11-02.toml").read_text(encoding="utf-8") == EXAMPLE
    assert (tmp_path / "calendar-2026-11-02-2.toml").exists()


@pytest.mark.parametrize(
    "inset",
    [
        "inset = []\n",
        "inset = [\n  2027-01-04, # staff\n]\n",
        "",
        "# none yet\n",
    ],
)
def test_inset_days_however_the_list_is_written(tmp_path: Path, inset: str) -> None:
    """Empty, over several lines with comments, not there."""
    terms = "[[terms]]\nname = 'A'\nfirst = 2026-11-02\nlast = 2027-02-12\n"
    changed(tmp_path, inset + terms, INSET)
    calendar = read_calendar(tmp_path / "calendar.toml")[0]
    assert calendar is not None
    assert INSET.first in calendar.inset
    assert len(calendar.inset) == 1 + ("2027" in inset)


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    """As Notepad wrote them."""
    after = changed(tmp_path, EXAMPLE.replace("\n", "\r\n"), SNOW)
    assert after.count("\n") == after.count("\r\n")


@pytest.mark.parametrize(
    ("text", "added", "words"),
    [
        (EXAMPLE.replace("first =", "frist =", 1), SNOW, "frist"),
        ("closures = [{day = 2027-02-01, why = 'x'}]\n" + EXAMPLE, SNOW, ""),
        (EXAMPLE + "\ncovered_until = 2027-01-01\n", SNOW, ""),
        (
            EXAMPLE,
            Proposal(sort=Sort.INSET, title="", first=date(2027, 8, 3), last=date(2027, 8, 3)),
            "in no term",
        ),
        (
            EXAMPLE,
            Proposal(sort=Sort.TERM, title="x", first=date(2027, 9, 6), last=date(2027, 9, 30)),
            "ended",
        ),
    ],
)
def test_what_would_not_be_right_is_not_written(
    tmp_path: Path, text: str, added: Proposal, words: str
) -> None:
    """A faulty file, a list that takes no blocks, a day in no term, a term across another: nothing is changed."""
    with pytest.raises(Refused) as refused:
        changed(tmp_path, text, added)
    assert words in refused.value.problems[0].what or any(
        words in one.where for one in refused.value.problems
    )
    assert (tmp_path / "calendar.toml").read_text(encoding="utf-8") == text
    assert [path.name for path in tmp_path.iterdir()] == ["calendar.toml"]


def test_words_cannot_become_settings(tmp_path: Path) -> None:
    """A reason with quotation marks and line ends is one text."""
    odd = Proposal(sort=Sort.CLOSURE, title='x"\n[[terms]]\nname = "y', first=SNOW.first, last=SNOW.first)
    changed(tmp_path, EXAMPLE, odd)
    calendar = read_calendar(tmp_path / "calendar.toml")[0]
    assert calendar is not None
    assert calendar.closures == {SNOW.first: 'x" [[terms]] name = "y'}
    assert len(calendar.terms) == 7
