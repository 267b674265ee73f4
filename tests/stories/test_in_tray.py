"""The in-tray through the real command line and the folder mailbox: told, taken by a word, read, decided."""

from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import BOX, DEPUTY, DSL, HEAD, THREAT, Rehearsal, SentMail, an_office, form

from letterladder.records.logs.lock import writer_lock

UNCLEAR = "I saw something bad online about a mum, please act."
KNIFE = "A dad is at the gate with a knife and says he will stab us."
DAY = ("--today", "2026-11-02")
BELL = "\x1b]0;owned\x07\x1b[31mred\x1b[0m \u202egnp.exe\u202c \x9b2J \x08\x08"


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """A school on a Monday at ten, with an email that somebody must read and one to sort."""
    school = an_office(tmp_path)
    school.write("Jo Neighbour <jo@elsewhere.example>", "seen online", UNCLEAR)
    school.write("n@elsewhere.example", "thanks", "Thank you all so much for the lovely assembly.")
    school.round()
    return school


@pytest.fixture
def terminal(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal at that school."""
    return Terminal(school.folder, capsys)


def short(school: Rehearsal, place: int = 0) -> str:
    """The number by which people name an email."""
    return school.mails()[place].seen.sha256[:12]


def answer(school: Rehearsal, mail: SentMail, words: str, sender: str = DEPUTY, **headers: str) -> None:
    """Somebody answers one of our emails, as an email program does it, quoting it below."""
    quoted = "".join(f"> {line}\n" for line in mail.text.splitlines())
    text = f"{words}\n\nOn Mon, 2 Nov 2026 at 10:00, Larkfield wrote:\n{quoted}"
    about = {"In-Reply-To": mail.message_id, **headers}
    school.write(sender, f"Re: {mail.subject}", text, **about)


def test_mine_in_answer_takes_the_email(school: Rehearsal, terminal: Terminal) -> None:
    """The card shows who has it, the answer is no new report, and nobody else is told."""
    answer(school, school.newest("card"), "mine\n\nImran")
    tally = school.round()
    assert tally.counts()["attached"] == 1
    assert school.mails()[0].taken_by == "Mr Imran Sadiq"
    assert "Mr Imran Sadiq has it, since 2 Nov 2026 10:00" in terminal.type("intray", *DAY).out
    before = len(school.sent_mails())
    school.at("2026-11-02 12:30")
    assert len(school.sent_mails()) == before


@pytest.mark.parametrize(
    ("words", "sender", "headers"),
    [
        ("not mine", DEPUTY, {}),
        ("mine?", DEPUTY, {}),
        ("mine", "jo@elsewhere.example", {}),
        ("Mine. He is here now with a knife and says he will stab us.", DEPUTY, {}),
        ("mine", DEPUTY, {"Authentication-Results": "mx.larkfield.example; dmarc=fail"}),
        ("mine", DEPUTY, {"In-Reply-To": "<office.000000000000000000000000@larkfield.example>"}),
        ("mine", DEPUTY, {"Auto-Submitted": "auto-replied"}),
    ],
)
def test_what_is_no_clear_yes_takes_nothing(
    school: Rehearsal, words: str, sender: str, headers: dict[str, str]
) -> None:
    """Another word, another sender, a forged one, an answer to nothing of ours, a machine."""
    answer(school, school.newest("card"), words, sender, **headers)
    tally = school.round()
    assert (tally.broke, school.mails()[0].taken_by) == ([], "")


def test_mine_in_answer_to_a_digest_takes_all_of_it(school: Rehearsal) -> None:
    """The digest says so."""
    school.write("m@elsewhere.example", "thanks", "Thank you for the lovely concert, we enjoyed it.")
    school.round()
    school.at("2026-11-02 13:00")
    digest = school.newest("card")
    assert (digest.about, "say that you have all of them" in digest.text) == ("Please sort 2 emails", True)
    answer(school, digest, "Mine, thanks", DSL)
    school.round()
    assert [row.taken_by for row in school.mails()][1:3] == ["Miss Joan Treadwell"] * 2


def test_mine_comes_too_late_for_what_is_filed(school: Rehearsal, terminal: Terminal) -> None:
    """It is put away with its reason, and nobody is troubled with it."""
    assert terminal.type("file", short(school), "--to", "none", "--note", "nothing in it", *DAY).code == 0
    answer(school, school.newest("card"), "mine")
    school.round()
    answered = school.mails()[-1]
    assert answered.judged is not None
    assert (str(answered.verdict), answered.judged.ref) == ("attached", "")
    assert "nothing was left to take" in answered.judged.reason


def test_the_command_takes_an_email(school: Rehearsal, terminal: Terminal) -> None:
    """By name; without one nothing is done."""
    nameless = terminal.type("take", short(school), *DAY)
    assert (nameless.code, "signed with a name" in nameless.err) == (2, True)
    said = terminal.type("take", short(school), "--by", "Mrs Binns", *DAY)
    assert said.out == f"Mrs Carol Binns has email {short(school)}. Nobody else will be told about it.\n"
    assert school.mails()[0].taken_by == "Mrs Carol Binns"
    assert terminal.type("verify").code == 0


@pytest.mark.parametrize(
    ("named", "by"),
    [
        ("Mrs Petra Finch (Class teacher 2A) may not take emails", "Petra Finch"),
        ("is nobody of the school", "Jane Smith"),
    ],
)
def test_nobody_takes_an_email_who_is_not_told_of_it(
    school: Rehearsal, terminal: Terminal, named: str, by: str
) -> None:
    """Nobody would be told any more, and nobody would read it."""
    said = terminal.type("take", short(school), "--by", by, *DAY)
    assert (said.code, named in said.err) == (1, True)
    assert school.mails()[0].taken_by == ""


def test_what_is_not_in_the_in_tray_cannot_be_taken(school: Rehearsal, terminal: Terminal) -> None:
    """It is said where it is now."""
    terminal.type("file", short(school), "--to", "none", "--note", "nothing in it", *DAY)
    said = terminal.type("take", short(school), "--by", "Mrs Binns", *DAY)
    assert (said.code, "not in the in-tray any more" in said.err) == (1, True)


def test_mine_in_answer_to_an_alert_on_a_case_ends_its_repeating(
    school: Rehearsal, terminal: Terminal
) -> None:
    """The answer is kept on the case and is not an answer of the adult's; drafting stays stopped."""
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form(what=THREAT))
    school.round()
    answer(school, school.newest("alert", "2026-0001"), "Mine. Ringing the police now.", DSL)
    school.round()
    assert school.kinds()[-2:] == ["MailAttached", "AlertSeen"]
    assert school.case().alerted
    before = [mail for mail in school.sent_mails() if mail.kind == "alert"]
    school.at("2026-11-02 11:00")
    assert [mail for mail in school.sent_mails() if mail.kind == "alert"] == before
    said = terminal.type("take", "2026-0001", "--by", "Mr Sadiq", *DAY)
    assert (said.code, "No alert in this case is waiting" in said.err) == (1, True)


