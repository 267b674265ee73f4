"""packaging/debian: its units are understood by systemd, and it asks Debian for all that the container does."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from test_layout import ROOT
from tools.containerfile import stages

DEBIAN = ROOT / "packaging" / "debian"
UNITS = {
    file.name.removeprefix("letterladder.") if file.name.count(".") > 1 else file.name: file
    for file in sorted([*DEBIAN.glob("*.service"), *DEBIAN.glob("*.timer")])
}


def depends() -> set[str]:
    """The packages of Debian that the package asks for."""
    line = re.search(r"^Depends: (.*)$", (DEBIAN / "control").read_text(encoding="utf-8"), re.M)
    assert line
    return {part.strip().partition(" ")[0] for part in line[1].split(",")} - {"${misc:Depends}"}


def test_it_asks_for_all_that_the_container_installs() -> None:
    """The demo is played in the container alone; one list that is shorter would be found out by a school."""
    *_, last = stages((ROOT / "packaging" / "Containerfile").read_text(encoding="utf-8"))
    installed = next(step.rest for step in last.steps if "apt-get install" in step.rest)
    packages = set(installed.partition("--no-install-recommends")[2].partition("&&")[0].split())
    assert packages | {"adduser"} == depends()


def test_there_is_a_unit_for_daemon_desk_backup_and_verify() -> None:
    """Backup and verify each with its timer."""
    timed = {f"letterladder-{name}.{kind}" for name in ("backup", "verify") for kind in ("service", "timer")}
    assert set(UNITS) == {"letterladder.service", "letterladder-desk.service", *timed}


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_understands_every_unit(tmp_path: Path) -> None:
    """Each key, calendar and condition; the programs are stood in for, since they are not on this machine."""
    for name, file in UNITS.items():
        text = file.read_text(encoding="utf-8")
        (tmp_path / name).write_text(
            re.sub(r"^(ExecStart=)/(?:opt|usr)/\S+", r"\1/bin/true", text, flags=re.M), encoding="utf-8"
        )
    files = [str(tmp_path / name) for name in UNITS]
    command = ["systemd-analyze", "--man=no", "--recursive-errors=no", "verify", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_every_unit_runs_as_the_account_and_writes_where_it_may(name: str) -> None:
    """Nothing of a school is read or written by root, or is readable for others."""
    text = UNITS[name].read_text(encoding="utf-8")
    for line in ("User=letterladder", "UMask=0077", "ProtectSystem=strict", "NoNewPrivileges=yes"):
        assert f"\n{line}\n" in text
    assert "/var/lib/letterladder" in text.partition("ReadWritePaths=")[2]


@pytest.mark.parametrize(
    "name", ["letterladder", "nightly", "rules", "letterladder.postrm", "letterladder.postinst"]
)
def test_a_script_is_one_that_the_shell_can_read(name: str) -> None:
    """A slip would be met while a package is half installed."""
    if name != "rules":
        assert subprocess.run(["/bin/sh", "-n", str(DEBIAN / name)], check=False).returncode == 0
    assert (DEBIAN / name).read_text(encoding="utf-8").startswith("#!")


def test_removing_deletes_nothing_of_a_school() -> None:
    """Records are the school's to delete; the package only says where they are."""
    scripts = "".join(file.read_text(encoding="utf-8") for file in DEBIAN.glob("letterladder.p*"))
    assert not re.search(r"\brm\b|\bdeluser\b", scripts)
    assert "was kept" in scripts
