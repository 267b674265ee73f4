"""Tests see the checkout as the package `letterladder`, by the same lines that run.py uses."""

import runpy
from pathlib import Path

runpy.run_path(str(Path(__file__).resolve().parent.parent / "run.py"), run_name="checkout")
