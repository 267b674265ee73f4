"""The emails that a visitor is shown: which wait, which one is meant, and what of it is theirs to read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort

from ...ground.errors import Refused
from ...rules.mails.mail_log import MailRow
from ...rules.mails.mail_rows import is_grave, level_of
from ...rules.people.rights import Right
from ...rules.reports.flags import flags_of
from ...rules.texts.report import Report
from ...rules.words import STOPS, Flag, Level, Verdict
from ..mail_readings import read_again
from .visiting import NOT_YOURS, Visit

_NUMBER = re.compile(r"[0-9a-f]{12,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tray:
    """The emails that wait for a person, most urgent first, and how many are not shown to this visitor."""

    rows: Sequence[MailRow]
    hidden: int

    def place(self, row: MailRow) -> int:
        """Where this email stands, from 1; 0 where it is not in the in-tray."""
        numbers = [one.seen.sha256 for one in self.rows]
        return numbers.index(row.seen.sha256) + 1 if row.seen.sha256 in numbers else 0

    def at(self, place: int) -> str:
        """The short number of the email at this place; "" where there is none."""
        return self.rows[place - 1].seen.sha256[:12] if 1 <= place <= len(self.rows) else ""

    def following(self, place: int) -> str:
        """The email to go on with when the one at this place is dealt with: an alarm that nobody has, else the next."""
        if not self.rows:
            return ""
        first = self.rows[0]
        alarm = level_of(first) is Level.RED and not first.taken_by
        return first.seen.sha256[:12] if alarm else self.at(place) or first.seen.sha256[:12]


def tray_of(here: Visit) -> Tray:
    """The in-tray of the visitor."""
    rows = here.pages.tray.rows(here.office)
    why = [(row, here.hides_mail(row)) for row in rows]
    # Of what is not theirs to read nobody is told how much there is.
    hidden = sum(bool(reason) and reason != NOT_YOURS for _, reason in why)
    return Tray(rows=[row for row, reason in why if not reason], hidden=hidden)


def mail_of(here: Visit, mail: str) -> MailRow:
    """The email of this number. Ends the request as not found where there is none, or it is not shown."""
    if not _NUMBER.fullmatch(mail):
        abort(404)
    found = {
        row.seen.sha256: row
        for row in here.office.index.mails.named(mail)
        if row.verdict is not Verdict.DUPLICATE
    }
    if len(found) != 1:
        abort(404)
    (row,) = found.values()
    here.mail(row)
    if row.judged and row.judged.ref:
        here.case(row.judged.ref)
    return row


def report_of(here: Visit, row: MailRow) -> Report | None:
    """The email, read; None where its original cannot be read."""
    try:
        return read_again(here.office, row)
    except Refused:
        return None


def may_read(here: Visit, row: MailRow, report: Report | None) -> bool:
    """Whether the words of this email are for the visitor.

    Texts about danger and child protection are for those with that right; those of an email that is on a case name
    its reporter, and are for those who may know.
    """
    if row.verdict is not Verdict.INTRAY and Right.REPORTER not in here.rights:
        return False
    if Right.CHILD_PROTECTION in here.rights:
        return True
    if is_grave(row) or report is None:
        return False
    return STOPS.isdisjoint({seen.flag for seen in flags_of(report)})


def is_never_shown(row: MailRow, report: Report | None) -> bool:
    """Whether nothing of its files may be looked at, downloaded or sent on: they may show the abuse of a child."""
    flags = {seen.flag for seen in row.judged.flags} if row.judged else set[Flag]()
    flags |= {seen.flag for seen in flags_of(report)} if report else set()
    return Flag.INDECENT_IMAGE in flags
