"""What a panel or the police read of a case: the event first, then who did what, without codes and small print."""

import hashlib
import io
import re
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from copy_signing import sign_copy
from desk.terminal import Terminal
from office import BOX, HEAD, Rehearsal, an_office, pressed
from PIL import Image
from prepared import prepared_once
from pypdf import PdfReader
from sweeps import swept

from letterladder.rules.cases.events import MailAttached
from letterladder.rules.register.register_filter import Wanted
from letterladder.rules.words import Format

REF = "2026-0001"
WORDS = "Mr Lowell is a useless lazy clown and should be sacked."
REPORT = f"""Parent: Mr Ross Dunn
Pupil: Ella Dunn, 4B
Where: Facebook
Date of post: 31 October 2026
What was posted: "{WORDS}"
Seen by: me
"""
FOOTER = """This email and any attachments are confidential and intended solely for the addressee. If you received
it in error, please notify the sender. Fell Freight Ltd is registered in England.
"""
REFUSED = "\n\nKind regards\nAnita"
CODE = re.compile(r"\b[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b")


def screenshot(colour: str = "orange") -> bytes:
    """A picture as a telephone makes them, larger than a chronology shows it."""
    held = io.BytesIO()
    Image.new("RGB", (1170, 800), colour).save(held, "PNG")
    return held.getvalue()


def reported(tmp_path: Path, text: str = REPORT, name: str = "screenshot.png") -> Rehearsal:
    """Mr Dunn is reported by the form, with a picture."""
    school = an_office(tmp_path)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = (
        "Nkem Okoro <nkem.okoro@letterbox.example>",
        BOX,
        "Form: online",
    )
    mail.set_content(text)
    mail.add_attachment(screenshot(), maintype="image", subtype="png", filename=name)
    school.deliver(mail.as_bytes())
    school.round()
    school.sorted_out()
    return school


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """L1 approved by email, a refused reply beside it, and an answer of the adult with small print below."""
    school = reported(tmp_path)
    asked = school.newest("approval")
    _, subject, text = pressed(asked.links[0])
    school.goes_out()
    for words in (text, f"I meant: {text}"):
        school.write(HEAD, subject, f"{words}{REFUSED}\n", in_reply_to=asked.message_id)
        school.round()
    school.write("ross.dunn@letterbox.example", f"Re: {REF}", f"I will not take it down, {REF}.\n\n{FOOTER}")
    school.round()
    return school


def attached(school: Rehearsal) -> list[MailAttached]:
    """The emails on the case that are no report."""
    return [one.event for one in school.office.cases.read(REF) if isinstance(one.event, MailAttached)]


def copy(school: Rehearsal, capsys: pytest.CaptureFixture[str], reader: str, form: str) -> bytes:
    """The copy that a person orders with `export`."""
    if reader == "subject":
        sign_copy(school.office, Wanted(refs=(REF,)), Format(form))
    out = school.folder / f"{reader}.{form}"
    words = ("--format", form, "--for", reader, "--out", str(out), "--by", "Miss Treadwell")
    said = Terminal(school.folder, capsys).type("export", REF, *words)
    assert said.code == 0, said.err
    return out.read_bytes()


def pages(pdf: bytes) -> str:
    """Its words, white space evened out."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def pictures(pdf: bytes) -> list[tuple[int, int]]:
    """The sizes of the pictures in it."""
    return [
        image.image.size for page in PdfReader(io.BytesIO(pdf)).pages for image in page.images if image.image
    ]


def test_the_chronology_opens_with_the_event(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> None:
    """Facts, exact words, who was affected, evidence with SHA-256; before anything that the school did."""
    text = pages(copy(school, capsys, "panel", "pdf"))
    begun = text.index(
        "What happened On 2 November 2026 the school was told about Mr Ross Dunn: a post on Facebook on 31"
    )
    said = text.index(f"The exact words, as reported: “{WORDS}”")
    order = [
        begun,
        said,
        text.index("Who was affected"),
        text.index("screenshot.png"),
        text.index("What was done"),
    ]
    assert order == sorted(order)
    assert hashlib.sha256(screenshot()).hexdigest() in text.replace(" ", "")
    assert "A report arrived [" not in text


def test_a_screenshot_is_shown_small(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> None:
    """On paper and in the page; drawn again, so that nothing else of the file is in it."""
    assert pictures(copy(school, capsys, "panel", "pdf")) == [(360, 246)]
    page = copy(school, capsys, "panel", "html").decode()
    assert page.count('src="data:image/jpeg;base64,') == 1


@pytest.mark.parametrize("reader", ["governors", "subject"])
@pytest.mark.parametrize("form", ["pdf", "html"])
def test_nobody_else_gets_the_event_or_a_picture(
    school: Rehearsal, capsys: pytest.CaptureFixture[str], reader: str, form: str
) -> None:
    """Governors read no words and no names, the adult nobody else's: their copies gain nothing."""
    made = copy(school, capsys, reader, form)
    text = pages(made) if form == "pdf" else made.decode()
    assert not pictures(made) if form == "pdf" else "<img" not in text
    for word in ("clown", "screenshot", "Okoro", "okoro", "Evidence", "the school was told about"):
        assert word not in text
    if reader == "governors":
        assert not re.search("Dunn|Ella|Hollis|Binns|Treadwell", text)


