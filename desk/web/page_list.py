"""All pages of the desk; a new one is a file in pages/ and a line here."""

from flask import Blueprint

from .pages import (
    agreements,
    away,
    begun,
    calendar,
    case,
    case_forms,
    cases,
    copies,
    copy_review,
    counts,
    demo,
    how_it_is,
    in_tray,
    letter,
    letter_words,
    mail_files,
    new_report,
    people,
    people_import,
    register,
    requests,
    retention,
    to_post,
    today,
)


def all_pages() -> tuple[Blueprint, ...]:
    """The blueprint of each page."""
    return (
        today.page,
        begun.page,
        in_tray.page,
        case.page,
        register.page,
        copies.page,
        copy_review.page,
        requests.page,
        retention.page,
        people.page,
        people_import.page,
        agreements.page,
        calendar.page,
        away.page,
        how_it_is.page,
        counts.page,
        to_post.page,
        cases.page,
        case_forms.page,
        letter_words.page,
        letter.page,
        demo.page,
        mail_files.page,
        new_report.page,
    )
