"""What an email holds never runs, loads or opens in our pages, whatever somebody puts into it."""

import struct
import zlib
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from desk_browser import Browser, Page
from office import BOX, Rehearsal, an_office
from PIL import Image
from sweeps import swept

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
WHO = "x@elsewhere.example"


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    return an_office(tmp_path)


def written(
    *,
    text: str = "Look at this.",
    html: str = "",
    files: tuple[tuple[str, str, bytes], ...] = (),
    subject: str = "hm",
    name: str = "A person",
) -> bytes:
    """A raw email."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = f'"{name}" <{WHO}>', BOX, subject
    message["Message-ID"] = "<1@elsewhere.example>"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for file, kind, content in files:
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=file)
    return message.as_bytes()


def opened(school: Rehearsal, raw: bytes, who: str = "dsl") -> tuple[Browser, str, Page]:
    """The email arrives and is opened."""
    school.deliver(raw)
    school.round()
    browser = Browser(school, who)
    where = f"/in-tray/{school.mails()[-1].seen.sha256[:12]}"
    return browser, where, browser.open(where)


def png(side: int = 30) -> bytes:
    """A picture with a note in it."""
    held = BytesIO()
    Image.new("RGB", (side, side), "red").save(held, "PNG")
    return held.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        written(subject=EVIL),
        written(name=EVIL.replace('"', "")),
        written(text=EVIL),
        written(html=f"<p>{EVIL}</p><svg onload=alert(3)></svg><style>*{{display:none}}</style>"),
        written(
            html=f'<a href="javascript:alert(4)">press {EVIL}</a><a href="https://evil.example">bank</a>'
        ),
        written(html='<form action="//evil.example"><input name=q autofocus onfocus=alert(5)></form>'),
        written(
            html='<iframe src="//evil.example"></iframe><meta http-equiv=refresh content=0><base href=//e>'
        ),
        written(files=((f"{EVIL}.txt", "text/plain", EVIL.encode()),)),
        written(files=(("a.csv", "text/csv", b'=HYPERLINK("http://evil.example","x")'),)),
        written(files=(("a.html", "text/html", EVIL.encode()),)),
    ],
    ids=["subject", "name", "text", "html", "links", "form", "frames", "file name", "csv", "html file"],
)
def test_nothing_of_an_email_runs_in_the_page(raw: bytes, school: Rehearsal) -> None:
    """No element and no attribute of it is in the page; every address in the page is ours."""
    _, _, page = opened(school, raw)
    assert page.status == 200
    main = page.tree.xpath("//main")[0]
    assert main.xpath(".//script | .//style | .//iframe | .//svg | .//meta | .//base | .//object") == []
    assert main.xpath(".//@*[starts-with(name(), 'on')] | .//@style | .//@autofocus") == []
    leads = main.xpath(".//@href | .//@src | .//@action | .//@formaction")
    assert [one for one in leads if not one.startswith(("/", "#"))] == []
    assert [one for one in leads if one.startswith("//")] == []


def test_a_link_is_words_and_where_it_leads(school: Rehearsal) -> None:
    """What it says may differ from where it goes."""
    _, _, page = opened(school, written(html='<p>See <a href="https://evil.example/x">your bank</a>.</p>'))
    assert "your bank (leads to: https://evil.example/x)" in page.text


def test_a_file_is_only_ever_a_download(school: Rehearsal) -> None:
    """Whatever it says it is."""
    files = (("page.html", "text/html", EVIL.encode()), ("x.svg", "image/svg+xml", b"<svg/>"))
    browser, where, page = opened(school, written(files=files))
    for number in (1, 2):
        answer = browser.open(f"{where}/files/{number}").answer
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert browser.open(f"{where}/files/{number}/picture").status == 404
    assert page.tree.xpath("//img") == []


def test_all_its_text_and_the_original_are_downloads_too(school: Rehearsal) -> None:
    """The original byte for byte."""
    raw = written(text=EVIL)
    browser, where, _ = opened(school, raw)
    assert browser.open(f"{where}/original").answer.data == raw
    for rest in ("original", "text"):
        answer = browser.open(f"{where}/{rest}").answer
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")


@pytest.mark.parametrize(
    "rest",
    ["files/0", "files/2", "files/-1", "files/..%2f..%2fschool.toml", "files/1/../2", "files/x", "files/1e1"],
)
def test_there_is_no_way_to_another_file(rest: str, school: Rehearsal) -> None:
    """Files are asked for by their number alone."""
    browser, where, _ = opened(school, written(files=(("../../etc/passwd", "text/plain", b"mine"),)))
    assert browser.open(f"{where}/{rest}").status == 404
    disposition = browser.open(f"{where}/files/1").answer.headers["Content-Disposition"]
    assert "/" not in disposition.split("filename=", 1)[1]


def test_a_picture_is_drawn_again(school: Rehearsal) -> None:
    """A JPEG of ours: nothing that was hidden behind the picture is in it."""
    browser, where, page = opened(school, written(files=(("a.png", "image/png", png() + EVIL.encode()),)))
    assert page.tree.xpath("//main//img/@src") == [browser.path(f"{where}/files/1/picture")]
    answer = browser.open(f"{where}/files/1/picture").answer
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert answer.data.startswith(b"\xff\xd8")
    assert b"script" not in answer.data


def bomb() -> bytes:
    """A PNG of 30,000 by 30,000 pixels in a few bytes."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)

    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    data = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize("content", [bomb(), png()[:40], b"GIF89a" + b"\xff" * 50, b"%PDF-1.4", b""])
