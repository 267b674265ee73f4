"""One email in a list of all that were ever seen."""

from typing import Any

from ..rules.mails.assist_told import told_of_machine
from ..rules.mails.mail_log import MailRow


def mail_row(row: MailRow) -> dict[str, Any]:
    """One email ever seen."""
    judged = row.judged
    return {
        "sha256": row.seen.sha256,
        "message_id": row.seen.message_id,
        "subject": row.seen.subject,
        "from": row.seen.sender,
        "received": row.seen.received.isoformat(),
        "verdict": str(row.verdict),
        "ref": judged.ref if judged else "",
        "reason": judged.reason if judged else "not judged yet",
        "flags": sorted({str(seen.flag) for seen in judged.flags}) if judged else [],
        "machine": told_of_machine(row),
    }
