"""Reads a school's folder into one frozen `Settings`: every fault of every file at once."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from ..ground.errors import Problem, WrongUsage
from ..rules.days.calendar import Calendar
from ..rules.office.retention import RetentionRules
from ..rules.people.school import Letterhead, Mailing, Person, School
from ..rules.policies.legal import LegalFacts
from ..rules.policies.policy import Policy
from .calendar_file import read_calendar
from .legal_file import read_legal
from .letters_file import read_letters
from .paths import LEGAL_FACTS, OWN_TEMPLATES, shipped_policies, shipped_policy
from .policy_file import read_policy
from .settings_tables import InBox, OutBox, PeopleTable, SchoolFile, ServerBox
from .toml_file import read_toml

PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One school's configuration folder, read and checked.

    Attributes:
        folder: the configuration folder.
        data: where the cases are kept; copy it and you have everything.
        people_csv: the register of people.
        own_templates: letters that replace ours.
        incoming, outgoing: the mailbox; folders in them are below `folder`.
        mail_limit: bytes above which only the headers of an email are read.
        poll_minutes: how often the daemon looks for email.
        retention: how long closed cases are kept until somebody looks at them again.
    """

    folder: Path
    school: School
    incoming: InBox
    outgoing: OutBox
    mail_limit: int
    poll_minutes: int
    retention: RetentionRules = field(default_factory=RetentionRules)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    @property
    def people_csv(self) -> Path:
        """The people register."""
        return self.folder / "people.csv"

    @property
    def own_templates(self) -> Path:
        """The school's own letters."""
        return self.folder / OWN_TEMPLATES


def load_settings(folder: Path) -> Settings:
    """The settings of this folder.

    Raises:
        WrongUsage: something is wrong or missing; carries every fault.
    """
    settings, faults = read_settings(folder)
    if settings is None:
        raise WrongUsage(*faults)
    return settings


def read_settings(folder: Path) -> tuple[Settings | None, list[Problem]]:
    """The settings, or None and every fault of school.toml, its policy, the calendar and the legal facts."""
    file, faults = read_toml(folder / "school.toml", SchoolFile)
    calendar, calendar_faults = read_calendar(folder / "calendar.toml")
    legal, legal_faults = read_legal(LEGAL_FACTS)
    letters, letter_faults = read_letters(folder / OWN_TEMPLATES)
    faults = [*faults, *calendar_faults, *legal_faults, *letter_faults]
    if file is None:
        return None, faults
    linked = _policy_path(folder, file.policy.linked) if file.policy.linked else None
    policy, policy_faults = read_policy(_policy_path(folder, file.policy.file), letters, linked=linked)
    faults += [*policy_faults, *_picture_faults(folder, file)]
    faults += _role_faults(file, policy)
    if policy is None or calendar is None or legal is None or faults:
        return None, faults
    school = _school(file, folder=folder, policy=policy, calendar=calendar, legal=legal)
    return (
        Settings(
            folder=folder,
            school=school,
            incoming=file.mail.incoming,
            outgoing=file.mail.outgoing,
            mail_limit=file.mail.megabytes * 1024 * 1024,
            poll_minutes=file.mail.poll_minutes,
            retention=file.retention,
        ),
        [],
    )


def _school(
    file: SchoolFile, *, folder: Path, policy: Policy, calendar: Calendar, legal: LegalFacts
) -> School:
    return School(
        slug=file.school.slug or re.sub(r"\W+", "-", file.school.name.casefold()),
        name=file.school.name,
        type=file.school.type,
        authority=file.school.authority,
        letterhead=_letterhead(folder, file),
        people=_people(file.people),
        policy=policy,
        calendar=calendar,
        legal=legal,
        complaints=file.complaints,
        contact=Person(name=file.contact.name, role=file.contact.role, email=file.contact.email),
        contact_phone=file.contact.phone,
        safeguarding_mailbox=file.school.safeguarding_mailbox,
        letters_from=file.school.letters_from,
        posting=file.posting,
        reminding=file.reminders,
        defaults=file.letters,
        code_days=file.approval.code_days,
        alternate_after_days=file.approval.alternate_after_days,
        acknowledging=file.acknowledge,
        watching=file.watch,
        triaging=file.triage,
        anchoring=file.anchor,
        mailing=Mailing(
            since=file.mail.since, most_per_day=file.mail.most_per_day, authserv_id=file.mail.authserv_id
        ),
    )


def _policy_path(folder: Path, name: str) -> Path:
    return shipped_policy(name) if name in shipped_policies() else folder / name


def _people(table: PeopleTable) -> dict[str, Person]:
    held = {role: getattr(table, role) for role in type(table).model_fields}
    return {role: Person(name=one.name, role=one.role, email=one.email) for role, one in held.items() if one}


def _letterhead(folder: Path, file: SchoolFile) -> Letterhead:
    table = file.school
    return Letterhead(
        name=table.name,
        address=table.address,
        phone=table.phone,
        email=table.email,
        website=table.website,
        footer=table.footer,
        logo=(folder / table.logo).read_bytes() if table.logo else b"",
        signature=(folder / file.people.head.signature).read_bytes() if file.people.head.signature else b"",
    )


def _picture_faults(folder: Path, file: SchoolFile) -> list[Problem]:
    named = {"school.logo": file.school.logo, "people.head.signature": file.people.head.signature}
    return [
        Problem(
            where=f"school.toml, {key}",
            what=f"The picture {name} is not there, or is not a picture.",
            what_to_do="Put a .png or .jpg of that name next to school.toml, or remove the key.",
        )
        for key, name in named.items()
        if name and not _is_picture(folder / name)
    ]


def _is_picture(path: Path) -> bool:
    """Whether Word can show it: a picture of another kind would break every letter much later."""
    try:
        return path.read_bytes().startswith(PICTURES)
    except OSError:
        return False


def _role_faults(file: SchoolFile, policy: Policy | None) -> list[Problem]:
    """The roles by which the policy signs and approves, and which nobody holds."""
    steps = policy.steps.values() if policy else ()
    nobody = {role for step in steps for role in (step.signer, step.approver)} - _people(file.people).keys()
    return [
        Problem(
            where=f"school.toml, people.{role}",
            what=f"The policy signs or approves letters by '{role}', and nobody holds that role.",
            what_to_do=f"Add [people.{role}] with name, role and email.",
        )
        for role in sorted(nobody)
    ]


def password_of(folder: Path, server: ServerBox) -> str:
    """The password of an email account, from its file or the environment; never kept in school.toml.

    Raises:
        WrongUsage: the file or the variable is not there.
    """
    if server.password_env:
        found = os.environ.get(server.password_env)
        if found is None:
            raise WrongUsage(
                Problem(
                    where="school.toml, password_env",
                    what=f"The environment has no variable {server.password_env}.",
                    what_to_do="Set it for the service that starts Letterladder.",
                )
            )
        return found
    if not server.password_file:
        return ""
    try:
        return (folder / server.password_file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise WrongUsage(
            Problem(
                where="school.toml, password_file",
                what=f"{server.password_file} cannot be read: {error.strerror}.",
                what_to_do="Write the mailbox password into that file, readable by you alone (chmod 600).",
            )
        ) from error
