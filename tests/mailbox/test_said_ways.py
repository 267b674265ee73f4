"""A yes that the plain text and the page do not share, that is hidden, or whose sender is named twice, is no yes."""

from datetime import UTC, datetime

import pytest

from letterladder.mailbox.message import read_mail
from letterladder.rules.mails.reply_words import Said, read_ways
from letterladder.rules.texts.report import Report

YES = "APPROVE K7QM-2RTX"
OURS = "<p>Please approve a letter.</p><p>RETURN K7QM-2RTX</p>"
FROM = "From: Anita Hollis <a.hollis@larkfield.example>"


def page(html: str, plain: str = "", sender: str = FROM) -> Report:
    """A reply as a page, with plain text beside it where there is one."""
    top = f"{sender}\nSubject: Re: x\nMIME-Version: 1.0\n"
    if not plain:
        return read(f"{top}Content-Type: text/html; charset=utf-8\n\n{html}\n")
    parts = (
        f"--b\nContent-Type: text/{kind}; charset=utf-8\n\n{text}\n"
        for kind, text in (("plain", plain), ("html", html))
    )
    return read(f'{top}Content-Type: multipart/alternative; boundary="b"\n\n{"".join(parts)}--b--\n')


def read(raw: str) -> Report:
    """The email as it is read."""
    return read_mail(raw.encode(), datetime(2026, 11, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote>{OURS * 8}</blockquote>",
        f'<blockquote type="cite">{OURS}</blockquote>',
        f'<div class="gmail_quote"><div>On Mon, 9 Nov 2026 at 10:00, L <l@larkfield.example> wrote:</div>{OURS}</div>',
        f'<div class="moz-cite-prefix">On 09/11/2026 10:00, L wrote:</div><blockquote type="cite">{OURS}</blockquote>',
        f'<div id="divRplyFwdMsg"><b>From:</b> L<br><b>Sent:</b> x</div>{OURS}',
        f'<div><div id="x_divRplyFwdMsg">Von: L</div></div><div>{OURS}</div>',
        f'<div id="appendonsend"></div><hr>{OURS}',
        f'<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> L</p></div>{OURS}',
        f'<div class="yahoo_quoted"><div>{OURS}</div></div>',
        f'<div class="protonmail_quote">{OURS}</div>',
    ],
)
def test_a_quotation_that_only_the_page_marks_is_one(quote: str) -> None:
    """With the same order below it, and with another."""
    assert read_ways(page(f"<div>{YES}</div>{quote}").said_ways).said is Said.APPROVE
    assert read_ways(page(f"<div>Thank you.</div>{quote}").said_ways).said is Said.NOTHING


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        (YES, "<p>Please do not send it.</p>"),
        ("Please do not send it.", f"<p>{YES}</p>"),
        (YES, f"<p>{YES}</p><p>Wrong parent</p>"),
        (f"{YES}\nWrong parent", f"<p>{YES}</p>"),
        (YES, "<p>RETURN K7QM-2RTX the date is wrong</p>"),
        (YES, f'<p>{YES}</p><blockquote style="margin:0 0 0 40px">Not this one</blockquote>'),
        (YES, "<p>APPROVE 8ABC-DEF2</p>"),
    ],
)
def test_what_is_said_in_two_ways_is_unclear(plain: str, html: str) -> None:
    """Nobody knows which of them its sender saw."""
    assert read_ways(page(html, plain).said_ways).said not in {Said.APPROVE, Said.RETURN}


def test_a_comment_between_quotations_is_heard() -> None:
    """Below the introduction, between two of them."""
    quoted = '<div>On 09/11/2026 10:00, L wrote:</div><blockquote type="cite">a</blockquote>'
    html = f"<p>{YES}</p>{quoted}<p>Wrong parent</p>"
    assert read_ways(page(html).said_ways).said is Said.UNCLEAR


@pytest.mark.parametrize(
    "html",
    [
        f'<p>Thanks</p><p style="display:none">{YES}</p>',
        f'<p style="font-size:0px">{YES}</p>',
        f'<p style="color:#ffffff">{YES}</p>',
        f'<font color="white">{YES}</font>',
        f"<s>{YES}</s>",
        f'<p style="text-decoration: line-through">{YES}</p>',
        f"<style>.a {{ visibility: hidden }}</style><p class='a'>{YES}</p>",
        f"<p hidden>{YES}</p>",
        f'<p style="opacity:0">{YES}</p>',
        f'<div style="position:absolute;left:-9999px">{YES}</div>',
    ],
)
def test_words_that_a_page_hides_raise_a_doubt(html: str) -> None:
    """Or strikes through."""
    assert page(html).doubts


@pytest.mark.parametrize(
    "html",
    [
        f'<p style="color:#1f497d;font-size:11pt">{YES}</p>',
        f'<p>{YES}</p><blockquote type="cite"><p style="display:none">preview</p></blockquote>',
        f'<table><tr><td style="background-color:#003366"><p style="color:#fff">{YES}</p></td></tr></table>',
        f'<p>{YES}</p><p style="display:none"></p>',
        f"<style>p {{ margin: 0 }}</style><p>{YES}</p>",
    ],
)
def test_what_anybody_can_see_raises_none(html: str) -> None:
    """And what our own email hides, where it is quoted."""
    assert page(html).doubts == ()


@pytest.mark.parametrize(
    "sender",
    [
        f"{FROM}\nFrom: Eve <eve@elsewhere.example>",
        "From: a.hollis@larkfield.example, eve@elsewhere.example",
        'From: "eve@elsewhere.example" <a.hollis@larkfield.example>',
        "From: =?utf-8?q?eve=40elsewhere=2Eexample?= <a.hollis@larkfield.example>",
        "From: =?utf-8?q?a=2Ehollis=40larkfield=2Eexample?=",
        "From: a.holli\u017f@larkfield.example",
        "From: a.hollis@lar\u212afield.example",
        f"{FROM}\nResent-From: eve@elsewhere.example",
        "From: a.hollis@larkfield.example (eve@elsewhere.example)",
    ],
)
def test_a_sender_who_can_be_read_in_two_ways_raises_a_doubt(sender: str) -> None:
    """Two lines, two mailboxes, a name that is an address, letters that only look alike, an email sent on."""
    assert page(f"<p>{YES}</p>", sender=sender).doubts


@pytest.mark.parametrize(
    "sender",
    [
        FROM,
        "From: a.hollis@larkfield.example",
        'From: "a.hollis@larkfield.example" <a.hollis@larkfield.example>',
        "From: =?utf-8?q?Anita_H=C3=B6llis?= <A.Hollis@Larkfield.example>",
        'From: "Hollis, Anita (Headteacher)" <a.hollis@larkfield.example>',
    ],
)
def test_an_ordinary_sender_raises_none(sender: str) -> None:
    """Capitals, a name in an encoded word, the address as a name."""
    assert page(f"<p>{YES}</p>", sender=sender).doubts == ()
