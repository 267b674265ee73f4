"""A person files an email: what is wrong with the order is said before anything is written."""

from pathlib import Path

import pytest
from office import DUNN, Rehearsal, an_office

from letterladder.ground.errors import Refused
from letterladder.workflows.answering import TriageOrder
from letterladder.workflows.filing_by_hand import NEW, file_by_hand


def test_an_unknown_conduct_opens_no_case(tmp_path: Path) -> None:
    """The order is refused whole: the email stays in the in-tray, and no case is begun under another number."""
    school = an_office(tmp_path)
    school.write("someone@elsewhere.example", "hm", "I saw something online, please act.\n")
    school.round()
    mail = school.mails()[0].seen.sha256
    order = TriageOrder(adult=DUNN, conduct=("no-such-conduct",), clear=True, note="seen")
    with pytest.raises(Refused, match="There is no conduct 'no-such-conduct'"):
        file_by_hand(school.office, mail, NEW, order, by="Mrs Binns")
    assert (school.office.cases.refs(), school.verdicts()) == ([], ["intray"])


def test_a_case_opened_by_hand_is_triaged_in_the_same_write(tmp_path: Path) -> None:
    """What the person typed is directly behind the report: a stop leaves all of it or nothing."""
    school = an_office(tmp_path)
    school.write("someone@elsewhere.example", "hm", "I saw something online, please act.\n")
    school.round()
    order = TriageOrder(adult=DUNN, conduct=("derogatory-staff",), clear=True, note="seen")
    file_by_hand(school.office, school.mails()[0].seen.sha256, NEW, order, by="Mrs Binns")
    assert school.kinds()[:3] == ["CaseOpened", "ReportReceived", "Triaged"]
    by = {entry.by for entry in school.office.cases.read("2026-0001")[:3]}
    assert by == {"Mrs Binns"}


TYPED = {"platform": "Instagram", "words": "useless lazy clown", "link": ""}


def in_tray(tmp_path: Path) -> Rehearsal:
    """One email that says next to nothing."""
    school = an_office(tmp_path)
    school.write("someone@elsewhere.example", "hm", "I saw something online, please act.\n")
    school.round()
    return school


def test_facts_that_were_typed_are_those_of_the_case(tmp_path: Path) -> None:
    """Whoever read the email knows better than the rules what it reports."""
    school = in_tray(tmp_path)
    order = TriageOrder(adult=DUNN, conduct=("derogatory-staff",), clear=True, facts=TYPED)
    file_by_hand(school.office, school.mails()[0].seen.sha256, NEW, order, by="Mrs Binns")
    (fact,) = school.case().facts
    assert (fact.fact.platform, fact.fact.words, fact.fact.link) == ("Instagram", "useless lazy clown", "")


def test_words_that_were_typed_make_a_report_of_an_email_put_on_a_case(tmp_path: Path) -> None:
    """Without them it is an email of the case and no further report."""
    school = in_tray(tmp_path)
    school.report()
    mail = school.mails()[0].seen.sha256
    file_by_hand(school.office, mail, "2026-0001", TriageOrder(facts=TYPED), by="Mrs Binns")
    assert [one.fact.words for one in school.case().facts][1:] == ["useless lazy clown"]


@pytest.mark.parametrize("facts", [{"colour": "red"}, {"words": "x" * 10_001}])
def test_a_fact_that_no_letter_could_print_is_refused_whole(facts: dict[str, str], tmp_path: Path) -> None:
    """Nothing is opened; the email stays where it is."""
    school = in_tray(tmp_path)
    order = TriageOrder(adult=DUNN, conduct=("derogatory-staff",), facts=facts)
    with pytest.raises(Refused):
        file_by_hand(school.office, school.mails()[0].seen.sha256, NEW, order, by="Mrs Binns")
    assert (school.office.cases.refs(), school.verdicts()) == ([], ["intray"])
