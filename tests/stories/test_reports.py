"""Reports that are not the plain case: further ones, dangerous ones, unknown adults, conflicts."""

from pathlib import Path

import pytest
from office import ALTERNATE, DEPUTY, DSL, DUNN, HEAD, OFFICE, THREAT, an_office
from prepared import posted_school, reported_school

from letterladder.ground.errors import Refused
from letterladder.workflows.answering import TriageOrder
from letterladder.workflows.filing_by_hand import file_by_hand


def test_a_further_report_voids_a_draft_that_has_not_left(tmp_path: Path) -> None:
    """A new fact changes the letter: the old draft and its code count no more, the new one says both."""
    school = reported_school(tmp_path)
    old = school.newest("approval", "2026-0001").links[0]
    school.report(what='"Mr Lowell is a drunken idiot."', link="https://www.social.example/posts/4712")
    school.press(old, HEAD)
    school.round()
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]
    assert "drunken idiot" in school.letter_text()


def test_a_further_report_after_posting_waits_for_a_person(tmp_path: Path) -> None:
    """Whether the adult 'continues' is a judgement: office and DSL are told, the clock runs on."""
    school = posted_school(tmp_path)
    school.report(what='"Mr Lowell is a drunken idiot."', link="https://www.social.example/posts/4712")
    assert school.letters() == ["L1.1 posted"]
    assert school.newest("notice", "2026-0001").to == (OFFICE, DSL)


def test_danger_drafts_nothing_and_alerts_two_people_at_once(tmp_path: Path) -> None:
    """The alert goes to DSL and deputy and says the kind of danger, not its words."""
    school = an_office(tmp_path)
    tally = school.report(what=THREAT)
    alert = school.newest("alert", "2026-0001")
    assert (tally.drafted, school.letters()) == (0, [])
    assert alert.to == (DSL, DEPUTY)
    assert "kill" not in alert.subject + alert.text


def test_danger_from_a_stranger_alerts_too(tmp_path: Path) -> None:
    """Nobody knows the adult: the email waits in the in-tray and the alert names it."""
    school = an_office(tmp_path)
    school.report("Mr Zed Nobody", "Zara Nobody", what=THREAT)
    mail = school.mails()[0]
    assert school.verdicts() == ["intray"]
    assert mail.seen.sha256[:12] in school.newest("alert").text


def test_an_unknown_adult_waits_in_the_tray_until_somebody_files_it(tmp_path: Path) -> None:
    """`file --to new` opens the case by hand; it goes on like any other."""
    school = an_office(tmp_path)
    school.report("Mr Zed Nobody", "")
    mail = school.mails()[0].seen.sha256[:12]
    order = TriageOrder(adult=DUNN, conduct=("derogatory-staff",), clear=True, note="it is his account")
    file_by_hand(school.office, mail, "new", order, by="Mrs Binns")
    assert school.verdicts() == ["opened"]
    assert school.letters() == ["L1.1 drafted"]


def test_a_mail_is_filed_only_once(tmp_path: Path) -> None:
    """A second `file` of the same email is refused and says where it went."""
    school = an_office(tmp_path)
    school.report("Mr Zed Nobody", "")
    mail = school.mails()[0].seen.sha256[:12]
    order = TriageOrder(adult=DUNN, conduct=("derogatory-staff",), clear=True)
    file_by_hand(school.office, mail, "new", order, by="Mrs Binns")
    with pytest.raises(Refused, match="2026-0001"):
        file_by_hand(school.office, mail, "new", order, by="Mrs Binns")
    assert school.office.cases.refs() == ["2026-0001"]


def test_a_report_about_the_head_filed_by_hand_is_not_the_heads_to_decide(tmp_path: Path) -> None:
    """The conflict counts however the email came onto the case: the alternate is asked."""
    school = an_office(tmp_path)
    school.report("Mr Zed Nobody", "", what='"Mrs Hollis is a useless lazy clown."')
    mail = school.mails()[0].seen.sha256[:12]
    order = TriageOrder(adult=DUNN, conduct=("derogatory-staff",), clear=True)
    file_by_hand(school.office, mail, "new", order, by="Mrs Binns")
    school.round()
    assert school.newest("approval", "2026-0001").to == (ALTERNATE,)


def test_a_confidential_address_blocks_the_letter(tmp_path: Path) -> None:
    """No letter with it is written anywhere; the office is told what to do, once."""
    school = an_office(tmp_path)
    tally = school.report("Ms Mira Falk")
    school.round()
    assert (tally.blocked, school.letters()) == (1, [])
    assert school.newest("notice", "2026-0001").about == "Please supply what a letter needs"
    assert school.kinds().count("DraftBlocked") == 1
    assert not list((school.folder / "data").rglob("letters/*"))


def test_two_adults_of_one_child_are_two_cases(tmp_path: Path) -> None:
    """Each gets an own letter; neither letter names the other."""
    school = an_office(tmp_path)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    school.report("Mrs Nkem Okoro", "Ada Okoro, 2A", link="https://www.social.example/posts/9")
    assert school.office.cases.refs() == ["2026-0001", "2026-0002"]
    assert "Nkem" not in school.letter_text("2026-0001")
    assert "Emeka" not in school.letter_text("2026-0002")


def test_where_the_head_is_the_target_the_alternate_is_asked(tmp_path: Path) -> None:
    """The alternate gets the email and signs the letter; the head's own yes is refused."""
    school = an_office(tmp_path)
    school.report(what='"Mrs Hollis is a useless lazy clown."')
    assert school.newest("approval", "2026-0001").to == (ALTERNATE,)
    school.head_approves(sender=HEAD)
    assert school.letters() == ["L1.1 drafted"]
    school.head_approves(sender=ALTERNATE)
    assert school.letters() == ["L1.1 posting"]


def test_the_same_mail_twice_is_one_report(tmp_path: Path) -> None:
    """Byte for byte the same: a duplicate, visible as such, that adds nothing to the case."""
    school = an_office(tmp_path)
    raw = school.write(
        "b.aldous@larkfield.example", "Form: online", "Parent: Mr Ross Dunn\nPupil: Ella Dunn, 4B\n"
    )
    school.deliver(raw)
    school.round()
    assert school.verdicts()[1] == "duplicate"


def test_no_subject_line_of_ours_tells_what_a_case_is_about(tmp_path: Path) -> None:
    """References and plain words only: no name, no conduct, no quotation, no letter."""
    school = reported_school(tmp_path)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A", what=THREAT)
    school.report("Ms Mira Falk")
    school.goes_out()
    school.day("2026-11-13")
    subjects = " ".join(mail.subject for mail in school.sent_mails()).casefold()
    found = [
        word
        for word in ("dunn", "okoro", "falk", "lowell", "clown", "kill", "insult", "l1")
        if word in subjects
    ]
    assert len(school.sent_mails()) > 5
    assert found == []
