"""Signing in by OpenID Connect: where a person is sent, and what the signed answer says. Authlib and joserfc do it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from ..ground.errors import Problem, Refused, WorldFailed

SCOPE = "openid email profile"
SECONDS = 10
ALGORITHMS = ["RS256"]
"""How Microsoft and Google sign; a token that says "none", or a secret of ours, is refused."""
_TENANT = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Where people sign in, and as which application we ask.

    Attributes:
        name: "Microsoft", for people.
        place: below which its description is found: "https://accounts.google.com".
        redirect: our address, to which it sends people back.
    """

    name: str
    place: str
    client_id: str
    redirect: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One try: where the person goes, and what the answer must fit."""

    address: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the token says; its signature is the provider's. `issuer` is who signs there."""

    issuer: str
    claims: Mapping[str, object]


def ask(provider: Provider) -> Asking:
    """Begin: with a state, a nonce and a proof key of this try alone.

    Raises:
        WorldFailed: the provider cannot be reached.
    """
    with _in_plain_words(provider), _session(provider) as link:
        known = _described(link, provider)
        verifier, nonce = generate_token(64), generate_token(32)
        address, state = link.create_authorization_url(
            known["authorization_endpoint"], code_verifier=verifier, nonce=nonce
        )
    return Asking(address=address, state=state, nonce=nonce, verifier=verifier)


def answer(provider: Provider, code: str, verifier: str) -> Answered:
    """Take the token for a code, and check who signed it; what it says is for others to judge.

    Raises:
        Refused: the code or the signature is not good.
        WorldFailed: the provider cannot be reached.
    """
    with _in_plain_words(provider), _session(provider) as link:
        known = _described(link, provider)
        token = link.fetch_token(
            known["token_endpoint"], grant_type="authorization_code", code=code, code_verifier=verifier
        )
        keys = KeySet.import_key_set(cast("Any", _json(link, known["jwks_uri"])))
        found = jwt.decode(str(token.get("id_token", "")), keys, algorithms=ALGORITHMS)
    return Answered(issuer=str(known["issuer"]), claims=dict(found.claims))


def tenant_in(issuer: str) -> str:
    """The id of the directory in an issuer of Microsoft's; "" where there is none."""
    found = _TENANT.search(urlsplit(issuer).path)
    return found[0] if found else ""


def _session(provider: Provider) -> Any:
    return OAuth2Session(
        provider.client_id,
        provider.secret,
        scope=SCOPE,
        redirect_uri=provider.redirect,
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_post",  # noqa: S106 - the name of a way
        default_timeout=SECONDS,
    )


def _described(link: Any, provider: Provider) -> dict[str, Any]:
    """What the provider says of itself, where it may be believed: all of it by HTTPS, and the issuer its own."""
    known = _json(link, f"{provider.place}/.well-known/openid-configuration")
    ends = ("authorization_endpoint", "token_endpoint", "jwks_uri", "issuer")
    scheme = urlsplit(provider.place).scheme
    if any(urlsplit(str(known.get(end, ""))).scheme != scheme for end in ends):
        raise WorldFailed(_problem(provider, "It does not say of itself what it must."))
    if urlsplit(str(known["issuer"])).netloc != urlsplit(provider.place).netloc:
        raise WorldFailed(_problem(provider, "It names somebody else as who signs."))
    return known


def _json(link: Any, address: str) -> dict[str, Any]:
    answered = link.request("GET", address, withhold_token=True, timeout=SECONDS)
    answered.raise_for_status()
    found = answered.json()
    return found if isinstance(found, dict) else {}


@contextmanager
def _in_plain_words(provider: Provider) -> Iterator[None]:
    try:
        yield
    except requests.RequestException as error:
        raise WorldFailed(_problem(provider, f"It cannot be reached: {type(error).__name__}.")) from error
    except (AuthlibBaseError, JoseError, ValueError, KeyError) as error:
        what = f"What {provider.name} answered cannot be believed ({type(error).__name__})."
        do = "Try again, or sign in by a link sent by email."
        raise Refused(Problem(where="sign-in", what=what, what_to_do=do)) from error


def _problem(provider: Provider, what: str) -> Problem:
    do = "Sign in by a link sent by email, or try again later."
    return Problem(where=f"sign-in with {provider.name}", what=what, what_to_do=do)
