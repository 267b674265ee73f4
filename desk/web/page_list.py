"""All pages of the desk; a new one is a file in pages/ and a line here."""

from flask import Blueprint

from .pages import (
    calendar,
    case,
    copies,
    counts,
    demo,
    how_it_is,
    in_tray,
    people,
    people_import,
    register,
    requests,
    retention,
    today,
)


def all_pages() -> tuple[Blueprint, ...]:
    """The blueprint of each page."""
    return (
        today.page,
        in_tray.page,
        case.page,
        register.page,
        copies.page,
        requests.page,
        retention.page,
        people.page,
        people_import.page,
        calendar.page,
        how_it_is.page,
        counts.page,
        demo.page,
    )
