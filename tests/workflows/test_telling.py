"""People hear of the in-tray: in the minute, once, the next person in time, an alarm until somebody has it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from fakes_mail import MemoryOutbox
from office import (
    DEPUTY,
    DSL,
    HEAD,
    OFFICE,
    THREAT,
    Rehearsal,
    SentMail,
    an_office,
    edited,
    form,
    school_folder,
)

from letterladder.ground.values import replace
from letterladder.records.logs.mail_log_file import FolderMailLog
from letterladder.rules.cases.events import AlertRepeated, AlertSeen
from letterladder.rules.mails.mail_log import AnyMailEvent, CardTold
from letterladder.rules.mails.outgoing import MailKind
from letterladder.rules.people.school import Mailing
from letterladder.workflows.answering import TriageOrder
from letterladder.workflows.filing_by_hand import file_by_hand
from letterladder.workflows.taking import take_alert, take_mail

CHAIR = "chair@larkfield.example"
UNCLEAR = "I saw something bad online about a mum, please act."
KNIFE = "A dad is at the gate with a knife and says he will stab us."
THANKS = "Thank you all so much for the lovely assembly."
OPENING = "2026-11-02 09:00"


def a_school(tmp_path: Path, *changes: tuple[str, str]) -> Rehearsal:
    """A school on a Monday at nine."""
    school_folder(tmp_path)
    edited(tmp_path / "school", *changes)
    school = an_office(tmp_path)
    school.at(OPENING)
    return school


def amber(school: Rehearsal, number: int = 1) -> None:
    """So many emails that somebody must read today."""
    for count in range(number):
        school.write(f"n{count}@elsewhere.example", f"seen online {count}", f"{UNCLEAR} Number {count}.")


def cards(school: Rehearsal) -> list[SentMail]:
    """Our emails about what is in the in-tray, without alarms."""
    return [mail for mail in school.sent_mails() if mail.kind == "card"]


def alarms(school: Rehearsal) -> list[SentMail]:
    """Our alarms."""
    return [mail for mail in school.sent_mails() if mail.kind == "alert"]


def taken(school: Rehearsal, place: int = 0) -> None:
    """The deputy has an email."""
    take_mail(school.office, school.mails()[place], "Mr Imran Sadiq", by="Mr Imran Sadiq")


def put_aside(school: Rehearsal, place: int = 0) -> None:
    """The office puts an email aside."""
    order = TriageOrder(note="nothing in it")
    file_by_hand(school.office, school.mails()[place].seen.sha256, "none", order, by="Mrs Binns")


def test_an_email_to_read_today_is_told_in_the_same_round(tmp_path: Path) -> None:
    """To the DSL and the deputy, with the time and what to do, and before the email leaves the log says so."""
    school = a_school(tmp_path)
    amber(school)
    school.round()
    (mail,) = cards(school)
    assert (mail.to, mail.subject) == (
        (DSL, DEPUTY),
        "[Letterladder] Please read today: a safeguarding email",
    )
    short = school.mails()[0].seen.sha256[:12]
    assert "by 11.00 am today" in mail.text
    assert f'letterladder take {short} --by "your name"' in mail.text
    assert "the Headteacher will be told" in mail.text
    told = school.mails()[0].told
    assert [(one.event.message_id, one.event.stage) for one in told] == [(mail.message_id, 1)]


def test_it_says_nothing_that_the_email_says(tmp_path: Path) -> None:
    """No name, no word, no address: it is read on telephones."""
    school = a_school(tmp_path)
    words = "Zebedee Quartz says that Mr Ross Dunn and Ella Dunn are worms at quagga.example."
    school.write("Zebedee Quartz <zq@elsewhere.example>", "aardvark", words)
    school.round()
    (mail,) = cards(school)
    said = f"{mail.subject}\n{mail.text}"
    secret = ("Zebedee", "Quartz", "zq@", "Dunn", "Ross", "Ella", "worms", "aardvark", "quagga")
    assert [word for word in secret if word in said] == []


def test_nobody_is_told_twice_in_time(tmp_path: Path) -> None:
    """Rounds come every few minutes."""
    school = a_school(tmp_path)
    amber(school)
    for moment in ("09:00", "09:03", "10:59"):
        school.at(f"2026-11-02 {moment}")
    assert len(cards(school)) == 1


def test_the_next_person_is_told_when_nobody_has_it_in_time(tmp_path: Path) -> None:
    """The head after two hours, the alternate after two more, and then nobody is left."""
    school = a_school(tmp_path)
    amber(school)
    for moment in (
        "2026-11-02 09:00",
        "2026-11-02 11:00",
        "2026-11-02 13:00",
        "2026-11-02 15:00",
        "2026-11-03 12:00",
    ):
        school.at(moment)
    assert [mail.to for mail in cards(school)] == [(DSL, DEPUTY), (HEAD,), (CHAIR,)]
    assert "Nobody has said yet" in cards(school)[1].text
    assert "will be told" not in cards(school)[2].text


def test_two_hours_end_on_the_next_school_morning(tmp_path: Path) -> None:
    """On a Friday evening the first email goes out at once, and the head hears of it on Monday at nine."""
    school = a_school(tmp_path)
    school.clock.turn_to(school.clock.today().replace(day=6), 19)
    amber(school)
    for moment in ("2026-11-06 19:00", "2026-11-07 12:00", "2026-11-08 20:00", "2026-11-09 08:59"):
        school.at(moment)
    assert [mail.to for mail in cards(school)] == [(DSL, DEPUTY)]
    assert cards(school)[0].about == "Please read by 9.00 am on Monday: a safeguarding email"
    school.at("2026-11-09 09:00")
    assert cards(school)[-1].to == (HEAD,)


def test_whoever_has_an_email_ends_the_telling(tmp_path: Path) -> None:
    """And the log says who."""
    school = a_school(tmp_path)
    amber(school)
    school.round()
    taken(school)
    school.at("2026-11-02 12:00")
    assert len(cards(school)) == 1
    assert school.mails()[0].taken_by == "Mr Imran Sadiq"


def test_an_email_that_was_filed_is_told_of_no_more(tmp_path: Path) -> None:
    """Put aside, it is done with."""
    school = a_school(tmp_path)
    amber(school)
    school.round()
    put_aside(school)
    school.at("2026-11-02 12:00")
    assert len(cards(school)) == 1


@pytest.mark.parametrize("done", [put_aside, taken])
def test_what_was_dealt_with_before_it_could_leave_does_not_leave(
    done: Callable[[Rehearsal], None], tmp_path: Path
) -> None:
    """The mail server was away; when it is back, the email to read is filed, or somebody has it."""
    outbox = MemoryOutbox()
    school_folder(tmp_path)
    school = an_office(tmp_path, outbox=outbox)
    outbox.fails = True
    amber(school)
    school.round()
    done(school)
    outbox.fails = False
    school.round()
    assert [mail.kind for mail in outbox.sent if mail.kind is MailKind.CARD] == []
    assert school.office.queue.waiting() == []


def test_a_flood_is_one_email_with_a_count(tmp_path: Path) -> None:
    """Five hundred emails of one round are one email, ten of them listed."""
    school = a_school(tmp_path)
    amber(school, 120)
    school.round()
    (mail,) = cards(school)
    assert mail.about == "Please read today: 120 safeguarding emails"
    assert "and 110 more" in mail.text
    assert mail.text.count("Seems") == 10


def test_a_flood_over_the_day_is_gathered(tmp_path: Path) -> None:
    """Six go out as they come, then one every half hour at most; each email is told of once."""
    school = a_school(tmp_path)
    for minute in range(0, 55, 3):
        amber(school)
        school.at(f"2026-11-02 09:{minute:02d}")
    school.at("2026-11-02 10:20")
    subjects = [mail.about.rpartition(": ")[2] for mail in cards(school)]
    assert subjects == [*["a safeguarding email"] * 6, "10 safeguarding emails", "3 safeguarding emails"]
    assert all(len(row.told) == 1 for row in school.mails())


def test_an_email_to_sort_waits_for_the_digest(tmp_path: Path) -> None:
    """At eight, one and half past three: nothing at nine, one email at one with all that came."""
    school = a_school(tmp_path)
    for number in range(3):
        school.write(f"n{number}@elsewhere.example", "thanks", f"{THANKS} {number}")
    school.at("2026-11-02 09:00")
    school.at("2026-11-02 12:59")
    assert cards(school) == []
    school.at("2026-11-02 13:00")
    school.at("2026-11-02 15:40")
    (mail,) = cards(school)
    assert (mail.to, mail.about) == ((OFFICE, DSL), "Please sort 3 emails")


def test_no_digest_comes_at_the_weekend(tmp_path: Path) -> None:
    """What came on Saturday is told on Monday at eight."""
    school = a_school(tmp_path)
    school.clock.turn_to(school.clock.today().replace(day=7), 9)
    school.write("n@elsewhere.example", "thanks", THANKS)
    for moment in ("2026-11-07 13:00", "2026-11-08 15:30", "2026-11-09 07:59"):
        school.at(moment)
    assert cards(school) == []
    school.at("2026-11-09 08:00")
    assert [mail.about for mail in cards(school)] == ["Please sort 1 email"]


def test_a_school_may_want_to_hear_of_each_at_once(tmp_path: Path) -> None:
    """plain_when = "at once"; and no later person is told of an email to sort."""
    school = a_school(tmp_path, ('plain_when = "digest" ', 'plain_when = "at once" '))
    school.write("n@elsewhere.example", "thanks", THANKS)
    school.at("2026-11-02 09:00")
    school.at("2026-11-04 12:00")
    assert [mail.about for mail in cards(school)] == ["Please sort 1 email"]


def test_a_school_may_want_alarms_alone(tmp_path: Path) -> None:
    """With on = false there is no email about amber and plain ones; an alarm goes out and is repeated."""
    school = a_school(
        tmp_path, ("on = true                                 # false: nobody", "on = false # nobody")
    )
    amber(school)
    school.write("s@elsewhere.example", "gate", KNIFE)
    school.at("2026-11-02 13:00")
    school.at("2026-11-02 13:15")
    assert (len(cards(school)), len(alarms(school))) == (0, 2)


def test_an_alarm_is_repeated_until_somebody_has_it(tmp_path: Path) -> None:
    """To all so far and the next of the chain, at night too; when all were told twice, it comes every hour."""
    school = a_school(tmp_path)
    school.write("s@elsewhere.example", "gate", KNIFE)
    minutes = ("23:00", "23:14", "23:15", "23:30", "23:45")
    for minute in minutes:
        school.at(f"2026-11-07 {minute}")
    whole = (DSL, DEPUTY, HEAD, CHAIR)
    assert [mail.to for mail in alarms(school)] == [(DSL, DEPUTY), whole[:3], whole, whole]
    for moment in ("00:00", "00:15", "00:59", "01:00", "01:45", "02:00"):
        school.at(f"2026-11-08 {moment}")
    assert len(alarms(school)) == 7
    taken(school)
    school.at("2026-11-08 09:00")
    assert len(alarms(school)) == 7


def test_many_alarms_are_repeated_in_one_email(tmp_path: Path) -> None:
    """Though no cap holds it back, a flood is not repeated as a flood."""
    school_folder(tmp_path)
    outbox = MemoryOutbox()
    school = an_office(tmp_path, outbox=outbox)
    settings = replace(school.office.school, mailing=Mailing(most_per_day=5))
    school.office = replace(school.office, school=settings)
    for number in range(30):
        school.write(f"s{number}@elsewhere.example", "gate", f"{KNIFE} {number}")
    school.at(OPENING)
    before = len(outbox.sent)
    school.at("2026-11-02 09:15")
    (mail,) = outbox.sent[before:]
    assert mail.subject == "[Letterladder] URGENT, act now: nobody is dealing with 30 alarms yet"
    assert mail.to == (DSL, DEPUTY, HEAD)
    moments = ("09:30", "09:45", "10:00", *(f"{hour}:00" for hour in range(11, 20)))
    for moment in moments:
        school.at(f"2026-11-02 {moment}")
    assert sum("act now" in mail.subject for mail in outbox.sent) == 1 + len(moments)


def test_a_repeated_alarm_waits_for_the_one_before(tmp_path: Path) -> None:
    """While the mail server is away, one repetition is in the queue, and not one for each quarter of an hour."""
    school_folder(tmp_path)
    outbox = MemoryOutbox()
    school = an_office(tmp_path, outbox=outbox)
    outbox.fails = True
    school.write("s@elsewhere.example", "gate", KNIFE)
    for moment in ("09:00", "09:15", "09:30", "10:00", "12:00"):
        school.at(f"2026-11-02 {moment}")
    assert len(school.office.queue.waiting()) == 2


def threat(school: Rehearsal) -> None:
    """Staff report a threat of a parent of the register."""
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form(what=THREAT))


def test_an_alert_on_a_case_is_repeated_too(tmp_path: Path) -> None:
    """By the same email; the case's log says who was told again, and who has it in the end."""
    school = a_school(tmp_path)
    threat(school)
    school.write("s@elsewhere.example", "gate", KNIFE)
    school.at("2026-11-02 09:00")
    school.at("2026-11-02 09:15")
    again = alarms(school)[-1]
    assert "Case   2026-0001" in again.text
    assert again.about == "URGENT, act now: nobody is dealing with 2 alarms yet"
    assert school.kinds().count("AlertRepeated") == 1
    take_alert(school.office, "2026-0001", "Mr Imran Sadiq", by="Mr Imran Sadiq")
    taken(school, 1)
    school.at("2026-11-02 10:00")
    assert alarms(school)[-1] == again
    events = [entry.event for entry in school.office.cases.read("2026-0001")]
    assert next(one for one in events if isinstance(one, AlertRepeated)).to == [DSL, DEPUTY, HEAD]
    assert [one.by for one in events if isinstance(one, AlertSeen)] == ["Mr Imran Sadiq"]
    assert school.case().alerted


