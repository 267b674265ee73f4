"""Write docs/policy-invariants.md: what no policy can leave out or switch off, made from the table in the code."""

import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if "letterladder" not in sys.modules:
    runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from letterladder.rules.policies.invariant import Source  # noqa: E402 - after the package is registered
from letterladder.rules.policies.invariants import INVARIANTS  # noqa: E402

PAGE = ROOT / "docs" / "policy-invariants.md"
INTRO = """# What no policy can switch off

A policy is data, and these rules are not in it: they are in the code (`rules/policies/invariants.py`), from which this
page is made (`tests/tools/invariants_page.py`). A file that leaves one out is refused when it is read, each place with
its key and what to write. They hold again at each step, so also in a case that was running when the policy was edited.

This is no legal advice. The sources were looked up in November 2026; a school's adviser checks them before first use.
"""


def page() -> str:
    """The whole page."""
    head = ["id", "the rule", "source", "when the file is read", "at each step"]
    rows = [
        [f"`{one.id}`", one.says, one.source.name.lower(), one.at_load, one.at_step] for one in INVARIANTS
    ]
    lines = [_line(row) for row in (head, ["---"] * len(head), *rows)]
    sources = [f"- {one.name.lower()}: {one}." for one in Source]
    return "\n".join([INTRO, *lines, "", "## Sources", "", *sources, ""])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
