"""Pages of an application on a port of this computer, and what is tried with every form of a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from playwright.sync_api import Response
from servers.chromium import PHONE, WIDE, Seat
from servers.needs import free_port
from werkzeug.exceptions import HTTPException

from letterladder.desk.web.serving import Serving, server_of
from letterladder.rules.people.school import Desking

STALE = """
() => document.querySelectorAll('main input[type=hidden]').forEach((one) => {
  if (one.name.startsWith('seen')) one.value = '1';
  if (['was', 'compared', 'sha256'].includes(one.name)) one.value = '0';
})"""
"""The form was made of a state that is gone: whatever else is in it, nothing may be done."""
EMPTY = """
() => document.querySelectorAll('main form').forEach((form) => {
  form.noValidate = true;
  for (const one of form.elements) {
    if (['radio', 'checkbox'].includes(one.type)) one.checked = false;
    else if (['text', 'search', 'textarea', 'email', 'tel'].includes(one.type)) one.value = '';
  }
})"""
WRONG = """
() => document.querySelectorAll('main form').forEach((form) => {
  form.noValidate = true;
  for (const one of form.elements) {
    if (['radio', 'checkbox'].includes(one.type)) one.checked = true;
    else if (['text', 'search', 'textarea', 'email', 'tel'].includes(one.type)) one.value = '31 November x';
  }
})"""
ASKED = """
(one) => [
  one.hasAttribute('formaction') ? one.formAction : new URL(one.form.getAttribute('action') || '', location).href,
  one.form.getAttribute('method'),
]"""
"""Where a button sends its form, and how; read as attributes, because a field may be called so too."""
BUTTONS = "main form button:not([type=button]):not([tabindex='-1'])"
SHAPE = """
() => [...document.querySelectorAll('main, main *')].map((one) => one.tagName + one.className + one.id)
  .join(' ').replace(/[0-9]+/g, '')"""
"""Pages of one shape have the same findings: axe looks at one of them."""


@contextmanager
def served(app: Flask, folder: Path) -> Iterator[str]:
    """The address at which it answers, until the end."""
    serving = Serving(server_of(app, Desking(listen=f"127.0.0.1:{free_port()}"), folder))
    serving.start()
    try:
        yield serving.address
    finally:
        serving.stop()


class Inspector:
    """Looks at pages in one seat after another; keeps what was found, and which routes were seen and pressed.

    Args of the constructor:
        app: whose pages they are.
        once: only at the width of a phone; axe looks at one page of each route and one answer of each status, and
            each form is pressed once, empty. Otherwise at both widths and at every page and answer, and each button
            is pressed, empty and with nonsense.
    """

    def __init__(self, app: Flask, *, once: bool = False) -> None:
        self._routes = app.url_map.bind("127.0.0.1")
        self._once = once
        self._looked_at: set[tuple[int, str]] = set()
        self._tried: set[tuple[str, ...]] = set()
        self._forms: dict[tuple[Seat, str], list[str]] = {}
        self.seen: set[str] = set()
        self.pressed: dict[str, set[int]] = {}
        self.findings: dict[str, list[str]] = {}
        self.looks = self.states = 0

    def endpoint(self, url: str, method: str) -> str:
        """The route of an address; "" for none."""
        try:
            endpoint, _ = self._routes.match(urlsplit(url).path, method=method)
        except HTTPException:
            return ""
        return str(endpoint)

    def visit(self, seat: Seat, path: str, status: int = 200) -> None:
        """Open a page, which answers so, and look at it."""
        answer = seat.page.goto(path)
        assert answer is not None
        assert answer.status == status, f"{path}: {answer.status}"
        first: Response = answer
        while first.request.redirected_from:
            self.seen.add(self.endpoint(first.request.redirected_from.url, "GET"))
            found = first.request.redirected_from.response()
            assert found is not None
            first = found
        self.seen.add(self.endpoint(answer.url, "GET"))
        if self._once:
            self._forms[seat, path] = self._forms_of(seat)
        self.look(seat, f"{path} {status}")

    def _forms_of(self, seat: Seat) -> list[str]:
        """The route to which each button of the page that is open sends its form; "" for what only asks."""
        found = seat.page.locator(BUTTONS).evaluate_all(f"all => all.map({ASKED})")
        return [self.endpoint(action, "POST") if method == "post" else "" for action, method in found]

    def look(self, seat: Seat, what: str, *, answer: int = 0) -> None:
        """No sideways scrolling, and nothing that axe finds; at an answer to a form axe looks at one width."""
        self.states += 1
        for width in (PHONE,) if self._once else (WIDE, PHONE):
            seat.resize(width)
            found = ["wider than the window"] if seat.is_too_wide else []
            if (width == PHONE or not answer) and self._is_new(seat, answer):
                self.looks += 1
                found += seat.findings()
            if found:
                self.findings.setdefault(f"{what} at {width}", []).extend(found)

    def _is_new(self, seat: Seat, answer: int) -> bool:
        """Whether axe has not looked at such a page yet: of this route or answer, or of this shape and width."""
        if self._once:
            kind = str(answer or self.endpoint(seat.page.url, "GET") or seat.page.url)
        else:
            kind = str(seat.page.evaluate(SHAPE))
        known = (seat.width, kind) in self._looked_at
        self._looked_at.add((seat.width, kind))
        return not known

    def press_all(self, seat: Seat, path: str) -> None:
        """Every button of every form of a page with nothing typed, the first with nonsense too; once, where once."""
        if self._once:
            self._press_what_is_new(seat, path)
            return
        seat.page.goto(path)
        routes = self._forms_of(seat)
        kind = (self.endpoint(seat.page.url, "GET"), *routes)
        if kind in self._tried:
            return
        self._tried.add(kind)
        for place, route in enumerate(routes):
            for filled in (WRONG, EMPTY) if place == 0 else (EMPTY,):
                seat.page.goto(path)
                # What was pressed before may have put a button in front: words that are begun can be dropped.
                alike = [number for number, one in enumerate(self._forms_of(seat)) if one == route]
                if len(alike) > (before := routes[:place].count(route)):
                    self.press(seat, alike[before], filled)

    def _press_what_is_new(self, seat: Seat, path: str) -> None:
        if (seat, path) not in self._forms:
            seat.page.goto(path)
            self._forms[seat, path] = self._forms_of(seat)
        for route in dict.fromkeys(self._forms[seat, path]):
            if not route or route in self.pressed:
                continue
            seat.page.goto(path)
            forms = self._forms_of(seat)
            if route in forms:
                self.press(seat, forms.index(route), EMPTY)

    def press(self, seat: Seat, place: int, filled: str) -> None:
        """Press one button of the page that is open."""
        path = urlsplit(seat.page.url).path
        for script in (filled, STALE):
            seat.page.evaluate(script)
        button = seat.page.locator(BUTTONS).nth(place)
        action, method = button.evaluate(ASKED)
        with seat.page.expect_navigation() as waiting:
            button.evaluate("one => one.form.requestSubmit(one)")
        answer: Response = waiting.value
        status = answer.status
        if answer.request.redirected_from:
            status = 303
            self.seen.add(self.endpoint(answer.url, "GET"))
        if method == "post":
            self.pressed.setdefault(self.endpoint(action, "POST"), set()).add(status)
        said = f"{path}, pressed {place} {'empty' if filled == EMPTY else 'wrong'}: {status}"
        self.look(seat, said, answer=status)
