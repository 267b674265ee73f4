"""The right that each page of the desk needs; who has which is in `rules/people/rights.py`, for commands too.

The acts ask again and have the last word.
"""

from collections.abc import Mapping

from ...rules.people.rights import Right

PUBLIC = frozenset({"static", "root.show"})
"""Endpoints that anybody may ask for, besides those of signing in (`sign_in.*`)."""

ROUTES: Mapping[str, Right] = {
    "today.show": Right.COME_IN,
    "begun.save": Right.COME_IN,
    "begun.drop": Right.COME_IN,
    "in_tray.first": Right.MAILS,
    "in_tray.every": Right.MAILS,
    "in_tray.show": Right.MAILS,
    "cases.show": Right.CASES,
    "in_tray.decide": Right.MAILS,
    "mail_files.text": Right.MAILS,
    "mail_files.original": Right.MAILS,
    "mail_files.file": Right.MAILS,
    "mail_files.picture": Right.MAILS,
    "new_report.show": Right.REPORT,
    "new_report.send": Right.REPORT,
    "new_report.kept": Right.REPORT,
    "case.show": Right.CASES,
    "register.show": Right.GOVERNORS,
    "register.look": Right.GOVERNORS,
    "copies.show": Right.GOVERNORS,
    "copies.file": Right.GOVERNORS,
    "copies.remove": Right.GOVERNORS,
    "copy_review.show": Right.EXPORT,
    "copy_review.one": Right.EXPORT,
    "copy_review.sign": Right.EXPORT,
    "copies.prepare": Right.EXPORT,
    "copies.choose": Right.GOVERNORS,
    "copies.report": Right.GOVERNORS,
    "requests.show": Right.POST,
    "requests.new": Right.POST,
    "requests.record": Right.POST,
    "requests.one": Right.POST,
    "requests.change": Right.POST,
    "retention.show": Right.EXPORT,
    "retention.go": Right.EXPORT,
    "retention.one": Right.EXPORT,
    "retention.decide": Right.EXPORT,
    "people.show": Right.PEOPLE,
    "people.search": Right.PEOPLE,
    "people.one": Right.PEOPLE,
    "people.agreements": Right.PEOPLE,
    "people_import.choose": Right.PEOPLE,
    "people_import.upload": Right.PEOPLE,
    "people_import.show": Right.PEOPLE,
    "people_import.apply": Right.PEOPLE,
    "agreements.show": Right.PEOPLE,
    "agreements.letters": Right.PEOPLE,
    "agreements.approve": Right.APPROVE,
    "agreements.withdraw": Right.DRAFT,
    "agreements.posted": Right.POST,
    "agreements.back": Right.POST,
    "calendar.show": Right.PEOPLE,
    "calendar.close": Right.PEOPLE,
    "calendar.upload": Right.PEOPLE,
    "calendar.apply": Right.PEOPLE,
    "away.show": Right.PEOPLE,
    "away.note": Right.PEOPLE,
    "away.back": Right.PEOPLE,
    "how_it_is.show": Right.PEOPLE,
    "how_it_is.check": Right.PEOPLE,
    "how_it_is.drop": Right.PEOPLE,
    "counts.show": Right.COUNTS,
    "case.history": Right.CASES,
    "case.file": Right.CASES,
    "case.picture": Right.CASES,
    "case_forms.answer": Right.POST,
    "case_forms.correct": Right.POST,
    "case_forms.decide": Right.DECIDE,
    "case_forms.done": Right.DO,
    "case_forms.consulted": Right.DO,
    "case_forms.hold": Right.HOLD,
    "case_forms.not_posted": Right.POST,
    "case_forms.posted": Right.POST,
    "case_forms.release": Right.HOLD,
    "case_forms.reopen": Right.REOPEN,
    "case_forms.sheet": Right.POST,
    "case_forms.take": Right.CLEAR,
    "case_forms.triage": Right.TRIAGE,
    "case_forms.waive": Right.WAIVE,
    "letter_words.show": Right.DRAFT,
    "letter_words.preview": Right.DRAFT,
    "letter.in_hand": Right.CASES,
    "letter.show": Right.CASES,
    "letter.picture": Right.CASES,
    "letter.word": Right.CASES,
    "letter.approve": Right.APPROVE,
    "letter.send_back": Right.APPROVE,
    "letter.edit": Right.DRAFT,
    "to_post.show": Right.POST,
    "to_post.printed": Right.POST,
    "to_post.went": Right.POST,
    "demo.show": Right.COME_IN,
    "demo.move": Right.COME_IN,
}
"""The right that each endpoint needs; one without a row is refused, and a test is red."""


def needed(endpoint: str) -> Right | None:
    """The right that a page needs; None for one that is open to all."""
    if endpoint in PUBLIC or endpoint.startswith("sign_in."):
        return None
    return ROUTES[endpoint]
