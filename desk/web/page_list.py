"""All pages of the desk; a new one is a file in pages/ and a line here."""

from flask import Blueprint

from .pages import case, demo, in_tray, today


def all_pages() -> tuple[Blueprint, ...]:
    """The blueprint of each page."""
    return (today.page, in_tray.page, case.page, demo.page)
