"""What a comparison of an edited letter with its draft says: every sentence of it."""

from datetime import date
from pathlib import Path

from whole_answers import agreed

from letterladder.ground.values import replace
from letterladder.rules.letters.edited_letter import compare
from letterladder.rules.letters.edited_lines import Reckoned

DRAFT = """Larkfield Primary School
Larkfield Road, Wexmoor, ZZ99 4LF

Mr Gavin Stott
17 Tanner's Row
Wexmoor
ZZ99 2XB
Tuesday 10 November 2026
Our reference: 2026-0042
Dear Mr Stott
Please remove an online post by Thursday 19 November 2026
Please remove it by Thursday 19 November 2026, and tell us when you have done so.
When it was posted
Thursday 5 November 2026
- Remove the post by Thursday 19 November 2026.
Tell us by Thursday 19 November 2026 and we will consider it. The decision follows by Friday 27 November 2026.
Please give our reference, 2026-0042.
Yours sincerely
"""
CASE = Reckoned(
    ref="2026-0042",
    name="Mr Gavin Stott",
    salutation="Mr Stott",
    address=("17 Tanner's Row", "Wexmoor", "ZZ99 2XB"),
    dates={
        "letter_date": date(2026, 11, 10),
        "answer_by": date(2026, 11, 19),
        "decision_by": date(2026, 11, 27),
    },
)
LATER = replace(
    CASE,
    dates={
        "letter_date": date(2026, 11, 11),
        "answer_by": date(2026, 11, 20),
        "decision_by": date(2026, 11, 30),
    },
)
MOVED = replace(CASE, address=("2 Weir Street", "Wexmoor", "ZZ99 4AB"))
CHANGES = (
    ("", ""),
    ("2026-0042", "2026-0043"),
    ("Mr Gavin Stott", "Mr Graham Stott"),
    ("Dear Mr Stott", "Dear Gavin"),
    ("17 Tanner's Row", "19 Tanner's Row"),
    ("17 Tanner's Row\nWexmoor\nZZ99 2XB", "2 Weir Street\nWexmoor\nZZ99 4AB"),
    ("ZZ99 2XB\n", "ZZ99 2XB\nUnited Kingdom\n"),
    ("Thursday 19 November 2026", "Friday 20 November 2026"),
    ("Thursday 19 November 2026", "19 November 2026"),
    ("by Thursday 19 November 2026, and", "soon, and"),
    ("Thursday 5 November 2026", "Friday 6 November 2026"),
    ("- Remove the post by Thursday 19 November 2026.\n", ""),
    ("Tuesday 10 November 2026", "Wednesday 11 November 2026"),
    ("and we will consider it", "and we shall read it with care"),
    ("Yours sincerely", "Please remove the post within 24 hours.\nYours sincerely"),
    ("Yours sincerely", "Please reply by the sixth of November.\nYours sincerely"),
    ("Yours sincerely", "We need it before half-term, by noon tomorrow.\nYours sincerely"),
    ("Yours sincerely", "It is due in 2 wks, on 3/12 at 15:30 or by Friday week.\nYours sincerely"),
    ("Yours sincerely", "Ruby in Year 4 is welcome, and you may march in with us.\nYours sincerely"),
    ("Yours sincerely", "Please do it at once, tonight, this weekend, in December.\nYours sincerely"),
    ("Yours sincerely", "You have until 9 am on 4 December 2026.\nYours sincerely"),
    ("Yours sincerely", "Mrs Ida Farrow of 3 Hill Road, ZZ99 4AA, saw it.\nYours sincerely"),
    ("Larkfield Road, Wexmoor, ZZ99 4LF", "Larkfield Road, Wexmoor"),
    ("When it was posted\nThursday 5 November 2026\n", ""),
)


def test_all_that_is_said_of_an_edit_is_agreed() -> None:
    """What is refused and what to do, what the approver hears, which dates are printed; also where the case moved."""
    agreed(
        Path(__file__).with_name("edits.txt"),
        {
            f"{name}: {old} -> {new}": compare(
                DRAFT, DRAFT.replace(old, new) if old else DRAFT, drafted=CASE, now=now
            )
            for name, now in (("as drafted", CASE), ("later", LATER), ("moved", MOVED))
            for old, new in CHANGES
        },
    )
