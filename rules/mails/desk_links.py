"""Addresses of the pages of the desk, for our emails. Nothing in them says whom or what a page is about."""

import re

from ..people.school import Identity, School


def desk_name(school: Identity) -> str:
    """The school's part of every address: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", (school.slug or school.name).casefold()).strip("-") or "school"


def to_page(school: School, *parts: str) -> str:
    """The address of a page of this school, `to_page(school, "to-post")`; "" where the school has no desk."""
    desking = school.desking
    if not (desking.on and desking.address):
        return ""
    return "/".join((desking.address.rstrip("/"), desk_name(school), *parts))


def to_today(school: School) -> str:
    """What waits for whoever looks; "" without a desk."""
    return to_page(school, "")


def to_in_tray(school: School) -> str:
    """All emails of the in-tray; "" without a desk."""
    return to_page(school, "in-tray")


def to_post(school: School) -> str:
    """The list of letters to post; "" without a desk."""
    return to_page(school, "to-post")


def to_agreements(school: School, round_: str) -> str:
    """A round of agreements for families; "" without a desk."""
    return to_page(school, "people", "agreements", round_)


def to_calendar(school: School) -> str:
    """The school's calendar, where term dates are put in; "" without a desk."""
    return to_page(school, "calendar")


def to_how_it_is(school: School) -> str:
    """How fetching, sending and backups stand; "" without a desk."""
    return to_page(school, "how-it-is")


def to_email(school: School, sha256: str) -> str:
    """The card of an email of the in-tray, by the first twelve characters of its SHA-256; "" without a desk."""
    return to_page(school, "in-tray", sha256[:12])


def to_case(school: School, ref: str) -> str:
    """A case; "" without a desk."""
    return to_page(school, "cases", ref)


def to_letter(school: School, ref: str) -> str:
    """The letter in hand of a case, whatever its version is by then; "" without a desk."""
    return to_page(school, "cases", ref, "letter")
