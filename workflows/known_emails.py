"""Every email ever seen, as it stands; the one that somebody means by its first characters; its report, read again."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from ..ground.errors import LetterladderError, Problem, Refused
from ..ground.values import replace
from ..rules.mails.folded_mails import fold_mails
from ..rules.mails.mail_log import MailRow
from ..rules.mails.told_report import BOX
from ..rules.texts.report import Arrival, Report
from ..rules.words import Verdict
from .looks import MANY
from .office import Office

STRIDE = 20
"""Emails that are begun to be read at a time, when as many are still to be judged."""


def rows_of(office: Office) -> dict[tuple[str, str], MailRow]:
    """Every email ever seen, as it stands: the whole log, for a list of all; a round asks the index."""
    return fold_mails(office.mail_log.entries())


def emails_named(office: Office, mail: str) -> list[MailRow]:
    """The emails whose SHA-256 begins so; several copies of one are one."""
    fitting = office.index.mails.named(mail.casefold())
    return list({row.seen.sha256: row for row in fitting if row.verdict is not Verdict.DUPLICATE}.values())


def one_email(office: Office, mail: str) -> MailRow:
    """The only email whose SHA-256 begins so.

    Raises:
        Refused: no or several emails fit.
    """
    found = emails_named(office, mail)
    if len(mail) < 4 or len(found) != 1:
        what = f"{len(found)} emails begin" if found else "No email begins"
        problem = Problem(
            where=f"email {mail}",
            what=f"{what} with these characters.",
            what_to_do="Copy the first characters of the email's number from `intray` or `mails`; at least four.",
        )
        raise Refused(problem)
    return found[0]


def read_again(office: Office, row: MailRow) -> Report:
    """The report of a kept email."""
    report = office.read_mail(_kept(office, row), row.seen.received)
    return replace(report, signed_in=row.seen.mailbox == BOX)


def _kept(office: Office, row: MailRow) -> Arrival:
    seen = row.seen
    return Arrival(
        key=seen.key,
        raw=office.mail_log.raw(seen.sha256),
        size=seen.size,
        received=seen.received,
        cut=seen.cut,
    )


def read_ahead(office: Office, rows: Sequence[MailRow]) -> Iterator[MailRow]:
    """The same rows, in order; where they are many, the next ones are being read meanwhile."""
    many = len(rows) >= MANY
    for number, row in enumerate(rows):
        if many and number % STRIDE == 0:
            begins = number + STRIDE if number else 0
            _begin_reading(office, rows[begins : number + 2 * STRIDE])
        yield row


def _begin_reading(office: Office, rows: Sequence[MailRow]) -> None:
    for row in rows:
        # One that cannot be read now is met, and told of, when its turn comes.
        with suppress(LetterladderError, OSError):
            if not row.seen.old:
                office.looks.ahead([_kept(office, row)], row.seen.received)
