"""The open corpus of unseen reports: emails written by hand, each as its bytes and with what is true of it.

They stand readable in `open/*.toml`, a file a group. What follows from the rest or is empty is left out there;
`truth.whole` puts it in. To look at them as a mailbox has them: `PYTHONPATH=tests python
tests/reports_unseen/corpus.py FOLDER`.
"""

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from reports_unseen.email_bytes import raw
from reports_unseen.truth import Truth, whole
from reports_unseen.written import Written

OPEN = Path(__file__).resolve().parent / "open"
OPENED = {name: OPEN.parent / name for name in ("opened", *(f"opened{number}" for number in range(2, 7)))}
"""Former sealed parts, each opened once its figures were taken."""
BOUNDARY = OPEN.parent / "boundary"
_OF_THE_EMAIL = {field.encode_name for field in msgspec.structs.fields(Written)}


def _split(row: dict[str, Any]) -> tuple[Written, Truth]:
    """A table of the source as the email, and as what is true of it; the school belongs to both."""
    written = {name: value for name, value in row.items() if name in _OF_THE_EMAIL}
    true = {name: value for name, value in row.items() if name not in _OF_THE_EMAIL}
    return (
        msgspec.convert(written, Written),
        whole({"file": f"{row['id']}.eml", "school": row["school"], **true}),
    )


def group(name: str) -> Iterator[tuple[Written, Truth]]:
    """The emails of one group as written, with what is true of them."""
    rows = tomllib.loads((OPEN / f"{name}.toml").read_text(encoding="utf-8"))["email"]
    for row in rows:
        try:
            yield _split(row)
        except (msgspec.ValidationError, KeyError) as error:
            raise ValueError(f"{name}.toml, {row.get('id', '?')}: {error}") from error


def groups() -> list[str]:
    """The names of the groups, in order."""
    return sorted(file.stem for file in OPEN.glob("*.toml"))


def corpus() -> Iterator[tuple[str, bytes, Truth]]:
    """Each email: its id, its bytes as the mailbox gets them, and what is true of it."""
    for name in groups():
        for written, truth in group(name):
            yield written.id, raw(written), truth


def opened() -> Iterator[tuple[str, bytes, Truth]]:
    """The sealed parts that were opened once their figures were taken: raw emails and their truth."""
    for folder in OPENED.values():
        yield from in_folder(folder)


def boundary() -> Iterator[tuple[str, bytes, Truth]]:
    """The emails on either side of the level "red", by a hand of their own: raw emails and their truth."""
    yield from in_folder(BOUNDARY)


def in_folder(folder: Path) -> Iterator[tuple[str, bytes, Truth]]:
    for row in json.loads((folder / "truth.json").read_text(encoding="utf-8")):
        truth = whole(row)
        yield truth.file.removesuffix(".eml"), (folder / truth.file).read_bytes(), truth


def write_out(folder: Path) -> None:
    """Write each email as a file, and all truths as truth.json, for whoever wants to look or to measure."""
    folder.mkdir(parents=True, exist_ok=True)
    truths = []
    for _, content, truth in corpus():
        (folder / truth.file).write_bytes(content)
        truths.append(truth)
    (folder / "truth.json").write_bytes(msgspec.json.format(msgspec.json.encode(truths), indent=1))


if __name__ == "__main__":
    write_out(Path(sys.argv[1]))
