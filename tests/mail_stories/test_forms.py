"""Forms and systems in a school at work: read, shown, never filed as machines, never answered."""

from pathlib import Path

import pytest
from form_mails import BOX as THEIR_BOX
from form_mails import CPOMS, GENERATED, NOTICES, STRANGERS, form_mail
from mailbox_mails import read
from office import BOX, THREAT, Rehearsal, an_office, edited, form, school_folder
from sweeps import each

RECEIPTS_ON = (
    ("on = false", "on = true"),
    ('hours = ""', 'hours = "on school days"'),
    ('mash_number = ""', 'mash_number = "01632 960999"'),
    ('# authserv_id = "mx.larkfield.example"', 'authserv_id = "mx.larkfield.example"'),
)
FLOW = "Flows <flows@larkfield.example>"
FORM = """
id = "our-form"
like = "microsoft-forms"
trust = "staff"
[from]
addresses = ["flows@larkfield.example"]
"""
ANSWERS = (
    "1. Your name\nBeth Aldous\n\n2. Name of parent\nMr Ross Dunn\n\n3. Child's name and class\nElla Dunn, 4B\n\n"
    '4. What was posted or said?\nHe wrote on Facebook that "Mr Lowell is a useless lazy clown".\n'
)


def a_school(tmp_path: Path) -> Rehearsal:
    """A school that acknowledges reports, with Microsoft Forms from an account of its own."""
    folder = school_folder(tmp_path)
    edited(folder, *RECEIPTS_ON)
    (folder / "forms").mkdir()
    (folder / "forms" / "our-form.toml").write_text(FORM, encoding="utf-8")
    return an_office(tmp_path)


def receipts(school: Rehearsal) -> int:
    """Receipts sent so far."""
    return sum(mail.kind == "receipt" for mail in school.sent_mails())


def taken(school: Rehearsal, raw: bytes) -> tuple[str, str]:
    """The verdict on an email that its sender's domain vouches for, and the reason that the in-tray shows."""
    domain = read(raw).from_address.rpartition("@")[2]
    vouched = f"Authentication-Results: mx.larkfield.example; dmarc=pass header.from={domain}\r\n"
    school.deliver(vouched.encode() + raw.replace(THEIR_BOX.encode(), BOX.encode()))
    school.round()
    row = school.mails()[-1]
    return str(row.verdict), row.judged.reason if row.judged else ""


@pytest.mark.parametrize("name", each(3, list(NOTICES)))
def test_news_from_a_system_is_a_card_in_the_in_tray(name: str, tmp_path: Path) -> None:
    """It says whose news it is, that it tells nothing itself, and nobody is alerted or answered."""
    school = a_school(tmp_path)
    verdict, reason = taken(school, NOTICES[name][1])
    assert (verdict, receipts(school), school.office.cases.refs()) == ("intray", 0, [])
    assert not any(mail.kind == "alert" for mail in school.sent_mails())
    assert "says that there is something new to read there" in reason
    judged = school.mails()[-1].judged
    assert judged is not None
    assert judged.level == "amber"


@pytest.mark.parametrize("told", [form(what=THREAT), "Category: Suicidal thoughts"])
def test_what_a_system_tells_besides_is_read_for_danger(told: str, tmp_path: Path) -> None:
    """A heading is little, but somebody chose it."""
    text = f"You have been alerted to a new incident.\n\n{told}"
    school = a_school(tmp_path)
    verdict, reason = taken(school, form_mail(CPOMS, "CPOMS alert", text, **GENERATED))
    assert verdict == "opened" or "CPOMS says" in reason
    assert any(mail.kind == "alert" for mail in school.sent_mails())


def test_an_imitation_says_so_first(tmp_path: Path) -> None:
    """A stranger's "CPOMS" asks for a password sooner or later."""
    verdict, reason = taken(a_school(tmp_path), STRANGERS["CPOMS by its name"])
    assert verdict == "intray"
    assert reason.startswith("It looks like a message from CPOMS, but alerts@cpoms-secure.example is not")


def test_a_form_through_a_system_opens_a_case_and_answers_nobody(tmp_path: Path) -> None:
    """The person behind the form is real, and its address reads no receipt."""
    school = a_school(tmp_path)
    assert taken(school, form_mail(FLOW, "Report", ANSWERS, **GENERATED))[0] == "opened"
    assert school.case().adult
    assert receipts(school) == 0


def test_a_form_whose_questions_nobody_mapped_says_what_is_missing(tmp_path: Path) -> None:
    """Whoever reads the card knows that the mapping wants a line."""
    text = "1. Whom do you mean?\nsomebody\n\n2. And why?\nI would rather not say.\n"
    verdict, reason = taken(a_school(tmp_path), form_mail(FLOW, "Report", text, **GENERATED))
    assert verdict == "intray"
    assert (
        "It comes through Microsoft Forms, but without the adult it is about or their child and what"
        in reason
    )
