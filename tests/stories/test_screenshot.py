"""A report that is only a screenshot: it says so, the picture comes first, and its words are asked for and read."""

from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from desk.terminal import Terminal
from desk_browser import Browser, Page
from office import BOX, DUNN, Rehearsal, an_office
from PIL import Image, ImageDraw
from sweeps import swept

WHO = "jo.marsh@freemail.example"


def screenshot(words: str = "") -> bytes:
    """A picture, with these words drawn in it."""
    picture = Image.new("RGB", (900, 120), "white")
    ImageDraw.Draw(picture).text((20, 40), words, fill="black", font_size=40)
    held = BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()


def sent(text: str, *, subject: str = "", name: str = "IMG_0042.PNG", words: str = "") -> bytes:
    """An email with one picture."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = WHO, BOX, subject
    message["Message-ID"] = "<shot@freemail.example>"
    message.set_content(text)
    message.add_attachment(screenshot(words), maintype="image", subtype="png", filename=name)
    return message.as_bytes()


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    return an_office(tmp_path)


def taken_in(school: Rehearsal, raw: bytes) -> str:
    """The beginning of its SHA-256, once it is in the in-tray."""
    school.deliver(raw)
    school.round()
    assert school.verdicts() == ["intray"]
    return school.mails()[-1].seen.sha256[:12]


NOTHING_TYPED = [
    "",
    "\n\n",
    "Sent from my iPhone\n",
    "See attached\n\nJo Marsh\n",
    "Please see the picture. Thank you, Jo (mum of Ella, 3B)\n",
    "-- \nJo Marsh\nParish clerk, 01632 960123\n",
]
TYPED = [
    "My neighbour has put this on the village page about the new office rules and now everybody there believes that "
    "the school has taken the money that the parents collected for the trip to the farm last summer.\n",
]


@pytest.mark.parametrize("text", swept(NOTHING_TYPED, NOTHING_TYPED[0], NOTHING_TYPED[3]))
def test_it_says_that_nobody_has_typed_its_words(
    text: str, school: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the list, on its card with the command for its words, in the notice, and at the desk."""
    mail = taken_in(school, sent(text))
    listed = Terminal(school.folder, capsys).type("intray").out
    assert 'nobody has typed the words of the picture "IMG_0042.PNG": look at it' in " ".join(listed.split())
    shown = Terminal(school.folder, capsys).type("intray", mail).out
    assert '--words "what the picture says"' in shown
    (notice,) = [one for one in school.sent_mails() if one.kind == "card"]
    names_a_child = "Ella" in text
    assert ("nobody has typed the words of the picture" in " ".join(notice.text.split())) is not names_a_child
    assert "IMG_0042" not in notice.text
    page = Browser(school, "dsl").open(f"/in-tray/{mail}")
    assert "This report is a picture: nobody has typed its words" in page.text
    assert page.form(holding="fact_words")["fact_words"].strip() == ""


def places(page: Page, *things: str) -> list[int]:
    """Where each begins in the page's source."""
    return [page.source.index(one) for one in things]


def test_the_picture_comes_before_sender_and_text(school: Rehearsal) -> None:
    """Open, without a press; then who sent it; then a box for its words that is open as well."""
    mail = taken_in(school, sent("See attached\n"))
    page = Browser(school, "dsl").open(f"/in-tray/{mail}")
    told = places(page, "nobody has typed its words", "files/1/picture", WHO, "See attached")
    assert told == sorted(told)
    assert not page.tree.xpath('//details//img[contains(@src, "picture")][1]/ancestor::details[@open]')
    assert page.tree.xpath('//textarea[@name="fact_words"][not(ancestor::details)]')
    assert len(page.tree.xpath('//*[@name="fact_words"]')) == 1


@pytest.mark.parametrize("text", TYPED)
def test_a_picture_beside_words_stays_among_the_files(text: str, school: Rehearsal) -> None:
    """There the words are the report, and come first."""
    mail = taken_in(school, sent(text))
    page = Browser(school, "dsl").open(f"/in-tray/{mail}")
    assert "nobody has typed its words" not in page.text
    where = places(page, "village page", "files/1/picture")
    assert where == sorted(where)


DANGERS = [
    "I will kill that teacher tomorrow",
    "im outside the school with a knife",
    "my stepdad hits me every night, please help",
]
HARMLESS = ["the new reading scheme is a waste of money", "miss is a useless lazy clown"]


@pytest.mark.parametrize("how", [[], ["--clear"]], ids=["opened", "cleared"])
@pytest.mark.parametrize("words", swept(DANGERS, DANGERS[0]))
def test_danger_in_words_that_were_typed_alerts(
    words: str, how: list[str], school: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it would have, had the sender typed them; nobody can have cleared words before they were typed."""
    mail = taken_in(school, sent(""))
    line = ["file", mail, "--to", "new", "--adult", DUNN, "--conduct", "derogatory-staff", "--words", words]
    said = Terminal(school.folder, capsys).type(*line, *how, "--by", "Miss Joan Treadwell")
    assert said.code == 0, said
    assert school.case().alerted
    assert school.case().facts[0].fact.words == words
    school.round()
    assert any(one.kind == "alert" for one in school.sent_mails())


@pytest.mark.parametrize("words", swept(HARMLESS, HARMLESS[1]))
def test_words_without_danger_open_a_case_that_goes_on(
    words: str, school: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the letter may quote them."""
    mail = taken_in(school, sent(""))
    line = ["file", mail, "--to", "new", "--adult", DUNN, "--conduct", "derogatory-staff", "--words", words]
    assert Terminal(school.folder, capsys).type(*line, "--clear", "--by", "Miss Joan Treadwell").code == 0
    assert not school.case().alerted
    assert school.case().facts[0].fact.words == words


def test_danger_typed_at_the_desk_alerts_on_the_case_it_is_put_on(
    school: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the page, on a case that runs already."""
    school.report()
    school.deliver(sent(""))
    school.round()
    mail = school.mails()[-1].seen.sha256[:12]
    line = ["file", mail, "--to", "2026-0001", "--words", DANGERS[0], "--by", "Miss Joan Treadwell"]
    assert Terminal(school.folder, capsys).type(*line).code == 0
    assert school.case().alerted
