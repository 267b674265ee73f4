"""The day's anchor: once, in school hours, logged before it is queued, and never lost in between."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import pytest
from fakes_disk import MemoryQueue
from office import DSL, HEAD, Rehearsal, an_office, edited, school_folder

from letterladder.ground.errors import Problem, WorldFailed
from letterladder.ground.values import replace
from letterladder.rules.mails.outgoing import OutgoingMail
from letterladder.rules.office.anchors import anchors_in, grouped, misfit
from letterladder.rules.office.exports import AnchorMade, BreakAcknowledged, CaseForgotten, LogHead
from letterladder.workflows.anchor_book import MemoryAnchors
from letterladder.workflows.anchoring import anchor
from letterladder.workflows.office import Office, Tally

ON = ("[anchor]\non = false", "[anchor]\non = true")
MAILS = LogHead(log="ledger/mails.log", seq=3, hash="a" * 64)
CASE = LogHead(log="cases/2026-0001/case.log", seq=4, hash="b" * 64)


class StoppedClock:
    """A clock that is at one moment, UTC."""

    def __init__(self, moment: str) -> None:
        self._now = datetime.fromisoformat(moment).replace(tzinfo=UTC)

    def now(self) -> datetime:
        """The moment."""
        return self._now

    def today(self) -> date:
        """Its day."""
        return self._now.date()


class FullDisk(MemoryQueue):
    """A queue on a disk that is full."""

    def put(self, mail: OutgoingMail) -> None:
        """Is not kept."""
        problem = Problem(where=mail.message_id, what="The disk is full.", what_to_do="Free some space.")
        raise WorldFailed(problem)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A school that has switched the anchor on; its queue and its anchors are in memory."""
    edited(school_folder(tmp_path), ON)
    return an_office(tmp_path, queue=MemoryQueue(), anchors=MemoryAnchors(MAILS, CASE)).office


def at(office: Office, moment: str) -> Tally:
    """The part of a round that is about the anchor, at this moment of UTC."""
    tally = Tally()
    anchor(replace(office, clock=StoppedClock(moment)), tally)
    return tally


def kinds(office: Office) -> list[str]:
    """The kinds of the lines in the log of anchors."""
    return [type(entry.event).__name__ for entry in office.anchors.entries()]


def anchors(office: Office) -> list[AnchorMade]:
    """All anchors made."""
    return list(anchors_in(office.anchors.entries()))


def test_it_is_logged_then_queued_and_that_is_logged(office: Office) -> None:
    """So that a stop at any place can be made good."""
    at(office, "2026-11-02 10:00")
    (made,) = anchors(office)
    assert kinds(office) == ["AnchorMade", "AnchorQueued"]
    assert (made.heads, made.logs, made.before, misfit(made, "")) == ([CASE, MAILS], 2, "", "")
    assert [mail.message_id for mail in office.queue.waiting()] == [made.message_id]


def test_the_mail_carries_the_number_and_names_nobody(office: Office) -> None:
    """To the two roles of the settings; grouped for reading, and no case, adult or pupil in it."""
    at(office, "2026-11-02 10:00")
    (mail,), (made,) = office.queue.waiting(), anchors(office)
    assert mail.to == (HEAD, DSL)
    assert "".join(grouped(made.root).split()) in "".join(mail.text.split())
    assert "2 November 2026" in mail.subject
    assert "2026-0001" not in mail.subject + mail.text


@pytest.mark.parametrize(
    ("expected", "moment"),
    [
        (0, "2026-11-02 06:59"),
        (1, "2026-11-02 07:00"),
        (1, "2026-11-02 17:59"),
        (0, "2026-11-02 18:00"),
        (0, "2026-11-01 10:00"),
        (0, "2026-12-25 10:00"),
        (1, "2031-05-25 03:00"),
    ],
)
def test_no_mail_at_night_or_on_a_closed_day(office: Office, expected: int, moment: str) -> None:
    """As for reminders; where the calendar has ended the anchor does not fall silent."""
    at(office, moment)
    assert len(anchors(office)) == expected