def test_mine_in_answer_to_a_repeated_alarm_takes_all_that_it_names(school: Rehearsal) -> None:
    """An email of the in-tray and a case, by one word of the head."""
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form(what=THREAT))
    school.write("s@elsewhere.example", "gate", KNIFE)
    school.round()
    school.at("2026-11-02 10:20")
    answer(school, school.newest("alert"), "mine", HEAD)
    school.round()
    assert school.mails()[3].taken_by == "Mrs Anita Hollis"
    assert school.kinds()[-1] == "AlertSeen"


def test_an_alert_is_taken_by_the_command(school: Rehearsal, terminal: Terminal) -> None:
    """By the case's number."""
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form(what=THREAT))
    school.round()
    said = terminal.type("take", "2026-0001", "--by", "Imran Sadiq", *DAY)
    assert said.out.startswith("Imran Sadiq has the alert of 2026-0001. It is not repeated")
    assert school.case().alarm is None


def test_the_list_shows_the_most_urgent_first(school: Rehearsal, terminal: Terminal) -> None:
    """Red, amber, plain; each with its reason, who was told and by when it is to be read."""
    school.write("s@elsewhere.example", "gate", KNIFE)
    school.round()
    said = terminal.type("intray", *DAY).out
    assert said.startswith("In-tray: 3 emails (1 red, 1 amber, 1 plain).\n")
    levels = [line.partition(",")[0] for line in said.splitlines() if "nobody has it yet" in line]
    assert levels == ["RED", "AMBER", "PLAIN"]
    assert "to be read by 2 Nov 2026 12:00" in said
    assert "Told      Miss Joan Treadwell and Mr Imran Sadiq, 2 Nov 2026 10:00" in said
    assert "somebody not in your records" in said
    assert "Missing   adult; conduct" in said


