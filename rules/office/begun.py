"""Words that somebody has typed into a form and not sent: kept for them alone, beside every log, and not for long."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

KEPT_FOR = timedelta(days=30)
"""After this the words are removed, sent or not."""
MOST_WORDS = 200_000
"""Characters that are kept of one form."""
NEW = "new"
"""What a form is about that is about no case and no email yet."""


class Begun(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A form as somebody left it.

    Attributes:
        by: their email address.
        form: which form: "letter_words.show 2026-0001 L1".
        about: the reference of the case, the first 16 digits of the email's SHA-256, or `NEW`.
        at: when it was saved, UTC.
        fields: the fields and what was typed in them, in their order.
        v: of this format.
    """

    by: str
    form: str
    about: str
    at: datetime
    fields: Sequence[tuple[str, str]] = ()
    v: int = 1

    def is_over(self, now: datetime) -> bool:
        """Whether it was kept for long enough."""
        return self.at + KEPT_FOR <= now
