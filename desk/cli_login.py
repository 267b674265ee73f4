"""`check --login` for mailboxes that a person must sign in to once: it leads through it, in clear words."""

from collections.abc import Callable
from pathlib import Path

from ..config.settings import read_settings
from .mail_tokens import sources_of


def lead_through_sign_in(folder: Path, tell: Callable[[str], None]) -> None:
    """Let a person sign in wherever no token was ever kept; silent where nothing is missing.

    Raises:
        WorldFailed: the sign-in was refused, or nobody came; the words say what to do.
        WrongUsage: a file that school.toml names is missing.
    """
    settings, _ = read_settings(folder)
    if settings is None:
        return  # `check` itself says what is wrong with it
    for source in sources_of(settings):
        if source.needs_sign_in():
            tell(
                "The mailbox needs a person to sign in once; after that the program renews the sign-in by itself."
            )
            source.sign_in(tell)
