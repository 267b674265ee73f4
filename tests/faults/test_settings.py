"""Every row of settings.py: nothing is lost or done twice, the rest goes on, and what is said has a next step."""

from pathlib import Path

import pytest
from faults.checking import wrong
from faults.fault import Fault
from faults.settings import FAULTS
from sweeps import swept


@pytest.mark.parametrize("fault", swept(FAULTS, "people.csv missing", "school.toml broken"))
def test_a_fault_in_what_the_school_keeps_is_said_and_loses_nothing(fault: Fault, tmp_path: Path) -> None:
    """The codes and words are those of the row, no log lost a line, every promise holds once it is fixed."""
    assert wrong(fault, tmp_path / "school") == []
