"""Who may do what in the desk: one table of rights by role, and one of the right that each page needs.

The rights are those of the school's procedure as the commands have them; the acts ask again and have the last word.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ...rules.people.school import ALTERNATE, CHAIR, DEPUTY, DSL, GOVERNOR, HEAD, OFFICE, REVIEWER

TRUST = "trust"
"""People of the trust; trust.toml names them."""


class Right(StrEnum):
    """What somebody who signed in may see or do."""

    COME_IN = "come in"
    CASES = "see cases and letters"
    ALL_CASES = "see every case"
    CHILD_PROTECTION = "see texts about danger and child protection"
    REPORTER = "see who reported"
    MAILS = "see emails that are put to them"
    FILE = "read and file emails"
    REPORT = "write down what somebody told"
    TRIAGE = "triage, hold and release"
    CLEAR = "end an alert"
    APPROVE = "approve letters and send them back"
    DECIDE = "decide and reopen"
    DRAFT = "fill in and edit drafts"
    WAIVE = "set a duty aside"
    POST = "post, record answers and actions"
    EXPORT = "export for a panel or the subject, forget, keep"
    GOVERNORS = "the governors' register and charts"
    PEOPLE = "people, calendar and checks"
    COUNTS = "counts"


_EVERYBODY = {Right.COME_IN}
_DSL = {
    Right.CASES,
    Right.ALL_CASES,
    Right.CHILD_PROTECTION,
    Right.REPORTER,
    Right.MAILS,
    Right.FILE,
    Right.REPORT,
    Right.TRIAGE,
    Right.CLEAR,
    Right.WAIVE,
    Right.DRAFT,
    Right.POST,
    Right.EXPORT,
    Right.GOVERNORS,
    Right.PEOPLE,
    Right.COUNTS,
}
RIGHTS: Mapping[str, frozenset[Right]] = {
    HEAD: frozenset(
        _EVERYBODY
        | {
            Right.CASES,
            Right.ALL_CASES,
            Right.CHILD_PROTECTION,
            Right.REPORTER,
            Right.MAILS,
            Right.REPORT,
            Right.APPROVE,
            Right.DECIDE,
            Right.WAIVE,
            Right.DRAFT,
            Right.POST,
            Right.EXPORT,
            Right.GOVERNORS,
            Right.PEOPLE,
            Right.COUNTS,
        }
    ),
    ALTERNATE: frozenset(
        _EVERYBODY
        | {
            Right.CASES,
            Right.CHILD_PROTECTION,
            Right.MAILS,
            Right.APPROVE,
            Right.DECIDE,
            Right.WAIVE,
            Right.DRAFT,
        }
    ),
    DSL: frozenset(_EVERYBODY | _DSL),
    DEPUTY: frozenset(_EVERYBODY | _DSL),
    OFFICE: frozenset(
        _EVERYBODY
        | {
            Right.CASES,
            Right.ALL_CASES,
            Right.MAILS,
            Right.FILE,
            Right.REPORT,
            Right.DRAFT,
            Right.POST,
            Right.PEOPLE,
            Right.COUNTS,
        }
    ),
    CHAIR: frozenset(_EVERYBODY | {Right.GOVERNORS}),
    REVIEWER: frozenset(_EVERYBODY | {Right.CASES, Right.CHILD_PROTECTION, Right.APPROVE, Right.DECIDE}),
    GOVERNOR: frozenset(_EVERYBODY | {Right.GOVERNORS}),
    TRUST: frozenset(_EVERYBODY | {Right.COUNTS}),
}
"""What each role may; whoever holds several may what any of them may."""

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
    "calendar.show": Right.PEOPLE,
    "calendar.close": Right.PEOPLE,
    "calendar.upload": Right.PEOPLE,
    "calendar.apply": Right.PEOPLE,
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
    "case_forms.done": Right.POST,
    "case_forms.hold": Right.TRIAGE,
    "case_forms.not_posted": Right.POST,
    "case_forms.posted": Right.POST,
    "case_forms.release": Right.TRIAGE,
    "case_forms.reopen": Right.DECIDE,
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


def rights_of(roles: Iterable[str]) -> frozenset[Right]:
    """What the holder of these roles may."""
    return frozenset().union(*(RIGHTS.get(role, frozenset()) for role in roles))


def needed(endpoint: str) -> Right | None:
    """The right that a page needs; None for one that is open to all."""
    if endpoint in PUBLIC or endpoint.startswith("sign_in."):
        return None
    return ROUTES[endpoint]
