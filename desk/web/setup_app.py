"""`setup --browser`: the questions of setting up as pages, for whoever started the program, on this computer alone.

It is no part of the desk: who holds which role, and how the mailbox opens, is said by whoever holds the school's files,
and not by somebody who signed in under a role (docs/decisions/0072).
"""

import secrets
import signal
import threading
from collections.abc import Callable
from pathlib import Path

from flask import Flask, abort, g, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from ...config.assist_address import is_this_computer
from ...config.desk_address import listens_at
from ...ground.errors import Problem, WrongUsage
from ...ground.values import replace
from ...rules.people.school import Desking
from ...workflows.ports import Clock
from ..lazy import stay_open
from ..setting_up import next_of, progress
from .app import made_ready
from .serving import Serving, server_of
from .setup_pages import page

HERE = "set-up"
"""The key of the session of whoever opened the link."""


def make_setup_app(folder: Path, clock: Clock, token: str) -> Flask:
    """The pages.

    Args:
        folder: of the school.
        clock: tells the day.
        token: of the link that lets somebody in, again and again while the program runs.
    """
    app = Flask(__name__, template_folder="page_templates", static_folder="static")
    made_ready(app, secrets.token_hex(32), is_https=False)
    app.config["SESSION_COOKIE_NAME"] = "letterladder-set-up"
    app.extensions["set-up"] = (folder, clock)
    app.context_processor(lambda: {"setting_up": True})
    app.register_blueprint(page)

    def overview() -> str:
        stood = progress(folder, clock)
        return render_template("setup.html", stood=stood, following=next_of(stood))

    def start(given: str) -> str | Response:
        if not secrets.compare_digest(given.encode(), token.encode()):
            abort(404)
        if request.method == "GET":
            return render_template("setup_start.html")
        session.clear()
        session[HERE] = token
        return redirect(url_for("root.show"), code=303)

    def let_in() -> None:
        g.once = secrets.token_hex(8)
        g.visit, g.visitor = None, None
        if request.endpoint not in {"static", "start"} and session.get(HERE) != token:
            abort(404)

    app.before_request(let_in)
    app.add_url_rule("/", "root.show", overview)
    app.add_url_rule("/start/<given>", "start", start, methods=["GET", "POST"])
    return app


def serve_setup(folder: Path, clock: Clock, listen: str, tell: Callable[[str], None]) -> None:
    """Serve the pages until Ctrl-C.

    Raises:
        WrongUsage: other computers would reach them.
        WorldFailed: something else listens there.
    """
    place = replace(Desking(), listen=listen)
    found = listens_at(place)
    if found is None or not is_this_computer(found[0]):
        what, do = "Setting up is for this computer alone.", "Let it listen at 127.0.0.1 and a port."
        raise WrongUsage(Problem(where="--listen", what=what, what_to_do=do))
    token = secrets.token_urlsafe(16)
    serving = Serving(server_of(make_setup_app(folder, clock, token), place, folder))
    serving.start()
    tell("Open this in a browser on this computer:")
    tell(f"  {serving.address}/start/{token}")
    tell("Press Ctrl-C to end it; what was answered is kept.")
    stay_open()
    stop = threading.Event()
    for name in ("SIGTERM", "SIGINT"):
        signal.signal(getattr(signal, name), lambda *_: stop.set())
    serving.wait(stop.wait)
    serving.stop()
