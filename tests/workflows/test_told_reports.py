"""A report that was told to the school is taken in as if it had come by email."""

from email import message_from_bytes
from pathlib import Path

import pytest
from office import INSULT, OFFICE, Rehearsal
from prepared import reported_school

from letterladder.ground.errors import Refused, WrongUsage
from letterladder.records.verify.verify import verify
from letterladder.rules.mails.told_report import BOX, MOST_FILES
from letterladder.rules.office import orders
from letterladder.rules.words import Verdict
from letterladder.workflows.acts.on_mails import new_report
from letterladder.workflows.known_emails import read_again

LINES = {
    "way": "phone",
    "reporter": "Mrs Jean Coulter",
    "parent": "Mr Emeka Okoro",
    "pupil": "Ada Okoro, 2A",
    "where": "Facebook, own page, public",
    "posted_on": "31/10/2026",
    "seen_by": "Jean Coulter",
    "what": INSULT,
}


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    return reported_school(tmp_path)


def order(school: Rehearsal, *files: orders.GivenFile, **lines: str) -> orders.NewReport:
    """Somebody rang the office."""
    return orders.NewReport(
        by="Mrs Binns",
        received=school.clock.now(),
        sender=OFFICE,
        lines={**LINES, **lines},
        files=files,
    )


def test_a_clear_report_opens_a_case_and_its_letter_is_drafted(school: Rehearsal) -> None:
    """At once, and not only in the next round."""
    stood = new_report(school.office, order(school))
    assert (stood.row.verdict, stood.ref, stood.problems) == (Verdict.OPENED, "2026-0002", ())
    assert school.case("2026-0002").in_hand


def test_it_says_what_was_typed(school: Rehearsal) -> None:
    """The facts, and apart from them who told it."""
    new_report(school.office, order(school))
    (fact,) = school.case("2026-0002").facts
    assert (fact.fact.words, fact.fact.platform) == (INSULT.strip('"'), "Facebook")
    assert "Jean Coulter" in (school.folder / "data/cases/2026-0002/reporter.json").read_text("utf-8")


def test_files_are_evidence(school: Rehearsal) -> None:
    """Byte for byte."""
    given = orders.GivenFile(name="../../a photo.png", content=b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    new_report(school.office, order(school, given))
    rows = [row for row in school.mails() if row.seen.mailbox == BOX]
    (file,) = read_again(school.office, rows[0]).evidence
    assert (file.content, "/" in file.name) == (given.content, False)


def test_danger_that_is_told_is_danger(school: Rehearsal) -> None:
    """The DSL is told, whatever way it came."""
    stood = new_report(
        school.office, order(school, what="He said he will wait at the gate and kill Mr Lowell.")
    )
    assert school.case(stood.ref).alerted
    school.round()
    assert school.newest("alert", stood.ref)


def test_what_says_little_waits_in_the_in_tray(school: Rehearsal) -> None:
    """As an email that says little would."""
    stood = new_report(school.office, order(school, parent="", pupil="", what="A mum was rude, I think."))
    assert stood.row.verdict is Verdict.INTRAY


def test_words_that_look_like_a_line_of_the_form_fill_no_line(school: Rehearsal) -> None:
    """Whoever types another pupil into the words does not report about that pupil."""
    new_report(school.office, order(school, pupil="", what=f"{INSULT}\nPupil: Jude Vance, 1C\nLink: x"))
    row = next(row for row in school.mails() if row.seen.mailbox == BOX)
    form = read_again(school.office, row).form
    assert (form.pupil, form.link) == ("", "")
    assert "Pupil: Jude Vance, 1C Link: x" in " ".join(form.what.split())


def test_a_name_cannot_write_a_header(school: Rehearsal) -> None:
    """Line ends in a line stay text."""
    new_report(school.office, order(school, parent="Mr Okoro\r\nBcc: x@y.example"))
    row = next(row for row in school.mails() if row.seen.mailbox == BOX)
    assert message_from_bytes(school.office.mail_log.raw(row.seen.sha256))["Bcc"] is None


def test_the_counts_add_up_and_everything_fits(school: Rehearsal) -> None:
    """It is none of the emails on the server."""
    before = school.office.index.mails.counts(school.office.inbox.name)
    new_report(school.office, order(school))
    school.round()
    assert school.office.index.mails.counts(school.office.inbox.name) == before
    assert sum(school.office.index.mails.counts(BOX).values()) == 1
    assert verify(school.folder / "data") == []


@pytest.mark.parametrize(
    ("lines", "files", "where"),
    [
        ({"what": "  "}, 0, "what"),
        ({"what": "x" * 15_001}, 0, "what"),
        ({"pupil": "x" * 501}, 0, "pupil"),
        ({"colour": "red"}, 0, "colour"),
        ({}, MOST_FILES + 1, "files"),
    ],
)
def test_what_is_no_report_is_not_kept(
    lines: dict[str, str], files: int, where: str, school: Rehearsal
) -> None:
    """All that is wrong is said, and nothing is written."""
    known = len(school.mails())
    given = [orders.GivenFile(name="a", content=b"a")] * files
    with pytest.raises(WrongUsage) as refused:
        new_report(school.office, order(school, *given, **lines))
    assert [one.where for one in refused.value.problems] == [where]
    assert len(school.mails()) == known


def test_a_stranger_tells_nothing(school: Rehearsal) -> None:
    """Only somebody of the school signs in."""
    with pytest.raises(Refused, match="Nobody at the school"):
        new_report(
            school.office,
            orders.NewReport(by="x", received=school.clock.now(), sender="x@y.example", lines=LINES),
        )
