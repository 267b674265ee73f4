"""The letters that wait for an envelope, emailed to the office once a school day: logged first, and never twice."""

from datetime import date
from pathlib import Path

import pytest
from fakes_disk import MemoryQueue
from office import DEPUTY, DSL, OFFICE, NoPdf, Rehearsal, an_office, edited, school_folder
from paged_pdf import PagedPdf, words_of

from letterladder.ground.errors import LogBroken, Problem, WorldFailed
from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.mails.outgoing import OutgoingMail
from letterladder.rules.office.exports import LettersEmailed, LettersEmailTakenBack
from letterladder.rules.words import HoldFor
from letterladder.workflows.answering import place_hold, release_hold
from letterladder.workflows.emailing_letters import email_letters
from letterladder.workflows.office import Office, Tally
from letterladder.workflows.posting import fill_tray
from letterladder.workflows.wanted import is_wanted

DUNN, OKORO = "2026-0001", "2026-0002"
ON = ("email = false", "email = true")


class FullDisk(MemoryQueue):
    """A queue on a disk that is full."""

    def put(self, mail: OutgoingMail) -> None:
        """Is not kept."""
        raise WorldFailed(Problem(where=mail.message_id, what="The disk is full.", what_to_do="Free space."))


def school_in(tmp_path: Path, *changes: tuple[str, str], pdf: object = None) -> Rehearsal:
    """A school that has the letters emailed to its office."""
    edited(school_folder(tmp_path), ON, *changes)
    return an_office(tmp_path, pdf=pdf or PagedPdf({DUNN: 2}))


def two_reported(school: Rehearsal) -> Rehearsal:
    """Letters to two adults wait for the head."""
    school.report()
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    return school


def emails(school: Rehearsal) -> list[OutgoingMail]:
    """Those to be printed, as they were queued: sent ones have no letters any more."""
    return [mail for mail in school.office.queue.waiting() if mail.kind == "print"]


def queued(school: Rehearsal, day: str, hour: int = 10, **fakes: object) -> list[OutgoingMail]:
    """What this part of a round queues on that day, with nothing in the queue before."""
    school.clock.turn_to(date.fromisoformat(day), hour)
    queue = MemoryQueue()
    email_letters(replace(school.office, **{"queue": queue, **fakes}), Tally())
    return queue.waiting()


def logged(office: Office) -> list[str]:
    """The kinds of the lines in the log of printing."""
    return [type(entry.event).__name__ for entry in office.printing.entries()]


def pages(mail: OutgoingMail) -> list[str]:
    """The words of each page of what is attached."""
    (file,) = mail.files
    assert file.media_type == "application/pdf"
    return words_of(file.content)


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    """Two letters were approved on a Sunday, on which no email of this kind goes."""
    school = two_reported(school_in(tmp_path))
    school.clock.turn_to(date(2026, 11, 8))
    school.head_approves(DUNN)
    school.head_approves(OKORO)
    assert len(school.office.tray.waiting()) == 2
    return school


def test_they_come_as_one_pdf_behind_a_cover_list(school: Rehearsal) -> None:
    """To the office alone; each letter begins on a right-hand page; log first."""
    (mail,) = queued(school, "2026-11-09")
    assert (mail.to, mail.kind) == ((OFFICE,), "print")
    assert mail.subject == "[Letterladder] Please print and post 2 letters"
    cover, *letters = pages(mail)
    assert "Mr Ross Dunn" in cover
    assert letters == ["", f"{DUNN} page 1", f"{DUNN} page 2", f"{OKORO} page 1"]
    assert logged(school.office) == ["LettersEmailed", "LettersEmailQueued"]


def test_its_words_name_cases_and_no_family(school: Rehearsal) -> None:
    """Names and addresses are in the PDF alone."""
    (mail,) = queued(school, "2026-11-09")
    for said in (mail.text, mail.html):
        assert DUNN in said
        assert OKORO in said
        assert not any(name in said for name in ("Dunn", "Okoro", "Kiln Lane", "Canal Row"))
    assert f"letterladder posted {DUNN} --on" in mail.text