def test_a_day_has_one_anchor(office: Office) -> None:
    """Also where the logs go on afterwards; the next day's begins where this one ended."""
    for moment in ("2026-11-02 10:00", "2026-11-02 11:00", "2026-11-03 10:00"):
        at(office, moment)
    first, second = anchors(office)
    assert (first.day, second.day) == ("2026-11-02", "2026-11-03")
    assert (second.heads, second.logs, second.before) == ([], 2, first.root)
    assert len(office.queue.waiting()) == 2


def test_a_school_that_did_not_ask_gets_none(tmp_path: Path) -> None:
    """The anchor is off unless it is switched on."""
    office = an_office(tmp_path, anchors=MemoryAnchors(MAILS)).office
    at(office, "2026-11-02 10:00")
    assert kinds(office) == []


def test_a_stop_between_log_and_queue_loses_no_mail(office: Office) -> None:
    """The next round queues the same email, whatever the hour, under the Message-ID that was logged."""
    with pytest.raises(WorldFailed):
        at(replace(office, queue=FullDisk()), "2026-11-02 10:00")
    assert kinds(office) == ["AnchorMade"]
    at(office, "2026-11-02 22:00")
    assert kinds(office) == ["AnchorMade", "AnchorQueued"]
    assert [mail.message_id for mail in office.queue.waiting()] == [anchors(office)[0].message_id]


def test_a_stop_after_the_queue_sends_no_second_mail(office: Office) -> None:
    """It is put there again, and the queue knows it, also when it has gone out."""
    at(office, "2026-11-02 10:00")
    (mail,) = office.queue.waiting()
    office.queue.sent(mail.message_id)
    before = MemoryAnchors(MAILS, CASE)
    before.log = list(office.anchors.entries())[:1]
    at(replace(office, anchors=before), "2026-11-02 11:00")
    assert office.queue.waiting() == []
    assert len(before.log) == 2


def test_the_mail_of_yesterday_is_not_forgotten_over_todays(office: Office) -> None:
    """Where the program stopped for the night between log and queue, both go out."""
    with pytest.raises(WorldFailed):
        at(replace(office, queue=FullDisk()), "2026-11-02 10:00")
    at(office, "2026-11-03 10:00")
    assert [made.day for made in anchors(office)] == ["2026-11-02", "2026-11-03"]
    assert len(office.queue.waiting()) == 2


@pytest.mark.parametrize(
    ("expected", "now"),
    [([], LogHead(log=CASE.log, seq=5, hash="c")), ([CASE.log], LogHead(log=CASE.log, seq=3, hash="c"))],
)
def test_a_log_that_became_shorter_is_a_problem_of_the_round(
    office: Office, expected: list[str], now: LogHead
) -> None:
    """Nobody need run `verify` to hear of it."""
    at(office, "2026-11-02 10:00")
    later = MemoryAnchors(MAILS, now)
    later.log = list(office.anchors.entries())
    tally = at(replace(office, anchors=later), "2026-11-03 10:00")
    assert [problem.where for problem in tally.problems] == expected


def test_a_whole_round_sends_it(tmp_path: Path) -> None:
    """Once, in the same round, on the disk as in earnest."""
    edited(school_folder(tmp_path), ON)
    school: Rehearsal = an_office(tmp_path)
    school.report()
    school.round()
    (mail,) = [mail for mail in school.sent_mails() if mail.kind == "anchor"]
    assert mail.to == (HEAD, DSL)
    assert kinds(school.office) == ["AnchorMade", "AnchorQueued"]


def test_a_case_that_vanished_is_said_by_the_round(office: Office) -> None:
    """With its log nothing is left that could be compared: the anchor of the day before names it."""
    at(office, "2026-11-02 10:00")
    gone = replace(office, anchors=office.anchors)
    cast(MemoryAnchors, gone.anchors).stand = [MAILS]
    (problem,) = at(gone, "2026-11-03 10:00").problems
    assert (problem.where, problem.what.partition(",")[0]) == (CASE.log, "The whole case is gone")


