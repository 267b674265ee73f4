import struct

import pytest
from chromium import need_chromium

from letterladder.ground.errors import WorldFailed
from letterladder.records.papers import pictures

PAGE = "<!DOCTYPE html><style>body{{margin:0}}@media (prefers-color-scheme:dark){{body{{background:#000}}}}</style>{}"
WIDE = PAGE.format('<div style="width:600px;height:1000px"></div>')
NARROW = PAGE.format('<div style="height:300px">Words that are short</div>')


def test_a_page_that_stands_out_is_found_wide() -> None:
    """And its neighbour is not."""
    need_chromium()
    assert pictures.sizes_of([WIDE, NARROW]) == [(600, 1000), (390, 300)]


def test_a_picture_is_as_wide_as_a_telephone_and_as_high_as_the_page() -> None:
    """By night it is another one."""
    need_chromium()
    day, night = (pictures.picture(NARROW, 300, dark=dark) for dark in (False, True))
    assert [struct.unpack(">II", one[16:24]) for one in (day, night)] == [(390, 300), (390, 300)]
    assert day != night


def test_without_chromium_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without it."""
    monkeypatch.setenv("PATH", "")
    assert pictures.find_chromium() == ""
    with pytest.raises(WorldFailed, match="not installed"):
        pictures.sizes_of([NARROW])
