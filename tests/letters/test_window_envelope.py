"""A letter folded in three, in a DL window envelope: the address shows, and nothing else of the letter does.

The envelope is the usual one of the United Kingdom, 220 by 110 mm, with a window of 90 by 35 mm, 20 mm from its left
and 18 mm from its lower edge (as BS 4264 is quoted; the standard was not at hand). An A4 sheet folded in three is
210 by 99 mm, so it can slide 10 mm across, and rise 11 mm from the lower edge on which it comes to rest.
"""

import pytest
from letters.contents import KINDS, LONGEST, USUAL, content
from letters.layout_judge import Line, lines_of
from letters.printing import PRINTER, TEMPLATES
from letters.test_layout_of_letters import address_of
from shipped import FILES, SHEETS

from letterladder.records.papers.pdf import LibreOfficePrinter

ENVELOPE, SHEET, FOLD = (220.0, 110.0), 210.0, 99.0
WINDOW_LEFT, WINDOW_WIDTH, WINDOW_HEIGHT, WINDOW_UP = 20.0, 90.0, 35.0, 18.0
ACROSS = tuple(float(one) for one in range(11))
"""Millimetres by which the sheet may be away from the left edge of the envelope."""
ACROSS_LONGEST = (0.0, 1.0, 2.0)
"""The same for an address with a line of 59 characters: it is 82 mm long, and the window 90."""
SAFE_RISE = 2.0
"""Millimetres by which the sheet may rise before an address begins to be cut."""
EDGE = 3.0
"""Millimetres between the window's left edge and the address, or a sheet that was folded askew hides its beginning."""
QUIET_RISE = 6.0
"""Millimetres by which it may rise before more than the salutation shows below the address."""

FEW = (("L1", USUAL), ("L2", USUAL), ("B1", LONGEST))
ALL = tuple((name, kind) for name in sorted(FILES) for kind in KINDS)


def view(across: float, rise: float) -> Line:
    """What of the first page is behind the window, in millimetres of the page."""
    top = (ENVELOPE[1] - WINDOW_UP - WINDOW_HEIGHT) - (ENVELOPE[1] - FOLD) + rise
    left = WINDOW_LEFT - across
    return Line(text="", left=left, top=top, right=left + WINDOW_WIDTH, bottom=top + WINDOW_HEIGHT)


def shows(line: Line, seen: Line) -> bool:
    """Whether any of it is behind the window."""
    beside = line.right <= seen.left or line.left >= seen.right
    return not beside and line.bottom > seen.top and line.top < seen.bottom


def whole(line: Line, seen: Line) -> bool:
    """Whether all of it is."""
    return (
        seen.left <= line.left
        and line.right <= seen.right
        and seen.top <= line.top
        and line.bottom <= seen.bottom
    )


def pages(cases: tuple[tuple[str, str], ...]) -> dict[tuple[str, str], tuple[list[Line], list[Line]]]:
    """Of each letter: the lines of its address, and what else is on its first page."""
    printer = LibreOfficePrinter()
    if not printer.available():
        pytest.skip("LibreOffice Writer is not installed")
    fields = [content(name, kind) for name, kind in cases]
    made = [
        PRINTER.print_letter(TEMPLATES / FILES[name], one)
        for (name, _), one in zip(cases, fields, strict=True)
    ]
    found = {}
    for case, one, pdf in zip(cases, fields, printer.convert_each(made), strict=True):
        wanted = {"".join(line.split()) for line in address_of(case[0], one)}
        first = lines_of(pdf)[0]
        address = [line for line in first if "".join(line.text.split()) in wanted and line.left < 60]
        address = [line for line in address if 40 < line.top < 85]
        assert len(address) == len(wanted), case
        found[case] = (address, [line for line in first if line not in address])
    return found


def faults(cases: tuple[tuple[str, str], ...]) -> list[str]:
    """All that an office would see wrong, with any of these letters in its envelope."""
    said = []
    for case, (address, rest) in pages(cases).items():
        for across in ACROSS_LONGEST if case[1] == LONGEST else ACROSS:
            resting, risen = view(across, 0), view(across, QUIET_RISE)
            cut = [one.text for one in address if not whole(one, resting)]
            other = [one.text for one in rest if shows(one, resting)]
            below = [one.text for one in rest if shows(one, risen) and not one.text.startswith("Dear ")]
            below = [] if case[0] in SHEETS else below  # they are handed over, or kept: in no window envelope
            said += [f"{case}, {across} mm across: {one!r}" for one in (*cut, *other, *below)]
        high = [one.text for one in address if one.top < view(0, SAFE_RISE).top]
        high += [one.text for one in address if one.left < view(0, 0).left + EDGE]
        said += [f"{case}, near the edge: {one!r}" for one in high]
    return said


def test_the_window_is_where_the_envelope_has_it() -> None:
    """At rest on the lower edge, it shows 46 to 81 mm of the page; as far up as it goes, 57 to 92 mm."""
    resting, up = view(0, 0), view(10, ENVELOPE[1] - FOLD)
    assert (resting.left, resting.top, resting.right, resting.bottom) == (20, 46, 110, 81)
    assert (up.left, up.top, up.right, up.bottom) == (10, 57, 100, 92)


@pytest.mark.libreoffice
def test_an_address_shows_in_the_window_and_nothing_else() -> None:
    """However far the sheet slides across, at rest and risen a little."""
    assert faults(FEW) == []


@pytest.mark.libreoffice
@pytest.mark.sweep("test_an_address_shows_in_the_window_and_nothing_else")
def test_every_address_shows_in_the_window_and_nothing_else() -> None:
    """All 24 letters, with short, usual and the longest content."""
    assert faults(ALL) == []
