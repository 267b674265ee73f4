"""Schools prepared up to a point of a case's life, and the commands that are typed there."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

from crash.school import School
from docx import Document

from letterladder.desk.demo_mails import BAR_FIELDS
from letterladder.rules.cases.case import LetterState
from letterladder.rules.cases.events import AnswerRecorded
from letterladder.rules.office import orders
from letterladder.rules.people.people import Adult
from letterladder.rules.words import Channel, HoldFor, Method, Outcome
from letterladder.workflows.advance import advance
from letterladder.workflows.answering import TriageOrder, give_fields, place_hold, triage_case
from letterladder.workflows.approving import approve
from letterladder.workflows.deciding import decide
from letterladder.workflows.office import Office, Signed, Tally
from letterladder.workflows.posting import Sent, record_posted
from letterladder.workflows.redrafting import redraft

REF = "2026-0001"
STAFF = "B Aldous <b.aldous@larkfield.example>"
STRANGER = "someone@elsewhere.example"
INSULT = '"Mr Lowell the teacher is a useless lazy clown."'
THREAT = '"I am going to kill you"'
SHEET = (
    "recipient_lines=Wexmoor Police",
    "account=The adult wrote that he would hurt a teacher.",
    "affected=a teacher",
    "immediate_risk=999 was rung",
    "sharing_reason=it may be an offence",
    "target_wishes=the police should know",
)


def plain_adults(office: Office) -> list[Adult]:
    """Adults of the example register without a flag."""
    return [adult for adult in office.people.read().adults.values() if not adult.flags]


def report(school: School, words: str = INSULT, *, adult: int = 0, sender: str = STAFF) -> None:
    """A filled report form about one of the plain adults."""
    office = school.office()
    one = plain_adults(office)[adult]
    pupil = office.people.read().pupils_of(one.person_id)[0]
    school.deliver(
        "form",
        sender,
        f"Parent: {one.full_name}\nPupil: {pupil.full_name}, {pupil.school_class}\nWhere: Facebook\n"
        f"Link: https://www.facebook.example/p/{school.mails}\nPosted on: 31/10/2026\n"
        f"What was posted: {words}\nSeen by: me\n",
    )


def in_hand(school: School) -> LetterState:
    """The letter that is worked on in the first case."""
    letter = school.office().case(REF).in_hand
    assert letter is not None, "no letter is in hand"
    return letter


def drafted(school: School) -> tuple[str, ...]:
    """One case whose first letter waits for approval; the head approves by command."""
    report(school)
    school.round()
    return ("approve", REF)


def redrafted(school: School) -> tuple[str, ...]:
    """The office drafts the waiting letter again, with a field."""
    drafted(school)
    return ("draft", REF, "--set", "platform=Facebook")


def draft_edited(school: School) -> tuple[str, ...]:
    """The office takes an edited Word file as the draft."""
    drafted(school)
    (school.root / "edited.docx").write_bytes(edited_letter(school))
    return ("draft", REF, "--file", "{here}/edited.docx")


def edited_letter(school: School) -> bytes:
    """The draft in hand with one more sentence."""
    document = Document(BytesIO(school.office().cases.file(REF, in_hand(school).file)))
    document.add_paragraph("Please ring us if anything is unclear.")
    changed = BytesIO()
    document.save(changed)
    return changed.getvalue()


def returned(school: School) -> tuple[str, ...]:
    """The head sends the draft back."""
    drafted(school)
    return ("return", REF, "--note", "softer, please", "--by", "Mrs Hollis")


def approved(school: School) -> tuple[str, ...]:
    """A letter in the print tray; the office says that it was posted."""
    drafted(school)
    approve_in_hand(school)
    return ("posted", REF, "--on", school.day.isoformat())


def approved_undated(school: School) -> tuple[str, ...]:
    """The yes is in the log, and the program stopped before the letter had its dates: the round fills them in."""
    drafted(school)
    office = school.office()
    approve(office, office.case(REF), Signed(by="Mrs Hollis"))
    return ("round",)


def approve_in_hand(school: School) -> None:
    """The head approves; the day on the letter comes."""
    office = school.office()
    approve(office, office.case(REF), Signed(by="Mrs Hollis"))
    advance(office, REF, Tally())
    school.day = in_hand(school).date_on_letter or school.day


def not_sent(school: School) -> tuple[str, ...]:
    """A letter in the print tray that did not go out."""
    approved(school)
    return ("posted", REF, "--not-sent", "--note", "the envelope got wet")


def posted(school: School) -> tuple[str, ...]:
    """A letter that was posted and not answered; the round notices the lapse."""
    approved(school)
    post_in_hand(school)
    return ("round",)


def post_in_hand(school: School, method: Method = Method.FIRST_CLASS) -> None:
    """The letter goes out; the day after its answer-by comes."""
    office = school.office()
    record_posted(office, office.case(REF), Sent(on=school.day, method=method), by="office")
    letter = office.case(REF).last_posted
    school.day = (letter.answer_by if letter and letter.answer_by else school.day) + timedelta(days=1)


def lapsed(school: School) -> tuple[str, ...]:
    """A lapse that wants a decision; the head decides on a letter."""
    posted(school)
    school.round()
    return ("decide", REF, "L3", "--reason", "no answer came", "--by", "Mrs Hollis")


def no_further_action(school: School) -> tuple[str, ...]:
    """The head decides to do nothing more; the case closes."""
    lapsed(school)
    return ("decide", REF, "none", "--reason", "it was taken down", "--by", "Mrs Hollis")


def answered(school: School) -> tuple[str, ...]:
    """A posted letter that is answered by telephone."""
    posted(school)
    school.day -= timedelta(days=2)
    return ("answer", REF, "refused", "--summary", "will not", "--channel", "phone")


def answer_left(school: School) -> tuple[str, ...]:
    """An answer that was typed while somebody else wrote: the round carries it out."""
    answered(school)
    office = school.office()
    said = orders.RecordAnswer(
        ref=REF,
        by="Mrs Binns",
        outcome=Outcome.REFUSED,
        channel=Channel.PHONE,
        on=school.day,
        summary="will not",
    )
    office.shelf.put(said, office.clock.now(), school.day)
    return ("round",)


def is_answered_once(school: School) -> Iterator[str]:
    """Whatever happened, the order was carried out, and once."""
    office = school.office()
    count = sum(isinstance(entry.event, AnswerRecorded) for entry in office.cases.read(REF))
    if count != 1 or office.shelf.waiting():
        yield f"the answer stands {count} times, and {len(office.shelf.waiting())} orders wait"


def refusal_left(school: School) -> tuple[str, ...]:
    """An approval that was typed while somebody else wrote, of a letter that has gone."""
    answered(school)
    office = school.office()
    office.shelf.put(orders.Approve(ref=REF, by="Mrs Hollis"), office.clock.now(), school.day)
    return ("round",)


def is_refused_once(school: School) -> Iterator[str]:
    """It is kept with why it was not done."""
    shelf = school.office().shelf
    if len(shelf.refused()) != 1 or shelf.waiting():
        yield f"{len(shelf.refused())} orders are refused, and {len(shelf.waiting())} wait"


def held(school: School) -> tuple[str, ...]:
    """A drafted case that the police ask to hold."""
    drafted(school)
    return ("hold", REF, "--for", "police")


def held_in_tray(school: School) -> tuple[str, ...]:
    """A case whose letter waits for its envelope, and the police ask to hold it."""
    approved(school)
    return ("hold", REF, "--for", "police")


def released_running(school: School) -> tuple[str, ...]:
    """A held case whose letter was posted before; the days of the hold do not count."""
    posted(school)
    school.day -= timedelta(days=4)
    office = school.office()
    place_hold(office, office.case(REF), HoldFor.POLICE, "they asked", by="DSL")
    school.day += timedelta(days=2)
    return ("release", REF, "--note", "the police agree", "--by", "Miss Treadwell")


def released(school: School) -> tuple[str, ...]:
    """A held case that may go on."""
    drafted(school)
    office = school.office()
    place_hold(office, office.case(REF), HoldFor.POLICE, "they asked", by="DSL")
    return ("release", REF, "--note", "the police agree", "--by", "Miss Treadwell")


def alerted(school: School) -> tuple[str, ...]:
    """A threat that stopped a case; the DSL clears it by name."""
    report(school, THREAT)
    school.round()
    return (
        "triage",
        REF,
        "--clear",
        "--conduct",
        "threat",
        "--by",
        "Miss Treadwell",
        "--note",
        "police told",
    )


def action_done(school: School) -> tuple[str, ...]:
    """The police were told; the DSL records it."""
    alerted(school)
    return ("done", REF, "X3", "--by", "Miss Treadwell", "--reference", "CR 41/26")


def sheet(school: School) -> tuple[str, ...]:
    """The sheet for the police is asked for."""
    alerted(school)
    return ("sheet", REF, "X3", *(word for pair in SHEET for word in ("--set", pair)))


def waived(school: School) -> tuple[str, ...]:
    """What the policy requires is set aside by name."""
    cleared(school)
    return ("waive", REF, "police-told", "--reason", "they know", "--by", "Mrs Hollis")


def cleared(school: School) -> None:
    """A threat that the DSL looked at and cleared."""
    alerted(school)
    office = school.office()
    order = TriageOrder(conduct=("threat",), clear=True, note="police told")
    triage_case(office, office.case(REF), order, by="Miss Treadwell")


def bar_lapses(school: School) -> tuple[str, ...]:
    """Permission to enter was withdrawn for the time being; nothing was said by the day for comments."""
    cleared(school)
    office = school.office()
    give_fields(office, office.case(REF), "B2", BAR_FIELDS, by="Miss Treadwell")
    decide(office, office.case(REF), "B2", "He named the gate.", signed=Signed(by="Mrs Hollis"))
    school.round()
    approve_in_hand(school)
    post_in_hand(school, Method.BY_HAND)
    return ("round",)


def by_letter_mail(school: School) -> tuple[str, ...]:
    """A school that posts by email: the approved letter goes out by SMTP in the round."""
    drafted(school)
    school.set_up('method = "first-class"', 'method = "mail"')
    file = school.folder / "school.toml"
    head = file.read_text(encoding="utf-8").partition("[mail.out]\nkind")[0]
    server = f'kind = "smtp"\nhost = "127.0.0.1"\nport = {school.sink_port}\ntls = "none"\n'
    file.write_text(f"{head}[mail.out]\n{server}", encoding="utf-8")
    return _approved_for_mail(school)


def _approved_for_mail(school: School) -> tuple[str, ...]:
    office = school.office()
    # The draft was planned for the post; a draft made now is planned for the email.
    redraft(office, REF, "L1", {"platform": "Facebook"}, by="office")
    advance(office, REF, Tally())
    approve(office, office.case(REF), Signed(by="Mrs Hollis"))
    advance(office, REF, Tally())
    school.day = in_hand(school).date_on_letter or school.day
    return ("round",)


def by_mail_into_folder(school: School) -> tuple[str, ...]:
    """The same, into the folder for outgoing email."""
    drafted(school)
    school.set_up('method = "first-class"', 'method = "mail"')
    return _approved_for_mail(school)
