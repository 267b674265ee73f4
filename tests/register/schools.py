"""The example school as a value, for tests that need its role holders and calendar."""

import tempfile
from pathlib import Path

from letterladder.config.settings import load_settings
from letterladder.desk.fresh_folder import make_school_folder
from letterladder.rules.people.school import School


def example_school() -> School:
    """Read from the folder that `init` makes."""
    with tempfile.TemporaryDirectory() as name:
        make_school_folder(Path(name) / "school")
        return load_settings(Path(name) / "school").school


SCHOOL = example_school()
