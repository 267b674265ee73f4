"""Tokens from Google: google-auth itself, against a sign-in service on the loopback."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
from servers.certificates import Certificates
from servers.fixtures import certificates
from servers.needs import free_port
from servers.sign_in import SignInServer, challenge_of, claims

from letterladder.ground.errors import WorldFailed, WrongUsage
from letterladder.mailbox.google import GoogleTokens
from letterladder.mailbox.tokens import TokenFile

__all__ = ["certificates"]

USER = "safeguarding@school.example"


@pytest.fixture
def service() -> Iterator[SignInServer]:
    """The sign-in service."""
    with SignInServer() as server:
        yield server


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where tokens are kept."""
    return tmp_path / "mail-token.json"


@pytest.fixture
def key(service: SignInServer, certificates: Certificates) -> str:
    """A service account's key file."""
    return json.dumps(
        {
            "type": "service_account",
            "client_email": "letterladder@school.example",
            "private_key_id": "1",
            "private_key": certificates.key_file.read_text(),
            "token_uri": f"{service.address}/token",
        }
    )


@pytest.fixture
def desktop(service: SignInServer) -> str:
    """A desktop app's client file."""
    table = {
        "client_id": "desk",
        "client_secret": "not-so-secret",
        "auth_uri": f"{service.address}/auth",
        "token_uri": f"{service.address}/token",
    }
    return json.dumps({"installed": table})


def token(key: str, kept: Path, *, fresh: bool = False) -> str:
    """A token, as a program gets it that was restarted."""
    return GoogleTokens(key, USER, TokenFile(kept), 5).token(fresh=fresh)


def signed_in(key: str, kept: Path, code: str = "code-1", state: str = "") -> dict[str, str]:
    """Sign in by a browser that comes back with `code`; what the page was asked."""
    asked: dict[str, str] = {}

    def tell(line: str) -> None:
        if line.startswith("http"):
            asked.update({name: value[0] for name, value in parse_qs(urlsplit(line).query).items()})
            answer = urlencode({"code": code, "state": state or asked["state"]})
            threading.Thread(
                target=requests.get, args=(f"{asked['redirect_uri']}/?{answer}",), kwargs={"timeout": 5}
            ).start()

    GoogleTokens(key, USER, TokenFile(kept), 5).sign_in(tell)
    return asked


def test_a_service_account_acts_for_the_mailbox(key: str, kept: Path, service: SignInServer) -> None:
    """It states, signed with its key, for whom and for what."""
    assert token(key, kept) == "access-1"
    said = claims(service.book.asked[0]["assertion"])
    assert (said["sub"], said["scope"]) == (USER, "https://mail.google.com/")


def test_a_kept_token_is_used_again(key: str, kept: Path, service: SignInServer) -> None:
    """Every round is a new start; the service is not asked each time."""
    assert [token(key, kept), token(key, kept), token(key, kept, fresh=True)] == [
        "access-1",
        "access-1",
        "access-2",
    ]
    assert len(service.book.asked) == 2


def test_a_token_that_has_run_out_is_replaced(key: str, kept: Path, service: SignInServer) -> None:
    """In time: the server would refuse it."""
    service.book.lasts = 60
    assert [token(key, kept), token(key, kept)] == ["access-1", "access-2"]


def test_only_this_account_may_read_the_kept_token(key: str, kept: Path) -> None:
    """It opens the mailbox."""
    token(key, kept)
    assert (kept.stat().st_mode & 0o777, [file.name for file in kept.parent.iterdir()]) == (
        0o600,
        [kept.name],
    )


def test_a_damaged_file_of_tokens_is_as_good_as_none(key: str, kept: Path) -> None:
    """A power cut, or an editor."""
    kept.write_text('{"token": ')
    assert token(key, kept) == "access-1"


def test_a_person_signs_in_by_a_browser(desktop: str, kept: Path, service: SignInServer) -> None:
    """The page asks for lasting access; the code is worth nothing without the secret made for it (PKCE)."""
    assert GoogleTokens(desktop, USER, TokenFile(kept)).needs_sign_in()
    page = signed_in(desktop, kept)
    assert (page["access_type"], page["scope"]) == ("offline", "https://mail.google.com/")
    assert challenge_of(service.book.asked[0]["code_verifier"]) == page["code_challenge"]
    assert token(desktop, kept) == "access-2"


def test_an_answer_to_another_question_is_no_sign_in(desktop: str, kept: Path) -> None:
    """Some page in the browser could call us with a code of its own."""
    with pytest.raises(WorldFailed, match="another page"):
        signed_in(desktop, kept, state="guessed")
    assert not kept.exists()


def test_a_changed_refresh_token_is_kept(desktop: str, kept: Path, service: SignInServer) -> None:
    """Each is good once here."""
    signed_in(desktop, kept)
    assert [token(desktop, kept, fresh=True) for _ in range(2)] == ["access-2", "access-3"]
    assert service.book.refresh in kept.read_text()


def test_a_sign_in_that_was_taken_back_says_what_to_do(
    desktop: str, kept: Path, service: SignInServer
) -> None:
    """The person left, or changed the password."""
    signed_in(desktop, kept)
    service.book.refresh = "another"
    with pytest.raises(WorldFailed, match="check --login"):
        token(desktop, kept)


def test_a_service_account_without_delegation_says_what_to_do(
    key: str, kept: Path, service: SignInServer
) -> None:
    """The step that is forgotten most."""
    service.book.refusal = {"error": "unauthorized_client", "error_description": "Client is unauthorized"}
    with pytest.raises(WorldFailed, match="domain-wide delegation"):
        token(key, kept)


def test_a_service_that_is_away_is_told_from_a_refusal(key: str, kept: Path) -> None:
    """The office waits, and fixes nothing."""
    away = json.dumps(json.loads(key) | {"token_uri": f"http://localhost:{free_port()}/token"})
    with pytest.raises(WorldFailed, match="cannot be reached"):
        token(away, kept)


@pytest.mark.parametrize("text", ["", "[]", "{}", "no JSON", '{"web": {}}'])
def test_a_file_of_another_kind_is_refused(text: str, kept: Path) -> None:
    """Google offers many JSON files to download."""
    with pytest.raises(WrongUsage, match="key_file"):
        GoogleTokens(text, USER, TokenFile(kept))
