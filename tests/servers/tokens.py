"""A small sign-in service for tests: it signs tokens (RS256), and can say whether one is good."""

import base64
import json
import time
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ISSUER = "https://login.test/"


class Signer:
    """Signs with a key made at run time, known to servers as `name`."""

    def __init__(self, name: str = "test-key") -> None:
        self.name = name
        self._key = rsa.generate_private_key(public_exponent=65_537, key_size=2048)

    def token(self, user: str, *, lasts: float = 300, issuer: str = ISSUER) -> str:
        """A token for `user` that is good for so many seconds; below zero it is over already."""
        now = time.time()
        head = {"alg": "RS256", "typ": "JWT", "kid": self.name}
        claims = {
            "iss": issuer,
            "sub": "letterladder",
            "email": user,
            "iat": int(now) - 60,
            "nbf": int(now) - 60,
            "exp": int(now + lasts),
        }
        said = f"{_packed(head)}.{_packed(claims)}"
        return f"{said}.{_bare(self._key.sign(said.encode(), padding.PKCS1v15(), hashes.SHA256()))}"

    def is_good(self, token: str, user: str) -> bool:
        """Whether we signed it, for this user, and it is not over."""
        said, _, signature = token.rpartition(".")
        try:
            self._key.public_key().verify(
                _unpacked(signature), said.encode(), padding.PKCS1v15(), hashes.SHA256()
            )
        except (InvalidSignature, ValueError):
            return False
        claims = json.loads(_unpacked(said.partition(".")[2]))
        return bool(claims["email"] == user and claims["exp"] > time.time() and claims["iss"] == ISSUER)

    def publish(self, folder: Path) -> None:
        """Put the public key where Dovecot looks for it."""
        place = folder / "default" / "RS256"
        place.mkdir(parents=True)
        public = self._key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        (place / self.name).write_bytes(public)


class Tokens:
    """A token source (see `TokenSource`) that hands out what it was given; the last one again and again.

    `asked` holds, for each time, whether a fresh one was needed.
    """

    def __init__(self, *tokens: str) -> None:
        self._left = list(tokens)
        self.asked: list[bool] = []

    def token(self, *, fresh: bool = False) -> str:
        """The next token where a fresh one is needed, else the same as before."""
        self.asked.append(fresh)
        if fresh and len(self._left) > 1:
            self._left.pop(0)
        return self._left[0]

    def needs_sign_in(self) -> bool:
        """Never."""
        return False

    def sign_in(self, tell: object) -> None:
        """Nothing to do."""


def tampered(token: str) -> str:
    """The same token for somebody else, under the old signature."""
    head, claims, signature = token.split(".")
    changed = json.loads(_unpacked(claims)) | {"exp": 4_000_000_000}
    return f"{head}.{_packed(changed)}.{signature}"


def _packed(table: object) -> str:
    return _bare(json.dumps(table).encode())


def _bare(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _unpacked(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
