"""Delete one case: allowed only when closed, due and not held; logged before anything goes."""

import re
from dataclasses import dataclass

from ..ground.english import uk_date_short
from ..ground.errors import Problem, Refused
from ..rules.cases.case import Case
from ..rules.mails.folded_mails import fold_mails
from ..rules.office.exports import CaseForgotten
from ..rules.office.retention import Marks, fold_marks, keeping_of
from .office import Office

_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Rev", "Prof", "Sir", "Dame"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """Who wants which case deleted, and why; `early`: before its review day."""

    ref: str
    reason: str
    by: str
    early: bool = False


def forget_case(office: Office, order: Forget) -> int:
    """Log the deletion, then delete; returns how many files went. One that was cut short may be run again.

    Raises:
        Refused: there is no such case, it is open or held, its review day has not come, or the reason names somebody.
    """
    marks = fold_marks(office.deletions.entries()).get(order.ref, Marks())
    mails = _mails_of(office, order.ref)
    if not marks.forgotten:
        event = _allowed(office, order, marks, files=office.shredder.count(order.ref, mails))
        office.deletions.append(office.clock.now(), order.by, event, order=office.order)
    day = uk_date_short(office.clock.today())
    note = f"This case was deleted on {day}; see ledger/deletions.log."
    return office.shredder.forget(order.ref, note, mails)


def _mails_of(office: Office, ref: str) -> frozenset[str]:
    """The emails that belong to this case and to no other, also those that came a second time."""
    rows = [row for row in fold_mails(office.mail_log.entries()).values() if row.judged]
    here = {row.seen.sha256 for row in rows if row.judged and row.judged.ref == ref}
    return frozenset(here - {row.seen.sha256 for row in rows if row.judged and row.judged.ref != ref})


def _names_in(office: Office, case: Case, text: str) -> list[str]:
    """Names of the adult and the pupils of the case that are in a text."""
    register = office.people.read()
    people = [
        case.adult_name,
        *(register.pupils[one].full_name for one in case.pupils if one in register.pupils),
    ]
    words = set(re.findall(r"\w+", text.casefold()))
    names = dict.fromkeys(word for name in people for word in name.split() if word.strip(".") not in _TITLES)
    return [name for name in names if len(name) > 1 and name.casefold() in words]


def _allowed(office: Office, order: Forget, marks: Marks, *, files: int) -> CaseForgotten:
    entries = office.cases.read(order.ref)
    case = office.case(order.ref)
    keeping = keeping_of(case, entries, office.retention, marks)
    why_not = keeping.why_not(office.clock.today(), early=order.early)
    if case.hold:
        why_not = f"The case is on hold for {case.hold}."
    if why_not:
        what_to_do = "Close or release it first, or wait for its day (--early for a request for erasure)."
        raise Refused(Problem(where=order.ref, what=why_not, what_to_do=what_to_do))
    if named := _names_in(office, case, order.reason):
        what = f"The reason names {', '.join(named)}, and the reason stays in the log of deletions for ever."
        raise Refused(Problem(where="--reason", what=what, what_to_do="Give the reason without a name."))
    return CaseForgotten(
        ref=order.ref,
        reason=order.reason,
        retention=str(keeping.kept_as),
        entries=len(entries),
        files=files,
        last_hash=case.last_hash,
        sent=office.shredder.sent(order.ref),
    )
