"""Signing in by a browser on this machine: a page of the service, and its answer on the loopback (RFC 8252, PKCE)."""

import base64
import hashlib
import secrets
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import Any, cast
from urllib.parse import parse_qs, urlencode, urlsplit

import requests

from ..ground.errors import Problem, WorldFailed

PATIENCE_SECONDS = 600
"""How long a person may take."""


class BrowserSignIn:
    """Waits for one answer of the browser; a context manager.

    Args:
        scope: the right that is asked for.
        patience_seconds: until it is given up.
    """

    def __init__(self, scope: str, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._scope = scope
        self._state = secrets.token_urlsafe(16)
        self._verifier = secrets.token_urlsafe(48)
        self._server = _Listener(("127.0.0.1", 0), _Answer)
        self._server.timeout = patience_seconds

    def __enter__(self) -> "BrowserSignIn":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.server_close()

    @property
    def _here(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def page(self, address: str, client_id: str) -> str:
        """The page to open."""
        digest = hashlib.sha256(self._verifier.encode()).digest()
        asked = {
            "client_id": client_id,
            "redirect_uri": self._here,
            "response_type": "code",
            "scope": self._scope,
            "state": self._state,
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
            "access_type": "offline",
            "prompt": "consent",
        }
        return f"{address}?{urlencode(asked)}"

    def exchange(self, token_uri: str, client_id: str, client_secret: str) -> dict[str, Any]:
        """Wait for the browser, and change its code for tokens.

        Raises:
            WorldFailed: nobody came, or the answer is not the one that was asked for.
        """
        answer = requests.post(
            token_uri,
            data={
                "grant_type": "authorization_code",
                "code": self._code(),
                "client_id": client_id,
                "client_secret": client_secret,
                "redirect_uri": self._here,
                "code_verifier": self._verifier,
            },
            timeout=30,
        )
        return dict(answer.json())

    def _code(self) -> str:
        self._server.handle_request()
        said = self._server.said
        if said.get("state") != [self._state] or "code" not in said:
            why = said.get("error", ["nobody signed in, or another page answered"])[0]
            raise WorldFailed(
                Problem(
                    where="sign-in",
                    what=f"The sign-in failed: {why[:200]}.",
                    what_to_do="Run `letterladder check --login` again, and open the page it shows.",
                )
            )
        return said["code"][0]


class _Listener(HTTPServer):
    """Keeps what the browser brings."""

    said: dict[str, list[str]] = {}  # noqa: RUF012 - replaced as a whole, never changed


class _Answer(BaseHTTPRequestHandler):
    """Takes the one call of the browser."""

    def do_GET(self) -> None:
        """Keep the answer, and thank."""
        cast(_Listener, self.server).said = parse_qs(urlsplit(self.path).query)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"Thank you. You may close this page.\n")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the code must not be in any log."""
