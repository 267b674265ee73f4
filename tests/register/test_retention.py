from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from made_events import entry
from register.big_school import BigSchool, make_big_school
from register.reading import readable

from letterladder.desk.clock import RehearsalClock
from letterladder.ground.errors import Refused
from letterladder.ground.values import replace
from letterladder.records.logs.office_log import DELETIONS, OfficeLog
from letterladder.records.verify.verify import verify
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import AlertRaised, AnyEvent, CaseClosed, CaseReopened
from letterladder.rules.office.exports import (
    CaseForgotten,
    OfficeEntry,
    RetentionHeld,
    RetentionReleased,
    RetentionReviewed,
)
from letterladder.rules.office.retention import Keeping, KeptAs, Marks, RetentionRules, fold_marks, keeping_of
from letterladder.workflows.forgetting import Forget, forget_case

REF = "2026-0001"
POSTED = ((date(2026, 11, 3), "L1"),)
ALERT = AlertRaised(flags=[], told=[], message_id="")
CLOSED = CaseClosed(reason="done")


def keeping(
    *events: AnyEvent, history: tuple[tuple[date, str], ...] = POSTED, marks: Marks | None = None
) -> Keeping:
    """Of a case with these events, all on 9 November 2026."""
    case = Case(ref=REF, history=history)
    return keeping_of(case, [entry(event) for event in events], RetentionRules(), marks or Marks())


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ((KeptAs.COMPLAINT, date(2032, 11, 9)), keeping(CLOSED)),
        ((KeptAs.CORRESPONDENCE, date(2029, 11, 9)), keeping(CLOSED, history=())),
        ((KeptAs.CHILD_PROTECTION, None), keeping(ALERT, CLOSED)),
        ((KeptAs.COMPLAINT, None), keeping()),
        ((KeptAs.COMPLAINT, None), keeping(CLOSED, CaseReopened(reason="more"))),
        ((KeptAs.COMPLAINT, date(2040, 1, 1)), keeping(CLOSED, marks=Marks(keep_until=date(2040, 1, 1)))),
    ],
)
def test_a_case_is_looked_at_again_by_its_class(expected: tuple[KeptAs, date | None], found: Keeping) -> None:
    """Counted from the day it was closed; an open case has no day, and a review may set another."""
    assert (found.kept_as, found.review_on) == expected


@pytest.mark.parametrize(
    ("expected", "day", "found"),
    [
        (False, date(2032, 11, 8), keeping(CLOSED)),
        (True, date(2032, 11, 9), keeping(CLOSED)),
        (True, date(2026, 11, 9), keeping(ALERT, CLOSED)),
        (False, date(2050, 1, 1), keeping()),
        (False, date(2050, 1, 1), keeping(CLOSED, marks=Marks(held="court"))),
    ],
)
def test_the_review_list_holds_what_is_due(expected: bool, day: date, found: Keeping) -> None:
    """Not what is open or held; child protection content at once, for a person must set its day."""
    assert found.is_due(day) is expected


def noted(*events: RetentionHeld | RetentionReleased | RetentionReviewed | CaseForgotten) -> Marks:
    at = datetime(2026, 11, 9, tzinfo=UTC)
    lines = [OfficeEntry(seq=seq, at=at, by="x", event=event) for seq, event in enumerate(events, start=1)]
    return fold_marks(lines).get(REF, Marks())


def test_a_hold_outlives_a_review_and_ends_by_release() -> None:
    """Each keeps what the other said."""
    held, kept = (
        RetentionHeld(ref=REF, reason="court"),
        RetentionReviewed(ref=REF, keep_until="2040-01-01", reason=""),
    )
    assert noted(held, kept) == noted(kept, held) == Marks(held="court", keep_until=date(2040, 1, 1))
    assert noted(held, kept, RetentionReleased(ref=REF, reason="over")) == Marks(keep_until=date(2040, 1, 1))


@pytest.fixture
def school(tmp_path: Path) -> BigSchool:
    return make_big_school(tmp_path / "school", families=6, cases=2)


def forget(school: BigSchool, *, early: bool = True, year: int = 2026) -> int:
    office = replace(school.office, clock=RehearsalClock(date(year, 12, 1)))
    order = Forget(ref=REF, reason="asked for erasure", by="Mrs Binns", early=early)
    return forget_case(office, order)


def test_what_is_forgotten_is_gone_and_the_log_says_so(school: BigSchool) -> None:
    """Files, not the line that says who deleted what and why; everything else still fits."""
    data, secret = school.folder / "data", school.secrets[REF]
    assert forget(school) == 8
    (line,) = OfficeLog(data / "ledger", DELETIONS).entries()
    assert isinstance(line.event, CaseForgotten)
    assert (line.by, line.event.ref, line.event.reason) == ("Mrs Binns", REF, "asked for erasure")
    assert not [path for path in data.rglob("*") if path.is_file() and secret in readable(path)]
    assert verify(data) == []
    assert school.office.cases.refs() == ["2026-0002"]


def test_its_number_is_never_given_again(school: BigSchool) -> None:
    """Else an old letter would point to another family."""
    forget(school)
    assert school.office.cases.new_ref(2026) == "2026-0003"


def test_nothing_is_forgotten_before_its_day(school: BigSchool) -> None:
    """Unless a person says that it is early; once the day has come it may go."""
    with pytest.raises(Refused):
        forget(school, early=False, year=2026)
    assert len(school.office.cases.refs()) == 2
    assert forget(school, early=False, year=2032) == 8


def test_a_held_case_is_never_forgotten(school: BigSchool) -> None:
    """However old it is."""
    log = OfficeLog(school.folder / "data" / "ledger", DELETIONS)
    log.append(school.office.clock.now(), "x", RetentionHeld(ref=REF, reason="court"))
    with pytest.raises(Refused, match="court"):
        forget(school, year=2040)


def test_a_deletion_cut_short_can_be_run_again(school: BigSchool) -> None:
    """The log has one line of it, and the rest goes."""
    forget(school)
    rest = school.folder / "data" / "cases" / REF / "left.txt"
    rest.write_text("left over", encoding="utf-8")
    assert forget(school) == 1
    assert len(OfficeLog(school.folder / "data" / "ledger", DELETIONS).entries()) == 1
    assert not rest.exists()
