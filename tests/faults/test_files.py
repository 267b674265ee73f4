"""Every row of files.py: nothing is lost or done twice, the rest goes on, and what is said has a next step."""

from pathlib import Path

import pytest
from faults.checking import wrong
from faults.fault import Fault
from faults.files import FAULTS
from sweeps import swept


@pytest.mark.parametrize(
    "fault",
    swept(
        FAULTS,
        "case.log missing",
        "letter changed after approval",
    ),
)
def test_a_lost_or_damaged_file_is_said_and_loses_nothing_more(fault: Fault, tmp_path: Path) -> None:
    """The codes and words are those of the row, no log lost a line, every promise holds once it is fixed."""
    assert wrong(fault, tmp_path / "school") == []
