"""Every row of together.py: nothing is lost or done twice, the rest goes on, and what is said has a next step."""

from pathlib import Path

import pytest
from faults.checking import wrong
from faults.fault import Fault
from faults.together import FAULTS
from sweeps import swept


@pytest.mark.parametrize("fault", swept(FAULTS, "two daemons"))
def test_several_at_once_take_turns(fault: Fault, tmp_path: Path) -> None:
    """The codes and words are those of the row, no log lost a line, every promise holds once it is fixed."""
    assert wrong(fault, tmp_path / "school") == []
