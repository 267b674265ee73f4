"""What speaks against settling on the adult whom a form names: an unknown sender, praise, a word beside the form.

Whoever a form names is taken for certain only where nothing in the email says otherwise; a person decides the rest.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from ..mails.look_alikes import resembles
from ..mails.mail_log import Suggestion
from ..people.conflict import Staff
from ..people.people import Adult, PeopleRegister
from ..texts.names import words_of
from ..texts.phrases import phrases, sought
from ..texts.report import Report
from ..texts.sentences import sentences_of
from .about_report import is_about_report
from .deed_words import KIND_WORDS
from .matching import writers_of

OTHERWISE = phrases(r"""
    (not|isnt|wasnt|didnt|never|nothing to do with|mistake\w*|wrong(ly)?|someone else|somebody else|
      denie(s|d)|unsure|about|against|target\w*|victim|aimed at|on behalf of|upset|sent (it )?to)
""")
"""Words that, beside a person's name, may say that they did not do it or that it was done to them."""


def is_known(report: Report, staff: Staff, register: PeopleRegister) -> bool:
    """Whether the school knows the sender: one of its own, an adult of the register, or a form it trusts."""
    address = report.from_address.casefold()
    if report.form.source and report.form.system:
        return report.form.known_sender
    if staff.is_own(address) or register.lists_as_staff(address):
        return True
    return register.adult_with_mail([address]) is not None


def settled(
    report: Report,
    register: PeopleRegister,
    staff: Staff,
    suggestions: tuple[Suggestion, ...],
    *,
    offends: bool,
) -> tuple[Suggestion, ...]:
    """The suggestions, none of them exact where the email itself leaves a doubt, which is added to the reason.

    Args:
        report: the email.
        register: the adults who may be meant, and who may have sent it.
        staff: who the school's own people are; without it nobody's address tells anything.
        suggestions: who may be meant.
        offends: something in it is told as bad, so that kind words in it are no praise.
    """
    if not report.form.is_form or not any(one.exact for one in suggestions):
        return suggestions
    sure = next(one for one in suggestions if one.exact)
    doubt = next(_doubts(report, register, staff, register.adults[sure.adult], offends=offends), "")
    if not doubt:
        return suggestions
    return tuple(replace(one, why=f"{one.why} ({doubt})", exact=False) for one in suggestions)


def _doubts(
    report: Report, register: PeopleRegister, staff: Staff, adult: Adult, *, offends: bool
) -> Iterator[str]:
    address = report.from_address.casefold()
    domain = address.partition("@")[2]
    if not is_known(report, staff, register):
        if any(resembles(domain, own) for own in staff.own_domains):
            yield f"but {domain} only resembles the school's own domain"
        elif any(register.adults[one].email.casefold() != address for one in writers_of(report, register)):
            yield "but it comes under a parent's name from an address that the school does not know"
    own = {*words_of(adult.given_name), *words_of(adult.family_name)}
    for one in sentences_of(report):
        if (
            not offends
            and one.place in {"subject", "what", "seen_by"}
            and (words := sought(one.plain, KIND_WORDS))
        ):
            yield f'but it may be praise ("{words}")'
        if (
            one.place == ""
            and not is_about_report(one.plain)
            and own & set(words_of(one.text))
            and (words := sought(one.plain, OTHERWISE))
        ):
            yield f'but beside the form it says "{words}" of them'
