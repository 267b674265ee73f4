"""What `check` says of [desk]: files that are missing or run out, people whom it cannot tell apart."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from ..config.desk_tables import DeskTable
from ..config.trust_file import TRUST_FILE, read_trust
from ..ground.english import uk_date
from ..ground.errors import Problem
from ..rules.people.school import Person

SOON = timedelta(days=21)
"""Before a certificate runs out, people should hear of it."""


def problems_of_desk(folder: Path, table: DeskTable, where: str, today: date) -> Iterator[Problem]:
    """What keeps the desk from working, or will soon.

    Args:
        folder: beside whose school.toml or trust.toml the files lie.
        table: [desk].
        where: the name of that file.
        today: the day.
    """
    desking = table.desking
    if desking.on:
        yield from _files(folder, {"certificate": desking.certificate, "key": desking.key}, where)
        secrets = {
            f"{name}.secret_file": one.secret_file
            for name, one in (("microsoft", table.microsoft), ("google", table.google))
            if one
        }
        yield from _files(folder, secrets, where)
        if desking.certificate:
            yield from _runs_out(folder / desking.certificate, where, today)
        if desking.behind_proxy and not desking.address:
            what = "Behind a proxy the desk does not know by which address people reach it."
            do = 'Set it: address = "https://desk.larkfield.example".'
            yield Problem(where=f"{where}, desk.address", what=what, what_to_do=do)


def notes_of_desk(table: DeskTable, people: Iterable[Person], where: str) -> Iterator[Problem]:
    """What is worth knowing: emails that name a page which nothing answers, people who share an address."""
    desking = table.desking
    if desking.address and not desking.on:
        yield Problem(
            where=f"{where}, desk.address",
            what="Emails link to the desk, but `serve` does not run it.",
            what_to_do="Set on = true, or run `letterladder desk` as a service; without a desk remove the address.",
        )
    if desking.on:
        yield from _shared(list(people), where)


def _files(folder: Path, named: dict[str, str], where: str) -> Iterator[Problem]:
    for key, name in named.items():
        if not name:
            continue
        try:
            (folder / name).read_bytes()
        except OSError as error:
            yield Problem(
                where=f"{where}, desk.{key}",
                what=f"{name} cannot be read: {error.strerror or error}.",
                what_to_do=f"Put the file beside {where}, readable by this account alone (chmod 600).",
            )


def _runs_out(path: Path, where: str, today: date) -> Iterator[Problem]:
    from cryptography import x509  # noqa: PLC0415 - only where the desk has a certificate

    try:
        found = x509.load_pem_x509_certificates(path.read_bytes())
    except OSError:
        return
    except ValueError:
        what, do = (
            f"{path.name} is no certificate.",
            "Give a PEM file with the certificate first, then its chain.",
        )
        yield Problem(where=f"{where}, desk.certificate", what=what, what_to_do=do)
        return
    last = found[0].not_valid_after_utc.date()
    if last - today < SOON:
        over = "was good until" if last < today else "is good until"
        yield Problem(
            where=f"{where}, desk.certificate",
            what=f"The certificate of the desk {over} {uk_date(last)}; after that no browser opens it.",
            what_to_do="Put a new certificate and its key in their place; the desk takes them within a minute.",
        )


def _shared(people: list[Person], where: str) -> Iterator[Problem]:
    said: set[str] = set()
    for place, one in enumerate(people):
        for other in people[:place]:
            address = one.email.casefold()
            if address != other.email.casefold() or one.name == other.name or address in said:
                continue
            said.add(address)
            yield Problem(
                where=f"{where}, people",
                what=f"{other.name} and {one.name} share the address {one.email}: the desk cannot tell them apart.",
                what_to_do="Give each an email address of their own; the log shows who did what by it.",
            )


def check_desk_of_trust(folder: Path, today: date) -> tuple[list[Problem], list[Problem]]:
    """Problems and notes of the one desk of a trust; nothing where the folder is one school's own."""
    trust, faults = read_trust(folder)
    if trust is None:
        return faults, []
    return (
        list(problems_of_desk(folder, trust.desk, TRUST_FILE, today)),
        list(notes_of_desk(trust.desk, trust.people, TRUST_FILE)),
    )
