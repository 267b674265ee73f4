"""Which case an email belongs to is asked of the index: whatever was found by reading every log is found by it too."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes_mail import MemoryInbox
from mail_stories.test_first_run import FIRST, report
from mail_stories.test_machines_and_copies import bounce_of, by_mail, last
from office import DSL, DUNN, DUNN_MAIL, HEAD, THREAT, Rehearsal, an_office, edited, form, school_folder
from prepared import reported_school

from letterladder.ground.errors import Problem, WorldFailed
from letterladder.ground.values import replace
from letterladder.workflows.answering import TriageOrder, triage_case
from letterladder.workflows.filing_by_hand import file_by_hand
from letterladder.workflows.intake import judge_new_mail
from letterladder.workflows.keeping import keep_new_mail
from letterladder.workflows.office import Tally
from letterladder.workflows.rehearsing import dry_round
from letterladder.workflows.requesting import requests_of
from letterladder.workflows.rounds import run_round

STAFF = "Beth Aldous <b.aldous@larkfield.example>"
REPORT = f"From: b.aldous@larkfield.example\nMessage-ID: <r1@larkfield.example>\nSubject: Form\n\n{form()}"
ASKS = "Please send me all the personal data you hold about me. This is a subject access request."
WORSE = '"Mr Lowell is a useless old clown."'


def closed(tmp_path: Path) -> Rehearsal:
    """A school whose one case was closed, nearly a year before the day that it is now."""
    school = by_mail(tmp_path)
    school.day("2026-11-11")
    school.decided("none", "The post is gone.")
    assert school.case().state == "closed"
    school.day("2027-10-01")
    return school


def anew(school: Rehearsal, **fakes: object) -> Rehearsal:
    """The same school in another process."""
    other = an_office(school.folder.parent, school.clock.today(), **fakes)
    return replace(other, numbers=school.numbers)


def spoil(school: Rehearsal, ref: str) -> bytes:
    """Change a word in the first line of a log, so that its chain does not hold; what it held before."""
    log = school.folder / "data" / "cases" / ref / "case.log"
    whole = log.read_bytes()
    log.write_bytes(whole.replace(b'"by":"', b'"by":"not ', 1))
    return whole


def lose(school: Rehearsal, ref: str) -> None:
    """Delete a log."""
    (school.folder / "data" / "cases" / ref / "case.log").unlink()


# -- old cases ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["letter", "notice"])
def test_a_reply_to_a_case_that_was_closed_last_year_is_put_on_it(kind: str, tmp_path: Path) -> None:
    """By the Message-ID that it answers, whether its log mentions that email or not; from any address."""
    school = closed(tmp_path)
    ours = school.newest(kind, "2026-0001").message_id
    anew(school).write("R. Dunn <rd@elsewhere.example>", "Re: letter", "I have a question.", In_Reply_To=ours)
    school.round()
    assert last(school) == ("attached", "2026-0001")


def test_a_bounce_of_a_letter_of_last_year_is_put_on_its_case(tmp_path: Path) -> None:
    """However late it comes."""
    school = closed(tmp_path)
    school.deliver(bounce_of(school.newest("letter", "2026-0001").message_id, DUNN_MAIL))
    school.round()
    assert last(school) == ("bounce", "2026-0001")


def test_an_answer_to_a_question_of_a_closed_case_changes_nothing_and_is_told_of(tmp_path: Path) -> None:
    """The head presses the link of an old email: nothing happens, and the head hears that."""
    school = by_mail(tmp_path)
    school.day("2026-11-13")
    link = school.newest("decision", "2026-0001").links[0]
    school.decided("none", "The post is gone.")
    school.press(link, HEAD, "enough")
    school.round()
    assert (school.case().state, last(school)) == ("closed", ("attached", "2026-0001"))
    told = school.newest("notice", "2026-0001")
    assert (HEAD in told.to, told.about) == (True, "Your reply could not be accepted")


def test_a_further_report_after_a_closed_case_opens_a_new_one_that_is_linked(tmp_path: Path) -> None:
    """History counts: the first letter is that of an adult with an earlier case."""
    school = closed(tmp_path)
    school.report()
    assert last(school) == ("opened", "2027-0001")
    assert school.case("2027-0001").earlier.refs == ("2026-0001",)


def test_a_further_report_joins_the_open_case_though_an_older_one_is_closed(tmp_path: Path) -> None:
    """Of several cases of one adult the open one counts, whoever wrote on it last."""
    school = closed(tmp_path)
    school.report()
    other = anew(school)
    other.report(what=WORSE)
    assert last(school) == ("attached", "2027-0001")


# -- logs that cannot be read ------------------------------------------------------------------------------------


@pytest.mark.parametrize("breaks", [spoil, lose])
def test_a_report_about_an_adult_whose_case_cannot_be_read_waits_for_a_person(
    breaks: object, tmp_path: Path
) -> None:
    """Nothing is opened beside it; the reason names the case."""
    assert callable(breaks)
    school = an_office(tmp_path)
    school.report()
    breaks(school, "2026-0001")
    school.report(what=WORSE)
    row = school.mails()[-1]
    assert last(school) == ("intray", "")
    assert row.judged is not None
    assert "2026-0001, whose log cannot be read" in row.judged.reason
    assert not (school.folder / "data" / "cases" / "2026-0002").exists()


def test_danger_is_alerted_though_the_case_cannot_be_read(tmp_path: Path) -> None:
    """The DSL hears of it in the same round."""
    school = reported_school(tmp_path)
    spoil(school, "2026-0001")
    school.report(what=THREAT)
    assert last(school) == ("intray", "")
    assert DSL in school.newest("alert").to


def test_the_first_letter_waits_where_an_earlier_case_cannot_be_read(tmp_path: Path) -> None:
    """Which letter comes first depends on what went before; that it waits is said, and it is drafted afterwards."""
    school = closed(tmp_path)
    school.write(STAFF, "hm", "Something about a parent, I am not sure.")
    school.round()
    mail = school.mails()[-1].seen.sha256[:12]
    file_by_hand(school.office, mail, "new", TriageOrder(adult=DUNN), by="Mrs Binns")
    whole = spoil(school, "2026-0001")
    order = TriageOrder(conduct=("derogatory-staff",), pupils=("P1",), clear=True)
    triage_case(school.office, school.case("2027-0001"), order, by="Miss Treadwell")
    tally = school.round()
    assert (tally.drafted, "2027-0001" in {one.where for one in tally.problems}) == (0, True)
    (school.folder / "data" / "cases" / "2026-0001" / "case.log").write_bytes(whole)
    tally = school.round()
    assert (tally.drafted + tally.blocked, school.case("2027-0001").earlier.refs) == (1, ("2026-0001",))


def test_the_mornings_counts_are_right_though_logs_are_broken(tmp_path: Path) -> None:
    """A log that cannot be read stops no count of the others."""
    edited(school_folder(tmp_path), ("heartbeat = false", "heartbeat = true"))
    school = an_office(tmp_path)
    school.report()
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    school.write("x@elsewhere.example", "hm", "What is this about?")
    spoil(school, "2026-0002")
    school.day("2026-11-03")
    lines = dict(re.findall(r"^  (\w[\w -]+?)  +(\d+)", school.newest("heartbeat").text, re.MULTILINE))
    counted = {"In the in-tray": "1", "Open cases": "1", "Waiting for somebody": "1"}
    assert lines.items() >= {**counted, "Cases that cannot be read": "1"}.items()


def test_a_request_about_a_case_that_cannot_be_read_holds_up_no_other(tmp_path: Path) -> None:
    """The clock of the other one starts; the first one's starts once the log is back."""
    school = reported_school(tmp_path)
    school.write(f"Ross Dunn <{DUNN_MAIL}>", "request", ASKS)
    keep_new_mail(school.office, Tally())
    judge_new_mail(school.office, Tally())
    whole = spoil(school, "2026-0001")
    school.write("Ann Lee <ann.lee@elsewhere.example>", "request", ASKS)
    school.round()
    assert [one.who for one in requests_of(school.office).values()] == ["ann.lee@elsewhere.example"]
    (school.folder / "data" / "cases" / "2026-0001" / "case.log").write_bytes(whole)
    assert school.round().problems == []
    assert [one.ref for one in requests_of(school.office).values()] == ["", "2026-0001"]


