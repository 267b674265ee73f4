"""A page of HTML as a picture, by the Chromium of this machine; nothing is fetched, and no script of the page runs."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from ...ground.errors import Problem, WorldFailed

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE = 390
"""Pixels across: a telephone, held upright."""
_LONGEST = 12_000
_TIMEOUT = 60
_MEASURE = (
    "document.title = [...document.querySelectorAll('iframe')].map((one) => one.contentDocument.documentElement)"
    ".map((page) => page.scrollWidth + ' ' + page.scrollHeight).join(' ');"
)


def find_chromium() -> str:
    """The path of Chromium or Chrome on this machine, or ""."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), "")


def sizes_of(pages: Sequence[str], *, width: int = PHONE) -> list[tuple[int, int]]:
    """How wide and high each page gets in a window of this width, in pixels: wider than it where words stand out.

    Raises:
        WorldFailed: Chromium is missing, failed, or took too long.
    """
    said = _run(pages, width, 100, f"--window-size={width},800", "--dump-dom")
    found = [
        int(one) for one in said.partition("<title>")[2].partition("</title>")[0].split() if one.isdigit()
    ]
    if len(found) != 2 * len(pages):
        raise _failed("Chromium did not show the pages", said)
    return list(zip(found[::2], found[1::2], strict=True))


def picture(page: str, height: int, *, width: int = PHONE, dark: bool = False) -> bytes:
    """The page as PNG, in the colours of the day or of the night.

    Raises:
        WorldFailed: as `sizes_of`.
    """
    height = min(height, _LONGEST)
    with tempfile.TemporaryDirectory(prefix="letterladder-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "page.png"
        arguments = [f"--window-size={width},{height}", f"--screenshot={file}"]
        _run(
            [page], width, height, *arguments, *(["--blink-settings=preferredColorScheme=0"] if dark else [])
        )
        if not file.is_file():
            raise _failed("Chromium made no picture", "")
        return file.read_bytes()


def _run(pages: Sequence[str], width: int, height: int, *arguments: str) -> str:
    """What Chromium says; each page is in a frame, because a window of its own is never as narrow as a telephone."""
    program = find_chromium()
    if not program:
        raise _failed("Chromium is not installed", "")
    with tempfile.TemporaryDirectory(prefix="letterladder-", ignore_cleanup_errors=True) as folder:
        framed = Path(folder) / "framed.html"
        framed.write_text(_framed(pages, width, height), encoding="utf-8")
        # No sandbox: as root, in a container, Chromium starts with none; the page is ours, and runs no script.
        command = [
            program,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder}/profile",
        ]
        command += ["--host-resolver-rules=MAP * ~NOTFOUND", *arguments, framed.as_uri()]
        try:
            made = subprocess.run(command, capture_output=True, timeout=_TIMEOUT, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _failed("Chromium did not finish", str(error)) from error
    if made.returncode:
        raise _failed(f"Chromium ended with {made.returncode}", made.stderr.decode(errors="replace"))
    return made.stdout.decode(errors="replace")


def _framed(pages: Sequence[str], width: int, height: int) -> str:
    style = f"border:0;width:{width}px;height:{height}px;display:block"
    frames = "".join(
        f'<iframe scrolling="no" sandbox="allow-same-origin" style="{style}" srcdoc="{escape(page)}"></iframe>'
        for page in pages
    )
    script = f"addEventListener('load', () => {{ {_MEASURE} }})"
    return f'<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">{frames}<script>{script}</script>'


def _failed(what: str, said: str) -> WorldFailed:
    tail = " ".join(said.split())[-300:]
    return WorldFailed(
        Problem(
            where="Chromium",
            what=f"{what}{f': {tail}' if tail else ''}.",
            what_to_do="Install Chromium or Chrome, or look at the .html files in a browser.",
        )
    )
