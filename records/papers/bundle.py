"""The bundle: one zip with everything a reader may have of some cases, a manifest and the hashes to check it by."""

import hashlib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ...ground.values import as_table
from ...rules.register.register_case import Title
from ...rules.words import Profile

SCHEMA = "letterladder-bundle-1"
"""Names the shape of manifest.json, documented in docs/register.md."""

MADE = (1980, 1, 1, 0, 0, 0)
"""Serves as the date of every file in the zip, so that equal registers give equal bytes."""

README, MANIFEST, SUMS = "README.txt", "manifest.json", "SHA256SUMS"

_LEVEL = 6
_PLAIN_FILE = 0o100644 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file for the bundle, or the notice of one that is withheld (then `content` is None).

    `original` is the SHA-256 of the file as the school keeps it, where the log names one.
    """

    path: str
    what: str
    content: bytes | None
    withheld: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line of the manifest; `size` in bytes, `sha256` of the file as it is in the bundle, "" where withheld."""

    path: str
    what: str
    size: int
    sha256: str
    original: str = ""
    withheld: str = ""


@dataclass(slots=True, kw_only=True)
class _Writing:
    into: zipfile.ZipFile
    listed: list[Listed] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def add(self, path: str, content: bytes) -> None:
        info = zipfile.ZipInfo(path, MADE)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system = 3  # the same on every machine
        info.external_attr = _PLAIN_FILE
        self.into.writestr(info, content, compresslevel=_LEVEL)


def write_bundle(path: Path, title: Title, pieces: Iterable[Piece]) -> list[Listed]:
    """Write the zip to `path`, piece by piece, and return what its manifest lists."""
    with zipfile.ZipFile(path, "w") as into:
        writing = _Writing(into=into)
        for piece in pieces:
            _put(writing, piece)
        readme = _readme(title, writing.listed).encode()
        _put(writing, Piece(path=README, what="what this bundle is", content=readme))
        manifest = _manifest(title, writing.listed)
        writing.add(MANIFEST, manifest)
        sums = [f"{one.sha256}  {one.path}" for one in writing.listed if one.sha256]
        sums.append(f"{hashlib.sha256(manifest).hexdigest()}  {MANIFEST}")
        writing.add(SUMS, ("\n".join(sorted(sums, key=lambda line: line[66:])) + "\n").encode())
    return writing.listed


def _put(writing: _Writing, piece: Piece) -> None:
    if piece.path in writing.names:
        raise ValueError(f"two files would be called {piece.path}")
    writing.names.add(piece.path)
    content = piece.content
    if content is not None:
        writing.add(piece.path, content)
    writing.listed.append(
        Listed(
            path=piece.path,
            what=piece.what,
            size=len(content or b""),
            sha256="" if content is None else hashlib.sha256(content).hexdigest(),
            original=piece.original,
            withheld=piece.withheld,
        )
    )


def _manifest(title: Title, listed: list[Listed]) -> bytes:
    whole = {
        "schema": SCHEMA,
        "school": title.school,
        "profile": str(title.profile),
        "scope": title.scope,
        "files": [as_table(one) for one in sorted(listed, key=lambda one: one.path)],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _readme(title: Title, listed: list[Listed]) -> str:
    there = [one for one in listed if one.sha256]
    gone = [one for one in listed if not one.sha256]
    lines = [
        f"Register of correspondence, {title.school}",
        "",
        title.words,
        f"Contents: {title.scope}. Files: {len(there)}; listed but withheld: {len(gone)}.",
        "",
        *_CONTENTS[title.profile],
        "register.html, register.csv, register.json: the register of these cases, to read, for spreadsheets, "
        "for programs",
        "manifest.json: every file with its size and SHA-256, and each withheld file with the reason",
        "SHA256SUMS: the same hashes for checking",
        "",
        "To check that no file was changed, unpack the bundle and run in its folder one of:",
        "  Linux       sha256sum -c SHA256SUMS",
        "  macOS       shasum -a 256 -c SHA256SUMS",
        "  Windows     certutil -hashfile FILE SHA256      (compare with the line of FILE in SHA256SUMS)",
        "The SHA-256 of the whole bundle is in the school's log of exports.",
    ]
    if title.profile is Profile.PANEL:
        lines += [
            "",
            "case.log is the record itself: each line ends with the SHA-256 of the bytes before",
            'its ending ,"hash":"..."}, and contains the hash of the line before as "prev". Nothing can be',
            "taken out or changed in between without breaking that chain.",
        ]
    return "\n".join([*lines, ""])


_CONTENTS = {
    Profile.PANEL: (
        "CASE/chronology.pdf: what happened, in order, with decisions and reasons",
        "CASE/letters: each letter as sent. CASE/mail: each email byte for byte. CASE/evidence: what came with them",
        "CASE/who-opened-it.txt: who opened the case at the desk, and when; reads.log is the record of it",
    ),
    Profile.GOVERNORS: (
        "CASE/chronology.pdf: what happened, in order; letters and emails are not in this copy",
    ),
    Profile.SUBJECT: (
        "CASE/chronology.pdf: what happened, in order",
        "CASE/letters: each letter, as sent or as text with passages withheld. CASE/mail: your own emails as text",
        "What is withheld is marked, each time with the reason. You may ask the school to look at this again,",
        "and complain to the office for data protection that its letters name.",
    ),
}