@pytest.mark.parametrize(
    ("day", "hour"), [("2026-11-08", 10), ("2026-11-09", 6), ("2026-11-09", 18), ("2026-10-27", 10)]
)
def test_not_at_night_not_on_sunday_not_in_half_term(school: Rehearsal, day: str, hour: int) -> None:
    """Nobody is in the office."""
    assert queued(school, day, hour) == []
    assert logged(school.office) == []


def test_once_a_day_and_only_what_is_new(school: Rehearsal) -> None:
    """What the office has is named on the list and not printed again; after three school days it is."""
    assert len(queued(school, "2026-11-09", 8)) == 1
    assert queued(school, "2026-11-09", 14) == []
    assert queued(school, "2026-11-10") == []
    assert queued(school, "2026-11-11") == []
    (again,) = queued(school, "2026-11-12")
    assert "Sent to you first on 9 November 2026" in pages(again)[0]
    assert "you got it first on Monday 9 November 2026" in again.text
    assert queued(school, "2026-11-13") == []


def test_a_new_letter_comes_without_those_that_were_sent(tmp_path: Path) -> None:
    """Or it would be posted twice."""
    school = two_reported(school_in(tmp_path))
    school.clock.turn_to(date(2026, 11, 8))
    school.head_approves(DUNN)
    assert len(queued(school, "2026-11-09")) == 1
    school.clock.turn_to(date(2026, 11, 9), 19)
    school.head_approves(OKORO)
    (mail,) = queued(school, "2026-11-10")
    assert mail.subject.endswith("1 letter")
    cover, *letters = pages(mail)
    assert cover.index(OKORO) < cover.index("You have these already") < cover.index(DUNN)
    assert letters == ["", f"{OKORO} page 1"]
    assert "You have these already" in mail.text


def test_what_was_posted_is_in_no_email(school: Rehearsal) -> None:
    """And where nothing waits there is none."""
    school.clock.turn_to(date(2026, 11, 9), 6)
    for ref in (DUNN, OKORO):
        school.office_posts(ref)
    assert queued(school, "2026-11-12") == []


def test_switched_off_nothing_is_sent(tmp_path: Path) -> None:
    """The tray and the notice stay."""
    school_folder(tmp_path)
    school = two_reported(an_office(tmp_path, pdf=PagedPdf()))
    school.clock.turn_to(date(2026, 11, 8))
    school.head_approves(DUNN)
    assert queued(school, "2026-11-09") == []


def test_a_stop_between_log_and_queue_is_made_good(school: Rehearsal) -> None:
    """Under the same Message-ID, by the next round, even on a later day; and no second email is made."""
    with pytest.raises(WorldFailed):
        queued(school, "2026-11-09", queue=FullDisk())
    assert logged(school.office) == ["LettersEmailed"]
    (mail,) = queued(school, "2026-11-10")
    (made,) = [one.event for one in school.office.printing.entries() if isinstance(one.event, LettersEmailed)]
    assert mail.message_id == made.message_id
    assert next(page for page in pages(mail)[1:] if page) == f"{DUNN} page 1"
    assert queued(school, "2026-11-10") == []


def test_a_letter_that_went_before_the_email_was_queued_is_left_out(school: Rehearsal) -> None:
    """It was posted while the disk was full; where all of them were, there is no email."""
    with pytest.raises(WorldFailed):
        queued(school, "2026-11-09", queue=FullDisk())
    school.clock.turn_to(date(2026, 11, 9), 6)
    school.office_posts(DUNN)
    (mail,) = queued(school, "2026-11-09")
    assert mail.subject.endswith("1 letter")
    assert not any(DUNN in page for page in pages(mail))


