"""How a school posts its letters. Configuration fills it."""

from msgspec import Struct

from ..days.deadlines import ReceiptRule
from ..words import Method


class Posting(Struct, frozen=True, kw_only=True):
    """How letters leave: the usual method, and which rule gives their deemed receipt.

    Attributes:
        email: whether the office gets the letters that wait for an envelope as one PDF, once on a school day.
        email_megabytes: the most that one such PDF may have; what is larger is sent in several.
        share_group: the group of this computer that may read the print tray; "" for none.
        provider: who prints and posts letters: "office", or "notify" for GOV.UK Notify, whose API key is in
            `notify_key_file` beside school.toml, or in the environment variable `notify_key_env`.
    """

    method: Method = Method.FIRST_CLASS
    receipt: ReceiptRule = ReceiptRule.PD_1985
    email: bool = True
    email_megabytes: int = 7
    share_group: str = ""
    provider: str = "office"
    notify_key_file: str = ""
    notify_key_env: str = ""
    notify_address: str = "https://api.notifications.service.gov.uk"