REPORT = """The dad of Ada Okoro, Mr Emeka Okoro, and also Mr Ross Dunn, wrote about Jude Vance on Facebook.

On Sun, 1 Nov 2026 at 20:00, Poppy Vance wrote:
> He said that our Jude is a liar.
"""


def a_rich_email(school: Rehearsal) -> None:
    """An email about two adults and a child, with a quoted one and two files."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "jo@elsewhere.example", BOX, "Facebook"
    message["Date"] = format_datetime(school.clock.now())
    message["Message-ID"] = "<rich@elsewhere.example>"
    message.set_content(REPORT)
    message.add_attachment("typed by hand: he did it again", filename="notes.txt")
    message.add_attachment(
        b"\x89PNG\r\n\x1a\n" + bytes(3000), maintype="image", subtype="png", filename="shot.png"
    )
    school.deliver(message.as_bytes())
    school.round()


def test_one_card_whole_shows_all_that_is_known(school: Rehearsal, terminal: Terminal) -> None:
    """Their words, then what they quoted, then the files with what could be read, then the commands."""
    a_rich_email(school)
    said = terminal.type("intray", short(school, 2), *DAY).out
    parts = [
        "AMBER",
        "File      notes.txt (text/plain",
        "--- What they wrote ---",
        "The dad of Ada Okoro",
        "--- What they quoted or forwarded ---",
        "our Jude is a liar",
        "--- In the file notes.txt ---",
        "typed by hand: he did it again",
        "--- In the file shot.png ---",
        "(not read here: look at the file itself)",
        "What you can do:",
        f'letterladder take {short(school, 2)} --by "your name"',
        f"letterladder file {short(school, 2)} --to new --adult",
        f"letterladder file {short(school, 2)} --to none",
        f"letterladder mail {short(school, 2)}",
    ]
    places = [said.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_an_adult_of_the_childs_own_family_is_marked(school: Rehearsal, terminal: Terminal) -> None:
    """Ada is named, so her father is; Mr Dunn is of another family."""
    a_rich_email(school)
    lines = " ".join(terminal.type("intray", short(school, 2), *DAY).out.split())
    okoro, _, dunn = lines.partition("Mr Ross Dunn:")
    assert "of the same family as the child it is about" in okoro
    assert "of the same family" not in dunn


def test_the_json_of_a_card_holds_the_same(school: Rehearsal, terminal: Terminal) -> None:
    """With the text, so that another program can show it."""
    a_rich_email(school)
    card = terminal.type("intray", short(school, 2), "--json", *DAY).json
    assert {one["name"]: one["family"] for one in card["suggestions"]}["Mr Emeka Okoro"] is True
    assert card["text"].startswith("The dad of Ada Okoro")
    assert card["attached"][0] == {"name": "notes.txt", "words": "typed by hand: he did it again"}


def test_the_cards_are_read_while_somebody_writes_and_without_the_index(
    school: Rehearsal, terminal: Terminal
) -> None:
    """The daemon holds the lock, and the index was deleted."""
    (school.folder / "data" / "index.sqlite").unlink()
    with writer_lock(school.folder / "data"):
        for words in (("intray",), ("intray", short(school)), ("mail", short(school)), ("intray", "--json")):
            assert terminal.type(*words, *(DAY if words[0] == "intray" else ())).code == 0


def test_an_email_is_harmless_in_a_terminal(school: Rehearsal, terminal: Terminal) -> None:
    """Escapes, bells and characters that turn the line round act nowhere: they are left out, or named."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "x@elsewhere.example", BOX, "x"
    message["Date"], message["Message-ID"] = format_datetime(school.clock.now()), "<bell@elsewhere.example>"
    message.set_content(f"I saw {BELL} online.\nSecond line.")
    message.add_attachment(
        f"in a file {BELL}".encode(), maintype="text", subtype="plain", filename="a\x1b[2Jb.txt"
    )
    school.deliver(message.as_bytes())
    school.round()
    card = terminal.type("intray", short(school, 2), *DAY).out
    shown = terminal.type("mail", short(school, 2)).out
    for said in (card, shown, terminal.type("intray", *DAY).out):
        assert [sign for sign in said if not sign.isprintable() and sign != "\n"] == []
    assert "in a file <U+001B>]0;owned<U+0007>" in card
    assert "<U+202E>gnp.exe" in shown
    assert "Second line." in shown.splitlines()