def test_whoever_files_an_alarm_has_it(tmp_path: Path) -> None:
    """The alert that the filing raises goes out once, and nothing is repeated."""
    school = a_school(tmp_path)
    school.write("s@elsewhere.example", "gate", KNIFE)
    school.at("2026-11-02 09:00")
    order = TriageOrder(adult="A1", pupils=("P1",), conduct=("threat",))
    file_by_hand(school.office, school.mails()[0].seen.sha256, "new", order, by="Mrs Binns")
    for moment in ("09:05", "09:30", "12:00"):
        school.at(f"2026-11-02 {moment}")
    assert [mail.about for mail in alarms(school)] == ["URGENT: please look at this now"] * 2


def test_an_email_known_before_is_told_with_its_number(tmp_path: Path) -> None:
    """The first run on an old mailbox: they are emails to sort, however many, in one email."""
    school_folder(tmp_path)
    edited(tmp_path / "school", ("# since = 2026-11-01", "since = 2026-11-02"))
    school = an_office(tmp_path)
    school.clock.turn_to(school.clock.today().replace(day=1), 9)
    amber(school, 3)
    school.at("2026-11-02 07:30")
    school.at("2026-11-02 08:00")
    (mail,) = cards(school)
    assert mail.about == "Please sort 3 emails"
    assert "3 of them are from before" in mail.text


