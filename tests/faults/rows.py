"""The table of faults as docs/faults.md shows it: one row a fault, made from what really happened."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from faults import clocks, disks, files, logs, settings, together
from faults.fault import Fault, Said, Shown
from faults.place import MAIL, REMINDER

TABLE = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
FAMILIES: Mapping[str, Sequence[Fault]] = {
    "Logs": logs.FAULTS,
    "Other files": files.FAULTS,
    "What the school keeps": settings.FAULTS,
    "Disks": disks.FAULTS,
    "Clocks": clocks.FAULTS,
    "Several at once": together.FAULTS,
}
HEAD = ("fault", "how it is made", "typed (exit code), and what is said", "the rest of the round", "then")
BESIDES = {
    frozenset({MAIL, REMINDER}): "done",
    frozenset({MAIL}): "the new email is judged; reminders wait",
    frozenset({REMINDER}): "reminders are sent; the new email waits",
    frozenset(): "waits",
}
INTRO = """# Faults, and what is said of them

Made by `tests/tools/fault_table.py`, which brings every fault about on a school in the middle of its work (three
cases, a letter in the print tray, a draft with the head, an email in the in-tray; a new report waits and a reminder
is due), types the commands, and writes down what they say. The tests in `tests/faults/` do the same on every run.

Exit codes: 0 done, 1 something needs a person, 2 wrong usage or configuration, 3 a mail server or disk failed, 4 kept
because somebody else is writing.

After every fault, once the last column is done, the same is asked: does every log still begin with what it held
before? Is every email on one case or in the in-tray, exactly once? Was no letter posted and no email sent twice, and
no letter without approval? Does `verify` find nothing? All of it holds for every row.

Case folders in the examples: 2026-0001 has a letter that is not answered yet, 2026-0002 a letter in the print tray,
2026-0003 a draft that waits for the head. `<sha>`, `<id>`, `<mail>` and `<n>` stand for what differs each time.
"""


def page(shown: Mapping[str, Shown]) -> str:
    """The whole page; `shown` by the name of the fault."""
    parts = [INTRO]
    for family, faults in FAMILIES.items():
        lines = [line(HEAD), line(["---"] * len(HEAD)), *(row(fault, shown[fault.name]) for fault in faults)]
        parts.append(f"## {family}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def row(fault: Fault, shown: Shown) -> str:
    """The row of one fault."""
    said = "<br>".join(words(one) for one in shown.said)
    rest = BESIDES[shown.besides] if any(one.command.startswith("round") for one in shown.said) else ""
    return line([fault.name, fault.made, said, rest, fault.mended])


def words(said: Said) -> str:
    """One command and what it said; of one that simply did its work, the first line."""
    lines = list(dict.fromkeys(said.words.splitlines()))
    told = lines[:1] if said.code == 0 and "->" not in said.words else lines
    return "<br>".join([f"**{said.command}** ({said.code})", *(escaped(one.strip()) for one in told)])


def escaped(text: str) -> str:
    """Text that means nothing to Markdown."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("*", "\\*")


def line(cells: Sequence[str]) -> str:
    """One line of a table."""
    return "| " + " | ".join(cells) + " |"
