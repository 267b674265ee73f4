"""Delete one case: allowed only when closed, due and not held; logged before anything goes."""

from dataclasses import dataclass, field
from pathlib import Path

from ..records.forgetting import count_files, forget_files
from ..records.office_log import OfficeLog
from ..rules.calendar import uk_date_short
from ..rules.errors import Problem, Refused
from ..rules.exports import CaseForgotten
from ..rules.retention import Marks, RetentionRules, fold_marks, keeping_of
from ..workflows.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """Who wants which case deleted, and why; `early`: before its review day; `rules`: how long cases are kept."""

    ref: str
    reason: str
    by: str
    early: bool = False
    rules: RetentionRules = field(default_factory=RetentionRules)


def forget_case(office: Office, data: Path, log: OfficeLog, order: Forget) -> int:
    """Log the deletion, then delete; returns how many files went. One that was cut short may be run again.

    Raises:
        Refused: there is no such case, it is open or held, or its review day has not come.
    """
    marks = fold_marks(log.entries()).get(order.ref, Marks())
    if not marks.forgotten:
        log.append(office.clock.now(), order.by, _allowed(office, data, order, marks))
    day = uk_date_short(office.clock.today())
    return forget_files(data, order.ref, f"This case was deleted on {day}; see ledger/deletions.log.")


def _allowed(office: Office, data: Path, order: Forget, marks: Marks) -> CaseForgotten:
    entries = office.cases.read(order.ref)
    case = office.case(order.ref)
    keeping = keeping_of(case, entries, order.rules, marks)
    why_not = keeping.why_not(office.clock.today(), early=order.early)
    if case.hold:
        why_not = f"The case is on hold for {case.hold}."
    if why_not:
        what_to_do = "Close or release it first, or wait for its day (--early for a request for erasure)."
        raise Refused(Problem(where=order.ref, what=why_not, what_to_do=what_to_do))
    return CaseForgotten(
        ref=order.ref,
        reason=order.reason,
        retention=str(keeping.kept_as),
        entries=len(entries),
        files=count_files(data, order.ref),
        last_hash=case.last_hash,
    )
