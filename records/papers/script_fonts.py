"""Which fonts this machine has for a language, as fontconfig knows them; LibreOffice prints with these."""

import shutil
import subprocess

SECONDS = 20


def fonts_for(code: str) -> frozenset[str] | None:
    """The families that hold the letters of this language; None where nobody can be asked."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        said = subprocess.run(
            [program, f":lang={code.lower()}", "family"],
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    return frozenset(name.strip() for line in said.splitlines() for name in line.split(",") if name.strip())
