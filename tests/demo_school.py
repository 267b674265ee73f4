"""A fresh folder with the example school, as the tests use it: marked as invented, its mailbox tables written out."""

from pathlib import Path

from letterladder.desk.fresh_folder import make_school_folder, mark_as_demo

FOLDERS = '[mail.in]\nkind = "folder"\nfolder = "inbox"\n\n[mail.out]\nkind = "folder"\nfolder = "sent"\n'
"""What counts where nothing is said; tests put a server in its place."""


def make_demo_school(folder: Path) -> Path:
    """The folder that `init` makes, as one that `demo` made: `check` does not ask for a real school."""
    make_school_folder(folder)
    mark_as_demo(folder)
    with (folder / "school.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{FOLDERS}")
    return folder
