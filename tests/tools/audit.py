"""`make audit`: does a lock pin a version with a known fault? By the list beside this file; it needs no network.

`--network` asks pip-audit instead, where it is installed: somebody types that by hand.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("advisories.toml")
OLD_DAYS = 180
_PIN = re.compile(r"^[A-Za-z0-9]")
_ID = re.compile(r"GHSA(-[23456789cfghjmpqrvwx]{4}){3}|CVE-\d{4}-\d{4,}|PYSEC-\d{4}-\d+")


class Unreadable(Exception):
    """The list or a lock is not what it should be; says where and what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisory:
    """One known fault: the package, the versions that have it, and what it lets somebody do.

    `pinned` in the place of versions: which have it is not known here, and this one was pinned when it was looked at.
    """

    package: str
    id: str
    affected: SpecifierSet
    what: str
    pinned: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The list, and the day up to which it was looked through."""

    day: date
    advisories: tuple[Advisory, ...]


def read_list(text: str) -> Known:
    """The list as written.

    Raises:
        Unreadable: a key is missing, a range or an id is none, or it is no TOML.
    """
    try:
        found = tomllib.loads(text)
        day = found["date"]
        rows = [*found.get("advisory", []), *found.get("unsettled", [])]
        advisories = tuple(_advisory(row) for row in rows)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, InvalidSpecifier) as error:
        raise Unreadable(f"the list of advisories: {error!r}") from error
    if not isinstance(day, date):
        raise Unreadable("the list of advisories: its date is no day")
    return Known(day=day, advisories=advisories)


def _advisory(row: dict[str, str]) -> Advisory:
    if not _ID.fullmatch(row["id"]):
        raise Unreadable(f"the list of advisories: {row['id']!r} is no id")
    if not row.get("pinned") and not row["affected"]:
        raise Unreadable(f"the list of advisories: {row['id']} names no versions")
    return Advisory(
        package=canonicalize_name(row["package"]),
        id=row["id"],
        affected=SpecifierSet(row.get("affected", ""), prereleases=True),
        what=row["what"],
        pinned=row.get("pinned", ""),
    )


def read_pins(name: str, text: str) -> Iterator[tuple[str, Version]]:
    """Each package of a lock with its version.

    Raises:
        Unreadable: a line pins nothing, or several versions.
    """
    for line in text.splitlines():
        if not _PIN.match(line):
            continue
        words = line.partition(" \\")[0].partition(" --hash")[0]
        try:
            asked = Requirement(words)
        except InvalidRequirement as error:
            raise Unreadable(f"{name}: {words!r}: {error}") from error
        pinned = [one.version for one in asked.specifier if one.operator == "=="]
        if len(pinned) != 1:
            raise Unreadable(f"{name}: {words!r} pins no version")
        yield canonicalize_name(asked.name), Version(pinned[0])


def faults(known: Known, name: str, pins: Iterable[tuple[str, Version]]) -> Iterator[str]:
    """The pinned versions that have a known fault, in a sentence each."""
    for package, version in pins:
        for one in known.advisories:
            if one.package == package and not one.pinned and version in one.affected:
                yield f"{name} pins {package} {version}, which has {one.id} ({one.affected}): {one.what}."


def notes(known: Known, pins: Iterable[tuple[str, Version]], today: date) -> Iterator[str]:
    """What somebody should look into: a list that is old, and advisories of which the versions are not known."""
    age = (today - known.day).days
    if age > OLD_DAYS:
        yield f"The list is {age} days old: look through the databases again, or type `--network`."
    there = set(pins)
    for one in known.advisories:
        if one.pinned and (one.package, Version(one.pinned)) in there:
            yield f"{one.id}: whether {one.package} {one.pinned} has it is not known here: {one.what}."


def main(words: Sequence[str], today: date) -> int:
    """Compare all locks with the list; 1 where one pins a fault, 2 where something cannot be read."""
    if "--network" in words:
        return _network()
    try:
        known = read_list(LIST.read_text(encoding="utf-8"))
        locks = {
            lock.name: tuple(read_pins(lock.name, lock.read_text(encoding="utf-8")))
            for lock in sorted(ROOT.glob("requirements*.lock"))
        }
    except Unreadable as error:
        sys.stdout.write(f"audit: {error}\n")
        return 2
    pins = [pin for found in locks.values() for pin in found]
    found = [line for name, lock in locks.items() for line in faults(known, name, lock)]
    for line in [*found, *notes(known, pins, today)]:
        sys.stdout.write(f"audit: {line}\n")
    count = len({package for package, _ in pins})
    sys.stdout.write(
        f"audit: {len(found)} faults in {count} packages of {len(locks)} locks,"
        f" by {len(known.advisories)} advisories up to {known.day}\n"
    )
    return 1 if found else 0


def _network() -> int:
    tool = shutil.which("pip-audit")
    if tool is None:
        sys.stdout.write(
            "audit: pip-audit is not installed here: pip install pip-audit, then type it again\n"
        )
        return 2
    locks = [word for lock in sorted(ROOT.glob("requirements*.lock")) for word in ("-r", str(lock))]
    return subprocess.run([tool, "--require-hashes", "--disable-pip", *locks], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], date.today()))  # noqa: DTZ011 - the day of whoever types it
