"""Every kind of email to staff, as `mails preview` writes it: what may be in its page, and how it fits a telephone."""

import re
from functools import lru_cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from chromium import need_chromium
from demo_school import make_demo_school
from desk.terminal import Window
from office import BOX, MONDAY, edited

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.mail_samples import rehearsal_office, samples
from letterladder.desk.wiring import build
from letterladder.records.papers.pictures import PHONE, sizes_of
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail

DESK = "https://desk.larkfield.example"
NO_DESK: tuple[tuple[str, str], ...] = ()
WITH_DESK = (("[desk]\non = false", "[desk]\non = true"), ('address = ""', f'address = "{DESK}"'))
DESK_ALONE = (*WITH_DESK, ('by = ["desk", "mail"]', 'by = ["desk"]'))
MAIL_ALONE = (*WITH_DESK, ('by = ["desk", "mail"]', 'by = ["mail"]'))
SETTINGS = {
    "no desk": NO_DESK,
    "desk and email": WITH_DESK,
    "desk alone": DESK_ALONE,
    "email alone": MAIL_ALONE,
}
COMMAND = re.compile(r"letterladder (?!verify)[a-z]+ ?")


TO_STAFF = {*MailKind} - {MailKind.LETTER, MailKind.RECEIPT, MailKind.SIGN_IN}
"""All but what goes to adults, to reporters, and to whoever signs in to the desk."""


@lru_cache
def made(name: str) -> dict[str, OutgoingMail]:
    """Every kind of email under these settings."""
    with TemporaryDirectory() as folder:
        school = Path(folder) / "school"
        make_demo_school(school)
        edited(school, *SETTINGS[name])
        office = build(load_settings(school), RehearsalClock(MONDAY))
        return dict(samples(rehearsal_office(office, Path(folder) / "apart")))


def hrefs(html: str) -> list[str]:
    """Where the buttons of a page lead."""
    return [unescape(one) for one in re.findall(r'href="([^"]*)"', html)]


@pytest.fixture(params=SETTINGS)
def setting(request: pytest.FixtureRequest) -> str:
    """A school with and without a desk, with approvals by either way."""
    return str(request.param)


def test_every_kind_of_email_to_staff_is_among_them(setting: str) -> None:
    """All but letters to adults, receipts to reporters, and the link by which somebody signs in."""
    assert {mail.kind for mail in made(setting).values()} == TO_STAFF
    assert all(mail.to and mail.text.strip() and mail.html for mail in made(setting).values())


def test_nothing_in_a_page_is_fetched_or_runs(setting: str) -> None:
    """No picture, no font, no script, no style from elsewhere, and no address that a program would follow by itself."""
    for name, mail in made(setting).items():
        page = mail.html.casefold()
        for sign in ("src=", "url(", "<script", "<img", "<link", "@import", "<iframe", "<form", " on"):
            found = sign in page if sign != " on" else re.search(r"<[^>]* on\w+\s*=", page)
            assert not found, f"{name} has {sign}"


def test_a_button_leads_to_the_desk_or_opens_an_email_to_the_school(setting: str) -> None:
    """And no other address of the web is in the page at all."""
    for name, mail in made(setting).items():
        for href in hrefs(mail.html):
            assert href.startswith((f"{DESK}/larkfield", f"mailto:{BOX}?")), f"{name}: {href}"
        assert set(re.findall(r"https?://[^/\"<\s]+", mail.html)) <= {DESK}, name
        assert len(set(hrefs(mail.html))) == len(hrefs(mail.html)), f"{name} has one button twice"


def test_with_a_desk_every_email_leads_to_its_page_and_names_no_command() -> None:
    """The command that checks an anchor is kept for years, whatever became of the desk."""
    for name in ("desk and email", "desk alone", "email alone"):
        for kind, mail in made(name).items():
            assert any(one.startswith(DESK) for one in hrefs(mail.html)), kind
            assert not COMMAND.search(mail.text), f"{kind}: {COMMAND.search(mail.text)}"


def test_without_a_desk_no_email_has_a_page_and_those_with_something_to_do_name_a_command() -> None:
    """What is approved or decided by email needs none."""
    emails = made("no desk")
    assert not [kind for kind, mail in emails.items() if DESK in mail.html + mail.text]
    without = {kind for kind, mail in emails.items() if "letterladder " not in mail.text}
    assert without == {
        "approval",
        "approval-again",
        "decision",
        "signed",
        "emails-fetched-again",
        "notice-signature",
    }


