"""What a disk may show after the power was cut: of what was not forced to it, all, some or nothing.

A command's calls are recorded under strace and played again up to a moment. Names are kept as a journal keeps them: in
order, at least up to the last folder that was forced; the content of a file as it was last forced, or torn after that.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

CALLS = (
    *("openat", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "rename", "renameat", "renameat2"),
    *("link", "linkat", "unlink", "unlinkat", "sendfile", "copy_file_range", "syncfs"),
)
SECONDS = 180
_LINE = re.compile(r"(\d+)\s+(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)", re.DOTALL)
_DONE = re.compile(r"\)\s+= (-?\d+)")
_WORDS = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")
_AT = re.compile(r"(?:AT_FDCWD|\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call that succeeded: its name, the path of its file, other paths, its bytes, its number (offset or size)."""

    name: str
    path: str = ""
    paths: tuple[str, ...] = ()
    content: bytes = b""
    number: int = -1
    flags: str = ""


def recorded(command: list[str], environment: Mapping[str, str]) -> list[Call]:
    """Run the command to its end; all that it did to files, in order."""
    with tempfile.NamedTemporaryFile(mode="r", encoding="ascii", errors="replace") as trace:
        options = ("-f", "-y", "-qq", "-xx", "-s", "50000000", "-e", f"trace={','.join(CALLS)}")
        subprocess.run(
            ["strace", *options, "-o", trace.name, *command],
            env={**environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
        return list(_calls(trace))


def _calls(lines: Iterable[str]) -> Iterator[Call]:
    begun: dict[str, str] = {}
    for line in lines:
        found = _LINE.match(line)
        if found is None:
            continue
        pid, resumed, name, rest = found[1], found[2], found[3], found[4]
        if resumed:
            name, rest = resumed, begun.pop(pid, "") + rest
        if rest.rstrip().endswith("<unfinished ...>"):
            begun[pid] = rest.rpartition("<unfinished ...>")[0]
            continue
        done = _DONE.findall(rest)
        if done and int(done[-1]) >= 0 and (call := _call(name, rest, int(done[-1]))):
            yield call


def _call(name: str, rest: str, result: int) -> Call | None:
    words = [_bytes(one) for one in _WORDS.findall(rest)]
    fd = _FD.match(rest)
    path = _bytes(fd[2]).decode(errors="replace") if fd else ""
    if name in {"write", "pwrite64"}:
        offset = int(rest.rpartition(")")[0].rpartition(",")[2]) if name == "pwrite64" else -1
        return Call(name="write", path=path, content=words[0][:result] if words else b"", number=offset)
    if name == "ftruncate":
        return Call(name=name, path=path, number=int(rest.partition(",")[2].partition(")")[0]))
    if name in {"fsync", "fdatasync"}:
        return Call(name="fsync", path=path)
    if name == "syncfs":
        return Call(name=name, path=path)
    if name in {"sendfile", "copy_file_range"}:
        return Call(name="copied", path=path)
    bases = [_bytes(one).decode(errors="replace") for one in _AT.findall(rest.rpartition(") = ")[0])]
    paths = [one.decode(errors="replace") for one in words]
    paths = [
        _joined(bases[min(place, len(bases) - 1)] if bases else "", one) for place, one in enumerate(paths)
    ]
    plain = re.sub("at2?$", "", name) if name != "openat" else "open"
    return Call(name=plain, paths=tuple(paths), flags=rest)


def _bytes(words: str) -> bytes:
    return bytes.fromhex(words.replace("\\x", ""))


def _joined(base: str, path: str) -> str:
    return path if path.startswith("/") or not base else f"{base}/{path}"


@dataclass(slots=True)
class Disk:
    """The files of one folder: as the program sees them, and what of them is safe."""

    folder: str
    names: dict[str, int] = field(default_factory=dict)
    content: dict[int, bytearray] = field(default_factory=dict)
    safe: dict[int, bytes] = field(default_factory=dict)
    journal: list[tuple[str, str, int]] = field(default_factory=list)
    forced: int = 0
    safe_names: dict[str, int] = field(default_factory=dict)
    _next: int = 0

    @classmethod
    def of(cls, folder: Path) -> "Disk":
        """A folder whose every file is on disk."""
        disk = cls(str(folder))
        for file in folder.rglob("*"):
            if file.is_file() and not file.is_symlink():
                own = disk._new(file.read_bytes())
                disk.safe[own] = bytes(disk.content[own])
                disk.names[str(file)] = own
        disk.safe_names = dict(disk.names)
        return disk

    def _new(self, content: bytes = b"") -> int:
        self._next += 1
        self.content[self._next] = bytearray(content)
        return self._next

    def _is_ours(self, path: str) -> bool:
        return path.startswith(f"{self.folder}/")

    def play(self, call: Call) -> None:
        """One call."""
        if call.name == "fsync":
            self._force(call.path)
        elif call.name == "syncfs":
            self.safe |= {own: bytes(self.content[own]) for own in self.names.values()}
            self.forced = len(self.journal)
        elif call.path in self.names:
            self._change(self.content[self.names[call.path]], call)
        elif call.paths and self._is_ours(call.paths[-1]):
            self._name(call)

    def _change(self, content: bytearray, call: Call) -> None:
        if call.name == "write":
            # Files are written from their beginning, or at their end; only the index writes elsewhere.
            at = call.number if call.number >= 0 else len(content)
            content.extend(b"\0" * (at - len(content)))
            content[at : at + len(call.content)] = call.content
        elif call.name == "ftruncate":
            del content[call.number :]
        elif call.name == "copied":
            raise NotImplementedError(call.path)

    def _name(self, call: Call) -> None:
        first, last = call.paths[0], call.paths[-1]
        if call.name == "open":
            if last not in self.names and "O_CREAT" in call.flags:
                self._note("set", last, self._new())
            elif last in self.names and "O_TRUNC" in call.flags:
                self.content[self.names[last]].clear()
        elif call.name == "rename" and first in self.names:
            self.journal.append(("move", f"{first}\0{last}", self.names[first]))
            self.names[last] = self.names.pop(first)
        elif call.name == "link" and first in self.names:
            self._note("set", last, self.names[first])
        elif call.name == "unlink" and last in self.names:
            self.names.pop(last)
            self.journal.append(("gone", last, 0))

    def _note(self, what: str, path: str, own: int) -> None:
        self.names[path] = own
        self.journal.append((what, path, own))

    def _force(self, path: str) -> None:
        if path in self.names:
            own = self.names[path]
            self.safe[own] = bytes(self.content[own])
            return
        for place in range(len(self.journal), self.forced, -1):
            if any(str(Path(one).parent) == path for one in self.journal[place - 1][1].split("\0")):
                self.forced = place
                return

    def cut(self, chance: Random) -> dict[str, bytes]:
        """The files that are there when the power comes back."""
        names = dict(self.safe_names)
        for what, path, own in self.journal[: chance.randint(self.forced, len(self.journal))]:
            if what == "set":
                names[path] = own
            elif what == "gone":
                names.pop(path, None)
            else:
                first, _, last = path.partition("\0")
                names.pop(first, None)
                names[last] = own
        found = {own: self._torn(own, chance) for own in sorted(set(names.values()))}
        return {path: found[own] for path, own in names.items()}

    def _torn(self, own: int, chance: Random) -> bytes:
        now, safe = bytes(self.content[own]), self.safe.get(own, b"")
        if now == safe:
            return now
        if now.startswith(safe):
            return now[: chance.randint(len(safe), len(now))]
        return chance.choice((safe, now))


def cut_power(before: Path, school: Path, calls: list[Call], chance: Random) -> int:
    """Put into `school` what a cut of the power within these calls may have left; how many calls came before it.

    Args:
        before: the folder as it was when the command began, all of it on disk.
        school: the folder as it is now; it is replaced.
        calls: what the command did, by the paths of `school`.
        chance: where it was cut, and what was lost.
    """
    shutil.rmtree(school)
    shutil.copytree(before, school)
    disk = Disk.of(school)
    ours = [call for call in calls if disk._is_ours(call.path or (call.paths or ("",))[-1])]
    moment = chance.randint(0, len(ours))
    for call in ours[:moment]:
        disk.play(call)
    left = disk.cut(chance)
    for path in set(disk.safe_names) - set(left):
        Path(path).unlink()
    for path, content in left.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)
    return moment