def test_a_stop_between_queue_and_log_tells_nobody_twice(tmp_path: Path) -> None:
    """The email is made again under the same Message-ID, so that the queue keeps it once."""
    school = a_school(tmp_path)
    amber(school)
    stopped = replace(school.office, mail_log=_Stopping(school.folder / "data"))
    whole, school.office = school.office, stopped
    school.round()
    assert [mail.kind for mail in whole.queue.waiting()] == []
    school.office = whole
    school.round()
    assert len(cards(school)) == 1
    assert len(school.mails()[0].told) == 1


class _Stopping(FolderMailLog):
    """An email log on a disk that fails when people are told."""

    def append(self, at: datetime, by: str, *events: AnyMailEvent) -> None:
        """Raise, where somebody was told."""
        if any(isinstance(one, CardTold) for one in events):
            raise OSError("no room")
        super().append(at, by, *events)


def test_the_morning_email_counts_what_nobody_took(tmp_path: Path) -> None:
    """In time; what is taken is not among them."""
    school = a_school(tmp_path, ("heartbeat = false", "heartbeat = true"))
    amber(school, 3)
    school.at("2026-11-02 09:00")
    taken(school)
    school.at("2026-11-03 07:00")
    assert "Taken by nobody in time      2" in school.newest("heartbeat").text


