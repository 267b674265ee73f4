"""Emails from senders who look like the school's own people, typed through the real command line."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import THREAT, Rehearsal, an_office, edited, form, school_folder

AUTHSERV = "mx.larkfield.example"
HOLLIS = "Anita Hollis <a.hollis@larkfie1d.example>"
SAID = "The name is Mrs Anita Hollis's, the address is not: a.hollis@larkfie1d.example."
ACKNOWLEDGING = (
    ("[acknowledge]\non = false", "[acknowledge]\non = true"),
    ('hours = ""', 'hours = "on school days from 8.30 am to 4 pm"'),
    ('mash_number = ""', 'mash_number = "01632 960999"'),
    (f'# authserv_id = "{AUTHSERV}"', f'authserv_id = "{AUTHSERV}"'),
)


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """A school that acknowledges reports."""
    edited(school_folder(tmp_path), *ACKNOWLEDGING)
    return an_office(tmp_path)


@pytest.fixture
def terminal(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(school.folder, capsys)


def report(school: Rehearsal, sender: str, text: str) -> None:
    """A report arrives, vouched for by the domain it comes from, and is taken in."""
    domain = sender.rpartition("@")[2].strip(">")
    vouched = {"Authentication_Results": f"{AUTHSERV}; dmarc=pass header.from={domain}"}
    school.write(sender, "Form: online", text, **vouched)
    school.round()


def receipts(school: Rehearsal) -> int:
    """How many were sent."""
    return sum(mail.kind == "receipt" for mail in school.sent_mails())


def test_a_clear_form_from_a_look_alike_waits_for_a_person_who_reads_that_first(
    school: Rehearsal, terminal: Terminal
) -> None:
    """No case, no draft, no receipt; the same form from the staff's own address has all three."""
    report(school, HOLLIS, form())
    (card,) = terminal.type("intray", "--json").json
    assert card["reason"].startswith(SAID)
    assert (receipts(school), terminal.type("cases", "--json").json) == (0, [])
    report(school, "Beth Aldous <b.aldous@larkfield.example>", form())
    assert (receipts(school), school.letters()) == (1, ["L1.1 drafted"])


def test_danger_from_a_look_alike_alarms_all_the_same(school: Rehearsal, terminal: Terminal) -> None:
    """The alert goes out, what is odd is said first, and nobody is settled on: a person looks."""
    report(school, HOLLIS, form(what=THREAT))
    (mail,) = terminal.type("mails", "--json").json
    assert (mail["verdict"], mail["reason"].startswith(SAID)) == ("intray", True)
    assert (len([one for one in school.sent_mails() if one.kind == "alert"]), receipts(school)) == (1, 0)


def test_the_tray_says_who_wrote_before(school: Rehearsal, terminal: Terminal) -> None:
    """How often, and what became of the last three."""
    sender = "Jo Lane <jo.lane@letterbox.example>"
    school.write(sender, "Form: online", form())
    school.round()
    school.sorted_out()
    for day, words in (
        ("2026-11-03", "Somebody is rude online."),
        ("2026-11-04", "Again somebody was rude."),
    ):
        school.clock.turn_to(school.clock.today().fromisoformat(day))
        school.write(sender, "Rude", words)
        school.round()
    first, second = terminal.type("intray", "--json").json
    assert [one["earlier"]["count"] for one in (first, second)] == [1, 2]
    newest, oldest = second["earlier"]["last"]
    assert (newest["verdict"], newest["ref"], newest["mail"]) == ("intray", "", first["mail"])
    assert (oldest["verdict"], oldest["ref"]) == ("opened", "2026-0001")
    told = " ".join(terminal.type("intray").out.split())
    opened = "2026-0001 opened on 2 November 2026"
    assert f"wrote once before: {opened}" in told
    assert f"wrote twice before: to the in-tray on 3 November 2026; {opened}" in told


def test_a_complaint_about_personal_data_starts_its_clock(school: Rehearsal, terminal: Terminal) -> None:
    """In plain words; the tray names the thirty days, the list of requests the last of them."""
    text = "You sent my daughter's report to another family. I never said that you might."
    school.write("Jo Lane <jo.lane@letterbox.example>", "Ella", text)
    school.round()
    school.round()
    (card,) = terminal.type("intray", "--json").json
    assert "the law sets a day to acknowledge it" in card["reason"]
    assert card["flags"] == ["dp-complaint"]
    (request,) = terminal.type("requests", "--json").json
    assert (request["about"], request["received"], request["due"]) == (
        "dp-complaint",
        "2026-11-02",
        "2026-12-01",
    )
