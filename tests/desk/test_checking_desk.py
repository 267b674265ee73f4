"""What `check` says of the desk's settings."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from letterladder.config.desk_tables import DeskTable, EntraTable
from letterladder.desk.checking_desk import notes_of_desk, problems_of_desk
from letterladder.rules.people.school import Desking, Person

TODAY = date(2026, 11, 2)
ADDRESS = "https://desk.larkfield.example"


def certificate(folder: Path, days: int) -> None:
    """A certificate that is good for so many days from today, and a key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "desk.larkfield.example")])
    last = datetime(2026, 11, 2, 12, tzinfo=UTC) + timedelta(days=days)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(last - timedelta(days=90))
        .not_valid_after(last)
        .sign(key, hashes.SHA256())
    )
    (folder / "desk.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "desk.key").write_text("a key")


def said(folder: Path, *, microsoft: EntraTable | None = None, **desking: object) -> list[str]:
    """What is said of such settings."""
    given = Desking(**{"on": True, "address": ADDRESS, **desking})  # type: ignore[arg-type]
    table = DeskTable(desking=given, microsoft=microsoft)
    return [f"{one.where}: {one.what}" for one in problems_of_desk(folder, table, "school.toml", TODAY)]


@pytest.mark.parametrize(("days", "expected"), [(21, ""), (20, "is good until"), (-1, "was good until")])
def test_a_certificate_that_runs_out_is_said_in_time(tmp_path: Path, days: int, expected: str) -> None:
    """Three weeks before."""
    certificate(tmp_path, days)
    found = said(tmp_path, certificate="desk.pem", key="desk.key")
    assert len(found) == bool(expected)
    assert expected in "".join(found)


def test_files_that_are_missing_are_said(tmp_path: Path) -> None:
    """Each by its key; nothing where the desk is off."""
    entra = EntraTable(tenant="larkfield.example", client_id="x", secret_file="desk-secret")
    found = said(tmp_path, certificate="desk.pem", key="desk.key", microsoft=entra)
    assert [one.partition(":")[0] for one in found] == [
        "school.toml, desk.certificate",
        "school.toml, desk.key",
        "school.toml, desk.microsoft.secret_file",
    ]
    assert said(tmp_path, on=False, certificate="desk.pem", key="desk.key", microsoft=entra) == []


def test_what_is_no_certificate_is_said(tmp_path: Path) -> None:
    """Before somebody wonders why no browser comes in."""
    (tmp_path / "desk.pem").write_text("nonsense")
    (tmp_path / "desk.key").write_text("a key")
    (found,) = said(tmp_path, certificate="desk.pem", key="desk.key")
    assert "is no certificate" in found


def test_behind_a_proxy_an_address_is_needed(tmp_path: Path) -> None:
    """Links in emails must lead there."""
    assert len(said(tmp_path, behind_proxy=True, address="")) == 1
    assert said(tmp_path, behind_proxy=True) == []


def test_people_who_share_an_address_are_noted() -> None:
    """One person in two roles is no matter; two people behind one address are."""
    anita = Person(name="Mrs Anita Hollis", role="Head", email="office@larkfield.example")
    carol = Person(name="Mrs Carol Binns", role="Office", email="OFFICE@larkfield.example")
    table = DeskTable(desking=Desking(on=True))
    (note,) = notes_of_desk(table, [anita, anita, carol], "school.toml")
    assert "Mrs Anita Hollis and Mrs Carol Binns share the address" in note.what
    assert list(notes_of_desk(DeskTable(), [anita, carol], "school.toml")) == []


def test_an_address_without_a_desk_is_noted() -> None:
    """Every email would link to a page that nothing answers."""
    (note,) = notes_of_desk(DeskTable(desking=Desking(address=ADDRESS)), [], "school.toml")
    assert "`serve` does not run it" in note.what
