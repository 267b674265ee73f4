"""What went wrong, as a page: where, what, what to do, and whatever was typed, so that no word is lost."""

import logging

from flask import Flask, g, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from ...ground.errors import KeptForLater, LetterladderError, Problem, WorldFailed
from ...workflows.acts.standing import Stale
from .plain_words import all_plain
from .typed import typed_words

log = logging.getLogger("letterladder")

WORDS = {
    403: (
        "This page is not yours to open",
        "Your role at the school does not allow it.",
        "If you need it, ask the head or the DSL.",
    ),
    404: (
        "There is nothing here",
        "The page, case or email does not exist, or is not shown to you.",
        "Go back to Today, or look for it in the list.",
    ),
    405: (
        "This page cannot be used like that",
        "The address was opened in another way.",
        "Go back to Today.",
    ),
    413: (
        "That is too large",
        "The files are larger than 40 MB together.",
        "Send fewer at a time, or make them smaller.",
    ),
    429: ("Too many tries", "Somebody has tried this very often.", "Wait a few minutes, then try again."),
}
CODES: tuple[tuple[type[LetterladderError], int], ...] = (
    (Stale, 409),
    (KeptForLater, 202),
    (WorldFailed, 503),
)
"""The status of each kind of refusal; 422 for all others."""


def status_of(error: LetterladderError) -> int:
    """The HTTP status that says this."""
    return next((code for kind, code in CODES if isinstance(error, kind)), 422)


def add_errors(app: Flask) -> None:
    """Answer every fault with a page in plain words."""
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(HTTPException, _by_code)
    app.register_error_handler(LetterladderError, _refused)
    app.register_error_handler(Exception, _broken)


def _forged(_: Exception) -> tuple[str, int]:
    what = "This form was opened too long ago, or not by you."
    return _page(
        "Please press that again", [Problem(where="", what=what, what_to_do="Open the page again.")], 400
    )


def _by_code(error: Exception) -> tuple[str, int]:
    code = (error.code if isinstance(error, HTTPException) else 500) or 500
    title, what, do = WORDS.get(
        code, ("That did not work", "The page could not be shown.", "Go back to Today.")
    )
    return _page(title, [Problem(where="", what=what, what_to_do=do)], code)


def _refused(error: Exception) -> tuple[str, int]:
    if not isinstance(error, LetterladderError):
        return _broken(error)
    titles = {409: "Something has changed meanwhile", 202: "Kept, and done as soon as it can be"}
    code = status_of(error)
    return _page(titles.get(code, "That was not done"), all_plain(error.problems), code)


def _broken(error: Exception) -> tuple[str, int]:
    log.error("the desk: %s %s broke: %s", request.method, request.endpoint, type(error).__name__)
    log.debug("the desk broke", exc_info=error)
    what = f"The page broke ({type(error).__name__}). Nothing that was logged before is lost."
    do = "Try it again. If it stays, tell whoever looks after Letterladder, with the time."
    return _page("That did not work", [Problem(where="", what=what, what_to_do=do)], 500)


def _page(title: str, problems: list[Problem], code: int) -> tuple[str, int]:
    for name in ("visit", "visitor"):
        if not hasattr(g, name):
            setattr(g, name, None)
    return render_template("fault.html", title=title, problems=problems, typed=typed_words()), code
