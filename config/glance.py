"""The school at a glance: from a derived file while nothing it was made of has changed, else read again.

Reading settings loads libraries that take longer than everything else a listing does. The file beside the data may
be deleted at any time; it holds no password.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from ..ground.disk import put_whole
from ..ground.plain_file import read_plain
from ..rules.people.school import School
from .paths import LANGUAGES, LETTER_TEMPLATES, OWN_LANGUAGES, PEOPLE, ROOT

CACHE = Path("data") / "school-at-a-glance.json"
_MADE_OF = {"": (".toml", ".png", ".jpg", ".jpeg"), "letter_templates": (".toml",), "forms": (".toml",)}
"""By the part of the folder: how the names of the files end that a school is made of."""
_OURS = ("config/policies", "config/legal", "config/forms", "letter_templates")
_PROGRAM = ("config/*.py", "ground/*.py", "rules/**/*.py")


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    stamp: str
    school: School
    named: tuple[str, ...] = ()


def school_at_a_glance(folder: Path) -> School:
    """The school of this configuration folder.

    Raises:
        WrongUsage: its settings are wrong; every fault is said.
    """
    kept = _read(folder / CACHE)
    if kept is not None and kept.stamp == settings_mark(folder, map(Path, kept.named)):
        return kept.school
    from .settings import load_settings  # noqa: PLC0415 - what this file is there to avoid

    before = settings_mark(folder)
    settings = load_settings(folder)
    if before == settings_mark(folder):  # else it is of files that were changed while they were read
        stamp = settings_mark(folder, settings.named)
        named = tuple(map(str, settings.named))
        _write(folder / CACHE, _Kept(stamp=stamp, school=settings.school, named=named))
    return settings.school


def is_glance_forged(folder: Path, school: School) -> bool:
    """Whether the file beside the data says that it is of these settings, and shows another school than they do."""
    kept = _read(folder / CACHE)
    if kept is None or kept.school == school:
        return False
    return kept.stamp == settings_mark(folder, map(Path, kept.named))


def setup_mark(folder: Path, people_csv: Path, own_templates: Path) -> str:
    """A mark that changes when settings, people register, templates or the program are changed."""
    templates = (*_listed(own_templates), *_listed(LETTER_TEMPLATES))
    languages = (*_listed(folder / OWN_LANGUAGES, ".toml"), *_listed(LANGUAGES, ".toml"))
    files: list[Path | str] = [*_files(folder), *_registers(people_csv), *templates, *languages]
    return _mark_of(files, program=_mark_of_program("workflows/**/*.py", *_PROGRAM))[:16]


def settings_mark(folder: Path, named: Iterable[Path] = ()) -> str:
    """A mark that changes when a file of the settings does, ours or the school's: of their sizes and times.

    Args:
        folder: the configuration folder.
        named: files that its settings name, wherever they are.
    """
    return _mark_of([*_files(folder), *named], program=_mark_of_program(*_PROGRAM))


def emails_mark(folder: Path) -> str:
    """A mark that changes when what is read of an email may be another: with settings, people register or program."""
    return _mark_of(
        [*_files(folder), *_registers(folder / PEOPLE)], program=_mark_of_program("mailbox/*.py", *_PROGRAM)
    )


def _registers(people_csv: Path) -> tuple[Path, Path]:
    return (people_csv, people_csv.with_name("staff.csv"))


@cache
def _mark_of_program(*patterns: str) -> str:
    """Of our own code, as it was when this process first asked: what was loaded stays as it is until the next start."""
    return _mark_of(path for pattern in patterns for path in sorted(ROOT.glob(pattern)))


def _mark_of(files: Iterable[Path | str], *, program: str = "") -> str:
    found = sha256(program.encode())
    for path in files:
        with suppress(OSError):
            status = os.stat(path)  # noqa: PTH116 - asked several times for every page
            found.update(f"{path}\n{status.st_mtime_ns}\n{status.st_size}\n".encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    whole = folder.resolve()
    for part, endings in _MADE_OF.items():
        yield from _listed(whole / part, *endings)
    for part in _OURS:
        yield from _listed(ROOT / part, ".toml")


def _listed(folder: Path, *endings: str) -> list[str]:
    """The paths of all that a folder holds, in order: without endings all of it; names alone, which is quick."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - a path for each name would take ten times as long
    except OSError:
        return []
    return [f"{folder}/{name}" for name in sorted(names) if not endings or name.endswith(endings)]


def _read(path: Path) -> _Kept | None:
    try:
        return msgspec.json.decode(read_plain(path), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return None


def _write(path: Path, kept: _Kept) -> None:
    """Best effort: without the file the next listing is slower, and nothing else."""
    if not path.parent.is_dir():
        return
    with suppress(OSError):
        put_whole(path, msgspec.json.encode(kept))
