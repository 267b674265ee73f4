"""Tests see the checkout as the package `letterladder`, by the same lines that run.py uses."""

import gc
import os
import runpy
from pathlib import Path

from hypothesis import settings

runpy.run_path(str(Path(__file__).resolve().parent.parent / "run.py"), run_name="checkout")

# `make test` tries few examples, the same every time; `make sweeps` many, others each time (in CI the same).
settings.register_profile("few", max_examples=25, derandomize=True, deadline=None, database=None)
settings.register_profile("many", max_examples=200, derandomize=os.environ.get("CI") == "true", deadline=None)
settings.load_profile("few")


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: it is not searched for garbage again and again."""
    gc.collect()
    gc.freeze()
