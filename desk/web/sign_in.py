"""How people come in. No password of ours: an address of a role holder is proved, and the session says who it is."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from flask import Blueprint, Flask, abort, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from .schools import SchoolPages, Schools
from .visiting import Visitor

WHO = "who"
"""The key of the session that holds the address of whoever signed in."""


class Door(Protocol):
    """How people come in."""

    @property
    def is_https(self) -> bool:
        """Whether browsers come by HTTPS."""

    def secret_key(self) -> str:
        """What the session cookie is signed with."""

    def visitor(self) -> Visitor | None:
        """Who signed in; None for nobody."""

    def roles_at(self, pages: SchoolPages, visitor: Visitor) -> frozenset[str]:
        """The roles that a visitor holds at a school now; they end when the school's settings say so."""

    def add_to(self, app: Flask) -> None:
        """Put the pages of signing in on the application, all of the blueprint "sign_in"."""


def roles_held(pages: SchoolPages, email: str) -> frozenset[str]:
    """The roles whose holder has this email address at this school now."""
    return frozenset(pages.settings.school.roles_at(email))


def named(schools: Iterable[SchoolPages], email: str) -> Visitor | None:
    """The role holder with this address; None for nobody."""
    for pages in schools:
        if one := pages.settings.school.holder_at(email):
            return Visitor(email=one.email, name=one.name)
    return None


@dataclass(slots=True, kw_only=True)
class DemoDoor:
    """The door of the demo, on this machine alone: one link for each role, as often as one likes."""

    schools: Schools
    links: Mapping[str, str] = field(default_factory=dict)
    is_https: bool = False
    _key: str = field(default_factory=lambda: secrets.token_hex(32))

    def secret_key(self) -> str:
        """A fresh one each time the demo starts."""
        return self._key

    def visitor(self) -> Visitor | None:
        """See `Door`."""
        return named(self.schools, str(session.get(WHO, "")))

    def roles_at(self, pages: SchoolPages, visitor: Visitor) -> frozenset[str]:
        """See `Door`."""
        return roles_held(pages, visitor.email)

    def add_to(self, app: Flask) -> None:
        """See `Door`."""
        page = Blueprint("sign_in", __name__)
        page.add_url_rule("/sign-in", "show", lambda: render_template("sign_in.html"))
        page.add_url_rule("/sign-in/link/<token>", "follow", self._follow, methods=["GET", "POST"])
        page.add_url_rule("/sign-out", "out", _out, methods=["POST"])
        app.register_blueprint(page)

    def _follow(self, token: str) -> str | Response:
        email = self.links.get(token, "")
        who = named(self.schools, email)
        if who is None:
            abort(404)
        if request.method == "GET":
            return render_template("sign_in_link.html", who=who)
        session.clear()
        session[WHO] = who.email
        return redirect(url_for("root.show"), code=303)


def _out() -> Response:
    session.clear()
    flash("You have signed out.")
    return redirect(url_for("sign_in.show"), code=303)
