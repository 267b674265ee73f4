"""Every row of disks.py: nothing is lost or done twice, the rest goes on, and what is said has a next step."""

from pathlib import Path

import pytest
from faults.checking import wrong
from faults.disks import FAULTS
from faults.fault import Fault
from sweeps import swept


@pytest.mark.parametrize("fault", swept(FAULTS, "fsync fails (EIO)"))
def test_a_bad_disk_is_said_and_loses_nothing(fault: Fault, tmp_path: Path) -> None:
    """The codes and words are those of the row, no log lost a line, every promise holds once it is fixed."""
    assert wrong(fault, tmp_path / "school") == []
