"""What later lines say of earlier ones, by the number of the line."""

from datetime import date

import pytest
from cast import entries, opened, posted, reported

from letterladder.rules.cases.corrections import corrections_of
from letterladder.rules.cases.events import AnswerTakenBack, Corrected, PostingCorrected

WRONG_DAY = PostingCorrected(
    seq=1,
    what="the certificate",
    letter="L1",
    version=1,
    was=date(2026, 11, 10),
    on=date(2026, 11, 11),
    received_on=date(2026, 11, 13),
    answer_by=date(2026, 11, 20),
    rule="",
)


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        ({}, [opened(), reported()]),
        ({1: "It was Mrs Stott (entry 2)"}, [opened(), Corrected(seq=1, what="It was Mrs Stott.")]),
        (
            {1: "no (entry 2); yes (entry 3)"},
            [opened(), Corrected(seq=1, what="no"), Corrected(seq=1, what="yes")],
        ),
        ({}, [opened(), Corrected(seq=0, what="The last line was unfinished.")]),
        ({1: "the certificate (entry 2)"}, [posted(), WRONG_DAY]),
        ({1: "another family's (entry 2)"}, [opened(), AnswerTakenBack(seq=1, what="another family's")]),
    ],
)
def test_each_corrected_line_is_told_with_what_is_right(
    expected: dict[int, str], events: list[object]
) -> None:
    """Every correction, in the order made; a note on the log itself is about no line."""
    assert corrections_of(entries(*events)) == expected  # type: ignore[arg-type]
