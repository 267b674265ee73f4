"""The pages as one Flask application: every request is a person, a right, then reading or doing, then a page."""

import secrets
from collections.abc import Callable

from flask import Flask, Response, abort, g, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFProtect
from govuk_frontend_wtf.main import WTFormsHelpers
from jinja2 import ChainableUndefined, ChoiceLoader, PackageLoader, PrefixLoader
from werkzeug.wrappers import Response as AnyResponse

from ...rules.people.rights import rights_at
from .access import needed
from .errors import add_errors
from .headers import add_headers
from .page_list import all_pages
from .schools import SchoolPages, Schools
from .showing import add_showing
from .sign_in import Door
from .typed import typed_words
from .visiting import Visit, Visitor, note_what_was_shown

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of one form with its files that are read; a page takes less, and refuses more with every word kept."""


def make_app(schools: Schools, door: Door) -> Flask:
    """The application.

    Args:
        schools: those that it shows.
        door: how people come in.
    """
    app = Flask(__name__, template_folder="page_templates", static_folder="static")
    made_ready(app, door.secret_key(), is_https=door.is_https)
    app.extensions["schools"], app.extensions["door"] = schools, door
    for page in all_pages():
        app.register_blueprint(page)
    door.add_to(app)
    app.before_request(_visit_of(schools, door))
    app.after_request(note_what_was_shown)
    app.add_url_rule("/", "root.show", view_func=_root(schools, door))
    return app


def made_ready(app: Flask, secret_key: str, *, is_https: bool) -> None:
    """What every application of ours has: safe cookies, forms that cannot be forged, headers, words for faults."""
    app.config.update(
        SECRET_KEY=secret_key,
        SESSION_COOKIE_NAME="__Host-letterladder" if is_https else "letterladder",
        SESSION_COOKIE_SECURE=is_https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    _load_templates(app)
    CSRFProtect(app)
    WTFormsHelpers(app)
    add_showing(app)
    add_headers(app)
    add_errors(app)


def _load_templates(app: Flask) -> None:
    own = app.jinja_loader
    app.jinja_options = {
        "loader": ChoiceLoader(
            [
                *([own] if own else []),
                PrefixLoader(
                    {
                        "govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja"),
                        "govuk_frontend_wtf": PackageLoader("govuk_frontend_wtf"),
                    }
                ),
            ]
        ),
        "undefined": ChainableUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }


def _visit_of(schools: Schools, door: Door) -> Callable[[], AnyResponse | None]:
    def begin() -> AnyResponse | None:
        g.once = secrets.token_hex(8)
        g.visit, g.visitor = None, door.visitor()
        if request.endpoint is None:
            return None
        right = needed(request.endpoint)
        if right is None:
            return None
        if g.visitor is None:
            return _to_sign_in()
        pages = schools.get(str((request.view_args or {}).get("school", "")))
        roles = door.roles_at(pages, g.visitor) if pages else frozenset()
        if pages is None or not roles:
            abort(404)
        if right not in rights_at(pages.settings.school.policy, roles):
            abort(403)
        g.visit = _visit(pages, g.visitor, roles)
        return None

    return begin


def _visit(pages: SchoolPages, visitor: Visitor, roles: frozenset[str]) -> Visit:
    return Visit(pages=pages, visitor=visitor, roles=roles, office=pages.office())


def _to_sign_in() -> AnyResponse:
    """To the page of signing in, and back here afterwards; what was typed is shown there, so that nothing is lost."""
    if request.method == "GET":
        return redirect(url_for("sign_in.show", next=request.full_path.rstrip("?")), code=303)
    page = render_template("signed_out.html", typed=typed_words())
    return Response(page, status=401)


def _root(schools: Schools, door: Door) -> Callable[[], str | AnyResponse]:
    def show() -> str | AnyResponse:
        if g.visitor is None:
            return _to_sign_in()
        theirs = [one for one in schools if door.roles_at(one, g.visitor)]
        if len(theirs) == 1:
            return redirect(url_for("today.show", school=theirs[0].name), code=303)
        return render_template("schools.html", schools=theirs)

    return show
