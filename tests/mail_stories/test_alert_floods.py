"""Alerts in a flood: those about the register go first, what waits is loud, the log says what is so."""

from pathlib import Path

import pytest
from fakes_mail import MemoryOutbox
from office import DEPUTY, DSL, HEAD, OFFICE, THREAT, Rehearsal, an_office, form

from letterladder.desk.checking import check_everything
from letterladder.ground.errors import Problem, WorldFailed
from letterladder.ground.values import replace
from letterladder.rules.cases.events import AlertRaised, AlertSent
from letterladder.rules.mails.mail_budget import SINGLY
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.rules.people.school import Mailing
from letterladder.workflows.telling import MOST_LOGGED

MOST = 2
"""Emails to one person in one day; four alerts of each budget."""


class Picky(MemoryOutbox):
    """Takes no email to one address."""

    def __init__(self, refused: str) -> None:
        super().__init__()
        self.refused = refused

    def send(self, mail: OutgoingMail) -> None:
        """Keep it, or refuse it whole."""
        if self.refused in mail.to:
            raise WorldFailed(
                Problem(where="smtp", what=f"{self.refused} is refused.", what_to_do="Correct it.")
            )
        super().send(mail)


def a_school(tmp_path: Path, outbox: MemoryOutbox | None = None) -> tuple[Rehearsal, MemoryOutbox]:
    """A school that sends few emails to one person in one day."""
    outbox = outbox or MemoryOutbox()
    school = an_office(tmp_path, outbox=outbox)
    settings = replace(school.office.school, mailing=Mailing(most_per_day=MOST))
    school.office = replace(school.office, school=settings)
    return school, outbox


def strangers(school: Rehearsal, number: int, sender: str = "") -> None:
    """So many threats that name nobody, each from another stranger, or all from one."""
    for count in range(number):
        address = sender or f"s{count}@elsewhere.example"
        school.write(address, f"listen {count}", f"I am going to kill somebody at the gate, number {count}.")


def threat(school: Rehearsal, parent: str = "Mr Ross Dunn", pupil: str = "Ella Dunn, 4B") -> None:
    """Staff report a threat of a parent of the register."""
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form(parent, pupil, THREAT))


def alerts(outbox: MemoryOutbox) -> list[str]:
    """What each alert that left is about: a case, the summary, or an email of a stranger."""
    left = [mail for mail in outbox.sent if mail.kind is MailKind.ALERT]
    return [mail.ref or ("summary" if mail.gathers else "stranger") for mail in left]


def test_the_alert_about_a_parent_goes_before_all_of_a_flood(tmp_path: Path) -> None:
    """Though it came in last."""
    school, outbox = a_school(tmp_path)
    strangers(school, 12)
    threat(school)
    school.round()
    assert alerts(outbox)[0] == "2026-0001"


def test_a_parent_is_alerted_about_after_a_flood_of_earlier_rounds_too(tmp_path: Path) -> None:
    """What strangers used up of the day does not count against it."""
    school, outbox = a_school(tmp_path)
    for _ in range(3):
        strangers(school, 6)
        school.round()
    threat(school)
    school.round()
    assert alerts(outbox)[-1] == "2026-0001"


def test_a_flood_about_one_parent_does_not_hold_back_the_alert_about_another(tmp_path: Path) -> None:
    """The first alert of a day about each person is under no cap."""
    school, outbox = a_school(tmp_path)
    for _ in range(8):
        threat(school)
    threat(school, "Mr Emeka Okoro", "Ada Okoro, 2A")
    school.round()
    assert alerts(outbox)[:2] == ["2026-0001", "2026-0002"]


def test_a_flood_of_one_stranger_does_not_hold_back_the_alert_of_another(tmp_path: Path) -> None:
    """The first of each sender goes before the second of any."""
    school, outbox = a_school(tmp_path)
    strangers(school, 12, "flood@elsewhere.example")
    strangers(school, 1, "other@elsewhere.example")
    school.round()
    senders = {mail.about for mail in outbox.sent if mail.kind is MailKind.ALERT and not mail.known}
    assert len(senders) == 2


def test_other_mails_do_not_use_up_what_alerts_may_be(tmp_path: Path) -> None:
    """Nor the other way round: the day's notices go out behind a flood of alerts."""
    school, outbox = a_school(tmp_path)
    strangers(school, 12)
    for number in range(MOST):
        notice = OutgoingMail(
            message_id=f"<{number}@x.example>", kind=MailKind.NOTICE, to=(DSL,), subject="x", text="x"
        )
        school.office.queue.put(notice)
    school.round()
    assert sum(mail.kind is MailKind.NOTICE for mail in outbox.sent) == MOST


