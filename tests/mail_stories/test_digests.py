"""One email a day to each person instead of one for each case: nothing is lost, nothing is told twice."""

from pathlib import Path

import pytest
from office import DSL, HEAD, OFFICE, THREAT, Rehearsal, SentMail, an_office, edited, form, school_folder

from letterladder.ground.errors import Problem, WorldFailed
from letterladder.records.verify.verify import verify
from letterladder.workflows.forgetting import Forget, forget_case
from letterladder.workflows.notices import tell
from letterladder.workflows.wanted import digests_made

ON = ("from_hour = 7", "from_hour = 7\ndigest = true")
REF = "2026-0001"


def a_school(tmp_path: Path, *changes: tuple[str, str]) -> Rehearsal:
    """A school that wants one email a day."""
    edited(school_folder(tmp_path), *(changes or (ON,)))
    return an_office(tmp_path)


def approved(school: Rehearsal) -> Rehearsal:
    """The head approves a letter on Monday at ten; it is dated Tuesday."""
    school.report()
    school.head_approves()
    assert str(school.in_hand().date_on_letter) == "2026-11-03"
    return school


def digests(school: Rehearsal) -> list[SentMail]:
    """Every digest that was sent."""
    return [mail for mail in school.sent_mails() if mail.kind == "digest"]


def to_post(school: Rehearsal) -> list[SentMail]:
    """Every email of its own about a letter to post."""
    return [mail for mail in school.sent_mails() if mail.about.startswith("Please post")]


def test_without_the_setting_each_goes_by_itself(tmp_path: Path) -> None:
    """The office hears at once of a letter to post."""
    school = approved(an_office(tmp_path))
    school.at("2026-11-03 08:05")
    assert (len(to_post(school)), digests(school)) == (1, [])


def test_what_can_wait_is_told_in_the_morning(tmp_path: Path) -> None:
    """A letter to post on Tuesday is in Tuesday's digest, with its case, what to do and by when."""
    school = approved(a_school(tmp_path))
    school.at("2026-11-03 07:30")
    assert (to_post(school), digests(school)) == ([], [])
    school.at("2026-11-03 08:05")
    (mail,) = digests(school)
    assert (mail.to, mail.about) == ((OFFICE,), "Please look: 1 thing, 1 of them today")
    lines = (
        "Case   2026-0001",
        "To do  Please post a letter (Request to remove online content)",
        "Until  today",
    )
    assert [one for one in lines if one not in mail.text] == [], mail.text
    assert to_post(school) == []
    assert verify(school.folder / "data") == []


def test_it_names_nobody(tmp_path: Path) -> None:
    """The adult, the child and the words of the report are on the case's page and not in the email."""
    school = approved(a_school(tmp_path))
    school.at("2026-11-03 08:05")
    (mail,) = digests(school)
    assert not any(words in mail.text + mail.subject for words in ("Dunn", "Ella", "Lowell", "clown"))


def test_the_log_says_which_digest_told_what(tmp_path: Path) -> None:
    """For each person the email, and the Message-IDs of those that it stands for; they are kept on disk."""
    school = approved(a_school(tmp_path))
    school.at("2026-11-03 08:05")
    (made,) = digests_made(school.office)
    kept = [file.read_text() for file in (school.folder / "data" / "outbox" / "gathered").glob("*.json")]
    assert (made.to, made.message_id) == (OFFICE, digests(school)[0].message_id)
    assert [one for one in made.told if not any(one in text for text in kept)] == []


def test_a_daemon_that_was_down_at_that_hour_makes_it_up(tmp_path: Path) -> None:
    """The first round of Tuesday is at two in the afternoon."""
    school = approved(a_school(tmp_path))
    school.at("2026-11-03 14:00")
    school.at("2026-11-03 14:15")
    assert len(digests(school)) == 1


def test_what_comes_up_later_waits_for_the_next_morning(tmp_path: Path) -> None:
    """Nobody gets two on one day, and none comes on a day on which there is nothing to say."""
    school = approved(a_school(tmp_path))
    school.at("2026-11-03 08:05")
    tell(school.office, "undelivered", ("office",), ref=REF, to="x@example.org")
    school.at("2026-11-03 12:00")
    school.office_posts()
    school.at("2026-11-03 17:00")
    assert len(digests(school)) == 1
    school.at("2026-11-04 08:05")
    assert len(digests(school)) == 2
    school.at("2026-11-05 08:05")
    assert len(digests(school)) == 2


def test_what_is_settled_by_the_morning_is_not_told(tmp_path: Path) -> None:
    """The office posted it and ticked it off before eight."""
    school = approved(a_school(tmp_path))
    school.clock.turn_to(school.clock.today().replace(day=3), 7, 30)
    school.office_posts()
    school.at("2026-11-03 08:05")
    assert (digests(school), to_post(school)) == ([], [])
    assert list(school.office.queue.waiting()) == []
    assert verify(school.folder / "data") == []


def test_approvals_and_alerts_go_by_themselves(tmp_path: Path) -> None:
    """An approval has its code and its buttons, and danger does not wait for the morning."""
    school = a_school(tmp_path)
    school.report()
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A", what=THREAT)
    assert {"approval", "alert"} <= {mail.kind for mail in school.sent_mails()}