def test_a_letter_that_is_stopped_while_the_email_waits_is_taken_out(school: Rehearsal) -> None:
    """The email server is away, and the case is put on hold: it must not be printed any more, and the other one is."""
    school.clock.turn_to(date(2026, 11, 9), 10)
    email_letters(school.office, Tally())
    (whole,) = emails(school)
    assert is_wanted(school.office, whole)
    stopped(school, DUNN)
    assert is_wanted(school.office, whole) is None
    email_letters(school.office, Tally())
    (mail,) = emails(school)
    assert is_wanted(school.office, mail)
    assert mail.message_id == whole.message_id
    assert mail.subject.endswith("1 letter")
    assert not any(DUNN in page for page in pages(mail))
    assert f"{OKORO} page 1" in pages(mail)
    email_letters(school.office, Tally())
    assert emails(school) == [mail]


def test_where_all_its_letters_are_stopped_the_email_leaves_the_queue(school: Rehearsal) -> None:
    """And a case that goes on again on the same day is emailed at once, since nobody has its letter yet."""
    school.clock.turn_to(date(2026, 11, 9), 10)
    email_letters(school.office, Tally())
    stopped(school, DUNN)
    stopped(school, OKORO)
    email_letters(school.office, Tally())
    assert emails(school) == []
    release_hold(school.office, school.case(DUNN), "police content", by="Miss Treadwell")
    fill_tray(school.office, school.case(DUNN))
    email_letters(school.office, Tally())
    (mail,) = emails(school)
    assert f"{DUNN} page 1" in pages(mail)
    assert not any(OKORO in page for page in pages(mail))


@pytest.mark.parametrize("how", ["still in the queue", "out of the queue"])
def test_a_stop_while_the_email_was_made_again_loses_no_letter(school: Rehearsal, how: str) -> None:
    """The log says that it is taken back, and then the disk was full: the next round makes it."""
    school.clock.turn_to(date(2026, 11, 9), 10)
    email_letters(school.office, Tally())
    (whole,) = emails(school)
    stopped(school, DUNN)
    taken_back = LettersEmailTakenBack(message_id=whole.message_id)
    school.office.printing.append(school.clock.now(), "Letterladder", taken_back)
    if how == "out of the queue":
        school.office.queue.withdraw(whole.message_id)
    email_letters(school.office, Tally())
    (mail,) = emails(school)
    assert mail.message_id == whole.message_id
    assert mail.subject.endswith("1 letter")


def test_switched_off_meanwhile_an_email_with_a_stopped_letter_does_not_go(school: Rehearsal) -> None:
    """Nobody would make it again without the letter."""
    school.clock.turn_to(date(2026, 11, 9), 10)
    email_letters(school.office, Tally())
    (mail,) = emails(school)
    stopped(school, DUNN)
    off = replace(school.office.school, posting=replace(school.office.school.posting, email=False))
    assert is_wanted(replace(school.office, school=off), mail) is False


def stopped(school: Rehearsal, ref: str) -> None:
    """The police ask that nothing is sent."""
    place_hold(school.office, school.case(ref), HoldFor.POLICE, "999 and police told", by="Miss Treadwell")


def test_more_than_fits_comes_in_several(tmp_path: Path) -> None:
    """Each with its own list and number; together every letter once."""
    small = ("email_megabytes = 7", "email_megabytes = 1")
    school = two_reported(school_in(tmp_path, small, pdf=PagedPdf(weight=700_000)))
    school.clock.turn_to(date(2026, 11, 8))
    school.head_approves(DUNN)
    school.head_approves(OKORO)
    first, second = queued(school, "2026-11-09")
    assert [mail.subject.partition("letter, ")[2] for mail in (first, second)] == [
        "part 1 of 2",
        "part 2 of 2",
    ]
    assert all(len(mail.files[0].content) <= 1_000_000 for mail in (first, second))
    assert [page for mail in (first, second) for page in pages(mail)[1:] if page] == [
        f"{DUNN} page 1",
        f"{OKORO} page 1",
    ]


