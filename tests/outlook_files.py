"""Small real Outlook files (.msg), built stream by stream as [MS-CFB] and [MS-OXMSG] describe."""

import struct
from collections.abc import Mapping

END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SECTOR = 512
Folder = Mapping[str, "bytes | Folder"]


def msg(held: Folder) -> bytes:
    """A file of these streams and folders; each stream is filled up to where it is in large sectors."""
    entries: list[list[object]] = []
    data: list[bytes] = []
    _add("Root Entry", {"__properties_version1.0": b"\0" * 32, **held}, entries, data)
    chunks: list[bytes] = []
    table: list[int] = []
    for entry in entries:
        if isinstance(entry[1], bytes):
            filled = entry[1].ljust(4_096, b" " if str(entry[0]).endswith("0102") else b"\0")
            entry[2] = _store(filled, chunks, table)
    listed = b"".join(_entry(entry) for entry in entries)
    first = _store(listed.ljust(-(-len(listed) // SECTOR) * SECTOR, b"\0"), chunks, table)
    sectors = -(-(len(table) + 8) * 4 // SECTOR)
    places = list(range(len(table), len(table) + sectors))
    table += [TABLE] * sectors
    table += [FREE] * (sectors * SECTOR // 4 - len(table))
    chunks.append(struct.pack(f"<{len(table)}I", *table))
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
        + b"\0" * 6
    )
    head += struct.pack("<IIIIIIIII", 0, sectors, first, 0, 4_096, END, 0, END, 0)
    return head + struct.pack("<109I", *places, *[FREE] * (109 - sectors)) + b"".join(chunks)


def text(number: str, words: str) -> dict[str, bytes]:
    """A property as Outlook writes it."""
    return {f"__substg1.0_{number}001F": words.encode("utf-16-le")}


def _add(name: str, held: Folder, entries: list[list[object]], data: list[bytes]) -> int:
    place = len(entries)
    entry: list[object] = [name, None, END, FREE, FREE]
    entries.append(entry)
    before = FREE
    for one, content in held.items():
        if isinstance(content, bytes):
            here = len(entries)
            entries.append([one, content, END, FREE, before])
        else:
            here = _add(one, content, entries, data)
            entries[here][4] = before
        before = here
    entry[3] = before
    return place


def _entry(entry: list[object]) -> bytes:
    name, content, start, child, right = entry
    wide = f"{name}\0".encode("utf-16-le")
    kind = 5 if name == "Root Entry" else 1 if content is None else 2
    size = 0 if content is None else max(4_096, len(content)) if isinstance(content, bytes) else 0
    head = wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide), kind, 1)
    return (
        head
        + struct.pack("<III", FREE, right, child)
        + b"\0" * 36
        + struct.pack("<II", start, size)
        + b"\0" * 4
    )


def _store(content: bytes, chunks: list[bytes], table: list[int]) -> int:
    first, count = len(table), len(content) // SECTOR
    chunks.append(content)
    table += [*range(first + 1, first + count), END]
    return first
