"""What tells that a file was changed."""

import os
from pathlib import Path

from letterladder.records.logs.stamps import NO_FILE, stamp_from, stamp_of


def test_a_stamp_fits_into_the_index_on_every_disk(tmp_path: Path) -> None:
    """Network disks give inodes of the whole 64 bits; the index holds 63."""
    status = list(tmp_path.stat())
    status[1] = 2**64 - 1
    assert 0 < stamp_from(os.stat_result(status))[0] < 2**63


def test_a_file_that_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    """Nor one below a file."""
    (tmp_path / "a").touch()
    assert {stamp_of(tmp_path / "b"), stamp_of(tmp_path / "a" / "c")} == {NO_FILE}
