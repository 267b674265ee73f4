"""Reads a school's folder into one frozen `Settings`: every fault of every file at once."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..ground.english import listed
from ..ground.errors import Problem, WrongUsage
from ..ground.values import parts_of, replace
from ..rules.days.calendar import Calendar
from ..rules.office.retention import RetentionRules
from ..rules.people.conflict import staff_of
from ..rules.people.ringing import Ringing
from ..rules.people.school import Identity, Letterhead, Privacy, School
from ..rules.policies.gate_law import gate_law
from ..rules.policies.legal_facts import LegalFacts
from ..rules.policies.policy import Policy
from ..rules.texts.forms import NO_FORMS, FormBook
from .calendar_file import read_calendar
from .desk_tables import DeskTable
from .forms_file import read_forms
from .legal_file import shipped_legal, with_own_facts
from .letters_file import read_letters
from .paths import OWN_FORMS, OWN_LEGAL, OWN_TEMPLATES, PEOPLE, shipped_policies, shipped_policy
from .people_tables import PeopleTable
from .policy_file import read_policy
from .settings_tables import ImapBox, MailTable, SchoolFile, ServerBox
from .toml_file import read_toml
from .toml_lines import lined
from .toml_most import read_most

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
        mail: the mailboxes, folders in them being below `folder`, and how often the daemon looks for email.
        mail_limit: bytes above which only the headers of an email are read.
        retention: how long closed cases are kept until somebody looks at them again.
        forms: the forms and systems whose emails are recognised.
        desk: the pages in a browser, and how people sign in.
        bell: what rings beside the email when something urgent waits.
        named: the files that school.toml names: its policies and pictures, wherever they are.
    """

    folder: Path
    school: School
    mail: MailTable
    retention: RetentionRules = field(default_factory=RetentionRules)
    forms: FormBook = NO_FORMS
    desk: DeskTable = field(default_factory=DeskTable)
    bell: Ringing = field(default_factory=Ringing)
    named: tuple[Path, ...] = ()

    @property
    def mail_limit(self) -> int:
        """Bytes."""
        return self.mail.megabytes * 1024 * 1024

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    @property
    def people_csv(self) -> Path:
        """The people register."""
        return self.folder / PEOPLE

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
    legal, legal_faults = with_own_facts(shipped_legal(), folder / OWN_LEGAL)
    letters, letter_faults = read_letters(folder / OWN_TEMPLATES)
    forms, form_faults = read_forms(folder / OWN_FORMS)
    faults = [*faults, *calendar_faults, *legal_faults, *letter_faults, *form_faults]
    if file is None:
        return None, faults
    named, linked = _policy_files(folder, file)
    policy, policy_faults = read_policy(named, letters, linked=linked, law=gate_law(legal))
    faults += [*lined(policy_faults, *filter(None, (named, linked))), *_picture_faults(folder, file)]
    faults += [*_role_faults(file, policy), *_told_faults(file)]
    if policy is None or calendar is None or faults:
        return None, faults
    school = _school(file, folder=folder, policy=policy, calendar=calendar, legal=legal)
    return (
        Settings(
            folder=folder,
            school=school,
            mail=file.mail,
            retention=file.retention,
            forms=_known_to(school, forms),
            desk=file.desk,
            bell=file.bell,
            named=(*filter(None, (named, linked)), *_pictures(folder, file)),
        ),
        [],
    )


def _known_to(school: School, forms: FormBook) -> FormBook:
    """The forms with what tells this school's own people from strangers."""
    own = staff_of(school).own_domains
    return replace(forms, own_domains=own, authserv_id=school.mailing.authserv_id)


def _school(
    file: SchoolFile, *, folder: Path, policy: Policy, calendar: Calendar, legal: LegalFacts
) -> School:
    said = _fields_of(file.school.identity)
    return School(
        **said | {"slug": said["slug"] or re.sub(r"\W+", "-", said["name"].casefold())},
        letterhead=_letterhead(folder, file),
        people=file.people.held(),
        policy=policy,
        calendar=calendar,
        legal=legal,
        complaints=file.complaints,
        contact=file.contact,
        privacy=_privacy(file),
        posting=file.posting,
        reminding=file.reminders,
        defaults=file.letters,
        approving=file.approval,
        acknowledging=file.acknowledge,
        watching=file.watch,
        triaging=file.triage,
        anchoring=file.anchor,
        assisting=file.assist,
        desking=file.desk.desking,
        mailing=file.mail.mailing,
        by_server=isinstance(file.mail.incoming, ImapBox),
    )


def _privacy(file: SchoolFile) -> Privacy:
    """What letters say of personal data; where nothing is said of how long, the years of [retention]."""
    years = file.retention.complaint_years
    kept = f"{years} years after the matter is closed" if years > 1 else "one year after the matter is closed"
    return replace(file.privacy, kept=file.privacy.kept or kept)


def _fields_of(value: Identity) -> dict[str, Any]:
    return {one.name: getattr(value, one.name) for one in parts_of(value)}


def policy_files(folder: Path) -> tuple[Path, Path | None] | None:
    """The file of this school's policy, and of the one that it links; None where school.toml does not say."""
    file = read_most(folder / "school.toml", SchoolFile).table
    return _policy_files(folder, file) if file else None


def _policy_files(folder: Path, file: SchoolFile) -> tuple[Path, Path | None]:
    linked = _policy_path(folder, file.policy.linked) if file.policy.linked else None
    return _policy_path(folder, file.policy.file), linked


def _policy_path(folder: Path, name: str) -> Path:
    return shipped_policy(name) if name in shipped_policies() else folder / name


def _letterhead(folder: Path, file: SchoolFile) -> Letterhead:
    logo, signature = file.school.logo, file.people.head.signature
    return replace(
        file.school.letterhead,
        logo=(folder / logo).read_bytes() if logo else b"",
        signature=(folder / signature).read_bytes() if signature else b"",
    )


def _pictures(folder: Path, file: SchoolFile) -> Iterator[Path]:
    yield from (folder / name for name in (file.school.logo, file.people.head.signature) if name)


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
    """The roles to which the policy gives something to do and which nobody holds, each once, with where it is named."""
    held = file.people.held()
    named: dict[str, list[str]] = {}
    for step in policy.steps.values() if policy else ():
        for key, role in step.roles.items():
            if role not in held:
                named.setdefault(role, []).append(f"steps.{step.id}.{key.partition(',')[0]}")
    return [
        Problem(
            where=f"school.toml, people.{role}",
            what=f"The policy names the role '{role}' ({listed(keys[:3])}), and nobody holds it.",
            what_to_do=f"Add [people.{role}] with name, role and email, or name a role that somebody holds: "
            f"{', '.join(held)}.",
        )
        for role, keys in sorted(named.items())
    ]


def _told_faults(file: SchoolFile) -> Iterator[Problem]:
    """The roles that are told of something, and that the settings do not know."""
    known = {*PeopleTable.model_fields, *file.people.held()}
    triage = file.triage
    told = {"triage.tell": triage.tell, "triage.plain": triage.plain, "triage.chain": triage.chain}
    for key, roles in {**told, "anchor.to": file.anchor.to}.items():
        for place, role in enumerate(roles):
            if role not in known:
                yield Problem(
                    where=f"school.toml, {key}.{place}",
                    what=f"There is no role '{role}'.",
                    what_to_do=f"Name one of: {', '.join(sorted(known))}; or add [people.{role}].",
                )


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
