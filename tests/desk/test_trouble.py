"""What broke in a round is kept with its traceback and shown by `check` until it is over."""

from pathlib import Path

from office import an_office

from letterladder.desk.checking import check_everything
from letterladder.desk.private_log import keep_tracebacks
from letterladder.ground.values import replace
from letterladder.records.logs.trouble_file import TROUBLE
from letterladder.records.people.people_csv import PeopleFile
from letterladder.rules.people.people import PeopleRegister
from letterladder.workflows.troubles import SUBJECT


class NoPeople(PeopleFile):
    """A register that breaks in a way nobody foresaw."""

    def read(self) -> PeopleRegister:
        """Raises."""
        raise LookupError("sheet 2")


def test_check_says_what_broke_until_it_is_over(tmp_path: Path) -> None:
    """Where, what kind of error, since when; and then all is well again."""
    school = an_office(tmp_path)
    whole = school.office
    school.office = replace(whole, people=NoPeople(Path("nowhere")))
    school.round()
    said = check_everything(school.folder, school.clock, login=False)[0]
    assert ["LookupError" in one.what for one in said] == [True]
    school.office = whole
    school.round()
    assert check_everything(school.folder, school.clock, login=False)[0] == []


def test_the_traceback_is_kept_for_whoever_looks_after_the_program(tmp_path: Path) -> None:
    """In ledger/trouble.txt, with the part that broke; it leaves no other mark."""
    school = an_office(tmp_path)
    school.office = replace(school.office, people=NoPeople(Path("nowhere")))
    keep_tracebacks(school.folder / "data", school.round().broke)
    kept = (school.folder / "data" / TROUBLE).read_text()
    assert "the people register\nTraceback" in kept
    assert "LookupError: sheet 2" in kept


def test_the_mail_about_it_names_parts_and_no_words(tmp_path: Path) -> None:
    """What was raised may quote an email: it stays on this machine."""
    school = an_office(tmp_path)
    school.office = replace(school.office, people=NoPeople(Path("nowhere")))
    school.round()
    text = next(mail.text for mail in school.sent_mails() if mail.subject == SUBJECT)
    assert "the people register (LookupError)" in text
    assert "sheet 2" not in text
