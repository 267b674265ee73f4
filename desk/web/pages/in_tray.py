"""The in-tray: one email with its card, and what is to be done with it; then the next one, most urgent first."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ....ground.english import listed
from ....ground.errors import Problem
from ....rules.mails.earlier_mails import address_of, earlier_mails
from ....rules.mails.look_alikes import known_of, look_alike
from ....rules.mails.mail_log import MailRow
from ....rules.mails.mail_rows import is_grave, where_is
from ....rules.office import orders
from ....rules.people.rights import Right
from ....rules.texts.report import Report
from ....rules.words import Verdict
from ....workflows.acts import on_mails
from ...cards import card, intray_row
from .. import begun
from ..filing_form import FACTS, REASONS, Filing, case_typed, filing_form, missing_for_case, note_of, order_of
from ..mail_view import MailShown, cut, shown_of
from ..pressing import Pressed, press
from ..tray import is_never_shown, mail_of, may_read, report_of, tray_of
from ..visiting import Visit, visit

page = Blueprint("in_tray", __name__)
PER_PAGE = 50
LEVELS = {"red": ("Act now", "red"), "amber": ("Read today", "yellow"), "plain": ("In its turn", "grey")}
Answer = str | Response | tuple[str, int]


@page.get("/<school>/in-tray")
def first(school: str) -> Answer:
    """The most urgent email, or that there is none."""
    tray = tray_of(visit())
    if not tray.rows:
        return render_template("in_tray_empty.html", hidden=tray.hidden, school_name=school)
    return redirect(url_for("in_tray.show", school=school, mail=tray.at(1)), code=303)


@page.get("/<school>/in-tray/all")
def every(school: str) -> str:
    """The list of all that waits, a page at a time."""
    here = visit()
    tray = tray_of(here)
    number = min(max(1, request.args.get("page", 1, type=int)), 1 + max(0, len(tray.rows) - 1) // PER_PAGE)
    rows = tray.rows[(number - 1) * PER_PAGE : number * PER_PAGE]
    return render_template(
        "in_tray_all.html",
        cards=[_in_list(here, row) for row in rows],
        tray=tray,
        number=number,
        pages=1 + max(0, len(tray.rows) - 1) // PER_PAGE,
        levels=LEVELS,
        school_name=school,
    )


@page.get("/<school>/in-tray/<mail>")
def show(school: str, mail: str) -> str:
    """One email."""
    del school
    here = visit()
    return _page(here, mail_of(here, mail))


@page.post("/<school>/in-tray/<mail>")
def decide(school: str, mail: str) -> Answer:
    """What the visitor pressed: to have it, to search, to file it, to leave it, or to raise an alarm."""
    del school
    here = visit()
    row = mail_of(here, mail)
    report = report_of(here, row)
    if not may_read(here, row, report):
        abort(403)
    asked, _, ref = request.form.get("do", "").partition(":")
    if asked == "search":
        return _page(here, row)
    if asked == "take":
        return _taken(here, row)
    if asked == "alarm":
        why = request.form.get("alarm_words", "")
        return _left(here, row, press(here, on_mails.alarm, _alarm(here, row, why)), "alarm_words")
    if asked not in {"new", "clear", "add", "move", "none"}:
        abort(400)
    return _filed(here, row, asked, ref)


def _taken(here: Visit, row: MailRow) -> Answer:
    order = orders.TakeMail(mail=row.seen.sha256[:16], **here.signed())
    pressed = press(here, on_mails.take, order)
    if not pressed.done:
        return _page(here, mail_of(here, row.seen.sha256), pressed.problems), pressed.status
    flash("You have it. Nobody else is told about it.")
    return redirect(_at(here, row.seen.sha256[:12]), code=303)


def _alarm(here: Visit, row: MailRow, why: str) -> orders.RaiseAlarm:
    return orders.RaiseAlarm(mail=row.seen.sha256[:16], why=" ".join(why.split())[:1_000], **here.signed())


def _filed(here: Visit, row: MailRow, asked: str, ref: str) -> Answer:
    form = _form(here, row)
    clear = asked == "clear"
    if clear and Right.TRIAGE not in here.rights and not here.stands_in(row):
        abort(403)
    to = {"new": "new", "clear": "new", "none": "none", "move": case_typed(request.form)}.get(asked, ref)
    if to not in {"new", "none", ""}:
        here.case(to)
    problems = missing_for_case(form, clear=clear) if to == "new" else []
    if not to:
        what, do = "That is no number of a case.", "Type it as it stands on the case, for example 2026-0042."
        problems = [Problem(where="ref", what=what, what_to_do=do)]
    if problems:
        return _page(here, row, problems), 422
    order = order_of(here, row, form, to=to, note=note_of(request.form) if to == "none" else "", clear=clear)
    return _left(here, row, press(here, on_mails.file, order), "reason" if to == "none" else "")


def _left(here: Visit, row: MailRow, pressed: Pressed, field: str) -> Answer:
    """On to the next email, where it was done; else the same page, with why not and all that was typed."""
    place = tray_of(here).place(row)
    now = mail_of(here, row.seen.sha256)
    if not pressed.done:
        problems = [
            Problem(where=field or one.where, what=one.what, what_to_do=one.what_to_do)
            for one in pressed.problems
        ]
        return _page(here, now, problems), pressed.status
    flash(_said(now))
    for one in pressed.told:
        flash(f"{one.what} {one.what_to_do}")
    if place:
        return redirect(_at(here, row.seen.sha256[:12]), code=303)
    before = request.form.get("place", 0, type=int)
    following = tray_of(here).following(before)
    return redirect(
        _at(here, following) if following else url_for("in_tray.first", school=here.pages.name), code=303
    )


def _said(row: MailRow) -> str:
    """What became of it, naming nobody."""
    where = row.judged.ref if row.judged else ""
    if row.verdict is Verdict.INTRAY:
        return "The alarm was raised. The DSL and the deputy are told now, and again until somebody has it."
    if row.verdict is Verdict.OPENED:
        return f"A case was opened: {where}."
    return f"The email is on case {where}." if where else "The email was put aside. It stays on record."


def _at(here: Visit, mail: str) -> str:
    return url_for("in_tray.show", school=here.pages.name, mail=mail)


def _form(here: Visit, row: MailRow) -> Filing:
    shown = card(row, report_of(here, row), here.school, here.people)
    return filing_form(here, row, shown, request.form)


def _page(here: Visit, row: MailRow, problems: Sequence[Problem] = ()) -> str:
    """One email, opened by the visitor."""
    report, tray = report_of(here, row), tray_of(here)
    place = tray.place(row)
    readable, never = may_read(here, row, report), is_never_shown(row, report)
    rows = here.office.index.mails.of_sender(address_of(row.seen.sender)) if readable else []
    shown = card(row, report, here.school, here.people, earlier=earlier_mails(row, rows))
    left = begun.begun("in_tray.decide", row.seen.sha256[:16]) if readable else None
    left, typed = (None, request.form) if request.method == "POST" else (left, begun.words_in(left))
    form = filing_form(here, row, shown, typed) if readable else None
    if form:
        # The page shows the email where it is now; a second press is about that.
        form.was = where_is(row)
    return render_template(
        "in_tray.html",
        card=shown,
        mail=_mail(here, row, report, shown, never=never) if readable and report else None,
        form=form,
        begun=left,
        begun_of=f"in_tray.decide {row.seen.sha256[:16]}",
        readable=readable,
        never=never,
        where=where_is(row),
        level=LEVELS[shown["level"]],
        subject=cut(row.seen.subject, 200),
        sender=cut(row.seen.sender, 150),
        place=place,
        before=tray.at(place - 1),
        after=tray.at(place + 1) if place else "",
        tray=tray,
        reasons=REASONS,
        facts=FACTS,
        problems=problems,
        row=row,
        grave=is_grave(row),
        look_alike=_look_alike(here, report) if readable else "",
        why=_why(shown),
        told=_told(shown, here.visitor.name),
        school_name=here.pages.name,
    )


def _look_alike(here: Visit, report: Report | None) -> str:
    """What makes the sender look like one of the school's own people; "" for anybody else."""
    found = look_alike(report, known_of(here.school, here.people), here.people) if report else None
    return found.words if found else ""


