"""Two people acknowledge a break: each in person, with a receipt, and only where something is broken."""

from pathlib import Path

import pytest
from fakes_disk import MemoryQueue
from office import DSL, HEAD, an_office, edited, school_folder

from letterladder.ground.errors import Problem, Refused, WrongUsage
from letterladder.ground.values import replace
from letterladder.rules.office.acknowledged import Breaks, Words, still_known
from letterladder.rules.office.anchors import anchors_in
from letterladder.rules.office.exports import BreakAcknowledged, LogHead
from letterladder.workflows.acts.on_anchors import AcknowledgeBreak, Acknowledged, acknowledge
from letterladder.workflows.anchor_book import MemoryAnchors
from letterladder.workflows.anchoring import anchor
from letterladder.workflows.office import Office, Tally

MAILS = LogHead(log="ledger/mails.log", seq=3, hash="a" * 64)
CASE = LogHead(log="cases/2026-0001/case.log", seq=4, hash="b" * 64)
BREAKS = Breaks(lost=(CASE,))
NUMBER = "0f3c91aa27d05b1e"
ON = ("[anchor]\non = false", "[anchor]\non = true")


@pytest.fixture(name="office")
def a_real_office(tmp_path: Path) -> Office:
    """A school's own office, no rehearsal; its first anchor is taken."""
    edited(school_folder(tmp_path), ON)
    made = an_office(tmp_path, queue=MemoryQueue(), anchors=MemoryAnchors(MAILS, CASE)).office
    office = replace(made, rehearsal=False)
    anchor(office, Tally())
    return office


def give(
    office: Office,
    by: str,
    *numbers: str,
    breaks: Breaks = BREAKS,
    way: str = "signed-in",
    why: str = "restored",
) -> Acknowledged:
    """This person acknowledges it."""
    return acknowledge(office, AcknowledgeBreak(by=by, way=way, why=why, breaks=breaks, numbers=numbers))


def words(office: Office) -> list[tuple[str, BreakAcknowledged]]:
    return [
        (one.by, one.event) for one in office.anchors.entries() if isinstance(one.event, BreakAcknowledged)
    ]


def receipts(office: Office) -> list[tuple[str, ...]]:
    return [mail.to for mail in office.queue.waiting() if "recorded in your name" in mail.subject]


def test_each_says_it_and_gets_a_receipt(office: Office) -> None:
    """In their full name, at their own address; the first waits for the second."""
    first = give(office, DSL)
    assert (first.counts, first.waits) == ("", "cases/2026-0001/case.log (line 4)")
    second = give(office, HEAD)
    assert (second.counts, second.waits) == ("cases/2026-0001/case.log (line 4)", "")
    assert [(by, said.lost, said.email) for by, said in words(office)] == [
        ("Miss Joan Treadwell", [CASE], DSL),
        ("Mrs Anita Hollis", [CASE], HEAD),
    ]
    assert receipts(office) == [(DSL,), (HEAD,)]


def test_the_receipt_says_what_it_was(office: Office) -> None:
    """The log, the number, the reason, and how; nothing is posted by it."""
    give(office, DSL, NUMBER)
    (mail,) = [mail for mail in office.queue.waiting() if mail.to == (DSL,)]
    text = " ".join(mail.text.split())
    for part in (CASE.log, "0f3c 91aa 27d0 5b1e", "restored", "signed in as you"):
        assert part in text
    assert "posted" not in text


@pytest.mark.parametrize("way", ["command", "mail"])
def test_a_typed_name_acknowledges_nothing(office: Office, way: str) -> None:
    """Anybody can type it."""
    with pytest.raises(Refused, match="by a typed name alone"):
        give(office, "Mrs Anita Hollis", way=way)
    assert (words(office), receipts(office)) == ([], [])


@pytest.mark.parametrize("by", ["office@larkfield.example", "Mr Nobody", "the root user"])
def test_only_some_may(office: Office, by: str) -> None:
    """Neither somebody else of the school nor nobody."""
    with pytest.raises(Refused):
        give(office, by)
    assert words(office) == []


def test_whoever_gets_the_anchor_may(office: Office) -> None:
    """They hold the numbers that it is about."""
    who = next(one for one in office.school.holders if one.email not in {DSL, HEAD})
    anchoring = replace(office.school.anchoring, to=tuple(office.school.people))
    give(replace(office, school=replace(office.school, anchoring=anchoring)), who.email)
    assert [by for by, _ in words(office)] == [who.name]


def test_the_same_person_twice_is_refused(office: Office) -> None:
    """By name, by role, and by address."""
    give(office, HEAD)
    for by in (HEAD, "Mrs Anita Hollis", "head"):
        with pytest.raises(Refused, match="has acknowledged all of this already"):
            give(office, by)
    assert len(words(office)) == 1
    assert receipts(office) == [(HEAD,)]


def test_with_nothing_broken_nothing_is_written(office: Office) -> None:
    """Nor when two have said it already."""
    with pytest.raises(Refused, match="Nothing is broken"):
        give(office, HEAD, breaks=Breaks())
    give(office, HEAD, NUMBER, breaks=Breaks())
    give(office, DSL, NUMBER, breaks=Breaks())
    with pytest.raises(Refused, match="Nothing is broken"):
        give(office, HEAD, NUMBER, breaks=Breaks())
    assert len(words(office)) == 2


def test_a_number_that_is_here_is_no_break(office: Office) -> None:
    """It fits, or `verify` says what does not."""
    (made,) = anchors_in(office.anchors.entries())
    with pytest.raises(Refused, match="this folder has it"):
        give(office, HEAD, made.root[:16])
    assert words(office) == []


@pytest.mark.parametrize("why", ["", "  "])
def test_it_has_a_reason(office: Office, why: str) -> None:
    """In words."""
    with pytest.raises(WrongUsage):
        give(office, HEAD, why=why)


def test_a_log_of_anchors_that_does_not_fit_itself_takes_no_words(office: Office) -> None:
    """They would be built on sand."""
    book = (Problem(where="ledger/anchors.log", what="It was rewritten.", what_to_do="x"),)
    with pytest.raises(Refused, match="log of anchors itself"):
        give(office, HEAD, breaks=Breaks(lost=(CASE,), book=book))
    assert words(office) == []


def test_the_second_counts_for_what_both_named(office: Office) -> None:
    """What broke meanwhile waits for the first to say it, too; he says no more than that."""
    give(office, HEAD)
    second = give(office, DSL, breaks=Breaks(lost=(CASE, MAILS)))
    assert (second.counts, second.waits) == (
        "cases/2026-0001/case.log (line 4)",
        "ledger/mails.log (line 3)",
    )
    give(office, HEAD, breaks=Breaks(lost=(MAILS,)))
    assert still_known(office.anchors.entries()) == {}
    assert Words(office.anchors.entries()).all[2].said.lost == [MAILS]
