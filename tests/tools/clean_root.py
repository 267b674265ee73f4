"""An empty Debian in a folder, and commands carried out in it: shows what is missing where nothing else is installed.

A root is made by mmdebstrap; commands run in it by bubblewrap, with processes and mounts of their own that end with
them. How this machine reaches Debian and the package index (sources of apt, settings of pip, certificates) is lent to
each command and is no part of the root.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .containerfile import Stage, copied, environment

RELEASE = "bookworm"
SLIM = (
    *(f"path-exclude=/usr/share/{name}/*" for name in ("doc", "man", "info", "locale", "groff")),
    "path-include=/usr/share/doc/*/copyright",
    "force-unsafe-io",
)
"""What debian:bookworm-slim leaves out, and that nothing is flushed."""
TOOLS = {"mmdebstrap": "mmdebstrap", "bwrap": "bubblewrap", "dh": "debhelper"}
LENT = (
    "PIP_",
    "SSL_CERT",
    "REQUESTS_CA",
    "CURL_CA",
    "http_proxy",
    "https_proxy",
    "HTTP_PROXY",
    "HTTPS_PROXY",
)
"""How the names begin of what is lent of the environment, where a command needs the network."""
ROOM = 6_000_000_000
"""Bytes that the roots of one run may need."""
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


class Failed(Exception):
    """A command in a root did not do what it must; says which, and what it said."""


def why_not() -> str:
    """Why no root can be made here; "" where it can."""
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root on Linux may make one"
    if missing:
        return f"these are not installed: apt-get install {' '.join(missing)}"
    tried = ["bwrap", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "--unshare-pid", "true"]
    done = subprocess.run(tried, capture_output=True, text=True, check=False)
    return f"this machine does not permit it ({done.stderr.strip()})" if done.returncode else ""


class CleanRoot:
    """One root and the commands in it."""

    def __init__(self, folder: Path, cache: Path, say: Callable[[str], None]) -> None:
        """Use the root in `folder`; packages that were fetched are kept in `cache` for the next root."""
        self.folder, self._cache, self._say = folder, cache, say
        cache.mkdir(parents=True, exist_ok=True)

    def make(self) -> "CleanRoot":
        """Fill it with the smallest Debian, from this machine's own sources of apt."""
        sources = [str(file) for file in _apt_sources()]
        slim = [f"--dpkgopt={one}" for one in SLIM]
        run_here(["mmdebstrap", "--quiet", "--variant=minbase", *slim, RELEASE, str(self.folder), *sources])
        # Where packages come from is lent; what mmdebstrap wrote of it would be this machine's.
        shutil.rmtree(self.folder / "etc/apt/sources.list.d", ignore_errors=True)
        (self.folder / "etc/apt/sources.list.d").mkdir()
        (self.folder / "etc/apt/sources.list").unlink(missing_ok=True)
        return self

    def copy(self, folder: Path) -> "CleanRoot":
        """Another root that is as this one is now."""
        run_here(["cp", "-a", "--reflink=auto", str(self.folder), str(folder)])
        return CleanRoot(folder, self._cache, self._say)

    def run(
        self,
        command: str,
        *,
        user: str = "root",
        said: Mapping[str, str] | None = None,
        network: bool = True,
        options: Sequence[str] = (),
    ) -> str:
        """Carry out one line of shell; what it printed.

        Args:
            command: the line.
            user: who types it.
            said: the environment.
            network: the machine's way to Debian and the package index is lent; without, there is none at all.
            options: more of bubblewrap, such as a folder that is bound.

        Raises:
            Failed: it ended with a number other than 0.
        """
        self._say(f"  [{user}] {command[:150]}")
        whole = ["bwrap", *self._mounts(network=network), *options, *_environment(said, network=network)]
        become = (
            [] if user == "root" else ["setpriv", "--reuid", user, "--regid", user, "--init-groups", "--"]
        )
        return run_here([*whole, "--", *become, "/bin/sh", "-c", command])

    def _mounts(self, *, network: bool) -> list[str]:
        plain = ["--bind", str(self.folder), "/", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/run"]
        plain += ["--unshare-pid", "--die-with-parent", "--cap-add", "ALL"]
        if not network:
            return [*plain, "--unshare-net"]
        lent = ["--bind", str(self._cache), "/var/cache/apt/archives"]
        for file in ("/etc/resolv.conf", "/etc/pip.conf", *map(str, _apt_lent()), *_pip_folders()):
            if Path(file).exists():
                lent += ["--ro-bind", str(Path(file).resolve()), file]
        own = Path("~/.config/pip/pip.conf").expanduser()
        certificates = Path("/etc/ssl/certs/ca-certificates.crt")
        lent += ["--ro-bind", str(own), "/root/.config/pip/pip.conf"] if own.is_file() else []
        if certificates.is_file():  # not under its own name, where a package of Debian writes
            lent += ["--ro-bind", str(certificates), "/run/lent-certificates.crt"]
        return [*plain, *lent]

    def build(self, stage: Stage, tree: Path, others: Mapping[str, "CleanRoot"]) -> None:
        """Carry out the steps of a stage as a builder of containers does.

        Raises:
            Failed: a step ended with a number other than 0.
            Unreadable: a step is not understood.
        """
        for place, step in enumerate(stage.steps):
            if step.word == "RUN":
                self.run(step.rest, said=environment(stage.steps[:place]))
            elif step.word == "COPY":
                what = copied(step)
                self._say(f"  COPY {step.rest}")
                top = others[what.stage].folder if what.stage else tree
                for source in what.sources:
                    self._put(top / source.lstrip("/"), what.target, plain=not what.stage)

    def _put(self, source: Path, target: str, *, plain: bool) -> None:
        """Copy as COPY does: of a folder what is in it; of the tree without what Python left there."""
        into = self.folder / target.lstrip("/")
        left = shutil.ignore_patterns("__pycache__") if plain else None
        if source.is_dir():
            shutil.copytree(source, into, symlinks=True, dirs_exist_ok=True, ignore=left)
        else:
            into.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, into)


