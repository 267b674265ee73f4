"""The school at a glance: from a derived file while nothing it was made of has changed, else read again.

Reading settings loads libraries that take longer than everything else a listing does. The file beside the data may
be deleted at any time; it holds no password.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from ..ground.disk import put_whole
from ..ground.plain_file import read_plain
from ..rules.people.school import School
from .paths import LANGUAGES, LETTER_TEMPLATES, OWN_LANGUAGES, ROOT

CACHE = Path("data") / "school-at-a-glance.json"
_MADE_OF = ("*.toml", "letter_templates/*.toml", "forms/*.toml", "*.png", "*.jpg", "*.jpeg")
_OURS = ("config/policies/*.toml", "config/legal/*.toml", "config/forms/*.toml", "letter_templates/*.toml")
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
    templates = sorted([*own_templates.glob("*"), *LETTER_TEMPLATES.glob("*")])
    languages = sorted([*(folder / OWN_LANGUAGES).glob("*.toml"), *LANGUAGES.glob("*.toml")])
    files = [*_files(folder), people_csv, people_csv.with_name("staff.csv"), *templates, *languages]
    return _mark_of(files, program=_mark_of_program("workflows/**/*.py", *_PROGRAM))[:16]


def settings_mark(folder: Path, named: Iterable[Path] = ()) -> str:
    """A mark that changes when a file of the settings does, ours or the school's: of their sizes and times.

    Args:
        folder: the configuration folder.
        named: files that its settings name, wherever they are.
    """
    return _mark_of([*_files(folder), *named], program=_mark_of_program(*_PROGRAM))


@cache
def _mark_of_program(*patterns: str) -> str:
    """Of our own code, as it was when this process first asked: what was loaded stays as it is until the next start."""
    return _mark_of(path for pattern in patterns for path in sorted(ROOT.glob(pattern)))


def _mark_of(files: Iterable[Path], *, program: str = "") -> str:
    found = sha256(program.encode())
    for path in files:
        with suppress(OSError):
            status = path.stat()
            found.update(f"{path}\n{status.st_mtime_ns}\n{status.st_size}\n".encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    places = [(folder.resolve(), pattern) for pattern in _MADE_OF]
    places += [(ROOT, pattern) for pattern in _OURS]
    for place, pattern in places:
        yield from sorted(place.glob(pattern))


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
