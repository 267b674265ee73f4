"""Every order has its act, can be kept as it is, and comes from a command line that decides nothing itself."""

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from office import DUNN, Rehearsal, an_office
from prepared import reported_school

from letterladder.ground.errors import Refused, WrongUsage
from letterladder.rules.cases.events import AnswerRecorded, HoldPlaced, ReminderSent
from letterladder.rules.office import orders
from letterladder.rules.standing.steps import Ask, AskApproval
from letterladder.rules.words import Channel, HoldFor, Outcome, RequestAbout
from letterladder.workflows.acts.carry_out import ACTS, carry_out
from letterladder.workflows.acts.on_letters import OfLetter

ROOT = Path(__file__).resolve().parents[3]
REF = "2026-0001"
VALUES: dict[Any, Any] = {
    str: "words, with “quotes”",
    bool: True,
    bytes: bytes(range(256)),
    date: date(2026, 11, 12),
    datetime: datetime(2026, 11, 12, 8, 5, tzinfo=UTC),
    tuple[orders.GivenFile, ...]: (orders.GivenFile(name="a.png", content=bytes(range(256))),),
    int: 7,
    Outcome: Outcome.REFUSED,
    Channel: Channel.PHONE,
    HoldFor: HoldFor.POLICE,
    RequestAbout: RequestAbout.COMPLAINT,
    tuple[str, ...]: ("P1", "P2"),
    dict[str, str]: {"platform": "Facebook"},
}


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """One report, whose first letter waits for approval."""
    return reported_school(tmp_path)


def filled(kind: type[orders.Order]) -> orders.Order:
    """An order with something in every field."""
    hints = get_type_hints(kind)
    names = {one.name for one in msgspec.structs.fields(kind)}
    plain = {name: VALUES[hint] for name, hint in hints.items() if name in names and hint in VALUES}
    return kind(**plain)


def test_every_order_has_an_act() -> None:
    """And there is no act of an order that cannot be kept."""
    assert set(get_args(orders.AnyOrder)) == ACTS.keys()


@pytest.mark.parametrize("kind", get_args(orders.AnyOrder), ids=lambda kind: kind.__name__)
def test_an_order_on_disk_is_the_order_that_was_given(kind: type[orders.Order]) -> None:
    """Every field comes back, bytes of a Word file too."""
    order = filled(kind)
    assert msgspec.json.decode(msgspec.json.encode(order), type=orders.AnyOrder) == order


def test_the_law_of_the_command_line_names_every_part_of_it() -> None:
    """A new desk/cli file may not slip past the contract."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    law = next(one for one in project["tool"]["importlinter"]["contracts"] if "acts" in one["name"])
    files = {f"letterladder.desk.{file.stem}" for file in (ROOT / "desk").glob("cli*.py")}
    assert set(law["source_modules"]) == files


def test_an_act_returns_what_now_stands(school: Rehearsal) -> None:
    """The letter that was approved, and what the case waits for: here for the post."""
    stood = carry_out(school.office, orders.Approve(ref=REF, by="Mrs Hollis"))
    assert isinstance(stood, OfLetter)
    assert stood.letter is not None
    assert (stood.letter.letter, isinstance(stood.waits_for, Ask), stood.refused) == ("L1", True, None)


def test_a_typed_approval_counts_however_long_the_letter_has_waited(school: Rehearsal) -> None:
    """It gets the dates of that day: approved on Friday 20 November, dated on Monday."""
    school.clock.turn_to(date(2026, 11, 20))
    carry_out(school.office, orders.Approve(ref=REF, by="Mrs Hollis"))
    assert (school.letters(), school.in_hand().date_on_letter) == (["L1.1 posting"], date(2026, 11, 23))


def test_a_typed_approval_of_a_letter_out_of_date_is_refused_and_the_case_goes_on(school: Rehearsal) -> None:
    """An edited letter has fixed dates. The refusal is part of what stands, and a new version was drafted."""
    file = school.office.cases.file(REF, school.in_hand().file)
    carry_out(school.office, orders.DraftLetter(ref=REF, by="office", file=file))
    school.clock.turn_to(date(2026, 11, 20))
    stood = carry_out(school.office, orders.Approve(ref=REF, by="Mrs Hollis"))
    assert "has passed" in str(stood.refused)
    assert school.letters() == ["L1.1 void", "L1.2 void", "L1.3 drafted"]


def test_a_draft_that_nobody_meant_is_not_approved(school: Rehearsal) -> None:
    """An approval of certain bytes is refused where others wait."""
    with pytest.raises(Refused, match="older draft"):
        carry_out(school.office, orders.Approve(ref=REF, by="Mrs Hollis", sha256="0" * 64))
    assert school.letters() == ["L1.1 drafted"]


@pytest.mark.parametrize(
    "order",
    [
        orders.WaiveDuty(ref=REF, by="root", named=False, rule="x", reason="y"),
        orders.Reopen(ref=REF, by="root", named=False, reason="y"),
        orders.Correct(ref=REF, by="root", named=False, line=1, what="y"),
        orders.ForgetCase(ref=REF, by="root", named=False, reason="y"),
    ],
    ids=lambda order: type(order).__name__,
)
def test_what_is_signed_is_not_done_for_an_account(order: orders.AnyOrder, school: Rehearsal) -> None:
    """The account of a machine is nobody's name, whoever translates the order."""
    before = school.case().last_seq
    with pytest.raises(WrongUsage, match="name"):
        carry_out(school.office, order)
    assert school.case().last_seq == before


