"""Every email ever seen, as it stands; the one that somebody means by its first characters; its report, read again."""

from dataclasses import replace

from ..ground.errors import Problem, Refused
from ..rules.mails.folded_mails import fold_mails
from ..rules.mails.mail_log import MailRow
from ..rules.mails.told_report import BOX
from ..rules.texts.report import Arrival, Report
from ..rules.words import Verdict
from .office import Office


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
    seen = row.seen
    arrival = Arrival(
        key=seen.key,
        raw=office.mail_log.raw(seen.sha256),
        size=seen.size,
        received=seen.received,
        cut=seen.cut,
    )
    report = office.read_mail(arrival, seen.received)
    return replace(report, signed_in=seen.mailbox == BOX)