# -- an email seen before ------------------------------------------------------------------------------------------


def test_a_mail_filed_by_hand_just_before_a_stop_leaves_the_in_tray(tmp_path: Path) -> None:
    """The case has it, the email log does not say so yet: the next round says it."""
    school = reported_school(tmp_path)
    school.write(STAFF, "hm", "Something about a parent, I am not sure.")
    school.round()
    mail = school.mails()[-1].seen.sha256[:12]
    stopping = replace(school.office, mail_log=StopsBeforeTheVerdict(school))
    with pytest.raises(KeyboardInterrupt):
        file_by_hand(stopping, mail, "2026-0001", TriageOrder(note="his"), by="Mrs Binns")
    assert last(school)[0] == "intray"
    anew(school).round()
    assert last(school) == ("attached", "2026-0001")


class StopsBeforeTheVerdict:
    """An email log whose program is stopped before it can write."""

    def __init__(self, school: Rehearsal) -> None:
        self._real = school.office.mail_log

    def append(self, *_: object) -> None:
        """The program ends."""
        raise KeyboardInterrupt

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


@pytest.mark.parametrize("number", [1, 2])
def test_a_copy_of_a_mail_that_an_earlier_process_judged_is_known(number: int, tmp_path: Path) -> None:
    """By its bytes, or by Message-ID and content where it came another way."""
    school = an_office(tmp_path)
    school.deliver(REPORT.encode())
    school.round()
    way = f"Received: from mx{number}.example\n" if number == 2 else ""
    other = anew(school)
    other.deliver((way + REPORT).encode())
    other.round()
    assert other.verdicts() == ["opened", "duplicate"]


