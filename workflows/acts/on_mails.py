"""The acts on an email: file it, move it, have it, raise an alarm about it; and on a report that was told to us."""

from dataclasses import dataclass

from ...ground.errors import Problem, Refused
from ...rules.cases.who_may import takers_of_mail
from ...rules.mails.hidden_mail import hidden_mail, is_put_to
from ...rules.mails.mail_log import MailRow
from ...rules.mails.mail_rows import ASIDE, IN_TRAY, is_grave, where_is
from ...rules.office.orders import FileMail, NewReport, RaiseAlarm, TakeMail
from ...rules.people.rights import Right
from ..answering import TriageOrder
from ..filing_by_hand import NEW, NONE, file_by_hand
from ..known_emails import one_email
from ..office import RULES, Office
from ..raising import raise_alarm
from ..readers import in_charge_of, near_of
from ..signing import Act, actor_of, holder_of, signed_by
from ..taking import take_mail
from ..told_reports import take_told
from .standing import Stale, Stood, go_on, in_person, refuse_stale, signed_with_a_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed(Stood):
    """Where the email is now, in a sentence."""

    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(Stood):
    """The email that a report became, as it stands now."""

    row: MailRow


def file(office: Office, order: FileMail) -> Filed:
    """File the email; the cases that it comes to and leaves go on.

    Raises:
        Refused: as `filing_by_hand.file_by_hand`; or the case was written on since the maker saw it; or somebody
            clears or puts aside what only the DSL and the deputy may.
    """
    act = Act(where=f"email {order.mail[:12]}", what="file emails")
    order = in_person(office, order, None if _is_theirs(office, order, act) else Right.FILE, act)
    _may(office, order)
    _refuse_moved(office, order)
    if order.to not in {NEW, NONE}:
        refuse_stale(office, order.to, order.seen)
    about = TriageOrder(
        adult=order.adult,
        pupils=order.pupils,
        conduct=order.conduct,
        clear=order.clear,
        note=order.note,
        facts=order.facts,
    )
    return Filed(said=file_by_hand(office, order.mail, order.to, about, by=order.by))


def _is_theirs(office: Office, order: FileMail, act: Act) -> bool:
    """Whether the email was put to whoever gives the order, because those who sort are too near to it."""
    if not order.name.strip():
        return False
    email = actor_of(office, order.by, act).email
    return is_put_to(one_email(office, order.mail), email, office.school, near_of(office))


def _refuse_moved(office: Office, order: FileMail) -> None:
    """Do nothing where somebody else filed the email after the maker of the order saw it.

    Raises:
        Stale: with who did, and where it is.
    """
    row = one_email(office, order.mail)
    now = where_is(row)
    if not order.was or order.was == now:
        return
    where = {IN_TRAY: "It is in the in-tray again", ASIDE: "It was put aside"}.get(
        now, f"It is on case {now}"
    )
    by = f" by {row.judged_by}" if row.judged_by not in {"", RULES} else ""
    do = "Nothing was done. If it still belongs somewhere else, move it from there."
    raise Stale(Problem(where=f"email {row.seen.sha256[:12]}", what=f"{where} meanwhile{by}.", what_to_do=do))


def _may(office: Office, order: FileMail) -> None:
    """What may end an alarm is signed by the DSL or the deputy, where it is known who gives the order."""
    if not order.name.strip():
        return
    if not order.clear and order.to != NONE:
        return
    row = one_email(office, order.mail)
    if order.clear or is_grave(row):
        what = "clear a case" if order.clear else "put aside an email that may point to danger"
        signed_by(office, order.by, in_charge_of(office, row), Act(where=f"email {order.mail}", what=what))


def take(office: Office, order: TakeMail) -> Filed:
    """Note that somebody has the email; nobody else is told about it.

    Raises:
        Refused: no or several emails fit, or it is in the in-tray no more.
        WrongUsage: no name was typed.
    """
    signed_with_a_name(order, "Taking an email")
    row = one_email(office, order.mail)
    act = Act(where=f"email {row.seen.sha256[:12]}", what="take emails of the in-tray")
    _, actor = holder_of(office, order.by, takers_of_mail(office.school), act)
    if why := hidden_mail(row, actor, office.school, office.people.read()):
        what = f"{actor.named} is too near to what this email is about ({why})."
        raise Refused(Problem(where=act.where, what=what, what_to_do="Somebody else must take it."))
    name = actor.name
    take_mail(office, row, name, by=name)
    return Filed(said=f"{name} has email {row.seen.sha256[:12]}. Nobody else will be told about it.")


def alarm(office: Office, order: RaiseAlarm) -> Filed:
    """Raise an alarm about the email: the DSL and the deputy are told now, and again until somebody has it.

    Raises:
        Refused: no or several emails fit, it is in the in-tray no more, or no reason was given.
        WrongUsage: no name was typed.
    """
    signed_with_a_name(order, "An alarm")
    name = actor_of(office, order.by, Act(where=f"email {order.mail[:12]}", what="raise an alarm")).name
    raise_alarm(office, one_email(office, order.mail), order.why, name=name, by=name)
    return Filed(
        said="The alarm was raised. The DSL and the deputy are told now, and again until somebody has it."
    )


def new_report(office: Office, order: NewReport) -> Reported:
    """Take in what was told to the school; a case that it opens or joins goes on.

    Raises:
        WrongUsage: what was typed is not a report.
        Refused: its sender is nobody of the school.
    """
    told = take_told(office, order)
    ref = told.row.judged.ref if told.row.judged else ""
    stood = go_on(office, ref, told.tally) if ref else Stood()
    problems = (*told.tally.problems, *stood.problems)
    return Reported(ref=ref, waits_for=stood.waits_for, problems=problems, row=told.row)
