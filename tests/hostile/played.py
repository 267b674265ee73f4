"""A whole story in which one text turns up wherever the world or a person can write: email, form, reply, commands."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import Header
from email.message import EmailMessage
from pathlib import Path

from desk.terminal import Said, Window
from office import HEAD, Rehearsal, an_office, form

TEMPLATE = "{{ 7*7 }} {% for x in ().__class__.__mro__ %}{{ x }}{% endfor %} {# gone #} {_{ 6*6 }_}"
XML = "</w:t></w:r></w:p><w:p/> &xxe; <![CDATA[ x ]]> <b onclick=x>b</b>"
FORMULA = "=cmd|' /C calc'!A0"
ESCAPES = "\x1b[2J\x1b]0;taken over\x07 \x9b31m red \x08\x08 \x7f"
DIRECTIONS = "\u202egpj.exe\u202c \u2066turned\u2069 zero\u200bwidth \u200fmark\ufeff"
LINES = "first\r\nBcc: everybody@elsewhere.example\r\n\r\nEND:VEVENT"
PATHS = "../../../etc/passwd C:\\Windows\\x.exe /etc/shadow"

HOSTILE = {
    "template": TEMPLATE,
    "xml": XML,
    "formula": FORMULA,
    "escapes": ESCAPES,
    "directions": DIRECTIONS,
    "lines": LINES,
    "paths": PATHS,
}
DAY = ("--today", "2026-11-02")
LISTINGS = (
    ("mails", *DAY),
    ("intray", *DAY),
    ("cases", *DAY),
    ("case", "2026-0001", *DAY),
    ("requests", *DAY),
    ("retention", "list"),
    ("agreements", *DAY),
    ("duties", "2026-0001", *DAY),
    ("verify",),
    ("check", "--no-login", *DAY),
    ("round", *DAY),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """The school after the story, a terminal in it, and all that the commands of the story said."""

    school: Rehearsal
    window: Window
    said: tuple[Said, ...]

    def mails(self) -> Iterator[EmailMessage]:
        """Every email that left the school."""
        for file in sorted((self.school.folder / "sent").glob("*.eml")):
            message = message_from_bytes(file.read_bytes(), policy=policy.default)
            assert isinstance(message, EmailMessage)
            yield message

    def files(self) -> list[Path]:
        """Every file below the data folder."""
        return [path for path in (self.school.folder / "data").rglob("*") if path.is_file()]


def played(folder: Path, text: str) -> Played:
    """A report, a returned draft, a letter with the words in it, an answer, a decision, a hold; all with `text`."""
    school = an_office(folder)
    window = Window(school.folder)
    school.deliver(report(text))
    school.round()
    if school.verdicts() == ["intray"]:  # words that are turned by force are for a person, who files them
        mail = window.type("intray", "--json", *DAY).json[0]["mail"]
        filed = ("--to", "new", "--adult", "A1", "--pupil", "P1", "--conduct", "derogatory-staff", "--clear")
        window.type("file", mail, *filed, "--by", DSL, *DAY)
        school.round()
    school.press(school.newest("approval").links[1], HEAD, f"change {flat(text)}")
    school.round()
    said = [window.type(*words, "--by", DSL, *DAY) for words in _typed_before(text)]
    school.round()
    school.goes_out()
    school.deliver(answer(text))
    school.round()
    said += [window.type(*words, "--by", SIGNS.get(words[0], DSL), *DAY) for words in _typed_after(text)]
    said += [window.type(*words, "--by", flat(text), *DAY) for words in _typed_after(text)]
    return Played(school=school, window=window, said=tuple(said))


DSL = "Miss Treadwell"
SIGNS = {"decide": "Mrs Hollis"}
"""Who may what; every command is then typed again, signed with the hostile words, which are nobody's name."""


def _typed_before(text: str) -> Iterator[tuple[str, ...]]:
    yield ("draft", "2026-0001", "--letter", "L1", "--set", f"quoted_words=the words {text}")


def _typed_after(text: str) -> Iterator[tuple[str, ...]]:
    yield ("answer", "2026-0001", "refused", "--summary", text)
    yield ("decide", "2026-0001", "L2", "--reason", text)
    yield ("draft", "2026-0001", "--letter", "L2", "--set", f"slot_1={text}", "--set", f"slot_2=b {text}")
    yield ("hold", "2026-0001", "--for", "police", "--note", text)
    yield ("release", "2026-0001", "--note", text)
    yield ("done", "2026-0001", "P1", "--reference", text, "--outcome", text)
    yield ("file", text, "--to", text, "--note", text)
    yield ("approve", text)


def report(text: str) -> bytes:
    """The form, with the text in the sender's name, the subject, each free line, and the name of a screenshot."""
    said = f'"Mr Lowell is a useless clown and it is a joke that the school has him {flat(text)}"'
    body = form(what=said, where=f"Facebook {flat(text)}", seen_by=flat(text))
    message = EmailMessage()
    message["To"] = "safeguarding@larkfield.example"
    message["Message-ID"] = "<hostile.1@elsewhere.example>"
    message.set_content(body)
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename=f"shot {flat(text)}.png")
    name, subject = (Header(words, "utf-8", maxlinelen=10_000).encode() for words in (f"Beth {text}", text))
    head = f"From: {name} <b.aldous@larkfield.example>\nSubject: {subject}\n"
    return head.encode() + message.as_bytes()


def answer(text: str) -> bytes:
    """The adult writes back, with the text as the subject and as everything they say."""
    subject = Header(f"Re: {text}", "utf-8", maxlinelen=10_000).encode()
    head = f"From: ross.dunn@letterbox.example\nTo: safeguarding@larkfield.example\nSubject: {subject}\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\nNo. {text}\n".encode()


def flat(text: str) -> str:
    """The text on one line, else it would be several lines of a form."""
    return " ".join(text.split())


def unseen(text: str) -> set[str]:
    """The signs in an output that a terminal would obey, or that nobody can see."""
    return {
        f"U+{ord(sign):04X}"
        for sign in text
        if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"}
    }


def letters_only(text: str) -> str:
    """The words without white space and hidden characters, to look for them in a text that may be laid out again."""
    return re.sub(
        r"\s+", "", "".join(sign for sign in text if unicodedata.category(sign) not in {"Cc", "Cf"})
    )
