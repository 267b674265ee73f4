"""Several schools in one installation: trust.toml names their folders; each folder is a whole school of its own."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field

from ..ground.errors import Problem, WrongUsage
from ..rules.people.school import Person
from .desk_tables import DeskTable
from .settings import Settings, read_settings
from .settings_tables import Mail, ServerBox
from .toml_file import Table, read_toml

TRUST_FILE = "trust.toml"


class TrustPerson(Table):
    """[[people]] of trust.toml: somebody of the trust who sees at the desk how many cases its schools have."""

    name: str = Field(min_length=1)
    role: str = "Trust"
    email: Mail


class TrustTable(Table):
    """The whole of trust.toml."""

    name: str
    schools: tuple[str, ...] = Field(min_length=1)
    desk: DeskTable = DeskTable()
    people: tuple[TrustPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """A trust or federation: its name, the folder of each school by its short name, its one desk and its own people."""

    name: str
    schools: dict[str, Path]
    desk: DeskTable = field(default_factory=DeskTable)
    people: tuple[Person, ...] = ()


def read_trust(folder: Path) -> tuple[Trust | None, list[Problem]]:
    """The trust of this folder; None without faults where the folder is one school's own."""
    path = folder / TRUST_FILE
    if not path.exists():
        return None, []
    table, faults = read_toml(path, TrustTable)
    if table is None:
        return None, faults
    schools = {name: folder / name for name in table.schools}
    faults = [
        Problem(
            where=f"{TRUST_FILE}, schools",
            what=f"There is no school folder '{name}'.",
            what_to_do=f"Make it: letterladder init {place}, or remove it from the list.",
        )
        for name, place in schools.items()
        if not (place / "school.toml").is_file()
    ]
    people = tuple(Person(name=one.name, role=one.role, email=one.email) for one in table.people)
    trust = Trust(name=table.name, schools=schools, desk=table.desk, people=people)
    return (None, faults) if faults else (trust, [])


def folders_of(folder: Path, school: str) -> dict[str, Path]:
    """The school folders that a command means: the one named, or all of them.

    Args:
        folder: the configuration folder, of a trust or of one school.
        school: the short name of one school; "" for all.

    Raises:
        WrongUsage: trust.toml is broken, or there is no such school.
    """
    trust, faults = read_trust(folder)
    if faults:
        raise WrongUsage(*faults)
    schools = trust.schools if trust else {folder.resolve().name: folder}
    if not school:
        return schools
    if school in schools and trust:
        return {school: schools[school]}
    known = ", ".join(schools) if trust else "this folder holds one school and needs no --school"
    what = f"There is no school '{school}' here."
    raise WrongUsage(Problem(where="--school", what=what, what_to_do=f"Schools: {known}."))


def shared_things(folders: dict[str, Path]) -> list[Problem]:
    """What two schools of one trust share and must not: a mailbox or a sender address."""
    read = {name: settings for name, place in folders.items() if (settings := read_settings(place)[0])}
    found: list[Problem] = []
    for key in ("safeguarding_mailbox", "letters_from"):
        seen: dict[str, str] = {}
        for name, settings in read.items():
            address = str(getattr(settings.school, key)).casefold()
            if address in seen:
                found.append(_shared(f"{name}/school.toml, {key}", address, seen[address]))
            seen.setdefault(address, name)
    return [*found, *_shared_boxes(read)]


def _shared_boxes(read: dict[str, Settings]) -> list[Problem]:
    seen: dict[str, str] = {}
    found = []
    for name, settings in read.items():
        box = settings.mail.incoming
        on_server = f"{box.user}@{box.host}/" if isinstance(box, ServerBox) else ""
        where = f"{on_server}{box.folder}" if on_server else str(settings.folder / box.folder)
        if where in seen:
            found.append(_shared(f"{name}/school.toml, mail.in", "mailbox", seen[where]))
        seen.setdefault(where, name)
    return found


def _shared(where: str, what: str, other: str) -> Problem:
    return Problem(
        where=where,
        what=f"The {what} is used by '{other}' as well.",
        what_to_do="Give each school its own, or one school's reports will end up with the other.",
    )
