"""A browser without a window: somebody signed in at the desk of a school under rehearsal opens pages and presses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compiled_pages import with_compiled_pages
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from office import Rehearsal
from werkzeug.test import TestResponse

from letterladder.desk.web.app import make_app
from letterladder.desk.web.schools import Schools, schools_of
from letterladder.desk.web.sign_in import WHO, DemoDoor


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: the status, the text that a person reads, the tree, the forms."""

    answer: TestResponse

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.answer.status_code

    @property
    def path(self) -> str:
        """Where it came from, after all redirections."""
        return self.answer.request.path

    @property
    def source(self) -> str:
        """The page as it was sent."""
        return self.answer.get_data(as_text=True)

    @property
    def tree(self) -> Any:
        """The page as a tree, for XPath."""
        return html.fromstring(self.source)

    @property
    def text(self) -> str:
        """What a person reads, with single spaces."""
        main = self.tree.xpath("//main")
        return re.sub(r"\s+", " ", (main[0] if main else self.tree).text_content()).strip()

    def form(self, action: str = "", *, holding: str = "") -> dict[str, str]:
        """The fields of a form as they stand: the one whose action ends so, or that has this field."""
        for one in self.tree.forms:
            fields = {name: one.fields[name] or "" for name in one.fields if name}
            where = one.action or ""
            meant = where.endswith(action) and (not holding or holding in fields)
            if meant and "csrf_token" in fields and "sign-out" not in where:
                return fields
        raise AssertionError(f"no form {action or holding!r} on the page: {self.text[:500]}")


class Browser:
    """Somebody at the desk; `who` is the role whose holder signed in, or an email address, "" for nobody."""

    def __init__(self, school: Rehearsal, who: str = "", *, app: Flask | None = None) -> None:
        self.school = school
        self.app = app or desk_of(school)
        self.client: FlaskClient = self.app.test_client()
        schools: Schools = self.app.extensions["schools"]
        self.name = next(iter(schools)).name
        people = next(iter(schools)).settings.school.people
        if who:
            with self.client.session_transaction() as session:
                session[WHO] = people[who].email if who in people else who

    def path(self, path: str) -> str:
        """An address below this school's, "/in-tray"; one that begins with the school's name stays as it is."""
        return (
            path if path.startswith((f"/{self.name}/", "/sign", "/static", "http")) else f"/{self.name}{path}"
        )

    def open(self, path: str = "/") -> Page:
        """Open a page, wherever it leads."""
        return Page(self.client.get(self.path(path), follow_redirects=True))

    def press(self, path: str, fields: Mapping[str, Any], *, follow: bool = True, **changed: Any) -> Page:
        """Send a form to this address, with what is changed in it."""
        answer = self.client.post(
            self.path(path),
            data={**fields, **changed},
            follow_redirects=follow,
            content_type="multipart/form-data",
        )
        return Page(answer)


def desk_of(school: Rehearsal) -> Flask:
    """The desk of this school, on its rehearsed day, whatever day that is by then."""
    schools = schools_of({school.folder.name: school.folder}, school.clock.today)
    app = with_compiled_pages(make_app(schools, DemoDoor(schools=schools)))
    app.config["TESTING"] = False
    return app
