"""Tokens for Google Workspace: a service account that acts for the mailbox, or a person who signed in once."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

import requests
from google.auth.exceptions import GoogleAuthError, TransportError
from google.auth.transport.requests import Request
from google.oauth2 import service_account
from google.oauth2.credentials import Credentials

from ..ground.errors import Problem, WorldFailed, WrongUsage
from .browser_sign_in import BrowserSignIn
from .tokens import Tell, TokenFile

SCOPE = "https://mail.google.com/"
SIGN_IN_PAGE = "https://accounts.google.com/o/oauth2/v2/auth"

_SIGN_IN = "Sign in: run `letterladder check --login` in a terminal."


class GoogleTokens:
    """See `TokenSource`.

    Args:
        key: the JSON text of a service account's key, or of an OAuth client of the kind "desktop app".
        user: the mailbox; a service account acts for this address.
        kept: where the tokens are kept.
    """

    def __init__(self, key: str, user: str, kept: TokenFile, timeout_seconds: float = 30) -> None:
        self._key = _read(key)
        self._user = user
        self._kept = kept
        self._timeout = timeout_seconds

    def token(self, *, fresh: bool = False) -> str:
        """See `TokenSource`; a refresh token that Google changed is kept before the token is used."""
        if self.needs_sign_in():
            raise WorldFailed(self._problem("Nobody has signed in to the mailbox yet.", _SIGN_IN))
        with self._plain_words():
            credentials = self._credentials()
            if fresh or not credentials.valid:
                with requests.Session() as session:
                    credentials.refresh(partial(Request(session), timeout=self._timeout))
                self._keep(credentials)
        return str(credentials.token)

    def needs_sign_in(self) -> bool:
        """See `TokenSource`."""
        return not self._is_service and not self._held().get("refresh_token")

    def sign_in(self, tell: Tell) -> None:
        """A page is shown; the person opens it in a browser on this machine and allows the access."""
        with self._plain_words(), BrowserSignIn(SCOPE) as browser:
            client = self._key
            tell(f"Open this page in a browser on this computer, and sign in as {self._user}:")
            tell(browser.page(str(client.get("auth_uri") or SIGN_IN_PAGE), str(client["client_id"])))
            held = browser.exchange(
                str(client["token_uri"]), str(client["client_id"]), str(client["client_secret"])
            )
        if not held.get("refresh_token"):
            raise WorldFailed(self._problem(f"Google did not give a lasting sign-in: {held}", _SIGN_IN))
        self._kept.write(json.dumps({"refresh_token": held["refresh_token"]}))
        tell("Signed in.")

    @property
    def _is_service(self) -> bool:
        return self._key.get("type") == "service_account"

    def _credentials(self) -> Any:
        held = self._held()
        if self._is_service:
            credentials: Any = service_account.Credentials.from_service_account_info(  # type: ignore[no-untyped-call]
                self._key, scopes=[SCOPE], subject=self._user
            )
            credentials.token = held.get("token")
        else:
            credentials = Credentials(  # type: ignore[no-untyped-call]
                held.get("token"),
                refresh_token=held.get("refresh_token"),
                token_uri=self._key["token_uri"],
                client_id=self._key["client_id"],
                client_secret=self._key["client_secret"],
                scopes=[SCOPE],
            )
        # The library works with UTC times that do not say so.
        credentials.expiry = datetime.fromisoformat(held["expiry"]) if held.get("expiry") else None
        return credentials

    def _keep(self, credentials: Any) -> None:
        held = {"token": credentials.token, "expiry": credentials.expiry and credentials.expiry.isoformat()}
        if not self._is_service:
            held["refresh_token"] = credentials.refresh_token
        self._kept.write(json.dumps(held))

    def _held(self) -> dict[str, Any]:
        try:
            held = json.loads(self._kept.read() or "{}")
        except ValueError:
            return {}  # a damaged file is as good as none
        return held if isinstance(held, dict) else {}

    @contextmanager
    def _plain_words(self) -> Iterator[None]:
        try:
            yield
        except (TransportError, OSError) as error:
            raise WorldFailed(
                self._problem(
                    f"Google cannot be reached: {error}",
                    "It will be tried again in the next round; if it goes on, check the internet connection.",
                )
            ) from error
        except (GoogleAuthError, ValueError, KeyError, TypeError) as error:
            todo = (
                "Check the key file, and the domain-wide delegation for the scope "
                f"{SCOPE} (docs/mailboxes.md)."
                if self._is_service
                else f"The sign-in has expired or was withdrawn. {_SIGN_IN}"
            )
            raise WorldFailed(self._problem(f"Google did not issue a token: {_said(error)}", todo)) from error

    def _problem(self, what: str, what_to_do: str) -> Problem:
        return Problem(where=f"sign-in of {self._user}", what=what, what_to_do=what_to_do)


def _said(error: Exception) -> str:
    return str(error.args[0] if error.args else error)[:300]


def _read(key: str) -> Mapping[str, Any]:
    """The key's own table: Google wraps that of a desktop app in another table."""
    try:
        found = json.loads(key)
        table = found.get("installed", found)
        if (
            table.get("type") == "service_account"
            or {"client_id", "client_secret", "token_uri"} <= table.keys()
        ):
            return dict(table)
    except (ValueError, AttributeError):
        pass
    raise WrongUsage(
        Problem(
            where="school.toml, google.key_file",
            what="This is neither a service account's key nor an OAuth client of a desktop app.",
            what_to_do="Download the JSON file again from the Google Cloud console (docs/mailboxes.md).",
        )
    )
