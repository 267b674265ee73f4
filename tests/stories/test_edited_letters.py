"""A letter that somebody edits in Word, by command and by email: what is taken, what is refused and how they hear."""

import copy
import io
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from desk.terminal import Terminal
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from office import BOX, HEAD, OFFICE, Rehearsal, an_office, edited, pressed
from prepared import reported_school

from letterladder.workflows.answering import give_fields

REF = "2026-0001"
TODAY = ("--today", "2026-11-02")
DELETED = (
    f'<w:del {nsdecls("w")} w:id="7" w:author="A. Hollis" w:date="2026-11-02T09:00:00Z"><w:r><w:delText'
    ' xml:space="preserve">The report came from Beth </w:delText></w:r></w:del>'
)


def drafted(tmp_path: Path, **lines: str) -> Rehearsal:
    """A school whose first letter waits for the head."""
    if not lines:
        return reported_school(tmp_path)
    school = an_office(tmp_path)
    school.report(**lines)
    return school


def paragraphs(document: object) -> Iterator[Paragraph]:
    """Every paragraph of the body, those in tables and boxes too."""
    for element in document.element.body.iter(qn("w:p")):  # type: ignore[attr-defined]
        yield Paragraph(element, document)  # type: ignore[arg-type]


def rewritten(school: Rehearsal, *changes: tuple[str, str], track: str = "") -> bytes:
    """The draft in hand as somebody saves it from Word, with words written over and perhaps a tracked change."""
    document = Document(io.BytesIO(school.office.cases.file(REF, school.in_hand().file)))
    for paragraph in paragraphs(document):
        for run in paragraph.runs:
            for old, new in changes:
                run.text = run.text.replace(old, new) if old in run.text else run.text
    if track:
        document.paragraphs[-1]._p.append(parse_xml(track))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def mailed(school: Rehearsal, docx: bytes) -> str:
    """The head answers the newest approval email with this file; what head and office then read, "" for nothing."""
    _, subject, text = pressed(school.newest("approval", REF).links[0])
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = HEAD, BOX, subject
    mail["Message-ID"] = f"<{next(school.numbers)}.reply@larkfield.example>"
    mail.set_content(text)
    mail.add_attachment(docx, maintype="application", subtype="octet-stream", filename="letter.docx")
    school.deliver(mail.as_bytes())
    assert school.round().problems == []
    told = [one for one in school.sent_mails() if one.about == "Your reply could not be accepted"]
    assert all(set(one.to) == {HEAD, OFFICE} for one in told)
    return " ".join(told[-1].text.split()) if told else ""


@pytest.fixture
def window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in the school's folder."""
    return Terminal(tmp_path / "school", capsys)


POSTED, ANSWER = "[date of this letter]", "[date: 5 working days after it counts as received]"
REFUSED = {
    "a deletion": ("tracked deletion", "Accept All Changes", (), DELETED),
    "an address": ("9 Mill Street", "people.csv", (("3 Kiln Lane", "9 Mill Street"),), ""),
    "a date": ("Monday 9 November 2026", "Put it back", ((POSTED, "Monday 9 November 2026"),), ""),
    "an answer-by": ("Friday 20 November 2026", "Put it back", ((ANSWER, "Friday 20 November 2026"),), ""),
    "a reporter": (
        "person who reported",
        "by their role",
        (("If something", "As Beth said, if something"),),
        "",
    ),
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_draft_file_refuses_it_with_words(name: str, tmp_path: Path, window: Terminal) -> None:
    """What is wrong and what to do; the draft that waits stays as it was."""
    what, do, changes, track = REFUSED[name]
    school = drafted(tmp_path)
    (tmp_path / "edited.docx").write_bytes(rewritten(school, *changes, track=track))
    said = window.type("draft", REF, "--file", str(tmp_path / "edited.docx"), *TODAY)
    assert (said.code, what in said.err, do in said.err) == (1, True, True)
    assert school.letters() == ["L1.1 drafted"]


@pytest.mark.parametrize("name", list(REFUSED))
def test_by_mail_it_is_refused_kept_and_both_hear_why(name: str, tmp_path: Path) -> None:
    """The reply is with the case, file and all; the code still counts for the draft as it was."""
    what, do, changes, track = REFUSED[name]
    school = drafted(tmp_path)
    docx = rewritten(school, *changes, track=track)
    told = mailed(school, docx)
    assert (what in told, do in told, "kept with the case" in told) == (True, True, True)
    assert school.office.cases.file(REF, "evidence/letter.docx") == docx
    school.head_approves()
    assert school.letters() == ["L1.1 posting"]


def test_other_words_are_taken_by_mail_and_asked_for_anew(tmp_path: Path) -> None:
    """The usual case: a softer sentence. The new version has the dates of an approval today, and its own code."""
    school = drafted(tmp_path)
    assert (
        mailed(school, rewritten(school, ("If something at school worries you", "If you are worried"))) == ""
    )
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]
    assert (str(school.in_hand().answer_by), school.in_hand().warnings[1:]) == ("2026-11-12", ())
    assert "Tuesday 3 November 2026" in school.letter_text()
    assert "[date" not in school.letter_text()


