"""Whose signature is written below a yes: what is known of the signer, and what is asked where a line is not known."""

from collections.abc import Iterator

from ..rules.cases.case import Case
from ..rules.mails.desk_links import to_case
from ..rules.mails.known_lines import NOBODY, Signer, as_remembered
from ..rules.mails.reply_words import Reply
from ..rules.office.signature_events import SignatureAsked, SignatureConfirmed
from ..rules.texts.report import Report
from .notices import notice_mail, subject_of
from .office import Office


def signer_of(office: Office, address: str) -> Signer:
    """What is known of whoever of the school has this address; a stranger's signature is not known."""
    school = office.school
    own = [one for one in school.holders if one.email.casefold() == address.casefold()]
    if not own:
        return NOBODY
    head, contact = school.letterhead, school.contact
    mails = (*(one.email for one in own), head.email, contact.email, school.safeguarding_mailbox)
    pages = (head.website, *(one.email.rpartition("@")[2] for one in own))
    return Signer(
        names=tuple(dict.fromkeys(one.name for one in own)),
        roles=tuple(dict.fromkeys(one.role for one in own)),
        places=tuple(filter(None, (school.name, school.authority, *head.address))),
        phones=tuple(filter(None, (head.phone, contact.phone))),
        addresses=tuple(filter(None, (*mails, school.letters_from))),
        pages=tuple(page.split("//")[-1].rstrip("/") for page in pages if page),
        others=tuple(dict.fromkeys((*(one.name for one in school.holders), contact.name))),
        remembered=frozenset(as_remembered(line) for line in _lines(office, address, SignatureConfirmed)),
    )


def are_confirmed(office: Office, report: Report, reply: Reply) -> bool:
    """Whether the word SIGNATURE stands behind the code, and every unknown line was asked about before."""
    asked = {as_remembered(line) for line in _lines(office, report.from_address, SignatureAsked)}
    return reply.confirms and bool(reply.unknown) and asked.issuperset(map(as_remembered, reply.unknown))


def confirm(office: Office, report: Report, lines: tuple[str, ...]) -> None:
    """Remember that these lines are the signature of who wrote them."""
    event = SignatureConfirmed(address=report.from_address, mail=report.sha256, lines=list(lines))
    office.exports.append(office.clock.now(), f"{report.from_address} by email", event)


def ask(office: Office, case: Case, report: Report, reply: Reply) -> None:
    """Ask the approver, at their own address, whether the unknown lines are a signature: one press says so."""
    event = SignatureAsked(address=report.from_address, mail=report.sha256, lines=list(reply.unknown))
    office.exports.append(office.clock.now(), f"{report.from_address} by email", event)
    code = f"{reply.code[:4]}-{reply.code[4:]}"
    subject = subject_of(office, case.ref, "Please approve a letter")
    box = office.school.safeguarding_mailbox
    fields = {
        "lines": reply.unknown,
        "code": code,
        "confirm_link": office.mailto(box, subject, f"APPROVE {code} SIGNATURE"),
    }
    to, link = (report.from_address,), to_case(office.school, case.ref)
    office.queue_mail(notice_mail(office, "signature", to, ref=case.ref, link=link, fields=fields))


def _lines(
    office: Office, address: str, kind: type[SignatureAsked] | type[SignatureConfirmed]
) -> Iterator[str]:
    for entry in office.exports.entries():
        if isinstance(entry.event, kind) and entry.event.address.casefold() == address.casefold():
            yield from entry.event.lines