def _environment(said: Mapping[str, str] | None, *, network: bool) -> list[str]:
    """The environment of a command, as options of bubblewrap: what is said, and what is lent for the network."""
    lent = {name: value for name, value in os.environ.items() if name.startswith(LENT)} if network else {}
    certificates = {name: "/run/lent-certificates.crt" for name in lent if "CERT" in name or "BUNDLE" in name}
    certificates.pop("SSL_CERT_DIR", None)
    lent.pop("SSL_CERT_DIR", None)
    whole = {
        "PATH": PATH,
        "HOME": "/root",
        "DEBIAN_FRONTEND": "noninteractive",
        **lent,
        **certificates,
        **(said or {}),
    }
    return ["--clearenv", *(word for name, value in whole.items() for word in ("--setenv", name, value))]


def _apt_sources() -> list[Path]:
    """Where this machine has Debian's own packages from."""
    found = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("debian*"))]
    return [file for file in found if file.is_file() and file.read_text(encoding="utf-8").strip()]


def _apt_lent() -> list[Path]:
    """How apt reaches them; not what concerns this machine's own packages."""
    names = ("proxy", "artifact", "registry", "mirror", "no-check")
    ways = [file for file in Path("/etc/apt/apt.conf.d").iterdir() if any(one in file.name for one in names)]
    return [*_apt_sources(), *ways]


def _pip_folders() -> list[str]:
    """The folders of packages on this machine that the settings of pip name."""
    asked = [sys.executable, "-m", "pip", "config", "list"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    words = said.replace("file://", " ").replace("'", " ").replace("=", " ").split()
    tops = {"/".join(word.split("/")[:3]) for word in words if word.startswith(("/opt/", "/srv/"))}
    return sorted(one for one in tops if Path(one).is_dir())


def run_here(
    command: Sequence[str], *, folder: Path | None = None, said: Mapping[str, str] | None = None
) -> str:
    """Carry out a command of this machine; what it printed.

    Raises:
        Failed: it ended with a number other than 0.
    """
    done = subprocess.run(
        list(command),
        cwd=folder,
        env=said,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        errors="replace",
    )
    if done.returncode:
        last = "\n".join(done.stdout.splitlines()[-40:])
        raise Failed(f"{command[-1][:300]}\nended with {done.returncode}:\n{last}")
    return done.stdout