def test_what_a_cap_holds_back_is_said_at_once_in_one_alert(tmp_path: Path) -> None:
    """To both, with the number; and in the round's problems, so in its exit code."""
    school, outbox = a_school(tmp_path)
    strangers(school, 12)
    tally = school.round()
    said = [mail for mail in outbox.sent if mail.gathers]
    assert [(mail.to, mail.subject) for mail in said] == [
        ((DSL, DEPUTY), "[Letterladder] URGENT: 8 more alerts, please look now")
    ]
    assert "letterladder intray" in said[0].text
    assert any("8 alerts were told together" in one.what for one in tally.problems)


def test_it_is_said_again_when_they_are_twice_as_many(tmp_path: Path) -> None:
    """Not in every round: that would be a flood of its own."""
    school, outbox = a_school(tmp_path)
    for _ in range(5):
        strangers(school, 8)
        school.round()
    numbers = [mail.subject.split()[2] for mail in outbox.sent if mail.gathers]
    assert numbers == ["4", "12", "28"]


def test_what_was_told_together_does_not_come_again_on_the_days_after(tmp_path: Path) -> None:
    """A flood of one hour would go on for days; the alarms about what nobody has taken go on, in one email."""
    school, outbox = a_school(tmp_path)
    strangers(school, 30)
    for _ in range(7):
        threat(school)
    school.round()
    assert school.office.queue.waiting() == []
    before = len(outbox.sent)
    school.day("2026-11-03")
    later = [mail for mail in outbox.sent[before:] if mail.kind is MailKind.ALERT]
    assert [mail.again for mail in later] == [True]
    assert "31 alarms" in later[0].subject


def test_the_log_of_a_case_says_that_an_alert_was_told_with_others(tmp_path: Path) -> None:
    """So that nothing of it is left to be told."""
    school, _ = a_school(tmp_path)
    for _ in range(9):
        threat(school)
    school.round()
    assert not school.case().untold
    assert school.kinds().count("AlertSent") == school.kinds().count("AlertRaised")


def test_a_flood_is_loud_for_the_rest_of_its_day(tmp_path: Path) -> None:
    """By the sign that a monitor sees, by `check` and by each round; not on the next day."""
    school, _ = a_school(tmp_path)
    strangers(school, 6)
    school.round()
    sign = school.folder / "data" / "ALERT.txt"
    assert "SO MANY ALERTS CAME IN" in sign.read_text()
    places = [one.where for one in check_everything(school.folder, school.clock, login=False)[0]]
    assert "a flood of emails" in places
    assert "a flood of emails" in [one.where for one in school.round().problems]
    school.day("2026-11-03")
    places = [one.where for one in check_everything(school.folder, school.clock, login=False)[0]]
    assert "a flood of emails" not in places
    assert not sign.exists()


def test_what_is_not_yet_told_together_is_loud_and_leaves_within_the_hour(tmp_path: Path) -> None:
    """One more of a flood: nothing new is in it, so it waits for others, for an hour at most."""
    school, outbox = a_school(tmp_path)
    strangers(school, 12)
    school.round()
    strangers(school, 1, "late@elsewhere.example")
    tally = school.round()
    assert any("1 alert about danger has not been sent yet" in one.what for one in tally.problems)
    places = [one.where for one in check_everything(school.folder, school.clock, login=False)[0]]
    assert "alerts" in places
    assert "SO MANY ALERTS CAME IN" in (school.folder / "data" / "ALERT.txt").read_text()
    school.at("2026-11-02 11:00")
    assert [mail.subject.split()[2] for mail in outbox.sent if mail.gathers] == ["8", "9"]


def test_strangers_approvals_do_not_hold_back_a_letter_to_post(tmp_path: Path) -> None:
    """Sixty confused or forged approvals are a few notices and one with a count; the office hears of the letter."""
    outbox = MemoryOutbox()
    school = an_office(tmp_path, outbox=outbox)
    school.report()
    code = next(mail for mail in outbox.sent if mail.kind is MailKind.APPROVAL)
    for number in range(60):
        school.write(f"s{number}@elsewhere.example", f"letter {number}", "APPROVE K7QM-2R9T")
    school.round()
    yes = code.text.partition("APPROVE ")[2][:9]
    school.write(HEAD, "Re: the letter", f"APPROVE {yes}", in_reply_to=code.message_id)
    school.round()
    notices = [mail for mail in outbox.sent if mail.kind is MailKind.NOTICE and OFFICE in mail.to]
    assert "Please post a letter" in notices[-1].subject
    assert len(notices) == SINGLY + 2
    assert [mail.subject for mail in notices if mail.gathers] == [
        "[Letterladder] Please look: 48 more emails came in"
    ]


