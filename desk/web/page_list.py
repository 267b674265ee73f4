"""All pages of the desk; a new one is a file in pages/ and a line here."""

from flask import Blueprint

from .pages import case, case_forms, cases, demo, in_tray, letter, letter_words, to_post, today


def all_pages() -> tuple[Blueprint, ...]:
    """The blueprint of each page."""
    return (
        today.page,
        in_tray.page,
        to_post.page,
        cases.page,
        case.page,
        case_forms.page,
        letter_words.page,
        letter.page,
        demo.page,
    )
