"""Tokens from Microsoft: msal itself, against a sign-in service on the loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.certificates import Certificates
from servers.fixtures import certificates
from servers.needs import free_port
from servers.sign_in import CLIENT, SECRET, TENANT, SignInServer, claims

from letterladder.ground.errors import WorldFailed
from letterladder.ground.values import replace
from letterladder.mailbox.microsoft import MicrosoftApp, MicrosoftTokens
from letterladder.mailbox.tokens import TokenFile

__all__ = ["certificates"]


@pytest.fixture
def service(certificates: Certificates) -> Iterator[SignInServer]:
    """The sign-in service, over TLS."""
    with SignInServer(certificates) as server:
        yield server


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where tokens are kept."""
    return tmp_path / "mail-token.json"


@pytest.fixture
def person(service: SignInServer, certificates: Certificates) -> MicrosoftApp:
    """An app that acts for a person."""
    return MicrosoftApp(
        tenant=TENANT,
        client_id=CLIENT,
        authority=service.address,
        ca_file=certificates.ca_file,
        timeout_seconds=5,
    )


@pytest.fixture
def program(person: MicrosoftApp) -> MicrosoftApp:
    """An app that acts by itself."""
    return replace(person, secret=SECRET)


def token(app: MicrosoftApp, kept: Path, *, fresh: bool = False) -> str:
    """A token, as a program gets it that was restarted."""
    return MicrosoftTokens(app, TokenFile(kept)).token(fresh=fresh)


def why(app: MicrosoftApp, kept: Path) -> str:
    """What asking for a token ends in, in words."""
    with pytest.raises(WorldFailed) as failure:
        token(app, kept)
    return str(failure.value)


def signed_in(app: MicrosoftApp, kept: Path) -> list[str]:
    """Sign in; what the person was told."""
    told: list[str] = []
    MicrosoftTokens(app, TokenFile(kept)).sign_in(told.append)
    return told


def test_a_program_shows_its_secret(program: MicrosoftApp, kept: Path, service: SignInServer) -> None:
    """Nobody need sign in."""
    assert not MicrosoftTokens(program, TokenFile(kept)).needs_sign_in()
    assert token(program, kept) == "access-1"
    assert service.book.asked[0]["scope"].startswith("https://outlook.office365.com/.default")


def test_a_program_signs_with_its_certificate(
    person: MicrosoftApp, kept: Path, service: SignInServer, certificates: Certificates
) -> None:
    """The key never leaves this machine: what is sent is a statement signed with it."""
    pem = certificates.key_file.read_text() + certificates.chain_file.read_text()
    assert token(replace(person, certificate=pem), kept) == "access-1"
    assert claims(service.book.asked[0]["client_assertion"])["iss"] == CLIENT


def test_a_kept_token_is_used_again(program: MicrosoftApp, kept: Path, service: SignInServer) -> None:
    """Every round is a new start; the service is not asked each time."""
    assert [token(program, kept), token(program, kept)] == ["access-1", "access-1"]
    assert service.grants() == ["client_credentials"]


def test_a_token_that_the_server_refused_is_not_used_again(program: MicrosoftApp, kept: Path) -> None:
    """It may have been withdrawn before its time."""
    assert [token(program, kept), token(program, kept, fresh=True), token(program, kept)] == [
        "access-1",
        "access-2",
        "access-2",
    ]


def test_a_token_that_has_run_out_is_replaced(
    program: MicrosoftApp, kept: Path, service: SignInServer
) -> None:
    """In time: the server would refuse it."""
    service.book.lasts = 60
    assert [token(program, kept), token(program, kept)] == ["access-1", "access-2"]


def test_only_this_account_may_read_the_kept_token(program: MicrosoftApp, kept: Path) -> None:
    """It opens the mailbox."""
    token(program, kept)
    assert (kept.stat().st_mode & 0o777, [file.name for file in kept.parent.iterdir()]) == (
        0o600,
        [kept.name],
    )


def test_a_damaged_file_of_tokens_is_as_good_as_none(program: MicrosoftApp, kept: Path) -> None:
    """A power cut, or an editor."""
    kept.write_text('{"AccessToken": [')
    assert token(program, kept) == "access-1"


def test_a_person_is_shown_a_code(person: MicrosoftApp, kept: Path, service: SignInServer) -> None:
    """The words say where to type it; the wait ends when it was typed."""
    service.book.pending = 2
    told = " ".join(signed_in(person, kept))
    assert "https://login.test/device" in told
    assert "KLM-42" in told
    assert token(person, kept) == "access-1"


def test_nobody_has_signed_in_yet(person: MicrosoftApp, kept: Path) -> None:
    """The problem says which command does it."""
    assert MicrosoftTokens(person, TokenFile(kept)).needs_sign_in()
    assert "check --login" in why(person, kept)


def test_a_changed_refresh_token_is_kept(person: MicrosoftApp, kept: Path, service: SignInServer) -> None:
    """Microsoft gives a new one with each use; with the old one the mailbox would be shut some weeks later."""
    signed_in(person, kept)
    token(person, kept, fresh=True)
    assert service.book.refresh in kept.read_text()
    assert token(person, kept, fresh=True) == "access-3"


def test_a_sign_in_that_was_taken_back_says_what_to_do(
    person: MicrosoftApp, kept: Path, service: SignInServer
) -> None:
    """The person left, or changed the password."""
    service.book.lasts = 1
    signed_in(person, kept)
    service.book.refresh = "another"
    assert "withdrawn" in (said := why(person, kept))
    assert "check --login" in said


@pytest.mark.parametrize(
    ("expected", "change"),
    [
        ("secret or certificate is wrong", {"secret": "wrong"}),
        ("Check tenant", {"tenant": "another"}),
        ("cannot be reached", {"authority": f"https://localhost:{free_port()}"}),
        ("cannot be reached", {"ca_file": None}),
        ("certificate file", {"certificate": "no certificate", "secret": ""}),
    ],
)
def test_each_failure_has_its_own_words(
    expected: str, change: dict[str, str], program: MicrosoftApp, kept: Path
) -> None:
    """Somebody in the school office reads them."""
    assert expected in why(replace(program, **change), kept)


def test_a_secret_is_never_shown(program: MicrosoftApp, kept: Path, service: SignInServer) -> None:
    """Neither in a problem nor in a traceback."""
    service.book.refusal = {"error": "unauthorized_client", "error_description": "AADSTS700016: no such app"}
    assert SECRET not in f"{program!r} {why(program, kept)}"
