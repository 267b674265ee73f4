"""Whatever the source of the words, no draft shows who reported."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import BOX, Rehearsal, an_office

from letterladder.ground.errors import Refused
from letterladder.workflows.actions import order_sheet

REF = "2026-0001"
TOLD = "She showed it me at pick-up: he calls Mr Lowell a useless clown. My daughter Ada in 2A saw it. I live opposite."
NKEM = "Nkem Okoro <nkem.okoro@letterbox.example>"
INSULT = '"Mr Lowell is a useless lazy clown and should be sacked."'


def reported(tmp_path: Path, what: str, sender: str = NKEM, more: str = "") -> Rehearsal:
    """Mr Dunn is reported by the form; by Ada Okoro's mother where nobody else is named."""
    school = an_office(tmp_path)
    lines = [
        "Parent: Mr Ross Dunn",
        "Pupil: Ella Dunn, 4B",
        "Where: Facebook",
        "Seen by: me",
        f"What was posted: {what}",
    ]
    text = "\n".join([*lines, more])
    school.write(sender, "Form: online", text)
    school.round()
    school.sorted_out()
    return school


def why(school: Rehearsal) -> str:
    """What stands in the way of the letter, as the log has it."""
    blocked = school.case().blocked
    return blocked.what if blocked else ""


def test_a_forms_own_telling_is_never_quoted(tmp_path: Path) -> None:
    """No quotation marks: the office is asked for the words, as for any field that is missing."""
    school = reported(tmp_path, TOLD)
    assert (school.letters(), "quoted_words" in why(school)) == ([], True)
    assert "Please supply what a letter needs" in [mail.about for mail in school.sent_mails()]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("name", "Nkem Okoro is a grass"),
        ("name", "MRS OKORO is a grass"),
        ("child", "little Ada is thick"),
        ("address", "that woman in 14 Canal Row"),
        ("telephone", "ring her on +44 1632 960405"),
        ("email", "write to nkem.okoro@letterbox.example"),
    ],
)
def test_a_quotation_that_shows_who_reported_blocks_the_letter(kind: str, words: str, tmp_path: Path) -> None:
    """The reason names the kind and the field, and not the name; it is written once, not in every round."""
    school = reported(tmp_path, f'"Mr Lowell is a useless lazy clown and {words}"')
    school.round()
    assert (school.letters(), kind in why(school), "quoted_words" in why(school)) == ([], True, True)
    assert not any(word in why(school) for word in ("Nkem", "Okoro", "OKORO", "Ada", "Canal", "1632"))
    assert school.kinds().count("DraftBlocked") == 1


def test_other_words_from_a_person_let_it_through(tmp_path: Path) -> None:
    """The way out that the message names."""
    school = reported(tmp_path, '"Mr Lowell is a useless lazy clown and Nkem Okoro is a grass"')
    school.supplied("L1", quoted_words="Mr Lowell is a useless lazy clown")
    assert school.letters() == ["L1.1 drafted"]


def test_a_field_that_a_person_types_is_looked_at_too(tmp_path: Path) -> None:
    """The office means well: "as Mrs Okoro told us"."""
    school = reported(tmp_path, INSULT)
    school.supplied("L1", quoted_words="a clown, as Mrs Okoro told us")
    assert (school.letters(), "quoted_words" in why(school)) == (["L1.1 void"], True)


@pytest.mark.parametrize(
    "sender", [NKEM, "Ella's mum <mira.falk@letterbox.example>", "Will May <wm@elsewhere.example>"]
)
def test_honest_words_are_drafted_whoever_reports(sender: str, tmp_path: Path) -> None:
    """Another parent, the mother of the adult's own child at another address, somebody called Will May."""
    school = reported(tmp_path, INSULT, sender, "\nMany thanks\n")
    assert school.letters() == ["L1.1 drafted"]


def test_the_adults_own_child_may_be_named_by_a_parent_who_shares_it(tmp_path: Path) -> None:
    """Ella is Mira's daughter and his: the letter may name her."""
    school = reported(
        tmp_path,
        '"Ella is taught by Mr Lowell, a useless lazy clown"',
        "Mira Falk <mira.falk@letterbox.example>",
    )
    assert ("Ella is taught" in school.letter_text(), school.letters()) == (True, ["L1.1 drafted"])


def test_the_reporter_of_a_forwarded_mail_counts(tmp_path: Path) -> None:
    """The teacher sent it on; the parent who wrote it must not be named either."""
    more = (
        "\nFrom: Ida Lamb <ida.lamb@mail.example>\nSent: 1 November 2026 20:00\nSubject: him\n\nPlease act."
    )
    school = reported(
        tmp_path,
        '"Mr Lowell and Ida Lamb are useless lazy clowns"',
        "Beth Aldous <b.aldous@larkfield.example>",
        more,
    )
    assert (school.letters(), "name of a person" in why(school)) == ([], True)


SHEET = {
    "account": "The adult posted an insult.",
    "affected": "a teacher",
    "immediate_risk": "none known",
    "target_wishes": "that it stops",
    "sharing_reason": "a crime may have been committed",
    "recipient_lines": "Ms Kim Park, the police",
}


def sheet_of(school: Rehearsal, **fields: str) -> str:
    """The text of the sheet for the police with these fields."""
    path = order_sheet(school.office, school.case(), "X3", {**SHEET, **fields}, by="Miss Treadwell")
    return school.office.word.text_of(school.office.cases.file(REF, path))


def test_a_sheet_for_the_police_is_held_to_the_same(tmp_path: Path) -> None:
    """It leaves out who told the school, as it says itself; the reason names the field."""
    school = reported(tmp_path, INSULT)
    with pytest.raises(Refused, match="account holds the name"):
        sheet_of(school, account="Mrs Okoro saw the post.")


def test_whom_a_sheet_goes_to_may_be_named_on_it(tmp_path: Path) -> None:
    """An officer who reported it is written to."""
    assert "Ms Kim Park" in sheet_of(reported(tmp_path, INSULT, "Kim Park <k.park@council.example>"))


def test_a_reporters_name_in_the_name_of_a_screenshot_is_left_out_of_the_sheet(tmp_path: Path) -> None:
    """The police need the sheet now; the fingerprint says which file it is."""
    school = reported(tmp_path, INSULT)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = NKEM, BOX, "Form: more"
    mail.set_content(f"Parent: Mr Ross Dunn\nPupil: Ella Dunn, 4B\nWhat was posted: {INSULT}\n")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="nkem okoro phone.png")
    school.deliver(mail.as_bytes())
    school.round()
    school.sorted_out()
    text = sheet_of(school)
    assert ("okoro" in text.casefold(), "name of the file left out" in text) == (False, True)


def test_the_command_line_says_why_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fields are on record, the letter is not drafted: whoever typed them must read it at once."""
    school = reported(tmp_path, INSULT)
    words = "quoted_words=a clown, as Mrs Okoro told us"
    window = Terminal(school.folder, capsys)
    said = window.type("draft", REF, "--letter", "L1", "--set", words, "--today", "2026-11-02")
    assert (said.code, "would show who reported" in said.err, "Okoro" in said.err) == (1, True, False)
