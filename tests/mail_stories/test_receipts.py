"""The acknowledgement to reporters: off unless switched on, once, without case facts, and never to the wrong one."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from made_reports import report as made_report
from office import BOX, DUNN_MAIL, THREAT, Rehearsal, an_office, edited, form, school_folder

from letterladder.config.settings import read_settings
from letterladder.rules.reports.judgement import Judgement
from letterladder.rules.words import Verdict
from letterladder.workflows.acknowledging import why_no_receipt

ON = (
    ("[acknowledge]\non = false", "[acknowledge]\non = true"),
    ('hours = ""', 'hours = "on school days from 8.30 am to 4 pm"'),
    ('mash_number = ""', 'mash_number = "01632 960999"'),
    ('# authserv_id = "mx.larkfield.example"', 'authserv_id = "mx.larkfield.example"'),
)
TEACHER = "Beth Aldous <b.aldous@larkfield.example>"


def a_school(tmp_path: Path, *changes: tuple[str, str]) -> Rehearsal:
    """A school that acknowledges reports."""
    edited(school_folder(tmp_path), *(changes or ON))
    return an_office(tmp_path)


def report(school: Rehearsal, sender: str = TEACHER, text: str = "", **headers: str) -> list[EmailMessage]:
    """A report arrives, vouched for by the school's server; the receipts sent so far."""
    domain = sender.rpartition("@")[2].strip(">")
    given = {"To": BOX, "Authentication-Results": f"mx.larkfield.example; dmarc=pass header.from={domain}"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in given.items() if value]
    number = next(school.numbers)
    school.deliver(
        "\n".join(
            [
                *lines,
                f"From: {sender}",
                f"Message-ID: <r{number}@x.example>",
                "Subject: Form",
                "",
                text or form(),
            ]
        ).encode()
    )
    school.round()
    return receipts(school)


def receipts(school: Rehearsal) -> list[EmailMessage]:
    """Every receipt sent."""
    files = sorted((school.folder / "sent").glob("*.eml"))
    mails = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    return [mail for mail in mails if isinstance(mail, EmailMessage) and mail["X-Letterladder"] == "receipt"]


def test_it_is_off_by_default(tmp_path: Path) -> None:
    """A school that says nothing acknowledges nothing."""
    assert report(a_school(tmp_path, ON[3])) == []


def test_a_receipt_says_where_to_turn_and_nothing_of_the_case(tmp_path: Path) -> None:
    """Hours, numbers, a reference without meaning, the headers of an automatic reply."""
    found = report(a_school(tmp_path))
    body = found[0].get_body(("plain",))
    text = str(body.get_content()) if body else ""
    assert len(found) == 1
    assert all(
        words in text for words in ("8.30 am", "01632 960999", "999", "0808 800 5000", "3 November 2026")
    )
    assert not any(
        words in text + str(found[0]["Subject"]) for words in ("2026-0001", "Dunn", "Ella", "clown")
    )
    assert (found[0]["Auto-Submitted"], found[0]["In-Reply-To"]) == ("auto-replied", "<r1@x.example>")


def test_its_reference_finds_the_mail(tmp_path: Path) -> None:
    """The office types it into `file` or looks for it in `mails`."""
    school = a_school(tmp_path)
    body = report(school)[0].get_body(("plain",))
    assert body
    assert school.mails()[0].seen.sha256[:8].upper() in str(body.get_content())


def test_danger_is_acknowledged_too(tmp_path: Path) -> None:
    """The receipt names 999 to whoever writes of a threat."""
    assert len(report(a_school(tmp_path), text=form(what=THREAT))) == 1


def test_one_sender_gets_one_receipt_a_day(tmp_path: Path) -> None:
    """Two machines that answer each other would end here; the same email is never acknowledged twice."""
    school = a_school(tmp_path)
    report(school)
    assert len(report(school, text=form("Mr Emeka Okoro", "Ada Okoro, 2A"))) == 1
    school.day("2026-11-03")
    assert len(report(school, text=form("Mrs Poppy Vance", "Jude Vance, 1C"))) == 2


@pytest.mark.parametrize(
    ("sender", "headers"),
    [
        (f"Ross Dunn <{DUNN_MAIL}>", {}),
        ("Sam Pupil <s@pupils.larkfield.example>", {}),
        ("concerned@elsewhere.example", {}),
        ("Anonymous <x@elsewhere.example>", {}),
        (TEACHER, {"List_Id": "<staff.larkfield.example>"}),
        (TEACHER, {"Precedence": "bulk"}),
        (TEACHER, {"X_Auto_Response_Suppress": "All"}),
        (TEACHER, {"Auto_Submitted": "auto-generated"}),
        (TEACHER, {"Return_Path": "<>"}),
        (TEACHER, {"Reply_To": "other@elsewhere.example"}),
        (TEACHER, {"To": "staff-list@larkfield.example"}),
        (TEACHER, {"Authentication_Results": ""}),
        (
            TEACHER,
            {"Authentication_Results": "mx.larkfield.example; dmarc=fail header.from=larkfield.example"},
        ),
        ("Own <letters@larkfield.example>", {}),
    ],
)
def test_some_never_get_one(sender: str, headers: dict[str, str], tmp_path: Path) -> None:
    """The adult, a pupil, somebody anonymous, a list, a machine, a doubtful sender, ourselves."""
    assert report(a_school(tmp_path), sender, **headers) == []


def test_a_pupil_gets_none_whatever_the_mail_became(tmp_path: Path) -> None:
    """Even if triage took a pupil's email for an ordinary report."""
    school = a_school(tmp_path)
    passed = ("mx.larkfield.example; dmarc=pass header.from=pupils.larkfield.example",)
    mail = made_report(
        "x", from_address="s@pupils.larkfield.example", from_name="Sam", to=(BOX,), authentication=passed
    )
    judged = Judgement(verdict=Verdict.OPENED, reason="x", ref="2026-0001", receipt=True)
    assert why_no_receipt(school.office, mail, judged) == "a pupil wrote it"


@pytest.mark.parametrize(
    "text",
    [
        "Thank you all for the lovely fair.",
        "We act for Mr Dunn. Please send all letters to us. Solicitors LLP",
    ],
)
def test_what_is_no_report_gets_none(text: str, tmp_path: Path) -> None:
    """Thanks, a solicitor's letter: a person answers, or nobody."""
    assert report(a_school(tmp_path), "Kim Reader <kim@elsewhere.example>", text) == []


@pytest.mark.parametrize("left_out", [1, 2, 3])
def test_it_cannot_be_switched_on_half(left_out: int, tmp_path: Path) -> None:
    """Without hours, a number, or a way to know true senders the settings are refused with the reason."""
    folder = school_folder(tmp_path)
    edited(folder, *(change for place, change in enumerate(ON) if place != left_out))
    settings, faults = read_settings(folder)
    assert settings is None
    assert len(faults) == 1
