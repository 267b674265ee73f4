"""The scripts of deploy/kubernetes, run as the pod runs them, with the real program in PATH."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from office import edited

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "deploy" / "kubernetes"


class Pod:
    """The places of a pod, in one folder."""

    def __init__(self, place: Path) -> None:
        self.place = place
        for name in ("school", "trust", "secrets", "keys", "backup", "bin"):
            (place / name).mkdir()
        program = place / "bin" / "letterladder"
        program.write_text(f'#!/bin/sh\nexec {sys.executable} {ROOT / "run.py"} "$@"\n')
        program.chmod(0o755)
        (place / "bin" / "python3").symlink_to(sys.executable)

    def run(self, script: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the base."""
        places = {
            name.upper(): str(self.place / name) for name in ("school", "trust", "secrets", "keys", "backup")
        }
        path = f"{self.place / 'bin'}:{os.environ['PATH']}"
        return subprocess.run(
            ["sh", str(HERE / "base" / script), *words],
            env={**os.environ, **places, "PATH": path, "PAUSE": "0"},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def list(self, *schools: str) -> None:
        """Its trust.toml, as the list of a shard brings it."""
        names = ", ".join(f'"{name}"' for name in schools)
        (self.place / "trust" / "trust.toml").write_text(f'name = "T"\nschools = [{names}]\n')


@pytest.fixture
def pod(tmp_path: Path) -> Pod:
    """A pod that was never started."""
    return Pod(tmp_path)


def test_a_broken_list_stops_the_start(pod: Pod) -> None:
    """The daemon does not begin with half of the schools."""
    (pod.place / "trust" / "trust.toml").write_text("schools = [")
    assert pod.run("prepare.sh").returncode != 0


def test_before_the_daemon(pod: Pod) -> None:
    """Each new school has a folder, one that is there is left alone, and secrets are for this account alone."""
    pod.list("ash", "birch")
    (pod.place / "secrets" / "ash-mail-password").write_text("apple-sauce")
    (pod.place / "secrets" / "ash-mail-password").chmod(0o440)
    (pod.place / "secrets" / "desk.key").write_text("key")
    first = pod.run("prepare.sh")
    assert first.returncode == 0, first.stderr
    assert "made a folder for birch" in first.stdout
    school = pod.place / "school"
    assert (school / "ash").stat().st_mode & 0o777 == 0o700
    assert (pod.place / "keys" / "ash-mail-password").stat().st_mode & 0o777 == 0o400
    assert (school / "desk.key").read_text() == "key"
    edited(school / "ash", ("Larkfield", "Ash"))
    before = (school / "ash" / "school.toml").read_bytes()
    pod.list("ash", "birch", "cedar")
    second = pod.run("prepare.sh")
    assert second.stdout.count("made a folder") == 1
    assert (school / "ash" / "school.toml").read_bytes() == before
    assert '"cedar"' in (school / "trust.toml").read_text()


def test_a_night(pod: Pod) -> None:
    """A backup of each school, which is verified; what does not fit is said, with no name of anybody."""
    pod.list("ash", "birch")
    assert pod.run("prepare.sh").returncode == 0
    night = pod.run("nightly.sh", "now")
    assert (night.returncode, night.stdout) == (0, "night: every school is backed up and in order\n"), (
        night.stderr
    )
    (archive,) = (pod.place / "backup" / "ash").glob("*.zip")
    assert "school.toml" in zipfile.ZipFile(archive).namelist()
    old = archive.with_name("old.zip")
    old.write_bytes(b"")
    os.utime(old, (0, 0))
    (pod.place / "school" / "birch" / "school.toml").write_text("no TOML")
    bad = pod.run("nightly.sh", "now")
    assert bad.returncode == 1
    assert "birch(backup) birch(verify);" in bad.stderr
    assert not old.exists()
    assert (pod.place / "backup" / "FAILED.txt").exists()


def shards(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the script that writes shards."""
    return subprocess.run(
        [sys.executable, str(HERE / "shards.py"), *words], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "there is no school in the list"),
        ("ash\nbirch\nash\n", "line 3: 'ash' is there twice"),
        ("ash\n../elm\n", "line 2: '../elm' is no short name"),
        ("Ash School\n", "line 1: 'Ash School' is no short name"),
    ],
)
def test_a_list_with_a_fault_writes_nothing(tmp_path: Path, text: str, words: str) -> None:
    """The line is named."""
    (tmp_path / "list.txt").write_text(text)
    said = shards(str(tmp_path / "list.txt"), str(tmp_path / "over"))
    assert said.returncode == 2
    assert words in said.stderr
    assert not (tmp_path / "over").exists()


def test_a_school_never_moves(tmp_path: Path) -> None:
    """Its cases are on the volume of its shard; new ones fill what has room, then new shards."""
    told, over = tmp_path / "list.txt", tmp_path / "over"
    told.write_text("".join(f"s{number:03}\n" for number in range(7)))
    assert shards(str(told), str(over), "--most", "3").returncode == 0
    before = held(over)
    assert [len(one) for one in before.values()] == [3, 3, 1]
    # In another order, one gone, and four new ones: first in the list, so that a mere count would move everybody.
    told.write_text("a1\na2\na3\na4\n" + "".join(f"s{number:03}\n" for number in range(6, 0, -1)))
    said = shards(str(told), str(over), "--most", "3")
    assert said.returncode == 1
    assert "no longer in the list, and still in their shards: s000." in said.stdout
    after = held(over)
    assert all(after[shard][: len(schools)] == schools for shard, schools in before.items())
    assert [len(one) for one in after.values()] == [3, 3, 3, 2]


def held(over: Path) -> dict[str, list[str]]:
    """The schools of each shard, as the program reads them."""
    from letterladder.config.toml_file import read_toml  # noqa: PLC0415
    from letterladder.config.trust_file import TrustTable  # noqa: PLC0415

    found = {}
    for file in sorted(over.glob("shards/*/trust.toml")):
        table, faults = read_toml(file, TrustTable)
        assert table, faults
        found[file.parent.name] = list(table.schools)
    return found


def test_two_shards_with_one_school_are_refused(tmp_path: Path) -> None:
    """Two daemons would take the emails of one mailbox."""
    told, over = tmp_path / "list.txt", tmp_path / "over"
    told.write_text("ash\nbirch\n")
    shards(str(told), str(over), "--most", "1")
    trust = over / "shards" / "001" / "trust.toml"
    trust.write_text(trust.read_text().replace("birch", "ash"))
    said = shards(str(told), str(over))
    assert said.returncode == 2
    assert "'ash' is in shard 000 as well" in said.stderr


def test_what_ships_is_what_the_script_writes(tmp_path: Path) -> None:
    """The example of many shards."""
    shipped = HERE / "overlays" / "many-shards"
    (tmp_path / "namespace.yaml").write_bytes((shipped / "namespace.yaml").read_bytes())
    (tmp_path / "schools.txt").write_bytes((shipped / "schools.txt").read_bytes())
    assert shards(str(tmp_path / "schools.txt"), str(tmp_path), "--most", "3").returncode == 0
    files = {file.relative_to(shipped): file.read_bytes() for file in shipped.rglob("*") if file.is_file()}
    assert {
        file.relative_to(tmp_path): file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()
    } == files
