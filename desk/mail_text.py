"""One email in a terminal: its headers, its text made readable, its attachments by name. It is only ever read."""

from collections.abc import Iterator

from ..ground.moments import LONDON
from ..rules.mails.mail_log import MailRow
from ..rules.texts.report import Report
from .cli_common import clean


def lines_of(row: MailRow, report: Report) -> Iterator[str]:
    """The email, line by line; what names something stays on one line. `say` names what a terminal would obey."""
    sender = f"{report.from_name} <{report.from_address}>" if report.from_name else report.from_address
    local = report.received.astimezone(LONDON)
    headers = {
        "Email": row.seen.sha256,
        "From": sender,
        "Answers go to": report.reply_to if report.reply_to != report.from_address else "",
        "To": ", ".join(report.to),
        "Subject": report.subject,
        "Received": f"{local:%A} {local.day} {local:%B %Y, %H:%M}",
        "Message-ID": report.message_id,
        "Became": f"{row.verdict}{f', case {row.judged.ref}' if row.judged and row.judged.ref else ''}",
    }
    for name, value in headers.items():
        if value:
            yield f"{name}: {clean(value)}"
    for fault in report.faults:
        yield f"Note: {clean(fault)}"
    yield ""
    yield from (line.rstrip() for line in report.text.split("\n"))
    if beside := report.outside:
        yield ""
        yield "Words outside its text (around its parts, in headers, hidden in a page):"
        yield from (f"  {clean(line)}" for line in beside.split("\n") if line.strip())
    if report.links:
        yield ""
        yield "Links (not opened):"
        yield from (f"  {clean(link)}" for link in report.links)
    if report.attachments:
        yield ""
        yield "Attachments (not opened):"
        for file in report.attachments:
            shown = " (in the text)" if file.inline else ""
            name = clean(file.original_name or file.name)
            yield f"  {name}, {clean(file.media_type)}, {len(file.content):,} bytes{shown}"
