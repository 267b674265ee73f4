"""Forms that were begun: their words are on disk for whoever typed them, and there again when they come back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import abort, request, url_for
from werkzeug.datastructures import MultiDict

from ...ground.errors import LetterladderError, Problem, Refused
from ...rules.office.begun import MOST_WORDS, NEW, Begun
from .access import ROUTES
from .shown_cases import is_theirs
from .visiting import Visit, visit

NOT_TYPED = frozenset({"begun", "csrf_token", "do", "once", "place", "seen", "sha256", "was"})
"""Fields of a form that nobody types."""
_CASE = (
    "answer",
    "correct",
    "decide",
    "done",
    "hold",
    "not_posted",
    "posted",
    "release",
    "reopen",
    "triage",
    "waive",
)
FORMS: Mapping[str, tuple[str, ...]] = {
    **{f"case_forms.{name}": ("ref",) for name in _CASE},
    "letter_words.show": ("ref", "letter"),
    "letter.send_back": ("ref", "letter", "version"),
    "in_tray.decide": ("mail",),
    "new_report.send": (),
}
"""The forms whose words are kept, by the endpoint to which they are sent, and what their addresses are made of."""
SHOWN_AT = {
    "letter.send_back": "letter.show",
    "in_tray.decide": "in_tray.show",
    "new_report.send": "new_report.show",
}
"""The endpoint of the page on which a form is, where that is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """Which form of which page."""

    endpoint: str
    values: Mapping[str, Any]

    @property
    def form(self) -> str:
        """As the form itself names it."""
        return " ".join((self.endpoint, *map(str, self.values.values())))

    @property
    def about(self) -> str:
        """The case, the email, or that there is none yet."""
        return str(self.values.get("ref") or self.values.get("mail", "")[:16] or NEW)

    def address(self, here: Visit) -> str:
        """The page on which the form is."""
        shown = SHOWN_AT.get(self.endpoint, self.endpoint)
        return url_for(shown, school=here.pages.name, **self.values)


def begun(endpoint: str, *values: object) -> Begun | None:
    """What the visitor has begun in this form and not sent."""
    here = visit()
    key = Key(endpoint=endpoint, values=dict(zip(FORMS[endpoint], map(str, values), strict=True)))
    found = here.office.begun.find(_who(here), key.form, key.about)
    return None if found is None or found.is_over(here.office.clock.now()) else found


def words_in(found: Begun | None) -> MultiDict[str, str] | None:
    """The words as if the form had been sent; None where nothing was begun."""
    return MultiDict(list(found.fields)) if found else None


def key_of(here: Visit) -> Key:
    """The form that was sent. Ends the request where there is none such, or it is not the visitor's to fill in."""
    endpoint, *values = request.form.get("begun", "").split(" ")
    names = FORMS.get(endpoint)
    if names is None or len(values) != len(names):
        abort(400)
    if ROUTES[endpoint] not in here.rights:
        abort(403)
    key = Key(endpoint=endpoint, values=dict(zip(names, values, strict=True)))
    if not _is_there(here, key):
        abort(404)
    return key


def keep(here: Visit) -> Begun:
    """Keep what is typed in the form that was sent.

    Raises:
        Refused: it is too long.
        WorldFailed: the disk is full or broken.
    """
    key = key_of(here)
    fields = [(name, words) for name, words in request.form.items(multi=True) if name not in NOT_TYPED]
    if sum(len(name) + len(words) for name, words in fields) > MOST_WORDS:
        what = f"That is more than {MOST_WORDS:,} characters."
        raise Refused(Problem(where="", what=what, what_to_do="Make it shorter, or send it as a file."))
    typed = Begun(by=_who(here), form=key.form, about=key.about, at=here.office.clock.now(), fields=fields)
    here.office.begun.keep(typed)
    return typed


def drop(here: Visit) -> Key:
    """The words are not wanted any more.

    Raises:
        WorldFailed: they may not be removed.
    """
    key = key_of(here)
    here.office.begun.drop(_who(here), key.form, key.about)
    return key


def was_sent(here: Visit) -> None:
    """The form was sent and its order is on disk: its words are not kept twice."""
    if "begun" in request.form:
        endpoint, *values = request.form["begun"].split(" ")
        names = FORMS.get(endpoint, ())
        key = Key(endpoint=endpoint, values=dict(zip(names, values, strict=False)))
        try:
            here.office.begun.drop(_who(here), key.form, key.about)
        except LetterladderError:
            return  # it is removed when it grows old


def keep_typed(here: Visit) -> None:
    """The form comes back, refused or as a preview: its words are on disk, too, for whoever closes the page."""
    if "begun" in request.form:
        try:
            keep(here)
        except LetterladderError:
            return  # they are on the page


def _who(here: Visit) -> str:
    return here.visitor.email.casefold()


def _is_there(here: Visit, key: Key) -> bool:
    """Whether the form is about a case or an email that the visitor is shown."""
    if "ref" in key.values:
        return is_theirs(here, key.values["ref"])
    if "mail" in key.values:
        rows = {row.seen.sha256: row for row in here.office.index.mails.named(key.values["mail"])}
        return len(rows) == 1 and not any(here.hides_mail(row) for row in rows.values())
    return True