HURT = "{name} grabbed my son by the arm in assembly, his arm is bruised and he is scared to come to school."


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ((DSL, DEPUTY), "Mr Elsewhere"),
        ((DEPUTY,), "Miss Treadwell"),
        ((DSL,), "Our deputy headteacher"),
        ((DSL, DEPUTY), "I told Miss Treadwell and wrote to the safeguarding lead that a man"),
        ((HEAD,), "Mr Imran Sadiq and Miss Treadwell"),
    ],
)
def test_an_allegation_is_not_told_to_whom_it_is_about(
    tmp_path: Path, expected: tuple[str, ...], name: str
) -> None:
    """The alarm goes to the others of the chain, and the log says of whom the email speaks."""
    school = a_school(tmp_path)
    school.write("mum@elsewhere.example", "my son", HURT.format(name=name))
    school.round()
    assert [mail.to for mail in alarms(school)] == [expected]


def test_an_alarm_about_the_head_passes_the_head_by(tmp_path: Path) -> None:
    """It is repeated to the alternate; one about nobody here goes to the head in the same minute."""
    school = a_school(tmp_path)
    school.write("mum@elsewhere.example", "my son", HURT.format(name="Mrs Hollis"))
    school.write("dad@elsewhere.example", "now", KNIFE)
    school.round()
    school.at("2026-11-02 09:20")
    school.round()
    again = {mail.to for mail in alarms(school) if "nobody" in mail.subject}
    assert again == {(DSL, DEPUTY, HEAD), (DSL, DEPUTY, CHAIR)}