def test_an_alert_ends_only_with_a_name(tmp_path: Path) -> None:
    """Clearing a case that is not stopped needs none."""
    school = an_office(tmp_path)
    school.report(what='"I am going to kill you"')
    order = orders.Triage(ref=REF, by="root", named=False, adult=DUNN, conduct=("threat",), clear=True)
    with pytest.raises(WrongUsage, match="signed with a name"):
        carry_out(school.office, order)
    assert school.case().alerted


def test_an_order_of_an_older_state_is_refused_with_what_changed(school: Rehearsal) -> None:
    """In the sentences of the case; nothing is done."""
    seen = school.case().last_seq
    carry_out(school.office, orders.PlaceHold(ref=REF, by="Mrs Binns", hold_for=HoldFor.POLICE))
    late = orders.Approve(ref=REF, by="Mrs Hollis", seen=seen)
    with pytest.raises(Refused, match=rf"since line {seen}: \({seen + 1}\) .*police.*--seen {seen + 1}"):
        carry_out(school.office, late)
    assert school.kinds()[-1] == HoldPlaced.__name__


def test_an_order_of_the_present_state_is_carried_out(school: Rehearsal) -> None:
    """The last line of the case was seen."""
    seen = school.case().last_seq
    stood = carry_out(school.office, orders.SendBack(ref=REF, by="Mrs Hollis", note="softer", seen=seen))
    assert not isinstance(stood.waits_for, AskApproval)


def test_a_reminder_makes_no_order_stale(school: Rehearsal) -> None:
    """It only says that one of our emails left; nothing that was decided on is otherwise."""
    seen = school.case().last_seq
    told = ReminderSent(
        about="approval", day=date(2026, 11, 4), stage="due", to=["a@b.example"], message_id="<1@b>"
    )
    school.office.note(REF, told)
    carry_out(school.office, orders.PlaceHold(ref=REF, by="Mr Sadiq", hold_for=HoldFor.POLICE, seen=seen))


def test_a_line_that_is_not_there_cannot_have_been_seen(school: Rehearsal) -> None:
    """The number belongs to another case, or lines were lost."""
    with pytest.raises(Refused, match="Line 99 was seen, but the case has"):
        carry_out(school.office, orders.ReleaseHold(ref=REF, by="Miss Treadwell", seen=99))


def test_an_answer_that_nobody_says_the_state_of_is_taken(school: Rehearsal) -> None:
    """`seen` is optional."""
    school.goes_out()
    said = orders.RecordAnswer(
        ref=REF,
        by="Mrs Binns",
        outcome=Outcome.REFUSED,
        channel=Channel.PHONE,
        on=school.clock.today(),
        summary="no",
    )
    carry_out(school.office, said)
    assert AnswerRecorded.__name__ in school.kinds()
