from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import msgspec
import pytest
from made_events import KINDS, entry

from letterladder.ground.values import as_table
from letterladder.rules.cases.events import (
    AnyEvent,
    Event,
    Fact,
    HoldPlaced,
    MailAttached,
    MailMoved,
    ReportReceived,
    Triaged,
)
from letterladder.rules.cases.fold import fold
from letterladder.rules.privacy.redaction import Redaction, Term
from letterladder.rules.register.case_papers import papers_of
from letterladder.rules.register.register import register_rows
from letterladder.rules.register.register_case import CaseRecord, Names, head_of
from letterladder.rules.register.register_profile import View, record_for
from letterladder.rules.words import HoldFor, Profile, Why

MARK = "zqxjkv"
AT = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
PLAIN: dict[Any, Any] = {str: MARK, int: 1, bool: True, date: AT.date(), datetime: AT}


def filled(kind: Any) -> Any:
    """A value of this type in which every text is the mark."""
    if kind in PLAIN:
        return PLAIN[kind]
    parts, origin = get_args(kind), get_origin(kind)
    if isinstance(kind, UnionType):
        return filled(next(part for part in parts if part is not NoneType))
    if origin is list:
        return [filled(parts[0])]
    if origin is not None:
        return {filled(parts[0]): filled(parts[1])}
    return next(iter(kind)) if issubclass(kind, Enum) else of_struct(kind)


def of_struct(kind: type[Any]) -> Any:
    """Hashes, and references of emails, are hashes; all other fields are filled."""
    hashes = {"sha256", "mail", "template_sha256"}
    fields = msgspec.structs.fields(kind)
    return kind(**{one.name: "ab" * 32 if one.name in hashes else filled(one.type) for one in fields})


def shown(profile: Profile, *events: AnyEvent, own: frozenset[str] = frozenset()) -> CaseRecord:
    """The case of these events as this reader sees it; the mark is a name to withhold."""
    entries = [entry(event, seq, by=MARK) for seq, event in enumerate(events, start=1)]
    rows = tuple(register_rows("2026-0001", "Fellside", entries, lambda _: ""))
    case = fold("2026-0001", entries)
    names = Names(school="Fellside", pupils={}, conduct={})
    redaction = Redaction([Term(words=(MARK,), why=Why.OTHER_ADULT)])
    view = View(profile=profile, redaction=redaction, own_mails=own)
    return record_for(view, head_of(case, names, rows), rows)


def words_of(record: CaseRecord) -> str:
    """Everything a reader could see of it; conduct is the policy's own words."""
    rows = msgspec.json.encode(record.rows).decode()
    return rows + str({**as_table(record.head), "conduct": ()})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("profile", [Profile.GOVERNORS, Profile.SUBJECT])
def test_no_text_of_any_entry_gets_through(profile: Profile, kind: type[Event]) -> None:
    """Whatever kind of entry is added to the program: neither governors nor the adult read a name in it."""
    assert MARK not in words_of(shown(profile, of_struct(kind)))


def test_the_mark_is_there_for_a_panel() -> None:
    """Else the test above would prove nothing."""
    seen = [kind for kind in KINDS if MARK in words_of(shown(Profile.PANEL, of_struct(kind)))]
    assert len(seen) > 20


def test_governors_see_that_a_name_was_left_out() -> None:
    """A withheld child is not the same as none."""
    triaged = Triaged(pupils=["Kit"], conduct=[], clear=True)
    assert shown(Profile.GOVERNORS, triaged).head.pupils == ("withheld: a child",)
    assert shown(Profile.GOVERNORS, attached("aa")).head.pupils == ()


def test_what_the_adult_may_not_know_is_a_stub() -> None:
    """Its place in the log and the reason, nothing else; the reviewer sees what it was."""
    record = shown(Profile.SUBJECT, HoldPlaced(hold_for=HoldFor.POLICE, note="ring first"))
    (row,) = record.rows
    assert (row.summary, row.decision, row.kind) == ("An entry is withheld.", "", "Withheld")
    assert (row.withheld, row.seq) == ("police, social care or legal matter", 1)
    assert "ring first" in record.withheld[0].written


def attached(mail: str) -> MailAttached:
    return MailAttached(mail=mail, file=f"mail/{mail}.eml", received=AT, what="answer", summary="I am sorry")


def test_the_adult_reads_his_own_mails_and_nobody_elses() -> None:
    """Known by the address they came from."""
    record = shown(Profile.SUBJECT, attached("aa"), attached("bb"), own=frozenset({"aa"}))
    own, other = record.rows
    assert "I am sorry" in own.summary
    assert (other.summary, other.withheld) == (
        "An email from another person was added to the case.",
        "another person's own words",
    )


def test_a_mail_moved_to_another_case_is_no_paper_of_this_one() -> None:
    """It may tell of another family; the case it came to has it."""
    report = ReportReceived(mail="aa", file="mail/aa.eml", received=AT, fact=Fact())
    moved = MailMoved(mail="aa", from_ref="2026-0001", to_ref="2026-0002")
    events: list[AnyEvent] = [report, attached("bb"), moved]
    entries = [entry(event, seq) for seq, event in enumerate(events, start=1)]
    assert [paper.mail for paper in papers_of("2026-0001", entries)] == ["bb"]
    assert [paper.mail for paper in papers_of("2026-0002", entries)] == ["aa", "bb"]


@pytest.mark.parametrize("kind", KINDS)
def test_governors_read_no_sentence_of_the_log(kind: type[Event]) -> None:
    """So their rows are the same where the sentences are not even made."""
    entries = [entry(of_struct(kind), 1, by=MARK), entry(HoldPlaced(hold_for=HoldFor.LEGAL, note=MARK), 2)]
    names, view = (
        Names(school="s", pupils={}, conduct={}),
        View(profile=Profile.GOVERNORS, redaction=Redaction(())),
    )

    def read(*, told: bool) -> CaseRecord:
        rows = tuple(register_rows("2026-0001", "s", entries, lambda _: "", told=told))
        return record_for(view, head_of(fold("2026-0001", entries), names, rows), rows)

    assert read(told=False) == read(told=True)
