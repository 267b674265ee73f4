"""The real door of a desk in a test: browsers of their own cookies, a clock that is turned, links from sent emails."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

from compiled_pages import with_compiled_pages
from desk_browser import Page
from flask import Flask

from letterladder.desk.web.app import make_app
from letterladder.desk.web.front_door import FrontDoor
from letterladder.desk.web.house import House
from letterladder.desk.web.schools import schools_of
from letterladder.records.visits.sign_in_book import SignInBook

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class TurnedClock:
    """A clock that stands until it is turned."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        """The moment."""
        return self.at

    def today(self) -> date:
        """Its day."""
        return self.at.date()

    def pass_by(self, **time: float) -> None:
        """Time passes: `minutes=5`."""
        self.at += timedelta(**time)


class Hall:
    """A desk with its real door: of one school's folder, or of a trust's with the folders of its schools."""

    def __init__(
        self, folder: Path, *schools: Path, clock: TurnedClock | None = None, today: date | None = None
    ) -> None:
        self.folder = folder
        self.clock = clock or TurnedClock()
        found = {one.name: one for one in schools or (folder,)}
        self.house = House(folder=folder, schools=schools_of(found, lambda: today))
        self.book = SignInBook(folder)
        self.door = FrontDoor(house=self.house, book=self.book, clock=self.clock)
        self.door.post.again = ()
        self.app: Flask = with_compiled_pages(make_app(self.house.schools, self.door))

    @property
    def name(self) -> str:
        """The first school's part of the address."""
        return next(iter(self.house.schools)).name

    def browser(self, machine: str = "10.0.0.1") -> "Guest":
        """A browser with cookies of its own, at a machine."""
        return Guest(self, machine)

    def signed_in(self, email: str, machine: str = "10.0.0.1") -> "Guest":
        """A browser in which somebody signed in by a link from an email."""
        guest = self.browser(machine)
        guest.ask(email)
        assert guest.use(self.link(email)).status == 200
        return guest

    def mails(self) -> list[str]:
        """The texts of all emails with a link, oldest first, with whom each went to."""
        self.door.post.settle()
        found = []
        for pages in self.house.schools:
            for file in sorted((pages.settings.folder / "sent").glob("*.eml")):
                mail = message_from_bytes(file.read_bytes(), policy=policy.default)
                if mail["X-Letterladder"] == "sign-in":
                    body = mail.get_body(("plain",))
                    found.append(f"{mail['To']}\n{body.get_content() if body else ''}")
        return found

    def link(self, email: str = "") -> str:
        """The path of the link that was emailed last, to this address where one is given."""
        mails = [one for one in self.mails() if one.casefold().startswith(email.casefold())]
        found = re.search(r"https?://\S+?(/sign-in/link/\S+)", mails[-1])
        assert found
        return found[1]


class Guest:
    """A browser."""

    def __init__(self, hall: Hall, machine: str) -> None:
        self.hall = hall
        self.client = hall.app.test_client()
        self.machine = machine

    def open(self, path: str, *, follow: bool = True) -> Page:
        """Open a page, wherever it leads."""
        return self._page(lambda: self.client.get(path, **self._from(follow=follow)))

    def press(self, path: str, *, follow: bool = True, **fields: str) -> Page:
        """Send a form, with the mark against forgeries that the browser's pages carry."""
        token = self.open("/sign-in").tree.xpath("//input[@name='csrf_token']/@value")[0]
        data = {"csrf_token": token, **fields}
        return self._page(lambda: self.client.post(path, data=data, **self._from(follow=follow)))

    def ask(self, email: str) -> Page:
        """Ask for a link."""
        page = self.press("/sign-in", email=email)
        self.hall.door.post.settle()
        return page

    def use(self, link: str, *, follow: bool = True) -> Page:
        """Open a link and press its button."""
        self.open(link)
        return self.press(link, follow=follow)

    @property
    def is_in(self) -> bool:
        """Whether somebody is signed in here."""
        return self.open(f"/{self.hall.name}/", follow=False).status == 200

    def _page(self, ask: Callable[[], object]) -> Page:
        return Page(ask())  # type: ignore[arg-type]

    def _from(self, *, follow: bool) -> dict[str, object]:
        return {"follow_redirects": follow, "environ_overrides": {"REMOTE_ADDR": self.machine}}
