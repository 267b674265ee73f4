"""A letter that gets its dates when it is approved waits for its yes as it is: over a weekend, or for two weeks."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from desk.terminal import Terminal
from docx import Document
from office import HEAD, PEOPLE, SLOTS, QuickPdf, Rehearsal, SentMail, an_office, edited, school_folder
from prepared import posted_school, reported_school
from stories.test_bars import cleared
from word_parts import words_of

from letterladder.desk.demo_mails import BAR_FIELDS
from letterladder.ground.errors import Problem, Refused
from letterladder.records.verify.verify import verify
from letterladder.rules.cases.events import ApprovalAsked, LetterApproved, LetterDated, LetterDrafted
from letterladder.rules.mails.outgoing import OutgoingMail
from letterladder.rules.words import Method
from letterladder.workflows.approving import approve
from letterladder.workflows.office import Signed
from letterladder.workflows.ports import Outbox

REF = "2026-0001"
ANSWER = "[date: 5 working days after it counts as received]"


def asked(school: Rehearsal) -> list[SentMail]:
    """The emails that asked the head for a yes."""
    return [one for one in school.sent_mails() if one.kind == "approval" and one.to == (HEAD,)]


def code_in(mail: SentMail) -> str:
    """The one-time code that an email carries."""
    return mail.text.partition("APPROVE ")[2].split()[0]


def days(school: Rehearsal, count: int) -> None:
    """So many days pass, with a round on each."""
    for _ in range(count):
        school.day((school.clock.today() + timedelta(days=1)).isoformat())


def of_kind(school: Rehearsal, kind: type) -> list[object]:
    """The events of one kind in the log of the case."""
    return [entry.event for entry in school.office.cases.read(REF) if isinstance(entry.event, kind)]


def patient(tmp_path: Path) -> Rehearsal:
    """The same, at a school whose head is asked for long before the alternate is."""
    school = reported_school(tmp_path)
    edited(school.folder, ("alternate_after_days = 5", "alternate_after_days = 60"))
    later = an_office(tmp_path, school.clock.today())
    later.numbers = school.numbers
    return later


def test_fourteen_days_without_an_answer_make_one_version_and_one_code(tmp_path: Path) -> None:
    """The head is reminded with the same letter and code; the code of the very first email still approves it."""
    school = patient(tmp_path)
    days(school, 14)
    assert (school.letters(), len(of_kind(school, LetterDrafted))) == (["L1.1 drafted"], 1)
    mails = asked(school)
    assert (len(mails), len({code_in(one) for one in mails}), len({one.files for one in mails})) == (5, 1, 1)
    school.press(mails[0].links[0], HEAD)
    school.round()
    assert school.letters() == ["L1.1 posting"]
    assert (school.in_hand().date_on_letter, school.in_hand().answer_by) == (
        date(2026, 11, 17),
        date(2026, 11, 26),
    )


def test_a_changed_address_in_between_makes_two_versions_and_two_codes(tmp_path: Path) -> None:
    """The second email says what is different; the first code is worth nothing any more."""
    school = patient(tmp_path)
    days(school, 4)
    edited(school.folder, ("3 Kiln Lane", "8 Mill Bank"), file="people.csv")
    days(school, 10)
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]
    mails = asked(school)
    assert len({code_in(one) for one in mails}) == 2
    assert '"8 Mill Bank" in place of "3 Kiln Lane"' in " ".join(mails[-1].text.split())
    school.press(mails[0].links[0], HEAD)
    school.round()
    assert of_kind(school, LetterApproved) == []
    school.press(mails[-1].links[0], HEAD)
    school.round()
    assert school.letters() == ["L1.1 void", "L1.2 posting"]


HEADS_NAME = ('name = "Mrs Anita Hollis"', 'name = "Mrs Anita Hollis-Byrne"')


def new_template(school: Rehearsal) -> None:
    """The school puts its own Word file in the place of ours."""
    own = school.folder / "letter_templates"
    own.mkdir(exist_ok=True)
    ours = school.office.template("L1")
    closing = school.office.template("Z1")
    (own / ours.name).write_bytes(ours.read_bytes() if ours.parent == own else closing.read_bytes())


CHANGES = {
    "the address": lambda school: edited(school.folder, ("3 Kiln Lane", "8 Mill Bank"), file="people.csv"),
    "large print": lambda school: edited(
        school.folder, ("01632 960401,", "01632 960401,needs:large print"), file="people.csv"
    ),
    "a confidential address": lambda school: edited(
        school.folder, ("01632 960401,", "01632 960401,confidential_address"), file="people.csv"
    ),
    "the head's name": lambda school: edited(school.folder, HEADS_NAME),
    "the rule of receipt": lambda school: edited(
        school.folder, ('receipt = "pd-1985" ', 'receipt = "cpr-6.26"')
    ),
    "the template": new_template,
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_a_changed_fact_voids_the_draft_before_anybody_says_yes(change: str, tmp_path: Path) -> None:
    """Whatever the letter says, or the rule for its dates: the version that the head has read no longer counts."""
    school = reported_school(tmp_path)
    link = asked(school)[0].links[0]
    CHANGES[change](school)
    later = an_office(tmp_path, date(2026, 11, 4))
    later.numbers = school.numbers
    later.press(link, HEAD)
    later.round()
    assert later.letters()[0] == "L1.1 void"
    assert of_kind(later, LetterApproved) == []


def test_a_draft_that_nothing_changed_is_left_alone(tmp_path: Path) -> None:
    """Another office, another day, the same facts: no new line but for the reminder."""
    school = reported_school(tmp_path)
    later = an_office(tmp_path, date(2026, 11, 4))
    later.round()
    assert later.letters() == ["L1.1 drafted"]
    del school


@pytest.mark.parametrize(
    ("approved", "dated", "answer_by"),
    [
        ("2026-11-06 23:50", date(2026, 11, 9), date(2026, 11, 18)),
        ("2026-11-07 11:00", date(2026, 11, 9), date(2026, 11, 18)),
        ("2026-12-23 09:00", date(2026, 12, 24), date(2027, 1, 7)),
    ],
)
def test_the_letter_is_dated_the_first_working_day_after_the_yes(
    approved: str, dated: date, answer_by: date, tmp_path: Path
) -> None:
    """On a Friday night, on a Saturday, in the Christmas holidays: the adult has the whole of the time."""
    school = patient(tmp_path)
    school.at(approved)
    approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    school.round()
    assert (school.in_hand().date_on_letter, school.in_hand().answer_by) == (dated, answer_by)


def test_what_leaves_is_the_approved_text_with_its_dates(tmp_path: Path) -> None:
    """The log holds both hashes; read word by word, the files differ in the dates alone; `verify` agrees."""
    school = reported_school(tmp_path)
    text = school.in_hand()
    school.head_approves()
    letter, (dated,) = school.in_hand(), of_kind(school, LetterDated)
    assert isinstance(dated, LetterDated)
    assert (dated.text_sha256, dated.sha256) == (text.sha256, letter.sha256)
    before, after = (words_of(school.office.cases.file(REF, one)) for one in (text.file, letter.file))
    assert ANSWER in before
    filled = before.replace(ANSWER, "Thursday 12 November 2026")
    assert filled.replace("[date of this letter]", "Tuesday 3 November 2026") == after
    assert verify(school.folder / "data") == []


def test_a_calendar_that_ends_too_early_delays_the_letter_and_loses_nothing(tmp_path: Path) -> None:
    """The yes is kept, the office hears why it cannot go, and it goes as soon as the terms are there."""
    school = reported_school(tmp_path)
    place = school.folder / "calendar.toml"
    terms = place.read_text(encoding="utf-8")
    first = re.sub(r"inset = .*", "inset = []", terms.partition("[[terms]]")[0])
    place.write_text(
        f'{first}[[terms]]\nname = "Autumn 2026"\nfirst = 2026-11-02\nlast = 2026-11-10\n', encoding="utf-8"
    )
    short = an_office(tmp_path, date(2026, 11, 9))
    approve(short.office, short.case(), Signed(by="Mrs Hollis"))
    tally = short.round()
    assert short.letters() == ["L1.1 approved"]
    assert "calendar" in " ".join(map(str, tally.problems))
    blocked = short.case().blocked
    assert blocked is not None
    assert "calendar" in blocked.what
    place.write_text(terms, encoding="utf-8")
    later = an_office(tmp_path, date(2026, 11, 11))
    later.round()
    assert (later.letters(), later.in_hand().date_on_letter) == (["L1.1 posting"], date(2026, 11, 12))


def test_a_meeting_that_has_passed_is_not_sent(tmp_path: Path) -> None:
    """The times a person typed are facts: once they are over, the invitation is void and the office is asked."""
    school = posted_school(tmp_path)
    school.day("2026-11-13")
    school.decided("L2", "No answer; we offer to talk.")
    school.supplied("L2", **SLOTS, meeting_place="Room 2", meeting_purpose="to talk", attendees="Mrs Hollis")
    assert school.in_hand().letter == "L2"
    school.day("2026-11-25")
    assert school.case().in_hand is None
    assert school.case().blocked is not None
    assert "slot_1: Tuesday 24 November 2026 has passed" in str(school.case().blocked)


def test_a_dated_letter_that_is_touched_is_not_sent(tmp_path: Path) -> None:
    """By email on its own day: the file or the approved text was changed in between."""
    for path in ("file", "text_file"):
        school = by_email(tmp_path / path)
        school.head_approves()
        assert school.letters() == ["L1.1 approved"]
        place = school.office.cases.path(REF, getattr(school.in_hand(), path))
        place.write_bytes(school.office.template("Z1").read_bytes())
        school.day("2026-11-03")
        assert school.letters()[0] == "L1.1 void"


def by_email(tmp_path: Path, server: "AwayOutbox | None" = None) -> Rehearsal:
    """A school that sends letters by email; its first one waits for the head."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "mail"'))
    school = an_office(tmp_path, pdf=QuickPdf())
    if server:
        server.real = school.office.outbox
        school = an_office(tmp_path, pdf=QuickPdf(), outbox=server)
    school.report()
    return school


