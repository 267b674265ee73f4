"""Did the sender's own domain vouch for this email? What the school's mail server wrote on top of it says so.

Rules of RFC 8601: only the topmost Authentication-Results header counts, and only if it carries the name of the
school's own server (`mail.authserv_id`); whoever writes an email can put any number of such headers below it.
"""

import re

import authres

from ..texts.report import Report

_REFUSED = re.compile(r"\bdmarc=fail\b", re.IGNORECASE)


def doubt_about_sender(report: Report, authserv_id: str) -> str:
    """Why this email may not come from the address it names; "" where the sender's domain vouches for it.

    Args:
        report: the email.
        authserv_id: the name of the school's own mail server; "" where the school did not say, in which case only
            a clear failure counts: a forged header can then do no more than refuse its own email.
    """
    topmost = report.authentication[0] if report.authentication else ""
    if not authserv_id:
        return "the mail server says that it is forged (dmarc=fail)" if _REFUSED.search(topmost) else ""
    if not topmost:
        return f"the mail server {authserv_id} did not say who sent it"
    try:
        header = authres.AuthenticationResultsHeader.parse(f"Authentication-Results: {topmost}")
    except authres.AuthResError:
        return "what the mail server says about its sender cannot be read"
    if str(header.authserv_id).casefold() != authserv_id.casefold():
        return f"what is said about its sender was not said by {authserv_id}"
    return "" if _vouched(header, report) else f"{_domain(report.from_address)} does not vouch for it"


def _vouched(header: authres.AuthenticationResultsHeader, report: Report) -> bool:
    """DMARC decides where it was looked at; else a passed DKIM or SPF check of the very domain of the sender."""
    found = {(one.method, one.result): one for one in header.results}
    if any(method == "dmarc" and result not in {"none", "pass"} for method, result in found):
        return False
    if ("dmarc", "pass") in found:
        return _aligned(found["dmarc", "pass"], report)
    passed = [one for one in header.results if one.method in {"dkim", "spf"} and one.result == "pass"]
    return any(_aligned(one, report) for one in passed)


def _aligned(result: authres.AuthenticationResult, report: Report) -> bool:
    """Whether the check mentions the domain in From, or of one that it belongs to."""
    wanted = _domain(report.from_address)
    told = {_domain(str(one.value)) for one in result.properties}
    return bool(wanted) and any(
        wanted == domain or wanted.endswith(f".{domain}") for domain in told if "." in domain
    )


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip().casefold()
