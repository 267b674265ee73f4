"""Who posts letters in envelopes, by the settings: the office, or a provider of hybrid post."""

import os

from ..config.settings import Settings
from ..mailbox.notify_poster import NotifyAccount, NotifyPoster
from ..workflows.poster import OfficePosts, Poster
from .rehearsal_folder import is_rehearsal


def poster_of(settings: Settings) -> Poster:
    """The provider of [posting]; the office where none is named, and in a rehearsal, from which nothing may leave."""
    posting = settings.school.posting
    if posting.provider != "notify" or is_rehearsal(settings):
        return OfficePosts()
    return NotifyPoster(NotifyAccount(key=key_of(settings), address=posting.notify_address))


def key_of(settings: Settings) -> str:
    """The API key, from its file or the environment; "" where it is not there, which `check` and each round say."""
    posting = settings.school.posting
    if posting.notify_key_env:
        return os.environ.get(posting.notify_key_env, "").strip()
    try:
        return (settings.folder / posting.notify_key_file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
