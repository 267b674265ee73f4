import pytest
from form_mails import (
    BOX,
    FLOWS,
    MYCONCERN,
    NOTICES,
    POST,
    REPORTS,
    STAFF,
    STRANGERS,
    WEBSITE,
    form_mail,
    table,
)
from mailbox_mails import TAKEN_AT, read
from shipped import FORMS

from letterladder.ground.values import replace
from letterladder.mailbox.message import read_mail
from letterladder.rules.texts.forms import Form, FormTrust, Layout
from letterladder.rules.texts.report import Report

OWN = Form(
    id="gate-book",
    title="the gate book",
    trust=FormTrust.STAFF,
    layouts=frozenset({Layout.QUESTION_ANSWER}),
    addresses=("gate@school.example",),
    subject=("gate book *",),
    labels={
        "parent": ("Which adult?",),
        "what": ("What did you see or hear?",),
        "on_site": ("Where?",),
        "seen_when": ("When?",),
        "affected": ("Who was upset or hurt?",),
    },
)


def read_by(raw: bytes, form: Form) -> Report:
    """The report of a school that has this form besides."""
    return read_mail(raw, TAKEN_AT, forms=replace(FORMS, forms=(form, *FORMS.forms)))


@pytest.mark.parametrize("name", REPORTS)
def test_a_filled_form_is_read_by_its_mapping(name: str) -> None:
    """Adult and post come out as typed, whole, and nothing is left over."""
    source, raw = REPORTS[name]
    report = read(raw)
    form = report.form
    assert (form.source, form.parent, form.what) == (source, "Mrs Petra Example", POST)
    assert (report.beside_form, report.robot, form.is_notice) == ("", "", False)


@pytest.mark.parametrize("name", NOTICES)
def test_news_without_a_report_is_told_and_is_no_machine(name: str) -> None:
    """Whatever its headers say: it stands for something that a person wrote elsewhere."""
    source, raw = NOTICES[name]
    report = read(raw)
    assert (report.form.source, report.form.is_notice, report.form.is_form) == (source, True, False)
    assert (report.robot, report.says_automatic, report.no_answer) == ("", False, True)


def test_a_known_system_is_no_machine_where_its_words_alone_would_be_one() -> None:
    """The same email from elsewhere is an automatic reply that says nothing else."""
    text = "MyConcern\n\nThis is an automated message. Please check MyConcern soon. This mailbox is not monitored."
    head = {"Auto-Submitted": "auto-replied"}
    assert read(form_mail("News <news@elsewhere.example>", "News", text, **head)).robot != ""
    report = read(form_mail(MYCONCERN, "News", text, **head))
    assert (report.robot, report.form.source, report.form.known_sender) == ("", "myconcern-like", True)


@pytest.mark.parametrize("name", STRANGERS)
def test_an_imitation_is_not_trusted(name: str) -> None:
    """Name, words, labels and look anybody can copy."""
    form = read(STRANGERS[name]).form
    assert (form.source != "", form.known_sender, form.trust) == (True, False, FormTrust.PUBLIC)
    assert form.doubt
    assert read(STRANGERS[name]).robot == ""


def test_staff_are_known_by_the_schools_own_domain() -> None:
    """The form that staff type is trusted from staff."""
    form = read(REPORTS["the staff form, typed"][1]).form
    assert (form.known_sender, form.trust, form.system) == (True, FormTrust.STAFF, False)


def test_a_service_that_writes_for_anybody_is_a_known_sender_and_no_proof_of_staff() -> None:
    """A stranger's flow writes from the same address."""
    form = read(REPORTS["Microsoft Forms, a table by a flow"][1]).form
    assert (form.known_sender, form.trust, form.system) == (True, FormTrust.PUBLIC, True)


def test_the_fields_of_a_report_on_site_are_read() -> None:
    """Where on site, when, who was affected, and who tells it."""
    flow = read(REPORTS["Microsoft Forms, a table by a flow"][1]).form
    assert (flow.affected, flow.posted_on, flow.where) == ("Mr Sample", "03/11/2026", "Facebook")
    assert (flow.reporter, flow.pupil) == ("b.aldous@school.example", "Robin Example, 4C")
    assert read(REPORTS["Microsoft Forms, numbered questions"][1]).form.on_site == "the front gate"


def test_each_field_keeps_its_label_as_it_stood() -> None:
    """Whoever checks a mapping sees the very words of the email."""
    lines = read(REPORTS["Microsoft Forms, a table by a flow"][1]).form.lines
    assert [(one.field, one.label) for one in lines][1:3] == [
        ("parent", "Name of the parent or carer *"),
        ("pupil", "Name of their child and class"),
    ]


def test_whoever_filled_it_in_is_the_reporter() -> None:
    """Their name must stay out of letters, wherever in the form it is."""
    assert read(REPORTS["Google Forms, a copy of the response"][1]).sender_name == "Beth Aldous"


