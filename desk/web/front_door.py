"""The door of a real desk: a link by email, an account at Microsoft or Google, and visits that the server keeps."""

import re
import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from flask import Blueprint, Flask, abort, flash, g, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from ...records.visits.sign_in_book import SignInBook
from ...rules.people.nearness import Who
from ...rules.people.rights import TRUST
from ...workflows.ports import Clock
from .house import House
from .link_mail import Asked, LinkPost, Whose
from .own_paths import own_path
from .provider_pages import ProviderPages
from .rates import ASK_FOR, ASK_FROM, ASK_HERE, FAIL_FROM, FOLLOW_FROM, Limit, Rates, machine_of
from .schools import SchoolPages
from .sign_in import named, roles_held
from .visiting import Visitor

VISIT, BROWSER, NEXT = "visit", "browser", "next"
"""Keys of the cookie: the id of the visit, the secret of the browser that asked, where to go afterwards."""
SEEN_EVERY = timedelta(minutes=1)
"""How exactly the book knows when somebody last asked for a page."""
_EMAIL = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]{1,190}")


@dataclass(slots=True, kw_only=True)
class FrontDoor:
    """How people come in, and for how long they stay.

    Attributes:
        house: what the desk is set up with.
        book: links and visits.
        clock: the wall's.
    """

    house: House
    book: SignInBook
    clock: Clock
    rates: Rates = field(init=False)
    post: LinkPost = field(init=False)

    def __post_init__(self) -> None:
        """Count from now on."""
        self.rates = Rates(self.clock.now)
        self.post = LinkPost(house=self.house, book=self.book, who=Whose(self.house))

    @property
    def is_https(self) -> bool:
        """See `Door`."""
        return self.house.is_https

    def secret_key(self) -> str:
        """See `Door`; the same after a restart."""
        return self.book.cookie_key()

    def visitor(self) -> Visitor | None:
        """See `Door`. A visit ends when its time is over, and when its holder has no role any more."""
        visit = str(session.get(VISIT, ""))
        if not visit or request.endpoint == "static":
            return None
        kept, now, desking = self.book.visit(visit), self.clock.now(), self.house.desking
        if kept is None:
            return None
        who = self._named(kept.email)
        if who is None or kept.is_over(desking, now):
            self.book.end(visit)
            session.pop(VISIT, None)
            return None
        if not timedelta() <= now - kept.seen < SEEN_EVERY:
            self.book.touch(visit, now)
        return who

    def roles_at(self, pages: SchoolPages, visitor: Visitor) -> frozenset[str]:
        """See `Door`."""
        of_trust = {TRUST} if visitor.email.casefold() in self.house.trust_people else set()
        return roles_held(pages, visitor.email) | of_trust

    def add_to(self, app: Flask) -> None:
        """See `Door`."""
        page = Blueprint("sign_in", __name__)
        page.add_url_rule("/sign-in", "show", self._show)
        page.add_url_rule("/sign-in", "ask", self._ask, methods=["POST"])
        page.add_url_rule("/sign-in/sent", "sent", lambda: render_template("sign_in_sent.html"))
        page.add_url_rule("/sign-in/link/<token>", "follow", self._follow)
        page.add_url_rule("/sign-in/link/<token>", "use", self._use, methods=["POST"])
        page.add_url_rule("/sign-out", "out", self._out, methods=["POST"])
        ProviderPages(house=self.house, clock=self.clock, come_in=self._come_in, failed=self._failed).add_to(
            page
        )
        app.register_blueprint(page)

    def _named(self, email: str) -> Visitor | None:
        found = named(self.house.schools, email)
        person = self.house.trust_people.get(email.casefold())
        return found or (Visitor(email=person.email, name=person.name) if person else None)

    def _show(self, typed: str = "", fault: str = "") -> str:
        if "next" in request.args:
            session[NEXT] = own_path(request.args["next"])
        providers = self._providers()
        return render_template("sign_in_ask.html", providers=providers, typed_email=typed, fault=fault)

    def _providers(self) -> list[tuple[str, str]]:
        table = self.house.table
        known = (("microsoft", "Microsoft", table.microsoft), ("google", "Google", table.google))
        return [(name, title) for name, title, found in known if found]

    def _ask(self) -> Response | str | tuple[str, int]:
        email = request.form.get("email", "").strip()
        if not _EMAIL.fullmatch(email):
            fault = "Enter your work email address, such as name@school.example."
            return self._show(typed=email[:250], fault=fault), 422
        machine, address = machine_of(request.remote_addr), email.casefold()
        # All are counted, so that the answer to one does not tell of another.
        within = [
            self.rates.count(ASK_FROM, machine),
            self.rates.count(ASK_HERE, f"{machine} {address}"),
            self.rates.count(ASK_FOR, address),
        ]
        browser = session.setdefault(BROWSER, secrets.token_urlsafe(16))
        if not all(within) or not self.post.put(Asked(email=email, browser=browser, at=self.clock.now())):
            abort(429)
        return redirect(url_for("sign_in.sent"), code=303)

    def _follow(self, token: str) -> str | tuple[str, int]:
        """One button: a program that follows every link of an email signs nobody in."""
        self._within(FOLLOW_FROM)
        link = self.book.link(token)
        if link is None or not link.is_good(self.clock.now()):
            self._failed()
            return render_template("sign_in_stale.html"), 410
        return render_template("sign_in_use.html")

    def _use(self, token: str) -> Response | tuple[str, int]:
        self._within(FOLLOW_FROM)
        email = self.book.use_link(token, browser=str(session.get(BROWSER, "")), now=self.clock.now())
        who = self._named(email) if email else None
        if who is None:
            self._failed()
            return render_template("sign_in_stale.html"), 410
        return self._come_in(who)

    def _come_in(self, who: Who) -> Response:
        """They are in: with a fresh id and a fresh cookie, whatever was in it before but where they wanted to go."""
        now = self.clock.now()
        where = own_path(str(session.get(NEXT, "/")))
        if old := str(session.get(VISIT, "")):
            self.book.end(old)
        self.book.forget_before(now - timedelta(hours=self.house.desking.longest_hours))
        session.clear()
        session[VISIT] = self.book.begin(who.email, now)
        return redirect(where, code=303)

    def _out(self) -> Response:
        if visit := str(session.get(VISIT, "")):
            self.book.end(visit)
        session.clear()
        g.visitor = None
        flash("You have signed out.")
        return redirect(url_for("sign_in.show"), code=303)

    def _within(self, limit: Limit) -> None:
        machine = machine_of(request.remote_addr)
        if self.rates.is_over(FAIL_FROM, machine) or not self.rates.count(limit, machine):
            abort(429)

    def _failed(self) -> None:
        self._within(FAIL_FROM)
