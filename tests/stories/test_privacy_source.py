"""What a letter says of where its data are from is true of the case."""

from pathlib import Path

import pytest
from office import an_office

OTHERS = "some of it from reports by people whom we do not name"


@pytest.mark.parametrize(
    ("sender", "said"),
    [
        ("Ross Dunn <ross.dunn@letterbox.example>", False),
        ("Nkem Okoro <nkem.okoro@letterbox.example>", True),
    ],
)
def test_only_what_others_told_is_said_to_be_from_others(sender: str, said: bool, tmp_path: Path) -> None:
    """Where the adult alone wrote, the letter says that we hold data, and nothing of other people."""
    school = an_office(tmp_path)
    school.write(
        sender, "The lunch queue", "Parent: Mr Ross Dunn\nPupil: Ella Dunn, 4B\nThe queue is far too long."
    )
    school.round()
    school.sorted_out(conduct="complaint-online")
    school.supplied("C1", complaint_about="the lunch queue")
    told = school.letter_text()
    assert "We hold data about you" in told
    assert (OTHERS in told) is said