def test_what_a_person_presses_first_is_the_desk_and_then_the_answers_by_email() -> None:
    """By name, not by address."""
    buttons = {
        name: re.findall(r'<a href="(\w+):[^>]*>([^<]*)</a>', made(name)["approval"].html)
        for name in SETTINGS
    }
    answers = [("mailto", "Approve by email"), ("mailto", "Send back by email")]
    assert buttons == {
        "no desk": answers,
        "desk and email": [("https", "Read and decide"), *answers],
        "desk alone": [("https", "Read and decide")],
        "email alone": [("https", "Read the letter"), *answers],
    }


def test_where_no_letter_is_approved_by_email_nothing_in_the_emails_can_be_sent_back() -> None:
    """No code and no link, in words or in the page; and it is said."""
    for kind in ("approval", "decision"):
        mail = made("desk alone")[kind]
        assert "mailto:" not in mail.text + mail.html
        assert "K7QM" not in mail.text + mail.html
        assert "at this school" in mail.text


def test_the_letters_own_words_are_in_both_parts() -> None:
    """They are read on a telephone that opens no Word file."""
    mail = made("no desk")["approval"]
    assert all("We would like to hear your side." in one for one in (mail.text, mail.html))


def test_subjects_name_nobody_and_fit_one_line(setting: str) -> None:
    """Not the adult, not a role holder, not what happened; no header is folded."""
    for name, mail in made(setting).items():
        assert len(f"Subject: {mail.subject}") <= 78, name
        assert not re.search(r"Sample|Hollis|Treadwell|danger|letter L\d|Request to", mail.subject), (
            mail.subject
        )


def test_no_page_is_wider_than_a_telephone(setting: str) -> None:
    """390 pixels, with a letter, a long address and a fingerprint in it."""
    need_chromium()
    names, mails = zip(*made(setting).items(), strict=True)
    sizes = sizes_of([mail.html for mail in mails])
    assert {name: width for name, (width, _) in zip(names, sizes, strict=True) if width != PHONE} == {}


def test_one_word_that_never_ends_makes_no_page_wider() -> None:
    """An address, a file's name: it is broken, in prose and in a row."""
    need_chromium()
    page = made("desk alone")["notice-held"].html
    long = page.replace("address that only looks", "x" * 400).replace("Nothing has been drafted", "y" * 400)
    assert long.count("x" * 400) + long.count("y" * 400) == 2
    assert sizes_of([long])[0][0] == PHONE


def test_the_command_writes_them_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As text and as page; without Chromium it says so, and that is no failure."""
    school, out = tmp_path / "school", tmp_path / "out"
    make_demo_school(school)
    before = {file: file.read_bytes() for file in school.rglob("*") if file.is_file()}
    monkeypatch.setattr("letterladder.desk.mail_preview.find_chromium", str)
    said = Window(school).type("mails", "preview", str(out))
    assert (said.code, "no pictures" in said.out) == (0, True)
    assert {file.suffix for file in out.iterdir()} == {".txt", ".html"}
    assert len(list(out.iterdir())) == 2 * len(made("no desk"))
    assert {file: file.read_bytes() for file in school.rglob("*") if file.is_file()} == before


def test_with_chromium_there_is_a_picture_of_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here of two, to be quick."""
    need_chromium()
    school, out = tmp_path / "school", tmp_path / "out"
    make_demo_school(school)
    few = list(made("no desk").items())[:2]
    monkeypatch.setattr("letterladder.desk.mail_preview.samples", lambda _: iter(few))
    assert Window(school).type("mails", "preview", str(out)).code == 0
    pictures = [out / f"{name}.png" for name, _ in few]
    assert all(one.read_bytes().startswith(b"\x89PNG") for one in pictures)


def test_another_word_than_preview_is_wrong_usage(tmp_path: Path) -> None:
    """`mails` alone still lists the emails."""
    make_demo_school(tmp_path / "school")
    typed = Window(tmp_path / "school")
    assert (typed.type("mails").code, typed.type("mails", "show").code) == (0, 2)
