"""What somebody typed, so that a fault, a lock or a stale page never loses a word of it."""

from flask import request


def typed_words() -> list[tuple[str, str]]:
    """What somebody typed into the form that they sent, so that it can be copied."""
    hidden = {"csrf_token", "once", "seen"}
    return [
        (name, words)
        for name, words in request.form.items(multi=True)
        if name not in hidden and words.strip()
    ]
