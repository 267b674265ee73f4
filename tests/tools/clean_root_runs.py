"""`make clean-root`: the container's steps, and the Debian package, each in an empty Debian, used as its own account.

The steps are those of packaging/Containerfile, read from it. What is proved: with nothing installed but what it names,
the program starts, makes a school, checks it, plays the demo, and prints letters as PDFs in their own typeface.
Where no root can be made it says why and leaves well: a builder of containers is another proof of the same.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from tools.clean_root import CleanRoot, Failed, roomy, why_not  # noqa: E402 - found beside this file
from tools.containerfile import Stage, environment, stages  # noqa: E402

CONTAINERFILE = ROOT / "packaging" / "Containerfile"
SCRATCH = ("--perms", "1777", "--tmpfs", "/tmp")  # noqa: S108 - of the root
FONTS = """
import sys, pathlib, pypdf
names = {str(font.get_object()["/BaseFont"]).partition("+")[2] for file in pathlib.Path(sys.argv[1]).rglob("*.pdf")
         for page in pypdf.PdfReader(file).pages
         for font in page.get("/Resources", {}).get("/Font", {}).values()}
print(*sorted(names))
"""


def prove_container(stage: Stage, root: CleanRoot) -> None:
    """Use the program in the root of the last stage as a container does: its account, no network, nothing to write on.

    Raises:
        Failed: it does not do what it must.
    """
    user, said = stage.said("USER"), environment(stage.steps)
    school = root.folder / said["LETTERLADDER_CONFIG"].lstrip("/")
    readable = ("--ro-bind", str(root.folder), "/", "--proc", "/proc", "--dev", "/dev", "--bind", str(school))
    options = (*readable, said["LETTERLADDER_CONFIG"], *SCRATCH)

    def typed(command: str) -> str:
        return root.run(command, user=user, said=said, network=False, options=options)

    prove_program(typed, said["LETTERLADDER_CONFIG"])
    health = stage.said("HEALTHCHECK").partition("CMD ")[2]
    expect(
        "no round yet: not well" in typed(f"{{ {health}; }} || echo no round yet: not well"),
        "it is well too early",
    )
    typed("letterladder round")
    typed(health)
    typed("touch $LETTERLADDER_CONFIG/data/ALERT.txt")
    expect(
        "not well" in typed(f"{{ {health}; }} || echo not well"), "an alert is not seen by the healthcheck"
    )


def prove_program(typed: Callable[[str], str], school: str) -> None:
    """Version, a new school, its check, the demo, PDFs.

    Args:
        typed: carries out a command as the program's own account.
        school: the folder to make.

    Raises:
        Failed: it does not do what it must.
    """
    expect(typed("letterladder --version").startswith("letterladder "), "no version")
    typed(f"letterladder init {school}")
    places = {one["name"]: one for one in json.loads(typed("letterladder where --json"))}
    for name in ("LibreOffice", "Tesseract"):
        expect(places[name]["path"] and not places[name]["to_get"], f"{name}: {places[name]}")
    checked = json.loads(typed("letterladder check --no-login --json || test $? -eq 1"))
    said = [f"{one['where']}: {one['what']}" for one in (*checked["problems"], *checked["notes"])]
    expect(not any("PDF" in one or "LibreOffice" in one or "ocr" in one for one in said), "\n".join(said))
    typed(
        '"$(dirname "$(readlink -f "$(command -v letterladder)")")"/python -c "import msal, google.auth, pytesseract"'
    )
    fonts = typed(
        f"cd /tmp && letterladder demo demo >/dev/null && /opt/letterladder/bin/python -c '{FONTS}' demo"
    )
    expect("Liberation" in fonts, f"the letters are not printed in their typeface, but in: {fonts}")


def expect(well: object, otherwise: str) -> None:
    """Go on where it is as it must be.

    Raises:
        Failed: it is not.
    """
    if not well:
        raise Failed(otherwise)


def say(line: str) -> None:
    """A line with the time, at once."""
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    sys.stdout.flush()


def main() -> int:
    """Make the roots and prove; 1 where something is missing."""
    if reason := why_not():
        say(f"SKIPPED: no clean root is made, because {reason}.")
        return 0
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else roomy()) as scratch:
        try:
            prove_all(Path(scratch))
        except Failed as failed:
            say(f"FAILED: {failed}")
            return 1
    say("Everything that must be there is there.")
    return 0


def prove_all(scratch: Path) -> None:
    """Build the stages of the Containerfile, and prove what each is for.

    Raises:
        Failed: something is missing.
    """
    say("an empty Debian")
    base = CleanRoot(scratch / "base", scratch / "packages", say).make()
    roots: dict[str, CleanRoot] = {}
    for stage in stages(CONTAINERFILE.read_text(encoding="utf-8")):
        say(f"stage {stage.name}")
        roots[stage.name] = root = base.copy(scratch / stage.name)
        root.build(stage, ROOT, roots)
    say("used as a container")
    prove_container(stage, root)


if __name__ == "__main__":
    sys.exit(main())
