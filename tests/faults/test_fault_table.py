"""docs/faults.md has exactly the faults that are tested; each test compares its own row."""

from itertools import chain

from faults.rows import FAMILIES, TABLE


def test_the_table_has_every_fault_once_and_no_other() -> None:
    """In the order of the families; run tests/tools/fault_table.py after a change."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    shown = [line.split(" | ")[0].removeprefix("| ") for line in lines if line.startswith("| ")]
    names = [fault.name for fault in chain.from_iterable(FAMILIES.values())]
    assert [name for name in shown if name not in {"fault", "---"}] == names


def test_no_two_faults_have_one_name() -> None:
    """A row is found by it."""
    names = [fault.name for fault in chain.from_iterable(FAMILIES.values())]
    assert len(set(names)) == len(names)
