"""Which tokens an email account logs in with, wired from school.toml; the files it names are read here."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..config.settings import Settings
from ..config.settings_tables import GoogleTable, MicrosoftTable, ServerBox
from ..ground.errors import Problem, WrongUsage

if TYPE_CHECKING:
    from ..mailbox.tokens import TokenSource


def tokens_of(settings: Settings, box: ServerBox) -> "TokenSource | None":
    """Where this account's tokens come from; None where it logs in with a password.

    Raises:
        WrongUsage: a file is missing, or the library for it is not installed.
    """
    try:
        if box.auth == "microsoft" and box.microsoft:
            return _microsoft(settings.folder, box, box.microsoft)
        if box.auth == "google" and box.google:
            return _google(settings.folder, box, box.google)
    except ImportError as error:
        raise WrongUsage(
            Problem(
                where=f'school.toml, auth = "{box.auth}"',
                what=f"The library for it is not installed ({error.name}).",
                what_to_do=f'Install it: pip install "letterladder[{box.auth}]"',
            )
        ) from error
    return None


def sources_of(settings: Settings) -> list["TokenSource"]:
    """The token sources of the school's mailboxes, in and out."""
    boxes = [box for box in (settings.mail.incoming, settings.mail.outgoing) if isinstance(box, ServerBox)]
    return [source for box in boxes if (source := tokens_of(settings, box)) is not None]


def _microsoft(folder: Path, box: ServerBox, table: MicrosoftTable) -> "TokenSource":
    from ..mailbox.microsoft import MicrosoftApp, MicrosoftTokens  # noqa: PLC0415 - an extra
    from ..mailbox.tokens import TokenFile  # noqa: PLC0415 - with it

    app = MicrosoftApp(
        tenant=table.tenant,
        client_id=table.client_id,
        secret=_file(folder, table.secret_file, "microsoft.secret_file"),
        certificate=_file(folder, table.certificate_file, "microsoft.certificate_file"),
        authority=table.authority,
        ca_file=folder / table.ca_file if table.ca_file else None,
        timeout_seconds=box.timeout_seconds,
    )
    return MicrosoftTokens(app, TokenFile(_kept(folder, box)))


def _google(folder: Path, box: ServerBox, table: GoogleTable) -> "TokenSource":
    from ..mailbox.google import GoogleTokens  # noqa: PLC0415 - an extra
    from ..mailbox.tokens import TokenFile  # noqa: PLC0415 - with it

    key = _file(folder, table.key_file, "google.key_file")
    return GoogleTokens(key, box.user, TokenFile(_kept(folder, box)), box.timeout_seconds)


def _kept(folder: Path, box: ServerBox) -> Path:
    """Beside school.toml, outside the data: whoever copies the cases does not copy the key to the mailbox."""
    return folder / (box.token_file or f"mail-token-{re.sub(r'[^a-z0-9.-]+', '-', box.user.lower())}.json")


def _file(folder: Path, name: str, key: str) -> str:
    if not name:
        return ""
    try:
        return (folder / name).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUsage(
            Problem(
                where=f"school.toml, {key}",
                what=f"{name} cannot be read: {getattr(error, 'strerror', None) or 'it is not text file'}.",
                what_to_do="Put the file there, readable only by this account (chmod 600).",
            )
        ) from error
