"""Did the sender's own domain vouch for this email? What the school's mail server wrote on top of it says so.

Rules of RFC 8601: only an Authentication-Results header with the name of the school's own server counts
(`mail.authserv_id`), and of several the topmost; names that nobody knows are ignored. DMARC decides where it was looked
at, else DKIM by the domain that signed, else SPF by the domain of the envelope; no other property says who wrote it.
"""

import re
from collections.abc import Iterable

import authres

from ..texts.report import Report

MICROSOFT_365 = "microsoft-365"
"""What school.toml gives as the name of Microsoft 365, which writes none into its headers."""

_INSIDE = "internal"
"""What Microsoft 365 writes of a sender who was signed in to the school's own tenant; it takes it off other email."""

_FORGED = re.compile(r"\b(?:dmarc|compauth)\s?=\s?fail\b", re.IGNORECASE)
_WRONG_SERVER = re.compile(r"\bspf\s?=\s?fail\b", re.IGNORECASE)
_PASSED = re.compile(r"\bdmarc\s?=\s?pass\b", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]{0,1000}\)")
_NAMED = re.compile(r"\s{0,20}[^\s=;]{1,255}(?:\s{1,5}\d{1,5})?\s{0,20};")
"""The name of a server before the first semicolon; Microsoft 365 begins with a result, which has a "=" in it."""

_FOR_MANY = frozenset(["co", "org", "ac", "gov", "sch", "me", "ltd", "plc", "net", "nhs", "police", "mod"])
"""Second parts of names in the United Kingdom below which anybody, or any school, has a name of their own."""


def doubt_about_sender(report: Report, authserv_id: str) -> str:
    """Why this email may not come from the address it names; "" where the sender's domain vouches for it.

    Args:
        report: the email.
        authserv_id: the name of the school's own mail server, `MICROSOFT_365` for that; "" where the school did not
            say, in which case only a clear failure counts: a forged header can then do no more than refuse its own
            email.
    """
    if report.doubtful_from:
        return report.doubtful_from
    if not authserv_id:
        return _failed(report.authentication[:1])
    if authserv_id.casefold() == MICROSOFT_365:
        said = tuple(f"{MICROSOFT_365}; {one}" for one in report.authentication if not _NAMED.match(one))
        if report.inside.casefold() == _INSIDE:
            return _failed(said)
    else:
        said = tuple(one for one in report.authentication if _is_of(one, authserv_id))
    if not said:
        return _unsaid(report, authserv_id)
    if forged := next(filter(None, map(_forged, said)), ""):
        return forged
    try:
        header = authres.AuthenticationResultsHeader.parse(f"Authentication-Results: {_tidy(said[0])}")
    except authres.AuthResError:
        return "what the mail server says about its sender cannot be read"
    return "" if _vouched(header, report) else f"{_domain(report.from_address)} does not vouch for it"


def _unsaid(report: Report, authserv_id: str) -> str:
    if report.authentication:
        return f"what is said about its sender was not said by {authserv_id}"
    return f"the mail server {authserv_id} did not say who sent it"


def _is_of(line: str, authserv_id: str) -> bool:
    """Whether the header begins with this name, and perhaps a version."""
    name = _COMMENT.sub(" ", line).partition(";")[0].split()
    return bool(name) and name[0].casefold() == authserv_id.casefold()


def _failed(said: Iterable[str]) -> str:
    """What the server found to be wrong; a passed DMARC outweighs a server on the way that SPF does not name."""
    for line in said:
        told = _COMMENT.sub(" ", line)
        wrong = None if _PASSED.search(told) else _WRONG_SERVER.search(told)
        if found := _FORGED.search(told) or wrong:
            return f"the mail server says that it is forged ({''.join(found.group().split())})"
    return ""


def _forged(line: str) -> str:
    """The same without SPF, which is weighed beside the signature where the server is known."""
    found = _FORGED.search(_COMMENT.sub(" ", line))
    return f"the mail server says that it is forged ({''.join(found.group().split())})" if found else ""


def _tidy(line: str) -> str:
    """The header as the standard has it: Microsoft 365 writes a result of DMARC of its own for domains without one."""
    return re.sub(r"\bdmarc=bestguesspass\b", "dmarc=none", line, flags=re.IGNORECASE).rstrip(" ;")


def _vouched(header: authres.AuthenticationResultsHeader, report: Report) -> bool:
    """DMARC decides where it was looked at; else a passed DKIM or SPF check of the very domain of the sender."""
    by_dmarc = [one for one in header.results if one.method == "dmarc" and one.result != "none"]
    if by_dmarc:
        return all(one.result == "pass" and _aligned(_told(one, "from"), report) for one in by_dmarc)
    passed = [one for one in header.results if one.result == "pass"]
    signed = (_told(one, "d") or _told(one, "i") for one in passed if one.method == "dkim")
    sent = (_told(one, "mailfrom") for one in passed if one.method == "spf")
    return any(_aligned(domain, report) for domain in (*signed, *sent))


def _told(result: authres.AuthenticationResult, name: str) -> str:
    """The domain of one property ("header.d", "header.from", "smtp.mailfrom"); "" where it is not there, or twice.

    `header.i` of a signature is at its `header.d` or below, and says who signed only where no `header.d` is given.
    """
    found = [str(one.value) for one in result.properties if str(one.name).casefold() == name]
    return _domain(found[0]) if len(found) == 1 else ""


def _aligned(told: str, report: Report) -> bool:
    """Whether a domain is that of From, or one of the two is a part of the other; never one that many share."""
    wanted = _domain(report.from_address)
    if not (wanted and told):
        return False
    return wanted == told or _is_part(wanted, told) or _is_part(told, wanted)


def _is_part(domain: str, whole: str) -> bool:
    labels = whole.split(".")
    shared = len(labels) < 2 or (labels[-1] == "uk" and (labels[0] in _FOR_MANY and len(labels) == 2))
    of_schools = labels[-2:] == ["sch", "uk"] and len(labels) == 3
    return domain.endswith(f".{whole}") and not shared and not of_schools


def _domain(address: str) -> str:
    """The domain of an address, of "@domain" or of a bare domain."""
    return address.rpartition("@")[2].strip(" <>.").casefold()
