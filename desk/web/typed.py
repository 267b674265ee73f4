"""What somebody typed, so that a fault, a lock or a stale page never loses a word of it."""

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge


def typed_words() -> list[tuple[str, str]]:
    """What somebody typed into the form that they sent, so that it can be copied."""
    hidden = {"csrf_token", "once", "seen"}
    try:
        form = request.form
    except RequestEntityTooLarge:
        return []  # nobody has read it: a browser that goes back still has it
    return [(name, words) for name, words in form.items(multi=True) if name not in hidden and words.strip()]
