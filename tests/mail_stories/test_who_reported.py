"""Who reported decides what happens unasked, and is shown to those who decide; it is never in a letter."""

from pathlib import Path

import pytest
from desk.terminal import Window
from office import BOX, Rehearsal, an_office, edited, form
from prepared import reported_school

from letterladder.rules.words import ReporterKind
from letterladder.workflows.answering import TriageOrder, triage_case

MOTHER = "Mira Falk <mira.falk@letterbox.example>"
STAFF = "Beth Aldous <b.aldous@larkfield.example>"
PASS = "Authentication-Results: mx.larkfield.example; dmarc=pass header.from=larkfield.example\n"


def sent(school: Rehearsal, sender: str, top: str = "", **lines: str) -> None:
    """A report on the school's form, under these headers."""
    head = f"{top}{f'From: {sender}' if sender else 'X-Nobody: yes'}\nTo: {BOX}\nSubject: Form\n\n"
    school.deliver((head + form(**lines)).encode())
    school.round()


@pytest.mark.parametrize(
    ("kind", "sender", "top"),
    [
        ("unknown", "Kind Neighbour <neighbour@freemail.example>", ""),
        ("unknown", "", ""),
        ("unverified", "", "Sender: b.aldous@larkfield.example\n"),
        ("parent", "Emeka Okoro <emeka.okoro@letterbox.example>", ""),
        ("other-parent", MOTHER, ""),
        ("other-parent", "Mira Falk <m.falk@larkfield.example>", ""),
        ("adult", "Ross Dunn <r.dunn@larkfield.example>", ""),
        ("unverified", STAFF, "From: x@freemail.example\n"),
        ("unknown", "Beth Aldous <beth@larkfield-school.example>", ""),
    ],
)
def test_whoever_is_not_known_staff_makes_no_draft(kind: str, sender: str, top: str, tmp_path: Path) -> None:
    """A filled form, one adult, one conduct, all facts: it waits for a person, who sees what sort of sender it is."""
    school = an_office(tmp_path)
    sent(school, sender, top)
    (row,) = school.mails()
    assert row.judged is not None
    assert (str(row.verdict), row.judged.reporter) == ("intray", kind)
    assert ReporterKind(kind).words in " ".join(Window(school.folder).type("intray").out.split())


NAMED = ('# authserv_id = "mx.larkfield.example"', 'authserv_id = "mx.larkfield.example"')


@pytest.mark.parametrize(("verdict", "top"), [("opened", PASS), ("intray", "")])
def test_staff_are_known_where_the_mail_server_vouches_for_them(
    verdict: str, top: str, tmp_path: Path
) -> None:
    """An address of the school is typed by anybody."""
    school = an_office(tmp_path)
    edited(school.folder, NAMED)
    school = an_office(tmp_path)
    sent(school, STAFF, top)
    (row,) = school.mails()
    assert str(row.verdict) == verdict


def test_the_approver_reads_of_what_kind_the_reporter_is_and_the_adult_does_not(tmp_path: Path) -> None:
    """The email, the case and the letter."""
    school = reported_school(tmp_path)
    words = ReporterKind.STAFF.words
    assert f"Told by    {words}" in school.newest("approval").text
    assert f"Told by: {words}" in Window(school.folder).type("case", "2026-0001").out
    assert "Aldous" not in school.letter_text()
    assert words not in school.letter_text()


@pytest.mark.parametrize("sender", [MOTHER, "x@freemail.example"])
def test_a_stranger_who_writes_again_voids_neither_draft_nor_approval(sender: str, tmp_path: Path) -> None:
    """Neither unasked nor when somebody puts the email on the case; it is shown there, and people are told."""
    school = reported_school(tmp_path)
    sent(school, sender)
    mail = school.mails()[-1].seen.sha256[:12]
    assert school.letters() == ["L1.1 drafted"]
    Window(school.folder).type("file", mail, "--to", "2026-0001", "--by", "Mrs Carol Binns")
    school.round()
    assert school.letters() == ["L1.1 drafted"]
    assert "stays as it is" in school.newest("notice", "2026-0001").text
    kind = ReporterKind.OTHER_PARENT if sender == MOTHER else ReporterKind.UNKNOWN
    assert f"Told by: {kind.words}" in Window(school.folder).type("case", "2026-0001").out


def test_a_strangers_alarm_stops_the_case_and_voids_nothing(tmp_path: Path) -> None:
    """Else whoever writes of danger takes an approval away."""
    school = reported_school(tmp_path)
    sent(school, "x@freemail.example", what="He wrote that he will kill Mr Lowell at the gate tomorrow")
    assert school.case("2026-0001").alerted
    assert school.letters() == ["L1.1 drafted"]


@pytest.mark.parametrize("approved", [False, True])
@pytest.mark.parametrize("by_hand", [False, True])
def test_what_a_strangers_alarm_stopped_is_there_when_somebody_ends_it(
    approved: bool, by_hand: bool, tmp_path: Path
) -> None:
    """Whether triage put the alarm on the case or a person did, before the approval or after it."""
    school = reported_school(tmp_path)
    if approved:
        school.head_approves()
    state = school.letters()
    if by_hand:
        raw = school.write("x@freemail.example", "For you", "He will kill the teacher at the gate tomorrow.")
        school.deliver(raw)
        school.round()
        mail = school.mails()[-1].seen.sha256[:12]
        Window(school.folder).type("file", mail, "--to", "2026-0001", "--by", "Mrs Carol Binns")
    else:
        sent(school, "x@freemail.example", what="He wrote that he will kill Mr Lowell at the gate tomorrow")
    assert school.case().alerted
    assert school.letters() == state
    order = TriageOrder(clear=True, note="a stranger's joke; the police know")
    triage_case(school.office, school.case(), order, by="Miss Treadwell")
    school.round()
    assert school.letters() == state
    if not approved:
        school.head_approves()
    assert school.goes_out().letter == "L1"


def test_a_further_report_by_staff_still_voids_a_draft(tmp_path: Path) -> None:
    """A new fact from somebody whom the school knows."""
    school = reported_school(tmp_path)
    sent(school, STAFF, what='He wrote that "Mr Lowell is a pathetic useless joke"')
    assert school.letters()[0] == "L1.1 void"
