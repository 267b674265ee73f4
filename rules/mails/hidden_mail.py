"""Who is not shown an email of the in-tray: it is about themselves or their family, or alleges something of them."""

from collections.abc import Callable

from ..people.nearness import Circle, Who, circle_of
from ..people.people import PeopleRegister
from ..people.school import DEPUTY, DSL, School
from ..people.staff_names import is_named
from ..words import Flag
from .mail_log import MailJudged, MailRow


def hidden_mail(row: MailRow, who: Who, school: School, register: PeopleRegister) -> str:
    """Why this person is not shown the email, in words; "" where nothing stands against it.

    Whoever sent it is not asked: staff send reports themselves.

    Args:
        row: the email as it stands.
        who: the person.
        school: with its role holders, who may be noted as related to people of the register.
        register: adults and pupils.
    """
    return hidden_mail_from(row, circle_of(who, school, register))


def hidden_mail_from(row: MailRow, circle: Circle) -> str:
    """The same, for whoever looks at many emails."""
    judged = row.judged
    if judged is None:
        return circle.why_near((), (), row.seen.subject)
    adults = [one.adult for one in judged.suggestions]
    if why := circle.why_near(adults, judged.pupils, _words(row, judged)):
        return why
    alleged = any(seen.flag is Flag.STAFF_ALLEGATION for seen in judged.flags)
    if alleged and any(is_named(name, one) for name in judged.named for one in circle.held):
        return "it names you in what is said of staff"
    return ""


def near_by(school: School, register: PeopleRegister) -> Callable[[MailRow], frozenset[str]]:
    """Tells of an email the addresses, in lower case, of the role holders who are not shown it."""
    circles = [(one.email.casefold(), circle_of(one, school, register)) for one in school.people.values()]

    def near(row: MailRow) -> frozenset[str]:
        return frozenset(address for address, circle in circles if hidden_mail_from(row, circle))

    return near


def stands_in(near: frozenset[str], school: School) -> str:
    """The address of whoever of the chain reads an email in place of the DSL and the deputy; "" where one of them can.

    Args:
        near: the addresses, in lower case, of those who are too near to it.
        school: with its role holders, and the chain by which they are told.
    """
    if any(one.casefold() not in near for one in school.mails_of(DSL, DEPUTY)):
        return ""
    return next((one for one in school.mails_of(*school.triaging.chain) if one.casefold() not in near), "")


def is_put_to(row: MailRow, email: str, school: School, near: Callable[[MailRow], frozenset[str]]) -> bool:
    """Whether this email is theirs to read and to file though the in-tray is not.

    They were told of it, as the next of the chain, or the DSL and the deputy are both too near to it and they are next.
    """
    told = {to.casefold() for one in row.told for to in one.event.to}
    return email.casefold() in told or stands_in(near(row), school).casefold() == email.casefold()


def _words(row: MailRow, judged: MailJudged) -> str:
    fact = judged.fact
    return "\n".join((row.seen.subject, fact.words, fact.affected, *(seen.words for seen in judged.flags)))
