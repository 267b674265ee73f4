"""The desk of a school or a trust, wired: what the commands `desk` and `serve` open."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from ...config.desk_address import wrong_desk
from ...ground.errors import Problem, WrongUsage
from ...ground.values import replace
from ...records.visits.sign_in_book import SignInBook
from ...rules.people.school import Person
from ...workflows.ports import Clock
from .app import make_app
from .front_door import FrontDoor
from .house import House, may_start
from .link_mail import GOOD_FOR
from .schools import Schools, schools_of
from .serving import Serving, server_of


def desk_server(
    folder: Path, schools: Mapping[str, Path], clock: Clock, *, listen: str = ""
) -> tuple[Serving, House]:
    """The pages with their server, which does not listen yet.

    Args:
        folder: that holds school.toml or trust.toml.
        schools: the folder of each school.
        clock: the wall's.
        listen: another place than [desk] says; "" for none.

    Raises:
        WrongUsage: settings are wrong, or other computers would reach it without HTTPS.
        WorldFailed: the certificate cannot be read, or the disk is broken.
    """
    house = house_of(folder, schools)
    desking = replace(house.desking, listen=listen) if listen else house.desking
    if fault := wrong_desk(desking):
        raise WrongUsage(Problem(where="--listen", what=f"{fault}.", what_to_do="See docs/desk.md."))
    may_start(house)
    app = make_app(house.schools, FrontDoor(house=house, book=SignInBook(folder), clock=clock))
    return Serving(server_of(app, desking, folder)), house


def house_of(folder: Path, schools: Mapping[str, Path]) -> House:
    """What the desk of this folder is set up with.

    Raises:
        WrongUsage: settings are wrong.
    """
    return House(folder=folder, schools=schools_of(schools, lambda: None))


def link_for(folder: Path, schools: Mapping[str, Path], role: str, now: datetime) -> tuple[str, Person]:
    """A link that signs the holder of a role in, and who that is.

    Raises:
        WrongUsage: nobody holds the role, or several do at different schools.
        WorldFailed: the disk is full or broken.
    """
    house = house_of(folder, schools)
    people = _holders(house.schools, role)
    if len(people) != 1:
        known = sorted({one for pages in house.schools for one in pages.settings.school.people})
        what = f"Several people are '{role}' here." if people else f"Nobody is '{role}' here."
        do = "Say of which school: --school NAME." if people else f"Choose one of: {', '.join(known)}."
        raise WrongUsage(Problem(where="--role", what=what, what_to_do=do))
    person, token = people[0], secrets.token_urlsafe(32)
    SignInBook(folder).put_link(token, person.email, browser="", until=now + GOOD_FOR)
    return f"{house.address}/sign-in/link/{token}", person


def _holders(schools: Schools, role: str) -> list[Person]:
    found: dict[str, Person] = {}
    for pages in schools:
        if person := pages.settings.school.people.get(role):
            found.setdefault(person.email.casefold(), person)
    return list(found.values())