def test_what_is_no_picture_that_can_be_drawn_is_not_found(content: bytes, school: Rehearsal) -> None:
    """The page stays as it is."""
    browser, where, page = opened(school, written(files=(("a.png", "image/png", content),)))
    assert page.status == 200
    assert browser.open(f"{where}/files/1/picture").status == 404


def test_of_an_email_that_may_show_abuse_nothing_is_shown_or_downloaded(school: Rehearsal) -> None:
    """Not for the DSL either: words say what to do."""
    text = "Somebody sent my daughter naked pictures of a pupil. I attach the indecent image."
    browser, where, page = opened(school, written(text=text, files=(("a.png", "image/png", png()),)))
    assert "abuse of a child" in page.text
    assert page.tree.xpath("//main//img") == []
    for rest in ("files/1", "files/1/picture", "original"):
        assert browser.open(f"{where}/{rest}").status == 403


STRANGE = {
    "long subject": written(subject="x" * 100_000),
    "long text": written(text="words and more words\n" * 4_000),
    "files": written(files=tuple((f"{number}.txt", "text/plain", b"words " * 500) for number in range(200))),
    "long html": written(html="<p>" + "<b>words</b> " * 10_500),
    "inner": written(files=(("inner.eml", "application/octet-stream", written(text="inside")),)),
    "winmail": written(files=(("winmail.dat", "application/ms-tnef", b"\x78\x9f\x3e\x22" + b"x" * 100),)),
    "garbage": b"\xff\xfe\x00garbage without a header\r\n\r\n" * 50,
    "empty": b"",
}
ABSURD = {
    "subject": written(subject="x" * 1_000_000),
    "text": written(text="words and more words\n" * 20_000),
    "html": written(html="<p>" + "<b>words</b> " * 30_000),
}


@pytest.mark.parametrize("kind", swept((*STRANGE, *ABSURD), "long html", "garbage"))
def test_the_page_stays_small_whatever_comes(kind: str, school: Rehearsal) -> None:
    """What is left out is counted; the page is far below what a telephone takes in a moment."""
    _, _, page = opened(school, {**STRANGE, **ABSURD}[kind])
    assert page.status == 200
    assert len(page.answer.data) < 60_000