def test_a_corrected_address_is_taken_and_named_in_the_approval_request(tmp_path: Path) -> None:
    """The office corrected people.csv; the head wrote the new address into the letter."""
    school = drafted(tmp_path)
    docx = rewritten(school, ("3 Kiln Lane", "8 Mill Bank"))
    edited(school.folder, ("3 Kiln Lane", "8 Mill Bank"), file="people.csv")
    assert mailed(school, docx) == ""
    text = " ".join(school.newest("approval", REF).text.split())
    assert "The address is now Mr Ross Dunn, 8 Mill Bank, Wexmoor, ZZ99 4AA" in text


def test_dates_of_the_next_day_are_taken_with_the_letter(tmp_path: Path) -> None:
    """Edited on the day after, with that day's dates written into it: the case counts by what is printed."""
    school = drafted(tmp_path)
    docx = rewritten(school, (POSTED, "Wednesday 4 November 2026"), (ANSWER, "Friday 13 November 2026"))
    school.day("2026-11-03")
    assert mailed(school, docx) == ""
    printed = school.in_hand()
    assert [str(printed.date_on_letter), str(printed.answer_by)] == ["2026-11-04", "2026-11-13"]
    assert "approve it on Wednesday 4 November 2026 at the latest" in " ".join(
        school.newest("approval", REF).text.split()
    )


def test_places_that_word_broke_into_pieces_get_their_dates_all_the_same(tmp_path: Path) -> None:
    """Word splits a line wherever somebody typed or its spelling check looked; the words are whole to a reader."""
    school = drafted(tmp_path)
    document = Document(io.BytesIO(rewritten(school, ("worries you", "troubles you"))))
    for paragraph in paragraphs(document):
        for run in [one for one in paragraph.runs if POSTED in one.text]:
            rest = copy.deepcopy(run._r)
            run.text, Run(rest, paragraph).text = run.text[:9], run.text[9:]
            run._r.addnext(rest)
    saved = io.BytesIO()
    document.save(saved)
    assert mailed(school, saved.getvalue()) == ""
    assert "Tuesday 3 November 2026" in school.letter_text()


def test_a_new_date_in_the_text_is_named_to_the_approver(tmp_path: Path) -> None:
    """It may be right; whoever approves reads it first."""
    school = drafted(tmp_path)
    mailed(school, rewritten(school, ("If something", "We spoke on 29 October 2026. If something")))
    assert "We spoke on 29 October 2026" in school.newest("approval", REF).text


def test_a_file_touched_in_its_place_is_compared_with_the_letter_printed_anew(
    tmp_path: Path, window: Terminal
) -> None:
    """Saved over the draft and then handed in: the changed address is found all the same."""
    school = drafted(tmp_path)
    place = school.office.cases.path(REF, school.in_hand().file)
    place.write_bytes(rewritten(school, ("3 Kiln Lane", "9 Mill Street")))
    said = window.type("draft", REF, "--file", str(place), *TODAY)
    assert (said.code, "9 Mill Street" in said.err) == (1, True)


