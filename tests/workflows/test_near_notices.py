"""Every email about a case goes by the chain: not to whom it is too near, while somebody else of the school is left."""

import re
from pathlib import Path

import pytest
from office import ALTERNATE, DEPUTY, DSL, DUNN, DUNN_MAIL, HEAD, OFFICE, Rehearsal, edited, school_folder
from office import an_office as office_in
from prepared import posted_school, reported_school

from letterladder.desk import notice_samples
from letterladder.rules.mails.gathered import Gathering
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.rules.office.pulse import Pulse
from letterladder.rules.people.school import DSL as DSL_ROLE
from letterladder.rules.people.school import HEAD as HEAD_ROLE
from letterladder.rules.people.school import OFFICE as OFFICE_ROLE
from letterladder.rules.words import Outcome, RequestAbout
from letterladder.workflows.gathering import gathered_mail
from letterladder.workflows.held_alerts import refusal_due
from letterladder.workflows.notices import SUBJECTS, tell
from letterladder.workflows.requesting import NewRequest, record_request

REF = "2026-0001"
OF_NO_CASE = {"unclear", "agreements", "agreements-to-post"}
NO_MAILS_OF = {
    "held_alerts.py": "names no case to which a reader is too near",
    "raising.py": "asks who is near",
    "telling.py": "asks who is near",
    "alerting.py": "asks who is near",
    "readers.py": "is the place",
    "telling_signers.py": "tells people what was done in their own name",
    "liveness.py": "names no case",
    "troubles.py": "names parts of the program",
    "disk_gone.py": "names no case",
}


def related(tmp_path: Path, *roles: str, adult: str = DUNN) -> None:
    """These people are noted as related to the adult."""
    settings = tmp_path / "school" / "school.toml"
    text = settings.read_text("utf-8")
    for role in roles:
        text, found = re.subn(rf"(?m)^\[people\.{role}\].*$", rf'\g<0>\nrelated = ["{adult}"]', text)
        assert found == 1
    settings.write_text(text, "utf-8")


def near(tmp_path: Path, *roles: str, posted: bool = False) -> Rehearsal:
    """A school with a case of Mr Dunn's, to whom these people turn out to be related."""
    (posted_school if posted else reported_school)(tmp_path)
    related(tmp_path, *roles)
    school = office_in(tmp_path)
    if posted:
        school.clock.turn_to(school.clock.today().replace(day=4))
    return school


def fresh(tmp_path: Path, *roles: str) -> Rehearsal:
    """The same, noted before anything came in."""
    school_folder(tmp_path)
    related(tmp_path, *roles)
    return office_in(tmp_path)


def sent(school: Rehearsal, words: str, since: int = 0) -> list[tuple[str, ...]]:
    """To whom each email went whose subject says this."""
    return [mail.to for mail in school.sent_mails()[since:] if words in mail.subject]


@pytest.mark.parametrize("text", sorted({*SUBJECTS} - OF_NO_CASE))
def test_a_notice_passes_by_whoever_is_too_near(tmp_path: Path, text: str) -> None:
    """Each kind: not to the DSL and the office who are related; to the next of the chain where nobody else is left."""
    school = near(tmp_path, "dsl", "office")
    fields = _fields(school, text)
    for roles, expected in (
        ((DSL_ROLE, OFFICE_ROLE), (DEPUTY,)),
        ((OFFICE_ROLE,), (DEPUTY,)),
        ((OFFICE_ROLE, HEAD_ROLE), (HEAD,)),
    ):
        before = len(school.office.queue.waiting())
        tell(school.office, text, roles, ref=REF, **fields)  # type: ignore[arg-type]
        (mail,) = school.office.queue.waiting()[before:]
        assert mail.to == expected, (text, roles)


def _fields(school: Rehearsal, text: str) -> dict[str, object]:
    found = (*notice_samples._of_mails(school.office, REF), *notice_samples._of_steps(school.office, "L1"))
    return next(fields for name, _, _, fields in found if name == text)


def test_somebody_hears_where_all_are_too_near(tmp_path: Path) -> None:
    """The usual readers get it, as a notice never goes to nobody."""
    school = near(tmp_path, "dsl", "deputy", "office", "head", "alternate")
    tell(
        school.office,
        "further-report",
        (DSL_ROLE, OFFICE_ROLE),
        ref=REF,
        received="today",
        who="staff",
        voids=True,
    )
    assert set(school.office.queue.waiting()[-1].to) == {DSL, OFFICE}


@pytest.mark.parametrize(("role", "left"), [("dsl", (OFFICE,)), ("office", (DSL,))])
def test_an_answer_and_a_further_report_go_to_the_other(
    tmp_path: Path, role: str, left: tuple[str, ...]
) -> None:
    """As they come in by email, taken in by a round."""
    school = near(tmp_path, role, posted=True)
    school.write(DUNN_MAIL, f"Re: [{REF}]", "I have taken it down and I am sorry.")
    school.report(what='"Mr Lowell is a fool." he wrote again', link="https://www.social.example/posts/99")
    assert sent(school, "probably an answer") + sent(school, "further report")
    for to in sent(school, "probably an answer") + sent(school, "further report"):
        assert to == left


def test_a_letter_to_post_is_not_asked_of_the_adults_family(tmp_path: Path) -> None:
    """The office is related: the DSL is asked to post it."""
    school = near(tmp_path, "office")
    school.head_approves()
    assert sent(school, "Please post a letter") == [(DSL,)]


def test_what_is_missing_is_not_told_to_who_is_too_near(tmp_path: Path) -> None:
    """A letter that lacks something: the office hears of it, and not the DSL."""
    school = near(tmp_path, "dsl", posted=True)
    school.answered(Outcome.REFUSED)
    school.decided("L2", "He refused.")
    assert set(sent(school, "what a letter needs")) <= {(OFFICE,)}
    assert sent(school, "what a letter needs")


