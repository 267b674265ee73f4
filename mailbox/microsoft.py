"""Tokens for Microsoft 365, from Entra ID: for the program itself, or for a person who signed in once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import msal
import requests

from ..ground.errors import Problem, WorldFailed
from .tokens import Tell, TokenFile

AS_PROGRAM = ["https://outlook.office365.com/.default"]
AS_PERSON = ["https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send"]
WORLD = "https://login.microsoftonline.com"

_SIGN_IN = "Sign in: run `letterladder check --login` in a terminal."


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrosoftApp:
    """An app registration. With a secret or a certificate it acts by itself; without, for a person who signs in.

    Attributes:
        tenant: the directory's id or domain.
        certificate: PEM text with the private key and the certificate.
        ca_file: an authority to trust besides the usual ones.
    """

    tenant: str
    client_id: str
    secret: str = field(default="", repr=False)
    certificate: str = field(default="", repr=False)
    authority: str = WORLD
    ca_file: Path | None = None
    timeout_seconds: float = 30


class MicrosoftTokens:
    """See `TokenSource`."""

    def __init__(self, app: MicrosoftApp, kept: TokenFile) -> None:
        self._app = app
        self._kept = kept
        self._is_program = bool(app.secret or app.certificate)

    def token(self, *, fresh: bool = False) -> str:
        """See `TokenSource`; a refresh token that Microsoft changed is kept before the token is used."""
        if self._is_program:
            return self._of_program(fresh=fresh)
        cache = self._cache()
        with self._plain_words():
            client = self._client(cache)
            accounts = client.get_accounts()
            if not accounts:
                raise WorldFailed(self._problem("Nobody has signed in to the mailbox yet.", _SIGN_IN))
            found = client.acquire_token_silent_with_error(
                AS_PERSON, account=accounts[0], force_refresh=fresh
            )
        return self._taken(found or {"error": "interaction_required"}, cache)

    def needs_sign_in(self) -> bool:
        """See `TokenSource`."""
        if self._is_program:
            return False
        return not list(self._cache().search(msal.TokenCache.CredentialType.ACCOUNT))

    def sign_in(self, tell: Tell) -> None:
        """A code is shown; the person types it into Microsoft's page, on any device, within its time."""
        cache = msal.SerializableTokenCache()
        with self._plain_words():
            client = self._client(cache)
            flow = client.initiate_device_flow(AS_PERSON)
            if "user_code" not in flow:
                raise WorldFailed(self._refused(flow))
            tell(f"Open {flow['verification_uri']} on any device and enter the code {flow['user_code']}")
            tell("Sign in as somebody with access to the mailbox. This command waits until that is done.")
            found = client.acquire_token_by_device_flow(flow)
        self._taken(found, cache)
        tell("Signed in.")

    def _of_program(self, *, fresh: bool) -> str:
        cache = msal.SerializableTokenCache() if fresh else self._cache()
        with self._plain_words():
            found = self._client(cache).acquire_token_for_client(AS_PROGRAM)
        return self._taken(found, cache)

    def _client(self, cache: msal.SerializableTokenCache) -> Any:
        app = self._app
        common: dict[str, Any] = {
            "authority": f"{app.authority}/{app.tenant}",
            "instance_discovery": False,  # the authority is in school.toml; nobody else need confirm it
            "token_cache": cache,
            "http_client": _web(app),
        }
        if not self._is_program:
            return msal.PublicClientApplication(app.client_id, **common)
        credential: object = app.secret
        if app.certificate:
            credential = {"private_key": app.certificate, "public_certificate": app.certificate}
        return msal.ConfidentialClientApplication(app.client_id, client_credential=credential, **common)

    def _cache(self) -> msal.SerializableTokenCache:
        cache = msal.SerializableTokenCache()
        try:
            cache.deserialize(self._kept.read() or None)
        except ValueError:
            return msal.SerializableTokenCache()  # a damaged file is as good as none
        return cache

    def _taken(self, found: Mapping[str, Any], cache: msal.SerializableTokenCache) -> str:
        if cache.has_state_changed:
            self._kept.write(cache.serialize())
        if "access_token" not in found:
            raise WorldFailed(self._refused(found))
        return str(found["access_token"])

    @contextmanager
    def _plain_words(self) -> Iterator[None]:
        """Failures of the link, and the library's complaints about tenant, certificate and key."""
        try:
            yield
        except OSError as error:
            raise WorldFailed(
                self._problem(
                    f"{self._app.authority} cannot be reached: {error}",
                    "It will be tried again in the next round; if it goes on, check the internet connection.",
                )
            ) from error
        except (ValueError, TypeError) as error:
            raise WorldFailed(
                self._problem(
                    f"The sign-in cannot be started: {error}",
                    "Check tenant, client_id and the certificate file in school.toml.",
                )
            ) from error

    def _refused(self, answer: Mapping[str, Any]) -> Problem:
        """What Microsoft's answer means for the office."""
        error = str(answer.get("error", ""))
        said = str(answer.get("error_description") or error).splitlines()[0][:300]
        if error == "invalid_client":
            todo = "The secret or certificate is wrong or has expired: create a new one (docs/mailboxes.md)."
        elif error == "unauthorized_client":
            todo = "Check tenant and client_id in school.toml against the app registration."
        elif self._is_program:
            todo = "Check the app's permissions and the administrator's consent (docs/mailboxes.md)."
        else:
            todo = f"The sign-in has expired or was withdrawn. {_SIGN_IN}"
        return self._problem(f"Microsoft did not issue a token: {said}", todo)

    def _problem(self, what: str, what_to_do: str) -> Problem:
        return Problem(where=f"sign-in of {self._app.client_id}", what=what, what_to_do=what_to_do)


def _web(app: MicrosoftApp) -> requests.Session:
    """Asks over the web, with a time-out. An own authority is named with each request: else the environment's wins."""
    session = requests.Session()
    trust: dict[str, Any] = {"verify": str(app.ca_file)} if app.ca_file else {}
    session.request = partial(session.request, timeout=app.timeout_seconds, **trust)  # type: ignore[method-assign]
    return session
