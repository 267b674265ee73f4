"""All pages of the desk; a new one is a file in pages/ and a line here."""

from flask import Blueprint

from .pages import case, demo, in_tray, mail_files, new_report, today


def all_pages() -> tuple[Blueprint, ...]:
    """The blueprint of each page."""
    return (today.page, in_tray.page, mail_files.page, new_report.page, case.page, demo.page)