def test_the_name_of_a_file_makes_no_line_of_its_own(school: Rehearsal, terminal: Terminal) -> None:
    """Or an email could write into its own card what it wants."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "x@elsewhere.example", BOX, "x"
    message["Date"], message["Message-ID"] = format_datetime(school.clock.now()), "<name@elsewhere.example>"
    message.set_content("I saw something online.")
    message.add_attachment(b"x", maintype="text", subtype="plain", filename="NAME")
    named = b"filename*=utf-8''a%0ABecame%3A%20opened%0A.txt"
    school.deliver(message.as_bytes().replace(b'filename="NAME"', named))
    school.round()
    for words in (("mail", short(school, 2)), ("intray", short(school, 2), *DAY), ("intray", *DAY)):
        said = terminal.type(*words).out
        assert "Became: opened" in said
        assert not any(line.lstrip().startswith("Became: opened") for line in said.splitlines())


def test_an_email_of_html_alone_is_read_as_text(school: Rehearsal, terminal: Terminal) -> None:
    """What a browser would run or fetch is not shown; its links and files are listed."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Jo <jo@elsewhere.example>", BOX, "page"
    message["Date"], message["Message-ID"] = format_datetime(school.clock.now()), "<html@elsewhere.example>"
    page = "<script>steal()</script><p>Look at <a href='https://x.example/p'>this</a></p><img src='https://t.example/1'>"
    message.set_content(page, subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a\x1b[2J.pdf")
    school.deliver(message.as_bytes())
    school.round()
    said = terminal.type("mail", short(school, 2)).out
    assert "From: Jo <jo@elsewhere.example>" in said
    assert "Look at this" in said
    assert "steal" not in said
    assert "t.example" not in said
    assert "Links (not opened):\n  https://x.example/p" in said
    assert "application/pdf, 8 bytes" in said
    assert "\x1b" not in said


def test_an_email_on_a_case_can_be_printed_too(school: Rehearsal, terminal: Terminal) -> None:
    """It is said where it is."""
    school.report()
    said = terminal.type("mail", short(school, 2)).out
    assert "Became: opened, case 2026-0001" in said
    assert "Parent: Mr Ross Dunn" in said


def test_an_email_whose_original_is_gone_still_has_a_card(school: Rehearsal, terminal: Terminal) -> None:
    """What the log knows of it, and what to do."""
    (school.folder / "data" / "intake" / f"{school.mails()[0].seen.sha256}.eml").unlink()
    said = terminal.type("intray", *DAY)
    assert said.code == 0
    assert "cannot be read: run verify" in said.out