def test_one_that_is_larger_than_any_email_is_listed(tmp_path: Path) -> None:
    """It is not dropped without a word, and holds up none."""
    small = ("email_megabytes = 7", "email_megabytes = 1")
    school = school_in(tmp_path, small, pdf=PagedPdf(weight=1_200_000))
    school.report()
    school.clock.turn_to(date(2026, 11, 8))
    school.head_approves(DUNN)
    (mail,) = queued(school, "2026-11-09")
    assert mail.subject.endswith("1 letter")
    assert len(mail.files[0].content) < 100_000
    assert "too large to be emailed" in mail.text
    assert "Not behind this page" in pages(mail)[0]


def test_without_libreoffice_the_list_comes_alone(tmp_path: Path) -> None:
    """And says that the letters are printed from Word."""
    school = school_in(tmp_path, pdf=NoPdf())
    school.report()
    school.clock.turn_to(date(2026, 11, 8))
    school.head_approves(DUNN)
    (mail,) = queued(school, "2026-11-09")
    assert "outbox/to-post" in mail.text
    assert DUNN in pages(mail)[0]


@pytest.mark.parametrize("role", ["office"])
def test_nobody_who_is_too_near_gets_a_letter(tmp_path: Path, role: str) -> None:
    """The office is related to the adult: their letter is in no email, and goes to no other role instead."""
    table = f"[people.{role}]"
    school_folder(tmp_path)
    settings = tmp_path / "school" / "school.toml"
    text = settings.read_text("utf-8").replace(table, f'{table}\nrelated = ["A1"]', 1).replace(*ON, 1)
    settings.write_text(text, "utf-8")
    school = two_reported(an_office(tmp_path, pdf=PagedPdf({DUNN: 2})))
    school.clock.turn_to(date(2026, 11, 8))
    school.head_approves(DUNN)
    school.head_approves(OKORO)
    (mail,) = queued(school, "2026-11-09")
    assert mail.to == (OFFICE,)
    assert not {DSL, DEPUTY} & {*mail.to}
    assert not any(DUNN in page for page in pages(mail))
    assert DUNN not in mail.text


def test_a_case_that_cannot_be_read_holds_up_no_other(school: Rehearsal) -> None:
    """It is said among the problems of the round."""
    real = school.office

    class Broken(Office):
        def case(self, ref: str) -> Case:
            if ref == DUNN:
                raise LogBroken(Problem(where=ref, what="It is damaged.", what_to_do="Restore it."))
            return real.case(ref)

    fields = {name: getattr(real, name) for name in Office.__dataclass_fields__}
    school.clock.turn_to(date(2026, 11, 9))
    tally, queue = Tally(), MemoryQueue()
    email_letters(Broken(**{**fields, "queue": queue}), tally)
    (mail,) = queue.waiting()
    assert mail.subject.endswith("1 letter")
    assert any(DUNN in problem.where for problem in tally.problems)


def test_a_round_sends_it_and_keeps_no_letter_in_what_was_sent(school: Rehearsal) -> None:
    """What is kept of the email would outlast a case that is deleted."""
    school.day("2026-11-09")
    sent = school.newest("print", "")
    assert (sent.to, sent.files) == ((OFFICE,), ("letters 2026-11-09.pdf",))
    kept = school.office.queue.kept(sent.message_id)
    assert kept is not None
    assert kept.files == ()
    assert DUNN in kept.text


def test_a_damaged_log_of_printing_is_said_and_nothing_is_sent(school: Rehearsal) -> None:
    """The rest of the round goes on."""
    log = school.folder / "data" / "ledger" / "printing.log"
    log.write_bytes(b"damaged\n" * 3)
    tally = school.day("2026-11-09")
    assert any("printing.log" in problem.where for problem in tally.problems)
    assert not [mail for mail in school.sent_mails() if mail.kind == "print"]
