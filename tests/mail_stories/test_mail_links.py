"""Where the emails lead: every link to the desk is one of its pages, and whoever gets the email may open it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from demo_school import make_demo_school
from desk_door import Hall
from flask import Flask
from mail_stories.test_mail_preview import DESK, SETTINGS, WITH_DESK, hrefs, made
from office import MONDAY, edited
from werkzeug.routing import MapAdapter

from letterladder.config.settings import load_settings
from letterladder.desk.web.access import needed
from letterladder.rules.mails.outgoing import OutgoingMail
from letterladder.rules.people.rights import rights_of

WITH = [name for name in SETTINGS if name != "no desk"]


@lru_cache
def desk() -> tuple[Flask, str, dict[str, set[str]]]:
    """The desk of that school, its part of the address, and the roles of each address."""
    with TemporaryDirectory() as folder:
        school = Path(folder) / "school"
        make_demo_school(school)
        edited(school, *WITH_DESK)
        hall = Hall(school, today=MONDAY)
        roles: dict[str, set[str]] = {}
        for role, person in load_settings(school).school.people.items():
            roles.setdefault(person.email.casefold(), set()).add(role)
        return hall.app, hall.name, roles


def routes() -> MapAdapter:
    """The desk's addresses."""
    return desk()[0].url_map.bind(urlsplit(DESK).netloc, url_scheme="https")


def led_to(mail: OutgoingMail) -> Iterator[str]:
    """Every address of the desk in an email, in its page and in its text."""
    yield from (one for one in hrefs(mail.html) if one.startswith(DESK))
    yield from re.findall(rf"{re.escape(DESK)}[^\s<>\"]*", mail.text)


def test_every_link_of_every_email_is_a_page_of_that_schools_desk() -> None:
    """A GET route of the URL map, not one that sends on or that takes forms alone."""
    found = set()
    for name in WITH:
        for kind, mail in made(name).items():
            links = list(led_to(mail))
            assert links, kind
            for link in links:
                endpoint, values = routes().match(urlsplit(link).path, method="GET")
                assert values.get("school") == desk()[1], f"{kind}: {link}"
                found.add(endpoint)
    assert len(found) > 4, found


def test_whoever_gets_an_email_may_open_its_first_page() -> None:
    """An email to five people whose button tells one of them "not yours to open" helps nobody."""
    refused = set()
    for name in WITH:
        for kind, mail in made(name).items():
            endpoint, _ = routes().match(urlsplit(next(led_to(mail))).path, method="GET")
            right = needed(endpoint)
            for one in mail.to:
                if right not in rights_of(desk()[2].get(one.casefold(), set())):
                    refused.add((kind, one, endpoint))
    assert refused == set()
