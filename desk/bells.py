"""The bells of [bell]; none in a rehearsal, from which nothing may leave."""

from collections.abc import Callable
from pathlib import Path

from ..config.settings import Settings
from ..workflows.bell_port import Bell
from .rehearsal_folder import is_rehearsal


def bell_of(settings: Settings) -> Bell | None:
    """What rings when an alert has left; None where nothing is set."""
    ringing = settings.bell
    if is_rehearsal(settings) or not (ringing.webhook_file or ringing.sms_key_file):
        return None
    from ..mailbox.bells import Bells, SmsBell, WebhookBell  # noqa: PLC0415 - a heavy library, where it is used

    rings: list[Callable[[str], None]] = []
    if ringing.webhook_file:
        rings.append(WebhookBell(address=_secret(settings.folder / ringing.webhook_file)).ring)
    if ringing.sms_key_file:
        key = _secret(settings.folder / ringing.sms_key_file)
        to = tuple(number.replace(" ", "") for number in ringing.sms_to)
        sms = SmsBell(key=key, template=ringing.sms_template, to=to, address=ringing.notify_address)
        rings.append(sms.ring)
    return Bells(bells=rings)


def _secret(path: Path) -> str:
    """What a file holds; "" where it cannot be read, which the bell then says."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
