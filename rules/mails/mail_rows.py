"""What is asked of one email ever seen, beyond its verdict."""

from ..office.requests import FROM_FLAG
from .mail_log import MailRow


def asks(row: MailRow) -> bool:
    """Whether a judged email carries a flag that starts the clock of a request for information."""
    return bool(row.judged) and any(
        seen.flag in FROM_FLAG for seen in (row.judged.flags if row.judged else ())
    )