def test_the_mails_of_one_parent_do_not_hold_back_a_notice_of_another(tmp_path: Path) -> None:
    """Of each case, the day's first notice of a kind goes, whatever came before it; the rest is told together."""
    school, outbox = a_school(tmp_path)
    school.report()
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    for number in range(9):
        school.write(
            "ross.dunn@letterbox.example", f"and {number}", f"I will think about it, number {number}."
        )
    school.write("emeka.okoro@letterbox.example", "sorry", "I have taken it down, and I am sorry.")
    school.round()
    answers = [mail for mail in outbox.sent if "probably an answer" in mail.subject]
    assert {mail.ref for mail in answers} == {"2026-0001", "2026-0002"}
    assert any("more emails came in" in mail.subject for mail in outbox.sent)


def test_the_log_of_emails_says_told_only_after_it_left(tmp_path: Path) -> None:
    """Of an alert about an email in the in-tray, and of one that was told with others."""
    school, outbox = a_school(tmp_path)
    outbox.fails = True
    strangers(school, 6)
    school.round()
    assert [one.sent_at for row in school.mails() for one in row.told] == [None] * 6
    outbox.fails = False
    school.round()
    school.round()
    sent = [one.sent_at for row in school.mails() for one in row.told]
    assert None not in sent
    assert len(sent) == 6


def test_the_log_does_not_grow_with_each_repeat_of_a_flood_that_nobody_takes(tmp_path: Path) -> None:
    """Of some of them it says that their alarm was repeated; the email counts them all, and is due once in its time."""
    school, outbox = a_school(tmp_path)
    strangers(school, MOST_LOGGED + 20)
    school.round()
    school.at("2026-11-02 10:20")
    assert f"{MOST_LOGGED + 20} alarms" in [mail for mail in outbox.sent if mail.again][-1].subject
    told = [len(row.told) for row in school.mails()]
    assert told.count(2) == MOST_LOGGED
    repeats = sum(mail.again for mail in outbox.sent)
    school.at("2026-11-02 10:25")
    assert sum(mail.again for mail in outbox.sent) == repeats


def test_the_log_says_sent_only_after_it_was_sent(tmp_path: Path) -> None:
    """While the server is away it says that an alert was raised, and no more."""
    school, outbox = a_school(tmp_path)
    outbox.fails = True
    threat(school)
    tally = school.round()
    assert "AlertSent" not in school.kinds()
    assert any("1 alert about danger has not been sent yet" in one.what for one in tally.problems)
    assert "NO EMAILS CAN BE SENT" in (school.folder / "data" / "ALERT.txt").read_text()
    outbox.fails = False
    school.round()
    assert school.kinds()[-1] == "AlertSent"


def test_the_log_names_those_who_were_told(tmp_path: Path) -> None:
    """Raised names nobody as told; sent names both, by the Message-ID of the email."""
    school, outbox = a_school(tmp_path)
    threat(school)
    school.round()
    events = [entry.event for entry in school.office.cases.read("2026-0001")]
    raised = next(one for one in events if isinstance(one, AlertRaised))
    sent = next(one for one in events if isinstance(one, AlertSent))
    assert (raised.told, sent.to, sent.message_id) == ([], [DSL, DEPUTY], outbox.sent[0].message_id)


@pytest.mark.parametrize(("refused", "reached"), [(DSL, DEPUTY), (DEPUTY, DSL)])
def test_an_alert_reaches_whom_it_can(tmp_path: Path, refused: str, reached: str) -> None:
    """One wrong address in school.toml does not keep the other person in the dark; the log says who was told."""
    school, _ = a_school(tmp_path, Picky(refused))
    threat(school)
    tally = school.round()
    sent = next(e.event for e in school.office.cases.read("2026-0001") if isinstance(e.event, AlertSent))
    assert sent.to == [reached]
    assert any(refused in one.what for one in tally.problems)


def test_a_stop_between_sending_and_noting_sends_none_twice(tmp_path: Path) -> None:
    """The log says that it was sent, the queue does not yet: it leaves the queue and nothing else happens."""
    school, outbox = a_school(tmp_path)
    threat(school)
    school.round()
    again = replace(outbox.sent[0], message_id="<again@x.example>")
    raised = AlertRaised(flags=[], told=[], message_id=again.message_id, to=[DSL])
    school.office.note("2026-0001", raised, AlertSent(to=[DSL], message_id=again.message_id))
    school.office.queue.put(again)
    school.round()
    assert [mail.message_id for mail in outbox.sent].count(again.message_id) == 0
    assert school.office.queue.waiting() == []


def test_an_alert_that_left_just_before_a_stop_is_noted_by_the_next_round(tmp_path: Path) -> None:
    """The queue knows that it was sent, the log does not: the look at the case puts that right."""
    school, outbox = a_school(tmp_path)
    threat(school)
    school.round()
    left = replace(outbox.sent[0], message_id="<left@x.example>")
    school.office.queue.put(left)
    school.office.queue.sent(left.message_id)
    raised = AlertRaised(flags=[], told=[], message_id=left.message_id, to=[DSL])
    school.office.note("2026-0001", raised)
    assert school.case().untold
    school.round()
    assert not school.case().untold


