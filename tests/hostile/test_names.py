"""Names that are not what they look like: in a report, in people.csv, in school.toml."""

import csv
import io
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from desk.terminal import Window
from hostile.played import DAY, DIRECTIONS, ESCAPES, FORMULA, TEMPLATE, XML, letters_only, unseen
from icalendar import Calendar
from office import PEOPLE, Rehearsal, an_office, edited, form, school_folder

LOOKALIKES = {
    "Cyrillic o": "Mr R\u043ess Dunn",
    "small capital O": "Mr R\u1d0fss Dunn",
    "joiner": "Mr Ross D\u200dunn",
    "soft hyphen": "Mr Ross D\u00adunn",
    "zero-width space": "Mr Ro\u200bss Dunn",
    "turned round": "Mr \u202essoR\u202c Dunn",
    "turned by force": "Mr \u202eRoss Dunn",
    "isolated": "Mr \u2066Ross\u2069 Dunn",
    "Greek": "Mr Ross \u0394unn",
}


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Letters stay Word files."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize("name", list(LOOKALIKES.values()), ids=list(LOOKALIKES))
def test_a_name_that_is_not_what_it_looks_like_goes_to_a_person(name: str, tmp_path: Path) -> None:
    """No case is opened, neither for them nor for another; the in-tray shows the email, with suggestions at most."""
    school = an_office(tmp_path)
    school.report(name)
    said = Window(school.folder).type("intray", "--json", *DAY)
    (waiting,) = said.json
    assert (school.verdicts(), school.office.cases.refs()) == (["intray"], [])
    assert "adult" in waiting["missing"]
    assert unseen(said.out) == set()


@pytest.mark.parametrize("name", ["\u200bMr Ross Dunn\u200b", "\ufeffMr Ross Dunn", "Mr Ross\u00a0Dunn"])
def test_signs_that_copying_leaves_around_a_name_stop_nothing(name: str, tmp_path: Path) -> None:
    """Tables of other programs leave them before and after a name."""
    school = an_office(tmp_path)
    school.report(name)
    assert school.verdicts() == ["opened"]


def test_a_text_turned_by_force_opens_no_case_by_itself(tmp_path: Path) -> None:
    """A person would read another name than the program does."""
    school = an_office(tmp_path)
    words = "\u202eMr Ross Dunn posted on Facebook that Mr Lowell is a useless lazy clown.\n"
    school.write("Beth <b.aldous@larkfield.example>", "seen", words)
    school.round()
    assert school.verdicts() == ["intray"]


REGISTERED = {
    "template": TEMPLATE,
    "xml": XML,
    "formula": FORMULA,
    "escapes": ESCAPES,
    "directions": DIRECTIONS,
}


def registered(folder: Path, family_name: str) -> Rehearsal:
    """A school in whose people.csv Mr Ross Dunn lives in a street of hostile words, and the pupil's class is one."""
    school = school_folder(folder)
    rows = list(csv.reader(io.StringIO(PEOPLE)))
    rows[1][3] += f" {family_name}"
    rows[1][9] = f"3 Kiln Lane {family_name}"
    rows[1][8] = f"4B {family_name}"
    with (school / "people.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return an_office(folder)


@pytest.mark.parametrize("words", list(REGISTERED.values()), ids=list(REGISTERED))
def test_a_cell_of_people_csv_is_printed_and_shown_as_it_is(words: str, tmp_path: Path) -> None:
    """In the letter, in emails, in every listing: read and nothing else."""
    school = registered(tmp_path, words)
    school.write("Beth <b.aldous@larkfield.example>", "Form", form("Mr Ross Dunn"))
    school.round()
    window = Window(school.folder)
    assert letters_only(words) in letters_only(school.letter_text())
    told = [
        window.type(*listing, *DAY).out for listing in (("cases",), ("case", "2026-0001"), ("agreements",))
    ]
    assert unseen("".join(told)) == set()


SCHOOLS = {
    "lines": "Larkfield\\r\\nBcc: everybody@elsewhere.example\\r\\n\\r\\nEND:VEVENT",
    "brackets": "Larkfield <everybody@elsewhere.example>, x@elsewhere.example",
    "template": "Larkfield {{ 7*7 }}",
}


@pytest.mark.parametrize("name", list(SCHOOLS.values()), ids=list(SCHOOLS))
def test_a_schools_name_adds_no_reader_and_no_header(name: str, tmp_path: Path) -> None:
    """Nor an entry to the calendar that comes with a reminder."""
    folder = school_folder(tmp_path)
    edited(folder, ('name = "Larkfield Primary School"', f'name = "{name}"'))
    school = an_office(tmp_path)
    school.report()
    school.goes_out()
    school.day("2026-11-10")
    sent = [
        message_from_bytes(file.read_bytes(), policy=policy.default)
        for file in (folder / "sent").glob("*.eml")
    ]
    entries = [
        part.get_content()
        for mail in sent
        for part in mail.walk()
        if part.get_content_type() == "text/calendar"
    ]
    assert all(not mail["Bcc"] and len(mail.get_all("From", [])) == 1 for mail in sent)
    assert all("elsewhere.example" not in str(one) for mail in sent for one in mail["To"].addresses)
    assert [len(Calendar.from_ical(str(entry)).walk("VEVENT")) for entry in entries] == [1]
