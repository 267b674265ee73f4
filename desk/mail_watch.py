"""The daemon's ear: a thread that listens for new email, so that a report is drafted within seconds."""

import random
from collections.abc import Callable
from threading import Event, Thread

from ..config.settings import Settings
from ..config.settings_tables import ImapBox
from .wiring import imap_account


def listen_for_mail(settings: Settings, stop: Event, news: Callable[[], None]) -> Thread | None:
    """Call `news` whenever email may have come, until `stop`; None for an inbox that cannot say so, such as a folder.

    The thread dies with the program. Where it fails, the rounds of every few minutes go on without it.
    """
    box = settings.mail.incoming
    if not isinstance(box, ImapBox):
        return None
    from ..mailbox.idle import watch  # noqa: PLC0415 - needs the IMAP library, which few commands do

    account = imap_account(settings, box)
    thread = Thread(target=watch, args=(account, stop, news, random.random), daemon=True, name="idle")
    thread.start()
    return thread
