"""A provider of OpenID Connect on this machine: real HTTP, real keys, and tokens that say what a test wants."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

Claims = dict[str, object]


def _coded(content: bytes) -> bytes:
    return base64.urlsafe_b64encode(content).rstrip(b"=")


@cache
def _key() -> RSAKey:
    """The key of every provider that a test begins with; one takes longer to make than a whole sign-in."""
    return RSAKey.generate_key(2048, {"kid": "one"}, private=True)


class OpenIdProvider:
    """Describes itself below any path, hands out one code for each try, and signs what `say` makes of the claims.

    Attributes:
        say: changes the claims before they are signed.
        key: signs; `shown` are the keys that are published.
        issuer_path: what its description adds to its address as issuer.
    """

    def __init__(self) -> None:
        self.key = _key()
        self.shown = [self.key]
        self.algorithm = "RS256"
        self.say: Callable[[Claims], Claims] = lambda claims: claims
        self.issuer_path = ""
        self.claims: Claims = {}
        self.tries: dict[str, dict[str, str]] = {}
        self.is_away = False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def issuer(self) -> str:
        """Who signs."""
        return f"{self.address}{self.issuer_path}"

    def stop(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()

    def visit(self, address: str) -> tuple[str, str]:
        """A person signs in there, sent by this address: the path and query by which they are sent back."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code-{len(self.tries)}"
        self.tries[code] = asked
        return code, asked["state"]

    def token(self, form: dict[str, str]) -> tuple[int, Claims]:
        """What the token endpoint answers: a code is good once, with the proof key of its try."""
        tried = self.tries.pop(form.get("code", ""), None)
        proof = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = _coded(proof).decode()
        secret = form.get("client_secret")
        if tried is None or tried["code_challenge"] != challenge or secret != "a secret":
            return 400, {"error": "invalid_grant"}
        claims = {"iss": self.issuer, "aud": tried["client_id"], "nonce": tried["nonce"], **self.claims}
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": self.signed(self.say(claims))}

    def signed(self, claims: Claims) -> str:
        """The token."""
        if self.algorithm == "RS256":
            return jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        parts = ({"alg": self.algorithm, "kid": "one", "typ": "JWT"}, claims)
        signed = b".".join(_coded(json.dumps(one).encode()) for one in parts)
        if self.algorithm == "none":
            return f"{signed.decode()}."
        # The old trick: the public key as the secret of a symmetric signature.
        made = hmac.digest(self.key.as_pem(private=False), signed, "sha256")
        return f"{signed.decode()}.{_coded(made).decode()}"

    def described(self) -> Claims:
        """What it says of itself."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
        }

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if provider.is_away:
                    self.send_error(503)
                elif self.path.endswith("/.well-known/openid-configuration"):
                    self._answer(200, provider.described())
                else:
                    self._answer(200, {"keys": [key.as_dict(private=False) for key in provider.shown]})

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._answer(*provider.token({name: values[0] for name, values in parse_qs(body).items()}))

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

            def _answer(self, status: int, told: Claims) -> None:
                content = json.dumps(told).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        return Handler