def test_a_file_whose_author_is_the_reporter_is_refused(tmp_path: Path) -> None:
    """The class teacher who reported it wrote the softer words: Word keeps the name."""
    school = drafted(tmp_path, seen_by="Jo Marsh, who lives opposite")
    document = Document(io.BytesIO(rewritten(school, ("worries you", "troubles you"))))
    document.core_properties.last_modified_by = "Jo Marsh"
    saved = io.BytesIO()
    document.save(saved)
    told = mailed(school, saved.getvalue())
    assert ("Inspect Document" in told, "Marsh" in told) == (True, False)


@pytest.mark.parametrize("words", ["at 9 Weir Street", "at 9, weir st.", "near ZZ994AB", "9 Weir\nStreet"])
def test_a_confidential_address_of_somebody_else_is_refused_and_not_repeated(
    words: str, tmp_path: Path
) -> None:
    """Ella's mother lives where the father may not know; neither head nor office reads it in the refusal."""
    school = drafted(tmp_path)
    told = mailed(school, rewritten(school, ("If something", f"She lives {words}. If something")))
    assert ("keeps confidential" in told, "weir" in told.casefold(), "4AB" in told) == (True, False, False)
    assert school.letters() == ["L1.1 drafted"]


@pytest.mark.parametrize(
    "words",
    [
        "We wrote to 14 Canal Row.",
        "They live in ZZ99 4AC.",
        "cc Mrs Vance",
        "Copy to: the office",
        "c/o the office",
        "Poppy Vance will be there.",
        "So will Vance, Poppy.",
        "Jude Vance was there.",
    ],
)
def test_what_is_new_about_others_is_named_to_the_approver(words: str, tmp_path: Path) -> None:
    """Another family's house, name or child, and who gets a copy: it may be right, and is read before the yes."""
    school = drafted(tmp_path)
    assert mailed(school, rewritten(school, ("If something", f"{words} If something"))) == ""
    assert words in " ".join(school.newest("approval", REF).text.split())
    assert len(school.in_hand().warnings) == 2


def test_the_adult_the_own_child_and_the_school_may_be_named_anew(tmp_path: Path) -> None:
    """Their own house and town, and the head."""
    school = drafted(tmp_path)
    words = "Mr Ross Dunn, Ella Dunn, 3 Kiln Lane, ZZ99 4AA and Wexmoor. Mrs Hollis will take care of it."
    assert mailed(school, rewritten(school, ("If something", f"{words} If something"))) == ""
    assert school.in_hand().warnings[1:] == ()


def test_a_field_with_a_confidential_address_blocks_the_draft(tmp_path: Path) -> None:
    """Typed by the office, and not repeated in what it hears."""
    school = drafted(tmp_path)
    give_fields(
        school.office, school.case(), "L1", {"quoted_words": "She is at 9 Weir Street"}, by="Mrs Binns"
    )
    school.round()
    blocked = school.case().blocked
    assert blocked is not None
    assert ("keeps confidential" in blocked.what, "Weir" in blocked.what) == (True, False)


def test_a_file_that_names_the_legal_adviser_is_refused(tmp_path: Path, window: Terminal) -> None:
    """Though the name was supplied for another letter of the case: whose advice was taken is told to nobody."""
    school = drafted(tmp_path)
    give_fields(school.office, school.case(), "X1", {"adviser": "Fell and Marsh Solicitors"}, by="Mrs Binns")
    school.round()
    version = school.in_hand().version
    file = tmp_path / "edited.docx"
    file.write_bytes(rewritten(school, ("If something", "As Fell and Marsh, solicitors, say: if something")))
    told = window.type("draft", REF, "--file", str(file), "--by", "Mrs Binns", *TODAY)
    said = " ".join((told.out + told.err).split())
    assert told.code == 1
    assert "tells the adult who gave the legal advice (Fell and Marsh Solicitors)" in said
    assert school.in_hand().version == version
