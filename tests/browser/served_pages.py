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
    """Looks at pages in one seat after another; keeps what was found, and which routes were seen and pressed."""

    def __init__(self, app: Flask) -> None:
        self._routes = app.url_map.bind("127.0.0.1")
        self._shapes: set[tuple[int, str]] = set()
        self._tried: set[tuple[str, int]] = set()
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
        self.look(seat, f"{path} {status}")

    def look(self, seat: Seat, what: str, *axe_at: int) -> None:
        """At both widths: no sideways scrolling; and nothing that axe finds, at these widths."""
        self.states += 1
        shape = seat.page.evaluate(SHAPE)
        for width in (PHONE, WIDE):
            seat.page.set_viewport_size({"width": width, "height": 844})
            seat.width = width
            found = ["wider than the window"] if seat.is_too_wide else []
            if width in (axe_at or (PHONE, WIDE)) and (width, shape) not in self._shapes:
                self._shapes.add((width, shape))
                self.looks += 1
                found += seat.findings()
            if found:
                self.findings.setdefault(f"{what} at {width}", []).extend(found)

    def press_all(self, seat: Seat, path: str) -> None:
        """Every button of every form of a page with nothing typed, the first with nonsense too."""
        seat.page.goto(path)
        count = seat.page.locator(BUTTONS).count()
        kind = (self.endpoint(seat.page.url, "GET"), count)
        if kind in self._tried:
            return
        self._tried.add(kind)
        for place in range(count):
            for filled in (WRONG, EMPTY) if place == 0 else (EMPTY,):
                seat.page.goto(path)
                if seat.page.locator(BUTTONS).count() > place:
                    self.press(seat, place, filled)

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
        self.look(seat, f"{path}, pressed {place} {'empty' if filled == EMPTY else 'wrong'}: {status}", PHONE)