@pytest.mark.parametrize(
    ("said", "raw"),
    [
        ("alert.j2 could not be written", "Gefahr f\xfcr {{ nobody }}".encode("latin-1")),
        ("alert.j2 is empty", b" \n"),
    ],
)
def test_an_alert_whose_own_text_is_broken_is_sent_in_plain_words(
    said: str, raw: bytes, tmp_path: Path
) -> None:
    """A school's alert.j2 with a misspelt field, saved as Latin-1 or emptied, keeps nobody in the dark."""
    school, outbox = a_school(tmp_path)
    (school.folder / "letter_templates" / "alert.j2").write_bytes(raw)
    threat(school)
    school.round()
    assert alerts(outbox) == ["2026-0001"]
    assert said in outbox.sent[0].text


def test_the_alert_about_a_mail_on_no_case_is_queued_once(tmp_path: Path) -> None:
    """Also where the program stopped after it was queued, and the email is judged again."""
    school, outbox = a_school(tmp_path)
    strangers(school, 1)
    school.round()
    # Seen again, without a verdict: as if the program had stopped before it could log one.
    school.office.mail_log.append(school.clock.now(), "rules", school.mails()[0].seen)
    school.round()
    assert alerts(outbox) == ["stranger"]


class Choosy(MemoryOutbox):
    """Is there, and takes all emails but the alert of one case."""

    refused_ref = "2026-0001"

    def send(self, mail: OutgoingMail) -> None:
        """Keep it, or refuse it whole."""
        if mail.kind is MailKind.ALERT and mail.ref == self.refused_ref:
            raise WorldFailed(Problem(where="smtp", what="Refused: 550.", what_to_do="Ask."))
        super().send(mail)


def a_refused_alert(tmp_path: Path) -> tuple[Rehearsal, Choosy]:
    """A school on the third day of an alert that the server refuses, while other emails leave."""
    outbox = Choosy()
    school, _ = a_school(tmp_path, outbox)
    threat(school)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    for day in ("2026-11-03", "2026-11-04"):
        school.day(day)
    return school, outbox


def test_the_sign_stays_while_one_alert_is_refused(tmp_path: Path) -> None:
    """Though other emails leave; nobody hears that all is well again before it is."""
    school, outbox = a_refused_alert(tmp_path)
    sign = school.folder / "data" / "ALERT.txt"
    assert "AN ALERT ABOUT DANGER CANNOT BE SENT" in sign.read_text()
    assert not any("going out again" in mail.subject for mail in outbox.sent)
    outbox.refused_ref = ""
    school.round()
    school.round()
    assert not sign.exists()
    assert sum("going out again" in mail.subject for mail in outbox.sent) == 1


def test_two_others_hear_once_that_an_alert_is_refused(tmp_path: Path) -> None:
    """Neither of them is one to whom it was refused, for that address may be the fault; they learn where to look."""
    _, outbox = a_refused_alert(tmp_path)
    told = [mail for mail in outbox.sent if "an alert could not be sent" in mail.subject]
    assert [mail.to for mail in told] == [(OFFICE, HEAD)]
    assert "letterladder intray" in told[0].text
    assert "2026-0001" in told[0].text


def test_a_colleague_is_heard_behind_a_flood_of_strangers(tmp_path: Path) -> None:
    """Whoever writes from the school's own domain is not a stranger, and has a budget apart from theirs."""
    school, outbox = a_school(tmp_path)
    strangers(school, 12)
    school.round()
    before = len(alerts(outbox))
    school.write(
        "n.new@larkfield.example", "gate", "A dad is at the gate with a knife and says he will stab us."
    )
    school.round()
    assert alerts(outbox)[before:] == ["stranger"]


def test_a_flood_in_the_name_of_one_colleague_keeps_no_other_back(tmp_path: Path) -> None:
    """The first alert of a day about an email of each of them goes, whatever the budget says."""
    school, outbox = a_school(tmp_path)
    strangers(school, 12, "b.aldous@larkfield.example")
    school.round()
    school.write(
        "n.new@larkfield.example", "gate", "A dad is at the gate with a knife and says he will stab us."
    )
    school.round()
    assert len({mail.about for mail in outbox.sent if mail.own}) == 2


def test_a_summary_is_due_anew_for_a_new_kind_of_danger(tmp_path: Path) -> None:
    """A number alone hides it: one more alert that waits is not twice as many."""
    school, outbox = a_school(tmp_path)
    strangers(school, 12)
    school.round()
    school.write(
        "flood@elsewhere.example", "help", "My dad hits me when he is drunk and I want to end my life."
    )
    for _ in range(2):
        school.round()
    numbers = [mail.subject.split()[2] for mail in outbox.sent if mail.gathers]
    assert numbers == ["8", "9"]
