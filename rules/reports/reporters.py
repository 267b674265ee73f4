"""Who sent a report, in kind: what the school knows of them decides whether a letter may be drafted unasked.

Only a known member of staff makes a draft. A parent has an interest in it, most of all the other parent of the same
child; an address that no mail server vouches for may be anybody's. A sender is never named by this.
"""

from collections.abc import Mapping

from ..mails.sender_check import doubt_about_sender
from ..people.conflict import Staff, is_pupils_own
from ..people.people import PeopleRegister
from ..texts.forms import FormTrust
from ..texts.report import Report
from ..words import ReporterKind
from .matching import writers_of

WHY_NOT: Mapping[ReporterKind, str] = {
    ReporterKind.PARENT: "it comes from a parent or carer",
    ReporterKind.OTHER_PARENT: "it comes from another parent or carer of the same child",
    ReporterKind.ADULT: "it comes from the adult whom it is about",
    ReporterKind.PUPIL: "it comes from a pupil",
    ReporterKind.UNKNOWN: "the school does not know who sent it",
    ReporterKind.UNVERIFIED: "nobody vouches for its sender, so it may be forged",
}
"""Why a person reads it first, for each kind of reporter but one."""


def reporter_of(report: Report, adult: str, register: PeopleRegister, staff: Staff) -> ReporterKind:
    """Which kind of reporter sent it.

    Args:
        report: the email.
        adult: whom it is about, by their id in the register; "" where nobody knows yet.
        register: the adults, their children, and the list of staff.
        staff: who the school's own people are, and by which server their addresses are vouched for.
    """
    if report.doubtful_from and report.from_address:
        return ReporterKind.UNVERIFIED
    kind = _claimed(report, adult, register, staff)
    if kind is ReporterKind.UNKNOWN or not _doubtful(report, staff):
        return kind
    return ReporterKind.UNVERIFIED


def may_draft(kind: ReporterKind) -> bool:
    """Whether a report of theirs may be drafted unasked, and voids what was drafted before it."""
    return kind is ReporterKind.STAFF


def _claimed(report: Report, adult: str, register: PeopleRegister, staff: Staff) -> ReporterKind:
    """Who it says it is from. Somebody near to the adult is that first, though they may work at the school too."""
    address = report.from_address.casefold()
    if report.form.source and report.form.system:
        known = report.form.trust is FormTrust.STAFF and report.form.known_sender
        return ReporterKind.STAFF if known else ReporterKind.UNKNOWN
    if not address:
        return ReporterKind.UNKNOWN
    by_mail = {one.person_id for one in register.adults_with_mail(address)}
    of_school = staff.is_own(address) or register.lists_as_staff(address)
    writers = by_mail | (writers_of(report, register) if of_school else frozenset())
    if adult in writers:
        return ReporterKind.ADULT
    if writers & _beside(adult, register):
        return ReporterKind.OTHER_PARENT
    if is_pupils_own(address, staff):
        return ReporterKind.PUPIL
    if of_school:
        return ReporterKind.STAFF
    return ReporterKind.PARENT if by_mail else ReporterKind.UNKNOWN


def _beside(adult: str, register: PeopleRegister) -> frozenset[str]:
    """The other parents and carers of this adult's children."""
    pupils = register.pupils_of(adult)
    return frozenset(one.person_id for pupil in pupils for one in register.adults_of(pupil.pupil_id))


def _doubtful(report: Report, staff: Staff) -> bool:
    """Whether nobody vouches for the address; where email comes by a server that is not named, nobody does."""
    if report.signed_in:
        return False
    unasked = staff.by_server and not staff.authserv_id
    return unasked or bool(doubt_about_sender(report, staff.authserv_id))