class AwayOutbox:
    """A mail server that is away until somebody says otherwise."""

    real: Outbox
    away = False

    def check(self) -> list[Problem]:
        """Whether it is there."""
        return [Problem(where="mail.out", what="It is away.", what_to_do="Wait.")] if self.away else []

    def send(self, mail: OutgoingMail) -> None:
        """As the real one."""
        self.real.send(mail)


def test_a_letter_that_could_not_leave_on_its_day_is_dated_again_without_a_new_yes(tmp_path: Path) -> None:
    """Approved for 3 November, the mail server away until the 6th: dated that day, and gone on it."""
    server = AwayOutbox()
    school = by_email(tmp_path, server)
    school.head_approves()
    server.away = True
    school.day("2026-11-03")
    school.day("2026-11-05")
    server.away = False
    school.day("2026-11-06")
    assert school.letters() == ["L1.1 posted"]
    posted = school.case().last_posted
    assert posted is not None
    assert (posted.method, posted.date_on_letter) == (Method.MAIL, date(2026, 11, 6))
    assert (len(of_kind(school, LetterApproved)), len(of_kind(school, LetterDated))) == (1, 2)
    assert verify(school.folder / "data") == []


def test_an_approval_typed_after_a_reminder_is_not_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reminder changes nothing that the head has read."""
    school = reported_school(tmp_path)
    seen = school.case().last_seq
    school.day("2026-11-03")
    assert school.case().last_seq > seen
    window = Terminal(school.folder, capsys)
    said = window.type("approve", REF, "--seen", str(seen), "--by", "Mrs Hollis", "--today", "2026-11-03")
    assert (
        said.code,
        "is dated Wednesday 4 November 2026, answer by Friday 13 November 2026" in said.out,
    ) == (0, True)


def test_a_code_that_ran_out_in_the_holidays_counts_again_with_the_next_reminder(tmp_path: Path) -> None:
    """Nobody is written to between terms; the first email after them carries the same code."""
    school = patient(tmp_path)
    for day in ("2026-12-17", "2026-12-18", "2026-12-30"):
        school.day(day)
    school.press(asked(school)[0].links[0], HEAD)
    school.round()
    assert of_kind(school, LetterApproved) == []
    for day in ("2027-01-05", "2027-01-06", "2027-01-12"):
        school.day(day)
    assert "This letter has waited since Monday 2 November 2026" in " ".join(asked(school)[-1].text.split())
    school.press(asked(school)[0].links[0], HEAD)
    school.round()
    assert (school.letters(), school.in_hand().date_on_letter) == (["L1.1 posting"], date(2027, 1, 13))


def test_with_a_lost_secret_the_reminder_carries_a_new_code(tmp_path: Path) -> None:
    """The old one cannot be made again; the letter is the same version, and the head can answer."""
    school = reported_school(tmp_path)
    (school.folder / "data" / "secret.key").unlink()
    later = an_office(tmp_path, date(2026, 11, 3))
    later.numbers = school.numbers
    later.round()
    first, second = asked(later)
    assert code_in(first) != code_in(second)
    later.press(second.links[0], HEAD)
    later.round()
    assert later.letters() == ["L1.1 posting"]


def test_the_alternate_is_asked_with_a_code_and_a_version_of_their_own(tmp_path: Path) -> None:
    """The letter carries the name of who approves it: two people asked, two versions, two codes."""
    school = reported_school(tmp_path)
    days(school, 14)
    hashes = {one.code_hash for one in of_kind(school, ApprovalAsked) if isinstance(one, ApprovalAsked)}
    assert (len(hashes), [one.approver for one in school.in_hand().codes]) == (2, ["alternate"])
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]


def test_a_letter_about_access_is_still_drafted_anew_each_time_its_date_passes(tmp_path: Path) -> None:
    """Whoever approves a notice sees the very dates; no places, and a version for each date."""
    school = cleared(tmp_path)
    school.decided("B1", "He named the gate and the time.")
    school.supplied("B1", **BAR_FIELDS, proposed_length="one term")
    first = school.in_hand()
    assert (first.letter, first.slots, first.date_on_letter) == ("B1", {}, date(2026, 11, 3))
    days(school, 5)
    assert school.in_hand().version == first.version + 2


@pytest.mark.parametrize("own", ["{{ letter_date[:7] }}", "{{ letter_date | upper }}"])
def test_a_word_file_that_cuts_a_date_up_is_approved_with_its_dates(own: str, tmp_path: Path) -> None:
    """Its places could not be filled in with the same result, so there are none: exact bytes, as for a bar."""
    school = reported_school(tmp_path)
    folder = school.folder / "letter_templates"
    folder.mkdir(exist_ok=True)
    document = Document(str(school.office.template("L1")))
    document.add_paragraph(own)
    document.save(str(folder / "L1-removal-request.docx"))
    school.day("2026-11-03")
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]
    assert (school.in_hand().slots, school.in_hand().date_on_letter) == ({}, date(2026, 11, 4))


def test_a_quotation_that_looks_like_a_place_stays_a_quotation(tmp_path: Path) -> None:
    """Nothing that a person wrote is ever taken for a date of ours."""
    school = reported_school(tmp_path)
    school.supplied("L1", quoted_words=f"They wrote {ANSWER} to us")
    assert school.in_hand().slots == {}
    assert f"They wrote {ANSWER} to us" in school.letter_text()


def test_what_the_approver_should_know_first_makes_a_new_version(tmp_path: Path) -> None:
    """It turns out that the adult works for the school: the yes is not asked for without that."""
    school = reported_school(tmp_path)
    (school.folder / "people.csv").write_text(
        PEOPLE.replace("01632 960401,", "01632 960401,staff"), encoding="utf-8"
    )
    with pytest.raises(Refused, match="works for or governs the school"):
        approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    school.round()
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]


def test_a_damaged_register_delays_a_letter_and_voids_nothing(tmp_path: Path) -> None:
    """Half an export is no changed fact: the draft waits, a yes is kept, and the letter goes when the rest is there."""
    school = reported_school(tmp_path)
    register = school.folder / "people.csv"
    whole = register.read_text(encoding="utf-8")
    lines = [line for line in whole.splitlines() if "Dunn" not in line]
    register.write_text("\n".join([*lines[:3], "A199,Mr,Half"]) + "\n", encoding="utf-8")
    days(school, 1)
    assert school.letters() == ["L1.1 drafted"]
    approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    school.round()
    assert school.letters() == ["L1.1 approved"]
    register.write_text(whole, encoding="utf-8")
    days(school, 1)
    assert (school.letters(), len(of_kind(school, LetterDrafted))) == (["L1.1 posting"], 1)