def test_a_schools_own_form_is_read_by_its_own_words() -> None:
    """Question and answer, from the address that the school has set."""
    text = (
        "Q. Which adult?\nA. Mrs Petra Example\n\nQ. What did you see or hear?\nA. She shouted at staff.\n\n"
        "Q. Where?\nA. the gate\n\nQ. When?\nA. today, 8.45\n\nQ. Who was upset or hurt?\nA. Year 2\n\n"
        "Q. Shall we ring you?\nA. Yes, please do.\n"
    )
    report = read_by(form_mail("Gate <gate@school.example>", "Gate book 12", text), OWN)
    form = report.form
    assert (form.source, form.trust, form.parent) == ("gate-book", FormTrust.STAFF, "Mrs Petra Example")
    assert (form.what, form.on_site, form.seen_when) == ("She shouted at staff.", "the gate", "today, 8.45")
    assert form.affected == "Year 2"
    assert report.beside_form == "Shall we ring you?: Yes, please do."


def test_another_subject_is_not_the_form_that_is_trusted() -> None:
    """An address may send other things."""
    text = "Q. Which adult?\nA. Mrs Petra Example\nQ. What did you see or hear?\nA. Shouting."
    form = read_by(form_mail("gate@school.example", "Lost property", text), OWN).form
    assert (form.source, form.known_sender, form.trust) == ("gate-book", False, FormTrust.PUBLIC)


FILLED = f"Parent: Mrs Petra Example\nPupil: Robin Example\nWhat was posted: {POST}"


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ("He has been coming in hungry.", f"He has been coming in hungry.\n\n{FILLED}"),
        ("PS Robin came in without a coat.", f"{FILLED}\n\nPS Robin came in without a coat."),
        ("Ring me.", f"{FILLED}\nSeen by: Jo\n\nRing me."),
        ("Message: He hit Tom.", f"{FILLED}\nMessage: He hit Tom."),
        ("Parent: Mr Max Other", f"{FILLED}\nParent: Mr Max Other"),
        ("he came in hungry again", f"Seen by: Jo\nhe came in hungry again\n{FILLED}"),
        ("", f"Hi all,\n\n{FILLED}\n\nBeth Aldous"),
        ("", f"Dear Miss Treadwell\n\n{FILLED}\nYour role: Teacher\n\nMany thanks\nBeth Aldous\nYear 4"),
        ("Bring police", f"{FILLED}\n\nBring police"),
    ],
)
def test_what_is_said_beside_the_form_is_kept_apart(left: str, text: str) -> None:
    """A sentence that no line of the form takes is for a person; a greeting or a name is none."""
    assert read(form_mail(STAFF, "form", text)).beside_form == left


def test_a_question_that_no_field_takes_is_left_over_with_its_answer() -> None:
    """In a table as well."""
    rows = (("Parent", "Mrs Petra Example"), ("What happened?", POST), ("Is anybody hurt?", "Tom is"))
    assert read(form_mail(FLOWS, "x", html=table(*rows))).beside_form == "Is anybody hurt?: Tom is"


def test_a_form_that_was_sent_on_is_nobodys_known() -> None:
    """Who sent it first cannot be told; what the forwarder adds is left over."""
    divider = "---------- Forwarded message ---------\nFrom: Jo <jo@x.example>"
    text = f"He is violent too.\n\n{divider}\nTo: {BOX}\n\n{FILLED}"
    report = read(form_mail(STAFF, "Fwd: form", text))
    assert (report.form.parent, report.form.trust, report.form.known_sender) == (
        "Mrs Petra Example",
        FormTrust.PUBLIC,
        False,
    )
    assert "He is violent too." in report.beside_form


def test_free_text_from_staff_is_no_form() -> None:
    """Their domain alone makes none, and nothing is beside it."""
    report = read(form_mail(STAFF, "CPOMS", "I have put it on CPOMS. Mrs Example posted about Tom again."))
    assert (report.form.source, report.beside_form, report.no_answer) == ("", "", False)


def test_free_text_through_the_website_is_recognised_and_read_as_text() -> None:
    """No adult is named in a line: the text is judged as any other, and nobody answers the website."""
    footer = "--\nThis e-mail was sent from a contact form on Larkfield"
    text = f"From: Sian Price\nSubject: Worried\n\nMessage Body:\nPetra Example posted again.\n\n{footer}"
    report = read(form_mail(WEBSITE, "[Website] Worried", text))
    assert (report.form.source, report.form.is_form, report.form.what) == (
        "website-form",
        False,
        "Petra Example posted again.",
    )
    assert report.no_answer


def test_an_automatic_answer_of_staff_is_still_a_machines() -> None:
    """The staff form lets nobody's absence note through."""
    raw = form_mail(
        STAFF, "Automatic reply: x", "I am out of the office until Monday.", auto_submitted="auto-replied"
    )
    assert read(raw).robot != ""


def test_hidden_rows_and_hostile_tables_do_no_harm() -> None:
    """Tables within tables, thousands deep, are read in one go."""
    html = (
        "<table><tr><td>" * 3_000
        + f"<table><tr><td>Parent</td><td>Jo</td></tr><tr><td>What</td><td>{POST}</td></tr>"
    )
    assert read(form_mail(FLOWS, "x", html=html)).form.source == "microsoft-forms"
