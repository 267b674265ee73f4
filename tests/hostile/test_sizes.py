"""Emails of absurd size and number: each is judged, visible, and can be listed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from desk.terminal import Window
from hostile.played import DAY
from office import Rehearsal, an_office, form
from sweeps import swept

HEAD = "From: Beth Aldous <b.aldous@larkfield.example>\nTo: safeguarding@larkfield.example\nSubject: Form\n"
FILE = "--B\nContent-Type: image/png\nContent-Disposition: attachment; filename=a{0}.png\n\nx{0}\n"
INSULT = '"Mr Lowell is a useless clown and he is '


def with_files(number: int) -> str:
    """The form and so many attachments."""
    files = "".join(FILE.format(place) for place in range(number))
    return f"{HEAD}Content-Type: multipart/mixed; boundary=B\n\n--B\n\n{form()}{files}--B--\n"


def nested(depth: int) -> str:
    """The form, so many parts deep."""
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{place}\n\n--b{place}\n" for place in range(depth)
    )
    return f"{HEAD}{parts}\n{form()}"


def to_many(number: int) -> str:
    """The form, to so many people."""
    people = ",\n ".join(f"p{place}@elsewhere.example" for place in range(number))
    return f"From: b.aldous@larkfield.example\nTo: {people}\nSubject: Form\n\n{form()}"


def links(number: int) -> str:
    """The form with so many links in the words."""
    return " ".join(f"https://www.social.example/posts/{place}" for place in range(number))


ABSURD: dict[str, tuple[str, Callable[[], str]]] = {
    "a subject of 1 MB": ("opened", lambda: HEAD.replace("Form", "A" * 1_000_000) + f"\n{form()}"),
    "a sender of 1 MB": ("intray", lambda: HEAD.replace("Beth Aldous", "B" * 1_000_000) + f"\n{form()}"),
    "a header of 5 MB": ("opened", lambda: f"{HEAD}X-Long: {'C' * 5_000_000}\n\n{form()}"),
    "100,000 recipients": ("opened", lambda: to_many(100_000)),
    "10,000 attachments": ("opened", lambda: with_files(10_000)),
    "10,000 parts in parts": ("intray", lambda: nested(10_000)),
    "a field of 1 MB": ("intray", lambda: f"{HEAD}\n{form(what=INSULT + 'so bad ' * 150_000)}"),
    "1,000 links": ("intray", lambda: f"{HEAD}\n{form(what=INSULT + links(1_000))}"),
}


@pytest.mark.parametrize("name", swept(ABSURD, "1,000 links"))
def test_an_absurd_mail_is_judged_and_shown(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has a verdict, its bytes are kept whole, the listings stay readable, and the next email is drafted."""
    monkeypatch.setenv("PATH", str(tmp_path))
    verdict, make = ABSURD[name]
    raw = make().encode()
    school = an_office(tmp_path)
    school.deliver(raw)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    said = [Window(school.folder).type(word, *DAY) for word in ("mails", "intray", "cases")]
    assert school.verdicts() == [verdict, "opened"]
    assert raw_of(school, 0) == raw
    assert [one.code for one in said] == [0, 0, 0]
    assert max(len(one.out) for one in said) < 20_000


def raw_of(school: Rehearsal, place: int) -> bytes:
    """The kept bytes of one email."""
    return school.office.mail_log.raw(school.mails()[place].seen.sha256)


def test_an_absurd_mail_can_be_filed_and_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person opens the case that the program would not open; everything fits afterwards."""
    monkeypatch.setenv("PATH", str(tmp_path))
    school = an_office(tmp_path)
    school.deliver(nested(10_000).encode())
    school.round()
    window = Window(school.folder)
    (mail,) = window.type("intray", "--json", *DAY).json
    filed = ("--to", "new", "--adult", "A1", "--conduct", "derogatory-staff", "--by", "Mrs Binns")
    assert window.type("file", mail["mail"], *filed, *DAY).code == 0
    assert window.type("verify").code == 0
