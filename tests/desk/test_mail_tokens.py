"""School.toml to a login with tokens, and the walk through the first sign-in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from demo_school import make_demo_school
from servers.certificates import Certificates
from servers.fixtures import certificates
from servers.sign_in import CLIENT, SECRET, TENANT, SignInServer

from letterladder.config.settings import load_settings
from letterladder.config.settings_tables import ImapBox
from letterladder.desk.cli_login import lead_through_sign_in
from letterladder.desk.fresh_folder import make_school_folder
from letterladder.desk.mail_tokens import sources_of
from letterladder.desk.wiring import imap_account
from letterladder.ground.errors import WrongUsage

__all__ = ["certificates"]

INCOMING = """
[mail.in]
kind = "imap"
host = "localhost"
user = "safeguarding@larkfield.example"
auth = "microsoft"
{more}
[mail.in.microsoft]
tenant = "{tenant}"
client_id = "{client}"
authority = "{authority}"
ca_file = "{ca_file}"
{proof}
[mail.out]
kind = "folder"
folder = "sent"
"""


@pytest.fixture
def service(certificates: Certificates) -> Iterator[SignInServer]:
    """A sign-in service."""
    with SignInServer(certificates) as server:
        yield server


@pytest.fixture
def school(tmp_path: Path, service: SignInServer, certificates: Certificates) -> Path:
    """A school whose mailbox is at Microsoft; a person signs in."""
    make_demo_school(tmp_path / "school")
    return edited(tmp_path / "school", service, certificates)


def edited(
    folder: Path, service: SignInServer, certificates: Certificates, *, proof: str = "", more: str = ""
) -> Path:
    """The folder with such a mailbox in its school.toml."""
    toml = folder / "school.toml"
    start = toml.read_text().partition("\n[mail.in]")[0].rstrip()
    filled = INCOMING.format(
        tenant=TENANT,
        client=CLIENT,
        authority=service.address,
        ca_file=certificates.ca_file,
        proof=proof,
        more=more,
    )
    toml.write_text(f"{start}\n{filled}")
    return folder


def test_a_program_with_a_secret_gets_its_token(
    school: Path, service: SignInServer, certificates: Certificates
) -> None:
    """The secret is in a file of its own; the token is kept beside school.toml, outside the data."""
    (school / "secret").write_text(f"{SECRET}\n")
    settings = load_settings(edited(school, service, certificates, proof='secret_file = "secret"'))
    (source,) = sources_of(settings)
    assert source.token() == "access-1"
    assert [file.name for file in school.glob("mail-token-*")] == [
        "mail-token-safeguarding-larkfield.example.json"
    ]


def test_the_mailbox_logs_in_with_tokens(school: Path) -> None:
    """And with no password."""
    settings = load_settings(school)
    assert isinstance(settings.mail.incoming, ImapBox)
    account = imap_account(settings, settings.mail.incoming)
    assert (account.password, account.tokens is not None) == ("", True)


def test_the_first_sign_in_is_led_through_once(school: Path, service: SignInServer) -> None:
    """The code is shown; the second time nothing is asked."""
    told: list[str] = []
    lead_through_sign_in(school, told.append)
    lead_through_sign_in(school, told.append)
    assert sum("KLM-42" in line for line in told) == 1
    assert service.grants().count("urn:ietf:params:oauth:grant-type:device_code") == 1


def test_a_folder_as_mailbox_asks_nobody_to_sign_in(tmp_path: Path) -> None:
    """The embedded one."""
    make_school_folder(tmp_path / "plain")
    told: list[str] = []
    lead_through_sign_in(tmp_path / "plain", told.append)
    assert told == []


def test_a_missing_file_is_said(school: Path, service: SignInServer, certificates: Certificates) -> None:
    """With its name and its place in school.toml."""
    settings = load_settings(edited(school, service, certificates, proof='secret_file = "nowhere"'))
    with pytest.raises(WrongUsage, match=r"microsoft\.secret_file.*nowhere"):
        sources_of(settings)


@pytest.mark.parametrize(
    ("expected", "proof", "more"),
    [
        ("not both", 'secret_file = "a"\ncertificate_file = "b"', ""),
        ("no password", "", 'password_file = "mail-password"'),
        ("https", 'authority = "http://login.example"', ""),
    ],
)
def test_what_contradicts_itself_is_refused(  # noqa: PLR0917 - fixtures and a table
    expected: str, proof: str, more: str, school: Path, service: SignInServer, certificates: Certificates
) -> None:
    """All of it is said by `check` before anything is tried."""
    folder = edited(school, service, certificates, proof=proof, more=more)
    text = (folder / "school.toml").read_text()
    if "authority" in proof:
        (folder / "school.toml").write_text(text.replace(f'authority = "{service.address}"\n', ""))
    with pytest.raises(WrongUsage, match=expected):
        load_settings(folder)
