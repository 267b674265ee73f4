"""What `people find` prints: who fits, and where they are named."""

from typing import Any

from ..ground.errors import Problem
from ..rules.people.people import Adult
from ..workflows.finding import Place, Sought, places_naming, sought
from .cli_common import Desk, say, show_json, show_problems, show_table, warn

MANY = 500
"""Emails after which it is said how far the search is."""
COLUMNS = ("what", "number", "day", "case", "where", "by", "subject")


def find_people(desk: Desk, typed: str, *, json: bool) -> bool:
    """Print who fits and every place; whether everything could be read."""
    with desk.reading() as office:
        wanted = sought(office.people.read(), typed)
        if not json:
            _tell_who(wanted)
        found = list(places_naming(office, wanted, _progress))
    places = [one for one in found if isinstance(one, Place)]
    problems = [one for one in found if isinstance(one, Problem)]
    if json:
        people = [_entry(one) for one in wanted.adults]
        unread = [{"where": one.where, "what": one.what} for one in problems]
        show_json({"people": people, "places": [_place(one) for one in places], "unread": unread})
        return not problems
    show_table("Named in", COLUMNS, [_row(one) for one in places if one.is_sure], empty="Named nowhere.")
    if perhaps := [_row(one) for one in places if not one.is_sure]:
        show_table("Perhaps: by the surname alone, which others may have", COLUMNS, perhaps, empty="")
    if problems:
        say("NOT READ, so look into these by hand:")
        show_problems(problems)
    return not problems


def _tell_who(wanted: Sought) -> None:
    for one in wanted.adults:
        address = "confidential address" if one.address_is_confidential else ", ".join(one.address)
        say(f"{one.person_id}  {one.full_name}; {address or 'no address'}; {one.email or 'no email'}")
    if wanted.more:
        say(f"{wanted.more} more fit, and are not searched for. Type more of the name.")
    if not wanted.adults:
        say(f"Nobody in the register fits; searching for the words themselves: {wanted.typed}")


def _progress(done: int, of: int) -> None:
    if of >= MANY and done % MANY == 0:
        warn(f"{done} of {of} emails read")


def _entry(adult: Adult) -> dict[str, str]:
    return {"person_id": adult.person_id, "name": adult.full_name, "email": adult.email}


def _place(one: Place) -> dict[str, Any]:
    return {
        "what": one.kind,
        "id": one.id,
        "day": one.on,
        "ref": one.ref,
        "where": list(one.where),
        "by": [str(how) for how in one.how],
        "sure": one.is_sure,
        "whom": list(one.whom),
        "subject": one.subject,
    }


def _row(one: Place) -> tuple[object, ...]:
    return one.kind, one.id, one.on or "", one.ref, "; ".join(one.where), "; ".join(one.how), one.subject
