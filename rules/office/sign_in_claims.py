"""Whom an account at Microsoft or Google signs in, by what its signed token says. Pure: the moment is handed in."""

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

LEEWAY = timedelta(minutes=2)
"""By how much two clocks may differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a token must say to be for us.

    Attributes:
        issuer: who signed it.
        client_id: the application for which it was made.
        nonce: what was asked with.
        tenant: the directory of the school at Microsoft; "" for Google.
        domain: the Workspace domain of the school at Google; "" for Microsoft.
    """

    issuer: str
    client_id: str
    nonce: str
    tenant: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """The addresses that an account proves, or why it proves none, in words for the person who tried."""

    addresses: tuple[str, ...] = ()
    why_not: str = ""


def claimed(claims: Mapping[str, object], expected: Expected, now: datetime) -> Claimed:
    """The addresses of the account, where everything about the token is as it should be.

    Args:
        claims: of a token whose signature was checked.
        expected: what it must say.
        now: the moment.
    """
    why = next(_faults(claims, expected, now), "")
    if why:
        return Claimed(why_not=why)
    names = ("preferred_username", "email") if expected.tenant else ("email",)
    found = [str(claims[name]).strip() for name in names if isinstance(claims.get(name), str)]
    if claims.get("xms_edov") in (False, "0"):
        found = [one for one in found if one != claims.get("email")]
    addresses = tuple(dict.fromkeys(one for one in found if "@" in one))
    return Claimed(addresses=addresses, why_not="" if addresses else "The account has no email address.")


def _faults(claims: Mapping[str, object], expected: Expected, now: datetime) -> Iterator[str]:
    if claims.get("iss") != expected.issuer:
        yield "The answer was signed by somebody else than was asked."
    if not _is_for(claims, expected.client_id):
        yield "The answer was made for another program."
    if not expected.nonce or not hmac.compare_digest(
        str(claims.get("nonce", "")).encode(), expected.nonce.encode()
    ):
        yield "The answer does not belong to this try."
    yield from _times(claims, now)
    yield from _account(claims, expected)


def _is_for(claims: Mapping[str, object], client_id: str) -> bool:
    audience = claims.get("aud")
    others = audience if isinstance(audience, list) else [audience]
    return others == [client_id] and claims.get("azp", client_id) == client_id


def _times(claims: Mapping[str, object], now: datetime) -> Iterator[str]:
    expires, issued = _moment(claims.get("exp")), _moment(claims.get("iat"))
    if expires is None or expires + LEEWAY.total_seconds() <= now.timestamp():
        yield "The answer came too late."
    starts = _moment(claims.get("nbf", 0))
    latest = now.timestamp() + LEEWAY.total_seconds()
    if issued is None or issued > latest or starts is None or starts > latest:
        yield "The answer is from the future: the clock of this computer may be wrong."


def _moment(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _account(claims: Mapping[str, object], expected: Expected) -> Iterator[str]:
    if expected.tenant:
        if str(claims.get("tid", "")).casefold() != expected.tenant.casefold():
            yield "The account is not one of the school's."
        if not claims.get("oid"):
            yield "The answer does not say which account it is of."
    elif str(claims.get("hd", "")).casefold() != expected.domain.casefold() or not expected.domain:
        yield "The account is not one of the school's."
    elif claims.get("email_verified") is not True:
        yield "The email address of the account is not verified."
    elif not claims.get("sub"):
        yield "The answer does not say which account it is of."
