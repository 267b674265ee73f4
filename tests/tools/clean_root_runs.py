"""`make clean-root`: the container's steps, and the Debian package, each in an empty Debian, used as its own account.

The steps are those of packaging/Containerfile, read from it. What is proved: with nothing installed but what it names,
the program starts, makes a school, checks it, plays the demo, and prints letters as PDFs in their own typeface.
Where no root can be made it says why and leaves well: a builder of containers is another proof of the same.
"""

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from tools.clean_root import ROOM, CleanRoot, Failed, why_not  # noqa: E402 - found beside this file
from tools.containerfile import Stage, environment, stages  # noqa: E402
from tools.in_memory import roomy  # noqa: E402
from tools.make_deb import make_deb  # noqa: E402

SCHOOL = "/var/lib/letterladder/school"
"""Where the Debian package has it."""
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
    prove_demo(typed)
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
    """Version, a new school, its check, the other programs, the libraries for every mailbox.

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
    typed('/opt/letterladder/bin/python -c "import msal, google.auth, pytesseract"')


def prove_demo(typed: Callable[[str], str]) -> None:
    """The demo, whose letters are printed as PDFs in their own typeface.

    Raises:
        Failed: they are not.
    """
    fonts = typed(
        f"cd /tmp && letterladder demo demo >/dev/null && /opt/letterladder/bin/python -c '{FONTS}' demo"
    )
    expect("Liberation" in fonts, f"the letters are not printed in their typeface, but in: {fonts}")


def prove_deb(deb: Path, root: CleanRoot) -> None:
    """Install the Debian package in an empty Debian, use it, remove and purge it.

    Raises:
        Failed: it does not do what it must.
    """
    shutil.copy2(deb, root.folder)
    root.run(f"apt-get update && apt-get install -y --no-install-recommends /{deb.name}")

    def typed(command: str) -> str:
        return root.run(command, network=False, options=SCRATCH)

    prove_program(typed, SCHOOL)
    expect(
        typed(f"stat -c %U:%a {SCHOOL}/school.toml").strip() == "letterladder:600",
        "root made the school's files",
    )
    typed("letterladder round")
    settings = "set -a && . /etc/letterladder/letterladder.conf"
    for command in ("backup", "verify"):
        root.run(f"{settings} && /usr/lib/letterladder/nightly {command}", user="letterladder", network=False)
    expect(typed("ls /var/backups/letterladder").strip().endswith(".zip"), "no backup was made")
    typed("letterladder upgrade-check")
    typed("echo '# ours' >> /etc/letterladder/letterladder.conf")
    told = root.run("apt-get remove -y letterladder")
    expect("/var/lib/letterladder was kept" in told, f"removing it does not say what was kept: {told}")
    typed(
        f"test -f {SCHOOL}/school.toml && test -f /etc/letterladder/letterladder.conf && ! test -e /opt/letterladder"
    )
    told = root.run("apt-get purge -y letterladder")
    expect("/var/backups/letterladder was kept" in told, f"purging it does not say what was kept: {told}")
    typed(f"test -f {SCHOOL}/school.toml && ! test -e /etc/letterladder && ! test -e /usr/bin/letterladder")


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
    into = Path(sys.argv[2]) if sys.argv[1:2] == ["--deb"] else None
    if reason := why_not():
        say(f"SKIPPED: no clean root is made, because {reason}.")
        return 1 if into else 0
    with tempfile.TemporaryDirectory(dir=roomy(ROOM)) as scratch:
        say("an empty Debian")
        try:
            base = CleanRoot(Path(scratch) / "base", Path(scratch) / "packages", say).make()
        except Failed as failed:
            # Nothing of this tree is in it yet: Debian cannot be reached, which is no fault of ours.
            say(f"SKIPPED: no empty Debian could be fetched. {failed}")
            return 1 if into else 0
        try:
            prove_all(base, Path(scratch), into)
        except Failed as failed:
            say(f"FAILED: {failed}")
            return 1
    if not into:
        say("Everything that must be there is there.")
    return 0


def prove_all(base: CleanRoot, scratch: Path, into: Path | None = None) -> None:
    """Build the stages of the Containerfile and the package of the first one, and prove what each is for.

    Args:
        base: an empty Debian.
        scratch: where the roots are made.
        into: only make the Debian package, and put it there.

    Raises:
        Failed: something is missing.
    """
    first, *others = stages(CONTAINERFILE.read_text(encoding="utf-8"))
    roots = {first.name: build(first, base, scratch, {})}
    say("the Debian package")
    deb = make_deb(roots[first.name].folder, into or scratch)
    if into:
        say(f"{deb}  {deb.stat().st_size:,} bytes")
        return
    prove_deb(deb, base.copy(scratch / "installed"))
    for stage in others:
        roots[stage.name] = build(stage, base, scratch, roots)
        if stage is others[-1]:
            say("used as a container")
            prove_container(stage, roots[stage.name])


def build(stage: Stage, base: CleanRoot, scratch: Path, roots: dict[str, CleanRoot]) -> CleanRoot:
    """The root of one stage.

    Raises:
        Failed: a step did not do what it must.
    """
    say(f"stage {stage.name}")
    root = base.copy(scratch / stage.name)
    root.build(stage, ROOT, roots)
    return root


if __name__ == "__main__":
    sys.exit(main())