def test_two_people_are_told_each_for_themselves(tmp_path: Path) -> None:
    """An email to the office and the DSL is a line in the digest of each."""
    school = approved(a_school(tmp_path))
    tell(school.office, "undelivered", ("office", "dsl"), ref=REF, to="x@example.org")
    school.at("2026-11-03 08:05")
    found = {mail.to: mail.text.count("To do") for mail in digests(school)}
    assert found == {(OFFICE,): 2, (DSL,): 1}


@pytest.mark.parametrize("stop_at", ["queue_mail", "append", "gather"])
def test_a_stop_in_between_tells_nobody_twice_and_nobody_too_little(
    tmp_path: Path, stop_at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the digest is queued, before the log says so, and before what it tells of has left the queue."""
    school = approved(a_school(tmp_path))
    tell(school.office, "undelivered", ("office", "dsl"), ref=REF, to="x@example.org")
    places = {
        "queue_mail": (type(school.office), "queue_mail"),
        "append": (type(school.office.telling), "append"),
        "gather": (type(school.office.queue), "gather"),
    }
    with monkeypatch.context() as broken:
        broken.setattr(*places[stop_at], _stops)
        school.at("2026-11-03 08:05")
    assert to_post(school) == []
    school.at("2026-11-03 08:20")
    school.at("2026-11-03 08:35")
    assert sorted(mail.to for mail in digests(school)) == [(DSL,), (OFFICE,)]
    assert list(school.office.queue.waiting()) == []
    assert verify(school.folder / "data") == []


def _stops(*_: object, **__: object) -> None:
    raise WorldFailed(Problem(where="disk", what="It is full.", what_to_do="Make room."))


def test_a_digest_that_no_log_mentions_is_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Queued, then the program stopped, and something else came before it was made again: only the new one goes."""
    school = approved(a_school(tmp_path))
    with monkeypatch.context() as broken:
        broken.setattr(type(school.office.telling), "append", _stops)
        school.at("2026-11-03 08:05")
    assert digests(school) == []
    tell(school.office, "undelivered", ("office",), ref=REF, to="x@example.org")
    school.at("2026-11-03 08:20")
    assert [mail.text.count("To do") for mail in digests(school)] == [2]


def test_a_log_of_digests_that_is_broken_keeps_nothing_back(tmp_path: Path) -> None:
    """What would have waited for a digest goes by itself, and `verify` names the log."""
    school = approved(a_school(tmp_path))
    school.at("2026-11-03 08:05")
    log = school.folder / "data" / "ledger" / "telling.log"
    log.write_bytes(log.read_bytes().replace(b'"to":"office', b'"to":"0ffice'))
    again = an_office(tmp_path, school.clock.today())
    tell(again.office, "undelivered", ("office",), ref=REF, to="x@example.org")
    again.at("2026-11-03 10:00")
    assert [mail.to for mail in again.sent_mails() if "not delivered" in mail.about] == [(OFFICE,)]
    assert any("telling.log" in problem.where for problem in verify(school.folder / "data"))


def test_emails_to_sort_are_a_line_of_it(tmp_path: Path) -> None:
    """And the log of emails then says that people were told; one that somebody took before is not told."""
    school = a_school(tmp_path)
    school.write("x@freemail.example", "thanks", "Thank you all so much for the lovely assembly.")
    school.at("2026-11-02 13:05")
    assert not [mail for mail in school.sent_mails() if mail.kind in {"card", "digest"}]
    school.at("2026-11-03 08:05")
    assert {mail.to for mail in digests(school)} == {(OFFICE,), (DSL,)}
    (row,) = school.mails()
    assert [one.sent_at is not None for one in row.told] == [True]


def test_the_evening_is_quiet_but_for_what_is_urgent(tmp_path: Path) -> None:
    """A report at nine in the evening is drafted at once and put to the head in the morning; danger is told at once."""
    school = an_office(tmp_path)
    school.clock.turn_to(school.clock.today(), 21)
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form())
    school.write(
        "Beth Aldous <b.aldous@larkfield.example>", "Form", form("Mr Emeka Okoro", "Ada Okoro, 2A", THREAT)
    )
    school.round()
    assert {mail.kind for mail in school.sent_mails()} == {"alert"}
    school.at("2026-11-03 07:00")
    assert (HEAD,) in [mail.to for mail in school.sent_mails() if mail.kind == "approval"]


def test_a_school_may_want_no_quiet_hours(tmp_path: Path) -> None:
    """Then the head is asked at nine in the evening, as ever."""
    school = a_school(tmp_path, ("from_hour = 7", "from_hour = 7\nquiet = false"))
    school.clock.turn_to(school.clock.today(), 21)
    school.report()
    assert [mail.kind for mail in school.sent_mails()] == ["approval"]


def test_a_case_that_was_deleted_leaves_no_gap_behind(tmp_path: Path) -> None:
    """The emails that a digest stood for go with their case, and the log of deletions says so; all else still fits."""
    school = approved(a_school(tmp_path))
    school.at("2026-11-03 08:05")
    school.office_posts()
    school.decided("none", "It is settled.")
    order = Forget(ref=REF, reason="asked for erasure", by="Mrs Binns", early=True)
    forget_case(school.office, order)
    assert [problem.what for problem in verify(school.folder / "data")] == []
