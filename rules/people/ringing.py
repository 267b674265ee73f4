"""What rings beside the email when something urgent waits: a channel of Teams or Slack, text messages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringing:
    """[bell]: where it rings. It names nobody and no case: anybody may look over a shoulder.

    Attributes:
        webhook_file: a file beside school.toml with the address of an incoming webhook; "" for none.
        sms_key_file: a file beside it with an API key of GOV.UK Notify; "" for none.
        sms_template: the id of its text message template, with one field, ((text)).
        sms_to: the telephone numbers.
        notify_address: where GOV.UK Notify is.
    """

    webhook_file: str = ""
    sms_key_file: str = ""
    sms_template: str = ""
    sms_to: tuple[str, ...] = ()
    notify_address: str = "https://api.notifications.service.gov.uk"
