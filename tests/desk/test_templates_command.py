"""What the office does with Word files from the command line: the glossary of tags, copies beside ours, and trials."""

import io
import os
from pathlib import Path

import pytest
from desk.terminal import Terminal
from docx import Document
from office import edited, school_folder
from own_letters import put_own_letter, put_own_policy

from letterladder.config.letters_file import shipped_letters
from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.config.settings import load_settings
from letterladder.desk.lazy import LazyWord
from letterladder.records.papers.pdf import LibreOfficePrinter
from letterladder.records.word.word import DocxPrinter
from letterladder.rules.letters.letter_fields import school_fields

CONTACT = "Mrs Carol Binns (School Office Manager) {how}"
L1 = "L1-removal-request.docx"
TODAY = ("--today", "2026-11-16")
WITH_LIBREOFFICE = os.environ.get("PATH", "")


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The office's terminal, on a computer without LibreOffice."""
    folder = school_folder(tmp_path)
    (folder / "letter_templates").mkdir(exist_ok=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    return Terminal(folder, capsys)


def own(terminal: Terminal, *changes: tuple[str, str], name: str = L1, more: tuple[str, ...] = ()) -> Path:
    """The school's copy of a letter with other words; paragraphs of its own are put behind it."""
    document = Document(str(LETTER_TEMPLATES / name))
    for old, new in changes:
        (run,) = [one for each in document.paragraphs for one in each.runs if old in one.text]
        run.text = run.text.replace(old, new)
    for words in more:
        document.add_paragraph(words)
    path = terminal.folder / "letter_templates" / name
    document.save(str(path))
    return path


def text_of(path: Path) -> str:
    """What a Word file says, no-break spaces as spaces."""
    return DocxPrinter().text_of(path.read_bytes()).replace("\u00a0", " ")


def test_the_glossary_explains_every_tag_of_a_letter(terminal: Terminal) -> None:
    """What it prints, an example, where it comes from, the letters with it; and the fields of a phrase."""
    rows = {row["name"]: row for row in terminal.type("templates", "glossary", "L1", "--json", *TODAY).json}
    path = LETTER_TEMPLATES / L1
    assert {name for name, row in rows.items() if row["letters"]} == LazyWord().tags_of(path)
    assert LazyWord().fields_of(path) <= set(rows)
    assert [name for name, row in rows.items() if not (row["prints"] and row["comes_from"])] == []
    assert rows["contact"]["example"] == CONTACT.replace(
        "{how}", "on 01632 960140 or at office@larkfield.example"
    )
    assert rows["contact"]["parts"] == ["contact_name", "contact_role", "contact_phone", "contact_email"]
    assert rows["ref"]["comes_from"] == "the number of the case"
    assert rows["privacy_regulator"]["comes_from"] == "the legal facts"
    assert rows["addressee"]["comes_from"] == "people.csv"
    assert rows["policy_title"]["letters"] == []


def test_the_glossary_of_all_letters_has_every_field_and_who_prints_it(terminal: Terminal) -> None:
    """In words too; lists are shown as the loop that goes through them."""
    rows = {row["name"]: row for row in terminal.type("templates", "glossary", "--json", *TODAY).json}
    assert set(shipped_letters().fields) <= set(rows)
    assert rows["s547_offence"]["letters"] == ["B1", "B2", "B3", "B5", "B8"]
    assert rows["premises_risk_reason"]["comes_from"] == "a person"
    assert rows["agreed_actions"]["tag"] == (
        "{%p for item in agreed_actions %} {{ item.who }} {{ item.action }} {%p endfor %}"
    )
    printed = [name for name, row in rows.items() if row["letters"] and not row["example"]]
    assert set(printed) <= EMPTY_IN_THE_SAMPLE
    assert rows["place"]["example"] == "the main gate"
    told = terminal.type("templates", "glossary", *TODAY)
    assert (told.code, "{{ platform }}" in told.out, "the main gate" in told.out) == (0, True, True)


def test_what_the_program_knows_of_a_school_is_not_said_to_come_from_a_person(terminal: Terminal) -> None:
    """Nobody is asked for what school.toml has."""
    school = load_settings(terminal.folder).school
    known = school_fields(school, school.policy.steps["L1"], signed_by="head")
    fields = [school.policy.letters.field(name) for name in known]
    assert [one.name for one in fields if not (one.comes_from or one.known_from)] == []


EMPTY_IN_THE_SAMPLE = {
    *(
        "logo",
        "signature",
        "school_footer",
        "school_website",
        "crime_ref",
        "more_time_until",
        "raised_with_us",
    ),
    *("material", "new_times", "promise_change", "promise_late", "promised_person", "shown"),
}


def test_the_glossary_of_no_letter_is_refused(terminal: Terminal) -> None:
    """With the letters that there are."""
    said = terminal.type("templates", "glossary", "L99")
    assert (said.code, "There is no letter 'L99'" in said.err, "Known: L1" in said.err) == (2, True, True)


def test_a_copy_with_our_words_is_the_same(terminal: Terminal) -> None:
    """Nothing is to be done, and no copy at all is said as well."""
    assert "ours are used" in terminal.type("templates", "diff").out
    own(terminal)
    said = terminal.type("templates", "diff")
    assert (said.code, said.out) == (0, f"L1, {L1}: the same words as ours.\n")


def test_a_copy_is_shown_beside_ours(terminal: Terminal) -> None:
    """Changed, added and removed paragraphs; words alone need nobody."""
    own(terminal, ("We can send you a copy.", "A copy is at reception."), more=("We are open until five.",))
    said = terminal.type("templates", "diff", "L1")
    assert said.code == 0
    assert "2 paragraphs differ." in said.out
    assert "yours: Under {{ policy }}, we ask parents" in said.out
    assert "A copy is at reception." in said.out
    assert "only in yours:  We are open until five." in said.out
    (row,) = terminal.type("templates", "diff", "--json").json
    assert (row["letter"], row["same"]) == ("L1", False)
    assert [one["change"] for one in row["paragraphs"]] == ["changed", "added"]


def test_a_copy_that_lacks_what_ours_prints_needs_a_person(terminal: Terminal) -> None:
    """Named with what it is; and the reverse."""
    own(terminal, ("Under {{ policy }}, w", "W"), more=("{{ premises }}",))
    said = terminal.type("templates", "diff")
    assert said.code == 1
    assert "ours prints {{ policy_title }} and yours does not: the title of the policy" in said.out
    (row,) = terminal.type("templates", "diff", "L1", "--json").json
    assert row["only_ours"] == ["policy_clause", "policy_title", "policy_version"]
    assert row["only_yours"] == ["premises"]


def test_the_names_of_before_are_no_lack(terminal: Terminal) -> None:
    """A copy that joins the fields by itself prints what ours prints."""
    before = "{{ contact_name }}, {{ contact_role }}, {{ contact_phone }}, {{ contact_email }}"
    path = own(terminal)
    document = Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("{{ contact }}", before)
    document.save(str(path))
    (row,) = terminal.type("templates", "diff", "--json").json
    assert (row["same"], row["only_ours"], row["only_yours"]) == (False, [], [])
    assert terminal.type("templates", "check", str(path)).code == 0


def test_a_translation_is_compared_with_ours_in_that_language(terminal: Terminal) -> None:
    """Each copy of a letter is named."""
    own(terminal)
    own(terminal, name="L1-removal-request.cy.docx", more=("Diolch.",))
    said = terminal.type("templates", "diff", "L1")
    assert f"L1, {L1}: the same words as ours." in said.out
    assert "L1, L1-removal-request.cy.docx: 1 paragraph differs." in said.out


def test_a_copy_that_cannot_be_read_is_said(terminal: Terminal) -> None:
    """With what to do; the others are compared."""
    (terminal.folder / "letter_templates" / L1).write_text("no Word file")
    own(terminal, name="L2-meeting-invitation.docx")
    said = terminal.type("templates", "diff")
    assert (said.code, "This is not a Word file (.docx)." in said.out) == (1, True)
    assert "L2-meeting-invitation.docx: the same words as ours." in said.out
    assert "not a Word file" in terminal.type("templates", "diff", "--json").json[0]["problems"][0]["what"]


def test_a_copy_is_tried_with_the_sample_case(terminal: Terminal) -> None:
    """Beside it, with the school's own letterhead; a second trial writes over the first, and `check` minds neither."""
    path = own(terminal, more=("Our lollipop lady says hello to {{ adult_name }}.",))
    said = terminal.type("templates", "try", L1, *TODAY)
    made = path.with_name(f"sample-{L1}")
    assert (said.code, f"made {made}" in said.out, "no PDF" in said.out) == (0, True, True)
    assert "Our lollipop lady says hello to Mr Gavin Stott." in text_of(made)
    assert "Larkfield Primary School" in text_of(made)
    own(terminal, more=("Now something else.",))
    assert terminal.type("templates", "try", str(path), *TODAY).code == 0
    assert "Now something else." in text_of(made)
    assert "sample-" not in terminal.type("check", "--no-login", *TODAY).out
    assert terminal.type("templates", "try", str(made)).code == 2


def test_what_is_missing_and_unknown_is_said_and_the_letter_is_made(terminal: Terminal) -> None:
    """The office sees both: the fault in words, and what the letter looks like with it."""
    path = own(terminal, ("{{ other_formats }}", ""), more=("From {{ contct_name }}.",))
    said = terminal.type("templates", "try", str(path), "--json", *TODAY)
    assert said.code == 1
    told = [one["what"] for one in said.json["problems"]]
    assert any('There is no field "contct_name"' in one for one in told)
    assert any('Letter L1 must print the field "other_formats"' in one for one in told)
    assert "From [contct_name]." in text_of(Path(said.json["made"][0]))


def test_a_broken_tag_makes_no_letter(terminal: Terminal) -> None:
    """Nothing is written, and the place is named."""
    path = own(terminal, more=("{% if link %} never ends",))
    said = terminal.type("templates", "try", str(path), *TODAY)
    assert (said.code, "A tag is broken near" in said.out) == (1, True)
    assert not path.with_name(f"sample-{L1}").exists()


def test_a_file_of_any_name_is_tried_as_the_letter_that_is_named(terminal: Terminal, tmp_path: Path) -> None:
    """Into the folder that is named."""
    path = own(terminal).rename(tmp_path / "new wording.docx")
    assert "--letter L1" in terminal.type("templates", "try", str(path)).err
    out = tmp_path / "looked-at"
    said = terminal.type("templates", "try", str(path), "--letter", "L1", "--out", str(out))
    assert (said.code, "There is no folder" in said.err) == (2, True)
    out.mkdir()
    said = terminal.type("templates", "try", str(path), "--letter", "L1", "--out", str(out), *TODAY)
    assert (said.code, [one.name for one in out.iterdir()]) == (0, ["sample-new wording.docx"])


def test_a_translation_is_tried_behind_the_english_letter(terminal: Terminal) -> None:
    """As the adult gets it."""
    path = own(terminal, name="L1-removal-request.cy.docx")
    assert terminal.type("templates", "try", str(path), *TODAY).code == 0
    text = text_of(path.with_name(f"sample-{path.name}"))
    assert ("Dear Mr Stott" in text, "Annwyl Mr Stott" in text) == (True, True)


def test_a_letter_of_ones_own_is_explained_and_tried(terminal: Terminal) -> None:
    """Without code: its fields are in the glossary, and the trial prints them by their types."""
    folder = put_own_letter(terminal.folder)
    put_own_policy(terminal.folder)
    rows = {row["name"]: row for row in terminal.type("templates", "glossary", "S1", "--json", *TODAY).json}
    assert (rows["mediator"]["prints"], rows["mediator"]["letters"]) == ("who leads the talk", ["S1"])
    assert (rows["mediator"]["tag"], rows["room_fee"]["takes"]) == ("{{ mediator.name }}", "money")
    assert rows["talk_on"]["comes_from"] == "a person"
    said = terminal.type("templates", "try", "S1-led-talk.docx", *TODAY)
    assert said.code == 0, said
    text = text_of(folder / "sample-S1-led-talk.docx")
    assert "We offer you a talk in person on Monday 30 November 2026." in text
    assert "The room costs the school £12.50." in text
    said = terminal.type("templates", "diff", "S1")
    assert (said.code, "It is the school's own letter" in said.err) == (2, True)


def test_a_field_of_ones_own_cannot_have_the_name_of_a_phrase(terminal: Terminal) -> None:
    """What {{ contact }} prints is fixed."""
    put_own_letter(terminal.folder)
    edited(
        terminal.folder / "letter_templates",
        ("[letters.S1]", 'contact = { type = "words", help = "whom" }\n\n[letters.S1]'),
        file="letters.toml",
    )
    assert "'contact' is a field of ours" in terminal.type("check", "--no-login", *TODAY).out


@pytest.mark.skipif(not LibreOfficePrinter().available(), reason="LibreOffice makes the PDF")
def test_a_trial_makes_a_pdf_too(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where LibreOffice is."""
    monkeypatch.setenv("PATH", WITH_LIBREOFFICE)
    path = own(terminal)
    said = terminal.type("templates", "try", str(path), "--json", *TODAY)
    docx, pdf = map(Path, said.json["made"])
    assert (said.code, docx.suffix, pdf.read_bytes()[:5]) == (0, ".docx", b"%PDF-")
    assert io.BytesIO(docx.read_bytes()).read(2) == b"PK"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Write each of these once: {day} and {what}.", 'follows = "Wele ein llythyr."'),
        ("There is no 'folows' under [joining].", 'folows = "{day}, {what}"'),
    ],
)
def test_how_a_language_joins_is_held_to_its_places(said: str, words: str, terminal: Terminal) -> None:
    """A sentence without its day would say less than the English one."""
    (terminal.folder / "languages").mkdir()
    (terminal.folder / "languages" / "cy.toml").write_text(f"[joining]\n{words}\n", encoding="utf-8")
    assert said in terminal.type("check", "--no-login", *TODAY).out


def test_the_words_of_a_school_take_the_place_of_ours(terminal: Terminal) -> None:
    """In a translation, as it is printed."""
    (terminal.folder / "languages").mkdir()
    (terminal.folder / "languages" / "cy.toml").write_text(
        '[joining]\ncontact_by_both = "{name} ({phone}, {email})"\n', encoding="utf-8"
    )
    path = own(terminal, name="L1-removal-request.cy.docx")
    assert terminal.type("templates", "try", str(path), *TODAY).code == 0
    text = text_of(path.with_name(f"sample-{path.name}"))
    assert CONTACT.replace("{how}", "(01632 960140, office@larkfield.example)") in text