@pytest.mark.parametrize("form", swept(["pdf", "html", "csv", "json"], "html", "json"))
@pytest.mark.parametrize("reader", ["panel", "subject", "governors"])
def test_no_code_no_refused_reply_and_no_small_print_is_quoted(
    school: Rehearsal, capsys: pytest.CaptureFixture[str], reader: str, form: str
) -> None:
    """The answer of the adult is, without what their mail server adds."""
    made = copy(school, capsys, reader, form)
    text = pages(made) if form == "pdf" else made.decode()
    assert not CODE.search(text)
    assert not re.search("Kind regards|intended solely|Fell Freight|If you received|notify the sender", text)
    assert ("I will not take it down" in text) == (reader != "governors")


def test_who_acted_is_a_person(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> None:
    """By name and office; no address of the school's, and UTC in the fine print alone."""
    text = pages(copy(school, capsys, "panel", "pdf"))
    body, fine = text.split("Fine print: the lines of the log")
    assert "Mrs Anita Hollis, Headteacher, by email" in body
    assert "Mrs Carol Binns, School Office Manager" in body
    assert not re.search(r"@larkfield|\+00:00|\d{4}-\d{2}-\d{2}\b(?!.*larkfield)", body.replace(REF, ""))
    assert "2026-11-02 10:00+00:00" in fine


def test_a_picture_that_changed_on_disk_is_not_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor one that is gone; each is said."""
    school = reported(tmp_path)
    (file,) = (school.folder / "data" / "cases" / REF / "evidence").iterdir()
    file.write_bytes(screenshot("blue"))
    made = copy(school, capsys, "panel", "pdf")
    assert (pictures(made), "No longer the bytes that the log recorded" in pages(made)) == ([], True)
    file.unlink()
    assert "Missing on disk" in pages(copy(school, capsys, "panel", "pdf"))


def test_a_picture_that_may_be_indecent_is_never_drawn_or_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither small in a chronology nor whole in a bundle; its SHA-256 says which file the police are to take."""
    naked = REPORT.replace(f'"{WORDS}"', "he shared a naked picture of a girl in Year 6")
    school = reported(tmp_path, naked)
    for form in ("pdf", "bundle"):
        assert pictures(copy(school, capsys, "panel", "pdf")) == []
        made = copy(school, capsys, "panel", form)
    with zipfile.ZipFile(io.BytesIO(made)) as bundle:
        kept = [name for name in bundle.namelist() if "/mail/" in name or "/evidence/" in name]
        listed = bundle.read("manifest.json").decode()
    assert kept == []
    assert hashlib.sha256(screenshot()).hexdigest() in listed
    assert "the police take the original" in listed


@pytest.mark.parametrize("content", [b"\x89PNG broken", b"GIF89a", b"<svg onload='x()'/>"])
def test_what_is_no_picture_is_named_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    """A hostile or a damaged file stops no copy."""
    school = an_office(tmp_path)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = (
        "Nkem Okoro <nkem.okoro@letterbox.example>",
        BOX,
        "Form: online",
    )
    mail.set_content(REPORT)
    mail.add_attachment(content, maintype="image", subtype="png", filename="odd.png")
    school.deliver(mail.as_bytes())
    school.round()
    school.sorted_out()
    made = copy(school, capsys, "panel", "pdf")
    assert (pictures(made), hashlib.sha256(content).hexdigest() in pages(made).replace(" ", "")) == ([], True)
