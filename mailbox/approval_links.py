"""Links that open a new email with everything filled in, so that an answer needs one press of "send"."""

from urllib.parse import quote


def mailto(address: str, subject: str, body: str = "") -> str:
    """A mailto: link (RFC 6068): percent-encoded UTF-8, line ends as CRLF, no way to add a header."""
    fields = [("subject", " ".join(subject.split())), ("body", "\r\n".join(body.splitlines()))]
    asked = "&".join(f"{name}={quote(held, safe='')}" for name, held in fields if held)
    return f"mailto:{quote(address, safe='@')}" + (f"?{asked}" if asked else "")