def _why(shown: Mapping[str, Any]) -> list[str]:
    """Why it is as urgent as it is, and why it is here; said once where one says both."""
    level, reason = (_short(shown[one]) for one in ("why_level", "reason"))
    if not level or reason.startswith(level.rstrip(".")):
        return [reason[:600]]
    if reason.rstrip(".").casefold() in level.casefold():
        return [level[:600]]
    return [level[:600], reason[:600]]


def _short(why: str) -> str:
    """The same without what the page says beside it: how soon to read it, and that the adult was found."""
    short = re.sub(r"^(Read it today: )?(the adult is known; read it first: )?", "", why, flags=re.IGNORECASE)
    return short[:1].upper() + short[1:]


def _told(shown: Mapping[str, Any], reader: str) -> list[tuple[str, int]]:
    """Who was told first, and who last where there were several times; with how often in all.

    Of the reader it says "You". Nobody was told yet where no email has left: then it is said with 0.
    """
    left = [one for one in shown["told"] if one["sent_at"]]
    were = [(_were(one["names"], reader), place) for place, one in enumerate(left, 1)]
    if not left:
        return [(_were(one["names"], reader), 0) for one in shown["told"][:1]]
    return [*were[:1], *were[1:][-1:]]


def _were(names: Sequence[str], reader: str) -> str:
    told = [*(["You"] if reader in names else []), *(name for name in names if name != reader)]
    return f"{listed(told)} {'was' if len(told) == 1 and told != ['You'] else 'were'}"


def _mail(here: Visit, row: MailRow, report: Report, shown: Mapping[str, Any], *, never: bool) -> MailShown:
    raw = here.office.mail_log.raw(row.seen.sha256)
    return shown_of(report, raw, pictures=not never, is_picture=bool(shown["picture"]))


def _in_list(here: Visit, row: MailRow) -> dict[str, Any]:
    """One line of the list: its subject only for those who may read it."""
    shown = intray_row(row, here.school)
    readable = Right.CHILD_PROTECTION in here.rights or not shown["flags"]
    return {**shown, "subject": cut(row.seen.subject, 100).text if readable else "", "at": row.seen.received}