@pytest.mark.parametrize("lost", ["index.sqlite", "ledger/places.txt"])
def test_a_dry_run_knows_a_copy_of_a_mail_and_writes_nothing(lost: str, tmp_path: Path) -> None:
    """Not into the data folder, and no derived file that is missing there."""
    school = an_office(tmp_path)
    school.deliver(REPORT.encode())
    school.round()
    school.deliver(f"Received: from mx.example\n{REPORT}".encode())
    (school.folder / "data" / lost).unlink()
    before = {path: path.stat().st_mtime_ns for path in school.folder.rglob("*")}
    tally = dry_round(anew(school).office)
    assert {path: path.stat().st_mtime_ns for path in school.folder.rglob("*")} == before
    assert (tally.counts()["duplicates"], tally.problems) == (1, [])


class Numbered(MemoryInbox):
    """A mailbox that moves nothing, and whose server numbers its emails again."""

    def put_aside(self, keys: Sequence[str]) -> None:
        """It does not move emails."""
        del keys
        raise WorldFailed(Problem(where=self.name, what="It does not move mails.", what_to_do="Wait."))

    def renumber(self, validity: int) -> None:
        """Another UIDVALIDITY, and the emails in another order."""
        mails = list(reversed(self.waiting.values()))
        keys = [f"{validity}:{number}" for number in range(1, len(mails) + 1)]
        self.waiting = {key: replace(mail, key=key) for key, mail in zip(keys, mails, strict=True)}


def test_two_mailboxes_that_are_renumbered_are_not_mixed_up(tmp_path: Path) -> None:
    """They use the same numbers and hold one email in common: each keeps its own, and none counts twice."""
    boxes = [Numbered("first"), Numbered("second")]
    for number, box in enumerate(boxes):
        box.deliver(b"From: x@elsewhere.example\nSubject: both\n\nHello both.")
        box.deliver(f"From: x@elsewhere.example\nSubject: {number}\n\nHello {number}.".encode())
    school = an_office(tmp_path)
    for validity in (1, 2, 3):
        for box in boxes:
            box.renumber(validity)
            anew(school, inbox=box).round()
    assert sorted((row.seen.mailbox, str(row.verdict)) for row in school.mails()) == [
        ("first", "intray"),
        ("first", "intray"),
        ("second", "duplicate"),
        ("second", "intray"),
    ]


def test_a_first_run_in_two_parts_by_two_processes_goes_on_as_it_began(tmp_path: Path) -> None:
    """The second process is not told from which day on: the log says it. What comes afterwards is new."""
    inbox = MemoryInbox(batch=10)
    for number in range(25):
        inbox.deliver(report(number), received=FIRST + timedelta(days=number))
    late = {key: inbox.waiting.pop(key) for key in list(inbox.waiting)[15:]}
    school = an_office(tmp_path, inbox=Away(inbox))
    run_round(school.office, since=date(2026, 10, 30))
    inbox.waiting |= late
    anew(school, inbox=inbox).round()
    inbox.deliver(report(99, "Mr Emeka Okoro"), received=FIRST)
    anew(school, inbox=inbox).round()
    assert (len(school.mails()), sum(row.seen.old for row in school.mails())) == (26, 20)


class Away:
    """A mailbox that goes away when all it has was shown."""

    def __init__(self, real: MemoryInbox) -> None:
        self.real, self.name, self.has_a_past = real, real.name, True

    def arrivals(self, known: object) -> object:
        """All of it, and then nothing answers."""
        assert callable(known)
        yield from self.real.arrivals(known)
        raise WorldFailed(Problem(where=self.name, what="It is away.", what_to_do="Wait."))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)
