"""Emails of odd shapes that hold the planted sentence: borders, broken encodings, emails in emails."""

from base64 import b64encode
from collections.abc import Iterator

from planted_emails import ALERTED, INNER, NAMED, WORDS, Made, attached, email, part, several
from planting import SENTENCE

HI = part("text/plain", b"Hi\n")
OVER_A_LIMIT = frozenset(
    {"the last of 41 emails", "the last of 41 files", "below 9,000 lines", "yEnc or UU inside the text"}
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def of_shapes() -> Iterator[Made]:
    """Every shape."""
    for name, raw in (*_borders(), *_inside().items(), *_codings().items(), *_lengths(), *_headers().items()):
        yield Made(name=name, truth=NAMED if name in OVER_A_LIMIT else ALERTED, raw=raw)
    for name, raw in _not_read().items():
        yield Made(name=name, truth=NAMED, raw=raw)


def _borders() -> Iterator[tuple[str, bytes]]:
    for kind in (
        "mixed",
        "alternative",
        "related",
        "signed",
        "digest",
        "parallel",
        "form-data",
        "x-odd",
        "report",
    ):
        yield f"before the parts of {kind}", email(several(HI, kind=kind, before=WORDS + b"\n\n"))
        yield f"after the parts of {kind}", email(several(HI, kind=kind, after=b"\n" + WORDS + b"\n"))
        yield f"a part of {kind}", email(several(HI, part("text/plain", WORDS), kind=kind))
        yield f"a nameless part of {kind}", email(several(HI, b"\n" + WORDS, kind=kind))
        yield f"a part of {kind} without its blank line", email(several(HI, WORDS, kind=kind))
    yield "no boundary is told", email(b"Content-Type: multipart/mixed\n\n" + WORDS)
    yield (
        "the boundary is another",
        email(b'Content-Type: multipart/mixed; boundary="A"\n\n--B\n\n' + WORDS + b"\n--B--"),
    )
    yield (
        "the last boundary is missing",
        email(several(HI, part("text/plain", WORDS)).removesuffix(b"--B1--\n")),
    )
    yield "no part at all", email(b'Content-Type: multipart/mixed; boundary="A"\n\n' + WORDS + b"\n--A--\n")
    yield (
        "an empty boundary",
        email(b'Content-Type: multipart/mixed; boundary=""\n\n--\n\n' + WORDS + b"\n----\n"),
    )


def _inside() -> dict[str, bytes]:
    deep = part("text/plain", WORDS)
    for level in range(30):
        deep = several(deep, boundary=f"L{level}x")
    mails = part("text/plain", WORDS)
    for _ in range(15):
        mails = part("message/rfc822", email(mails))
    many = [part("message/rfc822", email(part("text/plain", b"Hi %d" % place))) for place in range(40)]
    blank = b"From: Jo <jo@letterbox.example>\n\nSubject: hello\n\n" + WORDS
    return {
        "30 parts deep": email(deep),
        "15 emails deep": email(mails),
        "the last of 41 emails": email(several(*many, part("message/rfc822", INNER))),
        "the last of 41 files": email(
            several(
                HI, *[attached(f"{place}.txt", b"Hi") for place in range(40)], attached("last.txt", WORDS)
            )
        ),
        "an Outlook email with a blank line in its headers": email(
            several(HI, part("message/rfc822", blank))
        ),
        "the same as a file": email(several(HI, attached("mail.eml", blank))),
        "the same in base64": email(several(HI, part("message/rfc822", blank, coding="base64"))),
        "an email in base64 twice": email(
            part("message/rfc822", email(part("message/rfc822", INNER, coding="base64")), coding="base64")
        ),
        "an email in base64 with a page": email(
            part("message/rfc822", email(part("text/html", b"<p>" + WORDS + b"</p>")), coding="base64")
        ),
        "the subject of an email inside": email(
            several(
                HI, part("message/rfc822", b"From: jo@letterbox.example\nSubject: " + WORDS + b"\n\nHi\n")
            )
        ),
        "the subject of an email as a file": email(
            several(HI, attached("a.eml", b"From: jo@letterbox.example\nSubject: " + WORDS + b"\n\nHi\n"))
        ),
        "an email inside that holds a border": email(
            several(HI, part("message/rfc822", email(several(HI, boundary="B7", before=WORDS + b"\n\n"))))
        ),
        "an email that somebody attached to their own empty one": email(part("message/rfc822", INNER)),
        "the subject of a forwarded email": email(
            part(
                "text/plain",
                b"See below.\n\nFrom: Jo <jo@letterbox.example>\nSent: Monday\nTo: me\nSubject: "
                + WORDS
                + b"\n\nHi\n",
            ),
            "Subject: Fwd: see",
        ),
        "the subject of a quoted email": email(
            part(
                "text/plain",
                b"Thanks.\n\nFrom: Jo <jo@letterbox.example>\nSent: Monday\nTo: me\nSubject: "
                + WORDS
                + b"\n\nHi\n",
            ),
            "Subject: Re: see",
        ),
    }


def _codings() -> dict[str, bytes]:
    kinds = {
        "said to be base64 and none": b"Content-Transfer-Encoding: base64\n\n" + WORDS + b"\n",
        "base64 with words before it": b"Content-Transfer-Encoding: base64\n\n"
        + b64encode(b"Hi there")
        + b"\n\n"
        + WORDS,
        "base64 without padding": b"Content-Transfer-Encoding: base64\n\n"
        + b64encode(WORDS + b"!").rstrip(b"="),
        "an encoding that is none": b"Content-Transfer-Encoding: x-odd\n\n" + WORDS,
        "said to be quoted-printable and none": b"Content-Transfer-Encoding: quoted-printable\n\n100=% sure. "
        + WORDS,
        "said to be uuencoded and none": b"Content-Transfer-Encoding: x-uuencode\n\n" + WORDS,
        "a charset that is none": b"Content-Type: text/plain; charset=x-none\n\n" + WORDS,
        "a charset with an odd end": b'Content-Type: text/plain; charset="utf-8\n\n' + WORDS,
        "utf-16 said to be utf-8": b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + b64encode(SENTENCE.encode("utf-16-le")),
        "utf-16": b"Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n"
        + b64encode(SENTENCE.encode("utf-16")),
        "utf-7": b"Content-Type: text/plain; charset=utf-7\n\n" + WORDS,
        "zero bytes between letters": b"Content-Type: text/plain\n\n"
        + b"\0".join(WORDS.split(b" ")).replace(b"\0", b" \0"),
        "yEnc or UU inside the text": b"Content-Type: text/plain\n\nbegin 644 a.txt\n"
        + _uu(WORDS)
        + b"`\nend\n",
        "soft hyphens": b"Content-Type: text/plain; charset=utf-8\n\n"
        + SENTENCE.replace("st", "s\u00adt").encode(),
        "no-width spaces": b"Content-Type: text/plain; charset=utf-8\n\n"
        + SENTENCE.replace("kn", "k\u200bn").encode(),
        "hard spaces": b"Content-Type: text/plain; charset=utf-8\n\n"
        + SENTENCE.replace(" ", "\u00a0").encode(),
        "wide letters": b"Content-Type: text/plain; charset=utf-8\n\n"
        + "".join(chr(ord(one) + 0xFEE0) if one.isalpha() else one for one in SENTENCE).encode(),
        "flowed lines": b"Content-Type: text/plain; format=flowed\n\n" + WORDS.replace(b" with", b" \nwith"),
        "cut lines": b"Content-Type: text/plain\n\n" + b"\n".join(WORDS.split(b" ")),
        "old line ends": b"Content-Type: text/plain\n\nHi\r\r" + WORDS + b"\r",
    }
    return {name: email(content) for name, content in kinds.items()}


def _uu(words: bytes) -> bytes:
    from binascii import b2a_uu  # noqa: PLC0415 - for one case

    return b"".join(b2a_uu(words[at : at + 45]) for at in range(0, len(words), 45))


def _lengths() -> Iterator[tuple[str, bytes]]:
    """Long texts with the sentence at their end, and where they are cut to be read."""
    lines = b"\n\n".join(b"Line %d was nice." % place for place in range(9_000))
    yield "below 9,000 lines", email(part("text/plain", lines + b"\n\n" + WORDS))
    yield "below 9,000 short sentences", email(part("text/plain", b"It was fine. " * 9_000 + WORDS))
    plain = (LETTERS * 100).encode()
    yield "behind a long word", email(part("text/plain", plain + b" " + WORDS))
    for place in range(1_100, 1_220, 20):
        words = (b"and so it went on and on " * 60)[:place].rsplit(b" ", 1)[0]
        yield (
            f"{place} letters into a text without stops",
            email(part("text/plain", words + b" " + WORDS[:-1].lower())),
        )
    yield (
        "below 100 pages of padding in a page",
        email(part("text/html", b"<p>Hi</p>" + b"<p>&nbsp;</p>" * 9_000 + b"<p>" + WORDS + b"</p>")),
    )
    yield "below 300,000 line ends", email(part("text/plain", b"Hi\n" + b"\n" * 300_000 + WORDS))


def _headers() -> dict[str, bytes]:
    hello = part("text/plain", b"Hello, this is about our talk of last week.\n")
    return {
        "the subject": email(hello, f"Subject: {SENTENCE}"),
        "an encoded subject": email(hello, f"Subject: =?utf-8?b?{b64encode(WORDS).decode()}?="),
        "a second subject": email(hello, "Subject: Hi", f"Subject: {SENTENCE}"),
        "the sender's name": email(hello).replace(b"Sian Price", b'"' + WORDS + b'"', 1),
        "the receiver's name": email(hello)
        .replace(b"To: s", b'To: "' + WORDS + b'" <s', 1)
        .replace(b"larkfield.example\n", b"larkfield.example>\n", 1),
        "the name to answer to": email(hello, f'Reply-To: "{SENTENCE}" <a@letterbox.example>'),
        "comments": email(hello, f"Comments: {SENTENCE}"),
        "keywords": email(hello, f"Keywords: {SENTENCE}"),
        "a part's description": email(
            several(HI, part("image/png", b"\x89PNG\r\n", f"Content-Description: {SENTENCE}"))
        ),
        "headers only": email(b"").replace(b"please read", WORDS),
        "no headers at all": WORDS,
        "a blank line first": b"\n" + email(part("text/plain", WORDS)),
        "a stray line in the headers": email(part("text/plain", b"Hi")).replace(
            b"MIME-", WORDS + b"\nMIME-", 1
        ),
    }


def _not_read() -> dict[str, bytes]:
    deep = part("text/plain", WORDS)
    for level in range(60):
        deep = several(deep, boundary=f"L{level}x")
    mails = part("text/plain", WORDS)
    for _ in range(60):
        mails = part("message/rfc822", email(mails))
    return {
        "60 parts deep": email(deep),
        "60 emails deep": email(mails),
        "the last of 700 parts": email(several(*[HI] * 700, part("text/plain", WORDS))),
        "behind a million letters": email(part("text/plain", b"It was fine. " * 90_000 + WORDS)),
        "behind a large page": email(part("text/html", b"<p>It was fine.</p> " * 90_000 + WORDS)),
        "encrypted": email(
            several(
                part("application/pgp-encrypted", b"Version: 1"),
                part(
                    "application/octet-stream",
                    b"-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----",
                ),
                kind="encrypted",
            )
        ),
        "an encrypted text": email(
            part("text/plain", b"-----BEGIN PGP MESSAGE-----\n\nhQEMA5\n=aa\n-----END PGP MESSAGE-----\n")
        ),
        "sealed": email(
            attached("smime.p7m", b"0\x82\1", "application/pkcs7-mime; smime-type=enveloped-data")
        ),
    }