def test_a_reminder_goes_to_the_others(tmp_path: Path) -> None:
    """Neither before the day nor when it is over to the DSL and the office, who are related."""
    school = near(tmp_path, "dsl", "office", posted=True)
    since = len(school.sent_mails())
    for day in (
        "2026-11-10",
        "2026-11-11",
        "2026-11-12",
        "2026-11-13",
        "2026-11-16",
        "2026-11-17",
        "2026-11-18",
    ):
        school.day(day)
    told = [mail.to for mail in school.sent_mails()[since:] if mail.kind == "reminder"]
    assert told
    assert {one for to in told for one in to} == {HEAD}


def test_a_request_is_reminded_of_to_the_others(tmp_path: Path) -> None:
    """A request about a case of a relative of the DSL; and one that is in an email about them."""
    school = near(tmp_path, "dsl", posted=True)
    new = NewRequest(about=RequestAbout.SUBJECT_ACCESS, received=school.clock.today(), who="R D", ref=REF)
    record_request(school.office, new, by="Mrs Binns")
    for day in (
        "2026-11-27",
        "2026-11-30",
        "2026-12-01",
        "2026-12-02",
        "2026-12-03",
        "2026-12-04",
        "2026-12-07",
    ):
        school.day(day)
    told = sent(school, "Please answer a request")
    assert told
    assert all(DSL not in to for to in told)


@pytest.mark.parametrize("late", [False, True])
def test_an_approval_is_asked_of_the_alternate(tmp_path: Path, late: bool) -> None:
    """The head is related: a letter in the alternate's name is put to the alternate."""
    school = near(tmp_path, "head") if late else fresh(tmp_path, "head")
    link = "https://www.social.example/posts/99" if late else "https://www.social.example/posts/4711"
    school.report(link=link)
    assert school.case().alternate
    assert school.newest("approval", REF).to == (ALTERNATE,)
    assert school.office.school.people["alternate"].name in school.letter_text()
    if not late:
        assert not [mail for mail in school.sent_mails() if HEAD in mail.to and REF in mail.subject]


def test_a_decision_is_asked_of_the_alternate(tmp_path: Path) -> None:
    """It was found out after the letter went: what follows the lapse is not the head's to decide."""
    school = near(tmp_path, "head", posted=True)
    since = len(school.sent_mails())
    school.day("2026-11-19")
    decisions = [mail.to for mail in school.sent_mails()[since:] if mail.kind == "decision"]
    assert decisions == [(ALTERNATE,)]


def test_a_yes_that_the_head_owes_is_asked_of_the_alternate_in_its_turn(tmp_path: Path) -> None:
    """The letter was put to the head before anybody knew: its reminders go to the alternate."""
    school = near(tmp_path, "head")
    since = len(school.sent_mails())
    for day in range(3, 14):
        school.day(f"2026-11-{day:02}")
    asked = [mail.to for mail in school.sent_mails()[since:] if mail.kind == "approval"]
    assert len(asked) > 1
    assert {*asked} == {(ALTERNATE,)}


def test_a_head_stays_where_the_alternate_is_as_near(tmp_path: Path) -> None:
    """There is nobody to pass it to: somebody must decide."""
    school_folder(tmp_path)
    related(tmp_path, "head", "alternate")
    school = office_in(tmp_path)
    school.report()
    assert school.newest("approval", REF).to == (HEAD,)


def test_a_reply_of_no_question_is_told_to_somebody_not_too_near(tmp_path: Path) -> None:
    """An email that looks like an approval and names the child of whoever holds the office."""
    school_folder(tmp_path)
    edited(tmp_path / "school", (DUNN_MAIL, OFFICE), file="people.csv")
    school = office_in(tmp_path)
    school.write("a.friend@letterbox.example", "Ella Dunn", "APPROVE 7K2M9PQX")
    school.round()
    told = sent(school, "an approval was not understood")
    assert told
    assert all(OFFICE not in to for to in told)


def test_a_list_of_alerts_that_wait_names_no_case_of_a_readers_family(tmp_path: Path) -> None:
    """They hear how many wait; the case of the DSL's relative is counted and not named."""
    school = near(tmp_path, "dsl", "office")
    held = [
        OutgoingMail(
            message_id=f"<{n}@x.example>", kind=MailKind.ALERT, to=(DSL,), subject="", text="", ref=REF
        )
        for n in range(2)
    ]
    found = gathered_mail(school.office, Gathering(to=(DSL,), is_alert=True, mails=tuple(held)), Pulse())
    assert REF not in found.text
    assert "More cases" in found.text
    refused = refusal_due(school.office, held, Pulse())
    assert refused
    assert REF not in refused.text


def test_what_names_no_case_goes_to_everybody(tmp_path: Path) -> None:
    """The counts of the morning, and that nothing can be fetched: no case is in them."""
    reported_school(tmp_path)
    related(tmp_path, "dsl", "head")
    edited(tmp_path / "school", ("heartbeat = false", "heartbeat = true"))
    school = office_in(tmp_path)
    school.day("2026-11-03")
    beats = [mail for mail in school.sent_mails() if mail.kind == "heartbeat"]
    assert beats
    assert all(DSL in mail.to or HEAD in mail.to for mail in beats)
    assert not any(re.search(r"20\d\d-\d{4}", mail.text) for mail in beats)


def test_whoever_writes_to_roles_asks_who_is_near() -> None:
    """A new email to roles goes by `readers.py`, or its reason is said here."""
    folder = Path(__file__).parents[2] / "workflows"
    found = {file.name for file in folder.rglob("*.py") if ".mails_of(" in file.read_text("utf-8")}
    assert found == {*NO_MAILS_OF}
