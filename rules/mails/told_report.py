"""A report that somebody told the school by phone, at the gate or by post: its lines, their faults, its email.

It is kept as the email that its writer would have sent with the report form, so that everything that is asked of
emails is asked of it, too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from ...ground.errors import Problem
from ..office.orders import GivenFile, NewReport
from ..people.school import School
from .sender_check import MICROSOFT_365

BOX = "desk"
"""The mailbox under which such reports are in the log of emails: none that a server has."""

MOST_FILES = 10
MOST_BYTES = 40_000_000
"""Of all files of one report together."""
LONGEST_WORDS = 15_000
"""Characters of what was posted, said or done, and of the exact words."""
LONGEST_LINE = 500
"""Characters of every other line."""

WAY = "way"
LABELS: Mapping[str, str] = {
    WAY: "How it reached us",
    "reporter": "Your name",
    "parent": "Parent",
    "pupil": "Pupil",
    "where": "Where",
    "link": "Link",
    "posted_on": "Posted on",
    "on_site": "Where it happened",
    "seen_when": "When it happened",
    "seen_by": "Seen by",
    "affected": "Who was affected",
    "what": "What was posted, said or done",
    "exact": "Exact words",
}
"""The labels of the report form, in the order of the email; `config/forms/staff-form.toml` reads them."""

LONG = frozenset({"what", "exact"})
"""Lines that go on over several."""

_LABEL = re.compile(r"\W{0,8}\w[^:：\n]{0,160}[:：]")


def faults_in(lines: Mapping[str, str], files: Sequence[GivenFile]) -> tuple[Problem, ...]:
    """All that keeps these lines and files from being a report; `where` is the name of the line."""
    return tuple(_faults(lines, files))


def _faults(lines: Mapping[str, str], files: Sequence[GivenFile]) -> Iterator[Problem]:
    if not any(lines.get(name, "").strip() for name in LONG):
        what, do = (
            "Nobody can tell what happened.",
            "Write down what was posted, said or done, in their own words.",
        )
        yield Problem(where="what", what=what, what_to_do=do)
    for name, words in lines.items():
        most = LONGEST_WORDS if name in LONG else LONGEST_LINE
        if name not in LABELS:
            yield Problem(
                where=name, what=f"The report form has no line '{name}'.", what_to_do="Leave it out."
            )
        elif len(words) > most:
            what = f"{LABELS[name]}: that is longer than {most:,} characters."
            yield Problem(where=name, what=what, what_to_do="Shorten it, or add it as a file.")
    if len(files) > MOST_FILES:
        what = f"These are {len(files)} files; a report takes {MOST_FILES}."
        yield Problem(where="files", what=what, what_to_do="Send the others with a second report.")
    if sum(len(one.content) for one in files) > MOST_BYTES:
        what = "The files are larger than 40 MB together."
        yield Problem(where="files", what=what, what_to_do="Send fewer at a time, or make them smaller.")


def as_email(order: NewReport, school: School, *, key: str) -> bytes:
    """The email of this report: of the same order always the same bytes.

    Args:
        order: what was told.
        school: to whose safeguarding mailbox it would have been sent.
        key: names it among the reports that were told.
    """
    holder = school.holder_at(order.sender)
    name = holder.name if holder else order.name
    local, _, domain = order.sender.rpartition("@")
    message = EmailMessage(policy=SMTP)
    if school.mailing.authserv_id:
        # Who signed in at the desk is whom the desk knows them to be; their own mail server need not say so again.
        named = school.mailing.authserv_id.casefold() != MICROSOFT_365
        vouched = f"{f'{school.mailing.authserv_id}; ' if named else ''}dmarc=pass header.from={domain}"
        message["Authentication-Results"] = vouched
    message["From"] = Address(_line(name), local, domain)
    message["To"] = school.safeguarding_mailbox
    message["Subject"] = "A report that was told to the school"
    message["Date"] = format_datetime(order.received)
    message["Message-ID"] = f"<told.{key}@{domain}>"
    message.set_content(_text(order.lines), cte="base64")
    for file in order.files:
        message.add_attachment(
            file.content, maintype="application", subtype="octet-stream", filename=_line(file.name) or "file"
        )
    if order.files:
        message.set_boundary(f"told-{key}-{len(order.files)}")
    return message.as_bytes()


def _text(lines: Mapping[str, str]) -> str:
    """A line for each that says something; what happened and the exact words come last, because they go on."""
    told = {name: words for name in LABELS if (words := lines.get(name, "").strip())}
    return "".join(
        f"{LABELS[name]}: {_words(words) if name in LONG else _line(words)}\n" for name, words in told.items()
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> str:
    """The words as they were typed; one of their lines that looks like a line of the form goes behind the last."""
    kept: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if kept and _LABEL.match(line):
            kept[-1] = f"{kept[-1]} {line.strip()}".strip()
        else:
            kept.append(line.rstrip())
    return "\n".join(kept)