def test_a_case_that_was_deleted_is_not(office: Office) -> None:
    """The log of deletions mentions it."""
    at(office, "2026-11-02 10:00")
    event = CaseForgotten(ref="2026-0001", reason="x", retention="c", entries=4, files=1, last_hash="b" * 64)
    office.deletions.append(office.clock.now(), "x", event)
    cast(MemoryAnchors, office.anchors).stand = [MAILS]
    assert at(office, "2026-11-03 10:00").problems == []


def acknowledged(office: Office, *names: str, stands: tuple[LogHead, ...] = ()) -> None:
    """These people acknowledge that the case does not fit any more."""
    for name in names:
        said = BreakAcknowledged(
            lost=[CASE],
            stands=list(stands),
            numbers=[],
            why="restored",
            email=f"{name}@x.example",
            way="signed-in",
        )
        office.anchors.append(office.clock.now(), name, said)


@pytest.mark.parametrize(
    ("expected", "names"), [(1, ["Hollis"]), (1, ["Hollis", "Hollis"]), (0, ["Hollis", "Binns"])]
)
@pytest.mark.parametrize("now", [(), (LogHead(log=CASE.log, seq=3, hash="c"),)], ids=["gone", "shorter"])
def test_the_round_is_quiet_about_what_two_acknowledged(
    office: Office, expected: int, names: list[str], now: tuple[LogHead, ...]
) -> None:
    """A case that is gone and one that went back; one person is not enough."""
    at(office, "2026-11-02 10:00")
    cast(MemoryAnchors, office.anchors).stand = [MAILS, *now]
    acknowledged(office, *names, stands=now)
    assert len(at(office, "2026-11-03 10:00").problems) == expected


def test_the_round_tells_of_what_goes_back_after_that(office: Office) -> None:
    """It compares with where the log stood when it was acknowledged."""
    at(office, "2026-11-02 10:00")
    three, two = (LogHead(log=CASE.log, seq=seq, hash="c") for seq in (3, 2))
    acknowledged(office, "Hollis", "Binns", stands=(three,))
    cast(MemoryAnchors, office.anchors).stand = [MAILS, two]
    assert len(at(office, "2026-11-03 10:00").problems) == 1


def test_the_next_anchor_names_the_last_word_and_its_email_who_said_it(office: Office) -> None:
    """So that a changed word shows, and a forged one, to those who get the email; the anchor after it does not."""
    at(office, "2026-11-02 10:00")
    acknowledged(office, "Hollis", "Binns")
    at(office, "2026-11-03 10:00")
    at(office, "2026-11-04 10:00")
    heads = [
        [(head.log, head.seq) for head in made.heads if "anchors.log" in head.log] for made in anchors(office)
    ]
    assert heads == [[], [("ledger/anchors.log", 4)], []]
    texts = [mail.text for mail in office.queue.waiting()]
    assert ["in the name of Hollis and Binns" in " ".join(text.split()) for text in texts] == [
        False,
        True,
        False,
    ]


def test_a_word_makes_no_second_anchor_of_the_day(office: Office) -> None:
    """It is the last line of the log of anchors, and about none."""
    at(office, "2026-11-02 10:00")
    acknowledged(office, "Hollis")
    at(office, "2026-11-02 11:00")
    assert len(anchors(office)) == 1


def test_a_word_after_a_stop_loses_no_email_of_the_anchor(office: Office) -> None:
    """The program stopped between the log and the queue, and somebody acknowledged a break before the next round."""
    with pytest.raises(WorldFailed):
        at(replace(office, queue=FullDisk()), "2026-11-02 10:00")
    acknowledged(office, "Hollis")
    at(office, "2026-11-02 22:00")
    at(office, "2026-11-02 22:10")
    assert [mail.message_id for mail in office.queue.waiting()] == [anchors(office)[0].message_id]
    assert kinds(office) == ["AnchorMade", "BreakAcknowledged", "AnchorQueued"]
